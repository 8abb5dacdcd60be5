//! The words of a sheet, medium by medium, for one venue in one language: [`Planner::make`], and how the venue is shown:
//! [`Planner::view`].

use std::collections::{BTreeMap, BTreeSet};

use crate::content::Words;
use crate::diag::Diagnostics;
use crate::model::{Contact, ContactKind, Date, Lang, Medium, Moment, Status, Tip, Variant};

use super::adapt::Adapter;
use super::hard_words;
use super::in_lang;
use super::job::{ContactView, LogoView, VenueView};
use super::planner::{Made, Planner};
use super::select::{OrderLine, document_of, situations};
use super::sheet::{
    Booklet, BookletContact, Chapter, Checklist, DocumentSheet, EasyRead, EasyReview, EasySection, Help, OneTip, Sheet,
    SheetIdea, SheetTip, Signage, StaffCard, StaffGroup, Wallpaper,
};

impl Planner<'_> {
    pub(super) fn make(&self, line: &OrderLine<'_>, adapter: &Adapter<'_>, diagnostics: &mut Diagnostics) -> Made {
        let lang = adapter.lang;
        let words = &self.catalog.words[lang];
        let get = |key: &str| words.get(key).to_owned();
        let mut files: BTreeSet<String> = line.tips.iter().map(|tip| tip.words[lang].file.clone()).collect();
        files.extend(line.tips.iter().map(|tip| tip.place.path.clone()));
        let tips: Vec<SheetTip> = line.tips.iter().map(|tip| adapter.tip(tip, &tip.words[lang], diagnostics)).collect();
        let mut machine = tips.iter().any(|tip| tip.machine);
        let slogan = [get("slogan_1"), get("slogan_2")];
        let (sheet, title) = match line.medium {
            Medium::PosterChecklist => {
                let title = [get("checklist_title_1"), get("checklist_title_2")];
                let name = title.join(" ");
                let sheet = Checklist { title, hero: "sortie".to_owned(), steps: tips, help: get("help") };
                (Sheet::Checklist(sheet), name)
            }
            Medium::PosterTip => {
                let tip = tips.into_iter().next().unwrap_or_else(|| unreachable!("a line of this medium has one tip"));
                let name = tip.action.clone();
                (Sheet::OneTip(OneTip { tip, dots: line.tips[0].dots }), name)
            }
            Medium::Wallpaper => {
                let name = slogan.join(" ");
                (Sheet::Wallpaper(Wallpaper { title: slogan, tips, help: get("help") }), name)
            }
            Medium::LockScreen => {
                let name = tips.first().map(|tip| tip.action.clone()).unwrap_or_default();
                // it is read in passing: one line, and no more
                let tips = tips.into_iter().map(|tip| SheetTip { support: String::new(), ..tip }).collect();
                (Sheet::Wallpaper(Wallpaper { title: Default::default(), tips, help: String::new() }), name)
            }
            Medium::Signage => (Sheet::Signage(Signage::new(tips, get("help"))), slogan.join(" ")),
            Medium::Booklet => {
                let help = self.help(lang, adapter, &mut files, &mut machine, diagnostics);
                let contacts = self.booklet_contacts(lang, words);
                let chapters = by_moment(line.tips.iter().copied().zip(tips), words, |moment, name, lead, tips| {
                    Chapter { moment: moment.name(), name, lead, tips }
                });
                (Sheet::Booklet(Booklet { chapters, help, contacts }), get("booklet_title"))
            }
            Medium::EasyRead => {
                let ideas = line.tips.iter().copied().map(|tip| (tip, self.ideas(tip, lang, adapter, diagnostics)));
                let ideas: Vec<_> = ideas.collect();
                let mut sections = by_moment(ideas.into_iter(), words, |moment, title, _, ideas| EasySection {
                    moment: moment.name(),
                    title,
                    ideas: ideas.into_iter().flatten().collect(),
                });
                let ideas = sections.iter_mut().flat_map(|section| &mut section.ideas);
                hard_words::explain(ideas, self.catalog.glossary.get(lang));
                let languages: Vec<&Lang> = std::iter::once(line.lang).chain(line.second).collect();
                let review = self.easy_review(&line.tips, &languages, words);
                let words_title = get("easy_words_title");
                let sheet = EasyRead { sections, words_title, hard_words: Vec::new(), review };
                (Sheet::EasyRead(sheet), get("easy_title"))
            }
            Medium::StaffCard => self.staff_card(line, tips, words),
            Medium::Mandate | Medium::HouseRules => {
                let id = document_of(line.medium, line.variant).unwrap_or_default();
                let document = &self.catalog.documents[id][lang];
                machine |= document.status == Status::Machine;
                files.insert(document.place.path.clone());
                let document = adapter.document(document, diagnostics);
                let title = document.title.clone();
                (Sheet::Document(DocumentSheet { document }), title)
            }
        };
        Made { sheet, title, machine, files }
    }

    /// Who of the people concerned read the easy-read sentences of all these tips in all these languages as they stand, and agreed to
    /// be named, in the order they are met, with the day of the first reading in these words. It lets the sheet carry the European easy-read logo.
    fn easy_review(&self, tips: &[&Tip], langs: &[&Lang], words: &Words) -> Option<EasyReview> {
        let of_tips = |lang: &&Lang| tips.iter().map(|tip| self.catalog.review(tip, lang)).collect::<Vec<_>>();
        let reviews = langs.iter().flat_map(of_tips).collect::<Option<Vec<_>>>()?;
        let mut names: Vec<String> = Vec::new();
        for name in reviews.iter().flat_map(|review| &review.names) {
            if !names.contains(name) {
                names.push(name.clone());
            }
        }
        let first = reviews.iter().map(|review| review.stamp.date).min()?;
        let date_text = date_text(first, words);
        (!names.is_empty()).then_some(EasyReview { names, date_text })
    }

    fn ideas(&self, tip: &Tip, lang: &Lang, adapter: &Adapter<'_>, diagnostics: &mut Diagnostics) -> Vec<SheetIdea> {
        let words = &tip.words[lang];
        let keys = adapter.keys(tip);
        let mut fill = |text: &String| adapter.string(text, &words.action_place, diagnostics);
        let idea = |(at, idea): (usize, &crate::model::EasyIdea)| SheetIdea {
            pictogram: idea.pictogram.clone(),
            sentences: idea.sentences.iter().map(&mut fill).collect(),
            follows: vec![false; idea.sentences.len()],
            // keys stand with the first idea, which says what to do
            keys: if at == 0 { keys.clone() } else { Vec::new() },
        };
        words.easy.iter().enumerate().map(idea).collect()
    }

    fn staff_card(&self, line: &OrderLine<'_>, tips: Vec<SheetTip>, words: &Words) -> (Sheet, String) {
        let variant = line.variant.unwrap_or(Variant::Train);
        let pairs: Vec<(&Tip, SheetTip)> = line.tips.iter().copied().zip(tips).collect();
        let mut used = BTreeSet::new();
        let mut groups = Vec::new();
        for situation in situations(variant) {
            let mut of: Vec<_> = pairs.iter().filter(|(tip, _)| tip.situations.contains(situation)).collect();
            of.retain(|(tip, _)| used.insert(tip.id.clone()));
            of.sort_by_key(|(tip, _)| tip.priority);
            if of.is_empty() {
                continue;
            }
            groups.push(StaffGroup {
                situation: situation.name(),
                title: words.get(&format!("staff_{}", situation.name())).to_owned(),
                tips: of.into_iter().map(|(_, sheet)| sheet.clone()).collect(),
            });
        }
        let lead = words.get(&format!("staff_{}_lead", variant.name())).to_owned();
        let name = words.get(&format!("staff_{}", variant.name()));
        let title = format!("{} – {name}", words.get("staff_card_title"));
        (Sheet::StaffCard(StaffCard { lead, groups }), title)
    }

    fn help(
        &self,
        lang: &Lang,
        adapter: &Adapter<'_>,
        files: &mut BTreeSet<String>,
        machine: &mut bool,
        diagnostics: &mut Diagnostics,
    ) -> Option<Help> {
        let document = self.catalog.documents.get("notre-aide")?.get(lang)?;
        files.insert(document.place.path.clone());
        *machine |= document.status == Status::Machine;
        let written = adapter.document(document, diagnostics);
        Some(Help { title: written.title, sections: written.sections })
    }

    fn booklet_contacts(&self, lang: &Lang, words: &Words) -> Vec<BookletContact> {
        let view = |contact: &Contact| BookletContact {
            kind: contact.kind,
            pictogram: own_pictogram(contact).unwrap_or_else(|| contact_pictogram(contact.kind).to_owned()),
            label: contact_label(contact, lang, words),
            value: contact.value.clone(),
            note: in_lang(&contact.note, lang),
            place: Some(contact.place.clone()),
        };
        let desk = BookletContact {
            kind: ContactKind::Desk,
            pictogram: "aide".to_owned(),
            label: words.get("desk_label").to_owned(),
            value: words.get("desk").to_owned(),
            note: Some(words.get("desk_note").to_owned()),
            place: None,
        };
        let has_desk = self.venue.contacts.iter().any(|contact| contact.kind == ContactKind::Desk);
        let own = self.venue.contacts.iter().map(view);
        if has_desk { own.collect() } else { std::iter::once(desk).chain(own).collect() }
    }

    pub(super) fn view(&self, lang: &Lang, words: &Words) -> VenueView {
        let venue = self.venue;
        let address = &venue.address;
        let town = [address.postcode.clone(), address.town.clone()];
        let town = town.into_iter().flatten().collect::<Vec<_>>().join(" ");
        VenueView {
            id: venue.id.clone(),
            name: venue.name.clone(),
            place: address.town.clone().unwrap_or_default(),
            organisation: venue.organisation.clone(),
            address: address.street.iter().cloned().chain((!town.is_empty()).then_some(town)).collect(),
            hours: in_lang(&venue.hours, lang),
            contacts: venue
                .contacts
                .iter()
                .map(|contact| ContactView {
                    kind: contact.kind,
                    label: contact_label(contact, lang, words),
                    value: contact.value.clone(),
                    href: href(contact),
                })
                .collect(),
            logo: venue.logo.as_ref().map(|logo| LogoView {
                file: format!("/logo.{}", logo.extension),
                alt: logo.alt.clone(),
                ratio: logo.ratio,
            }),
        }
    }
}

