//! Drafts over HTTP: begin, write, save while typing, join two texts, hand in, take back.

use super::super::actions::{self, Refusal};
use super::super::comparison::pages::Comparison;
use super::super::fields::pages as fields;
use super::super::lists::pages::kind_choices;
use super::super::model::{CannotSave, CannotSubmit, Edition, EditionId, Kind, State, Text, Wish};
use super::super::pages::{Banner, Full, file_href, file_line, state_badge, work_path};
use super::super::policy::{self, Action, Denied};
use super::super::routes::{message, refused};
use super::super::terms::{Terms, groups};
use super::super::{approval, store, words};
use super::form::{DraftForm, was};
use super::merging;
use super::pages::{Edit, New, Preview};
use crate::features::files;
use crate::features::organisations::{self, Organisation};
use crate::web::flash;
use crate::web::inserts;
use crate::web::{
    Choice, ChoiceGroup, Ctx, Error, Form, FormErrors, Routes, Shell, VersionForm, html, remarks,
};
use axum::Json;
use axum::extract::{Path, Query};
use axum::response::{IntoResponse, Redirect, Response};
use http::{HeaderMap, StatusCode, header};
use platform::db::ReadTx;
use platform::lang::Lang;
use serde::Deserialize;

pub fn add(routes: Routes) -> Routes {
    routes
        .get("/documents/new", new)
        .post("/documents", create)
        .post("/documents/preview", preview)
        .get("/documents/editions/{edition}/edit", edit)
        .post("/documents/editions/{edition}", save)
        .post("/documents/editions/{edition}/next", begin)
        .post("/documents/editions/{edition}/files", super::attachments::create)
        .post("/documents/editions/{edition}/files/{file}/removal", super::attachments::destroy)
        .post("/documents/editions/{edition}/submission/removal", take_back)
}

async fn new(ctx: Ctx) -> Result<Response, Error> {
    let member = ctx.signed_in()?.member.clone();
    if !policy::can_create(&member) {
        return Err(Error::Denied(ctx.l().t(Denied::Role.message()).into_owned()));
    }
    let mut tx = ctx.read().await?;
    let p = Shell::new(&ctx, &mut tx, &ctx.l().t("documents-new-title")).await?;
    html(&new_page(&ctx, p, FormErrors::default(), &NewForm::default()))
}

#[derive(Deserialize, Default)]
pub struct NewForm {
    #[serde(default)]
    pub kind: String,
    #[serde(default)]
    pub language: String,
    #[serde(default)]
    pub title: String,
}

pub fn new_page(ctx: &Ctx, p: Shell, errors: FormErrors, form: &NewForm) -> New {
    let l = ctx.l();
    let kinds = kind_choices(l, None).into_iter().map(|choice| (choice.key, choice.words));
    let first = (String::new(), l.t("documents-choose").into_owned());
    let language = if form.language.is_empty() { ctx.lang.code().to_owned() } else { form.language.clone() };
    New {
        p,
        errors,
        kinds: std::iter::once(first).chain(kinds).collect(),
        languages: Lang::ALL.into_iter().map(|it| (it.code().to_owned(), it.own_name().to_owned())).collect(),
        kind: form.kind.clone(),
        language,
        title: form.title.clone(),
    }
}

async fn create(ctx: Ctx, Form(form): Form<NewForm>) -> Result<Response, Error> {
    if !policy::can_create(&ctx.signed_in()?.member) {
        return Err(refused(&ctx, Denied::Role.into()));
    }
    let (kind, language) = (Kind::parse(&form.kind), Lang::parse(&form.language));
    let mut errors = FormErrors::default();
    if kind.is_none() {
        errors.add("kind", ctx.l().t("documents-choose-kind"));
    }
    if language.is_none() {
        errors.add("language", ctx.l().t("documents-choose-language"));
    }
    let (Some(kind), Some(language)) = (kind, language) else {
        return new_again(&ctx, errors, &form).await;
    };
    let mut tx = ctx.write().await?;
    let text = Text { title: form.title.clone(), ..Text::default() };
    match actions::create(&mut tx, kind, language, &text).await {
        Ok(id) => {
            tx.commit().await?;
            Ok(Redirect::to(&ctx.path(&format!("{}/edit", work_path(id)))).into_response())
        }
        Err(Refusal::Save(CannotSave::TooLong { field, limit })) => {
            tx.roll_back().await;
            errors.add(field, too_long(&ctx, limit));
            new_again(&ctx, errors, &form).await
        }
        Err(refusal) => Err(refused(&ctx, refusal)),
    }
}

