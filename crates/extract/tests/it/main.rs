//! The crate seen from outside: documents written here, real ones of seeds/ (how those were made stands in `make-seeds.py`), hostile ones
//! and random ones.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails, and says where")]

mod documents;
mod hostile;
mod made;
mod random;
mod seeds;
