//! One language as templates and mails use it: texts by key, dates, numbers and sizes as CLDR writes them, in the time zone of the portal.
//! No sentence stands here: whole messages are in the Fluent files of the features.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::fmt;
use std::sync::Arc;

use icu::calendar::Gregorian;
use icu::collator::{Collator, CollatorBorrowed};
use icu::datetime::fieldsets::{E, T, YM, YMD, YMDE, YMDT};
use icu::datetime::input::{Date, DateTime, Time};
use icu::datetime::{FixedCalendarDateTimeFormatter, NoCalendarFormatter};
use icu::decimal::DecimalFormatter;
use icu::decimal::input::Decimal;
use icu::locale::{Locale, locale};
use jiff::Zoned;
use jiff::civil;
use jiff::tz::TimeZone;

use super::{Arg, Catalogue, Lang};
use crate::clock::Timestamp;

/// One language with its texts and formats. Made once for each language at start-up; clones are cheap and share everything.
///
/// ```
/// use platform::lang::{Catalogue, L10n, Lang, Locales, TimeZone};
/// use std::sync::Arc;
/// let texts = Locales { ky: "seen = { $n } адам көрдү", ru: "seen = Видели: { $n }", en: "seen = Seen by { $n }" };
/// let catalogue = Arc::new(Catalogue::new(&[texts]).unwrap());
/// let l = L10n::new(Lang::Ky, catalogue, TimeZone::get("Asia/Bishkek").unwrap());
/// assert_eq!(l.f1("seen", "n", 12_345), "12\u{a0}345 адам көрдү");
/// ```
#[derive(Clone)]
pub struct L10n {
    pub lang: Lang,
    shared: Arc<Shared>,
}

struct Shared {
    catalogue: Arc<Catalogue>,
    zone: TimeZone,
    date: FixedCalendarDateTimeFormatter<Gregorian, YMD>,
    date_short: FixedCalendarDateTimeFormatter<Gregorian, YMD>,
    weekday: FixedCalendarDateTimeFormatter<Gregorian, YMDE>,
    weekday_alone: FixedCalendarDateTimeFormatter<Gregorian, E>,
    month: FixedCalendarDateTimeFormatter<Gregorian, YM>,
    date_time: FixedCalendarDateTimeFormatter<Gregorian, YMDT>,
    time: NoCalendarFormatter<T>,
    decimal: DecimalFormatter,
    collator: CollatorBorrowed<'static>,
}

/// The CLDR locale of a language. British English, because it writes the day first and 24 hours, like the other two.
const fn locale_of(lang: Lang) -> Locale {
    match lang {
        Lang::Ky => locale!("ky"),
        Lang::Ru => locale!("ru"),
        Lang::En => locale!("en-GB"),
    }
}

const COMPILED: &str = "the formats of the three languages are compiled in";

pub(super) fn decimal_formatter(lang: Lang) -> DecimalFormatter {
    DecimalFormatter::try_new(locale_of(lang).into(), Default::default()).expect(COMPILED)
}

impl L10n {
    /// The texts of `catalogue` and the formats of `lang`, with all times shown in `zone`.
    pub fn new(lang: Lang, catalogue: Arc<Catalogue>, zone: TimeZone) -> Self {
        let locale = || locale_of(lang).into();
        let date = |fields| FixedCalendarDateTimeFormatter::try_new(locale(), fields).expect(COMPILED);
        let shared = Shared {
            catalogue,
            zone,
            date: date(YMD::long()),
            date_short: date(YMD::short()),
            weekday: FixedCalendarDateTimeFormatter::try_new(locale(), YMDE::long()).expect(COMPILED),
            weekday_alone: FixedCalendarDateTimeFormatter::try_new(locale(), E::long()).expect(COMPILED),
            month: FixedCalendarDateTimeFormatter::try_new(locale(), YM::long()).expect(COMPILED),
            date_time: FixedCalendarDateTimeFormatter::try_new(locale(), YMD::long().with_time_hm())
                .expect(COMPILED),
            time: NoCalendarFormatter::try_new(locale(), T::hm()).expect(COMPILED),
            decimal: decimal_formatter(lang),
            collator: Collator::try_new((&locale_of(lang)).into(), Default::default()).expect(COMPILED),
        };
        Self { lang, shared: Arc::new(shared) }
    }

