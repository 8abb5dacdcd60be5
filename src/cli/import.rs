//! `pancarte import FILE`: makes files of venues of a public register, or brings them up to date, and tells what became of each row.

use std::path::Path;

use super::args::{GroupArg, ImportArgs};
use super::messages::Messages;
use super::report;
use crate::content::profile::{self, VENUES};
use crate::content::register::{Group, Mapping, TABLE_LIMIT};
use crate::diag::{Diagnostic, Diagnostics, Message};
use crate::files::{self, Files};
use crate::import::{self, Line, Plan, Request};
use crate::model::slug;
use crate::output;

/// Imports, tells, and says whether that could be done.
pub fn run(options: &ImportArgs, messages: &Messages) -> bool {
    let mut diagnostics = Diagnostics::new();
    let done = import(options, messages, &mut diagnostics);
    let done = done.map_err(|error| diagnostics.push(error)).is_ok_and(|done| done);
    report::print(&diagnostics, messages);
    done
}

fn import(options: &ImportArgs, messages: &Messages, diagnostics: &mut Diagnostics) -> Result<bool, Diagnostic> {
    let root = &options.project.project;
    let Some((kit, files)) = profile::load_kit(Files::project(root), diagnostics) else { return Ok(false) };
    let (folder, name) = placed(&options.file);
    let bytes = Files::project(folder).bytes(&name, TABLE_LIMIT)?;
    let mapping = match &options.map {
        None => Mapping::default(),
        Some(path) => {
            let (folder, name) = placed(path);
            let Some(mapping) = Mapping::read(&Files::project(folder).text(&name)?, diagnostics) else {
                return Ok(false);
            };
            mapping
        }
    };
    let request = Request {
        name: slug(
            options.register.as_deref().unwrap_or_else(|| name.rsplit_once('.').map_or(&name, |(stem, _)| stem)),
        ),
        named: options.register.is_some(),
        into: into(root, &options.into)?,
        mapping,
        group: options.group.map(Group::from),
        restore: options.restore,
    };
    let plan = import::plan(&files, &kit, &bytes, &request)?;
    if !options.dry_run {
        output::write_new(root, &plan.made)?;
        output::rewrite(root, &plan.changed)?;
    }
    if let Some(path) = &options.report {
        let (folder, name) = placed(path);
        output::write_generated(folder, &[(name, table(&plan.lines, messages))])?;
    }
    tell(&plan, options.dry_run, messages);
    Ok(true)
}

/// The folder of a file, and its name.
fn placed(path: &Path) -> (&Path, String) {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    (folder.unwrap_or(Path::new(".")), name)
}

/// The folder of the venues, from that of the project: `content/venues`, or one inside it.
fn into(root: &Path, folder: &Path) -> Result<String, Diagnostic> {
    let written = folder.to_string_lossy().replace('\\', "/");
    let path = files::inside(root, folder).unwrap_or(written);
    let path = path.trim_start_matches("./").trim_end_matches('/').to_owned();
    let good =
        path.strip_prefix(VENUES).is_some_and(|rest| rest.is_empty() || rest.starts_with('/')) && !path.contains("..");
    let error = Diagnostic::error(Message::new("import-into").arg("path", &path));
    if good { Ok(path) } else { Err(error.hint(Message::new("hint-import-into"))) }
}

impl From<GroupArg> for Group {
    fn from(group: GroupArg) -> Self {
        match group {
            GroupArg::None => Group::None,
            GroupArg::Department => Group::Department,
        }
    }
}

/// The lines, then the sum.
fn tell(plan: &Plan, dry: bool, messages: &Messages) {
    for line in &plan.lines {
        super::say(told(line, messages));
    }
    let counts = plan.counts;
    let sum = Message::new(if dry { "import-would" } else { "import-done" })
        .arg("rows", counts.rows)
        .arg("made", counts.made)
        .arg("changed", counts.changed)
        .arg("same", counts.same)
        .arg("deleted", counts.deleted)
        .arg("refused", counts.refused)
        .arg("organisations", counts.organisations);
    super::say(messages.text(&sum));
    if counts.kept + counts.conflicts + counts.gone > 0 {
        let merged = Message::new("import-merged").arg("kept", counts.kept).arg("conflicts", counts.conflicts);
        super::say(messages.text(&merged.arg("gone", counts.gone)));
    }
}

/// `12 · telephone · 442645975 : …`.
fn told(line: &Line, messages: &Messages) -> String {
    let note = &line.note;
    let value = shortened(&note.value);
    let message = Message::new(if value.is_empty() { "import-line" } else { "import-line-value" })
        .arg("row", line.row)
        .arg("name", [&line.venue, &line.key].into_iter().find(|name| !name.is_empty()).map_or("–", String::as_str))
        .arg("column", &note.column)
        .arg("what", messages.text(&note.what))
        .arg("done", messages.text(&note.done.message()));
    // arguments of a message that look like numbers would be written as such
    messages.text(&message).replace(VALUE, &value)
}

/// Stands for the value of a cell in a line.
const VALUE: &str = "\u{fffc}";

/// A value in one line of a terminal.
fn shortened(value: &str) -> String {
    const LONGEST: usize = 60;
    let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
    if value.chars().count() <= LONGEST { value } else { value.chars().take(LONGEST).chain(['…']).collect() }
}

/// The same lines as a CSV file for a spreadsheet.
fn table(lines: &[Line], messages: &Messages) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(b"\xef\xbb\xbf".to_vec());
    let head = ["row", "id", "venue", "column", "value", "what", "done"];
    let rows = lines.iter().map(|line| {
        let note = &line.note;
        let (what, done) = (messages.text(&note.what), messages.text(&note.done.message()));
        [
            line.row.to_string(),
            line.key.clone(),
            line.venue.clone(),
            note.column.clone(),
            harmless(&note.value),
            what,
            done,
        ]
    });
    let _ = writer.write_record(head);
    rows.for_each(|row| {
        let _ = writer.write_record(row);
    });
    writer.into_inner().unwrap_or_default()
}

/// A value that no spreadsheet takes for a formula.
fn harmless(value: &str) -> String {
    if value.starts_with(['=', '+', '-', '@', '\t']) { format!("'{value}") } else { value.to_owned() }
}
