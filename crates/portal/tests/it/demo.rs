//! A small section, plugged in by its declaration alone, and the portal around it. Notes on a wall: everybody reads
//! them, members write them, and what begins with "Secret" only the approver sees. It also knows its own people, so
//! that tests of the shell and of readers need no other section.

use axum::extract::Path;
use axum::response::{Html, IntoResponse, Response};
use http::header::SET_COOKIE;
use platform::activity::{NewActivity, by_seq};
use platform::actor::{Actor, Member, MemberId, OrganisationId, Role};
use platform::db::{Dialect, Migration, Query};
use platform::lang::{Lang, Locales};
use platform::mail::MailKind;
use platform::params;
use platform::subject::Subject;
use portal::testing::{Browser, TestPortal};
use portal::web::{
    App, Ctx, Entry, Error, Feature, Form, GalleryPage, LISTS, Letter, Link, Names, NavItem, Notice,
    NoticeMail, Panel, PanelItem, Routes, SetUp, Viewer, everybody, flash, history, pipeline,
};
use serde::{Deserialize, Serialize};

const MIGRATION: &str = "
CREATE TABLE demo_notes (
    id BIGINT PRIMARY KEY,
    title TEXT NOT NULL
);
";

platform::sql! {
    INSERT: "INSERT INTO demo_notes (id, title) VALUES (?, ?)";
    LIST: "SELECT id, title FROM demo_notes ORDER BY id DESC";
    TITLE: "SELECT title FROM demo_notes WHERE id = ?";
}

pub static DEMO: Feature = Feature {
    name: "demo",
    locales: Locales {
        ky: "demo-title = Жазуулар\ndemo-written = { $who } «{ $title }» деп жазды",
        ru: "demo-title = Записки\ndemo-written = Новая записка «{ $title }»: { $who }",
        en: "demo-title = Notes\ndemo-written = { $who } wrote “{ $title }”",
    },
    routes,
    statements: || ALL.to_vec(),
    nav: &[NavItem { label: "demo-title", order: 90, path: "/demo/notes", shown_to: everybody, count: None }],
    events: &["demo.note.written"],
    describe: |event, l, names| {
        let facts: NoteWritten = event.facts().ok()?;
        Some(l.f("demo-written", &[("who", names.actor(event, l).into()), ("title", facts.title.into())]))
    },
    path: |event| Some(format!("/demo/notes/{}", event.subject_id)),
    visible: Some(|_, actor, events| {
        let approver = actor.has_role(Role::Approver);
        let member = actor.signed_in().is_some();
        let visible =
            events.iter().map(|event| approver || member && !event.data.contains("Secret")).collect();
        Box::pin(async move { Ok(visible) })
    }),
    notices: Some(|_, _| {
        let mail = Some("demo.note");
        let all = Role::ALL.map(|role| Notice { member: person(role).id, mail });
        Box::pin(async move { Ok(all.to_vec()) })
    }),
    touches: |_| vec![LISTS],
    mails: &[MailKind {
        kind: "demo.note",
        render: |app, mail| {
            Box::pin(async move {
                let NoticeMail { seq } = mail.data()?;
                let mut tx = app.db.read().await?;
                let event =
                    by_seq(&mut tx, seq).await?.ok_or_else(|| anyhow::anyhow!("the event is there"))?;
                let sentence = app.sentence(&event, app.l(Lang::En), &Names::default());
                let url = app.url(&format!("/en{}", app.path_of(&event).unwrap_or_default()));
                let letter = Letter {
                    subject: sentence.clone(),
                    paragraphs: vec![sentence],
                    action: Some(Link::new(url, "Read")),
                    ..Letter::default()
                };
                let address = format!("{}@example.org", mail.recipient);
                Ok(Some(letter.message(app, Lang::En, "Somebody", &address)))
            })
        },
    }],
    panels: Some(|ctx, tx| {
        Box::pin(async move {
            let notes: Vec<(i64, String)> = tx.all(&LIST, params![]).await?;
            let item = |(id, title): (i64, String)| PanelItem {
                link: Link::new(ctx.path(&format!("/demo/notes/{id}")), title),
                note: String::new(),
            };
            let title = ctx.l().t("demo-title").into_owned();
            let items = notes.into_iter().map(item).collect();
            Ok(vec![Panel { order: 20, title, items, empty: String::new(), more: None }])
        })
    }),
    gallery: Some(|ctx| {
        let html = format!("<html lang=\"{}\"><h1>{}</h1>", ctx.lang, ctx.l().t("demo-title"));
        vec![GalleryPage { name: "demo-notes", html }]
    }),
    seed: Some(|app, _| {
        Box::pin(async move { Ok(write(app, &Actor::System("seed"), "Салам").await.map(drop)?) })
    }),
    authenticate: Some(|_, cookie| {
        let viewer = Role::parse(cookie).map(|role| Viewer {
            member: person(role),
            name: name(role),
            csrf: "token".into(),
            session: 1,
            fresh: true,
            set_up: SetUp::Done,
        });
        Box::pin(async move { Ok(viewer) })
    }),
    names: Some(|_, members| {
        let named = Role::ALL.map(|role| (person(role).id, name(role)));
        let named = named.into_iter().filter(|(id, _)| members.contains(id)).collect();
        Box::pin(async move { Ok(named) })
    }),
    ..Feature::EMPTY
};

