//! The public list: filters in the address, newest first, twenty at a time, with a count that stops at two hundred.
//!
//! Each filter that is set adds a condition, so each combination is a statement of its own, made at start-up and
//! registered like the others. Counting stops early so that a page costs the same in a large library.

pub(super) mod pages;

use super::model::{DocumentId, EditionId, Kind, Level};
use platform::actor::OrganisationId;
use platform::clock::Timestamp;
use platform::db::{Query, Result, Sql, Value};
use platform::lang::Lang;
use std::sync::LazyLock;

pub const PAGE: usize = 20;
pub const COUNTED: i64 = 200;

/// The conditions, in the order of their bits in a shape.
const CONDITIONS: [&str; 5] = [
    "e.kind = ?",
    "e.organisation_id = ?",
    "e.level = ?",
    "EXISTS (SELECT 1 FROM documents_tags t WHERE t.document_id = e.document_id AND t.dimension = ? AND t.term = ?)",
    "EXISTS (SELECT 1 FROM documents_tags u WHERE u.document_id = e.document_id AND u.dimension = ? AND u.term = ?)",
];
const SHAPES: usize = 1 << CONDITIONS.len();

struct Shape {
    rows: Sql,
    rows_before: Sql,
    count: Sql,
}

static STATEMENTS: LazyLock<Vec<Shape>> = LazyLock::new(|| (0..SHAPES).map(shape).collect());

fn shape(bits: usize) -> Shape {
    let set = CONDITIONS.iter().enumerate().filter(|(bit, _)| bits >> bit & 1 == 1);
    let conditions: String = set.map(|(_, condition)| format!(" AND {condition}")).collect();
    let from =
        format!("FROM documents_editions e WHERE e.language = ? AND e.state = 'published'{conditions}");
    let columns = "e.id, e.document_id, e.kind, e.organisation_id, e.number, e.title, e.summary, e.level, e.published_at";
    let order = format!("ORDER BY e.published_at DESC, e.id DESC LIMIT {}", PAGE + 1);
    let name = |what: &str| format!("documents::lists::{what}::{bits:05b}");
    Shape {
        rows: Sql::composed(name("rows"), format!("SELECT {columns} {from} {order}")),
        rows_before: Sql::composed(
            name("rows_before"),
            format!("SELECT {columns} {from} AND (e.published_at, e.id) < (?, ?) {order}"),
        ),
        count: Sql::composed(
            name("count"),
            format!("SELECT COUNT(*) FROM (SELECT 1 AS one {from} LIMIT {}) AS counted", COUNTED + 1),
        ),
    }
}

pub fn statements() -> impl Iterator<Item = &'static Sql> {
    STATEMENTS.iter().flat_map(|shape| [&shape.rows, &shape.rows_before, &shape.count])
}

/// What the reader asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    pub kind: Option<Kind>,
    pub organisation: Option<OrganisationId>,
    pub level: Option<Level>,
    /// At most two tags at once: a dimension and a term each.
    pub tags: Vec<(&'static str, String)>,
}

/// Where the next page begins: the last row of this one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cursor {
    pub published_at: Timestamp,
    pub id: EditionId,
}

#[derive(Clone, Debug)]
pub struct Listed {
    pub id: EditionId,
    pub document: DocumentId,
    pub kind: Kind,
    pub organisation: OrganisationId,
    pub number: i64,
    pub title: String,
    pub summary: String,
    pub level: Option<Level>,
    pub published_at: Timestamp,
}
platform::from_row!(Listed { id, document, kind, organisation, number, title, summary, level, published_at });

impl Filter {
    fn shape(&self) -> usize {
        let set = [
            self.kind.is_some(),
            self.organisation.is_some(),
            self.level.is_some(),
            !self.tags.is_empty(),
            self.tags.len() > 1,
        ];
        set.iter().enumerate().map(|(bit, set)| usize::from(*set) << bit).sum()
    }

    fn values(&self, language: Lang) -> Vec<Value<'_>> {
        let mut values = vec![Value::from(language)];
        values.extend(self.kind.map(Value::from));
        values.extend(self.organisation.map(Value::from));
        values.extend(self.level.map(Value::from));
        for (dimension, term) in self.tags.iter().take(2) {
            values.extend([Value::from(*dimension), Value::from(term)]);
        }
        values
    }
}

/// One page of published editions in a language, and the place of the next page if there is one.
pub async fn page(
    q: &mut impl Query,
    language: Lang,
    filter: &Filter,
    before: Option<Cursor>,
) -> Result<(Vec<Listed>, Option<Cursor>)> {
    let shape = &STATEMENTS[filter.shape()];
    let mut values = filter.values(language);
    let mut rows: Vec<Listed> = match before {
        None => q.all(&shape.rows, &values).await?,
        Some(cursor) => {
            values.extend([Value::from(cursor.published_at), Value::from(cursor.id)]);
            q.all(&shape.rows_before, &values).await?
        }
    };
    let more = rows.len() > PAGE;
    rows.truncate(PAGE);
    let last = rows.last().filter(|_| more);
    let next = last.map(|row| Cursor { published_at: row.published_at, id: row.id });
    Ok((rows, next))
}

/// How many there are, or [`COUNTED`] + 1 for more than that.
pub async fn count(q: &mut impl Query, language: Lang, filter: &Filter) -> Result<i64> {
    let shape = &STATEMENTS[filter.shape()];
    Ok(q.one(&shape.count, &filter.values(language)).await?.unwrap_or(0))
}

platform::sql! {
    /// The languages in which each of these documents is published.
    LANGUAGES: "SELECT document_id, language FROM documents_editions
                WHERE document_id IN {bigints} AND state = 'published' ORDER BY document_id, language";
}

/// The published languages of documents on a page, in one query.
pub async fn languages(q: &mut impl Query, documents: &[DocumentId]) -> Result<Vec<(DocumentId, Lang)>> {
    let ids = platform::db::id_list(documents.iter().map(|id| id.get()));
    q.all(&LANGUAGES, &[Value::from(ids)]).await
}
