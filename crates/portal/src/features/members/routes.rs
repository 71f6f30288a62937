//! Addresses of the section, and the pages around signing in. Lists and the account are in `routes/`.

mod account;
pub(super) mod people;

use super::actions::{self, CannotOpen, Opened};
use super::model::{self, Purpose, SESSION_LIFE, Spent, device, is_local};
use super::pages::{ConfirmPage, JoinPage, Options, SentPage, SignInPage, SpentPage};
use super::{alternates, handover, memberships, privacy, requests, store};
use crate::features::organisations;
use crate::web::pipeline::session_cookie;
use crate::web::{App, Ctx, Error, Form, FormErrors, Routes, Shell, flash, html};
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use http::header::{SET_COOKIE, USER_AGENT};
use http::{HeaderMap, HeaderValue, StatusCode};
use platform::lang::{Arg, Lang};
use serde::Deserialize;

pub fn routes() -> Routes {
    let routes = Routes::new()
        .open("/sign-in", ask)
        .open_post("/sign-in", send)
        .open("/sign-in/sent", sent)
        .open("/sign-in/{token}", confirm)
        .open_post("/sign-in/{token}", sign_in)
        .open("/invitation/{token}", invited)
        .open_post("/invitation/{token}", join)
        .open_post("/sign-out", sign_out)
        .get("/account", account::show)
        .post("/account", account::update)
        .post("/account/sign-out-elsewhere", account::sign_out_elsewhere)
        .get("/members", people::index)
        .post("/members", people::create)
        .get("/members/new", people::new)
        .get("/members/{id}/suspension", people::suspension)
        .post("/members/{id}/suspension", people::suspend)
        .post("/members/{id}/suspension/end", people::restore);
    let routes = memberships::routes::add(requests::routes::add(routes));
    privacy::routes::add(handover::routes::add(alternates::routes::add(routes)))
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Next {
    next: String,
}

impl Next {
    fn of(ctx: &Ctx) -> Next {
        serde_html_form::from_str(ctx.uri.query().unwrap_or_default()).unwrap_or_default()
    }

    /// Where to go on to: an address of this portal, or nothing.
    fn local(self) -> Option<String> {
        Some(self.next).filter(|next| is_local(next))
    }
}

async fn ask(ctx: Ctx) -> Result<Response, Error> {
    let next = Next::of(&ctx).local();
    if ctx.viewer.is_some() {
        return Ok(Redirect::to(&next.unwrap_or_else(|| ctx.path("/"))).into_response());
    }
    html(&sign_in_page(&ctx, "", next, FormErrors::default()))
}

pub(super) fn sign_in_page(ctx: &Ctx, email: &str, next: Option<String>, errors: FormErrors) -> SignInPage {
    let p = Shell::plain(ctx, &ctx.l().t("members-sign-in"));
    SignInPage { p, errors, email: email.to_owned(), next: next.unwrap_or_default() }
}

#[derive(Deserialize)]
struct AskForm {
    #[serde(default)]
    email: String,
    #[serde(default)]
    next: String,
}

/// Answers the same for every address, so that nobody can find out who takes part.
async fn send(ctx: Ctx, Form(form): Form<AskForm>) -> Result<Response, Error> {
    let next = Next { next: form.next }.local();
    let Some(email) = model::email(&form.email) else {
        let mut errors = FormErrors::default();
        errors.add("email", ctx.l().t("members-email-wrong"));
        let page = sign_in_page(&ctx, &form.email, next, errors);
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, html(&page)?).into_response());
    };
    actions::request_link(&ctx.app, &email, next).await?;
    Ok(Redirect::to(&ctx.path("/sign-in/sent")).into_response())
}

async fn sent(ctx: Ctx) -> Result<Response, Error> {
    html(&sent_page(&ctx))
}

