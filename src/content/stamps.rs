//! Stamps of tips, one file for each tip: [`load`] reads them, [`TipStamps::to_yaml`] writes one, and [`Catalog::staleness`] says
//! which texts must be read again.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use schemars::JsonSchema;
use serde::Deserialize;

use super::yaml::{At, YamlText};
use super::{Catalog, tip::LoadedTips};
use crate::diag::{Diagnostic, Diagnostics, Message, Place, did_you_mean};
use crate::files::Files;
use crate::model::{Date, Lang, Review, Stale, Stamp, StampKind, Term, Tip, bound_text, normal, stamp_hash};

/// The folder stamps live in: `stamps/<tip>.yaml`.
pub const FOLDER: &str = "content/stamps";

/// What stands over a file of stamps.
const HEAD: &str =
    "# Written by `pancarte stamp`: which text each easy-read text, translation and review goes with. Do not edit.\n";

/// `stamps/<tip>.yaml`: written by the program.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct StampsFile {
    /// Easy-read texts by language.
    easy: BTreeMap<String, StampFile>,
    /// Readings by people with an intellectual disability, by language.
    review: BTreeMap<String, ReviewFile>,
    /// Translations by language.
    translation: BTreeMap<String, StampFile>,
}

/// The day a text was compared with another one, and that other one.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StampFile {
    /// The day, as YYYY-MM-DD.
    date: At<String>,
    /// First 16 hexadecimal digits of the BLAKE3 of the text.
    hash: At<String>,
    /// The text it goes with, as it was that day.
    text: String,
}

/// A reading by people with an intellectual disability.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReviewFile {
    /// Who read.
    names: At<Vec<String>>,
    /// Whether they agreed that their names are printed.
    consent: At<bool>,
    /// The day, as YYYY-MM-DD.
    date: At<String>,
    /// First 16 hexadecimal digits of the BLAKE3 of the sentences.
    hash: At<String>,
    /// The sentences they read.
    text: String,
}

/// The stamps of one tip.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct TipStamps {
    /// Easy-read texts and translations.
    pub stamps: BTreeMap<(StampKind, Lang), Stamp>,
    /// Readings by people with an intellectual disability.
    pub reviews: BTreeMap<Lang, Review>,
    /// Whether its file could not be read, so that it is not written over.
    pub broken: bool,
}

/// Stamps by id of the tip.
pub type Stamps = BTreeMap<String, TipStamps>;

/// The file of the stamps of a tip.
pub fn path(tip: &str) -> String {
    format!("{FOLDER}/{tip}.yaml")
}

/// Reads all stamps of a project.
pub fn load(files: &Files, tips: &LoadedTips, diagnostics: &mut Diagnostics) -> Stamps {
    let paths = files.list(FOLDER).map_err(|error| diagnostics.push(error)).unwrap_or_default();
    let mut stamps = Stamps::new();
    for path in paths.iter().filter(|path| path.ends_with(".yaml")) {
        let id = &path[FOLDER.len() + 1..path.len() - ".yaml".len()];
        if tips.broken.contains(id) {
            continue;
        }
        let Some(tip) = tips.tips.get(id) else {
            let hint = did_you_mean(id, tips.tips.keys().map(String::as_str));
            let warning = Diagnostic::warning(Message::new("stamp-tip-unknown").arg("tip", id));
            diagnostics.push(warning.about(path).hint(hint));
            continue;
        };
        stamps.insert(id.to_owned(), read(files, path, tip, diagnostics));
    }
    stamps
}

fn read(files: &Files, path: &str, tip: &Tip, diagnostics: &mut Diagnostics) -> TipStamps {
    let broken = TipStamps { broken: true, ..TipStamps::default() };
    let Ok(file) = files.text(path).map_err(|error| diagnostics.push(error)) else { return broken };
    let yaml = YamlText::whole(&file);
    let Some(written) = yaml.parse::<StampsFile>(diagnostics) else { return broken };
    let mut reader = Reader { tip, yaml, diagnostics, broken: false };
    let mut read = TipStamps::default();
    for (kind, of) in [(StampKind::Easy, &written.easy), (StampKind::Translation, &written.translation)] {
        for (code, stamp) in of {
            let found = reader.stamp(code, &stamp.date, &stamp.hash, &stamp.text);
            read.stamps.extend(found.map(|(lang, stamp)| ((kind, lang), stamp)));
        }
    }
    for (code, review) in &written.review {
        let found = reader.review(code, review);
        read.reviews.extend(found);
    }
    TipStamps { broken: reader.broken, ..read }
}

