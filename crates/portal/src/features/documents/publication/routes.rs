//! Publication over HTTP: now or at a time, in an emergency, withdrawn or removed.

use super::super::actions::{Loaded, Refusal, load};
use super::super::model::{Edition, EditionId, State};
use super::super::pages::work_path;
use super::super::policy::{self, Action};
use super::super::routes::{message, refused};
use super::actions;
use super::model::{CannotPublish, Manner};
use super::pages::{Emergency, Publish, Withdraw};
use crate::web::flash;
use crate::web::{Ctx, Error, Form, FormErrors, Routes, Shell, VersionForm, html};
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use http::StatusCode;
use serde::Deserialize;

pub fn add(routes: Routes) -> Routes {
    routes
        .get("/documents/editions/{edition}/publication", form)
        .post("/documents/editions/{edition}/publication", create)
        .post("/documents/editions/{edition}/publication/removal", destroy)
        .get("/documents/editions/{edition}/emergency", emergency_form)
        .post("/documents/editions/{edition}/emergency", emergency)
        .get("/documents/editions/{edition}/withdrawal", withdrawal_form)
        .post("/documents/editions/{edition}/withdrawal", withdraw)
}

/// The edition, if this member may do that with it; the shell of the page comes along.
async fn opened(
    ctx: &Ctx,
    id: EditionId,
    action: Action,
    title: &str,
) -> Result<(Edition, Shell, bool), Error> {
    let mut tx = ctx.read().await?;
    let actor = ctx.actor();
    let loaded = load(&mut tx, &actor, id).await.map_err(|refusal| refused(ctx, refusal))?;
    policy::can(&actor, action, &loaded.context()).map_err(|denied| refused(ctx, denied.into()))?;
    let may_remove = policy::can(&actor, Action::Remove, &loaded.context()).is_ok();
    let Loaded { edition, .. } = loaded;
    let p = Shell::new(ctx, &mut tx, &ctx.l().t(title)).await?;
    Ok((edition, p, may_remove))
}

fn status(errors: &FormErrors) -> StatusCode {
    if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY }
}

#[derive(Deserialize, Default)]
struct PublishForm {
    version: i64,
    #[serde(default)]
    when: String,
    #[serde(default)]
    publish_at: String,
}

async fn form(ctx: Ctx, Path(id): Path<EditionId>) -> Result<Response, Error> {
    publish_page(&ctx, id, FormErrors::default(), &PublishForm::default()).await
}

async fn publish_page(
    ctx: &Ctx,
    id: EditionId,
    errors: FormErrors,
    entered: &PublishForm,
) -> Result<Response, Error> {
    let (edition, p, _) = opened(ctx, id, Action::Publish, "documents-publish-title").await?;
    if edition.state != State::Approved {
        return Ok(Redirect::to(&ctx.path(&work_path(id))).into_response());
    }
    let embargo = edition.embargo();
    let publish_at = match (entered.publish_at.is_empty(), embargo) {
        (true, Some(at)) => ctx.l().local_input(at),
        _ => entered.publish_at.clone(),
    };
    let status = status(&errors);
    let page = Publish {
        errors,
        action: ctx.path(&format!("{}/publication", work_path(id))),
        back: ctx.path(&work_path(id)),
        heading: edition.text.title.clone(),
        version: edition.version,
        embargo: embargo.map(|at| ctx.l().date_time(at)),
        when: if entered.when.is_empty() { "now".into() } else { entered.when.clone() },
        publish_at,
        p,
    };
    Ok((status, html(&page)?).into_response())
}

async fn create(
    ctx: Ctx,
    Path(id): Path<EditionId>,
    Form(form): Form<PublishForm>,
) -> Result<Response, Error> {
    let l = ctx.l();
    let mut tx = ctx.write().await?;
    let (done, word) = if form.when == "at" {
        match l.parse_local_input(&form.publish_at) {
            None => (Err(CannotPublish::TimeWrong.into()), ""),
            Some(at) => (actions::schedule(&mut tx, id, form.version, at).await, "documents-scheduled"),
        }
    } else {
        (actions::publish(&mut tx, id, form.version).await, "documents-published")
    };
    match done {
        Ok(()) => {
            tx.commit().await?;
            Ok(flash::redirect(&ctx, &work_path(id), &l.t(word)))
        }
        Err(refusal @ Refusal::Publish(CannotPublish::TimeWrong)) => {
            drop(tx);
            let mut errors = FormErrors::default();
            errors.add("publish_at", l.t(message(&refusal)));
            publish_page(&ctx, id, errors, &form).await
        }
        Err(refusal) => Err(refused(&ctx, refusal)),
    }
}

