//! The form of a campaign.

use super::model::{Campaign, Details, Entered, Reach};
use crate::features::programme::{Dimension, Programme};
use platform::lang::Localized;
use serde::Deserialize;

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct CampaignForm {
    pub ky: String,
    pub ru: String,
    pub en: String,
    pub goal_ky: String,
    pub goal_ru: String,
    pub goal_en: String,
    pub starts: String,
    pub ends: String,
    pub theme: String,
    pub audience: Vec<String>,
    pub region: Vec<String>,
    pub channel: Vec<String>,
    pub supporter: Vec<String>,
    pub version: i64,
}

impl CampaignForm {
    pub fn of(campaign: Campaign) -> CampaignForm {
        let Details { title, goal, starts, ends, theme, reach, supporters } = campaign.details;
        CampaignForm {
            ky: title.ky,
            ru: title.ru,
            en: title.en,
            goal_ky: goal.ky,
            goal_ru: goal.ru,
            goal_en: goal.en,
            starts: starts.to_string(),
            ends: ends.to_string(),
            theme,
            audience: reach.audiences,
            region: reach.regions,
            channel: reach.channels,
            supporter: supporters.iter().map(ToString::to_string).collect(),
            version: campaign.version,
        }
    }

    /// The keys that are ticked in one group.
    pub fn ticked(&self, dimension: Dimension) -> &[String] {
        match dimension {
            Dimension::Audience => &self.audience,
            Dimension::Region => &self.region,
            Dimension::Channel => &self.channel,
            Dimension::Task | Dimension::Theme => &[],
        }
    }

    pub fn entered(&self, programme: &Programme) -> Entered {
        let day = |text: &String| text.trim().parse().ok();
        let ticked =
            |dimension, key: &str| self.ticked(dimension).iter().any(|ticked| ticked.as_str() == key);
        Entered {
            title: Localized { ky: self.ky.clone(), ru: self.ru.clone(), en: self.en.clone() },
            goal: Localized { ky: self.goal_ky.clone(), ru: self.goal_ru.clone(), en: self.goal_en.clone() },
            starts: day(&self.starts),
            ends: day(&self.ends),
            theme: programme.theme(&self.theme).map(|theme| theme.key.clone()).unwrap_or_default(),
            reach: Reach::read(programme, ticked),
            supporters: self.supporter.iter().filter_map(|id| id.parse().ok()).collect(),
        }
    }
}
