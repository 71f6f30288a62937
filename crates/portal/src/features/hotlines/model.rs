//! What a line is, which details of one are acceptable, and which numbers in a text were meant for one. Pure.

use platform::actor::{MemberId, OrganisationId};
use platform::clock::Timestamp;
use platform::lang::{Lang, Localized};

mod typed;

pub use typed::{TypedNumber, typed_numbers};

platform::id_type!(
    /// A line people can call.
    pub LineId;
    /// One test call.
    pub CheckId
);

/// Writes an enum with its codes and the messages that name it.
macro_rules! coded {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $code:literal, $label:literal);+ $(;)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        pub enum $name { $($(#[$vdoc])* $variant),+ }

        impl $name {
            pub const ALL: &'static [$name] = &[$($name::$variant),+];

            pub const fn code(self) -> &'static str {
                match self { $($name::$variant => $code),+ }
            }

            pub const fn label(self) -> &'static str {
                match self { $($name::$variant => $label),+ }
            }

            pub fn parse(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|known| known.code() == code)
            }
        }
        platform::text_column!($name);
    };
}

coded! {
    /// What a call costs the caller.
    Cost {
        Unknown = "unknown", "hotlines-unknown";
        Free = "free", "hotlines-cost-free";
        LocalCall = "local_call", "hotlines-cost-local";
        Paid = "paid", "hotlines-cost-paid";
    }
}

coded! {
    /// On which days somebody answers; the times of day stand beside it.
    Days {
        Unknown = "unknown", "hotlines-unknown";
        /// Day and night; no times.
        Always = "always", "hotlines-always";
        Daily = "daily", "hotlines-days-daily";
        MondayToFriday = "weekdays", "hotlines-days-weekdays";
        MondayToSaturday = "six_days", "hotlines-days-six";
    }
}

coded! {
    /// How a test call ended.
    Outcome {
        Answered = "answered", "hotlines-outcome-answered";
        /// Nobody, somebody else, or not what the record says.
        Failed = "failed", "hotlines-outcome-failed";
    }
}

/// The languages a line may speak, by the names their speakers use.
pub const SPOKEN: [(&str, &str); 7] = [
    ("ky", "кыргызча"),
    ("ru", "русский"),
    ("uz", "oʻzbekcha"),
    ("tg", "тоҷикӣ"),
    ("kk", "қазақша"),
    ("tr", "Türkçe"),
    ("en", "English"),
];

/// The countries a line may be reached from, with the messages that name them.
pub const COUNTRIES: [(&str, &str); 10] = [
    ("kg", "hotlines-country-kg"),
    ("ru", "hotlines-country-ru"),
    ("kz", "hotlines-country-kz"),
    ("uz", "hotlines-country-uz"),
    ("tj", "hotlines-country-tj"),
    ("tr", "hotlines-country-tr"),
    ("kr", "hotlines-country-kr"),
    ("ae", "hotlines-country-ae"),
    ("de", "hotlines-country-de"),
    ("any", "hotlines-country-any"),
];

/// What the chair enters about a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Details {
    pub number: String,
    pub name: Localized<String>,
    /// What callers are helped with; a language may be empty.
    pub about: Localized<String>,
    pub cost: Cost,
    pub days: Days,
    /// `09:00`; empty unless somebody answers at certain times only.
    pub opens: String,
    pub closes: String,
    /// Codes of [`SPOKEN`].
    pub languages: Vec<String>,
    /// Codes of [`COUNTRIES`].
    pub countries: Vec<String>,
    pub owner: Option<OrganisationId>,
    /// Where the number comes from; for members.
    pub source: String,
    /// So many days after a test call the next one is due.
    pub check_days: i64,
    /// Its place among the lines that stand on every page; 0 for none.
    pub place: i64,
}

/// How long a test call is believed, unless the chair says otherwise.
pub const CHECK_DAYS: i64 = 90;
/// More lines on every page would be read by nobody.
pub const MOST_EVERYWHERE: i64 = 3;

