//! `pancarte schema`: the JSON Schema of every content file, from the types that read them.

use schemars::{JsonSchema, schema_for};
use serde_json::{Map, Value, json};

use super::args::SchemaArgs;
use super::messages::Messages;
use super::report;
use crate::content::{document, glossary, profile, shortcuts, stamps, systems, tip_file};
use crate::diag::Message;
use crate::output;
use crate::theme::{LicencesFile, ThemeFile};

/// Prints one schema that holds all, or writes one file for each kind of content file.
pub fn run(options: &SchemaArgs, messages: &Messages) -> bool {
    let Some(folder) = &options.into else {
        let all: Map<String, Value> =
            schemas().into_iter().map(|(name, _, schema)| (name.to_owned(), schema)).collect();
        super::say(format_args!("{:#}", json!({ "$defs": all })));
        return true;
    };
    let files: Vec<(String, Vec<u8>)> = schemas()
        .into_iter()
        .map(|(name, _, schema)| (format!("{name}.schema.json"), format!("{schema:#}\n").into_bytes()))
        .collect();
    if let Err(error) = output::write_generated(folder, &files) {
        report::print(&[error], messages);
        return false;
    }
    super::say(messages.word("schema-written"));
    for (name, pattern, _) in schemas().into_iter().filter(|(_, pattern, _)| pattern.ends_with(".yaml")) {
        // a relative address starts from the file that names it
        let up = if folder.is_relative() { "../".repeat(pattern.matches('/').count()) } else { String::new() };
        let line = format!("# yaml-language-server: $schema={up}{}/{name}.schema.json", folder.display());
        super::say(messages.text(&Message::new("schema-line").arg("pattern", pattern).arg("line", line)));
    }
    true
}

/// Name, files it is for, schema.
pub fn schemas() -> Vec<(&'static str, &'static str, Value)> {
    vec![
        ("kit", "content/kit.yaml", schema::<profile::KitFile>()),
        ("profile", "content/venues/*.yaml", schema::<profile::Profile>()),
        ("profile", "content/organisations/*.yaml", schema::<profile::Profile>()),
        ("profile", "content/kinds/*.yaml", schema::<profile::Profile>()),
        ("words", "content/words/*.yaml", schema::<std::collections::BTreeMap<String, String>>()),
        ("glossary", "content/glossary/*.yaml", schema::<glossary::GlossaryFile>()),
        ("tip", "content/tips/*/tip.yaml", schema::<tip_file::TipFile>()),
        ("tip-words", "content/tips/*/*.md", schema::<tip_file::WordsFile>()),
        ("tip-in-yaml", "content/tips/*.yaml", schema::<tip_file::TipInYaml>()),
        ("tips", "content/tips/*.yaml", schema::<tip_file::TipsFile>()),
        ("tip-in-markdown", "content/tips/*.md", schema::<tip_file::TipInMarkdown>()),
        ("document", "content/documents/*/*.yaml", schema::<document::DocumentFile>()),
        ("stamps", "content/stamps/*.yaml", schema::<stamps::StampsFile>()),
        ("shortcuts", "content/shortcuts.yaml", schema::<shortcuts::ShortcutsFile>()),
        ("systems", "content/systems.yaml", schema::<systems::SystemsFile>()),
        ("theme", "themes/*/theme.yaml", schema::<ThemeFile>()),
        ("licences", "themes/*/licences.yaml", schema::<LicencesFile>()),
    ]
}

fn schema<T: JsonSchema>() -> Value {
    schema_for!(T).to_value()
}
