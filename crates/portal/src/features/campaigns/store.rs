//! The SQL of campaigns. Every read of a single campaign or of proposals takes the actor.

use super::model::{Campaign, CampaignId, Details, Line, Reach};
use crate::features::programme::Dimension;
use crate::web::proposals::sight;
use jiff::civil::Date;
use platform::actor::{Actor, MemberId, OrganisationId};
use platform::clock::Timestamp;
use platform::db::{Cells, DbError, FromRow, Query, ReadTx, Result, WriteTx, id_list, take};
use platform::lang::Localized;
use platform::params;
use serde_json::json;

macro_rules! columns {
    () => {
        "SELECT id, organisation_id, title_ky, title_ru, title_en, goal_ky, goal_ru, goal_en, starts_on, ends_on, theme,
           version, changed_at, published_at FROM campaigns "
    };
}

macro_rules! line {
    () => {
        "SELECT id, title_ky, title_ru, title_en, starts_on, ends_on FROM campaigns "
    };
}

platform::sql! {
    /// The twin of `Proposal::seen_by`: published, the actor's organisation's, or the actor decides about all.
    GET: concat!(columns!(), "WHERE id = ? AND (published_at IS NOT NULL OR organisation_id = ? OR ? = 1)");
    pub VISIBLE: "SELECT id FROM campaigns WHERE id IN {bigints} AND (published_at IS NOT NULL OR organisation_id = ? OR ? = 1)";
    /// All of them are kept in memory, and there are a few in a year.
    PUBLISHED: concat!(columns!(), "WHERE published_at IS NOT NULL ORDER BY starts_on DESC, id DESC LIMIT 300");
    PROPOSED: concat!(line!(), "WHERE published_at IS NULL ORDER BY changed_at DESC LIMIT 100");
    PROPOSED_OF: concat!(line!(), "WHERE organisation_id = ? AND published_at IS NULL ORDER BY changed_at DESC LIMIT 100");
    /// Whoever asks for these judges who sees them.
    BY_IDS: concat!(columns!(), "WHERE id IN {bigints} ORDER BY id");
    AFTER: "SELECT id FROM campaigns WHERE id > ? ORDER BY id LIMIT 500";
    TAGS: "SELECT campaign_id, dimension, term FROM campaigns_tags WHERE campaign_id IN {bigints}";
    SUPPORTERS: "SELECT campaign_id, organisation_id FROM campaigns_supporters WHERE campaign_id IN {bigints}
                 ORDER BY campaign_id, organisation_id";
    INSERT: "INSERT INTO campaigns (id, organisation_id, title_ky, title_ru, title_en, goal_ky, goal_ru, goal_en, starts_on,
               ends_on, theme, version, created_by, created_at, changed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?)";
    UPDATE: "UPDATE campaigns SET title_ky = ?, title_ru = ?, title_en = ?, goal_ky = ?, goal_ru = ?, goal_en = ?,
               starts_on = ?, ends_on = ?, theme = ?, version = version + 1, changed_at = ? WHERE id = ? AND version = ?";
    CLEAR_TAGS: "DELETE FROM campaigns_tags WHERE campaign_id = ?";
    TAG: "INSERT INTO campaigns_tags (campaign_id, dimension, term) VALUES (?, ?, ?)";
    CLEAR_SUPPORTERS: "DELETE FROM campaigns_supporters WHERE campaign_id = ?";
    SUPPORTER: "INSERT INTO campaigns_supporters (campaign_id, organisation_id) VALUES (?, ?)";
    PUBLISH: "UPDATE campaigns SET published_at = ?, version = version + 1
              WHERE id = ? AND version = ? AND published_at IS NULL";
    TAKE_BACK: "UPDATE campaigns SET published_at = NULL, version = version + 1, changed_at = ?
                WHERE id = ? AND version = ? AND published_at IS NOT NULL";
    COUNT_LED: "SELECT COUNT(*) FROM campaigns WHERE organisation_id = ?";
    COUNT_SUPPORTED: "SELECT COUNT(*) FROM campaigns_supporters WHERE organisation_id = ?";
    CARRY: "UPDATE campaigns SET organisation_id = ? WHERE organisation_id = ?";
    CARRY_SUPPORT: "INSERT INTO campaigns_supporters (campaign_id, organisation_id)
                    SELECT campaign_id, CAST(? AS BIGINT) FROM campaigns_supporters WHERE organisation_id = ?
                    ON CONFLICT DO NOTHING";
    END_SUPPORT: "DELETE FROM campaigns_supporters WHERE organisation_id = ?";
    /// Who leads a campaign does not support it besides.
    END_OWN_SUPPORT: "DELETE FROM campaigns_supporters WHERE organisation_id = ?
                      AND campaign_id IN (SELECT id FROM campaigns WHERE organisation_id = ?)";
    BEGUN_BY: "SELECT id, title_ky, created_at FROM campaigns WHERE created_by = ? ORDER BY id";
}

