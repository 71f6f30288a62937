//! The data of the section's pages, and what other pages show of campaigns.

use super::forms::CampaignForm;
use super::model::{Campaign, CampaignId, Line, Phase, Reach};
use super::{memory, path, store};
use crate::features::organisations;
use crate::features::programme::{self, Dimension};
use crate::web::proposals::may_publish;
use crate::web::{ChoiceGroup, Ctx, Error, FormErrors, HistoryEntry, Link, Panel, PanelItem, Shell};
use askama::Template;
use jiff::civil::Date;
use platform::actor::OrganisationId;
use platform::db::ReadTx;
use platform::lang::L10n;
use platform::subject::Subject;

/// Values and words of a choice.
pub type Options = Vec<(String, String)>;

/// A campaign in a list.
pub struct Card {
    pub href: String,
    pub title: String,
    pub days: String,
    pub audiences: Vec<String>,
}

pub fn today(ctx: &Ctx) -> Date {
    ctx.l().today(ctx.app.db.clock().now())
}

/// From the first day to the last.
fn days(l: &L10n, starts: Date, ends: Date) -> String {
    if starts == ends {
        return l.day(starts);
    }
    l.f("campaigns-days", &[("starts", l.day(starts).into()), ("ends", l.day(ends).into())])
}

/// The names of what a campaign reaches, in the order of the programme.
fn names(ctx: &Ctx, dimension: Dimension, keys: &[String]) -> Vec<String> {
    let terms = programme::current(&ctx.app).terms(dimension);
    let known = terms.filter(|(key, _)| keys.iter().any(|known| known == key));
    known.map(|(_, name)| name.get(ctx.lang).clone()).collect()
}

pub fn card(ctx: &Ctx, campaign: &Campaign) -> Card {
    let details = &campaign.details;
    Card {
        href: ctx.path(&path(campaign.id)),
        title: details.title.get(ctx.lang).clone(),
        days: days(ctx.l(), details.starts, details.ends),
        audiences: names(ctx, Dimension::Audience, &details.reach.audiences),
    }
}

/// A campaign as a link with its days.
pub fn item(ctx: &Ctx, line: &Line) -> PanelItem {
    PanelItem {
        link: Link::new(ctx.path(&path(line.id)), line.title.get(ctx.lang).clone()),
        note: days(ctx.l(), line.starts, line.ends),
    }
}

/// Campaigns of one phase, under the words for it.
pub struct Part {
    pub id: &'static str,
    pub title: String,
    pub cards: Vec<Card>,
}

#[derive(Template)]
#[template(path = "features/campaigns/pages/index.html")]
pub struct Index {
    pub p: Shell,
    /// What runs, what comes, what is over; without those parts of which there is nothing.
    pub parts: Vec<Part>,
    /// For members: what readers do not see.
    pub proposed: Vec<PanelItem>,
    pub may_propose: bool,
    pub audiences: Options,
    pub regions: Options,
    pub audience: String,
    pub region: String,
    pub filtered: usize,
}

/// The message that says where a campaign stands, and the class of its badge.
pub fn phase(phase: Phase) -> (&'static str, &'static str) {
    match phase {
        Phase::Running => ("campaigns-running", "agreed"),
        Phase::Coming => ("campaigns-coming", "none"),
        Phase::Over => ("campaigns-over", "none"),
    }
}

/// What members may do with a campaign.
pub struct Inside {
    pub may_change: bool,
    pub may_publish: bool,
    pub published: bool,
    pub version: i64,
    /// Every channel is of one kind.
    pub one_kind_of_channel: bool,
    pub history: Vec<HistoryEntry>,
    pub base: String,
}

#[derive(Template)]
#[template(path = "features/campaigns/pages/show.html")]
pub struct Show {
    pub p: Shell,
    pub card: Card,
    pub phase: (&'static str, &'static str),
    pub goal: String,
    pub theme: String,
    pub regions: Vec<String>,
    pub channels: Vec<String>,
    pub lead: Link,
    pub supporters: Vec<Link>,
    pub panels: Vec<Panel>,
    pub inside: Option<Inside>,
}

#[derive(Template)]
#[template(path = "features/campaigns/pages/form.html")]
pub struct FormPage {
    pub p: Shell,
    pub errors: FormErrors,
    pub action: String,
    pub is_new: bool,
    pub form: CampaignForm,
    pub themes: Options,
    pub groups: Vec<ChoiceGroup>,
}