    /// The text of a message without variables. An unknown key panics in tests; in production the page shows `⟦key⟧` and lives.
    pub fn t(&self, key: &str) -> Cow<'_, str> {
        match self.shared.catalogue.text(self.lang, key) {
            Some(text) => Cow::Borrowed(text),
            None => Cow::Owned(self.missing(key, "no text without variables")),
        }
    }

    /// The text of a message with its variables.
    pub fn f(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        let Some((text, errors)) = self.shared.catalogue.filled(self.lang, key, args) else {
            return self.missing(key, "no text");
        };
        if let Some(error) = errors.first() {
            debug_assert!(false, "the {} text `{key}` cannot be filled with {args:?}: {error}", self.lang);
            tracing::error!(lang = %self.lang, key, %error, "a text could not be filled");
        }
        text
    }

    /// The text of a message with one variable.
    pub fn f1<'a>(&self, key: &str, name: &str, value: impl Into<Arg<'a>>) -> String {
        self.f(key, &[(name, value.into())])
    }

    fn missing(&self, key: &str, what: &str) -> String {
        debug_assert!(false, "there is {what} `{key}` in {}", self.lang);
        tracing::error!(lang = %self.lang, key, "an interface text is missing");
        format!("⟦{key}⟧")
    }

    /// The order of two names in a list, by the alphabet of the language: `ү` after `у`, not after `я`.
    pub fn compare(&self, a: &str, b: &str) -> Ordering {
        self.shared.collator.compare(a, b)
    }

    /// A date with the month as a word: `2026-ж. 23-ноябрь`, `23 ноября 2026 г.`, `23 November 2026`.
    pub fn date(&self, at: Timestamp) -> String {
        self.shared.date.format(&calendar(self.zoned(at).date())).to_string()
    }

    /// A day of the calendar, written as [`L10n::date`] writes it.
    pub fn day(&self, day: civil::Date) -> String {
        self.shared.date.format(&calendar(day)).to_string()
    }

    /// A day with its weekday, for appointments: `2026-ж. 11-декабрь, жума`, `пятница, 11 декабря 2026 г.`,
    /// `Friday, 11 December 2026`.
    pub fn weekday(&self, day: civil::Date) -> String {
        match self.lang {
            // CLDR has the year first and the weekday last, as people write; the library's own joint turns that around.
            Lang::Ky => format!("{}, {}", self.day(day), self.shared.weekday_alone.format(&calendar(day))),
            Lang::Ru | Lang::En => self.shared.weekday.format(&calendar(day)).to_string(),
        }
    }

    /// A month with its year, for headings; begins as a sentence does: `Декабрь 2026 г.`, `December 2026`.
    pub fn month(&self, day: civil::Date) -> String {
        let month = self.shared.month.format(&calendar(day)).to_string();
        let mut letters = month.chars();
        letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
    }

    /// The zone in which all times are shown.
    pub fn zone(&self) -> &TimeZone {
        &self.shared.zone
    }

    /// The day it is at a moment, where the portal stands.
    pub fn today(&self, now: Timestamp) -> civil::Date {
        self.zoned(now).date()
    }

    /// A date in figures, for tables: `23.11.26`, `23.11.2026`, `23/11/2026`.
    pub fn date_short(&self, at: Timestamp) -> String {
        self.shared.date_short.format(&calendar(self.zoned(at).date())).to_string()
    }

    /// A date with its time of day, 24 hours.
    pub fn date_time(&self, at: Timestamp) -> String {
        let zoned = self.zoned(at);
        let input = DateTime { date: calendar(zoned.date()), time: time_of_day(zoned.time()) };
        self.shared.date_time.format(&input).to_string()
    }

    /// The time of day, 24 hours: `18:05`.
    pub fn time(&self, at: Timestamp) -> String {
        self.shared.time.format(&time_of_day(self.zoned(at).time())).to_string()
    }

    /// A whole number, grouped.
    pub fn number(&self, number: i64) -> String {
        self.shared.decimal.format_to_string(&Decimal::from(number))
    }

    /// The size of a file as people read it, in powers of 1,000 and with one decimal below ten: `1,4 МБ`.
    pub fn file_size(&self, bytes: u64) -> String {
        let units = match self.lang {
            Lang::Ky | Lang::Ru => ["Б", "КБ", "МБ", "ГБ"],
            Lang::En => ["B", "kB", "MB", "GB"],
        };
        let (mut unit, mut divisor) = (0, 1);
        // 999,500 bytes would round to "1 000 KB", so such sizes already take the next unit.
        while unit + 1 < units.len() && bytes.saturating_mul(2) >= 1_999 * divisor {
            (unit, divisor) = (unit + 1, divisor * 1_000);
        }
        let tenths = (u128::from(bytes) * 10 + u128::from(divisor) / 2) / u128::from(divisor);
        let mut size = if unit > 0 && tenths < 100 {
            let mut size = Decimal::from(tenths);
            size.multiply_pow10(-1);
            size
        } else {
            Decimal::from((u128::from(bytes) + u128::from(divisor) / 2) / u128::from(divisor))
        };
        size.absolute.trim_end();
        format!("{}\u{a0}{}", self.shared.decimal.format_to_string(&size), units[unit])
    }

    /// RFC 3339 with the offset of the portal, for `<time datetime>` and Atom: `2026-11-23T18:05:00+06:00`.
    pub fn iso(&self, at: Timestamp) -> String {
        self.zoned(at).strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
    }

    /// The value of an `<input type="datetime-local">`: `2026-11-23T18:05`.
    pub fn local_input(&self, at: Timestamp) -> String {
        self.zoned(at).strftime("%Y-%m-%dT%H:%M").to_string()
    }

    /// The moment somebody chose in an `<input type="datetime-local">`; a time that a clock change skips or repeats is read by the
    /// offset before the change. `None` when the text is no such value.
    pub fn parse_local_input(&self, text: &str) -> Option<Timestamp> {
        let text = text.trim();
        let local = ["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S"]
            .iter()
            .find_map(|format| civil::DateTime::strptime(format, text).ok())?;
        let at = self.shared.zone.to_ambiguous_timestamp(local).compatible().ok()?;
        Some(Timestamp(at.as_millisecond()))
    }

    fn zoned(&self, at: Timestamp) -> Zoned {
        // Moments beyond the year 9999 come from broken imports only; the last representable one shows that something is wrong.
        let beyond = if at.0 < 0 { jiff::Timestamp::MIN } else { jiff::Timestamp::MAX };
        jiff::Timestamp::from_millisecond(at.0).unwrap_or(beyond).to_zoned(self.shared.zone.clone())
    }
}

