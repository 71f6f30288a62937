//! Samples of the pages of documents: each with everything it can show, made without a database.

use super::approval::Channel;
use super::approval::pages::{Decide, Decided, Entered, LinkEnded, Record};
use super::draft::merging::Way;
use super::draft::pages::{Edit, Merge, New};
use super::lists::pages::{Index, Row, WorkList, WorkRow, kind_choices, level_choices};
use super::model::{Edition, Kind, Level, State, Text};
use super::pages::*;
use super::samples::{AT, edition};
use super::terms::groups;
use super::{comparison, consents, fields, head, papers, publication, snippet, verification, words};
use crate::features::files::FileId;
use crate::web::{
    Choice, ChoiceGroup, Ctx, FormErrors, GalleryPage, HistoryEntry, Link, Remark, Remarks, Shell, diff,
    markdown,
};
use askama::Template;
use platform::lang::{L10n, Lang};

pub fn pages(ctx: &Ctx) -> Vec<GalleryPage> {
    let pages: Vec<(&'static str, askama::Result<String>)> = vec![
        ("documents-index", index(ctx).render()),
        ("documents-show", show(ctx, State::Published, false).render()),
        ("documents-show-superseded", show(ctx, State::Superseded, false).render()),
        ("documents-show-facts", with_facts(ctx).render()),
        ("documents-snippet", snippet_page(ctx).render()),
        ("documents-show-work", show(ctx, State::Published, true).render()),
        ("documents-missing", missing(ctx).render()),
        ("documents-changes", changes(ctx).render()),
        ("documents-new", new(ctx).render()),
        ("documents-edit", edit(ctx, Kind::PressRelease).render()),
        ("documents-edit-rows", edit(ctx, Kind::SocialKit).render()),
        ("documents-merge", merge(ctx, Way::Save).render()),
        ("documents-merge-submitted", merge(ctx, Way::TakeBack).render()),
        ("documents-merge-published", merge(ctx, Way::NextEdition).render()),
        ("documents-work", work(ctx).render()),
        ("documents-decide", decide(ctx).render()),
        ("documents-decided", decided(ctx).render()),
        ("documents-record", record(ctx).render()),
        ("documents-link-ended", link_ended(ctx).render()),
        ("documents-publish", publication::samples::publish(ctx).render()),
        ("documents-withdraw", publication::samples::withdraw(ctx).render()),
        ("documents-emergency", publication::samples::emergency(ctx).render()),
        ("documents-consent", consent(ctx).render()),
        ("documents-trust", trust(ctx, false).render()),
        ("documents-trust-review", trust(ctx, true).render()),
        ("documents-verify", verification::samples::page(ctx, None).render()),
        ("documents-verify-current", verification::samples::page(ctx, Some(State::Published)).render()),
        ("documents-verify-replaced", verification::samples::page(ctx, Some(State::Superseded)).render()),
        ("documents-verify-differs", verification::samples::page(ctx, Some(State::Draft)).render()),
    ];
    let page = |(name, html): (&'static str, askama::Result<String>)| {
        html.map(|html| GalleryPage { name, html }).map_err(|error| tracing::error!(%error, "{name}")).ok()
    };
    pages.into_iter().filter_map(page).collect()
}

pub fn shell(ctx: &Ctx, title: &str) -> Shell {
    let crumb = ctx.l().t("documents-title");
    Shell::plain(ctx, title).crumb(ctx.path("/documents"), crumb)
}

pub fn title() -> String {
    edition().text.title
}

fn file(l: &L10n) -> FileLine {
    FileLine {
        href: "/files/0000000000001/pamyatka.pdf".into(),
        thumbnail: None,
        name: "Памятка для тех, кто едет на заработки, лист А4.pdf".into(),
        kind: "PDF".into(),
        size: l.file_size(1_234_567),
        id: FileId::from(1),
        check: None,
    }
}

