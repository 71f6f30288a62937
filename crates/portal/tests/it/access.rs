//! Who gets in where: every route of every section, asked by everybody. The answers stand in `access.snap`, a table
//! that somebody without Rust can read and object to. `UPDATE_SNAPSHOTS=1` writes it anew.
//!
//! The addresses come from the sample world: everybody follows every link they are shown and every mailed link, and
//! what one of them found is then asked by all. A form that one of them was shown is sent by all, each to a portal of
//! its own; whoever is refused must leave no trace in the log. A row that nobody gets into, or that nothing leads to,
//! proves nothing: it fails, unless `UNPROVEN` says why it has to be so.
//!
//! What some may not read is marked with a word (`prepared.rs`), and no page that they are ever given may hold it.

mod prepared;

use http::StatusCode;
use platform::activity;
use platform::db::Dialect;
use portal::features::members;
use portal::registry::FEATURES;
use portal::testing::{Browser, Page, PageForm, TestPortal};
use portal::web::{Entry, Route, server};
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::fmt::Write;
use std::path::Path;

/// Their name in the table and their address in the sample world.
const PEOPLE: [(&str, Option<&str>); 9] = [
    ("guest", None),
    ("link holder", None),
    ("outsider", Some("asel@kosh-terek.example")),
    ("reader", Some("nurlan@office-osh.example")),
    ("contributor", Some("nargiza@zhol-chyragy.example")),
    ("approver", Some("daniyar@ministry.example")),
    ("chair", Some("gulzat@alty-kerege.example")),
    ("operator", Some("timur@ministry.example")),
    // Signed in like the others, and then suspended.
    ("suspended", Some("bakyt@darbaza.example")),
];
const LINK_HOLDER: usize = 1;
const SUSPENDED: usize = 8;
/// Records of one kind that are asked for; more say nothing new.
const RECORDS: usize = 12;
const RECORDS_SENT: usize = 4;
const PAGES: usize = 300;
/// Of one route, so that the many pages of one section leave room for the others.
const PAGES_OF_A_ROUTE: usize = 40;

/// Rows that cannot show what they should here, and what does show it.
const UNPROVEN: [(&str, &str); 2] = [
    ("GET /sign-in/with/{provider}", "no provider is configured here; e2e/oidc.test.mjs runs a real one"),
    ("GET /sign-in/back/{provider}", "the same"),
];

const LEGEND: &str = "\
Who gets in where. Outsider and contributor are both contributors, of different organisations.
✔ gets in   ✘ is refused   ◐ gets in to some of the records   · nothing in the sample world leads there
POST lines send a form that the portal showed to somebody; `?` stands where nobody was shown one, so that only the
entry could be tried. Links with a {token} are known to the link holder alone. The suspended one, a contributor, still
holds the cookie of a session.
";

/// What the crawl found, by address after the language.
#[derive(Default)]
struct Found {
    addresses: BTreeSet<String>,
    forms: BTreeMap<String, PageForm>,
}

struct Person {
    name: &'static str,
    browser: Browser,
    csrf: String,
}

fn routes() -> Vec<Route> {
    let all = FEATURES.iter().map(|feature| (feature.routes)()).chain([server::shell_routes()]);
    all.flat_map(|routes| routes.list().to_vec()).collect()
}

/// The path of an address, without its language, host, query and fragment.
fn local(address: &str, base: &str) -> Option<String> {
    let address = address.strip_prefix(base).unwrap_or(address);
    let path =
        address.split(['?', '#']).next().filter(|path| path.starts_with('/') && !path.starts_with("//"))?;
    let path = ["/ky/", "/ru/", "/en/"]
        .iter()
        .find_map(|lang| path.strip_prefix(lang))
        .map_or_else(|| path.to_owned(), |rest| format!("/{rest}"));
    (!path.starts_with("/assets/") && !path.starts_with("/dev/")).then_some(path)
}

fn segments(path: &str) -> Vec<&str> {
    path.split('/').skip(1).collect()
}

fn matches(pattern: &str, path: &str) -> bool {
    let (pattern, path) = (segments(pattern), segments(path));
    pattern.len() == path.len() && pattern.iter().zip(&path).all(|(p, s)| p.starts_with('{') || p == s)
}

/// The route that answers an address: the one with the fewest places left open.
fn route_of<'r>(routes: &'r [Route], method: &str, path: &str) -> Option<&'r Route> {
    let fitting = routes.iter().filter(|route| route.method == method && matches(route.path, path));
    fitting.min_by_key(|route| route.path.matches('{').count())
}

fn in_language(route: &Route, path: &str) -> String {
    if route.bare { path.to_owned() } else { format!("/en{path}") }
}

fn refused(page: &Page) -> bool {
    // A made-up address may hit a path that answers to other methods only.
    let closed = [
        StatusCode::UNAUTHORIZED,
        StatusCode::FORBIDDEN,
        StatusCode::NOT_FOUND,
        StatusCode::METHOD_NOT_ALLOWED,
    ];
    closed.contains(&page.status)
        || page.status.is_redirection() && page.location().contains("/sign-in?next=")
}

