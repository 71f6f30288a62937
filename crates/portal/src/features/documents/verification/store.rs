//! The SQL of verification. Everything here was public once; who asks makes no difference.

use super::super::model::{DocumentId, EditionId, Level, State};
use super::code::Code;
use platform::clock::Timestamp;
use platform::db::{Cells, DbError, FromRow, Query, Result, Sql, Value, WriteTx, id_list, take};
use platform::lang::Lang;
use platform::params;
use std::sync::LazyLock;

macro_rules! found {
    () => {
        "e.id, e.document_id, e.language, e.number, e.state, e.title, e.level, e.superseded_at, e.approval_due_at"
    };
}
/// The current text first, then the one that was current last.
macro_rules! best {
    () => {
        " ORDER BY CASE e.state WHEN 'published' THEN 0 WHEN 'superseded' THEN 1 WHEN 'withdrawn' THEN 2 ELSE 3 END, \
         e.number DESC, e.id LIMIT 1"
    };
}

platform::sql! {
    BY_CODE: concat!("SELECT ", found!(), " FROM documents_editions e WHERE e.text_hash BETWEEN ? AND ?
        AND e.state IN ('published', 'superseded', 'withdrawn', 'removed')", best!());
    BY_PRINT: concat!("SELECT ", found!(), " FROM documents_prints p CROSS JOIN documents_editions e
        WHERE p.print = ? AND e.id = p.edition_id
        AND e.state IN ('published', 'superseded', 'withdrawn', 'removed')", best!());
    CURRENT: concat!("SELECT ", found!(), " FROM documents_editions e
        WHERE e.document_id = ? AND e.language = ? AND e.state = 'published'");
    BY_ROWS: "SELECT document_id, language FROM documents_rows WHERE hash IN {bigints}
              GROUP BY document_id, language ORDER BY COUNT(*) DESC, document_id DESC LIMIT 3";
    FULL_ROWS: "SELECT hash FROM documents_rows WHERE hash IN {bigints} GROUP BY hash HAVING COUNT(*) >= 48";
    INSERT_PRINTS: "INSERT INTO documents_prints (print, edition_id) VALUES (?, ?), (?, ?), (?, ?), (?, ?) ON CONFLICT DO NOTHING";
    CLEAR_ROWS: "DELETE FROM documents_rows";
    CLEAR_PRINTS: "DELETE FROM documents_prints";
}

const AT_ONCE: usize = 32;

/// A published text brings dozens of rows: they go in by the handful, the last one repeated to fill it.
static INSERT_ROWS: LazyLock<Sql> = LazyLock::new(|| {
    let values = ["(?, ?, ?)"; AT_ONCE].join(", ");
    Sql::composed(
        "documents::verification::store::INSERT_ROWS".to_owned(),
        format!(
            "INSERT INTO documents_rows (hash, document_id, language) VALUES {values} ON CONFLICT DO NOTHING"
        ),
    )
});

pub fn statements() -> impl Iterator<Item = &'static Sql> {
    ALL.iter().copied().chain([&*INSERT_ROWS])
}

/// An edition that was recognised, in short.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    pub id: EditionId,
    pub document: DocumentId,
    pub language: Lang,
    pub number: i64,
    pub state: State,
    pub title: String,
    pub level: Option<Level>,
    pub superseded_at: Option<Timestamp>,
    pub approval_due_at: Option<Timestamp>,
}

impl FromRow for Found {
    fn from_row(row: &mut dyn Cells) -> std::result::Result<Self, DbError> {
        Ok(Found {
            id: take(row)?,
            document: take(row)?,
            language: take(row)?,
            number: take(row)?,
            state: take(row)?,
            title: take(row)?,
            level: take(row)?,
            superseded_at: take(row)?,
            approval_due_at: take(row)?,
        })
    }
}

pub async fn by_code(q: &mut impl Query, code: Code) -> Result<Option<Found>> {
    let (first, last) = code.range();
    q.one(&BY_CODE, params![&first, &last]).await
}

/// The text that says just the same.
pub async fn by_print(q: &mut impl Query, print: &[u8; 32]) -> Result<Option<Found>> {
    q.one(&BY_PRINT, params![print]).await
}

pub async fn current(q: &mut impl Query, document: DocumentId, language: Lang) -> Result<Option<Found>> {
    q.one(&CURRENT, params![document, language]).await
}

/// The texts that share the most of these rows of words.
pub async fn by_rows(q: &mut impl Query, rows: &[i64]) -> Result<Vec<(DocumentId, Lang)>> {
    let rows: Vec<(i64, Lang)> = q.all(&BY_ROWS, params![id_list(rows.iter().copied())]).await?;
    Ok(rows.into_iter().map(|(document, language)| (document.into(), language)).collect())
}

pub async fn remember(
    tx: &mut WriteTx,
    edition: EditionId,
    document: DocumentId,
    language: Lang,
    prints: &[[u8; 32]; 4],
    rows: &[i64],
) -> Result<()> {
    let prints: Vec<Value> = prints.iter().flat_map(|print| params![print, edition].to_vec()).collect();
    tx.run(&INSERT_PRINTS, &prints).await?;
    let full: Vec<i64> = tx.all(&FULL_ROWS, params![id_list(rows.iter().copied())]).await?;
    let new: Vec<i64> = rows.iter().copied().filter(|row| !full.contains(row)).collect();
    for some in new.chunks(AT_ONCE) {
        let filled = (0..AT_ONCE).map(|at| some[at.min(some.len() - 1)]);
        let values: Vec<Value> = filled.flat_map(|row| params![row, document, language].to_vec()).collect();
        tx.run(&INSERT_ROWS, &values).await?;
    }
    Ok(())
}

pub async fn forget_all(tx: &mut WriteTx) -> Result<()> {
    tx.run(&CLEAR_ROWS, params![]).await?;
    tx.run(&CLEAR_PRINTS, params![]).await?;
    Ok(())
}
