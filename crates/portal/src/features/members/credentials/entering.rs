//! From having shown something to a session: who has a second factor is asked for it first.

use super::{Factors, Kind, set_up, steps, store};
use crate::features::members::model::{Person, SESSION_LIFE};
use crate::features::members::{events, store as members};
use crate::web::{App, Ctx, SetUp, Viewer, flash, pipeline};
use axum::response::{IntoResponse, Redirect, Response};
use http::HeaderValue;
use http::header::SET_COOKIE;
use platform::actor::MemberId;
use platform::db::{Query, Result, WriteTx};
use platform::secrets::Secrets;
use serde::{Deserialize, Serialize};

/// What somebody showed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Proof {
    /// That they read the mail of their address, or an identity provider vouches for it.
    Address,
    /// A passkey, or a second step after the address.
    Factor,
}

/// A sign-in that waits for its second step.
#[derive(Serialize, Deserialize)]
pub struct Waiting {
    pub device: String,
    pub next: Option<String>,
}

pub enum Entered {
    /// The value for the session's cookie, and what is still to be set up.
    In(String, SetUp),
    /// The value for the cookie of the second step.
    Waits(String),
}

/// Starts a session, or asks for the second step. `old` is the browser's session so far.
pub async fn enter(
    tx: &mut WriteTx,
    app: &App,
    person: &Person,
    proof: Proof,
    waiting: Waiting,
    old: Option<&Viewer>,
) -> Result<Entered> {
    let factors: Factors = store::factors(tx, person.id).await?;
    if proof == Proof::Address && factors.any() {
        let token = steps::begin(tx, &app.secrets, Kind::SecondStep, Some(person.id), &waiting).await?;
        return Ok(Entered::Waits(token));
    }
    if let Some(old) = old {
        members::end_session(tx, old.session).await?;
    }
    let mut weak_sign_ins = 0;
    if set_up(app, person.role, factors.any(), 0) == SetUp::Done {
        store::note_strong(tx, person.id).await?;
    } else {
        store::note_weak_sign_in(tx, person.id).await?;
        weak_sign_ins = store::standing(tx, person.id).await?.unwrap_or_default().weak_sign_ins;
    }
    // Always a new token, so that one planted in the browser before is worth nothing.
    let token = tx.db().ids().token();
    members::add_session(tx, person.id, &Secrets::hash(&token), &waiting.device).await?;
    tx.record(events::session_started(person, &waiting.device));
    Ok(Entered::In(token, set_up(app, person.role, factors.any(), weak_sign_ins)))
}

/// The answer to the browser: in, or to the second step.
pub fn answer(ctx: &Ctx, entered: Entered, next: Option<&str>) -> Response {
    match entered {
        Entered::In(session, set_up) => {
            let target = next.map_or_else(|| ctx.path("/"), str::to_owned);
            let mut response = Redirect::to(&target).into_response();
            if let SetUp::Wanted { sign_ins_left } = set_up {
                let text = ctx.l().f1("members-factor-wanted", "count", sign_ins_left);
                flash::warn(&mut response, &ctx.app, &text);
            }
            steps::release(&ctx.app, with_session(&ctx.app, response, &session), Kind::SecondStep)
        }
        Entered::Waits(step) => {
            let response = Redirect::to(&ctx.path("/sign-in/second-step")).into_response();
            steps::hold(&ctx.app, response, Kind::SecondStep, &step)
        }
    }
}

pub fn with_session(app: &App, response: Response, token: &str) -> Response {
    set_session(app, response, token, SESSION_LIFE.as_secs())
}

pub fn without_session(app: &App, response: Response) -> Response {
    set_session(app, response, "", 0)
}

fn set_session(app: &App, mut response: Response, token: &str, max_age: u64) -> Response {
    let secure = if app.secure() { "; Secure" } else { "" };
    let name = pipeline::session_cookie(app);
    let cookie = format!("{name}={token}; Path=/; Max-Age={max_age}; HttpOnly; SameSite=Lax{secure}");
    let cookie = HeaderValue::from_str(&cookie).expect("tokens are base64");
    response.headers_mut().append(SET_COOKIE, cookie);
    response
}

/// A member who may sign in, by id.
pub async fn person(tx: &mut WriteTx, member: MemberId) -> Result<Option<Person>> {
    Ok(members::active(tx, &[member]).await?.pop())
}

/// The session goes on under another cookie and is fresh from now on.
pub async fn confirm(tx: &mut WriteTx, session: i64) -> Result<String> {
    let token = tx.db().ids().token();
    store::confirm_session(tx, session, &Secrets::hash(&token)).await?;
    Ok(token)
}

pub fn no_store(mut response: Response) -> Response {
    response.headers_mut().insert(http::header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
