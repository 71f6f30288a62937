//! The key of the portal and what is made with it: links that carry an id nobody can forge, form tokens against cross-site requests,
//! hashes of session tokens, and values that lie encrypted in the database (`seal.rs`). Passwords are not here, and neither is
//! randomness, which is in `ids`.

mod seal;

pub use seal::CannotUnseal;

use std::fs;
use std::io::{self, Write};
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::Path;
use std::{fmt, str};

use base64::Engine;
use base64::prelude::{BASE64_STANDARD, BASE64_URL_SAFE_NO_PAD};
use hmac::{Hmac, Mac};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::ids::Ids;

/// The section `secrets` of the configuration.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SecretsConfig {
    /// 32 bytes in base64, the same for all instances of a portal. Empty: the file `key` in the data directory, made on first start.
    pub key: String,
    /// Keys that were used before, so that what they signed and encrypted still opens.
    pub previous_keys: Vec<String>,
}

impl fmt::Debug for SecretsConfig {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "SecretsConfig {{ key: {}, previous_keys: {} }}",
            if self.key.is_empty() { "from the key file" } else { "set" },
            self.previous_keys.len()
        )
    }
}

/// Why there is no key.
#[derive(Debug, thiserror::Error)]
pub enum SecretsError {
    #[error("{0} is not 32 bytes in base64; make one with: openssl rand -base64 32")]
    Malformed(String),
    #[error("the key file {path} cannot be read or made: {error}")]
    File { path: String, error: io::Error },
}

/// Signs and checks. Holds the key, which never goes into the database: a stolen copy of the database opens no link.
#[derive(Clone)]
pub struct Secrets {
    key: Key,
    previous: Vec<Key>,
    ids: Ids,
}

type Key = [u8; 32];

/// A signature cut to 24 bytes still cannot be guessed, and with the id before it makes a round 32 bytes.
const SIGNATURE: usize = 24;

impl Secrets {
    /// The key of the configuration or, when it names none, of the file `key` in `data`, which is made when missing.
    pub fn load(config: &SecretsConfig, data: &Path, ids: &Ids) -> Result<Self, SecretsError> {
        let key = Self::current(config, data, ids)?;
        let previous = config
            .previous_keys
            .iter()
            .map(|text| read(text, "an entry of the setting `secrets.previous_keys`"));
        Ok(Self { key, previous: previous.collect::<Result<_, _>>()?, ids: ids.clone() })
    }

    fn current(config: &SecretsConfig, data: &Path, ids: &Ids) -> Result<Key, SecretsError> {
        if !config.key.trim().is_empty() {
            return read(&config.key, "the setting `secrets.key`");
        }
        let path = data.join("key");
        let shown = path.display().to_string();
        let text = match fs::read_to_string(&path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => make_key_file(&path, ids),
            read => read,
        };
        let text = text.map_err(|error| SecretsError::File { path: shown.clone(), error })?;
        if fs::metadata(&path).is_ok_and(|file| file.permissions().mode() & 0o077 != 0) {
            tracing::warn!(path = %shown, "other users of this machine can read the key file; run: chmod 600 {shown}");
        }
        read(&text, &format!("the key file {shown}"))
    }

    /// Whether there is a key that can be used; nothing is made. For `doctor`.
    pub fn is_there(config: &SecretsConfig, data: &Path) -> Result<bool, SecretsError> {
        if !config.key.trim().is_empty() {
            return read(&config.key, "the setting `secrets.key`").map(|_| true);
        }
        let path = data.join("key");
        let shown = path.display().to_string();
        match fs::read_to_string(&path) {
            Ok(text) => read(&text, &format!("the key file {shown}")).map(|_| true),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
            Err(error) => Err(SecretsError::File { path: shown, error }),
        }
    }