pub(super) fn sent_page(ctx: &Ctx) -> SentPage {
    SentPage {
        p: Shell::plain(ctx, &ctx.l().t("members-sent")),
        caught: ctx.app.settings.server.development && ctx.app.mail.catcher().is_some(),
    }
}

async fn open(ctx: &Ctx, purpose: Purpose, token: &str) -> Result<Opened, CannotOpen> {
    actions::open_link(&mut ctx.app.db.read().await?, &ctx.app.secrets, purpose, token).await
}

/// Only shows a button: programs that scan mail open every address they find, and use nothing up by it.
async fn confirm(ctx: Ctx, Path(token): Path<String>) -> Result<Response, Error> {
    match open(&ctx, Purpose::SignIn, &token).await {
        Ok(opened) => html(&confirm_page(&ctx, &opened.person.name, Next::of(&ctx).local())),
        Err(error) => spent(&ctx, Purpose::SignIn, error),
    }
}

pub(super) fn confirm_page(ctx: &Ctx, name: &str, next: Option<String>) -> ConfirmPage {
    let p = private(ctx, "members-sign-in");
    ConfirmPage { p, name: name.to_owned(), next: next.unwrap_or_default() }
}

/// The shell of a page whose address is a secret.
fn private(ctx: &Ctx, title: &str) -> Shell {
    let mut p = Shell::plain(ctx, &ctx.l().t(title));
    p.unlisted = true;
    p
}

async fn sign_in(
    ctx: Ctx,
    Path(token): Path<String>,
    headers: HeaderMap,
    Form(next): Form<Next>,
) -> Result<Response, Error> {
    let signed_in = match open(&ctx, Purpose::SignIn, &token).await {
        Ok(opened) => actions::sign_in(&ctx.app, &opened, &device_of(&headers), ctx.viewer.as_ref()).await,
        Err(error) => Err(error),
    };
    match signed_in {
        Ok(session) => {
            let target = next.local().unwrap_or_else(|| ctx.path("/"));
            Ok(with_session(&ctx.app, Redirect::to(&target).into_response(), &session))
        }
        Err(error) => spent(&ctx, Purpose::SignIn, error),
    }
}

fn device_of(headers: &HeaderMap) -> String {
    device(headers.get(USER_AGENT).and_then(|agent| agent.to_str().ok()).unwrap_or_default())
}

fn with_session(app: &App, response: Response, token: &str) -> Response {
    set_session(app, response, token, SESSION_LIFE.as_secs())
}

pub(super) fn without_session(app: &App, response: Response) -> Response {
    set_session(app, response, "", 0)
}

fn set_session(app: &App, mut response: Response, token: &str, max_age: u64) -> Response {
    let secure = if app.secure() { "; Secure" } else { "" };
    let name = session_cookie(app);
    let cookie = format!("{name}={token}; Path=/; Max-Age={max_age}; HttpOnly; SameSite=Lax{secure}");
    let cookie = HeaderValue::from_str(&cookie).expect("tokens are base64");
    response.headers_mut().append(SET_COOKIE, cookie);
    response
}

/// The page for a link that leads nowhere, with what to do next.
fn spent(ctx: &Ctx, purpose: Purpose, error: CannotOpen) -> Result<Response, Error> {
    let (status, key) = match (error, purpose) {
        (CannotOpen::Db(error), _) => return Err(error.into()),
        (CannotOpen::Unknown, _) => (StatusCode::NOT_FOUND, "members-link-unknown"),
        (CannotOpen::Spent(Spent::Used), Purpose::SignIn) => (StatusCode::GONE, "members-link-used"),
        (CannotOpen::Spent(Spent::Used), Purpose::Invitation) => {
            (StatusCode::GONE, "members-invitation-used")
        }
        (CannotOpen::Spent(Spent::Expired), Purpose::SignIn) => (StatusCode::GONE, "members-link-expired"),
        (CannotOpen::Spent(Spent::Expired), Purpose::Invitation) => {
            (StatusCode::GONE, "members-invitation-expired")
        }
        (CannotOpen::Spent(Spent::Revoked), _) => (StatusCode::GONE, "members-link-revoked"),
    };
    Ok((status, html(&spent_page(ctx, key))?).into_response())
}

