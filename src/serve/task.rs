//! A sheet is drawn: [`Task::draw`] is all that happens on other threads. What it needs goes in, what came of it comes out.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use blake3::Hash;

use crate::diag::{Diagnostic, Diagnostics, Message};
use crate::layout::{Press, lay_out};
use crate::plan::Job;
use crate::render;

/// The pages of a sheet as SVG.
#[derive(Debug)]
pub struct Drawing {
    /// Pages.
    pub pages: Vec<Picture>,
    pub(super) signature: Hash,
}

/// A page.
#[derive(Debug)]
pub struct Picture {
    /// SVG.
    pub bytes: Arc<[u8]>,
    /// Hash of the bytes: the same picture has the same address.
    pub version: String,
}

/// A sheet to be drawn; any thread may do it.
pub struct Task {
    pub(super) key: String,
    pub(super) job: Arc<Job>,
    pub(super) press: Arc<Press>,
    pub(super) signature: Hash,
    /// Whether Typst forgets what it remembers afterwards.
    pub(super) forgets: bool,
}

/// What came of a task.
#[derive(Debug)]
pub struct Drawn {
    pub(super) key: String,
    pub(super) signature: Hash,
    pub(super) result: Result<Drawing, Diagnostics>,
}

impl Drawn {
    /// The path of the sheet.
    pub fn key(&self) -> &str {
        &self.key
    }
}

impl Task {
    /// The path of the sheet.
    pub fn key(&self) -> &str {
        &self.key
    }

    /// Draws the sheet. A fault of the program itself is an error of this sheet, and the preview goes on.
    pub fn draw(self) -> Drawn {
        let lay_out = || lay_out(&self.job, &self.press).map(|document| render::drawings(&document));
        let crashed = |_| Err(vec![Diagnostic::error(Message::new("serve-crashed").arg("sheet", &self.key))]);
        let result = catch_unwind(AssertUnwindSafe(lay_out)).unwrap_or_else(crashed);
        if self.forgets {
            comemo::evict(0);
        }
        let picture = |svg: String| {
            let version = blake3::hash(svg.as_bytes()).to_hex()[..16].to_owned();
            Picture { bytes: svg.into_bytes().into(), version }
        };
        let drawing =
            |pages: Vec<String>| Drawing { pages: pages.into_iter().map(picture).collect(), signature: self.signature };
        Drawn { result: result.map(drawing), key: self.key, signature: self.signature }
    }
}
