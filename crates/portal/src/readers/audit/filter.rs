//! What a reader of the log looks for, as it stands in the address.

use platform::actor::MemberId;
use platform::clock::Timestamp;
use platform::lang::L10n;
use serde::{Deserialize, Serialize};

/// Empty fields do not narrow.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Filter {
    /// The word of a section.
    pub section: String,
    /// The id of a member.
    pub person: String,
    /// The first and the last day, as date fields write them.
    pub from: String,
    pub to: String,
}

impl Filter {
    /// How many of the fields narrow.
    pub fn set(&self) -> usize {
        [&self.section, &self.person, &self.from, &self.to].iter().filter(|field| !field.is_empty()).count()
    }

    pub fn member(&self) -> Option<MemberId> {
        self.person.parse().ok()
    }

    /// From the start of the first day to the end of the last, in the portal's time zone. A broken day does not narrow.
    pub fn times(&self, l: &L10n) -> (Timestamp, Timestamp) {
        let midnight = |day: jiff::civil::Date| l.parse_local_input(&format!("{day}T00:00"));
        let day = |text: &str| text.parse::<jiff::civil::Date>().ok();
        let from = day(&self.from).and_then(midnight);
        let to = day(&self.to).and_then(|day| day.tomorrow().ok()).and_then(midnight);
        (from.unwrap_or(Timestamp(0)), to.unwrap_or(Timestamp(i64::MAX)))
    }

    /// The address of the page before an event, with this filter.
    pub fn query(&self, before: Option<i64>) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        let fields =
            [("section", &self.section), ("person", &self.person), ("from", &self.from), ("to", &self.to)];
        query.extend_pairs(fields.into_iter().filter(|(_, value)| !value.is_empty()));
        query.extend_pairs(before.map(|seq| ("before", seq.to_string())));
        query.finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use platform::lang::{Catalogue, Lang, TimeZone};
    use std::sync::Arc;

    #[test]
    fn a_day_lasts_from_midnight_to_midnight_in_bishkek() {
        let catalogue = Arc::new(Catalogue::new(&[]).unwrap());
        let l = L10n::new(Lang::Ky, catalogue, TimeZone::get("Asia/Bishkek").unwrap());
        let filter = Filter { from: "2026-11-23".into(), to: "2026-11-23".into(), ..Filter::default() };
        let (from, to) = filter.times(&l);
        assert_eq!((l.iso(from).as_str(), to.0 - from.0), ("2026-11-23T00:00:00+06:00", 86_400_000));
        let broken = Filter { from: "yesterday".into(), ..Filter::default() };
        assert_eq!(broken.times(&l), (Timestamp(0), Timestamp(i64::MAX)));
    }

    #[test]
    fn an_address_holds_only_what_narrows() {
        let filter = Filter { section: "documents".into(), to: "2026-11-23".into(), ..Filter::default() };
        assert_eq!(filter.query(Some(7)), "section=documents&to=2026-11-23&before=7");
        assert_eq!((filter.set(), Filter::default().query(None).as_str()), (2, ""));
    }
}
