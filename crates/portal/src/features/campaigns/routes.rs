//! Campaigns over HTTP.

use super::actions::{self, Cannot};
use super::events;
use super::forms::CampaignForm;
use super::model::{Campaign, CampaignId, Line, Phase, Published, Reach};
use super::pages::{FormPage, Index, Inside, Part, card, item, partners, show_page, today};
use super::{INDEX, memory, path, store};
use crate::features::organisations::{self, Organisation};
use crate::features::programme::{self, Dimension};
use crate::web::proposals::{may_propose, may_publish};
use crate::web::{
    Choice, ChoiceGroup, Ctx, Error, Form, FormErrors, LISTS, Routes, Shell, TODAY, VersionForm, flash,
    history, html, panels_of, public_html, public_html_at,
};
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use platform::db::ReadTx;
use serde::Deserialize;

pub fn routes() -> Routes {
    Routes::new()
        .public(INDEX, index)
        .post(INDEX, propose)
        .get("/campaigns/new", new)
        .public("/campaigns/{campaign}", show)
        .post("/campaigns/{campaign}", change)
        .get("/campaigns/{campaign}/edit", edit)
        .post("/campaigns/{campaign}/publication", publish)
        .post("/campaigns/{campaign}/publication/removal", take_back)
}

fn denied(ctx: &Ctx) -> Error {
    Error::Denied(ctx.l().t("campaigns-denied").into_owned())
}

/// Mistakes as the form shows them; everything else as an answer of its own.
fn mistakes(ctx: &Ctx, cannot: Cannot) -> Result<FormErrors, Error> {
    match cannot {
        Cannot::Mistakes(mistakes) => {
            let mut errors = FormErrors::default();
            for (field, key) in mistakes.into_iter().map(|mistake| mistake.words()) {
                errors.add(field, ctx.l().t(key));
            }
            Ok(errors)
        }
        Cannot::Denied => Err(denied(ctx)),
        Cannot::NotFound => Err(Error::NotFound),
        Cannot::Stale => Err(Error::Conflict(ctx.l().t("campaigns-stale").into_owned())),
        Cannot::Db(error) => Err(error.into()),
    }
}

/// An answer of its own, where there is no form that could show mistakes.
fn refused(ctx: &Ctx, cannot: Cannot) -> Error {
    let stale = || Error::Conflict(ctx.l().t("campaigns-stale").into_owned());
    mistakes(ctx, cannot).err().unwrap_or_else(stale)
}

/// Keys of the programme; what it does not know narrows nothing.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Asked {
    audience: String,
    region: String,
}

impl Asked {
    fn of(ctx: &Ctx) -> Asked {
        let asked: Asked = serde_html_form::from_str(ctx.uri.query().unwrap_or_default()).unwrap_or_default();
        let programme = programme::current(&ctx.app);
        let known = |dimension, key: String| match programme.name(dimension, &key, ctx.lang) {
            Some(_) => key,
            None => String::new(),
        };
        Asked {
            audience: known(Dimension::Audience, asked.audience),
            region: known(Dimension::Region, asked.region),
        }
    }

    fn fits(&self, campaign: &Campaign) -> bool {
        let reach = &campaign.details.reach;
        (self.audience.is_empty() || reach.audiences.contains(&self.audience))
            && (self.region.is_empty() || reach.regions.contains(&self.region))
    }
}

async fn index(ctx: Ctx) -> Result<Response, Error> {
    let asked = Asked::of(&ctx);
    let mut tx = ctx.read().await?;
    let proposed = store::proposed(&mut tx, &ctx.actor()).await?;
    let mut p = Shell::new(&ctx, &mut tx, &ctx.l().t("campaigns-title")).await?;
    p.canonical = Some(ctx.app.url(&ctx.path(INDEX)));
    p.description = ctx.l().t("campaigns-lead").into_owned();
    let parts: Vec<String> = [("audience", &asked.audience), ("region", &asked.region)]
        .into_iter()
        .filter(|(_, key)| !key.is_empty())
        .map(|(name, key)| format!("{name}={key}"))
        .collect();
    let page = index_page(&ctx, p, &memory::published(&ctx.app), &proposed, asked.audience, asked.region);
    // Filters of one part are few; anybody can put together endless ones of two.
    let kept = if parts.len() > 1 { String::new() } else { parts.join("&") };
    public_html_at(&page, vec![LISTS, TODAY], kept)
}

