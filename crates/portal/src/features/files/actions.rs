//! What is done with files: taking one in, and making files public. An upload streams to the store; nothing of a
//! refused one stays.

use super::cleaning::{CannotClean, Cleaned, Cleaner};
use super::content::{Inspector, Unfit};
use super::model::{File, FileId, Thumbnail, clean_name};
use super::{cleaning, events, policy, store, texts, words};
use crate::web::{App, Ctx, Error};
use bytes::Bytes;
use futures_util::{Stream, StreamExt, stream};
use platform::actor::Actor;
use platform::db::{Query, WriteTx};
use platform::files::PutError;
use platform::lang::L10n;
use std::error::Error as StdError;

/// Why a file was not taken in.
#[derive(Debug)]
pub enum Refused {
    /// The actor brings no files.
    NotAllowed,
    /// None was chosen.
    NoFile,
    /// Its name has none of the endings we take.
    Ending,
    TooLarge,
    Unfit(Unfit),
    /// It cannot be made safe.
    Unclean(scrub::Refused),
    TooHard,
    /// The connection broke off.
    Cut,
    DiskFull,
    /// Our own fault.
    Failed(Error),
}

impl Refused {
    /// What to tell the person who sent the file; an error when it was not the file's fault.
    pub fn in_words(self, app: &App, l: &L10n) -> Result<String, Error> {
        let key = match self {
            Refused::NotAllowed => return Err(Error::Denied(l.t("files-only-contributors").into_owned())),
            Refused::Failed(error) => return Err(error),
            Refused::TooLarge => {
                return Ok(l.f1("files-refused-too-large", "limit", l.file_size(max_bytes(app))));
            }
            Refused::NoFile => "files-refused-no-file",
            Refused::Ending => "files-refused-ending",
            Refused::Unfit(Unfit::Empty) => "files-refused-empty",
            Refused::Unfit(Unfit::OtherType) => "files-refused-other-type",
            Refused::Unfit(Unfit::NotUtf8) => "files-refused-not-utf8",
            Refused::Unfit(Unfit::Macros) => "files-refused-macros",
            Refused::Unclean(why) => words::refused(why),
            Refused::TooHard => "files-refused-too-hard",
            Refused::Cut => "files-refused-cut",
            Refused::DiskFull => "files-refused-disk-full",
        };
        Ok(l.t(key).into_owned())
    }
}

/// The largest file this portal takes.
pub fn max_bytes(app: &App) -> u64 {
    app.settings.files.max_mb * 1_000_000
}

/// Takes in a file that a member sends: `content` as it arrives, `original_name` as the sender calls it. The file
/// is private until it is published.
pub async fn receive<S, E>(
    ctx: &Ctx,
    content: S,
    original_name: &str,
    confirmed: Confirmed,
) -> Result<File, Refused>
where
    S: Stream<Item = Result<Bytes, E>> + Send,
    E: Into<Box<dyn StdError + Send + Sync>>,
{
    keep(&ctx.app, &ctx.actor(), content, original_name, confirmed).await
}

/// Takes in bytes that are at hand, in the name of a member: for samples and importers, where nobody is asked.
pub async fn store_bytes(
    app: &App,
    actor: &Actor,
    name: &str,
    bytes: impl Into<Bytes>,
) -> anyhow::Result<File> {
    let content = stream::iter([Ok::<_, std::io::Error>(bytes.into())]);
    keep(app, actor, content, name, Confirmed::AtOnce)
        .await
        .map_err(|refused| anyhow::anyhow!("{name} was not taken in: {refused:?}"))
}

/// Who looks at what cleaning did before the file may be used.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Confirmed {
    /// It may become public; its sender decides on its page.
    BySender,
    /// It never does, or nobody is there to be asked; whoever sends it is told.
    AtOnce,
}

/// Cleaning looks at all of the content at once. So it comes to the disk first, where any number may wait for slow
/// lines, and into memory only when there is a place; only what is left of it reaches the store.
pub(super) async fn keep<S, E>(
    app: &App,
    actor: &Actor,
    content: S,
    original_name: &str,
    confirmed: Confirmed,
) -> Result<File, Refused>
where
    S: Stream<Item = Result<Bytes, E>> + Send,
    E: Into<Box<dyn StdError + Send + Sync>>,
{
    let member = actor.signed_in().filter(|_| policy::can_upload(actor)).ok_or(Refused::NotAllowed)?;
    let (name, media_type) = clean_name(original_name).ok_or(Refused::Ending)?;
    let sent = app.files.set_aside(inspected(content, Inspector::new(media_type)), max_bytes(app)).await?;
    let place = app.part::<Cleaner>().place().await;
    let Cleaned { bytes, report, thumbnail } = cleaning::clean(&place, sent, &name).await?;
    let stored = stream::iter([Ok::<_, std::io::Error>(bytes)]);
    // Cleaning may add a few bytes, never more than it was allowed to take.
    let stored = app.files.put_stream(stored, max_bytes(app) * 2).await?;
    let thumbnail = match thumbnail {
        Some(small) => {
            let small =
                app.files.put_stream(stream::iter([Ok::<_, std::io::Error>(small)]), max_bytes(app)).await?;
            Some(Thumbnail { sha256: small.sha256, size: small.size })
        }
        None => None,
    };
    drop(place);
    let mut tx = app.db.write(actor).await.map_err(failed)?;
    let file = File {
        id: tx.next_id(),
        name,
        media_type,
        size: stored.size,
        sha256: stored.sha256,
        organisation: member.organisation,
        uploaded_at: tx.now(),
        public: false,
        confirmed: report.is_empty() || confirmed == Confirmed::AtOnce,
        report,
        thumbnail,
    };
    store::insert(&mut tx, &file, member.id).await.map_err(failed)?;
    if file.confirmed {
        texts::want(&mut tx, &file).await.map_err(failed)?;
    }
    tx.record(events::uploaded(&file));
    tx.commit().await.map_err(failed)?;
    Ok(file)
}

