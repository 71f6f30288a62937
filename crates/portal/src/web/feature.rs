//! What a section declares about itself. The shell, the readers and the tests ask these declarations; none of
//! them knows a section by name, so adding a section edits none of them. A reader of the log that has pages or
//! tables declares them in the same way.

use super::app::{App, Parts};
use super::context::{Ctx, Viewer};
use super::error::Error;
use super::inserts::Insert;
use super::names::Names;
use super::page::{CallLine, Link};
use super::remarks::Remarks;
use super::routes::Routes;
use super::search::{LoadSynonyms, Search};
use crate::settings::Settings;
use axum::response::Response;
use futures_util::future::BoxFuture;
use platform::activity::{Activity, Reader};
use platform::actor::{Actor, Member, MemberId, OrganisationId, Role};
use platform::db::{ReadTx, Sql, WriteTx};
use platform::jobs::{Handler, Schedule};
use platform::lang::{L10n, Lang, Locales};
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

/// A figure: its name, what it counts, its value.
pub type Gauge = (&'static str, &'static str, i64);

/// Keys of sentences, each with how many.
type Counted = platform::db::Result<Vec<(&'static str, i64)>>;
type Listed = Result<Vec<(OrganisationId, PanelItem)>, Error>;

/// Rows that a section puts into the sample world. Earlier sections of the registry have already put theirs.
pub type Seed = for<'a> fn(&'a App, &'a crate::seed::Plan) -> BoxFuture<'a, anyhow::Result<()>>;

/// How many things wait for a member.
pub type CountFor = for<'a> fn(&'a mut ReadTx, &'a Member) -> BoxFuture<'a, platform::db::Result<i64>>;

/// Who is told of an event.
pub type LoadNotices =
    for<'a> fn(&'a mut WriteTx, &'a Activity) -> BoxFuture<'a, anyhow::Result<Vec<Notice>>>;

/// Notices as they shall go out, after alternates and wishes of their receivers. The section that knows them declares it.
pub type Reroute =
    for<'a> fn(&'a mut WriteTx, Vec<Notice>) -> BoxFuture<'a, platform::db::Result<Vec<Notice>>>;

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

/// A section's part of the public page of a record of another one, say of an organisation.
pub type LoadPanelsOf =
    for<'a> fn(&'a Ctx, &'a mut ReadTx, Subject) -> BoxFuture<'a, Result<Vec<Panel>, Error>>;

/// How a section brings what it keeps of an organisation to another one, when two turn out to be the same.
#[derive(Clone, Copy)]
pub struct Merge {
    /// How much there is, by the message that counts it in words.
    pub count: for<'a> fn(&'a mut ReadTx, OrganisationId) -> BoxFuture<'a, Counted>,
    /// Moves everything from the first to the second.
    pub carry: for<'a> fn(
        &'a mut WriteTx,
        OrganisationId,
        OrganisationId,
    ) -> BoxFuture<'a, platform::db::Result<()>>,
}

/// What a section keeps of somebody's unfinished work, for when they leave.
#[derive(Clone, Copy)]
pub struct OpenWork {
    /// As lines for the one who asks, each with the organisation it belongs to: what they may not see is there without its
    /// title.
    pub list: for<'a> fn(&'a Ctx, &'a mut ReadTx, MemberId) -> BoxFuture<'a, Listed>,
    /// Moves what somebody has open in an organisation to a colleague, and records it; returns how much it was.
    pub hand_over: for<'a> fn(
        &'a mut WriteTx,
        MemberId,
        MemberId,
        OrganisationId,
    ) -> BoxFuture<'a, platform::db::Result<i64>>,
}

/// What a section keeps about a person.
#[derive(Clone, Copy)]
pub struct Personal {
    /// All of it, for a copy in their hands.
    pub copy: for<'a> fn(&'a mut ReadTx, MemberId) -> BoxFuture<'a, platform::db::Result<serde_json::Value>>,
    /// Deletes what is only about them. What they made stays with its organisation, under an id that leads to nobody.
    pub erase: for<'a> fn(&'a mut WriteTx, MemberId) -> BoxFuture<'a, platform::db::Result<()>>,
}

