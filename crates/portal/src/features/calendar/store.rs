//! The SQL of events. Every read of a single event or of proposals takes the actor.

use super::model::{Cancellation, Details, Event, EventId, Layer, Line, Span};
use crate::features::campaigns::CampaignId;
use crate::web::proposals::sight;
use platform::actor::{Actor, MemberId, OrganisationId};
use platform::clock::Timestamp;
use platform::db::{Cells, DbError, FromRow, Query, ReadTx, Result, WriteTx, id_list, take};
use platform::lang::Localized;
use platform::params;
use serde_json::json;

macro_rules! columns {
    () => {
        "SELECT id, organisation_id, layer, title_ky, title_ru, title_en, description_ky, description_ru, description_en,
           place_ky, place_ru, place_en, link, starts_at, ends_at, whole_days, region, audience, campaign_id, version,
           changed_at, published_at, cancelled_at, reason_ky, reason_ru, reason_en FROM calendar_events "
    };
}

/// Lists show no descriptions, so they load none.
macro_rules! line {
    () => {
        "SELECT id, layer, title_ky, title_ru, title_en, place_ky, place_ru, place_en, starts_at, ends_at, whole_days,
           cancelled_at FROM calendar_events "
    };
}

/// What the public list asks besides the time: a layer and a region, each perhaps empty. An event of the whole country is
/// one of every region.
macro_rules! filtered {
    () => {
        "AND (? = '' OR layer = ?) AND (? = '' OR region = ? OR region = '') "
    };
}

platform::sql! {
    /// The twin of `Proposal::seen_by`: published, the actor's organisation's, or the actor decides about all.
    GET: concat!(columns!(), "WHERE id = ? AND (published_at IS NOT NULL OR organisation_id = ? OR ? = 1)");
    pub VISIBLE: "SELECT id FROM calendar_events WHERE id IN {bigints}
                AND (published_at IS NOT NULL OR organisation_id = ? OR ? = 1)";
    COMING: concat!(columns!(), "WHERE published_at IS NOT NULL AND ends_at >= ? ", filtered!(),
                    "ORDER BY ends_at, id LIMIT 300");
    COMING_LINES: concat!(line!(), "WHERE published_at IS NOT NULL AND ends_at >= ? ", filtered!(),
                          "ORDER BY ends_at, id LIMIT ?");
    PAST: concat!(line!(), "WHERE published_at IS NOT NULL AND (ends_at, id) < (?, ?) ", filtered!(),
                  "ORDER BY ends_at DESC, id DESC LIMIT 21");
    COMING_OF: concat!(line!(), "WHERE organisation_id = ? AND published_at IS NOT NULL AND ends_at >= ?
                       ORDER BY ends_at, id LIMIT 20");
    OF_CAMPAIGN: concat!(line!(), "WHERE campaign_id = ? AND published_at IS NOT NULL AND ends_at >= ?
                         ORDER BY ends_at, id LIMIT 20");
    PROPOSED: concat!(line!(), "WHERE published_at IS NULL ORDER BY changed_at DESC LIMIT 100");
    PROPOSED_OF: concat!(line!(), "WHERE organisation_id = ? AND published_at IS NULL ORDER BY changed_at DESC LIMIT 100");
    /// Whoever asks for these judges who sees them.
    BY_IDS: concat!(columns!(), "WHERE id IN {bigints} ORDER BY id");
    AFTER: "SELECT id FROM calendar_events WHERE id > ? ORDER BY id LIMIT 500";
    PUBLIC_IDS: "SELECT id FROM calendar_events WHERE published_at IS NOT NULL AND ends_at >= ? ORDER BY ends_at, id LIMIT 5000";
    INSERT: "INSERT INTO calendar_events (id, organisation_id, layer, title_ky, title_ru, title_en, description_ky,
               description_ru, description_en, place_ky, place_ru, place_en, link, starts_at, ends_at, whole_days, region,
               audience, campaign_id, version, created_by, created_at, changed_at)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?)";
    UPDATE: "UPDATE calendar_events SET layer = ?, title_ky = ?, title_ru = ?, title_en = ?, description_ky = ?,
               description_ru = ?, description_en = ?, place_ky = ?, place_ru = ?, place_en = ?, link = ?, starts_at = ?,
               ends_at = ?, whole_days = ?, region = ?, audience = ?, campaign_id = ?, version = version + 1, changed_at = ?
             WHERE id = ? AND version = ?";
    PUBLISH: "UPDATE calendar_events SET published_at = ?, version = version + 1, changed_at = ?
              WHERE id = ? AND version = ? AND published_at IS NULL";
    TAKE_BACK: "UPDATE calendar_events SET published_at = NULL, version = version + 1, changed_at = ?
                WHERE id = ? AND version = ? AND published_at IS NOT NULL";
    CANCEL: "UPDATE calendar_events SET cancelled_at = ?, reason_ky = ?, reason_ru = ?, reason_en = ?,
               version = version + 1, changed_at = ?
             WHERE id = ? AND version = ? AND published_at IS NOT NULL AND cancelled_at IS NULL";
    REINSTATE: "UPDATE calendar_events SET cancelled_at = NULL, reason_ky = '', reason_ru = '', reason_en = '',
                  version = version + 1, changed_at = ?
                WHERE id = ? AND version = ? AND cancelled_at IS NOT NULL";
    COUNT_OF: "SELECT COUNT(*) FROM calendar_events WHERE organisation_id = ?";
    CARRY: "UPDATE calendar_events SET organisation_id = ? WHERE organisation_id = ?";
    BEGUN_BY: "SELECT id, title_ky, created_at FROM calendar_events WHERE created_by = ? ORDER BY id";
}

