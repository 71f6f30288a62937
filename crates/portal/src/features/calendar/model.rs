//! An event, what makes one acceptable, and when it is. Pure.

use crate::features::campaigns::CampaignId;
use crate::web::proposals::Proposal;
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use platform::actor::OrganisationId;
use platform::clock::Timestamp;
use platform::lang::{Lang, Localized};

platform::id_type!(
    /// One event.
    pub EventId
);

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    pub id: EventId,
    /// The one that holds it.
    pub organisation: OrganisationId,
    pub details: Details,
    pub version: i64,
    pub changed_at: Timestamp,
    pub published_at: Option<Timestamp>,
    pub cancellation: Option<Cancellation>,
}

/// It does not take place. Those who meant to come see why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cancellation {
    pub at: Timestamp,
    /// May be empty in two languages.
    pub reason: Localized<String>,
}

/// What its people write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Details {
    pub layer: Layer,
    pub title: Localized<String>,
    /// Markdown; may be empty in a language.
    pub description: Localized<String>,
    /// Where it is, on one line; may be empty.
    pub place: Localized<String>,
    /// Where one takes part or registers; an address, or empty.
    pub link: String,
    pub span: Span,
    /// Keys of the programme, or empty.
    pub region: String,
    pub audience: String,
    /// What it is held for.
    pub campaign: Option<CampaignId>,
}

/// When an event is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    pub starts: Timestamp,
    /// The same as the start if no end is known. Of whole days the midnight at which the last one begins.
    pub ends: Timestamp,
    pub whole_days: bool,
}

/// What kind of event it is; by it people choose what stands in their calendar.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Layer {
    /// A press conference, an interview day, a round table with journalists.
    Press,
    Training,
    Meeting,
    /// Something in the open, for passers-by: a talk at a bazaar, a play, a day of advice.
    Action,
    /// The last day for something.
    Deadline,
    /// A day of the year on which one speaks of it.
    Observance,
}

impl Layer {
    pub const ALL: [Layer; 6] =
        [Layer::Press, Layer::Training, Layer::Meeting, Layer::Action, Layer::Deadline, Layer::Observance];

    /// The code in addresses and in the database, and the message key of the words for it.
    const fn words(self) -> (&'static str, &'static str) {
        match self {
            Layer::Press => ("press", "calendar-layer-press"),
            Layer::Training => ("training", "calendar-layer-training"),
            Layer::Meeting => ("meeting", "calendar-layer-meeting"),
            Layer::Action => ("action", "calendar-layer-action"),
            Layer::Deadline => ("deadline", "calendar-layer-deadline"),
            Layer::Observance => ("observance", "calendar-layer-observance"),
        }
    }

    pub const fn code(self) -> &'static str {
        self.words().0
    }

    pub const fn label(self) -> &'static str {
        self.words().1
    }

    pub fn parse(code: &str) -> Option<Layer> {
        Layer::ALL.into_iter().find(|layer| layer.code() == code)
    }
}

platform::text_column!(Layer);

/// As it was typed. Without a time of day it is about whole days.
#[derive(Clone, Debug, Default)]
pub struct Entered {
    pub layer: Option<Layer>,
    pub title: Localized<String>,
    pub description: Localized<String>,
    pub place: Localized<String>,
    pub link: String,
    pub first: Typed<Date>,
    pub from: Typed<Time>,
    pub last: Typed<Date>,
    pub until: Typed<Time>,
    pub region: String,
    pub audience: String,
    pub campaign: Option<CampaignId>,
}

/// A field that may be left empty.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Typed<T> {
    #[default]
    Nothing,
    Unreadable,
    Value(T),
}

