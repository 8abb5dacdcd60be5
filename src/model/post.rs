//! Posts: the groups of machines of a venue that look alike. [`Post`] says what a group needs pictures for.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Date, Lang, Medium, ScreenSize, System, Variant};
use crate::diag::Place;

/// A group of machines that share a system, a screen and their pictures.
#[derive(Debug, Clone)]
pub struct Post {
    /// Its name: letters, digits and hyphens.
    pub id: String,
    /// System of the machines.
    pub system: System,
    /// How many there are.
    pub count: u32,
    /// Their screen.
    pub screen: ScreenSize,
    /// Languages of the pictures, the one that is installed first.
    pub languages: Vec<Lang>,
    /// Dark or light.
    pub variant: Variant,
    /// Language of the system's own words: it decides on which side desktop icons stand.
    pub interface_language: Lang,
    /// What the machines show: the desktop, the screen before somebody signs in, slides.
    pub media: Vec<Medium>,
    /// Tips by id; the selection of the venue, or for a rotation all that apply, where there are none.
    pub tips: Vec<(String, Place)>,
    /// How often the desktop changes.
    pub rotation: Option<Rotation>,
    /// Where it is written.
    pub place: Place,
}

/// A set of pictures that take turns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rotation {
    /// How long a picture stays.
    pub every: Every,
    /// The first day of the first picture.
    pub from: Date,
    /// Tips on a picture.
    pub tips: usize,
}

/// How long a picture stays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Every {
    /// Seven days from the first day.
    Weekly,
    /// A month of the calendar, from its first day.
    Monthly,
}

impl Every {
    /// The name in profiles and in what is deployed.
    pub fn name(self) -> &'static str {
        match self {
            Every::Weekly => "weekly",
            Every::Monthly => "monthly",
        }
    }
}

impl Rotation {
    /// Which picture of a set of so many a day shows, counted from 0; the set starts again when it ends, and a day before the first
    /// one counts backwards.
    pub fn picture(&self, day: Date, pictures: usize) -> usize {
        let periods = match self.every {
            Every::Weekly => (day.ordinal() - self.from.ordinal()).div_euclid(7),
            Every::Monthly => months(day) - months(self.from),
        };
        usize::try_from(periods.rem_euclid(pictures.max(1) as i64)).unwrap_or_default()
    }
}

fn months(day: Date) -> i64 {
    i64::from(day.year) * 12 + i64::from(day.month)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    #[test]
    fn weeks_and_months_take_turns() {
        let weekly = Rotation { every: Every::Weekly, from: day("2026-12-28"), tips: 3 };
        let shown = ["2026-12-28", "2027-01-03", "2027-01-04", "2027-01-18", "2026-12-27"];
        assert_eq!(shown.map(|text| weekly.picture(day(text), 3)), [0, 0, 1, 0, 2]);
        let monthly = Rotation { every: Every::Monthly, from: day("2026-11-15"), tips: 1 };
        let shown = ["2026-11-01", "2026-11-30", "2026-12-01", "2027-01-31", "2027-02-01"];
        assert_eq!(shown.map(|text| monthly.picture(day(text), 3)), [0, 0, 1, 2, 0]);
    }
}
