//! The lines of the sample world, with invented numbers, and the section's pages made from some.

use super::actions::{self, Report};
use super::forms::{CallForm, LineForm};
use super::model::{Check, Cost, Days, Details, Line, LineId, Mistake, Outcome};
use super::pages::{Call, ShowPage, Shown, index_page, inside};
use super::routes::{call_page, form_page};
use super::{memory, store};
use crate::features::members;
use crate::seed::{self, Plan};
use crate::web::{App, Ctx, FormErrors, GalleryPage, HistoryEntry, Shell};
use anyhow::Context as _;
use askama::Template;
use platform::actor::{Actor, Member, MemberId};
use platform::clock::Timestamp;
use platform::lang::Localized;
use serde::Deserialize;
use std::time::Duration;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sample {
    key: String,
    number: String,
    ky: String,
    ru: String,
    en: String,
    #[serde(default)]
    about: Localized<String>,
    #[serde(default)]
    cost: String,
    #[serde(default)]
    days: String,
    #[serde(default)]
    opens: String,
    #[serde(default)]
    closes: String,
    #[serde(default)]
    languages: Vec<String>,
    #[serde(default)]
    countries: Vec<String>,
    #[serde(default)]
    owner: String,
    source: String,
    #[serde(default)]
    place: i64,
    /// Who made the test call, when and what they heard.
    #[serde(default)]
    called_by: String,
    #[serde(default)]
    called_days_ago: u64,
    #[serde(default)]
    heard: String,
    #[serde(default)]
    retired: bool,
}

#[derive(Deserialize)]
struct SampleFile {
    line: Vec<Sample>,
}

const DAY: u64 = 24 * 3600;

pub async fn seed(app: &App, plan: &Plan) -> anyhow::Result<()> {
    let file: SampleFile = toml::from_str(&seed::text("hotlines.toml")?).context("samples/hotlines.toml")?;
    for sample in file.line {
        let mut tx = app.db.write(&Actor::System("seed")).await?;
        let owner = match sample.owner.as_str() {
            "" => None,
            key => Some(plan.id(&format!("organisation:{key}"))?),
        };
        let details = Details {
            about: sample.about,
            cost: Cost::parse(&sample.cost).unwrap_or(Cost::Unknown),
            days: Days::parse(&sample.days).unwrap_or(Days::Unknown),
            opens: sample.opens,
            closes: sample.closes,
            languages: sample.languages,
            countries: sample.countries,
            owner,
            place: sample.place,
            ..Details::named(
                &sample.number,
                Localized { ky: sample.ky, ru: sample.ru, en: sample.en },
                &sample.source,
            )
        };
        actions::create(&mut tx, &sample.key, details).await?;
        if sample.retired {
            actions::retire(&mut tx, &sample.key).await?;
        }
        tx.commit().await?;
        if !sample.called_by.is_empty() {
            let caller = plan.id(&format!("person:{}", sample.called_by))?;
            let ago = Duration::from_secs(sample.called_days_ago * DAY);
            test_call(app, &sample.key, caller, ago, sample.heard).await?;
        }
    }
    memory::load(app).await
}

/// As the member reports it; the sample world has a past, in which a call may be older than one that is reported today.
async fn test_call(
    app: &App,
    key: &str,
    caller: MemberId,
    ago: Duration,
    heard: String,
) -> anyhow::Result<()> {
    let person = members::person(&mut app.db.read().await?, caller).await?;
    let person = person.context("the caller is a member")?;
    let caller = Member {
        id: person.id,
        organisation: person.organisation,
        role: person.role,
        language: person.language,
    };
    let mut tx = app.db.write(&Actor::Member(caller)).await?;
    let line =
        store::by_key(&mut tx, &Actor::System("seed"), key).await?.context("the line was just made")?;
    let called_at = tx.now() - ago;
    let number = line.details.number.clone();
    if ago > actions::OLDEST_CALL {
        let check = Check { number, outcome: Outcome::Answered, heard, called_at, called_by: person.id };
        actions::keep_call(&mut tx, &line, check).await?;
    } else {
        let report = Report { number, outcome: Some(Outcome::Answered), heard, called_at: Some(called_at) };
        actions::record_call(&mut tx, key, report).await?;
    }
    Ok(tx.commit().await?)
}

/// A summer day of 2026.
const CALLED: Timestamp = Timestamp(1_782_900_000_000);

