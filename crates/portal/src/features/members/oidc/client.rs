//! Talks to an identity provider: OpenID Connect, authorization code with PKCE and nonce. The library checks signature,
//! issuer, audience and times of what comes back; connections are `platform::fetch`'s, to the provider and the public network only.

use super::providers::Known;
use crate::settings::Provider;
use anyhow::Context;
use futures_util::future::BoxFuture;
use openidconnect::core::{CoreAuthenticationFlow, CoreClient, CoreProviderMetadata, CoreUserInfoClaims};
use openidconnect::{
    AsyncHttpClient, AuthorizationCode, ClientId, ClientSecret, CsrfToken, HttpRequest, HttpResponse,
    IssuerUrl, Nonce, OAuth2TokenResponse, PkceCodeChallenge, PkceCodeVerifier, RedirectUrl, Scope,
    TokenResponse,
};
use platform::clock::Timestamp;
use platform::db::Db;
use platform::fetch::{Fetch, FetchError};
use serde::{Deserialize, Serialize};

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

/// The way to one provider, and to nowhere in our own network but there.
pub struct Http(pub Fetch);

impl<'c> AsyncHttpClient<'c> for Http {
    type Error = FetchError;
    type Future = BoxFuture<'c, Result<HttpResponse, FetchError>>;

    fn call(&'c self, request: HttpRequest) -> Self::Future {
        Box::pin(self.0.send(request))
    }
}

/// What the provider says of itself, with the keys it signs with.
pub async fn describe(provider: &Provider, http: &Http) -> anyhow::Result<CoreProviderMetadata> {
    let issuer = IssuerUrl::new(provider.issuer.clone())?;
    CoreProviderMetadata::discover_async(issuer, http)
        .await
        .with_context(|| format!("the provider {} does not describe itself", provider.key))
}

/// The client of the library, as a provider describes itself.
macro_rules! client {
    ($described:expr, $provider:expr, $back:expr) => {
        CoreClient::from_provider_metadata(
            $described,
            ClientId::new($provider.client_id.clone()),
            Some(ClientSecret::new($provider.client_secret.clone())),
        )
        .set_redirect_uri(RedirectUrl::new($back)?)
    };
}

/// The address to send somebody to, and what to keep until they are back.
pub async fn begin(known: &Known, back: String, db: &Db) -> anyhow::Result<(String, Asked)> {
    let client = client!(known.description(db.clock().now()).await?, known.provider, back);
    let ids = db.ids();
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
    known: &Known,
    back: String,
    asked: Asked,
    code: String,
    now: Timestamp,
) -> anyhow::Result<Account> {
    let mut client = client!(known.description(now).await?, known.provider, back.clone());
    let tokens = client
        .exchange_code(AuthorizationCode::new(code))?
        .set_pkce_verifier(PkceCodeVerifier::new(asked.verifier))
        .request_async(&known.http)
        .await
        .context("the code was not exchanged")?;
    let token = tokens.id_token().context("the provider names nobody")?;
    let nonce = Nonce::new(asked.nonce);
    if token.claims(&client.id_token_verifier(), &nonce).is_err() {
        // The provider may sign with a new key since it was asked last.
        client = client!(known.ask(now).await?, known.provider, back);
    }
    let claims = token.claims(&client.id_token_verifier(), &nonce)?;
    let (mut email, mut verified) = (claims.email().cloned(), claims.email_verified());
    // Many providers keep what they know of somebody out of the token and give it on request.
    if email.is_none()
        && let Ok(request) = client.user_info(tokens.access_token().clone(), Some(claims.subject().clone()))
    {
        let told: CoreUserInfoClaims =
            request.request_async(&known.http).await.context("what the provider knows")?;
        (email, verified) = (told.email().cloned(), told.email_verified());
    }
    let email = email.filter(|_| verified == Some(true)).map(|email| email.to_string());
    Ok(Account { subject: claims.subject().to_string(), email })
}
