//! The SQL of what one person has open.

use super::super::model::EditionId;
use super::super::store::Work;
use platform::actor::MemberId;
use platform::clock::Timestamp;
use platform::db::{Query, Result, WriteTx};
use platform::params;

platform::sql! {
    OPEN: "SELECT e.id, e.kind, e.language, e.state, e.title, e.changed_at, e.organisation_id, e.submitted_at
           FROM documents_editions e WHERE e.state IN ('draft', 'submitted', 'returned')
             AND (e.submitted_by = ? OR (e.submitted_by IS NULL AND e.created_by = ?)) ORDER BY e.changed_at DESC, e.id";
    GIVE: "UPDATE documents_editions SET submitted_by = ? WHERE id = ? AND submitted_by = ?";
    GIVE_DRAFT: "UPDATE documents_editions SET created_by = ? WHERE id = ? AND submitted_by IS NULL AND created_by = ?";
    COPY: "SELECT id, title, state, created_at FROM documents_editions WHERE created_by = ? OR submitted_by = ? ORDER BY id";
}

pub async fn open(q: &mut impl Query, member: MemberId) -> Result<Vec<Work>> {
    q.all(&OPEN, params![member, member]).await
}

pub async fn hand_over(tx: &mut WriteTx, edition: EditionId, from: MemberId, to: MemberId) -> Result<()> {
    tx.run(&GIVE, params![to, edition, from]).await?;
    tx.run(&GIVE_DRAFT, params![to, edition, from]).await?;
    Ok(())
}

/// The texts somebody began or submitted, for a copy of their data.
pub async fn copy(q: &mut impl Query, member: MemberId) -> Result<serde_json::Value> {
    let rows: Vec<(i64, String, String, Timestamp)> = q.all(&COPY, params![member, member]).await?;
    let row = |(id, title, state, at): (i64, String, String, Timestamp)| {
        let id = EditionId::from(id).to_string();
        serde_json::json!({ "id": id, "title": title, "state": state, "begun_ms": at.0 })
    };
    Ok(rows.into_iter().map(row).collect())
}
