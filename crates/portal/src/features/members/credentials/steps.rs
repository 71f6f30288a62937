//! A step: something begun in one browser and not finished yet. A cookie ties it to that browser, it is good once and for
//! minutes, and it lies in the database so that any instance may finish it.

use super::{Kind, store};
use crate::web::{App, pipeline};
use axum::response::Response;
use http::header::SET_COOKIE;
use http::{HeaderMap, HeaderValue};
use platform::actor::MemberId;
use platform::clock::Timestamp;
use platform::db::{Query, Result, WriteTx};
use platform::secrets::Secrets;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::time::Duration;

/// The key's word for what is encrypted here.
const PURPOSE: &str = "members.step";
/// Wrong codes that one step takes.
pub const FAILURES_AT_MOST: i64 = 5;

pub struct Step {
    pub id: i64,
    pub member: Option<MemberId>,
    state: Vec<u8>,
    failures: i64,
    expires_at: Timestamp,
}
platform::from_row!(Step { id, member, state, failures, expires_at });

impl Step {
    /// What was kept when it began. A value that does not open, say after the key changed, counts as none.
    pub fn state<T: DeserializeOwned>(&self, secrets: &Secrets) -> Option<T> {
        serde_json::from_slice(&secrets.unseal(PURPOSE, self.id, &self.state).ok()?).ok()
    }
}

/// Begins a step; returns the value for the browser's cookie.
pub async fn begin(
    tx: &mut WriteTx,
    secrets: &Secrets,
    kind: Kind,
    member: Option<MemberId>,
    state: &impl Serialize,
) -> Result<String> {
    store::prune(tx).await?;
    let (id, token): (i64, _) = (tx.next_id(), tx.db().ids().token());
    let state = serde_json::to_vec(state).expect("what is kept are plain structs");
    let expires_at = tx.now() + kind.lasts();
    let sealed = secrets.seal(PURPOSE, id, &state);
    store::add_step(tx, id, kind, &Secrets::hash(&token), member, &sealed, expires_at).await?;
    Ok(token)
}

/// The step of this kind that this browser has begun, if it is still good.
pub async fn find(q: &mut impl Query, kind: Kind, token: Option<&str>) -> Result<Option<Step>> {
    let Some(token) = token else { return Ok(None) };
    let now = q.db().clock().now();
    let step = store::step(q, kind, &Secrets::hash(token)).await?;
    Ok(step.filter(|step| step.expires_at > now && step.failures < FAILURES_AT_MOST))
}

fn cookie_name(app: &App, kind: Kind) -> String {
    let prefix = if app.secure() { "__Host-" } else { "" };
    format!("{prefix}birge-{}", kind.code())
}

/// What this browser holds for a kind of step.
pub fn held(app: &App, headers: &HeaderMap, kind: Kind) -> Option<String> {
    pipeline::cookie(headers, &cookie_name(app, kind)).map(str::to_owned)
}

pub fn hold(app: &App, mut response: Response, kind: Kind, token: &str) -> Response {
    set_cookie(app, &mut response, kind, token, kind.lasts());
    response
}

pub fn release(app: &App, mut response: Response, kind: Kind) -> Response {
    set_cookie(app, &mut response, kind, "", Duration::ZERO);
    response
}

fn set_cookie(app: &App, response: &mut Response, kind: Kind, token: &str, lasts: Duration) {
    let secure = if app.secure() { "; Secure" } else { "" };
    let (name, age) = (cookie_name(app, kind), lasts.as_secs());
    let cookie = format!("{name}={token}; Path=/; Max-Age={age}; HttpOnly; SameSite=Lax{secure}");
    response.headers_mut().append(SET_COOKIE, HeaderValue::from_str(&cookie).expect("tokens are base64"));
}
