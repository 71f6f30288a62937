//! Texts as HTML, kept in memory by what they say: making them safe costs as much as the rest of a page.
//!
//! The key is the hash of the text and of what else it was made from, so nothing here ever has to be dropped because
//! something changed.

use super::bounded::Bounded;
use super::markdown;
use sha2::{Digest, Sha256};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// A few hundred texts of usual length.
const LIMIT_BYTES: usize = 4 * 1024 * 1024;

pub struct Rendered(Mutex<Bounded<[u8; 32], String>>);

impl Default for Rendered {
    fn default() -> Self {
        Rendered(Mutex::new(Bounded::new(LIMIT_BYTES)))
    }
}

impl Rendered {
    /// The text as [`markdown::to_html`] gives it. Pages ask [`App::html`](super::App::html), which answers references first.
    pub(super) fn html(&self, text: &str) -> String {
        self.kept(&[text.as_bytes()], || markdown::to_html(text))
    }

    /// What `make` makes from `parts`; it depends on nothing else.
    pub(super) fn kept(&self, parts: &[&[u8]], make: impl FnOnce() -> String) -> String {
        let mut hash = Sha256::new();
        for part in parts {
            hash.update(part.len().to_le_bytes());
            hash.update(part);
        }
        let key = hash.finalize().into();
        if let Some(html) = self.lock().get(&key) {
            return html.clone();
        }
        let html = make();
        self.lock().insert(key, html.clone(), html.len());
        html
    }

    fn lock(&self) -> MutexGuard<'_, Bounded<[u8; 32], String>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_reads_the_same_the_second_time() {
        let rendered = Rendered::default();
        for _ in 0..2 {
            assert_eq!(rendered.html("*Салам*"), "<p><em>Салам</em></p>\n");
        }
    }
}
