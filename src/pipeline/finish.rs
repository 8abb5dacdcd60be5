//! What stands beside the sheets of a venue: credits, what other sites take, deployment, the archive; and what of an earlier build
//! stays ([`finish`]). [`close`] tidies its folder and writes its record.

use std::collections::BTreeSet;

use super::shop::Shop;
use super::venue::Made;
use crate::diag::{Diagnostic, extend_new, has_errors};
use crate::embed;
use crate::ledger::Told;
use crate::manifest::{DEPLOY, Entry, site_path};
use crate::model::Venue;
use crate::output::Output;
use crate::plan::Job;
use crate::{credits, deploy, pack};

/// Writes what stands beside the sheets of a venue. Sheets that could not be made today keep the files of their last good build.
pub(super) fn finish(shop: &Shop<'_>, venue: &Venue, output: &Output, made: &mut Made) -> Result<(), Diagnostic> {
    // a venue that orders nothing has nothing beside it
    let some = !made.jobs.is_empty();
    if !made.stopped && some {
        let mut beside = write_credits(shop, venue, output, made)?;
        beside.append(&mut write_embeds(shop, venue, output, made)?);
        made.record.entries.append(&mut beside);
    }
    let Kept { stay, withdrawn } = keep(shop, &venue.id, output, made, made.stopped || has_errors(&made.diagnostics));
    for entry in stay.iter().filter(|entry| entry.is_published()) {
        output.publish_again(&entry.path)?;
    }
    made.record.entries.extend(stay);
    made.withdrawn = withdrawn;
    if !made.stopped && some {
        write_deploy(shop, venue, output, made)?;
    }
    if !made.stopped && some && !has_errors(&made.diagnostics) {
        write_pack(shop, venue, output, made)?;
    }
    Ok(())
}

/// Files of the earlier build that nobody wants any more go, and the record of the venue says what stands. How many went.
pub(super) fn close(shop: &Shop<'_>, made: &mut Made, key: &str) -> Result<usize, Diagnostic> {
    // a venue of which nothing was made stays as it was, and one that has nothing leaves no trace
    if (made.stopped && made.fresh == 0) || (made.earlier.is_empty() && made.record.entries.is_empty()) {
        return Ok(0);
    }
    let record = &mut made.record;
    // a page or a font that could not be made keeps its last good file
    if made.stopped || has_errors(&made.diagnostics) {
        let standing: BTreeSet<&str> = record.entries.iter().map(|entry| entry.path.as_str()).collect();
        let kept: Vec<Entry> =
            made.earlier.values().filter(|entry| !standing.contains(entry.path.as_str())).cloned().collect();
        record.entries.extend(kept);
    } else {
        record.key = key.to_owned();
    }
    let standing: BTreeSet<String> = record.entries.iter().map(|entry| entry.path.clone()).collect();
    let gone: Vec<&Entry> = made.earlier.values().filter(|entry| !standing.contains(&entry.path)).collect();
    let removed = shop.output.remove(gone.iter().map(|entry| entry.path.clone()))?;
    shop.output.remove(gone.iter().filter(|entry| entry.is_published()).map(|entry| site_path(&entry.path)))?;
    record.entries.sort_by(|a, b| a.path.cmp(&b.path));
    record.entries.dedup_by(|a, b| a.path == b.path);
    record.rest.told = Told::of(&made.diagnostics);
    record.rest.gaps.clone_from(&made.gaps);
    // sheets that were not asked for today, or not reached, are what they were
    if let Some(old) = shop.output.record(&record.venue) {
        if record.rest.summaries.is_null() && made.stopped {
            record.rest.summaries = old.rest.summaries;
        }
        let kept = old.rest.sheets.into_iter().filter(|(_, sheet)| sheet.paths.iter().all(|p| standing.contains(p)));
        for (path, sheet) in kept {
            for (path, stand) in sheet.paths.iter().filter_map(|path| Some((path, old.stands.get(path)?))) {
                record.stands.entry(path.clone()).or_insert_with(|| stand.clone());
            }
            record.rest.sheets.entry(path).or_insert(sheet);
        }
    }
    stands(shop, record);
    shop.output.write_record(record)?;
    Ok(removed)
}

/// Notes how the files of a record stand, and their copies for the site. A file of which the record knew already how it stood is
/// looked at again only if it was written now.
pub(super) fn stands(shop: &Shop<'_>, record: &mut crate::ledger::Record) {
    record.stands = record
        .entries
        .iter()
        .flat_map(|entry| {
            let copy = entry.is_published().then(|| site_path(&entry.path));
            let paths = std::iter::once(entry.path.clone()).chain(copy);
            paths.filter_map(|path| Some((path.clone(), shop.output.stand(&path, &entry.blake3)?))).collect::<Vec<_>>()
        })
        .collect();
}

/// What becomes of the files of earlier builds that were not made today.
pub(super) struct Kept {
    /// Files that stay as they are.
    pub(super) stay: Vec<Entry>,
    /// Pages of sheets that are no longer made.
    pub(super) withdrawn: Vec<Entry>,
}