impl<T: std::str::FromStr> Typed<T> {
    pub fn read(text: &str) -> Typed<T> {
        match text.trim() {
            "" => Typed::Nothing,
            text => text.parse().map_or(Typed::Unreadable, Typed::Value),
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Mistake {
    LayerMissing,
    TitleMissing(Lang),
    DescriptionLong(Lang),
    PlaceLong(Lang),
    LinkWrong,
    FirstMissing,
    FromWrong,
    LastWrong,
    UntilWrong,
    /// An end on the clock without a beginning.
    FromMissing,
    EndsBefore,
    TooLong,
    ReasonMissing,
}

pub const LONGEST_TITLE: usize = 200;
pub const LONGEST_DESCRIPTION: usize = 10_000;
pub const LONGEST_PLACE: usize = 300;
pub const LONGEST_LINK: usize = 1000;
pub const LONGEST_REASON: usize = 500;
const MOST_DAYS: i32 = 366;

impl Mistake {
    /// The form's field and the message that says what to do.
    pub const fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::LayerMissing => ("layer", "calendar-layer-missing"),
            Self::TitleMissing(Lang::Ky) => ("ky", "calendar-title-missing"),
            Self::TitleMissing(Lang::Ru) => ("ru", "calendar-title-missing"),
            Self::TitleMissing(Lang::En) => ("en", "calendar-title-missing"),
            Self::DescriptionLong(Lang::Ky) => ("description_ky", "calendar-description-long"),
            Self::DescriptionLong(Lang::Ru) => ("description_ru", "calendar-description-long"),
            Self::DescriptionLong(Lang::En) => ("description_en", "calendar-description-long"),
            Self::PlaceLong(Lang::Ky) => ("place_ky", "calendar-place-long"),
            Self::PlaceLong(Lang::Ru) => ("place_ru", "calendar-place-long"),
            Self::PlaceLong(Lang::En) => ("place_en", "calendar-place-long"),
            Self::LinkWrong => ("link", "calendar-link-wrong"),
            Self::FirstMissing => ("first", "calendar-day-missing"),
            Self::FromWrong => ("from", "calendar-time-wrong"),
            Self::LastWrong => ("last", "calendar-day-missing"),
            Self::UntilWrong => ("until", "calendar-time-wrong"),
            Self::FromMissing => ("from", "calendar-from-missing"),
            Self::EndsBefore => ("last", "calendar-ends-before"),
            Self::TooLong => ("last", "calendar-too-long"),
            Self::ReasonMissing => ("reason_ky", "calendar-reason-missing"),
        }
    }
}

/// On one line, single spaces.
fn line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn too_long(text: &str, most: usize) -> bool {
    text.chars().count() > most
}

/// Adds a mistake for every language in which it was made.
fn each(mistakes: &mut Vec<Mistake>, mistake: fn(Lang) -> Mistake, is_wrong: impl Fn(Lang) -> bool) {
    mistakes.extend(Lang::ALL.into_iter().filter(|lang| is_wrong(*lang)).map(mistake));
}

impl Entered {
    /// Tidied, with all mistakes in the order of the form; days and times are those of the zone.
    pub fn checked(self, zone: &TimeZone) -> Result<Details, Vec<Mistake>> {
        let title = Localized::from_fn(|lang| line(self.title.get(lang)));
        let place = Localized::from_fn(|lang| line(self.place.get(lang)));
        let description = Localized::from_fn(|lang| self.description.get(lang).trim().replace('\r', ""));
        let link = self.link.trim().to_owned();
        let mut mistakes = Vec::new();
        mistakes.extend(self.layer.is_none().then_some(Mistake::LayerMissing));
        let no_title = |text: &String| text.is_empty() || too_long(text, LONGEST_TITLE);
        each(&mut mistakes, Mistake::TitleMissing, |lang| no_title(title.get(lang)));
        let span = self.span(zone).map_err(|mistake| mistakes.push(mistake)).ok();
        each(&mut mistakes, Mistake::PlaceLong, |lang| too_long(place.get(lang), LONGEST_PLACE));
        let long = |lang| too_long(description.get(lang), LONGEST_DESCRIPTION);
        each(&mut mistakes, Mistake::DescriptionLong, long);
        if !link.is_empty() && !is_address(&link) {
            mistakes.push(Mistake::LinkWrong);
        }
        match (self.layer, span) {
            (Some(layer), Some(span)) if mistakes.is_empty() => Ok(Details {
                layer,
                title,
                description,
                place,
                link,
                span,
                region: self.region,
                audience: self.audience,
                campaign: self.campaign,
            }),
            _ => Err(mistakes),
        }
    }

