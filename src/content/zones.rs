//! `zones.yaml`: what each system draws over a picture. [`load`] reads it; a project without one has the shipped file.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use super::yaml::{At, YamlText};
use crate::diag::{Diagnostic, Diagnostics, Message};
use crate::files::Files;
use crate::model::{Extent, Medium, Side, Spot, System, Zone, ZoneKind, ZoneShape, Zones};

/// The file zones live in.
pub const FILE: &str = "content/zones.yaml";

/// `zones.yaml`.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ZonesFile {
    /// Zones by system, and by what the machine shows: wallpaper, lock-screen, signage.
    zones: BTreeMap<System, BTreeMap<Medium, Vec<ZoneFile>>>,
}

/// A part of the screen that stays free: a strip along a side, or a box at a spot.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct ZoneFile {
    /// What stands there.
    what: ZoneKind,
    /// The side of a strip.
    #[serde(default)]
    side: Option<At<Side>>,
    /// Thickness of the strip: `48 px`, `7 %`, or `48 px, 7 %`, of which the larger holds.
    #[serde(default)]
    thickness: Option<At<String>>,
    /// The spot of a box.
    #[serde(default)]
    spot: Option<At<Spot>>,
    /// Width of the box, as a thickness.
    #[serde(default)]
    width: Option<At<String>>,
    /// Height of the box, as a thickness.
    #[serde(default)]
    height: Option<At<String>>,
    /// Where these sizes come from: an address, or what was measured.
    source: String,
    /// The day they were looked up, as YYYY-MM-DD.
    checked_on: At<String>,
}

/// The zones of all systems.
pub fn load(files: &Files, diagnostics: &mut Diagnostics) -> Zones {
    let Some(file) = super::table(files, FILE, diagnostics) else { return Zones::new() };
    let yaml = YamlText::whole(&file);
    let Some(read) = yaml.parse::<ZonesFile>(diagnostics) else { return Zones::new() };
    let of_medium = |(medium, zones): (Medium, Vec<ZoneFile>), diagnostics: &mut Diagnostics| {
        (medium, zones.iter().filter_map(|zone| self::zone(zone, &yaml, diagnostics)).collect())
    };
    let mut zones = Zones::new();
    for (system, media) in read.zones {
        zones.insert(system, media.into_iter().map(|medium| of_medium(medium, diagnostics)).collect());
    }
    zones
}

fn zone(zone: &ZoneFile, yaml: &YamlText<'_>, diagnostics: &mut Diagnostics) -> Option<Zone> {
    let checked_on = super::date(&zone.checked_on, yaml, diagnostics)?;
    let mut extent = |at: &At<String>| {
        let read = parse(&at.value);
        if read.is_none() {
            let error = Diagnostic::error(Message::new("zone-size-bad").arg("text", &at.value));
            diagnostics.push(error.at(yaml.place(at)).hint(Message::new("hint-zone-size")));
        }
        read
    };
    let shape = match (&zone.side, &zone.thickness, &zone.spot, &zone.width, &zone.height) {
        (Some(side), Some(thickness), None, None, None) => ZoneShape::Strip(side.value, extent(thickness)?),
        (None, None, Some(spot), Some(width), Some(height)) => {
            let (width, height) = (extent(width), extent(height));
            ZoneShape::Box(spot.value, width?, height?)
        }
        _ => {
            let error = Diagnostic::error(Message::new("zone-shape-bad"));
            diagnostics.push(error.at(yaml.place(&zone.checked_on)).hint(Message::new("hint-zone-shape")));
            return None;
        }
    };
    Some(Zone { kind: zone.what, shape, source: zone.source.clone(), checked_on })
}

/// `48 px`, `7 %`, or both.
fn parse(text: &str) -> Option<Extent> {
    let mut extent = Extent { px: 0.0, part: 0.0 };
    for part in text.split(',').map(str::trim) {
        let number = |unit| part.strip_suffix(unit).and_then(|number: &str| number.trim().parse::<f64>().ok());
        match (number("px"), number("%")) {
            (Some(px), _) if (0.0..=2000.0).contains(&px) => extent.px = px,
            (_, Some(percent)) if (0.0..=90.0).contains(&percent) => extent.part = percent / 100.0,
            _ => return None,
        }
    }
    Some(extent)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_pixels_or_parts_or_both() {
        let of = |text| parse(text).map(|extent| (extent.px, extent.part));
        assert_eq!(of("48 px"), Some((48.0, 0.0)));
        assert_eq!(of("7%"), Some((0.0, 0.07)));
        assert_eq!(of("48 px, 7 %"), Some((48.0, 0.07)));
        assert_eq!((of("48"), of("-1 px"), of("120 %"), of("")), (None, None, None, None));
    }

    #[test]
    fn the_shipped_file_knows_every_system() {
        let mut diagnostics = Diagnostics::new();
        let zones = load(&Files::shipped().extending_shipped(), &mut diagnostics);
        assert_eq!(diagnostics, []);
        for system in System::ALL {
            for medium in [Medium::Wallpaper, Medium::LockScreen] {
                assert!(zones[&system].get(&medium).is_some_and(|zones| !zones.is_empty()), "{system:?} {medium}");
            }
        }
    }
}