struct Reader<'a> {
    tip: &'a Tip,
    yaml: YamlText<'a>,
    diagnostics: &'a mut Diagnostics,
    broken: bool,
}

impl Reader<'_> {
    fn stamp(&mut self, code: &str, date: &At<String>, hash: &At<String>, text: &str) -> Option<(Lang, Stamp)> {
        let place = self.yaml.place(date);
        let lang = self.lang(code, &place)?;
        let Some(date) = super::date(date, &self.yaml, self.diagnostics) else {
            self.broken = true;
            return None;
        };
        let text = crate::model::normal(text);
        if stamp_hash(&text) != hash.value.trim() {
            let warning = Diagnostic::warning(Message::new("stamp-edited").arg("tip", &self.tip.id));
            let hint = Message::new("hint-stamp").arg("tip", &self.tip.id).arg("lang", &lang);
            self.diagnostics.push(warning.at(self.yaml.place(hash)).hint(hint));
            return None;
        }
        Some((lang, Stamp { date, hash: hash.value.trim().to_owned(), text, place }))
    }

    /// A language that the tip has words in.
    fn lang(&mut self, code: &str, place: &Place) -> Option<Lang> {
        let lang = Lang::parse(code).filter(|lang| self.tip.words.contains_key(lang));
        if lang.is_none() {
            let message = Message::new("stamp-lang-unknown").arg("tip", &self.tip.id).arg("lang", code);
            let hint = did_you_mean(code, self.tip.words.keys().map(Lang::code));
            self.diagnostics.push(Diagnostic::warning(message).at(place.clone()).hint(hint));
        }
        lang
    }

    fn review(&mut self, code: &str, review: &ReviewFile) -> Option<(Lang, Review)> {
        let names: Vec<String> = review.names.value.iter().map(|name| crate::model::normal(name)).collect();
        if !review.consent.value {
            self.refuse("stamp-no-consent", self.yaml.place(&review.consent));
            return None;
        }
        if names.is_empty() || names.iter().any(String::is_empty) {
            self.refuse("stamp-no-names", self.yaml.place(&review.names));
            return None;
        }
        let found = self.stamp(code, &review.date, &review.hash, &review.text);
        // names and consent are nobody's to throw away: a file with a reading that does not count is not written over
        self.broken |= found.is_none();
        found.map(|(lang, stamp)| (lang, Review { names, stamp }))
    }

    fn refuse(&mut self, id: &'static str, place: Place) {
        self.broken = true;
        let error = Diagnostic::error(Message::new(id).arg("tip", &self.tip.id)).at(place);
        self.diagnostics.push(error.hint(Message::new("hint-stamp-review")));
    }
}

impl TipStamps {
    /// Whether there is a stamp of this kind.
    pub fn stamp(&self, kind: StampKind, lang: &Lang) -> Option<&Stamp> {
        match kind {
            StampKind::Review => self.reviews.get(lang).map(|review| &review.stamp),
            _ => self.stamps.get(&(kind, lang.clone())),
        }
    }

    /// The file of these stamps: sorted, so that the same stamps make the same bytes.
    pub fn to_yaml(&self) -> String {
        let mut text = HEAD.to_owned();
        for kind in StampKind::ALL {
            let stamps: Vec<(&Lang, &Stamp)> = match kind {
                StampKind::Review => self.reviews.iter().map(|(lang, review)| (lang, &review.stamp)).collect(),
                _ => self.stamps.iter().filter(|((of, _), _)| *of == kind).map(|((_, l), s)| (l, s)).collect(),
            };
            if stamps.is_empty() {
                continue;
            }
            let _ = writeln!(text, "{}:", kind.name());
            for (lang, stamp) in stamps {
                let names = self.reviews.get(lang).filter(|_| kind == StampKind::Review).map(|r| r.names.as_slice());
                write_stamp(&mut text, lang, stamp, names);
            }
        }
        text
    }
}

