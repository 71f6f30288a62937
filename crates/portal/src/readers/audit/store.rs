//! Reads the log as the audit asks for it. Every field of a filter may be empty, hence the wide bounds.

use super::filter::Filter;
use platform::activity::Activity;
use platform::actor::MemberId;
use platform::db::{Query, Result, Value};
use platform::lang::L10n;
use platform::params;

/// Counting stops here: "more than 1,000" says enough, and a full count reads the whole log.
pub const COUNTED: i64 = 1000;

platform::sql! {
    LIST: "SELECT seq, at, actor, kind, subject_kind, subject_id, scope, data FROM activity
           WHERE kind LIKE ? AND (? = '' OR actor IN (?, ?)) AND at >= ? AND at < ? AND seq < ?
           ORDER BY seq DESC LIMIT ?";
    COUNT: "SELECT COUNT(*) FROM (SELECT seq FROM activity
            WHERE kind LIKE ? AND (? = '' OR actor IN (?, ?)) AND at >= ? AND at < ? AND seq < ?
            ORDER BY seq DESC LIMIT ?) AS counted";
    /// Goes from one actor to the next in the index instead of reading every row.
    ACTORS: "WITH RECURSIVE actors (actor) AS (
                 SELECT MIN(actor) FROM activity
                 UNION ALL
                 SELECT (SELECT MIN(actor) FROM activity WHERE activity.actor > actors.actor)
                 FROM actors WHERE actors.actor IS NOT NULL
             ) SELECT actor FROM actors WHERE actor IS NOT NULL";
}

/// Up to `limit` events before one, newest first.
pub async fn list(
    tx: &mut impl Query,
    filter: &Filter,
    l: &L10n,
    before: i64,
    limit: usize,
) -> Result<Vec<Activity>> {
    let limit = i64::try_from(limit).expect("a page is short");
    tx.all(&LIST, &bounds(filter, l, before, limit)).await
}

/// How many events there are, at most one more than [`COUNTED`].
pub async fn count(tx: &mut impl Query, filter: &Filter, l: &L10n) -> Result<i64> {
    Ok(tx.one(&COUNT, &bounds(filter, l, i64::MAX, COUNTED + 1)).await?.unwrap_or(0))
}

/// The parameters that `LIST` and `COUNT` share.
fn bounds(filter: &Filter, l: &L10n, before: i64, limit: i64) -> Vec<Value<'static>> {
    let kinds = if filter.section.is_empty() { "%".to_owned() } else { format!("{}.%", filter.section) };
    let (from, to) = filter.times(l);
    let (signed_in, by_link) = match filter.member() {
        Some(member) => (format!("member:{member}"), format!("link:{member}")),
        None => (String::new(), String::new()),
    };
    params![kinds, signed_in.clone(), signed_in, by_link, from, to, before, limit].to_vec()
}

/// Every member who ever did something.
pub async fn members(tx: &mut impl Query) -> Result<Vec<MemberId>> {
    let actors: Vec<String> = tx.all(&ACTORS, params![]).await?;
    let known = actors.iter().filter_map(|actor| {
        let (how, id) = actor.split_once(':')?;
        matches!(how, "member" | "link").then(|| id.parse().ok()).flatten()
    });
    let mut members: Vec<MemberId> = known.collect();
    members.sort_unstable();
    members.dedup();
    Ok(members)
}
