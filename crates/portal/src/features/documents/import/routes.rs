//! The form beside the one that begins an empty draft: a Word document, and what it is.

use super::super::actions;
use super::super::draft::routes::{NewForm, new_page};
use super::super::model::Kind;
use super::super::pages::work_path;
use super::super::policy::{self, Denied};
use super::super::routes::refused;
use super::{CannotTake, Importer};
use crate::features::files::{self, Fields, Upload};
use crate::web::flash::{self, Tone};
use crate::web::{Ctx, Error, FormErrors, Routes, Shell, html};
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use platform::lang::Lang;

pub fn add(routes: Routes) -> Routes {
    routes.post("/documents/import", create)
}

async fn create(ctx: Ctx, mut form: Upload) -> Result<Response, Error> {
    if !policy::can_create(&ctx.signed_in()?.member) {
        return Err(refused(&ctx, Denied::Role.into()));
    }
    let l = ctx.l();
    let mut sent = Fields::default();
    let mut file = Err(files::Refused::NoFile);
    while let Some(mut field) = form.next(&ctx).await? {
        if field.name() == Some("file") {
            file = files::put_aside(&ctx, &mut field, u64::MAX).await;
            // What follows a file that broke off cannot be read.
            break;
        }
        sent.read(&ctx, field).await?;
    }
    let entered = NewForm {
        kind: sent.value("import_kind").to_owned(),
        language: sent.value("import_language").to_owned(),
        title: String::new(),
    };
    let (kind, language) = (Kind::parse(&entered.kind), Lang::parse(&entered.language));
    let mut errors = FormErrors::default();
    if kind.is_none() {
        errors.add("import_kind", l.t("documents-choose-kind"));
    }
    if language.is_none() {
        errors.add("import_language", l.t("documents-choose-language"));
    }
    let taken = match file {
        Err(why) => Err(CannotTake::Refused(why)),
        // No browser sends a file a second time by itself, so it is not read for a form that comes back anyway.
        Ok(_) if !errors.is_empty() => Err(CannotTake::Again),
        Ok(file) => ctx.app.part::<Importer>().take(file).await,
    };
    let taken = match (kind, language, taken) {
        (Some(kind), Some(language), Ok(taken)) => (kind, language, taken),
        (_, _, taken) => {
            let why = match taken {
                Ok(_) | Err(CannotTake::Again) => l.t("documents-import-again").into_owned(),
                Err(CannotTake::NoDocx) => l.t("documents-import-no-docx").into_owned(),
                Err(CannotTake::NoText) => l.t("documents-import-no-text").into_owned(),
                Err(CannotTake::TooLong) => l.t("documents-import-too-long").into_owned(),
                Err(CannotTake::Refused(why)) => why.in_words(&ctx.app, l)?,
            };
            errors.add("file", why);
            let p = Shell::new(&ctx, &mut ctx.read().await?, &l.t("documents-new-title")).await?;
            let page = html(&new_page(&ctx, p, errors, &entered))?;
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
        }
    };
    let (kind, language, taken) = taken;
    let mut tx = ctx.write().await?;
    let id = actions::create(&mut tx, kind, language, &taken.text())
        .await
        .map_err(|refusal| refused(&ctx, refusal))?;
    tx.commit().await?;
    let tone = if taken.dropped.is_empty() { Tone::Success } else { Tone::Warning };
    Ok(flash::redirect_with(&ctx, &format!("{}/edit", work_path(id)), tone, &taken.in_words(l)))
}