impl Details {
    /// One of which no more is known than its number and name.
    pub fn named(number: &str, name: Localized<String>, source: &str) -> Details {
        Details {
            number: number.to_owned(),
            name,
            about: Localized::default(),
            cost: Cost::Unknown,
            days: Days::Unknown,
            opens: String::new(),
            closes: String::new(),
            languages: Vec::new(),
            countries: Vec::new(),
            owner: None,
            source: source.to_owned(),
            check_days: CHECK_DAYS,
            place: 0,
        }
    }

    /// What a caller must know beside the number.
    pub fn is_complete(&self) -> bool {
        self.cost != Cost::Unknown && self.days != Days::Unknown && !self.languages.is_empty()
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub id: LineId,
    /// Stands in addresses and references, and never changes.
    pub key: String,
    pub details: Details,
    /// When a member last heard this number answer, and who. Without it no reader sees the number.
    pub checked: Option<(Timestamp, MemberId)>,
    pub failed_at: Option<Timestamp>,
    pub retired_at: Option<Timestamp>,
    pub version: i64,
}

/// Where a line stands at a moment.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Standing {
    /// Nobody has called this number yet.
    Unconfirmed,
    Confirmed,
    /// Confirmed, but too long ago.
    Overdue,
    /// Confirmed, and a later test call failed.
    Failing,
    /// No longer in use.
    Retired,
}

impl Line {
    /// Whether readers may see the number.
    pub fn is_shown(&self) -> bool {
        self.checked.is_some() && self.retired_at.is_none()
    }

    pub fn due_at(&self) -> Option<Timestamp> {
        let days = u64::try_from(self.details.check_days).unwrap_or(0);
        self.checked.map(|(at, _)| at + std::time::Duration::from_secs(days * 24 * 3600))
    }

    pub fn standing(&self, now: Timestamp) -> Standing {
        match (self.retired_at, self.checked, self.failed_at) {
            (Some(_), _, _) => Standing::Retired,
            (None, None, _) => Standing::Unconfirmed,
            (None, Some(_), Some(_)) => Standing::Failing,
            (None, Some(_), None) if self.due_at().is_some_and(|due| due <= now) => Standing::Overdue,
            _ => Standing::Confirmed,
        }
    }

    /// The number as a phone dials it.
    pub fn dialled(&self) -> String {
        let plus = if self.details.number.trim_start().starts_with('+') { "+" } else { "" };
        let digits: String = self.details.number.chars().filter(char::is_ascii_digit).collect();
        format!("tel:{plus}{digits}")
    }
}

/// One test call: who rang when, and what they heard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    pub number: String,
    pub outcome: Outcome,
    pub heard: String,
    pub called_at: Timestamp,
    pub called_by: MemberId,
}

/// Every line, as it is kept in memory.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lines(pub Vec<Line>);

impl Lines {
    pub fn get(&self, key: &str) -> Option<&Line> {
        self.0.iter().find(|line| line.key == key)
    }

    /// Those that stand on every page, the most important first.
    pub fn everywhere(&self) -> Vec<&Line> {
        let chosen = |line: &&Line| line.is_shown() && line.details.place > 0;
        let mut lines: Vec<&Line> = self.0.iter().filter(chosen).collect();
        lines.sort_by_key(|line| line.details.place);
        lines.truncate(usize::try_from(MOST_EVERYWHERE).unwrap_or(0));
        lines
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Mistake {
    Key,
    Number,
    NameMissing(Lang),
    AboutLong(Lang),
    Times,
    SourceLong,
    CheckDays,
    /// It shall stand on every page, but a caller would not learn cost, hours and languages.
    Incomplete,
    HeardMissing,
    CalledWhen,
    Outcome,
    Reason,
}

impl Mistake {
    /// The form's field and the message that says what to do.
    pub const fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Key => ("key", "hotlines-key-wrong"),
            Self::Number => ("number", "hotlines-number-wrong"),
            Self::NameMissing(Lang::Ky) => ("ky", "hotlines-name-missing"),
            Self::NameMissing(Lang::Ru) => ("ru", "hotlines-name-missing"),
            Self::NameMissing(Lang::En) => ("en", "hotlines-name-missing"),
            Self::AboutLong(Lang::Ky) => ("about_ky", "hotlines-about-long"),
            Self::AboutLong(Lang::Ru) => ("about_ru", "hotlines-about-long"),
            Self::AboutLong(Lang::En) => ("about_en", "hotlines-about-long"),
            Self::Times => ("opens", "hotlines-times-wrong"),
            Self::SourceLong => ("source", "hotlines-source-long"),
            Self::CheckDays => ("check_days", "hotlines-check-days-wrong"),
            Self::Incomplete => ("place", "hotlines-place-incomplete"),
            Self::HeardMissing => ("heard", "hotlines-heard-missing"),
            Self::CalledWhen => ("called_at", "hotlines-called-wrong"),
            Self::Outcome => ("outcome", "hotlines-outcome-missing"),
            Self::Reason => ("reason", "hotlines-reason-missing"),
        }
    }
}

