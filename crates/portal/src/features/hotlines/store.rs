//! The SQL of lines and their test calls.

use super::model::{Check, CheckId, Details, Line, LineId};
use super::policy;
use platform::actor::{Actor, MemberId, OrganisationId};
use platform::clock::Timestamp;
use platform::db::{Cells, DbError, FromRow, Query, ReadTx, Result, WriteTx, take};
use platform::lang::Localized;
use platform::params;
use std::time::Duration;

macro_rules! columns {
    () => {
        "SELECT id, key, number, name_ky, name_ru, name_en, about_ky, about_ru, about_en, cost, days, opens, closes, languages,
           countries, owner_id, source, check_days, place, checked_at, checked_by, failed_at, retired_at, version FROM hotlines "
    };
}

platform::sql! {
    ALL_LINES: concat!(columns!(), "ORDER BY id");
    /// Visibility in SQL, the twin of `policy::may_see`.
    LISTED: concat!(columns!(), "WHERE ? = 1 OR (checked_at IS NOT NULL AND retired_at IS NULL) ORDER BY id");
    BY_KEY: concat!(columns!(), "WHERE key = ?");
    INSERT: "INSERT INTO hotlines (id, key, number, name_ky, name_ru, name_en, about_ky, about_ru, about_en, cost, days, opens, closes,
               languages, countries, owner_id, source, check_days, place, version, created_at)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?)";
    UPDATE: "UPDATE hotlines SET number = ?, name_ky = ?, name_ru = ?, name_en = ?, about_ky = ?, about_ru = ?, about_en = ?, cost = ?,
               days = ?, opens = ?, closes = ?, languages = ?, countries = ?, owner_id = ?, source = ?, check_days = ?, place = ?,
               due_at = ?, version = version + 1 WHERE id = ? AND version = ?";
    INSERT_CHECK: "INSERT INTO hotlines_checks (id, line_id, number, outcome, heard, called_at, called_by, recorded_at)
                   VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
    /// Only if it is still this number, and no later call is known.
    CONFIRM: "UPDATE hotlines SET checked_at = ?, checked_by = ?, due_at = ?, failed_at = NULL, overdue_told_at = NULL,
                version = version + 1
              WHERE id = ? AND number = ? AND retired_at IS NULL AND (checked_at IS NULL OR checked_at <= ?)";
    FAIL: "UPDATE hotlines SET failed_at = ?, version = version + 1
           WHERE id = ? AND number = ? AND retired_at IS NULL AND (checked_at IS NULL OR checked_at <= ?)";
    HIDE: "UPDATE hotlines SET checked_at = NULL, checked_by = NULL, due_at = NULL, failed_at = NULL, overdue_told_at = NULL,
             version = version + 1 WHERE id = ?";
    RETIRE: "UPDATE hotlines SET retired_at = ?, version = version + 1 WHERE id = ? AND retired_at IS NULL";
    /// What was heard before it was out of use says nothing about now.
    RESUME: "UPDATE hotlines SET retired_at = NULL, checked_at = NULL, checked_by = NULL, due_at = NULL, failed_at = NULL,
               overdue_told_at = NULL, version = version + 1 WHERE id = ? AND retired_at IS NOT NULL";
    CHECKS: "SELECT number, outcome, heard, called_at, called_by FROM hotlines_checks WHERE line_id = ?
             ORDER BY called_at DESC, id DESC LIMIT 50";
    OVERDUE: concat!(columns!(), "WHERE due_at <= ? AND overdue_told_at IS NULL AND retired_at IS NULL ORDER BY due_at LIMIT 50");
    TOLD: "UPDATE hotlines SET overdue_told_at = ? WHERE id = ?";
    COUNT_OWNED: "SELECT COUNT(*) FROM hotlines WHERE owner_id = ?";
    MOVE_OWNED: "UPDATE hotlines SET owner_id = ? WHERE owner_id = ?";
    CALLS_OF: "SELECT c.number, c.outcome, c.heard, c.called_at, c.called_by FROM hotlines_checks c WHERE c.called_by = ?
               ORDER BY c.called_at";
}

fn split(codes: &str) -> Vec<String> {
    codes.split_whitespace().map(str::to_owned).collect()
}

impl FromRow for Line {
    fn from_row(row: &mut dyn Cells) -> std::result::Result<Self, DbError> {
        let (id, key) = (take(row)?, take(row)?);
        let details = Details {
            number: take(row)?,
            name: Localized { ky: take(row)?, ru: take(row)?, en: take(row)? },
            about: Localized { ky: take(row)?, ru: take(row)?, en: take(row)? },
            cost: take(row)?,
            days: take(row)?,
            opens: take(row)?,
            closes: take(row)?,
            languages: split(&take::<String>(row)?),
            countries: split(&take::<String>(row)?),
            owner: take(row)?,
            source: take(row)?,
            check_days: take(row)?,
            place: take(row)?,
        };
        let (at, by): (Option<Timestamp>, Option<MemberId>) = (take(row)?, take(row)?);
        Ok(Line {
            id,
            key,
            details,
            checked: at.zip(by),
            failed_at: take(row)?,
            retired_at: take(row)?,
            version: take(row)?,
        })
    }
}
platform::from_row!(Check { number, outcome, heard, called_at, called_by });