fn tabs(l: &L10n) -> Vec<Tab> {
    let tab = |lang: Lang| Tab {
        lang,
        href: format!("/{lang}/documents/0000000000002"),
        note: l.f1("documents-tab-edition", "number", 2),
        current: lang == Lang::Ru,
    };
    Lang::ALL.into_iter().map(tab).collect()
}

fn facts(l: &L10n) -> Vec<Fact> {
    let fact =
        |key: &str, value: String| Fact { term: l.t(key).into_owned(), value, badge: None, href: None };
    vec![
        Fact {
            term: l.t("documents-fact-level").into_owned(),
            value: String::new(),
            badge: Some(level_badge(Some(Level::Official), l)),
            href: None,
        },
        fact("documents-fact-body", "Министерство труда и миграции (пример)".into()),
        fact(
            "documents-fact-act",
            l.f("documents-act", &[("number", "114".into()), ("date", l.date(AT).into())]),
        ),
        fact("documents-fact-edition", l.number(2)),
    ]
}

fn banner(text: String) -> Banner {
    Banner {
        class: "warn", text, quote: "Проверьте дату и число мест.".into(), link: None
    }
}

/// A quiet page, with all that its head can hold.
fn with_facts(ctx: &Ctx) -> Show {
    let page = show(ctx, State::Published, false);
    let mut p = shell(ctx, &page.heading).quiet(ctx).with_facts(&head::sample());
    p.canonical = Some(ctx.app.url(&ctx.path("/documents/0000000000002")));
    p.description.clone_from(&page.summary);
    Show { p, ..page }
}

fn snippet_page(ctx: &Ctx) -> snippet::SnippetPage {
    let edition =
        Edition { language: ctx.lang, published_at: Some(AT), level: Some(Level::Own), ..edition() };
    let title = ctx.l().t("documents-snippet").into_owned();
    snippet::page(ctx, shell(ctx, &title), &edition, "«Жол чырагы»".into())
        .expect("a template writes into memory")
}

pub fn show(ctx: &Ctx, state: State, work: bool) -> Show {
    let l = ctx.l();
    let text = edition().text;
    let superseded = state == State::Superseded;
    let heading = if superseded {
        l.f1("documents-replaced-title", "title", text.title.as_str())
    } else {
        text.title.clone()
    };
    Show {
        p: shell(ctx, &heading),
        content_lang: Lang::Ru,
        kind: l.t(words::kind(edition().kind)).into_owned(),
        heading,
        badge: superseded
            .then(|| Badge { class: state.code(), words: l.t(words::state(state)).into_owned() }),
        level: Some(level_badge(Some(Level::Official), l)),
        organisation: "Общественный фонд «Жол чырагы»".into(),
        date: Some((l.iso(AT), l.date(AT))),
        banner: superseded.then(|| banner(l.f1("documents-replaced-on", "date", l.date(AT)))),
        tabs: tabs(l),
        summary: text.summary,
        html: markdown::to_html(&text.body),
        fields: fields::pages::sample(ctx, &filled(Kind::SocialKit)),
        source_line: "…".into(),
        papers: ["PDF", "DOCX"]
            .map(|kind| {
                let words =
                    l.f("documents-paper-link", &[("kind", kind.into()), ("language", "Русский".into())]);
                Link::new("/ru/documents/0000000000002/editions/2/paper.pdf", words)
            })
            .to_vec(),
        code: verification::Code::parse("7K3QF-2M9PA").map(|code| papers::code_link(ctx, code)),
        share: Some(ctx.app.url("/ru/documents/0000000000002/editions/2")),
        files: vec![file(l)],
        facts: facts(l),
        earlier: vec![Link::new("#", l.f1("documents-tab-edition", "number", 1))],
        used: vec![Link::new("#", text.title.clone())],
        care: None,
        snippet: Some("#".into()),
        remarks: Vec::new(),
        work: work.then(|| Work {
            deeds: vec![Deed {
                href: "#text".into(),
                label: l.t("documents-do-withdraw").into_owned(),
                post: false,
                class: "second",
            }],
            version: 3,
            approval: Some(given(l)),
            begin: vec![Lang::Ky],
            begin_href: "#text".into(),
            history: vec![HistoryEntry {
                seq: 1,
                actor: "Наргиза".into(),
                href: None,
                sentence: l.f(
                    "documents-event-submitted",
                    &[
                        ("who", "Наргиза".into()),
                        ("title", title().into()),
                        ("language", "Русский".into()),
                        ("number", 2.into()),
                    ],
                ),
                at: l.date_time(AT),
                iso: l.iso(AT),
            }],
        }),
    }
}

