//! The activity log: one append-only table that says what happened, written with the rows it speaks of.
//!
//! `seq` comes from a one-row counter that every commit updates last. The row's lock makes the order of `seq`
//! the order of commits; a database's own sequence would let a reader pass over a row that commits late.
//! The log is history, not state: the sections' tables stay the truth.

pub mod chain;
mod reader;

pub use reader::{Kind, Parked, Reader, ReaderState, Readers, parked, states};

use crate::actor::{MemberId, OrganisationId};
use crate::clock::Timestamp;
use crate::db::{Query, Result, WriteTx};
use crate::params;
use crate::subject::Subject;
use serde::de::DeserializeOwned;

crate::sql! {
    NEXT: "UPDATE activity_counter SET last = last + ? RETURNING last, hash";
    APPEND: "INSERT INTO activity (seq, at, actor, kind, subject_kind, subject_id, scope, data, hash)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
    SEAL: "UPDATE activity_counter SET hash = ?";
    LAST: "SELECT last FROM activity_counter";
    AFTER: "SELECT seq, at, actor, kind, subject_kind, subject_id, scope, data FROM activity
            WHERE seq > ? ORDER BY seq LIMIT ?";
    BEFORE: "SELECT seq, at, actor, kind, subject_kind, subject_id, scope, data FROM activity
             WHERE seq < ? ORDER BY seq DESC LIMIT ?";
    OF_SUBJECT: "SELECT seq, at, actor, kind, subject_kind, subject_id, scope, data FROM activity
                 WHERE subject_kind = ? AND subject_id = ? AND seq < ? ORDER BY seq DESC LIMIT ?";
    BY_SEQ: "SELECT seq, at, actor, kind, subject_kind, subject_id, scope, data FROM activity WHERE seq = ?";
}

/// All statements of the log and its readers.
pub fn statements() -> impl Iterator<Item = &'static crate::db::Sql> {
    ALL.iter().chain(chain::ALL).chain(reader::ALL).copied()
}

/// A place in the log.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub struct Position(pub i64);

/// An event about to be recorded. Sections make it from their own event types.
pub struct NewActivity {
    /// `section.noun.past_verb`: a permanent contract.
    pub kind: &'static str,
    pub subject: Subject,
    /// The organisation it concerns, if one.
    pub scope: Option<OrganisationId>,
    /// Frozen facts as JSON; people by id only, so that erasing a person needs no rewrite.
    pub data: serde_json::Value,
}

/// A recorded event.
#[derive(Clone, Debug, PartialEq)]
pub struct Activity {
    pub seq: i64,
    pub at: Timestamp,
    /// As [`crate::actor::Actor`] writes itself.
    pub actor: String,
    pub kind: String,
    pub subject_kind: String,
    pub subject_id: i64,
    pub scope: Option<i64>,
    pub data: String,
}
crate::from_row!(Activity { seq, at, actor, kind, subject_kind, subject_id, scope, data });

impl Activity {
    /// The member who did it, signed in or by link.
    pub fn member(&self) -> Option<MemberId> {
        let (how, id) = self.actor.split_once(':')?;
        if how == "member" || how == "link" { id.parse().ok() } else { None }
    }

    /// The frozen facts in the type of the section that wrote them.
    pub fn facts<T: DeserializeOwned>(&self) -> serde_json::Result<T> {
        serde_json::from_str(&self.data)
    }

    pub fn is_about(&self, kind: &str, id: i64) -> bool {
        self.subject_kind == kind && self.subject_id == id
    }
}

/// Writes the events of one transaction; the last thing before its commit.
pub(crate) async fn append(tx: &mut WriteTx, events: Vec<NewActivity>) -> Result<Position> {
    let count = i64::try_from(events.len()).expect("a transaction has few events");
    let (last, before): (i64, Option<Vec<u8>>) =
        tx.one(&NEXT, params![count]).await?.expect("the counter's row is made by the migration");
    let mut before: Option<chain::Hash> = before.and_then(|hash| hash.try_into().ok());
    let at = tx.now();
    let actor = tx.actor().to_string();
    for (event, seq) in events.into_iter().zip(last - count + 1..) {
        let NewActivity { kind, subject, scope, data } = event;
        let event = Activity {
            seq,
            at,
            actor: actor.clone(),
            kind: kind.to_owned(),
            subject_kind: subject.kind.to_owned(),
            subject_id: subject.id,
            scope: scope.map(|organisation| organisation.get()),
            data: data.to_string(),
        };
        let hash = chain::hash(before.as_ref(), &event);
        let Activity { subject_id, scope, data, .. } = event;
        let row = params![seq, at, &actor, kind, subject.kind, subject_id, scope, data, &hash[..]];
        tx.run_quietly(&APPEND, row).await?;
        before = Some(hash);
    }
    tx.run_quietly(&SEAL, params![before.as_ref().map(|hash| &hash[..])]).await?;
    Ok(Position(last))
}

/// Where the log ends now.
pub async fn head(tx: &mut impl Query) -> Result<Position> {
    Ok(Position(tx.one(&LAST, params![]).await?.expect("the counter's row is made by the migration")))
}

/// Up to `limit` events after a position, oldest first.
pub async fn after(tx: &mut impl Query, position: Position, limit: i64) -> Result<Vec<Activity>> {
    tx.all(&AFTER, params![position.0, limit]).await
}

/// Up to `limit` events before a position, newest first.
pub async fn before(tx: &mut impl Query, position: Position, limit: i64) -> Result<Vec<Activity>> {
    tx.all(&BEFORE, params![position.0, limit]).await
}

/// The history of one record, newest first.
pub async fn of_subject(
    tx: &mut impl Query,
    subject: Subject,
    before: Position,
    limit: i64,
) -> Result<Vec<Activity>> {
    tx.all(&OF_SUBJECT, params![subject.kind, subject.id, before.0, limit]).await
}

/// One event.
pub async fn by_seq(tx: &mut impl Query, seq: i64) -> Result<Option<Activity>> {
    tx.one(&BY_SEQ, params![seq]).await
}
