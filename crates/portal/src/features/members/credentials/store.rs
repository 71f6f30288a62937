//! The SQL of second factors and of what is under way in a browser.

use super::passkeys::Row as PasskeyRow;
use super::steps::Step;
use super::totp::Enrolled;
use super::{Factors, Kind, Standing};
use platform::actor::MemberId;
use platform::clock::Timestamp;
use platform::db::{Query, Result, WriteTx};
use platform::params;

platform::sql! {
    FACTORS: "SELECT (SELECT COUNT(*) FROM members_totp WHERE member_id = m.id AND confirmed_at IS NOT NULL),
                     (SELECT COUNT(*) FROM members_passkeys WHERE member_id = m.id),
                     (SELECT COUNT(*) FROM members_recovery_codes WHERE member_id = m.id AND used_at IS NULL)
              FROM members m WHERE m.id = ?";
    STANDING: "SELECT weak_sign_ins, wrong_codes, wrong_code_at, passkey_offered_at FROM members WHERE id = ?";
    WEAK_SIGN_IN: "UPDATE members SET weak_sign_ins = weak_sign_ins + 1 WHERE id = ?";
    STRONG: "UPDATE members SET weak_sign_ins = 0, wrong_codes = 0 WHERE id = ?";
    WRONG_CODE: "UPDATE members SET wrong_codes = wrong_codes + 1, wrong_code_at = ? WHERE id = ?";
    FORGIVE: "UPDATE members SET wrong_codes = 0 WHERE id = ?";
    OFFERED: "UPDATE members SET passkey_offered_at = ? WHERE id = ?";

    TOTP: "SELECT member_id, seed, confirmed_at FROM members_totp WHERE member_id = ?";
    ALL_SEEDS: "SELECT member_id, seed FROM members_totp ORDER BY member_id";
    ADD_TOTP: "INSERT INTO members_totp (member_id, seed, created_at, last_step) VALUES (?, ?, ?, 0)";
    /// Of two requests with the same code only one changes the row.
    TAKE_TOTP: "UPDATE members_totp SET last_step = ? WHERE member_id = ? AND last_step < ?";
    CONFIRM_TOTP: "UPDATE members_totp SET confirmed_at = ? WHERE member_id = ? AND confirmed_at IS NULL";
    RESEAL: "UPDATE members_totp SET seed = ? WHERE member_id = ?";
    REMOVE_TOTP: "DELETE FROM members_totp WHERE member_id = ?";

    ADD_CODE: "INSERT INTO members_recovery_codes (id, member_id, code_hash, created_at) VALUES (?, ?, ?, ?)";
    USE_CODE: "UPDATE members_recovery_codes SET used_at = ? WHERE member_id = ? AND code_hash = ? AND used_at IS NULL";
    REMOVE_CODES: "DELETE FROM members_recovery_codes WHERE member_id = ?";

    PASSKEYS: "SELECT id, member_id, passkey, name, created_at, used_at FROM members_passkeys WHERE member_id = ? ORDER BY id";
    PASSKEY: "SELECT id, member_id, passkey, name, created_at, used_at FROM members_passkeys WHERE credential_id = ?";
    ADD_PASSKEY: "INSERT INTO members_passkeys (id, member_id, credential_id, passkey, name, created_at) VALUES (?, ?, ?, ?, ?, ?)";
    USE_PASSKEY: "UPDATE members_passkeys SET passkey = ?, used_at = ? WHERE id = ?";
    REMOVE_PASSKEY: "DELETE FROM members_passkeys WHERE id = ? AND member_id = ?";
    REMOVE_PASSKEYS: "DELETE FROM members_passkeys WHERE member_id = ?";

    ADD_STEP: "INSERT INTO members_steps (id, kind, token_hash, member_id, state, failures, expires_at) VALUES (?, ?, ?, ?, ?, 0, ?)";
    STEP: "SELECT id, member_id, state, failures, expires_at FROM members_steps WHERE kind = ? AND token_hash = ?";
    FAIL_STEP: "UPDATE members_steps SET failures = failures + 1 WHERE id = ?";
    /// Of two requests that finish the same step only one removes the row.
    END_STEP: "DELETE FROM members_steps WHERE id = ?";
    END_STEPS: "DELETE FROM members_steps WHERE member_id = ?";
    END_STEPS_OF: "DELETE FROM members_steps WHERE member_id = ? AND kind = ?";
    PRUNE_STEPS: "DELETE FROM members_steps WHERE expires_at < ?";
    NOTE_MAILED: "INSERT INTO members_mailed_codes (id, member_id, sent_at) VALUES (?, ?, ?)";
    FORGET_MAILED: "DELETE FROM members_mailed_codes WHERE member_id = ?";
    PRUNE_MAILED: "DELETE FROM members_mailed_codes WHERE sent_at < ?";

    CONFIRM_SESSION: "UPDATE members_sessions SET token_hash = ?, confirmed_at = ? WHERE id = ?";
}

