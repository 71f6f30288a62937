//! The public list: filters in the address, newest first, twenty at a time, with a count that stops at two hundred.
//!
//! Each filter that is set adds a condition, so each combination is a statement of its own, made at start-up and
//! registered like the others. Counting stops early so that a page costs the same in a large library, and counts are
//! kept until something public changes.

pub(super) mod pages;
#[cfg(test)]
mod tests;

use super::model::{DocumentId, EditionId, Kind, Level};
use crate::web::App;
use platform::actor::OrganisationId;
use platform::clock::Timestamp;
use platform::db::{Query, Result, Sql, Value};
use platform::lang::Lang;
use std::collections::HashMap;
use std::sync::{LazyLock, Mutex, PoisonError};

pub const PAGE: usize = 20;
pub const COUNTED: i64 = 200;

/// A term on fewer documents than this is looked up and its documents sorted. For others the newest texts are gone
/// through until a page is full, which then is soon.
const RARE: i64 = 1000;

/// The conditions, in the order of their bits in a shape.
const CONDITIONS: [&str; 5] = [
    "e.kind = ?",
    "e.organisation_id = ?",
    "e.level = ?",
    "EXISTS (SELECT 1 FROM documents_tags t WHERE t.document_id = e.document_id AND t.dimension = ? AND t.term = ?)",
    "EXISTS (SELECT 1 FROM documents_tags u WHERE u.document_id = e.document_id AND u.dimension = ? AND u.term = ?)",
];
const SHAPES: usize = 1 << CONDITIONS.len();
/// The place of the first term among the conditions.
const FIRST_TERM: usize = 3;

struct Shape {
    rows: Sql,
    rows_before: Sql,
    count: Sql,
}

/// From the newest text on.
static STATEMENTS: LazyLock<Vec<Shape>> =
    LazyLock::new(|| (0..SHAPES).map(|bits| shape(bits, false)).collect());
/// From the documents of a rare first term on, where there is a term.
static FROM_TERM: LazyLock<Vec<Option<Shape>>> =
    LazyLock::new(|| (0..SHAPES).map(|bits| has_term(bits).then(|| shape(bits, true))).collect());

fn has_term(bits: usize) -> bool {
    bits >> FIRST_TERM & 1 == 1
}

fn shape(bits: usize, from_term: bool) -> Shape {
    let set = (0..CONDITIONS.len()).filter(|bit| bits >> bit & 1 == 1);
    let set = set.filter(|bit| !(from_term && *bit == FIRST_TERM));
    let conditions: String = set.map(|bit| format!(" AND {}", CONDITIONS[bit])).collect();
    // CROSS JOIN holds SQLite to this order; the condition of a filter's language comes after that of its term.
    let from = if from_term {
        "FROM documents_tags t CROSS JOIN documents_editions e WHERE t.dimension = ? AND t.term = ?
         AND e.document_id = t.document_id AND e.language = ? AND e.state = 'published'"
    } else {
        "FROM documents_editions e WHERE e.language = ? AND e.state = 'published'"
    };
    let from = format!("{from}{conditions}");
    let columns = "e.id, e.document_id, e.kind, e.organisation_id, e.number, e.title, e.summary, e.level, e.published_at";
    let order = format!("ORDER BY e.published_at DESC, e.id DESC LIMIT {}", PAGE + 1);
    let way = if from_term { "_of_term" } else { "" };
    let name = |what: &str| format!("documents::lists::{what}{way}::{bits:05b}");
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
    let all = STATEMENTS.iter().chain(FROM_TERM.iter().flatten());
    all.flat_map(|shape| [&shape.rows, &shape.rows_before, &shape.count])
}

