//! The SQL of documents and editions. Every read of something not public takes the actor and applies visibility.

use super::fields::Fields;
use super::model::{DocumentId, Edition, EditionId, Kind, State, Text, Wish};
use crate::features::files::FileId;
use platform::actor::{Actor, MemberId, OrganisationId, Role};
use platform::clock::Timestamp;
use platform::db::{Cells, DbError, FromRow, Query, Result, WriteTx, id_list, take};
use platform::lang::Lang;
use platform::params;

/// The columns of an [`Edition`], in the order it is read.
macro_rules! columns {
    () => {
        "e.id, e.document_id, e.kind, e.organisation_id, e.language, e.number, e.state, e.title, e.summary, e.body, e.fields, \
         e.version, e.text_hash, e.created_by, e.changed_by, e.changed_at, e.submitted_by, e.submitted_at, e.wish, \
         e.publish_at, e.level, e.published_at, e.approval_due_at, e.superseded_by, e.superseded_at"
    };
}

/// Visibility in SQL, the twin of `policy::can_view`. Its parameters are [`sight`]'s three.
macro_rules! visible {
    () => {
        "(e.state IN ('published', 'superseded', 'withdrawn') OR e.organisation_id = ? \
          OR EXISTS (SELECT 1 FROM documents_supporters s WHERE s.document_id = e.document_id AND s.organisation_id = ?) \
          OR (? = 1 AND e.state IN ('submitted', 'approved', 'removed')))"
    };
}

