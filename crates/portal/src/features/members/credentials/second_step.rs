//! The second step of a sign-in, and signing in by passkey alone.

use super::entering::{self, Proof, Waiting};
use super::pages::SecondStepPage;
use super::{Factors, Kind, Typed, passkeys, steps, store, take_code};
use crate::features::members::actions::member_of;
use crate::features::members::routes::device_of;
use crate::web::{Ctx, Error, Form, FormErrors, Shell, flash, html, is_local};
use axum::Json;
use axum::response::{IntoResponse, Redirect, Response};
use http::{HeaderMap, StatusCode};
use platform::actor::Actor;
use serde::Deserialize;

pub async fn show(ctx: Ctx, headers: HeaderMap) -> Result<Response, Error> {
    let token = steps::held(&ctx.app, &headers, Kind::SecondStep);
    let mut tx = ctx.read().await?;
    let Some(step) = steps::find(&mut tx, Kind::SecondStep, token.as_deref()).await? else {
        return Ok(begin_again(&ctx));
    };
    let member = step.member.ok_or(Error::NotFound)?;
    let factors = store::factors(&mut tx, member).await?;
    html(&page(&ctx, factors, FormErrors::default()))
}

pub fn page(ctx: &Ctx, factors: Factors, errors: FormErrors) -> SecondStepPage {
    let p = Shell::plain(ctx, &ctx.l().t("members-second-step"));
    let by_passkey = factors.passkeys > 0 && passkeys::available(&ctx.app);
    let p = if by_passkey { p.with_script(ctx, "passkey.js") } else { p };
    SecondStepPage { p, errors, by_app: factors.apps > 0, by_passkey }
}

/// The step is over: it took too long, or was done in another tab.
fn begin_again(ctx: &Ctx) -> Response {
    let target = if ctx.viewer.is_some() { "/" } else { "/sign-in" };
    Redirect::to(&ctx.path(target)).into_response()
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct StepForm {
    code: String,
    /// What a passkey answered, as JSON.
    credential: String,
    next: String,
}

pub async fn create(ctx: Ctx, headers: HeaderMap, Form(form): Form<StepForm>) -> Result<Response, Error> {
    let app = &ctx.app;
    let mut tx = app.db.write(&Actor::Guest).await?;
    let token = steps::held(app, &headers, Kind::SecondStep);
    let step = steps::find(&mut tx, Kind::SecondStep, token.as_deref()).await?;
    let Some((step, member)) = step.and_then(|step| step.member.map(|member| (step, member))) else {
        tx.roll_back().await;
        return Ok(begin_again(&ctx));
    };
    let (person, waiting) = (entering::person(&mut tx, member).await?, step.state::<Waiting>(&app.secrets));
    let (Some(person), Some(waiting)) = (person, waiting) else {
        tx.roll_back().await;
        return Ok(begin_again(&ctx));
    };
    tx.roll_back().await;
    let mut tx = app.db.write(&Actor::Member(member_of(&person))).await?;
    let typed = if form.credential.is_empty() {
        take_code(&mut tx, app, &person, &form.code).await?
    } else {
        let asked = steps::held(app, &headers, Kind::Passkey);
        match passkeys::finish(&mut tx, app, asked.as_deref(), &form.credential).await? {
            Some(holder) if holder == member => Typed::Right,
            _ => Typed::Wrong,
        }
    };
    if let Some(mistake) = typed.mistake() {
        store::fail_step(&mut tx, step.id).await?;
        tx.commit_unrecorded("a wrong code").await?;
        let mut tx = ctx.read().await?;
        let factors = store::factors(&mut tx, member).await?;
        let mut errors = FormErrors::default();
        errors.add("code", ctx.l().t(mistake));
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, html(&page(&ctx, factors, errors))?).into_response());
    }
    if !store::end_step(&mut tx, step.id).await? {
        tx.roll_back().await;
        return Ok(begin_again(&ctx));
    }
    let next = waiting.next.clone().filter(|next| is_local(next));
    let entered = entering::enter(&mut tx, app, &person, Proof::Factor, waiting, ctx.viewer.as_ref()).await?;
    tx.commit().await?;
    Ok(entering::answer(&ctx, entered, next.as_deref()))
}

/// What the browser needs to ask its passkeys. Anybody may have it: it names nobody.
pub async fn challenge(ctx: Ctx) -> Result<Response, Error> {
    if !passkeys::available(&ctx.app) {
        return Err(Error::NotFound);
    }
    let mut tx = ctx.write().await?;
    let (challenge, token) = passkeys::begin(&mut tx, &ctx.app).await?;
    tx.commit_unrecorded("a challenge to a passkey").await?;
    let response = entering::no_store(Json(challenge).into_response());
    Ok(steps::hold(&ctx.app, response, Kind::Passkey, &token))
}

/// By passkey alone: it is a factor, and the device has checked its holder.
pub async fn sign_in(ctx: Ctx, headers: HeaderMap, Form(form): Form<StepForm>) -> Result<Response, Error> {
    let app = &ctx.app;
    let asked = steps::held(app, &headers, Kind::Passkey);
    let mut tx = app.db.write(&Actor::Guest).await?;
    let holder = passkeys::finish(&mut tx, app, asked.as_deref(), &form.credential).await?;
    tx.commit_unrecorded("a challenge that was answered").await?;
    let person = match holder {
        Some(member) => {
            let mut tx = app.db.read().await?;
            crate::features::members::store::active(&mut tx, &[member]).await?.pop()
        }
        None => None,
    };
    let Some(person) = person else {
        let text = ctx.l().t("members-passkey-unknown");
        return Ok(flash::redirect_with(&ctx, "/sign-in", flash::Tone::Warning, &text));
    };
    let next = Some(form.next).filter(|next| is_local(next));
    let waiting = Waiting { device: device_of(&headers), next: None };
    let mut tx = app.db.write(&Actor::Member(member_of(&person))).await?;
    let entered = entering::enter(&mut tx, app, &person, Proof::Factor, waiting, ctx.viewer.as_ref()).await?;
    tx.commit().await?;
    Ok(entering::answer(&ctx, entered, next.as_deref()))
}
