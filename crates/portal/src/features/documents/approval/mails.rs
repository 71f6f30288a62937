//! The mails of deciding: to the approver with the text and a link, to the author with the outcome.

use super::super::actions::load;
use super::super::events::Facts;
use super::super::fields::pages as fields;
use super::super::freshness::mails as fresh;
use super::super::model::{Edition, Level, State, Text};
use super::super::pages::{iso_date, public_path, work_path};
use super::super::policy::{self, Action};
use super::super::{store as editions, words};
use super::store;
use crate::features::members::{self, Person};
use crate::features::organisations;

use crate::web::{App, Letter, Link, NoticeMail};
use platform::activity::{self, Activity};
use platform::actor::{Actor, Member};
use platform::mail::{MailKind, Message, Outgoing};

/// The purpose in the signature of one-edition links.
pub const LINK: &str = "documents.link";
const LINK_LASTS_MS: i64 = 7 * 24 * 3600 * 1000;

pub const TO_DECIDE: &str = "documents.to_decide";
pub const DECIDED: &str = "documents.decided";
pub const RECORDED: &str = "documents.recorded";
pub const PUBLISHED: &str = "documents.published";
pub const WITHDRAWN: &str = "documents.withdrawn";
pub const OVERDUE: &str = "documents.overdue";
pub const CONSENT_ENDING: &str = "documents.consent_ending";

/// How people choose among them.
pub const NOTICE_MAILS: &[(&str, &str)] = &[
    (TO_DECIDE, "documents-mail-kind-to-decide"),
    (DECIDED, "documents-mail-kind-decided"),
    (RECORDED, "documents-mail-kind-recorded"),
    (PUBLISHED, "documents-mail-kind-published"),
    (WITHDRAWN, "documents-mail-kind-withdrawn"),
    (OVERDUE, "documents-mail-kind-overdue"),
    (CONSENT_ENDING, "documents-mail-kind-consent-ending"),
    (fresh::DUE, "documents-mail-kind-freshness-due"),
    (fresh::OVERDUE, "documents-mail-kind-freshness-overdue"),
    (fresh::BROKEN, "documents-mail-kind-address-broken"),
];

pub const KINDS: &[MailKind<App>] = &[
    MailKind { kind: TO_DECIDE, render: |app, mail| Box::pin(to_decide(app, mail)) },
    MailKind { kind: DECIDED, render: |app, mail| Box::pin(decided(app, mail)) },
    MailKind { kind: RECORDED, render: |app, mail| Box::pin(recorded(app, mail)) },
    MailKind { kind: PUBLISHED, render: |app, mail| Box::pin(published(app, mail)) },
    MailKind { kind: WITHDRAWN, render: |app, mail| Box::pin(withdrawn(app, mail)) },
    MailKind { kind: OVERDUE, render: |app, mail| Box::pin(overdue(app, mail)) },
    MailKind { kind: CONSENT_ENDING, render: |app, mail| Box::pin(consent_ending(app, mail)) },
    MailKind { kind: fresh::DUE, render: |app, mail| Box::pin(fresh::due(app, mail)) },
    MailKind { kind: fresh::OVERDUE, render: |app, mail| Box::pin(fresh::due(app, mail)) },
    MailKind { kind: fresh::BROKEN, render: |app, mail| Box::pin(fresh::broken(app, mail)) },
];

/// The event, its facts, its edition as it is now, and the recipient if they are still a member.
pub struct About {
    pub event: Activity,
    pub facts: Facts,
    pub edition: Edition,
    pub person: Person,
}

pub async fn about(app: &App, mail: &Outgoing) -> anyhow::Result<Option<About>> {
    let NoticeMail { seq } = mail.data()?;
    let mut tx = app.db.read().await?;
    let Some(event) = activity::by_seq(&mut tx, seq).await? else { return Ok(None) };
    let facts: Facts = event.facts()?;
    let Some(person) = members::person(&mut tx, mail.recipient).await? else { return Ok(None) };
    let actor = Actor::Member(as_member(&person));
    // Rights are judged again: who may not see the text any more gets no mail about it.
    match load(&mut tx, &actor, facts.edition).await {
        Ok(loaded) => Ok(Some(About { event, facts, edition: loaded.edition, person })),
        Err(_) => Ok(None),
    }
}

fn as_member(person: &Person) -> Member {
    Member { id: person.id, organisation: person.organisation, role: person.role, language: person.language }
}

