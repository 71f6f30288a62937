//! The mails of the section. They are rendered when sent, so no link lies in the outbox, and a link that was
//! used, revoked or outlived meanwhile is not sent at all.

use super::credentials::confirmation::code_of;
use super::model::{LinkId, Purpose, link_path};
use super::recovery::{self, RecoveryId};
use super::{events, store};
use crate::features::organisations;
use crate::web::Letter;
use crate::web::{App, Link};
use platform::actor::MemberId;
use platform::clock::Timestamp;
use platform::db::{Result, WriteTx};
use platform::lang::Arg;
use platform::mail::{MailKind, Message, Outgoing};
use serde::{Deserialize, Serialize};

const SIGN_IN: &str = "members.sign_in";
const INVITATION: &str = "members.invitation";
const CODE: &str = "members.code";
const RECOVERY: &str = "members.recovery";
const FACTOR: &str = "members.factor";

pub const KINDS: &[MailKind<App>] = &[
    MailKind { kind: SIGN_IN, render: |app, mail| Box::pin(render(app, mail)) },
    MailKind { kind: INVITATION, render: |app, mail| Box::pin(render(app, mail)) },
    super::requests::mails::KIND,
    MailKind { kind: RECOVERY, render: |app, mail| Box::pin(render_recovery(app, mail)) },
    MailKind { kind: FACTOR, render: |app, mail| Box::pin(render_factor(app, mail)) },
    MailKind { kind: CODE, render: |app, mail| Box::pin(render_code(app, mail)) },
];

#[derive(Serialize, Deserialize)]
struct Content {
    link: LinkId,
    /// Where to go on to after signing in.
    next: Option<String>,
}

pub async fn queue(
    tx: &mut WriteTx,
    to: MemberId,
    purpose: Purpose,
    link: LinkId,
    next: Option<String>,
) -> Result<()> {
    let kind = match purpose {
        Purpose::SignIn => SIGN_IN,
        Purpose::Invitation => INVITATION,
    };
    platform::mail::queue(tx, kind, to, &Content { link, next }, &format!("{kind}:{link}")).await
}

/// A code that shows somebody reads their mail. The mail carries the step it belongs to; the code is made from it.
pub async fn queue_code(tx: &mut WriteTx, to: MemberId, step: i64) -> Result<()> {
    platform::mail::queue(tx, CODE, to, &step, &format!("{CODE}:{step}")).await
}

async fn render_code(app: &App, mail: &Outgoing) -> anyhow::Result<Option<Message>> {
    let mut tx = app.db.read().await?;
    let Some(listed) = store::by_id(&mut tx, mail.recipient).await? else { return Ok(None) };
    let person = listed.person;
    let l = app.l(person.language);
    let code = code_of(&app.secrets, mail.data()?);
    let letter = Letter {
        subject: l.f1("members-mail-code-subject", "portal", app.settings.portal.name.get(person.language)),
        paragraphs: vec![l.f1("members-mail-code-text", "code", code)],
        note: Some(l.t("members-mail-code-note").into_owned()),
        ..Letter::default()
    };
    Ok(Some(letter.message(app, person.language, &person.name, &person.email)))
}

/// What changed in how somebody signs in, and when.
#[derive(Serialize, Deserialize)]
struct FactorChanged {
    event: String,
    factor: String,
    at: Timestamp,
}

/// Goes to the person in any case; nobody can mute it, because whoever took an account over would.
pub async fn queue_factor(tx: &mut WriteTx, to: MemberId, event: &str, factor: &str) -> Result<()> {
    let (id, at): (i64, _) = (tx.next_id(), tx.now());
    let changed = FactorChanged { event: event.to_owned(), factor: factor.to_owned(), at };
    platform::mail::queue(tx, FACTOR, to, &changed, &format!("{FACTOR}:{id}")).await
}

async fn render_factor(app: &App, mail: &Outgoing) -> anyhow::Result<Option<Message>> {
    let FactorChanged { event, factor, at } = mail.data()?;
    let person = store::active(&mut app.db.read().await?, &[mail.recipient]).await?.pop();
    let Some(person) = person else { return Ok(None) };
    let l = app.l(person.language);
    let text = match event.as_str() {
        events::FACTOR_ADDED => "members-mail-factor-added",
        events::FACTOR_REMOVED => "members-mail-factor-removed",
        _ => "members-mail-factor-used",
    };
    // A recovery code needs no name: the text about it is its own.
    let args = [("factor", Arg::from(l.t(events::factor_label(&factor)))), ("time", l.date_time(at).into())];
    let path = format!("/{}/account/security", person.language);
    let letter = Letter {
        subject: l.f1("members-mail-factor-subject", "portal", app.settings.portal.name.get(person.language)),
        paragraphs: vec![l.f(text, &args), l.t("members-mail-factor-not-you").into_owned()],
        action: Some(Link::new(app.url(&path), l.t("members-security-open"))),
        ..Letter::default()
    };
    Ok(Some(letter.message(app, person.language, &person.name, &person.email)))
}

