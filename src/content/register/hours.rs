//! Opening hours of OpenStreetMap in words: [`said`]. What cannot be said whole is not said: a missing hour sends people to the
//! telephone, a wrong one to a closed door.

use opening_hours_syntax::rules::day::{HolidayKind, WeekDayRange, Weekday};
use opening_hours_syntax::rules::time::{Time, TimeSpan};
use opening_hours_syntax::rules::{RuleKind, RuleOperator, RuleSequence};

/// Days, Monday first.
const WEEK: [Weekday; 7] =
    [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];

const FRENCH_DAYS: [&str; 7] = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];
const ENGLISH_DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// Minutes of a day.
const DAY: u16 = 24 * 60;
const NOON: u16 = 12 * 60;

/// Minutes from midnight at which a venue opens and closes.
type Spans = Vec<(u16, u16)>;

/// A week as it is, and what is said of holidays.
#[derive(Default)]
struct Week {
    days: [Spans; 7],
    /// Days that the hours say are closed.
    closed: [bool; 7],
    closed_public: bool,
    closed_school: bool,
}

/// Hours in French and in English; nothing where they are not understood, or say more than can be said in a line.
pub fn said(hours: &str) -> Option<(String, String)> {
    let hours = hours.trim().trim_end_matches(';');
    let rules = opening_hours_syntax::parse(hours).ok()?.rules;
    let mut week = Week::default();
    for rule in &rules {
        week.take(rule)?;
    }
    // a day without times is open all day for OpenStreetMap, but whoever wrote it may have forgotten them
    let forgotten = week.days.iter().flatten().any(|span| *span == (0, DAY))
        && !hours.contains("24/7")
        && !hours.contains("0:00-24:00");
    if week.days.iter().all(Vec::is_empty) || forgotten {
        return None;
    }
    Some((week.french(), week.english()))
}

impl Week {
    /// Follows a rule: a usual one stands in place of what was said of its days, one after a comma adds to it.
    fn take(&mut self, rule: &RuleSequence) -> Option<()> {
        let days = &rule.day_selector;
        let dated = !(days.year.is_empty() && days.monthday.is_empty() && days.week.is_empty());
        if dated || !rule.comment.is_empty() || rule.operator == RuleOperator::Fallback {
            return None;
        }
        let open = match rule.kind {
            RuleKind::Open => true,
            RuleKind::Closed => false,
            RuleKind::Unknown => return None,
        };
        let spans = rule.time_selector.spans.iter().map(span).collect::<Option<Spans>>()?;
        if !open {
            return self.close(&days.weekday, &spans);
        }
        let named = weekdays(&days.weekday)?;
        let all = days.weekday.is_empty();
        for at in (0..7).filter(|at| all || named[*at]) {
            if rule.operator == RuleOperator::Normal {
                self.days[at].clear();
            }
            self.days[at].extend(&spans);
            self.days[at].sort_unstable();
            self.closed[at] = false;
            let apart = self.days[at].windows(2).all(|pair| pair[0].1 < pair[1].0);
            apart.then_some(())?;
        }
        Some(())
    }

    /// Days off; hours off inside a day are not said.
    fn close(&mut self, days: &[WeekDayRange], spans: &[(u16, u16)]) -> Option<()> {
        if spans != [(0, DAY)] || days.is_empty() {
            return None;
        }
        for day in days {
            match day {
                WeekDayRange::Holiday { kind: HolidayKind::Public, offset: 0 } => self.closed_public = true,
                WeekDayRange::Holiday { kind: HolidayKind::School, offset: 0 } => self.closed_school = true,
                WeekDayRange::Holiday { .. } => return None,
                WeekDayRange::Fixed { .. } => {
                    let named = weekdays(std::slice::from_ref(day))?;
                    for at in (0..7).filter(|at| named[*at]) {
                        self.days[at].clear();
                        self.closed[at] = true;
                    }
                }
            }
        }
        Some(())
    }

    /// Days that share their hours, by their first day.
    fn groups(&self) -> Vec<(Vec<usize>, &Spans)> {
        let mut groups: Vec<(Vec<usize>, &Spans)> = Vec::new();
        for (at, spans) in self.days.iter().enumerate().filter(|(_, spans)| !spans.is_empty()) {
            match groups.iter_mut().find(|(_, known)| *known == spans) {
                Some((days, _)) => days.push(at),
                None => groups.push((vec![at], spans)),
            }
        }
        groups
    }

    fn closed_days(&self) -> Vec<usize> {
        (0..7).filter(|at| self.closed[*at]).collect()
    }

    fn french(&self) -> String {
        let mut parts: Vec<String> = Vec::new();
        for (days, spans) in self.groups() {
            let days = if days.len() == 7 { "tous les jours".to_owned() } else { french_days(&days) };
            let hours = if spans[..] == [(0, DAY)] { "24 h sur 24".to_owned() } else { french_spans(spans) };
            parts.push(format!("{days}, {hours}"));
        }
        let closed = self.closed_days();
        if !closed.is_empty() {
            parts.push(format!("fermé {}", french_days(&closed)));
        }
        if self.closed_public {
            parts.push("fermé les jours fériés".to_owned());
        }
        if self.closed_school {
            parts.push("fermé pendant les vacances scolaires".to_owned());
        }
        capitalised(&parts.join(" ; "))
    }

