//! `pancarte build`: arguments become a request, the pipeline runs, and the last line says what came of it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::time::Instant;

use super::args::{BuildArgs, SheetArgs};
use super::messages::Messages;
use super::progress::Bar;
use super::report;
use crate::diag::{Diagnostic, Diagnostics, Message, did_you_mean, has_errors};
use crate::files::Files;
use crate::model::{Format, Lang, Medium};
use crate::pipeline::{Report, Request, build};
use crate::plan::{Gap, Wanted};
use crate::reprint;

/// Builds, prints, and says whether everything asked for was written.
pub fn run(options: &BuildArgs, messages: &Messages) -> bool {
    let start = Instant::now();
    let request = match request(options) {
        Ok(request) => request,
        Err(diagnostics) => {
            report::print(&diagnostics, messages);
            return false;
        }
    };
    let output = options.output.clone().unwrap_or_else(|| options.project.project.join("output"));
    let bar = Bar::new(messages);
    super::interrupt::watch();
    let came = build(Files::project(&options.project.project), &output, &request, &bar);
    bar.finish();
    report::print(&came.diagnostics, messages);
    print_gaps(&came, messages);
    let done = !has_errors(&came.diagnostics) && !came.interrupted;
    let id = match (done, came.interrupted) {
        (true, _) => "build-done",
        (false, true) => "build-interrupted",
        (false, false) => "build-failed",
    };
    print_share(&came, &request, messages);
    super::say(messages.text(&closing(id, &came, start, &output)));
    done
}

/// How evenly the venues are shared among machines.
fn print_share(came: &Report, request: &Request, messages: &Messages) {
    let (Some(shard), Some(balance)) = (request.shard, came.balance) else { return };
    let share = Message::new("shard-part")
        .arg("shard", shard)
        .arg("own", balance.own)
        .arg("all", balance.all)
        .arg("largest", balance.largest)
        .arg("percent", format!("{:.0}", balance.excess_percent(shard.of()).max(0.0)));
    super::tell(messages.text(&share));
}

/// The last line: what came of it, in figures.
pub fn closing(id: &'static str, came: &Report, start: Instant, output: &Path) -> Message {
    Message::new(id)
        .arg("sheets", came.sheets)
        .arg("fresh", came.fresh)
        .arg("files", came.files)
        .arg("venues", came.venues)
        .arg("megabytes", format!("{:.1}", came.bytes as f64 / f64::from(1 << 20)))
        .arg("seconds", format!("{:.1}", start.elapsed().as_secs_f64()))
        .arg("removed", came.removed)
        .arg("output", output.display())
}

/// What the user typed becomes what the program needs; every unknown name is refused here.
fn request(options: &BuildArgs) -> Result<Request, Diagnostics> {
    let formats: Vec<Format> = options.format.iter().map(|format| (*format).into()).collect();
    let wanted = wanted(&options.sheets, &formats)?;
    let previous = options.previous.as_deref().map(reprint::read_at).transpose().map_err(|error| vec![error])?;
    Ok(Request {
        wanted,
        jobs: options.jobs.map(Into::into),
        keep_going: options.keep_going,
        shard: options.shard.as_deref().map(super::shard::shard).transpose().map_err(|error| vec![error])?,
        force: options.force,
        verify: options.verify,
        previous: previous.map(|manifest| manifest.files).unwrap_or_default(),
    })
}

/// Venues, media, languages and formats that were typed.
pub fn wanted(sheets: &SheetArgs, formats: &[Format]) -> Result<Wanted, Diagnostics> {
    let mut diagnostics = Diagnostics::new();
    let media = sheets.medium.iter().filter_map(|name| {
        let medium = Medium::parse(name);
        if medium.is_none() {
            let hint = did_you_mean(name, Medium::ALL.iter().map(|medium| medium.name()));
            diagnostics.push(Diagnostic::error(Message::new("medium-unknown").arg("name", name)).hint(hint));
        }
        medium
    });
    let media: Vec<Medium> = media.collect();
    let langs = sheets.lang.iter().filter_map(|code| {
        let lang = Lang::parse(code);
        if lang.is_none() {
            let error = Diagnostic::error(Message::new("lang-unknown").arg("lang", code));
            diagnostics.push(error.hint(Message::new("hint-lang")));
        }
        lang
    });
    let langs: Vec<Lang> = langs.collect();
    if !diagnostics.is_empty() {
        return Err(diagnostics);
    }
    Ok(Wanted { venues: sheets.venue.clone(), media, langs, formats: formats.to_vec() })
}

/// For each venue and language, a line with the media that have no words, and a line with the tips that others had to leave out.
fn print_gaps(came: &Report, messages: &Messages) {
    let mut unmade: BTreeMap<(&str, String), BTreeSet<&str>> = BTreeMap::new();
    for gap in came.gaps.iter().filter(|gap| !gap.made_without) {
        unmade.entry((&gap.venue, gap.lang.to_string())).or_default().insert(gap.medium.name());
    }
    let made = |gap: &&Gap| {
        let media = unmade.get(&(gap.venue.as_str(), gap.lang.to_string()));
        gap.made_without && media.is_none_or(|media| !media.contains(gap.medium.name()))
    };
    let mut left_out: BTreeMap<(&str, String), BTreeSet<&str>> = BTreeMap::new();
    for gap in came.gaps.iter().filter(made) {
        left_out.entry((&gap.venue, gap.lang.to_string())).or_default().insert(&gap.missing);
    }
    for (id, name, lines) in [("build-gap", "media", unmade), ("build-left-out", "tips", left_out)] {
        for ((venue, lang), what) in lines {
            let what = what.into_iter().collect::<Vec<_>>().join(", ");
            super::tell(messages.text(&Message::new(id).arg("venue", venue).arg("lang", lang).arg(name, what)));
        }
    }
}
