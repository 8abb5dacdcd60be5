//! Kit, kind, organisation, venue: the nearest value wins, and where each came from is kept. [`whole`] makes a venue.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::str::FromStr;

use palette::Srgb;

use super::posts::PostDefaults;
use super::profile::{
    AddressFile, ContactFile, EquipmentFile, KINDS, Localised, LogoFile, ORGANISATIONS, Profile, Written,
};
use super::shortcuts::Known;
use super::yaml::{At, YamlText};
use super::{Kit, Profiles, Shortcuts, logo, typography};
use crate::diag::{Diagnostic, Diagnostics, Message, Place, did_you_mean, has_errors};
use crate::files::Files;
use crate::model::{Address, Contact, Date, Distance, Equipment, Lang, Logo, ScreenSize, Venue};

/// The day of sheets whose project says nothing of days: it has no tips, so that nothing is printed with it.
const NO_DATE: Date = Date { year: 2026, month: 1, day: 1 };

/// What a venue is made from.
#[derive(Debug)]
pub struct Scope<'a> {
    /// Where logos are read.
    pub files: &'a Files,
    /// The kit.
    pub kit: &'a Kit,
    /// Kinds, organisations, venues.
    pub profiles: &'a Profiles,
    /// Known browsers and keyboards.
    pub shortcuts: &'a Shortcuts,
    /// The day of the newest tip.
    pub date: Option<Date>,
}

/// The venue that these profiles make, if nothing is wrong with it.
pub fn whole(scope: &Scope<'_>, id: &str, written: &Written, diagnostics: &mut Diagnostics) -> Option<Venue> {
    let mut found = Diagnostics::new();
    let venue = venue(scope, id, written, &mut found).filter(|_| !has_errors(&found));
    diagnostics.append(&mut found);
    venue
}

/// A place that says nothing of itself and has what the kit gives to all; no sheet is made for it. What is wrong with the kit is
/// said of its venues.
pub fn anywhere(scope: &Scope<'_>) -> Venue {
    let own = YamlText::whole(&scope.kit.defaults.file);
    let place = scope.kit.defaults.file.start();
    let layers = vec![&scope.kit.defaults];
    Cascade { layers, origins: RefCell::default(), diagnostics: RefCell::default(), own }.values(scope, place)
}

/// A mistake in the kit is found once for each venue, and said once.
pub fn deduplicate(diagnostics: &mut Diagnostics) {
    let mut seen: Diagnostics = Vec::new();
    diagnostics.retain(|diagnostic| {
        let new = !seen.contains(diagnostic);
        if new {
            seen.push(diagnostic.clone());
        }
        new
    });
}

fn venue(scope: &Scope<'_>, id: &str, written: &Written, diagnostics: &mut Diagnostics) -> Option<Venue> {
    let own = YamlText::whole(&written.file);
    let mut layer = |known, folder, id, unknown| layer(known, folder, id, &own, unknown, diagnostics);
    let kind = layer(&scope.profiles.kinds, KINDS, written.profile.kind.as_ref(), "kind-unknown");
    let organisation = written.profile.organisation.as_ref();
    let organisation = layer(&scope.profiles.organisations, ORGANISATIONS, organisation, "organisation-unknown");
    let layers: Vec<&Written> =
        [Some(written), organisation, kind, Some(&scope.kit.defaults)].into_iter().flatten().collect();
    let cascade = Cascade { layers, origins: RefCell::default(), diagnostics: RefCell::default(), own };
    let venue = cascade.venue(scope, id, written, organisation);
    diagnostics.extend(cascade.diagnostics.into_inner());
    venue
}

fn layer<'a>(
    known: &'a BTreeMap<String, Option<Written>>,
    folder: &str,
    id: Option<&At<String>>,
    own: &YamlText<'_>,
    unknown: &'static str,
    diagnostics: &mut Diagnostics,
) -> Option<&'a Written> {
    let id = id?;
    let found = known.get(&id.value);
    if found.is_none() {
        let message = Message::new(unknown).arg("id", &id.value);
        let hint = did_you_mean(&id.value, known.keys().map(String::as_str));
        let hint =
            hint.unwrap_or_else(|| Message::new("hint-make-file").arg("path", format!("{folder}/{}.yaml", id.value)));
        diagnostics.push(Diagnostic::error(message).at(own.place(id)).hint(hint));
    }
    found?.as_ref()
}

/// The profiles of one venue, the nearest first.
pub(super) struct Cascade<'a> {
    pub(super) layers: Vec<&'a Written>,
    pub(super) origins: RefCell<Vec<(String, String, Place)>>,
    diagnostics: RefCell<Diagnostics>,
    own: YamlText<'a>,
}

