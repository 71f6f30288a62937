//! Answers with the bytes of a file, whole or in part, as they come from the store. Whether the reader may have
//! them is decided before.

use super::model::{File, MediaType};
use crate::web::{App, Error};
use axum::body::Body;
use axum::response::{IntoResponse, Response};
use http::header::{
    ACCEPT_RANGES, CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_LENGTH, CONTENT_RANGE,
    CONTENT_SECURITY_POLICY, CONTENT_TYPE, ETAG, IF_NONE_MATCH, IF_RANGE, RANGE, VARY,
};
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use std::ops::Range;

/// What the browser shall do with the file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Disposition {
    /// Show it, if it is of a kind that can be shown safely.
    Inline,
    Attachment,
}

/// The answer to a request for a file; `request` are the request's headers.
pub async fn respond(app: &App, file: &File, disposition: Disposition, request: &HeaderMap) -> Response {
    let mut response = match Asked::of(file, request) {
        Asked::NotModified => StatusCode::NOT_MODIFIED.into_response(),
        Asked::Nowhere => {
            let mut response = StatusCode::RANGE_NOT_SATISFIABLE.into_response();
            set(&mut response, CONTENT_RANGE, &format!("bytes */{}", file.size));
            response
        }
        asked => match app.files.get(&file.sha256, asked.range()).await {
            Ok(content) => {
                let mut response = Response::new(Body::from_stream(content));
                if let Asked::Part(range) = &asked {
                    *response.status_mut() = StatusCode::PARTIAL_CONTENT;
                    let place = format!("bytes {}-{}/{}", range.start, range.end - 1, file.size);
                    set(&mut response, CONTENT_RANGE, &place);
                }
                let length = asked.range().map_or(file.size, |range| range.end - range.start);
                set(&mut response, CONTENT_LENGTH, &length.to_string());
                response
            }
            Err(error) => {
                return Error::Internal(format!("the content of file {} cannot be read: {error}", file.id))
                    .into_response();
            }
        },
    };
    describe(&mut response, file, disposition);
    response
}

fn describe(response: &mut Response, file: &File, disposition: Disposition) {
    let text = matches!(file.media_type, MediaType::Csv | MediaType::Text);
    let kind = file.media_type.code();
    set(response, CONTENT_TYPE, &if text { format!("{kind}; charset=utf-8") } else { kind.to_owned() });
    set(response, CONTENT_DISPOSITION, &content_disposition(file, disposition));
    set(response, ETAG, &etag(file));
    set(response, ACCEPT_RANGES, "bytes");
    // A file never changes under its address, but it may be withdrawn and rights change: browsers ask each time, and get
    // no bytes again while nothing did.
    let cache = if file.public { "public, no-cache" } else { "private, no-cache" };
    set(response, CACHE_CONTROL, cache);
    set(response, VARY, if file.public { "accept-encoding" } else { "cookie" });
    // Whatever is inside a file, it runs nothing and reaches nothing. The viewers of browsers show PDF in a
    // document of their own and refuse to do so in a sandbox.
    let sandbox = if file.media_type == MediaType::Pdf { "object-src 'self'" } else { "sandbox" };
    let policy = format!(
        "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'; {sandbox}"
    );
    set(response, CONTENT_SECURITY_POLICY, &policy);
}

fn set(response: &mut Response, name: HeaderName, value: &str) {
    let value = HeaderValue::from_str(value).expect("names are encoded, everything else is ASCII of ours");
    response.headers_mut().insert(name, value);
}

fn etag(file: &File) -> String {
    format!("\"{}\"", &file.sha256_hex()[..32])
}

/// The name twice, as RFC 6266 asks: in plain ASCII for old programs, then as it is.
fn content_disposition(file: &File, disposition: Disposition) -> String {
    let how = if disposition == Disposition::Inline && file.media_type.can_be_shown() {
        "inline"
    } else {
        "attachment"
    };
    let plain: String = file
        .name
        .chars()
        .map(|c| if c.is_ascii_graphic() && !matches!(c, '"' | '\\' | '%') || c == ' ' { c } else { '_' })
        .collect();
    format!("{how}; filename=\"{plain}\"; filename*=UTF-8''{}", encoded(&file.name))
}

/// Percent-encoded for a path and for RFC 5987 alike.
pub fn encoded(name: &str) -> String {
    let mut out = String::with_capacity(name.len() * 3);
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

/// What a request wants of the file.
#[derive(Clone, PartialEq, Eq, Debug)]
enum Asked {
    Whole,
    Part(Range<u64>),
    /// A part that the file does not have.
    Nowhere,
    /// Nothing: it is there already.
    NotModified,
}

impl Asked {
    fn of(file: &File, request: &HeaderMap) -> Asked {
        let text = |name: HeaderName| request.get(name).and_then(|value| value.to_str().ok());
        let etag = etag(file);
        let known = |tag: &str| tag == "*" || tag.trim_start_matches("W/") == etag;
        if text(IF_NONE_MATCH).is_some_and(|tags| tags.split(',').any(|tag| known(tag.trim()))) {
            return Asked::NotModified;
        }
        if text(IF_RANGE).is_some_and(|tag| tag != etag) {
            return Asked::Whole;
        }
        text(RANGE).map_or(Asked::Whole, |range| Asked::range_of(range, file.size))
    }

    /// One range, as players and resumed downloads ask for. Anything else gets the whole file, which is always allowed.
    fn range_of(header: &str, size: u64) -> Asked {
        let Some((start, end)) = header.strip_prefix("bytes=").and_then(|range| range.trim().split_once('-'))
        else {
            return Asked::Whole;
        };
        let range = match (start.parse::<u64>(), end.parse::<u64>()) {
            (Ok(start), Ok(end)) if start <= end => start..size.min(end.saturating_add(1)),
            (Ok(start), Err(_)) if end.is_empty() => start..size,
            (Err(_), Ok(last)) if start.is_empty() => size.saturating_sub(last)..size,
            _ => return Asked::Whole,
        };
        if range.start < range.end { Asked::Part(range) } else { Asked::Nowhere }
    }

    fn range(&self) -> Option<Range<u64>> {
        match self {
            Asked::Part(range) => Some(range.clone()),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_is_cut_at_the_end_of_the_file_and_odd_ones_get_it_whole() {
        for (header, asked) in [
            ("bytes=0-3", Asked::Part(0..4)),
            ("bytes=6-", Asked::Part(6..10)),
            ("bytes=-4", Asked::Part(6..10)),
            ("bytes=-40", Asked::Part(0..10)),
            ("bytes=8-100", Asked::Part(8..10)),
            ("bytes=8-18446744073709551615", Asked::Part(8..10)),
            ("bytes=10-", Asked::Nowhere),
            ("bytes=20-30", Asked::Nowhere),
            ("bytes=-0", Asked::Nowhere),
            ("bytes=3-1", Asked::Whole),
            ("bytes=0-1,4-5", Asked::Whole),
            ("bytes=-", Asked::Whole),
            ("lines=1-2", Asked::Whole),
        ] {
            assert_eq!(Asked::range_of(header, 10), asked, "{header}");
        }
    }
}