impl FromRow for Event {
    fn from_row(row: &mut dyn Cells) -> std::result::Result<Self, DbError> {
        let (id, organisation) = (take(row)?, take(row)?);
        let details = Details {
            layer: take(row)?,
            title: Localized { ky: take(row)?, ru: take(row)?, en: take(row)? },
            description: Localized { ky: take(row)?, ru: take(row)?, en: take(row)? },
            place: Localized { ky: take(row)?, ru: take(row)?, en: take(row)? },
            link: take(row)?,
            span: Span { starts: take(row)?, ends: take(row)?, whole_days: take::<i64>(row)? == 1 },
            region: take(row)?,
            audience: take(row)?,
            campaign: take(row)?,
        };
        let (version, changed_at, published_at) = (take(row)?, take(row)?, take(row)?);
        let cancelled_at: Option<Timestamp> = take(row)?;
        let reason = Localized { ky: take(row)?, ru: take(row)?, en: take(row)? };
        let cancellation = cancelled_at.map(|at| Cancellation { at, reason });
        Ok(Event { id, organisation, details, version, changed_at, published_at, cancellation })
    }
}

impl FromRow for Line {
    fn from_row(row: &mut dyn Cells) -> std::result::Result<Self, DbError> {
        Ok(Line {
            id: take(row)?,
            layer: take(row)?,
            title: Localized { ky: take(row)?, ru: take(row)?, en: take(row)? },
            place: Localized { ky: take(row)?, ru: take(row)?, en: take(row)? },
            span: Span { starts: take(row)?, ends: take(row)?, whole_days: take::<i64>(row)? == 1 },
            cancelled: take::<Option<Timestamp>>(row)?.is_some(),
        })
    }
}

/// What a list is narrowed by; empty for nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    pub layer: Option<Layer>,
    pub region: String,
}

impl Filter {
    fn layer(&self) -> &'static str {
        self.layer.map_or("", Layer::code)
    }
}

pub async fn get(q: &mut impl Query, actor: &Actor, id: EventId) -> Result<Option<Event>> {
    let (organisation, decides) = sight(actor);
    q.one(&GET, params![id, organisation, decides]).await
}

/// Published ones that end at a moment or later, the first to end first; `most` at most, and never more than 300.
pub async fn coming_lines(
    q: &mut impl Query,
    from: Timestamp,
    filter: &Filter,
    most: i64,
) -> Result<Vec<Line>> {
    let (layer, region) = (filter.layer(), filter.region.as_str());
    q.all(&COMING_LINES, params![from, layer, layer, region, region, most.min(300)]).await
}

/// The same with all that is written of them, for other programs; 300 at most.
pub async fn coming(q: &mut impl Query, from: Timestamp, filter: &Filter) -> Result<Vec<Event>> {
    let (layer, region) = (filter.layer(), filter.region.as_str());
    q.all(&COMING, params![from, layer, layer, region, region]).await
}

/// Up to 21 published ones before a place in time, the last to end first.
pub async fn past(q: &mut impl Query, before: (Timestamp, EventId), filter: &Filter) -> Result<Vec<Line>> {
    let (layer, region) = (filter.layer(), filter.region.as_str());
    q.all(&PAST, params![before.0, before.1, layer, layer, region, region]).await
}