fn given(l: &L10n) -> Given {
    let fact =
        |key: &str, value: String| Fact { term: l.t(key).into_owned(), value, badge: None, href: None };
    Given {
        facts: vec![
            fact("documents-given-by", "Данияр Өмүркулов".into()),
            fact("documents-given-how", words::channel(Channel::Letter, l)),
            fact("documents-given-recorded-by", "Гүлзат Жайлообаева".into()),
            fact("documents-note", "Письмо пришло с приложением на двух листах.".into()),
        ],
        scan: Some("#text".into()),
    }
}

fn consent(ctx: &Ctx) -> consents::Ending {
    let p = shell(ctx, &ctx.l().t("documents-consents-end-title"));
    let (action, back, code) = ("#".to_owned(), "#".to_owned(), "AK-2026-07".to_owned());
    consents::Ending { p, action, back, heading: title(), code }
}

fn missing(ctx: &Ctx) -> Missing {
    let others = vec![(Lang::Ru, Link::new("/ru/documents/0000000000002", title()))];
    Missing {
        p: shell(ctx, &title()),
        heading: title(),
        kind: ctx.l().t(words::kind(edition().kind)).into_owned(),
        others,
    }
}

fn choice(words: String) -> Choice {
    Choice { key: "1".into(), words, chosen: true }
}

fn changes(ctx: &Ctx) -> Changes {
    let l = ctx.l();
    Changes {
        p: shell(ctx, &l.t("documents-changes-title")),
        heading: l.t("documents-changes-title").into_owned(),
        from: 1,
        to: 2,
        pieces: diff::words("Тренинг 3 декабря, мест 20.", "Тренинг 4 декабря, мест 25."),
        back: Link::new("#", title()),
        content_lang: Lang::Ru,
        earlier: vec![choice(l.f1("documents-tab-edition", "number", 1))],
        later: vec![choice(l.f1("documents-tab-edition", "number", 2))],
    }
}

fn index(ctx: &Ctx) -> Index {
    let l = ctx.l();
    let row = |level| Row {
        href: "#text".into(),
        kind: l.t(words::kind(edition().kind)).into_owned(),
        title: title(),
        summary: edition().text.summary,
        level: level_badge(level, l),
        iso: l.iso(AT),
        date: l.date(AT),
        organisation: "Общественный фонд «Жол чырагы»".into(),
        languages: Lang::ALL.to_vec(),
    };
    Index {
        p: shell(ctx, &l.t("documents-title")),
        count: l.f1("documents-count", "count", 4),
        rows: [Some(Level::Official), Some(Level::Agreed), Some(Level::Own), None].map(row).into(),
        kinds: kind_choices(l, Some(edition().kind)),
        levels: level_choices(l, None),
        groups: groups(ctx, &[]),
        filtered: 1,
        newest: Some("#".into()),
        older: Some("#".into()),
        feed: "#".into(),
        may_create: true,
    }
}

