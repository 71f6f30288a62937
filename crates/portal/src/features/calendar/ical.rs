//! iCalendar, RFC 5545: what calendars of other programs read. Pure. Written here, in a page of code, because the crates for
//! it leave the rules of time zones to their callers, and those are what calendars get wrong. Deliberately not here: reading,
//! recurrence, attendees.

use jiff::civil::Date;
use jiff::tz::{Offset, TimeZone};
use jiff::{Timestamp as Moment, Zoned};
use platform::clock::Timestamp;
use platform::lang::Lang;
use std::fmt::Write;

pub struct Calendar<'a> {
    pub name: &'a str,
    pub lang: Lang,
    /// Its name goes into the file, with its rules for the time of the entries.
    pub zone: &'a TimeZone,
    pub entries: Vec<Entry>,
}

pub struct Entry {
    /// The same for ever, in every language.
    pub uid: String,
    /// Rises with every change, so that programs take the newer one.
    pub sequence: i64,
    pub changed_at: Timestamp,
    pub when: When,
    pub summary: String,
    pub description: String,
    pub location: String,
    pub url: String,
    pub category: String,
    pub cancelled: bool,
    /// It takes nobody's time, as a campaign of weeks does not.
    pub free: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// The last day belongs to it.
    Days {
        first: Date,
        last: Date,
    },
    Times {
        starts: Timestamp,
        ends: Timestamp,
    },
}

/// A line may have so many bytes.
const LINE: usize = 75;

/// The file, every line ended as the standard wants it.
pub fn write(calendar: &Calendar<'_>) -> String {
    let mut out = Lines::default();
    out.plain("BEGIN:VCALENDAR");
    out.plain("VERSION:2.0");
    out.plain(&format!("PRODID:-//Birge//Birge calendar//{}", calendar.lang.code().to_uppercase()));
    out.plain("CALSCALE:GREGORIAN");
    for name in ["NAME", "X-WR-CALNAME"] {
        out.text(name, calendar.name);
    }
    out.plain("REFRESH-INTERVAL;VALUE=DURATION:PT6H");
    out.plain("X-PUBLISHED-TTL:PT6H");
    let zone_name = calendar.zone.iana_name().unwrap_or("UTC");
    time_zone(&mut out, zone_name, calendar);
    for entry in &calendar.entries {
        event(&mut out, zone_name, calendar, entry);
    }
    out.plain("END:VCALENDAR");
    out.0
}

fn event(out: &mut Lines, zone_name: &str, calendar: &Calendar<'_>, entry: &Entry) {
    let Entry { uid, sequence, changed_at, .. } = entry;
    out.plain("BEGIN:VEVENT");
    out.plain(&format!("UID:{uid}"));
    let changed = moment(*changed_at).strftime("%Y%m%dT%H%M%SZ").to_string();
    for name in ["DTSTAMP", "LAST-MODIFIED"] {
        out.plain(&format!("{name}:{changed}"));
    }
    out.plain(&format!("SEQUENCE:{sequence}"));
    match entry.when {
        When::Days { first, last } => {
            out.plain(&format!("DTSTART;VALUE=DATE:{}", first.strftime("%Y%m%d")));
            // The end is the first day that no longer belongs to it.
            let after = last.tomorrow().unwrap_or(Date::MAX);
            out.plain(&format!("DTEND;VALUE=DATE:{}", after.strftime("%Y%m%d")));
        }
        When::Times { starts, ends } => {
            let mut at = |name: &str, at: Timestamp| {
                let local = zoned(at, calendar.zone).strftime("%Y%m%dT%H%M%S").to_string();
                out.plain(&format!("{name};TZID={zone_name}:{local}"));
            };
            at("DTSTART", starts);
            if ends > starts {
                at("DTEND", ends);
            }
        }
    }
    out.text("SUMMARY", &entry.summary);
    for (name, text) in [("DESCRIPTION", &entry.description), ("LOCATION", &entry.location)] {
        if !text.is_empty() {
            out.text(name, text);
        }
    }
    out.plain(&format!("URL:{}", entry.url));
    out.text("CATEGORIES", &entry.category);
    out.plain(if entry.cancelled { "STATUS:CANCELLED" } else { "STATUS:CONFIRMED" });
    if entry.free {
        out.plain("TRANSP:TRANSPARENT");
    }
    out.plain("END:VEVENT");
}

