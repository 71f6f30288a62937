//! The data of the pages of freshness: what members see beside a text, the page of a check, the list.

use super::super::addresses::{self, Checked, Status};
use super::super::model::{Edition, State};
use super::super::pages::{Badge, OrganisationNames, organisation, work_path};
use super::super::words;
use super::model::{Shown, Standing, standing};
use super::policy::may_check;
use super::store::{self, COUNTED, Filter, Fresh, Listed};
use crate::features::members;
use crate::web::Choice;
use crate::web::{Ctx, Error, FormErrors, Link, Shell};
use askama::Template;
use platform::actor::MemberId;
use platform::clock::Timestamp;
use platform::db::ReadTx;
use platform::lang::{L10n, Lang};

/// How fresh a current text is, for members.
#[derive(Clone)]
pub struct Care {
    pub badge: Option<Badge>,
    /// When it wants to be looked at.
    pub due: String,
    /// Who said last that it is right.
    pub checked: String,
    /// Where to say so, for those who may.
    pub check: Option<String>,
    pub links: Vec<LinkLine>,
}

/// A link of a text, and what its address answered.
#[derive(Clone)]
pub struct LinkLine {
    pub address: String,
    pub badge: Badge,
    pub moved_to: String,
    pub asked: String,
}

impl Care {
    /// Links that somebody should look at.
    pub fn wrong(&self) -> impl Iterator<Item = &LinkLine> {
        self.links.iter().filter(|link| link.badge.class == "warn")
    }
}

/// What members see beside a text; nothing beside one that is not current.
pub async fn care(ctx: &Ctx, tx: &mut ReadTx, edition: &Edition) -> Result<Option<Care>, Error> {
    if edition.state != State::Published || ctx.member().is_none() {
        return Ok(None);
    }
    let Some(fresh) = store::of(tx, edition.id).await? else { return Ok(None) };
    let checker = match fresh.checked_by {
        Some(id) => Some(name_of(ctx, tx, id).await?),
        None => None,
    };
    let found = addresses::of_edition(tx, edition.id).await?;
    let check = may_check(&ctx.actor(), edition).is_ok().then(|| check_path(ctx, edition));
    Ok(Some(cared(ctx, &fresh, checker.as_deref(), check, found)))
}

fn check_path(ctx: &Ctx, edition: &Edition) -> String {
    ctx.path(&format!("{}/freshness", work_path(edition.id)))
}

async fn name_of(ctx: &Ctx, tx: &mut ReadTx, id: MemberId) -> Result<String, Error> {
    let people = members::people(tx, &[id]).await?;
    let name = people.into_iter().next().map(|person| person.name);
    Ok(name.unwrap_or_else(|| ctx.l().t("web-former-member").into_owned()))
}

pub fn cared(
    ctx: &Ctx,
    fresh: &Fresh,
    checker: Option<&str>,
    check: Option<String>,
    found: Vec<Checked>,
) -> Care {
    let (l, now) = (ctx.l(), ctx.app.db.clock().now());
    let date = l.date(fresh.due_at);
    let (due, badge) = match standing(fresh.due_at, now) {
        Standing::Overdue => ("documents-freshness-since", due_badge(Standing::Overdue, l)),
        Standing::Soon => ("documents-freshness-until", due_badge(Standing::Soon, l)),
        Standing::Fresh => ("documents-freshness-until", None),
    };
    let checked = match (checker, fresh.checked_at) {
        (Some(name), Some(at)) => {
            l.f("documents-freshness-checked", &[("who", name.into()), ("date", l.date(at).into())])
        }
        _ => l.t("documents-freshness-unchecked").into_owned(),
    };
    let links = found.into_iter().map(|link| link_line(link, l)).collect();
    Care { badge, due: l.f1(due, "date", date), checked, check, links }
}

fn due_badge(standing: Standing, l: &L10n) -> Option<Badge> {
    let badge = |class, key| Some(Badge { class, words: l.t(key).into_owned() });
    match standing {
        Standing::Overdue => badge("warn", "documents-freshness-overdue"),
        Standing::Soon => badge("none", "documents-freshness-soon"),
        Standing::Fresh => None,
    }
}

