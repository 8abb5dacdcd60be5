//! How a build shows that it runs: a bar on a terminal, a line for each hundred sheets elsewhere. [`Bar::new`].

use std::io::{IsTerminal as _, stderr};
use std::sync::atomic::{AtomicUsize, Ordering};

use indicatif::{ProgressBar, ProgressStyle};

use super::messages::Messages;
use crate::diag::Message;
use crate::pipeline::Progress;

/// Sheets between two lines where there is no terminal.
const LINE_EVERY: usize = 100;

/// A bar, or lines.
#[derive(Debug)]
pub struct Bar<'a> {
    bar: Option<ProgressBar>,
    done: AtomicUsize,
    all: AtomicUsize,
    messages: &'a Messages,
}

impl<'a> Bar<'a> {
    /// A bar on a terminal, lines elsewhere.
    pub fn new(messages: &'a Messages) -> Self {
        let bar = stderr().is_terminal().then(|| ProgressBar::new(0));
        if let Some(bar) = &bar {
            let style = ProgressStyle::with_template("{bar:28} {pos}/{len} {msg}")
                .unwrap_or_else(|_| ProgressStyle::default_bar());
            bar.set_style(style);
        }
        Bar { bar, done: AtomicUsize::new(0), all: AtomicUsize::new(0), messages }
    }

    /// Takes the bar away.
    pub fn finish(&self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }

    fn line(&self, message: &Message) {
        super::tell(self.messages.text(message));
    }
}

impl Progress for Bar<'_> {
    fn start(&self, sheets: usize) {
        let before = self.all.fetch_add(sheets, Ordering::Relaxed);
        match &self.bar {
            Some(bar) => bar.inc_length(sheets as u64),
            None if before == 0 => self.line(&Message::new("progress-start")),
            None => {}
        }
    }

    fn is_stopped(&self) -> bool {
        super::interrupt::is_stopped()
    }

    fn step(&self, sheet: &str) {
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        match &self.bar {
            Some(bar) => {
                bar.set_message(sheet.to_owned());
                bar.inc(1);
            }
            None if done.is_multiple_of(LINE_EVERY) => {
                let all = self.all.load(Ordering::Relaxed);
                self.line(&Message::new("progress-line").arg("done", done).arg("count", all));
            }
            None => {}
        }
    }
}
