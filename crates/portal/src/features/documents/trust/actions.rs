//! Publishing by trust, and the review afterwards.

use super::super::actions::{Loaded, Refusal, hash_now, load};
use super::super::approval::store as approvals;
use super::super::events::Facts;
use super::super::model::{CannotSubmit, Edition, EditionId, Level, State};
use super::super::policy::Denied;
use super::super::{consents, fields, freshness, publication, store as editions};
use super::policy::{may_publish_own, may_review};
use super::store;
use crate::features::files;
use crate::features::organisations::{self, Trust};
use platform::actor::Actor;
use platform::db::{Query, WriteTx};

async fn is_trusted(q: &mut impl Query, edition: &Edition) -> Result<bool, Refusal> {
    let organisation = organisations::get(q, edition.organisation).await?;
    Ok(organisation.is_some_and(|it| it.trust == Trust::Trusted))
}

/// Whether this actor may publish this draft without an approver.
pub async fn may_publish(q: &mut impl Query, actor: &Actor, loaded: &Loaded) -> Result<bool, Refusal> {
    let edition = &loaded.edition;
    Ok(edition.state == State::Draft
        && may_publish_own(actor, &loaded.context(), true)
        && is_trusted(q, edition).await?)
}

/// Whether the text went live by trust and waits for the review of this actor.
pub async fn waits_for(q: &mut impl Query, actor: &Actor, loaded: &Loaded) -> Result<bool, Refusal> {
    let edition = &loaded.edition;
    Ok(edition.state == State::Published
        && may_review(actor, &loaded.context()).is_ok()
        && store::is_open(q, edition.id).await?)
}

/// The text of a trusted organisation goes live, bound to its hash like every approved text.
pub async fn publish(tx: &mut WriteTx, id: EditionId, version: i64) -> Result<(), Refusal> {
    let actor = tx.actor().clone();
    let loaded = load(tx, &actor, id).await?;
    let trusted = is_trusted(tx, &loaded.edition).await?;
    if !may_publish_own(&actor, &loaded.context(), trusted) {
        return Err(Denied::Role.into());
    }
    let edition = loaded.edition;
    edition.check_submit(version)?;
    // What an approver sent back goes to an approver again.
    if edition.state != State::Draft {
        return Err(CannotSubmit::NotEditable.into());
    }
    let member = actor.member_id().ok_or(Denied::Role)?;
    let files = editions::files(tx, id).await?;
    if !files::all_confirmed(tx, &files).await? {
        return Err(CannotSubmit::FilesUnseen.into());
    }
    fields::check(tx, &edition, &files).await?;
    consents::note(tx, &edition).await?;
    consents::check(tx, &edition, tx.now()).await?;
    let hash = hash_now(tx, &edition).await?;
    let replaced = publication::store::supersede(tx, &edition).await?;
    if !store::publish(tx, &edition, &hash, member).await? {
        return Err(CannotSubmit::Stale.into());
    }
    let (approval, now) = (approvals::next_id(tx), tx.now());
    let mut approval = approvals::plain(&edition, hash, member, edition.organisation, approval, now);
    approval.level = Level::Own;
    approvals::insert(tx, &approval).await?;
    files::publish(tx, &files).await?;
    let published = load(tx, &actor, id).await?.edition;
    freshness::begin(tx, &published, tx.now()).await?;
    let mut facts = Facts::of(&published);
    facts.replaced = replaced;
    tx.record(facts.event("documents.edition.published_by_trust"));
    Ok(())
}

/// An approver looked at it and leaves it as it is.
pub async fn accept(tx: &mut WriteTx, id: EditionId, version: i64) -> Result<(), Refusal> {
    let actor = tx.actor().clone();
    let loaded = load(tx, &actor, id).await?;
    may_review(&actor, &loaded.context())?;
    let by = actor.member_id().ok_or(Denied::Role)?;
    let same = loaded.edition.version == version && loaded.edition.state == State::Published;
    if !same || !store::accept(tx, id, by).await? {
        return Err(CannotSubmit::Stale.into());
    }
    tx.record(Facts::of(&loaded.edition).event("documents.edition.reviewed"));
    Ok(())
}