    fn english(&self) -> String {
        let mut parts: Vec<String> = Vec::new();
        for (days, spans) in self.groups() {
            let days = if days.len() == 7 { "every day".to_owned() } else { english_days(&days) };
            let hours = if spans[..] == [(0, DAY)] { "24 hours".to_owned() } else { english_spans(spans) };
            parts.push(format!("{days}, {hours}"));
        }
        let closed = self.closed_days();
        if !closed.is_empty() {
            parts.push(format!("closed on {}", english_days(&closed)));
        }
        if self.closed_public {
            parts.push("closed on public holidays".to_owned());
        }
        if self.closed_school {
            parts.push("closed during school holidays".to_owned());
        }
        capitalised(&parts.join("; "))
    }
}

/// Fixed times of one day.
fn span(span: &TimeSpan) -> Option<(u16, u16)> {
    let (Time::Fixed(start), Time::Fixed(end)) = (span.range.start, span.range.end) else { return None };
    let (start, end) = (start.mins_from_midnight(), end.mins_from_midnight());
    (!span.open_end && span.repeats.is_none() && start < end && end <= DAY).then_some((start, end))
}

/// Days of the week that are named; nothing where only some of them in a month are meant, or holidays.
fn weekdays(ranges: &[WeekDayRange]) -> Option<[bool; 7]> {
    let mut named = [false; 7];
    for range in ranges {
        let WeekDayRange::Fixed { range, offset: 0, nth_from_start, nth_from_end } = range else { return None };
        if nth_from_start.contains(&false) || nth_from_end.contains(&false) {
            return None;
        }
        let position = |day: &Weekday| WEEK.iter().position(|known| known == day);
        let (mut at, last) = (position(range.start())?, position(range.end())?);
        named[at] = true;
        while at != last {
            at = (at + 1) % 7;
            named[at] = true;
        }
    }
    Some(named)
}

/// Days that follow each other, as first and last.
fn runs(days: &[usize]) -> Vec<(usize, usize)> {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for day in days {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == *day => *last = *day,
            _ => runs.push((*day, *day)),
        }
    }
    // two days are named, not spanned
    runs.into_iter()
        .flat_map(
            |(first, last)| if last == first + 1 { vec![(first, first), (last, last)] } else { vec![(first, last)] },
        )
        .collect()
}

fn french_days(days: &[usize]) -> String {
    let run = |(first, last): (usize, usize)| match first == last {
        true => format!("le {}", FRENCH_DAYS[first]),
        false => format!("du {} au {}", FRENCH_DAYS[first], FRENCH_DAYS[last]),
    };
    listed(&runs(days).into_iter().map(run).collect::<Vec<_>>(), " et ")
}

fn english_days(days: &[usize]) -> String {
    let run = |(first, last): (usize, usize)| match first == last {
        true => ENGLISH_DAYS[first].to_owned(),
        false => format!("{} to {}", ENGLISH_DAYS[first], ENGLISH_DAYS[last]),
    };
    listed(&runs(days).into_iter().map(run).collect::<Vec<_>>(), " and ")
}

fn french_spans(spans: &[(u16, u16)]) -> String {
    let one = |(start, end): &(u16, u16)| match (*start, *end) {
        (0, end) => format!("de minuit à {}", french_time(end)),
        (start, DAY) => format!("de {} à minuit", french_time(start)),
        (start, end) => format!("de {} à {}", french_time(start), french_time(end)),
    };
    listed(&spans.iter().map(one).collect::<Vec<_>>(), " et ")
}

fn english_spans(spans: &[(u16, u16)]) -> String {
    let one = |(start, end): &(u16, u16)| format!("{} to {}", english_time(*start), english_time(*end));
    listed(&spans.iter().map(one).collect::<Vec<_>>(), " and ")
}

fn french_time(minutes: u16) -> String {
    match (minutes / 60, minutes % 60) {
        (hour, 0) => format!("{hour} h"),
        (hour, minute) => format!("{hour} h {minute:02}"),
    }
}

fn english_time(minutes: u16) -> String {
    if minutes == NOON {
        return "noon".to_owned();
    }
    if minutes.is_multiple_of(DAY) {
        return "midnight".to_owned();
    }
    let half = if minutes < NOON { "am" } else { "pm" };
    match ((minutes / 60 + 11) % 12 + 1, minutes % 60) {
        (hour, 0) => format!("{hour} {half}"),
        (hour, minute) => format!("{hour}.{minute:02} {half}"),
    }
}

/// `a, b et c`.
fn listed(parts: &[String], and: &str) -> String {
    match parts {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{}{and}{last}", first.join(", ")),
    }
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
