//! The section `organisations`: the partners of the programme, for everybody to see. A base section: any other
//! may use its face. People of an organisation are in `members`; what it published comes from the sections themselves
//! (`Feature::panels_of`). Its contact is never a person's; accreditation and reports are not here.

mod actions;
mod events;
mod merging;
mod model;
mod pages;
mod policy;
mod routes;
mod samples;
mod search;
mod store;
#[cfg(test)]
mod tests;

pub use actions::{CannotSave, create};
pub use events::{MERGERS, subject};
pub use model::{NewOrganisation, Organisation, OrganisationKind, Trust};

use crate::web::{Feature, NavItem, everybody};
use platform::actor::OrganisationId;
use platform::db::{Query, Result};
use platform::lang::{Locales, Localized};
use std::collections::HashMap;

pub const FEATURE: Feature = Feature {
    name: "organisations",
    locales: Locales {
        ky: include_str!("locales/ky.ftl"),
        ru: include_str!("locales/ru.ftl"),
        en: include_str!("locales/en.ftl"),
    },
    routes: routes::routes,
    statements: || store::ALL.to_vec(),
    foot: &[NavItem {
        label: "organisations-nav",
        order: 5,
        path: "/partners",
        shown_to: everybody,
        count: None,
    }],
    events: events::KINDS,
    describe: events::describe,
    path: events::path,
    visible: Some(|_, actor, events| Box::pin(async move { Ok(events::visible(actor, events)) })),
    touches: events::touches,
    search: Some(search::SEARCH),
    gallery: Some(samples::gallery),
    seed: Some(|app, plan| Box::pin(samples::seed(app, plan))),
    ..Feature::EMPTY
};

/// The page of an organisation; the path after the language.
pub fn path(id: OrganisationId) -> String {
    format!("/partners/{id}")
}

pub async fn get(q: &mut impl Query, id: OrganisationId) -> Result<Option<Organisation>> {
    store::get(q, id).await
}

/// All of them but merged duplicates, the oldest first.
pub async fn all(q: &mut impl Query) -> Result<Vec<Organisation>> {
    store::all(q).await
}

/// The names of these, in one query.
pub async fn names(
    q: &mut impl Query,
    ids: &[OrganisationId],
) -> Result<HashMap<OrganisationId, Localized<String>>> {
    store::names(q, ids).await
}

/// The organisation that is called exactly so in one of the languages.
pub async fn by_name(q: &mut impl Query, name: &str) -> Result<Option<Organisation>> {
    store::by_name(q, name).await
}
