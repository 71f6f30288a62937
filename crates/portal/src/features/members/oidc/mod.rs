//! Signing in with an account elsewhere: a ministry's or the nation's identity provider, named in the configuration.
//! An account counts as a member if the provider vouches for an address that is a member's or was invited here; the
//! first time links them, so that a changed address there changes nothing. It proves the address, as a mailed link does: who has a second
//! factor here is asked for it.

mod client;
mod providers;
pub mod store;

pub use providers::open;

use super::actions::member_of;
use super::credentials::entering::{self, Proof, Waiting};
use super::credentials::{Kind, steps};
use super::model::{self, Person, Standing};
use super::routes::device_of;
use super::{events, store as members};
use crate::web::{App, Ctx, Entry, Error, Link, Routes, flash, is_local};
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use client::{Account, Asked};
use http::HeaderMap;
use platform::actor::Actor;
use platform::db::Query;
use platform::lang::Lang;
use providers::{Known, Providers};
use serde::{Deserialize, Serialize};

pub fn add(routes: Routes) -> Routes {
    routes.costly("/sign-in/with/{provider}", begin).bare("/sign-in/back/{provider}", Entry::Open, back)
}

/// The buttons of the sign-in page.
pub fn choices(ctx: &Ctx, next: Option<&str>) -> Vec<Link> {
    let next: String = next
        .map(|next| format!("?next={}", form_urlencoded::byte_serialize(next.as_bytes()).collect::<String>()))
        .unwrap_or_default();
    let providers = ctx.app.part::<Providers>();
    providers
        .iter()
        .map(|provider| {
            let label = ctx.l().f1("members-sign-in-with", "name", provider.name.get(ctx.lang));
            Link::new(ctx.path(&format!("/sign-in/with/{}{next}", provider.key)), label)
        })
        .collect()
}

fn provider<'a>(app: &'a App, key: &str) -> Result<&'a Known, Error> {
    app.part::<Providers>().find(key).ok_or(Error::NotFound)
}

fn back_address(app: &App, key: &str) -> String {
    app.url(&format!("/sign-in/back/{key}"))
}

#[derive(Serialize, Deserialize)]
struct Under {
    provider: String,
    asked: Asked,
    language: Lang,
    next: Option<String>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Asking {
    next: String,
    state: String,
    code: String,
}

fn query(ctx: &Ctx) -> Asking {
    serde_html_form::from_str(ctx.uri.query().unwrap_or_default()).unwrap_or_default()
}

async fn begin(ctx: Ctx, Path(key): Path<String>) -> Result<Response, Error> {
    let provider = provider(&ctx.app, &key)?;
    let (address, asked) = match client::begin(provider, back_address(&ctx.app, &key), &ctx.app.db).await {
        Ok(begun) => begun,
        Err(error) => {
            tracing::error!("signing in with {key} could not begin: {error:#}");
            return Ok(failed(&ctx));
        }
    };
    let next = Some(query(&ctx).next).filter(|next| is_local(next));
    let under = Under { provider: key, asked, language: ctx.lang, next };
    let mut tx = ctx.write().await?;
    let token = steps::begin(&mut tx, &ctx.app.secrets, Kind::Provider, None, &under).await?;
    tx.commit_unrecorded("somebody goes to an identity provider").await?;
    Ok(steps::hold(&ctx.app, Redirect::to(&address).into_response(), Kind::Provider, &token))
}

fn failed(ctx: &Ctx) -> Response {
    flash::redirect_with(ctx, "/sign-in", flash::Tone::Warning, &ctx.l().t("members-provider-failed"))
}

/// Back from the provider, with a code that is good once and for this browser only.
async fn back(ctx: Ctx, Path(key): Path<String>, headers: HeaderMap) -> Result<Response, Error> {
    let app = &ctx.app;
    let provider = provider(app, &key)?;
    let held = steps::held(app, &headers, Kind::Provider);
    let mut tx = app.db.write(&Actor::Guest).await?;
    let Some(step) = steps::find(&mut tx, Kind::Provider, held.as_deref()).await? else {
        tx.roll_back().await;
        return Ok(failed(&ctx));
    };
    let ended = super::credentials::store::end_step(&mut tx, step.id).await?;
    tx.commit_unrecorded("somebody is back from an identity provider").await?;
    let given = query(&ctx);
    let under = step.state::<Under>(&app.secrets).filter(|under| ended && under.provider == key);
    let under = under.filter(|under| {
        bool::from(subtle::ConstantTimeEq::ct_eq(under.asked.state.as_bytes(), given.state.as_bytes()))
    });
    let Some(under) = under else { return Ok(failed(&ctx)) };
    let ctx = ctx.in_language(under.language);
    let now = app.db.clock().now();
    let account = match client::finish(provider, back_address(app, &key), under.asked, given.code, now).await
    {
        Ok(account) => account,
        Err(error) => {
            tracing::warn!("signing in with {key} failed: {error:#}");
            return Ok(failed(&ctx));
        }
    };
    let Some((person, is_new)) = person(&mut app.db.read().await?, &key, &account).await? else {
        let text = ctx.l().t("members-provider-unknown");
        return Ok(flash::redirect_with(&ctx, "/sign-in", flash::Tone::Warning, &text));
    };
    let mut tx = app.db.write(&Actor::Member(member_of(&person))).await?;
    if store::member(&mut tx, &key, &account.subject).await?.is_none() {
        store::link(&mut tx, &key, &account.subject, person.id).await?;
    }
    if is_new {
        members::join(&mut tx, person.id, &person.name, person.language).await?;
        tx.record(events::of_member(events::JOINED, &person));
    }
    let waiting = Waiting { device: device_of(&headers), next: under.next.clone() };
    let entered =
        entering::enter(&mut tx, app, &person, Proof::Address, waiting, ctx.viewer.as_ref()).await?;
    tx.commit_unrecorded("a link to an account elsewhere; a session records itself").await?;
    let response = entering::answer(&ctx, entered, under.next.as_deref());
    Ok(steps::release(app, response, Kind::Provider))
}

/// Whose account it is, and whether this is how they join.
async fn person(
    q: &mut impl Query,
    provider: &str,
    account: &Account,
) -> Result<Option<(Person, bool)>, Error> {
    let known = match store::member(q, provider, &account.subject).await? {
        Some(member) => members::by_id(q, member).await?,
        None => match account.email.as_deref().and_then(model::email) {
            Some(email) => members::by_email(q, &email).await?,
            None => None,
        },
    };
    Ok(known.and_then(|known| match known.standing {
        Standing::Joined(_) => Some((known.person, false)),
        Standing::Invited(_) => Some((known.person, true)),
        Standing::Suspended(_) => None,
    }))
}