/// What the reader asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    pub kind: Option<Kind>,
    pub organisation: Option<OrganisationId>,
    pub level: Option<Level>,
    /// At most two tags at once: a dimension and a term each.
    pub tags: Vec<(&'static str, String)>,
    /// The first term stands on few documents; see [`weigh`].
    pub rare: bool,
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
    fn shape(&self) -> &'static Shape {
        let set = [
            self.kind.is_some(),
            self.organisation.is_some(),
            self.level.is_some(),
            !self.tags.is_empty(),
            self.tags.len() > 1,
        ];
        let bits: usize = set.iter().enumerate().map(|(bit, set)| usize::from(*set) << bit).sum();
        FROM_TERM[bits].as_ref().filter(|_| self.rare).unwrap_or(&STATEMENTS[bits])
    }

    fn values(&self, language: Lang) -> Vec<Value<'_>> {
        let (first, others) = self.tags.split_at(usize::from(self.rare).min(self.tags.len()));
        let mut values: Vec<Value<'_>> = first.iter().flat_map(tag_values).collect();
        values.push(Value::from(language));
        values.extend(self.kind.map(Value::from));
        values.extend(self.organisation.map(Value::from));
        values.extend(self.level.map(Value::from));
        values.extend(others.iter().take(2).flat_map(tag_values));
        values
    }
}

fn tag_values<'a>((dimension, term): &'a (&'static str, String)) -> [Value<'a>; 2] {
    [Value::from(*dimension), Value::from(term)]
}

/// Finds out from which end a filter is quickest. Without it the list is the same, but slow for a rare term.
pub async fn weigh(q: &mut impl Query, filter: &mut Filter) -> Result<()> {
    let mut fewest = RARE;
    for place in 0..filter.tags.len() {
        let (dimension, term) = &filter.tags[place];
        let documents =
            q.one(&DOCUMENTS_OF_TERM, &[Value::from(*dimension), Value::from(term)]).await?.unwrap_or(0);
        if documents < fewest {
            fewest = documents;
            filter.rare = true;
            filter.tags.swap(0, place);
        }
    }
    Ok(())
}

/// One page of published editions in a language, and the place of the next page if there is one.
pub async fn page(
    q: &mut impl Query,
    language: Lang,
    filter: &Filter,
    before: Option<Cursor>,
) -> Result<(Vec<Listed>, Option<Cursor>)> {
    let shape = filter.shape();
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

/// How many there are, or [`COUNTED`] + 1 for more than that. `generation` is the page cache's, from before the
/// database was read: a count is kept as long as a public page would be.
pub async fn count(
    app: &App,
    q: &mut impl Query,
    generation: u64,
    language: Lang,
    filter: &Filter,
) -> Result<i64> {
    let key = format!("{language}{}", pages::query(filter, None));
    let kept = app.part::<Counts>();
    if let Some(count) = kept.get(&key, generation) {
        return Ok(count);
    }
    let count = q.one(&filter.shape().count, &filter.values(language)).await?.unwrap_or(0);
    kept.keep(key, generation, count);
    Ok(count)
}

/// What was counted last, by language and filter: counting is a third of a list's cost.
#[derive(Default)]
pub struct Counts(Mutex<Generation>);

#[derive(Default)]
struct Generation {
    number: u64,
    counts: HashMap<String, i64>,
}

/// More filters than people use between two publications; who invents more counts anew.
const KEPT: usize = 1000;

impl Counts {
    fn get(&self, key: &str, generation: u64) -> Option<i64> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.counts.get(key).copied().filter(|_| kept.number == generation)
    }

    fn keep(&self, key: String, generation: u64, count: i64) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.number < generation {
            *kept = Generation { number: generation, counts: HashMap::new() };
        }
        if kept.number == generation && kept.counts.len() < KEPT {
            kept.counts.insert(key, count);
        }
    }
}

platform::sql! {
    /// Stops at what is no longer rare.
    DOCUMENTS_OF_TERM: "SELECT COUNT(*) FROM (SELECT 1 AS one FROM documents_tags WHERE dimension = ? AND term = ?
                        LIMIT 1000) AS counted";
    /// The languages in which each of these documents is published.
    LANGUAGES: "SELECT document_id, language FROM documents_editions
                WHERE document_id IN {bigints} AND state = 'published' ORDER BY document_id, language";
}

/// The published languages of documents on a page, in one query.
pub async fn languages(q: &mut impl Query, documents: &[DocumentId]) -> Result<Vec<(DocumentId, Lang)>> {
    let ids = platform::db::id_list(documents.iter().map(|id| id.get()));
    q.all(&LANGUAGES, &[Value::from(ids)]).await
}
