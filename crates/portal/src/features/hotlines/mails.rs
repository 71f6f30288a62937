//! The mail to the chair when somebody has to look after a line.

use super::events::{FAILED, Facts};
use super::store;
use crate::features::members;
use crate::web::{App, Letter, Link, NoticeMail};
use platform::activity;
use platform::actor::{Actor, Role};
use platform::mail::{MailKind, Message, Outgoing};

pub const ATTENTION: &str = "hotlines.attention";

pub const NOTICE_MAILS: &[(&str, &str)] = &[(ATTENTION, "hotlines-mail-kind")];
pub const KINDS: &[MailKind<App>] =
    &[MailKind { kind: ATTENTION, render: |app, mail| Box::pin(attention(app, mail)) }];

/// Dropped if somebody called meanwhile, or if the recipient is not the chair any more.
async fn attention(app: &App, mail: &Outgoing) -> anyhow::Result<Option<Message>> {
    let NoticeMail { seq } = mail.data()?;
    let mut tx = app.db.read().await?;
    let Some(event) = activity::by_seq(&mut tx, seq).await? else { return Ok(None) };
    let Some(person) = members::person(&mut tx, mail.recipient).await? else { return Ok(None) };
    let facts: Facts = event.facts()?;
    let line = store::by_key(&mut tx, &Actor::System("mail"), &facts.key).await?;
    let failed = event.kind == FAILED;
    let still = line.is_some_and(|line| match line.checked {
        _ if line.retired_at.is_some() || line.details.number != facts.number => false,
        _ if failed => line.failed_at.is_some(),
        Some(_) => line.due_at().is_some_and(|due| due <= app.db.clock().now()),
        None => false,
    });
    if person.role != Role::Chair || !still {
        return Ok(None);
    }
    let l = app.l(person.language);
    let name = facts.name.get(l.lang).as_str();
    let words = facts.words.unwrap_or_default();
    let (subject, intro) = if failed {
        let args = [("name", name.into()), ("words", words.as_str().into())];
        ("hotlines-mail-failed-subject", l.f("hotlines-mail-failed-intro", &args))
    } else {
        ("hotlines-mail-overdue-subject", l.f1("hotlines-mail-overdue-intro", "name", name))
    };
    let letter = Letter {
        subject: l.f1(subject, "name", name),
        paragraphs: vec![intro, l.t("hotlines-mail-advice").into_owned()],
        action: Some(Link::new(
            app.url(&format!("/{}{}", l.lang, super::path(&facts.key))),
            l.t("hotlines-mail-action"),
        )),
        ..Letter::default()
    };
    Ok(Some(letter.message(app, l.lang, &person.name, &person.email)))
}
