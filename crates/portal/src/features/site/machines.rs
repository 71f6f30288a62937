//! What search engines ask a site for: the site map with every public page in its languages, and what they need not read.

use super::routes::fixed_paths;
use crate::features::{calendar, campaigns, documents, glossary, kits, programme};
use crate::web::{App, Ctx, Entry, Error, LISTS, Route, Routes, Subjects};
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use http::header::CONTENT_TYPE;
use platform::clock::Timestamp;
use platform::lang::Lang;
use std::collections::BTreeSet;

pub fn add(routes: Routes) -> Routes {
    routes.bare("/robots.txt", Entry::Public, robots).bare("/sitemap.xml", Entry::Public, index).bare(
        "/sitemaps/{part}",
        Entry::Public,
        part,
    )
}

fn kept(kind: &'static str, text: String) -> Response {
    let mut response = ([(CONTENT_TYPE, kind)], text).into_response();
    response.extensions_mut().insert(Subjects { shown: vec![LISTS], query: String::new() });
    response
}

/// The first parts of addresses that no guest finds anything under. Read from the routes, so a new section is among them.
pub fn closed(app: &App) -> BTreeSet<String> {
    let routes: Vec<Route> =
        app.features.iter().flat_map(|feature| (feature.routes)().list().to_vec()).collect();
    let first = |path: &str| path.split('/').nth(1).unwrap_or_default().to_owned();
    let localized = routes.iter().filter(|route| !route.bare && route.method == "GET");
    let (open, other): (Vec<&Route>, Vec<&Route>) = localized.partition(|route| route.entry == Entry::Public);
    let open: BTreeSet<String> = open.iter().map(|route| first(route.path)).collect();
    other.iter().map(|route| first(route.path)).filter(|name| !open.contains(name)).collect()
}

async fn robots(ctx: Ctx) -> Response {
    let mut text = String::from("User-agent: *\n");
    for name in closed(&ctx.app) {
        text += &format!("Disallow: /*/{name}\n");
    }
    text += &format!("Disallow: /*?before=\n\nSitemap: {}\n", ctx.app.url("/sitemap.xml"));
    kept("text/plain; charset=utf-8", text)
}

const XML: &str = "application/xml; charset=utf-8";
const HEAD: &str = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";

/// Documents are cut where an id ends a page, so that a page keeps its address while new texts come.
async fn index(ctx: Ctx) -> Result<Response, Error> {
    let ends = documents::address_pages(&mut ctx.read().await?).await?;
    let mut text = format!("{HEAD}<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
    let mut names = vec!["pages.xml".to_owned()];
    let mut after = 0;
    for end in ends.into_iter().chain([i64::MAX]) {
        names.push(format!("documents-{after}-{end}.xml"));
        after = end;
    }
    for name in names {
        text += &format!("<sitemap><loc>{}</loc></sitemap>\n", ctx.app.url(&format!("/sitemaps/{name}")));
    }
    Ok(kept(XML, text + "</sitemapindex>\n"))
}

async fn part(ctx: Ctx, Path(name): Path<String>) -> Result<Response, Error> {
    let name = name.strip_suffix(".xml").ok_or(Error::NotFound)?;
    let mut tx = ctx.read().await?;
    let mut text = format!(
        "{HEAD}<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n"
    );
    if name == "pages" {
        let fixed = fixed_paths(programme::current(&ctx.app));
        let kits = kits::published_paths(&mut tx).await?;
        let terms = glossary::terms(&ctx.app).into_iter().map(|term| glossary::path(&term.key));
        let campaigns = campaigns::published(&ctx.app);
        let campaigns = campaigns.0.iter().map(|it| campaigns::path(it.id));
        let events = calendar::published_paths(&ctx, &mut tx).await?;
        for path in fixed.into_iter().chain(campaigns).chain(events).chain(kits).chain(terms) {
            let all: Vec<(Lang, Option<Timestamp>)> = Lang::ALL.map(|lang| (lang, None)).to_vec();
            add_page(&ctx, &mut text, &path, &all);
        }
    } else {
        let range = name.strip_prefix("documents-").and_then(|range| range.split_once('-'));
        let (after, end) = range.ok_or(Error::NotFound)?;
        let number = |text: &str| text.parse::<i64>().map_err(|_| Error::NotFound);
        let rows = documents::addresses(&mut tx, number(after)?, number(end)?).await?;
        for of_one in rows.chunk_by(|a, b| a.0 == b.0) {
            let languages: Vec<_> = of_one.iter().map(|(_, lang, at)| (*lang, Some(*at))).collect();
            add_page(&ctx, &mut text, &documents::path(of_one[0].0), &languages);
        }
    }
    Ok(kept(XML, text + "</urlset>\n"))
}

/// One page: an entry for each language, each naming all of them.
fn add_page(ctx: &Ctx, text: &mut String, path: &str, languages: &[(Lang, Option<Timestamp>)]) {
    let address = |lang: Lang| ctx.app.url(&format!("/{lang}{path}"));
    let alternate = |(lang, _): &(Lang, Option<Timestamp>)| {
        format!("<xhtml:link rel=\"alternate\" hreflang=\"{lang}\" href=\"{}\"/>", address(*lang))
    };
    let alternates: String = languages.iter().map(alternate).collect();
    for (lang, at) in languages {
        let modified = at.map(|at| format!("<lastmod>{}</lastmod>", ctx.l().iso(at))).unwrap_or_default();
        *text += &format!("<url><loc>{}</loc>{modified}{alternates}</url>\n", address(*lang));
    }
}
