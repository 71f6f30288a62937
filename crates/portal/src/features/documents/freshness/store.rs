//! The SQL of freshness.

use super::super::model::{DocumentId, Edition, EditionId, Kind};
use super::super::store::Work;
use super::model::Shown;
use platform::actor::{MemberId, OrganisationId};
use platform::clock::Timestamp;
use platform::db::{Query, Result, WriteTx};
use platform::lang::Lang;
use platform::params;

/// What a list is narrowed to. Its parameters are those of [`Filter::values`].
macro_rules! narrowed {
    () => {
        "f.due_at > ? AND f.due_at <= ? AND (? = 1 OR f.organisation_id = ?) AND (? = '' OR f.language = ?)
           AND (? = 0 OR f.checked_at IS NULL)
           AND (? = 0 OR f.edition_id IN (SELECT u.edition_id FROM documents_addresses a CROSS JOIN documents_addresses_used u
                                          WHERE u.address_id = a.id AND a.status = 'broken'))"
    };
}

platform::sql! {
    BEGIN: "INSERT INTO documents_freshness (edition_id, document_id, organisation_id, language, due_at, read_at)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (edition_id) DO UPDATE SET due_at = excluded.due_at, read_at = excluded.read_at";
    FORGET: "DELETE FROM documents_freshness WHERE edition_id = ?";
    OF: "SELECT due_at, checked_by, checked_at FROM documents_freshness WHERE edition_id = ?";
    CONFIRM: "UPDATE documents_freshness SET due_at = ?, checked_by = ?, checked_at = ?, told_at = NULL, chair_told_at = NULL
              WHERE edition_id = ?";
    PLAN: "UPDATE documents_freshness SET due_at = ?, told_at = NULL, chair_told_at = NULL WHERE edition_id = ?";
    MOVE: "UPDATE documents_freshness SET organisation_id = ? WHERE organisation_id = ?";
    OVERDUE_OF: "SELECT e.id, e.kind, e.language, e.state, e.title, e.changed_at, e.organisation_id, e.submitted_at
                 FROM documents_freshness f CROSS JOIN documents_editions e WHERE e.id = f.edition_id
                   AND f.organisation_id = ? AND f.due_at <= ? ORDER BY f.due_at LIMIT 8";
    UNREAD: "SELECT edition_id FROM documents_freshness WHERE read_at IS NULL ORDER BY edition_id LIMIT 100";
    DUE: "SELECT edition_id, document_id FROM documents_freshness WHERE told_at IS NULL AND due_at <= ? AND read_at IS NOT NULL
          ORDER BY due_at, edition_id LIMIT 200";
    TOLD: "UPDATE documents_freshness SET told_at = ? WHERE edition_id = ?";
    LATE: "SELECT edition_id, document_id FROM documents_freshness WHERE chair_told_at IS NULL AND due_at <= ? AND read_at IS NOT NULL
           ORDER BY due_at, edition_id LIMIT 200";
    CHAIR_TOLD: "UPDATE documents_freshness SET chair_told_at = ? WHERE edition_id = ?";
    /// CROSS JOIN keeps SQLite at the order of due dates; otherwise it goes through all texts.
    ROWS: concat!("SELECT f.edition_id, f.document_id, e.kind, f.organisation_id, f.language, e.title, f.due_at, f.checked_at,
             (SELECT COUNT(*) FROM documents_addresses_used u CROSS JOIN documents_addresses a
              WHERE a.id = u.address_id AND u.edition_id = f.edition_id AND a.status = 'broken')
           FROM documents_freshness f CROSS JOIN documents_editions e WHERE e.id = f.edition_id AND ", narrowed!(), "
             AND (f.due_at, f.edition_id) > (?, ?) ORDER BY f.due_at, f.edition_id LIMIT ?");
    COUNT: concat!("SELECT COUNT(*) FROM (SELECT 1 AS one FROM documents_freshness f WHERE ", narrowed!(), " LIMIT 501) AS counted");
}

/// Texts on one page of the list.
pub const PAGE: usize = 50;
/// Counts stop here.
pub const COUNTED: i64 = 500;

/// How fresh a text is.
#[derive(Clone, Copy, Debug)]
pub struct Fresh {
    pub due_at: Timestamp,
    pub checked_by: Option<MemberId>,
    pub checked_at: Option<Timestamp>,
}
platform::from_row!(Fresh { due_at, checked_by, checked_at });

/// A text on the list.
#[derive(Clone, Debug)]
pub struct Listed {
    pub edition: EditionId,
    pub document: DocumentId,
    pub kind: Kind,
    pub organisation: OrganisationId,
    pub language: Lang,
    pub title: String,
    pub due_at: Timestamp,
    pub checked_at: Option<Timestamp>,
    /// So many of its links are broken.
    pub broken: i64,
}
platform::from_row!(Listed {
    edition,
    document,
    kind,
    organisation,
    language,
    title,
    due_at,
    checked_at,
    broken
});

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    pub shown: Shown,
    pub organisation: Option<OrganisationId>,
    pub language: Option<Lang>,
}

