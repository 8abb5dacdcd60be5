//! What must be read from how far: each text has a [`Role`], each role a distance, each distance its lowest capitals.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::model::{Distance, LOWEST_CAP, Mm};

/// What a text is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// What the sheet is about.
    Title,
    /// What to do.
    Action,
    /// Which keys do it.
    Keys,
    /// Why, or who helps.
    Support,
    /// Who, where and when: name, address, hours, web address, version.
    Venue,
}

/// Name, address and hours are read at arm's length.
const NEAR: Distance = Distance(Mm(900.0));

impl Role {
    /// The distance it must be read from on a sheet that is read from `sheet`.
    pub fn distance(self, sheet: Distance) -> Distance {
        match self {
            Role::Title | Role::Action => sheet,
            Role::Keys | Role::Support => sheet.half(),
            Role::Venue => NEAR,
        }
    }

    /// Its lowest capitals on a poster that is read from `sheet`.
    pub fn lowest_cap(self, sheet: Distance) -> Mm {
        let cap = self.distance(sheet).lowest_cap();
        if cap < LOWEST_CAP { LOWEST_CAP } else { cap }
    }
}

/// How well a sheet can be read, for its manifest.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Legibility {
    /// How far away it is read, in metres.
    pub distance_m: f64,
    /// What each role reached.
    pub reached: BTreeMap<Role, Reached>,
}

/// What a role reached on a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Reached {
    /// Height of its lowest capitals, in millimetres; of an Arabic text the nominal one of its font.
    pub cap_mm: f64,
    /// How far away it must be read, in metres.
    pub distance_m: f64,
    /// The capitals are 1/n of this distance.
    pub one_in: f64,
}

impl Reached {
    fn of(cap: Mm, distance: Distance) -> Self {
        let hundredths = |value: f64| (value * 100.0).round() / 100.0;
        Reached {
            cap_mm: hundredths(cap.0),
            distance_m: hundredths(distance.metres()),
            one_in: (distance.0.0 / cap.0).floor(),
        }
    }
}

impl Legibility {
    /// What the fitted texts of a poster reach, by role.
    pub fn of(distance: Distance, caps: impl IntoIterator<Item = (Role, Mm)>) -> Self {
        let mut lowest: BTreeMap<Role, Mm> = BTreeMap::new();
        for (role, cap) in caps {
            let known = lowest.entry(role).or_insert(cap);
            if cap < *known {
                *known = cap;
            }
        }
        let reached = lowest.into_iter().map(|(role, cap)| (role, Reached::of(cap, role.distance(distance))));
        Legibility { distance_m: (distance.metres() * 100.0).round() / 100.0, reached: reached.collect() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn far_roles_are_taller_than_near_ones() {
        let far = Distance(Mm(4000.0));
        assert_eq!(Role::Title.lowest_cap(far), Mm(20.0));
        assert_eq!(Role::Support.lowest_cap(far), Mm(10.0));
        assert_eq!(Role::Venue.lowest_cap(far), Mm(4.5));
        assert_eq!(Role::Action.lowest_cap(Distance(Mm(600.0))), Mm(4.5), "the floor of public posters");
    }
}