impl<'a> Cascade<'a> {
    fn venue(&self, scope: &Scope<'_>, id: &str, written: &Written, organisation: Option<&Written>) -> Option<Venue> {
        let (name, place) = self.name(written)?;
        for (field, id) in [("kind", &written.profile.kind), ("organisation", &written.profile.organisation)] {
            if let Some(id) = id {
                self.keep(field, &self.own.place(id));
            }
        }
        let organisation = organisation.and_then(|o| o.profile.name.as_ref()).map(|name| name.value.clone());
        let kind = written.profile.kind.as_ref().map(|kind| kind.value.clone());
        Some(Venue { id: id.to_owned(), name, kind, organisation, ..self.values(scope, place) })
    }

    /// All values but those that a venue only has from itself. What is missing was said, and lets no venue through.
    fn values(&self, scope: &Scope<'_>, place: Place) -> Venue {
        let languages = self.languages();
        let colour = self.colour();
        let browsers = self.list("browsers", |p| p.browsers.as_ref());
        let keyboard = self.text("keyboard", |p| p.keyboard.as_ref());
        self.known(scope.shortcuts, &browsers, Known::Browser);
        if keyboard.is_none() {
            self.missing("keyboard");
        }
        self.known(scope.shortcuts, keyboard.as_slice(), Known::Keyboard);
        let screens = self.screens();
        let selection = self.selection();
        let orders = self.orders();
        let interface = self.text("interface_language", |p| p.interface_language.as_ref());
        let interface = interface.and_then(|(code, place)| self.lang(&code, place));
        let interface_language = interface.or_else(|| languages.first().cloned()).unwrap_or_else(Lang::french);
        let system = self.value("system", |p| p.system.as_ref()).copied().unwrap_or_default();
        let posts =
            self.posts(&PostDefaults { system, interface_language: &interface_language, languages: &languages });
        Venue {
            id: String::new(),
            name: String::new(),
            kind: None,
            organisation: None,
            address: self.address(),
            hours: self.hours(),
            contacts: self.contacts(),
            colour: colour.unwrap_or_default(),
            logo: self.logo(scope.files),
            easy_read_logo: self.easy_read_logo(scope.files),
            browsers: browsers.into_iter().map(|(id, _)| id).collect(),
            system,
            keyboard: keyboard.map(|(id, _)| id).unwrap_or_default(),
            interface_language,
            languages,
            screens,
            posts,
            equipment: self.equipment(),
            theme: self.text("theme", |p| p.theme.as_ref()).map_or_else(|| "default".to_owned(), |(name, _)| name),
            selection,
            orders,
            site_url: self.site_url(),
            scan_distance: self.scan_distance(),
            date: self.date().or(scope.date).unwrap_or(NO_DATE),
            place,
            files: self.layers.iter().map(|w| w.file.path.clone()).collect(),
            origins: self.origins.take(),
        }
    }

