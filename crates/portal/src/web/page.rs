//! The data every page shares: title, language switch, navigation, who is signed in, the message after an act.

use super::context::{Ctx, Viewer};
use super::error::Error;
use super::feature::NavItem;
use super::flash::Tone;
use askama::Template;
use axum::response::{Html, IntoResponse, Response};
use platform::db::ReadTx;
use platform::lang::{L10n, Lang};
use platform::subject::Subject;
use std::ops::Deref;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    pub href: String,
    pub label: String,
}

impl Link {
    pub fn new(href: impl Into<String>, label: impl Into<String>) -> Self {
        Link { href: href.into(), label: label.into() }
    }
}

/// A number to call, as every page shows it.
#[derive(Clone, Debug)]
pub struct CallLine {
    pub name: String,
    /// What the number is dialled as.
    pub href: String,
    pub number: String,
    /// Hours, cost and languages, in words.
    pub facts: String,
    /// When somebody last made sure, in words.
    pub checked: String,
}

pub struct NavEntry {
    pub href: String,
    pub label: String,
    pub current: bool,
    pub count: i64,
}

pub struct LanguageEntry {
    pub lang: Lang,
    pub href: String,
    pub current: bool,
}

/// The shell around a page. Templates reach the texts of their language through it: `p.t("key")`.
pub struct Shell {
    l: L10n,
    pub title: String,
    pub portal_name: String,
    pub css: String,
    pub script: String,
    /// The script of the search box: titles while somebody types.
    pub suggest: String,
    /// A page with a search box of its own shows no other.
    pub search_box: bool,
    pub mark: String,
    pub home: String,
    pub languages: Vec<LanguageEntry>,
    pub nav: Vec<NavEntry>,
    /// What stands at the foot beside the navigation.
    pub foot: Vec<Link>,
    /// Numbers that stand on every page, the most important first.
    pub call: Vec<CallLine>,
    pub viewer: Option<Viewer>,
    pub flash: Option<(Tone, String)>,
    /// The page's own address, to come back to after signing in.
    pub here: String,
    pub crumbs: Vec<Link>,
    /// Scripts of this page, beside the shell's.
    pub scripts: Vec<String>,
    /// The Atom feed of this page, and the same as a JSON Feed.
    pub feed: Option<String>,
    pub json_feed: Option<String>,
    pub canonical: Option<String>,
    /// The languages in which the page exists.
    pub exists_in: Vec<Lang>,
    /// A sentence for search engines and for links that people share: the portal's, unless the page has its own.
    pub description: String,
    /// What the page is, as Open Graph names it.
    pub og_type: &'static str,
    /// Facts about the page for machines, as schema.org names them; JSON that cannot end its element.
    pub facts: Option<String>,
    /// Where "leave this page" leads, on pages for people who may be watched. Their titles say nothing.
    pub leave: Option<String>,
    /// The script of the same pages and of guests: leaving, reading without a connection.
    pub visitor: Option<String>,
    /// Search engines shall not list it.
    pub unlisted: bool,
}

impl Deref for Shell {
    type Target = L10n;
    fn deref(&self) -> &L10n {
        &self.l
    }
}

/// The entries of the navigation that this reader sees, in their order.
fn shown_items(ctx: &Ctx) -> Vec<&'static NavItem> {
    let items = ctx.app.features.iter().flat_map(|feature| feature.nav);
    let mut shown: Vec<&NavItem> = items.filter(|item| (item.shown_to)(ctx.member())).collect();
    shown.sort_by_key(|item| item.order);
    shown
}

fn foot(ctx: &Ctx) -> Vec<Link> {
    let items = ctx.app.features.iter().flat_map(|feature| feature.foot);
    let mut shown: Vec<&NavItem> = items.filter(|item| (item.shown_to)(ctx.member())).collect();
    shown.sort_by_key(|item| item.order);
    shown.iter().map(|item| Link::new(ctx.path(item.path), ctx.l().t(item.label))).collect()
}

impl Shell {
    /// A shell without the counts that need the database: for errors and for guests.
    pub fn plain(ctx: &Ctx, title: &str) -> Shell {
        let path = ctx.local_path();
        let query = ctx.uri.query().map(|query| format!("?{query}")).unwrap_or_default();
        let address = |lang: Lang| format!("/{lang}{path}{query}");
        let member = ctx.member();
        let items = shown_items(ctx);
        // The longest match is the one people are at: `/documents/work` lies within `/documents`.
        let within = |item: &&NavItem| path == item.path || path.starts_with(&format!("{}/", item.path));
        let here = items.iter().copied().filter(within).map(|item| item.path).max_by_key(|path| path.len());
        let nav = items
            .iter()
            .map(|item| NavEntry {
                href: ctx.path(item.path),
                label: ctx.l().t(item.label).into_owned(),
                current: here == Some(item.path),
                count: 0,
            })
            .collect();
        Shell {
            l: ctx.l().clone(),
            title: title.to_owned(),
            portal_name: ctx.app.settings.portal.name.get(ctx.lang).clone(),
            css: ctx.app.assets.url("birge.css"),
            script: ctx.app.assets.url("shell.js"),
            suggest: ctx.app.assets.url("search.js"),
            search_box: path != "/search",
            mark: ctx.app.assets.url("mark.svg"),
            home: ctx.path("/"),
            languages: Lang::ALL
                .into_iter()
                .map(|lang| LanguageEntry { lang, href: address(lang), current: lang == ctx.lang })
                .collect(),
            nav,
            foot: foot(ctx),
            call: ctx
                .app
                .features
                .iter()
                .filter_map(|it| it.everywhere)
                .flat_map(|lines| lines(ctx))
                .collect(),
            viewer: ctx.viewer.clone(),
            flash: ctx.flash.as_ref().map(|flash| (flash.tone, flash.text.clone())),
            here: address(ctx.lang),
            crumbs: Vec::new(),
            scripts: Vec::new(),
            feed: None,
            json_feed: None,
            canonical: None,
            exists_in: Lang::ALL.to_vec(),
            description: ctx.l().t("web-home-lead").into_owned(),
            og_type: "website",
            facts: None,
            leave: None,
            visitor: member.is_none().then(|| ctx.app.assets.url("visitor.js")),
            unlisted: member.is_some(),
        }
    }

