//! The copy of everything about a person, and its erasure.

use super::super::changes::{self, Facts};
use super::super::{alternates, credentials, memberships, oidc, recovery, requests, store as people};
use super::store;
use crate::features::organisations;
use crate::web::App;
use platform::actor::{MemberId, Role};
use platform::db::{DbError, Query, ReadTx, Result, WriteTx};
use serde_json::{Map, Value, json};

/// Everything the portal holds about somebody: one part for each section that has something.
pub async fn copy(app: &App, tx: &mut ReadTx, id: MemberId) -> Result<Value> {
    let mut parts = Map::new();
    for feature in app.features {
        if let Some(personal) = feature.personal {
            parts.insert(feature.name.to_owned(), (personal.copy)(tx, id).await?);
        }
    }
    Ok(Value::Object(parts))
}

/// The part of this section.
pub async fn own_part(q: &mut ReadTx, id: MemberId) -> Result<Value> {
    let Some(listed) = people::by_id(q, id).await? else { return Ok(Value::Null) };
    let person = listed.person;
    let mut places = vec![person.organisation];
    places.extend(memberships::store::others(q, id).await?);
    let names = organisations::names(q, &places).await?;
    let places: Vec<_> = places.iter().filter_map(|id| names.get(id)).map(|name| name.en.clone()).collect();
    let time = |at: platform::clock::Timestamp| Value::from(at.0);
    let devices = store::devices(q, id)
        .await?
        .into_iter()
        .map(|it| json!({ "device": it.name, "since_ms": time(it.since), "last_use_ms": time(it.seen) }));
    let devices: Vec<Value> = devices.collect();
    let standing_in = alternates::store::current(q, id).await?.into_iter().map(|it| {
        json!({ "member": it.alternate.to_string(), "from_ms": time(it.starts_at), "until_ms": time(it.ends_at) })
    });
    let standing_in: Vec<Value> = standing_in.collect();
    let muted: Vec<String> = (alternates::store::muted(q, &[id]).await?).into_iter().map(|it| it.1).collect();
    let asked = requests::store::of_email(q, &person.email).await?.into_iter().map(|it| {
        json!({ "name": it.name, "organisation": it.organisation_name, "reason": it.reason, "at_ms": time(it.created_at) })
    });
    let asked: Vec<Value> = asked.collect();
    let deeds = store::deeds(q, id)
        .await?
        .into_iter()
        .map(|it| json!({ "number": it.seq, "at_ms": time(it.at), "what": it.kind, "about": it.subject }));
    let deeds: Vec<Value> = deeds.collect();
    let recoveries = recovery::store::of(q, id).await?.into_iter().map(|it| {
        json!({
            "reason": it.reason, "begun_ms": time(it.begun_at), "ended_ms": it.ended_at.map(time),
            "confirmed": it.confirmed_by.is_some(),
        })
    });
    let recoveries: Vec<Value> = recoveries.collect();
    Ok(json!({
        "id": id.to_string(), "name": person.name, "email": person.email, "language": person.language.code(),
        "role": person.role.code(), "organisations": places, "sessions": devices, "alternates": standing_in,
        "muted_mails": muted, "requests_to_join": asked, "log": deeds,
        "sign_in": sign_in(q, id).await?, "recoveries": recoveries,
    }))
}

/// What they sign in with, without its secrets: those would make the copy a key to the account.
async fn sign_in(q: &mut ReadTx, id: MemberId) -> Result<Value> {
    let passkeys = credentials::store::passkeys(q, id).await?.into_iter().map(|it| {
        let used = it.used_at.map(|at| at.0);
        json!({ "name": it.name, "added_ms": it.created_at.0, "last_use_ms": used })
    });
    let passkeys: Vec<Value> = passkeys.collect();
    let accounts = oidc::store::of(q, id).await?.into_iter().map(
        |(provider, account, since)| json!({ "provider": provider, "account": account, "since_ms": since.0 }),
    );
    let accounts: Vec<Value> = accounts.collect();
    let app = credentials::store::totp(q, id).await?.and_then(|app| app.confirmed_at);
    let codes = credentials::store::factors(q, id).await?.recovery_codes;
    Ok(json!({
        "passkeys": passkeys, "app_since_ms": app.map(|at| at.0), "recovery_codes_left": codes,
        "accounts_elsewhere": accounts,
    }))
}

#[derive(Debug, thiserror::Error)]
pub enum CannotErase {
    #[error("the portal would have no chair left")]
    LastChair,
    #[error("there is no such member")]
    NotFound,
    #[error(transparent)]
    Db(#[from] DbError),
}

/// Whether the portal would be left without a chair.
pub async fn is_last_chair(q: &mut impl Query, role: Role) -> Result<bool> {
    Ok(role == Role::Chair && memberships::store::count_role(q, Role::Chair).await? <= 1)
}

/// Takes name, address, sessions and settings away. The id stays, so that the log stays whole.
pub async fn erase(app: &App, tx: &mut WriteTx, id: MemberId) -> std::result::Result<(), CannotErase> {
    let person = people::by_id(tx, id).await?.ok_or(CannotErase::NotFound)?.person;
    if is_last_chair(tx, person.role).await? {
        return Err(CannotErase::LastChair);
    }
    if !store::erase(tx, id).await? {
        return Err(CannotErase::NotFound);
    }
    people::end_all(tx, id).await?;
    credentials::store::remove_all(tx, id).await?;
    oidc::store::unlink(tx, id).await?;
    store::forget_links(tx, id).await?;
    recovery::store::forget(tx, id).await?;
    memberships::store::remove_all(tx, id).await?;
    alternates::store::forget(tx, id).await?;
    requests::store::forget(tx, &person.email).await?;
    for personal in app.features.iter().filter_map(|feature| feature.personal) {
        (personal.erase)(tx, id).await?;
    }
    tx.record(changes::of_member(changes::ERASED, id, Some(person.organisation), &Facts::default()));
    Ok(())
}
