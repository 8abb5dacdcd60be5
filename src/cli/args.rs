//! What can be typed: [`Args`]. Its words are those of [`super::help`].

use std::path::PathBuf;

use clap::{Args as ClapArgs, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

use crate::model::Format;

/// Arguments of the program.
#[derive(Debug, Parser)]
#[command(
    name = "pancarte",
    version,
    disable_help_flag = true,
    disable_help_subcommand = true,
    disable_version_flag = true
)]
pub struct Args {
    /// Language of messages.
    #[arg(long, global = true, value_name = "CODE")]
    pub ui_lang: Option<String>,
    /// What to do.
    #[command(subcommand)]
    pub verb: Verb,
}

/// Commands.
#[derive(Debug, Subcommand)]
pub enum Verb {
    /// Makes all sheets.
    Build(BuildArgs),
    /// Joins what several machines built.
    Merge(MergeArgs),
    /// Shows all sheets while they are written.
    Serve(ServeArgs),
    /// Says how many characters each text has left.
    Fit(FitArgs),
    /// Says what is wrong or weak in the content.
    Check(CheckArgs),
    /// Records that a text was compared with what it is bound to.
    Stamp(StampArgs),
    /// Says what to print again and what to take down.
    Diff(DiffArgs),
    /// Writes what was checked at a venue.
    Report(ReportArgs),
    /// Starts a project.
    New(NewArgs),
    /// Makes venues of a public register.
    Import(ImportArgs),
    /// Copies shipped files into a project.
    Eject(EjectArgs),
    /// Lists what there is.
    List(ListArgs),
    /// Says where the values of a venue come from.
    Explain(ExplainArgs),
    /// Prints the JSON Schema of content files.
    Schema(SchemaArgs),
    /// Prints completions for a shell.
    Completions(CompletionsArgs),
    /// Prints the manual page.
    Man,
}

/// Where a project is.
#[derive(Debug, Clone, ClapArgs)]
pub struct ProjectArgs {
    /// Folder of the project.
    #[arg(long, value_name = "DIR", default_value = ".")]
    pub project: PathBuf,
}

/// Which sheets are meant; all where nothing is said.
#[derive(Debug, Clone, ClapArgs)]
pub struct SheetArgs {
    /// Venues.
    #[arg(long, value_name = "ID")]
    pub venue: Vec<String>,
    /// Media.
    #[arg(long, value_name = "NAME")]
    pub medium: Vec<String>,
    /// Languages.
    #[arg(long, value_name = "CODE")]
    pub lang: Vec<String>,
}

/// Options of `build`.
#[derive(Debug, ClapArgs)]
pub struct BuildArgs {
    #[command(flatten)]
    pub project: ProjectArgs,
    /// Output folder.
    #[arg(long, value_name = "DIR")]
    pub output: Option<PathBuf>,
    #[command(flatten)]
    pub sheets: SheetArgs,
    /// Formats.
    #[arg(long, value_enum)]
    pub format: Vec<FormatArg>,
    /// Threads.
    #[arg(long, value_name = "N")]
    pub jobs: Option<std::num::NonZeroUsize>,
    /// Goes on after a broken sheet.
    #[arg(long)]
    pub keep_going: bool,
    /// Venues of one machine of several.
    #[arg(long, value_name = "I/N")]
    pub shard: Option<String>,
    /// Makes everything anew.
    #[arg(long)]
    pub force: bool,
    /// Reads the bytes of all files that stand.
    #[arg(long)]
    pub verify: bool,
    /// Manifest of what is published.
    #[arg(long, value_name = "MANIFEST")]
    pub previous: Option<PathBuf>,
}

/// Options of `merge`.
#[derive(Debug, ClapArgs)]
pub struct MergeArgs {
    /// Folders of the parts.
    #[arg(value_name = "DIR", required = true)]
    pub folders: Vec<PathBuf>,
    #[command(flatten)]
    pub project: ProjectArgs,
    /// Output folder.
    #[arg(long, value_name = "DIR")]
    pub output: Option<PathBuf>,
}

/// Options of `serve`.
#[derive(Debug, ClapArgs)]
pub struct ServeArgs {
    #[command(flatten)]
    pub project: ProjectArgs,
    /// Port.
    #[arg(long, value_name = "N")]
    pub port: Option<u16>,
    /// Opens the browser.
    #[arg(long)]
    pub open: bool,
    /// Looks for changes from time to time.
    #[arg(long)]
    pub poll: bool,
}

/// Options of `fit`.
#[derive(Debug, ClapArgs)]
pub struct FitArgs {
    #[command(flatten)]
    pub project: ProjectArgs,
    #[command(flatten)]
    pub sheets: SheetArgs,
    /// For programs.
    #[arg(long)]
    pub json: bool,
}