    fn span(&self, zone: &TimeZone) -> Result<Span, Mistake> {
        let Typed::Value(first) = self.first else { return Err(Mistake::FirstMissing) };
        let last = match self.last {
            Typed::Nothing => first,
            Typed::Unreadable => return Err(Mistake::LastWrong),
            Typed::Value(last) => last,
        };
        match (last - first).get_days() {
            ..0 => return Err(Mistake::EndsBefore),
            MOST_DAYS.. => return Err(Mistake::TooLong),
            _ => {}
        }
        let moment = |day: Date, time: Time| {
            let at = zone.to_ambiguous_timestamp(day.to_datetime(time)).compatible();
            at.map(|at| Timestamp(at.as_millisecond()))
        };
        let (from, until) = match (self.from, self.until) {
            (Typed::Unreadable, _) => return Err(Mistake::FromWrong),
            (_, Typed::Unreadable) => return Err(Mistake::UntilWrong),
            (Typed::Nothing, Typed::Value(_)) => return Err(Mistake::FromMissing),
            (Typed::Nothing, Typed::Nothing) => (None, None),
            (Typed::Value(from), Typed::Nothing) => (Some(from), None),
            (Typed::Value(from), Typed::Value(until)) => (Some(from), Some(until)),
        };
        let starts = moment(first, from.unwrap_or(Time::midnight())).map_err(|_| Mistake::FirstMissing)?;
        let ends = match (from, until) {
            (None, _) => moment(last, Time::midnight()).map_err(|_| Mistake::LastWrong)?,
            (Some(_), Some(until)) => moment(last, until).map_err(|_| Mistake::UntilWrong)?,
            (Some(from), None) => moment(last, from).map_err(|_| Mistake::LastWrong)?,
        };
        if ends < starts {
            return Err(Mistake::EndsBefore);
        }
        Ok(Span { starts, ends, whole_days: from.is_none() })
    }
}

/// An address of the web that readers can be sent to.
fn is_address(text: &str) -> bool {
    let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let plain = text.chars().all(|c| !c.is_whitespace() && !c.is_control() && !"<>\"`".contains(c));
    host.is_some_and(|rest| rest.starts_with(char::is_alphanumeric)) && plain && !too_long(text, LONGEST_LINK)
}

/// Why an event does not take place: tidied, in one language at least.
pub fn reason(typed: &Localized<String>) -> Result<Localized<String>, Mistake> {
    let reason = Localized::from_fn(|lang| line(typed.get(lang)));
    let empty = Lang::ALL.iter().all(|lang| reason.get(*lang).is_empty());
    let long = Lang::ALL.iter().any(|lang| too_long(reason.get(*lang), LONGEST_REASON));
    if empty || long { Err(Mistake::ReasonMissing) } else { Ok(reason) }
}

impl Cancellation {
    /// The reason in this language, or in one in which there is one.
    pub fn reason_in(&self, lang: Lang) -> (Lang, &str) {
        let said = |lang: &Lang| !self.reason.get(*lang).is_empty();
        let lang = [lang].into_iter().chain(Lang::ALL).find(said).unwrap_or(lang);
        (lang, self.reason.get(lang))
    }
}

/// What lists show of an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub id: EventId,
    pub layer: Layer,
    pub title: Localized<String>,
    pub place: Localized<String>,
    pub span: Span,
    pub cancelled: bool,
}

impl Event {
    pub fn line(&self) -> Line {
        let Details { layer, title, place, span, .. } = &self.details;
        let (title, place, cancelled) = (title.clone(), place.clone(), self.cancellation.is_some());
        Line { id: self.id, layer: *layer, title, place, span: *span, cancelled }
    }

