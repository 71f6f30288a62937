//! Organisations of the sample world, and the section's pages made from them.

use super::model::{NewOrganisation, OrganisationKind};
use super::{actions, store};
use crate::seed::{Plan, SampleOrganisation};
use crate::web::App;
use anyhow::Context;
use platform::actor::Actor;

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
