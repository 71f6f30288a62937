//! Public pages kept in memory, compressed once, dropped exactly when a subject they show changes.
//!
//! Only guests are served from here, and only addresses whose page says which subjects it shows. Each process
//! keeps its own and follows the activity log, so that a change made by another process drops pages here too.

use super::app::App;
use super::bounded::Bounded;
use super::feature::Remembered;
use super::negotiate::{self, Bodies, Encoding};
use super::page::Subjects;
use axum::body::Body;
use axum::response::Response;
use bytes::Bytes;
use http::header::{CONTENT_ENCODING, CONTENT_LENGTH, ETAG, IF_NONE_MATCH};
use http::{HeaderMap, HeaderValue, StatusCode, Uri};
use http_body_util::BodyExt;
use platform::activity::{self, Position};
use platform::lang::Lang;
use platform::subject::Subject;
use sha2::{Digest, Sha256};
use std::collections::HashSet;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, OnceLock, PoisonError, RwLock};
use std::time::Duration;
use tokio::sync::watch;

/// Shown by a page that tells past from future: such pages are dropped when the day ends, a few seconds late at most.
pub const TODAY: Subject = Subject::new("web.today", 0);

/// Marks the answer of a route that may be kept.
#[derive(Clone, Copy)]
pub struct Cacheable;

pub struct KeptPage {
    headers: HeaderMap,
    etag: HeaderValue,
    body: Bytes,
    gzip: OnceLock<Bytes>,
    brotli: OnceLock<Bytes>,
    subjects: HashSet<Subject>,
}

pub struct PageCache {
    kept: RwLock<Bounded<String, Arc<KeptPage>>>,
    /// Rises with every drop: a page rendered before a drop and finished after it is not kept.
    generation: AtomicU64,
    pub hits: AtomicU64,
    pub misses: AtomicU64,
}

impl PageCache {
    /// At most `limit` bytes of pages; zero keeps none.
    pub fn new(limit: usize) -> Self {
        PageCache {
            kept: RwLock::new(Bounded::new(limit)),
            generation: AtomicU64::default(),
            hits: AtomicU64::default(),
            misses: AtomicU64::default(),
        }
    }

    pub fn generation(&self) -> u64 {
        self.generation.load(Ordering::SeqCst)
    }

    pub fn get(&self, uri: &Uri) -> Option<Arc<KeptPage>> {
        let kept = self.kept.read().unwrap_or_else(PoisonError::into_inner);
        let page = kept.get(address(uri)).cloned();
        let counter = if page.is_some() { &self.hits } else { &self.misses };
        counter.fetch_add(1, Ordering::Relaxed);
        page
    }

    /// Drops every page that shows one of these subjects.
    pub fn drop_pages(&self, subjects: &[Subject]) {
        if subjects.is_empty() {
            return;
        }
        let mut kept = self.kept.write().unwrap_or_else(PoisonError::into_inner);
        self.generation.fetch_add(1, Ordering::SeqCst);
        kept.retain(|page| !subjects.iter().any(|subject| page.subjects.contains(subject)));
    }

    pub fn clear(&self) {
        let mut kept = self.kept.write().unwrap_or_else(PoisonError::into_inner);
        self.generation.fetch_add(1, Ordering::SeqCst);
        kept.clear();
    }

    /// Keeps a page, if this is its address, and answers with it. `generation` is from before it was rendered.
    pub async fn keep(
        &self,
        uri: &Uri,
        response: Response,
        subjects: Subjects,
        generation: u64,
        bodies: &Bodies,
        request: &HeaderMap,
    ) -> Response {
        let (parts, body) = response.into_parts();
        let Ok(body) = body.collect().await else { return Response::new(Body::empty()) };
        let body = body.to_bytes();
        let hash = Sha256::digest(&body);
        let etag: String = hash.iter().take(12).map(|byte| format!("{byte:02x}")).collect();
        let page = Arc::new(KeptPage {
            headers: parts.headers,
            etag: HeaderValue::from_str(&format!("\"{etag}\"")).expect("hex is plain ASCII"),
            body,
            gzip: OnceLock::new(),
            brotli: OnceLock::new(),
            subjects: subjects.shown.into_iter().collect(),
        });
        let its_own = uri.query().unwrap_or_default() == subjects.query;
        if !its_own || self.kept.read().unwrap_or_else(PoisonError::into_inner).limit() == 0 {
            return page.respond_once(bodies, hash.into(), request);
        }
        self.insert(address(uri).to_owned(), Arc::clone(&page), generation);
        page.respond(request)
    }

    fn insert(&self, address: String, page: Arc<KeptPage>, generation: u64) {
        let mut kept = self.kept.write().unwrap_or_else(PoisonError::into_inner);
        if self.generation() != generation {
            return;
        }
        let weight = page.weight();
        kept.insert(address, page, weight);
    }
}

