//! `pancarte serve`: says where the preview is, and stays until it is stopped.

use std::sync::Arc;

use super::args::ServeArgs;
use super::messages::{Messages, UiLang};
use super::report;
use crate::diag::{Diagnostic, Message};
use crate::serve::watch::Mode;
use crate::serve::{Options, Words, start};

/// Serves until the program is stopped.
pub fn run(options: &ServeArgs, messages: &Messages, lang: UiLang) -> bool {
    let own = Messages::new(lang);
    let words = Words {
        lang: if lang == UiLang::French { "fr" } else { "en" },
        say: Arc::new(move |message| own.text(message)),
        tell: Arc::new(move |found: &[Diagnostic]| report::plain(found, &Messages::new(lang))),
    };
    let mode = if options.poll { Mode::Polling } else { Mode::Events };
    let project = options.project.project.clone();
    let served = start(Options { project, port: options.port, mode }, &words).and_then(|server| {
        let address = format!("http://{}/", server.address);
        super::say(messages.text(&Message::new("serve-address").arg("address", &address)));
        if options.open && opener::open_browser(&address).is_err() {
            super::tell(messages.word("serve-no-browser"));
        }
        server.wait()
    });
    if let Err(error) = &served {
        report::print(std::slice::from_ref(error), messages);
    }
    served.is_ok()
}