pub(super) fn spent_page(ctx: &Ctx, key: &str) -> SpentPage {
    SpentPage { p: private(ctx, "members-link-spent"), text: ctx.l().t(key).into_owned() }
}

async fn invited(ctx: Ctx, Path(token): Path<String>) -> Result<Response, Error> {
    match open(&ctx, Purpose::Invitation, &token).await {
        Ok(opened) => {
            let (name, language) = (opened.person.name.clone(), opened.person.language);
            html(&join_page(&ctx, &opened, &name, language, FormErrors::default()).await?)
        }
        Err(error) => spent(&ctx, Purpose::Invitation, error),
    }
}

async fn join_page(
    ctx: &Ctx,
    opened: &Opened,
    name: &str,
    language: Lang,
    errors: FormErrors,
) -> Result<JoinPage, Error> {
    let l = ctx.l();
    let mut tx = ctx.read().await?;
    let by = store::names(&mut tx, &opened.link.invited_by.into_iter().collect::<Vec<_>>()).await?.pop();
    let organisation = organisations::get(&mut tx, opened.person.organisation).await?;
    let portal = ctx.app.settings.portal.name.get(ctx.lang);
    let lead = match &by {
        Some((_, name)) => l.f("members-join-by", &[("name", Arg::from(name)), ("portal", portal.into())]),
        None => l.f1("members-join-text", "portal", portal),
    };
    Ok(JoinPage {
        p: private(ctx, "members-join"),
        errors,
        lead,
        organisation: organisation.map(|found| found.name.get(ctx.lang).clone()).unwrap_or_default(),
        role: l.t(super::role_label(opened.person.role)).into_owned(),
        full_name: name.to_owned(),
        language: language.code().to_owned(),
        languages: languages(),
    })
}

/// The three languages as a choice, each in its own words.
pub(super) fn languages() -> Options {
    Lang::ALL.into_iter().map(|lang| (lang.code().to_owned(), lang.own_name().to_owned())).collect()
}

#[derive(Deserialize)]
pub struct PersonForm {
    #[serde(default)]
    name: String,
    language: Lang,
}

async fn join(
    ctx: Ctx,
    Path(token): Path<String>,
    headers: HeaderMap,
    Form(form): Form<PersonForm>,
) -> Result<Response, Error> {
    let opened = match open(&ctx, Purpose::Invitation, &token).await {
        Ok(opened) => opened,
        Err(error) => return spent(&ctx, Purpose::Invitation, error),
    };
    let Some(name) = model::name(&form.name) else {
        let mut errors = FormErrors::default();
        errors.add("name", ctx.l().t("members-name-missing"));
        let page = join_page(&ctx, &opened, &form.name, form.language, errors).await?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, html(&page)?).into_response());
    };
    let device = device_of(&headers);
    match actions::join(&ctx.app, &opened, &name, form.language, &device, ctx.viewer.as_ref()).await {
        Ok(session) => {
            let home = Redirect::to(&format!("/{}/", form.language)).into_response();
            Ok(with_session(&ctx.app, home, &session))
        }
        Err(error) => spent(&ctx, Purpose::Invitation, error),
    }
}

#[derive(Deserialize)]
pub struct Empty {}

async fn sign_out(ctx: Ctx, Form(Empty {}): Form<Empty>) -> Result<Response, Error> {
    if let Some(viewer) = &ctx.viewer {
        let mut tx = ctx.write().await?;
        actions::sign_out(&mut tx, viewer).await?;
        tx.commit_unrecorded("a session ended by its owner").await?;
    }
    let response = flash::redirect(&ctx, "/", &ctx.l().t("members-signed-out"));
    Ok(without_session(&ctx.app, response))
}
