//! `pancarte stamp TIP --lang L`: shows what changed since a text was stamped, and stamps it.

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::args::StampArgs;
use super::messages::Messages;
use super::{clock, report};
use crate::content::stamps::{TipStamps, path};
use crate::content::{self, Catalog};
use crate::diag::{Diagnostic, Diagnostics, Message, did_you_mean};
use crate::files::Files;
use crate::model::{Date, Lang, StampKind, Tip, normal};
use crate::output;

/// Shows, stamps, and says whether that could be done.
pub fn run(options: &StampArgs, messages: &Messages) -> bool {
    let mut diagnostics = Diagnostics::new();
    let loaded = content::load(Files::project(&options.project.project), &mut diagnostics);
    report::print(&diagnostics, messages);
    let Some((catalog, files)) = loaded else { return false };
    match stamp(&catalog, &files, options, messages) {
        Ok(()) => true,
        Err(error) => {
            report::print(&[error], messages);
            false
        }
    }
}

fn stamp(catalog: &Catalog, files: &Files, options: &StampArgs, messages: &Messages) -> Result<(), Diagnostic> {
    let lang = options.lang.as_deref().map(lang).transpose()?;
    let date = clock::today(options.today.as_deref())?;
    let names = names(options)?;
    let stamper = Stamper { catalog, files, options, messages, date, names: &names };
    match (&options.tip, &lang) {
        (None, lang) if names.is_empty() => stamper.all(lang.as_ref()),
        (Some(id), Some(lang)) if !options.all => stamper.one(id, lang),
        _ => Err(Diagnostic::error(Message::new("stamp-one-or-all")).hint(Message::new("hint-stamp-one-or-all"))),
    }
}

fn lang(code: &str) -> Result<Lang, Diagnostic> {
    let bad = || Diagnostic::error(Message::new("lang-unknown").arg("lang", code)).hint(Message::new("hint-lang"));
    Lang::parse(code).ok_or_else(bad)
}

/// Who read, if they agreed that their names are printed.
fn names(options: &StampArgs) -> Result<Vec<String>, Diagnostic> {
    let names: Vec<String> = options.reviewed_by.iter().map(|name| normal(name)).collect();
    if names.iter().any(String::is_empty) {
        return Err(Diagnostic::error(Message::new("stamp-name-empty")).hint(Message::new("hint-stamp-review")));
    }
    if !names.is_empty() && !options.consent {
        let error = Diagnostic::error(Message::new("stamp-consent").arg("names", names.join(", ")));
        return Err(error.hint(Message::new("hint-stamp-consent")));
    }
    Ok(names)
}

struct Stamper<'a> {
    catalog: &'a Catalog,
    files: &'a Files,
    options: &'a StampArgs,
    messages: &'a Messages,
    date: Date,
    names: &'a [String],
}