fn example(id: i64, checked: bool) -> Line {
    let name = Localized {
        ky: "Ишеним телефону (үлгү)".into(),
        ru: "Телефон доверия (пример)".into(),
        en: "Trust line (sample)".into(),
    };
    let about = Localized {
        ky: "Чет өлкөдө иштөө тууралуу кеңеш берилет.".into(),
        ru: "Советуют, как безопасно работать за границей.".into(),
        en: "Advice on safe work abroad.".into(),
    };
    let codes = |codes: &[&str]| codes.iter().map(|code| (*code).to_owned()).collect();
    let known = Details {
        about,
        cost: Cost::Free,
        days: Days::MondayToFriday,
        opens: "09:00".into(),
        closes: "18:00".into(),
        languages: codes(&["ky", "ru", "uz"]),
        countries: codes(&["kg", "ru"]),
        place: 1,
        ..Details::named("+996 000 55 01 77", name.clone(), "Invented for the gallery")
    };
    let details = if checked { known } else { Details::named("000 01 11", name, "Invented for the gallery") };
    Line {
        id: LineId::from(id),
        key: format!("trust-{id}"),
        details,
        checked: checked.then(|| (CALLED, MemberId::from(7))),
        failed_at: None,
        retired_at: None,
        version: 1,
    }
}

pub fn gallery(ctx: &Ctx) -> Vec<GalleryPage> {
    let l = ctx.l();
    let shell = |title: &str| Shell::plain(ctx, &l.t(title));
    let owners = Default::default();
    let index = |lines| index_page(ctx, shell("hotlines-title"), lines, &owners, 0);
    let mut for_members = index(vec![example(1, true), example(2, false)]);
    for_members.may_edit = true;
    for_members.known = 7;
    let errors = |mistakes: &[Mistake]| {
        let mut errors = FormErrors::default();
        for (field, key) in mistakes.iter().map(|mistake| mistake.words()) {
            errors.add(field, l.t(key));
        }
        errors
    };
    let show = |line: &Line, errors, whole: bool| {
        let check = Check {
            number: line.details.number.clone(),
            outcome: Outcome::Answered,
            heard: "Кыргызча жооп беришти, күнү-түнү иштешет.".into(),
            called_at: CALLED,
            called_by: MemberId::from(7),
        };
        let history = vec![HistoryEntry {
            seq: 1,
            actor: "Наргиза".into(),
            href: None,
            sentence: l.f1("hotlines-mail-overdue-subject", "name", line.details.name.get(l.lang).as_str()),
            at: l.date_time(CALLED),
            iso: l.iso(CALLED),
        }];
        let inside = whole.then(|| {
            let mut inside = inside(ctx, line, vec![Call::of(ctx, check, "Наргиза".into())], history);
            (inside.may_check, inside.may_edit) = (true, true);
            inside
        });
        let p = Shell::plain(ctx, line.details.name.get(l.lang));
        ShowPage { p, errors, line: Shown::of(ctx, line, &owners), inside, reason: String::new() }
    };
    let form = |is_new, form, errors| {
        form_page(
            ctx,
            shell(if is_new { "hotlines-new" } else { "hotlines-edit" }),
            is_new,
            form,
            &[],
            errors,
        )
    };
    let call = |sent, errors| call_page(ctx, shell("hotlines-call-title"), &example(1, true), sent, errors);
    let wrong = errors(&[Mistake::Key, Mistake::Number, Mistake::Times, Mistake::Incomplete]);
    let unsaid = errors(&[Mistake::Outcome, Mistake::HeardMissing]);
    vec![
        page("hotlines-index", &index(vec![example(1, true), example(3, true)])),
        page("hotlines-index-members", &for_members),
        page("hotlines-index-empty", &index(Vec::new())),
        page("hotlines-show", &show(&example(1, true), FormErrors::default(), false)),
        page("hotlines-show-members", &show(&example(1, true), errors(&[Mistake::Reason]), true)),
        page("hotlines-show-unconfirmed", &show(&example(2, false), FormErrors::default(), true)),
        page("hotlines-form-new", &form(true, LineForm::blank(), wrong)),
        page("hotlines-form", &form(false, LineForm::of(example(1, true)), FormErrors::default())),
        page("hotlines-call", &call(CallForm::default(), FormErrors::default())),
        page("hotlines-call-errors", &call(CallForm::default(), unsaid)),
    ]
}

fn page(name: &'static str, page: &impl Template) -> GalleryPage {
    GalleryPage { name, html: page.render().expect("a page made from samples") }
}
