//! What happened to events, how it reads, and which pages it makes outdated.

use super::model::{Details, EventId, Span};
use crate::features::campaigns::{self, CampaignId};
use crate::features::organisations;
use crate::web::{LISTS, Names};
use platform::activity::{Activity, NewActivity};
use platform::actor::OrganisationId;
use platform::clock::Timestamp;
use platform::lang::{Arg, L10n, Localized};
use platform::subject::Subject;
use serde::{Deserialize, Serialize};

pub const PROPOSED: &str = "calendar.event.proposed";
pub const CHANGED: &str = "calendar.event.changed";
pub const PUBLISHED: &str = "calendar.event.published";
pub const TAKEN_BACK: &str = "calendar.event.taken_back";
pub const CANCELLED: &str = "calendar.event.cancelled";
pub const REINSTATED: &str = "calendar.event.reinstated";
pub const KINDS: &[&str] = &[PROPOSED, CHANGED, PUBLISHED, TAKEN_BACK, CANCELLED, REINSTATED];

pub const SUBJECT: &str = "calendar.event";

pub const fn subject(id: EventId) -> Subject {
    Subject::new(SUBJECT, id.get())
}

/// An event as it was when something happened to it.
#[derive(Serialize, Deserialize)]
pub struct Facts {
    pub title: Localized<String>,
    pub starts: Timestamp,
    pub ends: Timestamp,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub whole_days: bool,
    /// Readers see it, or saw it until then.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub public: bool,
    /// Whose pages name it, or named it until then.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub campaigns: Vec<CampaignId>,
}

impl Facts {
    pub fn of(details: &Details, public: bool) -> Facts {
        let Span { starts, ends, whole_days } = details.span;
        let campaigns = details.campaign.into_iter().collect();
        Facts { title: details.title.clone(), starts, ends, whole_days, public, campaigns }
    }

    pub fn event(self, kind: &'static str, id: EventId, organisation: OrganisationId) -> NewActivity {
        let data = serde_json::to_value(self).expect("facts are a plain struct");
        NewActivity { kind, subject: subject(id), scope: Some(organisation), data }
    }
}

pub fn describe(event: &Activity, l: &L10n, names: &Names) -> Option<String> {
    let facts: Facts = event.facts().ok()?;
    let when = if facts.whole_days { l.date(facts.starts) } else { l.date_time(facts.starts) };
    let args: [(&str, Arg<'_>); 3] = [
        ("actor", names.actor(event, l).into()),
        ("title", facts.title.get(l.lang).as_str().into()),
        ("when", when.into()),
    ];
    let key = match event.kind.as_str() {
        PROPOSED => "calendar-event-proposed",
        CHANGED => "calendar-event-changed",
        PUBLISHED => "calendar-event-published",
        TAKEN_BACK => "calendar-event-taken-back",
        CANCELLED => "calendar-event-cancelled",
        REINSTATED => "calendar-event-reinstated",
        _ => return None,
    };
    Some(l.f(key, &args))
}

pub fn path(event: &Activity) -> Option<String> {
    Some(super::path(event.subject_id.into()))
}

/// Besides its own page: lists, and the pages of its organisation and its campaign, which name it.
pub fn touches(event: &Activity) -> Vec<Subject> {
    match event.facts::<Facts>() {
        Ok(facts) if facts.public => {
            let campaigns = facts.campaigns.into_iter().map(campaigns::subject);
            let organisation = event.scope.map(|id| organisations::subject(id.into()));
            campaigns.chain(organisation).chain([subject(event.subject_id.into()), LISTS]).collect()
        }
        _ => Vec::new(),
    }
}