pub async fn factors(q: &mut impl Query, member: MemberId) -> Result<Factors> {
    Ok(q.one(&FACTORS, params![member]).await?.unwrap_or_default())
}

pub async fn standing(q: &mut impl Query, member: MemberId) -> Result<Option<Standing>> {
    q.one(&STANDING, params![member]).await
}

pub async fn note_weak_sign_in(tx: &mut WriteTx, member: MemberId) -> Result<()> {
    tx.run(&WEAK_SIGN_IN, params![member]).await.map(drop)
}

pub async fn note_strong(tx: &mut WriteTx, member: MemberId) -> Result<()> {
    tx.run(&STRONG, params![member]).await.map(drop)
}

pub async fn note_wrong_code(tx: &mut WriteTx, member: MemberId) -> Result<()> {
    let now = tx.now();
    tx.run(&WRONG_CODE, params![now, member]).await.map(drop)
}

pub async fn forgive(tx: &mut WriteTx, member: MemberId) -> Result<()> {
    tx.run(&FORGIVE, params![member]).await.map(drop)
}

pub async fn offered(tx: &mut WriteTx, member: MemberId) -> Result<()> {
    let now = tx.now();
    tx.run(&OFFERED, params![now, member]).await.map(drop)
}

pub async fn totp(q: &mut impl Query, member: MemberId) -> Result<Option<Enrolled>> {
    q.one(&TOTP, params![member]).await
}

pub async fn all_seeds(q: &mut impl Query) -> Result<Vec<(MemberId, Vec<u8>)>> {
    q.all(&ALL_SEEDS, params![]).await
}

pub async fn add_totp(tx: &mut WriteTx, member: MemberId, seed: &[u8]) -> Result<()> {
    let now = tx.now();
    tx.run(&ADD_TOTP, params![member, seed, now]).await.map(drop)
}

/// False if a code of this step or a later one was taken before.
pub async fn take_totp(tx: &mut WriteTx, member: MemberId, step: i64) -> Result<bool> {
    Ok(tx.run(&TAKE_TOTP, params![step, member, step]).await? > 0)
}

pub async fn confirm_totp(tx: &mut WriteTx, member: MemberId) -> Result<()> {
    let now = tx.now();
    tx.run(&CONFIRM_TOTP, params![now, member]).await.map(drop)
}

pub async fn reseal(tx: &mut WriteTx, member: MemberId, seed: &[u8]) -> Result<()> {
    tx.run(&RESEAL, params![seed, member]).await.map(drop)
}

pub async fn remove_totp(tx: &mut WriteTx, member: MemberId) -> Result<u64> {
    tx.run(&REMOVE_TOTP, params![member]).await
}

pub async fn add_code(tx: &mut WriteTx, member: MemberId, hash: &[u8; 32]) -> Result<()> {
    let (id, now): (i64, _) = (tx.next_id(), tx.now());
    tx.run(&ADD_CODE, params![id, member, hash, now]).await.map(drop)
}

