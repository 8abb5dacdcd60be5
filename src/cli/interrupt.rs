//! Ctrl-C, and the signals that ask a program to end: [`watch`]. A build ends after the sheets that are being drawn; one that takes
//! longer is cut off, and loses only these sheets.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

/// What shells say of a program that ended by Ctrl-C: 128 and the number of the signal.
const INTERRUPTED: i32 = 130;
/// How long the sheets that are being drawn may take: whoever presses Ctrl-C waits less than a second.
const PATIENCE: Duration = Duration::from_millis(800);

static STOPPED: AtomicBool = AtomicBool::new(false);

/// Whether the program was asked to end.
pub fn is_stopped() -> bool {
    STOPPED.load(Ordering::Relaxed)
}

/// From now on the program ends in order when it is asked to, and at once when it is asked twice.
pub fn watch() {
    let asked = || {
        if STOPPED.swap(true, Ordering::Relaxed) {
            std::process::exit(INTERRUPTED);
        }
        std::thread::spawn(|| {
            std::thread::sleep(PATIENCE);
            std::process::exit(INTERRUPTED);
        });
    };
    // without a handler the system ends the program, which leaves no half file either
    let _ = ctrlc::set_handler(asked);
}