/// Takes the time of an embargo back.
async fn destroy(
    ctx: Ctx,
    Path(id): Path<EditionId>,
    Form(form): Form<VersionForm>,
) -> Result<Response, Error> {
    let mut tx = ctx.write().await?;
    actions::unschedule(&mut tx, id, form.version).await.map_err(|refusal| refused(&ctx, refusal))?;
    tx.commit().await?;
    Ok(flash::redirect(&ctx, &work_path(id), &ctx.l().t("documents-unscheduled")))
}

#[derive(Deserialize, Default)]
struct EmergencyForm {
    version: i64,
    #[serde(default)]
    reason: String,
}

async fn emergency_form(ctx: Ctx, Path(id): Path<EditionId>) -> Result<Response, Error> {
    emergency_page(&ctx, id, FormErrors::default(), "").await
}

async fn emergency_page(
    ctx: &Ctx,
    id: EditionId,
    errors: FormErrors,
    reason: &str,
) -> Result<Response, Error> {
    let (edition, p, _) = opened(ctx, id, Action::PublishInEmergency, "documents-emergency-title").await?;
    if edition.state != State::Submitted {
        return Ok(Redirect::to(&ctx.path(&work_path(id))).into_response());
    }
    let status = status(&errors);
    let page = Emergency {
        errors,
        action: ctx.path(&format!("{}/emergency", work_path(id))),
        back: ctx.path(&work_path(id)),
        heading: edition.text.title.clone(),
        version: edition.version,
        reason: reason.to_owned(),
        p,
    };
    Ok((status, html(&page)?).into_response())
}

async fn emergency(
    ctx: Ctx,
    Path(id): Path<EditionId>,
    Form(form): Form<EmergencyForm>,
) -> Result<Response, Error> {
    let mut tx = ctx.write().await?;
    match actions::publish_in_emergency(&mut tx, id, form.version, &form.reason).await {
        Ok(()) => {
            tx.commit().await?;
            Ok(flash::redirect(&ctx, &work_path(id), &ctx.l().t("documents-published-in-emergency")))
        }
        Err(refusal @ Refusal::Publish(CannotPublish::ReasonMissing)) => {
            drop(tx);
            let mut errors = FormErrors::default();
            errors.add("reason", ctx.l().t(message(&refusal)));
            emergency_page(&ctx, id, errors, &form.reason).await
        }
        Err(refusal) => Err(refused(&ctx, refusal)),
    }
}

#[derive(Deserialize, Default)]
struct WithdrawForm {
    version: i64,
    #[serde(default)]
    manner: String,
    #[serde(default)]
    reason: String,
}

async fn withdrawal_form(ctx: Ctx, Path(id): Path<EditionId>) -> Result<Response, Error> {
    withdrawal_page(&ctx, id, FormErrors::default(), &WithdrawForm::default()).await
}

async fn withdrawal_page(
    ctx: &Ctx,
    id: EditionId,
    errors: FormErrors,
    entered: &WithdrawForm,
) -> Result<Response, Error> {
    let (edition, p, may_remove) = opened(ctx, id, Action::Withdraw, "documents-withdraw-title").await?;
    if !edition.state.is_public() {
        return Ok(Redirect::to(&ctx.path(&work_path(id))).into_response());
    }
    let status = status(&errors);
    let page = Withdraw {
        errors,
        action: ctx.path(&format!("{}/withdrawal", work_path(id))),
        back: ctx.path(&work_path(id)),
        heading: edition.text.title.clone(),
        version: edition.version,
        manner: if entered.manner.is_empty() { "withdrawn".into() } else { entered.manner.clone() },
        may_remove,
        reason: entered.reason.clone(),
        p,
    };
    Ok((status, html(&page)?).into_response())
}

async fn withdraw(
    ctx: Ctx,
    Path(id): Path<EditionId>,
    Form(form): Form<WithdrawForm>,
) -> Result<Response, Error> {
    let manner = Manner::parse(&form.manner).unwrap_or(Manner::Withdrawn);
    let mut tx = ctx.write().await?;
    match actions::withdraw(&mut tx, id, form.version, manner, &form.reason).await {
        Ok(()) => {
            tx.commit().await?;
            let key = match manner {
                Manner::Withdrawn => "documents-withdrawn",
                Manner::Removed => "documents-removed",
            };
            Ok(flash::redirect(&ctx, &work_path(id), &ctx.l().t(key)))
        }
        Err(refusal @ Refusal::Publish(CannotPublish::ReasonMissing)) => {
            drop(tx);
            let mut errors = FormErrors::default();
            errors.add("reason", ctx.l().t(message(&refusal)));
            withdrawal_page(&ctx, id, errors, &form).await
        }
        Err(refusal) => Err(refused(&ctx, refusal)),
    }
}
