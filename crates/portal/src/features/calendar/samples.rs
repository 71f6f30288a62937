//! Events of the sample world, and the section's pages made from samples.

use super::actions;
use super::forms::{CancelForm, EventForm};
use super::model::{Cancellation, Details, Entered, Event, Layer, Mistake, Span, Typed};
use super::pages::{Inside, item, midnight, months, past_months, row, show_page, today};
use super::routes::{Asked, cancel_page, form_page, index_page};
use crate::features::members;
use crate::seed::{self, Plan};
use crate::web::{App, Ctx, FormErrors, GalleryPage, Link, Shell};
use anyhow::Context as _;
use askama::Template;
use jiff::ToSpan;
use platform::actor::{Actor, Member, MemberId};
use platform::clock::Timestamp;
use platform::lang::{Lang, Localized};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sample {
    by: String,
    #[serde(default)]
    published: bool,
    /// Why it does not take place.
    cancelled: Option<Localized<String>>,
    layer: String,
    in_days: i64,
    last_in_days: Option<i64>,
    #[serde(default)]
    from: String,
    #[serde(default)]
    until: String,
    #[serde(default)]
    region: String,
    #[serde(default)]
    audience: String,
    /// A key of `campaigns.toml`, or empty.
    #[serde(default)]
    campaign: String,
    title: Localized<String>,
    place: Localized<String>,
    description: Localized<String>,
    link: String,
}

#[derive(Deserialize)]
struct SampleFile {
    event: Vec<Sample>,
}

pub async fn seed(app: &App, plan: &Plan) -> anyhow::Result<()> {
    let file: SampleFile = toml::from_str(&seed::text("calendar.toml")?).context("samples/calendar.toml")?;
    let l = app.l(Lang::Ky);
    let today = l.today(app.db.clock().now());
    for sample in file.event {
        let by: MemberId = plan.id(&format!("person:{}", sample.by))?;
        let person =
            members::person(&mut app.db.read().await?, by).await?.context("a person of the world")?;
        let (organisation, role, language) = (person.organisation, person.role, person.language);
        let day = |days: i64| today.checked_add(days.days()).map(Typed::Value);
        let entered = Entered {
            layer: Layer::parse(&sample.layer),
            first: day(sample.in_days)?,
            last: sample.last_in_days.map_or(Ok(Typed::Nothing), day)?,
            from: Typed::read(&sample.from),
            until: Typed::read(&sample.until),
            title: sample.title,
            place: sample.place,
            description: sample.description,
            link: sample.link,
            region: sample.region,
            audience: sample.audience,
            campaign: match sample.campaign.as_str() {
                "" => None,
                key => Some(plan.id(&format!("campaign:{key}"))?),
            },
        };
        let details = entered.checked(l.zone());
        let details = details.map_err(|mistakes| anyhow::anyhow!("samples/calendar.toml: {mistakes:?}"))?;
        let mut tx = app.db.write(&Actor::Member(Member { id: by, organisation, role, language })).await?;
        let id = actions::propose(&mut tx, &details).await?;
        if sample.published {
            actions::publish(&mut tx, id, 1).await?;
        }
        if let Some(reason) = sample.cancelled {
            actions::cancel(&mut tx, id, 2, &reason).await?;
        }
        tx.commit().await?;
    }
    Ok(())
}