#[derive(Serialize, Deserialize)]
struct NoteWritten {
    title: String,
}

/// The one person with a role.
pub fn person(role: Role) -> Member {
    let number = Role::ALL.iter().position(|other| *other == role).expect("it is one of them");
    Member {
        id: MemberId::from(i64::try_from(number).expect("there are five") + 1),
        organisation: OrganisationId::from(1),
        role,
        language: Lang::En,
    }
}

fn name(role: Role) -> String {
    format!("The {}", role.code())
}

fn routes() -> Routes {
    Routes::new()
        .public("/demo/notes", index)
        .public("/demo/notes/{note}", show)
        .post("/demo/notes", create)
        .bare("/demo/enter/{role}", Entry::Open, enter)
}

async fn index(ctx: Ctx) -> Result<Response, Error> {
    let notes: Vec<(i64, String)> = ctx.read().await?.all(&LIST, params![]).await?;
    let titles: Vec<String> = notes.into_iter().map(|(_, title)| title).collect();
    Ok(Html(format!("<h1>{}</h1><main>{}</main>", ctx.l().t("demo-title"), titles.join(", ")))
        .into_response())
}

async fn show(ctx: Ctx, Path(note): Path<i64>) -> Result<Response, Error> {
    let mut tx = ctx.read().await?;
    let title: String = tx.one(&TITLE, params![note]).await?.ok_or(Error::NotFound)?;
    let told = history(&ctx, &mut tx, Subject::new("demo.note", note)).await?;
    let told: Vec<String> =
        told.into_iter().map(|entry| format!("<li>{} {}</li>", entry.sentence, entry.iso)).collect();
    Ok(Html(format!("<h1>{title}</h1><main>{}</main>", told.concat())).into_response())
}

#[derive(Deserialize)]
struct New {
    title: String,
}

async fn create(ctx: Ctx, Form(new): Form<New>) -> Result<Response, Error> {
    write(&ctx.app, &ctx.actor(), &new.title).await?;
    Ok(flash::redirect(&ctx, "/demo/notes", &ctx.l().t("demo-title")))
}

pub async fn write(app: &App, actor: &Actor, title: &str) -> platform::db::Result<i64> {
    let mut tx = app.db.write(actor).await?;
    let id: i64 = tx.next_id();
    tx.run(&INSERT, params![id, title]).await?;
    tx.record(NewActivity {
        kind: "demo.note.written",
        subject: Subject::new("demo.note", id),
        scope: None,
        data: serde_json::json!(NoteWritten { title: title.to_owned() }),
    });
    tx.commit().await?;
    Ok(id)
}

async fn enter(ctx: Ctx, Path(role): Path<String>) -> Response {
    let cookie = format!("{}={role}; Path=/", pipeline::session_cookie(&ctx.app));
    ([(SET_COOKIE, cookie)], "").into_response()
}

/// The demo section with the readers that have pages, and none of the other sections.
pub static SECTIONS: &[&Feature] =
    &[&DEMO, &portal::readers::notifications::FEATURE, &portal::readers::audit::FEATURE];

pub async fn portal(dialect: Dialect) -> TestPortal {
    let mut migrations = portal::migrations::all();
    migrations.push(Migration { file: "9999_demo.sql".into(), text: MIGRATION.into() });
    TestPortal::of(dialect, SECTIONS, &migrations).await
}

/// Somebody of that role at their browser.
pub async fn sign_in(portal: &TestPortal, role: Role) -> Browser {
    let browser = portal.guest();
    browser.get(&format!("/demo/enter/{}", role.code())).await;
    browser
}

/// Runs a test on every database there is, in a portal of only the demo section and the readers.
#[macro_export]
macro_rules! demo_tests {
    ($(async fn $name:ident($portal:ident) $body:block)*) => {$(
        #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
        async fn $name() {
            for dialect in platform::testing::dialects() {
                eprintln!("on {}", dialect.name());
                let $portal = $crate::demo::portal(dialect).await;
                $body
            }
        }
    )*};
}
