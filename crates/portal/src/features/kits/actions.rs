//! The verbs of the section.

use super::events::{self, Facts};
use super::model::{Details, Kit, KitId, Mistake, texts};
use super::store;
use crate::features::documents::{self, DocumentId};
use crate::web::proposals::{may_propose, may_publish};
use platform::db::{DbError, WriteTx};

#[derive(Debug, thiserror::Error)]
pub enum Cannot {
    #[error("this kit is not theirs to change")]
    Denied,
    #[error("there is no such kit")]
    NotFound,
    #[error("the kit changed meanwhile")]
    Stale,
    #[error("the form has mistakes: {0:?}")]
    Mistakes(Vec<Mistake>),
    #[error("a kit without texts is nothing to publish")]
    Empty,
    #[error(transparent)]
    Db(#[from] DbError),
}

/// The documents that were typed. Those that the kit had before may stay although nothing of them is published any more.
async fn named(tx: &mut WriteTx, lines: &str, before: &[DocumentId]) -> Result<Vec<DocumentId>, Cannot> {
    let texts = texts(lines).map_err(|mistake| Cannot::Mistakes(vec![mistake]))?;
    let heads = documents::heads(tx, &texts).await?;
    let fine = |id: &DocumentId| {
        before.contains(id) || documents::head_for(&heads, *id, platform::lang::Lang::Ky).is_some()
    };
    if texts.iter().all(fine) { Ok(texts) } else { Err(Cannot::Mistakes(vec![Mistake::NotPublished])) }
}

pub async fn propose(tx: &mut WriteTx, details: Details, lines: &str) -> Result<KitId, Cannot> {
    let member = tx.actor().signed_in().cloned().filter(|member| may_propose(Some(member)));
    let member = member.ok_or(Cannot::Denied)?;
    let details = details.checked().map_err(Cannot::Mistakes)?;
    let texts = named(tx, lines, &[]).await?;
    let id = store::insert(tx, member.organisation, member.id, &details, &texts).await?;
    tx.record(Facts::of(&details, &texts, false).event(events::PROPOSED, id, member.organisation));
    Ok(id)
}

async fn load(tx: &mut WriteTx, id: KitId, may: impl Fn(&Kit) -> bool) -> Result<Kit, Cannot> {
    let actor = tx.actor().clone();
    let kit = store::get(tx, &actor, id).await?.filter(|kit| kit.proposal().seen_by(&actor));
    let kit = kit.ok_or(Cannot::NotFound)?;
    if may(&kit) { Ok(kit) } else { Err(Cannot::Denied) }
}

pub async fn change(
    tx: &mut WriteTx,
    id: KitId,
    version: i64,
    details: Details,
    lines: &str,
) -> Result<(), Cannot> {
    let actor = tx.actor().clone();
    let kit = load(tx, id, |kit| kit.proposal().changed_by(&actor)).await?;
    let details = details.checked().map_err(Cannot::Mistakes)?;
    let before = store::items(tx, id).await?;
    let texts = named(tx, lines, &before).await?;
    if texts.is_empty() && kit.published_at.is_some() {
        return Err(Cannot::Mistakes(vec![Mistake::Unknown]));
    }
    if kit.version != version || !store::update(tx, &kit, &details, &texts).await? {
        return Err(Cannot::Stale);
    }
    // Pages of texts that left the kit name it still.
    let touched: Vec<DocumentId> = before.into_iter().chain(texts).collect();
    let facts = Facts::of(&details, &touched, kit.published_at.is_some());
    tx.record(facts.event(events::CHANGED, id, kit.organisation));
    Ok(())
}

pub async fn publish(tx: &mut WriteTx, id: KitId, version: i64) -> Result<(), Cannot> {
    let actor = tx.actor().clone();
    let kit = load(tx, id, |_| may_publish(&actor)).await?;
    let texts = store::items(tx, id).await?;
    if documents::heads(tx, &texts).await?.is_empty() {
        return Err(Cannot::Empty);
    }
    if kit.version != version || !store::publish(tx, &kit).await? {
        return Err(Cannot::Stale);
    }
    tx.record(Facts::of(&kit.details, &texts, true).event(events::PUBLISHED, id, kit.organisation));
    Ok(())
}

/// Readers do not see it any more; it is a proposal again.
pub async fn take_back(tx: &mut WriteTx, id: KitId, version: i64) -> Result<(), Cannot> {
    let actor = tx.actor().clone();
    let kit = load(tx, id, |_| may_publish(&actor)).await?;
    let texts = store::items(tx, id).await?;
    if kit.version != version || !store::take_back(tx, &kit).await? {
        return Err(Cannot::Stale);
    }
    tx.record(Facts::of(&kit.details, &texts, true).event(events::TAKEN_BACK, id, kit.organisation));
    Ok(())
}