/// Its reach and its supporters are in tables of their own and not read yet.
struct Row(Campaign);

impl FromRow for Row {
    fn from_row(row: &mut dyn Cells) -> std::result::Result<Self, DbError> {
        Ok(Row(Campaign {
            id: take(row)?,
            organisation: take(row)?,
            details: Details {
                title: Localized { ky: take(row)?, ru: take(row)?, en: take(row)? },
                goal: Localized { ky: take(row)?, ru: take(row)?, en: take(row)? },
                starts: day(row)?,
                ends: day(row)?,
                theme: take(row)?,
                reach: Reach::default(),
                supporters: Vec::new(),
            },
            version: take(row)?,
            changed_at: take(row)?,
            published_at: take(row)?,
        }))
    }
}

impl FromRow for Line {
    fn from_row(row: &mut dyn Cells) -> std::result::Result<Self, DbError> {
        Ok(Line {
            id: take(row)?,
            title: Localized { ky: take(row)?, ru: take(row)?, en: take(row)? },
            starts: day(row)?,
            ends: day(row)?,
        })
    }
}

fn day(row: &mut dyn Cells) -> std::result::Result<Date, DbError> {
    let text: String = take(row)?;
    text.parse().map_err(|_| DbError::Other(format!("{text} is no day")))
}

/// Reads what stands beside the rows.
async fn whole(q: &mut impl Query, rows: Vec<Row>) -> Result<Vec<Campaign>> {
    let mut campaigns: Vec<Campaign> = rows.into_iter().map(|row| row.0).collect();
    if campaigns.is_empty() {
        return Ok(campaigns);
    }
    let ids = id_list(campaigns.iter().map(|it| it.id.get()));
    let tags: Vec<(CampaignId, String, String)> = q.all(&TAGS, params![&ids]).await?;
    let supporters: Vec<(CampaignId, OrganisationId)> = q.all(&SUPPORTERS, params![&ids]).await?;
    for campaign in &mut campaigns {
        let of = |dimension: Dimension| -> Vec<String> {
            let own = tags.iter().filter(|(id, code, _)| *id == campaign.id && code == dimension.code());
            let mut terms: Vec<String> = own.map(|(_, _, term)| term.clone()).collect();
            terms.sort();
            terms
        };
        campaign.details.reach = Reach {
            audiences: of(Dimension::Audience),
            regions: of(Dimension::Region),
            channels: of(Dimension::Channel),
        };
        let own = supporters.iter().filter(|(id, _)| *id == campaign.id);
        campaign.details.supporters = own.map(|(_, organisation)| *organisation).collect();
    }
    Ok(campaigns)
}

pub async fn get(q: &mut impl Query, actor: &Actor, id: CampaignId) -> Result<Option<Campaign>> {
    let (organisation, decides) = sight(actor);
    let row: Option<Row> = q.one(&GET, params![id, organisation, decides]).await?;
    Ok(whole(q, row.into_iter().collect()).await?.pop())
}

/// The latest to start first.
pub async fn published(q: &mut impl Query) -> Result<Vec<Campaign>> {
    let rows = q.all(&PUBLISHED, params![]).await?;
    whole(q, rows).await
}

/// Proposals that this actor may see.
pub async fn proposed(q: &mut impl Query, actor: &Actor) -> Result<Vec<Line>> {
    match sight(actor) {
        (_, 1) => q.all(&PROPOSED, params![]).await,
        (-1, _) => Ok(Vec::new()),
        (organisation, _) => q.all(&PROPOSED_OF, params![organisation]).await,
    }
}

