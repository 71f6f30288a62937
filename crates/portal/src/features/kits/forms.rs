//! The form of a kit.

use super::model::{Details, Kit};
use crate::features::campaigns::CampaignId;
use platform::lang::Localized;
use serde::Deserialize;

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct KitForm {
    pub ky: String,
    pub ru: String,
    pub en: String,
    pub introduction_ky: String,
    pub introduction_ru: String,
    pub introduction_en: String,
    pub audience: String,
    pub theme: String,
    pub campaign: String,
    /// An address of a text on each line.
    pub texts: String,
    pub version: i64,
}

impl KitForm {
    pub fn of(kit: Kit, texts: String) -> KitForm {
        let Details { title, introduction, audience, theme, campaign } = kit.details;
        KitForm {
            ky: title.ky,
            ru: title.ru,
            en: title.en,
            introduction_ky: introduction.ky,
            introduction_ru: introduction.ru,
            introduction_en: introduction.en,
            audience,
            theme,
            campaign: campaign.map(|id| id.to_string()).unwrap_or_default(),
            texts,
            version: kit.version,
        }
    }

    /// `known` says of an audience and of a theme whether the programme has it, `is_campaign` of a campaign whether readers
    /// see it; any other is none.
    pub fn details(
        &self,
        known: impl Fn(&str, &str) -> (bool, bool),
        is_campaign: impl Fn(CampaignId) -> bool,
    ) -> Details {
        let (audience, theme) = known(&self.audience, &self.theme);
        let if_known = |known: bool, key: &String| if known { key.clone() } else { String::new() };
        Details {
            title: Localized { ky: self.ky.clone(), ru: self.ru.clone(), en: self.en.clone() },
            introduction: Localized {
                ky: self.introduction_ky.clone(),
                ru: self.introduction_ru.clone(),
                en: self.introduction_en.clone(),
            },
            audience: if_known(audience, &self.audience),
            theme: if_known(theme, &self.theme),
            campaign: self.campaign.parse().ok().filter(|id| is_campaign(*id)),
        }
    }
}
