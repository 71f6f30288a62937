//! The verbs of publication. Publishing replaces the edition that was current, in the same transaction.

use super::super::actions::{Loaded, Refusal, load, load_for};
use super::super::events::Facts;
use super::super::model::{Edition, EditionId, State};
use super::super::policy::{Action, Denied};
use super::super::{approval, consents, freshness, store as editions};
use super::jobs;
use super::model::{CannotPublish, Manner, When};
use super::store;
use crate::features::files;
use platform::actor::{Actor, MemberId};
use platform::clock::Timestamp;
use platform::db::WriteTx;

/// How soon an emergency publication needs its approval.
const APPROVAL_WITHIN_MS: i64 = 3 * 24 * 3600 * 1000;

impl From<CannotPublish> for Refusal {
    fn from(cannot: CannotPublish) -> Self {
        Refusal::Publish(cannot)
    }
}

/// What follows an approval. A late approval of something public changes nothing here.
pub async fn after_approval(tx: &mut WriteTx, id: EditionId, when: When) -> Result<(), Refusal> {
    let edition = load(tx, &tx.actor().clone(), id).await?.edition;
    if edition.state != State::Approved {
        return Ok(());
    }
    match edition.moment(when, tx.now())? {
        None if edition.embargo().is_some() => set_no_time(tx, &edition).await,
        None => Ok(()),
        Some(at) if at <= tx.now() => make_public(tx, edition).await,
        Some(at) => set_time(tx, &edition, at).await,
    }
}

/// Publishes an approved text now.
pub async fn publish(tx: &mut WriteTx, id: EditionId, version: i64) -> Result<(), Refusal> {
    let Loaded { edition, .. } = load_for(tx, id, Action::Publish).await?;
    edition.check_publish(version)?;
    make_public(tx, edition).await
}

/// Lets an approved text appear at a time.
pub async fn schedule(tx: &mut WriteTx, id: EditionId, version: i64, at: Timestamp) -> Result<(), Refusal> {
    let Loaded { edition, .. } = load_for(tx, id, Action::Publish).await?;
    edition.check_publish(version)?;
    edition.moment(When::At(at), tx.now())?;
    set_time(tx, &edition, at).await
}

/// Takes the time of an embargo back; the text stays approved.
pub async fn unschedule(tx: &mut WriteTx, id: EditionId, version: i64) -> Result<(), Refusal> {
    let Loaded { edition, .. } = load_for(tx, id, Action::Publish).await?;
    edition.check_publish(version)?;
    set_no_time(tx, &edition).await
}

/// The moment of an embargo has come. Does nothing if the time was changed or the text taken back meanwhile.
pub async fn publish_due(tx: &mut WriteTx, id: EditionId, at: Timestamp) -> Result<(), Refusal> {
    debug_assert!(matches!(tx.actor(), Actor::System(_)), "only the portal's clock publishes what is due");
    let edition = load(tx, &tx.actor().clone(), id).await?.edition;
    if edition.embargo() != Some(at) || at > tx.now() {
        return Ok(());
    }
    if let Err(Refusal::Consent(_)) = consents::check(tx, &edition, tx.now()).await {
        // It stays approved, and its author is told that no time is set any more.
        return set_no_time(tx, &edition).await;
    }
    make_public(tx, edition).await
}

/// Publishes before the approval, with a reason; the approval is asked for at once.
pub async fn publish_in_emergency(
    tx: &mut WriteTx,
    id: EditionId,
    version: i64,
    reason: &str,
) -> Result<(), Refusal> {
    let Loaded { edition, .. } = load_for(tx, id, Action::PublishInEmergency).await?;
    edition.check_emergency(version, reason)?;
    consents::check(tx, &edition, tx.now()).await?;
    let by = tx.actor().member_id().ok_or(Denied::Role)?;
    let due = Timestamp(tx.now().0 + APPROVAL_WITHIN_MS);
    let replaced = store::supersede(tx, &edition).await?;
    if !store::publish_in_emergency(tx, &edition, reason.trim(), by, due).await? {
        return Err(CannotPublish::Stale.into());
    }
    // Links of the submission showed a text that was not public; the new mail brings new ones.
    approval::lapse(tx, &edition).await?;
    let files = editions::files(tx, id).await?;
    files::publish(tx, &files).await?;
    freshness::begin(tx, &edition, tx.now()).await?;
    tx.enqueue(jobs::remind_at(id, due)).await?;
    let mut facts = Facts::of(&edition).because(reason.trim());
    facts.replaced = replaced;
    tx.record(facts.event("documents.edition.published_in_emergency"));
    Ok(())
}