/// The rules of the zone for the time of the entries: what held when the first one starts, and each change until the last.
/// Each is written out with its moment, since rules for ever would be a promise about laws to come.
fn time_zone(out: &mut Lines, zone_name: &str, calendar: &Calendar<'_>) {
    let times = calendar.entries.iter().filter_map(|entry| match entry.when {
        When::Times { starts, ends } => Some((moment(starts), moment(ends))),
        When::Days { .. } => None,
    });
    let Some((first, last)) = times.reduce(|all, one| (all.0.min(one.0), all.1.max(one.1))) else { return };
    out.plain("BEGIN:VTIMEZONE");
    out.plain(&format!("TZID:{zone_name}"));
    let zone = calendar.zone;
    let before = zone.preceding(first).next();
    if before.is_none() {
        let info = zone.to_offset_info(first);
        observance(
            out,
            info.dst().is_dst(),
            "19700101T000000",
            info.offset(),
            info.offset(),
            info.abbreviation(),
        );
    }
    let within = zone.following(first).take_while(|change| change.timestamp() <= last);
    for change in before.into_iter().chain(within) {
        let at = change.timestamp();
        let from = zone.to_offset(at.saturating_sub(jiff::SignedDuration::from_secs(1)).unwrap_or(at));
        // By the clock that is about to be changed.
        let local = from.to_datetime(at).strftime("%Y%m%dT%H%M%S").to_string();
        observance(out, change.dst().is_dst(), &local, from, change.offset(), change.abbreviation());
    }
    out.plain("END:VTIMEZONE");
}

fn observance(out: &mut Lines, is_dst: bool, local: &str, from: Offset, to: Offset, name: &str) {
    let kind = if is_dst { "DAYLIGHT" } else { "STANDARD" };
    out.plain(&format!("BEGIN:{kind}"));
    out.plain(&format!("DTSTART:{local}"));
    out.plain(&format!("TZOFFSETFROM:{}", offset(from)));
    out.plain(&format!("TZOFFSETTO:{}", offset(to)));
    out.text("TZNAME", name);
    out.plain(&format!("END:{kind}"));
}

/// `+0600`, with seconds only where a zone of long ago has them.
fn offset(offset: Offset) -> String {
    let seconds = offset.seconds();
    let (sign, all) = (if seconds < 0 { '-' } else { '+' }, seconds.unsigned_abs());
    let mut text = format!("{sign}{:02}{:02}", all / 3600, all / 60 % 60);
    if !all.is_multiple_of(60) {
        write!(text, "{:02}", all % 60).expect("writing to a string never fails");
    }
    text
}

fn moment(at: Timestamp) -> Moment {
    Moment::from_millisecond(at.0).unwrap_or(if at.0 < 0 { Moment::MIN } else { Moment::MAX })
}

fn zoned(at: Timestamp, zone: &TimeZone) -> Zoned {
    moment(at).to_zoned(zone.clone())
}

#[derive(Default)]
struct Lines(String);

impl Lines {
    /// A property with the words of people.
    fn text(&mut self, name: &str, text: &str) {
        let mut line = format!("{name}:");
        for c in text.trim().chars() {
            match c {
                '\\' | ';' | ',' => line.extend(['\\', c]),
                '\n' => line.push_str("\\n"),
                c if c.is_control() => {}
                c => line.push(c),
            }
        }
        self.plain(&line);
    }

