//! What happened to campaigns, how it reads, and which pages it makes outdated.

use super::model::{CampaignId, Details};
use crate::web::{LISTS, Names};
use platform::activity::{Activity, NewActivity};
use platform::actor::OrganisationId;
use platform::lang::{Arg, L10n, Localized};
use platform::subject::Subject;
use serde::{Deserialize, Serialize};

pub const PROPOSED: &str = "campaigns.campaign.proposed";
pub const CHANGED: &str = "campaigns.campaign.changed";
pub const PUBLISHED: &str = "campaigns.campaign.published";
pub const TAKEN_BACK: &str = "campaigns.campaign.taken_back";
pub const KINDS: &[&str] = &[PROPOSED, CHANGED, PUBLISHED, TAKEN_BACK];

pub const SUBJECT: &str = "campaigns.campaign";

/// All published campaigns together, as they are kept in memory.
pub const ALL: Subject = Subject::new("campaigns.all", 0);

pub const fn subject(id: CampaignId) -> Subject {
    Subject::new(SUBJECT, id.get())
}

/// A campaign as it was when something happened to it.
#[derive(Serialize, Deserialize)]
pub struct Facts {
    pub title: Localized<String>,
    /// Readers see it, or saw it until then.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub public: bool,
}

impl Facts {
    pub fn of(details: &Details, public: bool) -> Facts {
        Facts { title: details.title.clone(), public }
    }

    pub fn event(self, kind: &'static str, id: CampaignId, organisation: OrganisationId) -> NewActivity {
        let data = serde_json::to_value(self).expect("facts are a plain struct");
        NewActivity { kind, subject: subject(id), scope: Some(organisation), data }
    }
}

pub fn describe(event: &Activity, l: &L10n, names: &Names) -> Option<String> {
    let facts: Facts = event.facts().ok()?;
    let args: [(&str, Arg<'_>); 2] =
        [("actor", names.actor(event, l).into()), ("title", facts.title.get(l.lang).as_str().into())];
    let key = match event.kind.as_str() {
        PROPOSED => "campaigns-event-proposed",
        CHANGED => "campaigns-event-changed",
        PUBLISHED => "campaigns-event-published",
        TAKEN_BACK => "campaigns-event-taken-back",
        _ => return None,
    };
    Some(l.f(key, &args))
}

pub fn path(event: &Activity) -> Option<String> {
    Some(super::path(event.subject_id.into()))
}

/// Its name stands on pages of texts, kits and events, so what everybody sees of it drops them all.
pub fn touches(event: &Activity) -> Vec<Subject> {
    match event.facts::<Facts>() {
        Ok(facts) if facts.public => vec![subject(event.subject_id.into()), ALL, LISTS],
        _ => Vec::new(),
    }
}
