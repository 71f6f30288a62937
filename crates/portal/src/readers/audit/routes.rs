//! The audit page and its export.

use super::events::LogExported;
use super::filter::Filter;
use super::{export, pages, policy};
use crate::web::{Ctx, Error, Form, Routes, html};
use axum::response::Response;
use serde::Deserialize;

pub fn routes() -> Routes {
    Routes::new().get("/audit", index).post("/audit/export", create_export)
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Page {
    before: Option<i64>,
}

fn may_read(ctx: &Ctx) -> Result<(), Error> {
    let denied = |policy::Denied| Error::Denied(ctx.l().t("audit-denied").into_owned());
    policy::can_read(&ctx.signed_in()?.member).map_err(denied)?;
    ctx.fresh_factor().map(drop)
}

async fn index(ctx: Ctx) -> Result<Response, Error> {
    may_read(&ctx)?;
    // Read twice: serde's `flatten` would take every field for text.
    let query = ctx.uri.query().unwrap_or_default();
    let filter: Filter = serde_html_form::from_str(query).unwrap_or_default();
    let page: Page = serde_html_form::from_str(query).unwrap_or_default();
    let mut tx = ctx.read().await?;
    html(&pages::index(&ctx, &mut tx, filter, page.before).await?)
}

/// Which copy: the filtered one to read, or the whole one to verify.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Copy {
    whole: String,
}

/// Copies of the log leave the portal, so that one was taken is itself recorded, before its first row.
async fn create_export(ctx: Ctx, Form(fields): Form<Vec<(String, String)>>) -> Result<Response, Error> {
    may_read(&ctx)?;
    // Read twice, as the page's address is.
    let fields = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
    let whole = serde_html_form::from_str(&fields).is_ok_and(|copy: Copy| !copy.whole.is_empty());
    let filter: Filter =
        if whole { Filter::default() } else { serde_html_form::from_str(&fields).unwrap_or_default() };
    let mut tx = ctx.write().await?;
    tx.record(LogExported { filter: filter.clone() });
    tx.commit().await?;
    Ok(if whole { export::respond_with_chain(ctx) } else { export::respond(ctx, filter) })
}
