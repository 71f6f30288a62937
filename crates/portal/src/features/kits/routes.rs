//! Kits over HTTP.

use super::actions::{self, Cannot};
use super::download::Download;
use super::events;
use super::forms::KitForm;
use super::model::{Kit, KitId};
use super::pages::{FormPage, Index, Inside, Options, Show, card};
use super::{path, store};
use crate::features::campaigns;
use crate::features::documents::{self, Filter};
use crate::features::programme::{self, Dimension};
use crate::web::proposals::{may_propose, may_publish};
use crate::web::{
    Ctx, Error, Form, FormErrors, LISTS, Routes, Shell, VersionForm, flash, history, html, public_html,
    public_html_at,
};
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use platform::db::ReadTx;
use serde::Deserialize;

pub fn routes() -> Routes {
    Routes::new()
        .public("/kits", index)
        .post("/kits", propose)
        .get("/kits/new", new)
        .public("/kits/{kit}", show)
        .post("/kits/{kit}", change)
        .get("/kits/{kit}/edit", edit)
        .costly("/kits/{kit}/download", download)
        .post("/kits/{kit}/publication", publish)
        .post("/kits/{kit}/publication/removal", take_back)
}

fn denied(ctx: &Ctx) -> Error {
    Error::Denied(ctx.l().t("kits-denied").into_owned())
}

/// Mistakes as the form shows them; everything else as an answer of its own.
fn mistakes(ctx: &Ctx, cannot: Cannot) -> Result<FormErrors, Error> {
    let mut errors = FormErrors::default();
    match cannot {
        Cannot::Mistakes(mistakes) => {
            for (field, key) in mistakes.into_iter().map(|mistake| mistake.words()) {
                errors.add(field, ctx.l().t(key));
            }
            Ok(errors)
        }
        Cannot::Denied => Err(denied(ctx)),
        Cannot::NotFound => Err(Error::NotFound),
        Cannot::Stale => Err(Error::Conflict(ctx.l().t("kits-stale").into_owned())),
        Cannot::Empty => Err(Error::Conflict(ctx.l().t("kits-empty-kit").into_owned())),
        Cannot::Db(error) => Err(error.into()),
    }
}

/// An answer of its own, where there is no form that could show mistakes.
fn refused(ctx: &Ctx, cannot: Cannot) -> Error {
    let stale = || Error::Conflict(ctx.l().t("kits-stale").into_owned());
    mistakes(ctx, cannot).err().unwrap_or_else(stale)
}

/// Keys of the programme; what it does not know narrows nothing.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Asked {
    audience: String,
    theme: String,
}

fn known(ctx: &Ctx, dimension: Dimension, key: &str) -> bool {
    programme::current(&ctx.app).name(dimension, key, ctx.lang).is_some()
}

async fn index(ctx: Ctx) -> Result<Response, Error> {
    let mut asked: Asked = serde_html_form::from_str(ctx.uri.query().unwrap_or_default()).unwrap_or_default();
    if !known(&ctx, Dimension::Audience, &asked.audience) {
        asked.audience.clear();
    }
    if !known(&ctx, Dimension::Theme, &asked.theme) {
        asked.theme.clear();
    }
    let mut tx = ctx.read().await?;
    let kits = store::published(&mut tx, &asked.audience, &asked.theme).await?;
    let proposed = store::proposed(&mut tx, &ctx.actor()).await?;
    let mut p = Shell::new(&ctx, &mut tx, &ctx.l().t("kits-title")).await?;
    p.canonical = Some(ctx.app.url(&ctx.path("/kits")));
    p.description = ctx.l().t("kits-lead").into_owned();
    let parts: Vec<String> = [("audience", &asked.audience), ("theme", &asked.theme)]
        .into_iter()
        .filter(|(_, key)| !key.is_empty())
        .map(|(name, key)| format!("{name}={key}"))
        .collect();
    let page = index_page(&ctx, p, &kits, &proposed, asked.audience, asked.theme);
    // Filters of one part are few; anybody can put together endless ones of two.
    let kept = if parts.len() > 1 { String::new() } else { parts.join("&") };
    public_html_at(&page, vec![LISTS], kept)
}

