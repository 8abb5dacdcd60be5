//! `pancarte new DIR`: a project of one's own with one venue, ready to build. It extends what is built into the program.

use super::args::NewArgs;
use super::messages::Messages;
use super::report;
use crate::diag::Message;
use crate::output;

/// Files of a new project; their comments tell what else can be said.
const FILES: [(&str, &str); 3] = [
    ("content/kit.yaml", include_str!("../../content/starter/kit.yaml")),
    ("content/venues/mon-lieu.yaml", include_str!("../../content/starter/mon-lieu.yaml")),
    ("LISEZMOI.md", include_str!("../../content/starter/LISEZMOI.md")),
];

/// Writes the project.
pub fn run(options: &NewArgs, messages: &Messages) -> bool {
    let files: Vec<(String, Vec<u8>)> =
        FILES.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())).collect();
    if let Err(error) = output::write_new(&options.folder, &files) {
        report::print(&[error], messages);
        return false;
    }
    let folder = options.folder.display();
    super::say(messages.text(&Message::new("new-done").arg("folder", folder)));
    true
}
