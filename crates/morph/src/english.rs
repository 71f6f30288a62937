//! English.
use std::borrow::Cow;
use snowball_stemmers_rs::{Algorithm, Stemmer};
pub fn key(folded: &str) -> Cow<'_, str> { Stemmer::create(Algorithm::English).stem(folded).into_owned().into() }
