//! What sections that show documents to everybody may ask: lists, what is current of each document, its files. Only what is
//! published is ever told here, so no actor is asked for.

use super::lists::{self, Cursor, Filter};
use super::model::{DocumentId, EditionId, Kind, Level};
use super::pages::{Badge, level_badge, organisation, public_path};
use super::{events, store, words};
use crate::features::files::FileId;
use crate::features::organisations;
use crate::web::inserts::resolve_plain;
use crate::web::{Ctx, Error};
use platform::actor::OrganisationId;
use platform::clock::Timestamp;
use platform::db::{Query, ReadTx, Result, id_list};
use platform::lang::Lang;
use platform::params;
use platform::subject::Subject;

platform::sql! {
    HEADS: "SELECT id, document_id, kind, organisation_id, language, number, level, published_at, title, summary
            FROM documents_editions WHERE document_id IN {bigints} AND state = 'published' ORDER BY document_id, language";
    FILES_OF: "SELECT edition_id, file_id FROM documents_files WHERE edition_id IN {bigints} ORDER BY edition_id, position";
    PLACES: "SELECT dimension, term FROM documents_tags WHERE document_id = ? ORDER BY dimension, term";
    BY_TERM: "SELECT t.term, COUNT(*) FROM documents_tags t WHERE t.dimension = ? AND EXISTS (
                SELECT 1 FROM documents_editions e WHERE e.document_id = t.document_id AND e.language = ? AND e.state = 'published')
              GROUP BY t.term";
    BY_KIND: "SELECT kind, COUNT(*) FROM documents_editions WHERE language = ? AND state = 'published' GROUP BY kind";
    /// Where the next page of addresses ends: so many editions further.
    ADDRESSES_END: "SELECT document_id FROM documents_editions WHERE state = 'published' AND document_id > ?
                    ORDER BY document_id LIMIT 1 OFFSET 4990";
    ADDRESSES: "SELECT document_id, language, published_at FROM documents_editions
                WHERE state = 'published' AND document_id > ? AND document_id <= ? ORDER BY document_id, language LIMIT 5000";
}

/// A current edition without its body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    pub edition: EditionId,
    pub document: DocumentId,
    pub kind: Kind,
    pub organisation: OrganisationId,
    pub language: Lang,
    pub number: i64,
    pub level: Option<Level>,
    pub published_at: Timestamp,
    pub title: String,
    pub summary: String,
}
platform::from_row!(Head {
    edition,
    document,
    kind,
    organisation,
    language,
    number,
    level,
    published_at,
    title,
    summary
});

impl Head {
    /// The address of exactly this edition; the path with the language.
    pub fn path(&self) -> String {
        format!("/{}{}", self.language, public_path(self.document, self.number))
    }
}

/// What is current of these documents, in every language they have.
pub async fn heads(q: &mut impl Query, documents: &[DocumentId]) -> Result<Vec<Head>> {
    if documents.is_empty() {
        return Ok(Vec::new());
    }
    q.all(&HEADS, params![id_list(documents.iter().map(|id| id.get()))]).await
}

/// The text for a reader of this language: in it, else in another one.
pub fn head_for(heads: &[Head], document: DocumentId, language: Lang) -> Option<&Head> {
    let mut own = heads.iter().filter(|head| head.document == document);
    own.clone().find(|head| head.language == language).or_else(|| own.next())
}

/// The texts of editions, as Markdown.
pub async fn bodies(q: &mut impl Query, editions: &[EditionId]) -> Result<Vec<(EditionId, String)>> {
    store::bodies(q, editions).await
}

pub async fn files_of(q: &mut impl Query, editions: &[EditionId]) -> Result<Vec<(EditionId, FileId)>> {
    q.all(&FILES_OF, params![id_list(editions.iter().map(|id| id.get()))]).await
}

/// Dimensions and terms of the programme under which a document stands.
pub async fn places(q: &mut impl Query, document: DocumentId) -> Result<Vec<(String, String)>> {
    q.all(&PLACES, params![document]).await
}

/// Organisations that support a document.
pub async fn supporters(q: &mut impl Query, document: DocumentId) -> Result<Vec<OrganisationId>> {
    store::supporters(q, document).await
}

