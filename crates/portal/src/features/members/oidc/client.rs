//! Talks to an identity provider: OpenID Connect, authorization code with PKCE and nonce. The library checks signature,
//! issuer, audience and times of what comes back; connections are made here, to the provider's address only.

use crate::settings::Provider;
use anyhow::Context;
use futures_util::future::BoxFuture;
use openidconnect::core::{CoreAuthenticationFlow, CoreClient, CoreProviderMetadata, CoreUserInfoClaims};
use openidconnect::{
    AsyncHttpClient, AuthorizationCode, ClientId, ClientSecret, CsrfToken, HttpRequest, HttpResponse,
    IssuerUrl, Nonce, OAuth2TokenResponse, PkceCodeChallenge, PkceCodeVerifier, RedirectUrl, Scope,
    TokenResponse,
};
use platform::ids::Ids;
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use std::time::Duration;

/// A provider that says more than this has nothing to say to us.
const LONGEST: usize = 1024 * 1024;
const PATIENCE: Duration = Duration::from_secs(10);

/// What is kept while somebody is at the provider.
#[derive(Clone, Serialize, Deserialize)]
pub struct Asked {
    pub state: String,
    nonce: String,
    verifier: String,
}

/// What the provider says of somebody, its signature checked.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Account {
    /// The provider's own, lasting name for them.
    pub subject: String,
    /// Only if the provider says that it belongs to them.
    pub email: Option<String>,
}

#[derive(Debug, thiserror::Error)]
enum HttpError {
    #[error(transparent)]
    Request(#[from] reqwest::Error),
    #[error(transparent)]
    Http(#[from] http::Error),
    #[error("the answer is too long")]
    TooLong,
}

struct Http(reqwest::Client);

impl Http {
    fn new(provider: &Provider) -> anyhow::Result<Http> {
        let mut roots = rustls::RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
        if !provider.ca_file.is_empty() {
            use rustls::pki_types::{CertificateDer, pem::PemObject};
            roots = rustls::RootCertStore::empty();
            for certificate in CertificateDer::pem_file_iter(&provider.ca_file)
                .with_context(|| format!("`ca_file` {} of the provider {}", provider.ca_file, provider.key))?
            {
                roots.add(certificate?)?;
            }
        }
        let ring = Arc::new(rustls::crypto::ring::default_provider());
        let tls = rustls::ClientConfig::builder_with_provider(ring)
            .with_safe_default_protocol_versions()?
            .with_root_certificates(roots)
            .with_no_client_auth();
        let client = reqwest::Client::builder()
            .tls_backend_preconfigured(tls)
            // A redirect could lead a request with our secret anywhere, say into the machine's own network.
            .redirect(reqwest::redirect::Policy::none())
            .no_proxy()
            .timeout(PATIENCE)
            .build()?;
        Ok(Http(client))
    }

    async fn send(&self, request: HttpRequest) -> Result<HttpResponse, HttpError> {
        let (parts, body) = request.into_parts();
        let mut response = self
            .0
            .request(parts.method, parts.uri.to_string())
            .headers(parts.headers)
            .body(body)
            .send()
            .await?;
        let mut answer = http::Response::builder().status(response.status());
        if let Some(kind) = response.headers().get(http::header::CONTENT_TYPE) {
            answer = answer.header(http::header::CONTENT_TYPE, kind);
        }
        let mut body = Vec::new();
        while let Some(chunk) = response.chunk().await? {
            if body.len() + chunk.len() > LONGEST {
                return Err(HttpError::TooLong);
            }
            body.extend_from_slice(&chunk);
        }
        Ok(answer.body(body)?)
    }
}

impl<'c> AsyncHttpClient<'c> for Http {
    type Error = HttpError;
    type Future = BoxFuture<'c, Result<HttpResponse, HttpError>>;

    fn call(&'c self, request: HttpRequest) -> Self::Future {
        Box::pin(self.send(request))
    }
}

async fn metadata(provider: &Provider, http: &Http) -> anyhow::Result<CoreProviderMetadata> {
    let issuer = IssuerUrl::new(provider.issuer.clone())?;
    CoreProviderMetadata::discover_async(issuer, http)
        .await
        .with_context(|| format!("the provider {} does not describe itself", provider.key))
}

/// The address to send somebody to, and what to keep until they are back.
pub async fn begin(provider: &Provider, back: String, ids: &Ids) -> anyhow::Result<(String, Asked)> {
    let http = Http::new(provider)?;
    let client = CoreClient::from_provider_metadata(
        metadata(provider, &http).await?,
        ClientId::new(provider.client_id.clone()),
        Some(ClientSecret::new(provider.client_secret.clone())),
    )
    .set_redirect_uri(RedirectUrl::new(back)?);
    let asked = Asked { state: ids.token(), nonce: ids.token(), verifier: ids.token() };
    let verifier = PkceCodeVerifier::new(asked.verifier.clone());
    let (state, nonce) = (asked.state.clone(), asked.nonce.clone());
    let (address, _, _) = client
        .authorize_url(
            CoreAuthenticationFlow::AuthorizationCode,
            move || CsrfToken::new(state),
            move || Nonce::new(nonce),
        )
        .add_scope(Scope::new("email".into()))
        .set_pkce_challenge(PkceCodeChallenge::from_code_verifier_sha256(&verifier))
        .url();
    Ok((address.into(), asked))
}

/// Exchanges the code for what the provider says of its account.
pub async fn finish(
    provider: &Provider,
    back: String,
    asked: Asked,
    code: String,
) -> anyhow::Result<Account> {
    let http = Http::new(provider)?;
    let client = CoreClient::from_provider_metadata(
        metadata(provider, &http).await?,
        ClientId::new(provider.client_id.clone()),
        Some(ClientSecret::new(provider.client_secret.clone())),
    )
    .set_redirect_uri(RedirectUrl::new(back)?);
    let tokens = client
        .exchange_code(AuthorizationCode::new(code))?
        .set_pkce_verifier(PkceCodeVerifier::new(asked.verifier))
        .request_async(&http)
        .await
        .context("the code was not exchanged")?;
    let token = tokens.id_token().context("the provider names nobody")?;
    let claims = token.claims(&client.id_token_verifier(), &Nonce::new(asked.nonce))?;
    let (mut email, mut verified) = (claims.email().cloned(), claims.email_verified());
    // Many providers keep what they know of somebody out of the token and give it on request.
    if email.is_none()
        && let Ok(request) = client.user_info(tokens.access_token().clone(), Some(claims.subject().clone()))
    {
        let told: CoreUserInfoClaims =
            request.request_async(&http).await.context("what the provider knows")?;
        (email, verified) = (told.email().cloned(), told.email_verified());
    }
    let email = email.filter(|_| verified == Some(true)).map(|email| email.to_string());
    Ok(Account { subject: claims.subject().to_string(), email })
}
