//! Follows the log: questions are answered when their answer is published, and wait again when it is taken back.

use super::{FEATURE, actions};
use crate::features::documents;
use futures_util::future::BoxFuture;
use platform::activity::{Activity, Kind, Reader};
use platform::db::WriteTx;

/// An effect: people are told of what it does, so it never replays.
pub struct Answers;

impl Reader for Answers {
    fn name(&self) -> &'static str {
        FEATURE.name
    }

    fn kind(&self) -> Kind {
        Kind::Effect
    }

    fn handle<'a>(&'a self, tx: &'a mut WriteTx, event: &'a Activity) -> BoxFuture<'a, anyhow::Result<()>> {
        Box::pin(async move {
            match documents::became(event) {
                Some(documents::Became::Published(document)) => {
                    actions::document_published(tx, document).await?;
                }
                Some(documents::Became::Unpublished(document)) => {
                    actions::document_withdrawn(tx, document).await?;
                }
                None => {}
            }
            Ok(())
        })
    }
}
