//! The chain of the log: each event's hash covers the event and the hash before it, so that an event that was taken
//! away, put in or altered shows, to the portal itself and to anybody who holds an export.
//!
//! The hash is SHA-256 over these lines, joined by a line feed: the hash before in hexadecimal (nothing for the first
//! event of the chain), `seq`, `at`, `actor`, `kind`, `subject_kind`, `subject_id`, `scope` (nothing if there is none),
//! `data`. None of them holds a line feed. Whoever can rewrite the whole table can also compute it anew: what the
//! chain is worth rests on last hashes that people keep elsewhere, such as in an export or in the minutes of a meeting.

use super::{Activity, Position};
use crate::db::{Cells, DbError, FromRow, Query, Result, take};
use crate::params;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

crate::sql! {
    AFTER: "SELECT seq, at, actor, kind, subject_kind, subject_id, scope, data, hash FROM activity
            WHERE seq > ? ORDER BY seq LIMIT ?";
    END: "SELECT last, hash FROM activity_counter";
}

const BATCH: i64 = 1000;

pub type Hash = [u8; 32];

/// The hash of an event that follows another; `None` if it is the first of the chain.
///
/// ```
/// use platform::activity::{Activity, chain};
/// let event = Activity {
///     seq: 1, at: platform::clock::Timestamp(0), actor: "guest".into(), kind: "a.b.c".into(),
///     subject_kind: "a.b".into(), subject_id: 7, scope: None, data: "{}".into(),
/// };
/// // printf '\n1\n0\nguest\na.b.c\na.b\n7\n\n{}' | sha256sum
/// assert_eq!(chain::hex(&chain::hash(None, &event))[..16], *"274694e24174cf98");
/// ```
pub fn hash(before: Option<&Hash>, event: &Activity) -> Hash {
    let Activity { seq, at, actor, kind, subject_kind, subject_id, scope, data } = event;
    let before = before.map(|hash| hex(hash)).unwrap_or_default();
    let scope = scope.map(|scope| scope.to_string()).unwrap_or_default();
    let at = at.0;
    let lines =
        format!("{before}\n{seq}\n{at}\n{actor}\n{kind}\n{subject_kind}\n{subject_id}\n{scope}\n{data}");
    Sha256::digest(lines).into()
}

pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn unhex(text: &str) -> Option<Vec<u8>> {
    let pairs = text.is_ascii().then(|| text.as_bytes().chunks(2))?;
    pairs.map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()).collect()
}

/// An event with its hash, as the table holds it and as a line of an export, in JSON, names it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Link {
    pub seq: i64,
    /// Milliseconds since 1970, UTC.
    pub at: i64,
    pub actor: String,
    pub kind: String,
    pub subject_kind: String,
    pub subject_id: i64,
    pub scope: Option<i64>,
    /// The JSON text itself: parsed and written again it might differ in its spaces.
    pub data: String,
    /// In hexadecimal; empty for events from before the chain.
    pub hash: String,
}

impl FromRow for Link {
    fn from_row(row: &mut dyn Cells) -> std::result::Result<Self, DbError> {
        let Activity { seq, at, actor, kind, subject_kind, subject_id, scope, data } =
            Activity::from_row(row)?;
        let hash: Option<Vec<u8>> = take(row)?;
        let hash = hash.map(|hash| hex(&hash)).unwrap_or_default();
        Ok(Link { seq, at: at.0, actor, kind, subject_kind, subject_id, scope, data, hash })
    }
}

impl Link {
    fn event(&self) -> Activity {
        let Link { seq, at, actor, kind, subject_kind, subject_id, scope, data, .. } = self.clone();
        let at = crate::clock::Timestamp(at);
        Activity { seq, at, actor, kind, subject_kind, subject_id, scope, data }
    }
}

/// Where the chain does not hold.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum Broken {
    #[error("after event {after} comes event {found}: what lay between is missing")]
    Missing { after: i64, found: i64 },
    #[error("event {0} is not what it was when it was recorded, or one before it is not")]
    Altered(i64),
    #[error("event {0} has lost its hash")]
    Unchained(i64),
    #[error("the log says it ends with event {said}, and ends with {found}")]
    CutOff { said: i64, found: i64 },
}

/// Follows a chain from its first event on.
#[derive(Default, Debug)]
pub struct Walk {
    pub last: i64,
    /// The events that carry a hash.
    pub chained: i64,
    pub end: Option<Hash>,
}

