//! What happens to questions and how it reads. The words of a question are not frozen here: they may have to be
//! forgotten, and the log forgets nothing.

use super::model::QuestionId;
use crate::features::documents::DocumentId;
use crate::web::{LISTS, Names};
use platform::activity::{Activity, NewActivity};
use platform::actor::{MemberId, OrganisationId};
use platform::lang::{Arg, L10n};
use platform::subject::Subject;
use serde::{Deserialize, Serialize};

pub const ASKED: &str = "questions.question.asked";
pub const ASSIGNED: &str = "questions.question.assigned";
pub const RELEASED: &str = "questions.question.released";
pub const GROUPED: &str = "questions.question.grouped";
pub const UNGROUPED: &str = "questions.question.ungrouped";
pub const CHOSEN: &str = "questions.answer.chosen";
pub const ANSWERED: &str = "questions.question.answered";
pub const REOPENED: &str = "questions.question.reopened";
pub const CLOSED: &str = "questions.question.closed";
pub const KINDS: &[&str] =
    &[ASKED, ASSIGNED, RELEASED, GROUPED, UNGROUPED, CHOSEN, ANSWERED, REOPENED, CLOSED];

/// The public list of what is answered.
pub const LIST: Subject = Subject::new("questions.list", 0);

pub fn subject(id: QuestionId) -> Subject {
    Subject::new("questions.question", id.get())
}

#[derive(Serialize, Deserialize)]
pub struct Facts {
    pub question: QuestionId,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<MemberId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lead: Option<QuestionId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<DocumentId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

impl Facts {
    pub fn of(question: QuestionId) -> Facts {
        Facts { question, to: None, lead: None, answer: None, reason: None }
    }

    pub fn event(self, kind: &'static str, scope: Option<OrganisationId>) -> NewActivity {
        let subject = subject(self.question);
        let data = serde_json::to_value(self).expect("facts are plain structs");
        NewActivity { kind, subject, scope, data }
    }
}

pub fn describe(event: &Activity, l: &L10n, names: &Names) -> Option<String> {
    let facts: Facts = event.facts().ok()?;
    let who = names.actor(event, l);
    let mut args: Vec<(&str, Arg<'_>)> = vec![("who", who.into())];
    let key = match event.kind.as_str() {
        ASKED => "questions-event-asked",
        ASSIGNED if facts.to == event.member() => "questions-event-taken",
        ASSIGNED => {
            args.push(("to", names.of(facts.to?, l).into()));
            "questions-event-assigned"
        }
        RELEASED => "questions-event-released",
        GROUPED => "questions-event-grouped",
        UNGROUPED => "questions-event-ungrouped",
        CHOSEN => "questions-event-chosen",
        ANSWERED => return Some(l.t("questions-event-answered").into_owned()),
        REOPENED => "questions-event-reopened",
        CLOSED => {
            args.push(("reason", facts.reason.unwrap_or_default().into()));
            "questions-event-closed"
        }
        _ => return None,
    };
    Some(l.f(key, &args))
}

pub fn people(event: &Activity) -> Vec<MemberId> {
    event.facts::<Facts>().ok().and_then(|facts| facts.to).into_iter().collect()
}

pub fn path(event: &Activity) -> Option<String> {
    Some(super::path(event.subject_id.into()))
}

/// Only what is answered is public.
pub fn touches(event: &Activity) -> Vec<Subject> {
    match event.kind.as_str() {
        ANSWERED | REOPENED | GROUPED | UNGROUPED => vec![LIST, LISTS],
        _ => Vec::new(),
    }
}