/// To an approver: the text and a link that is good for this edition, unless it was decided meanwhile.
async fn to_decide(app: &App, mail: &Outgoing) -> anyhow::Result<Option<Message>> {
    let Some(About { event, edition, person, .. }) = about(app, mail).await? else { return Ok(None) };
    let member = as_member(&person);
    let mut tx = app.db.read().await?;
    let supporters = editions::supporters(&mut tx, edition.document).await?;
    let context = policy::Context { edition: &edition, supporters: &supporters };
    if !edition.awaits_approval() || policy::can(&Actor::Member(member), Action::Approve, &context).is_err() {
        return Ok(None);
    }
    let names = organisations::names(&mut tx, &[edition.organisation]).await?;
    let filled = fields::Names::load(&mut tx, edition.kind, &[&edition.text]).await;
    let filled = filled.map_err(|error| anyhow::anyhow!("{error:?}"))?;
    let author = app.names(&mut tx, std::slice::from_ref(&event)).await?;
    drop(tx);
    let mut tx = app.db.write(&Actor::System("mail")).await?;
    let (link, expires) = store::link_for(&mut tx, edition.id, person.id, LINK_LASTS_MS).await?;
    tx.commit_unrecorded("a link belongs to the mail that carries it").await?;
    let l = app.l(person.language);
    let organisation =
        names.get(&edition.organisation).map(|name| name.get(l.lang).clone()).unwrap_or_default();
    let overdue = event.kind == "documents.approval.overdue";
    let mut args = vec![
        ("organisation", organisation.into()),
        ("kind", l.t(words::kind(edition.kind)).into_owned().into()),
        ("language", edition.language.own_name().into()),
        ("number", edition.number.into()),
    ];
    let intro = if overdue {
        l.f("documents-mail-overdue-decide-intro", &args)
    } else {
        args.push(("who", author.actor(&event, l).into()));
        let late = edition.state == State::Published;
        l.f(if late { "documents-mail-late-intro" } else { "documents-mail-decide-intro" }, &args)
    };
    let subject = if overdue { "documents-mail-overdue-subject" } else { "documents-mail-decide-subject" };
    let token = app.secrets.token(LINK, link);
    let Text { title, summary, body, .. } = &edition.text;
    let filled = fields::markdown(app, l, &edition, &filled, false);
    let letter = Letter {
        subject: l.f1(subject, "title", edition.text.title.as_str()),
        paragraphs: vec![intro],
        quote: Some(format!("# {title}\n\n{summary}\n\n{body}\n\n{filled}")),
        action: Some(Link::new(
            app.url(&format!("/{}/approve/{token}", l.lang)),
            l.t("documents-mail-decide-action"),
        )),
        note: Some(l.f1("documents-mail-decide-note", "date", l.date(expires))),
    };
    Ok(Some(letter.message(app, l.lang, &person.name, &person.email)))
}

/// To the author: approved at which level and what happens next, or returned with reasons.
async fn decided(app: &App, mail: &Outgoing) -> anyhow::Result<Option<Message>> {
    let Some(About { event, facts, edition, person }) = about(app, mail).await? else { return Ok(None) };
    let l = app.l(person.language);
    let title = facts.title.as_str();
    let returned = event.kind == "documents.edition.returned";
    let mut paragraphs = Vec::new();
    let (subject, quote) = if returned {
        paragraphs.push(l.f1("documents-mail-returned-intro", "title", title));
        (l.f1("documents-mail-returned-subject", "title", title), facts.reason.clone())
    } else {
        let level =
            facts.level.as_deref().and_then(Level::parse).map(|level| l.t(words::level(level)).into_owned());
        let args = [("title", title.into()), ("level", level.unwrap_or_default().into())];
        paragraphs.push(l.f("documents-mail-approved-intro", &args));
        paragraphs.push(match (edition.state, edition.embargo()) {
            (State::Approved, Some(at)) => l.f1("documents-mail-appears-at", "time", l.date_time(at)),
            (State::Approved, None) => l.t("documents-mail-you-publish").into_owned(),
            _ => l.t("documents-mail-is-public").into_owned(),
        });
        (l.f1("documents-mail-approved-subject", "title", title), None)
    };
    let label = if returned { "documents-mail-correct-action" } else { "documents-mail-open-action" };
    let letter = Letter {
        subject,
        paragraphs,
        quote,
        action: Some(Link::new(app.url(&format!("/{}{}", l.lang, work_path(edition.id))), l.t(label))),
        note: None,
    };
    Ok(Some(letter.message(app, l.lang, &person.name, &person.email)))
}