const LONGEST_NAME: usize = 120;
const LONGEST_ABOUT: usize = 600;
const LONGEST_SOURCE: usize = 600;
pub const LONGEST_HEARD: usize = 1_000;

/// Without stray spaces.
pub fn line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether this can stand in references and addresses.
pub fn is_key(text: &str) -> bool {
    let fitting = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    (2..=40).contains(&text.len()) && text.chars().all(fitting) && !text.starts_with('-') && text != "new"
}

fn is_number(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let known = |c: char| c.is_ascii_digit() || " -()".contains(c);
    (2..=15).contains(&digits)
        && text.len() <= 30
        && text.strip_prefix('+').unwrap_or(text).chars().all(known)
}

/// `09:00` of what people type as a time of day; `None` if it is none.
fn time(text: &str) -> Option<String> {
    let (hour, minute) = text.trim().split_once([':', '.'])?;
    let number =
        |part: &str, below: u32| part.parse::<u32>().ok().filter(|it| part.len() <= 2 && *it < below);
    Some(format!("{:02}:{:02}", number(hour, 24)?, number(minute, 60)?))
}

impl Details {
    /// Tidied, and with all mistakes in the order of the form.
    pub fn checked(self) -> Result<Details, Vec<Mistake>> {
        let paragraphs = |text: &String| {
            let lines: Vec<&str> = text.lines().map(str::trim).collect();
            lines.join("\n").trim().to_owned()
        };
        let mut details = Details {
            number: line(&self.number),
            name: Localized::from_fn(|lang| line(self.name.get(lang))),
            about: Localized::from_fn(|lang| paragraphs(self.about.get(lang))),
            source: line(&self.source),
            ..self
        };
        let known = |codes: &mut Vec<String>, all: &[(&str, &str)]| {
            codes.retain(|code| all.iter().any(|(known, _)| known == code));
            codes.sort_by_key(|code| all.iter().position(|(known, _)| known == code));
            codes.dedup();
        };
        known(&mut details.languages, &SPOKEN);
        known(&mut details.countries, &COUNTRIES);
        let mut mistakes = Vec::new();
        let mut note = |wrong: bool, mistake| {
            if wrong {
                mistakes.push(mistake);
            }
        };
        note(!is_number(&details.number), Mistake::Number);
        for (lang, name) in details.name.iter() {
            note(name.is_empty() || name.chars().count() > LONGEST_NAME, Mistake::NameMissing(lang));
        }
        for (lang, about) in details.about.iter() {
            note(about.chars().count() > LONGEST_ABOUT, Mistake::AboutLong(lang));
        }
        if matches!(details.days, Days::Unknown | Days::Always) {
            (details.opens, details.closes) = (String::new(), String::new());
        } else {
            match (time(&details.opens), time(&details.closes)) {
                (Some(opens), Some(closes)) if opens != closes => {
                    (details.opens, details.closes) = (opens, closes);
                }
                _ => note(true, Mistake::Times),
            }
        }
        note(details.source.chars().count() > LONGEST_SOURCE, Mistake::SourceLong);
        note(!(1..=365).contains(&details.check_days), Mistake::CheckDays);
        details.place = details.place.clamp(0, MOST_EVERYWHERE);
        note(details.place > 0 && !details.is_complete(), Mistake::Incomplete);
        if mistakes.is_empty() { Ok(details) } else { Err(mistakes) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY_MS: i64 = 24 * 3600 * 1000;

    fn details(number: &str) -> Details {
        Details::named(number, Localized::from_fn(|_| " Ишеним   телефону ".to_owned()), "")
    }

    fn line_of(number: &str) -> Line {
        Line {
            id: LineId::from(1),
            key: "trust".into(),
            details: details(number),
            checked: None,
            failed_at: None,
            retired_at: None,
            version: 1,
        }
    }

    #[test]
    fn a_line_is_shown_only_while_a_test_call_stands_for_its_number() {
        let mut line = line_of("+996 000 00 01 01");
        let called = Timestamp(100 * DAY_MS);
        assert!(!line.is_shown());
        assert_eq!(line.standing(called), Standing::Unconfirmed);
        line.checked = Some((called, MemberId::from(7)));
        assert!(line.is_shown());
        assert_eq!(line.due_at(), Some(Timestamp(190 * DAY_MS)));
        assert_eq!(line.standing(Timestamp(190 * DAY_MS - 1)), Standing::Confirmed);
        assert_eq!(line.standing(Timestamp(190 * DAY_MS)), Standing::Overdue);
        assert!(line.is_shown(), "readers see when it was checked");
        line.failed_at = Some(Timestamp(101 * DAY_MS));
        assert_eq!(line.standing(Timestamp(102 * DAY_MS)), Standing::Failing);
        line.retired_at = Some(called);
        assert!(!line.is_shown());
    }

    #[test]
    fn what_is_dialled_has_digits_only() {
        assert_eq!(line_of("+996 (000) 00-01-01").dialled(), "tel:+996000000101");
        assert_eq!(line_of("0800 000 000").dialled(), "tel:0800000000");
    }

    #[test]
    fn details_are_tidied_and_all_mistakes_are_told_at_once() {
        let fine = Details {
            days: Days::Daily,
            opens: "9.00".into(),
            closes: "18:5".into(),
            languages: ["ru", "xx", "ky", "ru"].map(str::to_owned).to_vec(),
            ..details(" 0800  000 ")
        };
        let fine = fine.checked().unwrap();
        assert_eq!((fine.number.as_str(), fine.name.ky.as_str()), ("0800 000", "Ишеним телефону"));
        assert_eq!((fine.opens.as_str(), fine.closes.as_str()), ("09:00", "18:05"));
        assert_eq!(fine.languages, ["ky", "ru"]);
        let wrong = Details { days: Days::Daily, check_days: 0, place: 1, ..details("call me") };
        let expected = [Mistake::Number, Mistake::Times, Mistake::CheckDays, Mistake::Incomplete];
        assert_eq!(wrong.checked().unwrap_err(), expected);
    }

    #[test]
    fn a_key_fits_into_an_address() {
        for key in ["trust", "children-111", "0800"] {
            assert!(is_key(key), "{key}");
        }
        for key in ["a", "-a", "Trust", "ишеним", "a b", "new", "", &"a".repeat(41)] {
            assert!(!is_key(key), "{key}");
        }
    }

    #[test]
    fn only_confirmed_lines_stand_on_every_page_and_few_of_them() {
        let at = Some((Timestamp(1), MemberId::from(7)));
        let placed = |place, checked| {
            let mut line = line_of("0800 000");
            line.details.place = place;
            Line { key: format!("line-{place}"), checked, ..line }
        };
        let lines = Lines(vec![placed(3, at), placed(1, None), placed(2, at), placed(0, at)]);
        let keys: Vec<&str> = lines.everywhere().iter().map(|line| line.key.as_str()).collect();
        assert_eq!(keys, ["line-2", "line-3"]);
    }
}