pub fn index_page(
    ctx: &Ctx,
    p: Shell,
    kits: &[Kit],
    proposed: &[Kit],
    audience: String,
    theme: String,
) -> Index {
    Index {
        p,
        kits: kits.iter().map(|kit| card(ctx, kit)).collect(),
        proposed: proposed.iter().map(|kit| card(ctx, kit)).collect(),
        may_propose: may_propose(ctx.member()),
        audiences: programme::options(ctx, Dimension::Audience, "kits-any-audience"),
        themes: programme::options(ctx, Dimension::Theme, "kits-any-theme"),
        filtered: usize::from(!audience.is_empty()) + usize::from(!theme.is_empty()),
        audience,
        theme,
    }
}

async fn found(ctx: &Ctx, tx: &mut ReadTx, id: &str) -> Result<Kit, Error> {
    let id: KitId = id.parse().map_err(|_| Error::NotFound)?;
    store::get(tx, &ctx.actor(), id).await?.ok_or(Error::NotFound)
}

async fn show(ctx: Ctx, Path(id): Path<String>) -> Result<Response, Error> {
    let l = ctx.l();
    let mut tx = ctx.read().await?;
    let kit = found(&ctx, &mut tx, &id).await?;
    let texts = store::items(&mut tx, kit.id).await?;
    let rows = documents::rows(&ctx, &mut tx, &texts).await?;
    let inside = match ctx.member() {
        None => None,
        Some(_) => Some(Inside {
            may_change: kit.proposal().changed_by(&ctx.actor()),
            may_publish: may_publish(&ctx.actor()),
            published: kit.published_at.is_some(),
            version: kit.version,
            missing: texts.len() - rows.len(),
            history: history(&ctx, &mut tx, events::subject(kit.id)).await?,
            base: ctx.path(&path(kit.id)),
        }),
    };
    let mut p = Shell::new(&ctx, &mut tx, kit.details.title.get(ctx.lang)).await?;
    p = p.crumb(ctx.path("/kits"), l.t("kits-title"));
    p.canonical = Some(ctx.app.url(&ctx.path(&path(kit.id))));
    let mut shown = vec![events::subject(kit.id), LISTS];
    shown.extend(texts.into_iter().map(documents::subject));
    public_html(&show_page(&ctx, p, &kit, rows, inside), shown)
}

pub fn show_page(
    ctx: &Ctx,
    mut p: Shell,
    kit: &Kit,
    rows: Vec<documents::Row>,
    inside: Option<Inside>,
) -> Show {
    let introduction = kit.details.introduction.get(ctx.lang);
    if let Some(first) = crate::web::markdown::to_text(introduction).lines().next() {
        p.description = first.chars().take(200).collect();
    }
    Show {
        p,
        card: card(ctx, kit),
        campaign: campaigns::link(ctx, kit.details.campaign),
        introduction: ctx.app.html(ctx.lang, introduction),
        rows,
        download: ctx.path(&format!("{}/download", path(kit.id))),
        inside,
    }
}

async fn download(ctx: Ctx, Path(id): Path<String>) -> Result<Response, Error> {
    let mut tx = ctx.read().await?;
    let kit = found(&ctx, &mut tx, &id).await?;
    let download = Download::load(&ctx, &mut tx, &kit).await?;
    drop(tx);
    Ok(download.respond(&ctx.app))
}

async fn new(ctx: Ctx) -> Result<Response, Error> {
    if !may_propose(ctx.member()) {
        return Err(denied(&ctx));
    }
    form(&ctx, None, KitForm::default(), FormErrors::default()).await
}

async fn edit(ctx: Ctx, Path(id): Path<String>) -> Result<Response, Error> {
    let mut tx = ctx.read().await?;
    let kit = found(&ctx, &mut tx, &id).await?;
    if !kit.proposal().changed_by(&ctx.actor()) {
        return Err(denied(&ctx));
    }
    let texts = store::items(&mut tx, kit.id).await?;
    let titles = documents::titles(&mut tx, &texts).await?;
    drop(tx);
    let line = |document: &documents::DocumentId| {
        let title = documents::title_in(&titles, *document, ctx.lang).map(|it| it.title.as_str());
        format!("{} {}", ctx.path(&documents::path(*document)), title.unwrap_or_default())
    };
    let lines: Vec<String> = texts.iter().map(|id| line(id).trim_end().to_owned()).collect();
    form(&ctx, Some(kit.id), KitForm::of(kit, lines.join("\n")), FormErrors::default()).await
}

