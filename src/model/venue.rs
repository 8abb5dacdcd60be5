//! A venue: the place the sheets hang in, and what it orders.

use std::collections::BTreeMap;
use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Distance, Lang, Medium, Order, Post, ScreenSize};
use crate::diag::Place;

/// A day of the Gregorian calendar, written `2026-11-24`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Date {
    /// Year.
    pub year: i32,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
}

impl Date {
    /// The day written as `YYYY-MM-DD`, if it exists.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let (y, m, d) = (parts.next()?, parts.next()?, parts.next()?);
        if (y.len(), m.len(), d.len()) != (4, 2, 2) || parts.next().is_some() {
            return None;
        }
        let date = Date { year: y.parse().ok()?, month: m.parse().ok()?, day: d.parse().ok()? };
        let month = time::Month::try_from(date.month).ok()?;
        time::Date::from_calendar_date(date.year, month, date.day).ok().map(|_| date)
    }

    /// The number of the day, counted from a fixed day of the past.
    pub fn ordinal(self) -> i64 {
        let month = time::Month::try_from(self.month).unwrap_or(time::Month::January);
        let day = time::Date::from_calendar_date(self.year, month, self.day);
        day.map_or(0, |day| i64::from(day.to_julian_day()))
    }

    /// The day so many days later; the same day where the calendar ends.
    pub fn plus_days(self, days: i64) -> Self {
        let number = i32::try_from(self.ordinal() + days).ok();
        let day = number.and_then(|number| time::Date::from_julian_day(number).ok());
        day.map_or(self, |day| Date { year: day.year(), month: day.month().into(), day: day.day() })
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// How the browsers of a venue treat private windows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum PrivateMode {
    /// People can open one.
    #[default]
    Available,
    /// Every window is private.
    Forced,
    /// They are switched off.
    Disabled,
}

/// The system on the computers of a venue: it decides some keys and where desktop icons stand.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum System {
    /// Microsoft Windows.
    #[default]
    Windows,
    /// Apple macOS.
    Macos,
    /// A Linux desktop not named here.
    Linux,
    /// GNOME.
    Gnome,
    /// KDE Plasma.
    Kde,
    /// XFCE.
    Xfce,
    /// MATE.
    Mate,
    /// Cinnamon.
    Cinnamon,
    /// LXQt.
    Lxqt,
    /// ChromeOS.
    Chromeos,
}

impl System {
    /// All systems.
    pub const ALL: [System; 10] = [
        System::Windows,
        System::Macos,
        System::Linux,
        System::Gnome,
        System::Kde,
        System::Xfce,
        System::Mate,
        System::Cinnamon,
        System::Lxqt,
        System::Chromeos,
    ];

    /// The name in profiles and in the table of systems.
    pub fn name(self) -> &'static str {
        match self {
            System::Windows => "windows",
            System::Macos => "macos",
            System::Linux => "linux",
            System::Gnome => "gnome",
            System::Kde => "kde",
            System::Xfce => "xfce",
            System::Mate => "mate",
            System::Cinnamon => "cinnamon",
            System::Lxqt => "lxqt",
            System::Chromeos => "chromeos",
        }
    }

    /// Whether this system is `other`, or a Linux desktop where `other` is Linux in general.
    pub fn is(self, other: System) -> bool {
        let linux = !matches!(self, System::Windows | System::Macos | System::Chromeos);
        self == other || (other == System::Linux && linux)
    }
}

/// What a venue has.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Equipment {
    /// People can print.
    pub printer: bool,
    /// People can scan or copy.
    pub scanner: bool,
    /// USB sticks can be plugged in.
    pub usb: bool,
    /// The session erases itself when it is closed.
    pub session_reset: bool,
    /// The venue keeps logs of connections.
    pub logs: bool,
    /// How the browsers treat private windows.
    pub private_mode: PrivateMode,
}

