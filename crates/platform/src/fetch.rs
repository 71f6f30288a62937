//! Requests to other servers that cannot be led astray. An address that came from outside, from a page, a redirect or a
//! provider's own description, is asked only if it is of the public network; nothing of the machine's own network answers in
//! our name. The one exception is an origin that the operator named.
//!
//! What a name leads to is looked up, judged and connected to in one go, so no second answer of a name server can slip in
//! between. Redirects are followed here, each judged anew. Answers are short and quick or they are none. Not here: what is asked and
//! why, and keeping answers.

mod addresses;
#[cfg(test)]
mod tests;

use addresses::is_public;
use anyhow::Context;
use http::header::{AUTHORIZATION, COOKIE, LOCATION, PROXY_AUTHORIZATION};
use http::{HeaderMap, Method, Request, Response, StatusCode};
use reqwest::Url;
use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use rustls::RootCertStore;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use std::error::Error as StdError;
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

/// How much of it we put up with.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Bytes of an answer's body.
    pub longest: usize,
    /// From the first name looked up to the last byte, redirects included.
    pub within: Duration,
    /// Zero hands a redirect to the caller as the answer it is.
    pub redirects: u8,
    /// Whether strangers may be asked without TLS, as a check of links must.
    pub plain: bool,
}

impl Default for Limits {
    fn default() -> Self {
        Self { longest: 1024 * 1024, within: Duration::from_secs(10), redirects: 0, plain: false }
    }
}

