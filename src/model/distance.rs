//! How far away a sheet is read, and how tall its letters must be for that: [`Distance`].

use std::fmt;

use super::{Medium, Mm, Paper, PaperSize};

/// From the eyes of a reader to the sheet.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub struct Distance(pub Mm);

/// Nearest and farthest distance that can be ordered, in millimetres.
const RANGE: std::ops::RangeInclusive<f64> = 200.0..=20_000.0;

/// Capitals are at least this part of the distance: 17 minutes of arc, what road-sign and cockpit guidance asks for
/// (1/200, doi 10.1201/b22361-52; 0.5 % of the distance, skyltotext.se).
pub const DISTANCE_PER_CAP: f64 = 200.0;

/// Capitals of permanent public information are never lower, whatever the distance (arrêté du 20 avril 2017). A
/// poster with tips is not plainly such information: the figure is taken as a floor, nothing is claimed.
pub const LOWEST_CAP: Mm = Mm(4.5);

/// Places by what people call them, French and English, with the distance people stand at: desks at arm's length, corridors and
/// entrances in passing.
const PLACES: [(&[&str], f64); 6] = [
    (&["poste", "postes", "bureau", "desk", "computer"], 600.0),
    (&["guichet", "accueil", "counter", "reception"], 1000.0),
    (&["bus"], 1400.0),
    (&["attente", "salle-d-attente", "salle-attente", "waiting", "waiting-room"], 2000.0),
    (&["couloir", "corridor", "hallway"], 3000.0),
    (&["entree", "hall", "porte", "entrance", "door", "lobby"], 3000.0),
];

impl Distance {
    /// At a desk: from the eyes to the screen.
    pub const DESK: Distance = Distance(Mm(600.0));

    /// The distance written as `3 m`, `0,6 m` or `60 cm`.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim().to_lowercase();
        let units = [("mm", 1.0), ("cm", 10.0), ("m", 1000.0)];
        let (number, unit) = units.iter().find_map(|(name, unit)| Some((text.strip_suffix(name)?, unit)))?;
        let millimetres = number.trim().replace(',', ".").parse::<f64>().ok()? * unit;
        RANGE.contains(&millimetres).then_some(Distance(Mm(millimetres)))
    }

    /// The distance of a place that is known by name, written as in an address: `salle-d-attente`.
    pub fn of_place(slug: &str) -> Option<Self> {
        let known = PLACES.iter().find(|(names, _)| names.contains(&slug))?;
        Some(Distance(Mm(known.1)))
    }

    /// The distance a sheet is made for where nobody says one: it grows with the sheet.
    pub fn usual(medium: Medium, paper: Paper) -> Self {
        let one_tip = medium == Medium::PosterTip;
        let checklist = match paper.size {
            PaperSize::A5 => 0.75,
            PaperSize::A4 => 1.0,
            PaperSize::A3 => 1.5,
            PaperSize::A2 => 2.1,
            PaperSize::A1 => 3.0,
            PaperSize::A0 => 4.25,
            _ => 1.5 * paper.scale(),
        };
        let metres = match medium {
            _ if one_tip => 4.0 * paper.scale(),
            Medium::PosterChecklist => checklist,
            // what is held in the hands
            _ => 0.4,
        };
        Distance(Mm((metres * 100.0).round() * 10.0))
    }

    /// Half of it.
    pub fn half(self) -> Self {
        Distance(Mm(self.0.0 / 2.0))
    }

    /// The lowest capitals that can be read from here.
    pub fn lowest_cap(self) -> Mm {
        Mm(self.0.0 / DISTANCE_PER_CAP)
    }

    /// In metres.
    pub fn metres(self) -> f64 {
        self.0.0 / 1000.0
    }
}

impl Paper {
    /// How large it is beside A3, in length.
    fn scale(self) -> f64 {
        let area = |(width, height): (Mm, Mm)| width.0 * height.0;
        (area(self.dimensions()) / area(PaperSize::A3.dimensions())).sqrt()
    }
}

impl fmt::Display for Distance {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} m", (self.metres() * 100.0).round() / 100.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances_are_read() {
        for (text, millimetres) in [("3 m", 3000.0), ("0,6m", 600.0), ("60 cm", 600.0), ("1500 mm", 1500.0)] {
            assert_eq!(Distance::parse(text), Some(Distance(Mm(millimetres))), "{text}");
        }
        for bad in ["3", "m", "-3 m", "3 km", "0 m", "100 m", "NaN m", "inf m"] {
            assert_eq!(Distance::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn larger_sheets_are_read_from_farther() {
        let of = |medium, size| Distance::usual(medium, Paper::upright(size)).to_string();
        assert_eq!(of(Medium::PosterChecklist, PaperSize::A4), "1 m");
        assert_eq!(of(Medium::PosterChecklist, PaperSize::A3), "1.5 m");
        assert_eq!(of(Medium::PosterTip, PaperSize::A3), "4 m");
        let upright: Vec<_> =
            PaperSize::ISO.map(|size| Distance::usual(Medium::PosterTip, Paper::upright(size))).into();
        assert!(upright.is_sorted_by(|a, b| a < b));
    }
}