async fn new_again(ctx: &Ctx, errors: FormErrors, form: &NewForm) -> Result<Response, Error> {
    let mut tx = ctx.read().await?;
    let p = Shell::new(ctx, &mut tx, &ctx.l().t("documents-new-title")).await?;
    let page = new_page(ctx, p, errors, form);
    Ok((StatusCode::UNPROCESSABLE_ENTITY, html(&page)?).into_response())
}

#[derive(Deserialize)]
struct PreviewForm {
    #[serde(default)]
    text: String,
}

/// The text as readers will see it, and what there is to say about it, as a fragment; the address is in the language of the
/// text.
async fn preview(ctx: Ctx, Form(form): Form<PreviewForm>) -> Result<Response, Error> {
    let remarks = remarks(&ctx, ctx.lang, &form.text);
    html(&Preview { html: ctx.app.html(ctx.lang, &form.text), remarks })
}

#[derive(Deserialize)]
struct NextForm {
    language: Lang,
}

async fn begin(ctx: Ctx, Path(id): Path<EditionId>, Form(form): Form<NextForm>) -> Result<Response, Error> {
    let mut tx = ctx.write().await?;
    match actions::begin(&mut tx, id, form.language).await {
        Ok(next) => {
            tx.commit().await?;
            Ok(Redirect::to(&ctx.path(&format!("{}/edit", work_path(next)))).into_response())
        }
        // Somebody began it already: go on there together.
        Err(Refusal::AlreadyOpen(open)) => Ok(Redirect::to(&ctx.path(&work_path(open))).into_response()),
        Err(refusal) => Err(refused(&ctx, refusal)),
    }
}

