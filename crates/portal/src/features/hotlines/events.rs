//! What happened to lines, how it reads in three languages, and who is told of it.

use super::mails;
use super::model::{Line, LineId};
use crate::features::members;
use crate::web::{LISTS, Names, Notice};
use platform::activity::{Activity, NewActivity};
use platform::actor::{OrganisationId, Role};
use platform::db::WriteTx;
use platform::lang::{Arg, L10n, Localized};
use platform::subject::Subject;
use serde::{Deserialize, Serialize};

pub const ADDED: &str = "hotlines.line.added";
pub const CHANGED: &str = "hotlines.line.changed";
/// Its confirmation was taken back: nobody sees the number until it is called again.
pub const HIDDEN: &str = "hotlines.line.hidden";
pub const RETIRED: &str = "hotlines.line.retired";
pub const RESUMED: &str = "hotlines.line.resumed";
pub const CONFIRMED: &str = "hotlines.check.confirmed";
pub const FAILED: &str = "hotlines.check.failed";
pub const OVERDUE: &str = "hotlines.check.overdue";
pub const KINDS: &[&str] = &[ADDED, CHANGED, HIDDEN, RETIRED, RESUMED, CONFIRMED, FAILED, OVERDUE];

const SUBJECT: &str = "hotlines.line";

/// All lines as they are kept in memory; every event touches it.
pub const ALL: Subject = Subject::new("hotlines.all", 0);

pub const fn subject(id: LineId) -> Subject {
    Subject::new(SUBJECT, id.get())
}

/// How a line stood when something happened to it.
#[derive(Serialize, Deserialize)]
pub struct Facts {
    pub key: String,
    pub name: Localized<String>,
    pub number: String,
    /// The number before, if it is another one now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number_before: Option<String>,
    /// What somebody heard, or why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
    /// Milliseconds UTC: when somebody called.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub called_at: Option<i64>,
}

impl Facts {
    pub fn of(line: &Line) -> Facts {
        Facts {
            key: line.key.clone(),
            name: line.details.name.clone(),
            number: line.details.number.clone(),
            number_before: None,
            words: None,
            called_at: None,
        }
    }

    pub fn event(self, kind: &'static str, id: LineId, owner: Option<OrganisationId>) -> NewActivity {
        NewActivity {
            kind,
            subject: subject(id),
            scope: owner,
            data: serde_json::to_value(self).expect("facts are a plain struct"),
        }
    }
}

pub fn describe(event: &Activity, l: &L10n, names: &Names) -> Option<String> {
    let facts: Facts = event.facts().ok()?;
    let words = facts.words.unwrap_or_default();
    let mut args: Vec<(&str, Arg<'_>)> = vec![
        ("actor", names.actor(event, l).into()),
        ("name", facts.name.get(l.lang).as_str().into()),
        ("number", facts.number.as_str().into()),
    ];
    let key = match (event.kind.as_str(), &facts.number_before) {
        (ADDED, _) => "hotlines-event-added",
        (CHANGED, Some(before)) => {
            args.push(("before", before.as_str().into()));
            "hotlines-event-number-changed"
        }
        (CHANGED, None) => "hotlines-event-changed",
        (RETIRED, _) => "hotlines-event-retired",
        (RESUMED, _) => "hotlines-event-resumed",
        (OVERDUE, _) => {
            args.remove(0);
            "hotlines-event-overdue"
        }
        (kind, _) => {
            args.push(("words", words.as_str().into()));
            match kind {
                HIDDEN => "hotlines-event-hidden",
                CONFIRMED => "hotlines-event-confirmed",
                FAILED => "hotlines-event-failed",
                _ => return None,
            }
        }
    };
    Some(l.f(key, &args))
}

pub fn path(event: &Activity) -> Option<String> {
    let facts: Facts = event.facts().ok()?;
    Some(super::path(&facts.key))
}

pub fn touches(event: &Activity) -> Vec<Subject> {
    vec![subject(event.subject_id.into()), ALL, LISTS]
}

/// The chair is told of what somebody has to look after.
pub async fn notices(tx: &mut WriteTx, event: &Activity) -> anyhow::Result<Vec<Notice>> {
    if !matches!(event.kind.as_str(), FAILED | OVERDUE) {
        return Ok(Vec::new());
    }
    let chairs = members::with_role(tx, Role::Chair).await?;
    Ok(chairs.into_iter().map(|chair| Notice { member: chair.id, mail: Some(mails::ATTENTION) }).collect())
}
