//! For people who build or try the portal: the mails it would have sent. Only with `server.development`.

use super::app::App;
use super::context::Ctx;
use super::error::Error;
use super::page::{Shell, html};
use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use http::HeaderValue;
use http::header::CONTENT_SECURITY_POLICY;
use platform::mail::Caught;

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/dev/mail", get(mails))
        .route("/dev/mail/{id}", get(mail))
        .route("/dev/mail/{id}/html", get(mail_html))
        .route("/dev/static", get(static_page))
}

#[derive(Template)]
#[template(path = "web/pages/dev_mails.html")]
struct Mails {
    p: Shell,
    mails: Vec<Caught>,
}

#[derive(Template)]
#[template(path = "web/pages/dev_mail.html")]
struct OneMail {
    p: Shell,
    mail: Caught,
}

async fn mails(ctx: Ctx) -> Result<Response, Error> {
    let catcher = ctx.app.mail.catcher().ok_or(Error::NotFound)?;
    html(&Mails { p: Shell::plain(&ctx, "Mails"), mails: catcher.list(100)? })
}

async fn mail(ctx: Ctx, Path(id): Path<String>) -> Result<Response, Error> {
    let mail = caught(&ctx, &id)?;
    let mut response = html(&OneMail { p: Shell::plain(&ctx, &mail.subject), mail })?;
    let framed = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; frame-src 'self'; \
                  form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    response.headers_mut().insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(framed));
    Ok(response)
}

/// The mail's own HTML, in a frame that can do nothing but be looked at and followed.
async fn mail_html(ctx: Ctx, Path(id): Path<String>) -> Result<Response, Error> {
    let mut response = Html(caught(&ctx, &id)?.html).into_response();
    let looked_at = "default-src 'none'; style-src 'unsafe-inline'; sandbox allow-popups \
                     allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation; frame-ancestors 'self'";
    response.headers_mut().insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(looked_at));
    Ok(response)
}

fn caught(ctx: &Ctx, id: &str) -> Result<Caught, Error> {
    let catcher = ctx.app.mail.catcher().ok_or(Error::NotFound)?;
    catcher.get(id)?.ok_or(Error::NotFound)
}

/// Twelve kilobytes of fixed text: what this server costs per request before any page is made.
async fn static_page() -> Html<&'static str> {
    static PAGE: std::sync::LazyLock<String> = std::sync::LazyLock::new(|| {
        let row = "<p>Бирге means together; this page stands still so that others can be measured.</p>\n";
        format!("<!doctype html><title>Static</title>{}", row.repeat(12_000 / row.len()))
    });
    Html(&PAGE)
}
