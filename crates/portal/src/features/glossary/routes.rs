//! The section over HTTP: the terms for everybody, their form, who vouches for what, the list as CSV.

use super::actions::{self, Cannot};
use super::forms::{Nothing, TermForm, VersionForm};
use super::model::{FormId, Term};
use super::pages::{form_page, index_page, show_page};
use super::{INDEX, events, path, policy, store};
use crate::web::{
    Ctx, Error, Form, FormErrors, Routes, Shell, Subjects, csv, flash, history, html, public_html,
    public_html_at,
};
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use platform::actor::MemberId;
use platform::db::{ReadTx, WriteTx};
use serde::Deserialize;

pub fn routes() -> Routes {
    Routes::new()
        .public("/glossary", index)
        .post("/glossary", create)
        .get("/glossary/new", new)
        .post("/glossary/known", load_known)
        .public("/glossary/export.csv", export)
        .public("/glossary/{key}", show)
        .post("/glossary/{key}", update)
        .get("/glossary/{key}/edit", edit)
        .post("/glossary/{key}/removal", remove)
        .post("/glossary/{key}/forms/{form}/confirmation", confirm)
        .post("/glossary/{key}/forms/{form}/confirmation/removal", doubt)
}

fn denied(ctx: &Ctx) -> Error {
    Error::Denied(ctx.l().t("glossary-denied").into_owned())
}

