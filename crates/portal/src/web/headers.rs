//! The headers every answer carries. Scripts and styles come from our own files only; nothing is inline.

use super::app::App;
use axum::response::Response;
use http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, REFERRER_POLICY, STRICT_TRANSPORT_SECURITY, VARY,
    X_CONTENT_TYPE_OPTIONS,
};
use http::{HeaderName, HeaderValue};

const CSP: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
                   media-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; \
                   base-uri 'none'; frame-ancestors 'none'";
/// What no page of ours ever asks a device for. Passkeys are left to our own pages, as browsers do of themselves.
const NOTHING: &str = "accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), \
                       gyroscope=(), hid=(), magnetometer=(), microphone=(), midi=(), payment=(), serial=(), usb=(), \
                       xr-spatial-tracking=()";
static OPENER: HeaderName = HeaderName::from_static("cross-origin-opener-policy");
static RESOURCE: HeaderName = HeaderName::from_static("cross-origin-resource-policy");
static PERMISSIONS: HeaderName = HeaderName::from_static("permissions-policy");

pub(super) fn common(response: &mut Response, app: &App) {
    let headers = response.headers_mut();
    headers.entry(CONTENT_SECURITY_POLICY).or_insert(HeaderValue::from_static(CSP));
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    headers.insert(&OPENER, HeaderValue::from_static("same-origin"));
    // What other sites may show says so itself.
    headers.entry(&RESOURCE).or_insert(HeaderValue::from_static("same-origin"));
    headers.insert(&PERMISSIONS, HeaderValue::from_static(NOTHING));
    if app.secure() {
        headers.insert(STRICT_TRANSPORT_SECURITY, HeaderValue::from_static("max-age=31536000"));
    }
}

/// A page for everybody may be kept, but is asked about each time: a replaced text must not linger.
pub(super) fn public(response: &mut Response) {
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("public, no-cache"));
    headers.insert(VARY, HeaderValue::from_static("accept-encoding, cookie"));
}

/// Everything else is the reader's own, unless the handler said otherwise.
pub(super) fn private(response: &mut Response) {
    let headers = response.headers_mut();
    headers.entry(CACHE_CONTROL).or_insert(HeaderValue::from_static("private, no-cache"));
    headers.entry(VARY).or_insert(HeaderValue::from_static("accept-encoding, cookie"));
}