fn new(ctx: &Ctx) -> New {
    let l = ctx.l();
    let mut errors = FormErrors::default();
    errors.add("kind", l.t("documents-choose-kind"));
    errors.add("file", l.t("documents-import-no-docx"));
    New {
        p: shell(ctx, &l.t("documents-new-title")),
        errors,
        kinds: kind_choices(l, None).into_iter().map(|choice| (choice.key, choice.words)).collect(),
        languages: Lang::ALL.into_iter().map(|it| (it.code().to_owned(), it.own_name().to_owned())).collect(),
        kind: String::new(),
        language: ctx.lang.code().to_owned(),
        title: title(),
    }
}

fn filled(kind: Kind) -> Edition {
    let text = Text { fields: fields::all_filled_in(kind), ..edition().text };
    Edition { kind, text, ..edition() }
}

/// What another section may say of a text.
fn remarks(l: &L10n) -> Vec<Remarks> {
    let remark = |instead: Option<&str>| Remark {
        words: l.t("documents-insert-hint").into_owned(),
        instead: instead.map(str::to_owned),
        link: Some(Link::new("#main", l.t("documents-insert"))),
    };
    let title = l.t("documents-submitted-with-remarks").into_owned();
    vec![
        Remarks {
            title: title.clone(),
            warning: true,
            items: vec![remark(Some("{{word:key}}")), remark(None)],
        },
        Remarks { title, warning: false, items: vec![remark(None)] },
    ]
}

fn edit(ctx: &Ctx, kind: Kind) -> Edit {
    let l = ctx.l();
    let mut errors = FormErrors::default();
    errors.add("body", l.t("documents-cannot-no-text"));
    errors.add("posts-0-post", l.f1("documents-fields-missing", "field", l.t("documents-fields-post")));
    let edition = Edition { state: State::Returned, ..filled(kind) };
    Edit {
        p: shell(ctx, &title()).with_script(ctx, "editor.js"),
        errors,
        kind: l.t(words::kind(edition.kind)).into_owned(),
        content_lang: Lang::Ru,
        badge: state_badge(&edition, l),
        tabs: tabs(l),
        reasons: Some(banner(l.f1("documents-returned-on", "date", l.date_time(AT)))),
        html: markdown::to_html(&edition.text.body),
        controls: fields::pages::sample_controls(ctx, &edition),
        comparison: comparison::pages::sample(ctx, &edition),
        differences_reason: String::new(),
        remarks: remarks(l),
        inserts: vec![(title(), vec![("{{word:key}}".to_owned(), title())])],
        groups: groups(ctx, &[("region".into(), "kg-b".into())]),
        was: vec!["region:kg-b".into()],
        supporters: ChoiceGroup::new(
            "supporter",
            l.t("documents-fact-supporters"),
            vec![choice("Общественный фонд «Алты кереге»".into())],
        ),
        files: vec![file(l)],
        saved_at: l.f1("documents-saved-at", "time", l.time(AT)),
        base: "#".into(),
        publish_at: String::new(),
        wish: "at".into(),
        max_bytes: 20_000_000,
        accept: "pdf,docx".into(),
        too_large: l.f1("documents-file-too-large", "limit", l.file_size(20_000_000)),
        paste_url: ctx.app.assets.url("paste.js"),
        edition,
    }
}

fn merge(ctx: &Ctx, way: Way) -> Merge {
    let l = ctx.l();
    Merge {
        p: shell(ctx, &l.t(way.title())),
        way,
        lead: l.f(way.lead(), &[("who", "Елена".into()), ("time", l.time(AT).into())]),
        pieces: diff::words("Начало первой.", "Начало второй."),
        theirs: edition(),
        mine: edition().text,
        controls: fields::pages::sample_controls(ctx, &filled(Kind::Law)),
        kept: vec![("region".into(), "kg-b".into())],
        action: "#".into(),
        content_lang: Lang::Ru,
    }
}

