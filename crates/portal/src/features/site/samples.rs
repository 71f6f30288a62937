//! The texts on the pages of the sample world, and the section's pages made from samples.

use super::actions;
use super::model::{self, Slot};
use super::offline::offline_page;
use super::pages::{
    About, Contact, Fill, ForAudience, Help, Home, Line, Place, Press, Progress, Slots, Text, Topic,
};
use super::routes::audiences;
use crate::features::documents::{Badge, Row};
use crate::features::programme::{self, Programme};
use crate::seed::{self, Plan};
use crate::web::{App, CallLine, Ctx, FormErrors, GalleryPage, Link, PanelItem, Shell, markdown};
use anyhow::Context as _;
use askama::Template;
use platform::actor::Actor;
use platform::lang::{Lang, Localized};
use std::collections::BTreeMap;

fn name(app: &App, programme: &Programme, slot: &Slot) -> Localized<String> {
    Localized::from_fn(|lang: Lang| match (slot, slot.label()) {
        (Slot::Audience(key), _) => {
            model::audience(programme, key).map(|name| name.get(lang).clone()).unwrap_or_default()
        }
        (_, label) => app.l(lang).t(label.unwrap_or_default()).into_owned(),
    })
}

pub async fn seed(app: &App, plan: &Plan) -> anyhow::Result<()> {
    let file: BTreeMap<String, String> =
        toml::from_str(&seed::text("site.toml")?).context("samples/site.toml")?;
    let programme = programme::current(app);
    let mut tx = app.db.write(&Actor::System("seed")).await?;
    for (key, folder) in file {
        let slot = Slot::parse(&key, programme).with_context(|| format!("there is no page {key}"))?;
        let document = plan.id(&format!("document:{folder}"))?;
        actions::fill(&mut tx, &slot, name(app, programme, &slot), Some(document)).await?;
    }
    Ok(tx.commit().await?)
}

fn row(ctx: &Ctx, title: &str) -> Row {
    Row {
        document: 2.into(),
        edition: 3.into(),
        href: "#".into(),
        lang: ctx.lang,
        kind: ctx.l().t("site-press").into_owned(),
        title: title.to_owned(),
        summary: "Жолго чыгардан мурун: келишим, дарек, номер.".into(),
        level: Badge { class: "agreed", words: "✓".into() },
        iso: "2026-11-23T03:00:00Z".into(),
        date: "23.11.2026".into(),
        organisation: "«Жол чырагы»".into(),
        note: ctx.l().f1("web-only-in", "language", Lang::Ky.own_name()),
    }
}

pub fn gallery(ctx: &Ctx) -> Vec<GalleryPage> {
    let l = ctx.l();
    let title = "Жол үйдөн башталат: бара турган жерди, жумушту жана жол киресин кантип текшеребиз";
    let shell = |key: &str| Shell::plain(ctx, &l.t(key));
    let rows = || vec![row(ctx, title), row(ctx, "Кыска аталыш")];
    let link = || Link::new("#main", title);
    let empty = || Place { text: None, fill: None };
    let place = || Place {
        text: Some(Text {
            lang: Lang::Ky,
            title: title.into(),
            summary: "Чалганда эмне болот жана кандай укугуңуз бар.".into(),
            html: markdown::to_html("## Чалыңыз\n\n- атыңызды айтпасаңыз болот\n- сураганга жооп беришет"),
            row: row(ctx, title),
        }),
        fill: Some("#main".into()),
    };
    let line = || CallLine {
        name: "Ишеним телефону (үлгү)".into(),
        href: "tel:+996000550177".into(),
        number: "+996 000 55 01 77".into(),
        facts: "кыргызча, русский".into(),
        checked: "23.11.2026".into(),
    };
    let programme = programme::current(&ctx.app);
    let mut with_line = shell("web-home-title");
    with_line.call = vec![line()];
    let home = Home {
        p: with_line,
        audiences: audiences(ctx, programme, &[("migrants".to_owned(), 21)]),
        panels: Vec::new(),
    };
    let topic = |place, rows: Vec<Row>| Topic {
        p: shell("site-safe-migration").quiet(ctx),
        lead: l.t("site-safe-migration-lead").into_owned(),
        place,
        all: (!rows.is_empty()).then(|| "#main".to_owned()),
        rows,
    };
    let help = |place, lines: Vec<CallLine>| Help {
        p: shell("site-help").quiet(ctx),
        lines,
        place,
        answers: vec![link()],
        all_answers: "#main".into(),
    };
    let audience = |kits, rows| ForAudience {
        p: shell("site-for-whom"),
        purpose: l.t("site-kits-text").into_owned(),
        place: empty(),
        kits,
        rows,
        all: "#main".into(),
    };
    let press = Press {
        p: shell("site-press"),
        place: empty(),
        rows: rows(),
        all: "#main".into(),
        feeds: vec![Link::new("#main", "Atom")],
        contacts: vec![Contact {
            name: "Министрлик (үлгү)".into(),
            href: "#main".into(),
            phone: "+996 000 000 000".into(),
            email: "press@ministry.example".into(),
        }],
        events: vec![PanelItem {
            link: Link::new("#main", "Кампаниянын жыйынтыгы боюнча маалымат жыйыны"),
            note: "23.11.2026".into(),
        }],
        calendar: "#main".into(),
    };
    let about = About {
        p: shell("site-about"),
        place: place(),
        programme: programme.name.get(ctx.lang).clone(),
        summary: programme.summary.get(ctx.lang).clone(),
        period: "2022–2025".into(),
        counts: vec![l.f1("site-texts", "count", 21), l.f1("site-about-partners", "count", 14)],
        tasks: [Some(link()), None]
            .into_iter()
            .map(|texts| Progress { task: programme.name.get(ctx.lang).clone(), texts })
            .collect(),
    };
    let slot = |text, gone| Line { page: link(), edit: "#main".into(), text, gone };
    let slots = Slots {
        p: shell("site-slots"),
        lines: vec![slot(Some(link()), false), slot(None, true), slot(None, false)],
        history: Vec::new(),
    };
    let mut errors = FormErrors::default();
    errors.add("text", l.t("site-fill-unknown"));
    let fill = |errors, text: &str| Fill {
        p: shell("site-fill"),
        errors,
        action: "#main".into(),
        page: link(),
        text: text.into(),
        now: Some(link()),
        newest: vec![("/ky/documents/0000000000002".into(), title.into())],
    };
    let mut offline = offline_page(ctx, shell("site-offline"));
    offline.lines = vec![line()];
    vec![
        page("site-home", &home),
        page("site-help", &help(place(), vec![line()])),
        page("site-help-empty", &help(empty(), Vec::new())),
        page("site-topic", &topic(place(), rows())),
        page("site-topic-empty", &topic(empty(), Vec::new())),
        page("site-audience", &audience(vec![link()], rows())),
        page("site-audience-empty", &audience(Vec::new(), Vec::new())),
        page("site-press", &press),
        page("site-about", &about),
        page("site-slots", &slots),
        page("site-fill", &fill(FormErrors::default(), "/ky/documents/0000000000002")),
        page("site-fill-errors", &fill(errors, "www")),
        page("site-offline", &offline),
    ]
}

fn page(name: &'static str, page: &impl Template) -> GalleryPage {
    GalleryPage { name, html: page.render().expect("a page made from samples") }
}