/// The form, empty or as it was sent.
async fn form(ctx: &Ctx, kit: Option<KitId>, form: KitForm, errors: FormErrors) -> Result<Response, Error> {
    let mut tx = ctx.read().await?;
    let (listed, _) = documents::listed(&mut tx, ctx.lang, Filter::default(), None).await?;
    let newest = listed.into_iter().map(|it| (ctx.path(&documents::path(it.document)), it.title)).collect();
    let title = ctx.l().t(if kit.is_none() { "kits-new" } else { "kits-edit" });
    let p = Shell::new(ctx, &mut tx, &title).await?;
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((status, html(&form_page(ctx, p, kit, form, errors, newest))?).into_response())
}

pub fn form_page(
    ctx: &Ctx,
    p: Shell,
    kit: Option<KitId>,
    form: KitForm,
    errors: FormErrors,
    newest: Options,
) -> FormPage {
    FormPage {
        p: p.crumb(ctx.path("/kits"), ctx.l().t("kits-title")),
        errors,
        action: ctx.path(&kit.map_or_else(|| "/kits".to_owned(), path)),
        is_new: kit.is_none(),
        form,
        audiences: programme::options(ctx, Dimension::Audience, "kits-every-audience"),
        themes: programme::options(ctx, Dimension::Theme, "kits-no-theme"),
        campaigns: campaigns::choices(ctx, "kits-no-campaign"),
        newest,
    }
}

fn details(ctx: &Ctx, form: &KitForm) -> super::model::Details {
    let published = campaigns::published(&ctx.app);
    form.details(
        |audience, theme| (known(ctx, Dimension::Audience, audience), known(ctx, Dimension::Theme, theme)),
        |campaign| published.get(campaign).is_some(),
    )
}

async fn propose(ctx: Ctx, Form(sent): Form<KitForm>) -> Result<Response, Error> {
    let mut tx = ctx.write().await?;
    match actions::propose(&mut tx, details(&ctx, &sent), &sent.texts).await {
        Ok(id) => flash::keep(&ctx, tx, &path(id), "kits-proposed-saved").await,
        Err(cannot) => {
            tx.roll_back().await;
            let errors = mistakes(&ctx, cannot)?;
            form(&ctx, None, sent, errors).await
        }
    }
}

async fn change(ctx: Ctx, Path(id): Path<KitId>, Form(sent): Form<KitForm>) -> Result<Response, Error> {
    let mut tx = ctx.write().await?;
    match actions::change(&mut tx, id, sent.version, details(&ctx, &sent), &sent.texts).await {
        Ok(()) => flash::keep(&ctx, tx, &path(id), "kits-saved").await,
        Err(cannot) => {
            tx.roll_back().await;
            let errors = mistakes(&ctx, cannot)?;
            form(&ctx, Some(id), sent, errors).await
        }
    }
}

async fn publish(ctx: Ctx, Path(id): Path<KitId>, Form(sent): Form<VersionForm>) -> Result<Response, Error> {
    let mut tx = ctx.write().await?;
    let done_so = actions::publish(&mut tx, id, sent.version).await;
    flash::finish(&ctx, tx, &path(id), "kits-published", done_so, |cannot| refused(&ctx, cannot)).await
}

async fn take_back(
    ctx: Ctx,
    Path(id): Path<KitId>,
    Form(sent): Form<VersionForm>,
) -> Result<Response, Error> {
    let mut tx = ctx.write().await?;
    let done_so = actions::take_back(&mut tx, id, sent.version).await;
    flash::finish(&ctx, tx, &path(id), "kits-taken-back", done_so, |cannot| refused(&ctx, cannot)).await
}
