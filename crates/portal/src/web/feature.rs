//! What a section declares about itself. The shell, the readers and the tests ask these declarations; none of
//! them knows a section by name, so adding a section edits none of them. A reader of the log that has pages or
//! tables declares them in the same way.

use super::app::{App, Parts};
use super::context::{Ctx, Viewer};
use super::error::Error;
use super::names::Names;
use super::page::Link;
use super::routes::Routes;
use crate::settings::Settings;
use axum::response::Response;
use futures_util::future::BoxFuture;
use platform::activity::{Activity, Reader};
use platform::actor::{Actor, Member, MemberId, Role};
use platform::db::{ReadTx, Sql, WriteTx};
use platform::jobs::{Handler, Schedule};
use platform::lang::{L10n, Locales};
use platform::mail::MailKind;
use platform::subject::Subject;
use std::sync::Arc;

/// Somebody who is told of an event, by the in-app list and, with `mail`, by mail of that kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Notice {
    pub member: MemberId,
    pub mail: Option<&'static str>,
}

/// One entry of the main navigation.
#[derive(Clone, Copy)]
pub struct NavItem {
    /// The message key of its label.
    pub label: &'static str,
    /// Its place among all entries: lower comes first.
    pub order: u8,
    /// The path after the language.
    pub path: &'static str,
    pub shown_to: fn(Option<&Member>) -> bool,
    /// A number behind the label: what waits for this member here.
    pub count: Option<CountFor>,
}

/// A part of a member's home page.
pub struct Panel {
    /// Lower comes first: what waits, what is coming, what changed.
    pub order: u8,
    pub title: String,
    pub items: Vec<PanelItem>,
    /// Said when there is nothing, with what to do next.
    pub empty: String,
    pub more: Option<Link>,
}

pub struct PanelItem {
    pub link: Link,
    pub note: String,
}

/// A page of the gallery: a name and its HTML, made from samples in the language asked for.
pub struct GalleryPage {
    pub name: &'static str,
    pub html: String,
}

/// Rows that a section puts into the sample world. Earlier sections of the registry have already put theirs.
pub type Seed = for<'a> fn(&'a App, &'a crate::seed::Plan) -> BoxFuture<'a, anyhow::Result<()>>;

/// How many things wait for a member.
pub type CountFor = for<'a> fn(&'a mut ReadTx, &'a Member) -> BoxFuture<'a, platform::db::Result<i64>>;

/// Who is told of an event.
pub type LoadNotices =
    for<'a> fn(&'a mut WriteTx, &'a Activity) -> BoxFuture<'a, anyhow::Result<Vec<Notice>>>;

/// Makes the consumer of the log that a reader is.
pub type MakeReader = fn(&App) -> Arc<dyn Reader>;

/// The parts of a home page.
pub type LoadPanels = for<'a> fn(&'a Ctx, &'a mut ReadTx) -> BoxFuture<'a, Result<Vec<Panel>, Error>>;

/// Finds who holds a session cookie. One section, the one that knows the members, declares it.
pub type Authenticate = for<'a> fn(&'a App, &'a str) -> BoxFuture<'a, Result<Option<Viewer>, Error>>;

/// Answers a form that asks for a fresh proof of who sent it: the page that takes the proof and then gives the form back.
pub type AskToConfirm = for<'a> fn(&'a Ctx, &'a [u8]) -> BoxFuture<'a, Result<Response, Error>>;

/// Encrypts anew, with the current key, what the section stores encrypted. Returns how many values changed.
pub type Reseal = for<'a> fn(&'a App, &'a mut WriteTx) -> BoxFuture<'a, anyhow::Result<u64>>;

/// Loads the names of people. The section that knows the members declares it.
pub type LoadNames = for<'a> fn(&'a mut ReadTx, &'a [MemberId]) -> BoxFuture<'a, platform::db::Result<Names>>;

/// Which of these events this actor may see, in the same order.
pub type Visible =
    for<'a> fn(&'a mut ReadTx, &'a Actor, &'a [Activity]) -> BoxFuture<'a, platform::db::Result<Vec<bool>>>;

pub struct Feature {
    /// The section's word: folder, URL, prefix of tables, events and message keys.
    pub name: &'static str,
    pub locales: Locales,
    pub routes: fn() -> Routes,
    pub statements: fn() -> Vec<&'static Sql>,
    pub nav: &'static [NavItem],
    /// Every kind of event it records: a permanent contract.
    pub events: &'static [&'static str],
    /// The one sentence that says what happened. Every event kind has one.
    pub describe: fn(&Activity, &L10n, &Names) -> Option<String>,
    /// Members a sentence names beside the one who acted.
    pub people: fn(&Activity) -> Vec<MemberId>,
    /// Where the record of an event can be seen; the path after the language.
    pub path: fn(&Activity) -> Option<String>,
    /// Who may see an event. Without it, every member may.
    pub visible: Option<Visible>,
    /// Who is told.
    pub notices: Option<LoadNotices>,
    /// The subjects whose public pages an event changes.
    pub touches: fn(&Activity) -> Vec<Subject>,
    pub mails: &'static [MailKind<App>],
    /// What it does with every event of the log, the other sections' too.
    pub reader: Option<MakeReader>,
    pub jobs: &'static [Handler<App>],
    pub schedules: &'static [Schedule],
    /// Its parts of a member's home page.
    pub panels: Option<LoadPanels>,
    pub gallery: Option<fn(&Ctx) -> Vec<GalleryPage>>,
    pub seed: Option<Seed>,
    /// Loads what the section keeps in memory for the whole run.
    pub open: Option<fn(&Settings, &mut Parts) -> anyhow::Result<()>>,
    pub authenticate: Option<Authenticate>,
    pub confirm: Option<AskToConfirm>,
    pub reseal: Option<Reseal>,
    pub names: Option<LoadNames>,
}

impl Feature {
    /// A section that declares nothing. The others are written as differences from it.
    pub const EMPTY: Feature = Feature {
        name: "",
        locales: Locales { ky: "", ru: "", en: "" },
        routes: Routes::new,
        statements: Vec::new,
        nav: &[],
        events: &[],
        describe: |_, _, _| None,
        people: |_| Vec::new(),
        path: |_| None,
        visible: None,
        notices: None,
        touches: |_| Vec::new(),
        mails: &[],
        reader: None,
        jobs: &[],
        schedules: &[],
        panels: None,
        gallery: None,
        seed: None,
        open: None,
        authenticate: None,
        confirm: None,
        reseal: None,
        names: None,
    };

    /// Whether this section wrote an event: kinds begin with the section's name.
    pub fn owns(&self, event: &Activity) -> bool {
        event.kind.split('.').next() == Some(self.name)
    }
}

/// For [`NavItem::shown_to`].
pub fn everybody(_: Option<&Member>) -> bool {
    true
}

pub fn members(viewer: Option<&Member>) -> bool {
    viewer.is_some()
}

pub fn moderators(viewer: Option<&Member>) -> bool {
    viewer.is_some_and(|member| matches!(member.role, Role::Chair | Role::Approver))
}