fn work(ctx: &Ctx) -> WorkList {
    let l = ctx.l();
    let row = |state: State| WorkRow {
        href: "#text".into(),
        title: title(),
        kind: l.t(words::kind(edition().kind)).into_owned(),
        language: Lang::Ru,
        badge: Badge { class: state.code(), words: l.t(words::state(state)).into_owned() },
        organisation: "Общественный фонд «Жол чырагы»".into(),
        when: l.date_time(AT),
        deed: Some(Deed {
            href: "#text".into(),
            label: l.t("documents-do-decide").into_owned(),
            post: false,
            class: "",
        }),
    };
    WorkList {
        p: shell(ctx, &l.t("documents-waiting-title")),
        rows: State::ALL.iter().copied().map(row).collect(),
        waiting: true,
        may_create: true,
    }
}

fn decide(ctx: &Ctx) -> Decide {
    let l = ctx.l();
    let mut errors = FormErrors::default();
    errors.add("act_number", l.t("documents-cannot-act-missing"));
    let edition = Edition { state: State::Submitted, ..edition() };
    Decide {
        p: shell(ctx, &l.t("documents-decide-title")),
        errors,
        action: "#".into(),
        content_lang: Lang::Ru,
        kind: l.t(words::kind(edition.kind)).into_owned(),
        heading: title(),
        badge: state_badge(&edition, l),
        organisation: "Общественный фонд «Жол чырагы»".into(),
        submitted: l.date_time(AT),
        emergency: None,
        summary: edition.text.summary.clone(),
        html: markdown::to_html(&edition.text.body),
        fields: fields::pages::sample(ctx, &filled(Kind::SuccessStory)),
        remarks: remarks(l),
        files: vec![file(l)],
        facts: facts(l),
        changes: Some((1, diff::words("мест 20", "мест 25"))),
        comparison: comparison::pages::sample(ctx, &edition),
        version: 3,
        may_return: true,
        entered: Entered { decision: "approve".into(), level: "official".into(), ..Entered::default() },
        wish: l.t("documents-wish-now").into_owned(),
        note: l.t("documents-link-note").into_owned(),
    }
}

fn decided(ctx: &Ctx) -> Decided {
    let l = ctx.l();
    Decided {
        p: Shell::plain(ctx, &l.t("documents-decided-title")),
        text: l.f1("documents-decided-scheduled", "time", l.date_time(AT)),
        public: Some(Link::new("#", l.t("documents-read-public"))),
    }
}

fn record(ctx: &Ctx) -> Record {
    let l = ctx.l();
    let mut errors = FormErrors::default();
    errors.add("channel", l.t("documents-choose-channel"));
    let channels = Channel::RECORDED.into_iter().map(|it| (it.code().to_owned(), words::channel(it, l)));
    let choose = (String::new(), l.t("documents-choose").into_owned());
    Record {
        p: shell(ctx, &l.t("documents-record-title")),
        errors,
        action: "#".into(),
        heading: title(),
        back: "#".into(),
        version: 3,
        approvers: vec![("1".into(), "Данияр Өмүркулов".into())],
        channels: std::iter::once(choose).chain(channels).collect(),
        entered: Entered { level: "official".into(), when: "at".into(), ..Entered::default() },
        approver: "1".into(),
        channel: String::new(),
        approved_at: l.local_input(AT),
        prove: Some("#main".into()),
    }
}

fn link_ended(ctx: &Ctx) -> LinkEnded {
    let l = ctx.l();
    LinkEnded {
        p: Shell::plain(ctx, &l.t("documents-link-ended-title")),
        text: l.t("documents-link-used").into_owned(),
        outcome: None,
        public: Some(Link::new("#", l.t("documents-read-public"))),
    }
}

fn trust(ctx: &Ctx, review: bool) -> super::trust::pages::Question {
    let loaded = super::actions::Loaded { edition: edition(), supporters: Vec::new() };
    let key = if review { "documents-trust-review" } else { "documents-trust-publish" };
    super::trust::routes::question(ctx, shell(ctx, &ctx.l().t(key)), &loaded, review)
}
