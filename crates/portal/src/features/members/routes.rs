//! Addresses of the section, and the pages around signing in. Lists and the account are in `routes/`.

mod account;
pub(super) mod people;

use super::actions::{self, CannotOpen, Opened};
use super::asking::{self, Asked};
use super::credentials::entering::{self, Waiting};
use super::credentials::{self, Kind, passkeys, steps};
use super::model::{self, Purpose, Spent, device};
use super::pages::{ConfirmPage, JoinPage, Options, SentPage, SignInPage, SpentPage};
use super::{alternates, handover, memberships, oidc, privacy, recovery, requests, store};
use crate::features::organisations;
use crate::web::{Ctx, Error, Form, FormErrors, Routes, Shell, flash, html, is_local};
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use http::header::USER_AGENT;
use http::{HeaderMap, StatusCode};
use platform::lang::{Arg, Lang};
use platform::secrets::Secrets;
use serde::Deserialize;

pub fn routes() -> Routes {
    let routes = oidc::add(recovery::add(credentials::add(Routes::new())))
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
        .post("/account/sessions/{id}/end", account::end_session)
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
    let by_passkey = passkeys::available(&ctx.app);
    let p = if by_passkey { p.with_script(ctx, "passkey.js") } else { p };
    let providers = oidc::choices(ctx, next.as_deref());
    SignInPage { p, errors, email: email.to_owned(), next: next.unwrap_or_default(), by_passkey, providers }
}

#[derive(Deserialize)]
struct AskForm {
    #[serde(default)]
    email: String,
    #[serde(default)]
    next: String,
}

/// Answers the same for every address, so that nobody can find out who takes part.
async fn send(ctx: Ctx, headers: HeaderMap, Form(form): Form<AskForm>) -> Result<Response, Error> {
    let next = Next { next: form.next }.local();
    let Some(email) = model::email(&form.email) else {
        let mut errors = FormErrors::default();
        errors.add("email", ctx.l().t("members-email-wrong"));
        let page = sign_in_page(&ctx, &form.email, next, errors);
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, html(&page)?).into_response());
    };
    // A browser that asks twice keeps its value: the first mail may come after the second.
    let held = steps::held(&ctx.app, &headers, Kind::Asked).filter(|held| held.len() == 43);
    let browser = held.unwrap_or_else(|| ctx.app.db.ids().token());
    asking::ask(&ctx.app, &Asked { email, next, browser: Secrets::hash(&browser) }).await?;
    let response = Redirect::to(&ctx.path("/sign-in/sent")).into_response();
    Ok(steps::hold(&ctx.app, response, Kind::Asked, &browser))
}

/// The digits are made from what the browser holds, so they say nothing of whether the address is known.
async fn sent(ctx: Ctx, headers: HeaderMap) -> Result<Response, Error> {
    let browser = steps::held(&ctx.app, &headers, Kind::Asked);
    let code = browser.map(|browser| model::browser_code(&ctx.app.secrets, &Secrets::hash(&browser)));
    html(&sent_page(&ctx, code))
}

pub(super) fn sent_page(ctx: &Ctx, code: Option<String>) -> SentPage {
    SentPage {
        p: Shell::plain(ctx, &ctx.l().t("members-sent")),
        code: code.map(|code| format!("{} {}", &code[..3], &code[3..])),
        caught: ctx.app.settings.server.development && ctx.app.mail.catcher().is_some(),
    }
}

async fn open(ctx: &Ctx, purpose: Purpose, token: &str) -> Result<Opened, CannotOpen> {
    actions::open_link(&mut ctx.app.db.read().await?, &ctx.app.secrets, purpose, token).await
}

/// Only shows a button: programs that scan mail open every address they find, and use nothing up by it. In another
/// browser than the one that asked it also wants the digits that one shows.
async fn confirm(ctx: Ctx, Path(token): Path<String>, headers: HeaderMap) -> Result<Response, Error> {
    match open(&ctx, Purpose::SignIn, &token).await {
        Ok(opened) => {
            let held = steps::held(&ctx.app, &headers, Kind::Asked);
            let elsewhere = !opened.link.is_for(&ctx.app.secrets, held.as_deref(), "");
            let next = Next::of(&ctx).local();
            html(&confirm_page(&ctx, &opened.person.name, next, elsewhere, FormErrors::default()))
        }
        Err(error) => spent(&ctx, Purpose::SignIn, error),
    }
}

pub(super) fn confirm_page(
    ctx: &Ctx,
    name: &str,
    next: Option<String>,
    elsewhere: bool,
    errors: FormErrors,
) -> ConfirmPage {
    let p = private(ctx, "members-sign-in");
    // Who holds a link alone is not told whose it is.
    let name = if elsewhere { String::new() } else { name.to_owned() };
    ConfirmPage { p, errors, elsewhere, name, next: next.unwrap_or_default() }
}

/// The shell of a page whose address is a secret.
fn private(ctx: &Ctx, title: &str) -> Shell {
    let mut p = Shell::plain(ctx, &ctx.l().t(title));
    p.unlisted = true;
    p
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct ConfirmForm {
    next: String,
    code: String,
}

async fn sign_in(
    ctx: Ctx,
    Path(token): Path<String>,
    headers: HeaderMap,
    Form(form): Form<ConfirmForm>,
) -> Result<Response, Error> {
    let next = Next { next: form.next }.local();
    let opened = match open(&ctx, Purpose::SignIn, &token).await {
        Ok(opened) => opened,
        Err(error) => return spent(&ctx, Purpose::SignIn, error),
    };
    let held = steps::held(&ctx.app, &headers, Kind::Asked);
    let typed: String = form.code.chars().filter(char::is_ascii_digit).collect();
    if !opened.link.is_for(&ctx.app.secrets, held.as_deref(), &typed) {
        actions::wrong_browser(&ctx.app, opened.link.id).await?;
        let mut errors = FormErrors::default();
        errors.add("code", ctx.l().t("members-code-wrong"));
        let page = confirm_page(&ctx, &opened.person.name, next, true, errors);
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, html(&page)?).into_response());
    }
    let waiting = Waiting { device: device_of(&headers), next: next.clone() };
    match actions::sign_in(&ctx.app, &opened, waiting, ctx.viewer.as_ref()).await {
        Ok(entered) => Ok(entering::answer(&ctx, entered, next.as_deref())),
        Err(error) => spent(&ctx, Purpose::SignIn, error),
    }
}

pub(super) fn device_of(headers: &HeaderMap) -> String {
    device(headers.get(USER_AGENT).and_then(|agent| agent.to_str().ok()).unwrap_or_default())
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
    let waiting = Waiting { device: device_of(&headers), next: None };
    match actions::join(&ctx.app, &opened, &name, form.language, waiting, ctx.viewer.as_ref()).await {
        Ok(entered) => Ok(entering::answer(&ctx.in_language(form.language), entered, None)),
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
    Ok(entering::without_session(&ctx.app, response))
}
