//! What belongs to no venue: pages of the whole site, the manifest, and the figures of the report. [`finish`] is the way in.

use std::collections::BTreeMap;

use blake3::{Hash, Hasher};
use serde::{Deserialize, Serialize};

use super::{Report, finish, shop::Shop};
use crate::diag::{Diagnostic, Diagnostics, has_errors};
use crate::ledger::{self, Parts, Record, Told, WHOLE};
use crate::manifest::{Entry, SiteFile, site_path};
use crate::model::Shard;
use crate::site;

/// Writes pages of the whole site, if something of them changed, and the manifest.
pub(super) fn finish(shop: &Shop<'_>, shared: &Hash, report: &mut Report) -> Result<(), Diagnostic> {
    if report.sheets == 0 {
        if !has_errors(&report.diagnostics) {
            report.diagnostics.push(crate::plan::nothing_to_make());
        }
        return Ok(());
    }
    let key = key(shop, shared);
    let old = shop.output.record(WHOLE).unwrap_or_default();
    let still = |(path, then): (&String, &crate::ledger::Stand)| shop.output.still(path, then, shop.request.verify);
    let fresh = old.key == key && !shop.request.force && old.stands.iter().all(still);
    let mut found = if fresh { old.rest.told.again(&shop.texts) } else { Diagnostics::new() };
    let mut record = old.clone();
    if !fresh {
        record = pages(shop, &old, &mut found)?;
        record.key = if has_errors(&found) || shop.unsure { String::new() } else { key };
        record.rest.told = Told::of(&found);
        finish::stands(shop, &mut record);
        shop.output.write_record(&record)?;
    }
    report.diagnostics.append(&mut found);
    report.files += record.entries.len();
    report.bytes += record.entries.iter().map(|entry| entry.bytes).sum::<u64>();
    // the manifest itself is a file too
    report.files += 1;
    shop.output.write_manifest()
}

/// What one machine of several says of its part, for who merges them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Part {
    /// Its number, from 1.
    pub(super) index: u32,
    /// How many there are.
    pub(super) of: u32,
    /// Hash of all that the whole is made from.
    pub(super) key: String,
    /// Its venues.
    pub(super) venues: Vec<String>,
}

/// The folder of the notes of parts.
pub(super) const PARTS: &str = "parts";

/// Writes what one machine of several made: its manifest, and a note of its venues for who merges them.
pub(super) fn finish_shard(
    shop: &Shop<'_>,
    shard: Shard,
    venues: &BTreeMap<String, String>,
    whole: String,
    report: &mut Report,
) -> Result<(), Diagnostic> {
    let part = Part { index: shard.index(), of: shard.of(), key: whole, venues: venues.keys().cloned().collect() };
    let text = serde_json::to_string(&part).unwrap_or_default();
    if !has_errors(&report.diagnostics) && !report.interrupted {
        shop.output.write_note(&format!("{PARTS}/{}-of-{}", part.index, part.of), &ledger::sealed(&text))?;
    }
    report.files += 1;
    shop.output.write_manifest()
}

/// The key of pages of the whole site: what all share, and what they say of every venue.
fn key(shop: &Shop<'_>, shared: &Hash) -> String {
    let mut key = Hasher::new();
    key.update(shared.as_bytes());
    for venue in shop.output.recorded() {
        let bytes = shop.output.record_bytes(&venue).unwrap_or_default();
        let Some(parts) = Parts::of(&bytes) else { continue };
        let Some(rest) = parts.rest() else { continue };
        key.update(rest.summaries.to_string().as_bytes());
    }
    key.finalize().to_hex().to_string()
}

/// Draws and writes the pages of the whole site; those that are no longer made go.
fn pages(shop: &Shop<'_>, old: &Record, found: &mut Diagnostics) -> Result<Record, Diagnostic> {
    let pages = shop.pages();
    let mut record = Record { venue: WHOLE.to_owned(), ..Record::default() };
    let mut write = |file: SiteFile| {
        shop.output.write(&site_path(&file.path), &file.bytes)?;
        record.entries.push(Entry::of_site(&file));
        Ok(())
    };
    let summaries = || summaries(shop);
    let whole = site::Whole { common: shop.common(&pages), summaries: &summaries };
    site::whole(&whole, &mut write, found)?;
    if has_errors(found) || shop.unsure {
        let stays = |entry: &&Entry| !record.entries.iter().any(|now| now.path == entry.path);
        let kept: Vec<Entry> = old.entries.iter().filter(stays).cloned().collect();
        record.entries.extend(kept);
    }
    let gone = old.entries.iter().filter(|entry| !record.entries.iter().any(|now| now.path == entry.path));
    shop.output.remove(gone.map(|entry| entry.path.clone()))?;
    record.entries.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(record)
}

/// What pages of the whole site know of each venue, one after the other from the disk.
fn summaries<'s>(shop: &'s Shop<'_>) -> Box<dyn Iterator<Item = site::Summary> + 's> {
    let venues = shop.output.recorded().into_iter();
    Box::new(venues.filter_map(|venue| {
        let bytes = shop.output.record_bytes(&venue)?;
        serde_json::from_value(Parts::of(&bytes)?.rest()?.summaries).ok()
    }))
}
