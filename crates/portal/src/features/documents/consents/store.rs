//! The SQL of consents.

use super::super::model::{DocumentId, Edition, EditionId};
use super::model::Consent;
use platform::actor::{MemberId, OrganisationId};
use platform::db::{DbError, Query, Result, WriteTx};
use platform::params;

platform::sql! {
    NOTE: "INSERT INTO documents_consents (edition_id, code, keeper_id, last_day) VALUES (?, ?, ?, ?)
           ON CONFLICT (edition_id) DO UPDATE SET code = excluded.code, keeper_id = excluded.keeper_id,
             last_day = excluded.last_day, told_days = NULL";
    WITHDRAWN: "SELECT COUNT(*) FROM documents_consents_withdrawn WHERE keeper_id = ? AND code = ?";
    WITHDRAW: "INSERT INTO documents_consents_withdrawn (keeper_id, code, withdrawn_by, withdrawn_at) VALUES (?, ?, ?, ?)
               ON CONFLICT DO NOTHING";
    /// What readers can still see of the stories with this consent.
    PUBLIC_WITH: "SELECT c.edition_id FROM documents_consents c CROSS JOIN documents_editions e
                  WHERE e.id = c.edition_id AND c.keeper_id = ? AND c.code = ?
                    AND e.state IN ('published', 'superseded', 'withdrawn') ORDER BY c.edition_id";
    /// CROSS JOIN keeps SQLite at the few consents that end soon; otherwise it goes through all published texts.
    ENDING: "SELECT c.edition_id, e.document_id, c.last_day, c.told_days FROM documents_consents c
             CROSS JOIN documents_editions e
             WHERE e.id = c.edition_id AND c.last_day <= ? AND e.state IN ('published', 'superseded', 'withdrawn')
             ORDER BY c.last_day, c.edition_id LIMIT 500";
    TELL: "UPDATE documents_consents SET told_days = ? WHERE edition_id = ?";
    MOVE: "UPDATE documents_consents SET keeper_id = ? WHERE keeper_id = ?";
    MOVE_WITHDRAWN: "INSERT INTO documents_consents_withdrawn (keeper_id, code, withdrawn_by, withdrawn_at)
                     SELECT CAST(? AS BIGINT), code, withdrawn_by, withdrawn_at FROM documents_consents_withdrawn
                     WHERE keeper_id = ? ON CONFLICT DO NOTHING";
    KEEPER: "SELECT keeper_id FROM documents_consents WHERE edition_id = ?";
}

/// A consent that is near its end, or past it.
pub struct Near {
    pub edition: EditionId,
    pub document: DocumentId,
    pub last_day: String,
    pub told_days: Option<i64>,
}
platform::from_row!(Near { edition, document, last_day, told_days });

pub async fn note(tx: &mut WriteTx, edition: &Edition, consent: &Consent) -> Result<()> {
    let day = consent.last_day.to_string();
    tx.run(&NOTE, params![edition.id, &consent.code, consent.keeper, &day]).await?;
    Ok(())
}

pub async fn is_withdrawn(q: &mut impl Query, consent: &Consent) -> Result<bool> {
    let count: Option<i64> = q.one(&WITHDRAWN, params![consent.keeper, &consent.code]).await?;
    Ok(count.unwrap_or(0) > 0)
}

/// False if it was taken back before.
pub async fn withdraw(tx: &mut WriteTx, consent: &Consent, by: MemberId) -> Result<bool> {
    let now = tx.now();
    Ok(tx.run(&WITHDRAW, params![consent.keeper, &consent.code, by, now]).await? == 1)
}

pub async fn public_with(q: &mut impl Query, consent: &Consent) -> Result<Vec<EditionId>> {
    let ids: Vec<i64> = q.all(&PUBLIC_WITH, params![consent.keeper, &consent.code]).await?;
    Ok(ids.into_iter().map(EditionId::from).collect())
}

/// Those of public texts whose last day is this one or earlier.
pub async fn ending(q: &mut impl Query, day: &str) -> Result<Vec<Near>> {
    q.all(&ENDING, params![day]).await
}

pub async fn tell(tx: &mut WriteTx, edition: EditionId, days: i64) -> Result<()> {
    tx.run(&TELL, params![days, edition]).await?;
    Ok(())
}

/// Who keeps the consent of a text now; organisations may have become one since it was written.
pub async fn keeper(q: &mut impl Query, edition: EditionId) -> Result<Option<OrganisationId>> {
    Ok(q.one::<i64>(&KEEPER, params![edition]).await?.map(OrganisationId::from))
}

/// Two organisations turn out to be one.
pub async fn carry(
    tx: &mut WriteTx,
    from: OrganisationId,
    into: OrganisationId,
) -> std::result::Result<(), DbError> {
    tx.run(&MOVE, params![into, from]).await?;
    tx.run(&MOVE_WITHDRAWN, params![into, from]).await?;
    Ok(())
}
