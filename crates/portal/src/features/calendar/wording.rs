//! When an event is, in words. Pure.

use super::model::Span;
use jiff::civil::Date;
use platform::lang::L10n;

/// Its first and its last day.
pub fn days(l: &L10n, span: Span) -> (Date, Date) {
    (l.today(span.starts), l.today(span.ends))
}

/// `Friday, 11 December 2026, 10:00–11:30`; several days are named from the first to the last.
pub fn when(l: &L10n, span: Span) -> String {
    let (first, last) = days(l, span);
    let from_to = |starts: String, ends: String| {
        l.f("calendar-from-to", &[("starts", starts.into()), ("ends", ends.into())])
    };
    if span.whole_days {
        return if first == last { l.weekday(first) } else { from_to(l.day(first), l.day(last)) };
    }
    if first != last {
        return from_to(l.date_time(span.starts), l.date_time(span.ends));
    }
    let day = l.weekday(first);
    if span.starts == span.ends {
        return l.f("calendar-at", &[("day", day.into()), ("time", l.time(span.starts).into())]);
    }
    let (from, until) = (l.time(span.starts), l.time(span.ends));
    l.f("calendar-hours", &[("day", day.into()), ("from", from.into()), ("until", until.into())])
}

/// For machines: a day, or a moment with the offset of the zone.
pub fn iso(l: &L10n, span: Span) -> (String, String) {
    let (first, last) = days(l, span);
    if span.whole_days {
        (first.to_string(), last.to_string())
    } else {
        (l.iso(span.starts), l.iso(span.ends))
    }
}