async fn people(portal: &TestPortal) -> Vec<Person> {
    let mut people = Vec::new();
    for (name, email) in PEOPLE {
        let browser = match email {
            Some(email) => portal.sign_in(email).await,
            None => portal.guest(),
        };
        let csrf = browser.get("/en/").await.attributes("input[name=_csrf]", "value");
        people.push(Person { name, browser, csrf: csrf.into_iter().next().unwrap_or_default() });
    }
    people
}

/// Follows every link from the first page, as one person.
async fn crawl(portal: &TestPortal, routes: &[Route], person: &Person, from: Vec<String>, found: &mut Found) {
    let base = portal.app.url("");
    let mut seen: BTreeSet<String> = BTreeSet::new();
    let mut next = VecDeque::from(from);
    let (mut pages, mut of_routes) = (0, BTreeMap::<&str, usize>::new());
    // What is near comes first: the crawl has an end.
    while let Some(path) = next.pop_front() {
        let Some(route) = route_of(routes, "GET", &path) else { continue };
        let of_route = of_routes.entry(route.path).or_default();
        if !seen.insert(path.clone()) || pages == PAGES || *of_route == PAGES_OF_A_ROUTE {
            continue;
        }
        (pages, *of_route) = (pages + 1, *of_route + 1);
        let page = person.browser.get(&in_language(route, &path)).await;
        takes_one_connection(portal, &page);
        prepared::holds_no_secret(&page, person.name, &[]);
        if refused(&page) {
            continue;
        }
        found.addresses.insert(path);
        for form in page.forms() {
            if let Some(action) = local(&form.action, &base) {
                found.forms.entry(action).or_insert(form);
            }
        }
        let mut links = page.attributes("a[href]", "href");
        if page.status.is_redirection() {
            links.push(page.location());
        }
        next.extend(links.iter().filter_map(|link| local(link, &base)));
    }
}

/// The addresses of a route: found ones, or made from the beginning of found ones.
fn addresses(route: &Route, routes: &[Route], found: &Found) -> Vec<String> {
    if !route.path.contains('{') {
        return vec![route.path.to_owned()];
    }
    let open =
        segments(route.path).iter().rposition(|segment| segment.starts_with('{')).expect("it has one") + 1;
    let rest: String = segments(route.path)[open..].iter().map(|segment| format!("/{segment}")).collect();
    let beginning: String =
        segments(route.path)[..open].iter().map(|segment| format!("/{segment}")).collect();
    let known: BTreeSet<&String> = found.addresses.iter().chain(found.forms.keys()).collect();
    let made: BTreeSet<String> = known
        .iter()
        .filter_map(|path| {
            let start: String =
                segments(path).get(..open)?.iter().map(|segment| format!("/{segment}")).collect();
            matches(&beginning, &start).then(|| format!("{start}{rest}"))
        })
        .filter(|path| made_for(route, routes, path))
        .collect();
    // The newest first, which is what was prepared; before all others those that somebody was led to.
    let (led, others): (Vec<String>, Vec<String>) =
        made.into_iter().rev().partition(|path| known.contains(path));
    led.into_iter().chain(others).take(RECORDS).collect()
}

/// Whether this route answers the address, and not one that names it in full.
fn made_for(route: &Route, routes: &[Route], path: &str) -> bool {
    route_of(routes, route.method, path) == Some(route)
}

fn mark(got_in: &[bool]) -> &'static str {
    match (got_in.iter().any(|got| *got), got_in.iter().all(|got| *got)) {
        _ if got_in.is_empty() => "·",
        (_, true) => "✔",
        (true, false) => "◐",
        (false, _) => "✘",
    }
}

/// What somebody without the link would have to guess.
fn guessed(route: &Route, path: &str, person: usize) -> String {
    if person == LINK_HOLDER || !route.path.contains("{token}") {
        return path.to_owned();
    }
    let places = segments(route.path).into_iter().zip(segments(path));
    places
        .map(|(pattern, value)| format!("/{}", if pattern == "{token}" { "guessed" } else { value }))
        .collect()
}

/// A request that holds a reading connection and asks for another would wait for ever among others that do.
fn takes_one_connection(portal: &TestPortal, page: &Page) {
    assert_eq!(portal.app.db.overlaps(), 0, "{} takes a second connection while it reads", page.path);
}

async fn get(
    route: &Route,
    records: &[String],
    person: usize,
    portal: &TestPortal,
    browser: &Browser,
) -> &'static str {
    let mut got_in = Vec::new();
    for path in records {
        let page = browser.get(&in_language(route, &guessed(route, path, person))).await;
        // No typesetter stands beside the tests, which the portal says to whom it would give a PDF.
        let no_pdf = page.status == StatusCode::SERVICE_UNAVAILABLE && page.path.ends_with(".pdf");
        assert!(
            no_pdf || !page.status.is_server_error(),
            "{}: {} {}",
            PEOPLE[person].0,
            page.path,
            page.body
        );
        takes_one_connection(portal, &page);
        prepared::holds_no_secret(&page, PEOPLE[person].0, &[]);
        got_in.push(!refused(&page));
    }
    mark(&got_in)
}

