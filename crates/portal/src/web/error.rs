//! What can go wrong in a request, and the one place that turns it into a page with a way on.

use super::context::Ctx;
use super::page::Shell;
use askama::Template;
use axum::response::{Html, IntoResponse, Response};
use http::header::RETRY_AFTER;
use http::{HeaderValue, StatusCode};
use platform::db::DbError;
use std::borrow::Cow;

#[derive(Clone, Debug)]
pub enum Error {
    /// Not there, or not for this actor to know of.
    NotFound,
    /// It was here and was taken away for good.
    Gone,
    /// Visible, but this is not theirs to do. The text says why, in the reader's language.
    Denied(String),
    /// A guest asked for a members' page.
    SignIn,
    /// Not without showing once more that it is them.
    Confirm,
    /// Their role demands a second factor that they did not set up in time.
    SetUp,
    /// The request itself is broken; the text says how, in the reader's language.
    Invalid(String),
    /// Somebody else was faster; the text says what to do.
    Conflict(String),
    /// The form came from an old page or another site.
    Forged,
    TooLarge,
    /// Too often from one address; in so many seconds it may go on.
    TooOften(i64),
    /// Worth trying again soon.
    Busy,
    /// Something it takes is not there; the text says what to do instead, in the reader's language.
    Unavailable(String),
    Internal(String),
}

impl From<DbError> for Error {
    fn from(error: DbError) -> Self {
        match error {
            DbError::Busy | DbError::Unreachable(_) | DbError::Full => {
                tracing::error!(%error, "the database did not serve a request");
                Error::Busy
            }
            other => Error::Internal(other.to_string()),
        }
    }
}

impl From<anyhow::Error> for Error {
    fn from(error: anyhow::Error) -> Self {
        match error.downcast::<DbError>() {
            Ok(error) => error.into(),
            Err(error) => Error::Internal(format!("{error:#}")),
        }
    }
}

impl From<askama::Error> for Error {
    fn from(error: askama::Error) -> Self {
        Error::Internal(error.to_string())
    }
}

impl Error {
    pub fn status(&self) -> StatusCode {
        match self {
            Error::NotFound => StatusCode::NOT_FOUND,
            Error::Gone => StatusCode::GONE,
            Error::Denied(_) | Error::Forged | Error::Confirm | Error::SetUp => StatusCode::FORBIDDEN,
            Error::SignIn => StatusCode::UNAUTHORIZED,
            Error::Invalid(_) => StatusCode::BAD_REQUEST,
            Error::Conflict(_) => StatusCode::CONFLICT,
            Error::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Error::TooOften(_) => StatusCode::TOO_MANY_REQUESTS,
            Error::Busy | Error::Unavailable(_) => StatusCode::SERVICE_UNAVAILABLE,
            Error::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }
}

/// Only carries the error to the pipeline, which knows the language and renders it.
impl IntoResponse for Error {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}

#[derive(Template)]
#[template(path = "web/pages/error.html")]
struct ErrorPage {
    p: Shell,
    heading: String,
    text: String,
    request_id: String,
    internal: bool,
}

/// What people read of an error: a heading and what to do. Logs what the operator must know, once, here.
pub(super) fn words<'a>(ctx: &'a Ctx, error: &'a Error) -> (Cow<'a, str>, Cow<'a, str>) {
    let l = ctx.l();
    match error {
        Error::NotFound => (l.t("web-error-not-found"), l.t("web-error-not-found-text")),
        Error::Gone => (l.t("web-error-gone"), l.t("web-error-gone-text")),
        Error::Denied(why) => (l.t("web-error-denied"), why.as_str().into()),
        // The pipeline leads on from these; a portal without members has nowhere to lead.
        Error::SignIn | Error::Confirm | Error::SetUp => {
            (l.t("web-error-sign-in"), l.t("web-error-sign-in-text"))
        }
        Error::Invalid(why) => (l.t("web-error-invalid"), why.as_str().into()),
        Error::Conflict(why) => (l.t("web-error-conflict"), why.as_str().into()),
        Error::Forged => (l.t("web-error-forged"), l.t("web-error-forged-text")),
        Error::TooLarge => (l.t("web-error-too-large"), l.t("web-error-too-large-text")),
        Error::TooOften(seconds) => {
            let text = l.f1("web-error-too-often-text", "seconds", *seconds);
            (l.t("web-error-too-often"), text.into())
        }
        Error::Busy => (l.t("web-error-busy"), l.t("web-error-busy-text")),
        Error::Unavailable(why) => (l.t("web-error-unavailable"), why.as_str().into()),
        Error::Internal(why) => {
            let route = ctx.route.as_deref().unwrap_or("(no route)");
            tracing::error!(request_id = %ctx.request_id, %route, "a request failed: {why}");
            (l.t("web-error-internal"), l.t("web-error-internal-text"))
        }
    }
}

/// The page for an error.
pub(super) fn render(ctx: &Ctx, error: &Error) -> Response {
    let (heading, text) = words(ctx, error);
    let page = ErrorPage {
        p: Shell::plain(ctx, &heading),
        heading: heading.clone().into_owned(),
        text: text.into_owned(),
        request_id: ctx.request_id.clone(),
        internal: matches!(error, Error::Internal(_) | Error::Busy),
    };
    match page.render() {
        Ok(html) => {
            let mut response = (error.status(), Html(html)).into_response();
            if let Error::TooOften(seconds) = error {
                response.headers_mut().insert(RETRY_AFTER, HeaderValue::from(*seconds));
            }
            response
        }
        Err(failed) => {
            tracing::error!(%failed, "the error page could not be rendered");
            error.status().into_response()
        }
    }
}

/// For the gallery.
pub(super) fn sample(ctx: &Ctx) -> askama::Result<String> {
    let l = ctx.l();
    let heading = l.t("web-error-internal").into_owned();
    let text = l.t("web-error-internal-text").into_owned();
    let p = Shell::plain(ctx, &heading);
    ErrorPage { p, heading, text, request_id: "sample".into(), internal: true }.render()
}
