//! The words of a sheet in their boxes: [`Planner::fitted`] finds the sizes, and [`Planner::refuse`] says what has no room.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::diag::{Diagnostic, Diagnostics, Message, Place};
use crate::fit::Fitted;
use crate::model::{Distance, Medium, Paper, PaperSize, Pt, Screen, ScreenSize, Size, Tip, Zone, version_code};

use super::adapt::Adapter;
use super::boxes::{self, Fitting, KeysFit, Piece, Refusal, Running, Voice};
use super::legibility::{Legibility, Role};
use super::planner::{Planner, Spoken};
use super::qr::{QrCode, USUAL_SCAN};
use super::select::OrderLine;
use super::sheet::Sheet;

/// Figures of the theme for a medium, with what was computed for one sheet.
#[derive(Default)]
pub(super) struct Figures {
    pub(super) boxes: serde_json::Value,
    /// The unit, where it is not 1 % of the short side.
    pub(super) unit: Option<Pt>,
}

impl Figures {
    /// Figures of the theme, with what was computed under `at`.
    fn of(boxes: &impl Serialize, at: impl Serialize) -> Self {
        let mut boxes = serde_json::json!(boxes);
        boxes["at"] = serde_json::json!(at);
        Figures { boxes, unit: None }
    }
}

/// A sheet whose texts were fitted, well or not.
pub(super) struct FittedSheet {
    pub(super) distance: Distance,
    pub(super) figures: Figures,
    pub(super) fits: BTreeMap<String, Fitted>,
    pub(super) keys: BTreeMap<String, KeysFit>,
    pub(super) running: Running,
    /// Texts with their boxes, by name of the box.
    pub(super) pieces: BTreeMap<String, Piece>,
    pub(super) minima: BTreeMap<String, Pt>,
    pub(super) places: BTreeMap<String, Place>,
    /// What does not fit.
    pub(super) refusals: Vec<Refusal>,
    pub(super) legibility: Legibility,
    pub(super) code: String,
    pub(super) qr: Option<QrCode>,
    pub(super) address: Option<String>,
}

impl<'a> Planner<'a> {
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

    pub(super) fn distance(&self, line: &OrderLine<'_>) -> Distance {
        let usual = line.size.paper().map(|paper| Distance::usual(line.medium, paper));
        line.distance.or(usual).unwrap_or(Distance::DESK)
    }

    /// Every text that does not fit, with the sizes of paper that would hold it.
    pub(super) fn refuse(
        &self,
        line: &OrderLine<'a>,
        spoken: &[Spoken<'a>],
        sheet: &FittedSheet,
        diagnostics: &mut Diagnostics,
    ) {
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
    pub(super) fn screen(&self, size: ScreenSize) -> Screen {
        Screen { size, direction: self.venue.interface_language.direction() }
    }

    /// What their system draws over a picture.
    pub(super) fn zones(&self, medium: Medium) -> &'a [Zone] {
        let of_system = self.catalog.zones.get(&self.venue.system);
        of_system.and_then(|media| media.get(&medium)).map(Vec::as_slice).unwrap_or_default()
    }
}