    /// A text for a link that carries `id` and proves that this portal made it for `purpose`. It never changes and never expires: whoever
    /// opens it asks the database whether the id is still valid.
    ///
    /// ```
    /// # use platform::{clock::Clock, ids::Ids, secrets::{Secrets, SecretsConfig}};
    /// # let config = SecretsConfig { key: "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=".into(), ..SecretsConfig::default() };
    /// # let secrets = Secrets::load(&config, "/nowhere".as_ref(), &Ids::system(Clock::system())).unwrap();
    /// let token = secrets.token("approval-link", 42);
    /// assert_eq!(token.len(), 43);
    /// assert_eq!(secrets.open("approval-link", &token), Some(42));
    /// assert_eq!(secrets.open("invitation", &token), None);
    /// ```
    pub fn token(&self, purpose: &str, id: i64) -> String {
        let id = id.to_be_bytes();
        let signature = self.mac(purpose, &id).finalize().into_bytes();
        BASE64_URL_SAFE_NO_PAD.encode([&id, &signature[..SIGNATURE]].concat())
    }

    /// The id in a text that [`Secrets::token`] made for the same purpose. The comparison takes the same time for every wrong text.
    pub fn open(&self, purpose: &str, token: &str) -> Option<i64> {
        let bytes: [u8; 8 + SIGNATURE] = BASE64_URL_SAFE_NO_PAD.decode(token).ok()?.try_into().ok()?;
        let (id, signature) = bytes.split_first_chunk()?;
        let keys = std::iter::once(&self.key).chain(&self.previous);
        let made = keys.map(|key| mac(key, purpose, id).verify_truncated_left(signature).is_ok());
        // Every key is tried, so that the time does not tell which one it was.
        made.fold(false, |any, this| any | this).then(|| i64::from_be_bytes(*id))
    }

    /// A number of `digits` digits that belongs to `bytes`, for people to type: the same each time, stored nowhere.
    pub fn digits(&self, purpose: &str, bytes: &[u8], digits: u32) -> String {
        let mac = self.mac(purpose, bytes).finalize().into_bytes();
        let (first, _) = mac.split_first_chunk().expect("a MAC has 32 bytes");
        let number = u64::from_be_bytes(*first) % 10_u64.pow(digits);
        format!("{number:0width$}", width = digits as usize)
    }

    /// The hash under which a session token or another random token is stored. Random tokens need no salt and no slow hash.
    pub fn hash(token: &str) -> [u8; 32] {
        Sha256::digest(token).into()
    }

    /// The hidden field of every form of a session, given the stored hash of its token.
    pub fn csrf(&self, session_hash: &[u8; 32]) -> String {
        BASE64_URL_SAFE_NO_PAD.encode(self.mac("csrf", session_hash).finalize().into_bytes())
    }

    /// Whether a form was rendered for this session.
    pub fn csrf_matches(&self, session_hash: &[u8; 32], given: &str) -> bool {
        let given = BASE64_URL_SAFE_NO_PAD.decode(given).unwrap_or_default();
        self.mac("csrf", session_hash).verify_slice(&given).is_ok()
    }

    fn mac(&self, purpose: &str, bytes: &[u8]) -> Hmac<Sha256> {
        mac(&self.key, purpose, bytes)
    }
}

fn mac(key: &Key, purpose: &str, bytes: &[u8]) -> Hmac<Sha256> {
    let mut mac = Hmac::new_from_slice(key).expect("HMAC takes keys of every length");
    // The zero byte ends the purpose, so that no purpose is the beginning of another one's input.
    mac.update(purpose.as_bytes());
    mac.update(&[0]);
    mac.update(bytes);
    mac
}

fn read(text: &str, origin: &str) -> Result<Key, SecretsError> {
    let bytes = BASE64_STANDARD.decode(text.trim()).ok();
    let key = bytes.and_then(|bytes| bytes.try_into().ok());
    key.ok_or_else(|| SecretsError::Malformed(origin.to_owned()))
}

impl fmt::Debug for Secrets {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secrets")
    }
}

