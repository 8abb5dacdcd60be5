//! One order line becomes one job: [`Planner::job`] chooses the words, has them fitted, and keeps what a template needs.

use std::cell::OnceCell;
use std::collections::BTreeSet;
use std::sync::Arc;

use crate::content::{Catalog, Words};
use crate::diag::{Diagnostics, has_errors};
use crate::model::{Blocked, Lang, Medium, Pack, Pt, Size, Venue};
use crate::theme::{Colour, Roles, Theme};

use super::adapt::Adapter;
use super::compose::date_text;
use super::fitted::FittedSheet;
use super::hard_words;
use super::job::{Job, SecondLanguage};
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

/// The words of a job before it is fitted, and the files they came from.
pub(super) struct Made {
    pub(super) sheet: Sheet,
    pub(super) title: String,
    pub(super) machine: bool,
    pub(super) files: BTreeSet<String>,
}

/// One language of a job: its words and those of the layout.
pub(super) struct Spoken<'a> {
    pub(super) lang: &'a Lang,
    pub(super) words: &'a Words,
    pub(super) made: Made,
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

    pub(super) fn path(&self, line: &OrderLine<'_>) -> String {
        format!("{}/{}/{}", self.venue.id, line.languages(), stem(line))
    }

    /// What their system draws over a picture of this size, in pixels.
    fn blocked(&self, line: &OrderLine<'_>) -> Vec<Blocked> {
        match line.size {
            Size::Screen(size) if !line.only_words => self.screen(size).blocked(self.zones(line.medium)),
            _ => Vec::new(),
        }
    }
}
