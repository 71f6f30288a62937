//! The data of the section's pages, and what other pages show of kits.

use super::forms::KitForm;
use super::model::{Kit, KitId};
use super::{path, store};
use crate::features::campaigns::{self, CampaignId};
use crate::features::documents::{self, DocumentId, Row};
use crate::features::programme::{self, Dimension};
use crate::web::proposals::may_publish;
use crate::web::{Ctx, Error, FormErrors, HistoryEntry, Link, Panel, PanelItem, Shell};
use askama::Template;
use platform::db::{Query, ReadTx, Result as DbResult};
use platform::lang::Localized;
use platform::subject::Subject;

/// Values and words of a choice.
pub type Options = Vec<(String, String)>;

/// A kit in a list.
pub struct Card {
    pub href: String,
    pub title: String,
    pub audience: String,
    pub theme: String,
}

pub fn card(ctx: &Ctx, kit: &Kit) -> Card {
    let (programme, details) = (programme::current(&ctx.app), &kit.details);
    let name = |dimension, key: &str| programme.name(dimension, key, ctx.lang).unwrap_or_default().to_owned();
    Card {
        href: ctx.path(&path(kit.id)),
        title: details.title.get(ctx.lang).clone(),
        audience: name(Dimension::Audience, &details.audience),
        theme: name(Dimension::Theme, &details.theme),
    }
}

#[derive(Template)]
#[template(path = "features/kits/pages/index.html")]
pub struct Index {
    pub p: Shell,
    pub kits: Vec<Card>,
    /// For members: what readers do not see.
    pub proposed: Vec<Card>,
    pub may_propose: bool,
    pub audiences: Options,
    pub themes: Options,
    pub audience: String,
    pub theme: String,
    pub filtered: usize,
}

/// What members may do with a kit.
pub struct Inside {
    pub may_change: bool,
    pub may_publish: bool,
    pub published: bool,
    pub version: i64,
    /// Texts of the kit that readers do not get: nothing of them is published.
    pub missing: usize,
    pub history: Vec<HistoryEntry>,
    pub base: String,
}

#[derive(Template)]
#[template(path = "features/kits/pages/show.html")]
pub struct Show {
    pub p: Shell,
    pub card: Card,
    pub campaign: Option<Link>,
    pub introduction: String,
    pub rows: Vec<Row>,
    pub download: String,
    pub inside: Option<Inside>,
}

#[derive(Template)]
#[template(path = "features/kits/pages/form.html")]
pub struct FormPage {
    pub p: Shell,
    pub errors: FormErrors,
    pub action: String,
    pub is_new: bool,
    pub form: KitForm,
    pub audiences: Options,
    pub themes: Options,
    pub campaigns: Options,
    /// Lines to copy: addresses and titles of the newest texts.
    pub newest: Vec<(String, String)>,
}

/// Published kits as links: of an audience, or all.
pub async fn links(ctx: &Ctx, tx: &mut ReadTx, audience: Option<&str>) -> DbResult<Vec<Link>> {
    let kits = store::published(tx, audience.unwrap_or_default(), "").await?;
    let link = |kit: &Kit| Link::new(ctx.path(&path(kit.id)), kit.details.title.get(ctx.lang).clone());
    Ok(kits.iter().map(link).collect())
}

/// The paths of all published kits, after the language.
pub async fn published_paths(q: &mut impl Query) -> DbResult<Vec<String>> {
    Ok(store::published(q, "", "").await?.iter().map(|kit| path(kit.id)).collect())
}

/// A published kit for other programs.
pub struct Published {
    pub id: KitId,
    pub title: Localized<String>,
    pub introduction: Localized<String>,
    pub audience: String,
    pub theme: String,
    pub campaign: Option<CampaignId>,
    pub texts: Vec<DocumentId>,
}

pub async fn published(q: &mut impl Query) -> DbResult<Vec<Published>> {
    let kits = store::published(q, "", "").await?;
    let mut items = store::all_items(q, &kits.iter().map(|kit| kit.id).collect::<Vec<_>>()).await?;
    let of = |kit: Kit| {
        let (own, others) = items.drain(..).partition::<Vec<_>, _>(|(id, _)| *id == kit.id);
        items = others;
        Published {
            id: kit.id,
            title: kit.details.title,
            introduction: kit.details.introduction,
            audience: kit.details.audience,
            theme: kit.details.theme,
            campaign: kit.details.campaign,
            texts: own.into_iter().map(|(_, document)| document).collect(),
        }
    };
    Ok(kits.into_iter().map(of).collect())
}

/// For everybody the newest kits, for those who decide the proposals too.
pub async fn panels(ctx: &Ctx, tx: &mut ReadTx) -> Result<Vec<Panel>, Error> {
    let l = ctx.l();
    let panel = |order, title: &str, kits: &[Kit]| {
        let item = |kit: &Kit| {
            let card = card(ctx, kit);
            PanelItem { link: Link::new(card.href, card.title), note: card.audience }
        };
        let items: Vec<PanelItem> = kits.iter().take(5).map(item).collect();
        let more = Some(Link::new(ctx.path("/kits"), l.t("kits-all")));
        (!items.is_empty()).then(|| Panel {
            order,
            title: l.t(title).into_owned(),
            items,
            empty: String::new(),
            more,
        })
    };
    let published = store::published(tx, "", "").await?;
    let mut panels: Vec<Panel> = panel(35, "kits-title", &published).into_iter().collect();
    if may_publish(&ctx.actor()) {
        let proposed = store::proposed(tx, &ctx.actor()).await?;
        panels.extend(panel(13, "kits-proposed", &proposed));
    }
    Ok(panels)
}

/// The published kits that hold a document.
pub async fn uses(ctx: &Ctx, tx: &mut ReadTx, subject: Subject) -> Result<Vec<Link>, Error> {
    let document = DocumentId::from(subject.id);
    if subject != documents::subject(document) {
        return Ok(Vec::new());
    }
    let kits = store::with_document(tx, document).await?;
    let link = |(id, title): &(KitId, Localized<String>)| {
        Link::new(ctx.path(&path(*id)), ctx.l().f1("kits-kit", "title", title.get(ctx.lang).as_str()))
    };
    Ok(kits.iter().map(link).collect())
}

/// The published kits that were made for a campaign.
pub async fn panels_of(ctx: &Ctx, tx: &mut ReadTx, of: Subject) -> Result<Vec<Panel>, Error> {
    let campaign = CampaignId::from(of.id);
    if of != campaigns::subject(campaign) {
        return Ok(Vec::new());
    }
    let kits = store::of_campaign(tx, campaign).await?;
    let item = |kit: &Kit| {
        let card = card(ctx, kit);
        PanelItem { link: Link::new(card.href, card.title), note: card.audience }
    };
    let items: Vec<PanelItem> = kits.iter().map(item).collect();
    let title = ctx.l().t("kits-of-campaign").into_owned();
    let panel = Panel { order: 5, title, items, empty: String::new(), more: None };
    Ok(if panel.items.is_empty() { Vec::new() } else { vec![panel] })
}