async fn edit(
    ctx: Ctx,
    Path(id): Path<EditionId>,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Response, Error> {
    let mut tx = ctx.read().await?;
    let loaded = actions::load(&mut tx, &ctx.actor(), id).await.map_err(|refusal| refused(&ctx, refusal))?;
    policy::can(&ctx.actor(), Action::Edit, &loaded.context())
        .map_err(|denied| refused(&ctx, denied.into()))?;
    let edition = loaded.edition;
    if !edition.state.is_editable() {
        return Ok(Redirect::to(&ctx.path(&work_path(id))).into_response());
    }
    drop(tx);
    html(&edit_page(&ctx, edition, FormErrors::default(), &DraftForm::wish_of(query)).await?)
}

/// The page of a draft; `entered` is what somebody typed and what is not saved or cannot be.
async fn edit_page(
    ctx: &Ctx,
    edition: Edition,
    errors: FormErrors,
    entered: &DraftForm,
) -> Result<Edit, Error> {
    let mut tx = ctx.read().await?;
    let l = ctx.l();
    let returned = match edition.state {
        State::Returned => approval::store::last_return(&mut tx, edition.id).await?,
        _ => None,
    };
    let full = Full::load(&mut tx, &ctx.actor(), edition).await?;
    policy::can(&ctx.actor(), Action::Edit, &full.loaded.context())
        .map_err(|denied| refused(ctx, denied.into()))?;
    let mut edition = full.loaded.edition.clone();
    edition.text = entered.text(edition.kind, &edition.text);
    let placement = entered.placement(&full.tags, &full.loaded.supporters, &Terms::of(&ctx.app));
    let ticked: Vec<(String, String)> =
        placement.tags.into_iter().map(|(dimension, term)| (dimension.to_owned(), term)).collect();
    let title = if edition.text.title.is_empty() {
        l.t("documents-untitled")
    } else {
        edition.text.title.as_str().into()
    };
    let p = Shell::new(ctx, &mut tx, &title)
        .await?
        .crumb(ctx.path("/documents/work"), l.t("documents-work-title"))
        .with_script(ctx, "editor.js")
        // What it takes on itself, the saving script does not take for the end of the page.
        .with_script(ctx, "upload.js")
        .with_script(ctx, "autosave.js")
        .with_script(ctx, "insert.js");
    let comparison = Comparison::load(ctx, &mut tx, &ctx.actor(), &edition).await?;
    let organisations = organisations::all(&mut tx).await?;
    let controls = controls_of(ctx, &mut tx, &edition, &full.files, &organisations).await?;
    let supporters = organisations.iter().filter(|it| it.id != edition.organisation).map(|it| Choice {
        key: it.id.to_string(),
        words: it.name.get(l.lang).clone(),
        chosen: placement.supporters.contains(&it.id),
    });
    let max_bytes = files::max_bytes(&ctx.app);
    Ok(Edit {
        errors,
        kind: l.t(words::kind(edition.kind)).into_owned(),
        content_lang: edition.language,
        badge: state_badge(&edition, l),
        tabs: full.tabs(ctx, true),
        reasons: returned.map(|returned| Banner {
            class: "warn",
            text: l.f1("documents-returned-on", "date", l.date_time(returned.returned_at)),
            quote: returned.reasons,
            link: None,
        }),
        html: ctx.app.html(edition.language, &edition.text.body),
        controls,
        differences_reason: match entered.differences_reason() {
            "" => comparison.reason.clone(),
            typed => typed.to_owned(),
        },
        comparison,
        remarks: remarks(ctx, edition.language, &edition.in_words()),
        inserts: inserts::choices(&ctx.app, l),
        groups: groups(ctx, &ticked),
        was: was(&full.tags, &full.loaded.supporters),
        supporters: ChoiceGroup::new("supporter", l.t("documents-fact-supporters"), supporters.collect()),
        files: full.files.iter().map(|file| file_line(file, file_href(ctx, edition.id, file), l)).collect(),
        saved_at: l.f1("documents-saved-at", "time", l.time(edition.changed_at)),
        base: ctx.path(&work_path(edition.id)),
        publish_at: entered.publish_at().to_owned(),
        wish: entered.wish().to_owned(),
        max_bytes,
        accept: files::accepted_endings().join(","),
        too_large: l.f1("documents-file-too-large", "limit", l.file_size(max_bytes)),
        paste_url: ctx.app.assets.url("paste.js"),
        edition,
        p,
    })
}

/// The controls for the fields of a text, with everything that can be chosen in them.
pub(super) async fn controls(
    ctx: &Ctx,
    tx: &mut ReadTx,
    edition: &Edition,
    text: &Text,
) -> Result<Vec<fields::Control>, Error> {
    let attached = store::files(tx, edition.id).await?;
    let attached = if attached.is_empty() { Vec::new() } else { files::get(tx, &attached).await? };
    let organisations = match fields::asks_for_organisations(edition.kind) {
        true => organisations::all(tx).await?,
        false => Vec::new(),
    };
    let edition = Edition { text: text.clone(), ..edition.clone() };
    controls_of(ctx, tx, &edition, &attached, &organisations).await
}

async fn controls_of(
    ctx: &Ctx,
    tx: &mut ReadTx,
    edition: &Edition,
    attached: &[files::File],
    organisations: &[Organisation],
) -> Result<Vec<fields::Control>, Error> {
    let lang = ctx.l().lang;
    let names = fields::Names::load(tx, edition.kind, &[&edition.text]).await?;
    let keepers = organisations.iter().map(|it| (it.id.to_string(), it.name.get(lang).clone())).collect();
    let offered = fields::Offered { files: attached, organisations: keepers };
    Ok(fields::controls(ctx, edition, &names, &offered))
}

/// What became of a draft that was sent.
pub(super) enum Sent {
    Saved(EditionId, i64),
    /// Not saved: the page or the script gets back what was typed, and a way on.
    Answered(Response),
}

/// Saves what was sent.
pub(super) async fn keep(ctx: &Ctx, id: EditionId, form: &DraftForm) -> Result<Sent, Error> {
    let mut tx = ctx.write().await?;
    match form.save(&mut tx, &Terms::of(&ctx.app), id).await {
        Ok((id, version)) => {
            tx.commit().await?;
            Ok(Sent::Saved(id, version))
        }
        Err(refusal) => {
            tx.roll_back().await;
            not_saved(ctx, id, form, refusal).await.map(Sent::Answered)
        }
    }
}

async fn not_saved(ctx: &Ctx, id: EditionId, form: &DraftForm, refusal: Refusal) -> Result<Response, Error> {
    let l = ctx.l();
    match refusal {
        Refusal::Save(cannot @ (CannotSave::Stale | CannotSave::NotEditable)) if form.by_script => {
            let stale = cannot == CannotSave::Stale;
            let said = l.t(if stale { "documents-said-conflict" } else { "documents-said-submitted" });
            Ok((StatusCode::CONFLICT, Json(serde_json::json!({ "said": said }))).into_response())
        }
        Refusal::Save(CannotSave::Stale | CannotSave::NotEditable) => merging::page(ctx, id, form).await,
        Refusal::AlreadyOpen(open) => merging::page(ctx, open, form).await,
        Refusal::Save(CannotSave::TooLong { field, limit }) => {
            let said = too_long(ctx, limit);
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            if form.by_script {
                return Ok((status, Json(serde_json::json!({ "errors": { field: said } }))).into_response());
            }
            let mut errors = FormErrors::default();
            errors.add(field, said);
            again(ctx, id, errors, form).await
        }
        other => Err(refused(ctx, other)),
    }
}

fn too_long(ctx: &Ctx, limit: usize) -> String {
    ctx.l().f1("documents-cannot-too-long", "limit", limit)
}

/// The page of the draft once more, with what was entered and what is wrong with it.
pub(in crate::features::documents) async fn again(
    ctx: &Ctx,
    id: EditionId,
    errors: FormErrors,
    entered: &DraftForm,
) -> Result<Response, Error> {
    let edition = store::edition(&mut ctx.read().await?, &ctx.actor(), id).await?.ok_or(Error::NotFound)?;
    let page = edit_page(ctx, edition, errors, entered).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, html(&page)?).into_response())
}