/// Whatever their state: the caller judges who sees them.
pub async fn by_ids(q: &mut impl Query, ids: &[CampaignId]) -> Result<Vec<Campaign>> {
    let rows = q.all(&BY_IDS, params![id_list(ids.iter().map(|id| id.get()))]).await?;
    whole(q, rows).await
}

/// A page of all, in their order.
pub async fn ids_after(q: &mut impl Query, after: CampaignId) -> Result<Vec<CampaignId>> {
    let ids: Vec<i64> = q.all(&AFTER, params![after]).await?;
    Ok(ids.into_iter().map(CampaignId::from).collect())
}

pub async fn insert(
    tx: &mut WriteTx,
    organisation: OrganisationId,
    by: MemberId,
    details: &Details,
) -> Result<CampaignId> {
    let (id, now): (CampaignId, Timestamp) = (tx.next_id(), tx.now());
    let Details { title, goal, starts, ends, theme, .. } = details;
    let values = params![
        id,
        organisation,
        &title.ky,
        &title.ru,
        &title.en,
        &goal.ky,
        &goal.ru,
        &goal.en,
        starts.to_string(),
        ends.to_string(),
        theme,
        by,
        now,
        now
    ];
    tx.run(&INSERT, values).await?;
    put_beside(tx, id, details).await?;
    Ok(id)
}

/// False if somebody else saved meanwhile.
pub async fn update(tx: &mut WriteTx, campaign: &Campaign, details: &Details) -> Result<bool> {
    let now = tx.now();
    let Details { title, goal, starts, ends, theme, .. } = details;
    let values = params![
        &title.ky,
        &title.ru,
        &title.en,
        &goal.ky,
        &goal.ru,
        &goal.en,
        starts.to_string(),
        ends.to_string(),
        theme,
        now,
        campaign.id,
        campaign.version
    ];
    if tx.run(&UPDATE, values).await? == 0 {
        return Ok(false);
    }
    tx.run(&CLEAR_TAGS, params![campaign.id]).await?;
    tx.run(&CLEAR_SUPPORTERS, params![campaign.id]).await?;
    put_beside(tx, campaign.id, details).await?;
    Ok(true)
}

async fn put_beside(tx: &mut WriteTx, id: CampaignId, details: &Details) -> Result<()> {
    for dimension in Reach::DIMENSIONS {
        for term in details.reach.of(dimension) {
            tx.run(&TAG, params![id, dimension.code(), term]).await?;
        }
    }
    for supporter in &details.supporters {
        tx.run(&SUPPORTER, params![id, *supporter]).await?;
    }
    Ok(())
}

pub async fn publish(tx: &mut WriteTx, campaign: &Campaign) -> Result<bool> {
    let now = tx.now();
    Ok(tx.run(&PUBLISH, params![now, campaign.id, campaign.version]).await? == 1)
}

pub async fn take_back(tx: &mut WriteTx, campaign: &Campaign) -> Result<bool> {
    let now = tx.now();
    Ok(tx.run(&TAKE_BACK, params![now, campaign.id, campaign.version]).await? == 1)
}

pub async fn counts_of(tx: &mut ReadTx, organisation: OrganisationId) -> Result<Vec<(&'static str, i64)>> {
    let led = tx.one(&COUNT_LED, params![organisation]).await?.unwrap_or(0);
    let supported = tx.one(&COUNT_SUPPORTED, params![organisation]).await?.unwrap_or(0);
    Ok(vec![("campaigns-moves", led), ("campaigns-moves-supported", supported)])
}

pub async fn carry(tx: &mut WriteTx, from: OrganisationId, into: OrganisationId) -> Result<()> {
    tx.run(&CARRY, params![into, from]).await?;
    tx.run(&CARRY_SUPPORT, params![into, from]).await?;
    tx.run(&END_SUPPORT, params![from]).await?;
    tx.run(&END_OWN_SUPPORT, params![into, into]).await.map(drop)
}

/// What the section keeps about a person: which campaigns they proposed.
pub async fn copy(tx: &mut ReadTx, member: MemberId) -> Result<serde_json::Value> {
    let rows: Vec<(CampaignId, String, Timestamp)> = tx.all(&BEGUN_BY, params![member]).await?;
    let begun: Vec<_> =
        rows.iter().map(|(id, title, at)| json!({ "id": id, "title": title, "at": at.0 })).collect();
    Ok(json!({ "campaigns_proposed": begun }))
}
