//! The QR code of a sheet's permanent address: [`QrCode::of`]. The address stands in letters beside it; nothing is shortened,
//! nobody is counted.

use std::fmt::Write as _;

use qrcode::{Color, EcLevel};
use serde::Serialize;

use crate::model::{Distance, Mm, Pt};

/// Light modules around the code (ISO/IEC 18004).
const QUIET_ZONE: usize = 4;
/// Narrowest module that office printers draw cleanly.
const LEAST_MODULE: Mm = Mm(0.8);
/// A module is at least this part of the distance of the telephone.
const DISTANCE_PER_MODULE: f64 = 1500.0;
/// Where the telephone is held in front of a sheet, unless the venue says more.
pub const USUAL_SCAN: Distance = Distance(Mm(500.0));

/// A QR code as a template draws it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct QrCode {
    /// What it says.
    pub address: String,
    /// Modules on a side, quiet zone included.
    pub modules: usize,
    /// Its dark modules as an SVG path, one unit for each module.
    pub path: String,
    /// Smallest side, quiet zone included.
    pub least: Pt,
}

impl QrCode {
    /// The code of an address that is read from `scan`; nothing where the address is too long for one.
    pub fn of(address: &str, scan: Distance) -> Option<Self> {
        let code = strongest(address)?;
        let modules = code.width() + 2 * QUIET_ZONE;
        let module = LEAST_MODULE.0.max(scan.0.0 / DISTANCE_PER_MODULE);
        let least = Mm(module * modules as f64).to_pt();
        Some(QrCode { address: address.to_owned(), modules, path: path(&code), least })
    }
}

impl QrCode {
    /// What is left empty on each side of a code of this side.
    pub fn quiet(&self, side: Pt) -> Pt {
        Pt(side.0 * QUIET_ZONE as f64 / self.modules as f64)
    }
}

/// The code that mends most damage among those of the size that medium correction takes.
fn strongest(address: &str) -> Option<qrcode::QrCode> {
    let medium = qrcode::QrCode::with_error_correction_level(address, EcLevel::M).ok()?;
    let at = |level| qrcode::QrCode::with_version(address, medium.version(), level).ok();
    Some([EcLevel::H, EcLevel::Q].into_iter().find_map(at).unwrap_or(medium))
}

fn path(code: &qrcode::QrCode) -> String {
    let width = code.width();
    let mut path = String::new();
    for (y, row) in code.to_colors().chunks(width).enumerate() {
        let mut x = 0;
        for run in row.chunk_by(|a, b| a == b) {
            if run[0] == Color::Dark {
                let _ = write!(path, "M{} {}h{}v1h-{}z", x + QUIET_ZONE, y + QUIET_ZONE, run.len(), run.len());
            }
            x += run.len();
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn modules_are_wide_enough_for_the_distance() {
        let near = QrCode::of("https://exemple.fr/a", USUAL_SCAN).unwrap();
        assert!((near.least.to_mm().0 / near.modules as f64 - 0.8).abs() < 1e-9);
        let far = QrCode::of("https://exemple.fr/a", Distance(Mm(3000.0))).unwrap();
        assert!((far.least.to_mm().0 / far.modules as f64 - 2.0).abs() < 1e-9);
        assert_eq!(near.modules, far.modules);
    }

    #[test]
    fn too_long_an_address_has_no_code() {
        assert_eq!(QrCode::of(&"a".repeat(5000), USUAL_SCAN), None);
    }
}
