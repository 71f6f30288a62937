//! The data of lists of documents: rows, filters as choices, addresses of filtered lists.

use super::super::model::{DocumentId, Kind, Level};
use super::super::pages::{Badge, Deed, OrganisationNames, level_badge, organisation};
use super::super::words;
use super::{Cursor, Filter, Listed};
use crate::web::inserts::resolve_plain;
use crate::web::{Choice, ChoiceGroup, Ctx, Shell};
use askama::Template;
use platform::clock::Timestamp;
use platform::lang::{L10n, Lang};

pub struct Row {
    pub href: String,
    pub kind: String,
    pub title: String,
    pub summary: String,
    pub level: Badge,
    pub iso: String,
    pub date: String,
    pub organisation: String,
    pub languages: Vec<Lang>,
}

pub fn row(listed: &Listed, ctx: &Ctx, names: &OrganisationNames, languages: &[(DocumentId, Lang)]) -> Row {
    let l = ctx.l();
    Row {
        href: ctx.path(&format!("/documents/{}", listed.document)),
        kind: l.t(words::kind(listed.kind)).into_owned(),
        title: listed.title.clone(),
        summary: resolve_plain(&ctx.app, l.lang, &listed.summary).into_owned(),
        level: level_badge(listed.level, l),
        iso: l.iso(listed.published_at),
        date: l.date(listed.published_at),
        organisation: organisation(names, listed.organisation, l.lang),
        languages: languages.iter().filter(|(id, _)| *id == listed.document).map(|(_, lang)| *lang).collect(),
    }
}

#[derive(Template)]
#[template(path = "features/documents/pages/index.html")]
pub struct Index {
    pub p: Shell,
    pub count: String,
    pub rows: Vec<Row>,
    pub kinds: Vec<Choice>,
    pub levels: Vec<Choice>,
    pub groups: Vec<ChoiceGroup>,
    pub filtered: usize,
    pub newest: Option<String>,
    pub older: Option<String>,
    pub feed: String,
    pub may_create: bool,
}

pub fn kind_choices(l: &L10n, chosen: Option<Kind>) -> Vec<Choice> {
    Kind::ALL
        .iter()
        .map(|kind| Choice {
            key: kind.code().into(),
            words: l.t(words::kind(*kind)).into_owned(),
            chosen: chosen == Some(*kind),
        })
        .collect()
}

pub fn level_choices(l: &L10n, chosen: Option<Level>) -> Vec<Choice> {
    Level::ALL
        .iter()
        .map(|level| Choice {
            key: level.code().into(),
            words: l.t(words::level(*level)).into_owned(),
            chosen: chosen == Some(*level),
        })
        .collect()
}

/// The address of a filtered list.
pub fn query(filter: &Filter, before: Option<Cursor>) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    if let Some(kind) = filter.kind {
        query.append_pair("kind", kind.code());
    }
    if let Some(level) = filter.level {
        query.append_pair("level", level.code());
    }
    if let Some(organisation) = filter.organisation {
        query.append_pair("organisation", &organisation.to_string());
    }
    for (dimension, term) in &filter.tags {
        query.append_pair(dimension, term);
    }
    if let Some(Cursor { published_at: Timestamp(at), id }) = before {
        query.append_pair("before", &format!("{at}-{id}"));
    }
    let query = query.finish();
    if query.is_empty() { query } else { format!("?{query}") }
}

/// The query under which the page of a filter is kept. There are few filters of one part and endless ones of several,
/// and anybody can make up the place where a page begins: those would push out what people read.
pub fn kept_query(filter: &Filter, before: Option<Cursor>, rows: &[Listed]) -> String {
    if filtered(filter) > 1 || before.is_some() || rows.is_empty() {
        return String::new();
    }
    query(filter, None).trim_start_matches('?').to_owned()
}

pub struct WorkRow {
    pub href: String,
    pub title: String,
    pub kind: String,
    pub language: Lang,
    pub badge: Badge,
    pub organisation: String,
    pub when: String,
    pub deed: Option<Deed>,
}

#[derive(Template)]
#[template(path = "features/documents/pages/work.html")]
pub struct WorkList {
    pub p: Shell,
    pub rows: Vec<WorkRow>,
    pub waiting: bool,
    pub may_create: bool,
}

/// The chosen filter as groups for the form, and how many parts of it are set.
pub fn filtered(filter: &Filter) -> usize {
    usize::from(filter.kind.is_some())
        + usize::from(filter.level.is_some())
        + usize::from(filter.organisation.is_some())
        + filter.tags.len()
}
