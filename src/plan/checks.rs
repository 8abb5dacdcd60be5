//! What a sheet needs of its theme and content before it can be set: words, glyphs, pictograms.

use crate::diag::{Diagnostic, Diagnostics, Message, Place, did_you_mean};
use crate::model::{FormDocument, Lang, Medium, Stale, StalePolicy, StampKind, Tip, pictograms};

use super::planner::{Made, Planner};
use super::select::{self, OrderLine};

/// The place of a pictogram's name, from a place before it: `pictogram: usb` in YAML, `pictogram:usb` in Markdown.
fn written_pictogram(from: &Place, name: &str) -> Place {
    let in_yaml = from.find(&format!("pictogram: {name}"));
    let found = if in_yaml == *from { from.find(&format!("pictogram:{name}")) } else { in_yaml };
    found.find(name)
}

impl Planner<'_> {
    pub(super) fn check_words(&self, words: &crate::content::Words, diagnostics: &mut Diagnostics) -> Option<()> {
        let missing: Vec<&str> =
            self.theme.file.words.iter().map(String::as_str).filter(|key| words.get(key).is_empty()).collect();
        if missing.is_empty() {
            return Some(());
        }
        let message = Message::new("word-missing").arg("keys", missing.join(", ")).arg("theme", &self.theme.id);
        let error = Diagnostic::error(message).about(&words.file).hint(Message::new("hint-word-missing"));
        if !diagnostics.contains(&error) {
            diagnostics.push(error);
        }
        None
    }

    /// A character that no font of the theme has would be a hole on paper.
    pub(super) fn check_glyphs(&self, lang: &Lang, made: &Made, diagnostics: &mut Diagnostics) {
        let families = self.theme.families(lang);
        let missing = |text: &str| self.theme.fonts.missing_glyph(text, families);
        let glyph =
            |c: char| Message::new("glyph-missing").arg("glyph", c).arg("theme", &self.theme.id).arg("lang", lang);
        let hint = || Message::new("hint-glyph-missing");
        if let Some(c) = missing(&self.venue.name) {
            diagnostics.push(Diagnostic::error(glyph(c)).at(self.venue.place.clone()).hint(hint()));
        }
        if let Some(c) = made.sheet.plain().iter().find_map(|line| missing(line)) {
            let file = made.files.iter().find(|file| file.contains(lang.code())).cloned().unwrap_or_default();
            diagnostics.push(Diagnostic::error(glyph(c)).about(file).hint(hint()));
        }
    }

    pub(super) fn check_pictograms(&self, line: &OrderLine<'_>, diagnostics: &mut Diagnostics) {
        let known = self.theme.pictograms();
        for (name, place) in self.used_pictograms(line).into_iter().filter(|(name, _)| !known.contains(name)) {
            let message = Message::new("pictogram-unknown").arg("name", name).arg("theme", &self.theme.id);
            let hint = did_you_mean(name, known.iter().copied());
            diagnostics.push(Diagnostic::error(message).at(place).hint(hint));
        }
    }

    /// An easy-read sheet in two languages puts them idea by idea: both must have as many.
    pub(super) fn check_ideas(&self, line: &OrderLine<'_>, diagnostics: &mut Diagnostics) {
        let Some(second) = line.second.filter(|_| line.medium == Medium::EasyRead) else { return };
        for tip in &line.tips {
            let (Some(one), Some(other)) = (tip.words.get(line.lang), tip.words.get(second)) else { continue };
            if one.easy.len() == other.easy.len() {
                continue;
            }
            let message = Message::new("easy-ideas-differ")
                .arg("tip", &tip.id)
                .arg("first", line.lang)
                .arg("ideas", one.easy.len())
                .arg("second", second)
                .arg("others", other.easy.len());
            let error = Diagnostic::error(message).at(other.action_place.find("easy"));
            diagnostics.push(error.hint(Message::new("hint-easy-ideas-differ")));
        }
    }

    /// Texts that may no longer say what they are bound to say, where the order refuses them.
    pub(super) fn check_stale(&self, line: &OrderLine<'_>, diagnostics: &mut Diagnostics) {
        if line.stale != StalePolicy::Refuse {
            return;
        }
        for (lang, tip) in line.spoken_tips() {
            let stale = self.catalog.staleness(tip, lang);
            let shown = stale.iter().filter(|stale| match stale.kind {
                StampKind::Translation => true,
                StampKind::Easy => line.medium == Medium::EasyRead,
                // the sheet itself says that nobody read it
                StampKind::Review => false,
            });
            diagnostics.extend(shown.map(|stale| self.stale(line, lang, tip, stale)));
        }
    }

    fn stale(&self, line: &OrderLine<'_>, lang: &Lang, tip: &Tip, stale: &Stale) -> Diagnostic {
        let message = Message::new("sheet-stale")
            .arg("kind", stale.kind.name())
            .arg("tip", &tip.id)
            .arg("lang", lang)
            .arg("date", stale.stamped_on)
            .arg("sheet", format!("{}/{}/{}", self.venue.id, line.languages(), select::stem(line)));
        let hint = Message::new("hint-stamp").arg("tip", &tip.id).arg("lang", lang);
        Diagnostic::error(message).at(stale.place.clone()).hint(hint)
    }

    /// Pictograms that authors name for a sheet, with their places.
    fn used_pictograms<'b>(&'b self, line: &'b OrderLine<'_>) -> Vec<(&'b str, Place)> {
        let mut used = Vec::new();
        for tip in &line.tips {
            used.push((tip.pictogram.as_str(), written_pictogram(&tip.place, &tip.pictogram)));
            let Some(words) = tip.words.get(line.lang) else { continue };
            let easy = words.easy.iter().map(|idea| idea.pictogram.as_str());
            let at = words.action_place.start();
            used.extend(easy.chain(pictograms(&words.body)).map(|name| (name, written_pictogram(&at, name))));
        }
        if line.medium == Medium::EasyRead {
            let glossaries =
                std::iter::once(line.lang).chain(line.second).filter_map(|lang| self.catalog.glossary.get(lang));
            let named =
                glossaries.flat_map(|glossary| glossary.terms.values()).filter_map(|term| term.pictogram.as_ref());
            used.extend(named.map(|(name, place)| (name.as_str(), place.clone())));
        }
        if let Some(document) = self.document_of(line) {
            let sections = document.sections.iter();
            let own = sections.clone().filter_map(|section| section.pictogram.as_deref());
            let inside = pictograms(&document.intro).chain(sections.flat_map(|section| pictograms(&section.body)));
            used.extend(own.chain(inside).map(|name| (name, written_pictogram(&document.place, name))));
        }
        if line.medium == Medium::Booklet {
            let contacts = self.venue.contacts.iter().filter_map(|contact| contact.pictogram.as_ref());
            used.extend(contacts.map(|(name, place)| (name.as_str(), place.clone())));
        }
        used
    }

    fn document_of(&self, line: &OrderLine<'_>) -> Option<&FormDocument> {
        let own = select::document_of(line.medium, line.variant);
        let id = own.or((line.medium == Medium::Booklet).then_some("notre-aide"))?;
        self.catalog.documents.get(id)?.get(line.lang)
    }
}