/// While something is wrong, nothing goes: a sheet that an error hides is not withdrawn.
pub(super) fn keep(shop: &Shop<'_>, venue: &str, output: &Output, made: &Made, unsure: bool) -> Kept {
    let unsure = unsure || shop.unsure;
    let standing: BTreeSet<&str> = made.record.entries.iter().map(|entry| entry.path.as_str()).collect();
    let today: BTreeSet<String> = made.jobs.iter().map(Job::path).collect();
    let wanted = &shop.request.wanted;
    let mut kept = Kept { stay: Vec::new(), withdrawn: Vec::new() };
    for entry in output.earlier.values().filter(|entry| !standing.contains(entry.path.as_str())) {
        let of = entry.sheet_path().unwrap_or_default();
        if unsure || !entry.is_wanted(wanted) {
            kept.stay.push(entry.clone());
        } else if entry.is_page_at_its_address() && !today.contains(&of) {
            kept.withdrawn.push(entry.clone());
        }
    }
    let of_venue = shop.request.previous.iter().filter(|entry| entry.venue.as_deref() == Some(venue));
    let elsewhere =
        of_venue.filter(|entry| entry.is_page_at_its_address() && !output.earlier.contains_key(&entry.path));
    let gone = |entry: &&Entry| !unsure && entry.sheet_path().is_some_and(|of| !today.contains(&of));
    kept.withdrawn.extend(elsewhere.filter(gone).filter(|entry| entry.is_wanted(wanted)).cloned());
    kept
}

/// How the files of a venue are printed, and the archive of all its files that stand, whatever part is made today.
fn write_pack(shop: &Shop<'_>, venue: &Venue, output: &Output, made: &mut Made) -> Result<(), Diagnostic> {
    let (Some(outline), Some(workshop)) = (&made.outline, shop.workshops.get(&venue.theme)) else { return Ok(()) };
    let entries = &mut made.record.entries;
    match pack::guides(shop.catalog, venue, &outline.roles, entries, &workshop.pages) {
        Ok(guides) => {
            let mut packed = pack::write(venue, entries, guides, output)?;
            entries.retain(|entry| !entry.is_pack());
            entries.append(&mut packed);
        }
        Err(errors) => extend_new(&mut made.diagnostics, errors),
    }
    Ok(())
}

/// What other sites take of a venue: its advice in each of its languages.
pub(super) fn embeds(shop: &Shop<'_>, venue: &Venue, made: &mut Made) {
    let (Some(outline), Some(workshop)) = (&made.outline, shop.workshops.get(&venue.theme)) else { return };
    if workshop.pages.fragment_style().is_none() {
        return;
    }
    for lang in &venue.languages {
        let Some(advice) = outline.advice(lang) else { continue };
        match embed::files(advice, &outline.roles, &workshop.pages) {
            Ok(files) => drop(made.embeds.insert(lang.clone(), files)),
            Err(errors) => extend_new(&mut made.diagnostics, errors),
        }
    }
}

fn write_embeds(shop: &Shop<'_>, venue: &Venue, output: &Output, made: &Made) -> Result<Vec<Entry>, Diagnostic> {
    let style = shop.workshops.get(&venue.theme).and_then(|workshop| workshop.pages.fragment_style());
    let Some(style) = style else { return Ok(Vec::new()) };
    let path = format!("{}/{}", venue.id, embed::STYLE);
    output.publish(&path, style)?;
    let mut entries = vec![Entry::of_venue(&path, "embed", venue, style)];
    for (lang, files) in &made.embeds {
        for (name, bytes) in [(embed::TIPS, &files.tips[..]), (embed::FRAGMENT, files.fragment.as_bytes())] {
            let path = format!("{}/{lang}/{name}", venue.id);
            output.publish(&path, bytes)?;
            let entry = Entry::of_venue(&path, "embed", venue, bytes);
            entries.push(Entry { lang: Some(lang.to_string()), ..entry });
        }
    }
    Ok(entries)
}

/// The credits of a venue; they are those of all its sheets, whatever part is made today.
fn write_credits(shop: &Shop<'_>, venue: &Venue, output: &Output, made: &Made) -> Result<Vec<Entry>, Diagnostic> {
    let (Some(theme), Some(outline)) = (shop.themes.get(&venue.theme), &made.outline) else { return Ok(Vec::new()) };
    let text = credits::text(shop.catalog, venue, theme, &outline.uses);
    let path = format!("{}/{}", venue.id, credits::NAME);
    output.publish(&path, text.as_bytes())?;
    Ok(vec![Entry::of_venue(&path, "credits", venue, text.as_bytes())])
}

/// What a venue copies to its machines, from all pictures that stand, whatever part was made today.
fn write_deploy(shop: &Shop<'_>, venue: &Venue, output: &Output, made: &mut Made) -> Result<(), Diagnostic> {
    let first = made.outline.as_ref().zip(venue.languages.first());
    let message = first.and_then(|(outline, lang)| outline.first_advice(lang)).unwrap_or_default();
    let of_venue: Vec<&Entry> = made.record.entries.iter().filter(|entry| entry.kind != DEPLOY).collect();
    let source = deploy::Source { catalog: shop.catalog, venue, entries: &of_venue, message };
    let mut files = Vec::new();
    for file in deploy::files(&source, &mut made.diagnostics) {
        let path = format!("{}/{}/{}", venue.id, deploy::FOLDER, file.path);
        match file.content {
            deploy::Content::Bytes(bytes) => {
                output.write(&path, &bytes)?;
                files.push(Entry::of_venue(&path, DEPLOY, venue, &bytes));
            }
            deploy::Content::SameAs(of) => {
                let Some(of) = of_venue.iter().find(|entry| entry.path == of) else { continue };
                output.copy(&of.path, &path)?;
                files.push(Entry::of_copy(&path, venue, of));
            }
        }
    }
    made.record.entries.retain(|entry| entry.kind != DEPLOY);
    made.record.entries.append(&mut files);
    Ok(())
}
