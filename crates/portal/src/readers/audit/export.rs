//! The filtered log as CSV for people, and the whole log as lines of JSON for `birge audit verify`. Both are sent batch
//! by batch, so that their length costs no memory.

use super::filter::Filter;
use super::pages::lines;
use super::store;
use crate::web::csv::{BYTE_ORDER_MARK, line};
use crate::web::{Ctx, Error, HistoryEntry};
use axum::body::Body;
use axum::response::{IntoResponse, Response};
use futures_util::stream;
use http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use platform::activity::{Position, chain};

const BATCH: usize = 500;

pub fn respond(ctx: Ctx, filter: Filter) -> Response {
    let l = ctx.l();
    let heads =
        ["audit-time", "audit-person", "audit-event", "audit-kind", "audit-address"].map(|key| l.t(key));
    let head = format!("{BYTE_ORDER_MARK}{}", line(heads.iter().map(AsRef::as_ref)));
    let name = format!("attachment; filename=\"birge-audit-{}.csv\"", &l.iso(ctx.app.db.clock().now())[..10]);
    let rows = stream::try_unfold((ctx, filter, Some(i64::MAX)), |(ctx, filter, before)| async move {
        let Some(before) = before else { return Ok(None) };
        match batch(&ctx, &filter, before).await {
            Ok((text, next)) => Ok(Some((text, (ctx, filter, next)))),
            // The download breaks off, which a browser shows; a file that ends early would look whole.
            Err(error) => {
                tracing::error!(?error, "an export of the log broke off");
                Err(std::io::Error::other("the log could not be read"))
            }
        }
    });
    let head = stream::once(async move { Ok(head) });
    let body = Body::from_stream(stream::StreamExt::chain(head, rows));
    ([(CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()), (CONTENT_DISPOSITION, name)], body)
        .into_response()
}

/// Every event with its hash, one a line, in the order they were recorded. Its facts are as they were recorded, titles of
/// drafts included: a fact that were left out could not be verified.
pub fn respond_with_chain(ctx: Ctx) -> Response {
    let name =
        format!("attachment; filename=\"birge-log-{}.jsonl\"", &ctx.l().iso(ctx.app.db.clock().now())[..10]);
    let lines = stream::try_unfold((ctx, 0), |(ctx, last)| async move {
        let links = async { chain::after(&mut ctx.app.db.read().await?, Position(last)).await }.await;
        match links {
            Ok(links) => Ok(links.last().map(|link| link.seq).map(|seq| (lines_of(&links), (ctx, seq)))),
            Err(error) => {
                tracing::error!(%error, "an export of the log broke off");
                Err(std::io::Error::other("the log could not be read"))
            }
        }
    });
    let head = [(CONTENT_TYPE, "application/jsonl; charset=utf-8".to_owned()), (CONTENT_DISPOSITION, name)];
    (head, Body::from_stream(lines)).into_response()
}

/// The lines of an export, as `birge audit export` prints them too.
pub fn lines_of(links: &[chain::Link]) -> String {
    let line = |link| serde_json::to_string(link).expect("a plain struct") + "\n";
    links.iter().map(line).collect()
}

/// The next rows, and where to go on.
async fn batch(ctx: &Ctx, filter: &Filter, before: i64) -> Result<(String, Option<i64>), Error> {
    let mut tx = ctx.read().await?;
    let events = store::list(&mut tx, filter, ctx.l(), before, BATCH).await?;
    let next = events.last().filter(|_| events.len() == BATCH).map(|event| event.seq);
    let told = lines(ctx, &mut tx, &events).await?;
    let rows = told.iter().zip(&events).map(|(entry, event)| {
        let HistoryEntry { sentence, actor, iso, href, .. } = entry;
        let address = href.as_deref().map(|href| ctx.app.url(href)).unwrap_or_default();
        line([iso.as_str(), actor, sentence, &event.kind, &address])
    });
    Ok((rows.collect(), next))
}
