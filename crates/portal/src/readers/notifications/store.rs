//! The rows of notices. What an event says and who may still see it is not asked here.

use platform::activity::Activity;
use platform::actor::MemberId;
use platform::clock::Timestamp;
use platform::db::{Cells, DbError, FromRow, Query, Result, WriteTx, take};
use platform::params;

platform::sql! {
    INSERT: "INSERT INTO notifications (member_id, event_seq, at) VALUES (?, ?, ?)
             ON CONFLICT (member_id, event_seq) DO NOTHING";
    OF_MEMBER: "SELECT a.seq, a.at, a.actor, a.kind, a.subject_kind, a.subject_id, a.scope, a.data, n.seen_at
                FROM notifications n JOIN activity a ON a.seq = n.event_seq
                WHERE n.member_id = ? AND n.event_seq < ? ORDER BY n.event_seq DESC LIMIT ?";
    UNSEEN: "SELECT COUNT(*) FROM notifications WHERE member_id = ? AND seen_at IS NULL";
    COPY: "SELECT event_seq, at, seen_at FROM notifications WHERE member_id = ? ORDER BY event_seq";
    FORGET: "DELETE FROM notifications WHERE member_id = ?";
    SEE: "UPDATE notifications SET seen_at = ?
          WHERE member_id = ? AND seen_at IS NULL AND event_seq BETWEEN ? AND ?";
}

/// An event that a member was told of.
pub struct Notified {
    pub event: Activity,
    pub seen_at: Option<Timestamp>,
}

impl FromRow for Notified {
    fn from_row(row: &mut dyn Cells) -> std::result::Result<Self, DbError> {
        Ok(Notified { event: Activity::from_row(row)?, seen_at: take(row)? })
    }
}

pub async fn insert(tx: &mut WriteTx, event_seq: i64, member: MemberId) -> Result<u64> {
    let now = tx.now();
    tx.run(&INSERT, params![member, event_seq, now]).await
}

/// Up to `limit` notices of a member before an event, newest first.
pub async fn of_member(
    tx: &mut impl Query,
    member: MemberId,
    before: i64,
    limit: usize,
) -> Result<Vec<Notified>> {
    let limit = i64::try_from(limit).expect("a page is short");
    tx.all(&OF_MEMBER, params![member, before, limit]).await
}

pub async fn unseen(tx: &mut impl Query, member: MemberId) -> Result<i64> {
    Ok(tx.one(&UNSEEN, params![member]).await?.unwrap_or(0))
}

/// Marks the notices of events from `first` to `last` as seen.
pub async fn see(tx: &mut WriteTx, member: MemberId, first: i64, last: i64) -> Result<u64> {
    let now = tx.now();
    tx.run(&SEE, params![now, member, first, last]).await
}

/// Of what somebody was told, and when they saw it, for a copy of their data.
pub async fn copy(q: &mut impl Query, member: MemberId) -> Result<serde_json::Value> {
    let rows: Vec<(i64, Timestamp, Option<Timestamp>)> = q.all(&COPY, params![member]).await?;
    let row = |(seq, at, seen): (i64, Timestamp, Option<Timestamp>)| serde_json::json!({ "event": seq, "at_ms": at.0, "seen_ms": seen.map(|at| at.0) });
    Ok(rows.into_iter().map(row).collect())
}

pub async fn forget(tx: &mut WriteTx, member: MemberId) -> Result<()> {
    tx.run(&FORGET, params![member]).await?;
    Ok(())
}
