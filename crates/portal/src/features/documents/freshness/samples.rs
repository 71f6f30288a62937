//! One text of the sample world whose day has passed and one with a broken link, and samples of the pages.

use super::super::addresses::{self, Checked, Status};
use super::super::gallery::show;
use super::super::model::{DocumentId, EditionId, State};
use super::super::pages::{Badge, Show};
use super::super::reading::heads;
use super::super::samples::AT;
use super::model::Shown;
use super::pages::{Care, Check, List, Row, cared, counted};
use super::policy::Scope;
use super::routes::list_page;
use super::store::{self, Cursor, Filter, Fresh};
use crate::seed::Plan;
use crate::web::Choice;
use crate::web::{App, Ctx, FormErrors, GalleryPage, Shell};
use anyhow::Context as _;
use askama::Template;
use platform::actor::Actor;
use platform::clock::Timestamp;
use platform::lang::Lang;
use std::time::Duration;

const DAY: Duration = Duration::from_hours(24);
const ADDRESS: &str = "https://jobs-abroad.example/register";

/// The overdue one is the Russian answer about somebody who gave no news; the broken link stands in the one about agencies.
pub async fn seed(app: &App, plan: &Plan) -> anyhow::Result<()> {
    let overdue: DocumentId = plan.id("document:answer-no-news")?;
    let mut tx = app.db.write(&Actor::System("seed")).await?;
    let heads = heads(&mut tx, &[overdue]).await?;
    let text = heads.iter().find(|head| head.language == Lang::Ru).context("it is published in Russian")?;
    let due = tx.now() - 20 * DAY;
    store::plan(&mut tx, text.edition, due).await?;
    let since = tx.now() - 3 * DAY;
    addresses::break_sample(&mut tx, ADDRESS, since).await?;
    Ok(tx.commit_unrecorded("how texts stand, not what happened").await?)
}

pub fn gallery(ctx: &Ctx) -> Vec<GalleryPage> {
    let pages: Vec<(&'static str, askama::Result<String>)> = vec![
        ("documents-show-fresh", fresh_show(ctx).render()),
        ("documents-freshness", list(ctx, Scope::All, rows(ctx)).render()),
        ("documents-freshness-own", list(ctx, Scope::Own(3.into()), Vec::new()).render()),
        ("documents-freshness-check", check(ctx, FormErrors::default()).render()),
        ("documents-freshness-check-errors", check(ctx, wrong_day(ctx)).render()),
    ];
    let page = |(name, html): (&'static str, askama::Result<String>)| {
        html.map(|html| GalleryPage { name, html }).map_err(|error| tracing::error!(%error, "{name}")).ok()
    };
    pages.into_iter().filter_map(page).collect()
}

fn sample_care(ctx: &Ctx) -> Care {
    let fresh = Fresh {
        due_at: Timestamp(0),
        checked_by: Some(4.into()),
        checked_at: Some(Timestamp(AT.0 - 365 * 24 * 3600 * 1000)),
    };
    let link = |address: &str, status| Checked {
        address: address.to_owned(),
        status,
        moved_to: match status {
            Status::Moved => "https://stat.example/ru/publications/migration/2026".to_owned(),
            _ => String::new(),
        },
        asked_at: (status != Status::Unknown).then_some(AT),
        failing_since: None,
    };
    let long = format!("https://reports.example/{}?year=2026", "trafficking-in-persons/".repeat(6));
    let found = vec![
        link("https://jobs-abroad.example/register", Status::Broken),
        link("https://stat.example/migration", Status::Moved),
        link(&long, Status::Unreachable),
        link("https://network.example/birge", Status::Refused),
        link("https://law.example/ru/act/114", Status::Works),
        link("https://new.example/", Status::Unknown),
    ];
    cared(ctx, &fresh, Some("Наргиза Токтосунова"), Some("#text".into()), found)
}

fn fresh_show(ctx: &Ctx) -> Show {
    Show { care: Some(sample_care(ctx)), ..show(ctx, State::Published, true) }
}

fn wrong_day(ctx: &Ctx) -> FormErrors {
    let mut errors = FormErrors::default();
    errors.add("due", ctx.l().t("documents-freshness-wrong-day"));
    errors
}

fn check(ctx: &Ctx, errors: FormErrors) -> Check {
    Check {
        p: Shell::plain(ctx, &ctx.l().t("documents-freshness-do")),
        due: if errors.is_empty() { "2027-11-23".into() } else { "2020-01-01".into() },
        errors,
        action: "#".into(),
        back: "#".into(),
        heading: "Дорога начинается дома: что проверить до отъезда".into(),
        content_lang: Lang::Ru,
        care: sample_care(ctx),
    }
}

fn rows(ctx: &Ctx) -> Vec<Row> {
    let l = ctx.l();
    let row = |title: &str, language, overdue: bool, broken| Row {
        href: "#".into(),
        title: title.to_owned(),
        kind: l.t("documents-kind-answer").into_owned(),
        language,
        organisation: "Общественный фонд «Жол чырагы»".into(),
        due: l.date(AT),
        badge: overdue
            .then(|| Badge { class: "warn", words: l.t("documents-freshness-overdue").into_owned() }),
        checked: match overdue {
            true => l.t("documents-freshness-nobody").into_owned(),
            false => l.date(AT),
        },
        broken: match broken {
            0 => String::new(),
            count => l.f1("documents-freshness-broken-links", "count", count),
        },
    };
    vec![
        row("Близкий уехал на заработки и не выходит на связь. С чего начать?", Lang::Ru, true, 0),
        row("Агенттикти кантип текшерсе болот?", Lang::Ky, false, 2),
    ]
}

fn list(ctx: &Ctx, scope: Scope, rows: Vec<Row>) -> List {
    let l = ctx.l();
    let choice = |key: &str, words: &str, chosen| Choice { key: key.into(), words: words.into(), chosen };
    let organisations = (scope == Scope::All).then(|| {
        vec![choice("", &l.t("documents-any"), false), choice("3", "Общественный фонд «Жол чырагы»", true)]
    });
    let filter = Filter { shown: Shown::Overdue, organisation: Some(3.into()), language: None };
    let next = (!rows.is_empty()).then_some(Cursor { due_at: AT, edition: EditionId::from(1) });
    let p = Shell::plain(ctx, &l.t("documents-freshness-list"));
    let count = counted(l, i64::try_from(rows.len()).unwrap_or(0));
    list_page(ctx, p, scope, &filter, rows, count, organisations, (false, next))
}
