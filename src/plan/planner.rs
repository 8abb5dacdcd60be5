//! One order line becomes one job: [`Planner::job`] chooses the words, fits them to their boxes, and keeps what a template needs.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::Serialize;

use crate::content::{Catalog, Words};
use crate::diag::{Diagnostic, Diagnostics, Message, Place, has_errors};
use crate::fit::Fitted;
use crate::model::{
    Blocked, Distance, Lang, Medium, Pack, Paper, PaperSize, Pt, Screen, ScreenSize, Size, Tip, Venue, Zone,
    version_code,
};
use crate::theme::{Colour, Roles, Theme};

use super::adapt::Adapter;
use super::boxes::{self, Fitting, KeysFit, Piece, Refusal, Running, Voice};
use super::compose::date_text;
use super::hard_words;
use super::job::{Job, SecondLanguage};
use super::legibility::{Legibility, Role};
use super::qr::{QrCode, USUAL_SCAN};
use super::select::{OrderLine, stem};
use super::sheet::Sheet;

/// Plans the jobs of one venue.
pub(super) struct Planner<'a> {
    pub(super) catalog: &'a Catalog,
    pub(super) venue: &'a Venue,
    pub(super) theme: &'a Theme,
    colours: Arc<Roles>,
    eco: OnceCell<Arc<Roles>>,
}

/// Figures of the theme for a medium, with what was computed for one sheet.
#[derive(Default)]
struct Figures {
    boxes: serde_json::Value,
    /// The unit, where it is not 1 % of the short side.
    unit: Option<Pt>,
}

impl Figures {
    /// Figures of the theme, with what was computed under `at`.
    fn of(boxes: &impl Serialize, at: impl Serialize) -> Self {
        let mut boxes = serde_json::json!(boxes);
        boxes["at"] = serde_json::json!(at);
        Figures { boxes, unit: None }
    }
}

/// The words of a job before it is fitted, and the files they came from.
pub(super) struct Made {
    pub(super) sheet: Sheet,
    pub(super) title: String,
    pub(super) machine: bool,
    pub(super) files: BTreeSet<String>,
}

/// A sheet whose texts were fitted, well or not.
pub(super) struct FittedSheet {
    pub(super) distance: Distance,
    figures: Figures,
    fits: BTreeMap<String, Fitted>,
    keys: BTreeMap<String, KeysFit>,
    running: Running,
    /// Texts with their boxes, by name of the box.
    pub(super) pieces: BTreeMap<String, Piece>,
    minima: BTreeMap<String, Pt>,
    places: BTreeMap<String, Place>,
    /// What does not fit.
    pub(super) refusals: Vec<Refusal>,
    legibility: Legibility,
    code: String,
    qr: Option<QrCode>,
    address: Option<String>,
}

/// One language of a job: its words and those of the layout.
pub(super) struct Spoken<'a> {
    lang: &'a Lang,
    words: &'a Words,
    made: Made,
}

impl<'a> Planner<'a> {
    /// The planner of a venue.
    pub(super) fn new(catalog: &'a Catalog, venue: &'a Venue, theme: &'a Theme) -> Self {
        Planner { catalog, venue, theme, colours: Arc::new(Roles::of(venue.colour)), eco: OnceCell::new() }
    }

    /// The job of an order line; what is wrong is said.
    pub(super) fn job(&self, line: &OrderLine<'a>, diagnostics: &mut Diagnostics) -> Option<Job> {
        let mut found = Diagnostics::new();
        let spoken = self.spoken(line, &mut found);
        self.check_ideas(line, &mut found);
        self.check_stale(line, &mut found);
        let fitted = (!has_errors(&found)).then(|| self.fitted(line, &spoken)).filter(|sheet| {
            self.refuse(line, &spoken, sheet, &mut found);
            !has_errors(&found)
        });
        diagnostics.append(&mut found);
        Some(self.finish(line, spoken, fitted?))
    }

    /// The words of every language of a line.
    pub(super) fn spoken(&self, line: &OrderLine<'a>, diagnostics: &mut Diagnostics) -> Vec<Spoken<'a>> {
        let mut spoken: Vec<Spoken<'a>> = Vec::new();
        for lang in std::iter::once(line.lang).chain(line.second) {
            let Some(words) = self.catalog.words.get(lang) else { continue };
            if self.check_words(words, diagnostics).is_none() {
                continue;
            }
            let adapter = Adapter { catalog: self.catalog, venue: self.venue, lang };
            let mut made = self.make(line, &adapter, diagnostics);
            if !spoken.is_empty() {
                // keys are those of the keyboard on the table: one sheet shows them once
                made.sheet.leave_out_keys();
            }
            self.check_pictograms(line, diagnostics);
            spoken.push(Spoken { lang, words, made });
        }
        let mut made: Vec<_> = spoken.iter_mut().map(|one| (one.lang, &mut one.made)).collect();
        hard_words::list(&mut made, self.catalog);
        spoken.iter().for_each(|one| self.check_glyphs(one.lang, &one.made, diagnostics));
        spoken
    }

    /// The sheet of a line with its texts in their boxes.
    pub(super) fn fitted(&self, line: &OrderLine<'a>, spoken: &[Spoken<'a>]) -> FittedSheet {
        self.fitted_at(line, spoken, line.size, self.distance(line))
    }

