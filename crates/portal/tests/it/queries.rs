//! How many statements a page costs. A page that asks once per row passes every other test and fails here.

use portal::testing::Browser;

/// The most statements a page may run, the session's and the navigation's included: as a guest, as a member.
const PAGES: [(&str, Option<u64>, Option<u64>); 5] = [
    ("/en/", Some(8), Some(24)),
    ("/en/documents", Some(8), Some(14)),
    // The first document of the list.
    ("", Some(10), Some(16)),
    ("/en/notifications", None, Some(14)),
    ("/en/audit", None, Some(14)),
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
