//! The SQL of requests to join.

use super::model::{NewRequest, Request, RequestId};
use platform::clock::Timestamp;
use platform::db::{Query, Result, WriteTx};
use platform::params;

macro_rules! columns {
    () => {
        "SELECT id, email, name, organisation_id, organisation_name, reason, language, created_at, decided_at, decision, note
         FROM members_requests "
    };
}

platform::sql! {
    INSERT: "INSERT INTO members_requests (id, email, name, organisation_id, organisation_name, reason, language, created_at, note)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, '')";
    GET: concat!(columns!(), "WHERE id = ?");
    OPEN: concat!(columns!(), "WHERE decided_at IS NULL ORDER BY created_at, id LIMIT 500");
    COUNT_OPEN: "SELECT COUNT(*) FROM members_requests WHERE decided_at IS NULL";
    COUNT_FROM: "SELECT COUNT(*) FROM members_requests WHERE email = ?";
    DECIDE: "UPDATE members_requests SET decided_at = ?, decision = ?, note = ? WHERE id = ? AND decided_at IS NULL";
    PRUNE: "DELETE FROM members_requests WHERE decided_at < ? OR created_at < ?";
    OF_EMAIL: concat!(columns!(), "WHERE email = ? ORDER BY id");
    FORGET: "DELETE FROM members_requests WHERE email = ?";
    CARRY: "UPDATE members_requests SET organisation_id = ? WHERE organisation_id = ?";
}

pub async fn insert(tx: &mut WriteTx, id: RequestId, new: &NewRequest) -> Result<()> {
    let now = tx.now();
    let NewRequest { email, name, organisation, organisation_name, reason, language } = new;
    let entered = params![id, email, name, *organisation, organisation_name, reason, *language, now];
    tx.run(&INSERT, entered).await?;
    Ok(())
}

pub async fn get(q: &mut impl Query, id: RequestId) -> Result<Option<Request>> {
    q.one(&GET, params![id]).await
}

/// Those that wait for the chair, the oldest first.
pub async fn open(q: &mut impl Query) -> Result<Vec<Request>> {
    q.all(&OPEN, params![]).await
}

pub async fn count_open(q: &mut impl Query) -> Result<i64> {
    Ok(q.one(&COUNT_OPEN, params![]).await?.unwrap_or(0))
}

pub async fn count_from(q: &mut impl Query, email: &str) -> Result<i64> {
    Ok(q.one(&COUNT_FROM, params![email]).await?.unwrap_or(0))
}

/// False if it was decided before.
pub async fn decide(tx: &mut WriteTx, id: RequestId, decision: &str, note: &str) -> Result<bool> {
    let now = tx.now();
    Ok(tx.run(&DECIDE, params![now, decision, note, id]).await? == 1)
}

pub async fn prune(tx: &mut WriteTx, decided_before: Timestamp, asked_before: Timestamp) -> Result<()> {
    tx.run(&PRUNE, params![decided_before, asked_before]).await?;
    Ok(())
}

/// What was asked from an address.
pub async fn of_email(q: &mut impl Query, email: &str) -> Result<Vec<Request>> {
    q.all(&OF_EMAIL, params![email]).await
}

pub async fn forget(tx: &mut WriteTx, email: &str) -> Result<()> {
    tx.run(&FORGET, params![email]).await?;
    Ok(())
}

pub async fn carry(
    tx: &mut WriteTx,
    from: platform::actor::OrganisationId,
    into: platform::actor::OrganisationId,
) -> Result<()> {
    tx.run(&CARRY, params![into, from]).await?;
    Ok(())
}
