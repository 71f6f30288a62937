//! Outgoing mail: a row in the outbox with the change that causes it, rendered and sent later by a job.
//!
//! The row says what kind of mail, to whom and about what; subject and text are made when it is sent, in the
//! recipient's language and after their rights were judged again. So one-time links never lie in the database.
//! A mail is sent at least once: a crash between the server's "accepted" and our commit may double the one in
//! flight. Its Message-ID stays the same, so that most mail programs show it once.

mod catcher;
mod transport;

pub use catcher::{Catcher, Caught};
pub use transport::{Config, Encryption, Transport, TransportKind};

use crate::actor::MemberId;
use crate::clock::Timestamp;
use crate::db::{Query, Result, WriteTx};
use crate::jobs::{Job, NewJob};
use crate::params;
use futures_util::future::BoxFuture;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

crate::id_type!(
    /// A mail in the outbox.
    pub MailId
);

crate::sql! {
    INSERT: "INSERT INTO mail_outbox (id, dedupe_key, kind, recipient, data, queued_at) VALUES (?, ?, ?, ?, ?, ?)
             ON CONFLICT (dedupe_key) DO NOTHING";
    LOAD: "SELECT id, kind, recipient, data, queued_at, sent_at, dropped_at FROM mail_outbox WHERE id = ?";
    SENT: "UPDATE mail_outbox SET sent_at = ?, message_id = ? WHERE id = ?";
    DROPPED: "UPDATE mail_outbox SET dropped_at = ? WHERE id = ?";
    UNSENT: "SELECT COUNT(*) FROM mail_outbox WHERE sent_at IS NULL AND dropped_at IS NULL";
}

/// The kind of the job that sends one mail.
pub const SEND: &str = "mail.send";
/// About three days of trying before a person has to look.
pub const SEND_ATTEMPTS: i64 = 80;

/// A mail as it waits in the outbox.
#[derive(Clone, Debug)]
pub struct Outgoing {
    pub id: MailId,
    pub kind: String,
    pub recipient: MemberId,
    pub data: String,
    pub queued_at: Timestamp,
    sent_at: Option<Timestamp>,
    dropped_at: Option<Timestamp>,
}
crate::from_row!(Outgoing { id, kind, recipient, data, queued_at, sent_at, dropped_at });

impl Outgoing {
    pub fn data<T: DeserializeOwned>(&self) -> serde_json::Result<T> {
        serde_json::from_str(&self.data)
    }
}

/// A mail ready to be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    pub to_name: String,
    pub to_address: String,
    pub subject: String,
    pub text: String,
    pub html: String,
}

/// How a section renders one kind of its mails. `None` means: no longer fitting, nothing is sent.
pub struct MailKind<C> {
    pub kind: &'static str,
    pub render: for<'a> fn(&'a C, &'a Outgoing) -> BoxFuture<'a, anyhow::Result<Option<Message>>>,
}

impl<C> Clone for MailKind<C> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<C> Copy for MailKind<C> {}

#[derive(Serialize, Deserialize)]
struct Send {
    mail: MailId,
}

/// Puts a mail into the outbox. The same key never gives a second mail.
pub async fn queue(
    tx: &mut WriteTx,
    kind: &'static str,
    recipient: MemberId,
    data: &impl Serialize,
    dedupe_key: &str,
) -> Result<()> {
    let id: MailId = tx.next_id();
    let now = tx.now();
    let data = serde_json::to_string(data).expect("mail data are plain structs");
    if tx.run_quietly(&INSERT, params![id, dedupe_key, kind, recipient, data, now]).await? == 1 {
        tx.enqueue(NewJob::new(SEND, &Send { mail: id }).once(format!("mail:{id}"))).await?;
    }
    Ok(())
}

/// The body of the sending job: render, send, mark. Does nothing if the mail was sent before.
pub async fn send<C>(
    context: &C,
    db: &crate::db::Db,
    transport: &Transport,
    kinds: &[MailKind<C>],
    job: &Job,
) -> anyhow::Result<()> {
    let Send { mail } = job.payload()?;
    let found: Option<Outgoing> = db.read().await?.one(&LOAD, params![mail]).await?;
    let actor = crate::actor::Actor::System("mail");
    let unfinished = found.filter(|found| found.sent_at.is_none() && found.dropped_at.is_none());
    let rendered = match &unfinished {
        None => None,
        Some(outgoing) => {
            let kind = kinds.iter().find(|kind| kind.kind == outgoing.kind);
            let kind =
                kind.ok_or_else(|| anyhow::anyhow!("no section renders mails of kind {}", outgoing.kind))?;
            (kind.render)(context, outgoing).await?
        }
    };
    let message_id = match &rendered {
        Some(message) => Some(transport.send(&mail.to_string(), message).await?),
        None => None,
    };
    let mut tx = db.write(&actor).await?;
    let now = tx.now();
    match &message_id {
        Some(message_id) => tx.run_quietly(&SENT, params![now, message_id, mail]).await?,
        None if unfinished.is_some() => tx.run_quietly(&DROPPED, params![now, mail]).await?,
        None => 0,
    };
    job.complete(&mut tx).await?;
    tx.commit_unrecorded("a sent mail").await?;
    Ok(())
}

/// How many mails wait to be sent.
pub async fn unsent(tx: &mut impl Query) -> Result<i64> {
    Ok(tx.one(&UNSENT, params![]).await?.unwrap_or(0))
}
