//! Who works when: [`open`] starts the thread that owns the engine. It reads what has changed, has the sheets drawn that somebody
//! looks at, plans the rest, and lets other sheets be drawn while nothing else is to do.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::Duration;

use super::engine::Engine;
use super::show::{Show, Stage};
use super::task::{Drawn, Task};
use super::watch::{Mode, Watch};
use crate::diag::{Diagnostic, Message};
use crate::files::{Asked, Files};

/// What a browser is left to show new pictures, before all cores plan the sheets that nobody looks at.
const SHOWING: Duration = Duration::from_millis(150);

/// What the studio is told.
pub enum Call {
    /// Files at these paths have changed.
    Changed(BTreeSet<String>),
    /// Somebody looks at other sheets.
    Looked,
    /// A sheet was drawn.
    Drawn(Drawn),
}

/// How what is wrong becomes words.
pub type Tell = Arc<dyn Fn(&[Diagnostic]) -> String + Send + Sync>;

struct Studio {
    engine: Engine,
    stage: Arc<Stage>,
    tell: Tell,
    /// To be called back by the threads that draw.
    back: Sender<Call>,
    hands: usize,
    /// Sheets that are being drawn because somebody looks at them, and others.
    urgent: BTreeSet<String>,
    quiet: BTreeSet<String>,
}

/// Starts to work on the project in a folder; the studio is called over what is returned.
///
/// # Errors
/// A system that gives no thread.
pub fn open(root: PathBuf, mode: Mode, stage: Arc<Stage>, tell: Tell) -> Result<Sender<Call>, Diagnostic> {
    let (calls, called) = channel();
    let asked = Asked::default();
    let (folder, noted) = (root.clone(), Arc::clone(&asked));
    let engine = Engine::new(move || Files::project(&folder).noting(Arc::clone(&noted)));
    let hands = std::thread::available_parallelism().map_or(1, usize::from);
    let back = calls.clone();
    let studio = Studio { engine, stage, tell, back, hands, urgent: BTreeSet::new(), quiet: BTreeSet::new() };
    let changes = calls.clone();
    let work = move || {
        // the watch looks before the project is read: what changes in between is seen
        let changed = move |paths| drop(changes.send(Call::Changed(paths)));
        let watch = Watch::start(&root, mode, asked, changed);
        studio.run(&called);
        drop(watch);
    };
    let failed = |error| Diagnostic::error(Message::new("threads-failed").arg("reason", error));
    std::thread::Builder::new().name("studio".to_owned()).spawn(work).map_err(failed)?;
    Ok(calls)
}

impl Studio {
    fn run(mut self, called: &Receiver<Call>) {
        self.engine.reload(&BTreeSet::new());
        self.engine.plan_all();
        self.publish();
        self.hand_out();
        loop {
            let rests = self.engine.is_planned() || !self.urgent.is_empty();
            let call = if rests { called.recv().map_err(RecvTimeoutError::from) } else { called.recv_timeout(SHOWING) };
            match call {
                Ok(call) => self.answer(call, called),
                Err(RecvTimeoutError::Timeout) => self.engine.plan_all(),
                Err(RecvTimeoutError::Disconnected) => return,
            }
            self.hand_out();
            self.publish();
        }
    }

    /// Takes a call and all that wait behind it; what has changed is read, and planned as far as somebody looks at it.
    fn answer(&mut self, call: Call, called: &Receiver<Call>) {
        let mut changed = BTreeSet::new();
        std::iter::once(call).chain(called.try_iter()).for_each(|call| self.take(call, &mut changed));
        if !changed.is_empty() {
            self.engine.reload(&changed);
            self.engine.plan_some(&self.stage.seen());
        }
    }

    fn take(&mut self, call: Call, changed: &mut BTreeSet<String>) {
        match call {
            Call::Changed(mut paths) => changed.append(&mut paths),
            Call::Looked => {}
            Call::Drawn(drawn) => {
                self.urgent.remove(drawn.key());
                self.quiet.remove(drawn.key());
                self.engine.accept(drawn);
            }
        }
    }

    /// Gives sheets to as many threads as there are cores. One core is kept free for what somebody will look at next.
    fn hand_out(&mut self) {
        let seen = self.stage.seen();
        while self.urgent.len() + self.quiet.len() < self.hands {
            let Some(task) = self.engine.next_task(&seen, true) else { break };
            self.urgent.insert(task.key().to_owned());
            self.draw(task);
        }
        let free = self.hands.saturating_sub(1).max(1);
        while self.engine.is_planned() && self.urgent.is_empty() && self.quiet.len() < free {
            let Some(task) = self.engine.next_task(&seen, false) else { break };
            self.quiet.insert(task.key().to_owned());
            self.draw(task);
        }
    }

    fn draw(&mut self, task: Task) {
        let (back, key) = (self.back.clone(), task.key().to_owned());
        let work = move || back.send(Call::Drawn(task.draw()));
        if std::thread::Builder::new().name("draw".to_owned()).spawn(work).is_err() {
            self.urgent.remove(&key);
            self.quiet.remove(&key);
        }
    }

    fn publish(&self) {
        self.stage.publish(Show::of(&self.engine, |found| (self.tell)(found)));
    }
}
