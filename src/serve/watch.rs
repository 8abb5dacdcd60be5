//! What has changed on the disk: [`Watch::start`] looks at the project when the system says that something moved, and from time to
//! time in any case.
//!
//! Events say little that can be trusted: editors write beside and rename, network drives say nothing at all, and some systems
//! lose events when there are many. So an event only wakes the watch; what has changed is what differs from the look before.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::PoisonError;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use crate::files::{Asked, Sight, sight};

/// Folders that a project is made of.
const FOLDERS: [&str; 2] = ["content", "themes"];
/// How long the disk must be quiet: editors write a file in more than one step.
const QUIET: Duration = Duration::from_millis(25);
/// How long it may stay unquiet.
const UNQUIET: Duration = Duration::from_millis(250);
/// Time between two looks that nobody asked for, where the system is expected to say that something moved.
const SELDOM: Duration = Duration::from_secs(2);
/// Time between two looks where it is not.
const OFTEN: Duration = Duration::from_millis(500);
/// Looking takes one part in so many of the time at most: a drive far away is not kept busy.
const SHARE: u32 = 8;

/// How changes are noticed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// When the system says so, and every other second.
    Events,
    /// By looking, twice a second.
    Polling,
}

/// A watch over a project; it ends when this is dropped.
#[derive(Debug)]
pub struct Watch {
    _watcher: Option<RecommendedWatcher>,
    _stop: Sender<()>,
}

impl Watch {
    /// Calls `changed` with the paths of files that came, went or changed in the folders of a project, or among those that were
    /// asked for. The first look is taken before this returns.
    pub fn start(
        root: &Path,
        mode: Mode,
        asked: Asked,
        changed: impl Fn(BTreeSet<String>) + Send + 'static,
    ) -> std::io::Result<Self> {
        let (wake, woken) = channel();
        let watcher = (mode == Mode::Events).then(|| native(root, wake.clone())).flatten();
        let looker = Looker { root: root.to_owned(), asked, seen: BTreeMap::new() };
        let first = looker.look();
        let looker = Looker { seen: first, ..looker };
        let rest = if watcher.is_some() { SELDOM } else { OFTEN };
        std::thread::Builder::new().name("watch".to_owned()).spawn(move || looker.run(&woken, rest, changed))?;
        Ok(Watch { _watcher: watcher, _stop: wake })
    }
}

/// The watcher of the system; nothing where it has none to give.
fn native(root: &Path, wake: Sender<()>) -> Option<RecommendedWatcher> {
    let on_event = move |event: notify::Result<notify::Event>| {
        // a file that was only read has not changed
        if !matches!(event, Ok(notify::Event { kind: EventKind::Access(_), .. })) {
            let _ = wake.send(());
        }
    };
    let mut watcher = notify::recommended_watcher(on_event).ok()?;
    for folder in FOLDERS {
        let _ = watcher.watch(&root.join(folder), RecursiveMode::Recursive);
    }
    // the folders themselves may come and go
    watcher.watch(root, RecursiveMode::NonRecursive).ok()?;
    Some(watcher)
}

struct Looker {
    root: PathBuf,
    asked: Asked,
    seen: BTreeMap<String, Sight>,
}

impl Looker {
    fn look(&self) -> BTreeMap<String, Sight> {
        let asked = self.asked.lock().unwrap_or_else(PoisonError::into_inner).clone();
        sight(&self.root, &FOLDERS, &asked)
    }

    fn run(mut self, woken: &Receiver<()>, rest: Duration, changed: impl Fn(BTreeSet<String>)) {
        let mut pause = rest;
        loop {
            match woken.recv_timeout(pause) {
                Err(RecvTimeoutError::Disconnected) => return,
                Err(RecvTimeoutError::Timeout) => {}
                Ok(()) if !settle(woken) => return,
                Ok(()) => {}
            }
            let start = Instant::now();
            let now = self.look();
            pause = rest.max(start.elapsed() * SHARE);
            let differing = differences(&self.seen, &now);
            self.seen = now;
            if !differing.is_empty() {
                changed(differing);
            }
        }
    }
}

/// Waits until nothing moves; says whether the watch goes on.
fn settle(woken: &Receiver<()>) -> bool {
    let start = Instant::now();
    while start.elapsed() < UNQUIET {
        match woken.recv_timeout(QUIET) {
            Ok(()) => {}
            Err(RecvTimeoutError::Timeout) => return true,
            Err(RecvTimeoutError::Disconnected) => return false,
        }
    }
    true
}

/// Paths of files that came, went or are others now. A file that was only asked for since is not news.
fn differences(then: &BTreeMap<String, Sight>, now: &BTreeMap<String, Sight>) -> BTreeSet<String> {
    let gone = then.keys().filter(|path| !now.contains_key(*path));
    let new = now.iter().filter(|(path, sight)| then.get(*path).is_none_or(|then| sight.differs(then)));
    gone.chain(new.map(|(path, _)| path)).cloned().collect()
}
