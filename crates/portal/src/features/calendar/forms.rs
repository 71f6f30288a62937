//! The forms of an event.

use super::model::{Details, Entered, Event, Layer, Typed};
use crate::features::campaigns::CampaignId;
use crate::features::programme::{Dimension, Programme};
use platform::lang::{L10n, Lang, Localized};
use serde::Deserialize;

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct EventForm {
    pub layer: String,
    pub ky: String,
    pub ru: String,
    pub en: String,
    pub first: String,
    pub from: String,
    pub last: String,
    pub until: String,
    pub place_ky: String,
    pub place_ru: String,
    pub place_en: String,
    pub link: String,
    pub region: String,
    pub audience: String,
    pub campaign: String,
    pub description_ky: String,
    pub description_ru: String,
    pub description_en: String,
    pub version: i64,
}

impl EventForm {
    pub fn of(event: Event, l: &L10n) -> EventForm {
        let Details { layer, title, description, place, link, span, region, audience, campaign } =
            event.details;
        // As the fields for days and times of a browser write them.
        let (starts, ends) = (l.local_input(span.starts), l.local_input(span.ends));
        let day_and_time = |text: &str| {
            let (day, time) = text.split_once('T').unwrap_or((text, ""));
            (day.to_owned(), time.to_owned())
        };
        let ((first, from), (last, until)) = (day_and_time(&starts), day_and_time(&ends));
        let timed = |text: String| if span.whole_days { String::new() } else { text };
        EventForm {
            layer: layer.code().to_owned(),
            ky: title.ky,
            ru: title.ru,
            en: title.en,
            from: timed(from),
            until: if span.starts == span.ends { String::new() } else { timed(until) },
            last: if first == last { String::new() } else { last },
            first,
            place_ky: place.ky,
            place_ru: place.ru,
            place_en: place.en,
            link,
            region,
            audience,
            campaign: campaign.map(|id| id.to_string()).unwrap_or_default(),
            description_ky: description.ky,
            description_ru: description.ru,
            description_en: description.en,
            version: event.version,
        }
    }

    /// What neither the programme nor the published campaigns know is none.
    pub fn entered(&self, programme: &Programme, is_campaign: impl Fn(CampaignId) -> bool) -> Entered {
        let known = |dimension, key: &String| match programme.name(dimension, key, Lang::En) {
            Some(_) => key.clone(),
            None => String::new(),
        };
        Entered {
            layer: Layer::parse(&self.layer),
            title: Localized { ky: self.ky.clone(), ru: self.ru.clone(), en: self.en.clone() },
            description: Localized {
                ky: self.description_ky.clone(),
                ru: self.description_ru.clone(),
                en: self.description_en.clone(),
            },
            place: Localized {
                ky: self.place_ky.clone(),
                ru: self.place_ru.clone(),
                en: self.place_en.clone(),
            },
            link: self.link.clone(),
            first: Typed::read(&self.first),
            from: Typed::read(&self.from),
            last: Typed::read(&self.last),
            until: Typed::read(&self.until),
            region: known(Dimension::Region, &self.region),
            audience: known(Dimension::Audience, &self.audience),
            campaign: self.campaign.parse().ok().filter(|id| is_campaign(*id)),
        }
    }
}

/// Why an event does not take place.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct CancelForm {
    pub version: i64,
    pub reason_ky: String,
    pub reason_ru: String,
    pub reason_en: String,
}

impl CancelForm {
    pub fn reason(&self) -> Localized<String> {
        Localized { ky: self.reason_ky.clone(), ru: self.reason_ru.clone(), en: self.reason_en.clone() }
    }
}
