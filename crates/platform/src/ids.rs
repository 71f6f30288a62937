//! Ids and random bytes, for everything that names a row or makes a secret: the only caller of the random generator, so that tests can seed it.
//! Signing and hashing are not here; they are in `secrets`.

use std::fmt;
use std::str::FromStr;
use std::sync::{Arc, Mutex, PoisonError};

use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;

use crate::clock::{Clock, Timestamp};

#[doc(hidden)]
pub use serde as macro_serde;

/// Ids count milliseconds from here (2020-01-01 UTC); 43 bits of them last until the year 2298.
const EPOCH: Timestamp = Timestamp(1_577_836_800_000);
const RANDOM_BITS: u32 = 20;

/// Makes ids and random bytes. Clones share one sequence.
///
/// An id is 43 bits of milliseconds followed by 20 random bits, so ids sort by creation and two instances of the portal hardly ever
/// draw the same one; the primary key refuses the rest. Inside a process ids strictly increase, even when the clock is set back.
///
/// ```
/// use platform::{clock::Clock, ids::Ids};
/// let ids = Ids::system(Clock::system());
/// assert!(ids.next() < ids.next());
/// assert_eq!(ids.token().len(), 43);
/// ```
#[derive(Clone)]
pub struct Ids(Arc<Mutex<Source>>);

struct Source {
    clock: Clock,
    last: i64,
    /// The state of a predictable generator, in tests only.
    seed: Option<u64>,
}

impl Ids {
    /// Ids by the given clock and the random generator of the operating system.
    pub fn system(clock: Clock) -> Self {
        Self::new(clock, None)
    }

    /// The same ids, tokens and bytes in every run, for tests. Never for a portal that people use: its tokens can be guessed.
    pub fn seeded(seed: u64) -> Self {
        Self::new(Clock::fixed(EPOCH), Some(seed))
    }

    fn new(clock: Clock, seed: Option<u64>) -> Self {
        Self(Arc::new(Mutex::new(Source { clock, last: 0, seed })))
    }

    /// The next id, greater than every id before it.
    pub fn next(&self) -> i64 {
        let mut source = self.lock();
        let ms = source.clock.now().0.saturating_sub(EPOCH.0).clamp(0, (1 << 43) - 1);
        let mut random = [0; 4];
        source.fill(&mut random);
        let random = u32::from_le_bytes(random) >> (u32::BITS - RANDOM_BITS);
        source.last = ((ms << RANDOM_BITS) | i64::from(random)).max(source.last + 1);
        source.last
    }

    /// A secret nobody can guess: 32 random bytes as 43 characters of base64url. Store only its hash.
    pub fn token(&self) -> String {
        BASE64_URL_SAFE_NO_PAD.encode(self.bytes::<32>())
    }

    /// `N` random bytes.
    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        self.lock().fill(&mut bytes);
        bytes
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Source> {
        // No code between lock and unlock leaves the numbers half changed, so a poisoned lock is still good.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Debug for Ids {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Ids")
    }
}

impl Source {
    fn fill(&mut self, bytes: &mut [u8]) {
        match &mut self.seed {
            None => system_random(bytes),
            Some(state) => bytes
                .chunks_mut(8)
                .for_each(|chunk| chunk.copy_from_slice(&split_mix(state).to_le_bytes()[..chunk.len()])),
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "the one place that asks for random bytes")]
fn system_random(bytes: &mut [u8]) {
    getrandom::fill(bytes).expect("the operating system always has random bytes once it has started");
}

/// SplitMix64: five lines, well spread and the same on every machine.
fn split_mix(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut z = *state;
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// Crockford's base32: no i, l, o and u, so an id read out on the telephone arrives.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
const LENGTH: usize = 13;

/// An id as people see it in addresses: always 13 characters, so that text sorts like numbers.
#[derive(Clone, Copy)]
pub struct Shown(pub i64);

impl fmt::Display for Shown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = [0; LENGTH];
        for (place, letter) in text.iter_mut().rev().enumerate() {
            *letter = ALPHABET[(self.0.cast_unsigned() >> (5 * place)) as usize & 31];
        }
        f.pad(str::from_utf8(&text).expect("the alphabet is ASCII"))
    }
}

impl FromStr for Shown {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        if text.len() != LENGTH {
            return Err(NotAnId);
        }
        let mut value = 0_u64;
        for (place, letter) in text.bytes().enumerate() {
            let digit = match letter.to_ascii_lowercase() {
                b'i' | b'l' => 1,
                b'o' => 0,
                letter => ALPHABET.iter().position(|known| *known == letter).ok_or(NotAnId)?,
            };
            // 13 characters carry 65 bits, an id has 63: the first character is 7 at most.
            if place == 0 && digit > 7 {
                return Err(NotAnId);
            }
            value = (value << 5) | digit as u64;
        }
        Ok(Self(value.cast_signed()))
    }
}

/// The text is not an id.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("an id is 13 letters and digits")]
pub struct NotAnId;

