//! What happens around every request, in one readable order: kept page, origin, session, handler, error page,
//! keeping, headers, compression.

use super::app::App;
use super::context::{Ctx, Request as CtxRequest, SetUp, Viewer, is_local, local};
use super::error::{self, Error};
use super::flash::{self, Flash};
use super::limits::{self, Peer};
use super::page::Subjects;
use super::page_cache::Cacheable;
use super::{headers, negotiate, resend};
use axum::body::Body;
use axum::extract::{MatchedPath, Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use http::header::{ACCEPT_LANGUAGE, CONTENT_TYPE, COOKIE, HOST, LOCATION, ORIGIN};
use http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, Uri};
use platform::lang::Lang;
use std::time::{Duration, Instant};

/// Nothing the portal does in a request takes longer, except reading an upload from a slow line.
const LONGEST: Duration = Duration::from_secs(600);

/// Where a second factor is set up.
pub(super) const SET_UP: &str = "/account/security";

pub async fn pipeline(State(app): State<App>, request: Request, next: Next) -> Response {
    let started = Instant::now();
    let method = request.method().clone();
    let route = route_of(&request);
    let response = inner(&app, request, next).await;
    app.metrics.request(response.status(), started.elapsed());
    let route = route.as_deref().unwrap_or("(no route)");
    if !route.starts_with("/assets/") {
        // The route and not the address: that may hold a key to an approval or an account, and what people look for.
        tracing::debug!(
            status = response.status().as_u16(),
            took_ms = started.elapsed().as_millis(),
            "{method} {route}",
        );
    }
    response
}

/// What an address led to, as `/ru/approve/{token}`; nothing if it led nowhere.
fn route_of(request: &Request) -> Option<String> {
    request.extensions().get::<MatchedPath>().map(|path| path.as_str().to_owned())
}

/// An answer given before anything else looked at the request.
fn early(app: &App, status: StatusCode) -> Response {
    let mut response = status.into_response();
    headers::common(&mut response, app);
    headers::private(&mut response);
    response
}

async fn inner(app: &App, mut request: Request, next: Next) -> Response {
    // No address of ours holds a zero byte, and PostgreSQL refuses one in what is looked for.
    if request.uri().path_and_query().is_some_and(|address| address.as_str().contains("%00")) {
        let mut refused = early(app, StatusCode::BAD_REQUEST);
        // For programs that ask; people do not type one.
        let problem = r#"{"type":"about:blank","title":"Bad Request","status":400,"detail":"The address holds a zero byte."}"#;
        *refused.body_mut() = problem.into();
        let kind = HeaderValue::from_static("application/problem+json");
        refused.headers_mut().insert(CONTENT_TYPE, kind);
        return refused;
    }
    let session = cookie(request.headers(), session_cookie(app)).map(str::to_owned);
    let flash = cookie(request.headers(), flash::COOKIE).and_then(Flash::read);
    let is_read = matches!(*request.method(), Method::GET | Method::HEAD);
    let for_guest = session.is_none() && flash.is_none() && is_read;
    if for_guest && let Some(page) = app.pages.get(request.uri()) {
        return page.respond(request.headers());
    }
    let request_headers = request.headers().clone();
    let lang = Lang::parse(request.uri().path().get(1..3).unwrap_or_default());
    let lang = lang.unwrap_or_else(|| preferred_language(app, &request_headers));
    let viewer = match &session {
        Some(cookie) => match authenticate(app, cookie).await {
            Ok(viewer) => viewer,
            Err(error) => {
                tracing::error!(?error, "a session could not be looked up");
                return unavailable(app, lang, request).await;
            }
        },
        None => None,
    };
    let route = route_of(&request);
    let ctx = context(app, lang, viewer, request.uri().clone(), route, flash);
    let generation = app.pages.generation();
    let allowed = if is_read { Ok(()) } else { may_send(&ctx, &request) };
    let mut response = if let Err(error) = allowed {
        error.into_response()
    } else {
        request.extensions_mut().insert(ctx.clone());
        match tokio::time::timeout(LONGEST, next.run(request)).await {
            Ok(response) => response,
            Err(_) => Error::Busy.into_response(),
        }
    };
    if let Some(error) = response.extensions_mut().remove::<Error>() {
        response = answer(&ctx, &error, &request_headers).await;
    }
    let cacheable = response.extensions_mut().remove::<Cacheable>().is_some();
    let subjects = response.extensions_mut().remove::<Subjects>();
    if cacheable
        && for_guest
        && response.status() == StatusCode::OK
        && let Some(subjects) = subjects
    {
        headers::common(&mut response, app);
        headers::public(&mut response);
        return app.pages.keep(&ctx.uri, response, subjects, generation, &app.bodies, &request_headers).await;
    }
    if ctx.flash.is_some() && is_html(&response) {
        flash::clear(&mut response);
    }
    headers::common(&mut response, app);
    headers::private(&mut response);
    negotiate::compress(response, &app.bodies, &request_headers).await
}

