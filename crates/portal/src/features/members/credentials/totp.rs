//! One-time codes from an app (TOTP): six digits that change every thirty seconds.

use super::store;
use crate::web::App;
use anyhow::Context;
use platform::actor::MemberId;
use platform::clock::Timestamp;
use platform::db::{Query, WriteTx};
use qrcodegen::{QrCode, QrCodeEcc};
use totp_rs::{Builder, Totp};

/// The key's word for the seeds.
const PURPOSE: &str = "members.totp";

/// What is stored of a member's app.
pub struct Enrolled {
    member: MemberId,
    seed: Vec<u8>,
    pub confirmed_at: Option<Timestamp>,
}
platform::from_row!(Enrolled { member, seed, confirmed_at });

impl Enrolled {
    fn totp(&self, app: &App, account: &str) -> anyhow::Result<Totp> {
        let seed =
            app.secrets.unseal(PURPOSE, self.member.get(), &self.seed).context("a seed of one-time codes")?;
        let issuer = app.settings.portal.name.get(app.settings.portal.language).replace(':', " ");
        Ok(Builder::new().with_secret(seed).with_account_name(account).with_issuer(Some(issuer)).build()?)
    }

    /// The time step of a right code, now or within thirty seconds; `None` for a wrong one.
    fn step_of(&self, app: &App, code: &str, now: Timestamp) -> anyhow::Result<Option<i64>> {
        let seconds = u64::try_from(now.0 / 1000)?;
        let step = self.totp(app, "code")?.check(code, seconds);
        Ok(step.map(i64::try_from).transpose()?)
    }
}

/// What a member puts into their app.
pub struct Enrolment {
    /// The QR code as the `d` of an SVG path, with the length of a side.
    pub picture: String,
    pub side: i32,
    /// The same in letters, in groups of four.
    pub letters: String,
}

/// A new seed in the place of one that was never confirmed. False if there is an app already.
pub async fn begin(tx: &mut WriteTx, app: &App, member: MemberId) -> anyhow::Result<bool> {
    if store::totp(tx, member).await?.is_some_and(|known| known.confirmed_at.is_some()) {
        return Ok(false);
    }
    store::remove_totp(tx, member).await?;
    let seed: [u8; 20] = tx.db().ids().bytes();
    store::add_totp(tx, member, &app.secrets.seal(PURPOSE, member.get(), &seed)).await?;
    Ok(true)
}

/// What was begun and waits for its first code.
pub async fn begun(
    q: &mut impl Query,
    app: &App,
    member: MemberId,
    account: &str,
) -> anyhow::Result<Option<Enrolment>> {
    let begun = store::totp(q, member).await?.filter(|known| known.confirmed_at.is_none());
    let Some(begun) = begun else { return Ok(None) };
    let url = begun.totp(app, account)?.to_url()?;
    let seed = url
        .split("secret=")
        .nth(1)
        .and_then(|rest| rest.split('&').next())
        .context("a seed in the address")?;
    Ok(Some(enrolment(&url, seed)?))
}

/// Shows an address as a picture and its seed as letters.
pub fn enrolment(url: &str, seed: &str) -> anyhow::Result<Enrolment> {
    let code = QrCode::encode_text(url, QrCodeEcc::Medium)?;
    let dark = (0..code.size()).flat_map(|y| (0..code.size()).map(move |x| (x, y)));
    let picture =
        dark.filter(|(x, y)| code.get_module(*x, *y)).map(|(x, y)| format!("M{x} {y}h1v1h-1z")).collect();
    let letters: Vec<String> =
        seed.as_bytes().chunks(4).map(|group| String::from_utf8_lossy(group).into_owned()).collect();
    Ok(Enrolment { picture, side: code.size(), letters: letters.join(" ") })
}

/// Takes a code once. With the first one the app counts as set up.
pub async fn take(tx: &mut WriteTx, app: &App, member: MemberId, code: &str) -> anyhow::Result<bool> {
    let Some(enrolled) = store::totp(tx, member).await? else { return Ok(false) };
    let now = tx.now();
    let Some(step) = enrolled.step_of(app, code, now)? else { return Ok(false) };
    if !store::take_totp(tx, member, step).await? {
        return Ok(false);
    }
    if enrolled.confirmed_at.is_none() {
        store::confirm_totp(tx, member).await?;
    }
    Ok(true)
}

/// Encrypts every seed with the current key; returns how many were not.
pub async fn reseal(app: &App, tx: &mut WriteTx) -> anyhow::Result<u64> {
    let mut changed = 0;
    for (member, seed) in store::all_seeds(tx).await? {
        let anew = app
            .secrets
            .reseal(PURPOSE, member.get(), &seed)
            .with_context(|| format!("the seed of {member}"))?;
        if let Some(anew) = anew {
            store::reseal(tx, member, &anew).await?;
            changed += 1;
        }
    }
    Ok(changed)
}

/// What the app of a member shows now.
#[cfg(test)]
pub async fn code_now(app: &App, member: MemberId) -> anyhow::Result<String> {
    let enrolled = store::totp(&mut app.db.read().await?, member).await?.context("an app")?;
    let seconds = u64::try_from(app.db.clock().now().0 / 1000)?;
    Ok(enrolled.totp(app, "code")?.generate(seconds).to_string())
}
