//! The section over HTTP: the lines for everybody, their form, test calls.

use super::actions::{self, Cannot};
use super::forms::{CallForm, LineForm, ReasonForm};
use super::model::{COUNTRIES, Cost, Days, Line, MOST_EVERYWHERE, Outcome, SPOKEN};
use super::pages::{
    Call, CallPage, CheckBox, FormPage, Inside, Options, ShowPage, Shown, index_page, inside,
};
use super::{INDEX, events, path, policy, store};
use crate::features::organisations::{self, Organisation};
use crate::web::{Ctx, Error, Form, FormErrors, Routes, Shell, flash, history, html, public_html};
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use platform::actor::MemberId;
use platform::db::{ReadTx, WriteTx};
use serde::Deserialize;

pub fn routes() -> Routes {
    Routes::new()
        .public("/hotlines", index)
        .post("/hotlines", create)
        .get("/hotlines/new", new)
        .post("/hotlines/known", load_known)
        .public("/hotlines/{key}", show)
        .post("/hotlines/{key}", update)
        .get("/hotlines/{key}/edit", edit)
        .get("/hotlines/{key}/call", call)
        .post("/hotlines/{key}/calls", record_call)
        .post("/hotlines/{key}/confirmation/removal", hide)
        .post("/hotlines/{key}/retirement", retire)
        .post("/hotlines/{key}/retirement/removal", resume)
}

fn denied(ctx: &Ctx) -> Error {
    Error::Denied(ctx.l().t("hotlines-denied").into_owned())
}

/// Mistakes as the form shows them; everything else as an answer of its own.
fn mistakes(ctx: &Ctx, cannot: Cannot) -> Result<FormErrors, Error> {
    let mistakes = match cannot {
        Cannot::Mistakes(mistakes) => mistakes,
        Cannot::Denied => return Err(denied(ctx)),
        Cannot::NotFound => return Err(Error::NotFound),
        Cannot::Stale => return Err(Error::Conflict(ctx.l().t("hotlines-stale").into_owned())),
        Cannot::Db(error) => return Err(error.into()),
    };
    let mut errors = FormErrors::default();
    for (field, key) in mistakes.into_iter().map(|mistake| mistake.words()) {
        errors.add(field, ctx.l().t(key));
    }
    Ok(errors)
}

async fn index(ctx: Ctx) -> Result<Response, Error> {
    let mut tx = ctx.read().await?;
    let lines = store::listed(&mut tx, &ctx.actor()).await?;
    let owners: Vec<_> = lines.iter().filter_map(|line| line.details.owner).collect();
    let names = organisations::names(&mut tx, &owners).await?;
    let may_edit = policy::may_edit(&ctx.actor());
    let known = if may_edit { actions::known_missing(&lines) } else { 0 };
    let mut p = Shell::new(&ctx, &mut tx, &ctx.l().t("hotlines-title")).await?;
    p.canonical = Some(ctx.app.url(&ctx.path(INDEX)));
    p.description = ctx.l().t("hotlines-lead").into_owned();
    let subjects = owners.iter().map(|id| organisations::subject(*id)).chain([events::ALL]).collect();
    public_html(&index_page(&ctx, p, lines, &names, known), subjects)
}

async fn found(ctx: &Ctx, tx: &mut ReadTx, key: &str) -> Result<Line, Error> {
    store::by_key(tx, &ctx.actor(), key).await?.ok_or(Error::NotFound)
}

async fn show(ctx: Ctx, Path(key): Path<String>) -> Result<Response, Error> {
    let mut tx = ctx.read().await?;
    let line = found(&ctx, &mut tx, &key).await?;
    let subjects = line.details.owner.map(organisations::subject).into_iter();
    let subjects = subjects.chain([events::subject(line.id)]).collect();
    public_html(&show_page(&ctx, &mut tx, line, FormErrors::default(), String::new()).await?, subjects)
}