fn context(
    app: &App,
    lang: Lang,
    viewer: Option<Viewer>,
    uri: Uri,
    route: Option<String>,
    flash: Option<Flash>,
) -> Ctx {
    Ctx::new(CtxRequest {
        app: app.clone(),
        lang,
        viewer,
        uri,
        route,
        request_id: app.db.ids().token()[..12].to_owned(),
        flash,
        sent: std::sync::OnceLock::new(),
    })
}

/// Nobody knows who asks, because the database is away. A form comes back all the same, for its own sender.
async fn unavailable(app: &App, lang: Lang, request: Request) -> Response {
    let ctx = context(app, lang, None, request.uri().clone(), route_of(&request), None);
    let (parts, body) = request.into_parts();
    if parts.method == Method::POST
        && same_origin(app, &parts.headers)
        && resend::is_form(&parts.headers)
        && let Ok(body) = axum::body::to_bytes(body, resend::LARGEST).await
    {
        let _ = ctx.sent.set(body);
    }
    let mut response = answer(&ctx, &Error::Busy, &parts.headers).await;
    headers::common(&mut response, app);
    headers::private(&mut response);
    response
}

/// Nothing from other sites. Members answer for what they send; strangers are counted.
fn may_send(ctx: &Ctx, request: &Request) -> Result<(), Error> {
    if !same_origin(&ctx.app, request.headers()) {
        return Err(Error::Forged);
    }
    counted(ctx, request)
}

fn counted(ctx: &Ctx, request: &Request) -> Result<(), Error> {
    let app = &ctx.app;
    let peer = request.extensions().get::<Peer>().copied();
    match limits::address(peer, request.headers(), app.settings.server.proxies) {
        Some(address) if ctx.viewer.is_none() => app.limits.take(address).map_err(Error::TooOften),
        _ => Ok(()),
    }
}

async fn answer(ctx: &Ctx, error: &Error, request: &HeaderMap) -> Response {
    let wants_page = request.get(http::header::ACCEPT).is_none_or(|accept| {
        accept.to_str().is_ok_and(|accept| accept.contains("text/html") || accept.contains("*/*"))
    });
    if !wants_page {
        return error.status().into_response();
    }
    match error {
        Error::SignIn => {
            let next: String = form_urlencoded::byte_serialize(ctx.uri.to_string().as_bytes()).collect();
            Redirect::to(&ctx.path(&format!("/sign-in?next={next}"))).into_response()
        }
        Error::SetUp => match ctx.sent.get() {
            Some(form) => resend::after_set_up(ctx, form, SET_UP),
            None => Redirect::to(&ctx.path(SET_UP)).into_response(),
        },
        Error::Confirm => match ask_to_confirm(ctx).await {
            Ok(response) => response,
            Err(error) => error::render(ctx, &error),
        },
        // Nothing entered is lost by what is not its sender's fault.
        Error::Busy | Error::Internal(_) | Error::Conflict(_) | Error::Denied(_) | Error::NotFound => {
            let kept = ctx.sent.get().and_then(|form| resend::after_trouble(ctx, error, form));
            kept.unwrap_or_else(|| error::render(ctx, error))
        }
        other => error::render(ctx, other),
    }
}

/// A page that was asked for is come back to; a form rides along.
async fn ask_to_confirm(ctx: &Ctx) -> Result<Response, Error> {
    let ask = ctx.app.features.iter().find_map(|feature| feature.confirm);
    match (ctx.sent.get(), ask) {
        (Some(form), Some(ask)) => ask(ctx, form).await,
        _ => {
            let next: String = form_urlencoded::byte_serialize(ctx.uri.to_string().as_bytes()).collect();
            Ok(Redirect::to(&ctx.path(&format!("/confirm-it-is-you?next={next}"))).into_response())
        }
    }
}

