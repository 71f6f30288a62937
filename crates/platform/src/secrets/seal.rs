//! Values that lie in the database encrypted: seeds of one-time codes, states of a sign-in under way. A stolen copy of the
//! database without the key shows none of them, and a value moved to another row or column does not open.
//!
//! A sealed value is a format byte, four bytes that name the key, the nonce and what XChaCha20-Poly1305 makes of the value.
//! Its 24-byte nonce may be random, so that instances need not agree on a counter.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use hmac::Mac;

use super::{Key, Secrets, mac};

const FORMAT: u8 = 1;
const KEY_ID: usize = 4;
const NONCE: usize = 24;

/// Why a sealed value does not open.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum CannotUnseal {
    #[error("it was encrypted with a key that is neither the current one nor in `secrets.previous_keys`")]
    UnknownKey,
    #[error("it was changed, or belongs to another place")]
    Damaged,
}

impl Secrets {
    /// Encrypts a value for one place: what it is for, and the id of its row.
    ///
    /// ```
    /// # use platform::{clock::Clock, ids::Ids, secrets::{Secrets, SecretsConfig}};
    /// # let config = SecretsConfig { key: "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=".into(), ..SecretsConfig::default() };
    /// # let secrets = Secrets::load(&config, "/nowhere".as_ref(), &Ids::system(Clock::system())).unwrap();
    /// let sealed = secrets.seal("members.totp", 7, b"a seed");
    /// assert_eq!(secrets.unseal("members.totp", 7, &sealed).unwrap(), b"a seed");
    /// assert!(secrets.unseal("members.totp", 8, &sealed).is_err());
    /// ```
    pub fn seal(&self, purpose: &str, row: i64, plain: &[u8]) -> Vec<u8> {
        let nonce: [u8; NONCE] = self.ids.bytes();
        let sealed = cipher(&self.key, purpose)
            .encrypt(XNonce::from_slice(&nonce), Payload { msg: plain, aad: &place(purpose, row) })
            .expect("values are far shorter than the cipher's limit");
        [&[FORMAT], &key_id(&self.key)[..], &nonce, &sealed].concat()
    }

    /// The value that [`Secrets::seal`] encrypted for the same place, with this key or a previous one.
    pub fn unseal(&self, purpose: &str, row: i64, sealed: &[u8]) -> Result<Vec<u8>, CannotUnseal> {
        let (id, rest) = split(sealed)?;
        let mut keys = std::iter::once(&self.key).chain(&self.previous);
        let key = keys.find(|key| key_id(key) == *id).ok_or(CannotUnseal::UnknownKey)?;
        let (nonce, sealed) = rest.split_at_checked(NONCE).ok_or(CannotUnseal::Damaged)?;
        cipher(key, purpose)
            .decrypt(XNonce::from_slice(nonce), Payload { msg: sealed, aad: &place(purpose, row) })
            .map_err(|_| CannotUnseal::Damaged)
    }

    /// The same value under the current key; `None` if it is already.
    pub fn reseal(&self, purpose: &str, row: i64, sealed: &[u8]) -> Result<Option<Vec<u8>>, CannotUnseal> {
        let plain = self.unseal(purpose, row, sealed)?;
        let current = *split(sealed)?.0 == key_id(&self.key);
        Ok((!current).then(|| self.seal(purpose, row, &plain)))
    }
}

fn split(sealed: &[u8]) -> Result<(&[u8; KEY_ID], &[u8]), CannotUnseal> {
    match sealed {
        [FORMAT, rest @ ..] => rest.split_first_chunk().ok_or(CannotUnseal::Damaged),
        _ => Err(CannotUnseal::Damaged),
    }
}

/// Names a key without telling anything about it.
fn key_id(key: &Key) -> [u8; KEY_ID] {
    let id = mac(key, "key-id", &[]).finalize().into_bytes();
    *id.first_chunk().expect("a MAC has 32 bytes")
}

/// Each purpose has a key of its own, made from the portal's.
fn cipher(key: &Key, purpose: &str) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new(&mac(key, "seal", purpose.as_bytes()).finalize().into_bytes())
}

fn place(purpose: &str, row: i64) -> Vec<u8> {
    [purpose.as_bytes(), &[0], &row.to_be_bytes()].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::Ids;

    fn secrets(seed: u64) -> Secrets {
        Secrets { key: Ids::seeded(seed).bytes(), previous: Vec::new(), ids: Ids::seeded(seed + 100) }
    }

    #[test]
    fn a_value_opens_only_in_its_own_place() {
        let secrets = secrets(1);
        let sealed = secrets.seal("members.totp", 7, b"seed");
        assert_eq!(secrets.unseal("members.totp", 7, &sealed).as_deref(), Ok(&b"seed"[..]));
        assert_eq!(secrets.unseal("members.totp", 8, &sealed), Err(CannotUnseal::Damaged));
        assert_eq!(secrets.unseal("members.tot", 7, &sealed), Err(CannotUnseal::Damaged));
        assert!(!sealed.windows(4).any(|part| part == b"seed"));
        assert_ne!(sealed, secrets.seal("members.totp", 7, b"seed"), "equal values do not look equal");
    }

    #[test]
    fn a_value_changed_or_cut_anywhere_does_not_open() {
        let secrets = secrets(1);
        let sealed = secrets.seal("members.totp", 7, b"seed");
        for at in 0..sealed.len() {
            let mut changed = sealed.clone();
            changed[at] ^= 1;
            assert!(secrets.unseal("members.totp", 7, &changed).is_err(), "byte {at}");
            assert!(secrets.unseal("members.totp", 7, &sealed[..at]).is_err(), "cut at {at}");
        }
    }

    #[test]
    fn after_a_change_of_the_key_old_values_open_and_are_encrypted_anew() {
        let (old, other) = (secrets(1), secrets(3));
        let new = Secrets { previous: vec![old.key], ..secrets(2) };
        let sealed = old.seal("members.totp", 7, b"seed");
        assert_eq!(new.unseal("members.totp", 7, &sealed).as_deref(), Ok(&b"seed"[..]));
        assert_eq!(other.unseal("members.totp", 7, &sealed), Err(CannotUnseal::UnknownKey));

        let anew = new.reseal("members.totp", 7, &sealed).unwrap().expect("it was under the old key");
        assert_eq!(new.reseal("members.totp", 7, &anew), Ok(None));
        let without_old = Secrets { previous: Vec::new(), ..new };
        assert_eq!(without_old.unseal("members.totp", 7, &anew).as_deref(), Ok(&b"seed"[..]));
        assert_eq!(without_old.unseal("members.totp", 7, &sealed), Err(CannotUnseal::UnknownKey));
    }
}
