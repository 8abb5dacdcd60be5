//! Text that is hard to read on its ground: [`contrast`] looks at every run of the laid-out pages, as most people see it, in
//! greyscale and through three colour-blind eyes.

use super::common::{Drawn, Own};
use super::grounds::seen;
use crate::diag::{Diagnostic, Diagnostics, Message};
use crate::plan::Job;
use crate::theme::{Colour, Fault};

/// Longest text in a message, in characters.
const QUOTED: usize = 60;

/// What cannot be read well on the pages of a job.
pub fn contrast(drawn: &Drawn, job: &Job) -> Diagnostics {
    let mut faint = Faint::default();
    let own = Own::of(job);
    for (laid, coloured) in drawn.laid().pages().iter().zip(drawn.document.pages()) {
        let laid = seen(laid);
        // what lets through what is under it has its colour only where all colours are those of the job
        let (shown, stands_in) = if laid.mixed { (seen(coloured), false) } else { (laid, drawn.has_stand_ins()) };
        let meant = |colour: Colour| if stands_in { own.colour(colour) } else { colour };
        for run in &shown.runs {
            run.pairs.iter().for_each(|(fore, ground)| faint.look(&run.text, meant(*fore), meant(*ground)));
        }
    }
    faint.diagnostics(job, "hint-contrast")
}

/// Texts that are hard to read, gathered by their two colours.
#[derive(Debug, Default)]
pub struct Faint {
    pairs: Vec<Pair>,
}

#[derive(Debug)]
struct Pair {
    fore: Colour,
    ground: Colour,
    faults: Vec<Fault>,
    texts: Vec<String>,
}

impl Faint {
    /// Looks at a text of this colour on a ground.
    pub fn look(&mut self, text: &str, fore: Colour, ground: Colour) {
        let at = self.pairs.iter().position(|pair| pair.fore == fore && pair.ground == ground).unwrap_or_else(|| {
            self.pairs.push(Pair { fore, ground, faults: fore.faults_on(ground), texts: Vec::new() });
            self.pairs.len() - 1
        });
        let pair = &mut self.pairs[at];
        if !pair.faults.is_empty() && !pair.texts.iter().any(|known| known == text) {
            pair.texts.push(text.to_owned());
        }
    }

    /// One error for each way of seeing and each two colours, with the first text that has them, and what to do about it.
    pub fn diagnostics(&self, job: &Job, hint: &'static str) -> Diagnostics {
        let error = |pair: &Pair, fault| pair.error(fault, job).hint(Message::new(hint));
        let errors = |pair: &Pair| pair.faults.iter().map(|fault| error(pair, *fault)).collect::<Vec<_>>();
        self.pairs.iter().flat_map(errors).collect()
    }
}

impl Pair {
    fn error(&self, fault: Fault, job: &Job) -> Diagnostic {
        let message = match fault.vision {
            None => Message::new("contrast-low"),
            Some(vision) => Message::new("contrast-vision").arg("vision", vision.name()),
        };
        // rounded down: 6.96 is not 7.0
        let tenths = (fault.ratio * 10.0).floor() as u32;
        let message = message
            .arg("text", quoted(self.texts.first().map_or("", String::as_str)))
            .arg("others", self.texts.len().saturating_sub(1))
            .arg("fore", self.fore.hex())
            .arg("ground", self.ground.hex())
            .arg("whole", tenths / 10)
            .arg("tenth", tenths % 10)
            .arg("sheet", job.path());
        Diagnostic::error(message).about(format!("themes/{}", job.theme))
    }
}

/// A text short enough for a message.
pub fn quoted(text: &str) -> String {
    match text.char_indices().nth(QUOTED) {
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
        None => text.to_owned(),
    }
}