async fn show_page(
    ctx: &Ctx,
    tx: &mut ReadTx,
    line: Line,
    errors: FormErrors,
    reason: String,
) -> Result<ShowPage, Error> {
    let l = ctx.l();
    let owners = organisations::names(tx, line.details.owner.as_slice()).await?;
    let inside: Option<Inside> = match ctx.member() {
        None => None,
        Some(_) => {
            let checks = store::checks(tx, line.id).await?;
            let callers: Vec<MemberId> = checks.iter().map(|check| check.called_by).collect();
            let names = ctx.app.names_of(tx, &callers).await?;
            let call = |check: super::model::Check| {
                let by = names.of(check.called_by, l);
                Call::of(ctx, check, by)
            };
            let calls = checks.into_iter().map(call).collect();
            let history = history(ctx, tx, events::subject(line.id)).await?;
            Some(inside(ctx, &line, calls, history))
        }
    };
    let mut p = Shell::new(ctx, tx, line.details.name.get(l.lang)).await?;
    p = p.crumb(ctx.path(INDEX), l.t("hotlines-title"));
    p.canonical = Some(ctx.app.url(&ctx.path(&path(&line.key))));
    Ok(ShowPage { p, errors, line: Shown::of(ctx, &line, &owners), inside, reason })
}

async fn new(ctx: Ctx) -> Result<Response, Error> {
    if !policy::may_edit(&ctx.actor()) {
        return Err(denied(&ctx));
    }
    form(&ctx, true, LineForm::blank(), FormErrors::default()).await
}

async fn edit(ctx: Ctx, Path(key): Path<String>) -> Result<Response, Error> {
    if !policy::may_edit(&ctx.actor()) {
        return Err(denied(&ctx));
    }
    let line = found(&ctx, &mut ctx.read().await?, &key).await?;
    form(&ctx, false, LineForm::of(line), FormErrors::default()).await
}

async fn form(ctx: &Ctx, is_new: bool, form: LineForm, errors: FormErrors) -> Result<Response, Error> {
    let mut tx = ctx.read().await?;
    let organisations = organisations::all(&mut tx).await?;
    let title = ctx.l().t(if is_new { "hotlines-new" } else { "hotlines-edit" });
    let p = Shell::new(ctx, &mut tx, &title).await?;
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let page = form_page(ctx, p, is_new, form, &organisations, errors);
    Ok((status, html(&page)?).into_response())
}

pub fn form_page(
    ctx: &Ctx,
    p: Shell,
    is_new: bool,
    form: LineForm,
    organisations: &[Organisation],
    errors: FormErrors,
) -> FormPage {
    let l = ctx.l();
    let option = |code: &str, label: &str| (code.to_owned(), l.t(label).into_owned());
    let mut owners: Options =
        organisations.iter().map(|it| (it.id.to_string(), it.name.get(l.lang).clone())).collect();
    owners.sort_by(|a, b| l.compare(&a.1, &b.1));
    owners.insert(0, option("", "hotlines-owner-unknown"));
    let days = |days: &Days| {
        let words = match days {
            Days::Unknown | Days::Always => l.t(days.label()).into_owned(),
            _ => l.f(days.label(), &[("from", "…".into()), ("to", "…".into())]),
        };
        (days.code().to_owned(), words)
    };
    let place = |place: i64| (place.to_string(), l.f1("hotlines-place-choice", "place", place));
    let ticked = |codes: &[String], code: &str| codes.iter().any(|known| known == code);
    FormPage {
        p: p.crumb(ctx.path(INDEX), l.t("hotlines-title")),
        errors,
        action: ctx.path(&if is_new { INDEX.to_owned() } else { path(&form.key) }),
        is_new,
        costs: Cost::ALL.iter().map(|cost| option(cost.code(), cost.label())).collect(),
        days: Days::ALL.iter().map(days).collect(),
        languages: SPOKEN
            .iter()
            .map(|(code, name)| CheckBox {
                code,
                words: (*name).to_owned(),
                ticked: ticked(&form.language, code),
            })
            .collect(),
        countries: COUNTRIES
            .iter()
            .map(|(code, label)| CheckBox {
                code,
                words: l.t(label).into_owned(),
                ticked: ticked(&form.country, code),
            })
            .collect(),
        owners,
        places: (0..=MOST_EVERYWHERE).map(place).collect(),
        form,
    }
}

async fn create(ctx: Ctx, Form(sent): Form<LineForm>) -> Result<Response, Error> {
    let mut tx = ctx.write().await?;
    match actions::create(&mut tx, &sent.key, sent.details()).await {
        Ok(_) => flash::keep(&ctx, tx, &path(sent.key.trim()), "hotlines-saved-new").await,
        Err(cannot) => {
            tx.roll_back().await;
            let errors = mistakes(&ctx, cannot)?;
            form(&ctx, true, sent, errors).await
        }
    }
}

