//! Remembers the words of each text that is published: a reader of the log, whose tables can be made anew from it. So a
//! portal that had texts before it could verify them knows them all soon after it starts.

use super::super::events::Facts;
use super::super::model::Text;
use super::super::store as editions;
use super::store;
use super::words::Words;
use futures_util::future::BoxFuture;
use platform::activity::{Activity, Kind, Reader};
use platform::actor::Actor;
use platform::db::WriteTx;

pub struct Index;

impl Reader for Index {
    fn name(&self) -> &'static str {
        "documents.verification"
    }

    fn kind(&self) -> Kind {
        Kind::Projection { version: 1 }
    }

    fn handle<'a>(&'a self, tx: &'a mut WriteTx, event: &'a Activity) -> BoxFuture<'a, anyhow::Result<()>> {
        Box::pin(async move {
            let published = matches!(
                event.kind.as_str(),
                "documents.edition.published"
                    | "documents.edition.published_in_emergency"
                    | "documents.edition.published_by_trust"
            );
            if !published {
                return Ok(());
            }
            let facts: Facts = event.facts()?;
            let edition = editions::edition(tx, &Actor::System("verification"), facts.edition).await?;
            let Some(edition) = edition else { return Ok(()) };
            let whole = whole(&edition.text);
            let prints = ways_to_copy(&edition.text).map(|way| way.print());
            let (id, document, rows) = (edition.id, edition.document, whole.sketch());
            store::remember(tx, id, document, edition.language, &prints, &rows).await?;
            Ok(())
        })
    }

    fn clear<'a>(&'a self, tx: &'a mut WriteTx) -> BoxFuture<'a, anyhow::Result<()>> {
        Box::pin(async move { Ok(store::forget_all(tx).await?) })
    }
}

/// Title, summary and text.
pub fn whole(text: &Text) -> Words {
    Words::of_markdown(&joined(&[&text.title, &text.summary, &text.body]))
}

/// What people take of a text when they copy it: with or without its title and its summary.
pub fn ways_to_copy(text: &Text) -> [Words; 4] {
    let Text { title, summary, body, .. } = text;
    [
        whole(text),
        Words::of_markdown(&joined(&[summary, body])),
        Words::of_markdown(&joined(&[title, body])),
        Words::of_markdown(body),
    ]
}

fn joined(parts: &[&str]) -> String {
    parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join("\n\n")
}
