//! What a handler knows about its request: language, who asks, and the way to the database.

use super::app::App;
use super::error::Error;
use super::flash::Flash;
use axum::body::Bytes;
use axum::extract::FromRequestParts;
use http::Uri;
use http::request::Parts;
use platform::actor::{Actor, Member};
use platform::db::{ReadTx, WriteTx};
use platform::lang::{L10n, Lang};
use std::convert::Infallible;
use std::ops::Deref;
use std::sync::{Arc, OnceLock};

/// A signed-in member as the shell shows them.
#[derive(Clone, Debug)]
pub struct Viewer {
    pub member: Member,
    pub name: String,
    /// Proves that a form came from a page of this session.
    pub csrf: String,
    /// The session's row, for signing out and for lists of sessions.
    pub session: i64,
    /// They showed the strongest thing they have within the last minutes.
    pub fresh: bool,
    pub set_up: SetUp,
}

/// Whether somebody whose role demands more than a mailed link has set it up.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SetUp {
    /// It is there, or nobody demands it.
    Done,
    /// Missing; so many more times they may sign in without.
    Wanted { sign_ins_left: i64 },
    /// Missing for too long: nothing else is open to them.
    Overdue,
}

#[derive(Clone)]
pub struct Ctx(Arc<Request>);

pub struct Request {
    pub app: App,
    pub lang: Lang,
    pub viewer: Option<Viewer>,
    /// The whole address, with the language.
    pub uri: Uri,
    /// What the address led to, as it stands in the program: it may be logged, the address itself may hold a key.
    pub route: Option<String>,
    pub request_id: String,
    pub flash: Option<Flash>,
    /// The form that came with the request, once it was read: it is given back if something is asked in between.
    pub(super) sent: OnceLock<Bytes>,
}

impl Deref for Ctx {
    type Target = Request;
    fn deref(&self) -> &Request {
        &self.0
    }
}

impl Ctx {
    pub fn new(request: Request) -> Self {
        Ctx(Arc::new(request))
    }

    pub fn l(&self) -> &L10n {
        self.app.l(self.lang)
    }

    /// The same request as if it had come in another language.
    pub fn in_language(&self, lang: Lang) -> Ctx {
        Ctx::new(Request {
            app: self.app.clone(),
            lang,
            viewer: self.viewer.clone(),
            uri: self.uri.clone(),
            route: self.route.clone(),
            request_id: self.request_id.clone(),
            flash: None,
            sent: OnceLock::new(),
        })
    }

    /// The same request by a session that was just made anew.
    pub fn as_viewer(&self, viewer: Viewer) -> Ctx {
        let same = self.in_language(self.lang);
        let request = Arc::into_inner(same.0).expect("it was made in the line above");
        Ctx::new(Request { viewer: Some(viewer), ..request })
    }

    pub fn actor(&self) -> Actor {
        match &self.viewer {
            Some(viewer) => Actor::Member(viewer.member.clone()),
            None => Actor::Guest,
        }
    }

    pub fn member(&self) -> Option<&Member> {
        self.viewer.as_ref().map(|viewer| &viewer.member)
    }

    /// The signed-in member, for routes that only members enter.
    pub fn signed_in(&self) -> Result<&Viewer, Error> {
        self.viewer.as_ref().ok_or(Error::SignIn)
    }

    /// For acts that a browser left open or a stolen cookie must not be enough for. Whoever did not show within the last
    /// minutes that it is them is asked to, and comes back with everything they entered.
    pub fn fresh(&self) -> Result<&Viewer, Error> {
        let viewer = self.signed_in()?;
        if viewer.fresh { Ok(viewer) } else { Err(Error::Confirm) }
    }

    /// The same for what reaches other people: approvals, roles, the log. Somebody whose role demands a second factor does
    /// none of it before one is set up, although they may still sign in by mail alone.
    pub fn fresh_factor(&self) -> Result<&Viewer, Error> {
        match self.signed_in()?.set_up {
            SetUp::Done => self.fresh(),
            SetUp::Wanted { .. } | SetUp::Overdue => Err(Error::SetUp),
        }
    }

    /// Where to show what [`Ctx::fresh_factor`] misses, for forms that cannot wait meanwhile because they carry a file.
    pub fn where_to_prove(&self) -> Option<String> {
        match self.fresh_factor() {
            Ok(_) => None,
            Err(Error::SetUp) => Some(self.path(super::pipeline::SET_UP)),
            Err(_) => Some(self.path("/confirm-it-is-you")),
        }
    }

    pub async fn read(&self) -> Result<ReadTx, Error> {
        Ok(self.app.db.read().await?)
    }

    pub async fn write(&self) -> Result<WriteTx, Error> {
        Ok(self.app.db.write(&self.actor()).await?)
    }

    /// The address of a path in the language of this page.
    pub fn path(&self, path: &str) -> String {
        format!("/{}{path}", self.lang)
    }

    /// The path after the language, without the query.
    pub fn local_path(&self) -> &str {
        local(self.uri.path())
    }
}

/// Whether an address to go on to stays on this portal. Browsers read `//host` and `/\host` as other hosts and
/// drop tabs and line ends while they read, so only plain visible characters pass.
pub fn is_local(next: &str) -> bool {
    let plain = next.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    next.starts_with('/') && !next.starts_with("//") && plain && next.len() <= 2000
}

/// What follows the language in a path.
pub(super) fn local(path: &str) -> &str {
    match path.get(1..3).and_then(Lang::parse) {
        Some(_) if path.len() == 3 || path.as_bytes()[3] == b'/' => &path[3..],
        _ => path,
    }
}

impl FromRequestParts<App> for Ctx {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, Infallible> {
        Ok(parts.extensions.get::<Ctx>().expect("the pipeline puts it into every request").clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_of_this_portal_are_gone_on_to() {
        for good in ["/", "/ru/documents?kind=law", "/ky/account#sessions"] {
            assert!(is_local(good), "{good}");
        }
        for bad in [
            "",
            "//evil.example",
            "/\\evil.example",
            "https://evil.example",
            "/\t/evil.example",
            "ru/",
            "/\n/e",
        ] {
            assert!(!is_local(bad), "{bad}");
        }
    }
}