async fn update(ctx: Ctx, Path(key): Path<String>, Form(sent): Form<LineForm>) -> Result<Response, Error> {
    let mut tx = ctx.write().await?;
    match actions::change(&mut tx, &key, sent.version, sent.details()).await {
        Ok(()) => flash::keep(&ctx, tx, &path(&key), "hotlines-saved").await,
        Err(cannot) => {
            tx.roll_back().await;
            let errors = mistakes(&ctx, cannot)?;
            form(&ctx, false, LineForm { key, ..sent }, errors).await
        }
    }
}

async fn call(ctx: Ctx, Path(key): Path<String>) -> Result<Response, Error> {
    let mut tx = ctx.read().await?;
    let line = found(&ctx, &mut tx, &key).await?;
    if !policy::may_check(&ctx.actor()) {
        return Err(denied(&ctx));
    }
    let now = ctx.l().local_input(ctx.app.db.clock().now());
    let form = CallForm { called_at: now, number: line.details.number.clone(), ..CallForm::default() };
    let p = Shell::new(&ctx, &mut tx, &ctx.l().t("hotlines-call-title")).await?;
    html(&call_page(&ctx, p, &line, form, FormErrors::default()))
}

pub fn call_page(ctx: &Ctx, p: Shell, line: &Line, form: CallForm, errors: FormErrors) -> CallPage {
    let shown = Shown::of(ctx, line, &Default::default());
    CallPage {
        p: p.crumb(ctx.path(INDEX), ctx.l().t("hotlines-title"))
            .crumb(shown.href.clone(), shown.name.clone()),
        errors,
        action: format!("{}/calls", shown.href),
        line: shown,
        form,
    }
}

async fn record_call(
    ctx: Ctx,
    Path(key): Path<String>,
    Form(sent): Form<CallForm>,
) -> Result<Response, Error> {
    let mut tx = ctx.write().await?;
    match actions::record_call(&mut tx, &key, sent.report(&ctx)).await {
        Ok(outcome) => {
            let message = match outcome {
                Outcome::Answered => "hotlines-call-saved",
                Outcome::Failed => "hotlines-call-failed-saved",
            };
            flash::keep(&ctx, tx, &path(&key), message).await
        }
        Err(cannot) => {
            tx.roll_back().await;
            let errors = mistakes(&ctx, cannot)?;
            let mut tx = ctx.read().await?;
            let line = found(&ctx, &mut tx, &key).await?;
            let p = Shell::new(&ctx, &mut tx, &ctx.l().t("hotlines-call-title")).await?;
            let page = call_page(&ctx, p, &line, sent, errors);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, html(&page)?).into_response())
        }
    }
}

async fn hide(ctx: Ctx, Path(key): Path<String>, Form(sent): Form<ReasonForm>) -> Result<Response, Error> {
    let mut tx = ctx.write().await?;
    match actions::hide(&mut tx, &key, &sent.reason).await {
        Ok(()) => flash::keep(&ctx, tx, &path(&key), "hotlines-hidden").await,
        Err(cannot) => {
            tx.roll_back().await;
            let errors = mistakes(&ctx, cannot)?;
            let mut tx = ctx.read().await?;
            let line = found(&ctx, &mut tx, &key).await?;
            let page = show_page(&ctx, &mut tx, line, errors, sent.reason).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, html(&page)?).into_response())
        }
    }
}

/// A form without fields.
#[derive(Deserialize)]
struct Nothing {}

async fn retire(
    ctx: Ctx,
    Path(key): Path<String>,
    Form(Nothing {}): Form<Nothing>,
) -> Result<Response, Error> {
    let mut tx = ctx.write().await?;
    let retired = actions::retire(&mut tx, &key).await;
    answer(&ctx, tx, retired, &path(&key), "hotlines-retired").await
}

async fn resume(
    ctx: Ctx,
    Path(key): Path<String>,
    Form(Nothing {}): Form<Nothing>,
) -> Result<Response, Error> {
    let mut tx = ctx.write().await?;
    let resumed = actions::resume(&mut tx, &key).await;
    answer(&ctx, tx, resumed, &path(&key), "hotlines-resumed").await
}

async fn load_known(ctx: Ctx, Form(Nothing {}): Form<Nothing>) -> Result<Response, Error> {
    let mut tx = ctx.write().await?;
    let loaded = actions::load_known(&mut tx).await.map(|_| ());
    answer(&ctx, tx, loaded, INDEX, "hotlines-known-loaded").await
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
