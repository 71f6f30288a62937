//! The forms of the section as they are sent: the line's details, the report of a test call, a reason.

use super::actions::Report;
use super::model::{CHECK_DAYS, Cost, Days, Details, Line, Outcome};
use crate::web::Ctx;
use platform::lang::Localized;
use serde::Deserialize;

#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct LineForm {
    pub key: String,
    pub version: i64,
    pub number: String,
    pub ky: String,
    pub ru: String,
    pub en: String,
    pub about_ky: String,
    pub about_ru: String,
    pub about_en: String,
    pub cost: String,
    pub days: String,
    pub opens: String,
    pub closes: String,
    pub language: Vec<String>,
    pub country: Vec<String>,
    pub owner: String,
    pub source: String,
    pub check_days: String,
    pub place: String,
}

impl LineForm {
    pub fn blank() -> Self {
        LineForm { check_days: CHECK_DAYS.to_string(), place: "0".into(), ..Self::default() }
    }

    pub fn of(line: Line) -> Self {
        let details = line.details;
        let Localized { ky, ru, en } = details.name;
        let Localized { ky: about_ky, ru: about_ru, en: about_en } = details.about;
        LineForm {
            key: line.key,
            version: line.version,
            number: details.number,
            ky,
            ru,
            en,
            about_ky,
            about_ru,
            about_en,
            cost: details.cost.code().to_owned(),
            days: details.days.code().to_owned(),
            opens: details.opens,
            closes: details.closes,
            language: details.languages,
            country: details.countries,
            owner: details.owner.map(|id| id.to_string()).unwrap_or_default(),
            source: details.source,
            check_days: details.check_days.to_string(),
            place: details.place.to_string(),
        }
    }

    /// What was entered; a choice that names nothing known is as good as none.
    pub fn details(&self) -> Details {
        let it = self.clone();
        Details {
            number: it.number,
            name: Localized { ky: it.ky, ru: it.ru, en: it.en },
            about: Localized { ky: it.about_ky, ru: it.about_ru, en: it.about_en },
            cost: Cost::parse(&it.cost).unwrap_or(Cost::Unknown),
            days: Days::parse(&it.days).unwrap_or(Days::Unknown),
            opens: it.opens,
            closes: it.closes,
            languages: it.language,
            countries: it.country,
            owner: it.owner.parse().ok(),
            source: it.source,
            check_days: it.check_days.trim().parse().unwrap_or(0),
            place: it.place.parse().unwrap_or(0),
        }
    }
}

#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct CallForm {
    pub number: String,
    pub outcome: String,
    pub called_at: String,
    pub heard: String,
}

impl CallForm {
    pub fn report(&self, ctx: &Ctx) -> Report {
        Report {
            number: self.number.clone(),
            outcome: Outcome::parse(&self.outcome),
            heard: self.heard.clone(),
            called_at: ctx.l().parse_local_input(&self.called_at),
        }
    }
}

#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct ReasonForm {
    pub reason: String,
}