/// Word of a recovery: to whom it is about, so that they can object, and to those who may confirm it.
pub async fn queue_recovery(tx: &mut WriteTx, to: MemberId, recovery: RecoveryId) -> Result<()> {
    platform::mail::queue(tx, RECOVERY, to, &recovery, &format!("{RECOVERY}:{recovery}:{to}")).await
}

async fn render_recovery(app: &App, mail: &Outgoing) -> anyhow::Result<Option<Message>> {
    let mut tx = app.db.read().await?;
    let Some(recovery) = recovery::store::get(&mut tx, mail.data()?).await? else { return Ok(None) };
    let Some(to) = store::by_id(&mut tx, mail.recipient).await? else { return Ok(None) };
    let names = store::names(&mut tx, &[recovery.member, recovery.begun_by]).await?;
    let name = |id: MemberId| names.iter().find(|(known, _)| *known == id).map_or("", |(_, name)| name);
    let person = to.person;
    let l = app.l(person.language);
    let args = [("name", Arg::from(name(recovery.member))), ("chair", name(recovery.begun_by).into())];
    let text = if person.id == recovery.member {
        l.f1("members-mail-recovery-own", "chair", name(recovery.begun_by))
    } else {
        l.f("members-mail-recovery-text", &args)
    };
    let path = format!("/{}/recoveries/{}", person.language, recovery.id);
    let letter = Letter {
        subject: l.f1("members-mail-recovery-subject", "name", name(recovery.member)),
        paragraphs: vec![text],
        action: Some(Link::new(app.url(&path), l.t("members-mail-recovery-action"))),
        ..Letter::default()
    };
    Ok(Some(letter.message(app, person.language, &person.name, &person.email)))
}

async fn render(app: &App, mail: &Outgoing) -> anyhow::Result<Option<Message>> {
    let Content { link, next } = mail.data()?;
    let mut tx = app.db.read().await?;
    let Some(link) = store::link(&mut tx, link).await? else { return Ok(None) };
    let Some(listed) = store::by_id(&mut tx, mail.recipient).await? else { return Ok(None) };
    if link.check(app.db.clock().now()).is_err() {
        return Ok(None);
    }
    let person = listed.person;
    let l = app.l(person.language);
    let mut path = link_path(&app.secrets, person.language, link.purpose, link.id);
    if let Some(next) = next {
        let next: String = form_urlencoded::byte_serialize(next.as_bytes()).collect();
        path = format!("{path}?next={next}");
    }
    let portal = app.settings.portal.name.get(person.language);
    let letter = match link.purpose {
        Purpose::SignIn => Letter {
            subject: l.f1("members-mail-sign-in-subject", "portal", portal),
            paragraphs: vec![l.t("members-mail-sign-in-text").into_owned()],
            action: Some(Link::new(app.url(&path), l.t("members-mail-sign-in-action"))),
            note: Some(l.t("members-mail-sign-in-note").into_owned()),
            ..Letter::default()
        },
        Purpose::Invitation => {
            let by = store::names(&mut tx, &link.invited_by.into_iter().collect::<Vec<_>>()).await?.pop();
            let organisation = organisations::get(&mut tx, person.organisation).await?;
            let organisation =
                organisation.map(|found| found.name.get(person.language).clone()).unwrap_or_default();
            let role = l.t(super::role_label(person.role));
            let first = match &by {
                Some((_, name)) => {
                    l.f("members-mail-invitation-by", &[("name", Arg::from(name)), ("portal", portal.into())])
                }
                None => l.f1("members-mail-invitation-text", "portal", portal),
            };
            let second = l.f(
                "members-mail-invitation-as",
                &[("organisation", organisation.into()), ("role", role.into())],
            );
            Letter {
                subject: l.f1("members-mail-invitation-subject", "portal", portal),
                paragraphs: vec![first, second],
                action: Some(Link::new(app.url(&path), l.t("members-mail-invitation-action"))),
                note: Some(l.t("members-mail-invitation-note").into_owned()),
                ..Letter::default()
            }
        }
    };
    Ok(Some(letter.message(app, person.language, &person.name, &person.email)))
}
