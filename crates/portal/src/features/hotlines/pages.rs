//! The data of the section's pages, and how it is made from lines.

use super::forms::{CallForm, LineForm};
use super::model::{Check, Line, MOST_EVERYWHERE, Standing};
use super::{memory, path, policy, words};
use crate::web::inserts;
use crate::web::{Ctx, FormErrors, HistoryEntry, Link, Panel, PanelItem, Shell};
use askama::Template;
use platform::actor::{Actor, OrganisationId};
use platform::lang::{Lang, Localized};
use std::collections::HashMap;

/// Values and words of a choice.
pub type Options = Vec<(String, String)>;
pub type OwnerNames = HashMap<OrganisationId, Localized<String>>;

/// A line as pages show it.
pub struct Shown {
    pub href: String,
    pub name: String,
    /// The number, and what it is dialled as; for readers only if somebody heard it answer.
    pub number: String,
    pub dialled: String,
    /// What callers are helped with, with the language of these words.
    pub about: Option<(Lang, String)>,
    pub cost: String,
    pub hours: String,
    pub languages: String,
    pub countries: String,
    pub owner: Option<Link>,
    pub checked: Option<String>,
    /// For members: where it stands, with the class of its badge.
    pub standing: Option<(&'static str, String)>,
}

impl Shown {
    pub fn of(ctx: &Ctx, line: &Line, owners: &OwnerNames) -> Shown {
        let (l, details) = (ctx.l(), &line.details);
        let said = |lang: Lang| Some((lang, details.about.get(lang))).filter(|(_, text)| !text.is_empty());
        let owner = details.owner.and_then(|id| {
            let name = owners.get(&id)?.get(l.lang).clone();
            Some(Link::new(ctx.path(&crate::features::organisations::path(id)), name))
        });
        let standing = line.standing(ctx.app.db.clock().now());
        let class = match standing {
            Standing::Confirmed => "published",
            Standing::Unconfirmed | Standing::Overdue | Standing::Failing => "warn",
            Standing::Retired => "withdrawn",
        };
        Shown {
            href: ctx.path(&path(&line.key)),
            name: details.name.get(l.lang).clone(),
            number: details.number.clone(),
            dialled: line.dialled(),
            about: [l.lang]
                .into_iter()
                .chain(Lang::ALL)
                .find_map(said)
                .map(|(lang, text)| (lang, text.clone())),
            cost: l.t(details.cost.label()).into_owned(),
            hours: words::hours(l, line),
            languages: or_unknown(ctx, words::languages(line)),
            countries: or_unknown(ctx, words::countries(l, line)),
            owner,
            checked: line.checked.map(|(at, _)| words::checked(l, at)),
            standing: policy::may_see_all(&ctx.actor())
                .then(|| (class, l.t(words::standing(standing)).into_owned())),
        }
    }
}

fn or_unknown(ctx: &Ctx, words: String) -> String {
    if words.is_empty() { ctx.l().t("hotlines-unknown").into_owned() } else { words }
}

#[derive(Template)]
#[template(path = "features/hotlines/pages/index.html")]
pub struct IndexPage {
    pub p: Shell,
    pub lines: Vec<Shown>,
    /// For members: lines that readers do not see.
    pub hidden: Vec<Shown>,
    pub may_edit: bool,
    /// How many lines of the file of known ones are not here yet; 0 for those who may not load them.
    pub known: usize,
}

/// Puts the lines in the order of their alphabet, those that stand on every page first.
pub fn index_page(ctx: &Ctx, p: Shell, mut lines: Vec<Line>, owners: &OwnerNames, known: usize) -> IndexPage {
    let l = ctx.l();
    let place = |line: &Line| if line.details.place > 0 { line.details.place } else { MOST_EVERYWHERE + 1 };
    lines.sort_by(|a, b| {
        let names = || l.compare(a.details.name.get(l.lang), b.details.name.get(l.lang));
        place(a).cmp(&place(b)).then_with(names)
    });
    let (shown, hidden): (Vec<Line>, Vec<Line>) = lines.into_iter().partition(Line::is_shown);
    let shown_as = |lines: Vec<Line>| lines.iter().map(|line| Shown::of(ctx, line, owners)).collect();
    IndexPage {
        p,
        lines: shown_as(shown),
        hidden: shown_as(hidden),
        may_edit: policy::may_edit(&ctx.actor()),
        known,
    }
}

/// A test call as members read it.
pub struct Call {
    pub at: String,
    pub iso: String,
    pub by: String,
    pub number: String,
    pub outcome: String,
    pub heard: String,
}

impl Call {
    pub fn of(ctx: &Ctx, check: Check, by: String) -> Call {
        let l = ctx.l();
        Call {
            at: l.date_time(check.called_at),
            iso: l.iso(check.called_at),
            by,
            number: check.number,
            outcome: l.t(check.outcome.label()).into_owned(),
            heard: check.heard,
        }
    }
}

/// What only members see of a line.
pub struct Inside {
    pub reference: String,
    pub source: String,
    /// When the next call is due, in words.
    pub due: Option<String>,
    pub calls: Vec<Call>,
    pub history: Vec<HistoryEntry>,
    pub may_check: bool,
    pub may_edit: bool,
    pub retired: bool,
    pub confirmed: bool,
    pub base: String,
}

#[derive(Template)]
#[template(path = "features/hotlines/pages/show.html")]
pub struct ShowPage {
    pub p: Shell,
    pub errors: FormErrors,
    pub line: Shown,
    pub inside: Option<Inside>,
    /// A reason that was typed.
    pub reason: String,
}

/// What members see; test calls with the names of those who made them.
pub fn inside(ctx: &Ctx, line: &Line, calls: Vec<Call>, history: Vec<HistoryEntry>) -> Inside {
    let (l, actor): (_, Actor) = (ctx.l(), ctx.actor());
    Inside {
        reference: inserts::written(words::WORD, &line.key),
        source: line.details.source.clone(),
        due: line.due_at().map(|at| l.date(at)),
        calls,
        history,
        may_check: policy::may_check(&actor) && line.retired_at.is_none(),
        may_edit: policy::may_edit(&actor),
        retired: line.retired_at.is_some(),
        confirmed: line.checked.is_some(),
        base: ctx.path(&path(&line.key)),
    }
}

/// A box to tick.
pub struct CheckBox {
    pub code: &'static str,
    pub words: String,
    pub ticked: bool,
}

#[derive(Template)]
#[template(path = "features/hotlines/pages/form.html")]
pub struct FormPage {
    pub p: Shell,
    pub errors: FormErrors,
    pub action: String,
    pub is_new: bool,
    pub form: LineForm,
    pub costs: Options,
    pub days: Options,
    pub languages: Vec<CheckBox>,
    pub countries: Vec<CheckBox>,
    pub owners: Options,
    pub places: Options,
}

#[derive(Template)]
#[template(path = "features/hotlines/pages/call.html")]
pub struct CallPage {
    pub p: Shell,
    pub errors: FormErrors,
    pub action: String,
    pub line: Shown,
    pub form: CallForm,
}

/// For the chair and the approver: lines that need a call or a decision. Made from memory.
pub fn panels(ctx: &Ctx) -> Vec<Panel> {
    let actor = ctx.actor();
    if !policy::may_edit(&actor) {
        return Vec::new();
    }
    let (l, now) = (ctx.l(), ctx.app.db.clock().now());
    let lines = memory::lines(&ctx.app);
    let late = |line: &&Line| matches!(line.standing(now), Standing::Overdue | Standing::Failing);
    let item = |line: &Line| PanelItem {
        link: Link::new(ctx.path(&path(&line.key)), line.details.name.get(l.lang).clone()),
        note: l.t(words::standing(line.standing(now))).into_owned(),
    };
    let items: Vec<PanelItem> = lines.0.iter().filter(late).map(item).collect();
    if items.is_empty() {
        return Vec::new();
    }
    let more = Some(Link::new(ctx.path(super::INDEX), l.t("hotlines-title")));
    vec![Panel { order: 12, title: l.t("hotlines-panel").into_owned(), items, empty: String::new(), more }]
}
