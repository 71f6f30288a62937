//! Lines in words: what callers read beside a number, what stands for a reference in a text, and what authors are told
//! about numbers and references.

use super::memory;
use super::model::{COUNTRIES, Cost, Days, Line, SPOKEN, Standing, typed_numbers};
use crate::web::inserts::{self, Inserted};
use crate::web::{App, CallLine, Ctx, Link, Remark, Remarks};
use platform::clock::Timestamp;
use platform::lang::{L10n, Lang};

/// The word of references: `{{hotline:key}}`.
pub const WORD: &str = "hotline";

pub fn hours(l: &L10n, line: &Line) -> String {
    let details = &line.details;
    match details.days {
        Days::Unknown | Days::Always => l.t(details.days.label()).into_owned(),
        days => {
            let args = [("from", details.opens.as_str().into()), ("to", details.closes.as_str().into())];
            l.f(days.label(), &args)
        }
    }
}

pub fn languages(line: &Line) -> String {
    let spoken = SPOKEN.iter().filter(|(code, _)| line.details.languages.iter().any(|known| known == code));
    spoken.map(|(_, name)| *name).collect::<Vec<_>>().join(", ")
}

pub fn countries(l: &L10n, line: &Line) -> String {
    let reached =
        COUNTRIES.iter().filter(|(code, _)| line.details.countries.iter().any(|known| known == code));
    reached.map(|(_, label)| l.t(label).into_owned()).collect::<Vec<_>>().join(", ")
}

pub fn checked(l: &L10n, at: Timestamp) -> String {
    l.f1("hotlines-checked-on", "date", l.date(at))
}

pub fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::Unconfirmed => "hotlines-standing-unconfirmed",
        Standing::Confirmed => "hotlines-standing-confirmed",
        Standing::Overdue => "hotlines-standing-overdue",
        Standing::Failing => "hotlines-standing-failing",
        Standing::Retired => "hotlines-standing-retired",
    }
}

/// What a caller should know, as far as it is known.
fn known_facts(l: &L10n, line: &Line) -> Vec<String> {
    let cost = (line.details.cost != Cost::Unknown).then(|| l.t(line.details.cost.label()).into_owned());
    let hours = (line.details.days != Days::Unknown).then(|| hours(l, line));
    cost.into_iter().chain(hours).collect()
}

fn call_line(l: &L10n, line: &Line) -> CallLine {
    CallLine {
        name: line.details.name.get(l.lang).clone(),
        href: line.dialled(),
        number: line.details.number.clone(),
        facts: known_facts(l, line).into_iter().chain([languages(line)]).collect::<Vec<_>>().join(" · "),
        checked: line.checked.map(|(at, _)| checked(l, at)).unwrap_or_default(),
    }
}

/// The lines on every page.
pub fn everywhere(ctx: &Ctx) -> Vec<CallLine> {
    memory::lines(&ctx.app).everywhere().into_iter().map(|line| call_line(ctx.l(), line)).collect()
}

/// Every line that readers may see, those of every page first.
pub fn shown(ctx: &Ctx) -> Vec<CallLine> {
    let (l, lines) = (ctx.l(), memory::lines(&ctx.app));
    let mut shown: Vec<&Line> = lines.0.iter().filter(|line| line.is_shown()).collect();
    let place = |line: &Line| if line.details.place > 0 { line.details.place } else { i64::MAX };
    shown.sort_by(|a, b| {
        let names = || l.compare(a.details.name.get(l.lang), b.details.name.get(l.lang));
        place(a).cmp(&place(b)).then_with(names)
    });
    shown.into_iter().map(|line| call_line(l, line)).collect()
}

/// What stands for a reference: number, cost and hours of a line that was confirmed; for any other, words that lead on.
pub fn inserted(app: &App, l: &L10n, key: &str) -> Inserted {
    let lines = memory::lines(app);
    let Some(line) = lines.get(key).filter(|line| line.is_shown()) else {
        let words = l.t("hotlines-inserted-unknown").into_owned();
        let address = app.url(&format!("/{}{}", l.lang, super::INDEX));
        return Inserted { link: Link::new(address, words.clone()), words };
    };
    let number = line.details.number.clone();
    let facts = known_facts(l, line);
    let words = if facts.is_empty() {
        number.clone()
    } else {
        let args = [("number", number.as_str().into()), ("facts", facts.join(", ").into())];
        l.f("hotlines-inserted", &args)
    };
    Inserted { words, link: Link::new(line.dialled(), number) }
}

/// The lines to choose from where a text is written: those that readers would see.
pub fn choices(app: &App, l: &L10n) -> Vec<(String, String)> {
    let lines = memory::lines(app);
    let words = |line: &Line| format!("{}, {}", line.details.name.get(l.lang), line.details.number);
    lines.0.iter().filter(|line| line.is_shown()).map(|line| (line.key.clone(), words(line))).collect()
}

/// Numbers typed by hand, and references that readers would not get a number for.
pub fn remarks(ctx: &Ctx, _: Lang, text: &str) -> Vec<Remarks> {
    let (l, lines) = (ctx.l(), memory::lines(&ctx.app));
    let now = ctx.app.db.clock().now();
    let typed = typed_numbers(&lines, text).into_iter().filter_map(|number| {
        let line = lines.get(&number.key)?;
        let key = if number.exact { "hotlines-remark-typed" } else { "hotlines-remark-nearly" };
        let args = [
            ("typed", number.typed.as_str().into()),
            ("name", line.details.name.get(l.lang).as_str().into()),
        ];
        Some(Remark {
            words: l.f(key, &args),
            instead: Some(inserts::written(WORD, &line.key)),
            link: Some(Link::new(ctx.path(&super::path(&line.key)), l.t("hotlines-remark-open"))),
        })
    });
    let mut items: Vec<Remark> = typed.collect();
    let mut keys: Vec<&str> = Vec::new();
    for reference in inserts::references(text).into_iter().filter(|reference| reference.word == WORD) {
        if keys.contains(&reference.key) {
            continue;
        }
        keys.push(reference.key);
        let known = lines.get(reference.key);
        let key = match known.map(|line| line.standing(now)) {
            None => "hotlines-remark-unknown",
            Some(Standing::Confirmed) => continue,
            Some(Standing::Unconfirmed) => "hotlines-remark-unconfirmed",
            Some(Standing::Overdue) => "hotlines-remark-overdue",
            Some(Standing::Failing) => "hotlines-remark-failing",
            Some(Standing::Retired) => "hotlines-remark-retired",
        };
        let path = known.map_or_else(|| super::INDEX.to_owned(), |line| super::path(&line.key));
        items.push(Remark {
            words: l.f1(key, "reference", inserts::written(WORD, reference.key)),
            instead: None,
            link: Some(Link::new(ctx.path(&path), l.t("hotlines-remark-open"))),
        });
    }
    vec![Remarks { title: l.t("hotlines-remarks").into_owned(), warning: true, items }]
}
