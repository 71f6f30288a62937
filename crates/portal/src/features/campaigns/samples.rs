//! Campaigns of the sample world, and the section's pages made from samples.

use super::actions;
use super::forms::CampaignForm;
use super::model::{Campaign, Details, Entered, Line, Mistake, Published, Reach};
use super::pages::{Inside, show_page, today};
use super::routes::{form_page, index_page};
use crate::features::members;
use crate::features::organisations::{Organisation, OrganisationKind};
use crate::features::programme::{self, Dimension};
use crate::seed::{self, Plan};
use crate::web::{App, Ctx, FormErrors, GalleryPage, Link, Panel, PanelItem, Shell};
use anyhow::{Context as _, ensure};
use askama::Template;
use jiff::ToSpan;
use platform::actor::{Actor, Member, MemberId};
use platform::clock::Timestamp;
use platform::lang::{Lang, Localized};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sample {
    key: String,
    by: String,
    #[serde(default)]
    published: bool,
    starts_in_days: i64,
    ends_in_days: i64,
    theme: String,
    audiences: Vec<String>,
    #[serde(default)]
    regions: Vec<String>,
    channels: Vec<String>,
    #[serde(default)]
    supporting: Vec<String>,
    title: Localized<String>,
    goal: Localized<String>,
}

#[derive(Deserialize)]
struct SampleFile {
    campaign: Vec<Sample>,
}

pub async fn seed(app: &App, plan: &Plan) -> anyhow::Result<()> {
    let file: SampleFile =
        toml::from_str(&seed::text("campaigns.toml")?).context("samples/campaigns.toml")?;
    let today = app.l(Lang::Ky).today(app.db.clock().now());
    for sample in file.campaign {
        let by: MemberId = plan.id(&format!("person:{}", sample.by))?;
        let person =
            members::person(&mut app.db.read().await?, by).await?.context("a person of the world")?;
        let (organisation, role, language) = (person.organisation, person.role, person.language);
        let programme = programme::current(app);
        let lists = [
            (Dimension::Audience, &sample.audiences),
            (Dimension::Region, &sample.regions),
            (Dimension::Channel, &sample.channels),
        ];
        for (dimension, keys) in lists {
            for key in keys {
                let known = programme.name(dimension, key, Lang::En).is_some();
                ensure!(known, "{}: the programme has no {} `{key}`", sample.key, dimension.code());
            }
        }
        let entered = Entered {
            title: sample.title,
            goal: sample.goal,
            starts: Some(today.checked_add(sample.starts_in_days.days())?),
            ends: Some(today.checked_add(sample.ends_in_days.days())?),
            theme: sample.theme,
            reach: Reach { audiences: sample.audiences, regions: sample.regions, channels: sample.channels },
            supporters: sample
                .supporting
                .iter()
                .map(|key| plan.id(&format!("organisation:{key}")))
                .collect::<anyhow::Result<_>>()?,
        };
        let mut tx = app.db.write(&Actor::Member(Member { id: by, organisation, role, language })).await?;
        let id = actions::propose(&mut tx, entered).await?;
        if sample.published {
            actions::publish(&mut tx, id, 1).await?;
        }
        tx.commit().await?;
        plan.remember(format!("campaign:{}", sample.key), id);
    }
    Ok(())
}

/// A campaign that starts in so many days and lasts three weeks.
fn example(ctx: &Ctx, id: i64, starts_in: i64, published: bool) -> Campaign {
    let day = |days: i64| today(ctx).saturating_add(days.days());
    Campaign {
        id: id.into(),
        organisation: 7.into(),
        details: Details {
            title: Localized {
                ky: "Жол үйдөн башталат: жолго чыгардын алдында үй-бүлөңүз менен кеңешиңиз".into(),
                ru: "Дорога начинается дома: посоветуйтесь с семьёй перед отъездом".into(),
                en: "The road starts at home: talk with your family before you leave".into(),
            },
            goal: Localized::from_fn(|_| "Үч нерсени **текшериңиз**.".to_owned()),
            starts: day(starts_in),
            ends: day(starts_in + 21),
            theme: "safe-migration".into(),
            reach: Reach {
                audiences: vec!["migrants".into(), "at-risk".into()],
                regions: vec!["kg-o".into(), "kg-b".into()],
                channels: vec!["television".into()],
            },
            supporters: vec![8.into()],
        },
        version: 1,
        changed_at: Timestamp(0),
        published_at: published.then_some(Timestamp(0)),
    }
}

pub fn gallery(ctx: &Ctx) -> Vec<GalleryPage> {
    let l = ctx.l();
    let shell = |key: &str| Shell::plain(ctx, &l.t(key));
    let index = |published: Vec<Campaign>, proposed: &[Line], audience: &str| {
        let published = Published(published);
        let mut page =
            index_page(ctx, shell("campaigns-title"), &published, proposed, audience.into(), String::new());
        page.may_propose = !proposed.is_empty();
        page
    };
    let inside = |published| Inside {
        may_change: true,
        may_publish: true,
        published,
        version: 1,
        one_kind_of_channel: true,
        history: Vec::new(),
        base: "#main".into(),
    };
    let link = |_| Link::new("#main", "«Жол чырагы» коомдук фонду");
    let panel = || Panel {
        order: 1,
        title: l.t("campaigns-all").into_owned(),
        items: vec![PanelItem {
            link: Link::new("#main", "Жолго чыгардын алдында"),
            note: "23.11.2026".into(),
        }],
        empty: String::new(),
        more: None,
    };
    let show = |campaign: &Campaign, inside: Option<Inside>| {
        let p = Shell::plain(ctx, campaign.details.title.get(ctx.lang));
        let panels = if inside.is_none() { vec![panel()] } else { Vec::new() };
        show_page(ctx, p, campaign, link, panels, inside)
    };
    let mut errors = FormErrors::default();
    for (field, key) in
        [Mistake::TitleMissing(Lang::Ru), Mistake::EndsBefore, Mistake::NoAudience].map(Mistake::words)
    {
        errors.add(field, l.t(key));
    }
    let partner = Organisation::new(
        8.into(),
        OrganisationKind::LocalCso,
        Localized::from_fn(|_| "«Жол чырагы» коомдук фонду".to_owned()),
    );
    let form = |key, campaign: Option<i64>, form, errors| {
        let organisations = std::slice::from_ref(&partner);
        form_page(ctx, shell(key), campaign.map(Into::into), form, organisations, errors)
    };
    let (running, coming, over) =
        (example(ctx, 1, -3, true), example(ctx, 2, 40, true), example(ctx, 3, -90, true));
    let proposal = example(ctx, 4, 10, false);
    let typed = CampaignForm::of(proposal.clone());
    let all = || vec![running.clone(), coming.clone(), over.clone()];
    vec![
        page("campaigns-index", &index(all(), &[], "")),
        page("campaigns-index-members", &index(all(), &[proposal.line()], "")),
        page("campaigns-index-empty", &index(Vec::new(), &[], "population")),
        page("campaigns-show", &show(&running, None)),
        page("campaigns-show-over", &show(&over, None)),
        page("campaigns-show-members", &show(&coming, Some(inside(true)))),
        page("campaigns-show-proposal", &show(&proposal, Some(inside(false)))),
        page("campaigns-form", &form("campaigns-edit", Some(4), typed, FormErrors::default())),
        page("campaigns-form-new", &form("campaigns-new", None, CampaignForm::default(), errors)),
    ]
}

fn page(name: &'static str, page: &impl Template) -> GalleryPage {
    GalleryPage { name, html: page.render().expect("a page made from samples") }
}
