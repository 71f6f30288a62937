//! Nothing entered is lost: a form sent after the session ended, or from a page that is too old, comes back
//! as a page that holds everything and offers to send it again. Nothing of it is stored on the server.

use super::context::Ctx;
use super::error::Error;
use super::page::{Link, Shell};
use askama::Template;
use axum::extract::Request;
use axum::response::{Html, IntoResponse, Response};
use http::{StatusCode, header};

const LARGEST: usize = 2 * 1024 * 1024;

#[derive(Template)]
#[template(path = "web/pages/resend.html")]
struct ResendPage {
    p: Shell,
    lead: String,
    action: String,
    /// What to do first, in another tab.
    elsewhere: Option<Link>,
    fields: Vec<(String, String)>,
}

pub(super) async fn after_session_ended(ctx: &Ctx, request: Request) -> Response {
    let is_form = request
        .headers()
        .get(header::CONTENT_TYPE)
        .is_some_and(|kind| kind.as_bytes().starts_with(b"application/x-www-form-urlencoded"));
    let wants_page = request
        .headers()
        .get(header::ACCEPT)
        .is_none_or(|accept| accept.to_str().is_ok_and(|accept| accept.contains("text/html")));
    if !wants_page {
        return StatusCode::UNAUTHORIZED.into_response();
    }
    if !is_form {
        return Error::SignIn.into_response();
    }
    match axum::body::to_bytes(request.into_body(), LARGEST).await {
        Ok(body) => page(ctx, &body, StatusCode::UNAUTHORIZED),
        Err(_) => Error::TooLarge.into_response(),
    }
}

pub(super) fn after_old_page(ctx: &Ctx, body: &[u8]) -> Response {
    page(ctx, body, StatusCode::FORBIDDEN)
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
        },
    )
}

fn fields(body: &[u8]) -> Vec<(String, String)> {
    form_urlencoded::parse(body)
        .filter(|(name, _)| name != "_csrf")
        .map(|(name, value)| (name.into_owned(), value.into_owned()))
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

/// For the gallery.
pub(super) fn sample(ctx: &Ctx) -> askama::Result<String> {
    let text = "Первая строка.\nВторая строка.".to_owned();
    ResendPage {
        p: Shell::plain(ctx, &ctx.l().t("web-resend-ended")),
        lead: ctx.l().t("web-resend-ended-text").into_owned(),
        action: "/".into(),
        elsewhere: Some(sign_in(ctx)),
        fields: vec![("body".into(), text), ("version".into(), "3".into())],
    }
    .render()
}
