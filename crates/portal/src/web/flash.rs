//! The message after an act: "submitted", "saved". It rides in a short-lived cookie over the redirect.
//!
//! The cookie holds the finished text, set only in answer to a form; pages for the public never set one.
//! It is shown as text, so a forged one could only say something to its forger.

use super::app::App;
use super::context::Ctx;
use super::error::Error;
use axum::response::{IntoResponse, Redirect, Response};
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use http::HeaderValue;
use http::header::SET_COOKIE;
use platform::db::WriteTx;

pub const COOKIE: &str = "birge_flash";
/// Twice the letters; in base64 Cyrillic ones fill less than half of what a cookie may hold.
const LONGEST: usize = 1200;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Tone {
    Success,
    Warning,
}

impl Tone {
    pub fn code(self) -> &'static str {
        match self {
            Tone::Success => "success",
            Tone::Warning => "warning",
        }
    }
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Flash {
    pub tone: Tone,
    pub text: String,
}

impl Flash {
    pub fn read(value: &str) -> Option<Flash> {
        if value.len() > 2 * LONGEST {
            return None;
        }
        let (tone, text) = value.split_once('.')?;
        let tone = if tone == "w" { Tone::Warning } else { Tone::Success };
        let text = String::from_utf8(BASE64_URL_SAFE_NO_PAD.decode(text).ok()?).ok()?;
        Some(Flash { tone, text })
    }
}

/// See other: to a page after an act, with a word about it. `path` is after the language.
pub fn redirect(ctx: &Ctx, path: &str, text: &str) -> Response {
    redirect_with(ctx, path, Tone::Success, text)
}

/// Keeps what was written and goes on to a page with a word about it, the text of a message.
pub async fn keep(ctx: &Ctx, tx: WriteTx, path: &str, message: &str) -> Result<Response, Error> {
    tx.commit().await?;
    Ok(redirect(ctx, path, &ctx.l().t(message)))
}

/// The same for an act that may have failed: then nothing of it is kept, and `refused` says what to answer.
pub async fn finish<E>(
    ctx: &Ctx,
    tx: WriteTx,
    path: &str,
    message: &str,
    outcome: Result<(), E>,
    refused: impl FnOnce(E) -> Error,
) -> Result<Response, Error> {
    match outcome {
        Ok(()) => keep(ctx, tx, path, message).await,
        Err(cannot) => {
            tx.roll_back().await;
            Err(refused(cannot))
        }
    }
}

pub fn redirect_with(ctx: &Ctx, path: &str, tone: Tone, text: &str) -> Response {
    let mut response = Redirect::to(&ctx.path(path)).into_response();
    set(&mut response, &ctx.app, tone, text);
    response
}

/// A word of caution on an answer that leads elsewhere.
pub fn warn(response: &mut Response, app: &App, text: &str) {
    set(response, app, Tone::Warning, text);
}

fn set(response: &mut Response, app: &App, tone: Tone, text: &str) {
    let short: String = text.chars().take(LONGEST / 2).collect();
    let tone = if tone == Tone::Warning { "w" } else { "s" };
    let secure = if app.secure() { "; Secure" } else { "" };
    let value = format!(
        "{COOKIE}={tone}.{}; Path=/; Max-Age=60; HttpOnly; SameSite=Lax{secure}",
        BASE64_URL_SAFE_NO_PAD.encode(short)
    );
    let value = HeaderValue::from_str(&value).expect("base64 is plain ASCII");
    response.headers_mut().append(SET_COOKIE, value);
}

/// Makes the browser forget the message once it was shown.
pub(super) fn clear(response: &mut Response) {
    let value = HeaderValue::from_static("birge_flash=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax");
    response.headers_mut().append(SET_COOKIE, value);
}
