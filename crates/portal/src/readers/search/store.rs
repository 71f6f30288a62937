//! The SQL of the queries that were counted.

use super::log::Key;
use platform::db::{Query, Result, WriteTx};
use platform::lang::Lang;
use platform::params;

platform::sql! {
    COUNT: "INSERT INTO search_queries (day, language, query, hits, times) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (day, language, query) DO UPDATE SET hits = excluded.hits, times = search_queries.times + excluded.times";
    UNANSWERED: "SELECT query, language, CAST(SUM(times) AS BIGINT), MAX(day) FROM search_queries
                 WHERE hits = 0 AND day >= ? GROUP BY query, language ORDER BY 3 DESC, 4 DESC, 1 LIMIT 200";
    PRUNE: "DELETE FROM search_queries WHERE day < ?";
}

pub async fn count(tx: &mut WriteTx, key: &Key, hits: i64, times: i64) -> Result<()> {
    tx.run(&COUNT, params![&key.day, key.language, &key.query, hits, times]).await?;
    Ok(())
}

/// Something that was looked for and not found.
pub struct Unanswered {
    pub query: String,
    pub language: Lang,
    pub times: i64,
    pub last: String,
}
platform::from_row!(Unanswered { query, language, times, last });

/// Since a day, what was asked most often first.
pub async fn unanswered(q: &mut impl Query, since: &str) -> Result<Vec<Unanswered>> {
    q.all(&UNANSWERED, params![since]).await
}

/// Forgets what is older than a day.
pub async fn prune(tx: &mut WriteTx, before: &str) -> Result<()> {
    tx.run(&PRUNE, params![before]).await?;
    Ok(())
}