    /// A line, folded where it is too long and never within a letter.
    fn plain(&mut self, line: &str) {
        let mut room = LINE;
        for c in line.chars().filter(|c| !matches!(c, '\r' | '\n')) {
            if c.len_utf8() > room {
                self.0.push_str("\r\n ");
                room = LINE - 1;
            }
            self.0.push(c);
            room -= c.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        Timestamp(text.parse::<Moment>().unwrap().as_millisecond())
    }

    fn entry(when: When) -> Entry {
        Entry {
            uid: "event-1@birge.example".into(),
            sequence: 3,
            changed_at: at("2026-11-25T03:00:00Z"),
            when,
            summary: "Брифинг, Ош; «Жол»".into(),
            description: "Биринчи сап\nC:\\жол".into(),
            location: "Ош ш.".into(),
            url: "https://birge.example/ky/calendar/1".into(),
            category: "Басма сөз".into(),
            cancelled: false,
            free: false,
        }
    }

    fn calendar(zone: &TimeZone, entries: Vec<Entry>) -> String {
        write(&Calendar { name: "Бирге", lang: Lang::Ky, zone, entries })
    }

    #[test]
    fn a_calendar_is_written_as_the_standard_says() {
        let zone = TimeZone::get("Asia/Bishkek").unwrap();
        let times = When::Times { starts: at("2026-12-10T04:00:00Z"), ends: at("2026-12-10T05:30:00Z") };
        let days = When::Days { first: "2026-12-18".parse().unwrap(), last: "2026-12-19".parse().unwrap() };
        let entries = vec![entry(times), Entry { cancelled: true, free: true, ..entry(days) }];
        let expected = "\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Birge//Birge calendar//KY
CALSCALE:GREGORIAN
NAME:Бирге
X-WR-CALNAME:Бирге
REFRESH-INTERVAL;VALUE=DURATION:PT6H
X-PUBLISHED-TTL:PT6H
BEGIN:VTIMEZONE
TZID:Asia/Bishkek
BEGIN:STANDARD
DTSTART:20050812T000000
TZOFFSETFROM:+0600
TZOFFSETTO:+0600
TZNAME:+06
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
UID:event-1@birge.example
DTSTAMP:20261125T030000Z
LAST-MODIFIED:20261125T030000Z
SEQUENCE:3
DTSTART;TZID=Asia/Bishkek:20261210T100000
DTEND;TZID=Asia/Bishkek:20261210T113000
SUMMARY:Брифинг\\, Ош\\; «Жол»
DESCRIPTION:Биринчи сап\\nC:\\\\жол
LOCATION:Ош ш.
URL:https://birge.example/ky/calendar/1
CATEGORIES:Басма сөз
STATUS:CONFIRMED
END:VEVENT
BEGIN:VEVENT
UID:event-1@birge.example
DTSTAMP:20261125T030000Z
LAST-MODIFIED:20261125T030000Z
SEQUENCE:3
DTSTART;VALUE=DATE:20261218
DTEND;VALUE=DATE:20261220
SUMMARY:Брифинг\\, Ош\\; «Жол»
DESCRIPTION:Биринчи сап\\nC:\\\\жол
LOCATION:Ош ш.
URL:https://birge.example/ky/calendar/1
CATEGORIES:Басма сөз
STATUS:CANCELLED
TRANSP:TRANSPARENT
END:VEVENT
END:VCALENDAR
";
        assert_eq!(calendar(&zone, entries), expected.replace('\n', "\r\n"));
    }

    #[test]
    fn a_zone_with_summer_time_brings_its_changes() {
        let zone = TimeZone::get("Europe/Berlin").unwrap();
        let winter = When::Times { starts: at("2026-02-01T09:00:00Z"), ends: at("2026-02-01T10:00:00Z") };
        let summer = When::Times { starts: at("2026-07-01T08:00:00Z"), ends: at("2026-07-01T09:00:00Z") };
        let text = calendar(&zone, vec![entry(winter), entry(summer)]).replace("\r\n", "\n");
        let zone = text.split("TZID:Europe/Berlin\n").nth(1).unwrap().split("END:VTIMEZONE").next().unwrap();
        let expected = "\
BEGIN:STANDARD
DTSTART:20251026T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:20260329T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
END:DAYLIGHT
";
        assert_eq!(zone, expected);
        assert!(text.contains("DTSTART;TZID=Europe/Berlin:20260201T100000\n"), "{text}");
        assert!(text.contains("DTSTART;TZID=Europe/Berlin:20260701T100000\n"), "{text}");
    }

    #[test]
    fn long_lines_are_folded_and_no_letter_is_cut() {
        let zone = TimeZone::UTC;
        let when = When::Times { starts: at("2026-12-10T04:00:00Z"), ends: at("2026-12-10T04:00:00Z") };
        let summary = "Өнөктөштөр менен жолугушуу ".repeat(12);
        let text = calendar(&zone, vec![Entry { summary: summary.clone(), ..entry(when) }]);
        assert!(text.split("\r\n").all(|line| line.len() <= LINE && !line.contains(['\r', '\n'])));
        assert!(text.replace("\r\n ", "").contains(&format!("SUMMARY:{}\r\n", summary.trim())));
        assert!(!text.contains("DTEND"), "an event without a known end has none");
        assert!(text.contains("DTSTART:19700101T000000\r\nTZOFFSETFROM:+0000\r\n"), "{text}");
    }
}
