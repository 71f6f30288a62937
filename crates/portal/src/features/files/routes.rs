//! The pages and addresses of files.

use super::actions::{self, Refused};
use super::model::{File, FileId, MediaType};
use super::pages::{ListPage, Listed, NewPage, ShowPage};
use super::respond::{Disposition, respond};
use super::store::{self, Filter};
use super::{Upload, events, path, policy};
use crate::features::organisations;
use crate::web::{Ctx, Entry, Error, Form, FormErrors, Routes, Shell, flash, html, public_html};
use axum::extract::{Path, Query};
use axum::response::{IntoResponse, Redirect, Response};
use http::header::{ACCEPT, CONTENT_TYPE, LOCATION};
use http::{HeaderMap, StatusCode};
use platform::db::ReadTx;
use platform::lang::L10n;
use platform::subject::Subject;
use serde::Deserialize;
use serde_json::json;

const ON_A_PAGE: usize = 50;

pub fn routes() -> Routes {
    Routes::new()
        .get("/files", index)
        .get("/files/new", new)
        .post("/files/new", create)
        .public("/files/{id}", show)
        .post("/files/{id}/confirmation", confirm)
        .post("/files/{id}/removal", remove)
        .bare("/files/{id}/{name}", Entry::Open, content)
        .bare("/files/{id}/thumbnail", Entry::Open, thumbnail)
}

/// The file, if this actor may read it; for everybody else it does not exist.
async fn readable(ctx: &Ctx, tx: &mut ReadTx, id: &str) -> Result<File, Error> {
    let id: FileId = id.parse().map_err(|_| Error::NotFound)?;
    match store::readable(tx, &ctx.actor(), &[id]).await?.pop() {
        Some(file) => Ok(file),
        None if store::is_withdrawn(tx, id).await? => Err(Error::Gone),
        None => Err(Error::NotFound),
    }
}

