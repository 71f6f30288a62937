//! Migrations run once, in order, and refuse what they do not recognise.

use crate::{migration, two};
use platform::clock::Clock;
use platform::db::{Db, Dialect, Migration, Query};
use platform::ids::Ids;
use platform::params;
use platform::testing::{MONDAY, dialects, location};
use tempfile::TempDir;

async fn empty(dialect: Dialect, folder: &TempDir) -> Db {
    println!("on {}", dialect.name());
    let clock = Clock::fixed(MONDAY);
    Db::open(&location(dialect, folder.path()).await, clock.clone(), Ids::system(clock)).await.unwrap()
}

fn steps(count: usize) -> Vec<Migration> {
    (1..=count)
        .map(|n| {
            let text = format!("CREATE TABLE step{n} (\n    id BIGINT PRIMARY KEY\n);\nINSERT INTO step{n} (id) VALUES ({n});");
            migration(&format!("{n:04}_step.sql"), &text)
        })
        .collect()
}

#[tokio::test]
async fn each_migration_runs_once() {
    for dialect in dialects() {
        let folder = TempDir::new().unwrap();
        let db = empty(dialect, &folder).await;
        assert_eq!(db.pending_migrations(&steps(2)).await.unwrap(), ["0001_step", "0002_step"]);
        assert_eq!(db.migrate(&steps(2)).await.unwrap(), ["0001_step", "0002_step"]);
        assert!(db.migrate(&steps(2)).await.unwrap().is_empty());
        assert_eq!(db.migrate(&steps(3)).await.unwrap(), ["0003_step"]);
        assert!(db.pending_migrations(&steps(3)).await.unwrap().is_empty());
    }
}

#[tokio::test]
async fn a_changed_or_an_unknown_migration_is_refused_in_words() {
    for dialect in dialects() {
        let folder = TempDir::new().unwrap();
        let db = empty(dialect, &folder).await;
        db.migrate(&steps(3)).await.unwrap();
        let refused = db.migrate(&steps(2)).await.unwrap_err().to_string();
        assert_eq!(
            refused,
            "the database has the migration 0003_step, which this version does not know; install the newer version"
        );
        let mut changed = steps(3);
        changed[1].text.push_str("-- a remark");
        let refused = db.migrate(&changed).await.unwrap_err().to_string();
        assert_eq!(
            refused,
            "migration 0002_step was changed after it ran; put the file back and add a new one"
        );
        db.migrate(&steps(3)).await.expect("refusing changed nothing");
    }
}

#[tokio::test]
async fn a_migration_that_fails_leaves_nothing_of_itself() {
    for dialect in dialects() {
        let folder = TempDir::new().unwrap();
        let db = empty(dialect, &folder).await;
        let mut broken = steps(2);
        broken[1].text.push_str("INSERT INTO no_such_table (id) VALUES (1);");
        let refused = db.migrate(&broken).await.unwrap_err().to_string();
        assert!(refused.starts_with("migration 0002_step failed: "), "{refused}");
        assert_eq!(db.pending_migrations(&broken).await.unwrap(), ["0002_step"]);
        assert_eq!(db.migrate(&steps(2)).await.unwrap(), ["0002_step"], "its table is not half there");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn processes_that_start_together_do_not_migrate_twice() {
    for dialect in dialects() {
        let folder = TempDir::new().unwrap();
        let [one, other] = two(dialect, folder.path(), &Clock::fixed(MONDAY)).await;
        let files: Vec<Migration> = crate::tables().into_iter().chain(steps(20).split_off(2)).collect();
        let runs: Vec<_> = [one, other]
            .into_iter()
            .map(|db| {
                let files = files.clone();
                tokio::spawn(async move { db.migrate(&files).await.unwrap() })
            })
            .collect();
        let mut ran = Vec::new();
        for run in runs {
            ran.extend(run.await.unwrap());
        }
        ran.sort();
        let wanted: Vec<String> = (3..=20).map(|n| format!("{n:04}_step")).collect();
        assert_eq!(ran, wanted);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn even_the_first_start_may_happen_twice_at_once() {
    for dialect in dialects() {
        let folder = TempDir::new().unwrap();
        let place = location(dialect, folder.path()).await;
        let starts: Vec<_> = (0..4)
            .map(|_| {
                let place = place.clone();
                tokio::spawn(async move {
                    let db = Db::open(&place, Clock::system(), Ids::system(Clock::system())).await.unwrap();
                    db.migrate(&steps(3)).await.unwrap().len()
                })
            })
            .collect();
        let mut ran = 0;
        for start in starts {
            ran += start.await.unwrap();
        }
        assert_eq!(ran, 3);
    }
}

platform::sql! {
    WHICH: "SELECT word FROM words";
}

#[tokio::test]
async fn of_a_pair_each_database_runs_its_own() {
    let pair = [("sqlite", "SQLite"), ("postgres", "PostgreSQL")].map(|(ending, word)| {
        let text = format!(
            "CREATE TABLE words (\n    word TEXT NOT NULL\n);\nINSERT INTO words (word) VALUES ('{word}');"
        );
        migration(&format!("0001_words.{ending}.sql"), &text)
    });
    for dialect in dialects() {
        let folder = TempDir::new().unwrap();
        let db = empty(dialect, &folder).await;
        assert_eq!(db.migrate(&pair).await.unwrap(), ["0001_words"]);
        for sql in ALL {
            let word: Option<String> = db.read().await.unwrap().one(sql, params![]).await.unwrap();
            assert_eq!(word.as_deref(), Some(dialect.name()));
        }
    }
}