impl Stamper<'_> {
    /// Stamps one tip: the easy-read text and the translation, or a reading.
    fn one(&self, id: &str, lang: &Lang) -> Result<(), Diagnostic> {
        let tip = self.catalog.tips.get(id).ok_or_else(|| self.unknown(id))?;
        let kinds: &[StampKind] =
            if self.names.is_empty() { &[StampKind::Easy, StampKind::Translation] } else { &[StampKind::Review] };
        let has = |kind: &&StampKind| self.catalog.bound_text(tip, lang, **kind).is_some();
        let kinds: Vec<StampKind> = kinds.iter().filter(has).copied().collect();
        if kinds.is_empty() {
            return Err(self.nothing(tip, lang));
        }
        let mut stamps = self.catalog.stamps_of(tip);
        self.stamp(&mut stamps, tip, lang, &kinds);
        self.save(tip, &stamps)
    }

    /// Stamps all texts of the project's own tips that have no stamp, or a stale one. Readings are not among them: people read,
    /// or they do not.
    fn all(&self, lang: Option<&Lang>) -> Result<(), Diagnostic> {
        let mut count = 0;
        let own = |tip: &&Tip| tip.files.iter().any(|path| self.files.is_own(path));
        for tip in self.catalog.tips.values().filter(own) {
            let mut stamps = self.catalog.stamps_of(tip);
            let mut stamped = 0;
            for lang in tip.words.keys().filter(|known| lang.is_none_or(|lang| lang == *known)) {
                let kinds = self.open(tip, lang);
                self.stamp(&mut stamps, tip, lang, &kinds);
                stamped += kinds.len();
            }
            if stamped > 0 {
                self.save(tip, &stamps)?;
            }
            count += stamped;
        }
        self.say(&Message::new("stamp-all-done").arg("count", count));
        Ok(())
    }

    /// Texts that have no stamp, or a stale one.
    fn open(&self, tip: &Tip, lang: &Lang) -> Vec<StampKind> {
        let stale = self.catalog.staleness(tip, lang).into_iter().map(|stale| stale.kind);
        let mut kinds: Vec<StampKind> = stale.chain(self.catalog.unstamped(tip, lang)).collect();
        kinds.retain(|kind| *kind != StampKind::Review);
        kinds.sort_unstable();
        kinds
    }

    fn stamp(&self, stamps: &mut TipStamps, tip: &Tip, lang: &Lang, kinds: &[StampKind]) {
        for kind in kinds {
            self.show(tip, lang, *kind);
            self.catalog.put_stamp(stamps, tip, (lang, *kind), self.names, self.date);
        }
    }

    fn unknown(&self, id: &str) -> Diagnostic {
        let broken = self.catalog.broken_tips.contains(id);
        let message = Message::new(if broken { "tip-broken" } else { "tip-unknown" }).arg("id", id);
        let hint = did_you_mean(id, self.catalog.tips.keys().map(String::as_str)).filter(|_| !broken);
        Diagnostic::error(message).hint(hint)
    }

    fn nothing(&self, tip: &Tip, lang: &Lang) -> Diagnostic {
        let Some(words) = tip.words.get(lang) else {
            let message = Message::new("stamp-no-words").arg("tip", &tip.id).arg("lang", lang);
            let hint = did_you_mean(lang.code(), tip.words.keys().map(Lang::code));
            return Diagnostic::error(message).at(tip.place.clone()).hint(hint);
        };
        let error = Diagnostic::error(Message::new("stamp-nothing").arg("tip", &tip.id).arg("lang", lang));
        error.at(words.action_place.clone()).hint(Message::new("hint-stamp-nothing"))
    }

    /// What changed since the last stamp of a text.
    fn show(&self, tip: &Tip, lang: &Lang, kind: StampKind) {
        let before = self.catalog.stamp(tip, lang, kind);
        let now = self.catalog.bound_text(tip, lang, kind).unwrap_or_default();
        let id = match before {
            None => "stamp-first",
            Some(stamp) if stamp.text == now => "stamp-same",
            Some(_) => "stamp-changed",
        };
        let message = Message::new(id).arg("kind", kind.name()).arg("tip", &tip.id).arg("lang", lang);
        self.say(&message.arg("date", before.map(|stamp| stamp.date.to_string()).unwrap_or_default()));
        let changed = before.map(|stamp| changed_lines(&stamp.text, &now)).unwrap_or_default();
        changed.iter().for_each(|line| coloured(&format!("    {line}")));
    }

    fn save(&self, tip: &Tip, stamps: &TipStamps) -> Result<(), Diagnostic> {
        let path = path(&tip.id);
        if stamps.broken {
            let error = Diagnostic::error(Message::new("stamp-file-broken").arg("path", &path)).about(path);
            return Err(error.hint(Message::new("hint-stamp-file-broken")));
        }
        let file = (path.clone(), stamps.to_yaml().into_bytes());
        output::write_generated(&self.options.project.project, &[file])?;
        self.say(&Message::new("stamp-done").arg("date", self.date).arg("path", path));
        Ok(())
    }

    fn say(&self, message: &Message) {
        super::say(self.messages.text(message));
    }
}

/// Prints a line, in colours only where there is a terminal.
fn coloured(line: &str) {
    use std::io::Write as _;
    let _ = writeln!(anstream::stdout(), "{line}");
}

const REMOVED: &str = "\u{1b}[31m";
const ADDED: &str = "\u{1b}[32m";
const PLAIN: &str = "\u{1b}[0m";

/// The lines of a text that changed, word by word: `[-gone-]`, `{+new+}`.
fn changed_lines(before: &str, now: &str) -> Vec<String> {
    let (before, now) = (words(before), words(now));
    let mut text = String::new();
    for op in capture_diff_slices(Algorithm::Patience, &before, &now) {
        match op {
            DiffOp::Equal { new_index, len, .. } => push_words(&mut text, &now[new_index..new_index + len]),
            other => {
                mark(&mut text, &before[other.old_range()], (REMOVED, "[-", "-]"));
                mark(&mut text, &now[other.new_range()], (ADDED, "{+", "+}"));
            }
        }
    }
    text.lines().filter(|line| line.contains(PLAIN)).map(|line| line.trim().to_owned()).collect()
}

/// Words, with line ends between them.
fn words(text: &str) -> Vec<&str> {
    let lines = text.lines().map(|line| line.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>());
    lines.collect::<Vec<_>>().join(&"\n").into_iter().collect()
}

fn push_words(into: &mut String, words: &[&str]) {
    for word in words {
        into.push_str(word);
        into.push_str(if *word == "\n" { "" } else { " " });
    }
}

/// Marks words line by line, so that each line says by itself what happened to it.
fn mark(into: &mut String, changed: &[&str], (colour, open, close): (&str, &str, &str)) {
    for (at, line) in changed.split(|word| *word == "\n").enumerate() {
        if at > 0 {
            into.push('\n');
        }
        if !line.is_empty() {
            into.push_str(&format!("{colour}{open}{}{close}{PLAIN} ", line.join(" ")));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(before: &str, now: &str) -> String {
        changed_lines(before, now).join("/").replace(REMOVED, "").replace(ADDED, "").replace(PLAIN, "")
    }

    #[test]
    fn changes_are_shown_word_by_word() {
        assert_eq!(shown("a b c\nd", "a x y c\nd"), "a [-b-] {+x y+} c");
        assert_eq!(shown("a\nb", "a\nb\nc d"), "{+c d+}");
        assert_eq!(shown("a\nb c\nd", "a\nd"), "[-b c-]");
        assert_eq!(shown("a", "a"), "");
    }
}