async fn content(
    ctx: Ctx,
    Path((id, name)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<Response, Error> {
    let mut tx = ctx.read().await?;
    let file = readable(&ctx, &mut tx, &id).await?;
    // A reader on a slow line keeps no connection to the database meanwhile.
    drop(tx);
    if name != file.name {
        // Nobody passes a file on under a name of their own.
        return Ok(Redirect::permanent(&path(&file)).into_response());
    }
    Ok(respond(&ctx.app, &file, Disposition::Inline, &headers).await)
}

async fn thumbnail(ctx: Ctx, Path(id): Path<String>, headers: HeaderMap) -> Result<Response, Error> {
    let file = readable(&ctx, &mut ctx.read().await?, &id).await?;
    let small = file.as_thumbnail().ok_or(Error::NotFound)?;
    Ok(respond(&ctx.app, &small, Disposition::Inline, &headers).await)
}

async fn show(ctx: Ctx, Path(id): Path<String>) -> Result<Response, Error> {
    let mut tx = ctx.read().await?;
    let file = readable(&ctx, &mut tx, &id).await?;
    let names = organisations::names(&mut tx, &[file.organisation]).await?;
    let owner = names.get(&file.organisation).map(|name| name.get(ctx.lang).clone()).unwrap_or_default();
    let shown = vec![Subject::new(events::FILE, file.id.get()), organisations::subject(file.organisation)];
    let p = Shell::new(&ctx, &mut tx, &file.name).await?;
    let decides = !file.confirmed && policy::can_decide(&ctx.actor(), &file);
    let page = ShowPage::new(&ctx, p, file, owner);
    public_html(&if decides { page.deciding(&ctx) } else { page }, shown)
}

#[derive(Deserialize)]
struct Nothing {}

async fn confirm(
    ctx: Ctx,
    Path(id): Path<FileId>,
    Form(Nothing {}): Form<Nothing>,
) -> Result<Response, Error> {
    let mut tx = ctx.write().await?;
    actions::decide(&mut tx, id, true).await?;
    tx.commit().await?;
    Ok(flash::redirect(&ctx, &format!("/files/{id}"), &ctx.l().t("files-confirmed")))
}

async fn remove(
    ctx: Ctx,
    Path(id): Path<FileId>,
    Form(Nothing {}): Form<Nothing>,
) -> Result<Response, Error> {
    let mut tx = ctx.write().await?;
    actions::decide(&mut tx, id, false).await?;
    tx.commit().await?;
    Ok(flash::redirect(&ctx, "/files", &ctx.l().t("files-discarded")))
}

#[derive(Deserialize)]
struct Wanted {
    #[serde(default)]
    r#type: String,
    before: Option<FileId>,
}

async fn index(ctx: Ctx, Query(wanted): Query<Wanted>) -> Result<Response, Error> {
    let member = &ctx.signed_in()?.member;
    let media_type =
        MediaType::ALL.into_iter().find(|kind| kind.label().eq_ignore_ascii_case(&wanted.r#type));
    let filter = Filter { organisation: member.organisation, media_type };
    let mut tx = ctx.read().await?;
    let count = store::count(&mut tx, &ctx.actor(), &filter).await?;
    let before = wanted.before.unwrap_or(FileId::from(i64::MAX));
    let limit = i64::try_from(ON_A_PAGE + 1).expect("a page is short");
    let mut files = store::list(&mut tx, &ctx.actor(), &filter, before, limit).await?;
    let more = files.len() > ON_A_PAGE;
    files.truncate(ON_A_PAGE);
    let p = Shell::new(&ctx, &mut tx, &ctx.l().t("files-title")).await?;
    html(&ListPage::new(&ctx, p, Listed { files, count, media_type, more, first: wanted.before.is_none() }))
}

async fn new(ctx: Ctx) -> Result<Response, Error> {
    form(&ctx, FormErrors::default()).await
}

async fn form(ctx: &Ctx, errors: FormErrors) -> Result<Response, Error> {
    if !policy::can_upload(&ctx.actor()) {
        return Err(Refused::NotAllowed.in_words(&ctx.app, ctx.l()).err().unwrap_or(Error::NotFound));
    }
    let mut tx = ctx.read().await?;
    let p = Shell::new(ctx, &mut tx, &ctx.l().t("files-new-title")).await?;
    html(&NewPage::new(ctx, p, errors))
}

/// The script that shows progress asks for JSON; a plain form gets pages.
async fn create(ctx: Ctx, headers: HeaderMap, mut upload: Upload) -> Result<Response, Error> {
    let accept = headers.get(ACCEPT).and_then(|accept| accept.to_str().ok()).unwrap_or_default();
    let by_script = accept.contains("application/json");
    match upload.receive(&ctx, "file").await {
        Ok(file) => {
            let text = uploaded(ctx.l(), &file);
            let to = format!("/files/{}", file.id);
            let mut response = flash::redirect(&ctx, &to, &text);
            if by_script {
                // The page that follows shows the message; a redirect would be followed by the script, unseen.
                response.headers_mut().remove(LOCATION);
                let (parts, _) = response.into_parts();
                response = (parts.headers, as_json(&json!({ "url": ctx.path(&to) }))).into_response();
            }
            Ok(response)
        }
        Err(refused) => {
            let text = refused.in_words(&ctx.app, ctx.l())?;
            if by_script {
                let answer = as_json(&json!({ "errors": { "file": text } }));
                return Ok((StatusCode::UNPROCESSABLE_ENTITY, answer).into_response());
            }
            let mut errors = FormErrors::default();
            errors.add("file", text);
            let mut response = form(&ctx, errors).await?;
            *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
            Ok(response)
        }
    }
}

/// What to say of a file that was taken in: at once, what was taken out of it.
pub fn uploaded(l: &L10n, file: &File) -> String {
    let removed = file.report.removed(l).join("; ");
    if removed.is_empty() {
        return l.f1("files-uploaded", "name", &file.name);
    }
    l.f("files-uploaded-cleaned", &[("name", file.name.as_str().into()), ("removed", removed.into())])
}

fn as_json(answer: &serde_json::Value) -> impl IntoResponse + use<> {
    ([(CONTENT_TYPE, "application/json")], answer.to_string())
}
