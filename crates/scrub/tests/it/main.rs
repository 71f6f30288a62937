//! The crate seen from outside: real files of seeds/ with secrets planted in them, hostile files, and random ones. How the seeds were
//! made stands in `make-seeds.py`.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails, and says where")]

mod found;
mod hostile;
mod office;
mod planted;
mod random;
mod secrets;
mod seeds;
