//! The section `documents`: the library of texts that everybody passes on, and how each comes to be approved.
//!
//! A *document* is one message. It has no state; its *editions* do: an edition is one language's text with its
//! files. ky/ru/en editions of one document are *siblings*. Submitted and published editions never change: a
//! correction is a new edition, which supersedes the one before.
//!
//! draft → submitted → (returned with reasons →) approved → published → superseded | withdrawn | removed
//!
//! Invariants: an approval is bound to the SHA-256 of the exact text and lapses on any change; nobody approves what
//! they submitted; a stale page approves nothing; a draft is invisible outside its organisations (tested in
//! `tests.rs`, `policy.rs` and `approval/model.rs`). One edition of a language is open and one is current at most:
//! two unique indexes of the migration hold that.

mod actions;
mod addresses;
mod approval;
mod comparison;
mod consents;
mod draft;
mod events;
mod face;
mod facts;
mod feed;
#[cfg(test)]
mod feed_tests;
mod fields;
mod freshness;
mod gallery;
mod handover;
mod head;
mod import;
mod lists;
mod model;
mod notices;
mod pages;
mod papers;
mod partner;
mod policy;
mod publication;
mod reading;
mod references;
mod routes;
mod samples;
mod search;
mod snippet;
mod store;
mod terms;
#[cfg(test)]
mod tests;
mod trust;
mod verification;
mod words;

pub use actions::Refusal;
pub use face::{Became, Title, became, begin, is_published, kind_of, of_kind, path, title_in, titles};
pub use import::READ_DOCX;
pub use lists::{Cursor, Filter, Listed};
pub use model::{DocumentId, EditionId, Kind, Level, State};
pub use pages::{Badge, level_badge, work_path};
pub use reading::{
    Head, Row, address_pages, addresses, bodies, by_kind, by_term, files_of, head_for, heads, listed,
    named_in, places, rows, subject, supporters,
};
pub use terms::{code as tag_code, tag_name};
pub use words::kind as kind_label;

use crate::web::{Feature, NavItem, everybody, moderators};
use platform::db::Sql;
use platform::lang::Locales;

pub const FEATURE: Feature = Feature {
    name: "documents",
    locales: Locales {
        ky: concat!(
            include_str!("locales/ky.ftl"),
            "\n",
            include_str!("fields/locales/ky.ftl"),
            "\n",
            include_str!("consents/locales/ky.ftl"),
            "\n",
            include_str!("comparison/locales/ky.ftl"),
            "\n",
            include_str!("import/locales/ky.ftl"),
            "\n",
            include_str!("freshness/locales/ky.ftl")
        ),
        ru: concat!(
            include_str!("locales/ru.ftl"),
            "\n",
            include_str!("fields/locales/ru.ftl"),
            "\n",
            include_str!("consents/locales/ru.ftl"),
            "\n",
            include_str!("comparison/locales/ru.ftl"),
            "\n",
            include_str!("import/locales/ru.ftl"),
            "\n",
            include_str!("freshness/locales/ru.ftl")
        ),
        en: concat!(
            include_str!("locales/en.ftl"),
            "\n",
            include_str!("fields/locales/en.ftl"),
            "\n",
            include_str!("consents/locales/en.ftl"),
            "\n",
            include_str!("comparison/locales/en.ftl"),
            "\n",
            include_str!("import/locales/en.ftl"),
            "\n",
            include_str!("freshness/locales/en.ftl")
        ),
    },
    routes: routes::routes,
    open: Some(|settings, parts| {
        parts.put(lists::Counts::default());
        parts.put(import::Importer::of_this_program());
        parts.put(addresses::Asker::open(settings)?);
        Ok(())
    }),
    statements,
    nav: &[
        NavItem { label: "documents-title", order: 10, path: "/documents", shown_to: everybody, count: None },
        NavItem {
            label: "documents-waiting-title",
            order: 11,
            path: "/documents/waiting",
            shown_to: moderators,
            count: Some(|tx, member| Box::pin(notices::count_waiting(tx, member))),
        },
        NavItem {
            label: "documents-work-title",
            order: 12,
            path: "/documents/work",
            shown_to: |member| member.is_some_and(policy::can_create),
            count: Some(|tx, member| Box::pin(notices::count_returned(tx, member))),
        },
    ],
    events: events::KINDS,
    describe: events::describe,
    people: events::people,
    path: events::path,
    visible: Some(|tx, actor, events| Box::pin(notices::visible(tx, actor, events))),
    notices: Some(|tx, event| Box::pin(notices::notices(tx, event))),
    touches: events::touches,
    mails: approval::mails::KINDS,
    jobs: &[
        publication::PUBLISH,
        publication::REMIND,
        consents::HANDLER,
        freshness::jobs::HANDLER,
        addresses::HANDLER,
    ],
    schedules: &[consents::SCHEDULE, freshness::jobs::SCHEDULE, addresses::SCHEDULE],
    panels: Some(|ctx, tx| Box::pin(notices::panels(ctx, tx))),
    notice_mails: approval::mails::NOTICE_MAILS,
    open_work: Some(handover::OPEN_WORK),
    personal: Some(handover::PERSONAL),
    panels_of: Some(|ctx, tx, subject| Box::pin(partner::panels(ctx, tx, subject))),
    merge: Some(partner::MERGE),
    search: Some(search::SEARCH),
    reader: Some(|_| std::sync::Arc::new(verification::Index)),
    gallery: Some(|ctx| gallery::pages(ctx).into_iter().chain(freshness::gallery(ctx)).collect()),
    seed: Some(|app, plan| Box::pin(samples::seed(app, plan))),
    ..Feature::EMPTY
};

fn statements() -> Vec<&'static Sql> {
    let fixed = [
        store::ALL,
        face::ALL,
        reading::ALL,
        approval::store::ALL,
        publication::store::ALL,
        lists::ALL,
        partner::ALL,
        handover::ALL,
        trust::store::ALL,
        consents::ALL,
        comparison::ALL,
        freshness::ALL,
        references::ALL,
        addresses::ALL,
        search::ALL,
        samples::ALL,
    ];
    fixed
        .into_iter()
        .flatten()
        .copied()
        .chain(lists::statements())
        .chain(verification::store::statements())
        .collect()
}
