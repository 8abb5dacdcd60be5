//! Hard words of an easy-read sheet: explained in the sentence after the first that uses them ([`explain`]), and listed at its
//! end ([`list`]).

use std::collections::BTreeSet;

use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};
use icu_locale::Locale;

use crate::content::Catalog;
use crate::model::{Glossary, Lang, Status, Term, folded};

use super::planner::Made;
use super::sheet::{HardWord, Sheet, SheetIdea};

/// Puts the explanation of every term after the first sentence of the sheet that uses it. A sentence that its idea says already
/// is not said twice.
pub(super) fn explain<'i>(ideas: impl Iterator<Item = &'i mut SheetIdea>, glossary: Option<&Glossary>) {
    let Some(glossary) = glossary else { return };
    let mut explained = BTreeSet::new();
    for idea in ideas {
        explain_idea(idea, glossary, &mut explained);
    }
}

fn explain_idea<'g>(idea: &mut SheetIdea, glossary: &'g Glossary, explained: &mut BTreeSet<&'g str>) {
    let own: BTreeSet<String> = idea.sentences.iter().map(|sentence| folded(sentence)).collect();
    idea.follows.clear();
    for sentence in std::mem::take(&mut idea.sentences) {
        let used: Vec<&Term> = glossary.terms_in(&sentence).into_iter().map(|(term, _)| term).collect();
        idea.sentences.push(sentence);
        for term in used.into_iter().filter(|term| explained.insert(term.id.as_str())) {
            let meaning = term.meaning.iter().map(|said| &said.text);
            idea.sentences.extend(meaning.filter(|text| !own.contains(&folded(text))).cloned());
        }
        idea.follows.push(false);
        idea.follows.resize(idea.sentences.len(), true);
    }
}

/// Ends the easy-read sheet of each language with the words that any of them explains, in the order of the alphabet of the first:
/// two languages on one sheet keep their rows beside each other.
pub(super) fn list(made: &mut [(&Lang, &mut Made)], catalog: &Catalog) {
    let glossaries: Vec<Option<&Glossary>> = made.iter().map(|(lang, _)| catalog.glossary.get(*lang)).collect();
    let mut used = BTreeSet::new();
    for ((_, made), glossary) in made.iter().zip(&glossaries) {
        if let (Sheet::EasyRead(sheet), Some(glossary)) = (&made.sheet, glossary) {
            let ideas = sheet.sections.iter().flat_map(|section| &section.ideas);
            used.extend(closure(glossary, ideas.flat_map(|idea| &idea.sentences)));
        }
    }
    let order = in_order(used, made.first().map(|(lang, _)| *lang), glossaries.first().copied().flatten());
    for ((_, made), glossary) in made.iter_mut().zip(&glossaries) {
        let Sheet::EasyRead(sheet) = &mut made.sheet else { continue };
        let word = |id: &String| HardWord::of(id, glossary.and_then(|glossary| glossary.terms.get(id)));
        sheet.hard_words = order.iter().map(word).collect();
        if let Some(glossary) = glossary.filter(|_| !order.is_empty()) {
            made.machine |= glossary.status == Status::Machine;
            made.files.insert(glossary.file.clone());
        }
    }
}

/// Ids of the terms of these sentences, and of the terms that their explanations use.
fn closure<'s>(glossary: &Glossary, sentences: impl Iterator<Item = &'s String>) -> BTreeSet<String> {
    let mut open: Vec<String> = sentences.cloned().collect();
    let mut ids = BTreeSet::new();
    while let Some(sentence) = open.pop() {
        for (term, _) in glossary.terms_in(&sentence) {
            if ids.insert(term.id.clone()) {
                open.extend(term.meaning.iter().map(|said| said.text.clone()));
            }
        }
    }
    ids
}

/// Ids by the alphabet of a language; those that it has no word for come last.
fn in_order(ids: BTreeSet<String>, lang: Option<&Lang>, glossary: Option<&Glossary>) -> Vec<String> {
    let collator = lang.and_then(collator);
    let word = |id: &String| glossary.and_then(|glossary| glossary.terms.get(id)).map(|term| term.term.as_str());
    let mut ids: Vec<String> = ids.into_iter().collect();
    ids.sort_by(|one, other| match (word(one), word(other)) {
        (Some(one), Some(other)) => match &collator {
            Some(collator) => collator.compare(one, other),
            None => one.cmp(other),
        },
        (one, other) => other.is_some().cmp(&one.is_some()),
    });
    ids
}

/// The alphabet of a language as CLDR orders it.
fn collator(lang: &Lang) -> Option<CollatorBorrowed<'static>> {
    let locale = Locale::try_from_str(lang.code()).ok()?;
    Collator::try_new(locale.into(), CollatorOptions::default()).ok()
}

impl HardWord {
    /// A term as the list shows it; without words where a language has none.
    fn of(id: &str, term: Option<&Term>) -> Self {
        HardWord {
            id: id.to_owned(),
            term: term.map(|term| term.term.clone()).unwrap_or_default(),
            meaning: term.map(|term| term.meaning.iter().map(|said| said.text.clone()).collect()).unwrap_or_default(),
            pictogram: term.and_then(|term| term.pictogram.as_ref()).map(|(name, _)| name.clone()),
        }
    }
}