impl fmt::Debug for L10n {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "L10n({})", self.lang)
    }
}

const SAME_RANGE: &str = "jiff and icu agree on what a date is";

fn calendar(date: civil::Date) -> Date<Gregorian> {
    Date::try_new_gregorian(date.year().into(), date.month().cast_unsigned(), date.day().cast_unsigned())
        .expect(SAME_RANGE)
}

fn time_of_day(time: civil::Time) -> Time {
    let [hour, minute, second] = [time.hour(), time.minute(), time.second()].map(i8::cast_unsigned);
    Time::try_new(hour, minute, second, 0).expect(SAME_RANGE)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Locales;

    const TEXTS: Locales = Locales {
        ky: "save = Сактоо\n# ky: native review\nleft = { $days ->\n    [one] { $days } күн калды\n   *[other] { $days } күн калды\n }",
        ru: "save = Сохранить\nleft = { $days ->\n    [one] Остался { $days } день\n    [few] Осталось { $days } дня\n   *[other] Осталось { $days } дней\n }",
        en: "save = Save\nleft = { $days ->\n    [one] { $days } day left\n   *[other] { $days } days left\n }",
    };

    /// Monday 23 November 2026, 18:05 in Bishkek.
    const EVENING: Timestamp = Timestamp(1_795_435_500_000);

    fn in_three() -> [L10n; 3] {
        let catalogue = Arc::new(Catalogue::new(&[TEXTS]).unwrap());
        Lang::ALL.map(|lang| L10n::new(lang, catalogue.clone(), TimeZone::get("Asia/Bishkek").unwrap()))
    }

    #[test]
    fn texts_come_in_the_language_with_its_plurals() {
        let all = in_three();
        assert_eq!(all.each_ref().map(|l| l.t("save")), ["Сактоо", "Сохранить", "Save"]);
        let days = |n: i64| all.each_ref().map(|l| l.f1("left", "days", n));
        assert_eq!(days(1), ["1 күн калды", "Остался 1 день", "1 day left"]);
        assert_eq!(days(3), ["3 күн калды", "Осталось 3 дня", "3 days left"]);
        assert_eq!(days(12_345), ["12\u{a0}345 күн калды", "Осталось 12\u{a0}345 дней", "12,345 days left"]);
    }

    #[test]
    #[should_panic(expected = "no text without variables `left`")]
    fn an_unknown_key_fails_the_test_that_meets_it() {
        let [ky, ..] = in_three();
        ky.t("left");
    }

    #[test]
    #[should_panic(expected = "cannot be filled")]
    fn a_variable_without_a_value_fails_the_test_that_meets_it() {
        let [ky, ..] = in_three();
        ky.f1("left", "hours", 3);
    }

    #[test]
    fn dates_and_times_are_written_as_each_language_does() {
        let each = |format: fn(&L10n, Timestamp) -> String| in_three().map(|l| format(&l, EVENING));
        assert_eq!(each(L10n::date), ["2026-ж. 23-ноябрь", "23 ноября 2026\u{202f}г.", "23 November 2026"]);
        assert_eq!(each(L10n::date_short), ["23.11.26", "23.11.2026", "23/11/2026"]);
        assert_eq!(
            each(L10n::date_time),
            ["2026-ж. 23-ноябрь 18:05", "23 ноября 2026\u{202f}г. в 18:05", "23 November 2026 at 18:05"]
        );
        assert_eq!(each(L10n::time), ["18:05", "18:05", "18:05"]);
        assert_eq!(each(L10n::iso), ["2026-11-23T18:05:00+06:00"; 3]);
    }

    #[test]
    fn appointments_name_their_weekday_and_headings_their_month() {
        let day = civil::date(2026, 12, 11);
        let each = |f: fn(&L10n, civil::Date) -> String| in_three().map(|l| f(&l, day));
        let expected =
            ["2026-ж. 11-декабрь, жума", "пятница, 11 декабря 2026\u{202f}г.", "Friday, 11 December 2026"];
        assert_eq!(each(L10n::weekday), expected);
        assert_eq!(each(L10n::month), ["2026-ж., декабрь", "Декабрь 2026\u{202f}г.", "December 2026"]);
    }

    #[test]
    fn a_moment_after_the_last_year_is_shown_and_not_a_panic() {
        let [ky, ..] = in_three();
        assert!(ky.date(Timestamp(i64::MAX)).contains("9999"), "{}", ky.date(Timestamp(i64::MAX)));
        assert!(ky.iso(Timestamp(i64::MIN)).starts_with("-9999"), "{}", ky.iso(Timestamp(i64::MIN)));
    }

    #[test]
    fn numbers_and_sizes_are_grouped_and_rounded() {
        let all = in_three();
        assert_eq!(
            all.each_ref().map(|l| l.number(-1_234_567)),
            ["-1\u{a0}234\u{a0}567", "-1\u{a0}234\u{a0}567", "-1,234,567"]
        );
        let sizes = |bytes| all.each_ref().map(|l| l.file_size(bytes).replace('\u{a0}', " "));
        assert_eq!(sizes(0), ["0 Б", "0 Б", "0 B"]);
        assert_eq!(sizes(999), ["999 Б", "999 Б", "999 B"]);
        assert_eq!(sizes(1_000), ["1 КБ", "1 КБ", "1 kB"]);
        assert_eq!(sizes(1_449_000), ["1,4 МБ", "1,4 МБ", "1.4 MB"]);
        assert_eq!(sizes(9_960_000), ["10 МБ", "10 МБ", "10 MB"]);
        assert_eq!(sizes(999_499), ["999 КБ", "999 КБ", "999 kB"]);
        assert_eq!(sizes(999_500), ["1 МБ", "1 МБ", "1 MB"]);
        assert_eq!(
            sizes(5_000_000_000_000),
            ["5\u{a0}000 ГБ".replace('\u{a0}', " "), "5 000 ГБ".into(), "5,000 GB".into()]
        );
    }

    #[test]
    fn what_a_browser_sends_back_is_the_moment_it_was_given() {
        let [ky, ..] = in_three();
        assert_eq!(ky.local_input(EVENING), "2026-11-23T18:05");
        assert_eq!(ky.parse_local_input("2026-11-23T18:05"), Some(EVENING));
        assert_eq!(ky.parse_local_input(" 2026-11-23T18:05:00 "), Some(EVENING));
        for text in [
            "",
            "2026-11-23",
            "2026-13-23T18:05",
            "2026-11-23T18:05Z",
            "2026-11-23 18:05",
            "23.11.2026 18:05",
        ] {
            assert_eq!(ky.parse_local_input(text), None, "{text:?}");
        }
    }

    #[test]
    fn a_repeated_or_skipped_hour_is_read_by_the_offset_before_the_change() {
        let catalogue = Arc::new(Catalogue::new(&[TEXTS]).unwrap());
        let l = L10n::new(Lang::En, catalogue, TimeZone::get("Europe/Berlin").unwrap());
        assert_eq!(l.iso(l.parse_local_input("2026-10-25T02:30").unwrap()), "2026-10-25T02:30:00+02:00");
        assert_eq!(l.iso(l.parse_local_input("2026-03-29T02:30").unwrap()), "2026-03-29T03:30:00+02:00");
    }
}
