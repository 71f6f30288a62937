//! Which consent a text names, and whether it still holds. Pure.

use super::super::fields::day;
use super::super::model::{Edition, Kind};
use jiff::civil::Date;
use platform::actor::OrganisationId;

/// So many days before its end people are told.
pub const TOLD_BEFORE: [i64; 2] = [30, 7];

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Consent {
    pub code: String,
    pub keeper: OrganisationId,
    /// Valid to the end of this day.
    pub last_day: Date,
}

/// Why a story cannot appear.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoConsent {
    /// The text names none, or not wholly.
    Missing,
    /// Its last day is over.
    Ended,
    /// Taken back.
    Withdrawn,
}

/// Whether texts of this kind need one.
pub fn is_needed(kind: Kind) -> bool {
    kind == Kind::SuccessStory
}

/// The consent that a text names.
pub fn of(edition: &Edition) -> Option<Consent> {
    let value = |name: &str| Some(edition.text.fields.get(name)).filter(|value| !value.is_empty());
    Some(Consent {
        code: value("consent_code")?.to_owned(),
        keeper: value("consent_keeper")?.parse().ok()?,
        last_day: day(value("consent_until")?)?,
    })
}

/// Of which of the two warnings it is time, if that was not given yet.
pub fn warning(last_day: Date, today: Date, told: Option<i64>) -> Option<i64> {
    let left = (last_day - today).get_days();
    let due = TOLD_BEFORE.into_iter().filter(|days| i64::from(left) <= *days).min()?;
    (left >= 0 && told.is_none_or(|told| due < told)).then_some(due)
}

#[cfg(test)]
mod tests {
    use super::super::super::fields::all_filled_in;
    use super::super::super::samples::edition;
    use super::*;

    #[test]
    fn each_warning_comes_once_and_the_later_one_takes_the_place_of_a_missed_one() {
        let day = |text: &str| text.parse::<Date>().unwrap();
        let last = day("2027-03-31");
        assert_eq!(warning(last, day("2027-02-28"), None), None, "31 days are left");
        assert_eq!(warning(last, day("2027-03-01"), None), Some(30));
        assert_eq!(warning(last, day("2027-03-20"), Some(30)), None);
        assert_eq!(warning(last, day("2027-03-24"), Some(30)), Some(7));
        assert_eq!(warning(last, day("2027-03-31"), Some(7)), None);
        assert_eq!(warning(last, day("2027-03-30"), None), Some(7), "only the nearer one is still of use");
        assert_eq!(warning(last, day("2027-04-01"), None), None, "now it is over");
    }

    #[test]
    fn a_story_names_its_consent_wholly_or_not_at_all() {
        let mut story = edition();
        story.kind = Kind::SuccessStory;
        assert_eq!(of(&story), None);
        story.text.fields = all_filled_in(Kind::SuccessStory);
        assert_eq!(of(&story).unwrap().last_day, "2026-11-26".parse().unwrap());
        story.text.fields = story.text.fields.with("consent_until", "soon");
        assert_eq!(of(&story), None);
    }
}
