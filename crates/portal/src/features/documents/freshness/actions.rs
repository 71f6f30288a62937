//! The verbs of freshness: a text becomes current or is no longer; it is still right; its day is moved; the clock reminds.

use super::super::actions::{Refusal, load};
use super::super::events::Facts;
use super::super::model::{CannotSave, DocumentId, Edition, EditionId, State};
use super::super::policy::Denied;
use super::super::{addresses, references};
use super::model::{PATIENCE, first_due, keeps_until, may_be_due};
use super::policy::may_check;
use super::store;
use crate::features::hotlines;
use platform::actor::Actor;
use platform::clock::Timestamp;
use platform::db::{Query, Result, WriteTx};

/// When a text that is right now wants to be looked at again, unless somebody chooses another day.
pub fn usual_due(edition: &Edition, now: Timestamp) -> Timestamp {
    keeps_until(&edition.in_words(), hotlines::WORD, now)
}

/// A text becomes current: it gets its date, and what it leads to is written down.
pub async fn begin(tx: &mut WriteTx, edition: &Edition, at: Timestamp) -> Result<()> {
    keep(tx, edition, usual_due(edition, at)).await
}

async fn keep(tx: &mut WriteTx, edition: &Edition, due: Timestamp) -> Result<()> {
    store::begin(tx, edition, due).await?;
    references::note(tx, edition).await?;
    addresses::note(tx, edition).await
}

/// A text is current no more.
pub async fn forget(tx: &mut WriteTx, edition: EditionId) -> Result<()> {
    store::forget(tx, edition).await?;
    references::forget(tx, edition).await?;
    addresses::forget(tx, edition).await
}

/// Reads some of the texts that were current before there were dates. False when none is left.
pub async fn read_old(tx: &mut WriteTx) -> std::result::Result<bool, Refusal> {
    let some = store::unread(tx).await?;
    let actor = tx.actor().clone();
    for id in &some {
        let edition = load(tx, &actor, *id).await?.edition;
        let published = edition.published_at.unwrap_or(edition.changed_at);
        let due = first_due(&edition.in_words(), hotlines::WORD, published, tx.now());
        keep(tx, &edition, due).await?;
    }
    Ok(!some.is_empty())
}

/// A text that this actor may say something about.
pub async fn checkable(
    q: &mut impl Query,
    actor: &Actor,
    id: EditionId,
) -> std::result::Result<Edition, Refusal> {
    let edition = load(q, actor, id).await?.edition;
    may_check(actor, &edition)?;
    Ok(edition)
}

/// Somebody read the text and it is still right. `due` is when it wants to be looked at again.
pub async fn confirm(tx: &mut WriteTx, id: EditionId, due: Timestamp) -> std::result::Result<(), Refusal> {
    let actor = tx.actor().clone();
    let edition = checkable(tx, &actor, id).await?;
    let by = actor.member_id().ok_or(Denied::Role)?;
    if !may_be_due(due, tx.now()) {
        return Err(Refusal::Due);
    }
    if !store::confirm(tx, id, due, by).await? {
        return Err(CannotSave::Stale.into());
    }
    let facts = Facts { due_at: Some(due.0), ..Facts::of(&edition) };
    tx.record(facts.event("documents.freshness.confirmed"));
    Ok(())
}

/// Another day, and nobody said that the text is right.
pub async fn plan(tx: &mut WriteTx, id: EditionId, due: Timestamp) -> std::result::Result<(), Refusal> {
    let actor = tx.actor().clone();
    let edition = checkable(tx, &actor, id).await?;
    if !may_be_due(due, tx.now()) {
        return Err(Refusal::Due);
    }
    if !store::plan(tx, id, due).await? {
        return Err(CannotSave::Stale.into());
    }
    let facts = Facts { due_at: Some(due.0), ..Facts::of(&edition) };
    tx.record(facts.event("documents.freshness.planned"));
    Ok(())
}

/// Reminds owners of what is due and the chair of what nobody looked at for two weeks, each once for each date. So many a
/// day at most: a flood of mails helps nobody.
pub async fn remind(tx: &mut WriteTx) -> std::result::Result<(), Refusal> {
    debug_assert!(matches!(tx.actor(), Actor::System(_)), "only the portal's clock reminds");
    let now = tx.now();
    let mut told: Vec<DocumentId> = Vec::new();
    for (edition, document) in store::due(tx, now).await? {
        store::told(tx, edition).await?;
        say(tx, edition, document, &mut told, "documents.freshness.due").await?;
    }
    told.clear();
    for (edition, document) in store::late(tx, now - PATIENCE).await? {
        store::chair_told(tx, edition).await?;
        say(tx, edition, document, &mut told, "documents.freshness.overdue").await?;
    }
    Ok(())
}

/// One word for all languages of a document.
async fn say(
    tx: &mut WriteTx,
    edition: EditionId,
    document: DocumentId,
    told: &mut Vec<DocumentId>,
    kind: &'static str,
) -> std::result::Result<(), Refusal> {
    if told.contains(&document) {
        return Ok(());
    }
    told.push(document);
    let edition = load(tx, &tx.actor().clone(), edition).await?.edition;
    let due = store::of(tx, edition.id).await?.map(|fresh| fresh.due_at.0);
    if edition.state == State::Published {
        let facts = Facts { due_at: due, ..Facts::of(&edition) };
        tx.record(facts.event(kind));
    }
    Ok(())
}
