//! What happened to editions, how it reads in three languages, and which pages it makes outdated.

use super::model::{DocumentId, Edition, EditionId, Level};
use crate::web::{LISTS, Names};
use platform::activity::{Activity, NewActivity};
use platform::actor::{MemberId, OrganisationId};
use platform::clock::Timestamp;
use platform::lang::{Arg, L10n, Lang};
use platform::subject::Subject;
use serde::{Deserialize, Serialize};

pub const KINDS: &[&str] = &[
    "documents.document.created",
    "documents.edition.begun",
    "documents.edition.changed",
    "documents.edition.submitted",
    "documents.edition.taken_back",
    "documents.edition.returned",
    "documents.edition.approved",
    "documents.approval.taken_back",
    "documents.approval.overdue",
    "documents.edition.scheduled",
    "documents.edition.unscheduled",
    "documents.edition.published",
    "documents.edition.published_in_emergency",
    "documents.edition.published_by_trust",
    "documents.edition.reviewed",
    "documents.edition.handed_over",
    "documents.edition.withdrawn",
    "documents.edition.removed",
    "documents.consent.ending",
    "documents.consent.withdrawn",
    "documents.freshness.due",
    "documents.freshness.overdue",
    "documents.freshness.confirmed",
    "documents.freshness.planned",
    "documents.address.broken",
];

/// The frozen facts of every event about an edition: how it stood when this happened.
#[derive(Clone, Debug, Serialize, Deserialize, PartialEq)]
pub struct Facts {
    pub document: DocumentId,
    pub edition: EditionId,
    pub language: String,
    pub number: i64,
    pub title: String,
    pub organisation: OrganisationId,
    pub version: i64,
    /// SHA-256 of the exact text in hexadecimal, once it was submitted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text_hash: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub submitted_by: Option<MemberId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<String>,
    /// In whose name, if not the actor's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on_behalf_of: Option<MemberId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub channel: Option<String>,
    /// Reasons of a return, a withdrawal, an emergency; of handing in a text that differs from its siblings.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Milliseconds UTC: the time of an embargo.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub publish_at: Option<i64>,
    /// Tags or supporting organisations changed, which lists show at once.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub placed: bool,
    /// The edition that this one replaced.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaced: Option<EditionId>,
    /// Whose open work went to whom.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub handed_from: Option<MemberId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub handed_to: Option<MemberId>,
    /// So many days are left.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days: Option<i64>,
    /// Milliseconds UTC: when the text wants to be looked at again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due_at: Option<i64>,
    /// Where it leads, and nothing is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
}

impl Facts {
    pub fn of(edition: &Edition) -> Facts {
        let hex = |hash: &Vec<u8>| hash.iter().map(|byte| format!("{byte:02x}")).collect();
        Facts {
            document: edition.document,
            edition: edition.id,
            language: edition.language.code().to_owned(),
            number: edition.number,
            title: edition.text.title.clone(),
            organisation: edition.organisation,
            version: edition.version,
            text_hash: edition.text_hash.as_ref().map(hex),
            submitted_by: edition.submitted_by,
            level: edition.level.map(|level| level.code().to_owned()),
            on_behalf_of: None,
            channel: None,
            reason: None,
            publish_at: None,
            placed: false,
            replaced: None,
            handed_from: None,
            handed_to: None,
            days: None,
            due_at: None,
            address: None,
        }
    }

    pub fn because(mut self, reason: &str) -> Facts {
        self.reason = Some(reason.to_owned());
        self
    }

    pub fn at(mut self, time: Option<Timestamp>) -> Facts {
        self.publish_at = time.map(|time| time.0);
        self
    }

    /// The event itself. Its subject is the document, so that the history of all its editions reads as one.
    pub fn event(self, kind: &'static str) -> NewActivity {
        debug_assert!(KINDS.contains(&kind), "{kind} is not in KINDS");
        NewActivity {
            kind,
            subject: document_subject(self.document),
            scope: Some(self.organisation),
            data: serde_json::to_value(self).expect("facts are a plain struct"),
        }
    }
}

