//! What stands beside the sheets of a build: credits, what other sites take, deployment, archives, the site, the manifest; and what of
//! an earlier build goes. [`finish`] is the way in.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::{Planned, Report, Request, Workshop};
use crate::diag::{Diagnostic, Diagnostics, extend_new, has_errors};
use crate::layout::Pages;
use crate::manifest::{DEPLOY, Entry, site_path};
use crate::model::Venue;
use crate::output::Output;
use crate::plan::{self, Job};
use crate::theme::Roles;
use crate::{credits, deploy, embed, pack, site};

/// The site and the manifest say what is there, and files of earlier builds that are no longer wanted go. Sheets that could not be
/// made today keep the files of their last good build.
pub(super) fn finish(
    planned: &Planned,
    workshops: &BTreeMap<String, Workshop>,
    output: &Output,
    request: &Request,
    mut entries: Vec<Entry>,
    stopped: bool,
    report: &mut Report,
) -> Result<(), Diagnostic> {
    if stopped && entries.is_empty() {
        return Ok(());
    }
    if !stopped {
        let mut beside = write_credits(planned, output)?;
        beside.append(&mut write_embeds(planned, workshops, output, &mut report.diagnostics)?);
        report.files += beside.len();
        entries.append(&mut beside);
    }
    let Kept { stay, withdrawn } = keep(planned, output, request, &entries, has_errors(&report.diagnostics));
    for entry in stay.iter().filter(|entry| entry.is_published()) {
        output.publish_again(&entry.path)?;
    }
    let drawn: BTreeSet<String> = entries.iter().filter_map(Entry::sheet_path).collect();
    entries.extend(stay);
    if !stopped {
        write_deploy(planned, output, &mut entries, report)?;
    }
    if !stopped && !has_errors(&report.diagnostics) {
        report.files += write_packs(planned, workshops, output, &mut entries, &mut report.diagnostics)?;
    }
    if !stopped {
        let site = write_site(planned, workshops, output, &drawn, &entries, &withdrawn, report)?;
        entries.retain(|entry| !site.contains_key(&entry.path));
        entries.extend(site.into_values());
    }
    // a page or a font that could not be made keeps its last good file
    if has_errors(&report.diagnostics) {
        let standing: BTreeSet<String> = entries.iter().map(|entry| entry.path.clone()).collect();
        entries.extend(output.earlier.values().filter(|entry| !standing.contains(&entry.path)).cloned());
    }
    let standing: BTreeSet<&str> = entries.iter().map(|entry| entry.path.as_str()).collect();
    let gone: Vec<&Entry> = output.earlier.values().filter(|entry| !standing.contains(entry.path.as_str())).collect();
    report.removed = output.remove(gone.iter().map(|entry| entry.path.clone()))?;
    output.remove(gone.iter().filter(|entry| entry.is_published()).map(|entry| site_path(&entry.path)))?;
    // the manifest itself is a file too
    report.files += 1;
    output.write_manifest(entries)
}

/// The site beside these files, by path; `drawn` are the sheets made today.
fn write_site(
    planned: &Planned,
    workshops: &BTreeMap<String, Workshop>,
    output: &Output,
    drawn: &BTreeSet<String>,
    entries: &[Entry],
    withdrawn: &[Entry],
    report: &mut Report,
) -> Result<BTreeMap<String, Entry>, Diagnostic> {
    let pages: BTreeMap<String, &Pages> = workshops.iter().map(|(name, shop)| (name.clone(), &shop.pages)).collect();
    let jobs: Vec<&Job> = planned.plan.jobs.iter().filter(|job| drawn.contains(&job.path())).collect();
    let (catalog, themes) = (&planned.catalog, &planned.themes);
    let languages = site::languages(catalog);
    let has_sheets: BTreeSet<&str> = entries.iter().filter_map(|entry| entry.venue.as_deref()).collect();
    let first = catalog.venues.values().filter(|venue| has_sheets.contains(venue.id.as_str()));
    let first = first.min_by_key(|venue| (&venue.name, &venue.id));
    let roles = Roles::of(first.map_or_else(Default::default, |venue| venue.colour));
    let source =
        site::Source { catalog, themes, pages: &pages, languages: &languages, roles, jobs: &jobs, entries, withdrawn };
    let mut site = BTreeMap::new();
    for file in site::files(&source, &mut report.diagnostics)? {
        output.write(&site_path(&file.path), &file.bytes)?;
        let entry = Entry::of_site(&file);
        site.insert(entry.path.clone(), entry);
    }
    report.files += site.len();
    Ok(site)
}

/// What becomes of the files of earlier builds that were not made today.
struct Kept {
    stay: Vec<Entry>,
    /// Pages of sheets that are no longer made.
    withdrawn: Vec<Entry>,
}

/// While something is wrong, nothing goes: a sheet that an error hides is not withdrawn.
fn keep(planned: &Planned, output: &Output, request: &Request, made: &[Entry], unsure: bool) -> Kept {
    let made: BTreeSet<&str> = made.iter().map(|entry| entry.path.as_str()).collect();
    let today: BTreeSet<String> = planned.plan.jobs.iter().map(Job::path).collect();
    let mut kept = Kept { stay: Vec::new(), withdrawn: Vec::new() };
    for entry in output.earlier.values().filter(|entry| !made.contains(entry.path.as_str())) {
        let of = entry.sheet_path().unwrap_or_default();
        if unsure || (entry.venue.is_some() && !entry.is_wanted(&request.wanted)) {
            kept.stay.push(entry.clone());
        } else if entry.is_page_at_its_address() && !today.contains(&of) {
            kept.withdrawn.push(entry.clone());
        }
    }
    let elsewhere = request
        .previous
        .iter()
        .filter(|entry| entry.is_page_at_its_address() && !output.earlier.contains_key(&entry.path));
    let gone = |entry: &&Entry| !unsure && entry.sheet_path().is_some_and(|of| !today.contains(&of));
    kept.withdrawn.extend(elsewhere.filter(gone).filter(|entry| entry.is_wanted(&request.wanted)).cloned());
    kept
}