/// The days for the late approval are over. Does nothing if it came, or the text is not public any more.
pub async fn remind(tx: &mut WriteTx, id: EditionId, due: Timestamp) -> Result<(), Refusal> {
    debug_assert!(matches!(tx.actor(), Actor::System(_)), "only the portal's clock reminds");
    let edition = load(tx, &tx.actor().clone(), id).await?.edition;
    if edition.state == State::Published && edition.approval_due_at == Some(due) && due <= tx.now() {
        tx.record(Facts::of(&edition).event("documents.approval.overdue"));
    }
    Ok(())
}

/// Withdraws (explained, still readable) or removes (gone).
pub async fn withdraw(
    tx: &mut WriteTx,
    id: EditionId,
    version: i64,
    manner: Manner,
    reason: &str,
) -> Result<(), Refusal> {
    let action = if manner == Manner::Removed { Action::Remove } else { Action::Withdraw };
    let Loaded { edition, .. } = load_for(tx, id, action).await?;
    edition.check_withdraw(version, reason)?;
    let by = tx.actor().member_id().ok_or(Denied::Role)?;
    take_away(tx, &edition, manner, reason, by).await
}

/// Removes what may not be read any more, whoever it belongs to. Who asks for it has asked whether that may be.
pub async fn remove(tx: &mut WriteTx, edition: &Edition, by: MemberId, reason: &str) -> Result<(), Refusal> {
    take_away(tx, edition, Manner::Removed, reason, by).await
}

async fn take_away(
    tx: &mut WriteTx,
    edition: &Edition,
    manner: Manner,
    reason: &str,
    by: MemberId,
) -> Result<(), Refusal> {
    if !store::withdraw(tx, edition, manner, reason.trim(), by).await? {
        return Err(CannotPublish::Stale.into());
    }
    let kind = match manner {
        Manner::Withdrawn => "documents.edition.withdrawn",
        Manner::Removed => {
            // What nothing public carries any more is gone with it.
            let files = editions::files_without_public(tx, edition.id).await?;
            files::withdraw(tx, &files).await?;
            "documents.edition.removed"
        }
    };
    tx.record(Facts::of(edition).because(reason.trim()).event(kind));
    Ok(())
}

/// The text is a draft again: nothing shall publish it any more.
pub async fn cancel(tx: &mut WriteTx, edition: &Edition) -> Result<(), Refusal> {
    if let Some(at) = edition.embargo() {
        platform::jobs::cancel(tx, &jobs::key(edition.id, at)).await?;
    }
    Ok(())
}

async fn set_time(tx: &mut WriteTx, edition: &Edition, at: Timestamp) -> Result<(), Refusal> {
    cancel(tx, edition).await?;
    if !store::schedule(tx, edition, at).await? {
        return Err(CannotPublish::Stale.into());
    }
    tx.enqueue(jobs::publish_at(edition.id, at)).await?;
    tx.record(Facts::of(edition).at(Some(at)).event("documents.edition.scheduled"));
    Ok(())
}

async fn set_no_time(tx: &mut WriteTx, edition: &Edition) -> Result<(), Refusal> {
    cancel(tx, edition).await?;
    if !store::unschedule(tx, edition).await? {
        return Err(CannotPublish::Stale.into());
    }
    tx.record(Facts::of(edition).event("documents.edition.unscheduled"));
    Ok(())
}

async fn make_public(tx: &mut WriteTx, edition: Edition) -> Result<(), Refusal> {
    consents::check(tx, &edition, tx.now()).await?;
    cancel(tx, &edition).await?;
    let replaced = store::supersede(tx, &edition).await?;
    if !store::publish(tx, &edition).await? {
        return Err(CannotPublish::Stale.into());
    }
    let files = editions::files(tx, edition.id).await?;
    files::publish(tx, &files).await?;
    freshness::begin(tx, &edition, tx.now()).await?;
    let mut facts = Facts::of(&edition);
    facts.replaced = replaced;
    tx.record(facts.event("documents.edition.published"));
    Ok(())
}
