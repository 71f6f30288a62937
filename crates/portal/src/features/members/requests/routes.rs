//! The public form, and the pages of the chair.

use super::super::actions::{CannotInvite, Freshness};
use super::super::routes::languages;
use super::super::routes::people::{denied, not_fresh, organisation_options, role_options, with_any};
use super::super::{policy, store as people};
use super::actions::{self, CannotDecide, Place};
use super::model::{NewRequest, Reason, Request, RequestId};
use super::pages::{AskPage, AskedPage, DecidePage, RequestsPage, Row};
use super::store;
use crate::features::organisations::{self, Organisation};
use crate::web::{Ctx, Error, Form, FormErrors, Routes, Shell, flash, html};
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use http::StatusCode;
use platform::actor::Role;
use platform::lang::Lang;
use serde::Deserialize;

pub fn add(routes: Routes) -> Routes {
    routes
        .open("/join", new)
        .open_post("/join", create)
        .open("/join/sent", sent)
        .get("/members/requests", index)
        .get("/members/requests/{request}", show)
        .post("/members/requests/{request}/acceptance", accept)
        .post("/members/requests/{request}/refusal", decline)
}

#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct AskForm {
    name: String,
    email: String,
    organisation: String,
    organisation_name: String,
    reason: String,
    language: String,
    /// People do not see this field; what fills it is no person.
    nickname: String,
}

async fn new(ctx: Ctx) -> Result<Response, Error> {
    let organisations = organisations::all(&mut ctx.read().await?).await?;
    html(&ask_page(&ctx, AskForm::default(), &organisations, FormErrors::default()))
}

pub fn ask_page(ctx: &Ctx, form: AskForm, organisations: &[Organisation], errors: FormErrors) -> AskPage {
    let l = ctx.l();
    let language = Lang::parse(&form.language).unwrap_or(ctx.lang);
    AskPage {
        p: Shell::plain(ctx, &l.t("members-ask")),
        errors,
        full_name: form.name,
        email: form.email,
        organisation: form.organisation,
        organisations: with_any(organisation_options(ctx, organisations), &l.t("members-request-other")),
        organisation_name: form.organisation_name,
        reason: form.reason,
        language: language.code().to_owned(),
        languages: languages(),
    }
}

/// Answers the same whoever asks and whatever becomes of it.
async fn create(ctx: Ctx, Form(form): Form<AskForm>) -> Result<Response, Error> {
    let organisations = organisations::all(&mut ctx.read().await?).await?;
    let chosen = organisations.iter().find(|it| it.id.to_string() == form.organisation);
    let entered = NewRequest {
        email: form.email.clone(),
        name: form.name.clone(),
        organisation: chosen.map(|it| it.id),
        organisation_name: form.organisation_name.clone(),
        reason: form.reason.clone(),
        language: Lang::parse(&form.language).unwrap_or(ctx.lang),
    };
    match entered.checked() {
        Ok(request) => {
            if form.nickname.is_empty() {
                actions::ask(&ctx.app, &request).await?;
            }
            Ok(Redirect::to(&ctx.path("/join/sent")).into_response())
        }
        Err(mistakes) => {
            let mut errors = FormErrors::default();
            for (field, key) in mistakes {
                errors.add(field, ctx.l().t(key));
            }
            let page = ask_page(&ctx, form, &organisations, errors);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, html(&page)?).into_response())
        }
    }
}

async fn sent(ctx: Ctx) -> Result<Response, Error> {
    html(&asked_page(&ctx))
}

pub fn asked_page(ctx: &Ctx) -> AskedPage {
    AskedPage { p: Shell::plain(ctx, &ctx.l().t("members-asked")) }
}

fn name_of(ctx: &Ctx, request: &Request, organisations: &[Organisation]) -> String {
    let known = organisations.iter().find(|it| Some(it.id) == request.organisation);
    known.map_or_else(|| request.organisation_name.clone(), |it| it.name.get(ctx.lang).clone())
}

async fn index(ctx: Ctx) -> Result<Response, Error> {
    if !policy::may_review(&ctx.actor()) {
        return Err(denied(&ctx));
    }
    let mut tx = ctx.read().await?;
    let (requests, organisations) = (store::open(&mut tx).await?, organisations::all(&mut tx).await?);
    let p = Shell::new(&ctx, &mut tx, &ctx.l().t("members-requests")).await?;
    html(&list(&ctx, p, &requests, &organisations))
}

pub fn list(ctx: &Ctx, p: Shell, requests: &[Request], organisations: &[Organisation]) -> RequestsPage {
    let row = |request: &Request| Row {
        href: ctx.path(&format!("/members/requests/{}", request.id)),
        name: request.name.clone(),
        organisation: name_of(ctx, request, organisations),
        when: ctx.l().date(request.created_at),
    };
    let p = p.crumb(ctx.path("/members"), ctx.l().t("members-index"));
    RequestsPage { p, rows: requests.iter().map(row).collect() }
}

async fn show(ctx: Ctx, Path(id): Path<RequestId>) -> Result<Response, Error> {
    html(&decide(&ctx, id, FormErrors::default()).await?)
}