/// A campaign as its page shows it; `links` leads to organisations.
pub fn show_page(
    ctx: &Ctx,
    mut p: Shell,
    campaign: &Campaign,
    link: impl Fn(OrganisationId) -> Link,
    panels: Vec<Panel>,
    inside: Option<Inside>,
) -> Show {
    let details = &campaign.details;
    let goal = details.goal.get(ctx.lang);
    if let Some(first) = crate::web::markdown::to_text(goal).lines().next() {
        p.description = first.chars().take(200).collect();
    }
    let [_, regions, channels] =
        Reach::DIMENSIONS.map(|dimension| names(ctx, dimension, details.reach.of(dimension)));
    let theme = programme::current(&ctx.app).name(Dimension::Theme, &details.theme, ctx.lang);
    Show {
        p,
        card: card(ctx, campaign),
        phase: phase(details.phase(today(ctx))),
        goal: ctx.app.html(ctx.lang, goal),
        theme: theme.unwrap_or_default().to_owned(),
        regions,
        channels,
        lead: link(campaign.organisation),
        supporters: details.supporters.iter().map(|id| link(*id)).collect(),
        panels,
        inside,
    }
}

/// Links to the organisations that have a part in a campaign.
pub async fn partners(
    ctx: &Ctx,
    tx: &mut ReadTx,
    campaign: &Campaign,
) -> Result<impl Fn(OrganisationId) -> Link + use<>, Error> {
    let mut ids = campaign.details.supporters.clone();
    ids.push(campaign.organisation);
    let names = organisations::names(tx, &ids).await?;
    let (lang, base) = (ctx.lang, ctx.path(""));
    Ok(move |id: OrganisationId| {
        let name = names.get(&id).map(|name| name.get(lang).clone()).unwrap_or_default();
        Link::new(format!("{base}{}", organisations::path(id)), name)
    })
}

/// Published campaigns that may be chosen for something, the latest to start first, after the words for none. One that was
/// chosen before stays a choice.
pub fn choices(ctx: &Ctx, none: &str) -> Options {
    let published = memory::published(&ctx.app);
    let choice = |it: &Campaign| (it.id.to_string(), it.details.title.get(ctx.lang).clone());
    let none = (String::new(), ctx.l().t(none).into_owned());
    std::iter::once(none).chain(published.0.iter().map(choice)).collect()
}

/// A published campaign as a link, for what was made for it.
pub fn link(ctx: &Ctx, id: Option<CampaignId>) -> Option<Link> {
    let published = memory::published(&ctx.app);
    let campaign = published.get(id?)?;
    Some(Link::new(ctx.path(&path(campaign.id)), campaign.details.title.get(ctx.lang).clone()))
}

fn panel(ctx: &Ctx, order: u8, title: &str, campaigns: Vec<Line>) -> Option<Panel> {
    let items: Vec<PanelItem> = campaigns.iter().take(5).map(|line| item(ctx, line)).collect();
    (!items.is_empty()).then(|| Panel {
        order,
        title: ctx.l().t(title).into_owned(),
        items,
        empty: String::new(),
        more: Some(Link::new(ctx.path(super::INDEX), ctx.l().t("campaigns-all"))),
    })
}

/// For everybody what runs, or else what comes; for those who decide the proposals too.
pub async fn panels(ctx: &Ctx, tx: &mut ReadTx) -> Result<Vec<Panel>, Error> {
    let (published, today) = (memory::published(&ctx.app), today(ctx));
    let of = |phase, title| panel(ctx, 32, title, lines(published.of(phase, today)));
    let shown =
        of(Phase::Running, "campaigns-running-now").or_else(|| of(Phase::Coming, "campaigns-coming-next"));
    let mut panels: Vec<Panel> = shown.into_iter().collect();
    if may_publish(&ctx.actor()) {
        let proposed = store::proposed(tx, &ctx.actor()).await?;
        panels.extend(panel(ctx, 14, "campaigns-proposed", proposed));
    }
    Ok(panels)
}

fn lines(campaigns: Vec<&Campaign>) -> Vec<Line> {
    campaigns.into_iter().map(Campaign::line).collect()
}

/// The campaigns that an organisation leads or supports.
pub fn panels_of(ctx: &Ctx, of: Subject) -> Vec<Panel> {
    let organisation = OrganisationId::from(of.id);
    if of != organisations::subject(organisation) {
        return Vec::new();
    }
    let published = memory::published(&ctx.app);
    let takes_part =
        |it: &&Campaign| it.organisation == organisation || it.details.supporters.contains(&organisation);
    let campaigns = published.0.iter().filter(takes_part).collect();
    panel(ctx, 20, "campaigns-title", lines(campaigns)).into_iter().collect()
}
