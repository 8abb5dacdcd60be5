//! `pancarte explain VENUE`: each value of the profile, with the file and line it came from.

use super::args::ExplainArgs;
use super::messages::Messages;
use super::report;
use crate::content;
use crate::diag::{Diagnostic, Diagnostics, Message, did_you_mean, has_errors};
use crate::files::Files;

/// Prints the profile.
pub fn run(options: &ExplainArgs, messages: &Messages) -> bool {
    let mut diagnostics = Diagnostics::new();
    let loaded = content::load(Files::project(&options.project.project), &mut diagnostics);
    if let Some((catalog, _)) = &loaded {
        match catalog.venues.get(&options.venue) {
            Some(venue) => {
                for (field, value, place) in &venue.origins {
                    super::say(format_args!("{field:<26} {value:<44} {}", place.brief()));
                }
            }
            None if catalog.broken_venues.contains(&options.venue) => {}
            None => {
                let hint = did_you_mean(&options.venue, catalog.venues.keys().map(String::as_str));
                let unknown = Message::new("venue-unknown").arg("id", &options.venue);
                diagnostics.push(Diagnostic::error(unknown).hint(hint));
            }
        }
    }
    report::print(&diagnostics, messages);
    !has_errors(&diagnostics)
}
