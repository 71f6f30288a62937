//! The SQL of references from texts to documents.

use super::super::model::{DocumentId, EditionId};
use platform::db::{Query, Result, WriteTx};
use platform::lang::Lang;
use platform::params;

platform::sql! {
    /// Nothing for a document that is not here.
    ADD: "INSERT INTO documents_references (edition_id, document_id, manner)
          SELECT CAST(? AS BIGINT), d.id, CAST(? AS TEXT) FROM documents d WHERE d.id = ? ON CONFLICT DO NOTHING";
    FORGET: "DELETE FROM documents_references WHERE edition_id = ?";
    USES: "SELECT e.document_id, e.language, e.title, r.manner FROM documents_references r CROSS JOIN documents_editions e
           WHERE e.id = r.edition_id AND r.document_id = ? AND e.state = 'published' ORDER BY r.edition_id LIMIT 300";
}

/// A text that leads to a document.
pub struct Use {
    pub document: DocumentId,
    pub language: Lang,
    pub title: String,
    pub manner: String,
}
platform::from_row!(Use { document, language, title, manner });

pub async fn add(tx: &mut WriteTx, from: EditionId, to: DocumentId, manner: &str) -> Result<()> {
    tx.run(&ADD, params![from, manner, to]).await?;
    Ok(())
}

pub async fn forget(tx: &mut WriteTx, edition: EditionId) -> Result<()> {
    tx.run(&FORGET, params![edition]).await?;
    Ok(())
}

pub async fn uses(q: &mut impl Query, document: DocumentId) -> Result<Vec<Use>> {
    q.all(&USES, params![document]).await
}