/// A postal address.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Address {
    /// Number and street.
    pub street: Option<String>,
    /// Postcode.
    pub postcode: Option<String>,
    /// Town.
    pub town: Option<String>,
}

/// What a contact is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum ContactKind {
    /// A desk in the venue.
    Desk,
    /// A telephone number.
    Phone,
    /// A mail address.
    Email,
    /// A web address.
    Web,
}

/// A way to reach help.
#[derive(Debug, Clone, PartialEq)]
pub struct Contact {
    /// What it is.
    pub kind: ContactKind,
    /// The number, address or name.
    pub value: String,
    /// What it is for, by language.
    pub label: BTreeMap<Lang, String>,
    /// A line under it, by language.
    pub note: BTreeMap<Lang, String>,
    /// Name of a pictogram of the theme.
    pub pictogram: Option<(String, Place)>,
    /// Where the value was written.
    pub place: Place,
}

/// A logo, read, checked and made harmless.
#[derive(Debug, Clone)]
pub struct Logo {
    /// `svg` or `png`.
    pub extension: &'static str,
    /// The picture.
    pub bytes: std::sync::Arc<[u8]>,
    /// What it shows, for those who do not see it.
    pub alt: String,
    /// Width divided by height.
    pub ratio: f64,
    /// Who drew it.
    pub credit: Option<String>,
}

/// A venue after the cascade kit, kind, organisation, venue.
#[derive(Debug, Clone)]
pub struct Venue {
    /// Stable name: file stem of its profile.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Name of a kind.
    pub kind: Option<String>,
    /// Name of the organisation it belongs to.
    pub organisation: Option<String>,
    /// Where it is.
    pub address: Address,
    /// Opening hours by language.
    pub hours: BTreeMap<Lang, String>,
    /// How to reach help.
    pub contacts: Vec<Contact>,
    /// Brand colour, `#rrggbb`.
    pub colour: palette::Srgb<u8>,
    /// Logo.
    pub logo: Option<Logo>,
    /// The European easy-read logo, which the venue got from Inclusion Europe.
    pub easy_read_logo: Option<Logo>,
    /// Languages of its sheets.
    pub languages: Vec<Lang>,
    /// Ids of browsers of `shortcuts.yaml`.
    pub browsers: Vec<String>,
    /// System of its computers.
    pub system: System,
    /// Id of the keyboard on the table, of `shortcuts.yaml`.
    pub keyboard: String,
    /// Language of the system's own words: it decides on which side desktop icons stand.
    pub interface_language: Lang,
    /// Screens of its computers.
    pub screens: Vec<ScreenSize>,
    /// Groups of machines that look alike, in the order they are written.
    pub posts: Vec<Post>,
    /// What it has.
    pub equipment: Equipment,
    /// Name of a theme.
    pub theme: String,
    /// Tips chosen for a medium, by medium.
    pub selection: BTreeMap<Medium, Vec<(String, Place)>>,
    /// What it orders; nothing means everything whose words exist.
    pub orders: Option<Vec<Order>>,
    /// Where the sheets are published, without a final slash.
    pub site_url: Option<String>,
    /// How far away a telephone is held when it reads the QR code of a sheet; the usual where it is left out.
    pub scan_distance: Option<Distance>,
    /// Day printed on the sheets.
    pub date: Date,
    /// Where its name stands, for messages about it.
    pub place: Place,
    /// Files its values came from.
    pub files: Vec<String>,
    /// Where each value came from, by name of the field.
    pub origins: Vec<(String, String, Place)>,
}

impl Venue {
    /// The place a value came from.
    pub fn origin(&self, field: &str) -> Option<&Place> {
        self.origins.iter().find(|(known, ..)| known == field).map(|(.., place)| place)
    }

    /// The venue as who sits at this post sees it.
    pub fn at_post(&self, post: &Post) -> Venue {
        Venue { system: post.system, interface_language: post.interface_language.clone(), ..self.clone() }
    }
}