    /// The shell of a page, with the numbers of what waits for the member.
    pub async fn new(ctx: &Ctx, tx: &mut ReadTx, title: &str) -> Result<Shell, Error> {
        let mut shell = Self::plain(ctx, title);
        let Some(member) = ctx.member() else { return Ok(shell) };
        for (entry, item) in shell.nav.iter_mut().zip(shown_items(ctx)) {
            if let Some(count) = item.count {
                entry.count = count(tx, member).await?;
            }
        }
        Ok(shell)
    }

    pub fn crumb(mut self, href: impl Into<String>, label: impl Into<String>) -> Self {
        self.crumbs.push(Link::new(href, label));
        self
    }

    pub fn with_script(mut self, ctx: &Ctx, name: &str) -> Self {
        self.scripts.push(ctx.app.assets.url(name));
        self
    }

    /// For pages that nobody should be seen reading: a way out, and a title that says nothing.
    pub fn quiet(mut self, ctx: &Ctx) -> Self {
        self.leave = Some(ctx.app.settings.portal.leave_to.clone());
        self.visitor = Some(ctx.app.assets.url("visitor.js"));
        self
    }

    /// Facts for machines. Text of people stands in them, so nothing in them may end the element they stand in.
    pub fn with_facts(mut self, facts: &serde_json::Value) -> Self {
        self.facts = Some(facts.to_string().replace('<', "\\u003c"));
        self
    }

    /// The same page in each of its languages: the code, the address. Empty for a page without an address of its own.
    pub fn alternates(&self) -> Vec<(&'static str, String)> {
        let Some(canonical) = self.canonical.as_ref().filter(|_| self.exists_in.len() > 1) else {
            return Vec::new();
        };
        let own = format!("/{}/", self.l.lang);
        let address = |lang: Lang| canonical.replacen(&own, &format!("/{lang}/"), 1);
        self.exists_in.iter().map(|lang| (lang.code(), address(*lang))).collect()
    }

    /// The language of the page as Open Graph writes it.
    pub fn locale(&self) -> &'static str {
        match self.l.lang {
            Lang::Ky => "ky_KG",
            Lang::Ru => "ru_RU",
            Lang::En => "en_GB",
        }
    }

    /// The language of the page, for `lang` attributes.
    pub fn code(&self) -> &'static str {
        self.l.lang.code()
    }

    /// An address in the language of the page.
    pub fn path(&self, path: &str) -> String {
        format!("/{}{path}", self.l.lang)
    }

    /// The token that every form of a member carries.
    pub fn csrf(&self) -> &str {
        self.viewer.as_ref().map_or("", |viewer| &viewer.csrf)
    }
}

/// A rendered page.
pub fn html(page: &impl Template) -> Result<Response, Error> {
    Ok(Html(page.render()?).into_response())
}

/// What a public page that may be kept says of itself.
#[derive(Clone, Debug, Default)]
pub struct Subjects {
    /// The subjects whose change makes the page outdated.
    pub shown: Vec<Subject>,
    /// The query of the address under which it is kept. Anybody can put a query to an address, and what only one
    /// stranger asked for shall not push out what everybody reads.
    pub query: String,
}

/// A rendered public page, with the subjects it shows.
pub fn public_html(page: &impl Template, shown: Vec<Subject>) -> Result<Response, Error> {
    public_html_at(page, shown, String::new())
}

/// The same for a page whose content depends on the query: `query` is the one spelling under which it is kept.
pub fn public_html_at(page: &impl Template, shown: Vec<Subject>, query: String) -> Result<Response, Error> {
    let mut response = html(page)?;
    response.extensions_mut().insert(Subjects { shown, query });
    Ok(response)
}

#[cfg(test)]
mod tests {
    use crate::testing::TestPortal;
    use platform::db::Dialect;

    #[tokio::test(flavor = "multi_thread")]
    async fn facts_cannot_end_their_element() {
        let portal = TestPortal::empty(Dialect::Sqlite).await;
        let page = portal.guest().get("/dev/pages/ru/documents-show-facts").await;
        let facts = page.texts("script[type='application/ld+json']");
        assert_eq!(facts.len(), 1, "{}", page.body);
        let facts: serde_json::Value = serde_json::from_str(&facts[0]).expect("JSON");
        assert_eq!(facts["headline"], "</script><b>Дорога</b>");
    }
}
