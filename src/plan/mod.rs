//! Catalog and themes become jobs: [`plan`] says what will be made, and what is missing.

mod adapt;
mod boxes;
mod compose;
mod job;
mod select;
mod sheet;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

pub use job::{ContactView, Job, LogoView, VenueView};
pub use select::{Gap, Wanted};
pub use sheet::Sheet;

use crate::content::Catalog;
use crate::content::profile::VENUES;
use crate::diag::{Diagnostic, Diagnostics, Message, Place, did_you_mean, has_errors};
use crate::model::{FormDocument, Lang, Medium, Pt, Size, System, Venue, pictograms};
use crate::theme::{Roles, Theme};

use adapt::Adapter;
use boxes::Fitting;
use compose::date_text;
use select::{OrderLine, Selector};

/// Everything that will be made, sorted by venue, language and order.
#[derive(Debug, Default)]
pub struct Plan {
    /// Jobs.
    pub jobs: Vec<Job>,
    /// What cannot be made for want of words.
    pub gaps: BTreeSet<Gap>,
}

/// The plan of a catalog; what is wrong is said in `diagnostics`, and the rest is planned.
pub fn plan(
    catalog: &Catalog,
    themes: &BTreeMap<String, Theme>,
    wanted: &Wanted,
    diagnostics: &mut Diagnostics,
) -> Plan {
    check_wanted(catalog, wanted, diagnostics);
    let mut plan = Plan::default();
    for venue in catalog.venues.values().filter(|venue| wanted.venue(&venue.id)) {
        let Some(theme) = themes.get(&venue.theme) else { continue };
        let mut selector = Selector { catalog, venue, wanted, gaps: BTreeSet::new(), diagnostics: Diagnostics::new() };
        let lines = selector.lines();
        plan.gaps.append(&mut selector.gaps);
        let mut found = selector.diagnostics;
        let planner = Planner { catalog, venue, theme, colours: Arc::new(Roles::of(venue.colour)) };
        let mut jobs: Vec<Job> = lines.iter().filter_map(|line| planner.job(line, &mut found)).collect();
        name_apart(&mut jobs, &lines, venue, &mut found);
        plan.jobs.append(&mut jobs);
        for diagnostic in found {
            if !diagnostics.contains(&diagnostic) {
                diagnostics.push(diagnostic);
            }
        }
    }
    if plan.jobs.is_empty() && !has_errors(diagnostics) {
        let error = Diagnostic::error(Message::new("nothing-to-make")).about(VENUES);
        diagnostics.push(error.hint(Message::new("hint-nothing-to-make")));
    }
    plan
}

fn check_wanted(catalog: &Catalog, wanted: &Wanted, diagnostics: &mut Diagnostics) {
    for id in &wanted.venues {
        if catalog.venues.contains_key(id) || catalog.broken_venues.contains(id) {
            continue;
        }
        let hint = did_you_mean(id, catalog.venues.keys().map(String::as_str));
        diagnostics.push(Diagnostic::error(Message::new("venue-unknown").arg("id", id)).hint(hint));
    }
}

/// Two orders of the same sheet are told apart by the place they hang in, else they are a mistake.
fn name_apart(jobs: &mut Vec<Job>, lines: &[OrderLine<'_>], venue: &Venue, diagnostics: &mut Diagnostics) {
    let mut seen: BTreeSet<String> = BTreeSet::new();
    jobs.retain(|job| {
        let fresh = seen.insert(job.path());
        if !fresh {
            let message = Message::new("order-twice").arg("sheet", &job.stem).arg("venue", &venue.id);
            let place = lines.iter().rev().find(|line| line.medium == job.medium).and_then(|line| line.at.clone());
            let error = Diagnostic::error(message).at(place).hint(Message::new("hint-order-twice"));
            if !diagnostics.contains(&error) {
                diagnostics.push(error);
            }
        }
        fresh
    });
}

/// The place of a pictogram's name, from a place before it: `pictogram: usb` in YAML, `pictogram:usb` in Markdown.
fn written_pictogram(from: &Place, name: &str) -> Place {
    let in_yaml = from.find(&format!("pictogram: {name}"));
    let found = if in_yaml == *from { from.find(&format!("pictogram:{name}")) } else { in_yaml };
    found.find(name)
}

/// The text of a language, else the French one, else any.
pub fn in_lang(texts: &BTreeMap<Lang, String>, lang: &Lang) -> Option<String> {
    texts.get(lang).or_else(|| texts.get(&Lang::french())).or_else(|| texts.values().next()).cloned()
}

/// Plans the jobs of one venue.
struct Planner<'a> {
    catalog: &'a Catalog,
    venue: &'a Venue,
    theme: &'a Theme,
    colours: Arc<Roles>,
}

