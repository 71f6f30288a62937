//! The mail that declines, kindly. An acceptance is an invitation like every other.

use super::model::{Reason, RequestId};
use super::store;
use crate::web::{App, Letter};
use platform::actor::MemberId;
use platform::db::{Result, WriteTx};
use platform::mail::{MailKind, Message, Outgoing};
use serde::{Deserialize, Serialize};

const DECLINED: &str = "members.declined";

pub const KIND: MailKind<App> = MailKind { kind: DECLINED, render: |app, mail| Box::pin(render(app, mail)) };

#[derive(Serialize, Deserialize)]
struct Content {
    request: RequestId,
}

pub async fn queue_declined(tx: &mut WriteTx, request: RequestId) -> Result<()> {
    // Who is declined is no member; the id of the request stands in for one, and the address comes from the request.
    let stand_in = MemberId::from(request.get());
    platform::mail::queue(tx, DECLINED, stand_in, &Content { request }, &format!("{DECLINED}:{request}"))
        .await
}

async fn render(app: &App, mail: &Outgoing) -> anyhow::Result<Option<Message>> {
    let Content { request } = mail.data()?;
    let Some(request) = store::get(&mut app.db.read().await?, request).await? else { return Ok(None) };
    let Some(reason) = request.decision.as_deref().and_then(Reason::parse) else { return Ok(None) };
    let l = app.l(request.language);
    let portal = app.settings.portal.name.get(request.language);
    let mut paragraphs =
        vec![l.f1("members-mail-declined-text", "portal", portal), l.t(reason.words()).into_owned()];
    if !request.note.is_empty() {
        paragraphs.push(request.note.clone());
    }
    let letter = Letter {
        subject: l.f1("members-mail-declined-subject", "portal", portal),
        paragraphs,
        ..Letter::default()
    };
    Ok(Some(letter.message(app, request.language, &request.name, &request.email)))
}
