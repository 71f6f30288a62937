//! Files of a draft: sent with the draft's own page, kept by the section of files, attached here.

use super::super::actions::{self, Refusal};
use super::super::model::EditionId;
use super::super::pages::work_path;
use super::super::policy::{self, Action};
use super::super::routes::refused;
use super::super::store;
use super::routes::edit_page;
use crate::features::files::{self, FileId};
use crate::web::flash;
use crate::web::{Ctx, Error, Form, FormErrors, html};
use axum::Json;
use axum::extract::{Multipart, Path};
use axum::response::{IntoResponse, Response};
use futures_util::stream;
use http::{HeaderMap, StatusCode, header};
use serde::Deserialize;

/// Takes a file in and attaches it. The token comes before the file, so nothing is read of a forged form.
pub async fn create(
    ctx: Ctx,
    Path(id): Path<EditionId>,
    headers: HeaderMap,
    mut form: Multipart,
) -> Result<Response, Error> {
    let by_script =
        headers.get(header::ACCEPT).is_some_and(|accept| accept.as_bytes() == b"application/json");
    let mut tx = ctx.read().await?;
    let loaded = actions::load(&mut tx, &ctx.actor(), id).await.map_err(|refusal| refused(&ctx, refusal))?;
    policy::can(&ctx.actor(), Action::Edit, &loaded.context())
        .map_err(|denied| refused(&ctx, denied.into()))?;
    loaded.edition.check_save(loaded.edition.version).map_err(|cannot| refused(&ctx, cannot.into()))?;
    drop(tx);
    let broken = |_| Error::Invalid(ctx.l().t("web-error-invalid-text").into_owned());
    let mut proven = false;
    while let Some(field) = form.next_field().await.map_err(broken)? {
        match field.name() {
            Some("_csrf") => proven = field.text().await.map_err(broken)? == ctx.signed_in()?.csrf,
            Some("file") if !proven => return Err(Error::Forged),
            Some("file") => {
                let name = field.file_name().unwrap_or_default().to_owned();
                let content = stream::unfold(Some(field), |field| async move {
                    let mut field = field?;
                    match field.chunk().await {
                        Ok(Some(bytes)) => Some((Ok(bytes), Some(field))),
                        Ok(None) => None,
                        Err(error) => Some((Err(error), None)),
                    }
                });
                let taken = files::receive(&ctx, content, &name).await;
                return match taken {
                    Ok(file) => attached(&ctx, id, file.id, by_script).await,
                    Err(why) => not_taken(&ctx, id, why.in_words(&ctx.app, ctx.l())?, by_script).await,
                };
            }
            _ => {}
        }
    }
    Err(Error::Invalid(ctx.l().t("web-error-invalid-text").into_owned()))
}

async fn attached(ctx: &Ctx, id: EditionId, file: FileId, by_script: bool) -> Result<Response, Error> {
    let mut tx = ctx.write().await?;
    actions::attach(&mut tx, id, file).await.map_err(|refusal| refused(ctx, refusal))?;
    tx.commit().await?;
    let path = format!("{}/edit", work_path(id));
    if by_script {
        return Ok(Json(serde_json::json!({ "url": ctx.path(&path) })).into_response());
    }
    Ok(flash::redirect(ctx, &path, &ctx.l().t("documents-file-attached")))
}

async fn not_taken(ctx: &Ctx, id: EditionId, why: String, by_script: bool) -> Result<Response, Error> {
    let status = StatusCode::UNPROCESSABLE_ENTITY;
    if by_script {
        return Ok((status, Json(serde_json::json!({ "errors": { "file": why } }))).into_response());
    }
    let mut errors = FormErrors::default();
    errors.add("file", why);
    let edition = store::edition(&mut ctx.read().await?, &ctx.actor(), id).await?.ok_or(Error::NotFound)?;
    let page = edit_page(ctx, edition, errors, None).await?;
    Ok((status, html(&page)?).into_response())
}

#[derive(Deserialize)]
pub struct Nothing {}

pub async fn destroy(
    ctx: Ctx,
    Path((id, file)): Path<(EditionId, FileId)>,
    Form(_): Form<Nothing>,
) -> Result<Response, Error> {
    let mut tx = ctx.write().await?;
    match actions::detach(&mut tx, id, file).await {
        Ok(()) => tx.commit().await?,
        Err(Refusal::Db(error)) => return Err(error.into()),
        Err(refusal) => return Err(refused(&ctx, refusal)),
    }
    Ok(flash::redirect(&ctx, &format!("{}/edit", work_path(id)), &ctx.l().t("documents-file-detached")))
}