pub async fn coming_of(
    q: &mut impl Query,
    organisation: OrganisationId,
    from: Timestamp,
) -> Result<Vec<Line>> {
    q.all(&COMING_OF, params![organisation, from]).await
}

pub async fn of_campaign(q: &mut impl Query, campaign: CampaignId, from: Timestamp) -> Result<Vec<Line>> {
    q.all(&OF_CAMPAIGN, params![campaign, from]).await
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
pub async fn by_ids(q: &mut impl Query, ids: &[EventId]) -> Result<Vec<Event>> {
    q.all(&BY_IDS, params![id_list(ids.iter().map(|id| id.get()))]).await
}

/// A page of all, in their order.
pub async fn ids_after(q: &mut impl Query, after: EventId) -> Result<Vec<EventId>> {
    let ids: Vec<i64> = q.all(&AFTER, params![after]).await?;
    Ok(ids.into_iter().map(EventId::from).collect())
}

/// Published ones that end at a moment or later.
pub async fn public_ids(q: &mut impl Query, from: Timestamp) -> Result<Vec<EventId>> {
    let ids: Vec<i64> = q.all(&PUBLIC_IDS, params![from]).await?;
    Ok(ids.into_iter().map(EventId::from).collect())
}

pub async fn insert(
    tx: &mut WriteTx,
    organisation: OrganisationId,
    by: MemberId,
    details: &Details,
) -> Result<EventId> {
    let (id, now): (EventId, Timestamp) = (tx.next_id(), tx.now());
    let Details { layer, title, description, place, link, span, region, audience, campaign } = details;
    let values = params![
        id,
        organisation,
        *layer,
        &title.ky,
        &title.ru,
        &title.en,
        &description.ky,
        &description.ru,
        &description.en,
        &place.ky,
        &place.ru,
        &place.en,
        link,
        span.starts,
        span.ends,
        i64::from(span.whole_days),
        region,
        audience,
        *campaign,
        by,
        now,
        now
    ];
    tx.run(&INSERT, values).await?;
    Ok(id)
}

/// False if somebody else saved meanwhile.
pub async fn update(tx: &mut WriteTx, event: &Event, details: &Details) -> Result<bool> {
    let now = tx.now();
    let Details { layer, title, description, place, link, span, region, audience, campaign } = details;
    let values = params![
        *layer,
        &title.ky,
        &title.ru,
        &title.en,
        &description.ky,
        &description.ru,
        &description.en,
        &place.ky,
        &place.ru,
        &place.en,
        link,
        span.starts,
        span.ends,
        i64::from(span.whole_days),
        region,
        audience,
        *campaign,
        now,
        event.id,
        event.version
    ];
    Ok(tx.run(&UPDATE, values).await? == 1)
}

pub async fn publish(tx: &mut WriteTx, event: &Event) -> Result<bool> {
    let now = tx.now();
    Ok(tx.run(&PUBLISH, params![now, now, event.id, event.version]).await? == 1)
}

pub async fn take_back(tx: &mut WriteTx, event: &Event) -> Result<bool> {
    let now = tx.now();
    Ok(tx.run(&TAKE_BACK, params![now, event.id, event.version]).await? == 1)
}

pub async fn cancel(tx: &mut WriteTx, event: &Event, reason: &Localized<String>) -> Result<bool> {
    let now = tx.now();
    let values = params![now, &reason.ky, &reason.ru, &reason.en, now, event.id, event.version];
    Ok(tx.run(&CANCEL, values).await? == 1)
}

pub async fn reinstate(tx: &mut WriteTx, event: &Event) -> Result<bool> {
    let now = tx.now();
    Ok(tx.run(&REINSTATE, params![now, event.id, event.version]).await? == 1)
}

pub async fn count_of(q: &mut impl Query, organisation: OrganisationId) -> Result<i64> {
    Ok(q.one(&COUNT_OF, params![organisation]).await?.unwrap_or(0))
}

pub async fn carry(tx: &mut WriteTx, from: OrganisationId, into: OrganisationId) -> Result<()> {
    tx.run(&CARRY, params![into, from]).await.map(drop)
}

/// What the section keeps about a person: which events they proposed.
pub async fn copy(tx: &mut ReadTx, member: MemberId) -> Result<serde_json::Value> {
    let rows: Vec<(EventId, String, Timestamp)> = tx.all(&BEGUN_BY, params![member]).await?;
    let begun: Vec<_> =
        rows.iter().map(|(id, title, at)| json!({ "id": id, "title": title, "at": at.0 })).collect();
    Ok(json!({ "events_proposed": begun }))
}
