//! People of the sample world, and the section's pages made from them.

use super::model::Person;
use super::{events, store};
use crate::seed::Plan;
use crate::web::App;
use platform::actor::Actor;

/// They have all joined: a story begins when people are there.
pub async fn seed(app: &App, plan: &Plan) -> anyhow::Result<()> {
    let mut tx = app.db.write(&Actor::System("seed")).await?;
    for sample in &plan.world.people {
        let person = Person {
            id: tx.next_id(),
            name: sample.name.clone(),
            email: sample.email.clone(),
            language: sample.language,
            organisation: plan.id(&format!("organisation:{}", sample.organisation))?,
            role: sample.role,
        };
        store::insert(&mut tx, &person, true).await?;
        tx.record(events::of_member(events::JOINED, &person));
        plan.remember(format!("person:{}", sample.key), person.id);
    }
    Ok(tx.commit().await?)
}
