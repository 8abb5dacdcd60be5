//! `pancarte build`: arguments become a request, the pipeline runs, and the last line says what came of it.

use std::time::Instant;

use super::args::BuildArgs;
use super::messages::Messages;
use super::progress::Bar;
use super::report;
use crate::diag::{Diagnostic, Diagnostics, Message, did_you_mean, has_errors};
use crate::files::Files;
use crate::model::{Lang, Medium};
use crate::pipeline::{Report, Request, build};
use crate::plan::Wanted;

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
    let came = build(Files::project(&options.project.project), &output, &request, &bar);
    bar.finish();
    report::print(&came.diagnostics, messages);
    print_gaps(&came, messages);
    let done = !has_errors(&came.diagnostics);
    let megabytes = format!("{:.1}", came.bytes as f64 / f64::from(1 << 20));
    let seconds = format!("{:.1}", start.elapsed().as_secs_f64());
    let closing = Message::new(if done { "build-done" } else { "build-failed" })
        .arg("sheets", came.sheets)
        .arg("files", came.files)
        .arg("venues", came.venues)
        .arg("megabytes", megabytes)
        .arg("seconds", seconds)
        .arg("removed", came.removed)
        .arg("output", output.display());
    super::say(messages.text(&closing));
    done
}

/// What the user typed becomes what the program needs; every unknown name is refused here.
fn request(options: &BuildArgs) -> Result<Request, Diagnostics> {
    let mut diagnostics = Diagnostics::new();
    let media = options.medium.iter().filter_map(|name| {
        let medium = Medium::parse(name);
        if medium.is_none() {
            let hint = did_you_mean(name, Medium::ALL.iter().map(|medium| medium.name()));
            diagnostics.push(Diagnostic::error(Message::new("medium-unknown").arg("name", name)).hint(hint));
        }
        medium
    });
    let media: Vec<Medium> = media.collect();
    let langs = options.lang.iter().filter_map(|code| {
        let lang = Lang::parse(code);
        if lang.is_none() {
            let error = Diagnostic::error(Message::new("lang-unknown").arg("lang", code));
            diagnostics.push(error.hint(Message::new("hint-lang")));
        }
        lang
    });
    let langs: Vec<Lang> = langs.collect();
    let formats = options.format.iter().map(|format| (*format).into()).collect();
    if !diagnostics.is_empty() {
        return Err(diagnostics);
    }
    let wanted = Wanted { venues: options.venue.clone(), media, langs, formats };
    Ok(Request { wanted, jobs: options.jobs.map(Into::into), keep_going: options.keep_going })
}

/// One line for each venue and language: what has no words, and so was not made.
fn print_gaps(came: &Report, messages: &Messages) {
    let mut lines: Vec<(String, String, Vec<String>)> = Vec::new();
    for gap in &came.gaps {
        let what = gap.medium.name().to_owned();
        match lines.iter_mut().find(|(venue, lang, _)| *venue == gap.venue && lang == gap.lang.code()) {
            Some((_, _, media)) if media.contains(&what) => {}
            Some((_, _, media)) => media.push(what),
            None => lines.push((gap.venue.clone(), gap.lang.code().to_owned(), vec![what])),
        }
    }
    for (venue, lang, media) in lines {
        let line = Message::new("build-gap").arg("venue", venue).arg("lang", lang).arg("media", media.join(", "));
        super::tell(messages.text(&line));
    }
}
