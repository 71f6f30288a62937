//! What follows when somebody asks for a link, after they were answered. The request itself writes the same single row for
//! every address, so that neither the answer nor the time it takes tells who is a member; only this job looks the address up.

use super::model::{Purpose, Standing};
use super::{actions, mails, store};
use crate::web::App;
use anyhow::Context;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use platform::actor::Actor;
use platform::db::{Result, WriteTx};
use platform::jobs::{Handler, Job, NewJob};
use serde::{Deserialize, Serialize};

const ASKED: &str = "members.asked";

pub const HANDLER: Handler<App> =
    Handler { kind: ASKED, attempts: 5, run: |app, job| Box::pin(run(app, job)) };

/// What the browser sent, and the hash of what it holds.
#[derive(Serialize, Deserialize)]
pub struct Asked {
    pub email: String,
    pub next: Option<String>,
    pub browser: [u8; 32],
}

/// Done jobs are kept for a month. Addresses of strangers are not to be read there.
#[derive(Serialize, Deserialize)]
struct Payload {
    place: i64,
    sealed: String,
}

/// Takes a request. What the caller answers must not tell what becomes of it.
pub async fn ask(app: &App, asked: &Asked) -> Result<()> {
    let mut tx = app.db.write(&Actor::Guest).await?;
    let place: i64 = tx.next_id();
    let asked = serde_json::to_vec(asked).expect("a plain struct");
    let sealed = BASE64_STANDARD.encode(app.secrets.seal(ASKED, place, &asked));
    tx.enqueue(NewJob::new(ASKED, &Payload { place, sealed })).await?;
    tx.commit_unrecorded("a link that was asked for; its use is recorded").await
}

async fn run(app: App, job: Job) -> anyhow::Result<()> {
    let Payload { place, sealed } = job.payload()?;
    let sealed = BASE64_STANDARD.decode(sealed).context("what was asked")?;
    let asked: Asked = serde_json::from_slice(&app.secrets.unseal(ASKED, place, &sealed)?)?;
    let mut tx = app.db.write(&Actor::Guest).await?;
    send_link(&mut tx, &asked).await?;
    job.complete(&mut tx).await?;
    Ok(tx.commit_unrecorded("a link that was asked for; its use is recorded").await?)
}

/// Mails a link if somebody here has the address. One to sign in is bound to the browser that asked.
async fn send_link(tx: &mut WriteTx, asked: &Asked) -> Result<()> {
    let Some(known) = store::by_email(tx, &asked.email).await? else { return Ok(()) };
    let purpose = match known.standing {
        Standing::Joined(_) => Purpose::SignIn,
        // Who lost the invitation, or let it lapse, gets it again.
        Standing::Invited(_) => Purpose::Invitation,
        Standing::Suspended(_) => return Ok(()),
    };
    let member = known.person.id;
    if !actions::may_have_mail(tx, member).await? {
        return Ok(());
    }
    let link = store::add_link(tx, member, purpose, None, purpose.lasts()).await?;
    if purpose == Purpose::SignIn {
        store::bind_link(tx, link, &asked.browser).await?;
    }
    mails::queue(tx, member, purpose, link, asked.next.clone()).await
}
