//! Passkeys: keys that a phone or computer keeps and gives to nobody, unlocked as the device is. The portal is named by
//! `server.public_url`, so no other site can ask for them.

use super::{Kind, steps, store};
use crate::features::members::model::Person;
use crate::settings::Settings;
use crate::web::{App, Parts};
use anyhow::Context;
use platform::actor::MemberId;
use platform::clock::Timestamp;
use platform::db::{Query, WriteTx};
use serde_json::Value;
use webauthn_rs::prelude::{
    DiscoverableAuthentication, Passkey, PasskeyRegistration, PublicKeyCredential,
    RegisterPublicKeyCredential, Url, Uuid, Webauthn, WebauthnBuilder,
};

/// A passkey as it is stored.
pub struct Row {
    pub id: i64,
    pub member: MemberId,
    passkey: String,
    pub name: String,
    pub created_at: Timestamp,
    pub used_at: Option<Timestamp>,
}
platform::from_row!(Row { id, member, passkey, name, created_at, used_at });

impl Row {
    fn passkey(&self) -> anyhow::Result<Passkey> {
        serde_json::from_str(&self.passkey).context("a stored passkey")
    }
}

/// What checks passkeys; nothing if the portal is reached by a number instead of a name, which browsers refuse.
struct Checker(Option<Webauthn>);

pub fn open(settings: &Settings, parts: &mut Parts) -> anyhow::Result<()> {
    let origin = Url::parse(&settings.server.public_url)
        .with_context(|| format!("`server.public_url` {} is no address", settings.server.public_url))?;
    let checker = match origin.domain() {
        Some(host) => {
            let name = settings.portal.name.get(settings.portal.language);
            Some(WebauthnBuilder::new(host, &origin)?.rp_name(name).build()?)
        }
        None => None,
    };
    parts.put(Checker(checker));
    Ok(())
}

fn checker(app: &App) -> Option<&Webauthn> {
    app.part::<Checker>().0.as_ref()
}

pub fn available(app: &App) -> bool {
    checker(app).is_some()
}

/// Asks the browser to make a passkey for somebody. Returns what the script needs, and the value for the cookie.
pub async fn begin_new(tx: &mut WriteTx, app: &App, person: &Person) -> anyhow::Result<(Value, String)> {
    let checker = checker(app).context("passkeys need a portal with a name")?;
    let known = store::passkeys(tx, person.id).await?;
    let known =
        known.iter().map(|row| Ok(row.passkey()?.cred_id().clone())).collect::<anyhow::Result<_>>()?;
    let holder = Uuid::from_u128(u128::from(person.id.get().cast_unsigned()));
    let (challenge, state) =
        checker.start_passkey_registration(holder, &person.email, &person.name, Some(known))?;
    let mut challenge = serde_json::to_value(challenge)?;
    // Without these the device may keep a key that cannot be found without typing an address.
    let wanted = challenge.pointer_mut("/publicKey/authenticatorSelection").context("a selection")?;
    wanted["residentKey"] = "required".into();
    wanted["requireResidentKey"] = true.into();
    wanted["userVerification"] = "required".into();
    let token = steps::begin(tx, &app.secrets, Kind::NewPasskey, Some(person.id), &state).await?;
    Ok((challenge, token))
}

/// Keeps the passkey a browser made. False if the answer does not fit what was asked of this browser.
pub async fn finish_new(
    tx: &mut WriteTx,
    app: &App,
    person: &Person,
    token: Option<&str>,
    answer: &str,
    name: &str,
) -> anyhow::Result<bool> {
    let Some(step) = steps::find(tx, Kind::NewPasskey, token).await? else { return Ok(false) };
    let state = step.state::<PasskeyRegistration>(&app.secrets).filter(|_| step.member == Some(person.id));
    let answer = serde_json::from_str::<RegisterPublicKeyCredential>(answer).ok();
    let (Some(checker), Some(state), Some(answer)) = (checker(app), state, answer) else { return Ok(false) };
    if !store::end_step(tx, step.id).await? {
        return Ok(false);
    }
    let passkey = match checker.finish_passkey_registration(&answer, &state) {
        Ok(passkey) => passkey,
        Err(error) => {
            tracing::info!(%error, "a new passkey was refused");
            return Ok(false);
        }
    };
    let id: &[u8] = passkey.cred_id().as_ref();
    if store::passkey(tx, id).await?.is_some() {
        return Ok(false);
    }
    store::add_passkey(tx, person.id, id, &serde_json::to_string(&passkey)?, name).await?;
    Ok(true)
}

/// Asks the browser for any passkey of this portal.
pub async fn begin(tx: &mut WriteTx, app: &App) -> anyhow::Result<(Value, String)> {
    let checker = checker(app).context("passkeys need a portal with a name")?;
    let (challenge, state) = checker.start_discoverable_authentication()?;
    let token = steps::begin(tx, &app.secrets, Kind::Passkey, None, &state).await?;
    Ok((serde_json::to_value(challenge)?, token))
}

/// Whose passkey answered; `None` if it is none of ours or does not answer what this browser was asked.
pub async fn finish(
    tx: &mut WriteTx,
    app: &App,
    token: Option<&str>,
    answer: &str,
) -> anyhow::Result<Option<MemberId>> {
    let Some(step) = steps::find(tx, Kind::Passkey, token).await? else { return Ok(None) };
    let state = step.state::<DiscoverableAuthentication>(&app.secrets);
    let answer = serde_json::from_str::<PublicKeyCredential>(answer).ok();
    let (Some(checker), Some(state), Some(answer)) = (checker(app), state, answer) else { return Ok(None) };
    if !store::end_step(tx, step.id).await? {
        return Ok(None);
    }
    let Ok((holder, credential)) = checker.identify_discoverable_authentication(&answer) else {
        return Ok(None);
    };
    let Some(row) = store::passkey(tx, credential).await? else { return Ok(None) };
    if holder.as_u128() != u128::from(row.member.get().cast_unsigned()) {
        return Ok(None);
    }
    let mut passkey = row.passkey()?;
    let result = match checker.finish_discoverable_authentication_v2(&answer, state, &passkey) {
        Ok(result) if result.user_verified() => result,
        Ok(_) => return Ok(None),
        Err(error) => {
            tracing::info!(%error, "a passkey was refused");
            return Ok(None);
        }
    };
    passkey.update_credential(&result);
    store::use_passkey(tx, row.id, &serde_json::to_string(&passkey)?).await?;
    Ok(Some(row.member))
}

pub async fn of(q: &mut impl Query, member: MemberId) -> platform::db::Result<Vec<Row>> {
    store::passkeys(q, member).await
}
