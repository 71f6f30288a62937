//! The section `members`: the people of the portal, how they come in and how they are recognised.
//!
//! Nobody has a password. A person is *invited* to an organisation with a role, *joins* by the link in the
//! invitation and later *signs in* by a link that is mailed on request and good once, and by what `credentials/` knows:
//! passkeys, codes of an app. A *session* is one browser of theirs. *Suspended* people are out at once and everywhere; what they did stays.
//! A base section: any other may use its face. What a role may do is in the `policy.rs` of each section.

mod actions;
mod credentials;
mod events;
mod mails;
mod model;
mod oidc;
mod pages;
mod policy;
mod recovery;
mod routes;
mod samples;
mod store;
#[cfg(test)]
mod tests;

pub use actions::{CannotInvite, Invitation, invite, sign_in_link};
pub use model::Person;

use crate::web::{App, Feature, NavItem};
use model::{LinkId, Purpose, link_path};
use platform::actor::{MemberId, OrganisationId, Role};
use platform::db::{Query, Result};
use platform::jobs::{Handler, Schedule};
use platform::lang::{Lang, Locales};
use std::time::Duration;

const TIDY: &str = "members.tidy";

pub const FEATURE: Feature = Feature {
    name: "members",
    locales: Locales {
        ky: concat!(include_str!("locales/ky.ftl"), "\n", include_str!("credentials/locales/ky.ftl")),
        ru: concat!(include_str!("locales/ru.ftl"), "\n", include_str!("credentials/locales/ru.ftl")),
        en: concat!(include_str!("locales/en.ftl"), "\n", include_str!("credentials/locales/en.ftl")),
    },
    routes: routes::routes,
    statements: || [store::ALL, credentials::store::ALL, recovery::store::ALL, oidc::store::ALL].concat(),
    nav: &[NavItem {
        label: "members-nav",
        order: 60,
        path: "/members",
        shown_to: policy::may_list,
        count: None,
    }],
    events: events::KINDS,
    describe: events::describe,
    people: events::people,
    visible: Some(|_, actor, events| Box::pin(async move { Ok(events::visible(actor, events)) })),
    mails: mails::KINDS,
    jobs: &[Handler { kind: TIDY, attempts: 5, run: |app, job| Box::pin(tidy(app, job)) }],
    schedules: &[Schedule { kind: TIDY, every: Duration::from_secs(24 * 3600) }],
    gallery: Some(samples::gallery),
    seed: Some(|app, plan| Box::pin(samples::seed(app, plan))),
    panels: Some(|ctx, tx| {
        Box::pin(async move {
            let mut panels = recovery::panel(ctx, tx).await?;
            panels.extend(credentials::page::panel(ctx, tx).await?);
            Ok(panels)
        })
    }),
    open: Some(credentials::passkeys::open),
    confirm: Some(|ctx, form| Box::pin(credentials::confirmation::ask(ctx, form))),
    reseal: Some(|app, tx| Box::pin(credentials::totp::reseal(app, tx))),
    authenticate: Some(|app, cookie| Box::pin(async move { Ok(actions::authenticate(app, cookie).await?) })),
    names: Some(|tx, ids| Box::pin(async move { Ok(store::names(tx, ids).await?.into_iter().collect()) })),
    ..Feature::EMPTY
};

async fn tidy(app: App, job: platform::jobs::Job) -> anyhow::Result<()> {
    let mut tx = app.db.write(&platform::actor::Actor::System("members")).await?;
    actions::tidy(&mut tx).await?;
    job.complete(&mut tx).await?;
    Ok(tx.commit_unrecorded("ended sessions and old links").await?)
}

/// A member who joined and is not suspended.
pub async fn person(q: &mut impl Query, id: MemberId) -> Result<Option<Person>> {
    Ok(store::active(q, &[id]).await?.pop())
}

/// Those of these members who joined and are not suspended, in one query.
pub async fn people(q: &mut impl Query, ids: &[MemberId]) -> Result<Vec<Person>> {
    store::active(q, ids).await
}

/// The active members with a role, the longest known first.
pub async fn with_role(q: &mut impl Query, role: Role) -> Result<Vec<Person>> {
    store::with_role(q, role).await
}

/// The active members of an organisation, the longest known first.
pub async fn of_organisation(q: &mut impl Query, organisation: OrganisationId) -> Result<Vec<Person>> {
    store::of_organisation(q, organisation).await
}

/// The address, after the host, of an invitation's page.
pub fn invitation_path(app: &App, language: Lang, link: LinkId) -> String {
    link_path(&app.secrets, language, Purpose::Invitation, link)
}

/// The message key of a role in words.
pub const fn role_label(role: Role) -> &'static str {
    match role {
        Role::Reader => "members-role-reader",
        Role::Contributor => "members-role-contributor",
        Role::Approver => "members-role-approver",
        Role::Chair => "members-role-chair",
        Role::Operator => "members-role-operator",
    }
}