/// A page of what a filter finds in a language, the newest first.
pub async fn listed(
    q: &mut impl Query,
    language: Lang,
    mut filter: Filter,
    before: Option<Cursor>,
) -> Result<(Vec<lists::Listed>, Option<Cursor>)> {
    lists::weigh(q, &mut filter).await?;
    lists::page(q, language, &filter, before).await
}

/// How many documents stand under each term of a dimension, in a language. A term without any is left out.
pub async fn by_term(q: &mut impl Query, dimension: &str, language: Lang) -> Result<Vec<(String, i64)>> {
    q.all(&BY_TERM, params![dimension, language]).await
}

/// How many texts of each kind there are in a language.
pub async fn by_kind(q: &mut impl Query, language: Lang) -> Result<Vec<(Kind, i64)>> {
    q.all(&BY_KIND, params![language]).await
}

/// The ids at which pages of at most 5,000 addresses end; the last page has no end.
pub async fn address_pages(q: &mut impl Query) -> Result<Vec<i64>> {
    let mut ends = Vec::new();
    let mut after = 0;
    while let Some(end) = q.one::<i64>(&ADDRESSES_END, params![after]).await? {
        ends.push(end);
        after = end;
    }
    Ok(ends)
}

/// Languages and dates of the documents after one id and up to another.
pub async fn addresses(
    q: &mut impl Query,
    after: i64,
    end: i64,
) -> Result<Vec<(DocumentId, Lang, Timestamp)>> {
    q.all(&ADDRESSES, params![after, end]).await
}

/// What pages that show a document are kept under.
pub fn subject(document: DocumentId) -> Subject {
    events::document_subject(document)
}

/// The document that an address of this portal, or its id alone, names.
///
/// ```
/// use portal::features::documents::named_in;
/// let id = named_in("0000000000002").unwrap();
/// assert_eq!(named_in("https://birge.example/ru/documents/0000000000002/editions/3"), Some(id));
/// assert_eq!(named_in("/ru/documents/0000000000002 A title after it"), Some(id));
/// assert_eq!(named_in("/ru/partners/0000000000002"), None);
/// ```
pub fn named_in(address: &str) -> Option<DocumentId> {
    let address = address.split_whitespace().next()?;
    let id = match address.split_once("/documents/") {
        Some((_, rest)) => rest.split(['/', '?', '#']).next()?,
        None => address,
    };
    id.parse().ok()
}

/// A text as a row of a list, for `web/pages/rows.html`.
#[derive(Clone, Debug)]
pub struct Row {
    pub document: DocumentId,
    pub edition: EditionId,
    pub href: String,
    pub lang: Lang,
    pub kind: String,
    pub title: String,
    pub summary: String,
    pub level: Badge,
    pub iso: String,
    pub date: String,
    pub organisation: String,
    /// Said of a text that is not there in the reader's language.
    pub note: String,
}

/// Documents as rows, in the order they are given; what is not published is left out.
pub async fn rows(
    ctx: &Ctx,
    tx: &mut ReadTx,
    documents: &[DocumentId],
) -> std::result::Result<Vec<Row>, Error> {
    let heads = heads(tx, documents).await?;
    let shown: Vec<&Head> =
        documents.iter().filter_map(|document| head_for(&heads, *document, ctx.lang)).collect();
    let of: Vec<OrganisationId> = shown.iter().map(|head| head.organisation).collect();
    let names = if of.is_empty() { Default::default() } else { organisations::names(tx, &of).await? };
    let l = ctx.l();
    let row = |head: &&Head| {
        let elsewhere = head.language != ctx.lang;
        let own_page = format!("/{}/documents/{}", head.language, head.document);
        Row {
            document: head.document,
            edition: head.edition,
            href: own_page,
            lang: head.language,
            kind: l.t(words::kind(head.kind)).into_owned(),
            title: head.title.clone(),
            summary: resolve_plain(&ctx.app, head.language, &head.summary).into_owned(),
            level: level_badge(head.level, l),
            iso: l.iso(head.published_at),
            date: l.date(head.published_at),
            organisation: organisation(&names, head.organisation, l.lang),
            note: if elsewhere {
                l.f1("web-only-in", "language", head.language.own_name())
            } else {
                String::new()
            },
        }
    };
    Ok(shown.iter().map(row).collect())
}
