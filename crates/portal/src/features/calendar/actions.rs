//! The verbs of the section.

use super::events::{self, Facts};
use super::model::{self, Details, Event, EventId, Mistake};
use super::store;
use crate::web::proposals::{may_propose, may_publish};
use platform::db::{DbError, WriteTx};
use platform::lang::Localized;

#[derive(Debug, thiserror::Error)]
pub enum Cannot {
    #[error("this event is not theirs to change")]
    Denied,
    #[error("there is no such event")]
    NotFound,
    #[error("the event changed meanwhile")]
    Stale,
    #[error("the form has mistakes: {0:?}")]
    Mistakes(Vec<Mistake>),
    #[error(transparent)]
    Db(#[from] DbError),
}

pub async fn propose(tx: &mut WriteTx, details: &Details) -> Result<EventId, Cannot> {
    let member = tx.actor().signed_in().cloned().filter(|member| may_propose(Some(member)));
    let member = member.ok_or(Cannot::Denied)?;
    let id = store::insert(tx, member.organisation, member.id, details).await?;
    tx.record(Facts::of(details, false).event(events::PROPOSED, id, member.organisation));
    Ok(id)
}

async fn load(tx: &mut WriteTx, id: EventId, may: impl Fn(&Event) -> bool) -> Result<Event, Cannot> {
    let actor = tx.actor().clone();
    let event = store::get(tx, &actor, id).await?.ok_or(Cannot::NotFound)?;
    if may(&event) { Ok(event) } else { Err(Cannot::Denied) }
}

async fn load_to_publish(tx: &mut WriteTx, id: EventId) -> Result<Event, Cannot> {
    let actor = tx.actor().clone();
    load(tx, id, |_| may_publish(&actor)).await
}

pub async fn change(tx: &mut WriteTx, id: EventId, version: i64, details: &Details) -> Result<(), Cannot> {
    let actor = tx.actor().clone();
    let event = load(tx, id, |event| event.proposal().changed_by(&actor)).await?;
    if event.version != version || !store::update(tx, &event, details).await? {
        return Err(Cannot::Stale);
    }
    let mut facts = Facts::of(details, event.published_at.is_some());
    facts.campaigns.extend(event.details.campaign.filter(|id| Some(*id) != details.campaign));
    tx.record(facts.event(events::CHANGED, id, event.organisation));
    Ok(())
}

pub async fn publish(tx: &mut WriteTx, id: EventId, version: i64) -> Result<(), Cannot> {
    let event = load_to_publish(tx, id).await?;
    if event.version != version || !store::publish(tx, &event).await? {
        return Err(Cannot::Stale);
    }
    tx.record(Facts::of(&event.details, true).event(events::PUBLISHED, id, event.organisation));
    Ok(())
}

/// Readers do not see it any more; it is a proposal again.
pub async fn take_back(tx: &mut WriteTx, id: EventId, version: i64) -> Result<(), Cannot> {
    let event = load_to_publish(tx, id).await?;
    if event.version != version || !store::take_back(tx, &event).await? {
        return Err(Cannot::Stale);
    }
    tx.record(Facts::of(&event.details, true).event(events::TAKEN_BACK, id, event.organisation));
    Ok(())
}

/// It does not take place; its page goes on and says why.
pub async fn cancel(
    tx: &mut WriteTx,
    id: EventId,
    version: i64,
    reason: &Localized<String>,
) -> Result<(), Cannot> {
    let event = load_to_publish(tx, id).await?;
    let reason = model::reason(reason).map_err(|mistake| Cannot::Mistakes(vec![mistake]))?;
    if event.version != version || !store::cancel(tx, &event, &reason).await? {
        return Err(Cannot::Stale);
    }
    tx.record(Facts::of(&event.details, true).event(events::CANCELLED, id, event.organisation));
    Ok(())
}

/// It takes place after all.
pub async fn reinstate(tx: &mut WriteTx, id: EventId, version: i64) -> Result<(), Cannot> {
    let event = load_to_publish(tx, id).await?;
    if event.version != version || !store::reinstate(tx, &event).await? {
        return Err(Cannot::Stale);
    }
    let public = event.published_at.is_some();
    tx.record(Facts::of(&event.details, public).event(events::REINSTATED, id, event.organisation));
    Ok(())
}