/// Which of these events this actor may see, in the same order.
pub type Visible =
    for<'a> fn(&'a mut ReadTx, &'a Actor, &'a [Activity]) -> BoxFuture<'a, platform::db::Result<Vec<bool>>>;

/// What a section has to say about a text of that language.
pub type Comment = fn(&Ctx, Lang, &str) -> Vec<Remarks>;

/// What a section keeps in memory of its tables, so that pages show it without asking the database. Every process reads
/// it when it starts and again when an event touches a subject of it; all kept pages go with it, since any may show it.
#[derive(Clone, Copy)]
pub struct Remembered {
    pub subjects: &'static [Subject],
    pub load: for<'a> fn(&'a App) -> BoxFuture<'a, anyhow::Result<()>>,
}

/// The first page of guests.
pub type LoadHome = for<'a> fn(&'a Ctx) -> BoxFuture<'a, Result<Response, Error>>;

/// Where a section uses a record of another one, as links for the page of that record.
pub type LoadUses = for<'a> fn(&'a Ctx, &'a mut ReadTx, Subject) -> BoxFuture<'a, Result<Vec<Link>, Error>>;

/// How a section explains words of a text to its readers.
#[derive(Clone, Copy)]
pub struct Explain {
    /// Changes with what it explains, so that no text explained before is shown again.
    pub stamp: fn(&App) -> u64,
    /// Puts explanations into the safe HTML of a text.
    pub html: fn(&App, Lang, &str) -> String,
}

pub struct Feature {
    /// The section's word: folder, URL, prefix of tables, events and message keys.
    pub name: &'static str,
    pub locales: Locales,
    pub routes: fn() -> Routes,
    pub statements: fn() -> Vec<&'static Sql>,
    pub nav: &'static [NavItem],
    /// Pages that stand at the foot of every page and not in the navigation.
    pub foot: &'static [NavItem],
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
    pub reroute: Option<Reroute>,
    /// The kinds of mail about events, with the message that names each: people may mute them.
    pub notice_mails: &'static [(&'static str, &'static str)],
    pub open_work: Option<OpenWork>,
    pub personal: Option<Personal>,
    /// The subjects whose public pages an event changes.
    pub touches: fn(&Activity) -> Vec<Subject>,
    pub mails: &'static [MailKind<App>],
    /// What it does with every event of the log, the other sections' too.
    pub reader: Option<MakeReader>,
    pub jobs: &'static [Handler<App>],
    pub schedules: &'static [Schedule],
    /// Its parts of a member's home page.
    pub panels: Option<LoadPanels>,
    /// One section, the one that keeps the public site, declares it.
    pub home: Option<LoadHome>,
    /// Where it uses records of others; pages kept with such links are dropped by its own `touches`.
    pub uses: Option<LoadUses>,
    /// Its parts of the public pages of other sections' records. Pages kept with them show `LISTS`.
    pub panels_of: Option<LoadPanelsOf>,
    /// Every section that keeps ids of organisations declares it.
    pub merge: Option<Merge>,
    pub remembered: Option<Remembered>,
    /// The numbers that stand on every page; from memory.
    pub everywhere: Option<fn(&Ctx) -> Vec<CallLine>>,
    /// What texts may hold a reference to.
    pub insert: Option<Insert>,
    pub explain: Option<Explain>,
    /// What it has to say about a text that is written or decided on; from memory.
    pub remarks: Option<Comment>,
    /// How its records are found.
    pub search: Option<Search>,
    /// Words that mean the same, for search. They are read again after each event of the section.
    pub synonyms: Option<LoadSynonyms>,
    /// Its own figures for `/metrics`: a name, what it counts, the value.
    pub gauges: Option<fn(&App) -> Vec<Gauge>>,
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
        foot: &[],
        events: &[],
        describe: |_, _, _| None,
        people: |_| Vec::new(),
        path: |_| None,
        visible: None,
        notices: None,
        reroute: None,
        notice_mails: &[],
        open_work: None,
        personal: None,
        touches: |_| Vec::new(),
        mails: &[],
        reader: None,
        jobs: &[],
        schedules: &[],
        panels: None,
        home: None,
        uses: None,
        panels_of: None,
        merge: None,
        remembered: None,
        everywhere: None,
        insert: None,
        explain: None,
        remarks: None,
        search: None,
        synonyms: None,
        gauges: None,
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