/// Every line, for what is kept in memory; who reads it decides what is shown.
pub async fn all(q: &mut impl Query) -> Result<Vec<Line>> {
    q.all(&ALL_LINES, params![]).await
}

/// The lines this actor may see.
pub async fn listed(q: &mut impl Query, actor: &Actor) -> Result<Vec<Line>> {
    q.all(&LISTED, params![policy::may_see_all(actor)]).await
}

pub async fn by_key(q: &mut impl Query, actor: &Actor, key: &str) -> Result<Option<Line>> {
    let line: Option<Line> = q.one(&BY_KEY, params![key]).await?;
    Ok(line.filter(|line| policy::may_see(actor, line)))
}

pub async fn insert(tx: &mut WriteTx, id: LineId, key: &str, details: &Details) -> Result<()> {
    let (d, now) = (details, tx.now());
    let (languages, countries) = (d.languages.join(" "), d.countries.join(" "));
    let values = params![
        id,
        key,
        &d.number,
        &d.name.ky,
        &d.name.ru,
        &d.name.en,
        &d.about.ky,
        &d.about.ru,
        &d.about.en,
        d.cost,
        d.days,
        &d.opens,
        &d.closes,
        languages,
        countries,
        d.owner,
        &d.source,
        d.check_days,
        d.place,
        now,
    ];
    tx.run(&INSERT, values).await.map(|_| ())
}

/// False if somebody saved meanwhile.
pub async fn update(tx: &mut WriteTx, old: &Line, version: i64, details: &Details) -> Result<bool> {
    let d = details;
    let due = Line { details: d.clone(), ..old.clone() }.due_at();
    let (languages, countries) = (d.languages.join(" "), d.countries.join(" "));
    let values = params![
        &d.number,
        &d.name.ky,
        &d.name.ru,
        &d.name.en,
        &d.about.ky,
        &d.about.ru,
        &d.about.en,
        d.cost,
        d.days,
        &d.opens,
        &d.closes,
        languages,
        countries,
        d.owner,
        &d.source,
        d.check_days,
        d.place,
        due,
        old.id,
        version,
    ];
    Ok(tx.run(&UPDATE, values).await? == 1)
}

pub async fn insert_check(tx: &mut WriteTx, line: LineId, check: &Check) -> Result<()> {
    let (id, now): (CheckId, _) = (tx.next_id(), tx.now());
    let Check { number, outcome, heard, called_at, called_by } = check;
    let values = params![id, line, number, *outcome, heard, *called_at, *called_by, now];
    tx.run(&INSERT_CHECK, values).await.map(|_| ())
}

/// False if the number is another one by now, or somebody called later.
pub async fn confirm(tx: &mut WriteTx, line: &Line, check: &Check) -> Result<bool> {
    let days = Duration::from_secs(u64::try_from(line.details.check_days).unwrap_or(0) * 24 * 3600);
    let (at, due) = (check.called_at, check.called_at + days);
    Ok(tx.run(&CONFIRM, params![at, check.called_by, due, line.id, &check.number, at]).await? == 1)
}

pub async fn fail(tx: &mut WriteTx, line: LineId, check: &Check) -> Result<bool> {
    let at = check.called_at;
    Ok(tx.run(&FAIL, params![at, line, &check.number, at]).await? == 1)
}

/// Nobody sees the number until it is called again.
pub async fn hide(tx: &mut WriteTx, line: LineId) -> Result<()> {
    tx.run(&HIDE, params![line]).await.map(|_| ())
}

pub async fn retire(tx: &mut WriteTx, line: LineId) -> Result<bool> {
    let now = tx.now();
    Ok(tx.run(&RETIRE, params![now, line]).await? == 1)
}

pub async fn resume(tx: &mut WriteTx, line: LineId) -> Result<bool> {
    Ok(tx.run(&RESUME, params![line]).await? == 1)
}

/// The test calls of a line, the newest first.
pub async fn checks(q: &mut impl Query, line: LineId) -> Result<Vec<Check>> {
    q.all(&CHECKS, params![line]).await
}

/// Lines that should have been called by now and of which nobody was told yet.
pub async fn overdue(q: &mut impl Query, now: Timestamp) -> Result<Vec<Line>> {
    q.all(&OVERDUE, params![now]).await
}

pub async fn told(tx: &mut WriteTx, line: LineId) -> Result<()> {
    let now = tx.now();
    tx.run(&TOLD, params![now, line]).await.map(|_| ())
}

pub async fn count_owned(q: &mut impl Query, organisation: OrganisationId) -> Result<i64> {
    Ok(q.one(&COUNT_OWNED, params![organisation]).await?.unwrap_or(0))
}

pub async fn carry(tx: &mut WriteTx, from: OrganisationId, into: OrganisationId) -> Result<()> {
    tx.run(&MOVE_OWNED, params![into, from]).await.map(|_| ())
}

/// The test calls of a person, for a copy in their hands.
pub async fn copy(q: &mut ReadTx, member: MemberId) -> Result<serde_json::Value> {
    let calls: Vec<Check> = q.all(&CALLS_OF, params![member]).await?;
    let call = |it: &Check| {
        serde_json::json!({
            "number": it.number, "outcome": it.outcome.code(), "heard": it.heard, "called_at_ms": it.called_at.0,
        })
    };
    Ok(calls.iter().map(call).collect())
}
