//! `TestPortal`: a whole portal in memory, with a clock that stands still, its mails and browsers to use it.
//!
//! Tests drive it over HTTP as people do; nothing of our own is replaced, only the clock and the way out of mail.

use crate::features::members;
use crate::readers::search;
use crate::registry::FEATURES;
use crate::settings::Settings;
use crate::web::{App, Feature, Follower, server};
use crate::{migrations, runtime, seed};
use axum::Router;
use axum::body::Body;
use http::header::{CONTENT_TYPE, COOKIE, LOCATION, SET_COOKIE};
use http::{HeaderMap, Method, Request, StatusCode};
use platform::activity::Readers;
use platform::clock::{Clock, Timestamp};
use platform::db::{Db, Dialect, Location, Migration};
use platform::ids::Ids;
use platform::jobs::Worker;
use platform::mail::{Caught, TransportKind};
use platform::testing::{Fresh, OwnDatabase, copied, copy_folder, fresh};
use scraper::{ElementRef, Html, Selector};
use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};
use tempfile::TempDir;
use tower::ServiceExt;

/// Runs a test on every database there is.
#[macro_export]
macro_rules! portal_tests {
    ($($(#[$meta:meta])* async fn $name:ident($portal:ident) $body:block)*) => {$(
        $(#[$meta])*
        #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
        async fn $name() {
            for dialect in platform::testing::dialects() {
                eprintln!("on {}", dialect.name());
                let $portal = $crate::testing::TestPortal::with_world(dialect).await;
                $body
            }
        }
    )*};
}

pub struct TestPortal {
    pub app: App,
    pub clock: Clock,
    router: Router,
    readers: Readers,
    worker: Worker<App>,
    follower: tokio::sync::Mutex<Follower>,
    search: tokio::sync::Mutex<search::Follower>,
    folder: TempDir,
    _database: Option<OwnDatabase>,
}

impl TestPortal {
    /// A portal with the organisations and people of the sample world, and its documents.
    pub async fn with_world(dialect: Dialect) -> TestPortal {
        Self::world(dialect, false).await
    }

    /// The same, where approvers, chair and operator must have a second factor, as in a real portal.
    pub async fn demanding(dialect: Dialect) -> TestPortal {
        Self::world(dialect, true).await
    }

    async fn world(dialect: Dialect, demanding: bool) -> TestPortal {
        let make = async |fresh: Fresh| {
            let app = app(FEATURES, &fresh, false);
            seed::run(&app, &seed::Plan::load(0).expect("the world")).await.expect("the world is seeded");
            // The readers come to know the log after that: nobody is told of the world's past.
            let portal = Self::start(app, fresh).await;
            portal.settle().await;
            portal.folder
        };
        let fresh = copied(dialect, &migrations::all(), make).await;
        Self::start(app(FEATURES, &fresh, demanding), fresh).await
    }

    /// A portal without rows.
    pub async fn empty(dialect: Dialect) -> TestPortal {
        Self::of(dialect, FEATURES, &migrations::all()).await
    }

    /// A portal of other sections, for tests of what all sections share.
    pub async fn of(
        dialect: Dialect,
        features: &'static [&'static Feature],
        migrations: &[Migration],
    ) -> TestPortal {
        let fresh = fresh(dialect, migrations).await;
        Self::over(features, fresh).await
    }

    /// The same portal once more, as it stands now: what happens to the copy does not happen here. SQLite only.
    pub async fn fork(&self) -> TestPortal {
        assert_eq!(self.app.db.dialect(), Dialect::Sqlite, "a PostgreSQL database is not copied as a file");
        let folder = TempDir::new().expect("a temporary folder");
        copy_folder(self.folder.path(), folder.path());
        let location = Location::File(folder.path().join("birge.db"));
        // A moment later, because ids of one moment could come twice.
        let ids = Ids::system(Clock::fixed(Timestamp(self.clock.now().0 + 1000)));
        let db = Db::open(&location, self.clock.clone(), ids).await.expect("the copy opens");
        Self::over(self.app.features, Fresh { db, folder, clock: self.clock.clone(), database: None }).await
    }

    async fn over(features: &'static [&'static Feature], fresh: Fresh) -> TestPortal {
        Self::start(app(features, &fresh, false), fresh).await
    }

    async fn start(app: App, fresh: Fresh) -> TestPortal {
        TestPortal {
            router: server::router(&app),
            readers: runtime::log_readers(&app).await.expect("the readers register"),
            worker: runtime::worker(&app),
            follower: tokio::sync::Mutex::new(Follower::new(app.clone()).await.expect("the log has an end")),
            search: tokio::sync::Mutex::new(search::Follower::new(app.clone())),
            clock: fresh.clock,
            app,
            folder: fresh.folder,
            _database: fresh.database,
        }
    }

    /// Lets readers and due jobs run until nothing is left to do.
    pub async fn settle(&self) {
        loop {
            self.readers.run_once().await.expect("the readers run");
            self.follower.lock().await.catch_up().await.expect("the cache follows");
            if self.worker.run_due().await.expect("the jobs run") == 0 {
                return;
            }
        }
    }

    /// Brings search up to the end of the log and writes its counts down. Other tests do without: an index costs each of
    /// them a while.
    pub async fn index(&self) {
        self.settle().await;
        let mut search = self.search.lock().await;
        search.catch_up().await.expect("search follows the log");
        search.write_counts().await.expect("the counts are written");
    }

    /// The mails sent so far, the newest first.
    pub fn mails(&self) -> Vec<Caught> {
        self.app.mail.catcher().expect("tests catch mail").list(1000).expect("mails can be read")
    }

    /// The mails to one person, the newest first.
    pub fn mails_to(&self, address: &str) -> Vec<Caught> {
        self.mails().into_iter().filter(|mail| mail.to == address).collect()
    }

    /// Somebody who is not signed in.
    pub fn guest(&self) -> Browser {
        Browser { router: self.router.clone(), cookies: Mutex::default() }
    }

    /// Somebody of the sample world, signed in by a link as people are.
    pub async fn sign_in(&self, email: &str) -> Browser {
        let link = members::sign_in_link(&self.app, email).await.expect("the member is known");
        let browser = self.guest();
        let page = browser.get(&link).await;
        let done = page.submit(&browser, "form[data-sign-in]", &[]).await;
        assert!(done.status.is_redirection(), "{}: {}", done.status, done.body);
        browser
    }
}