async fn post(
    route: &Route,
    records: &[String],
    found: &Found,
    person: usize,
    people: &[Person],
    portal: &TestPortal,
    copy: &mut TestPortal,
) -> &'static str {
    let mut got_in = Vec::new();
    let mut formless = false;
    for path in records.iter().take(RECORDS_SENT) {
        let Person { browser, csrf, .. } = &people[person];
        let mut form = found.forms.get(path).cloned().unwrap_or_default();
        form.fields.retain(|(name, _)| name != "_csrf");
        form.fields.insert(0, ("_csrf".into(), csrf.clone()));
        let before = activity::head(&mut copy.app.db.read().await.unwrap()).await.unwrap();
        let page =
            browser.at(copy).post_form(&in_language(route, &guessed(route, path, person)), &form).await;
        assert!(!page.status.is_server_error(), "{}: {} {}", PEOPLE[person].0, page.path, page.body);
        takes_one_connection(copy, &page);
        prepared::holds_no_secret(&page, PEOPLE[person].0, &form.fields);
        if page.status == StatusCode::BAD_REQUEST && !found.forms.contains_key(path) {
            formless = true;
            continue;
        }
        got_in.push(!refused(&page));
        if refused(&page) {
            let after = activity::head(&mut copy.app.db.read().await.unwrap()).await.unwrap();
            assert_eq!(
                before, after,
                "{} was refused {} and yet something happened",
                PEOPLE[person].0, page.path
            );
        } else {
            *copy = portal.fork().await;
        }
    }
    if formless && got_in.is_empty() { "?" } else { mark(&got_in) }
}

#[tokio::test(flavor = "multi_thread")]
async fn everybody_gets_in_exactly_where_the_table_says() {
    let portal = TestPortal::with_world(Dialect::Sqlite).await;
    let routes = routes();
    let people = people(&portal).await;
    let prepared = prepared::prepare(&portal, &people).await;
    let mailed = portal.mails().into_iter().flat_map(|mail| {
        let links =
            mail.html.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next()).map(str::to_owned);
        links.collect::<Vec<_>>()
    });
    let mailed: Vec<String> = mailed.filter_map(|link| local(&link, &portal.app.url(""))).collect();
    let link_to_sign_in =
        members::sign_in_link(&portal.app, "irina@ak-iyne.example").await.expect("she is a member");
    let mut found = Found::default();
    for (number, person) in people.iter().enumerate() {
        let mut from = prepared.clone();
        if number == LINK_HOLDER {
            from.extend(mailed.clone());
            from.push(local(&link_to_sign_in, "").expect("a path of the portal"));
        }
        from.push("/".to_owned());
        crawl(&portal, &routes, person, from, &mut found).await;
    }

    // A copy serves until somebody got in and changed it.
    let mut copy = portal.fork().await;
    let width = routes.iter().map(|route| route.path.chars().count()).max().unwrap_or(0) + 5;
    let mut table = format!("{LEGEND}\n{:width$}", "");
    for (name, _) in PEOPLE {
        write!(table, "  {name}").unwrap();
    }
    let mut section = "";
    let mut unproven = Vec::new();
    for route in &routes {
        if section != segments(route.path)[0] {
            section = segments(route.path)[0];
            table.push('\n');
        }
        let row = format!("{} {}", route.method, route.path);
        write!(table, "\n{row:width$}").unwrap();
        let mut records = addresses(route, &routes, &found);
        if route.method != "GET" {
            records.sort_by_key(|path| !found.forms.contains_key(path));
        }
        let mut marks = Vec::new();
        for (person, (name, _)) in PEOPLE.iter().enumerate() {
            let mark = if route.method == "GET" {
                get(route, &records, person, &portal, &people[person].browser).await
            } else {
                post(route, &records, &found, person, &people, &portal, &mut copy).await
            };
            if matches!(route.entry, Entry::Members | Entry::SetUp)
                && (person <= LINK_HOLDER || person == SUSPENDED)
            {
                assert!(mark == "✘" || mark == "·", "{name} enters {} for members", route.path);
            }
            marks.push(mark);
            write!(table, "  {mark:^width$}", width = name.len()).unwrap();
        }
        if !marks.iter().any(|mark| ["✔", "◐"].contains(mark)) || marks.contains(&"?") {
            unproven.push(row);
        }
    }
    let table: String = table.lines().map(|line| format!("{}\n", line.trim_end())).collect();

    let snapshot = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/access.snap");
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        std::fs::write(&snapshot, &table).unwrap();
    }
    let excused: Vec<&str> = UNPROVEN.iter().map(|(row, _)| *row).collect();
    assert_eq!(
        unproven, excused,
        "nothing leads there, or nobody gets in: prepare something, or say why not"
    );
    let agreed = std::fs::read_to_string(&snapshot).unwrap_or_default();
    assert!(
        agreed == table,
        "access.snap says otherwise; with UPDATE_SNAPSHOTS=1 it is written anew:\n{table}"
    );
}
