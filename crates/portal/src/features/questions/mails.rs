//! Mails about questions: to whoever shall work on one, and to whoever asked.

use super::events::Facts;
use super::model::Question;
use super::store;
use crate::features::documents;
use crate::features::members::{self, Person};
use crate::web::{App, Letter, Link, NoticeMail};
use platform::activity;
use platform::mail::{MailKind, Message, Outgoing};

pub const ASSIGNED: &str = "questions.assigned";
pub const ANSWERED: &str = "questions.answered";
pub const CLOSED: &str = "questions.closed";

pub const KINDS: &[MailKind<App>] = &[
    MailKind { kind: ASSIGNED, render: |app, mail| Box::pin(assigned(app, mail)) },
    MailKind { kind: ANSWERED, render: |app, mail| Box::pin(answered(app, mail)) },
    MailKind { kind: CLOSED, render: |app, mail| Box::pin(closed(app, mail)) },
];

pub const NOTICE_MAILS: &[(&str, &str)] = &[
    (ASSIGNED, "questions-mail-kind-assigned"),
    (ANSWERED, "questions-mail-kind-answered"),
    (CLOSED, "questions-mail-kind-closed"),
];

struct About {
    facts: Facts,
    question: Question,
    person: Person,
}

async fn about(app: &App, mail: &Outgoing) -> anyhow::Result<Option<About>> {
    let NoticeMail { seq } = mail.data()?;
    let mut tx = app.db.read().await?;
    let Some(event) = activity::by_seq(&mut tx, seq).await? else { return Ok(None) };
    let facts: Facts = event.facts()?;
    let Some(person) = members::person(&mut tx, mail.recipient).await? else { return Ok(None) };
    let question = store::get(&mut tx, facts.question).await?;
    Ok(question.map(|question| About { facts, question, person }))
}

async fn assigned(app: &App, mail: &Outgoing) -> anyhow::Result<Option<Message>> {
    let Some(About { question, person, .. }) = about(app, mail).await? else { return Ok(None) };
    // Somebody else has it meanwhile, or it is answered.
    if question.assigned_to != Some(person.id) || !question.is_open() {
        return Ok(None);
    }
    let l = app.l(person.language);
    let letter = Letter {
        subject: l.t("questions-mail-assigned-subject").into_owned(),
        paragraphs: vec![l.t("questions-mail-assigned-text").into_owned()],
        quote: Some(question.text.clone()),
        action: Some(Link::new(
            app.url(&format!("/{}{}", l.lang, super::path(question.id))),
            l.t("questions-mail-assigned-action"),
        )),
        note: None,
    };
    Ok(Some(letter.message(app, l.lang, &person.name, &person.email)))
}

async fn answered(app: &App, mail: &Outgoing) -> anyhow::Result<Option<Message>> {
    let Some(About { question, person, facts }) = about(app, mail).await? else { return Ok(None) };
    let Some(document) = facts.answer else { return Ok(None) };
    let l = app.l(person.language);
    let mut tx = app.db.read().await?;
    let titles = documents::titles(&mut tx, &[document]).await?;
    // Withdrawn before the mail went out.
    let Some(title) = documents::title_in(&titles, document, question.language) else { return Ok(None) };
    let address = app.url(&format!("/{}{}", title.language, documents::path(document)));
    let letter = Letter {
        subject: l.t("questions-mail-answered-subject").into_owned(),
        paragraphs: vec![l.f1("questions-mail-answered-text", "title", title.title.as_str())],
        quote: Some(question.text.clone()),
        action: Some(Link::new(address, l.t("questions-read-answer"))),
        note: None,
    };
    Ok(Some(letter.message(app, l.lang, &person.name, &person.email)))
}

async fn closed(app: &App, mail: &Outgoing) -> anyhow::Result<Option<Message>> {
    let Some(About { question, person, facts }) = about(app, mail).await? else { return Ok(None) };
    if question.closed_at.is_none() {
        return Ok(None);
    }
    let l = app.l(person.language);
    let reason = facts.reason.unwrap_or_default();
    let letter = Letter {
        subject: l.t("questions-mail-closed-subject").into_owned(),
        paragraphs: vec![l.f1("questions-mail-closed-text", "reason", reason.as_str())],
        quote: Some(question.text.clone()),
        action: Some(Link::new(
            app.url(&format!("/{}{}", l.lang, super::path(question.id))),
            l.t("questions-mail-closed-action"),
        )),
        note: None,
    };
    Ok(Some(letter.message(app, l.lang, &person.name, &person.email)))
}
