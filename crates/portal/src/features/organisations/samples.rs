//! Organisations of the sample world, and the section's pages made from them.

use super::model::{Mistake, NewOrganisation, Organisation, OrganisationKind};
use super::routes::{self, OrganisationForm};
use super::{actions, store};
use crate::seed::{Plan, SampleOrganisation};
use crate::web::{App, Ctx, FormErrors, GalleryPage, Shell};
use anyhow::Context;
use askama::Template;
use platform::actor::{Actor, OrganisationId};
use platform::lang::Localized;

fn details(sample: &SampleOrganisation) -> anyhow::Result<NewOrganisation> {
    let kind = OrganisationKind::parse(&sample.kind);
    Ok(NewOrganisation {
        kind: kind.with_context(|| format!("{} is no kind of organisation", sample.kind))?,
        name: sample.name(),
        website: sample.website.clone(),
        regions: sample.regions.clone(),
    })
}

pub async fn seed(app: &App, plan: &Plan) -> anyhow::Result<()> {
    let mut tx = app.db.write(&Actor::System("seed")).await?;
    let known = store::all(&mut tx).await?.len();
    anyhow::ensure!(known == 0, "this portal has organisations already; the sample world needs an empty one");
    for sample in &plan.world.organisations {
        let id = actions::create(&mut tx, details(sample)?).await?;
        plan.remember(format!("organisation:{}", sample.key), id);
    }
    Ok(tx.commit().await?)
}

pub fn gallery(ctx: &Ctx) -> Vec<GalleryPage> {
    let l = ctx.l();
    let shell = |title: &str| Shell::plain(ctx, &l.t(title));
    let (organisations, regions) = examples();
    let first = organisations[0].clone();
    let first_regions: Vec<String> =
        regions.iter().filter(|(id, _)| *id == first.id).map(|(_, key)| key.clone()).collect();
    let show = routes::show_page(ctx, Shell::plain(ctx, first.name.get(ctx.lang)), first, &first_regions);
    let mut errors = FormErrors::default();
    let (field, key) = Mistake::Website.words();
    errors.add(field, l.t(key));
    vec![
        page(
            "organisations-index",
            &routes::index_page(ctx, shell("organisations-index"), organisations, &regions, None),
        ),
        page(
            "organisations-index-empty",
            &routes::index_page(
                ctx,
                shell("organisations-index"),
                Vec::new(),
                &[],
                Some(OrganisationKind::Media),
            ),
        ),
        page("organisations-show", &show),
        page("organisations-form", &routes::form_page(ctx, None, OrganisationForm::default(), errors)),
    ]
}

fn page(name: &'static str, page: &impl Template) -> GalleryPage {
    GalleryPage { name, html: page.render().expect("a page made from samples") }
}

/// Three partners that no sample file is needed for.
fn examples() -> (Vec<Organisation>, Vec<(OrganisationId, String)>) {
    let example = |id: i64, kind, ky: &str, ru: &str, en: &str| Organisation {
        id: id.into(),
        kind,
        name: Localized { ky: ky.into(), ru: ru.into(), en: en.into() },
        website: "https://partner.example".into(),
    };
    let organisations = vec![
        example(
            1,
            OrganisationKind::Media,
            "«Кечки кербен» радиосу",
            "Радио «Кечки кербен»",
            "Kechki Kerben Radio",
        ),
        example(
            2,
            OrganisationKind::LocalCso,
            "«Жол чырагы» коомдук фонду",
            "Общественный фонд «Жол чырагы»",
            "Jol Chyragy Public Foundation",
        ),
        example(
            3,
            OrganisationKind::RegionalOffice,
            "Ош эмгек жана миграция башкармалыгы (үлгү)",
            "Ошское управление труда и миграции (пример)",
            "Osh Office of Labour and Migration (sample)",
        ),
    ];
    let regions = [(1, "kg-n"), (2, "kg-b"), (3, "kg-go"), (3, "kg-o")];
    (organisations, regions.map(|(id, key)| (id.into(), key.to_owned())).to_vec())
}
