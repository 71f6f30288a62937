//! The routes of a section, with who may enter. The list can be read back, so that no route escapes the tests.

use super::app::App;
use super::page_cache::Cacheable;
use super::pipeline::{members_only, set_up_first, strangers_counted};
use axum::Router;
use axum::extract::Request;
use axum::handler::Handler;
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use axum::routing::{MethodRouter, on};
use http::Method;

/// Who may enter a route at all. What they may do there is the section's `policy.rs`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Entry {
    /// A page for everybody that says the same to every guest, so it may be kept in memory.
    Public,
    /// Everybody, but never kept: forms, links that are good once.
    Open,
    /// The same for pages that make us ask another server: a stranger gets so many of them, as of forms.
    Costly,
    /// Signed-in members. A guest who asks for a page is sent to sign in and comes back.
    Members,
    /// Signed-in members, and among them those whom everything else is closed to until they set up a second factor.
    SetUp,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Route {
    pub method: &'static str,
    /// As it stands in the address after the language, or from the root if it is `bare`.
    pub path: &'static str,
    pub entry: Entry,
    pub bare: bool,
}

/// Routes under `/{language}`, and bare ones without.
#[derive(Default)]
pub struct Routes {
    localized: Router<App>,
    bare: Router<App>,
    list: Vec<Route>,
}

impl Routes {
    pub fn new() -> Self {
        Self::default()
    }

    /// A cacheable page for everybody.
    pub fn public<H: Handler<T, App>, T: 'static>(self, path: &'static str, handler: H) -> Self {
        self.add(Method::GET, path, Entry::Public, handler, false)
    }

    pub fn open<H: Handler<T, App>, T: 'static>(self, path: &'static str, handler: H) -> Self {
        self.add(Method::GET, path, Entry::Open, handler, false)
    }

    pub fn costly<H: Handler<T, App>, T: 'static>(self, path: &'static str, handler: H) -> Self {
        self.add(Method::GET, path, Entry::Costly, handler, false)
    }

    pub fn open_post<H: Handler<T, App>, T: 'static>(self, path: &'static str, handler: H) -> Self {
        self.add(Method::POST, path, Entry::Open, handler, false)
    }

    pub fn get<H: Handler<T, App>, T: 'static>(self, path: &'static str, handler: H) -> Self {
        self.add(Method::GET, path, Entry::Members, handler, false)
    }

    pub fn post<H: Handler<T, App>, T: 'static>(self, path: &'static str, handler: H) -> Self {
        self.add(Method::POST, path, Entry::Members, handler, false)
    }

    /// A page where a second factor is set up.
    pub fn set_up<H: Handler<T, App>, T: 'static>(self, path: &'static str, handler: H) -> Self {
        self.add(Method::GET, path, Entry::SetUp, handler, false)
    }

    pub fn set_up_post<H: Handler<T, App>, T: 'static>(self, path: &'static str, handler: H) -> Self {
        self.add(Method::POST, path, Entry::SetUp, handler, false)
    }

    /// An address without a language: files, feeds of machines.
    pub fn bare<H: Handler<T, App>, T: 'static>(self, path: &'static str, entry: Entry, handler: H) -> Self {
        self.add(Method::GET, path, entry, handler, true)
    }

    fn add<H: Handler<T, App>, T: 'static>(
        mut self,
        method: Method,
        path: &'static str,
        entry: Entry,
        handler: H,
        bare: bool,
    ) -> Self {
        let name = if method == Method::GET { "GET" } else { "POST" };
        self.list.push(Route { method: name, path, entry, bare });
        let filter = method.try_into().expect("GET and POST are known methods");
        let mut route: MethodRouter<App> = on(filter, handler);
        route = match entry {
            Entry::Public => route.layer(from_fn(set_up_first)).layer(from_fn(mark_cacheable)),
            Entry::Open if name == "GET" => route.layer(from_fn(set_up_first)),
            Entry::Costly => route.layer(from_fn(set_up_first)).layer(from_fn(strangers_counted)),
            // Signing out, and links that speak for themselves.
            Entry::Open => route,
            Entry::Members => route.layer(from_fn(set_up_first)).layer(from_fn(members_only)),
            Entry::SetUp => route.layer(from_fn(members_only)),
        };
        if bare {
            self.bare = self.bare.route(path, route);
        } else {
            self.localized = self.localized.route(path, route);
        }
        self
    }

    pub fn list(&self) -> &[Route] {
        &self.list
    }

    pub(super) fn split(self) -> (Router<App>, Router<App>) {
        (self.localized, self.bare)
    }
}

async fn mark_cacheable(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    response.extensions_mut().insert(Cacheable);
    response
}