/// The sentence for one event.
pub fn describe(event: &Activity, l: &L10n, names: &Names) -> Option<String> {
    let facts: Facts = event.facts().ok()?;
    let who = names.actor(event, l);
    let title =
        if facts.title.is_empty() { l.t("documents-untitled").into_owned() } else { facts.title.clone() };
    let language = Lang::parse(&facts.language).map_or("", Lang::own_name);
    let mut args: Vec<(&str, Arg<'_>)> = vec![
        ("who", who.as_str().into()),
        ("title", title.as_str().into()),
        ("language", language.into()),
        ("number", facts.number.into()),
    ];
    let level = facts.level.as_deref().and_then(Level::parse).map(|level| l.t(super::words::level(level)));
    let reason = facts.reason.clone().unwrap_or_default();
    let time = facts.publish_at.map(|at| l.date_time(Timestamp(at))).unwrap_or_default();
    let on_behalf = facts.on_behalf_of.map(|member| names.of(member, l)).unwrap_or_default();
    let key = match event.kind.as_str() {
        "documents.document.created" => "documents-event-created",
        "documents.edition.begun" => "documents-event-begun",
        "documents.edition.changed" => "documents-event-changed",
        "documents.edition.submitted" if facts.reason.is_some() => {
            args.push(("reason", reason.into()));
            "documents-event-submitted-despite"
        }
        "documents.edition.submitted" => "documents-event-submitted",
        "documents.edition.taken_back" => "documents-event-taken-back",
        "documents.edition.returned" => {
            args.push(("reason", reason.into()));
            "documents-event-returned"
        }
        "documents.edition.approved" if facts.on_behalf_of.is_some() => {
            args.extend([("level", level?.into()), ("approver", on_behalf.into())]);
            "documents-event-approved-on-behalf"
        }
        "documents.edition.approved" => {
            args.push(("level", level?.into()));
            "documents-event-approved"
        }
        "documents.approval.taken_back" => "documents-event-approval-taken-back",
        "documents.approval.overdue" => "documents-event-approval-overdue",
        "documents.edition.scheduled" => {
            args.push(("time", time.into()));
            "documents-event-scheduled"
        }
        "documents.edition.unscheduled" => "documents-event-unscheduled",
        "documents.edition.published" => "documents-event-published",
        "documents.edition.published_by_trust" => "documents-event-by-trust",
        "documents.edition.reviewed" => "documents-event-reviewed",
        "documents.edition.handed_over" => {
            args.push(("from", names.of(facts.handed_from?, l).into()));
            args.push(("to", names.of(facts.handed_to?, l).into()));
            "documents-event-handed-over"
        }
        "documents.edition.published_in_emergency" => {
            args.push(("reason", reason.into()));
            "documents-event-emergency"
        }
        "documents.edition.withdrawn" => {
            args.push(("reason", reason.into()));
            "documents-event-withdrawn"
        }
        "documents.edition.removed" => {
            args.push(("reason", reason.into()));
            "documents-event-removed"
        }
        "documents.consent.ending" => {
            args.push(("days", facts.days?.into()));
            "documents-event-consent-ending"
        }
        "documents.consent.withdrawn" => "documents-event-consent-withdrawn",
        "documents.freshness.due" => "documents-event-freshness-due",
        "documents.freshness.overdue" => "documents-event-freshness-overdue",
        "documents.freshness.confirmed" => {
            args.push(("date", l.date(Timestamp(facts.due_at?)).into()));
            "documents-event-freshness-confirmed"
        }
        "documents.freshness.planned" => {
            args.push(("date", l.date(Timestamp(facts.due_at?)).into()));
            "documents-event-freshness-planned"
        }
        "documents.address.broken" => {
            args.push(("address", facts.address.clone()?.into()));
            "documents-event-address-broken"
        }
        _ => return None,
    };
    Some(l.f(key, &args))
}

pub fn people(event: &Activity) -> Vec<MemberId> {
    let Ok(facts) = event.facts::<Facts>() else { return Vec::new() };
    [facts.on_behalf_of, facts.handed_from, facts.handed_to].into_iter().flatten().collect()
}

pub fn path(event: &Activity) -> Option<String> {
    event.facts::<Facts>().ok().map(|facts| format!("/documents/editions/{}", facts.edition))
}

/// Public pages show an edition from its publication on; before, only tags and supporters show.
pub fn touches(event: &Activity) -> Vec<Subject> {
    let public = matches!(
        event.kind.as_str(),
        "documents.edition.published"
            | "documents.edition.published_in_emergency"
            | "documents.edition.published_by_trust"
            | "documents.edition.withdrawn"
            | "documents.edition.removed"
            | "documents.edition.approved"
    );
    match event.facts::<Facts>() {
        Ok(facts) if public || facts.placed => vec![document_subject(facts.document), LISTS],
        _ => Vec::new(),
    }
}

pub fn document_subject(document: DocumentId) -> Subject {
    Subject::new(super::policy::DOCUMENT, document.get())
}
