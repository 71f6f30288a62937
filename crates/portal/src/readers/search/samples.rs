//! The pages of search for the gallery, made from samples.

use super::filters::{Address, Since};
use super::pages::{self, Choice, Group, Index, Row};
use super::snippets::Piece;
use super::store::Unanswered;
use crate::web::{Ctx, GalleryPage, Shell};
use askama::Template;
use platform::lang::{Lang, Localized};

const QUERY: Localized<&str> =
    Localized { ky: "коопсуз жол", ru: "безопасная дорога", en: "safe road" };

pub fn gallery(ctx: &Ctx) -> Vec<GalleryPage> {
    let query = (*QUERY.get(ctx.lang)).to_owned();
    let address = |since| Address { query: query.clone(), since, page: 1, ..Address::default() };
    let shell = |query: &str| {
        let title = match query {
            "" => ctx.l().t("search-title").into_owned(),
            query => ctx.l().f1("search-title-of", "query", query),
        };
        let mut p = Shell::plain(ctx, &title);
        (p.unlisted, p.search_box) = (true, false);
        p
    };
    let filled = Index {
        rows: rows(ctx),
        groups: groups(ctx),
        count: ctx.l().f1("search-count-more", "n", 2000),
        notes: vec![
            ctx.l().f1("search-instead", "words", query.as_str()),
            ctx.l().t("search-partly").into_owned(),
        ],
        earlier: Some(ctx.path("/search?page=1")),
        later: Some(ctx.path("/search?page=3")),
        ..pages::empty(ctx, shell(&query), &address(None))
    };
    let count = ctx.l().f1("search-count", "n", 0);
    let nothing = Index { count, ..pages::empty(ctx, shell(&query), &address(Some(Since::Month))) };
    let blank = Address { page: 1, ..Address::default() };
    let preparing = Index { preparing: true, ..pages::empty(ctx, shell(&query), &address(None)) };
    let asked =
        vec![Unanswered { query: query.clone(), language: Lang::Ky, times: 12, last: "2026-11-20".into() }];
    let unanswered = |asked| {
        let p = Shell::plain(ctx, &ctx.l().t("search-unanswered-title"));
        pages::unanswered_page(ctx, p, asked)
    };
    vec![
        page("search", &filled),
        page("search-blank", &pages::empty(ctx, shell(""), &blank)),
        page("search-empty", &nothing),
        page("search-preparing", &preparing),
        page("search-unanswered", &unanswered(asked)),
        page("search-unanswered-empty", &unanswered(Vec::new())),
    ]
}

fn rows(ctx: &Ctx) -> Vec<Row> {
    let now = ctx.app.db.clock().now();
    let piece = |text: &str, marked| Piece { text: text.to_owned(), marked };
    let row = |lang: Lang, (before, marked, after): (&str, &str, &str)| Row {
        href: format!("/{lang}/search"),
        lang,
        title: vec![piece(before, false), piece(marked, true), piece(after, false)],
        kind: ctx.l().t("search-title").into_owned(),
        text: vec![piece("… ", false), piece(marked, true), piece(after, false), piece(" …", false)],
        badges: vec![("agreed", lang.own_name().to_owned())],
        iso: ctx.l().iso(now),
        date: ctx.l().date(now),
    };
    vec![
        row(Lang::Ky, ("Иштегени чыкканда: ", "коопсуз жол", ", документтер жана келишим")),
        row(Lang::Ru, ("Собираясь в путь: ", "безопасная дорога", ", документы и договор")),
        row(Lang::En, ("Before you leave: a ", "safe road", ", papers and a contract")),
    ]
}

fn groups(ctx: &Ctx) -> Vec<Group> {
    let choice = |lang: Lang| {
        let words = [("choice", lang.own_name().into()), ("n", 3.into())];
        Choice {
            key: lang.code().into(),
            words: ctx.l().f("search-choice", &words),
            chosen: lang == Lang::Ru,
        }
    };
    let label = ctx.l().t("search-language").into_owned();
    vec![Group { code: "language", label, choices: Lang::ALL.into_iter().map(choice).collect() }]
}

fn page(name: &'static str, page: &impl Template) -> GalleryPage {
    GalleryPage { name, html: page.render().expect("a page made from samples") }
}
