//! The day of what is recorded: [`today`] is the one place that asks the clock.

use std::time::{SystemTime, UNIX_EPOCH};

use crate::diag::{Diagnostic, Message};
use crate::model::Date;

/// Set where builds must be repeatable, in seconds since 1970 (<https://reproducible-builds.org/specs/source-date-epoch/>).
const SOURCE_DATE_EPOCH: &str = "SOURCE_DATE_EPOCH";

/// The day that was typed, else that of `SOURCE_DATE_EPOCH`, else today in UTC.
///
/// # Errors
/// What was typed is no day.
pub fn today(typed: Option<&str>) -> Result<Date, Diagnostic> {
    let Some(text) = typed else { return Ok(day_of(epoch().unwrap_or_else(now))) };
    let bad = || Diagnostic::error(Message::new("date-bad").arg("text", text)).hint(Message::new("hint-date"));
    Date::parse(text).ok_or_else(bad)
}

fn epoch() -> Option<i64> {
    super::environment(SOURCE_DATE_EPOCH)?.trim().parse().ok()
}

#[expect(clippy::disallowed_methods, reason = "the one place that asks the clock")]
fn now() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_secs()).unwrap_or(i64::MAX)
}

fn day_of(seconds: i64) -> Date {
    let date = time::OffsetDateTime::from_unix_timestamp(seconds).unwrap_or(time::OffsetDateTime::UNIX_EPOCH).date();
    Date { year: date.year(), month: date.month().into(), day: date.day() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_those_of_the_calendar() {
        assert_eq!(day_of(0).to_string(), "1970-01-01");
        assert_eq!(day_of(1_795_564_799).to_string(), "2026-11-24");
        assert_eq!(day_of(i64::MAX).to_string(), "1970-01-01");
        assert!(today(Some("2026-02-30")).is_err());
    }
}
