//! What happens to organisations, how it reads, and which pages it makes outdated.

use super::model::{OrganisationKind, Trust};
use crate::web::{LISTS, Names};
use platform::activity::{Activity, NewActivity};
use platform::actor::{Actor, OrganisationId};
use platform::lang::{Arg, L10n, Localized};
use platform::subject::Subject;
use serde::{Deserialize, Serialize};

pub const CREATED: &str = "organisations.organisation.created";
pub const CHANGED: &str = "organisations.organisation.changed";
pub const TRUST_CHANGED: &str = "organisations.trust.changed";
pub const MERGED: &str = "organisations.organisation.merged";
pub const KINDS: &[&str] = &[CREATED, CHANGED, TRUST_CHANGED, MERGED];

pub const SUBJECT: &str = "organisations.organisation";

/// The list of all organisations, for pages that are kept until it changes.
pub const LIST: Subject = Subject::new("organisations.list", 0);

/// Touched when two organisations become one: what sections remember of organisations is then another's.
pub const MERGERS: Subject = Subject::new("organisations.mergers", 0);

/// What pages that name an organisation are kept under.
pub const fn subject(id: OrganisationId) -> Subject {
    Subject::new(SUBJECT, id.get())
}

/// The names at the time; what they are now stands in the table.
#[derive(Serialize, Deserialize)]
struct Facts {
    name: Localized<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    kind: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    trust: Option<String>,
    /// Of a merger: which one stayed, and how much moved there, by the message that counts it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    into: Option<OrganisationId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    into_name: Option<Localized<String>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    moved: Vec<(String, i64)>,
}

impl Facts {
    fn of(name: &Localized<String>) -> Facts {
        Facts { name: name.clone(), kind: None, trust: None, into: None, into_name: None, moved: Vec::new() }
    }

    fn event(self, kind: &'static str, id: OrganisationId) -> NewActivity {
        NewActivity {
            kind,
            subject: subject(id),
            scope: Some(id),
            data: serde_json::to_value(self).expect("facts are plain structs"),
        }
    }
}

pub fn saved(
    kind: &'static str,
    id: OrganisationId,
    of: OrganisationKind,
    name: &Localized<String>,
) -> NewActivity {
    Facts { kind: Some(of.code().to_owned()), ..Facts::of(name) }.event(kind, id)
}

pub fn trust_changed(id: OrganisationId, name: &Localized<String>, trust: Trust) -> NewActivity {
    Facts { trust: Some(trust.code().to_owned()), ..Facts::of(name) }.event(TRUST_CHANGED, id)
}

pub fn merged(
    (from, name): (OrganisationId, &Localized<String>),
    (into, into_name): (OrganisationId, &Localized<String>),
    moved: &[(&'static str, i64)],
) -> NewActivity {
    let moved = moved.iter().map(|(key, count)| ((*key).to_owned(), *count)).collect();
    Facts { into: Some(into), into_name: Some(into_name.clone()), moved, ..Facts::of(name) }
        .event(MERGED, from)
}

pub fn describe(event: &Activity, l: &L10n, names: &Names) -> Option<String> {
    let facts: Facts = event.facts().ok()?;
    let actor = names.actor(event, l);
    let name = facts.name.get(l.lang).as_str();
    let mut args = vec![("actor", Arg::from(actor)), ("name", name.into())];
    let key = match event.kind.as_str() {
        CREATED => "organisations-event-created",
        CHANGED => "organisations-event-changed",
        TRUST_CHANGED if facts.trust? == Trust::Trusted.code() => "organisations-event-trusted",
        TRUST_CHANGED => "organisations-event-trust-ended",
        MERGED => {
            args.push(("into", facts.into_name.as_ref()?.get(l.lang).as_str().into()));
            return Some(l.f("organisations-event-merged", &args));
        }
        _ => return None,
    };
    Some(l.f(key, &args))
}

/// Trust is for those who decide with it; all else is public knowledge.
pub fn visible(actor: &Actor, events: &[Activity]) -> Vec<bool> {
    let member = actor.signed_in().is_some();
    let may =
        |event: &Activity| member && (event.kind != TRUST_CHANGED || super::policy::may_see_trust(actor));
    events.iter().map(may).collect()
}

pub fn path(event: &Activity) -> Option<String> {
    (event.subject_kind == SUBJECT).then(|| super::path(event.subject_id.into()))
}

/// Lists of the whole portal show names of organisations, too.
pub fn touches(event: &Activity) -> Vec<Subject> {
    let into = event.facts::<Facts>().ok().and_then(|facts| facts.into).map(subject);
    let merged = into.map(|_| MERGERS);
    [subject(event.subject_id.into()), LIST, LISTS].into_iter().chain(into).chain(merged).collect()
}