platform::sql! {
    INSERT_DOCUMENT: "INSERT INTO documents (id, kind, organisation_id, created_by, created_at) VALUES (?, ?, ?, ?, ?)";
    INSERT_EDITION: "INSERT INTO documents_editions (id, document_id, kind, organisation_id, language, number, state,
                       title, summary, body, fields, version, created_by, created_at, changed_by, changed_at, wish)
                     VALUES (?, ?, ?, ?, ?, ?, 'draft', ?, ?, ?, ?, 1, ?, ?, ?, ?, 'publish')";
    EDITION: concat!("SELECT ", columns!(), " FROM documents_editions e WHERE e.id = ? AND ", visible!());
    EDITION_BY_NUMBER: concat!("SELECT ", columns!(), " FROM documents_editions e
        WHERE e.document_id = ? AND e.language = ? AND e.number = ? AND ", visible!());
    /// For a link, whose token already names the one edition it opens.
    EDITION_BY_LINK: concat!("SELECT ", columns!(), " FROM documents_editions e WHERE e.id = ?");
    CURRENT: concat!("SELECT ", columns!(), " FROM documents_editions e
        WHERE e.document_id = ? AND e.language = ? AND e.state = 'published'");
    LATEST_PUBLIC: concat!("SELECT ", columns!(), " FROM documents_editions e
        WHERE e.document_id = ? AND e.language = ? AND e.state IN ('published', 'withdrawn', 'removed', 'superseded')
        ORDER BY CASE e.state WHEN 'published' THEN 0 ELSE 1 END, e.number DESC LIMIT 1");
    PREVIOUS: concat!("SELECT ", columns!(), " FROM documents_editions e
        WHERE e.document_id = ? AND e.language = ? AND e.number < ? AND e.state IN ('published', 'superseded', 'withdrawn')
        ORDER BY e.number DESC LIMIT 1");
    SIBLINGS: concat!("SELECT e.id, e.language, e.number, e.state, e.title FROM documents_editions e
        WHERE e.document_id = ? AND ", visible!(), " ORDER BY e.language, e.number");
    ALL_NUMBERS: concat!("SELECT e.id, e.language, e.number, e.state, e.title FROM documents_editions e
        WHERE e.document_id = ? AND e.language = ? AND ", visible!(), " ORDER BY e.number DESC");
    NUMBERS: "SELECT COALESCE(MAX(CASE WHEN language = ? THEN number END), -1), COALESCE(MAX(CASE WHEN state = 'published' THEN number END), 0)
              FROM documents_editions WHERE document_id = ?";
    OPEN_OF_LANGUAGE: "SELECT id FROM documents_editions WHERE document_id = ? AND language = ?
                       AND state IN ('draft', 'submitted', 'returned', 'approved')";
    BODIES: "SELECT id, body FROM documents_editions WHERE id IN {bigints}";
    VISIBLE_ONES: concat!("SELECT e.id FROM documents_editions e WHERE e.id IN {bigints} AND ", visible!());
    IS_REMOVED: "SELECT COUNT(*) FROM documents_editions WHERE document_id = ? AND language = ? AND number = ? AND state = 'removed'";
    DOCUMENT: "SELECT kind, organisation_id FROM documents WHERE id = ?";
    SAVE: "UPDATE documents_editions SET title = ?, summary = ?, body = ?, fields = ?, version = version + 1, changed_by = ?, changed_at = ?
           WHERE id = ? AND version = ? AND state IN ('draft', 'returned')";
    /// Attaching a file changes the edition too: another page must not overwrite or submit without seeing it.
    TOUCH: "UPDATE documents_editions SET version = version + 1, changed_by = ?, changed_at = ?
            WHERE id = ? AND state IN ('draft', 'returned')";
    SUBMIT: "UPDATE documents_editions SET state = 'submitted', text_hash = ?, submitted_by = ?, submitted_at = ?, wish = ?,
               publish_at = ?, version = version + 1 WHERE id = ? AND version = ? AND state IN ('draft', 'returned')";
    TAKE_BACK: "UPDATE documents_editions SET state = 'draft', text_hash = NULL, submitted_by = NULL, submitted_at = NULL,
                  level = NULL, publish_at = NULL, version = version + 1
                WHERE id = ? AND version = ? AND state IN ('submitted', 'approved')";
    TAGS: "SELECT dimension, term FROM documents_tags WHERE document_id = ? ORDER BY dimension, term";
    CLEAR_TAGS: "DELETE FROM documents_tags WHERE document_id = ?";
    TAG: "INSERT INTO documents_tags (document_id, dimension, term) VALUES (?, ?, ?) ON CONFLICT DO NOTHING";
    SUPPORTERS: "SELECT organisation_id FROM documents_supporters WHERE document_id = ? ORDER BY organisation_id";
    CLEAR_SUPPORTERS: "DELETE FROM documents_supporters WHERE document_id = ?";
    SUPPORT: "INSERT INTO documents_supporters (document_id, organisation_id) VALUES (?, ?) ON CONFLICT DO NOTHING";
    FILES: "SELECT file_id FROM documents_files WHERE edition_id = ? ORDER BY position";
    /// Of a text that is public no more: those that no other public text carries.
    FILES_WITHOUT_PUBLIC: "SELECT f.file_id FROM documents_files f WHERE f.edition_id = ? AND NOT EXISTS (
        SELECT 1 FROM documents_files o JOIN documents_editions e ON e.id = o.edition_id
        WHERE o.file_id = f.file_id AND o.edition_id <> f.edition_id AND e.state IN ('published', 'superseded', 'withdrawn'))";
    /// Three short lists at once: a public page shows them all.
    BESIDE: "SELECT 'supporter', organisation_id, 0, '', '' FROM documents_supporters WHERE document_id = ?
        UNION ALL SELECT 'tag', 0, 0, dimension, term FROM documents_tags WHERE document_id = ?
        UNION ALL SELECT 'file', file_id, position, '', '' FROM documents_files WHERE edition_id = ?";
    ATTACH: "INSERT INTO documents_files (edition_id, file_id, position)
             SELECT CAST(? AS BIGINT), CAST(? AS BIGINT), COALESCE(MAX(position), 0) + 1 FROM documents_files WHERE edition_id = ?";
    DETACH: "DELETE FROM documents_files WHERE edition_id = ? AND file_id = ?";
    COPY_FILES: "INSERT INTO documents_files (edition_id, file_id, position)
                 SELECT CAST(? AS BIGINT), file_id, position FROM documents_files WHERE edition_id = ?";
    WORK: "SELECT e.id, e.kind, e.language, e.state, e.title, e.changed_at, e.organisation_id, e.submitted_at
        FROM documents_editions e WHERE e.state IN ('draft', 'submitted', 'returned', 'approved') AND e.organisation_id = ?
        ORDER BY e.changed_at DESC LIMIT 200";
    WAITING: "SELECT e.id, e.kind, e.language, e.state, e.title, e.changed_at, e.organisation_id, e.submitted_at
        FROM documents_editions e WHERE e.state = 'submitted' AND (e.submitted_by IS NULL OR e.submitted_by <> ?)
        ORDER BY e.submitted_at LIMIT 200";
    LATE_APPROVALS: "SELECT e.id, e.kind, e.language, e.state, e.title, e.changed_at, e.organisation_id, e.submitted_at
        FROM documents_editions e WHERE e.approval_due_at IS NOT NULL ORDER BY e.approval_due_at LIMIT 200";
    COUNT_WAITING: "SELECT COUNT(*) FROM documents_editions WHERE state = 'submitted' AND (submitted_by IS NULL OR submitted_by <> ?)";
    COUNT_RETURNED: "SELECT COUNT(*) FROM documents_editions WHERE state = 'returned' AND organisation_id = ?";
}

/// What visibility asks of an actor: their organisation, and whether they moderate.
pub(super) fn sight(actor: &Actor) -> (i64, i64) {
    match actor {
        Actor::Member(member) if member.role != Role::Operator => {
            let moderates = matches!(member.role, Role::Approver | Role::Chair);
            (member.organisation.get(), i64::from(moderates))
        }
        // No organisation has this id: they are all positive.
        _ => (-1, 0),
    }
}

/// Fields as they are kept. What cannot be read is an error: an approval is bound to it.
pub(super) fn fields(text: &str) -> Result<Fields> {
    Fields::parse(text).map_err(|why| DbError::Other(format!("fields of an edition: {why}")))
}

impl FromRow for Edition {
    fn from_row(row: &mut dyn Cells) -> std::result::Result<Self, DbError> {
        Ok(Edition {
            id: take(row)?,
            document: take(row)?,
            kind: take(row)?,
            organisation: take(row)?,
            language: take(row)?,
            number: take(row)?,
            state: take(row)?,
            text: Text {
                title: take(row)?,
                summary: take(row)?,
                body: take(row)?,
                fields: fields(&take::<String>(row)?)?,
            },
            version: take(row)?,
            text_hash: take(row)?,
            created_by: take(row)?,
            changed_by: take(row)?,
            changed_at: take(row)?,
            submitted_by: take(row)?,
            submitted_at: take(row)?,
            wish: take(row)?,
            publish_at: take(row)?,
            level: take(row)?,
            published_at: take(row)?,
            approval_due_at: take(row)?,
            superseded_by: take(row)?,
            superseded_at: take(row)?,
        })
    }
}

/// A sibling: another edition of the same document, in short.
#[derive(Clone, Debug)]
pub struct Sibling {
    pub id: EditionId,
    pub language: Lang,
    pub number: i64,
    pub state: State,
    pub title: String,
}
platform::from_row!(Sibling { id, language, number, state, title });

/// An edition in a list of work.
#[derive(Clone, Debug)]
pub struct Work {
    pub id: EditionId,
    pub kind: Kind,
    pub language: Lang,
    pub state: State,
    pub title: String,
    pub changed_at: Timestamp,
    pub organisation: OrganisationId,
    pub submitted_at: Option<Timestamp>,
}
platform::from_row!(Work { id, kind, language, state, title, changed_at, organisation, submitted_at });

pub struct NewEdition<'a> {
    pub document: DocumentId,
    pub kind: Kind,
    pub organisation: OrganisationId,
    pub language: Lang,
    pub number: i64,
    pub text: &'a Text,
    pub by: MemberId,
}

pub(super) async fn insert_document(
    tx: &mut WriteTx,
    kind: Kind,
    organisation: OrganisationId,
    by: MemberId,
) -> Result<DocumentId> {
    let (id, now): (DocumentId, _) = (tx.next_id(), tx.now());
    tx.run(&INSERT_DOCUMENT, params![id, kind, organisation, by, now]).await?;
    Ok(id)
}

pub(super) async fn insert_edition(tx: &mut WriteTx, new: NewEdition<'_>) -> Result<EditionId> {
    let (id, now): (EditionId, _) = (tx.next_id(), tx.now());
    let NewEdition { document, kind, organisation, language, number, text, by } = new;
    let Text { title, summary, body, fields } = text;
    let fields = fields.to_text();
    tx.run(
        &INSERT_EDITION,
        params![
            id,
            document,
            kind,
            organisation,
            language,
            number,
            title,
            summary,
            body,
            fields,
            by,
            now,
            by,
            now
        ],
    )
    .await?;
    Ok(id)
}

pub(super) async fn edition(q: &mut impl Query, actor: &Actor, id: EditionId) -> Result<Option<Edition>> {
    if let Actor::LinkHolder(holder) = actor
        && holder.subject == super::policy::edition_subject(id)
    {
        return q.one(&EDITION_BY_LINK, params![id]).await;
    }
    if let Actor::System(_) = actor {
        return q.one(&EDITION_BY_LINK, params![id]).await;
    }
    let (organisation, moderates) = sight(actor);
    q.one(&EDITION, params![id, organisation, organisation, moderates]).await
}

pub(super) async fn edition_by_number(
    q: &mut impl Query,
    actor: &Actor,
    document: DocumentId,
    language: Lang,
    number: i64,
) -> Result<Option<Edition>> {
    let (organisation, moderates) = sight(actor);
    q.one(&EDITION_BY_NUMBER, params![document, language, number, organisation, organisation, moderates])
        .await
}

pub(super) async fn current(
    q: &mut impl Query,
    document: DocumentId,
    language: Lang,
) -> Result<Option<Edition>> {
    q.one(&CURRENT, params![document, language]).await
}

/// What stands at a document's address in one language: the published edition or, if there is none, the last
/// one that was.
pub(super) async fn latest_public(
    q: &mut impl Query,
    document: DocumentId,
    language: Lang,
) -> Result<Option<Edition>> {
    q.one(&LATEST_PUBLIC, params![document, language]).await
}

/// The edition before this one that people could read.
pub(super) async fn previous(q: &mut impl Query, edition: &Edition) -> Result<Option<Edition>> {
    q.one(&PREVIOUS, params![edition.document, edition.language, edition.number]).await
}

pub(super) async fn siblings(
    q: &mut impl Query,
    actor: &Actor,
    document: DocumentId,
) -> Result<Vec<Sibling>> {
    let (organisation, moderates) = sight(actor);
    q.all(&SIBLINGS, params![document, organisation, organisation, moderates]).await
}

/// All editions of one language, the newest first.
pub(super) async fn numbers_of(
    q: &mut impl Query,
    actor: &Actor,
    document: DocumentId,
    language: Lang,
) -> Result<Vec<Sibling>> {
    let (organisation, moderates) = sight(actor);
    q.all(&ALL_NUMBERS, params![document, language, organisation, organisation, moderates]).await
}

/// The last number of a language, if it has one, and the highest published number of all languages.
pub(super) async fn numbers(
    q: &mut impl Query,
    document: DocumentId,
    language: Lang,
) -> Result<(Option<i64>, i64)> {
    let (last, highest): (i64, i64) = q.one(&NUMBERS, params![language, document]).await?.unwrap_or((-1, 0));
    Ok((Some(last).filter(|last| *last >= 0), highest))
}

pub(super) async fn open_of_language(
    q: &mut impl Query,
    document: DocumentId,
    language: Lang,
) -> Result<Option<EditionId>> {
    Ok(q.one::<i64>(&OPEN_OF_LANGUAGE, params![document, language]).await?.map(EditionId::from))
}

pub(super) async fn document(q: &mut impl Query, id: DocumentId) -> Result<Option<(Kind, OrganisationId)>> {
    q.one(&DOCUMENT, params![id]).await
}

/// Whether this edition was public once and was taken away for good: its address says so to everybody.
pub(super) async fn is_removed(
    q: &mut impl Query,
    document: DocumentId,
    language: Lang,
    number: i64,
) -> Result<bool> {
    Ok(q.one::<i64>(&IS_REMOVED, params![document, language, number]).await?.unwrap_or(0) > 0)
}

pub(super) async fn save(tx: &mut WriteTx, edition: &Edition, text: &Text, by: MemberId) -> Result<bool> {
    let (now, Text { title, summary, body, fields }) = (tx.now(), text);
    let fields = fields.to_text();
    let saved = params![title, summary, body, fields, by, now, edition.id, edition.version];
    Ok(tx.run(&SAVE, saved).await? == 1)
}

pub(super) async fn touch(tx: &mut WriteTx, edition: EditionId, by: MemberId) -> Result<bool> {
    let now = tx.now();
    Ok(tx.run(&TOUCH, params![by, now, edition]).await? == 1)
}

pub(super) async fn submit(
    tx: &mut WriteTx,
    edition: &Edition,
    hash: &[u8; 32],
    by: MemberId,
    wish: Wish,
    publish_at: Option<Timestamp>,
) -> Result<bool> {
    let now = tx.now();
    let submitted = params![hash, by, now, wish, publish_at, edition.id, edition.version];
    Ok(tx.run(&SUBMIT, submitted).await? == 1)
}

pub(super) async fn take_back(tx: &mut WriteTx, edition: &Edition) -> Result<bool> {
    Ok(tx.run(&TAKE_BACK, params![edition.id, edition.version]).await? == 1)
}

pub(super) async fn tags(q: &mut impl Query, document: DocumentId) -> Result<Vec<(String, String)>> {
    q.all(&TAGS, params![document]).await
}

pub(super) async fn set_tags(
    tx: &mut WriteTx,
    document: DocumentId,
    tags: &[(&'static str, String)],
) -> Result<()> {
    tx.run(&CLEAR_TAGS, params![document]).await?;
    for (dimension, term) in tags {
        tx.run(&TAG, params![document, *dimension, term]).await?;
    }
    Ok(())
}

pub(super) async fn supporters(q: &mut impl Query, document: DocumentId) -> Result<Vec<OrganisationId>> {
    let ids: Vec<i64> = q.all(&SUPPORTERS, params![document]).await?;
    Ok(ids.into_iter().map(OrganisationId::from).collect())
}

pub(super) async fn set_supporters(
    tx: &mut WriteTx,
    document: DocumentId,
    supporters: &[OrganisationId],
) -> Result<()> {
    tx.run(&CLEAR_SUPPORTERS, params![document]).await?;
    for supporter in supporters {
        tx.run(&SUPPORT, params![document, *supporter]).await?;
    }
    Ok(())
}

pub(super) async fn files(q: &mut impl Query, edition: EditionId) -> Result<Vec<FileId>> {
    let ids: Vec<i64> = q.all(&FILES, params![edition]).await?;
    Ok(ids.into_iter().map(FileId::from).collect())
}

pub(super) async fn files_without_public(q: &mut impl Query, edition: EditionId) -> Result<Vec<FileId>> {
    let ids: Vec<i64> = q.all(&FILES_WITHOUT_PUBLIC, params![edition]).await?;
    Ok(ids.into_iter().map(FileId::from).collect())
}

/// What stands beside a text: its document's supporters and tags, its files.
#[derive(Default)]
pub(super) struct Beside {
    pub supporters: Vec<OrganisationId>,
    pub tags: Vec<(String, String)>,
    pub files: Vec<FileId>,
}

pub(super) async fn beside(q: &mut impl Query, document: DocumentId, edition: EditionId) -> Result<Beside> {
    let mut rows: Vec<(String, i64, i64, String, String)> =
        q.all(&BESIDE, params![document, document, edition]).await?;
    // Supporters by their id, tags by dimension and term, files by their position.
    rows.sort_by(|one, other| {
        (&one.0, one.2, &one.3, &one.4, one.1).cmp(&(&other.0, other.2, &other.3, &other.4, other.1))
    });
    let mut beside = Beside::default();
    for (what, id, _, dimension, term) in rows {
        match what.as_str() {
            "supporter" => beside.supporters.push(id.into()),
            "tag" => beside.tags.push((dimension, term)),
            _ => beside.files.push(id.into()),
        }
    }
    Ok(beside)
}

pub(super) async fn attach(tx: &mut WriteTx, edition: EditionId, file: FileId) -> Result<()> {
    tx.run(&ATTACH, params![edition, file, edition]).await?;
    Ok(())
}

pub(super) async fn detach(tx: &mut WriteTx, edition: EditionId, file: FileId) -> Result<bool> {
    Ok(tx.run(&DETACH, params![edition, file]).await? == 1)
}

pub(super) async fn copy_files(tx: &mut WriteTx, from: EditionId, to: EditionId) -> Result<()> {
    tx.run(&COPY_FILES, params![to, from]).await?;
    Ok(())
}

/// Open editions of an organisation, the last changed first.
pub(super) async fn work(q: &mut impl Query, organisation: OrganisationId) -> Result<Vec<Work>> {
    q.all(&WORK, params![organisation]).await
}

/// What waits for a decision that this member may take, the oldest first.
pub(super) async fn waiting(q: &mut impl Query, member: MemberId) -> Result<Vec<Work>> {
    q.all(&WAITING, params![member]).await
}

/// What was published in an emergency and still needs its approval.
pub(super) async fn late_approvals(q: &mut impl Query) -> Result<Vec<Work>> {
    q.all(&LATE_APPROVALS, params![]).await
}

pub(super) async fn count_waiting(q: &mut impl Query, member: MemberId) -> Result<i64> {
    Ok(q.one(&COUNT_WAITING, params![member]).await?.unwrap_or(0))
}

pub(super) async fn count_returned(q: &mut impl Query, organisation: OrganisationId) -> Result<i64> {
    Ok(q.one(&COUNT_RETURNED, params![organisation]).await?.unwrap_or(0))
}

/// The texts of published editions, for the feed.
pub(super) async fn bodies(q: &mut impl Query, editions: &[EditionId]) -> Result<Vec<(EditionId, String)>> {
    q.all(&BODIES, params![id_list(editions.iter().map(|id| id.get()))]).await
}

/// Those of these editions that the actor may see.
pub(super) async fn visible_ones(q: &mut impl Query, actor: &Actor, editions: &[i64]) -> Result<Vec<i64>> {
    let (organisation, moderates) = sight(actor);
    let ids = id_list(editions.iter().copied());
    q.all(&VISIBLE_ONES, params![ids, organisation, organisation, moderates]).await
}
