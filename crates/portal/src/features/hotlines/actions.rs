//! The verbs of the section.

use super::events::{self, Facts};
use super::model::{Check, Details, LONGEST_HEARD, Line, LineId, Mistake, Outcome, is_key, line};
use super::{policy, store};
use platform::clock::Timestamp;
use platform::db::{DbError, WriteTx};
use platform::lang::Localized;
use serde::Deserialize;
use std::time::Duration;

#[derive(Debug, thiserror::Error)]
pub enum Cannot {
    #[error("this is not theirs to do")]
    Denied,
    #[error("there is no such line")]
    NotFound,
    #[error("somebody saved the line meanwhile, or its number is another one by now")]
    Stale,
    #[error("the form has mistakes: {0:?}")]
    Mistakes(Vec<Mistake>),
    #[error(transparent)]
    Db(#[from] DbError),
}

impl From<Mistake> for Cannot {
    fn from(mistake: Mistake) -> Self {
        Cannot::Mistakes(vec![mistake])
    }
}

pub async fn create(tx: &mut WriteTx, key: &str, details: Details) -> Result<LineId, Cannot> {
    may_edit(tx)?;
    let key = key.trim();
    let mut mistakes = Vec::new();
    if !is_key(key) || store::by_key(tx, &tx.actor().clone(), key).await?.is_some() {
        mistakes.push(Mistake::Key);
    }
    let details = match details.checked() {
        Ok(details) if mistakes.is_empty() => details,
        Ok(_) => return Err(Cannot::Mistakes(mistakes)),
        Err(more) => return Err(Cannot::Mistakes(mistakes.into_iter().chain(more).collect())),
    };
    let id: LineId = tx.next_id();
    match store::insert(tx, id, key, &details).await {
        // Two people made it at once.
        Err(DbError::NotUnique(_)) => return Err(Mistake::Key.into()),
        other => other?,
    }
    let line = load(tx, key).await?;
    tx.record(Facts::of(&line).event(events::ADDED, id, line.details.owner));
    Ok(id)
}

/// Saves what the chair entered. Another number has to be called anew before anybody sees it.
pub async fn change(tx: &mut WriteTx, key: &str, version: i64, details: Details) -> Result<(), Cannot> {
    may_edit(tx)?;
    let old = load(tx, key).await?;
    let details = details.checked().map_err(Cannot::Mistakes)?;
    if old.version == version && old.details == details {
        return Ok(());
    }
    if !store::update(tx, &old, version, &details).await? {
        return Err(Cannot::Stale);
    }
    let another = old.details.number != details.number;
    if another {
        store::hide(tx, old.id).await?;
    }
    let number_before = another.then(|| old.details.number.clone());
    let line = Line { details, ..old };
    let facts = Facts { number_before, ..Facts::of(&line) };
    tx.record(facts.event(events::CHANGED, line.id, line.details.owner));
    Ok(())
}

/// A test call as somebody reports it.
#[derive(Clone, Debug)]
pub struct Report {
    /// The number they dialled, as the page showed it.
    pub number: String,
    pub outcome: Option<Outcome>,
    pub heard: String,
    pub called_at: Option<Timestamp>,
}

/// A call that is older says too little about today.
pub const OLDEST_CALL: Duration = Duration::from_secs(30 * 24 * 3600);
/// Clocks differ a little.
const CLOCKS: Duration = Duration::from_secs(300);

pub async fn record_call(tx: &mut WriteTx, key: &str, report: Report) -> Result<Outcome, Cannot> {
    if !policy::may_check(tx.actor()) {
        return Err(Cannot::Denied);
    }
    let called_by = tx.actor().member_id().ok_or(Cannot::Denied)?;
    let found = load(tx, key).await?;
    let heard: String = line(&report.heard).chars().take(LONGEST_HEARD).collect();
    let now = tx.now();
    let called_at = report.called_at.filter(|at| *at <= now + CLOCKS && *at >= now - OLDEST_CALL);
    let (Some(outcome), Some(called_at), false) = (report.outcome, called_at, heard.is_empty()) else {
        let missing = [
            (report.outcome.is_none(), Mistake::Outcome),
            (called_at.is_none(), Mistake::CalledWhen),
            (heard.is_empty(), Mistake::HeardMissing),
        ];
        return Err(Cannot::Mistakes(missing.into_iter().filter(|(is, _)| *is).map(|(_, it)| it).collect()));
    };
    let check = Check { number: report.number, outcome, heard, called_at, called_by };
    keep_call(tx, &found, check).await?;
    Ok(outcome)
}

/// Keeps a test call and what follows from it.
pub async fn keep_call(tx: &mut WriteTx, found: &Line, check: Check) -> Result<(), Cannot> {
    let (done, kind) = match check.outcome {
        Outcome::Answered => (store::confirm(tx, found, &check).await?, events::CONFIRMED),
        Outcome::Failed => (store::fail(tx, found.id, &check).await?, events::FAILED),
    };
    if !done {
        return Err(Cannot::Stale);
    }
    store::insert_check(tx, found.id, &check).await?;
    let called_at = Some(check.called_at.0);
    let facts = Facts { words: Some(check.heard), called_at, ..Facts::of(found) };
    tx.record(facts.event(kind, found.id, found.details.owner));
    Ok(())
}

/// Takes a number out of sight until somebody calls it again.
pub async fn hide(tx: &mut WriteTx, key: &str, reason: &str) -> Result<(), Cannot> {
    may_edit(tx)?;
    let found = load(tx, key).await?;
    let reason: String = line(reason).chars().take(LONGEST_HEARD).collect();
    if reason.is_empty() {
        return Err(Mistake::Reason.into());
    }
    if found.checked.is_none() {
        return Ok(());
    }
    store::hide(tx, found.id).await?;
    let facts = Facts { words: Some(reason), ..Facts::of(&found) };
    tx.record(facts.event(events::HIDDEN, found.id, found.details.owner));
    Ok(())
}

pub async fn retire(tx: &mut WriteTx, key: &str) -> Result<(), Cannot> {
    may_edit(tx)?;
    let found = load(tx, key).await?;
    if store::retire(tx, found.id).await? {
        tx.record(Facts::of(&found).event(events::RETIRED, found.id, found.details.owner));
    }
    Ok(())
}

/// Takes a line into use again, not confirmed.
pub async fn resume(tx: &mut WriteTx, key: &str) -> Result<(), Cannot> {
    may_edit(tx)?;
    let found = load(tx, key).await?;
    if store::resume(tx, found.id).await? {
        tx.record(Facts::of(&found).event(events::RESUMED, found.id, found.details.owner));
    }
    Ok(())
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct KnownLine {
    key: String,
    number: String,
    ky: String,
    ru: String,
    en: String,
    source: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct KnownLines {
    line: Vec<KnownLine>,
}

/// Lines that public sources name. Nobody called them; they come in as not confirmed.
const KNOWN: &str = include_str!("../../../../../programmes/hotlines-kg.toml");

fn known() -> Vec<KnownLine> {
    toml::from_str::<KnownLines>(KNOWN).expect("a test reads the file that is compiled in").line
}

/// How many of the known lines are not here yet.
pub fn known_missing(lines: &[Line]) -> usize {
    known().iter().filter(|known| !lines.iter().any(|line| line.key == known.key)).count()
}

/// Loads the known lines that are not here yet; returns how many.
pub async fn load_known(tx: &mut WriteTx) -> Result<usize, Cannot> {
    may_edit(tx)?;
    let present = store::all(tx).await?;
    let mut count = 0;
    for KnownLine { key, number, ky, ru, en, source } in known() {
        if present.iter().all(|line| line.key != key) {
            create(tx, &key, Details::named(&number, Localized { ky, ru, en }, &source)).await?;
            count += 1;
        }
    }
    Ok(count)
}

/// Records which checks became overdue; each is told once.
pub async fn tell_overdue(tx: &mut WriteTx) -> Result<(), DbError> {
    let now = tx.now();
    for line in store::overdue(tx, now).await? {
        store::told(tx, line.id).await?;
        tx.record(Facts::of(&line).event(events::OVERDUE, line.id, line.details.owner));
    }
    Ok(())
}

fn may_edit(tx: &WriteTx) -> Result<(), Cannot> {
    if policy::may_edit(tx.actor()) { Ok(()) } else { Err(Cannot::Denied) }
}

async fn load(tx: &mut WriteTx, key: &str) -> Result<Line, Cannot> {
    let actor = tx.actor().clone();
    store::by_key(tx, &actor, key).await?.ok_or(Cannot::NotFound)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_known_lines_can_be_entered_as_they_stand() {
        let lines = known();
        assert!(lines.len() >= 7);
        for KnownLine { key, number, ky, ru, en, source } in lines {
            assert!(is_key(&key), "{key}");
            let details = Details::named(&number, Localized { ky, ru, en }, &source);
            assert_eq!(details.clone().checked(), Ok(details), "{key}");
        }
    }
}
