//! The SQL of recoveries.

use super::{Recovery, RecoveryId};
use platform::actor::MemberId;
use platform::clock::Timestamp;
use platform::db::{Query, Result, WriteTx};
use platform::params;

platform::sql! {
    ADD: "INSERT INTO members_recoveries (id, member_id, reason, begun_by, begun_at, expires_at) VALUES (?, ?, ?, ?, ?, ?)";
    GET: "SELECT id, member_id, reason, begun_by, expires_at FROM members_recoveries
          WHERE id = ? AND ended_at IS NULL AND expires_at > ?";
    OPEN: "SELECT id, member_id, reason, begun_by, expires_at FROM members_recoveries
           WHERE ended_at IS NULL AND expires_at > ? ORDER BY id";
    /// Of two people who decide at the same time only one changes the row.
    END: "UPDATE members_recoveries SET ended_at = ?, confirmed_by = ? WHERE id = ? AND ended_at IS NULL";
    OF: "SELECT reason, begun_at, ended_at, confirmed_by FROM members_recoveries WHERE member_id = ? ORDER BY id";
    FORGET: "DELETE FROM members_recoveries WHERE member_id = ?";
    PRUNE: "DELETE FROM members_recoveries WHERE expires_at < ?";
    UNJOIN: "UPDATE members SET joined_at = NULL, invited_at = ? WHERE id = ?";
}

pub async fn add(
    tx: &mut WriteTx,
    member: MemberId,
    reason: &str,
    by: MemberId,
    lasts: std::time::Duration,
) -> Result<RecoveryId> {
    let (id, now): (RecoveryId, Timestamp) = (tx.next_id(), tx.now());
    tx.run(&ADD, params![id, member, reason, by, now, now + lasts]).await?;
    Ok(id)
}

/// One that still waits.
pub async fn get(q: &mut impl Query, id: RecoveryId) -> Result<Option<Recovery>> {
    let now = q.db().clock().now();
    q.one(&GET, params![id, now]).await
}

pub async fn open(q: &mut impl Query) -> Result<Vec<Recovery>> {
    let now = q.db().clock().now();
    q.all(&OPEN, params![now]).await
}

/// Nobody is named as the second if it was refused.
pub async fn end(tx: &mut WriteTx, id: RecoveryId, confirmed_by: Option<MemberId>) -> Result<bool> {
    let now = tx.now();
    Ok(tx.run(&END, params![now, confirmed_by, id]).await? > 0)
}

/// What was said of somebody when they had lost everything.
pub struct Told {
    pub reason: String,
    pub begun_at: Timestamp,
    pub ended_at: Option<Timestamp>,
    pub confirmed_by: Option<i64>,
}
platform::from_row!(Told { reason, begun_at, ended_at, confirmed_by });

pub async fn of(q: &mut impl Query, member: MemberId) -> Result<Vec<Told>> {
    q.all(&OF, params![member]).await
}

/// All recoveries of somebody, with what was written about them.
pub async fn forget(tx: &mut WriteTx, member: MemberId) -> Result<()> {
    tx.run(&FORGET, params![member]).await.map(drop)
}

/// Reasons are words about people; the log keeps that there was a recovery.
pub async fn prune(tx: &mut WriteTx, before: Timestamp) -> Result<()> {
    tx.run(&PRUNE, params![before]).await.map(drop)
}

/// The person comes in again as they did the first time.
pub async fn unjoin(tx: &mut WriteTx, member: MemberId) -> Result<()> {
    let now = tx.now();
    tx.run(&UNJOIN, params![now, member]).await.map(drop)
}
