//! Forms: read with a proof that they came from our own page, and answered with errors beside their fields.

use super::app::App;
use super::context::Ctx;
use super::resend;
use axum::body::Bytes;
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::borrow::Cow;

/// A form of at most two megabytes. For a member it carries the token of their session.
pub struct Form<T>(pub T);

impl<T: DeserializeOwned> FromRequest<App> for Form<T> {
    type Rejection = Response;

    async fn from_request(request: Request, app: &App) -> Result<Self, Response> {
        let (mut parts, body) = request.into_parts();
        let Ok(ctx) = Ctx::from_request_parts(&mut parts, app).await;
        let headers = parts.headers.clone();
        let request = Request::from_parts(parts, body);
        let bytes = Bytes::from_request(request, app)
            .await
            .map_err(|_| super::error::Error::TooLarge.into_response())?;
        let bytes = without_nul(bytes);
        let _ = ctx.sent.set(bytes.clone());
        if !carries_token(&ctx, &bytes) {
            return Err(resend::after_old_page(&ctx, &headers, &bytes));
        }
        serde_html_form::from_bytes(&bytes).map(Form).map_err(|error| {
            tracing::debug!(%error, "a form could not be read");
            super::error::Error::Invalid(ctx.l().t("web-error-invalid-text").into_owned()).into_response()
        })
    }
}

/// Nobody types a zero byte, and PostgreSQL keeps none: one that came along with a pasted text is left out.
fn without_nul(form: Bytes) -> Bytes {
    match form.windows(3).any(|sign| sign == b"%00") || form.contains(&0) {
        true => String::from_utf8_lossy(&form).replace("%00", "").replace('\0', "").into(),
        false => form,
    }
}

/// A guest has no session that another site could misuse; a member's form proves where it came from.
pub fn carries_token(ctx: &Ctx, body: &[u8]) -> bool {
    ctx.viewer.is_none()
        || form_urlencoded::parse(body)
            .any(|(name, value)| name == "_csrf" && is_token(ctx, value.as_bytes()))
}

/// Whether this is the token of the member's session; a guest has none.
pub fn is_token(ctx: &Ctx, token: &[u8]) -> bool {
    ctx.viewer.as_ref().is_some_and(|viewer| viewer.csrf.as_bytes() == token)
}

/// What is wrong with a form, in the reader's language, in the order of its fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FormErrors(Vec<(Cow<'static, str>, String)>);

impl FormErrors {
    pub fn add(&mut self, field: impl Into<Cow<'static, str>>, text: impl Into<String>) {
        self.0.push((field.into(), text.into()));
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The text for one field.
    pub fn of(&self, field: &str) -> Option<&str> {
        self.0.iter().find(|(name, _)| *name == field).map(|(_, text)| text.as_str())
    }

    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(field, text)| (field.as_ref(), text.as_str()))
    }
}

/// What one button does to a record as its page showed it.
#[derive(Deserialize)]
pub struct VersionForm {
    pub version: i64,
}

/// One of several things to choose: its key, its words, and whether it is chosen.
pub struct Choice {
    pub key: String,
    pub words: String,
    pub chosen: bool,
}

/// Things of which several may be chosen, as check boxes under one name or as one list.
pub struct ChoiceGroup {
    /// The name of the field.
    pub code: &'static str,
    pub label: String,
    pub chosen: usize,
    pub choices: Vec<Choice>,
}

impl ChoiceGroup {
    pub fn new(code: &'static str, label: impl Into<String>, choices: Vec<Choice>) -> ChoiceGroup {
        let chosen = choices.iter().filter(|choice| choice.chosen).count();
        ChoiceGroup { code, label: label.into(), chosen, choices }
    }
}
