//! Every registered statement prepares on both databases, and both give its columns the same types.

use platform::db::{Dialect, Sql};
use platform::testing::{dialects, fresh};
use portal::migrations;
use portal::registry::FEATURES;

fn statements() -> Vec<&'static Sql> {
    let own = platform::statements().into_iter();
    own.chain(FEATURES.iter().flat_map(|feature| (feature.statements)())).collect()
}

/// What a column holds, in the words of this test; `None` where SQLite does not know, as for expressions.
fn kind(declared: &str) -> Option<&str> {
    match declared {
        "" => None,
        "INTEGER" | "int8" => Some("number"),
        "TEXT" | "text" => Some("text"),
        "BLOB" | "bytea" => Some("bytes"),
        other => Some(other),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_statement_prepares_and_its_columns_have_the_same_types_on_every_database() {
    let mut problems = Vec::new();
    let mut known: Vec<Vec<Option<String>>> = vec![Vec::new(); statements().len()];
    for dialect in dialects() {
        let fresh = fresh(dialect, &migrations::all()).await;
        for (sql, known) in statements().into_iter().zip(&mut known) {
            let declared = match fresh.db.check(sql).await {
                Ok(declared) => declared,
                Err(error) => {
                    problems.push(format!("{} on {}: {error}", sql.name(), dialect.name()));
                    continue;
                }
            };
            let kinds: Vec<Option<String>> =
                declared.iter().map(|name| kind(name).map(str::to_owned)).collect();
            let strange =
                kinds.iter().flatten().find(|kind| !["number", "text", "bytes"].contains(&kind.as_str()));
            if let Some(strange) = strange {
                problems.push(format!("{} gives a {strange} on {}; cast it", sql.name(), dialect.name()));
            }
            let differs = known.iter().zip(&kinds).any(|pair| matches!(pair, (Some(a), Some(b)) if a != b));
            if dialect != Dialect::Sqlite && (differs || known.len() != kinds.len()) {
                problems.push(format!(
                    "{}: SQLite gives {known:?}, {} {kinds:?}",
                    sql.name(),
                    dialect.name()
                ));
            }
            *known = kinds;
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn a_statement_is_registered_once() {
    let mut names: Vec<&str> = statements().iter().map(|sql| sql.name()).collect();
    names.sort_unstable();
    let twice: Vec<&[&str]> = names.windows(2).filter(|pair| pair[0] == pair[1]).collect();
    assert!(twice.is_empty(), "{twice:?}");
}