fn broken(cause: Cause) -> Refused {
    match cause.downcast::<Unfit>() {
        Ok(unfit) => Refused::Unfit(*unfit),
        Err(_) => Refused::Cut,
    }
}

impl From<CannotClean> for Refused {
    fn from(cannot: CannotClean) -> Self {
        match cannot {
            CannotClean::Refused(scrub::Refused::TooLarge) => Refused::TooLarge,
            CannotClean::Refused(why) => Refused::Unclean(why),
            CannotClean::TooHard => Refused::TooHard,
            CannotClean::Failed(error) => Refused::Failed(error.into()),
        }
    }
}

/// Their own organisation's people decide about a file they sent; what they may not read is not there for them.
pub async fn decide(tx: &mut WriteTx, id: FileId, keep: bool) -> Result<(), Error> {
    let actor = tx.actor().clone();
    let file = store::readable(tx, &actor, &[id]).await?.pop().ok_or(Error::NotFound)?;
    if !policy::can_decide(&actor, &file) {
        return Err(Error::NotFound);
    }
    let done = if keep { store::confirm(tx, id).await? } else { store::remove(tx, id).await? };
    if done && keep {
        texts::want(tx, &file).await?;
    }
    if done {
        tx.record(if keep { events::confirmed(&file) } else { events::removed(&file) });
    }
    Ok(())
}

/// Whether the sender of each of these has seen what cleaning did.
pub async fn all_confirmed(q: &mut impl Query, ids: &[FileId]) -> platform::db::Result<bool> {
    Ok(store::by_ids(q, ids).await?.iter().all(|file| file.confirmed))
}

/// Once a day: what killed processes left half sent, and the content of files that were thrown away or whose row was
/// never written.
pub async fn sweep(app: &App) -> anyhow::Result<()> {
    let now = app.db.clock().now();
    app.files.sweep(now).await?;
    let named = store::all_contents(&mut app.db.read().await?).await?;
    if named.is_empty() {
        // No file at all is rather another database than a portal whose files may all go.
        return Ok(());
    }
    let removed = app.files.remove_unnamed(&named, now).await?;
    if removed > 0 {
        tracing::info!("removed the content of {removed} files that were thrown away");
    }
    Ok(())
}

fn failed(error: platform::db::DbError) -> Refused {
    match error {
        platform::db::DbError::Full => Refused::DiskFull,
        other => Refused::Failed(other.into()),
    }
}

impl From<PutError> for Refused {
    fn from(error: PutError) -> Self {
        match error {
            PutError::TooLarge { .. } => Refused::TooLarge,
            PutError::Full => Refused::DiskFull,
            PutError::Broken(cause) => broken(cause),
            PutError::Io(error) => {
                Refused::Failed(Error::Internal(format!("a file could not be stored: {error}")))
            }
        }
    }
}

type Cause = Box<dyn StdError + Send + Sync>;

/// The same content, broken off where it turns out not to be what its name says: before more of it is sent.
fn inspected<S, E>(content: S, inspector: Inspector) -> impl Stream<Item = Result<Bytes, Cause>> + Send
where
    S: Stream<Item = Result<Bytes, E>> + Send,
    E: Into<Cause>,
{
    let state = (Box::pin(content), Some(inspector));
    stream::unfold(state, |(mut content, inspector)| async move {
        let mut inspector = inspector?;
        match content.next().await {
            Some(Ok(chunk)) => match inspector.take(&chunk) {
                Ok(()) => Some((Ok(chunk), (content, Some(inspector)))),
                Err(unfit) => Some((Err(unfit.into()), (content, None))),
            },
            Some(Err(error)) => Some((Err(error.into()), (content, None))),
            None => inspector.finish().err().map(|unfit| (Err(unfit.into()), (content, None))),
        }
    })
}

/// Makes files public: with the publication of something that carries them.
pub async fn publish(tx: &mut WriteTx, ids: &[FileId]) -> platform::db::Result<()> {
    for file in store::by_ids(tx, ids).await? {
        if store::publish(tx, file.id).await? {
            tx.record(events::published(&file));
        }
    }
    Ok(())
}

/// Takes public files back: what carried them is gone, and nothing else that is public does. Their addresses say so,
/// their organisation keeps them.
pub async fn withdraw(tx: &mut WriteTx, ids: &[FileId]) -> platform::db::Result<()> {
    for file in store::by_ids(tx, ids).await? {
        if store::withdraw(tx, file.id).await? {
            tx.record(events::withdrawn(&file));
        }
    }
    Ok(())
}