fn address(uri: &Uri) -> &str {
    uri.path_and_query().map_or("/", |address| address.as_str())
}

impl KeptPage {
    /// The body and, roughly, its two compressed forms.
    fn weight(&self) -> usize {
        self.body.len() * 3 / 2 + 512
    }

    pub fn respond(&self, request: &HeaderMap) -> Response {
        self.answer(request, |encoding| {
            let body = match encoding {
                Encoding::Brotli => self.brotli.get_or_init(|| negotiate::brotli(&self.body, 6)).clone(),
                Encoding::Gzip => self.gzip.get_or_init(|| negotiate::gzip(&self.body, 6)).clone(),
                Encoding::Identity => self.body.clone(),
            };
            (encoding, body)
        })
    }

    /// For a page that is not kept: as for a member.
    fn respond_once(&self, bodies: &Bodies, hash: [u8; 32], request: &HeaderMap) -> Response {
        self.answer(request, |encoding| match encoding {
            Encoding::Brotli | Encoding::Gzip => (Encoding::Gzip, bodies.gzip(hash, &self.body)),
            Encoding::Identity => (encoding, self.body.clone()),
        })
    }

    fn answer(&self, request: &HeaderMap, body: impl FnOnce(Encoding) -> (Encoding, Bytes)) -> Response {
        let mut response = Response::new(Body::empty());
        *response.headers_mut() = self.headers.clone();
        response.headers_mut().insert(ETAG, self.etag.clone());
        let seen = request.get_all(IF_NONE_MATCH).iter().filter_map(|value| value.to_str().ok());
        let etag = self.etag.to_str().expect("an etag is plain ASCII");
        if seen.flat_map(|value| value.split(',')).any(|value| value.trim().trim_start_matches("W/") == etag)
        {
            *response.status_mut() = StatusCode::NOT_MODIFIED;
            return response;
        }
        let (encoding, body) = body(Encoding::accepted(request));
        if let Some(name) = encoding.name() {
            response.headers_mut().insert(CONTENT_ENCODING, HeaderValue::from_static(name));
        }
        response.headers_mut().insert(CONTENT_LENGTH, HeaderValue::from(body.len()));
        *response.body_mut() = Body::from(body);
        response
    }
}

/// Drops kept pages as the log grows, and has sections read anew what they remember. Every process follows for itself,
/// from where the log ended when it began, because its cache began empty. So it is made before the first page is served:
/// a change between that page and a later beginning would never be heard of.
pub struct Follower {
    app: App,
    position: Position,
    today: jiff::civil::Date,
}

impl Follower {
    pub async fn new(app: App) -> anyhow::Result<Follower> {
        let position = activity::head(&mut app.db.read().await?).await?;
        for remembered in remembered(&app) {
            (remembered.load)(&app).await?;
        }
        let today = today(&app);
        Ok(Follower { app, position, today })
    }

    pub async fn catch_up(&mut self) -> anyhow::Result<()> {
        let today = today(&self.app);
        if today != self.today {
            self.app.pages.drop_pages(&[TODAY]);
            self.today = today;
        }
        loop {
            let events = activity::after(&mut self.app.db.read().await?, self.position, 100).await?;
            let Some(last) = events.last() else { return Ok(()) };
            let next = Position(last.seq);
            let touched = |event| self.app.feature_of(event).map(|feature| (feature.touches)(event));
            let subjects: Vec<Subject> = events.iter().filter_map(touched).flatten().collect();
            let mut outdated = remembered(&self.app)
                .filter(|it| it.subjects.iter().any(|its| subjects.contains(its)))
                .peekable();
            if outdated.peek().is_none() {
                self.app.pages.drop_pages(&subjects);
            } else {
                for remembered in outdated {
                    (remembered.load)(&self.app).await?;
                }
                // After the reading: a page begun with what was remembered before is not kept.
                self.app.pages.clear();
            }
            self.position = next;
        }
    }

    /// Follows until `stop` turns true.
    pub async fn run(mut self, mut stop: watch::Receiver<bool>) {
        let mut recorded = self.app.db.recorded();
        while !*stop.borrow() {
            recorded.mark_unchanged();
            if let Err(error) = self.catch_up().await {
                // Pages that can no longer be checked are worth less than fresh ones.
                tracing::warn!(%error, "the page cache could not follow the log");
                self.app.pages.clear();
            }
            tokio::select! {
                _ = recorded.changed() => {}
                () = tokio::time::sleep(Duration::from_secs(2)) => {}
                _ = stop.changed() => {}
            }
        }
    }
}

/// The day in the time zone of the portal.
fn today(app: &App) -> jiff::civil::Date {
    app.l(Lang::Ky).today(app.db.clock().now())
}

fn remembered(app: &App) -> impl Iterator<Item = Remembered> + use<> {
    app.features.iter().filter_map(|feature| feature.remembered)
}
