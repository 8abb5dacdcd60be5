//! What pages see: a [`Show`] is the state of all sheets at one moment, and [`Show::news`] is what a page that has seen an earlier
//! one must be told. A [`Stage`] holds the newest and tells whoever listens.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use serde::Serialize;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

use super::engine::{Engine, Sheet};
use super::task::{Drawing, Picture};
use crate::plan::Job;

/// All sheets at one moment.
#[derive(Debug, Default)]
pub struct Show {
    /// Sheets in the order of the plan.
    pub cards: Vec<Card>,
    /// What is wrong, in words.
    pub report: Report,
    /// Whether the project was read at all.
    pub ready: bool,
}

/// What is wrong.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Report {
    /// As the terminal says it.
    pub text: String,
    /// Errors.
    pub count: usize,
}

/// A sheet as pages see it.
#[derive(Debug, Clone)]
pub struct Card {
    /// Path of the sheet.
    pub key: String,
    /// What it says.
    pub job: Arc<Job>,
    /// Its last good picture.
    pub drawing: Option<Arc<Drawing>>,
    /// How good that is.
    pub state: State,
}

/// How good a picture is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// It shows what the files say.
    Good,
    /// A newer one is on its way.
    Waiting,
    /// Something has to be mended first.
    Stale,
}

/// What a page is told.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "news", rename_all = "lowercase")]
pub enum News {
    /// Sheets came, went, or are called otherwise: the page asks for its list again.
    List,
    /// A sheet has other pictures.
    Sheet {
        /// Its path.
        key: String,
        /// Versions of its pages.
        pages: Vec<String>,
        /// How good they are.
        state: State,
    },
    /// Other things are wrong.
    Report(Report),
}

impl Card {
    fn of(sheet: &Sheet) -> Self {
        let state = match sheet {
            sheet if sheet.is_stale() => State::Stale,
            sheet if sheet.is_waiting() => State::Waiting,
            _ => State::Good,
        };
        Card { key: sheet.key.clone(), job: Arc::clone(&sheet.job), drawing: sheet.drawing.clone(), state }
    }

    /// Whether it shows an earlier state, because something has to be mended first.
    pub fn is_stale(&self) -> bool {
        self.state == State::Stale
    }

    /// Address of its first page.
    pub fn address(&self) -> Option<String> {
        self.versions().first().map(|version| format!("/picture/{}/1.svg?v={version}", self.key))
    }

    /// Versions of its pages.
    pub fn versions(&self) -> Vec<String> {
        let pages = self.drawing.iter().flat_map(|drawing| &drawing.pages);
        pages.map(|page| page.version.clone()).collect()
    }

    fn is_called_like(&self, other: &Card) -> bool {
        let (one, two) = (&self.job, &other.job);
        let same_job = Arc::ptr_eq(one, two);
        let called = |job: &Job| (job.title.clone(), job.venue.name.clone(), job.venue.place.clone(), job.size);
        self.key == other.key && (same_job || (called(one) == called(two) && one.colours == two.colours))
    }
}

impl Show {
    /// What the engine has now.
    pub fn of(engine: &Engine, tell: impl Fn(&[crate::diag::Diagnostic]) -> String) -> Self {
        let errors = engine.errors();
        let text = if errors.is_empty() { String::new() } else { tell(&errors) };
        let report = Report { text, count: errors.len() };
        Show { cards: engine.sheets().iter().map(Card::of).collect(), report, ready: true }
    }

    /// The page of a sheet, counted from 1.
    pub fn picture(&self, key: &str, page: usize) -> Option<&Picture> {
        let card = self.cards.iter().find(|card| card.key == key)?;
        card.drawing.as_ref()?.pages.get(page.checked_sub(1)?)
    }

    /// What a page that has seen `then` must be told.
    pub fn news(&self, then: &Show) -> Vec<News> {
        let mut news = Vec::new();
        if self.report != then.report {
            news.push(News::Report(self.report.clone()));
        }
        let pairs = || self.cards.iter().zip(&then.cards);
        let same_list = self.cards.len() == then.cards.len() && pairs().all(|(now, then)| now.is_called_like(then));
        if !same_list || self.ready != then.ready {
            news.push(News::List);
            return news;
        }
        let other_picture = |(now, then): &(&Card, &Card)| now.state != then.state || now.versions() != then.versions();
        news.extend(pairs().filter(other_picture).map(|(now, _)| News::Sheet {
            key: now.key.clone(),
            pages: now.versions(),
            state: now.state,
        }));
        news
    }
}

/// The newest show, and who watches it.
#[derive(Debug, Default)]
pub struct Stage {
    show: Mutex<Arc<Show>>,
    listeners: Mutex<Vec<UnboundedSender<Arc<News>>>>,
    /// Sheets that each page shows now, by the name that the page gave itself.
    seen: Mutex<BTreeMap<String, Vec<String>>>,
}

impl Stage {
    /// The newest show.
    pub fn show(&self) -> Arc<Show> {
        Arc::clone(&lock(&self.show))
    }

    /// Shows this, and tells what is new.
    pub fn publish(&self, show: Show) {
        let show = Arc::new(show);
        let then = std::mem::replace(&mut *lock(&self.show), Arc::clone(&show));
        let news: Vec<Arc<News>> = show.news(&then).into_iter().map(Arc::new).collect();
        lock(&self.listeners).retain(|listener| {
            news.iter().all(|news| listener.send(Arc::clone(news)).is_ok()) && !listener.is_closed()
        });
    }

    /// Everything that is told from now on.
    pub fn listen(&self) -> UnboundedReceiver<Arc<News>> {
        let (sender, receiver) = unbounded_channel();
        lock(&self.listeners).push(sender);
        receiver
    }

    /// A page says which sheets it shows.
    pub fn look(&self, page: &str, keys: Vec<String>) {
        /// Pages that are remembered; more are not open at a time.
        const PAGES: usize = 16;
        let mut seen = lock(&self.seen);
        if seen.len() >= PAGES && !seen.contains_key(page) {
            seen.clear();
        }
        seen.insert(page.to_owned(), keys);
    }

    /// A page is gone.
    pub fn leave(&self, page: &str) {
        lock(&self.seen).remove(page);
    }

    /// The sheets that are looked at now.
    pub fn seen(&self) -> Vec<String> {
        lock(&self.seen).values().flatten().cloned().collect()
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
