//! What happens to organisations, and how it reads.

use super::model::NewOrganisation;
use crate::web::Names;
use platform::activity::{Activity, NewActivity};
use platform::actor::OrganisationId;
use platform::lang::{Arg, L10n, Localized};
use platform::subject::Subject;
use serde::{Deserialize, Serialize};

pub const CREATED: &str = "organisations.organisation.created";
pub const CHANGED: &str = "organisations.organisation.changed";
pub const KINDS: &[&str] = &[CREATED, CHANGED];

const SUBJECT: &str = "organisations.organisation";

/// The list of all organisations, for pages that are kept until it changes.
pub const LIST: Subject = Subject::new("organisations.list", 0);

/// What pages that name an organisation are kept under.
pub const fn subject(id: OrganisationId) -> Subject {
    Subject::new(SUBJECT, id.get())
}

/// The names at the time; what they are now stands in the table.
#[derive(Serialize, Deserialize)]
struct Facts {
    name: Localized<String>,
    kind: String,
}

pub fn saved(kind: &'static str, id: OrganisationId, details: &NewOrganisation) -> NewActivity {
    let facts = Facts { name: details.name.clone(), kind: details.kind.code().to_owned() };
    NewActivity {
        kind,
        subject: subject(id),
        scope: Some(id),
        data: serde_json::to_value(facts).expect("facts are plain structs"),
    }
}

pub fn describe(event: &Activity, l: &L10n, names: &Names) -> Option<String> {
    let facts: Facts = event.facts().ok()?;
    let key = match event.kind.as_str() {
        CREATED => "organisations-event-created",
        CHANGED => "organisations-event-changed",
        _ => return None,
    };
    let name = facts.name.get(l.lang).as_str();
    Some(l.f(key, &[("actor", Arg::from(names.actor(event, l))), ("name", name.into())]))
}

pub fn path(event: &Activity) -> Option<String> {
    (event.subject_kind == SUBJECT).then(|| super::path(event.subject_id.into()))
}

pub fn touches(event: &Activity) -> Vec<Subject> {
    vec![subject(event.subject_id.into()), LIST]
}