fn link_line(link: Checked, l: &L10n) -> LinkLine {
    let (class, key) = match link.status {
        Status::Unknown if link.failing_since.is_some() => ("none", "documents-address-unsure"),
        Status::Unknown => ("none", "documents-address-unknown"),
        Status::Works => ("none", "documents-address-works"),
        Status::Moved => ("warn", "documents-address-moved"),
        Status::Broken => ("warn", "documents-address-broken"),
        Status::Refused => ("none", "documents-address-refused"),
        Status::Unreachable => ("warn", "documents-address-unreachable"),
    };
    LinkLine {
        address: link.address,
        badge: Badge { class, words: l.t(key).into_owned() },
        moved_to: link.moved_to,
        asked: link
            .asked_at
            .filter(|_| link.status != Status::Unknown)
            .map_or_else(String::new, |at| l.f1("documents-address-asked", "date", l.date(at))),
    }
}

/// The page on which somebody says that a text is still right, or moves its day.
#[derive(Template)]
#[template(path = "features/documents/freshness/pages/freshness_check.html")]
pub struct Check {
    pub p: Shell,
    pub errors: FormErrors,
    pub action: String,
    pub back: String,
    pub heading: String,
    pub content_lang: Lang,
    pub care: Care,
    /// The day as it stands in the form.
    pub due: String,
}

pub struct Row {
    pub href: String,
    pub title: String,
    pub kind: String,
    pub language: Lang,
    pub organisation: String,
    pub due: String,
    pub badge: Option<Badge>,
    pub checked: String,
    pub broken: String,
}

/// The list of all texts, or of those of the member's own organisation.
#[derive(Template)]
#[template(path = "features/documents/freshness/pages/freshness.html")]
pub struct List {
    pub p: Shell,
    pub count: String,
    pub rows: Vec<Row>,
    pub tabs: Vec<(Link, bool)>,
    pub shown: &'static str,
    /// None for members who see one organisation's texts only.
    pub organisations: Option<Vec<Choice>>,
    pub languages: Vec<Choice>,
    pub narrowed: usize,
    pub reset: String,
    pub export: String,
    pub first: Option<String>,
    pub next: Option<String>,
}

pub fn tab(shown: Shown) -> &'static str {
    match shown {
        Shown::Overdue => "documents-freshness-overdue",
        Shown::Soon => "documents-freshness-soon",
        Shown::Never => "documents-freshness-never",
        Shown::Broken => "documents-freshness-broken",
        Shown::All => "documents-freshness-all",
    }
}

pub fn row(listed: &Listed, ctx: &Ctx, names: &OrganisationNames, now: Timestamp) -> Row {
    let l = ctx.l();
    Row {
        href: format!("/{}/documents/{}", listed.language, listed.document),
        title: listed.title.clone(),
        kind: l.t(words::kind(listed.kind)).into_owned(),
        language: listed.language,
        organisation: organisation(names, listed.organisation, l.lang),
        due: l.date(listed.due_at),
        badge: due_badge(standing(listed.due_at, now), l),
        checked: match listed.checked_at {
            Some(at) => l.date(at),
            None => l.t("documents-freshness-nobody").into_owned(),
        },
        broken: match listed.broken {
            0 => String::new(),
            count => l.f1("documents-freshness-broken-links", "count", count),
        },
    }
}

pub fn counted(l: &L10n, count: i64) -> String {
    match count {
        many if many > COUNTED => l.f1("documents-count-more", "count", COUNTED),
        count => l.f1("documents-count", "count", count),
    }
}

pub fn languages(l: &L10n, filter: &Filter) -> Vec<Choice> {
    let any = Choice {
        key: String::new(),
        words: l.t("documents-any").into_owned(),
        chosen: filter.language.is_none(),
    };
    let choice = |lang: Lang| Choice {
        key: lang.code().to_owned(),
        words: lang.own_name().to_owned(),
        chosen: filter.language == Some(lang),
    };
    std::iter::once(any).chain(Lang::ALL.into_iter().map(choice)).collect()
}
