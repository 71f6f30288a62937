//! "Is it you?": before acts that a browser left open must not be enough for. A passkey, a code of the app or from paper;
//! for who has none of these, a code by mail. What was entered on the way here comes back.

use super::pages::ConfirmItIsYouPage;
use super::{Factors, Kind, Typed, entering, passkeys, steps, store, take_code};
use crate::features::members::model::Person;
use crate::features::members::{actions, mails};
use crate::web::{Ctx, Error, Form, FormErrors, Shell, Viewer, give_back, html, is_local};
use axum::response::{IntoResponse, Redirect, Response};
use http::{HeaderMap, StatusCode};
use platform::db::WriteTx;
use serde::Deserialize;

/// The key's word for the codes that go out by mail.
const MAIL_CODE: &str = "members.mail-code";

/// What is asked of somebody.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Ask {
    /// What they have set up.
    Factor(Factors),
    /// They have nothing: a code may be sent.
    SendCode,
    /// It is on its way.
    MailCode,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct ConfirmForm {
    code: String,
    credential: String,
    next: String,
    /// The form that waits for this, as it was sent. One that held nothing waits, too.
    kept: String,
    posted: String,
    /// "Send me a code".
    send: String,
}

impl ConfirmForm {
    fn waiting(&self) -> Option<&str> {
        (!self.posted.is_empty()).then_some(self.kept.as_str())
    }
}

pub async fn show(ctx: Ctx) -> Result<Response, Error> {
    let form: ConfirmForm =
        serde_html_form::from_str(ctx.uri.query().unwrap_or_default()).unwrap_or_default();
    let form = ConfirmForm { next: form.next, ..ConfirmForm::default() };
    first(&ctx, &form).await
}

/// The same page in the place of an answer to a form.
pub async fn ask(ctx: &Ctx, sent: &[u8]) -> Result<Response, Error> {
    let fields = form_urlencoded::parse(sent).filter(|(name, _)| name != "_csrf");
    let kept = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
    let form = ConfirmForm { next: ctx.uri.to_string(), kept, posted: "1".into(), ..ConfirmForm::default() };
    let mut response = first(ctx, &form).await?;
    *response.status_mut() = StatusCode::FORBIDDEN;
    Ok(response)
}

async fn first(ctx: &Ctx, form: &ConfirmForm) -> Result<Response, Error> {
    let viewer = ctx.signed_in()?;
    let factors = store::factors(&mut ctx.read().await?, viewer.member.id).await?;
    let ask = if factors.any() { Ask::Factor(factors) } else { Ask::SendCode };
    html(&page(ctx, ask, &form.next, form.waiting(), FormErrors::default()))
}

pub fn page(ctx: &Ctx, ask: Ask, next: &str, kept: Option<&str>, errors: FormErrors) -> ConfirmItIsYouPage {
    let p = Shell::plain(ctx, &ctx.l().t("members-confirm-you"));
    let (by_app, by_passkey) = match ask {
        Ask::Factor(factors) => (factors.apps > 0, factors.passkeys > 0 && passkeys::available(&ctx.app)),
        _ => (false, false),
    };
    let p = if by_passkey { p.with_script(ctx, "passkey.js") } else { p };
    ConfirmItIsYouPage {
        p,
        errors,
        by_app,
        by_passkey,
        to_send: ask == Ask::SendCode,
        by_mail: ask == Ask::MailCode,
        next: Some(next).filter(|next| is_local(next)).unwrap_or_default().to_owned(),
        kept: kept.map(str::to_owned),
    }
}

