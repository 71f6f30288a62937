//! Style sheets, scripts and pictures, inside the binary, under names that change with their content.

use super::app::App;
use super::error::Error;
use super::negotiate::{self, Encoding};
use axum::body::Body;
use axum::extract::{Path, State};
use axum::response::Response;
use bytes::Bytes;
use http::header::{CACHE_CONTROL, CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, VARY};
use http::{HeaderMap, HeaderValue};
use rust_embed::RustEmbed;
use sha2::{Digest, Sha256};
use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::OnceLock;

#[derive(RustEmbed)]
#[folder = "assets/"]
struct Files;

struct Asset {
    kind: &'static str,
    body: Bytes,
    gzip: OnceLock<Bytes>,
    brotli: OnceLock<Bytes>,
}

pub struct Assets {
    by_address: HashMap<String, Asset>,
    addresses: HashMap<String, String>,
}

impl Assets {
    pub(super) fn load() -> Assets {
        let mut assets = Assets { by_address: HashMap::new(), addresses: HashMap::new() };
        for name in Files::iter() {
            let body = match Files::get(&name).expect("the file was listed").data {
                Cow::Borrowed(bytes) => Bytes::from_static(bytes),
                Cow::Owned(bytes) => Bytes::from(bytes),
            };
            let hash: String =
                Sha256::digest(&body).iter().take(5).map(|byte| format!("{byte:02x}")).collect();
            let (stem, ending) = name.rsplit_once('.').unwrap_or((&name, ""));
            let hashed = format!("{stem}.{hash}.{ending}");
            let asset =
                Asset { kind: media_type(ending), body, gzip: OnceLock::new(), brotli: OnceLock::new() };
            assets.addresses.insert(name.to_string(), format!("/assets/{hashed}"));
            assets.by_address.insert(hashed, asset);
        }
        assets
    }

    /// The address of a file by its name in `assets/`.
    ///
    /// # Panics
    /// In tests, if there is no such file.
    pub fn url(&self, name: &str) -> String {
        debug_assert!(self.addresses.contains_key(name), "there is no asset {name}");
        self.addresses.get(name).cloned().unwrap_or_default()
    }
}

fn media_type(ending: &str) -> &'static str {
    match ending {
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "webmanifest" => "application/manifest+json",
        _ => "application/octet-stream",
    }
}

pub(super) async fn show(
    State(app): State<App>,
    Path(name): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Error> {
    let asset = app.assets.by_address.get(&name).ok_or(Error::NotFound)?;
    let encoding = if asset.kind == "image/png" { Encoding::Identity } else { Encoding::accepted(&headers) };
    let body = match encoding {
        Encoding::Brotli => asset.brotli.get_or_init(|| negotiate::brotli(&asset.body, 9)).clone(),
        Encoding::Gzip => asset.gzip.get_or_init(|| negotiate::gzip(&asset.body, 9)).clone(),
        Encoding::Identity => asset.body.clone(),
    };
    let mut response = Response::new(Body::empty());
    let out = response.headers_mut();
    out.insert(CONTENT_TYPE, HeaderValue::from_static(asset.kind));
    out.insert(CONTENT_LENGTH, HeaderValue::from(body.len()));
    out.insert(CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable"));
    out.insert(VARY, HeaderValue::from_static("accept-encoding"));
    if let Some(name) = encoding.name() {
        out.insert(CONTENT_ENCODING, HeaderValue::from_static(name));
    }
    *response.body_mut() = Body::from(body);
    Ok(response)
}
