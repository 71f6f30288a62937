//! The rows of slots. They name public documents, so reads need no actor.

use super::model::Slot;
use crate::features::documents::DocumentId;
use platform::db::{Query, Result, WriteTx};
use platform::params;

platform::sql! {
    ALL_FILLED: "SELECT slot, document_id FROM site_slots";
    FILLED: "SELECT document_id FROM site_slots WHERE slot = ?";
    OF_DOCUMENT: "SELECT slot FROM site_slots WHERE document_id = ? ORDER BY slot";
    FILL: "INSERT INTO site_slots (slot, document_id) VALUES (?, ?)
           ON CONFLICT (slot) DO UPDATE SET document_id = excluded.document_id";
    EMPTY: "DELETE FROM site_slots WHERE slot = ?";
}

pub async fn all(q: &mut impl Query) -> Result<Vec<(String, DocumentId)>> {
    q.all(&ALL_FILLED, params![]).await
}

pub async fn filled(q: &mut impl Query, slot: &Slot) -> Result<Option<DocumentId>> {
    Ok(q.one::<i64>(&FILLED, params![slot.key()]).await?.map(DocumentId::from))
}

/// The slots that hold a document, as the database knows them.
pub async fn of_document(q: &mut impl Query, document: DocumentId) -> Result<Vec<String>> {
    q.all(&OF_DOCUMENT, params![document]).await
}

pub async fn fill(tx: &mut WriteTx, slot: &Slot, document: DocumentId) -> Result<()> {
    tx.run(&FILL, params![slot.key(), document]).await.map(drop)
}

pub async fn empty(tx: &mut WriteTx, slot: &Slot) -> Result<()> {
    tx.run(&EMPTY, params![slot.key()]).await.map(drop)
}