fn app(features: &'static [&'static Feature], fresh: &Fresh, demanding: bool) -> App {
    let mut settings = Settings::default();
    settings.mail.transport = TransportKind::Catcher;
    settings.mail.from = "birge@ministry.example".into();
    settings.server.development = true;
    // Tests of the demand itself ask for it.
    settings.identity.require_factor = demanding;
    App::open(settings, fresh.folder.path().to_owned(), fresh.db.clone(), features).expect("the app opens")
}

/// A browser that keeps cookies, follows nothing by itself and runs no script.
pub struct Browser {
    router: Router,
    cookies: Mutex<BTreeMap<String, String>>,
}

impl Browser {
    pub async fn get(&self, path: &str) -> Page {
        self.send(Method::GET, path, HeaderMap::new(), Vec::new()).await
    }

    /// Sends a form as it stands; for forms of pages use [`Page::submit`], which brings the token along.
    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Page {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let mut headers = HeaderMap::new();
        headers.insert(CONTENT_TYPE, "application/x-www-form-urlencoded".parse().expect("a header"));
        self.send(Method::POST, path, headers, body.into_bytes()).await
    }

    /// Sends a form of a page, in the way the page asks for.
    pub async fn post_form(&self, path: &str, form: &PageForm) -> Page {
        if !form.multipart {
            let fields: Vec<_> =
                form.fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
            return self.post(path, &fields).await;
        }
        let part = |(name, value): &(String, String)| {
            format!("--part\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
        };
        let body = form.fields.iter().map(part).collect::<String>() + "--part--\r\n";
        let mut headers = HeaderMap::new();
        headers.insert(CONTENT_TYPE, "multipart/form-data; boundary=part".parse().expect("a header"));
        self.send(Method::POST, path, headers, body.into_bytes()).await
    }

    pub async fn send(&self, method: Method, path: &str, headers: HeaderMap, body: Vec<u8>) -> Page {
        let mut request =
            Request::builder().method(method).uri(path).body(Body::from(body)).expect("a request");
        *request.headers_mut() = headers;
        request.headers_mut().insert("host", "localhost:8080".parse().expect("a header"));
        let cookies: Vec<String> = {
            let jar = self.cookies.lock().unwrap_or_else(PoisonError::into_inner);
            jar.iter().map(|(name, value)| format!("{name}={value}")).collect()
        };
        if !cookies.is_empty() {
            request.headers_mut().insert(COOKIE, cookies.join("; ").parse().expect("a header"));
        }
        let response = self.router.clone().oneshot(request).await.expect("the router always answers");
        let (parts, body) = response.into_parts();
        for cookie in parts.headers.get_all(SET_COOKIE) {
            let cookie = cookie.to_str().expect("cookies are ASCII");
            let (pair, attributes) = cookie.split_once(';').unwrap_or((cookie, ""));
            let (name, value) = pair.split_once('=').expect("a cookie has a name");
            let mut jar = self.cookies.lock().unwrap_or_else(PoisonError::into_inner);
            if attributes.contains("Max-Age=0") {
                jar.remove(name);
            } else {
                jar.insert(name.to_owned(), value.to_owned());
            }
        }
        let bytes = axum::body::to_bytes(body, usize::MAX).await.expect("the body can be read");
        Page {
            status: parts.status,
            path: path.to_owned(),
            headers: parts.headers,
            body: String::from_utf8_lossy(&bytes).into_owned(),
        }
    }

    /// What comes back as it is, for archives and pictures.
    pub async fn bytes(&self, path: &str) -> Vec<u8> {
        let request = Request::builder().uri(path).header("host", "localhost:8080");
        let request = request.body(Body::empty()).expect("a request");
        let response = self.router.clone().oneshot(request).await.expect("the router always answers");
        assert_eq!(response.status(), StatusCode::OK, "{path}");
        axum::body::to_bytes(response.into_body(), usize::MAX).await.expect("the body can be read").to_vec()
    }

    /// Follows a redirect.
    pub async fn follow(&self, page: &Page) -> Page {
        self.get(&page.location()).await
    }

    /// The same browser, with its cookies, at another portal.
    pub fn at(&self, portal: &TestPortal) -> Browser {
        let cookies = self.cookies.lock().unwrap_or_else(PoisonError::into_inner).clone();
        Browser { router: portal.router.clone(), cookies: Mutex::new(cookies) }
    }

    pub fn forget_cookies(&self) {
        self.cookies.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }
}

/// A form as it stands on a page: where it leads and what it would send.
#[derive(Clone, Debug, Default)]
pub struct PageForm {
    pub action: String,
    pub fields: Vec<(String, String)>,
    pub multipart: bool,
}

/// What came back.
#[derive(Debug)]
pub struct Page {
    pub status: StatusCode,
    pub path: String,
    pub headers: HeaderMap,
    pub body: String,
}

impl Page {
    /// Where a redirect leads.
    ///
    /// # Panics
    /// If this is none.
    pub fn location(&self) -> String {
        let location = self.headers.get(LOCATION);
        let location = location.unwrap_or_else(|| panic!("{} does not redirect: {}", self.path, self.body));
        location.to_str().expect("an address").to_owned()
    }

