//! The shell around every section: requests and sessions, pages and forms, errors, kept pages, the server.
//! It names no section; what it needs of them they declare in their [`Feature`].

mod app;
mod assets;
mod bounded;
mod connections;
mod context;
pub mod csv;
mod dev;
pub mod diff;
mod error;
mod feature;
pub mod flash;
pub mod forms;
pub mod gallery;
mod headers;
mod history;
mod home;
pub mod inserts;
mod limits;
mod mail;
pub mod markdown;
pub mod metrics;
mod names;
mod negotiate;
mod page;
mod page_cache;
pub mod papers;
pub mod pipeline;
pub mod proposals;
mod remarks;
mod rendered;
mod resend;
mod routes;
pub mod search;
pub mod server;

pub use app::{App, Parts};
pub use context::{Ctx, Request, SetUp, Viewer, is_local};
pub use error::Error;
pub use feature::{
    Explain, Feature, GalleryPage, Gauge, Merge, NavItem, Notice, OpenWork, Panel, PanelItem, Personal,
    Remembered, everybody, members, moderators,
};
pub use forms::{Choice, ChoiceGroup, Form, FormErrors, VersionForm};
pub use history::{HistoryEntry, history, tell};
pub use home::{LISTS, panels, panels_of};
pub use mail::{Letter, NoticeMail};
pub use names::Names;
pub use page::{CallLine, Link, Shell, Subjects, html, public_html, public_html_at};
pub use page_cache::{Follower, TODAY};
pub use remarks::{Remark, Remarks, remarks};
pub use resend::give_back;
pub use routes::{Entry, Route, Routes};

use platform::lang::Locales;

/// The texts of the shell itself.
pub const LOCALES: Locales = Locales {
    ky: include_str!("locales/ky.ftl"),
    ru: include_str!("locales/ru.ftl"),
    en: include_str!("locales/en.ftl"),
};
