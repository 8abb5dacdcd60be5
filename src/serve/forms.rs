//! The forms of venues: [`Room::page`] and [`Room::submit`] give what is answered. They read files, and one writes a file: they run
//! where waiting is allowed.

use std::path::Path;

use axum::http::StatusCode;

use super::page::{BRAND, FORM_SCRIPT, FORM_STYLE, Site, name};
use super::show::{Card, Show};
use crate::diag::{Diagnostic, Diagnostics};
use crate::form::{self, Around, Outcome, SheetPicture};

/// A venue, and what is around its form.
pub struct Room<'a> {
    /// Folder of the project.
    pub root: &'a Path,
    /// The words of the preview, and its token.
    pub site: &'a Site,
    /// The sheets as they are now.
    pub show: &'a Show,
    /// Id of the venue.
    pub venue: &'a str,
    /// Address of the form.
    pub address: &'a str,
}

/// What is answered.
#[derive(Debug)]
pub enum Answer {
    /// A page.
    Page(StatusCode, String),
    /// All is well: the form is to be asked for again, at this address.
    Saved(String),
    /// A mistake in a template of this tool.
    Failed,
}

impl Room<'_> {
    /// The form as the file of the venue is now.
    pub fn page(&self, saved: bool) -> Answer {
        self.answer(|around| Ok(Answer::Page(StatusCode::OK, form::page(around, self.venue, saved)?)))
    }

    /// Does what a filled form asks.
    pub fn submit(&self, pairs: Vec<(String, String)>) -> Answer {
        self.answer(|around| {
            Ok(match form::submit(around, self.venue, pairs)? {
                Outcome::Saved { .. } => Answer::Saved(format!("{}?saved", self.address)),
                Outcome::Again(html) => Answer::Page(StatusCode::OK, html),
            })
        })
    }

    fn answer(&self, work: impl FnOnce(&Around<'_>) -> Result<Answer, Diagnostics>) -> Answer {
        let of_venue = self.show.cards.iter().filter(|card| card.job.venue.id == self.venue);
        let sheets: Vec<SheetPicture> = of_venue.map(picture).collect();
        let file = |name| format!("/file/{name}");
        let around = Around {
            root: self.root,
            say: &|message| (self.site.say)(message),
            lang: self.site.lang,
            token: &self.site.token,
            action: self.address,
            home: "/",
            sheets: &sheets,
            style: &file(FORM_STYLE),
            colours: &file(BRAND),
            script: Some(&file(FORM_SCRIPT)),
        };
        work(&around).unwrap_or_else(|errors| self.refusal(&errors))
    }

    /// Why there is no form, in words.
    fn refusal(&self, errors: &[Diagnostic]) -> Answer {
        let unknown = errors.iter().any(|error| error.message.id == "venue-unknown");
        let status = if unknown { StatusCode::NOT_FOUND } else { StatusCode::UNPROCESSABLE_ENTITY };
        self.site.refusal(errors).map_or(Answer::Failed, |html| Answer::Page(status, html))
    }
}

fn picture(card: &Card) -> SheetPicture {
    SheetPicture {
        key: card.key.clone(),
        address: card.address(),
        title: name(&card.job).to_owned(),
        lang: card.job.lang.code().to_owned(),
        stale: card.is_stale(),
        size: (card.job.width.0, card.job.height.0),
    }
}