impl Walk {
    pub fn step(&mut self, link: &Link) -> std::result::Result<(), Broken> {
        if link.seq != self.last + 1 {
            return Err(Broken::Missing { after: self.last, found: link.seq });
        }
        self.last = link.seq;
        if link.hash.is_empty() {
            return if self.chained == 0 { Ok(()) } else { Err(Broken::Unchained(link.seq)) };
        }
        let expected = hash(self.end.as_ref(), &link.event());
        if unhex(&link.hash).as_deref() != Some(&expected[..]) {
            return Err(Broken::Altered(link.seq));
        }
        self.chained += 1;
        self.end = Some(expected);
        Ok(())
    }
}

/// Up to a thousand events after a position, with their hashes. For exports.
pub async fn after(tx: &mut impl Query, position: Position) -> Result<Vec<Link>> {
    tx.all(&AFTER, params![position.0, BATCH]).await
}

/// Follows the whole log. What is recorded meanwhile is looked at too.
pub async fn verify(tx: &mut impl Query) -> Result<std::result::Result<Walk, Broken>> {
    let mut walk = Walk::default();
    let (said, end): (i64, Option<Vec<u8>>) = end(tx).await?;
    let mut end_seen = said == 0;
    loop {
        let links = after(tx, Position(walk.last)).await?;
        if links.is_empty() {
            break;
        }
        for link in &links {
            if let Err(broken) = walk.step(link) {
                return Ok(Err(broken));
            }
            if link.seq == said {
                end_seen = walk.end.as_ref().map(|hash| &hash[..]) == end.as_deref();
            }
        }
    }
    if !end_seen {
        return Ok(Err(match walk.last >= said {
            true => Broken::Altered(said),
            false => Broken::CutOff { said, found: walk.last },
        }));
    }
    Ok(Ok(walk))
}

async fn end(tx: &mut impl Query) -> Result<(i64, Option<Vec<u8>>)> {
    Ok(tx.one(&END, params![]).await?.expect("the counter's row is made by the migration"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chain(count: i64) -> Vec<Link> {
        let mut before = None;
        let link = |seq| {
            let mut link = Link {
                seq,
                at: 1000 + seq,
                actor: "member:0000000000001".into(),
                kind: "documents.edition.approved".into(),
                subject_kind: "documents.document".into(),
                subject_id: 5,
                scope: (seq % 2 == 0).then_some(9),
                data: format!("{{\"title\":\"Кабар {seq}\"}}"),
                hash: String::new(),
            };
            let made = hash(before.as_ref(), &link.event());
            link.hash = hex(&made);
            before = Some(made);
            link
        };
        (1..=count).map(link).collect()
    }

    fn walk(links: &[Link]) -> std::result::Result<i64, Broken> {
        let mut walk = Walk::default();
        links.iter().try_for_each(|link| walk.step(link)).map(|()| walk.chained)
    }

    #[test]
    fn an_untouched_chain_holds() {
        assert_eq!(walk(&chain(5)), Ok(5));
    }

    #[test]
    fn every_change_of_every_field_shows() {
        let changes: [fn(&mut Link); 7] = [
            |link| link.at += 1,
            |link| link.actor = "system:birge".into(),
            |link| link.kind.push('x'),
            |link| link.subject_id += 1,
            |link| link.scope = None,
            |link| link.data = link.data.replace("Кабар", "Кабaр"),
            |link| link.hash.replace_range(0..1, "x"),
        ];
        for change in changes {
            let mut links = chain(4);
            change(&mut links[1]);
            assert_eq!(walk(&links), Err(Broken::Altered(2)));
        }
    }

    #[test]
    fn what_is_taken_away_put_in_or_swapped_shows() {
        let mut without = chain(4);
        without.remove(2);
        assert_eq!(walk(&without), Err(Broken::Missing { after: 2, found: 4 }));
        let mut renumbered = chain(4);
        renumbered.remove(2);
        renumbered[2].seq = 3;
        assert_eq!(walk(&renumbered), Err(Broken::Altered(3)));
        let mut bare = chain(3);
        bare[2].hash.clear();
        assert_eq!(walk(&bare), Err(Broken::Unchained(3)));
    }

    #[test]
    fn events_from_before_the_chain_have_no_hash() {
        let mut links = chain(3);
        links[0].hash.clear();
        let first = hash(None, &links[1].event());
        links[1].hash = hex(&first);
        links[2].hash = hex(&hash(Some(&first), &links[2].event()));
        assert_eq!(walk(&links), Ok(2));
    }
}
