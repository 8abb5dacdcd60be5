//! Which picture of a set shows on which day: [`turns`] is the calendar, `files` writes it as a table, and
//! [`background`] as GNOME reads it.

use super::{Group, PackFile};
use crate::content::Catalog;
use crate::manifest::Entry;
use crate::model::{Date, Every, Lang, Rotation};

/// Turns of a table: a year of weeks, or of months.
const WEEKS: usize = 53;
const MONTHS: usize = 12;
/// Years of months that a background of GNOME knows after the year it starts in.
pub const YEARS: i32 = 5;
const SECONDS_OF_A_DAY: i64 = 86_400;

/// Days on which a picture shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Turn {
    /// The first of them.
    pub from: Date,
    /// The last of them.
    pub to: Date,
    /// The picture, counted from 0.
    pub picture: usize,
}

/// So many turns, the first of which holds this day.
pub fn turns(rotation: Rotation, pictures: usize, day: Date, count: usize) -> Vec<Turn> {
    let mut from = first_day(rotation, day);
    let mut turns = Vec::new();
    for _ in 0..count {
        let next = next(rotation.every, from);
        turns.push(Turn { from, to: next.plus_days(-1), picture: rotation.picture(from, pictures) });
        from = next;
    }
    turns
}

/// The first day of the turn that holds this day.
fn first_day(rotation: Rotation, day: Date) -> Date {
    match rotation.every {
        Every::Weekly => day.plus_days(-(day.ordinal() - rotation.from.ordinal()).rem_euclid(7)),
        Every::Monthly => Date { day: 1, ..day },
    }
}

fn next(every: Every, from: Date) -> Date {
    match (every, from.month) {
        (Every::Weekly, _) => from.plus_days(7),
        (Every::Monthly, 12) => Date { year: from.year + 1, month: 1, day: 1 },
        (Every::Monthly, month) => Date { month: month + 1, ..from },
    }
}