pub fn index_page(
    ctx: &Ctx,
    p: Shell,
    published: &Published,
    proposed: &[Line],
    audience: String,
    region: String,
) -> Index {
    let l = ctx.l();
    let asked = Asked { audience, region };
    let part = |phase, id, title: &str| Part {
        id,
        title: l.t(title).into_owned(),
        cards: published
            .of(phase, today(ctx))
            .into_iter()
            .filter(|it| asked.fits(it))
            .map(|it| card(ctx, it))
            .collect(),
    };
    let parts = [
        part(Phase::Running, "running", "campaigns-running-now"),
        part(Phase::Coming, "coming", "campaigns-coming-next"),
        part(Phase::Over, "over", "campaigns-that-are-over"),
    ];
    Index {
        p,
        parts: parts.into_iter().filter(|part| !part.cards.is_empty()).collect(),
        proposed: proposed.iter().map(|line| item(ctx, line)).collect(),
        may_propose: may_propose(ctx.member()),
        audiences: programme::options(ctx, Dimension::Audience, "campaigns-any-audience"),
        regions: programme::options(ctx, Dimension::Region, "campaigns-any-region"),
        filtered: usize::from(!asked.audience.is_empty()) + usize::from(!asked.region.is_empty()),
        audience: asked.audience,
        region: asked.region,
    }
}

async fn found(ctx: &Ctx, tx: &mut ReadTx, id: &str) -> Result<Campaign, Error> {
    let id: CampaignId = id.parse().map_err(|_| Error::NotFound)?;
    store::get(tx, &ctx.actor(), id).await?.ok_or(Error::NotFound)
}

async fn show(ctx: Ctx, Path(id): Path<String>) -> Result<Response, Error> {
    let mut tx = ctx.read().await?;
    let campaign = found(&ctx, &mut tx, &id).await?;
    let subject = events::subject(campaign.id);
    let link = partners(&ctx, &mut tx, &campaign).await?;
    let panels = panels_of(&ctx, &mut tx, subject).await?;
    let inside = match ctx.member() {
        None => None,
        Some(_) => Some(Inside {
            may_change: campaign.proposal().changed_by(&ctx.actor()),
            may_publish: may_publish(&ctx.actor()),
            published: campaign.published_at.is_some(),
            version: campaign.version,
            one_kind_of_channel: campaign.details.one_kind_of_channel(programme::current(&ctx.app)),
            history: history(&ctx, &mut tx, subject).await?,
            base: ctx.path(&path(campaign.id)),
        }),
    };
    let mut p = Shell::new(&ctx, &mut tx, campaign.details.title.get(ctx.lang)).await?;
    p = p.crumb(ctx.path(INDEX), ctx.l().t("campaigns-title"));
    p.canonical = Some(ctx.app.url(&ctx.path(&path(campaign.id))));
    let with = campaign.details.supporters.iter().chain([&campaign.organisation]);
    let shown = with.map(|id| organisations::subject(*id)).chain([subject, LISTS, TODAY]).collect();
    public_html(&show_page(&ctx, p, &campaign, link, panels, inside), shown)
}

async fn new(ctx: Ctx) -> Result<Response, Error> {
    if !may_propose(ctx.member()) {
        return Err(denied(&ctx));
    }
    form(&ctx, None, CampaignForm::default(), FormErrors::default()).await
}

async fn edit(ctx: Ctx, Path(id): Path<String>) -> Result<Response, Error> {
    let campaign = found(&ctx, &mut ctx.read().await?, &id).await?;
    if !campaign.proposal().changed_by(&ctx.actor()) {
        return Err(denied(&ctx));
    }
    form(&ctx, Some(campaign.id), CampaignForm::of(campaign), FormErrors::default()).await
}

