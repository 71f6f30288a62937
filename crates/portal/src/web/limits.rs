//! How often one address may send something without being signed in: enough for a village behind one connection, too
//! little for a program that tries things out.
//!
//! An address is never kept. What is kept, in memory only, is a hash of it with a salt that is thrown away each day, so
//! that yesterday's cannot be compared with today's. Reading pages is not counted at all. Each process counts for itself.

use http::HeaderMap;
use platform::clock::{Clock, Timestamp};
use platform::ids::Ids;
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::net::{IpAddr, SocketAddr};
use std::sync::{Mutex, PoisonError};

/// A whole burst at once, then one more every [`REFILL_MS`].
const BURST: i64 = 60;
const REFILL_MS: i64 = 10_000;
const DAY_MS: i64 = 24 * 3600 * 1000;
/// Beyond so many addresses at once, those that have been quiet are forgotten, and if that is not enough, all.
const ADDRESSES: usize = 50_000;

/// The other end of a connection.
#[derive(Clone, Copy, Debug)]
pub struct Peer(pub SocketAddr);

type Key = [u8; 16];

#[derive(Default)]
struct Seen {
    day: i64,
    salt: [u8; 32],
    /// When the whole burst will be there again.
    full_at: HashMap<Key, i64>,
}

pub struct Limits {
    clock: Clock,
    ids: Ids,
    seen: Mutex<Seen>,
}

impl Limits {
    pub fn new(clock: Clock, ids: Ids) -> Self {
        Limits { clock, ids, seen: Mutex::default() }
    }

    /// Counts one more from an address. Refused, it says in how many seconds to try again.
    pub fn take(&self, address: IpAddr) -> Result<(), i64> {
        let Timestamp(now) = self.clock.now();
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        if seen.day != now / DAY_MS {
            *seen = Seen { day: now / DAY_MS, salt: self.ids.bytes(), full_at: HashMap::new() };
        }
        if seen.full_at.len() >= ADDRESSES {
            seen.full_at.retain(|_, full_at| *full_at > now);
            if seen.full_at.len() >= ADDRESSES {
                seen.full_at.clear();
            }
        }
        let key = key(&seen.salt, address);
        let full_at = seen.full_at.entry(key).or_insert(now);
        let after = (*full_at).max(now) + REFILL_MS;
        let over = after - now - BURST * REFILL_MS;
        if over > 0 {
            return Err((over + 999) / 1000);
        }
        *full_at = after;
        Ok(())
    }
}

/// What stands for whoever has an address: one subscriber has a whole /64 of IPv6 addresses.
pub(super) fn subscriber(address: IpAddr) -> Vec<u8> {
    match address.to_canonical() {
        IpAddr::V4(address) => address.octets().to_vec(),
        IpAddr::V6(address) => address.octets()[..8].to_vec(),
    }
}

fn key(salt: &[u8; 32], address: IpAddr) -> Key {
    let hash = Sha256::new().chain_update(salt).chain_update(subscriber(address)).finalize();
    hash[..16].try_into().expect("sixteen of thirty-two bytes")
}

/// Where a request comes from. Each proxy in front adds the address it saw at the end of `X-Forwarded-For`; with `proxies`
/// of our own the one they vouch for stands so many places from the end, and what stands before it anybody may have written.
pub fn address(peer: Option<Peer>, headers: &HeaderMap, proxies: usize) -> Option<IpAddr> {
    let direct = peer.map(|Peer(address)| address.ip());
    if proxies == 0 {
        return direct;
    }
    let lines = headers.get_all("x-forwarded-for").iter().filter_map(|value| value.to_str().ok());
    let named: Vec<&str> = lines.flat_map(|line| line.split(',')).map(str::trim).collect();
    let place = named.len().checked_sub(proxies);
    place.and_then(|place| named[place].parse().ok()).or(direct)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn limits() -> (Limits, Clock) {
        let clock = Clock::fixed(Timestamp(1_000_000));
        (Limits::new(clock.clone(), Ids::seeded(1)), clock)
    }

    fn ip(text: &str) -> IpAddr {
        text.parse().unwrap()
    }

    #[test]
    fn a_burst_passes_then_one_at_a_time() {
        let (limits, clock) = limits();
        for _ in 0..BURST {
            assert_eq!(limits.take(ip("198.51.100.7")), Ok(()));
        }
        assert_eq!(limits.take(ip("198.51.100.7")), Err(10));
        assert_eq!(limits.take(ip("198.51.100.8")), Ok(()), "a neighbour is not to blame");
        clock.advance(9_999);
        assert_eq!(limits.take(ip("198.51.100.7")), Err(1));
        clock.advance(1);
        assert_eq!(limits.take(ip("198.51.100.7")), Ok(()));
        assert_eq!(limits.take(ip("198.51.100.7")), Err(10));
    }

    #[test]
    fn a_subscriber_has_many_addresses_and_one_count() {
        let salt = [7; 32];
        assert_eq!(key(&salt, ip("2001:db8:1:2::1")), key(&salt, ip("2001:db8:1:2:ffff::9")));
        assert_ne!(key(&salt, ip("2001:db8:1:2::1")), key(&salt, ip("2001:db8:1:3::1")));
        assert_eq!(key(&salt, ip("::ffff:198.51.100.7")), key(&salt, ip("198.51.100.7")));
    }

    #[test]
    fn the_hash_of_an_address_changes_with_the_day() {
        let (limits, clock) = limits();
        let held = || limits.seen.lock().unwrap().full_at.keys().copied().collect::<Vec<_>>();
        limits.take(ip("198.51.100.7")).unwrap();
        let today = held();
        clock.advance(DAY_MS);
        limits.take(ip("198.51.100.7")).unwrap();
        assert_eq!(held().len(), 1);
        assert_ne!(held(), today);
    }

    #[test]
    fn only_what_our_own_proxies_wrote_is_believed() {
        let peer = Some(Peer("10.0.0.1:4000".parse().unwrap()));
        let mut headers = HeaderMap::new();
        headers.append("x-forwarded-for", "6.6.6.6, 198.51.100.7".parse().unwrap());
        assert_eq!(address(peer, &headers, 0), Some(ip("10.0.0.1")));
        assert_eq!(address(peer, &headers, 1), Some(ip("198.51.100.7")));
        headers.append("x-forwarded-for", "10.0.0.2".parse().unwrap());
        assert_eq!(address(peer, &headers, 2), Some(ip("198.51.100.7")));
        assert_eq!(address(peer, &headers, 9), Some(ip("10.0.0.1")));
    }
}