    pub fn proposal(&self) -> Proposal {
        Proposal { organisation: self.organisation, published: self.published_at.is_some() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn zone() -> TimeZone {
        TimeZone::get("Asia/Bishkek").unwrap()
    }

    fn entered() -> Entered {
        Entered {
            layer: Some(Layer::Press),
            title: Localized::from_fn(|_| " Маалымат  жыйыны ".to_owned()),
            first: Typed::read("2026-12-10"),
            from: Typed::read("10:00"),
            until: Typed::read("11:30"),
            ..Entered::default()
        }
    }

    fn at(text: &str) -> Timestamp {
        Timestamp(text.parse::<jiff::Timestamp>().unwrap().as_millisecond())
    }

    #[test]
    fn days_and_times_are_those_of_the_zone() {
        let details = entered().checked(&zone()).unwrap();
        let span = Span { starts: at("2026-12-10T04:00Z"), ends: at("2026-12-10T05:30Z"), whole_days: false };
        assert_eq!((details.span, details.title.ky.as_str()), (span, "Маалымат жыйыны"));
        let open = Entered { until: Typed::Nothing, ..entered() }.checked(&zone()).unwrap().span;
        assert_eq!(open, Span { ends: span.starts, ..span });
        let days = Entered {
            from: Typed::Nothing,
            until: Typed::Nothing,
            last: Typed::read("2026-12-12"),
            ..entered()
        };
        let span = Span { starts: at("2026-12-09T18:00Z"), ends: at("2026-12-11T18:00Z"), whole_days: true };
        assert_eq!(days.checked(&zone()).unwrap().span, span);
    }

    #[test]
    fn every_mistake_is_told_in_the_order_of_the_form() {
        let mut wrong =
            Entered { layer: None, link: "javascript:alert(1)".into(), first: Typed::Nothing, ..entered() };
        wrong.title.ru.clear();
        wrong.place.en = "x".repeat(LONGEST_PLACE + 1);
        wrong.description.ky = "x".repeat(LONGEST_DESCRIPTION + 1);
        let expected = [
            Mistake::LayerMissing,
            Mistake::TitleMissing(Lang::Ru),
            Mistake::FirstMissing,
            Mistake::PlaceLong(Lang::En),
            Mistake::DescriptionLong(Lang::Ky),
            Mistake::LinkWrong,
        ];
        assert_eq!(wrong.checked(&zone()).unwrap_err(), expected);
    }

    #[test]
    fn an_event_ends_after_it_begins_and_within_a_year() {
        let of = |entered: Entered| entered.checked(&zone()).map(drop);
        for (entered, mistake) in [
            (Entered { until: Typed::read("09:59"), ..entered() }, Mistake::EndsBefore),
            (Entered { last: Typed::read("2026-12-09"), ..entered() }, Mistake::EndsBefore),
            (Entered { last: Typed::read("2027-12-11"), ..entered() }, Mistake::TooLong),
            (Entered { last: Typed::read("завтра"), ..entered() }, Mistake::LastWrong),
            (Entered { from: Typed::Nothing, ..entered() }, Mistake::FromMissing),
            (Entered { from: Typed::read("утром"), ..entered() }, Mistake::FromWrong),
            (Entered { until: Typed::read("25:00"), ..entered() }, Mistake::UntilWrong),
        ] {
            assert_eq!(of(entered), Err(vec![mistake]));
        }
        assert!(
            of(Entered { last: Typed::read("2026-12-11"), until: Typed::read("02:00"), ..entered() }).is_ok()
        );
    }

    #[test]
    fn only_addresses_of_the_web_are_led_to() {
        for good in ["https://ministry.example/zoom?id=1", "http://кыргызстан.example"] {
            assert!(is_address(good), "{good}");
        }
        for bad in [
            "ministry.example",
            "javascript:alert(1)",
            "https://",
            "https:// x",
            "ftp://a.example",
            "https://a\"b",
        ] {
            assert!(!is_address(bad), "{bad}");
        }
    }

    #[test]
    fn a_reason_is_given_in_one_language_at_least_and_read_in_any() {
        assert_eq!(reason(&Localized::default()), Err(Mistake::ReasonMissing));
        let reason = reason(&Localized { ru: " Карантин ".into(), ..Localized::default() }).unwrap();
        let cancellation = Cancellation { at: Timestamp(0), reason };
        assert_eq!(cancellation.reason_in(Lang::Ky), (Lang::Ru, "Карантин"));
    }
}
