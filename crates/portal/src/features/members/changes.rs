//! What happens to people beside coming in and signing in, and how it reads: requests, roles, organisations, alternates,
//! work that moves, copies and erasure. Like all facts of the section, these hold ids and no names of people.

use super::policy;
use crate::web::Names;
use platform::activity::{Activity, NewActivity};
use platform::actor::{Actor, MemberId, OrganisationId, Role};
use platform::clock::Timestamp;
use platform::lang::{Arg, L10n, Localized};
use platform::subject::Subject;
use serde::{Deserialize, Serialize};

pub const REQUEST_RECEIVED: &str = "members.request.received";
pub const REQUEST_ACCEPTED: &str = "members.request.accepted";
pub const REQUEST_DECLINED: &str = "members.request.declined";
pub const ROLE_CHANGED: &str = "members.role.changed";
pub const ORGANISATION_ADDED: &str = "members.organisation.added";
pub const ORGANISATION_REMOVED: &str = "members.organisation.removed";
pub const ALTERNATE_NAMED: &str = "members.alternate.named";
pub const ALTERNATE_ENDED: &str = "members.alternate.ended";
pub const WORK_HANDED_OVER: &str = "members.work.handed_over";
pub const COPY_TAKEN: &str = "members.copy.taken";
pub const ERASED: &str = "members.member.erased";

const REQUEST: &str = "members.request";
const MEMBER: &str = "members.member";

#[derive(Clone, Default, Serialize, Deserialize)]
pub struct Facts {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<Role>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<Role>,
    /// An organisation is no person; its name stays.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organisation: Option<Localized<String>>,
    /// The alternate, or the colleague who takes over.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub other: Option<MemberId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub count: Option<i64>,
}

fn event(kind: &'static str, subject: Subject, scope: Option<OrganisationId>, facts: &Facts) -> NewActivity {
    let data = serde_json::to_value(facts).expect("facts are plain structs");
    NewActivity { kind, subject, scope, data }
}

pub fn of_request(kind: &'static str, id: i64) -> NewActivity {
    event(kind, Subject::new(REQUEST, id), None, &Facts::default())
}

pub fn of_member(
    kind: &'static str,
    id: MemberId,
    scope: Option<OrganisationId>,
    facts: &Facts,
) -> NewActivity {
    event(kind, Subject::new(MEMBER, id.get()), scope, facts)
}

pub fn describe(event: &Activity, l: &L10n, names: &Names) -> Option<String> {
    let facts: Facts = event.facts().ok()?;
    let mut args = vec![
        ("actor", Arg::from(names.actor(event, l))),
        ("person", names.of(event.subject_id.into(), l).into()),
    ];
    let other = facts.other.map(|other| names.of(other, l));
    let key = match event.kind.as_str() {
        REQUEST_RECEIVED => return Some(l.t("members-event-request").into_owned()),
        REQUEST_ACCEPTED | REQUEST_DECLINED => {
            args.pop();
            let accepted = event.kind == REQUEST_ACCEPTED;
            if accepted { "members-event-request-accepted" } else { "members-event-request-declined" }
        }
        ROLE_CHANGED => {
            args.push(("before", l.t(super::role_label(facts.before?)).into()));
            args.push(("role", l.t(super::role_label(facts.role?)).into()));
            "members-event-role"
        }
        ORGANISATION_ADDED | ORGANISATION_REMOVED => {
            args.push(("organisation", facts.organisation?.get(l.lang).clone().into()));
            let added = event.kind == ORGANISATION_ADDED;
            if added { "members-event-organisation-added" } else { "members-event-organisation-removed" }
        }
        ALTERNATE_NAMED => {
            args.push(("other", other?.into()));
            args.push(("date", l.date(Timestamp(facts.until?)).into()));
            "members-event-alternate"
        }
        ALTERNATE_ENDED => {
            args.push(("other", other?.into()));
            "members-event-alternate-ended"
        }
        WORK_HANDED_OVER => {
            args.push(("other", other?.into()));
            args.push(("count", facts.count?.into()));
            "members-event-handed-over"
        }
        COPY_TAKEN => "members-event-copy",
        ERASED => return Some(l.t("members-event-erased").into_owned()),
        _ => return None,
    };
    if matches!(event.kind.as_str(), ALTERNATE_NAMED | ALTERNATE_ENDED | COPY_TAKEN) {
        args.remove(0);
    }
    Some(l.f(key, &args))
}

pub fn people(event: &Activity) -> Vec<MemberId> {
    let own = (event.subject_kind == MEMBER).then(|| event.subject_id.into());
    own.into_iter().chain(event.facts::<Facts>().ok().and_then(|facts| facts.other)).collect()
}

pub fn path(event: &Activity) -> Option<String> {
    match event.subject_kind.as_str() {
        REQUEST => Some(format!("/members/requests/{}", super::requests::RequestId::from(event.subject_id))),
        MEMBER if owns(event) => Some(format!("/members/{}", MemberId::from(event.subject_id))),
        _ => None,
    }
}

/// Whether the event is one of this file.
pub fn owns(event: &Activity) -> bool {
    let kinds = [
        REQUEST_RECEIVED,
        REQUEST_ACCEPTED,
        REQUEST_DECLINED,
        ROLE_CHANGED,
        ORGANISATION_ADDED,
        ORGANISATION_REMOVED,
        ALTERNATE_NAMED,
        ALTERNATE_ENDED,
        WORK_HANDED_OVER,
        COPY_TAKEN,
        ERASED,
    ];
    kinds.contains(&event.kind.as_str())
}

/// Requests hold what strangers said of themselves, so they are for the chair.
pub fn visible(actor: &Actor, event: &Activity) -> bool {
    if event.subject_kind == REQUEST {
        return policy::may_review(actor);
    }
    let other = event.facts::<Facts>().ok().and_then(|facts| facts.other);
    let concerned = other.is_some() && other == actor.signed_in().map(|member| member.id);
    concerned || policy::may_see_history(actor, event.subject_id.into())
}
