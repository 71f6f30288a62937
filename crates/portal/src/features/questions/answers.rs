//! Follows the log: questions are answered when their answer is published, and wait again when it is taken back. Members see
//! beside an answer which questions it answers.

use super::{FEATURE, actions, store};
use crate::features::documents::{self, DocumentId};
use crate::web::{Ctx, Error, Link};
use futures_util::future::BoxFuture;
use platform::activity::{Activity, Kind, Reader};
use platform::db::{ReadTx, WriteTx};
use platform::subject::Subject;

/// More questions say no more of an answer.
const SHOWN: usize = 10;

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

/// The questions that a document answers, for members.
pub async fn uses(ctx: &Ctx, tx: &mut ReadTx, subject: Subject) -> Result<Vec<Link>, Error> {
    let document = DocumentId::from(subject.id);
    if ctx.member().is_none() || subject != documents::subject(document) {
        return Ok(Vec::new());
    }
    let answered = store::answered_by(tx, document).await?;
    let link = |question: &super::model::Question| {
        let words = ctx.l().f1("questions-answers", "text", question.text.as_str());
        Link::new(ctx.path(&super::path(question.id)), words)
    };
    Ok(answered.iter().take(SHOWN).map(link).collect())
}
