//! The SQL of texts published by trust and of their reviews.

use super::super::model::{Edition, EditionId};
use super::super::store::Work;
use platform::actor::MemberId;
use platform::db::{Query, Result, WriteTx};
use platform::params;

platform::sql! {
    PUBLISH: "UPDATE documents_editions SET state = 'published', level = 'own', text_hash = ?, submitted_by = ?, submitted_at = ?,
                published_at = ?, publish_at = NULL, version = version + 1
              WHERE id = ? AND version = ? AND state = 'draft'";
    INSERT: "INSERT INTO documents_reviews (edition_id, published_by, published_at) VALUES (?, ?, ?)";
    ACCEPT: "UPDATE documents_reviews SET reviewed_by = ?, reviewed_at = ? WHERE edition_id = ? AND reviewed_at IS NULL";
    OPEN: "SELECT COUNT(*) FROM documents_reviews WHERE edition_id = ? AND reviewed_at IS NULL";
    /// CROSS JOIN keeps SQLite at the few open reviews; otherwise it goes through all published texts.
    WAITING: "SELECT e.id, e.kind, e.language, e.state, e.title, e.changed_at, e.organisation_id, e.submitted_at
              FROM documents_reviews r CROSS JOIN documents_editions e WHERE e.id = r.edition_id
                AND r.reviewed_at IS NULL AND r.published_by <> ? AND e.state = 'published' ORDER BY r.published_at LIMIT 200";
    COUNT: "SELECT COUNT(*) FROM documents_reviews r CROSS JOIN documents_editions e WHERE e.id = r.edition_id
              AND r.reviewed_at IS NULL AND r.published_by <> ? AND e.state = 'published'";
}

/// False if somebody saved or submitted it meanwhile.
pub async fn publish(tx: &mut WriteTx, edition: &Edition, hash: &[u8; 32], by: MemberId) -> Result<bool> {
    let now = tx.now();
    if tx.run(&PUBLISH, params![hash, by, now, now, edition.id, edition.version]).await? == 0 {
        return Ok(false);
    }
    tx.run(&INSERT, params![edition.id, by, now]).await?;
    Ok(true)
}

pub async fn accept(tx: &mut WriteTx, edition: EditionId, by: MemberId) -> Result<bool> {
    let now = tx.now();
    Ok(tx.run(&ACCEPT, params![by, now, edition]).await? == 1)
}

pub async fn is_open(q: &mut impl Query, edition: EditionId) -> Result<bool> {
    Ok(q.one::<i64>(&OPEN, params![edition]).await?.unwrap_or(0) > 0)
}

/// What this member may review, the oldest first.
pub async fn waiting(q: &mut impl Query, member: MemberId) -> Result<Vec<Work>> {
    q.all(&WAITING, params![member]).await
}

pub async fn count(q: &mut impl Query, member: MemberId) -> Result<i64> {
    Ok(q.one(&COUNT, params![member]).await?.unwrap_or(0))
}