/// An event that begins in so many days at ten o'clock and takes ninety minutes.
fn example(ctx: &Ctx, id: i64, in_days: i64, published: bool) -> Event {
    let ten = Timestamp(midnight(ctx, today(ctx).saturating_add(in_days.days())).0 + 10 * 3_600_000);
    Event {
        id: id.into(),
        organisation: 7.into(),
        details: Details {
            layer: Layer::Press,
            title: Localized {
                ky: "Кампаниянын жыйынтыгы жана алдыдагы жылдын пландары боюнча маалымат жыйыны".into(),
                ru: "Пресс-конференция об итогах кампании и планах на будущий год".into(),
                en: "Press conference on what the campaign reached and on plans for next year".into(),
            },
            description: Localized::from_fn(|_| "**Аккредитация** бир күн мурда жабылат.".to_owned()),
            place: Localized::from_fn(|_| "Бишкек, министрликтин имараты, 2-кабат".to_owned()),
            link: "https://ministry.example/accreditation".into(),
            span: Span { starts: ten, ends: Timestamp(ten.0 + 5_400_000), whole_days: false },
            region: "kg-gb".into(),
            audience: String::new(),
            campaign: None,
        },
        version: 1,
        changed_at: Timestamp(0),
        published_at: published.then_some(Timestamp(0)),
        cancellation: None,
    }
}

pub fn gallery(ctx: &Ctx) -> Vec<GalleryPage> {
    let l = ctx.l();
    let shell = |key: &str| Shell::plain(ctx, &l.t(key));
    let (coming, over, proposal) =
        (example(ctx, 1, 5, true), example(ctx, 2, -20, true), example(ctx, 3, 9, false));
    let mut cancelled = example(ctx, 4, 40, true);
    let reason =
        Localized { ru: "Дорога закрыта из-за снега.".into(), ..Localized::default() };
    cancelled.cancellation = Some(Cancellation { at: Timestamp(0), reason });
    let rows = |events: &[&Event]| events.iter().map(|event| row(ctx, &event.line())).collect();
    let index = |events: &[&Event], proposed| {
        index_page(ctx, shell("calendar-title"), months(ctx, rows(events)), proposed, Asked::default())
    };
    let mut members = index(&[&coming, &cancelled], vec![item(ctx, &proposal.line())]);
    members.may_propose = true;
    let past_rows = past_months(ctx, rows(&[&over]));
    let mut past = index_page(ctx, shell("calendar-past"), past_rows, Vec::new(), Asked::default());
    past.past = true;
    past.older = Some("#main".into());
    let inside = |published| Inside {
        may_change: true,
        may_publish: true,
        published,
        version: 1,
        history: Vec::new(),
        base: "#main".into(),
    };
    let show = |event: &Event, inside| {
        let p = Shell::plain(ctx, event.details.title.get(ctx.lang));
        show_page(ctx, p, event, Link::new("#main", "«Жол чырагы» коомдук фонду"), inside)
    };
    let errors = |mistakes: &[Mistake]| {
        let mut errors = FormErrors::default();
        for (field, key) in mistakes.iter().map(|mistake| mistake.words()) {
            errors.add(field, l.t(key));
        }
        errors
    };
    let form = |key, event: Option<i64>, form, errors| {
        form_page(ctx, shell(key), event.map(Into::into), form, errors)
    };
    let typed = EventForm::of(proposal.clone(), l);
    let wrong = errors(&[Mistake::LayerMissing, Mistake::TitleMissing(Lang::Ru), Mistake::FirstMissing]);
    let cancel =
        |errors| cancel_page(ctx, shell("calendar-cancel-title"), &coming, CancelForm::default(), errors);
    vec![
        page("calendar-index", &index(&[&coming, &cancelled], Vec::new())),
        page("calendar-index-members", &members),
        page("calendar-index-empty", &index(&[], Vec::new())),
        page("calendar-past", &past),
        page("calendar-show", &show(&coming, None)),
        page("calendar-show-over", &show(&over, None)),
        page("calendar-show-cancelled", &show(&cancelled, Some(inside(true)))),
        page("calendar-show-proposal", &show(&proposal, Some(inside(false)))),
        page("calendar-form", &form("calendar-edit", Some(3), typed, FormErrors::default())),
        page("calendar-form-new", &form("calendar-new", None, EventForm::default(), wrong)),
        page("calendar-cancel", &cancel(errors(&[Mistake::ReasonMissing]))),
    ]
}

fn page(name: &'static str, page: &impl Template) -> GalleryPage {
    GalleryPage { name, html: page.render().expect("a page made from samples") }
}
