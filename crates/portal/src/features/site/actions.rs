//! Choosing the text of a page, and taking it away.

use super::events::{self, Facts};
use super::model::Slot;
use super::{policy, store};
use crate::features::documents::{self, DocumentId};
use platform::db::{DbError, WriteTx};
use platform::lang::{Lang, Localized};

#[derive(Debug, thiserror::Error)]
pub enum Cannot {
    #[error("only the chair and approvers choose the texts of pages")]
    Denied,
    #[error("no published text is named")]
    NotPublished,
    #[error(transparent)]
    Db(#[from] DbError),
}

/// Puts a published document into a slot, or empties it. `page` is the name of the page, for the log.
pub async fn fill(
    tx: &mut WriteTx,
    slot: &Slot,
    page: Localized<String>,
    document: Option<DocumentId>,
) -> Result<(), Cannot> {
    if !policy::can_fill(tx.actor()) {
        return Err(Cannot::Denied);
    }
    let before = store::filled(tx, slot).await?;
    if before == document {
        return Ok(());
    }
    let named: Vec<DocumentId> = document.or(before).into_iter().collect();
    let titles = documents::titles(tx, &named).await?;
    let title = Localized::from_fn(|lang: Lang| {
        let title = named.first().and_then(|id| documents::title_in(&titles, *id, lang));
        title.map(|title| title.title.clone()).unwrap_or_default()
    });
    match document {
        Some(document) => {
            if titles.is_empty() {
                return Err(Cannot::NotPublished);
            }
            store::fill(tx, slot, document).await?;
        }
        None => store::empty(tx, slot).await?,
    }
    tx.record(Facts { slot: slot.key(), page, title, document, before }.event(events::kind(document)));
    Ok(())
}
