//! The section `files`: what members upload and every other section attaches. A *file* is its name, type, owner
//! and the SHA-256 of its content; the bytes lie in `platform::files::Store`. It never changes: a corrected
//! file is a new one.
//!
//! It is *private* until something that carries it is published; then it is *public* under a permanent address. When all
//! that carried it was removed from the public, it is *withdrawn*: its address says so, and only its organisation reads it.
//! Other sections hold ids of files and ask this face; which text carries which file is theirs to know.

mod actions;
mod cleaning;
mod content;
#[cfg(test)]
mod content_tests;
mod events;
mod model;
mod pages;
mod policy;
mod respond;
mod routes;
mod samples;
mod store;
#[cfg(test)]
mod tests;
mod texts;
mod upload;
mod words;

pub use actions::{Confirmed, Refused, all_confirmed, max_bytes, publish, store_bytes, withdraw};
pub use cleaning::CLEAN;
pub use events::{FILE, TEXT_READ, subject};
pub use model::{File, FileId, MediaType};
pub use policy::can_read;
pub use respond::{Disposition, respond};
pub use routes::uploaded;
pub use texts::{EXTRACT, texts, words_of};
pub use upload::{Fields, Upload, put_aside, take_in, turn_down};

use crate::web::{App, Feature, Merge, NavItem, Personal, members};
use platform::db::Query;
use platform::jobs::{Handler, Schedule};
use platform::lang::Locales;
use std::time::Duration;

const SWEEP: &str = "files.sweep";

const HANDLERS: [Handler<App>; 3] = {
    let [read, queue] = texts::HANDLERS;
    let sweep = Handler {
        kind: SWEEP,
        attempts: 3,
        run: |app, _| Box::pin(async move { actions::sweep(&app).await }),
    };
    [sweep, read, queue]
};

pub const FEATURE: Feature = Feature {
    name: "files",
    locales: Locales {
        ky: include_str!("locales/ky.ftl"),
        ru: include_str!("locales/ru.ftl"),
        en: include_str!("locales/en.ftl"),
    },
    routes: routes::routes,
    open: Some(|_, parts| {
        parts.put(cleaning::Cleaner::of_this_program());
        parts.put(texts::Extractor::of_this_program());
        Ok(())
    }),
    nav: &[NavItem { label: "files-nav", order: 30, path: "/files", shown_to: members, count: None }],
    statements: || [store::ALL, texts::ALL].concat(),
    events: events::KINDS,
    describe: events::describe,
    path: |event| Some(format!("/files/{}", FileId::from(event.subject_id))),
    visible: Some(|tx, actor, events| Box::pin(events::visible(tx, actor, events))),
    touches: events::touches,
    jobs: &HANDLERS,
    schedules: &[Schedule { kind: SWEEP, every: Duration::from_hours(24) }, texts::SCHEDULE],
    gallery: Some(samples::gallery),
    personal: Some(Personal {
        copy: |tx, id| Box::pin(store::copy(tx, id)),
        erase: |_, _| Box::pin(async { Ok(()) }),
    }),
    merge: Some(Merge {
        count: |tx, from| {
            Box::pin(async move { Ok(vec![("files-moves", store::count_of(tx, from).await?)]) })
        },
        carry: |tx, from, into| Box::pin(store::carry(tx, from, into)),
    }),
    ..Feature::EMPTY
};

/// These files, in the order asked for; removed ones are left out. The caller has decided that they may be seen.
pub async fn get(q: &mut impl Query, ids: &[FileId]) -> platform::db::Result<Vec<File>> {
    store::by_ids(q, ids).await
}

/// The endings of names that are taken, for file fields of forms.
pub fn accepted_endings() -> Vec<&'static str> {
    MediaType::ALL.into_iter().flat_map(MediaType::endings).copied().collect()
}

/// The address of the small picture of a picture; it never changes either. No file has this name, since all have an ending.
pub fn thumbnail_path(file: &File) -> Option<String> {
    file.thumbnail.map(|_| format!("/files/{}/thumbnail", file.id))
}

/// The permanent address, the same in every language: `/files/{id}/{name}`.
pub fn path(file: &File) -> String {
    format!("/files/{}/{}", file.id, respond::encoded(&file.name))
}