/// The last text of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cursor {
    pub due_at: Timestamp,
    pub edition: EditionId,
}

impl Filter {
    fn values(&self, now: Timestamp) -> Vec<platform::db::Value<'static>> {
        let (after, until) = self.shown.between(now);
        let organisation = self.organisation.map_or(0, OrganisationId::get);
        let language = self.language.map_or("", Lang::code);
        let only = |shown| i64::from(self.shown == shown);
        let (never, broken) = (only(Shown::Never), only(Shown::Broken));
        let any = i64::from(self.organisation.is_none());
        params![after, until, any, organisation, language, language, never, broken].to_vec()
    }
}

/// Sets the date of a text that becomes current, or of one from before there were dates.
pub async fn begin(tx: &mut WriteTx, edition: &Edition, due: Timestamp) -> Result<()> {
    let now = tx.now();
    let Edition { id, document, organisation, language, .. } = edition;
    tx.run(&BEGIN, params![*id, *document, *organisation, *language, due, now]).await?;
    Ok(())
}

pub async fn forget(tx: &mut WriteTx, edition: EditionId) -> Result<()> {
    tx.run(&FORGET, params![edition]).await?;
    Ok(())
}

/// Nothing if the text is not current.
pub async fn of(q: &mut impl Query, edition: EditionId) -> Result<Option<Fresh>> {
    q.one(&OF, params![edition]).await
}

/// False if the text is not current any more.
pub async fn confirm(tx: &mut WriteTx, edition: EditionId, due: Timestamp, by: MemberId) -> Result<bool> {
    let now = tx.now();
    Ok(tx.run(&CONFIRM, params![due, by, now, edition]).await? == 1)
}

pub async fn plan(tx: &mut WriteTx, edition: EditionId, due: Timestamp) -> Result<bool> {
    Ok(tx.run(&PLAN, params![due, edition]).await? == 1)
}

/// What waits for an organisation, the longest due first.
pub async fn overdue(q: &mut impl Query, organisation: OrganisationId, now: Timestamp) -> Result<Vec<Work>> {
    q.all(&OVERDUE_OF, params![organisation, now]).await
}

/// Two organisations turn out to be one.
pub async fn carry(tx: &mut WriteTx, from: OrganisationId, into: OrganisationId) -> Result<()> {
    tx.run(&MOVE, params![into, from]).await?;
    Ok(())
}

/// Some of the texts of before there were dates.
pub async fn unread(q: &mut impl Query) -> Result<Vec<EditionId>> {
    let ids: Vec<i64> = q.all(&UNREAD, params![]).await?;
    Ok(ids.into_iter().map(EditionId::from).collect())
}

fn pairs(rows: Vec<(i64, i64)>) -> Vec<(EditionId, DocumentId)> {
    rows.into_iter().map(|(edition, document)| (edition.into(), document.into())).collect()
}

/// What its owners have not heard of yet, the longest due first.
pub async fn due(q: &mut impl Query, until: Timestamp) -> Result<Vec<(EditionId, DocumentId)>> {
    Ok(pairs(q.all(&DUE, params![until]).await?))
}

pub async fn told(tx: &mut WriteTx, edition: EditionId) -> Result<()> {
    let now = tx.now();
    tx.run(&TOLD, params![now, edition]).await?;
    Ok(())
}

/// What the chair has not heard of yet.
pub async fn late(q: &mut impl Query, until: Timestamp) -> Result<Vec<(EditionId, DocumentId)>> {
    Ok(pairs(q.all(&LATE, params![until]).await?))
}

pub async fn chair_told(tx: &mut WriteTx, edition: EditionId) -> Result<()> {
    let now = tx.now();
    tx.run(&CHAIR_TOLD, params![now, edition]).await?;
    Ok(())
}

/// A page of the list, the longest due first, and where the next one begins.
pub async fn list(
    q: &mut impl Query,
    filter: &Filter,
    after: Option<Cursor>,
    now: Timestamp,
) -> Result<(Vec<Listed>, Option<Cursor>)> {
    let mut values = filter.values(now);
    let (due_at, edition) = after.map_or((i64::MIN, 0), |it| (it.due_at.0, it.edition.get()));
    let most = i64::try_from(PAGE).expect("a page is short") + 1;
    values.extend_from_slice(params![due_at, edition, most]);
    let mut rows: Vec<Listed> = q.all(&ROWS, &values).await?;
    let more = rows.len() > PAGE;
    rows.truncate(PAGE);
    let last = rows.last().filter(|_| more);
    Ok((rows.clone(), last.map(|row| Cursor { due_at: row.due_at, edition: row.edition })))
}

/// Up to [`COUNTED`] and one more.
pub async fn count(q: &mut impl Query, filter: &Filter, now: Timestamp) -> Result<i64> {
    Ok(q.one(&COUNT, &filter.values(now)).await?.unwrap_or(0))
}
