//! The section `members`: the people of the portal, how they come in and how they are recognised.
//!
//! Nobody has a password. A person is *invited* to an organisation with a role, *joins* by the link in the
//! invitation and later *signs in* by a link that is mailed on request and good once, and by what `credentials/` knows:
//! passkeys, codes of an app. A *session* is one browser of theirs. *Suspended* people are out at once and everywhere; what they did stays.
//! A base section: any other may use its face. What a role may do is in the `policy.rs` of each section.

mod actions;
mod alternates;
mod asking;
mod changes;
mod credentials;
mod events;
mod handover;
mod mails;
mod memberships;
mod model;
mod oidc;
mod pages;
mod policy;
mod privacy;
mod recovery;
mod requests;
mod routes;
mod samples;
mod store;
#[cfg(test)]
mod tests;

pub use actions::{CannotInvite, Freshness, Invitation, invite, sign_in_link};
pub use model::Person;

use crate::web::{App, Feature, Merge, NavItem, Notice, Personal};
use model::{LinkId, Purpose, link_path};
use platform::activity::Activity;
use platform::actor::{MemberId, OrganisationId, Role};
use platform::db::{Query, Result, Sql, WriteTx};
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
    statements,
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
    path: changes::path,
    notices: Some(|tx, event| Box::pin(notices(tx, event))),
    reroute: Some(|tx, notices| Box::pin(alternates::reroute(tx, notices))),
    personal: Some(Personal {
        copy: |tx, id| Box::pin(privacy::own_part(tx, id)),
        // What this section keeps goes with the person, in the same transaction.
        erase: |_, _| Box::pin(async { Ok(()) }),
    }),
    visible: Some(|_, actor, events| Box::pin(async move { Ok(events::visible(actor, events)) })),
    mails: mails::KINDS,
    jobs: &[Handler { kind: TIDY, attempts: 5, run: |app, job| Box::pin(tidy(app, job)) }, asking::HANDLER],
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
    open: Some(|settings, parts| {
        credentials::passkeys::open(settings, parts)?;
        oidc::open(settings, parts)
    }),
    confirm: Some(|ctx, form| Box::pin(credentials::confirmation::ask(ctx, form))),
    reseal: Some(|app, tx| Box::pin(credentials::totp::reseal(app, tx))),
    authenticate: Some(|app, cookie| Box::pin(async move { Ok(actions::authenticate(app, cookie).await?) })),
    names: Some(|tx, ids| Box::pin(async move { Ok(store::names(tx, ids).await?.into_iter().collect()) })),
    merge: Some(Merge {
        count: |tx, from| {
            Box::pin(async move { Ok(vec![("members-moves", store::count_of(tx, from).await?)]) })
        },
        carry: |tx, from, into| Box::pin(carry(tx, from, into)),
    }),
    ..Feature::EMPTY
};

fn statements() -> Vec<&'static Sql> {
    let nouns = [
        requests::store::ALL,
        memberships::store::ALL,
        alternates::store::ALL,
        privacy::store::ALL,
        credentials::store::ALL,
        recovery::store::ALL,
        oidc::store::ALL,
    ];
    [store::ALL].into_iter().chain(nouns).flatten().copied().collect()
}

/// Two organisations became one: everybody of the first belongs to the second.
async fn carry(tx: &mut WriteTx, from: OrganisationId, into: OrganisationId) -> Result<()> {
    store::carry(tx, from, into).await?;
    requests::store::carry(tx, from, into).await?;
    memberships::store::carry(tx, from, into).await
}

/// The chair hears of requests; people hear of what the chair changes about them, and whom they stand in for.
async fn notices(tx: &mut WriteTx, event: &Activity) -> anyhow::Result<Vec<Notice>> {
    let told = |member| Notice { member, mail: None };
    Ok(match event.kind.as_str() {
        changes::REQUEST_RECEIVED => {
            let chairs = store::with_role(tx, Role::Chair).await?;
            chairs.into_iter().map(|person| told(person.id)).collect()
        }
        changes::ROLE_CHANGED
        | changes::ORGANISATION_ADDED
        | changes::ORGANISATION_REMOVED
        | changes::ALTERNATE_NAMED
        | changes::ALTERNATE_ENDED
        | changes::WORK_HANDED_OVER => changes::people(event).into_iter().map(told).collect(),
        _ => Vec::new(),
    })
}

async fn tidy(app: App, job: platform::jobs::Job) -> anyhow::Result<()> {
    let mut tx = app.db.write(&platform::actor::Actor::System("members")).await?;
    actions::tidy(&mut tx).await?;
    requests::tidy(&mut tx).await?;
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
