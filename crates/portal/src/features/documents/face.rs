//! What other sections may ask of documents: what a document is, whether it is published, its titles; and to begin one.

use super::actions::{self, Refusal, load};
use super::model::{DocumentId, EditionId, Kind, Text};
use super::store;
use platform::activity::Activity;
use platform::actor::OrganisationId;
use platform::db::{Query, Result, WriteTx, id_list};
use platform::lang::Lang;
use platform::params;

platform::sql! {
    PUBLISHED: "SELECT COUNT(*) FROM documents_editions WHERE document_id = ? AND state = 'published'";
    TITLES: "SELECT document_id, language, title FROM documents_editions WHERE document_id IN {bigints} AND state = 'published'";
    /// The newest first: an answer is mostly looked for soon after it was written.
    OF_KIND: "SELECT e.document_id, e.language, e.title FROM documents_editions e
              WHERE e.language = ? AND e.kind = ? AND e.state = 'published' ORDER BY e.published_at DESC, e.id DESC LIMIT 300";
}

/// A published text in short.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Title {
    pub document: DocumentId,
    pub language: Lang,
    pub title: String,
}
platform::from_row!(Title { document, language, title });

/// The page of a document in the language of the reader; the path after the language.
pub fn path(document: DocumentId) -> String {
    format!("/documents/{document}")
}

/// What a document is; nothing if there is none.
pub async fn kind_of(q: &mut impl Query, document: DocumentId) -> Result<Option<Kind>> {
    let row: Option<(Kind, OrganisationId)> = store::document(q, document).await?;
    Ok(row.map(|(kind, _)| kind))
}

/// Whether everybody can read it now, in any language.
pub async fn is_published(q: &mut impl Query, document: DocumentId) -> Result<bool> {
    Ok(q.one::<i64>(&PUBLISHED, params![document]).await?.unwrap_or(0) > 0)
}

/// The titles of the current texts of these documents, in every language they have.
pub async fn titles(q: &mut impl Query, documents: &[DocumentId]) -> Result<Vec<Title>> {
    if documents.is_empty() {
        return Ok(Vec::new());
    }
    q.all(&TITLES, params![id_list(documents.iter().map(|id| id.get()))]).await
}

/// The title in this language, else in another one.
pub fn title_in(titles: &[Title], document: DocumentId, language: Lang) -> Option<&Title> {
    let mut own = titles.iter().filter(|title| title.document == document);
    own.clone().find(|title| title.language == language).or_else(|| own.next())
}

/// The current texts of a kind in a language, 300 at most.
pub async fn of_kind(q: &mut impl Query, kind: Kind, language: Lang) -> Result<Vec<Title>> {
    q.all(&OF_KIND, params![language, kind]).await
}

/// Begins a document with its first draft, for the organisation of whoever acts.
pub async fn begin(
    tx: &mut WriteTx,
    kind: Kind,
    language: Lang,
    title: &str,
) -> std::result::Result<(DocumentId, EditionId), Refusal> {
    let text = Text { title: title.to_owned(), ..Text::default() };
    let edition = actions::create(tx, kind, language, &text).await?;
    let document = load(tx, &tx.actor().clone(), edition).await?.edition.document;
    Ok((document, edition))
}

/// What an event means for readers of a document.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Became {
    Published(DocumentId),
    /// One of its texts was withdrawn or removed; another language may still be there.
    Unpublished(DocumentId),
}

/// For sections that follow the log: whether a text appeared or was taken back.
pub fn became(event: &Activity) -> Option<Became> {
    let document = DocumentId::from(event.subject_id);
    match event.kind.as_str() {
        "documents.edition.published"
        | "documents.edition.published_in_emergency"
        | "documents.edition.published_by_trust" => Some(Became::Published(document)),
        "documents.edition.withdrawn" | "documents.edition.removed" => Some(Became::Unpublished(document)),
        _ => None,
    }
}