/// Writes a new key beside its place and links it in, so that of two instances starting together both end up with one complete key.
fn make_key_file(path: &Path, ids: &Ids) -> io::Result<String> {
    let beside = path.with_extension(ids.token());
    let mut file = fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(&beside)?;
    let made = writeln!(file, "{}", BASE64_STANDARD.encode(ids.bytes::<32>()))
        .and_then(|()| file.sync_all())
        .and_then(|()| match fs::hard_link(&beside, path) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
            linked => linked,
        });
    fs::remove_file(&beside)?;
    made?;
    if let Some(directory) = path.parent() {
        fs::File::open(directory)?.sync_all()?;
    }
    fs::read_to_string(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn secrets(seed: u64) -> Secrets {
        Secrets { key: Ids::seeded(seed).bytes(), previous: Vec::new(), ids: Ids::seeded(seed) }
    }

    fn load(key: &str, data: &Path) -> Result<Secrets, String> {
        let config = SecretsConfig { key: key.to_owned(), ..SecretsConfig::default() };
        Secrets::load(&config, data, &Ids::seeded(1)).map_err(|error| error.to_string())
    }

    #[test]
    fn a_token_opens_only_with_its_key_and_its_purpose() {
        let token = secrets(1).token("approval-link", i64::MAX);
        assert_eq!(secrets(1).open("approval-link", &token), Some(i64::MAX));
        assert_eq!(secrets(2).open("approval-link", &token), None);
        assert_eq!(secrets(1).open("approval-lin", &token), None);
    }

    #[test]
    fn a_token_changed_anywhere_does_not_open() {
        let secrets = secrets(1);
        let token = secrets.token("invitation", 77);
        for place in 0..token.len() {
            let mut changed = token.clone().into_bytes();
            changed[place] = if changed[place] == b'A' { b'B' } else { b'A' };
            assert_eq!(
                secrets.open("invitation", str::from_utf8(&changed).unwrap()),
                None,
                "character {place}"
            );
        }
        for other in ["", "AAAA", &token[..42], &format!("{token}A"), &format!("{token}="), "өөөө"] {
            assert_eq!(secrets.open("invitation", other), None, "{other:?}");
        }
    }

    #[test]
    fn a_form_token_belongs_to_one_session() {
        let (one, other) = (Secrets::hash("one"), Secrets::hash("other"));
        let field = secrets(1).csrf(&one);
        assert!(secrets(1).csrf_matches(&one, &field));
        assert!(!secrets(1).csrf_matches(&other, &field));
        assert!(!secrets(2).csrf_matches(&one, &field));
        assert!(!secrets(1).csrf_matches(&one, ""));
        assert!(!secrets(1).csrf_matches(&one, &field[..20]));
    }

    #[test]
    fn the_key_file_is_made_once_and_only_its_owner_reads_it() {
        let data = tempfile::tempdir().unwrap();
        let first = load("", data.path()).unwrap();
        let again = load("", data.path()).unwrap();
        assert_eq!(first.key, again.key);
        let mode = fs::metadata(data.path().join("key")).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
        assert_eq!(fs::read_dir(data.path()).unwrap().count(), 1, "nothing is left beside the key");
    }

    #[test]
    fn instances_that_start_together_share_one_key() {
        let data = tempfile::tempdir().unwrap();
        let ids = Ids::system(crate::clock::Clock::system());
        let keys: Vec<_> = std::thread::scope(|scope| {
            let starts = [(); 8].map(|()| {
                scope.spawn(|| Secrets::load(&SecretsConfig::default(), data.path(), &ids).unwrap().key)
            });
            starts.map(|start| start.join().unwrap()).into()
        });
        assert!(keys.iter().all(|key| *key == keys[0]));
    }

    #[test]
    fn a_wrong_key_is_refused_without_repeating_it() {
        let data = tempfile::tempdir().unwrap();
        let refusal = load("cGFzc3dvcmQ=", data.path()).unwrap_err();
        assert!(refusal.starts_with("the setting `secrets.key` is not 32 bytes in base64"), "{refusal}");
        assert!(!refusal.contains("cGFzc3dvcmQ"));
        fs::write(data.path().join("key"), "short").unwrap();
        assert!(load("", data.path()).unwrap_err().contains("/key is not 32 bytes"));
        assert!(load("", &data.path().join("missing")).unwrap_err().contains("cannot be read or made"));
    }

    #[test]
    fn printing_shows_no_key() {
        let config = SecretsConfig { key: "secret".into(), previous_keys: vec!["older".into()] };
        let shown = format!("{config:?} {:?}", secrets(1));
        assert_eq!(shown, "SecretsConfig { key: set, previous_keys: 1 } Secrets");
    }

    #[test]
    fn a_link_made_with_a_previous_key_still_opens() {
        let old = secrets(1);
        let new = Secrets { previous: vec![old.key], ..secrets(2) };
        assert_eq!(new.open("invitation", &old.token("invitation", 5)), Some(5));
        assert_eq!(new.open("invitation", &secrets(3).token("invitation", 5)), None);
    }
}
