//! The crate seen from outside: real files of seeds/ with secrets planted in them, hostile files, and random ones. How the seeds were
//! made stands in `make-seeds.py`.

mod hostile;
mod office;
mod random;
mod secrets;
mod seeds;
