//! What a thread, a notice, an audit row or a cached page points at: a kind and an id.
//!
//! A kind is the section's word for one of its nouns (`documents.edition`). Nothing here knows which kinds
//! exist; the sections do.

use std::fmt;

/// A record of some section, named without naming the section's type.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Subject {
    pub kind: &'static str,
    pub id: i64,
}

impl Subject {
    pub const fn new(kind: &'static str, id: i64) -> Self {
        Self { kind, id }
    }
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.kind, self.id)
    }
}