/// `calendar.csv` beside the pictures of every set: each picture at least once, for at least a year.
pub(super) fn files(groups: &[Group<'_>], catalog: &Catalog) -> Vec<PackFile> {
    let mut files = Vec::new();
    for group in groups {
        let Some(rotation) = group.rotation() else { continue };
        for (lang, pictures) in group.languages.iter().filter(|(_, pictures)| !pictures.set.is_empty()) {
            let set = &pictures.set;
            let year = if rotation.every == Every::Weekly { WEEKS } else { MONTHS };
            let mut table = "from,to,picture,title\n".to_owned();
            for Turn { from, to, picture } in turns(rotation, set.len(), rotation.from, set.len().max(year)) {
                let title = field(&title(set[picture], lang, catalog));
                table += &format!("{from},{to},{:02}.png,{title}\n", picture + 1);
            }
            files.push(PackFile::new(format!("{}/calendar.csv", group.folder(lang)), table));
        }
    }
    files
}

/// The names of the tips of a picture.
fn title(entry: &Entry, lang: &Lang, catalog: &Catalog) -> String {
    let of_picture = |path: &str| entry.made_from.iter().any(|made| made == path);
    let tips = catalog.tips.values().filter(|tip| of_picture(&tip.place.path));
    let titles: Vec<&str> = tips.filter_map(|tip| tip.words.get(lang)).map(|words| words.title.as_str()).collect();
    if titles.is_empty() { entry.title.clone().unwrap_or_default() } else { titles.join(" · ") }
}

/// A field of a table, RFC 4180; one that a spreadsheet would take for a formula starts with an apostrophe.
fn field(text: &str) -> String {
    let formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let text = if formula { format!("'{text}") } else { text.to_owned() };
    if text.contains(['"', ',', '\n', '\r']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}

/// The calendar as GNOME reads it, its pictures in a folder of the machine:
/// <https://gitlab.gnome.org/GNOME/gnome-desktop/-/blob/master/libgnome-desktop/gnome-bg/gnome-bg-slide-show.c>. It repeats itself:
/// weeks are right for ever, months until the end of [`last_year`].
pub fn background(rotation: Rotation, pictures: usize, folder: &str) -> String {
    let turns = match rotation.every {
        // whole rounds before the first day, for machines that are set up earlier
        Every::Weekly => {
            let rounds = WEEKS.div_ceil(pictures.max(1)) * pictures.max(1);
            let start = rotation.from.plus_days(-7 * i64::try_from(rounds).unwrap_or_default());
            turns(rotation, pictures, start, pictures)
        }
        Every::Monthly => {
            let start = Date { year: rotation.from.year - 1, month: 1, day: 1 };
            let years = usize::try_from(last_year(rotation) - start.year + 1).unwrap_or_default();
            turns(rotation, pictures, start, years * MONTHS)
        }
    };
    let mut xml = "<background>\n".to_owned();
    if let Some(Date { year, month, day }) = turns.first().map(|turn| turn.from) {
        xml += &format!("  <starttime><year>{year}</year><month>{month}</month><day>{day}</day>");
        xml += "<hour>0</hour><minute>0</minute><second>0</second></starttime>\n";
    }
    for Turn { from, to, picture } in turns {
        let seconds = (to.ordinal() - from.ordinal() + 1) * SECONDS_OF_A_DAY;
        let file = format!("{folder}/{:02}.png", picture + 1);
        xml += &format!("  <static><duration>{seconds}.0</duration><file>{file}</file></static>\n");
    }
    xml + "</background>\n"
}

/// The last year that a background with months is right for.
pub fn last_year(rotation: Rotation) -> i32 {
    rotation.from.year + YEARS
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rotation(every: Every, from: &str) -> Rotation {
        Rotation { every, from: Date::parse(from).unwrap(), tips: 1 }
    }

    /// The picture that a background shows on a day, as GNOME computes it.
    fn shown(xml: &str, day: Date) -> usize {
        let number = |tag: &str| -> i64 {
            let text = xml.split_once(&format!("<{tag}>")).unwrap().1;
            text.split('<').next().unwrap().parse().unwrap()
        };
        let start = Date { year: number("year") as i32, month: number("month") as u8, day: number("day") as u8 };
        let slides: Vec<(i64, usize)> = xml
            .lines()
            .filter_map(|line| {
                let (_, rest) = line.split_once("<duration>")?;
                let seconds: f64 = rest.split('<').next()?.parse().ok()?;
                let picture = rest.rsplit_once(".png")?.0.rsplit('/').next()?.parse::<usize>().ok()?;
                Some((seconds as i64, picture - 1))
            })
            .collect();
        let total: i64 = slides.iter().map(|(seconds, _)| seconds).sum();
        let mut at = (day.ordinal() - start.ordinal()) * SECONDS_OF_A_DAY % total;
        assert!(at >= 0);
        slides
            .iter()
            .find_map(|(seconds, picture)| {
                at -= seconds;
                (at < 0).then_some(*picture)
            })
            .unwrap()
    }

    #[test]
    fn the_background_of_gnome_shows_what_the_law_says() {
        for (every, from) in
            [(Every::Weekly, "2026-09-07"), (Every::Monthly, "2026-11-15"), (Every::Monthly, "2028-02-29")]
        {
            let rotation = rotation(every, from);
            for pictures in [1, 3, 22] {
                let xml = background(rotation, pictures, "/x");
                for days in -300..1800 {
                    let day = rotation.from.plus_days(days);
                    if day.year <= last_year(rotation) {
                        assert_eq!(shown(&xml, day), rotation.picture(day, pictures), "{every:?} {day} {pictures}");
                    }
                }
            }
        }
    }

    #[test]
    fn turns_follow_each_other() {
        let monthly = turns(rotation(Every::Monthly, "2026-11-15"), 2, Date::parse("2026-11-15").unwrap(), 4);
        let said: Vec<String> =
            monthly.iter().map(|turn| format!("{} {} {}", turn.from, turn.to, turn.picture)).collect();
        let months = [
            "2026-11-01 2026-11-30 0",
            "2026-12-01 2026-12-31 1",
            "2027-01-01 2027-01-31 0",
            "2027-02-01 2027-02-28 1",
        ];
        assert_eq!(said, months);
    }

    #[test]
    fn a_field_is_quoted_and_never_a_formula() {
        assert_eq!(field("a \"b\", c"), "\"a \"\"b\"\", c\"");
        assert_eq!(field("=1+1"), "'=1+1");
    }
}
