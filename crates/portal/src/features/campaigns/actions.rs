//! The verbs of the section.

use super::events::{self, Facts};
use super::model::{Campaign, CampaignId, Details, Entered, Mistake};
use super::store;
use crate::features::organisations;
use crate::web::proposals::{may_propose, may_publish};
use platform::actor::OrganisationId;
use platform::db::{DbError, WriteTx};

#[derive(Debug, thiserror::Error)]
pub enum Cannot {
    #[error("this campaign is not theirs to change")]
    Denied,
    #[error("there is no such campaign")]
    NotFound,
    #[error("the campaign changed meanwhile")]
    Stale,
    #[error("the form has mistakes: {0:?}")]
    Mistakes(Vec<Mistake>),
    #[error(transparent)]
    Db(#[from] DbError),
}

/// Without mistakes, each supporter once and without the organisation that leads it.
async fn checked(tx: &mut WriteTx, entered: Entered, lead: OrganisationId) -> Result<Details, Cannot> {
    let mut details = entered.checked().map_err(Cannot::Mistakes)?;
    details.supporters.retain(|id| *id != lead);
    details.supporters.sort();
    details.supporters.dedup();
    if !details.supporters.is_empty() {
        let known = organisations::names(tx, &details.supporters).await?;
        if known.len() < details.supporters.len() {
            return Err(Cannot::Mistakes(vec![Mistake::Supporter]));
        }
    }
    Ok(details)
}

pub async fn propose(tx: &mut WriteTx, entered: Entered) -> Result<CampaignId, Cannot> {
    let member = tx.actor().signed_in().cloned().filter(|member| may_propose(Some(member)));
    let member = member.ok_or(Cannot::Denied)?;
    let details = checked(tx, entered, member.organisation).await?;
    let id = store::insert(tx, member.organisation, member.id, &details).await?;
    tx.record(Facts::of(&details, false).event(events::PROPOSED, id, member.organisation));
    Ok(id)
}

async fn load(tx: &mut WriteTx, id: CampaignId, may: impl Fn(&Campaign) -> bool) -> Result<Campaign, Cannot> {
    let actor = tx.actor().clone();
    let campaign = store::get(tx, &actor, id).await?.ok_or(Cannot::NotFound)?;
    if may(&campaign) { Ok(campaign) } else { Err(Cannot::Denied) }
}

pub async fn change(tx: &mut WriteTx, id: CampaignId, version: i64, entered: Entered) -> Result<(), Cannot> {
    let actor = tx.actor().clone();
    let campaign = load(tx, id, |campaign| campaign.proposal().changed_by(&actor)).await?;
    let details = checked(tx, entered, campaign.organisation).await?;
    if campaign.version != version || !store::update(tx, &campaign, &details).await? {
        return Err(Cannot::Stale);
    }
    let facts = Facts::of(&details, campaign.published_at.is_some());
    tx.record(facts.event(events::CHANGED, id, campaign.organisation));
    Ok(())
}

pub async fn publish(tx: &mut WriteTx, id: CampaignId, version: i64) -> Result<(), Cannot> {
    let actor = tx.actor().clone();
    let campaign = load(tx, id, |_| may_publish(&actor)).await?;
    if campaign.version != version || !store::publish(tx, &campaign).await? {
        return Err(Cannot::Stale);
    }
    tx.record(Facts::of(&campaign.details, true).event(events::PUBLISHED, id, campaign.organisation));
    Ok(())
}

/// Readers do not see it any more; it is a proposal again.
pub async fn take_back(tx: &mut WriteTx, id: CampaignId, version: i64) -> Result<(), Cannot> {
    let actor = tx.actor().clone();
    let campaign = load(tx, id, |_| may_publish(&actor)).await?;
    if campaign.version != version || !store::take_back(tx, &campaign).await? {
        return Err(Cannot::Stale);
    }
    tx.record(Facts::of(&campaign.details, true).event(events::TAKEN_BACK, id, campaign.organisation));
    Ok(())
}