    pub fn html(&self) -> Html {
        Html::parse_document(&self.body)
    }

    /// The words of every element a CSS selector finds, spaces collapsed.
    pub fn texts(&self, selector: &str) -> Vec<String> {
        let selector = Selector::parse(selector).expect("a selector");
        let words = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
        self.html().select(&selector).map(|element| words(element.text().collect())).collect()
    }

    /// All words of the main part.
    pub fn main(&self) -> String {
        self.texts("main").join(" ")
    }

    /// An attribute of every element a CSS selector finds.
    pub fn attributes(&self, selector: &str, attribute: &str) -> Vec<String> {
        let selector = Selector::parse(selector).expect("a selector");
        let html = self.html();
        html.select(&selector).filter_map(|element| element.attr(attribute)).map(str::to_owned).collect()
    }

    /// Sends the form a selector finds as a browser would: its own fields, changed or extended by `changes`.
    pub async fn submit(&self, browser: &Browser, selector: &str, changes: &[(&str, &str)]) -> Page {
        let form = {
            let html = self.html();
            let form = html.select(&Selector::parse(selector).expect("a selector")).next();
            self.form(
                form.unwrap_or_else(|| panic!("{} has no {selector}: {}", self.path, self.body)),
                changes,
            )
        };
        browser.post_form(&form.action, &form).await
    }

    /// Every form that changes something, once for each address that its buttons send it to.
    pub fn forms(&self) -> Vec<PageForm> {
        let selector = Selector::parse("form[method=post]").expect("a selector");
        let buttons = Selector::parse("button[formaction]").expect("a selector");
        let html = self.html();
        let mut forms = Vec::new();
        for form in html.select(&selector) {
            let own = self.form(form, &[]);
            let id = form.attr("id");
            for button in html.select(&buttons).filter(|button| id.is_some() && button.attr("form") == id) {
                let action = button.attr("formaction").unwrap_or_default().to_owned();
                let multipart = button.attr("formenctype") == Some("multipart/form-data");
                forms.push(PageForm { action, multipart, ..own.clone() });
            }
            forms.push(own);
        }
        forms
    }

    fn form(&self, form: ElementRef<'_>, changes: &[(&str, &str)]) -> PageForm {
        let (action, fields) = self.fields(form, changes);
        PageForm { action, fields, multipart: form.attr("enctype") == Some("multipart/form-data") }
    }

    fn fields(&self, form: ElementRef<'_>, changes: &[(&str, &str)]) -> (String, Vec<(String, String)>) {
        let changed = |name: &str| changes.iter().any(|(changed, _)| *changed == name);
        let mut fields = Vec::new();
        for field in form.select(&Selector::parse("input, textarea, select").expect("a selector")) {
            let Some(name) = field.attr("name").filter(|name| !changed(name)) else { continue };
            let kind = field.attr("type").unwrap_or_default();
            let value = match field.value().name() {
                "textarea" => Some(field.text().collect::<String>().trim_start_matches('\n').to_owned()),
                "select" => {
                    let options = Selector::parse("option").expect("a selector");
                    let chosen = field.select(&options).find(|option| option.attr("selected").is_some());
                    chosen
                        .or_else(|| field.select(&options).next())
                        .map(|option| option.attr("value").unwrap_or_default().to_owned())
                }
                _ if matches!(kind, "checkbox" | "radio") && field.attr("checked").is_none() => None,
                _ if matches!(kind, "submit" | "button" | "file") => None,
                _ => Some(field.attr("value").unwrap_or_default().to_owned()),
            };
            fields.extend(value.map(|value| (name.to_owned(), value)));
        }
        fields.extend(changes.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
        let action = form.attr("action").filter(|action| !action.is_empty()).unwrap_or(&self.path);
        (action.to_owned(), fields)
    }
}
