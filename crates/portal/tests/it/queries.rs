//! How many statements a page costs, and that none of them grows with the library. A page that asks once per row, or
//! a statement that reads a whole table, passes every other test and fails here.

use platform::db::{Dialect, Sql, Value};
use platform::testing::fresh;
use portal::migrations;
use portal::registry::FEATURES;
use portal::testing::Browser;

/// The most statements a page may run, the session's and the navigation's included: as a guest, as a member.
const PAGES: [(&str, Option<u64>, Option<u64>); 11] = [
    ("/en/", Some(6), Some(22)),
    ("/en/documents", Some(4), Some(8)),
    // The first document of the list.
    ("", Some(8), Some(20)),
    ("/en/help", Some(6), Some(10)),
    ("/en/safe-migration", Some(9), Some(13)),
    ("/en/for/migrants", Some(10), Some(14)),
    ("/en/kits", Some(2), Some(7)),
    ("/en/campaigns", Some(2), Some(7)),
    ("/en/calendar", Some(3), Some(8)),
    ("/en/notifications", None, Some(7)),
    ("/en/audit", None, Some(13)),
];

portal::portal_tests! {
    async fn a_page_runs_no_more_statements_than_are_stated(portal) {
        let guest = portal.guest();
        // The chair sees every one of these pages, so nobody's page costs more.
        let member = portal.sign_in("gulzat@alty-kerege.example").await;
        let first = member.get("/en/documents").await.attributes(".docs a", "href").into_iter().next();
        let mut report = String::new();
        let mut within = true;
        for (path, as_guest, as_member) in PAGES {
            let path = if path.is_empty() { first.clone().expect("the sample world has documents") } else { path.to_owned() };
            for (who, browser, most) in [("guest", &guest, as_guest), ("member", &member, as_member)] {
                let Some(most) = most else { continue };
                let run = statements(&portal, browser, &path).await;
                report += &format!("{path} as {who}: {run}, at most {most}\n");
                within &= run <= most;
            }
        }
        eprintln!("{report}");
        assert!(within, "{report}");
    }
}

async fn statements(portal: &portal::testing::TestPortal, browser: &Browser, path: &str) -> u64 {
    let before = portal.app.db.statements_run();
    let page = browser.get(path).await;
    assert_eq!(page.status, 200, "{path}: {}", page.body);
    portal.app.db.statements_run() - before
}

/// Tables that stay small, whatever the portal lives through, and what SQLite calls its lists of parameters.
const SMALL: &[&str] = &[
    "activity_counter",
    "activity_readers",
    "activity_parked",
    "members",
    "organisations",
    "organisations_regions",
    "organisations_audiences",
    "members_requests",
    "kits",
    "campaigns",
    "calendar_events_drafts",
    "site_slots",
    "hotlines",
    "glossary_terms",
    "glossary_forms",
    "documents_reviews_open",
    "documents_editions_waiting",
    "documents_freshness_unread",
    "documents_addresses_broken",
    "schema_migrations",
    "json_each",
    "CONSTANT",
    "VALUES",
    "counted",
];

/// Statements that may read a table from one end to the other, and why.
const WHOLE: [(&str, &str); 8] = [
    ("platform::jobs::CLAIM", "its own few due rows"),
    ("platform::jobs::WAITING", "counts the open jobs by their own index, for the doctor"),
    ("platform::mail::UNSENT", "counts the unsent mails by their own index, for the doctor"),
    ("portal::features::members::store::PRUNE_LINKS", "once a day"),
    ("portal::features::members::store::PRUNE_SESSIONS", "once a day"),
    ("portal::features::members::credentials::store::ALL_SEEDS", "when the operator changes the key"),
    ("portal::features::members::recovery::store::OPEN", "somebody loses everything a few times a year"),
    ("portal::readers::audit::store::ACTORS", "goes over its own rows, one for each actor"),
];

#[tokio::test]
async fn no_statement_reads_a_whole_table_that_grows() {
    let fresh = fresh(Dialect::Sqlite, &migrations::all()).await;
    let own = platform::statements().into_iter();
    let mut found = Vec::new();
    for sql in own.chain(FEATURES.iter().flat_map(|feature| (feature.statements)())) {
        let plan = fresh.db.explain(sql, &vec![Value::Null; parameters(sql)]).await.unwrap();
        let whole = plan
            .lines()
            .filter_map(|line| line.trim().strip_prefix("SCAN "))
            .filter(|table| !SMALL.iter().any(|small| table.split(' ').any(|word| word == *small)));
        let excused = WHOLE.iter().any(|(name, _)| *name == sql.name());
        found.extend(whole.filter(|_| !excused).map(|table| format!("{}: SCAN {table}", sql.name())));
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// No statement has a question mark in quotes.
fn parameters(sql: &Sql) -> usize {
    sql.source().matches('?').count() + sql.source().matches("{bigints}").count()
}
