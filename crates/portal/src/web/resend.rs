//! Nothing entered is lost: a form sent after the session ended, from a page that is too old, or while something failed,
//! comes back as a page that holds everything and offers to send it again. Nothing of it is stored on the server.

use super::context::Ctx;
use super::error::{self, Error};
use super::page::{Link, Shell};
use askama::Template;
use axum::Json;
use axum::extract::Request;
use axum::response::{Html, IntoResponse, Response};
use http::{HeaderMap, StatusCode, header};

pub(super) const LARGEST: usize = 2 * 1024 * 1024;

#[derive(Template)]
#[template(path = "web/pages/resend.html")]
struct ResendPage {
    p: Shell,
    lead: String,
    action: String,
    /// What to do first, in another tab.
    elsewhere: Option<Link>,
    fields: Vec<Kept>,
    /// Sending it again may help.
    again: bool,
    request_id: Option<String>,
}

/// A field that was sent.
struct Kept {
    name: String,
    value: String,
    /// Somebody wrote it, and may want to read or copy it; other fields go along unseen.
    written: bool,
}

pub(super) async fn after_session_ended(ctx: &Ctx, request: Request) -> Response {
    let wants_page = request
        .headers()
        .get(header::ACCEPT)
        .is_none_or(|accept| accept.to_str().is_ok_and(|accept| accept.contains("text/html")));
    if !wants_page {
        return StatusCode::UNAUTHORIZED.into_response();
    }
    if !is_form(request.headers()) {
        return Error::SignIn.into_response();
    }
    match axum::body::to_bytes(request.into_body(), LARGEST).await {
        Ok(body) => page(ctx, &body, StatusCode::UNAUTHORIZED),
        Err(_) => Error::TooLarge.into_response(),
    }
}

pub(super) fn is_form(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE);
    kind.is_some_and(|kind| kind.as_bytes().starts_with(b"application/x-www-form-urlencoded"))
}

/// A script gets the token of the session there is now, and goes on by itself: its writer signed in anew in another tab.
/// The pipeline has refused other sites before, and they could not read the answer.
pub(super) fn after_old_page(ctx: &Ctx, headers: &HeaderMap, body: &[u8]) -> Response {
    let by_script = headers.get(header::ACCEPT).is_some_and(|it| it.as_bytes() == b"application/json");
    match &ctx.viewer {
        Some(viewer) if by_script => {
            (StatusCode::FORBIDDEN, Json(serde_json::json!({ "csrf": viewer.csrf }))).into_response()
        }
        _ => page(ctx, body, StatusCode::FORBIDDEN),
    }
}

/// Something failed, or somebody else was faster. `None` if nothing that was written would be lost with the form.
pub(super) fn after_trouble(ctx: &Ctx, error: &Error, body: &[u8]) -> Option<Response> {
    let ours = matches!(error, Error::Busy | Error::Internal(_));
    let fields = fields(body);
    if !ours && !fields.iter().any(|field| field.written) {
        return None;
    }
    let (heading, text) = error::words(ctx, error);
    Some(respond(
        error.status(),
        ResendPage {
            p: Shell::plain(ctx, &heading),
            lead: text.into_owned(),
            action: ctx.uri.to_string(),
            elsewhere: None,
            fields,
            again: ours,
            request_id: ours.then(|| ctx.request_id.clone()),
        },
    ))
}

/// Their role asks for a second factor first: it is set up in another tab, and this page keeps what they entered.
pub(super) fn after_set_up(ctx: &Ctx, body: &[u8], set_up: &str) -> Response {
    let l = ctx.l();
    respond(
        StatusCode::FORBIDDEN,
        ResendPage {
            p: Shell::plain(ctx, &l.t("web-resend-set-up")),
            lead: l.t("web-resend-set-up-text").into_owned(),
            action: ctx.uri.to_string(),
            elsewhere: Some(Link::new(ctx.path(set_up), l.t("web-resend-set-up-open"))),
            fields: fields(body),
            again: true,
            request_id: None,
        },
    )
}

/// A form that waited until its sender showed who they are: one press and it goes on.
pub fn give_back(ctx: &Ctx, action: &str, body: &[u8]) -> Response {
    let fields = fields(body);
    let title = ctx.l().t("web-resend-confirmed");
    respond(
        StatusCode::OK,
        ResendPage {
            p: Shell::plain(ctx, &title),
            lead: ctx.l().t("web-resend-confirmed-text").into_owned(),
            action: action.to_owned(),
            elsewhere: None,
            fields,
            again: true,
            request_id: None,
        },
    )
}

fn fields(body: &[u8]) -> Vec<Kept> {
    form_urlencoded::parse(body)
        .filter(|(name, _)| name != "_csrf")
        .map(|(name, value)| {
            // Codes of choices, ids and versions are one word of ASCII; what people write nearly never is.
            let written =
                value.trim().contains(char::is_whitespace) || !value.is_ascii() || value.len() > 200;
            Kept { name: name.into_owned(), value: value.into_owned(), written }
        })
        .collect()
}

fn page(ctx: &Ctx, body: &[u8], status: StatusCode) -> Response {
    let signed_in = ctx.viewer.is_some();
    let title = ctx.l().t(if signed_in { "web-resend-old" } else { "web-resend-ended" });
    let lead = ctx.l().t(if signed_in { "web-resend-old-text" } else { "web-resend-ended-text" });
    respond(
        status,
        ResendPage {
            p: Shell::plain(ctx, &title),
            lead: lead.into_owned(),
            action: ctx.uri.to_string(),
            elsewhere: (!signed_in).then(|| sign_in(ctx)),
            fields: fields(body),
            again: true,
            request_id: None,
        },
    )
}

fn sign_in(ctx: &Ctx) -> Link {
    Link::new(ctx.path("/sign-in"), ctx.l().t("web-resend-sign-in"))
}

fn respond(status: StatusCode, page: ResendPage) -> Response {
    match page.render() {
        Ok(html) => (status, Html(html)).into_response(),
        Err(error) => Error::from(error).into_response(),
    }
}

/// For the gallery: after the session ended, and while the database is away.
pub(super) fn samples(ctx: &Ctx) -> [askama::Result<String>; 2] {
    let kept = |name: &str, value: &str| Kept {
        name: name.into(),
        value: value.into(),
        written: value.contains(char::is_whitespace),
    };
    let page = |heading: &str, lead: &str, signed_in: bool| ResendPage {
        p: Shell::plain(ctx, &ctx.l().t(heading)),
        lead: ctx.l().t(lead).into_owned(),
        action: "/".into(),
        elsewhere: (!signed_in).then(|| sign_in(ctx)),
        fields: vec![kept("body", "Первая строка.\nВторая строка."), kept("version", "3")],
        again: true,
        request_id: signed_in.then(|| "sample".into()),
    };
    [
        page("web-resend-ended", "web-resend-ended-text", false).render(),
        page("web-error-busy", "web-error-busy-text", true).render(),
    ]
}
