//! Publishing by trust and reviewing, over HTTP.

use super::super::actions::{Loaded, Refusal, load};
use super::super::draft::form::DraftForm;
use super::super::draft::routes::again;
use super::super::fields::pages::in_words;
use super::super::model::{CannotSubmit, EditionId};
use super::super::pages::work_path;
use super::super::policy::Denied;
use super::super::routes::{message, refused};
use super::pages::Question;
use super::{actions, may_publish, waits_for};
use crate::web::{Ctx, Error, Form, FormErrors, Routes, Shell, VersionForm, flash, html};
use axum::extract::Path;
use axum::response::Response;
use platform::db::WriteTx;

pub fn add(routes: Routes) -> Routes {
    routes
        .get("/documents/editions/{edition}/own-publication", form)
        .post("/documents/editions/{edition}/own-publication", publish)
        .get("/documents/editions/{edition}/review", review)
        .post("/documents/editions/{edition}/review", accept)
}

async fn form(ctx: Ctx, Path(id): Path<EditionId>) -> Result<Response, Error> {
    let mut tx = ctx.read().await?;
    let actor = ctx.actor();
    let loaded = load(&mut tx, &actor, id).await.map_err(|refusal| refused(&ctx, refusal))?;
    if !may_publish(&mut tx, &actor, &loaded).await.map_err(|refusal| refused(&ctx, refusal))? {
        return Err(refused(&ctx, Denied::Role.into()));
    }
    let p = Shell::new(&ctx, &mut tx, &ctx.l().t("documents-trust-publish")).await?;
    html(&question(&ctx, p, &loaded, false))
}

async fn review(ctx: Ctx, Path(id): Path<EditionId>) -> Result<Response, Error> {
    let mut tx = ctx.read().await?;
    let actor = ctx.actor();
    let loaded = load(&mut tx, &actor, id).await.map_err(|refusal| refused(&ctx, refusal))?;
    if !waits_for(&mut tx, &actor, &loaded).await.map_err(|refusal| refused(&ctx, refusal))? {
        return Err(refused(&ctx, Denied::Role.into()));
    }
    let p = Shell::new(&ctx, &mut tx, &ctx.l().t("documents-trust-review")).await?;
    html(&question(&ctx, p, &loaded, true))
}

pub fn question(ctx: &Ctx, p: Shell, loaded: &Loaded, review: bool) -> Question {
    let (l, edition) = (ctx.l(), &loaded.edition);
    let base = ctx.path(&work_path(edition.id));
    let [text, button, suffix] = if review {
        ["documents-trust-review-text", "documents-trust-accept", "review"]
    } else {
        ["documents-trust-publish-text", "documents-trust-publish", "own-publication"]
    };
    Question {
        p,
        heading: edition.text.title.clone(),
        text: l.t(text).into_owned(),
        action: format!("{base}/{suffix}"),
        button: l.t(button).into_owned(),
        version: edition.version,
        withdraw: review.then(|| format!("{base}/withdrawal")),
        back: base,
    }
}

async fn publish(
    ctx: Ctx,
    Path(id): Path<EditionId>,
    Form(form): Form<VersionForm>,
) -> Result<Response, Error> {
    let mut tx = ctx.write().await?;
    let done = actions::publish(&mut tx, id, form.version).await;
    if let Err(refusal @ Refusal::Submit(CannotSubmit::FilesUnseen)) = &done {
        tx.roll_back().await;
        let mut errors = FormErrors::default();
        errors.add("file", ctx.l().t(message(refusal)));
        // The page of the draft leads to each file.
        return again(&ctx, id, errors, &DraftForm::wish_of(Vec::new())).await;
    }
    if let Err(Refusal::Submit(CannotSubmit::Fields(mistakes))) = &done {
        tx.roll_back().await;
        let mut errors = FormErrors::default();
        for mistake in mistakes {
            errors.add(mistake.at.clone(), in_words(ctx.l(), mistake));
        }
        return again(&ctx, id, errors, &DraftForm::wish_of(Vec::new())).await;
    }
    finish(&ctx, tx, done, &work_path(id), "documents-trust-published").await
}

async fn accept(
    ctx: Ctx,
    Path(id): Path<EditionId>,
    Form(form): Form<VersionForm>,
) -> Result<Response, Error> {
    let mut tx = ctx.write().await?;
    let done = actions::accept(&mut tx, id, form.version).await;
    finish(&ctx, tx, done, "/documents/waiting", "documents-trust-accepted").await
}

async fn finish(
    ctx: &Ctx,
    tx: WriteTx,
    done: Result<(), Refusal>,
    path: &str,
    said: &str,
) -> Result<Response, Error> {
    match done {
        Ok(()) => {
            tx.commit().await?;
            Ok(flash::redirect(ctx, path, &ctx.l().t(said)))
        }
        Err(refusal) => {
            tx.roll_back().await;
            Err(refused(ctx, refusal))
        }
    }
}
