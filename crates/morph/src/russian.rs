//! Russian.
use std::borrow::Cow;
use snowball_stemmers_rs::{Algorithm, Stemmer};
pub fn key(folded: &str) -> Cow<'_, str> { Stemmer::create(Algorithm::Russian).stem(folded).into_owned().into() }
