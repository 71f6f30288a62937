//! Compression: which encoding the browser takes, and how hard to try.
//!
//! A page made for one reader gets the quickest level that still helps; a kept page is compressed once for many and
//! gets a thorough one. Compressing costs as much as rendering, so compressed bodies are kept by what they hold: who
//! comes back to a page that has not changed gets the same bytes.

use super::bounded::Bounded;
use axum::body::Body;
use axum::response::Response;
use bytes::Bytes;
use flate2::Compression;
use flate2::write::GzEncoder;
use http::header::{ACCEPT_ENCODING, CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE};
use http::{HeaderMap, HeaderValue};
use http_body_util::BodyExt;
use sha2::{Digest, Sha256};
use std::io::Write;
use std::sync::{Mutex, PoisonError};

/// Below this the headers weigh more than what is won.
const WORTH_IT: usize = 700;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Encoding {
    Brotli,
    Gzip,
    Identity,
}

impl Encoding {
    pub fn accepted(headers: &HeaderMap) -> Encoding {
        let accepted = headers.get(ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let takes = |name: &str| {
            accepted.split(',').any(|part| {
                let mut words = part.split(';').map(str::trim);
                words.next() == Some(name) && !words.any(|word| word.replace(' ', "") == "q=0")
            })
        };
        if takes("br") {
            Encoding::Brotli
        } else if takes("gzip") {
            Encoding::Gzip
        } else {
            Encoding::Identity
        }
    }

    pub fn name(self) -> Option<&'static str> {
        match self {
            Encoding::Brotli => Some("br"),
            Encoding::Gzip => Some("gzip"),
            Encoding::Identity => None,
        }
    }
}

pub fn gzip(body: &[u8], level: u32) -> Bytes {
    let mut encoder = GzEncoder::new(Vec::with_capacity(body.len() / 3), Compression::new(level));
    encoder.write_all(body).expect("memory takes every byte");
    encoder.finish().expect("memory takes every byte").into()
}

pub fn brotli(body: &[u8], quality: i32) -> Bytes {
    let mut out = Vec::with_capacity(body.len() / 3);
    let params = brotli::enc::BrotliEncoderParams { quality, lgwin: 19, ..Default::default() };
    brotli::BrotliCompress(&mut &body[..], &mut out, &params).expect("memory takes every byte");
    out.into()
}

/// Compressed bodies by the hash of what they hold.
pub struct Bodies(Mutex<Bounded<[u8; 32], Bytes>>);

const KEPT_BYTES: usize = 4 * 1024 * 1024;

impl Default for Bodies {
    fn default() -> Self {
        Bodies(Mutex::new(Bounded::new(KEPT_BYTES)))
    }
}

impl Bodies {
    pub(super) fn gzip(&self, hash: [u8; 32], body: &[u8]) -> Bytes {
        let lock = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = lock().get(&hash) {
            return known.clone();
        }
        let made = gzip(body, 1);
        lock().insert(hash, made.clone(), made.len());
        made
    }
}

/// Compresses a page made for one reader. Files and other streams pass as they are.
pub(super) async fn compress(response: Response, bodies: &Bodies, request: &HeaderMap) -> Response {
    let text = response.headers().get(CONTENT_TYPE).is_some_and(|kind| {
        let kind = kind.as_bytes();
        kind.starts_with(b"text/")
            || kind.starts_with(b"application/json")
            || kind.starts_with(b"application/atom")
    });
    let known = response.headers().contains_key(CONTENT_ENCODING);
    let size = http_body::Body::size_hint(response.body()).exact().unwrap_or(0);
    if !text || known || size < WORTH_IT as u64 || Encoding::accepted(request) == Encoding::Identity {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    let Ok(body) = body.collect().await else { return Response::new(Body::empty()) };
    let body = body.to_bytes();
    let body = bodies.gzip(Sha256::digest(&body).into(), &body);
    parts.headers.insert(CONTENT_ENCODING, HeaderValue::from_static("gzip"));
    parts.headers.insert(CONTENT_LENGTH, HeaderValue::from(body.len()));
    Response::from_parts(parts, Body::from(body))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn accepted(value: &'static str) -> Encoding {
        let mut headers = HeaderMap::new();
        headers.insert(ACCEPT_ENCODING, HeaderValue::from_static(value));
        Encoding::accepted(&headers)
    }

    #[test]
    fn the_best_encoding_that_the_browser_takes_is_chosen() {
        assert_eq!(accepted("gzip, deflate, br"), Encoding::Brotli);
        assert_eq!(accepted("gzip;q=1.0, br; q=0"), Encoding::Gzip);
        assert_eq!(accepted("deflate"), Encoding::Identity);
    }
}
