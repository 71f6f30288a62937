//! When a current text wants to be looked at again, and how that stands today. Pure.

use crate::web::inserts::references;
use jiff::ToSpan;
use jiff::tz::TimeZone;
use platform::clock::Timestamp;
use std::time::Duration;

const DAY: Duration = Duration::from_hours(24);
/// A text keeps for a year; one that names a line to call, for half a year: numbers change, and are dangerous when wrong.
const MONTHS: i64 = 12;
const MONTHS_WITH_A_LINE: i64 = 6;
/// What is due within this time is near.
pub const SOON: Duration = Duration::from_hours(30 * 24);
/// The chair hears of what nobody looked at for so long.
pub const PATIENCE: Duration = Duration::from_hours(14 * 24);
/// Nobody plans further ahead.
const FURTHEST_MONTHS: i64 = 36;

/// When a text that is right at a moment wants to be looked at again. `line` is the word by which texts name a line.
pub fn keeps_until(words: &str, line: &str, from: Timestamp) -> Timestamp {
    let has_line = references(words).iter().any(|reference| reference.word == line);
    months_after(from, if has_line { MONTHS_WITH_A_LINE } else { MONTHS })
}

fn months_after(from: Timestamp, months: i64) -> Timestamp {
    let moment = jiff::Timestamp::from_millisecond(from.0).unwrap_or(jiff::Timestamp::MAX);
    let later = moment.to_zoned(TimeZone::UTC).checked_add(months.months());
    later.map_or(from, |later| Timestamp(later.timestamp().as_millisecond()))
}

/// Whether a day may be chosen: it lies ahead, and not beyond everybody's plans.
pub fn may_be_due(at: Timestamp, now: Timestamp) -> bool {
    at > now && at <= months_after(now, FURTHEST_MONTHS)
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    Fresh,
    Soon,
    Overdue,
}

pub fn standing(due: Timestamp, now: Timestamp) -> Standing {
    if due <= now {
        Standing::Overdue
    } else if due <= now + SOON {
        Standing::Soon
    } else {
        Standing::Fresh
    }
}

/// Which texts a list shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Shown {
    #[default]
    Overdue,
    Soon,
    /// Nobody has looked at them since they were published.
    Never,
    /// Something they lead to is broken.
    Broken,
    All,
}

impl Shown {
    pub const ALL: [Shown; 5] = [Shown::Overdue, Shown::Soon, Shown::Never, Shown::Broken, Shown::All];

    /// In addresses.
    pub fn code(self) -> &'static str {
        match self {
            Shown::Overdue => "overdue",
            Shown::Soon => "soon",
            Shown::Never => "never",
            Shown::Broken => "broken",
            Shown::All => "all",
        }
    }

    pub fn parse(code: &str) -> Option<Shown> {
        Shown::ALL.into_iter().find(|shown| shown.code() == code)
    }

    /// Due after the one moment and up to the other.
    pub fn between(self, now: Timestamp) -> (Timestamp, Timestamp) {
        match self {
            Shown::Overdue => (Timestamp(i64::MIN), now),
            Shown::Soon => (now, now + SOON),
            _ => (Timestamp(i64::MIN), Timestamp(i64::MAX)),
        }
    }
}

/// A text of before there were dates: as if it were looked at when it was published, and yet with time to do it now.
pub fn first_due(words: &str, line: &str, published: Timestamp, now: Timestamp) -> Timestamp {
    keeps_until(words, line, published).max(now + SOON + DAY)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        Timestamp(text.parse::<jiff::Timestamp>().unwrap().as_millisecond())
    }

    #[test]
    fn a_text_keeps_for_a_year_and_one_with_a_line_for_half_of_it() {
        let from = at("2026-08-31T06:00:00Z");
        assert_eq!(keeps_until("Текст", "hotline", from), at("2027-08-31T06:00:00Z"));
        let line = keeps_until("Чалыңыз: {{hotline:trust}}.", "hotline", from);
        assert_eq!(line, at("2027-02-28T06:00:00Z"), "the last day of a short month");
        assert_eq!(keeps_until("{{glossary:trust}}", "hotline", from), at("2027-08-31T06:00:00Z"));
    }

    #[test]
    fn a_day_lies_ahead_and_within_three_years() {
        let now = at("2026-11-23T03:00:00Z");
        assert!(!may_be_due(now, now));
        assert!(may_be_due(now + DAY, now));
        assert!(may_be_due(at("2029-11-23T03:00:00Z"), now));
        assert!(!may_be_due(at("2029-11-24T03:00:00Z"), now));
        assert!(!may_be_due(Timestamp(i64::MAX), now));
    }

    #[test]
    fn every_text_stands_in_exactly_one_of_the_lists_by_date() {
        let now = at("2026-11-23T03:00:00Z");
        for (due, standing_is) in
            [(now, Standing::Overdue), (now + DAY, Standing::Soon), (now + SOON + DAY, Standing::Fresh)]
        {
            assert_eq!(standing(due, now), standing_is);
            let within = |shown: Shown| {
                let (after, until) = shown.between(now);
                due > after && due <= until
            };
            assert_eq!(within(Shown::Overdue), standing_is == Standing::Overdue);
            assert_eq!(within(Shown::Soon), standing_is == Standing::Soon);
        }
    }

    #[test]
    fn texts_of_before_give_their_owners_a_month() {
        let now = at("2026-11-23T03:00:00Z");
        let old = first_due("Текст", "hotline", at("2020-01-01T00:00:00Z"), now);
        assert_eq!(standing(old, now), Standing::Fresh);
        let new = at("2026-11-01T00:00:00Z");
        assert_eq!(first_due("Текст", "hotline", new, now), at("2027-11-01T00:00:00Z"));
    }
}