fn is_html(response: &Response) -> bool {
    let kind = response.headers().get(http::header::CONTENT_TYPE);
    kind.is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"))
}

/// Around routes that only members enter. A form sent after the session ended comes back with all it held.
pub(super) async fn members_only(request: Request, next: Next) -> Response {
    let ctx = request.extensions().get::<Ctx>().expect("the pipeline puts it into every request").clone();
    if ctx.viewer.is_some() {
        return next.run(request).await;
    }
    if request.method() == Method::POST {
        return resend::after_session_ended(&ctx, request).await;
    }
    Error::SignIn.into_response()
}

/// Around every page but those where a second factor is set up: whoever should have one for long comes nowhere else.
pub(super) async fn set_up_first(request: Request, next: Next) -> Response {
    let ctx = request.extensions().get::<Ctx>().expect("the pipeline puts it into every request");
    if ctx.viewer.as_ref().is_some_and(|viewer| viewer.set_up == SetUp::Overdue) {
        return Error::SetUp.into_response();
    }
    next.run(request).await
}

/// Around pages that cost more than a page, such as a question to another server: strangers are counted as if they sent a form.
pub(super) async fn strangers_counted(request: Request, next: Next) -> Response {
    let ctx = request.extensions().get::<Ctx>().expect("the pipeline puts it into every request");
    match counted(ctx, &request) {
        Ok(()) => next.run(request).await,
        Err(error) => error.into_response(),
    }
}

/// With TLS the name itself forbids other hosts and plain connections to set it.
pub fn session_cookie(app: &App) -> &'static str {
    if app.secure() { "__Host-birge" } else { "birge" }
}

pub fn cookie<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    let all = headers.get_all(COOKIE).iter().filter_map(|header| header.to_str().ok());
    all.flat_map(|header| header.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(key, _)| *key == name)
        .map(|(_, value)| value)
}

async fn authenticate(app: &App, cookie: &str) -> Result<Option<super::context::Viewer>, Error> {
    match app.features.iter().find_map(|feature| feature.authenticate) {
        Some(authenticate) => authenticate(app, cookie).await,
        None => Ok(None),
    }
}

/// Browsers say where a form comes from. One from elsewhere is refused before anything reads it.
fn same_origin(app: &App, headers: &HeaderMap) -> bool {
    static FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");
    if let Some(site) = headers.get(&FETCH_SITE) {
        return matches!(site.as_bytes(), b"same-origin" | b"none");
    }
    let Some(origin) = headers.get(ORIGIN).and_then(|origin| origin.to_str().ok()) else { return true };
    let host = headers.get(HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    let origin_host = origin.parse::<Uri>().ok().and_then(|uri| Some(uri.authority()?.to_string()));
    origin_host.as_deref() == Some(host) || app.url("") == origin
}

pub(super) fn preferred_language(app: &App, headers: &HeaderMap) -> Lang {
    let accepted = headers.get(ACCEPT_LANGUAGE).and_then(|header| header.to_str().ok()).unwrap_or_default();
    accepted
        .split(',')
        .filter_map(|part| Lang::parse(part.trim().get(..2)?))
        .next()
        .unwrap_or(app.settings.portal.language)
}

/// `/` leads to the reader's language.
pub(super) async fn root(State(app): State<App>, headers: HeaderMap) -> Response {
    let lang = preferred_language(&app, &headers);
    let mut response = Redirect::to(&format!("/{lang}/")).into_response();
    response.headers_mut().insert(http::header::VARY, http::HeaderValue::from_static("accept-language"));
    response
}

/// An address with a slash too few or too many leads to the right one; all else is not there.
pub(super) async fn fallback(ctx: Ctx) -> Result<Response, Error> {
    let path = ctx.uri.path();
    if Lang::parse(path.trim_start_matches('/')).is_some() && path.len() == 3 {
        return Ok(Redirect::permanent(&format!("{path}/")).into_response());
    }
    let trimmed = path.trim_end_matches('/');
    if trimmed.len() < path.len() && local(path) != "/" && is_local(trimmed) {
        let mut response = StatusCode::PERMANENT_REDIRECT.into_response();
        let target = http::HeaderValue::from_str(trimmed).map_err(|_| Error::NotFound)?;
        response.headers_mut().insert(LOCATION, target);
        return Ok(response);
    }
    Err(Error::NotFound)
}

/// For handlers that answer without a body.
pub fn empty() -> Response {
    Response::new(Body::empty())
}