/// The form, empty or as it was sent.
async fn form(
    ctx: &Ctx,
    campaign: Option<CampaignId>,
    form: CampaignForm,
    errors: FormErrors,
) -> Result<Response, Error> {
    let mut tx = ctx.read().await?;
    let organisations = organisations::all(&mut tx).await?;
    let title = ctx.l().t(if campaign.is_none() { "campaigns-new" } else { "campaigns-edit" });
    let p = Shell::new(ctx, &mut tx, &title).await?;
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let page = form_page(ctx, p, campaign, form, &organisations, errors);
    Ok((status, html(&page)?).into_response())
}

pub fn form_page(
    ctx: &Ctx,
    p: Shell,
    campaign: Option<CampaignId>,
    form: CampaignForm,
    organisations: &[Organisation],
    errors: FormErrors,
) -> FormPage {
    let l = ctx.l();
    let reach = |dimension| programme::choice_group(ctx, dimension, form.ticked(dimension));
    let mut groups: Vec<ChoiceGroup> = Reach::DIMENSIONS.into_iter().map(reach).collect();
    let supporter = |it: &Organisation| {
        let key = it.id.to_string();
        Choice { chosen: form.supporter.contains(&key), key, words: it.name.get(l.lang).clone() }
    };
    let mut supporters: Vec<Choice> = organisations.iter().map(supporter).collect();
    supporters.sort_by(|a, b| l.compare(&a.words, &b.words));
    groups.push(ChoiceGroup::new("supporter", l.t("campaigns-supporters"), supporters));
    FormPage {
        p: p.crumb(ctx.path(INDEX), l.t("campaigns-title")),
        errors,
        action: ctx.path(&campaign.map_or_else(|| INDEX.to_owned(), path)),
        is_new: campaign.is_none(),
        themes: programme::options(ctx, Dimension::Theme, "campaigns-no-theme"),
        groups,
        form,
    }
}

async fn propose(ctx: Ctx, Form(sent): Form<CampaignForm>) -> Result<Response, Error> {
    let mut tx = ctx.write().await?;
    match actions::propose(&mut tx, sent.entered(programme::current(&ctx.app))).await {
        Ok(id) => flash::keep(&ctx, tx, &path(id), "campaigns-proposed-saved").await,
        Err(cannot) => {
            tx.roll_back().await;
            let errors = mistakes(&ctx, cannot)?;
            form(&ctx, None, sent, errors).await
        }
    }
}

async fn change(
    ctx: Ctx,
    Path(id): Path<CampaignId>,
    Form(sent): Form<CampaignForm>,
) -> Result<Response, Error> {
    let mut tx = ctx.write().await?;
    let entered = sent.entered(programme::current(&ctx.app));
    match actions::change(&mut tx, id, sent.version, entered).await {
        Ok(()) => flash::keep(&ctx, tx, &path(id), "campaigns-saved").await,
        Err(cannot) => {
            tx.roll_back().await;
            let errors = mistakes(&ctx, cannot)?;
            form(&ctx, Some(id), sent, errors).await
        }
    }
}

async fn publish(
    ctx: Ctx,
    Path(id): Path<CampaignId>,
    Form(sent): Form<VersionForm>,
) -> Result<Response, Error> {
    let mut tx = ctx.write().await?;
    let outcome = actions::publish(&mut tx, id, sent.version).await;
    flash::finish(&ctx, tx, &path(id), "campaigns-published", outcome, |cannot| refused(&ctx, cannot)).await
}

async fn take_back(
    ctx: Ctx,
    Path(id): Path<CampaignId>,
    Form(sent): Form<VersionForm>,
) -> Result<Response, Error> {
    let mut tx = ctx.write().await?;
    let outcome = actions::take_back(&mut tx, id, sent.version).await;
    flash::finish(&ctx, tx, &path(id), "campaigns-taken-back", outcome, |cannot| refused(&ctx, cannot)).await
}
