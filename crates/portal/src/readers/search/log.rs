//! What was looked for, without who looked: words, language, day, and roughly how much was found. It says what texts are
//! missing. Counted in memory and written down once a minute, so that not even the order of queries is kept.
//!
//! Never kept: an address, a member, a time of day, and anything that looks like a number or an address of a person.

use super::{analysis, store};
use crate::web::App;
use platform::actor::Actor;
use platform::lang::Lang;
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

/// Different queries held in memory; beyond them new ones are not counted until these are written down.
const MOST: usize = 5000;
const LONGEST: usize = 80;
/// Digits in a query from which on it may be somebody's number.
const DIGITS: usize = 6;

#[derive(Default)]
pub struct Asked(Mutex<HashMap<Key, (i64, i64)>>);

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    pub day: String,
    pub language: Lang,
    pub query: String,
}

impl Asked {
    /// Counts one query that found so much.
    pub fn count(&self, day: String, language: Lang, query: &str, found: usize) {
        let Some(query) = normalised(query) else { return };
        let mut asked = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let key = Key { day, language, query };
        if asked.len() < MOST || asked.contains_key(&key) {
            let (hits, times) = asked.entry(key).or_default();
            *hits = roughly(found);
            *times += 1;
        }
    }

    fn take(&self) -> Vec<(Key, (i64, i64))> {
        std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner)).into_iter().collect()
    }
}

/// None, one, ten, a hundred or more.
fn roughly(found: usize) -> i64 {
    match found {
        0 => 0,
        1..10 => 1,
        10..100 => 10,
        _ => 100,
    }
}

/// One spelling for queries that ask the same; none for what may be personal.
fn normalised(query: &str) -> Option<String> {
    let digits = query.chars().filter(char::is_ascii_digit).count();
    if query.contains('@') || digits >= DIGITS {
        return None;
    }
    let words: Vec<String> = morph::tokens(query)
        .take(analysis::MOST_ASKED)
        .map(|token| morph::fold(token.text).into_owned())
        .collect();
    let query: String = words.join(" ").chars().take(LONGEST).collect();
    (!query.is_empty()).then_some(query)
}

/// Writes down what was counted since the last time.
pub async fn write_down(app: &App) -> platform::db::Result<()> {
    let counted = app.part::<super::keeper::Keeper>().queries.take();
    if counted.is_empty() {
        return Ok(());
    }
    let mut tx = app.db.write(&Actor::System("search")).await?;
    for (key, (hits, times)) in counted {
        store::count(&mut tx, &key, hits, times).await?;
    }
    tx.commit_unrecorded("how often something was looked for is no act of anybody").await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn queries_that_ask_the_same_are_one() {
        assert_eq!(normalised("  Торговля ЛЮДЬМИ? ").as_deref(), Some("торговля людьми"));
        assert_eq!(normalised("торговля, людьми").as_deref(), Some("торговля людьми"));
    }

    #[test]
    fn numbers_and_addresses_of_people_are_not_kept() {
        for query in ["0555 12 34 56", "aigul@mail.example", "22010199812345", "+996-312-000000"] {
            assert_eq!(normalised(query), None, "{query}");
        }
        assert_eq!(normalised("закон 55").as_deref(), Some("закон 55"));
    }

    #[test]
    fn no_query_is_kept_at_length_and_no_number_of_them_fills_the_memory() {
        assert_eq!(normalised(&"өзгөчө".repeat(100)).map(|query| query.chars().count()), Some(LONGEST));
        let asked = Asked::default();
        for number in 0..2 * MOST {
            asked.count("2026-11-23".into(), Lang::Ky, &format!("сөз{number}"), number);
        }
        assert_eq!(asked.take().len(), MOST);
        assert!(asked.take().is_empty());
    }
}
