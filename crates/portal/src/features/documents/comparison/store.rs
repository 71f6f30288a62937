//! The SQL of the comparison: the other languages of a document, and why a difference is right.

use super::super::model::{Edition, EditionId, State};
use super::super::store as editions;
use platform::actor::{Actor, MemberId};
use platform::db::{Query, Result, WriteTx};
use platform::lang::Lang;
use platform::params;

platform::sql! {
    KEEP: "INSERT INTO documents_comparisons (edition_id, reason, given_by, given_at) VALUES (?, ?, ?, ?)
           ON CONFLICT (edition_id) DO UPDATE SET reason = excluded.reason, given_by = excluded.given_by,
             given_at = excluded.given_at";
    REASON: "SELECT reason FROM documents_comparisons WHERE edition_id = ?";
    FORGET: "DELETE FROM documents_comparisons WHERE edition_id = ?";
}

/// The newest text of each other language that this actor may see and that is not over: an open one before a published.
pub async fn others(q: &mut impl Query, actor: &Actor, edition: &Edition) -> Result<Vec<Edition>> {
    let siblings = editions::siblings(q, actor, edition.document).await?;
    let mut found = Vec::new();
    for lang in Lang::ALL.into_iter().filter(|lang| *lang != edition.language) {
        let current = siblings
            .iter()
            .filter(|it| it.language == lang && (it.state.is_open() || it.state == State::Published))
            .max_by_key(|it| (it.state.is_open(), it.number));
        if let Some(sibling) = current {
            found.extend(editions::edition(q, actor, sibling.id).await?);
        }
    }
    Ok(found)
}

/// Keeps why the differences of a text are right, or that there is nothing to say.
pub async fn keep_reason(tx: &mut WriteTx, edition: EditionId, reason: &str, by: MemberId) -> Result<()> {
    let now = tx.now();
    match reason {
        "" => tx.run(&FORGET, params![edition]).await?,
        reason => tx.run(&KEEP, params![edition, reason, by, now]).await?,
    };
    Ok(())
}

pub async fn reason(q: &mut impl Query, edition: EditionId) -> Result<String> {
    Ok(q.one::<String>(&REASON, params![edition]).await?.unwrap_or_default())
}