/// Figures of the theme for a medium, with what was computed for one sheet.
struct Figures {
    boxes: serde_json::Value,
    /// The unit, where it is not 1 % of the short side.
    unit: Option<Pt>,
}

/// The words of a job before it is fitted, and the files they came from.
struct Made {
    sheet: Sheet,
    title: String,
    machine: bool,
    files: BTreeSet<String>,
}

impl Planner<'_> {
    fn job(&self, line: &OrderLine<'_>, diagnostics: &mut Diagnostics) -> Option<Job> {
        let words = self.catalog.words.get(line.lang)?;
        self.check_words(words, diagnostics)?;
        let adapter = Adapter { catalog: self.catalog, venue: self.venue, lang: line.lang };
        let mut found = Diagnostics::new();
        let made = self.make(line, &adapter, &mut found);
        self.check_pictograms(line, &mut found);
        self.check_glyphs(line.lang, &made, &mut found);
        let mut fitting = Fitting::new(self.theme, self.venue, line.lang, line.medium, line.size);
        let figures = self.fit(line, &adapter, &made.sheet, &mut fitting);
        found.append(&mut fitting.diagnostics);
        let good = !has_errors(&found);
        diagnostics.append(&mut found);
        if !good {
            return None;
        }
        let (width, height) = line.size.points();
        let stem = stem(line);
        let path = format!("{}/{}/{stem}", self.venue.id, line.lang);
        let code =
            job::version_code(&format!("{}\n{}\n{}", made.title, self.venue.name, made.sheet.plain().join("\n")));
        let mut files = made.files;
        files.extend(self.venue.files.iter().cloned());
        files.insert(words.file.clone());
        let venue_name = &self.venue.name;
        Some(Job {
            medium: line.medium,
            variant: line.variant,
            lang: line.lang.clone(),
            dir: line.lang.direction(),
            fonts: self.theme.families(line.lang).to_vec(),
            title: format!("{} – {venue_name}", made.title),
            description: made.sheet.plain().into_iter().take(8).collect::<Vec<_>>().join(" · "),
            date: self.venue.date,
            date_text: date_text(self.venue.date, words),
            width,
            height,
            u: figures.unit.unwrap_or(Pt(width.0.min(height.0) / 100.0)),
            directional: self.theme.file.directional.clone(),
            venue: self.view(line.lang, words),
            words: Arc::new(words.strings.clone()),
            colours: Arc::clone(&self.colours),
            code,
            address: self.venue.site_url.as_ref().map(|site| format!("{site}/{path}")),
            machine: made.machine,
            boxes: figures.boxes,
            fits: fitting.fits,
            key_sizes: fitting.key_sizes,
            sheet: made.sheet,
            formats: line.formats.clone(),
            size: line.size,
            only_words: line.only_words,
            places: fitting.places,
            logo: self.venue.logo.clone(),
            theme: self.theme.id.clone(),
            files: files.into_iter().collect(),
            stem,
        })
    }

    fn check_words(&self, words: &crate::content::Words, diagnostics: &mut Diagnostics) -> Option<()> {
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
    fn check_glyphs(&self, lang: &Lang, made: &Made, diagnostics: &mut Diagnostics) {
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

    fn check_pictograms(&self, line: &OrderLine<'_>, diagnostics: &mut Diagnostics) {
        let known = self.theme.pictograms();
        for (name, place) in self.used_pictograms(line).into_iter().filter(|(name, _)| !known.contains(name)) {
            let message = Message::new("pictogram-unknown").arg("name", name).arg("theme", &self.theme.id);
            let hint = did_you_mean(name, known.iter().copied());
            diagnostics.push(Diagnostic::error(message).at(place).hint(hint));
        }
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

    fn fit(&self, line: &OrderLine<'_>, adapter: &Adapter<'_>, sheet: &Sheet, fitting: &mut Fitting<'_>) -> Figures {
        let actions: Vec<_> = line.tips.iter().map(|tip| adapter.action(tip, &tip.words[line.lang])).collect();
        let places: Vec<_> = line.tips.iter().map(|tip| tip.words[line.lang].action_place.clone()).collect();
        let boxes = &self.theme.file.boxes;
        match (sheet, line.size) {
            (Sheet::Checklist(sheet), _) => {
                let rows = boxes::checklist(fitting, sheet, &actions, &places);
                let mut boxes = serde_json::json!(boxes.checklist);
                boxes["grounds"] = serde_json::json!(self.colours.ladder_of(rows.len()));
                boxes["rows"] = serde_json::json!(rows);
                Figures { boxes, unit: None }
            }
            (Sheet::OneTip(sheet), _) => {
                boxes::one_tip(fitting, sheet, &actions[0], &places[0]);
                Figures { boxes: serde_json::json!(boxes.tip), unit: None }
            }
            (Sheet::Wallpaper(sheet), Size::Screen(screen)) => {
                let at = boxes::wallpaper(fitting, sheet, screen, &actions, &places);
                let boxes = serde_json::json!({ "figures": boxes.wallpaper, "at": at });
                Figures { boxes, unit: Some(Pt(at.u)) }
            }
            _ => Figures { boxes: serde_json::Value::Null, unit: None },
        }
    }

    /// Where desktop icons stand: at the start of the line of the system's own language; on macOS on the right.
    fn icons_side(&self) -> &'static str {
        let rtl = self.venue.interface_language.direction() == crate::model::Direction::Rtl;
        if rtl || self.venue.system == System::Macos { "right" } else { "left" }
    }
}

/// `poster-checklist-a3`, `wallpaper-1920x1080-dark`, `poster-tip-a3-mot-de-passe-solide`: fields in the order of an order line.
fn stem(line: &OrderLine<'_>) -> String {
    let mut parts = vec![line.medium.name().to_owned()];
    if line.medium.names_its_size() && !line.only_words {
        parts.push(line.size.to_string());
    }
    parts.extend(line.variant.map(|variant| variant.name().to_owned()));
    if line.medium == Medium::PosterTip {
        parts.extend(line.tips.first().map(|tip| tip.id.clone()));
    }
    parts.extend(line.place.as_ref().map(|place| slug(place)));
    parts.join("-")
}

/// A place as a part of a file name and of an address: `entree` of « Entrée ». One without Latin letters becomes a short code of
/// its words, so that two places never share an address.
fn slug(place: &str) -> String {
    use unicode_normalization::UnicodeNormalization as _;
    let lower = place.to_lowercase();
    let letters = lower.nfd().filter(|c| !unicode_normalization::char::is_combining_mark(*c));
    let letters: String = letters.map(|c| if c.is_ascii_alphanumeric() { c } else { ' ' }).collect();
    let words: Vec<&str> = letters.split_whitespace().collect();
    let lost =
        place.chars().any(|c| c.is_alphabetic() && !c.is_ascii() && c.to_lowercase().nfd().all(|c| !c.is_ascii()));
    if words.is_empty() || lost { job::version_code(place).to_lowercase() } else { words.join("-") }
}

#[cfg(test)]
mod tests {
    use super::slug;

    #[test]
    fn places_become_parts_of_addresses() {
        assert_eq!(slug("Entrée"), "entree");
        assert_eq!(slug("Salle 2 / étage"), "salle-2-etage");
        assert_ne!(slug("المدخل"), slug("القاعة"));
        assert!(slug("مدخل").bytes().all(|b| b.is_ascii_alphanumeric()));
    }
}