async fn decide(ctx: &Ctx, id: RequestId, errors: FormErrors) -> Result<DecidePage, Error> {
    if !policy::may_review(&ctx.actor()) {
        return Err(denied(ctx));
    }
    let mut tx = ctx.read().await?;
    let request = store::get(&mut tx, id).await?.ok_or(Error::NotFound)?;
    let organisations = organisations::all(&mut tx).await?;
    let known = people::by_email(&mut tx, &request.email).await?.is_some();
    let p = Shell::new(ctx, &mut tx, &ctx.l().t("members-request")).await?;
    Ok(decide_page(ctx, p, request, &organisations, known, errors))
}

pub fn decide_page(
    ctx: &Ctx,
    p: Shell,
    request: Request,
    organisations: &[Organisation],
    known: bool,
    errors: FormErrors,
) -> DecidePage {
    let l = ctx.l();
    let reasons = Reason::ALL.map(|it| (it.code().to_owned(), l.t(it.label()).into_owned()));
    let decided = request.decided_at.map(|at| {
        let accepted = request.decision.as_deref() == Some("accepted");
        let key = if accepted { "members-request-accepted-on" } else { "members-request-declined-on" };
        l.f1(key, "date", l.date(at))
    });
    DecidePage {
        p: p.crumb(ctx.path("/members"), l.t("members-index"))
            .crumb(ctx.path("/members/requests"), l.t("members-requests")),
        errors,
        organisation_name: name_of(ctx, &request, organisations),
        is_new: request.organisation.is_none(),
        organisation: request.organisation.map(|id| id.to_string()).unwrap_or_default(),
        organisations: with_any(organisation_options(ctx, organisations), &l.t("members-choose")),
        role: Role::Contributor.code().to_owned(),
        roles: role_options(ctx),
        reasons: reasons.to_vec(),
        action: ctx.path(&format!("/members/requests/{}", request.id)),
        full_name: request.name,
        email: request.email,
        language: request.language.own_name().to_owned(),
        reason: request.reason,
        when: l.date_time(request.created_at),
        known,
        decided,
    }
}

#[derive(Deserialize)]
struct AcceptForm {
    #[serde(default)]
    organisation: String,
    role: Role,
}

async fn accept(
    ctx: Ctx,
    Path(id): Path<RequestId>,
    Form(form): Form<AcceptForm>,
) -> Result<Response, Error> {
    if !policy::may_review(&ctx.actor()) {
        return Err(denied(&ctx));
    }
    let mut read = ctx.read().await?;
    let request = store::get(&mut read, id).await?.ok_or(Error::NotFound)?;
    let chosen = organisations::all(&mut read).await?;
    let chosen = chosen.into_iter().find(|it| it.id.to_string() == form.organisation);
    drop(read);
    let mut errors = FormErrors::default();
    let Some(organisation) = chosen else {
        errors.add("organisation", ctx.l().t("members-organisation-missing"));
        return Ok(
            (StatusCode::UNPROCESSABLE_ENTITY, html(&decide(&ctx, id, errors).await?)?).into_response()
        );
    };
    let place = Place { organisation: organisation.id, role: form.role, language: request.language };
    let mut tx = ctx.write().await?;
    match actions::accept(&mut tx, id, place, Freshness::of(&ctx)).await {
        Ok(()) => {
            tx.commit().await?;
            let said = ctx.l().f1("members-invited", "email", request.email.as_str());
            Ok(flash::redirect(&ctx, "/members/requests", &said))
        }
        Err(CannotDecide::Invite(CannotInvite::Member)) => {
            tx.roll_back().await;
            errors.add("organisation", ctx.l().t("members-email-known"));
            Ok((StatusCode::UNPROCESSABLE_ENTITY, html(&decide(&ctx, id, errors).await?)?).into_response())
        }
        Err(error) => {
            tx.roll_back().await;
            Err(refused(&ctx, error))
        }
    }
}

fn refused(ctx: &Ctx, error: CannotDecide) -> Error {
    match error {
        CannotDecide::Denied | CannotDecide::Invite(CannotInvite::Denied) => denied(ctx),
        CannotDecide::Invite(CannotInvite::NotFresh) => not_fresh(ctx),
        CannotDecide::Gone => Error::Conflict(ctx.l().t("members-request-gone").into_owned()),
        CannotDecide::Db(error) | CannotDecide::Invite(CannotInvite::Db(error)) => error.into(),
        CannotDecide::Invite(_) => Error::Invalid(ctx.l().t("members-email-wrong").into_owned()),
    }
}

#[derive(Deserialize)]
struct DeclineForm {
    #[serde(default)]
    why: String,
    #[serde(default)]
    note: String,
}

async fn decline(
    ctx: Ctx,
    Path(id): Path<RequestId>,
    Form(form): Form<DeclineForm>,
) -> Result<Response, Error> {
    let reason = Reason::parse(&form.why);
    let reason = reason.ok_or_else(|| Error::Invalid(ctx.l().t("web-error-invalid-text").into_owned()))?;
    let mut tx = ctx.write().await?;
    match actions::decline(&mut tx, id, reason, &form.note).await {
        Ok(()) => {
            tx.commit().await?;
            Ok(flash::redirect(&ctx, "/members/requests", &ctx.l().t("members-request-declined")))
        }
        Err(error) => {
            tx.roll_back().await;
            Err(refused(&ctx, error))
        }
    }
}
