//! Kits of the sample world, and the section's pages made from samples.

use super::actions;
use super::forms::KitForm;
use super::model::{Details, Kit, Mistake};
use super::pages::Inside;
use super::routes::{form_page, index_page, show_page};
use crate::features::documents::{self, DocumentId, Row};
use crate::features::members;
use crate::seed::{self, Plan};
use crate::web::{App, Ctx, FormErrors, GalleryPage, Shell};
use anyhow::Context as _;
use askama::Template;
use platform::actor::{Actor, Member, MemberId};
use platform::clock::Timestamp;
use platform::lang::{Lang, Localized};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sample {
    by: String,
    #[serde(default)]
    published: bool,
    #[serde(default)]
    audience: String,
    #[serde(default)]
    theme: String,
    /// A key of `campaigns.toml`.
    #[serde(default)]
    campaign: Option<String>,
    title: Localized<String>,
    introduction: Localized<String>,
    texts: Vec<String>,
}

#[derive(Deserialize)]
struct SampleFile {
    kit: Vec<Sample>,
}

pub async fn seed(app: &App, plan: &Plan) -> anyhow::Result<()> {
    let file: SampleFile = toml::from_str(&seed::text("kits.toml")?).context("samples/kits.toml")?;
    for sample in file.kit {
        let by: MemberId = plan.id(&format!("person:{}", sample.by))?;
        let person =
            members::person(&mut app.db.read().await?, by).await?.context("a person of the world")?;
        let (organisation, role, language) = (person.organisation, person.role, person.language);
        let mut tx = app.db.write(&Actor::Member(Member { id: by, organisation, role, language })).await?;
        let mut lines = String::new();
        for folder in &sample.texts {
            let document: DocumentId = plan.id(&format!("document:{folder}"))?;
            lines += &format!("{document}\n");
        }
        let Sample { audience, theme, title, introduction, campaign, .. } = sample;
        let campaign = campaign.map(|key| plan.id(&format!("campaign:{key}"))).transpose()?;
        let details = Details { title, introduction, audience, theme, campaign };
        let id = actions::propose(&mut tx, details, &lines).await?;
        if sample.published {
            actions::publish(&mut tx, id, 1).await?;
        }
        tx.commit().await?;
    }
    Ok(())
}

fn example(id: i64, published: bool) -> Kit {
    Kit {
        id: id.into(),
        organisation: 7.into(),
        details: Details {
            title: Localized {
                ky: "Жолго чыгардын алдында текшерилүүчү нерселер, үй-бүлө менен кошо".into(),
                ru: "Что проверить перед дорогой, вместе с семьёй".into(),
                en: "What to check before the road, together with the family".into(),
            },
            introduction: Localized::from_fn(|_| "Басып чыгарып, **илип коюңуз**.".to_owned()),
            audience: "migrants".into(),
            theme: "safe-migration".into(),
            campaign: None,
        },
        version: 1,
        changed_at: Timestamp(0),
        published_at: published.then_some(Timestamp(0)),
    }
}

fn row(ctx: &Ctx) -> Row {
    Row {
        document: 2.into(),
        edition: 3.into(),
        href: "#main".into(),
        lang: Lang::Ky,
        kind: ctx.l().t(documents::kind_label(documents::Kind::Brochure)).into_owned(),
        title: "Жолго чыгардын алдында".into(),
        summary: "Келишим, дарек, номер.".into(),
        level: documents::level_badge(Some(documents::Level::Agreed), ctx.l()),
        iso: "2026-11-23T03:00:00Z".into(),
        date: "23.11.2026".into(),
        organisation: "«Жол чырагы»".into(),
        note: ctx.l().f1("web-only-in", "language", Lang::Ky.own_name()),
    }
}

pub fn gallery(ctx: &Ctx) -> Vec<GalleryPage> {
    let l = ctx.l();
    let shell = |key: &str| Shell::plain(ctx, &l.t(key));
    let index = |kits: &[Kit], proposed: &[Kit], audience: &str| {
        let mut page = index_page(ctx, shell("kits-title"), kits, proposed, audience.into(), String::new());
        page.may_propose = !proposed.is_empty();
        page
    };
    let inside = |published, missing| Inside {
        may_change: true,
        may_publish: true,
        published,
        version: 1,
        missing,
        history: Vec::new(),
        base: "#main".into(),
    };
    let show = |kit: &Kit, rows, inside| {
        show_page(ctx, Shell::plain(ctx, kit.details.title.get(ctx.lang)), kit, rows, inside)
    };
    let mut errors = FormErrors::default();
    for (field, key) in [Mistake::TitleMissing(Lang::Ru), Mistake::Unknown].map(Mistake::words) {
        errors.add(field, l.t(key));
    }
    let form = |key, kit: Option<i64>, form, errors| {
        let newest = vec![("/ky/documents/0000000000002".to_owned(), "Жолго чыгардын алдында".to_owned())];
        form_page(ctx, shell(key), kit.map(Into::into), form, errors, newest)
    };
    let typed = KitForm::of(example(1, false), "/ky/documents/0000000000002 Жолго".into());
    let (public, proposal) = (example(1, true), example(2, false));
    vec![
        page("kits-index", &index(std::slice::from_ref(&public), &[], "")),
        page(
            "kits-index-members",
            &index(std::slice::from_ref(&public), std::slice::from_ref(&proposal), ""),
        ),
        page("kits-index-empty", &index(&[], &[], "migrants")),
        page("kits-show", &show(&public, vec![row(ctx), row(ctx)], None)),
        page("kits-show-members", &show(&public, vec![row(ctx)], Some(inside(true, 1)))),
        page("kits-show-proposal", &show(&proposal, Vec::new(), Some(inside(false, 0)))),
        page("kits-form", &form("kits-edit", Some(1), typed, FormErrors::default())),
        page("kits-form-new", &form("kits-new", None, KitForm::default(), errors)),
    ]
}

fn page(name: &'static str, page: &impl Template) -> GalleryPage {
    GalleryPage { name, html: page.render().expect("a page made from samples") }
}