/// False if there is no such code, or it was used.
pub async fn use_code(tx: &mut WriteTx, member: MemberId, hash: &[u8; 32]) -> Result<bool> {
    let now = tx.now();
    Ok(tx.run(&USE_CODE, params![now, member, hash]).await? > 0)
}

pub async fn remove_codes(tx: &mut WriteTx, member: MemberId) -> Result<u64> {
    tx.run(&REMOVE_CODES, params![member]).await
}

pub async fn passkeys(q: &mut impl Query, member: MemberId) -> Result<Vec<PasskeyRow>> {
    q.all(&PASSKEYS, params![member]).await
}

pub async fn passkey(q: &mut impl Query, credential_id: &[u8]) -> Result<Option<PasskeyRow>> {
    q.one(&PASSKEY, params![credential_id]).await
}

pub async fn add_passkey(
    tx: &mut WriteTx,
    member: MemberId,
    credential_id: &[u8],
    passkey: &str,
    name: &str,
) -> Result<()> {
    let (id, now): (i64, _) = (tx.next_id(), tx.now());
    tx.run(&ADD_PASSKEY, params![id, member, credential_id, passkey, name, now]).await.map(drop)
}

pub async fn use_passkey(tx: &mut WriteTx, id: i64, passkey: &str) -> Result<()> {
    let now = tx.now();
    tx.run(&USE_PASSKEY, params![passkey, now, id]).await.map(drop)
}

pub async fn remove_passkey(tx: &mut WriteTx, id: i64, member: MemberId) -> Result<bool> {
    Ok(tx.run(&REMOVE_PASSKEY, params![id, member]).await? > 0)
}

/// Everything a member could show, and everything they have begun.
pub async fn remove_all(tx: &mut WriteTx, member: MemberId) -> Result<()> {
    for statement in [&REMOVE_TOTP, &REMOVE_CODES, &REMOVE_PASSKEYS, &END_STEPS, &FORGET_MAILED] {
        tx.run(statement, params![member]).await?;
    }
    Ok(())
}

pub async fn add_step(
    tx: &mut WriteTx,
    id: i64,
    kind: Kind,
    token_hash: &[u8; 32],
    member: Option<MemberId>,
    state: &[u8],
    expires_at: Timestamp,
) -> Result<()> {
    tx.run(&ADD_STEP, params![id, kind, token_hash, member, state, expires_at]).await.map(drop)
}

pub async fn step(q: &mut impl Query, kind: Kind, token_hash: &[u8; 32]) -> Result<Option<Step>> {
    q.one(&STEP, params![kind, token_hash]).await
}

pub async fn fail_step(tx: &mut WriteTx, id: i64) -> Result<()> {
    tx.run(&FAIL_STEP, params![id]).await.map(drop)
}

pub async fn end_step(tx: &mut WriteTx, id: i64) -> Result<bool> {
    Ok(tx.run(&END_STEP, params![id]).await? > 0)
}

pub async fn end_steps_of(tx: &mut WriteTx, member: MemberId, kind: Kind) -> Result<()> {
    tx.run(&END_STEPS_OF, params![member, kind]).await.map(drop)
}

pub async fn prune(tx: &mut WriteTx) -> Result<()> {
    let now = tx.now();
    tx.run(&PRUNE_STEPS, params![now]).await.map(drop)
}

/// A code goes out by mail; so many an hour are enough.
pub async fn note_mailed(tx: &mut WriteTx, member: MemberId) -> Result<()> {
    let (id, now): (i64, _) = (tx.next_id(), tx.now());
    tx.run(&NOTE_MAILED, params![id, member, now]).await.map(drop)
}

pub async fn prune_mailed(tx: &mut WriteTx, before: Timestamp) -> Result<()> {
    tx.run(&PRUNE_MAILED, params![before]).await.map(drop)
}

/// A session whose holder just showed who they are goes on under another cookie.
pub async fn confirm_session(tx: &mut WriteTx, session: i64, token_hash: &[u8; 32]) -> Result<()> {
    let now = tx.now();
    tx.run(&CONFIRM_SESSION, params![token_hash, now, session]).await.map(drop)
}