fn write_stamp(into: &mut String, lang: &Lang, stamp: &Stamp, names: Option<&[String]>) {
    let _ = writeln!(into, "  {lang}:");
    if let Some(names) = names {
        // a JSON string is a quoted YAML string
        let names: Vec<String> = names.iter().map(|name| serde_json::json!(name).to_string()).collect();
        let _ = writeln!(into, "    names: [{}]\n    consent: true", names.join(", "));
    }
    let _ = writeln!(into, "    date: {}\n    hash: \"{}\"\n    text: |-", stamp.date, stamp.hash);
    for line in stamp.text.lines() {
        let _ = writeln!(into, "      {line}");
    }
}

impl Catalog {
    /// The stamp of a text of a tip.
    pub fn stamp(&self, tip: &Tip, lang: &Lang, kind: StampKind) -> Option<&Stamp> {
        self.stamps.get(&tip.id)?.stamp(kind, lang)
    }

    /// What a text of a tip is bound to today.
    pub fn bound_text(&self, tip: &Tip, lang: &Lang, kind: StampKind) -> Option<String> {
        let text = bound_text(tip, lang, &self.kit.source_language, kind)?;
        // who reads easy sentences reads what explains their hard words too
        let glossary = self.glossary.get(lang).filter(|_| kind == StampKind::Review);
        let mut terms: BTreeMap<&str, &Term> = BTreeMap::new();
        let mut open = vec![text.as_str()];
        while let Some(text) = open.pop() {
            for (term, _) in glossary.map(|glossary| glossary.terms_in(text)).unwrap_or_default() {
                if terms.insert(&term.id, term).is_none() {
                    open.extend(term.meaning.iter().map(|said| said.text.as_str()));
                }
            }
        }
        let meanings = terms.values().flat_map(|term| term.meaning.iter().map(|said| said.text.as_str()));
        Some(normal(&std::iter::once(text.as_str()).chain(meanings).collect::<Vec<_>>().join("\n")))
    }

    /// Texts of a tip in a language whose binding changed since they were stamped.
    pub fn staleness(&self, tip: &Tip, lang: &Lang) -> Vec<Stale> {
        let stale = |kind: StampKind| {
            let (stamp, text) = (self.stamp(tip, lang, kind)?, self.bound_text(tip, lang, kind)?);
            let words = tip.words.get(lang)?.action_place.clone();
            let place = if kind == StampKind::Translation { words } else { words.find("easy") };
            (stamp.hash != stamp_hash(&text)).then_some(Stale { kind, stamped_on: stamp.date, place })
        };
        StampKind::ALL.into_iter().filter_map(stale).collect()
    }

    /// Texts of a tip in a language that were never stamped. Reviews are among them: nobody read the easy-read text yet.
    pub fn unstamped(&self, tip: &Tip, lang: &Lang) -> Vec<StampKind> {
        let missing =
            |kind: &StampKind| self.stamp(tip, lang, *kind).is_none() && self.bound_text(tip, lang, *kind).is_some();
        StampKind::ALL.into_iter().filter(missing).collect()
    }

    /// The reading of the easy-read sentences of a tip, if they are still the ones that were read.
    pub fn review(&self, tip: &Tip, lang: &Lang) -> Option<&Review> {
        let review = self.stamps.get(&tip.id)?.reviews.get(lang)?;
        let text = self.bound_text(tip, lang, StampKind::Review)?;
        (review.stamp.hash == stamp_hash(&text)).then_some(review)
    }

    /// The stamps of a tip, to be added to.
    pub fn stamps_of(&self, tip: &Tip) -> TipStamps {
        self.stamps.get(&tip.id).cloned().unwrap_or_default()
    }

    /// Stamps a text of a tip as it stands; `names` are those of a review. People who read the same sentences on another day are
    /// kept beside the new ones.
    pub fn put_stamp(
        &self,
        stamps: &mut TipStamps,
        tip: &Tip,
        (lang, kind): (&Lang, StampKind),
        names: &[String],
        date: Date,
    ) {
        let Some(text) = self.bound_text(tip, lang, kind) else { return };
        let stamp = Stamp { date, hash: stamp_hash(&text), text, place: tip.place.start() };
        if kind != StampKind::Review {
            stamps.stamps.insert((kind, lang.clone()), stamp);
            return;
        }
        let mut all = self.review(tip, lang).map(|review| review.names.clone()).unwrap_or_default();
        for name in names {
            if !all.contains(name) {
                all.push(name.clone());
            }
        }
        stamps.reviews.insert(lang.clone(), Review { names: all, stamp });
    }
}