    /// The nearest value, with the place it was written at; where it came from is kept under `field`.
    fn nearest<T>(&self, get: impl Fn(&'a Profile) -> Option<&'a At<T>>) -> Option<(&'a At<T>, Place)> {
        self.layers.iter().find_map(|written| {
            let at = get(&written.profile)?;
            Some((at, YamlText::whole(&written.file).place(at)))
        })
    }

    fn keep(&self, field: &str, place: &Place) {
        let shown = place.text[place.span.clone()].trim().trim_matches(['"', '\'']).to_owned();
        self.origins.borrow_mut().push((field.to_owned(), shown, place.clone()));
    }

    fn value<T>(&self, field: &str, get: impl Fn(&'a Profile) -> Option<&'a At<T>>) -> Option<&'a T> {
        let (at, place) = self.nearest(get)?;
        self.keep(field, &place);
        Some(&at.value)
    }

    fn text(&self, field: &str, get: impl Fn(&'a Profile) -> Option<&'a At<String>>) -> Option<(String, Place)> {
        let (at, place) = self.nearest(get)?;
        self.keep(field, &place);
        Some((at.value.trim().to_owned(), place))
    }

    fn list(&self, field: &str, get: impl Fn(&'a Profile) -> Option<&'a At<Vec<At<String>>>>) -> Vec<(String, Place)> {
        for written in &self.layers {
            let Some(list) = get(&written.profile) else { continue };
            let yaml = YamlText::whole(&written.file);
            let words: Vec<&str> = list.value.iter().map(|item| item.value.as_str()).collect();
            self.origins.borrow_mut().push((field.to_owned(), words.join(", "), yaml.place(list)));
            return list.value.iter().map(|item| (item.value.trim().to_owned(), yaml.place(item))).collect();
        }
        Vec::new()
    }

    pub(super) fn error(&self, message: Message, place: Place, hint: Option<Message>) {
        self.diagnostics.borrow_mut().push(Diagnostic::error(message).at(place).hint(hint));
    }

    pub(super) fn push(&self, error: Diagnostic) {
        self.diagnostics.borrow_mut().push(error);
    }

    fn missing(&self, key: &'static str) {
        let message = Message::new("profile-missing").arg("key", key);
        self.error(message, self.own.file.start(), Some(Message::new("hint-profile-missing").arg("key", key)));
    }

    pub(super) fn lang(&self, code: &str, place: Place) -> Option<Lang> {
        super::lang(code, place, &mut self.diagnostics.borrow_mut())
    }

    /// The name is the venue's own: it does not come from its kind.
    fn name(&self, written: &'a Written) -> Option<(String, Place)> {
        let name = written.profile.name.as_ref().filter(|name| !name.value.trim().is_empty());
        let Some(name) = name else {
            self.missing("name");
            return None;
        };
        let place = self.own.place(name);
        self.keep("name", &place);
        Some((typography::set(name.value.trim(), &Lang::french()), place))
    }

    fn languages(&self) -> Vec<Lang> {
        let codes = self.list("languages", |p| p.languages.as_ref());
        if codes.is_empty() {
            self.missing("languages");
        }
        let mut languages = Vec::new();
        for (code, place) in codes {
            let Some(lang) = self.lang(&code, place) else { continue };
            if !languages.contains(&lang) {
                languages.push(lang);
            }
        }
        languages
    }

    fn colour(&self) -> Option<Srgb<u8>> {
        let Some((text, place)) = self.text("colour", |p| p.colour.as_ref()) else {
            self.missing("colour");
            return None;
        };
        let colour = text.starts_with('#').then(|| Srgb::<u8>::from_str(&text).ok()).flatten();
        if colour.is_none() {
            let message = Message::new("colour-bad").arg("text", &text);
            self.error(message, place, Some(Message::new("hint-colour")));
        }
        colour
    }

    fn known(&self, shortcuts: &Shortcuts, ids: &[(String, Place)], known: Known) {
        let (message, all): (_, Vec<&str>) = match known {
            Known::Browser => ("browser-unknown", shortcuts.browser_ids().collect()),
            Known::Keyboard => ("keyboard-unknown", shortcuts.keyboard_ids().collect()),
        };
        for (id, place) in shortcuts.unknown(ids, known) {
            self.error(Message::new(message).arg("id", id), place.clone(), did_you_mean(id, all.iter().copied()));
        }
    }

    fn screens(&self) -> Vec<ScreenSize> {
        let mut screens = Vec::new();
        for (text, place) in self.list("screens", |p| p.screens.as_ref()) {
            match ScreenSize::parse(&text) {
                Some(screen) => screens.push(screen),
                None => {
                    let message = Message::new("screen-bad").arg("text", &text);
                    self.error(message, place, Some(Message::new("hint-screen")));
                }
            }
        }
        screens.dedup();
        screens
    }

    fn address(&self) -> Address {
        let part = |field: &'static str, get: fn(&'a AddressFile) -> Option<&'a At<String>>| {
            self.text(field, move |p| get(&p.address)).map(|(text, _)| text)
        };
        Address {
            street: part("address.street", |a| a.street.as_ref()),
            postcode: part("address.postcode", |a| a.postcode.as_ref()),
            town: part("address.town", |a| a.town.as_ref()),
        }
    }

    fn hours(&self) -> BTreeMap<Lang, String> {
        let Some((at, place)) = self.nearest(|p| p.hours.as_ref()) else { return BTreeMap::new() };
        self.keep("hours", &place);
        self.localised(&at.value, &place)
    }

    /// A text by language; one text for all is kept under every language of the venue by the planner's fallback to French.
    fn localised(&self, text: &Localised, place: &Place) -> BTreeMap<Lang, String> {
        match text {
            Localised::One(text) => BTreeMap::from([(Lang::french(), typography::set(text, &Lang::french()))]),
            Localised::Many(texts) => texts
                .iter()
                .filter_map(|(code, text)| {
                    let lang = self.lang(code, place.clone())?;
                    let text = typography::set(text, &lang);
                    Some((lang, text))
                })
                .collect(),
        }
    }

    /// Contacts add up: those of the venue first, then those of its organisation, its kind and the kit.
    fn contacts(&self) -> Vec<Contact> {
        let mut contacts = Vec::new();
        for written in &self.layers {
            let Some(at) = &written.profile.contacts else { continue };
            let place = YamlText::whole(&written.file).place(at);
            let words: Vec<&str> = at.value.iter().map(|contact| contact.value.as_str()).collect();
            self.origins.borrow_mut().push(("contacts".to_owned(), words.join(", "), place.clone()));
            let yaml = YamlText::whole(&written.file);
            contacts.extend(at.value.iter().map(|contact| self.contact(contact, &place, &yaml)));
        }
        contacts
    }

    fn contact(&self, contact: &ContactFile, place: &Place, yaml: &YamlText<'_>) -> Contact {
        let localised =
            |text: &Option<Localised>| text.as_ref().map(|text| self.localised(text, place)).unwrap_or_default();
        Contact {
            kind: contact.kind,
            value: typography::set(contact.value.trim(), &Lang::french()),
            label: localised(&contact.label),
            note: localised(&contact.note),
            pictogram: contact.pictogram.as_ref().map(|at| (at.value.clone(), yaml.place(at))),
            // a cell of a table writes a number in its own way
            place: if yaml.file.lines.is_some() { place.clone() } else { place.find(contact.value.trim()) },
        }
    }

    fn logo(&self, files: &Files) -> Option<Logo> {
        let (written, logo): (&&Written, &LogoFile) =
            self.layers.iter().find_map(|written| Some((written, written.profile.logo.as_ref()?)))?;
        let place = YamlText::whole(&written.file).place(&logo.file);
        self.keep("logo", &place);
        let read = logo::load(files, &logo.file.value, logo.alt.clone(), place);
        let read = read.map_err(|error| self.diagnostics.borrow_mut().push(error)).ok()?;
        let credit = logo.credit.as_ref().map(|credit| typography::set(credit.trim(), &Lang::french()));
        Some(Logo { credit, ..read })
    }

    fn easy_read_logo(&self, files: &Files) -> Option<Logo> {
        let (path, place) = self.text("easy_read_logo", |p| p.easy_read_logo.as_ref())?;
        let read = logo::load(files, &path, String::new(), place);
        read.map_err(|error| self.diagnostics.borrow_mut().push(error)).ok()
    }

    fn equipment(&self) -> Equipment {
        let flag = |field: &str, get: fn(&'a EquipmentFile) -> Option<&'a At<bool>>, default: bool| {
            self.value(field, move |p| get(&p.equipment)).copied().unwrap_or(default)
        };
        Equipment {
            printer: flag("equipment.printer", |e| e.printer.as_ref(), true),
            scanner: flag("equipment.scanner", |e| e.scanner.as_ref(), false),
            usb: flag("equipment.usb", |e| e.usb.as_ref(), true),
            session_reset: flag("equipment.session_reset", |e| e.session_reset.as_ref(), false),
            logs: flag("equipment.logs", |e| e.logs.as_ref(), true),
            private_mode: self
                .value("equipment.private_mode", |p| p.equipment.private_mode.as_ref())
                .copied()
                .unwrap_or_default(),
        }
    }

    fn selection(&self) -> BTreeMap<crate::model::Medium, Vec<(String, Place)>> {
        let mut selection = BTreeMap::new();
        for written in self.layers.iter().rev() {
            for (medium, tips) in &written.profile.selection {
                let yaml = YamlText::whole(&written.file);
                let ids: Vec<&str> = tips.value.iter().map(|id| id.value.as_str()).collect();
                let place = yaml.place(tips);
                let field = format!("selection.{medium}");
                self.origins.borrow_mut().retain(|(known, ..)| *known != field);
                self.origins.borrow_mut().push((field, ids.join(", "), place));
                let tips = tips.value.iter().map(|id| (id.value.clone(), yaml.place(id)));
                selection.insert(*medium, tips.collect());
            }
        }
        selection
    }

    fn site_url(&self) -> Option<String> {
        let (url, place) = self.text("site_url", |p| p.site_url.as_ref())?;
        if !url.starts_with("https://") && !url.starts_with("http://") {
            self.error(Message::new("site-url-bad").arg("text", &url), place, Some(Message::new("hint-site-url")));
            return None;
        }
        Some(url.trim_end_matches('/').to_owned())
    }

    fn scan_distance(&self) -> Option<Distance> {
        let (at, place) = self.nearest(|p| p.scan_distance.as_ref())?;
        self.keep("scan_distance", &place);
        self.distance(&at.value, place)
    }

    /// A distance as its author wrote it.
    pub(super) fn distance(&self, text: &str, place: Place) -> Option<Distance> {
        let distance = Distance::parse(text);
        if distance.is_none() {
            self.error(Message::new("distance-bad").arg("text", text), place, Some(Message::new("hint-distance")));
        }
        distance
    }

    fn date(&self) -> Option<Date> {
        let (at, place) = self.nearest(|p| p.date.as_ref())?;
        self.keep("date", &place);
        let date = Date::parse(at.value.trim());
        if date.is_none() {
            self.error(Message::new("date-bad").arg("text", &at.value), place, Some(Message::new("hint-date")));
        }
        date
    }
}