/// Options of `check`.
#[derive(Debug, ClapArgs)]
pub struct CheckArgs {
    /// Files and folders of the content.
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    #[command(flatten)]
    pub project: ProjectArgs,
    /// How findings are told.
    #[arg(long, value_enum, default_value = "human")]
    pub format: FindingsFormat,
    /// What is an error.
    #[arg(long, value_name = "RULE|GROUP")]
    pub deny: Vec<String>,
    /// Only these rules.
    #[arg(long, value_name = "RULE")]
    pub rule: Vec<String>,
    /// Mends what is safe.
    #[arg(long)]
    pub fix: bool,
    /// Prints the manual page of a rule.
    #[arg(long, value_name = "RULE")]
    pub explain: Option<String>,
    /// Lays out pages too.
    #[arg(long)]
    pub pages: bool,
    /// Looks words up in dictionaries.
    #[arg(long)]
    pub spell: bool,
    /// Day of the check.
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub today: Option<String>,
    #[command(flatten)]
    pub sheets: SheetArgs,
}

/// How findings are told.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum FindingsFormat {
    Human,
    Short,
    Json,
    Sarif,
    Github,
}

/// Options of `stamp`.
#[derive(Debug, ClapArgs)]
pub struct StampArgs {
    /// Tip.
    #[arg(value_name = "TIP", required_unless_present = "all")]
    pub tip: Option<String>,
    /// Every text that has no stamp, or a stale one.
    #[arg(long)]
    pub all: bool,
    /// Language.
    #[arg(long, value_name = "CODE", required_unless_present = "all")]
    pub lang: Option<String>,
    /// Who read the easy-read text.
    #[arg(long, value_name = "NAME")]
    pub reviewed_by: Vec<String>,
    /// Whether they agree that their names are printed.
    #[arg(long)]
    pub consent: bool,
    /// The day.
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub today: Option<String>,
    #[command(flatten)]
    pub project: ProjectArgs,
}

/// Options of `diff`.
#[derive(Debug, ClapArgs)]
pub struct DiffArgs {
    /// Manifest of an earlier build.
    #[arg(value_name = "OLD_MANIFEST")]
    pub old: PathBuf,
    #[command(flatten)]
    pub project: ProjectArgs,
    /// Output folder.
    #[arg(long, value_name = "DIR")]
    pub output: Option<PathBuf>,
    /// For programs.
    #[arg(long)]
    pub json: bool,
}

/// Options of `report`.
#[derive(Debug, ClapArgs)]
pub struct ReportArgs {
    /// Venue.
    #[arg(value_name = "VENUE")]
    pub venue: String,
    #[command(flatten)]
    pub project: ProjectArgs,
    /// Output folder.
    #[arg(long, value_name = "DIR")]
    pub output: Option<PathBuf>,
    /// The day.
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub today: Option<String>,
}

/// A format, as it is typed.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum FormatArg {
    Pdf,
    Svg,
    Png,
    Html,
}

impl From<FormatArg> for Format {
    fn from(format: FormatArg) -> Self {
        match format {
            FormatArg::Pdf => Format::Pdf,
            FormatArg::Svg => Format::Svg,
            FormatArg::Png => Format::Png,
            FormatArg::Html => Format::Html,
        }
    }
}

/// Options of `new`.
#[derive(Debug, ClapArgs)]
pub struct NewArgs {
    /// Folder to make.
    #[arg(value_name = "DIR")]
    pub folder: PathBuf,
}

/// Options of `import`.
#[derive(Debug, ClapArgs)]
pub struct ImportArgs {
    /// Register.
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// What the register calls things.
    #[arg(long, value_name = "MAP.yaml")]
    pub map: Option<PathBuf>,
    /// Name of the register.
    #[arg(long, value_name = "NAME")]
    pub register: Option<String>,
    /// Folder of the venues.
    #[arg(long, value_name = "DIR", default_value = "content/venues")]
    pub into: PathBuf,
    /// Writes nothing.
    #[arg(long)]
    pub dry_run: bool,
    /// Folders of the venues.
    #[arg(long, value_enum)]
    pub group: Option<GroupArg>,
    /// Makes deleted files again.
    #[arg(long)]
    pub restore: bool,
    /// Writes the report.
    #[arg(long, value_name = "FILE.csv")]
    pub report: Option<PathBuf>,
    #[command(flatten)]
    pub project: ProjectArgs,
}

/// Folders of venues, as they are typed.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum GroupArg {
    None,
    Department,
}

/// Options of `eject`.
#[derive(Debug, ClapArgs)]
pub struct EjectArgs {
    /// What to copy.
    pub what: Ejected,
    #[command(flatten)]
    pub project: ProjectArgs,
}

/// What can be copied.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum Ejected {
    Theme,
    Tips,
}

/// Options of `list`.
#[derive(Debug, ClapArgs)]
pub struct ListArgs {
    /// What to list.
    pub what: Listed,
    #[command(flatten)]
    pub project: ProjectArgs,
}

/// What can be listed.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum Listed {
    Venues,
    Tips,
    Media,
    Themes,
    Rules,
}

/// Options of `explain`.
#[derive(Debug, ClapArgs)]
pub struct ExplainArgs {
    /// Venue.
    #[arg(value_name = "VENUE")]
    pub venue: String,
    #[command(flatten)]
    pub project: ProjectArgs,
}

/// Options of `schema`.
#[derive(Debug, ClapArgs)]
pub struct SchemaArgs {
    /// Folder to write the files into.
    #[arg(long, value_name = "DIR")]
    pub into: Option<PathBuf>,
}

/// Options of `completions`.
#[derive(Debug, ClapArgs)]
pub struct CompletionsArgs {
    /// Shell.
    pub shell: Shell,
}