/// To the person in whose name an approval was written down, so that a wrong entry does not stay unnoticed.
async fn recorded(app: &App, mail: &Outgoing) -> anyhow::Result<Option<Message>> {
    let Some(About { event, facts, edition, person }) = about(app, mail).await? else { return Ok(None) };
    let mut tx = app.db.read().await?;
    let names = app.names(&mut tx, std::slice::from_ref(&event)).await?;
    let l = app.l(person.language);
    let intro = l.f(
        "documents-mail-recorded-intro",
        &[("who", names.actor(&event, l).into()), ("title", facts.title.as_str().into())],
    );
    let letter = Letter {
        subject: l.f1("documents-mail-recorded-subject", "title", facts.title.as_str()),
        paragraphs: vec![intro],
        quote: None,
        action: Some(Link::new(
            app.url(&format!("/{}{}", l.lang, work_path(edition.id))),
            l.t("documents-mail-open-action"),
        )),
        note: None,
    };
    Ok(Some(letter.message(app, l.lang, &person.name, &person.email)))
}

/// To the author, when the time of an embargo has come.
async fn published(app: &App, mail: &Outgoing) -> anyhow::Result<Option<Message>> {
    let Some(About { facts, edition, person, .. }) = about(app, mail).await? else { return Ok(None) };
    let l = app.l(person.language);
    let address = format!("/{}{}", edition.language, public_path(edition.document, edition.number));
    let letter = Letter {
        subject: l.f1("documents-mail-published-subject", "title", facts.title.as_str()),
        paragraphs: vec![l.f1("documents-mail-published-intro", "title", facts.title.as_str())],
        quote: None,
        action: Some(Link::new(app.url(&address), l.t("documents-read-public"))),
        note: None,
    };
    Ok(Some(letter.message(app, l.lang, &person.name, &person.email)))
}

async fn withdrawn(app: &App, mail: &Outgoing) -> anyhow::Result<Option<Message>> {
    let Some(About { event, facts, edition, person }) = about(app, mail).await? else { return Ok(None) };
    let l = app.l(person.language);
    let removed = event.kind == "documents.edition.removed";
    let intro = if removed { "documents-mail-removed-intro" } else { "documents-mail-withdrawn-intro" };
    let letter = Letter {
        subject: l.f1("documents-mail-withdrawn-subject", "title", facts.title.as_str()),
        paragraphs: vec![l.f1(intro, "title", facts.title.as_str())],
        quote: facts.reason.clone(),
        action: Some(Link::new(
            app.url(&format!("/{}{}", l.lang, work_path(edition.id))),
            l.t("documents-mail-open-action"),
        )),
        note: None,
    };
    Ok(Some(letter.message(app, l.lang, &person.name, &person.email)))
}

/// To the chair: an emergency publication still lacks its approval after its days are over. Unless it came meanwhile.
async fn overdue(app: &App, mail: &Outgoing) -> anyhow::Result<Option<Message>> {
    let Some(About { edition, person, .. }) = about(app, mail).await? else { return Ok(None) };
    if edition.state != State::Published || edition.approval_due_at.is_none() {
        return Ok(None);
    }
    let l = app.l(person.language);
    let title = edition.text.title.as_str();
    let letter = Letter {
        subject: l.f1("documents-mail-overdue-subject", "title", title),
        paragraphs: vec![l.f1("documents-mail-overdue-intro", "title", title)],
        quote: None,
        action: Some(Link::new(
            app.url(&format!("/{}{}", l.lang, work_path(edition.id))),
            l.t("documents-mail-open-action"),
        )),
        note: None,
    };
    Ok(Some(letter.message(app, l.lang, &person.name, &person.email)))
}

/// To the organisation of a success story and the chair: its consent ends soon. Unless the story is gone already.
async fn consent_ending(app: &App, mail: &Outgoing) -> anyhow::Result<Option<Message>> {
    let Some(About { edition, person, .. }) = about(app, mail).await? else { return Ok(None) };
    if edition.state != State::Published {
        return Ok(None);
    }
    let l = app.l(person.language);
    let title = edition.text.title.as_str();
    let until = iso_date(edition.text.fields.get("consent_until"), l);
    let letter = Letter {
        subject: l.f1("documents-mail-consent-ending-subject", "title", title),
        paragraphs: vec![
            l.f("documents-mail-consent-ending-intro", &[("title", title.into()), ("date", until.into())]),
        ],
        quote: None,
        action: Some(Link::new(
            app.url(&format!("/{}{}", l.lang, work_path(edition.id))),
            l.t("documents-mail-open-action"),
        )),
        note: None,
    };
    Ok(Some(letter.message(app, l.lang, &person.name, &person.email)))
}
