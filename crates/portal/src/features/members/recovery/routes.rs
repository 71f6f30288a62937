//! The pages of a recovery: the chair's form, and the question to the second member.

use super::{
    CannotRecover, ConfirmRecoveryPage, Recovery, RecoveryId, RecoveryPage, may_begin, may_confirm,
    may_refuse, store,
};
use crate::features::members::store as members;
use crate::web::{Ctx, Error, Form, FormErrors, Shell, flash, html};
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use platform::actor::MemberId;
use platform::lang::Arg;
use serde::Deserialize;

fn denied(ctx: &Ctx) -> Error {
    Error::Denied(ctx.l().t("members-denied").into_owned())
}

fn refused(ctx: &Ctx, error: CannotRecover) -> Error {
    match error {
        CannotRecover::Denied => denied(ctx),
        CannotRecover::NotFound => Error::NotFound,
        CannotRecover::Reason => Error::Invalid(ctx.l().t("members-recovery-reason-missing").into_owned()),
        CannotRecover::Db(error) => error.into(),
    }
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct ReasonForm {
    reason: String,
}

pub async fn show(ctx: Ctx, Path(id): Path<MemberId>) -> Result<Response, Error> {
    if !may_begin(&ctx.actor(), id) {
        return Err(denied(&ctx));
    }
    let listed = members::by_id(&mut ctx.read().await?, id).await?.ok_or(Error::NotFound)?;
    html(&page(&ctx, id, &listed.person.name, "", FormErrors::default()))
}

pub fn page(ctx: &Ctx, id: MemberId, name: &str, reason: &str, errors: FormErrors) -> RecoveryPage {
    let l = ctx.l();
    RecoveryPage {
        p: Shell::plain(ctx, &l.t("members-recovery")).crumb(ctx.path("/members"), l.t("members-index")),
        errors,
        action: ctx.path(&format!("/members/{id}/recovery")),
        text: l.f1("members-recovery-text", "name", name),
        reason: reason.to_owned(),
    }
}

pub async fn create(
    ctx: Ctx,
    Path(id): Path<MemberId>,
    Form(form): Form<ReasonForm>,
) -> Result<Response, Error> {
    if !may_begin(&ctx.actor(), id) {
        return Err(denied(&ctx));
    }
    ctx.fresh_factor()?;
    let mut tx = ctx.write().await?;
    match super::begin(&mut tx, id, &form.reason).await {
        Ok(_) => tx.commit().await?,
        Err(CannotRecover::Reason) => {
            tx.roll_back().await;
            let listed = members::by_id(&mut ctx.read().await?, id).await?.ok_or(Error::NotFound)?;
            let mut errors = FormErrors::default();
            errors.add("reason", ctx.l().t("members-recovery-reason-missing"));
            let page = html(&page(&ctx, id, &listed.person.name, &form.reason, errors))?;
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
        }
        Err(error) => return Err(refused(&ctx, error)),
    }
    Ok(flash::redirect(&ctx, "/members", &ctx.l().t("members-recovery-begun")))
}

pub async fn question(ctx: Ctx, Path(id): Path<RecoveryId>) -> Result<Response, Error> {
    let mut tx = ctx.read().await?;
    let recovery = store::get(&mut tx, id).await?.ok_or(Error::NotFound)?;
    if !may_refuse(&ctx.actor(), &recovery) {
        return Err(denied(&ctx));
    }
    let names = members::names(&mut tx, &[recovery.member, recovery.begun_by]).await?;
    html(&confirm_page(&ctx, &recovery, &names))
}

pub fn confirm_page(ctx: &Ctx, recovery: &Recovery, names: &[(MemberId, String)]) -> ConfirmRecoveryPage {
    let l = ctx.l();
    let name = |id: MemberId| names.iter().find(|(known, _)| *known == id).map_or("", |(_, name)| name);
    let args = [("name", Arg::from(name(recovery.member))), ("chair", name(recovery.begun_by).into())];
    ConfirmRecoveryPage {
        p: Shell::plain(ctx, &l.t("members-recovery")),
        action: ctx.path(&format!("/recoveries/{}", recovery.id)),
        text: l.f("members-recovery-question", &args),
        reason: recovery.reason.clone(),
        may_confirm: may_confirm(&ctx.actor(), recovery),
        until: l.f1("members-recovery-until", "time", l.date_time(recovery.expires_at)),
    }
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Decision {
    decision: String,
}

pub async fn decide(
    ctx: Ctx,
    Path(id): Path<RecoveryId>,
    Form(form): Form<Decision>,
) -> Result<Response, Error> {
    let confirms = form.decision == "confirm";
    // Whose account it is may object before they have set anything up.
    if confirms {
        ctx.fresh_factor()?
    } else {
        ctx.fresh()?
    };
    let mut tx = ctx.write().await?;
    let (done, said) = if confirms {
        (super::confirm(&mut tx, id).await.map(drop), "members-recovery-confirmed")
    } else {
        (super::refuse(&mut tx, id).await, "members-recovery-refused")
    };
    done.map_err(|error| refused(&ctx, error))?;
    tx.commit().await?;
    Ok(flash::redirect(&ctx, "/members", &ctx.l().t(said)))
}