/// How the files of every venue that has a sheet in the plan are printed, and the archive of all its files that stand, whatever
/// part is made today. How many files that is.
fn write_packs(
    planned: &Planned,
    workshops: &BTreeMap<String, Workshop>,
    output: &Output,
    entries: &mut Vec<Entry>,
    diagnostics: &mut Diagnostics,
) -> Result<usize, Diagnostic> {
    let pack = |venue: &&Venue| {
        let guides = pack::guides(&planned.catalog, venue, entries, &workshops.get(&venue.theme)?.pages);
        Some(guides.map(|guides| pack::write(venue, entries, guides, output)))
    };
    let packs: Vec<_> = venues(planned).par_iter().filter_map(pack).collect();
    let mut packed = Vec::new();
    for pack in packs {
        match pack {
            Ok(files) => packed.append(&mut files?),
            Err(errors) => extend_new(diagnostics, errors),
        }
    }
    let made: BTreeSet<Option<String>> = packed.iter().map(|entry| entry.venue.clone()).collect();
    entries.retain(|entry| !entry.is_pack() || !made.contains(&entry.venue));
    let count = packed.len();
    entries.append(&mut packed);
    Ok(count)
}

/// Venues that have a sheet in the plan.
fn venues(planned: &Planned) -> Vec<&Venue> {
    let ids: BTreeSet<&str> = planned.plan.jobs.iter().map(|job| job.venue.id.as_str()).collect();
    ids.into_iter().filter_map(|id| planned.catalog.venues.get(id)).collect()
}

/// What other sites take of every venue that has a sheet in the plan: its advice in each of its languages.
fn write_embeds(
    planned: &Planned,
    workshops: &BTreeMap<String, Workshop>,
    output: &Output,
    diagnostics: &mut Diagnostics,
) -> Result<Vec<Entry>, Diagnostic> {
    let mut entries = Vec::new();
    for venue in venues(planned) {
        let (theme, workshop) = (planned.themes.get(&venue.theme), workshops.get(&venue.theme));
        let (Some(theme), Some(workshop)) = (theme, workshop) else { continue };
        let Some(style) = workshop.pages.fragment_style() else { continue };
        let path = format!("{}/{}", venue.id, embed::STYLE);
        output.publish(&path, style)?;
        entries.push(Entry::of_venue(&path, "embed", venue, style));
        let roles = Roles::of(venue.colour);
        for lang in &venue.languages {
            let Some(advice) = plan::advice(&planned.catalog, venue, theme, lang) else { continue };
            match embed::files(&advice, &roles, &workshop.pages) {
                Ok(files) => {
                    for (path, bytes) in files {
                        output.publish(&path, &bytes)?;
                        let entry = Entry::of_venue(&path, "embed", venue, &bytes);
                        entries.push(Entry { lang: Some(lang.to_string()), ..entry });
                    }
                }
                Err(errors) => extend_new(diagnostics, errors),
            }
        }
    }
    Ok(entries)
}

/// The credits of every venue that has a sheet in the plan; they are those of all its sheets, whatever part is made today.
fn write_credits(planned: &Planned, output: &Output) -> Result<Vec<Entry>, Diagnostic> {
    let mut entries = Vec::new();
    for venue in venues(planned) {
        let Some(theme) = planned.themes.get(&venue.theme) else { continue };
        let text = credits::text(&planned.catalog, venue, theme);
        let path = format!("{}/{}", venue.id, credits::NAME);
        output.publish(&path, text.as_bytes())?;
        entries.push(Entry::of_venue(&path, "credits", venue, text.as_bytes()));
    }
    Ok(entries)
}

/// What the venues of the plan copy to their machines, from all pictures that stand, whatever part was made today.
fn write_deploy(
    planned: &Planned,
    output: &Output,
    entries: &mut Vec<Entry>,
    report: &mut Report,
) -> Result<(), Diagnostic> {
    let ids: BTreeSet<&str> = planned.plan.jobs.iter().map(|job| job.venue.id.as_str()).collect();
    for venue in ids.into_iter().filter_map(|id| planned.catalog.venues.get(id)) {
        let Some(theme) = planned.themes.get(&venue.theme) else { continue };
        let message = plan::first_advice(&planned.catalog, venue, theme).unwrap_or_default();
        let of_venue: Vec<&Entry> =
            entries.iter().filter(|entry| entry.venue.as_ref() == Some(&venue.id) && entry.kind != DEPLOY).collect();
        let source = deploy::Source { catalog: &planned.catalog, venue, entries: &of_venue, message: &message };
        let mut made = Vec::new();
        for file in deploy::files(&source, &mut report.diagnostics) {
            let path = format!("{}/{}/{}", venue.id, deploy::FOLDER, file.path);
            match file.content {
                deploy::Content::Bytes(bytes) => {
                    output.write(&path, &bytes)?;
                    made.push(Entry::of_venue(&path, DEPLOY, venue, &bytes));
                }
                deploy::Content::SameAs(of) => {
                    let Some(of) = of_venue.iter().find(|entry| entry.path == of) else { continue };
                    output.copy(&of.path, &path)?;
                    made.push(Entry::of_copy(&path, venue, of));
                }
            }
        }
        report.files += made.len();
        entries.retain(|entry| entry.kind != DEPLOY || entry.venue.as_ref() != Some(&venue.id));
        entries.append(&mut made);
    }
    Ok(())
}
