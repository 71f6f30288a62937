//! The data of the pages of search.

use super::filters::{Address, PAGES, Since};
use super::routes::PAGE;
use super::snapshot::Found;
use super::snippets::{self, Piece};
use super::store::Unanswered;
use crate::web::search::{Entry, Filter};
use crate::web::{Ctx, Error, Link, Shell};
use askama::Template;
use platform::db::ReadTx;
use platform::lang::Lang;
use serde::Serialize;

#[derive(Serialize)]
pub struct Suggestion {
    pub title: String,
    pub kind: String,
    pub href: String,
    pub lang: Lang,
}

pub struct Row {
    pub href: String,
    pub lang: Lang,
    pub title: Vec<Piece>,
    pub kind: String,
    pub text: Vec<Piece>,
    /// Class and words.
    pub badges: Vec<(&'static str, String)>,
    pub iso: String,
    pub date: String,
}

pub struct Choice {
    pub key: String,
    pub words: String,
    pub chosen: bool,
}

pub struct Group {
    pub code: &'static str,
    pub label: String,
    pub choices: Vec<Choice>,
}

#[derive(Template)]
#[template(path = "readers/search/pages/index.html")]
pub struct Index {
    pub p: Shell,
    pub query: String,
    pub set: usize,
    pub groups: Vec<Group>,
    pub count: String,
    pub rows: Vec<Row>,
    /// What else was looked for, or that some words were left out.
    pub notes: Vec<String>,
    /// There is no index yet.
    pub preparing: bool,
    pub everywhere: String,
    pub earlier: Option<String>,
    pub later: Option<String>,
}

/// The page of an entry in its language.
pub fn href(entry: &Entry) -> String {
    format!("/{}{}", entry.language, entry.path)
}

async fn shell(ctx: &Ctx, tx: &mut ReadTx, query: &str) -> Result<Shell, Error> {
    let mut p = Shell::new(ctx, tx, "").await?;
    p.title = title(ctx, query);
    p.unlisted = true;
    Ok(p)
}

fn title(ctx: &Ctx, query: &str) -> String {
    match query {
        "" => ctx.l().t("search-title").into_owned(),
        query => ctx.l().f1("search-title-of", "query", query),
    }
}

pub async fn preparing(ctx: &Ctx, tx: &mut ReadTx, address: Address) -> Result<Index, Error> {
    let p = shell(ctx, tx, &address.query).await?;
    Ok(Index { preparing: true, ..empty(ctx, p, &address) })
}

pub fn empty(ctx: &Ctx, p: Shell, address: &Address) -> Index {
    Index {
        p,
        query: address.query.clone(),
        set: address.set(),
        groups: Vec::new(),
        count: String::new(),
        rows: Vec::new(),
        notes: Vec::new(),
        preparing: false,
        everywhere: ctx.path(&format!("/search{}", address.everywhere().write())),
        earlier: None,
        later: None,
    }
}

pub async fn results(
    ctx: &Ctx,
    tx: &mut ReadTx,
    address: Address,
    filters: &[Filter],
    found: &Found,
    entries: &[Entry],
) -> Result<Index, Error> {
    let p = shell(ctx, tx, &address.query).await?;
    let page = |page: usize| ctx.path(&format!("/search{}", address.at_page(page).write()));
    let on = address.page * PAGE < found.hits.len() && address.page < PAGES;
    Ok(Index {
        groups: groups(ctx, &address, filters, found),
        count: count(ctx, found),
        rows: entries.iter().map(|entry| row(ctx, entry, found)).collect(),
        notes: notes(ctx, found),
        earlier: (address.page > 1).then(|| page(address.page - 1)),
        later: on.then(|| page(address.page + 1)),
        ..empty(ctx, p, &address)
    })
}

pub fn row(ctx: &Ctx, entry: &Entry, found: &Found) -> Row {
    let l = ctx.l();
    let badge = |(class, key): &(&'static str, &'static str)| (*class, l.t(key).into_owned());
    Row {
        href: href(entry),
        lang: entry.language,
        title: snippets::whole(&entry.title, &found.marks, entry.language),
        kind: l.t(entry.kind).into_owned(),
        text: snippets::around(&entry.text, &found.marks, entry.language),
        badges: entry.badges.iter().map(badge).collect(),
        iso: entry.at.map(|at| l.iso(at)).unwrap_or_default(),
        date: entry.at.map(|at| l.date(at)).unwrap_or_default(),
    }
}

fn count(ctx: &Ctx, found: &Found) -> String {
    let key = if found.more { "search-count-more" } else { "search-count" };
    // A round number, where the rest was not counted.
    let n = if found.more { found.hits.len() / 100 * 100 } else { found.hits.len() };
    ctx.l().f1(key, "n", n)
}

fn notes(ctx: &Ctx, found: &Found) -> Vec<String> {
    let mut notes = Vec::new();
    if !found.instead.is_empty() {
        notes.push(ctx.l().f1("search-instead", "words", found.instead.join(", ")));
    }
    if found.partly {
        notes.push(ctx.l().t("search-partly").into_owned());
    }
    notes
}

/// Filters with a choice that narrows, each with how many results it leaves.
fn groups(ctx: &Ctx, address: &Address, filters: &[Filter], found: &Found) -> Vec<Group> {
    let l = ctx.l();
    let words = |words: &str, n: usize| l.f("search-choice", &[("choice", words.into()), ("n", n.into())]);
    let mut groups = Vec::new();
    for filter in filters {
        let chosen = address.choice(filter.code);
        let choices = filter.choices.iter().filter_map(|(key, name)| {
            let n = found.counts.get(&super::index::facet(filter.code, key)).copied().unwrap_or(0);
            let is_chosen = chosen == Some(key);
            (n > 0 || is_chosen).then(|| Choice {
                key: key.clone(),
                words: words(name, n),
                chosen: is_chosen,
            })
        });
        let choices: Vec<Choice> = choices.collect();
        if !choices.is_empty() {
            groups.push(Group { code: filter.code, label: filter.label.clone(), choices });
        }
    }
    let since = |since: Since| {
        let key = match since {
            Since::Month => "search-since-month",
            Since::Year => "search-since-year",
        };
        let chosen = address.since == Some(since);
        Choice { key: since.code().to_owned(), words: l.t(key).into_owned(), chosen }
    };
    let choices = Since::ALL.into_iter().map(since).collect();
    groups.push(Group { code: "date", label: l.t("search-since").into_owned(), choices });
    groups
}

#[derive(Template)]
#[template(path = "readers/search/pages/unanswered.html")]
pub struct UnansweredPage {
    pub p: Shell,
    pub rows: Vec<UnansweredRow>,
}

pub struct UnansweredRow {
    pub search: Link,
    pub lang: Lang,
    pub times: String,
    pub last: String,
    pub iso: String,
}

pub async fn unanswered(ctx: &Ctx, tx: &mut ReadTx, asked: Vec<Unanswered>) -> Result<UnansweredPage, Error> {
    let p = Shell::new(ctx, tx, &ctx.l().t("search-unanswered-title")).await?;
    Ok(unanswered_page(ctx, p, asked))
}

pub fn unanswered_page(ctx: &Ctx, p: Shell, asked: Vec<Unanswered>) -> UnansweredPage {
    let l = ctx.l();
    let row = |asked: Unanswered| {
        let again = Address { query: asked.query.clone(), page: 1, ..Address::default() };
        UnansweredRow {
            search: Link::new(format!("/{}/search{}", asked.language, again.write()), asked.query),
            lang: asked.language,
            times: l.number(asked.times),
            last: asked.last.parse().map(|day| l.day(day)).unwrap_or_default(),
            iso: asked.last,
        }
    };
    UnansweredPage { p, rows: asked.into_iter().map(row).collect() }
}
