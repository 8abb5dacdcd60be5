//! `pancarte list`: venues, tips, media, themes or rules, a line each.

use super::args::{ListArgs, Listed};
use super::findings::severity_word;
use super::messages::{Messages, UiLang};
use super::report;
use crate::check::{Rule, rules};
use crate::content::Catalog;
use crate::diag::{Diagnostics, has_errors};
use crate::files::Files;
use crate::model::{Medium, Status};
use crate::{content, theme};

/// Prints the list.
pub fn run(options: &ListArgs, messages: &Messages, lang: UiLang) -> bool {
    let files = Files::project(&options.project.project);
    match options.what {
        Listed::Media => {
            Medium::ALL.iter().for_each(|medium| super::say(medium_line(*medium)));
            true
        }
        Listed::Rules => {
            rules::ALL.iter().for_each(|rule| super::say(rule_line(rule, messages, lang)));
            true
        }
        Listed::Themes => match theme::names(&files) {
            Ok(names) => {
                names.iter().for_each(super::say);
                true
            }
            Err(error) => {
                report::print(&[error], messages);
                false
            }
        },
        Listed::Venues => with_catalog(files, messages, |catalog| {
            for venue in catalog.venues.values() {
                let langs: Vec<&str> = venue.languages.iter().map(crate::model::Lang::code).collect();
                let kind = venue.kind.as_deref().unwrap_or("-");
                let (id, name, langs) = (&venue.id, &venue.name, langs.join(" "));
                super::say(format_args!("{id:<30} {kind:<16} {langs:<12} {name}"));
            }
        }),
        Listed::Tips => with_catalog(files, messages, |catalog| {
            for tip in catalog.tips.values() {
                let mark = |status: &Status| if *status == Status::Machine { "*" } else { "" };
                let langs = tip.words.iter().map(|(lang, words)| format!("{lang}{}", mark(&words.status)));
                let langs: Vec<String> = langs.collect();
                let moment = tip.moment.map_or("staff", crate::model::Moment::name);
                let (id, title, langs) = (&tip.id, title(catalog, &tip.id), langs.join(" "));
                super::say(format_args!("{id:<32} {moment:<12} {langs:<10} {title}"));
            }
            super::say(format_args!("\n{}", messages.word("list-machine")));
        }),
    }
}

fn title(catalog: &Catalog, id: &str) -> String {
    let words = catalog.tips.get(id).map(|tip| &tip.words);
    let words = words.and_then(|words| words.get(&catalog.kit.source_language).or_else(|| words.values().next()));
    words.map(|words| crate::model::plain_inlines(&words.action)).unwrap_or_default()
}

fn rule_line(rule: &Rule, messages: &Messages, lang: UiLang) -> String {
    let severity = messages.word(severity_word(rule.severity));
    let summary = rule.page(lang == UiLang::French).summary;
    format!("{:<16} {:<11} {severity:<10} {summary}", rule.id, rule.group.name())
}

fn medium_line(medium: Medium) -> String {
    let sizes: Vec<String> = medium.orderable().iter().map(ToString::to_string).collect();
    let sizes = if sizes.is_empty() { "1920x1080 …".to_owned() } else { sizes.join(" ") };
    let formats: Vec<&str> = medium.formats().iter().map(|format| format.extension()).collect();
    let variants: Vec<&str> = medium.variants().iter().map(|variant| variant.name()).collect();
    format!("{:<18} {:<18} {:<20} {}", medium.name(), sizes, formats.join(" "), variants.join(" "))
        .trim_end()
        .to_owned()
}

fn with_catalog(files: Files, messages: &Messages, show: impl FnOnce(&Catalog)) -> bool {
    let mut diagnostics = Diagnostics::new();
    if let Some((catalog, _)) = content::load(files, &mut diagnostics) {
        show(&catalog);
    }
    report::print(&diagnostics, messages);
    !has_errors(&diagnostics)
}