    fn fitted_at(&self, line: &OrderLine<'a>, spoken: &[Spoken<'a>], size: Size, distance: Distance) -> FittedSheet {
        let said = |one: &Spoken<'_>| {
            let readers = one.made.sheet.reviewed_by();
            one.made.sheet.plain().into_iter().chain(readers).collect::<Vec<_>>().join("\n")
        };
        let said: Vec<String> = spoken.iter().map(said).collect();
        let code = version_code(&format!("{}\n{}\n{}", spoken[0].made.title, self.venue.name, said.join("\n")));
        let address = self.venue.site_url.as_ref().map(|site| format!("{site}/{}", self.path(line)));
        let qr = address.as_ref().filter(|_| !line.medium.is_on_screen());
        // a poster is scanned from where it hangs; the rest is held in the hands
        let scan = self.venue.scan_distance.filter(|_| line.medium.is_poster()).unwrap_or(USUAL_SCAN);
        let qr = qr.and_then(|address| QrCode::of(address, scan));
        let mut fitting = Fitting::new(self.theme, self.venue, size, distance, &code, qr.as_ref());
        let figures = self.fit(line, spoken, &mut fitting);
        let legibility = Legibility::of(distance, fitting.caps());
        let minima = fitting.pieces.iter().map(|(name, piece)| (name.clone(), piece.space.min)).collect();
        let places = fitting.pieces.iter().filter_map(|(name, piece)| Some((name.clone(), piece.place.clone()?)));
        let places = places.collect();
        let Fitting { fits, keys, running, pieces, refusals, .. } = fitting;
        FittedSheet {
            distance,
            figures,
            fits,
            keys,
            running,
            pieces,
            minima,
            places,
            refusals,
            legibility,
            code,
            qr,
            address,
        }
    }

    fn distance(&self, line: &OrderLine<'_>) -> Distance {
        let usual = line.size.paper().map(|paper| Distance::usual(line.medium, paper));
        line.distance.or(usual).unwrap_or(Distance::DESK)
    }

    /// Every text that does not fit, with the sizes of paper that would hold it.
    fn refuse(&self, line: &OrderLine<'a>, spoken: &[Spoken<'a>], sheet: &FittedSheet, diagnostics: &mut Diagnostics) {
        if sheet.refusals.is_empty() {
            return;
        }
        let larger = self.larger(line, spoken, sheet.distance);
        diagnostics.extend(sheet.refusals.iter().map(|refusal| self.refusal(line, refusal, larger, sheet.distance)));
    }

    /// The smallest ISO paper larger than the one ordered on which everything fits, read from the same distance.
    fn larger(&self, line: &OrderLine<'a>, spoken: &[Spoken<'a>], distance: Distance) -> Option<PaperSize> {
        let paper = line.size.paper().filter(|_| line.medium.is_poster())?;
        let area = |paper: Paper| paper.dimensions().0.0 * paper.dimensions().1.0;
        let larger = PaperSize::ISO.into_iter().filter(|size| area(Paper::upright(*size)) > 1.01 * area(paper));
        let fits = |size: &PaperSize| {
            let size = Size::Paper(Paper { size: *size, ..paper });
            self.fitted_at(line, spoken, size, distance).refusals.is_empty()
        };
        larger.into_iter().find(fits)
    }

    fn refusal(
        &self,
        line: &OrderLine<'_>,
        refusal: &Refusal,
        larger: Option<PaperSize>,
        distance: Distance,
    ) -> Diagnostic {
        let Refusal { piece, long } = refusal;
        let word = long.as_ref().and_then(|long| long.word.as_ref());
        let id = match long {
            None => "fit-too-full",
            Some(_) if word.is_some() => "fit-word-too-long",
            Some(_) => "fit-too-long",
        };
        let characters = long.as_ref().map_or(0, |long| long.characters);
        let mut message = Message::new(id)
            .arg("text", word.unwrap_or(&piece.words))
            .arg("characters", characters)
            .arg("venue", &self.venue.id)
            .arg("medium", line.medium)
            .arg("size", line.size)
            .arg("lang", line.languages())
            .arg("tip", piece.tip.as_deref().unwrap_or("none"));
        let read = piece.role.map(|role| (role.distance(distance), role.lowest_cap(distance)));
        let (from, cap) = read.map_or((String::new(), "none".to_owned()), |(from, cap)| {
            (from.metres().to_string(), ((cap.0 * 10.0).round() / 10.0).to_string())
        });
        message = message.arg("distance", from).arg("cap", cap);
        let several = line.medium == Medium::PosterChecklist && piece.role == Some(Role::Action) && line.tips.len() > 4;
        let hint = Message::new(if long.is_some() { "hint-fit-too-long" } else { "hint-fit-too-full" })
            .arg("characters", characters)
            .arg("larger", larger.map_or_else(|| "none".to_owned(), |size| size.to_string().to_uppercase()))
            .arg("split", if several { "yes" } else { "no" });
        let file = self.catalog.words.get(line.lang).map(|words| words.file.clone()).unwrap_or_default();
        let place = word.and_then(|word| self.origin_of(piece, word)).or_else(|| piece.place.clone());
        let error = Diagnostic::error(message).at(place).hint(hint);
        if piece.place.is_none() { error.about(file) } else { error }
    }

    /// Where a word of the venue was written, as its address is put together from several lines.
    fn origin_of(&self, piece: &Piece, word: &str) -> Option<Place> {
        let from_venue = piece.role == Some(Role::Venue);
        let part = word.split(|c: char| !c.is_alphanumeric()).max_by_key(|part| part.len())?;
        let origins = self
            .venue
            .origins
            .iter()
            .filter(|(_, _, place)| from_venue && place.text[place.span.clone()].contains(part));
        origins.map(|(.., place)| place.clone()).next()
    }

    fn finish(&self, line: &OrderLine<'a>, spoken: Vec<Spoken<'a>>, sheet: FittedSheet) -> Job {
        let mut spoken = spoken.into_iter();
        let Some(Spoken { words, made, .. }) = spoken.next() else { unreachable!("a fitted sheet has words") };
        let second = spoken.next();
        let (width, height) = line.size.points();
        let mut files = made.files;
        files.extend(self.venue.files.iter().cloned());
        files.insert(words.file.clone());
        if let Some(second) = &second {
            files.extend(second.made.files.iter().cloned());
            files.insert(second.words.file.clone());
        }
        let venue_name = &self.venue.name;
        let title = match &second {
            Some(second) => format!("{} / {}", made.title, second.made.title),
            None => made.title,
        };
        let mut job = Job {
            medium: line.medium,
            variant: line.variant,
            lang: line.lang.clone(),
            dir: line.lang.direction(),
            fonts: self.theme.families(line.lang).to_vec(),
            title: format!("{title} – {venue_name}"),
            description: made.sheet.plain().into_iter().take(8).collect::<Vec<_>>().join(" · "),
            date: self.venue.date,
            date_text: date_text(self.venue.date, words),
            width,
            height,
            u: sheet.figures.unit.unwrap_or(Pt(width.0.min(height.0) / 100.0)),
            directional: self.theme.file.directional.clone(),
            venue: self.view(line.lang, words),
            words: Arc::clone(&words.strings),
            colours: Arc::clone(self.colours(line)),
            grounds: self.grounds(line, &made.sheet),
            eco: line.print.eco,
            code: sheet.code,
            address: sheet.address,
            qr: sheet.qr,
            machine: made.machine || second.as_ref().is_some_and(|second| second.made.machine),
            boxes: sheet.figures.boxes,
            fits: sheet.fits,
            keys: sheet.keys,
            running: sheet.running,
            sheet: made.sheet,
            second: second.map(|second| SecondLanguage {
                lang: second.lang.clone(),
                dir: second.lang.direction(),
                fonts: self.theme.families(second.lang).to_vec(),
                venue: self.view(second.lang, second.words),
                words: Arc::clone(&second.words.strings),
                machine: second.made.machine,
                sheet: second.made.sheet,
            }),
            post: line.post.map(|post| post.id.clone()),
            jpeg: line.medium != Medium::Signage
                && line.post.is_some_and(|post| Pack::of(post.system).picture() == "jpg"),
            part: line.part,
            zones: self.blocked(line),
            languages: line.languages(),
            formats: line.formats.clone(),
            size: line.size,
            distance: sheet.distance,
            legibility: line.medium.is_poster().then_some(sheet.legibility),
            minima: sheet.minima,
            print: line.print,
            only_words: line.only_words,
            places: sheet.places,
            logo: self.venue.logo.clone(),
            easy_logo: None,
            easy_logo_file: None,
            theme: self.theme.id.clone(),
            files: files.into_iter().collect(),
            stem: stem(line),
        };
        if let Some(logo) = &self.venue.easy_read_logo {
            job.carry_easy_logo(logo);
        }
        job
    }

    /// Grounds of the rows or slides of a sheet that has them.
    fn grounds(&self, line: &OrderLine<'_>, sheet: &Sheet) -> Vec<Colour> {
        match sheet {
            Sheet::Checklist(sheet) => self.colours(line).ladder_of(sheet.steps.len()),
            Sheet::Signage(sheet) => self.colours(line).ladder_of(sheet.tips.len()),
            _ => Vec::new(),
        }
    }

    fn colours(&self, line: &OrderLine<'_>) -> &Arc<Roles> {
        let eco = || Arc::new(Roles::eco(self.venue.colour));
        if line.print.eco { self.eco.get_or_init(eco) } else { &self.colours }
    }

    fn path(&self, line: &OrderLine<'_>) -> String {
        format!("{}/{}/{}", self.venue.id, line.languages(), stem(line))
    }

    fn voices<'s, S>(
        &self,
        line: &OrderLine<'a>,
        spoken: &'s [Spoken<'a>],
        sheet: impl Fn(&'s Sheet) -> Option<&'s S>,
    ) -> Vec<Voice<'s, S>> {
        let voice = |(at, one): (usize, &'s Spoken<'a>)| {
            let adapter = Adapter { catalog: self.catalog, venue: self.venue, lang: one.lang };
            let words = |tip: &&'a Tip| &tip.words[one.lang];
            Some(Voice {
                lang: one.lang,
                words: one.words,
                sheet: sheet(&one.made.sheet)?,
                actions: line.tips.iter().map(|tip| adapter.action(tip, words(tip))).collect(),
                places: line.tips.iter().map(|tip| words(tip).action_place.clone()).collect(),
                tips: line.tips.iter().map(|tip| tip.id.clone()).collect(),
                machine: one.made.machine,
                second: at > 0,
            })
        };
        spoken.iter().enumerate().filter_map(voice).collect()
    }

    fn fit(&self, line: &OrderLine<'a>, spoken: &[Spoken<'a>], fitting: &mut Fitting<'_>) -> Figures {
        let boxes = &self.theme.file.boxes;
        match (&spoken[0].made.sheet, fitting.size) {
            (Sheet::Checklist(_), _) => {
                let voices = self.voices(line, spoken, |sheet| match sheet {
                    Sheet::Checklist(sheet) => Some(sheet),
                    _ => None,
                });
                Figures::of(&boxes.checklist, boxes::checklist(fitting, &voices))
            }
            (Sheet::OneTip(_), _) => {
                let voices = self.voices(line, spoken, |sheet| match sheet {
                    Sheet::OneTip(sheet) => Some(sheet),
                    _ => None,
                });
                Figures::of(&boxes.tip, boxes::one_tip(fitting, &voices[0]))
            }
            (Sheet::Wallpaper(_), Size::Screen(screen)) => {
                let voices = self.voices(line, spoken, |sheet| match sheet {
                    Sheet::Wallpaper(sheet) => Some(sheet),
                    _ => None,
                });
                let screen = self.screen(screen);
                let at = boxes::wallpaper(fitting, &voices[0], screen, &screen.blocked(self.zones(line.medium)));
                let boxes = serde_json::json!({ "figures": boxes.wallpaper, "at": at });
                Figures { boxes, unit: Some(Pt(at.u)) }
            }
            (Sheet::Signage(_), Size::Screen(screen)) => {
                let voices = self.voices(line, spoken, |sheet| match sheet {
                    Sheet::Signage(sheet) => Some(sheet),
                    _ => None,
                });
                Figures::of(&boxes.signage, boxes::signage(fitting, &voices[0], screen))
            }
            (Sheet::Booklet(_), _) => {
                let voices = self.voices(line, spoken, |sheet| match sheet {
                    Sheet::Booklet(sheet) => Some(sheet),
                    _ => None,
                });
                Figures::of(&boxes.booklet, boxes::booklet(fitting, &voices[0]))
            }
            (Sheet::EasyRead(_), _) => {
                let voices = self.voices(line, spoken, |sheet| match sheet {
                    Sheet::EasyRead(sheet) => Some(sheet),
                    _ => None,
                });
                Figures::of(&boxes.easy_read, boxes::easy_read(fitting, &voices))
            }
            _ => Figures::default(),
        }
    }

    /// A screen of the machines that the planner is for.
    fn screen(&self, size: ScreenSize) -> Screen {
        Screen { size, direction: self.venue.interface_language.direction() }
    }

    /// What their system draws over a picture.
    fn zones(&self, medium: Medium) -> &'a [Zone] {
        let of_system = self.catalog.zones.get(&self.venue.system);
        of_system.and_then(|media| media.get(&medium)).map(Vec::as_slice).unwrap_or_default()
    }

    /// The same in pixels, for a sheet of this size.
    fn blocked(&self, line: &OrderLine<'_>) -> Vec<Blocked> {
        match line.size {
            Size::Screen(size) if !line.only_words => self.screen(size).blocked(self.zones(line.medium)),
            _ => Vec::new(),
        }
    }
}