/// Saves a draft, from the form or from the script that saves while people type.
async fn save(
    ctx: Ctx,
    Path(id): Path<EditionId>,
    headers: HeaderMap,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Error> {
    let form = DraftForm { fields, by_script: by_script(&headers) };
    let (id, version) = match keep(&ctx, id, &form).await? {
        Sent::Saved(id, version) => (id, version),
        Sent::Answered(response) => return Ok(response),
    };
    let time = ctx.l().time(ctx.app.db.clock().now());
    if form.by_script {
        return Ok(Json(serde_json::json!({ "version": version, "saved_at": time })).into_response());
    }
    match form.value("then") {
        Some("submit") => submit(&ctx, id, version, &form).await,
        _ => Ok(flash::redirect(&ctx, &form.page(id), &ctx.l().f1("documents-saved-at", "time", time))),
    }
}

pub(super) fn by_script(headers: &HeaderMap) -> bool {
    headers.get(header::ACCEPT).is_some_and(|accept| accept.as_bytes() == b"application/json")
}

/// Hands a saved draft in.
async fn submit(ctx: &Ctx, id: EditionId, version: i64, form: &DraftForm) -> Result<Response, Error> {
    let l = ctx.l();
    let wish = form.wish();
    let mut errors = FormErrors::default();
    let at = match wish {
        "at" => {
            let at = l.parse_local_input(form.publish_at()).filter(|at| *at > ctx.app.db.clock().now());
            if at.is_none() {
                errors.add("publish_at", l.t("documents-cannot-time"));
            }
            at
        }
        _ => None,
    };
    if errors.is_empty() {
        let mut tx = ctx.write().await?;
        let code = if wish == "wait" { Wish::Wait } else { Wish::Publish };
        match actions::submit(&mut tx, id, version, code, at, form.differences_reason()).await {
            Ok(()) => {
                tx.commit().await?;
                return submitted(ctx, id).await;
            }
            Err(refusal @ Refusal::Submit(CannotSubmit::Differs)) => {
                errors.add("differences_reason", l.t(message(&refusal)));
            }
            Err(refusal @ Refusal::Consent(_)) => {
                errors.add("consent_until", l.t(message(&refusal)));
            }
            Err(Refusal::Submit(CannotSubmit::Fields(mistakes))) => {
                for mistake in &mistakes {
                    errors.add(mistake.at.clone(), fields::in_words(l, mistake));
                }
            }
            Err(Refusal::Submit(
                cannot @ (CannotSubmit::NoTitle | CannotSubmit::NoText | CannotSubmit::FilesUnseen),
            )) => {
                let field = match cannot {
                    CannotSubmit::NoTitle => "title",
                    CannotSubmit::FilesUnseen => "file",
                    _ => "body",
                };
                errors.add(field, l.t(message(&Refusal::Submit(cannot))));
            }
            Err(refusal) => return Err(refused(ctx, refusal)),
        }
    }
    again(ctx, id, errors, form).await
}

/// Handed in, and what its author should still look at: it can be taken back.
async fn submitted(ctx: &Ctx, id: EditionId) -> Result<Response, Error> {
    let l = ctx.l();
    let edition = store::edition(&mut ctx.read().await?, &ctx.actor(), id).await?.ok_or(Error::NotFound)?;
    let warned = remarks(ctx, edition.language, &edition.in_words()).iter().any(|it| it.warning);
    let (tone, key) = match warned {
        true => (flash::Tone::Warning, "documents-submitted-with-remarks"),
        false => (flash::Tone::Success, "documents-submitted"),
    };
    Ok(flash::redirect_with(ctx, &work_path(id), tone, &l.t(key)))
}

async fn take_back(
    ctx: Ctx,
    Path(id): Path<EditionId>,
    Form(form): Form<VersionForm>,
) -> Result<Response, Error> {
    let mut tx = ctx.write().await?;
    actions::take_back(&mut tx, id, form.version).await.map_err(|refusal| refused(&ctx, refusal))?;
    tx.commit().await?;
    Ok(flash::redirect(&ctx, &format!("{}/edit", work_path(id)), &ctx.l().t("documents-taken-back")))
}
