//! The SQL that counts and moves what belongs to an organisation.

use platform::actor::OrganisationId;
use platform::db::{Query, Result, WriteTx};
use platform::params;

platform::sql! {
    COUNT: "SELECT COUNT(*) FROM documents WHERE organisation_id = ?";
    COUNT_SUPPORTED: "SELECT COUNT(*) FROM documents_supporters WHERE organisation_id = ?";
    MOVE_DOCUMENTS: "UPDATE documents SET organisation_id = ? WHERE organisation_id = ?";
    MOVE_EDITIONS: "UPDATE documents_editions SET organisation_id = ? WHERE organisation_id = ?";
    MOVE_APPROVALS: "UPDATE documents_approvals SET body_id = ? WHERE body_id = ?";
    MOVE_SUPPORT: "INSERT INTO documents_supporters (document_id, organisation_id)
                   SELECT document_id, CAST(? AS BIGINT) FROM documents_supporters WHERE organisation_id = ? ON CONFLICT DO NOTHING";
    END_SUPPORT: "DELETE FROM documents_supporters WHERE organisation_id = ?";
    /// Who leads a document does not support it besides.
    END_OWN_SUPPORT: "DELETE FROM documents_supporters WHERE organisation_id = ?
                      AND document_id IN (SELECT id FROM documents WHERE organisation_id = ?)";
}

pub async fn count(q: &mut impl Query, from: OrganisationId) -> Result<Vec<(&'static str, i64)>> {
    let documents = q.one(&COUNT, params![from]).await?.unwrap_or(0);
    let supported = q.one(&COUNT_SUPPORTED, params![from]).await?.unwrap_or(0);
    Ok(vec![("documents-moves", documents), ("documents-moves-supported", supported)])
}

pub async fn carry(tx: &mut WriteTx, from: OrganisationId, into: OrganisationId) -> Result<()> {
    for moved in [&MOVE_DOCUMENTS, &MOVE_EDITIONS, &MOVE_APPROVALS, &MOVE_SUPPORT] {
        tx.run(moved, params![into, from]).await?;
    }
    super::super::consents::carry(tx, from, into).await?;
    super::super::freshness::carry(tx, from, into).await?;
    tx.run(&END_SUPPORT, params![from]).await?;
    tx.run(&END_OWN_SUPPORT, params![into, into]).await?;
    Ok(())
}