pub async fn create(ctx: Ctx, headers: HeaderMap, Form(form): Form<ConfirmForm>) -> Result<Response, Error> {
    let viewer = ctx.signed_in()?;
    let mut tx = ctx.write().await?;
    let person = entering::person(&mut tx, viewer.member.id).await?.ok_or(Error::SignIn)?;
    let factors = store::factors(&mut tx, person.id).await?;
    if !form.send.is_empty() && !factors.any() {
        return send_code(&ctx, tx, &person, &form).await;
    }
    let (typed, ask) = if factors.any() {
        let typed = if form.credential.is_empty() {
            take_code(&mut tx, &ctx.app, &person, &form.code).await?
        } else {
            let asked = steps::held(&ctx.app, &headers, Kind::Passkey);
            match passkeys::finish(&mut tx, &ctx.app, asked.as_deref(), &form.credential).await? {
                Some(holder) if holder == person.id => Typed::Right,
                _ => Typed::Wrong,
            }
        };
        (typed, Ask::Factor(factors))
    } else {
        (take_mail_code(&mut tx, &ctx, &headers, &person, &form.code).await?, Ask::MailCode)
    };
    if let Some(mistake) = typed.mistake() {
        tx.commit_unrecorded("a wrong code").await?;
        let mut errors = FormErrors::default();
        errors.add("code", ctx.l().t(mistake));
        let page = html(&page(&ctx, ask, &form.next, form.waiting(), errors))?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    }
    let token = entering::confirm(&mut tx, viewer.session).await?;
    tx.commit_unrecorded("a session whose holder showed who they are").await?;
    let next = Some(form.next.as_str()).filter(|next| is_local(next));
    let response = match next {
        Some(action) if form.waiting().is_some() => {
            let viewer = Viewer { fresh: true, ..viewer.clone() };
            give_back(&ctx.as_viewer(viewer), action, form.kept.as_bytes())
        }
        next => Redirect::to(next.unwrap_or(&ctx.path("/account"))).into_response(),
    };
    Ok(entering::with_session(&ctx.app, response, &token))
}

/// The code is made from the step's id when the mail is rendered; neither the outbox nor the step holds it.
async fn send_code(
    ctx: &Ctx,
    mut tx: WriteTx,
    person: &Person,
    form: &ConfirmForm,
) -> Result<Response, Error> {
    store::end_steps_of(&mut tx, person.id, Kind::MailCode).await?;
    let standing = store::standing(&mut tx, person.id).await?.unwrap_or_default();
    if standing.must_wait(tx.now()) || !actions::may_have_mail(&mut tx, person.id).await? {
        tx.roll_back().await;
        let mut errors = FormErrors::default();
        errors.add("code", ctx.l().t("members-code-wait"));
        let page = html(&page(ctx, Ask::SendCode, &form.next, form.waiting(), errors))?;
        return Ok((StatusCode::TOO_MANY_REQUESTS, page).into_response());
    }
    let token = steps::begin(&mut tx, &ctx.app.secrets, Kind::MailCode, Some(person.id), &()).await?;
    let step =
        steps::find(&mut tx, Kind::MailCode, Some(&token)).await?.expect("it was begun in the line above");
    store::note_mailed(&mut tx, person.id).await?;
    mails::queue_code(&mut tx, person.id, step.id).await?;
    tx.commit_unrecorded("a code by mail; its use makes the session fresh").await?;
    let response = html(&page(ctx, Ask::MailCode, &form.next, form.waiting(), FormErrors::default()))?;
    Ok(steps::hold(&ctx.app, response, Kind::MailCode, &token))
}

async fn take_mail_code(
    tx: &mut WriteTx,
    ctx: &Ctx,
    headers: &HeaderMap,
    person: &Person,
    typed: &str,
) -> Result<Typed, Error> {
    let token = steps::held(&ctx.app, headers, Kind::MailCode);
    let step = steps::find(tx, Kind::MailCode, token.as_deref()).await?;
    let Some(step) = step.filter(|step| step.member == Some(person.id)) else { return Ok(Typed::Wrong) };
    let digits: String = typed.chars().filter(char::is_ascii_digit).collect();
    if digits != code_of(&ctx.app.secrets, step.id) {
        store::fail_step(tx, step.id).await?;
        store::note_wrong_code(tx, person.id).await?;
        return Ok(Typed::Wrong);
    }
    if !store::end_step(tx, step.id).await? {
        return Ok(Typed::Wrong);
    }
    store::forgive(tx, person.id).await?;
    Ok(Typed::Right)
}

/// The eight digits of a code that goes out by mail.
pub fn code_of(secrets: &platform::secrets::Secrets, step: i64) -> String {
    secrets.digits(MAIL_CODE, &step.to_be_bytes(), 8)
}