/// Tips grouped by the moment they matter, in the order of a visit.
pub(super) fn by_moment<T, S>(
    tips: impl Iterator<Item = (impl std::borrow::Borrow<Tip>, T)>,
    words: &Words,
    section: impl Fn(Moment, String, String, Vec<T>) -> S,
) -> Vec<S> {
    let mut groups: BTreeMap<Moment, Vec<T>> = BTreeMap::new();
    for (tip, view) in tips {
        if let Some(moment) = tip.borrow().moment {
            groups.entry(moment).or_default().push(view);
        }
    }
    let word = |prefix: &str, moment: Moment| words.get(&format!("{prefix}_{}", moment.name())).to_owned();
    groups
        .into_iter()
        .map(|(moment, tips)| section(moment, word("moment", moment), word("lead", moment), tips))
        .collect()
}

/// A day in words: `24 novembre 2026`.
pub fn date_text(date: Date, words: &Words) -> String {
    let months: Vec<&str> = words.get("months").split(',').map(str::trim).collect();
    let month = months.get(usize::from(date.month) - 1).copied().unwrap_or_default();
    let text = words.get("date_format").replace("{day}", &date.day.to_string()).replace("{month}", month);
    text.replace("{year}", &date.year.to_string())
}

fn contact_label(contact: &Contact, lang: &Lang, words: &Words) -> String {
    let usual = match contact.kind {
        ContactKind::Desk => "desk_label",
        ContactKind::Phone => "phone_label",
        ContactKind::Email => "email_label",
        ContactKind::Web => "web_label",
    };
    in_lang(&contact.label, lang).unwrap_or_else(|| words.get(usual).to_owned())
}

fn own_pictogram(contact: &Contact) -> Option<String> {
    contact.pictogram.as_ref().map(|(name, _)| name.clone())
}

/// The pictogram of a contact that names none.
pub fn contact_pictogram(kind: ContactKind) -> &'static str {
    match kind {
        ContactKind::Desk => "aide",
        ContactKind::Phone => "telephone",
        ContactKind::Email => "courriel",
        ContactKind::Web => "site",
    }
}

fn href(contact: &Contact) -> Option<String> {
    let dense = |text: &str| text.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect::<String>();
    match contact.kind {
        ContactKind::Desk => None,
        ContactKind::Phone => Some(format!("tel:{}", dense(&contact.value))),
        ContactKind::Email => Some(format!("mailto:{}", contact.value)),
        ContactKind::Web if contact.value.starts_with("http") => Some(contact.value.clone()),
        ContactKind::Web => Some(format!("https://{}", contact.value)),
    }
}