#[derive(Debug, thiserror::Error)]
pub enum FetchError {
    #[error("this address is not asked: {0}")]
    Forbidden(&'static str),
    #[error("the answer is longer than allowed")]
    TooLong,
    #[error("the answer did not come in time")]
    TooSlow,
    #[error("one redirect led to another too often")]
    TooManyRedirects,
    /// Without the address, which may hold a secret.
    #[error("the request failed: {}", reasons(.0))]
    Request(reqwest::Error),
}

fn reasons(error: &(dyn StdError + 'static)) -> String {
    let all = std::iter::successors(Some(error), |&error| error.source());
    all.map(ToString::to_string).collect::<Vec<_>>().join(": ")
}

impl From<reqwest::Error> for FetchError {
    fn from(error: reqwest::Error) -> Self {
        let mut causes = std::iter::successors(Some(&error as &(dyn StdError + 'static)), |&it| it.source());
        if causes.any(|cause| cause.is::<NotPublic>()) {
            return FetchError::Forbidden(NOT_PUBLIC);
        }
        FetchError::Request(error.without_url())
    }
}

const NOT_PUBLIC: &str = "it is not of the public network";
const NOT_OF_THE_WEB: &str = "it is not of the web";
const NOT_WHOLE: &str = "it is no whole address";

/// What a name led to is not of the public network.
#[derive(Debug, thiserror::Error)]
#[error("{NOT_PUBLIC}")]
struct NotPublic;

/// Scheme, host and port.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Origin(String, String, u16);

impl Origin {
    /// ```
    /// # use platform::fetch::Origin;
    /// assert_eq!(Origin::of("https://id.example/realm").unwrap(), Origin::of("https://ID.example:443").unwrap());
    /// assert!(Origin::of("mailto:somebody@id.example").is_err());
    /// ```
    pub fn of(address: &str) -> anyhow::Result<Origin> {
        let url = Url::parse(address).with_context(|| format!("{address} is no address"))?;
        Self::of_url(&url).with_context(|| format!("{address} names no server of the web"))
    }

    fn of_url(url: &Url) -> Option<Origin> {
        let port = url.port_or_known_default()?;
        matches!(url.scheme(), "http" | "https")
            .then(|| Some(Origin(url.scheme().to_owned(), url.host_str()?.to_owned(), port)))?
    }
}

/// What a [`Fetch`] shall be like.
pub struct Fetcher {
    limits: Limits,
    own: Option<Origin>,
    roots: RootCertStore,
}

impl Fetcher {
    pub fn new(limits: Limits) -> Self {
        let roots = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
        Self { limits, own: None, roots }
    }

    /// An origin that the operator named: it may be of the own network, and without TLS.
    pub fn allowing(self, own: Origin) -> Self {
        Self { own: Some(own), ..self }
    }

    /// Believes the authorities of a PEM file and no others.
    pub fn trusting(self, ca_file: &str) -> anyhow::Result<Self> {
        let mut roots = RootCertStore::empty();
        for certificate in
            CertificateDer::pem_file_iter(ca_file).with_context(|| format!("`ca_file` {ca_file}"))?
        {
            roots.add(certificate?)?;
        }
        anyhow::ensure!(!roots.is_empty(), "there is no certificate in `ca_file` {ca_file}");
        Ok(Self { roots, ..self })
    }

    pub fn open(self) -> anyhow::Result<Fetch> {
        let client = || {
            // The provider is named, since a process may have several compiled in and none chosen.
            let ring = Arc::new(rustls::crypto::ring::default_provider());
            let tls = rustls::ClientConfig::builder_with_provider(ring)
                .with_safe_default_protocol_versions()?
                .with_root_certificates(self.roots.clone())
                .with_no_client_auth();
            anyhow::Ok(
                reqwest::Client::builder()
                    .tls_backend_preconfigured(tls)
                    .redirect(reqwest::redirect::Policy::none())
                    .referer(false)
                    .no_proxy()
                    .user_agent("Birge"),
            )
        };
        let far = client()?.dns_resolver(Arc::new(PublicNames)).build()?;
        Ok(Fetch { near: client()?.build()?, far, own: self.own, limits: self.limits })
    }
}

/// Looks a name up and keeps to what is of the public network. The connection goes to these addresses and no others.
struct PublicNames;

impl Resolve for PublicNames {
    fn resolve(&self, name: Name) -> Resolving {
        Box::pin(async move {
            let found = tokio::net::lookup_host((name.as_str(), 0)).await?;
            let public: Vec<SocketAddr> = found.filter(|address| is_public(address.ip())).collect();
            if public.is_empty() {
                return Err(NotPublic.into());
            }
            Ok(Box::new(public.into_iter()) as Addrs)
        })
    }
}

/// An answer without its body.
#[derive(Debug)]
pub struct Glance {
    pub status: StatusCode,
    pub headers: HeaderMap,
    /// Where permanent redirects led from the address that was asked for.
    pub moved_to: Option<String>,
}

pub struct Fetch {
    /// For the origin that the operator named.
    near: reqwest::Client,
    far: reqwest::Client,
    own: Option<Origin>,
    limits: Limits,
}

impl Fetch {
    pub async fn send(&self, request: Request<Vec<u8>>) -> Result<Response<Vec<u8>>, FetchError> {
        self.in_time(async { self.whole(self.follow(request).await?.0).await }).await
    }

    /// What an answer says before its body, which is not read.
    pub async fn glance(&self, request: Request<Vec<u8>>) -> Result<Glance, FetchError> {
        let (mut answer, moved_to) = self.in_time(self.follow(request)).await?;
        Ok(Glance { status: answer.status(), headers: std::mem::take(answer.headers_mut()), moved_to })
    }

    async fn in_time<T>(&self, work: impl Future<Output = Result<T, FetchError>>) -> Result<T, FetchError> {
        tokio::time::timeout(self.limits.within, work).await.map_err(|_| FetchError::TooSlow)?
    }

    /// The last answer, and the address that the first was moved to for good.
    async fn follow(
        &self,
        mut request: Request<Vec<u8>>,
    ) -> Result<(reqwest::Response, Option<String>), FetchError> {
        let mut moved_to = None;
        // Behind a redirect for now, nothing is for good.
        let mut for_good = true;
        for left in (0..=self.limits.redirects).rev() {
            let url = Url::parse(&request.uri().to_string()).map_err(|_| FetchError::Forbidden(NOT_WHOLE))?;
            let client = self.client_for(&url)?;
            let answer = client
                .request(request.method().clone(), url.clone())
                .headers(request.headers().clone())
                .body(request.body().clone())
                .send()
                .await?;
            match next(&answer, &url).filter(|_| self.limits.redirects > 0 && is_read(request.method())) {
                None => return Ok((answer, moved_to)),
                Some(_) if left == 0 => break,
                Some(to) => {
                    for_good &= PERMANENT.contains(&answer.status());
                    if for_good {
                        moved_to = Some(to.to_string());
                    }
                    request = onward(request, &url, &to)?;
                }
            }
        }
        Err(FetchError::TooManyRedirects)
    }

    /// Who may be asked, and over which connections.
    fn client_for(&self, url: &Url) -> Result<&reqwest::Client, FetchError> {
        let origin = Origin::of_url(url).ok_or(FetchError::Forbidden(NOT_OF_THE_WEB))?;
        if !url.username().is_empty() || url.password().is_some() {
            return Err(FetchError::Forbidden("it carries a name or a password"));
        }
        if self.own.as_ref() == Some(&origin) {
            return Ok(&self.near);
        }
        if origin.0 != "https" && !self.limits.plain {
            return Err(FetchError::Forbidden("it is not protected by TLS"));
        }
        // Behind other ports are no pages, but much that should not hear from us.
        if url.port().is_some() {
            return Err(FetchError::Forbidden("its port is not the one of the web"));
        }
        // A number is not looked up, so the resolver never sees it.
        let number = origin.1.trim_matches(['[', ']']).parse::<IpAddr>();
        match number {
            Ok(address) if !is_public(address) => Err(FetchError::Forbidden(NOT_PUBLIC)),
            _ => Ok(&self.far),
        }
    }

    async fn whole(&self, mut answer: reqwest::Response) -> Result<Response<Vec<u8>>, FetchError> {
        let mut body = Vec::new();
        while let Some(chunk) = answer.chunk().await? {
            if body.len() + chunk.len() > self.limits.longest {
                return Err(FetchError::TooLong);
            }
            body.extend_from_slice(&chunk);
        }
        let mut whole = Response::new(body);
        *whole.status_mut() = answer.status();
        *whole.headers_mut() = std::mem::take(answer.headers_mut());
        Ok(whole)
    }
}

const PERMANENT: [StatusCode; 2] = [StatusCode::MOVED_PERMANENTLY, StatusCode::PERMANENT_REDIRECT];

fn is_read(method: &Method) -> bool {
    matches!(*method, Method::GET | Method::HEAD)
}

/// Where an answer leads on to.
fn next(answer: &reqwest::Response, from: &Url) -> Option<Url> {
    const ONWARD: [StatusCode; 5] = [
        StatusCode::MOVED_PERMANENTLY,
        StatusCode::FOUND,
        StatusCode::SEE_OTHER,
        StatusCode::TEMPORARY_REDIRECT,
        StatusCode::PERMANENT_REDIRECT,
    ];
    let to = answer.headers().get(LOCATION).filter(|_| ONWARD.contains(&answer.status()))?;
    from.join(to.to_str().ok()?).ok()
}

/// The same request to another address. What proves who we are stays with the server it was meant for.
fn onward(mut request: Request<Vec<u8>>, from: &Url, to: &Url) -> Result<Request<Vec<u8>>, FetchError> {
    if Origin::of_url(from) != Origin::of_url(to) {
        for name in [AUTHORIZATION, COOKIE, PROXY_AUTHORIZATION] {
            request.headers_mut().remove(name);
        }
    }
    // `file:` has no host, and so is no address of a request either.
    Origin::of_url(to).ok_or(FetchError::Forbidden(NOT_OF_THE_WEB))?;
    *request.uri_mut() = to.as_str().parse().map_err(|_| FetchError::Forbidden(NOT_WHOLE))?;
    Ok(request)
}