/// Mistakes as the form shows them; everything else as an answer of its own.
fn mistakes(ctx: &Ctx, cannot: Cannot) -> Result<FormErrors, Error> {
    let mistakes = match cannot {
        Cannot::Mistakes(mistakes) => mistakes,
        Cannot::Denied => return Err(denied(ctx)),
        Cannot::NotFound => return Err(Error::NotFound),
        Cannot::Stale => return Err(Error::Conflict(ctx.l().t("glossary-stale").into_owned())),
        Cannot::Db(error) => return Err(error.into()),
    };
    let mut errors = FormErrors::default();
    for (field, key) in mistakes.into_iter().map(|mistake| mistake.words()) {
        errors.add(field, ctx.l().t(key));
    }
    Ok(errors)
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Asked {
    q: String,
}

/// Nobody looks for more.
const LONGEST_QUERY: usize = 200;

async fn index(ctx: Ctx) -> Result<Response, Error> {
    let Asked { q } = serde_html_form::from_str(ctx.uri.query().unwrap_or_default()).unwrap_or_default();
    let q: String = q.trim().chars().take(LONGEST_QUERY).collect();
    let mut tx = ctx.read().await?;
    let terms = store::all(&mut tx, &ctx.actor()).await?;
    let known = if policy::may_edit(&ctx.actor()) { actions::known_missing(&terms) } else { 0 };
    let mut p = Shell::new(&ctx, &mut tx, &ctx.l().t("glossary-title")).await?;
    p.canonical = Some(ctx.app.url(&ctx.path(INDEX)));
    p.description = ctx.l().t("glossary-lead").into_owned();
    p.unlisted |= !q.is_empty();
    // Only the whole list is kept: anybody can look for anything.
    public_html_at(&index_page(&ctx, p, &terms, q, known), vec![events::ALL], String::new())
}

async fn found(ctx: &Ctx, tx: &mut ReadTx, key: &str) -> Result<Term, Error> {
    store::by_key(tx, &ctx.actor(), key).await?.ok_or(Error::NotFound)
}

async fn show(ctx: Ctx, Path(key): Path<String>) -> Result<Response, Error> {
    let l = ctx.l();
    let mut tx = ctx.read().await?;
    let term = found(&ctx, &mut tx, &key).await?;
    let subject = events::subject(term.id);
    let (names, happened) = match ctx.member() {
        None => Default::default(),
        Some(_) => {
            let by: Vec<MemberId> = term.forms.iter().filter_map(|form| Some(form.confirmed?.1)).collect();
            (ctx.app.names_of(&mut tx, &by).await?, history(&ctx, &mut tx, subject).await?)
        }
    };
    let mut p = Shell::new(&ctx, &mut tx, term.name_or_other(ctx.lang).1).await?;
    p = p.crumb(ctx.path(INDEX), l.t("glossary-title"));
    p.canonical = Some(ctx.app.url(&ctx.path(&path(&term.key))));
    p.description = term.definition.get(ctx.lang).clone();
    public_html(&show_page(&ctx, p, &term, &names, happened), vec![subject])
}

async fn new(ctx: Ctx) -> Result<Response, Error> {
    if !policy::may_edit(&ctx.actor()) {
        return Err(denied(&ctx));
    }
    form(&ctx, true, TermForm::default(), FormErrors::default()).await
}

async fn edit(ctx: Ctx, Path(key): Path<String>) -> Result<Response, Error> {
    if !policy::may_edit(&ctx.actor()) {
        return Err(denied(&ctx));
    }
    let term = found(&ctx, &mut ctx.read().await?, &key).await?;
    form(&ctx, false, TermForm::of(term), FormErrors::default()).await
}

async fn form(ctx: &Ctx, is_new: bool, form: TermForm, errors: FormErrors) -> Result<Response, Error> {
    let mut tx = ctx.read().await?;
    let title = ctx.l().t(if is_new { "glossary-new" } else { "glossary-edit" });
    let p = Shell::new(ctx, &mut tx, &title).await?;
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((status, html(&form_page(ctx, p, is_new, form, errors))?).into_response())
}

async fn create(ctx: Ctx, Form(sent): Form<TermForm>) -> Result<Response, Error> {
    let mut tx = ctx.write().await?;
    match actions::create(&mut tx, &sent.key, sent.details()).await {
        Ok(()) => flash::keep(&ctx, tx, &path(sent.key.trim()), "glossary-saved-new").await,
        Err(cannot) => {
            tx.roll_back().await;
            let errors = mistakes(&ctx, cannot)?;
            form(&ctx, true, sent, errors).await
        }
    }
}

async fn update(ctx: Ctx, Path(key): Path<String>, Form(sent): Form<TermForm>) -> Result<Response, Error> {
    let mut tx = ctx.write().await?;
    match actions::change(&mut tx, &key, sent.version, sent.details()).await {
        Ok(()) => flash::keep(&ctx, tx, &path(&key), "glossary-saved").await,
        Err(cannot) => {
            tx.roll_back().await;
            let errors = mistakes(&ctx, cannot)?;
            form(&ctx, false, TermForm { key, ..sent }, errors).await
        }
    }
}

async fn remove(
    ctx: Ctx,
    Path(key): Path<String>,
    Form(VersionForm { version }): Form<VersionForm>,
) -> Result<Response, Error> {
    let mut tx = ctx.write().await?;
    let removed = actions::remove(&mut tx, &key, version).await;
    answer(&ctx, tx, removed, INDEX, "glossary-removed").await
}

async fn confirm(
    ctx: Ctx,
    Path((key, form)): Path<(String, String)>,
    Form(Nothing {}): Form<Nothing>,
) -> Result<Response, Error> {
    let form: FormId = form.parse().map_err(|_| Error::NotFound)?;
    let mut tx = ctx.write().await?;
    let confirmed = actions::confirm(&mut tx, &key, form).await;
    answer(&ctx, tx, confirmed, &path(&key), "glossary-confirmed-now").await
}

async fn doubt(
    ctx: Ctx,
    Path((key, form)): Path<(String, String)>,
    Form(Nothing {}): Form<Nothing>,
) -> Result<Response, Error> {
    let form: FormId = form.parse().map_err(|_| Error::NotFound)?;
    let mut tx = ctx.write().await?;
    let doubted = actions::doubt(&mut tx, &key, form).await;
    answer(&ctx, tx, doubted, &path(&key), "glossary-doubted").await
}

async fn load_known(ctx: Ctx, Form(Nothing {}): Form<Nothing>) -> Result<Response, Error> {
    let mut tx = ctx.write().await?;
    let loaded = actions::load_known(&mut tx).await;
    answer(&ctx, tx, loaded, INDEX, "glossary-known-loaded").await
}

/// For forms in which nothing can be mistaken.
async fn answer(
    ctx: &Ctx,
    tx: WriteTx,
    ended: Result<(), Cannot>,
    path: &str,
    message: &str,
) -> Result<Response, Error> {
    match ended {
        Ok(()) => flash::keep(ctx, tx, path, message).await,
        Err(cannot) => {
            tx.roll_back().await;
            mistakes(ctx, cannot)?;
            Err(Error::NotFound)
        }
    }
}

/// Every form that the reader may see, one a line.
async fn export(ctx: Ctx) -> Result<Response, Error> {
    let l = ctx.l();
    let terms = store::all(&mut ctx.read().await?, &ctx.actor()).await?;
    let head = ["key", "language", "form", "manner", "reason", "confidence", "confirmed_at", "definition"];
    let forms = terms.iter().flat_map(|term| term.forms.iter().map(move |form| (term, form)));
    let lines = forms.map(|(term, form)| {
        let confirmed = form.confirmed.map(|(at, _)| l.iso(at)).unwrap_or_default();
        csv::line([
            term.key.as_str(),
            form.language.code(),
            &form.words,
            form.manner.code(),
            &form.reason,
            form.confidence.code(),
            &confirmed,
            term.definition.get(form.language),
        ])
    });
    let mut response = csv::respond("glossary", std::iter::once(csv::line(head)).chain(lines));
    response.extensions_mut().insert(Subjects { shown: vec![events::ALL], query: String::new() });
    Ok(response)
}
