//! The SQL of kits. Every read of a single kit or of proposals takes the actor.

use super::model::{Details, Kit, KitId};
use crate::features::campaigns::CampaignId;
use crate::features::documents::DocumentId;
use crate::web::proposals::sight;
use platform::actor::{Actor, MemberId, OrganisationId};
use platform::clock::Timestamp;
use platform::db::{Cells, DbError, FromRow, Query, ReadTx, Result, WriteTx, id_list, take};
use platform::lang::Localized;
use platform::params;
use serde_json::json;

macro_rules! columns {
    () => {
        "SELECT id, organisation_id, title_ky, title_ru, title_en, introduction_ky, introduction_ru, introduction_en,
           audience, theme, campaign_id, version, changed_at, published_at FROM kits "
    };
}

platform::sql! {
    /// The twin of `Proposal::seen_by`: published, the actor's organisation's, or the actor decides about all.
    GET: concat!(columns!(), "WHERE id = ? AND (published_at IS NOT NULL OR organisation_id = ? OR ? = 1)");
    pub VISIBLE: "SELECT id FROM kits WHERE id IN {bigints} AND (published_at IS NOT NULL OR organisation_id = ? OR ? = 1)";
    /// So few are published that a page can hold them all.
    PUBLISHED: concat!(columns!(), "WHERE published_at IS NOT NULL AND (? = '' OR audience = ?) AND (? = '' OR theme = ?)
                       ORDER BY published_at DESC, id DESC LIMIT 300");
    OF_CAMPAIGN: concat!(columns!(), "WHERE campaign_id = ? AND published_at IS NOT NULL ORDER BY published_at DESC, id DESC LIMIT 20");
    PROPOSED: concat!(columns!(), "WHERE published_at IS NULL ORDER BY changed_at DESC LIMIT 100");
    PROPOSED_OF: concat!(columns!(), "WHERE organisation_id = ? AND published_at IS NULL ORDER BY changed_at DESC LIMIT 100");
    /// Whoever asks for these judges who sees them.
    BY_IDS: concat!(columns!(), "WHERE id IN {bigints} ORDER BY id");
    AFTER: "SELECT id FROM kits WHERE id > ? ORDER BY id LIMIT 500";
    ITEMS: "SELECT document_id FROM kits_items WHERE kit_id = ? ORDER BY position";
    ALL_ITEMS: "SELECT kit_id, document_id FROM kits_items WHERE kit_id IN {bigints} ORDER BY kit_id, position";
    WITH_DOCUMENT: "SELECT k.id, k.title_ky, k.title_ru, k.title_en FROM kits_items i JOIN kits k ON k.id = i.kit_id
                    WHERE i.document_id = ? AND k.published_at IS NOT NULL ORDER BY k.id";
    INSERT: "INSERT INTO kits (id, organisation_id, title_ky, title_ru, title_en, introduction_ky, introduction_ru,
               introduction_en, audience, theme, campaign_id, version, created_by, created_at, changed_at)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?)";
    UPDATE: "UPDATE kits SET title_ky = ?, title_ru = ?, title_en = ?, introduction_ky = ?, introduction_ru = ?,
               introduction_en = ?, audience = ?, theme = ?, campaign_id = ?, version = version + 1, changed_at = ?
             WHERE id = ? AND version = ?";
    CLEAR_ITEMS: "DELETE FROM kits_items WHERE kit_id = ?";
    ADD_ITEM: "INSERT INTO kits_items (kit_id, document_id, position) VALUES (?, ?, ?)";
    PUBLISH: "UPDATE kits SET published_at = ?, version = version + 1 WHERE id = ? AND version = ? AND published_at IS NULL";
    TAKE_BACK: "UPDATE kits SET published_at = NULL, version = version + 1, changed_at = ?
                WHERE id = ? AND version = ? AND published_at IS NOT NULL";
    COUNT_OF: "SELECT COUNT(*) FROM kits WHERE organisation_id = ?";
    CARRY: "UPDATE kits SET organisation_id = ? WHERE organisation_id = ?";
    BEGUN_BY: "SELECT id, title_ky, created_at FROM kits WHERE created_by = ? ORDER BY id";
}

impl FromRow for Kit {
    fn from_row(row: &mut dyn Cells) -> std::result::Result<Self, DbError> {
        Ok(Kit {
            id: take(row)?,
            organisation: take(row)?,
            details: Details {
                title: Localized { ky: take(row)?, ru: take(row)?, en: take(row)? },
                introduction: Localized { ky: take(row)?, ru: take(row)?, en: take(row)? },
                audience: take(row)?,
                theme: take(row)?,
                campaign: take(row)?,
            },
            version: take(row)?,
            changed_at: take(row)?,
            published_at: take(row)?,
        })
    }
}

pub async fn get(q: &mut impl Query, actor: &Actor, id: KitId) -> Result<Option<Kit>> {
    let (organisation, decides) = sight(actor);
    q.one(&GET, params![id, organisation, decides]).await
}

/// The published ones for an audience and of a theme, each perhaps empty; the newest first.
pub async fn published(q: &mut impl Query, audience: &str, theme: &str) -> Result<Vec<Kit>> {
    q.all(&PUBLISHED, params![audience, audience, theme, theme]).await
}

