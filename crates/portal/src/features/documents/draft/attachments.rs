//! Files of a draft: sent with the draft's own page, kept by the section of files, attached here. The buttons of the
//! page send the whole draft along, so that what was typed is saved before a file comes or goes; the script that shows
//! progress sends the file alone, since it saves by itself.

use super::super::actions;
use super::super::model::EditionId;
use super::super::policy::{self, Action};
use super::super::routes::refused;
use super::form::DraftForm;
use super::routes::{Sent, again, by_script, keep};
use crate::features::files::{self, Confirmed, Fields, FileId, Refused, Upload};
use crate::web::flash;
use crate::web::{Ctx, Error, Form, FormErrors};
use axum::Json;
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, StatusCode};

/// Takes a file in and attaches it.
pub async fn create(
    ctx: Ctx,
    Path(id): Path<EditionId>,
    headers: HeaderMap,
    mut upload: Upload,
) -> Result<Response, Error> {
    let mut tx = ctx.read().await?;
    let loaded = actions::load(&mut tx, &ctx.actor(), id).await.map_err(|refusal| refused(&ctx, refusal))?;
    policy::can(&ctx.actor(), Action::Edit, &loaded.context())
        .map_err(|denied| refused(&ctx, denied.into()))?;
    drop(tx);
    let mut fields = Fields::default();
    while let Some(mut field) = upload.next(&ctx).await? {
        if field.name() != Some("file") {
            fields.read(&ctx, field).await?;
            continue;
        }
        let form = DraftForm { fields: fields.pairs, by_script: by_script(&headers) };
        return match with_its_draft(&ctx, id, &form).await? {
            Some(answer) => {
                files::turn_down(&ctx, &mut field).await;
                Ok(answer)
            }
            None => match files::take_in(&ctx, &mut field, Confirmed::BySender).await {
                Ok(file) => attached(&ctx, id, file.id, &form).await,
                Err(why) => not_taken(&ctx, id, why, &form).await,
            },
        };
    }
    let form = DraftForm { fields: fields.pairs, by_script: by_script(&headers) };
    not_taken(&ctx, id, Refused::NoFile, &form).await
}

/// Saves the draft that came along, if it did; an answer if it could not be saved.
async fn with_its_draft(ctx: &Ctx, id: EditionId, form: &DraftForm) -> Result<Option<Response>, Error> {
    if form.value("version").is_none() {
        return Ok(None);
    }
    match keep(ctx, id, form).await? {
        Sent::Saved(..) => Ok(None),
        Sent::Answered(answer) => Ok(Some(answer)),
    }
}

async fn attached(ctx: &Ctx, id: EditionId, file: FileId, form: &DraftForm) -> Result<Response, Error> {
    let mut tx = ctx.write().await?;
    let version = actions::attach(&mut tx, id, file).await.map_err(|refusal| refused(ctx, refusal))?;
    tx.commit().await?;
    if form.by_script {
        let url = ctx.path(&form.page(id));
        return Ok(Json(serde_json::json!({ "url": url, "version": version })).into_response());
    }
    Ok(flash::redirect(ctx, &form.page(id), &ctx.l().t("documents-file-attached")))
}

async fn not_taken(ctx: &Ctx, id: EditionId, why: Refused, form: &DraftForm) -> Result<Response, Error> {
    let why = why.in_words(&ctx.app, ctx.l())?;
    if form.by_script {
        let answer = Json(serde_json::json!({ "errors": { "file": why } }));
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, answer).into_response());
    }
    let mut errors = FormErrors::default();
    errors.add("file", why);
    again(ctx, id, errors, form).await
}

pub async fn destroy(
    ctx: Ctx,
    Path((id, file)): Path<(EditionId, FileId)>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Error> {
    let form = DraftForm { fields, by_script: false };
    if let Some(answer) = with_its_draft(&ctx, id, &form).await? {
        return Ok(answer);
    }
    let mut tx = ctx.write().await?;
    actions::detach(&mut tx, id, file).await.map_err(|refusal| refused(&ctx, refusal))?;
    tx.commit().await?;
    Ok(flash::redirect(&ctx, &form.page(id), &ctx.l().t("documents-file-detached")))
}