/// Declares the id types of a feature, so that the id of a meeting cannot be passed where an edition is meant.
///
/// An id is shown, parsed and serialised as 13 lower-case characters of Crockford's base32; parsing also takes upper case and the
/// look-alikes i and l for 1, o for 0.
///
/// ```
/// platform::ids::id_type! {
///     /// One edition of a document.
///     pub EditionId;
///     pub DocumentId;
/// }
/// let id = EditionId::from(1_234_567);
/// assert_eq!(id.to_string(), "0000000015nm7");
/// assert_eq!("OOOOOOOOI5NM7".parse(), Ok(id));
/// assert_eq!(id.get(), 1_234_567);
/// assert!("15nm07".parse::<DocumentId>().is_err());
/// ```
#[macro_export]
macro_rules! id_type {
    ($($(#[$doc:meta])* $visibility:vis $name:ident);+ $(;)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        $visibility struct $name(i64);

        impl $name {
            /// The number stored in the database.
            pub const fn get(self) -> i64 {
                self.0
            }
        }

        impl From<i64> for $name {
            fn from(id: i64) -> Self {
                Self(id)
            }
        }

        impl From<$name> for i64 {
            fn from(id: $name) -> Self {
                id.0
            }
        }

        impl From<$name> for $crate::db::Value<'_> {
            fn from(id: $name) -> Self {
                Self::Int(id.0)
            }
        }

        impl $crate::db::FromCell for $name {
            fn from_cell(cell: $crate::db::Cell<'_>) -> ::std::result::Result<Self, $crate::db::DbError> {
                <i64 as $crate::db::FromCell>::from_cell(cell).map(Self)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                std::fmt::Display::fmt(&$crate::ids::Shown(self.0), f)
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self)
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::ids::NotAnId;

            fn from_str(text: &str) -> ::std::result::Result<Self, Self::Err> {
                text.parse::<$crate::ids::Shown>().map(|id| Self(id.0))
            }
        }

        impl $crate::ids::macro_serde::Serialize for $name {
            fn serialize<S: $crate::ids::macro_serde::Serializer>(&self, serializer: S) -> ::std::result::Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> $crate::ids::macro_serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::ids::macro_serde::Deserializer<'de>>(deserializer: D) -> ::std::result::Result<Self, D::Error> {
                let text = <String as $crate::ids::macro_serde::Deserialize>::deserialize(deserializer)?;
                text.parse().map_err($crate::ids::macro_serde::de::Error::custom)
            }
        }
    )+};
}
pub use id_type;

#[cfg(test)]
mod tests {
    use super::*;

    id_type! { TestId }

    #[test]
    fn an_id_survives_being_shown_and_read_again() {
        for id in [0, 1, 31, 32, 1 << 40, i64::MAX] {
            let shown = TestId::from(id).to_string();
            assert_eq!((shown.len(), TestId::from(id).get()), (13, id));
            assert_eq!(shown.parse(), Ok(TestId::from(id)));
            assert_eq!(shown.to_uppercase().parse(), Ok(TestId::from(id)));
        }
        assert_eq!(TestId::from(i64::MAX).to_string(), "7zzzzzzzzzzzz");
    }

    #[test]
    fn anything_else_is_refused() {
        for text in [
            "",
            "0",
            "00000000000000",
            "8000000000000",
            "zzzzzzzzzzzzz",
            "000000000000u",
            "00000000000-0",
            "ө00000000000",
            " 000000000000",
        ] {
            assert_eq!(text.parse::<TestId>(), Err(NotAnId), "{text:?}");
        }
    }

    #[test]
    fn json_holds_the_id_as_text() {
        let id = TestId::from(33);
        assert_eq!(serde_json::to_string(&id).unwrap(), "\"0000000000011\"");
        assert_eq!(serde_json::from_str::<TestId>("\"0000000000011\"").unwrap(), id);
        assert!(serde_json::from_str::<TestId>("33").is_err());
        assert_eq!(format!("{id:?}"), "TestId(0000000000011)");
    }

    #[test]
    fn ids_strictly_increase_even_when_the_clock_goes_back() {
        let clock = Clock::fixed(EPOCH);
        clock.advance(60_000);
        let ids = Ids::system(clock.clone());
        let mut last = 0;
        for turn in 0..1_000 {
            clock.advance(if turn % 3 == 0 { -50 } else { 10 });
            let next = ids.next();
            assert!(next > last);
            last = next;
        }
    }

    #[test]
    fn an_id_carries_its_time() {
        let clock = Clock::fixed(EPOCH);
        clock.advance(123_456);
        assert_eq!(Ids::system(clock).next() >> RANDOM_BITS, 123_456);
    }

    #[test]
    fn threads_never_get_the_same_id() {
        let ids = Ids::system(Clock::system());
        let threads: Vec<_> = (0..4)
            .map(|_| ids.clone())
            .map(|ids| std::thread::spawn(move || (0..2_000).map(|_| ids.next()).collect::<Vec<_>>()))
            .collect();
        let all: std::collections::HashSet<i64> =
            threads.into_iter().flat_map(|thread| thread.join().unwrap()).collect();
        assert_eq!(all.len(), 8_000);
    }

    #[test]
    fn seeded_ids_repeat_and_system_tokens_do_not() {
        let (one, two, other) = (Ids::seeded(7), Ids::seeded(7), Ids::seeded(8));
        assert_eq!((one.next(), one.token(), one.bytes::<5>()), (two.next(), two.token(), two.bytes::<5>()));
        assert_ne!(one.token(), other.token());
        let system = Ids::system(Clock::system());
        assert_ne!(system.token(), system.token());
    }
}
