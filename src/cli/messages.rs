//! The words of the interface, from `messages/fr.ftl` and `messages/en.ftl`: [`Messages::text`].

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use unic_langid::langid;

use crate::diag::Message;

const FRENCH: &str = include_str!("messages/fr.ftl");
const ENGLISH: &str = include_str!("messages/en.ftl");
const FRENCH_RULES: &str = include_str!("messages/rules-fr.ftl");
const ENGLISH_RULES: &str = include_str!("messages/rules-en.ftl");

/// A language of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UiLang {
    /// French.
    French,
    /// English.
    English,
}

impl UiLang {
    /// French where the locale is French, else English.
    pub fn of(locale: &str) -> Self {
        if locale.to_lowercase().starts_with("fr") { UiLang::French } else { UiLang::English }
    }
}

/// Messages of one language.
pub struct Messages {
    bundle: FluentBundle<FluentResource>,
}

impl std::fmt::Debug for Messages {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Messages").field("locales", &self.bundle.locales).finish()
    }
}

impl Messages {
    /// The messages of a language.
    pub fn new(lang: UiLang) -> Self {
        let (id, texts) = match lang {
            UiLang::French => (langid!("fr"), [FRENCH, FRENCH_RULES]),
            UiLang::English => (langid!("en"), [ENGLISH, ENGLISH_RULES]),
        };
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        bundle.set_use_isolating(false);
        // Parts that parse are kept; a test reads both files and refuses a mistake in them.
        for text in texts {
            let resource = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(resource, _)| resource);
            let _ = bundle.add_resource(resource);
        }
        Messages { bundle }
    }

    /// The words of a message.
    pub fn text(&self, message: &Message) -> String {
        let pattern = self.bundle.get_message(message.id).and_then(|found| found.value());
        let Some(pattern) = pattern else { return message.id.to_owned() };
        let mut args = FluentArgs::new();
        for (name, value) in &message.args {
            // a telephone number keeps its zero
            let number = value.parse::<u32>().ok().filter(|number| number.to_string() == *value);
            match number {
                Some(number) => args.set(*name, number),
                None if value.parse::<f64>().is_ok() => args.set(*name, self.decimal(value)),
                None => args.set(*name, value.as_str()),
            }
        }
        self.bundle.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned()
    }

    /// A number in the manner of the language.
    pub fn number(&self, number: f64) -> String {
        self.decimal(&number.to_string())
    }

    fn decimal(&self, number: &str) -> String {
        let french = self.bundle.locales.first() == Some(&langid!("fr"));
        if french { number.replace('.', ",") } else { number.to_owned() }
    }

    /// A message without arguments.
    pub fn word(&self, id: &str) -> String {
        let pattern = self.bundle.get_message(id).and_then(|found| found.value());
        let Some(pattern) = pattern else { return id.to_owned() };
        self.bundle.format_pattern(pattern, None, &mut Vec::new()).into_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn ids(text: &str) -> BTreeSet<&str> {
        let ids = text.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()));
        ids.filter_map(|line| Some(line.split_once(" =")?.0)).collect()
    }

    #[test]
    fn both_languages_say_the_same() {
        for (french, english) in [(FRENCH, ENGLISH), (FRENCH_RULES, ENGLISH_RULES)] {
            assert!(FluentResource::try_new(french.to_owned()).is_ok());
            assert!(FluentResource::try_new(english.to_owned()).is_ok());
            assert_eq!(ids(french), ids(english));
        }
    }

    #[test]
    fn numbers_have_their_plural() {
        let messages = Messages::new(UiLang::French);
        let said = |n: u32| messages.text(&Message::new("report-errors").arg("count", n));
        assert_ne!(said(1), said(2).replace('2', "1"));
        assert_eq!((messages.number(7.5), Messages::new(UiLang::English).number(7.5)), ("7,5".into(), "7.5".into()));
    }
}