/// The newest published ones that were made for a campaign.
pub async fn of_campaign(q: &mut impl Query, campaign: CampaignId) -> Result<Vec<Kit>> {
    q.all(&OF_CAMPAIGN, params![campaign]).await
}

/// Proposals that this actor may see.
pub async fn proposed(q: &mut impl Query, actor: &Actor) -> Result<Vec<Kit>> {
    match sight(actor) {
        (_, 1) => q.all(&PROPOSED, params![]).await,
        (-1, _) => Ok(Vec::new()),
        (organisation, _) => q.all(&PROPOSED_OF, params![organisation]).await,
    }
}

/// Whatever their state: the caller judges who sees them.
pub async fn by_ids(q: &mut impl Query, ids: &[KitId]) -> Result<Vec<Kit>> {
    q.all(&BY_IDS, params![id_list(ids.iter().map(|id| id.get()))]).await
}

/// A page of all, in their order.
pub async fn ids_after(q: &mut impl Query, after: KitId) -> Result<Vec<KitId>> {
    let ids: Vec<i64> = q.all(&AFTER, params![after]).await?;
    Ok(ids.into_iter().map(KitId::from).collect())
}

pub async fn items(q: &mut impl Query, kit: KitId) -> Result<Vec<DocumentId>> {
    let ids: Vec<i64> = q.all(&ITEMS, params![kit]).await?;
    Ok(ids.into_iter().map(DocumentId::from).collect())
}

pub async fn all_items(q: &mut impl Query, kits: &[KitId]) -> Result<Vec<(KitId, DocumentId)>> {
    q.all(&ALL_ITEMS, params![id_list(kits.iter().map(|id| id.get()))]).await
}

/// The published kits that hold a document, with their titles.
pub async fn with_document(
    q: &mut impl Query,
    document: DocumentId,
) -> Result<Vec<(KitId, Localized<String>)>> {
    let rows: Vec<(KitId, String, String, String)> = q.all(&WITH_DOCUMENT, params![document]).await?;
    Ok(rows.into_iter().map(|(id, ky, ru, en)| (id, Localized { ky, ru, en })).collect())
}

pub async fn insert(
    tx: &mut WriteTx,
    organisation: OrganisationId,
    by: MemberId,
    details: &Details,
    texts: &[DocumentId],
) -> Result<KitId> {
    let (id, now): (KitId, Timestamp) = (tx.next_id(), tx.now());
    let Details { title, introduction, audience, theme, campaign } = details;
    let values = params![
        id,
        organisation,
        &title.ky,
        &title.ru,
        &title.en,
        &introduction.ky,
        &introduction.ru,
        &introduction.en,
        audience,
        theme,
        *campaign,
        by,
        now,
        now
    ];
    tx.run(&INSERT, values).await?;
    put_items(tx, id, texts).await?;
    Ok(id)
}

/// False if somebody else saved meanwhile.
pub async fn update(tx: &mut WriteTx, kit: &Kit, details: &Details, texts: &[DocumentId]) -> Result<bool> {
    let now = tx.now();
    let Details { title, introduction, audience, theme, campaign } = details;
    let values = params![
        &title.ky,
        &title.ru,
        &title.en,
        &introduction.ky,
        &introduction.ru,
        &introduction.en,
        audience,
        theme,
        *campaign,
        now,
        kit.id,
        kit.version
    ];
    if tx.run(&UPDATE, values).await? == 0 {
        return Ok(false);
    }
    tx.run(&CLEAR_ITEMS, params![kit.id]).await?;
    put_items(tx, kit.id, texts).await?;
    Ok(true)
}

async fn put_items(tx: &mut WriteTx, kit: KitId, texts: &[DocumentId]) -> Result<()> {
    for (position, document) in (1_i64..).zip(texts) {
        tx.run(&ADD_ITEM, params![kit, *document, position]).await?;
    }
    Ok(())
}

pub async fn publish(tx: &mut WriteTx, kit: &Kit) -> Result<bool> {
    let now = tx.now();
    Ok(tx.run(&PUBLISH, params![now, kit.id, kit.version]).await? == 1)
}

pub async fn take_back(tx: &mut WriteTx, kit: &Kit) -> Result<bool> {
    let now = tx.now();
    Ok(tx.run(&TAKE_BACK, params![now, kit.id, kit.version]).await? == 1)
}

pub async fn count_of(q: &mut impl Query, organisation: OrganisationId) -> Result<i64> {
    Ok(q.one(&COUNT_OF, params![organisation]).await?.unwrap_or(0))
}

pub async fn carry(tx: &mut WriteTx, from: OrganisationId, into: OrganisationId) -> Result<()> {
    tx.run(&CARRY, params![into, from]).await.map(drop)
}

/// What the section keeps about a person: which kits they began.
pub async fn copy(tx: &mut ReadTx, member: MemberId) -> Result<serde_json::Value> {
    let rows: Vec<(KitId, String, Timestamp)> = tx.all(&BEGUN_BY, params![member]).await?;
    Ok(
        json!({ "kits_begun": rows.iter().map(|(id, title, at)| json!({ "id": id, "title": title, "at": at.0 })).collect::<Vec<_>>() }),
    )
}
