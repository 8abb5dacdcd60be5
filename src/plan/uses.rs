//! What the sheets of a venue are made of, for its credits: [`uses`] looks at all that it orders, whatever is made today.

use std::collections::{BTreeMap, BTreeSet};

use crate::content::Catalog;
use crate::model::{
    ContactKind, FormDocument, Lang, Letters, Medium, Tip, TipWords, Venue, pictograms, plain_blocks, plain_inlines,
};
use crate::theme::Theme;

use super::compose::contact_pictogram;
use super::select::{OrderLine, Selector, Wanted, document_of};

/// What the sheets of a venue are made of.
#[derive(Debug, Default)]
pub struct Uses {
    /// Ids of tips.
    pub tips: BTreeSet<String>,
    /// Letters and signs by language.
    pub letters: BTreeMap<Lang, Letters>,
    /// Files of the theme with a maker of their own: fonts and pictograms, by path inside the theme.
    pub files: BTreeSet<String>,
}

/// What the sheets of a venue are made of.
pub fn uses(catalog: &Catalog, venue: &Venue, theme: &Theme) -> Uses {
    let wanted = Wanted::default();
    let lines = Selector::new(catalog, venue, &wanted).lines();
    let mut user = User { catalog, venue, theme, uses: Uses::default() };
    lines.iter().for_each(|line| user.line(line));
    user.fonts();
    user.uses
}

struct User<'a> {
    catalog: &'a Catalog,
    venue: &'a Venue,
    theme: &'a Theme,
    uses: Uses,
}

impl User<'_> {
    fn line(&mut self, line: &OrderLine<'_>) {
        for lang in std::iter::once(line.lang).chain(line.second) {
            self.layout(line.medium, lang);
            self.document(line, lang);
        }
        for (lang, tip) in line.spoken_tips() {
            self.tip(tip, lang);
        }
    }

    fn say(&mut self, lang: &Lang, text: &str) {
        let letters = self.uses.letters.entry(lang.clone()).or_default();
        text.split_whitespace().for_each(|word| letters.add(word));
    }

    fn pictogram(&mut self, name: &str) {
        self.uses.files.insert(format!("pictograms/{name}.svg"));
    }

    /// What the layout of a medium brings: its words, the name of the venue, and pictograms that its templates name.
    fn layout(&mut self, medium: Medium, lang: &Lang) {
        if let Some(words) = self.catalog.words.get(lang) {
            words.strings.values().for_each(|word| self.say(lang, word));
        }
        let venue = self.venue;
        self.say(lang, &venue.name);
        let address = [&venue.address.street, &venue.address.postcode, &venue.address.town];
        address.into_iter().flatten().for_each(|part| self.say(lang, part));
        venue.hours.values().for_each(|hours| self.say(lang, hours));
        venue.contacts.iter().for_each(|contact| self.say(lang, &contact.value));
        self.named_by_templates(medium);
        if medium == Medium::PosterChecklist {
            self.pictogram("sortie");
        }
        if medium == Medium::Booklet {
            let own = venue.contacts.iter().filter_map(|contact| contact.pictogram.as_ref()).map(|(name, _)| name);
            own.for_each(|name| self.pictogram(name));
            let usual = venue.contacts.iter().map(|contact| contact.kind).chain([ContactKind::Desk]);
            usual.for_each(|kind| self.pictogram(contact_pictogram(kind)));
        }
    }

    /// Pictograms whose names stand between quotes in the templates of a medium.
    fn named_by_templates(&mut self, medium: Medium) {
        let Some(templates) = self.theme.medium(medium) else { return };
        let known = self.theme.pictograms();
        for template in [&templates.template, &templates.page] {
            let text = self.theme.assets.get(template.as_str()).map(|bytes| String::from_utf8_lossy(bytes));
            let text = text.unwrap_or_default();
            for name in text.split('"').skip(1).step_by(2).filter(|name| known.contains(name)) {
                self.pictogram(name);
            }
        }
    }

    fn tip(&mut self, tip: &Tip, lang: &Lang) {
        self.uses.tips.insert(tip.id.clone());
        self.pictogram(&tip.pictogram);
        let Some(words) = tip.words.get(lang) else { return };
        for line in lines_of(words) {
            self.say(lang, &line);
        }
        words.easy.iter().for_each(|idea| self.pictogram(&idea.pictogram));
        pictograms(&words.body).for_each(|name| self.pictogram(name));
    }

    fn document(&mut self, line: &OrderLine<'_>, lang: &Lang) {
        let own = document_of(line.medium, line.variant);
        let Some(id) = own.or((line.medium == Medium::Booklet).then_some("notre-aide")) else { return };
        let Some(document) = self.catalog.documents.get(id).and_then(|by_lang| by_lang.get(lang)) else { return };
        self.say(lang, &text_of(document));
        let sections = document.sections.iter();
        let inside = sections.clone().flat_map(|section| pictograms(&section.body));
        let own = sections.filter_map(|section| section.pictogram.as_deref());
        own.chain(inside).chain(pictograms(&document.intro)).for_each(|name| self.pictogram(name));
    }

    /// The fonts that have the letters: of each language the first family, and others for the letters that it lacks.
    fn fonts(&mut self) {
        for (lang, letters) in &self.uses.letters {
            let families = self.theme.families(lang);
            let used = self.theme.fonts.families_for(letters.all(), families);
            let files = self.theme.font_files.iter().filter(|(_, family)| used.contains(family.as_str()));
            self.uses.files.extend(files.map(|(path, _)| path.clone()));
        }
    }
}

fn lines_of(words: &TipWords) -> Vec<String> {
    let own = [words.title.clone(), plain_inlines(&words.action), words.support.clone(), plain_blocks(&words.body)];
    own.into_iter().chain(words.easy.iter().flat_map(|idea| idea.sentences.iter().cloned())).collect()
}

fn text_of(document: &FormDocument) -> String {
    let mut lines = vec![document.title.clone(), plain_blocks(&document.intro)];
    lines.extend(document.subtitle.clone());
    for section in &document.sections {
        lines.extend([section.title.clone(), plain_blocks(&section.body)]);
        for field in &section.fields {
            lines.push(field.label.clone());
            lines.extend(field.hint.iter().chain(&field.options).cloned());
        }
    }
    lines.join("\n")
}
