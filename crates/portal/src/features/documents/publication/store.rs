//! The SQL of publication, replacement, withdrawal and emergencies.

use super::super::freshness;
use super::super::model::{Edition, EditionId};
use super::model::{Manner, Withdrawal};
use platform::actor::MemberId;
use platform::clock::Timestamp;
use platform::db::{Query, Result, WriteTx};
use platform::params;

platform::sql! {
    CURRENT_ID: "SELECT id FROM documents_editions WHERE document_id = ? AND language = ? AND state = 'published'";
    SUPERSEDE: "UPDATE documents_editions SET state = 'superseded', superseded_by = ?, superseded_at = ?, approval_due_at = NULL,
                  version = version + 1 WHERE id = ? AND state = 'published'";
    PUBLISH: "UPDATE documents_editions SET state = 'published', published_at = ?, publish_at = NULL, version = version + 1
              WHERE id = ? AND version = ? AND state = 'approved'";
    PUBLISH_IN_EMERGENCY: "UPDATE documents_editions SET state = 'published', published_at = ?, publish_at = NULL,
                             approval_due_at = ?, version = version + 1
                           WHERE id = ? AND version = ? AND state = 'submitted'";
    SCHEDULE: "UPDATE documents_editions SET wish = 'publish', publish_at = ?, version = version + 1
               WHERE id = ? AND version = ? AND state = 'approved'";
    UNSCHEDULE: "UPDATE documents_editions SET wish = 'wait', publish_at = NULL, version = version + 1
                 WHERE id = ? AND version = ? AND state = 'approved'";
    WITHDRAW: "UPDATE documents_editions SET state = ?, approval_due_at = NULL, version = version + 1
               WHERE id = ? AND version = ? AND state IN ('published', 'superseded', 'withdrawn')";
    INSERT_EMERGENCY: "INSERT INTO documents_emergencies (edition_id, reason, published_by, published_at) VALUES (?, ?, ?, ?)";
    EMERGENCY: "SELECT reason FROM documents_emergencies WHERE edition_id = ?";
    INSERT_WITHDRAWAL: "INSERT INTO documents_withdrawals (edition_id, manner, reason, withdrawn_by, withdrawn_at) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (edition_id) DO UPDATE SET manner = excluded.manner, reason = excluded.reason,
          withdrawn_by = excluded.withdrawn_by, withdrawn_at = excluded.withdrawn_at";
    WITHDRAWAL: "SELECT manner, reason, withdrawn_at FROM documents_withdrawals WHERE edition_id = ?";
}

platform::from_row!(Withdrawal { manner, reason, withdrawn_at });

/// Makes room for a new current edition; returns the one that was replaced.
pub async fn supersede(tx: &mut WriteTx, by: &Edition) -> Result<Option<EditionId>> {
    let current: Option<i64> = tx.one(&CURRENT_ID, params![by.document, by.language]).await?;
    let Some(current) = current else { return Ok(None) };
    let now = tx.now();
    tx.run(&SUPERSEDE, params![by.id, now, current]).await?;
    freshness::forget(tx, current.into()).await?;
    Ok(Some(current.into()))
}

pub async fn publish(tx: &mut WriteTx, edition: &Edition) -> Result<bool> {
    let now = tx.now();
    Ok(tx.run(&PUBLISH, params![now, edition.id, edition.version]).await? == 1)
}

pub async fn publish_in_emergency(
    tx: &mut WriteTx,
    edition: &Edition,
    reason: &str,
    by: MemberId,
    approval_due: Timestamp,
) -> Result<bool> {
    let now = tx.now();
    let published = params![now, approval_due, edition.id, edition.version];
    if tx.run(&PUBLISH_IN_EMERGENCY, published).await? == 0 {
        return Ok(false);
    }
    tx.run(&INSERT_EMERGENCY, params![edition.id, reason, by, now]).await?;
    Ok(true)
}

pub async fn emergency(q: &mut impl Query, edition: EditionId) -> Result<Option<String>> {
    q.one(&EMERGENCY, params![edition]).await
}

pub async fn schedule(tx: &mut WriteTx, edition: &Edition, at: Timestamp) -> Result<bool> {
    Ok(tx.run(&SCHEDULE, params![at, edition.id, edition.version]).await? == 1)
}

pub async fn unschedule(tx: &mut WriteTx, edition: &Edition) -> Result<bool> {
    Ok(tx.run(&UNSCHEDULE, params![edition.id, edition.version]).await? == 1)
}

pub async fn withdraw(
    tx: &mut WriteTx,
    edition: &Edition,
    manner: Manner,
    reason: &str,
    by: MemberId,
) -> Result<bool> {
    let now = tx.now();
    if tx.run(&WITHDRAW, params![manner, edition.id, edition.version]).await? == 0 {
        return Ok(false);
    }
    freshness::forget(tx, edition.id).await?;
    tx.run(&INSERT_WITHDRAWAL, params![edition.id, manner, reason, by, now]).await?;
    Ok(true)
}

pub async fn withdrawal(q: &mut impl Query, edition: EditionId) -> Result<Option<Withdrawal>> {
    q.one(&WITHDRAWAL, params![edition]).await
}
