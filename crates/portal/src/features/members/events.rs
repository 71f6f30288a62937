//! What happens to members, how it reads, and who may read it.

use super::{changes, model, policy};
use crate::web::Names;
use platform::activity::{Activity, NewActivity};
use platform::actor::{Actor, MemberId, Role};
use platform::lang::{Arg, L10n};
use platform::subject::Subject;
use serde::{Deserialize, Serialize};

pub const INVITED: &str = "members.member.invited";
pub const JOINED: &str = "members.member.joined";
pub const CHANGED: &str = "members.member.changed";
pub const SUSPENDED: &str = "members.member.suspended";
pub const RESTORED: &str = "members.member.restored";
pub const SESSION_STARTED: &str = "members.session.started";
pub const FACTOR_ADDED: &str = "members.factor.added";
pub const FACTOR_REMOVED: &str = "members.factor.removed";
/// Only of codes on paper: each use of one is worth knowing of.
pub const FACTOR_USED: &str = "members.factor.used";
pub const RECOVERY_BEGUN: &str = "members.recovery.begun";
pub const RECOVERY_CONFIRMED: &str = "members.recovery.confirmed";
pub const RECOVERY_REFUSED: &str = "members.recovery.refused";
pub const KINDS: &[&str] = &[
    INVITED,
    JOINED,
    CHANGED,
    SUSPENDED,
    RESTORED,
    SESSION_STARTED,
    changes::REQUEST_RECEIVED,
    changes::REQUEST_ACCEPTED,
    changes::REQUEST_DECLINED,
    changes::ROLE_CHANGED,
    changes::ORGANISATION_ADDED,
    changes::ORGANISATION_REMOVED,
    changes::ALTERNATE_NAMED,
    changes::ALTERNATE_ENDED,
    changes::WORK_HANDED_OVER,
    changes::COPY_TAKEN,
    changes::ERASED,
    FACTOR_ADDED,
    FACTOR_REMOVED,
    FACTOR_USED,
    RECOVERY_BEGUN,
    RECOVERY_CONFIRMED,
    RECOVERY_REFUSED,
];

const SUBJECT: &str = "members.member";

/// Names and addresses are not among them: they can be erased, the log cannot.
#[derive(Default, Serialize, Deserialize)]
struct Facts {
    #[serde(skip_serializing_if = "Option::is_none")]
    role: Option<Role>,
    #[serde(skip_serializing_if = "Option::is_none")]
    device: Option<String>,
    /// `passkey`, `app` or `recovery-code`.
    #[serde(skip_serializing_if = "Option::is_none")]
    factor: Option<String>,
}

fn event(kind: &'static str, person: &model::Person, facts: &Facts) -> NewActivity {
    NewActivity {
        kind,
        subject: Subject::new(SUBJECT, person.id.get()),
        scope: Some(person.organisation),
        data: serde_json::to_value(facts).expect("facts are plain structs"),
    }
}

/// One of the kinds that carry the role a person has at that time.
pub fn of_member(kind: &'static str, person: &model::Person) -> NewActivity {
    event(kind, person, &Facts { role: Some(person.role), ..Facts::default() })
}

pub fn session_started(person: &model::Person, device: &str) -> NewActivity {
    event(SESSION_STARTED, person, &Facts { device: Some(device.to_owned()), ..Facts::default() })
}

/// One of the kinds about what people show at sign-in.
pub fn of_factor(kind: &'static str, person: &model::Person, factor: &str) -> NewActivity {
    event(kind, person, &Facts { factor: Some(factor.to_owned()), ..Facts::default() })
}

/// The message key of a factor in words.
pub fn factor_label(factor: &str) -> &'static str {
    match factor {
        "passkey" => "members-factor-passkey",
        "app" => "members-factor-app",
        _ => "members-factor-codes",
    }
}

pub fn describe(event: &Activity, l: &L10n, names: &Names) -> Option<String> {
    if changes::owns(event) {
        return changes::describe(event, l, names);
    }
    let facts: Facts = event.facts().ok()?;
    let person = names.of(event.subject_id.into(), l);
    let actor = names.actor(event, l);
    let by = |key| l.f(key, &[("actor", Arg::from(&actor)), ("person", Arg::from(&person))]);
    Some(match event.kind.as_str() {
        INVITED => {
            let role = l.t(super::role_label(facts.role?));
            let args = [("actor", Arg::from(&actor)), ("person", Arg::from(&person)), ("role", role.into())];
            l.f("members-event-invited", &args)
        }
        JOINED => l.f1("members-event-joined", "person", &person),
        CHANGED => l.f1("members-event-changed", "person", &person),
        SUSPENDED => by("members-event-suspended"),
        RESTORED => by("members-event-restored"),
        RECOVERY_BEGUN => by("members-event-recovery-begun"),
        RECOVERY_CONFIRMED => by("members-event-recovery-confirmed"),
        RECOVERY_REFUSED => by("members-event-recovery-refused"),
        SESSION_STARTED => {
            let device = facts.device.filter(|device| !device.is_empty());
            let device = device.unwrap_or_else(|| l.t("members-device-unknown").into_owned());
            l.f("members-event-session", &[("person", Arg::from(&person)), ("device", Arg::from(&device))])
        }
        FACTOR_ADDED | FACTOR_REMOVED | FACTOR_USED => {
            let what = factor_label(&facts.factor?);
            let key = match event.kind.as_str() {
                FACTOR_ADDED => "members-event-factor-added",
                FACTOR_REMOVED => "members-event-factor-removed",
                _ => "members-event-factor-used",
            };
            l.f(key, &[("person", Arg::from(&person)), ("factor", l.t(what).into())])
        }
        _ => return None,
    })
}

pub fn people(event: &Activity) -> Vec<MemberId> {
    if changes::owns(event) { changes::people(event) } else { vec![event.subject_id.into()] }
}

pub fn visible(actor: &Actor, events: &[Activity]) -> Vec<bool> {
    events
        .iter()
        .map(|event| {
            let of = event.subject_id.into();
            match event.kind.as_str() {
                _ if changes::owns(event) => changes::visible(actor, event),
                SESSION_STARTED | FACTOR_ADDED | FACTOR_REMOVED | FACTOR_USED => {
                    policy::may_see_sessions(actor, of)
                }
                _ => policy::may_see_history(actor, of),
            }
        })
        .collect()
}
