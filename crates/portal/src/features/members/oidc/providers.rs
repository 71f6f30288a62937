//! The identity providers of the configuration, kept for the whole run: the connection to each, and for some minutes what it
//! says of itself, so that a stranger who presses the button again and again asks the provider nothing.

use super::client;
use crate::settings::{Provider, Settings};
use crate::web::Parts;
use anyhow::Context;
use openidconnect::core::CoreProviderMetadata;
use platform::clock::Timestamp;
use platform::fetch::{Fetcher, Limits, Origin};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

/// How long a description is believed; keys that the provider changes meanwhile are asked for at once (`client::finish`).
const KNOWN_FOR: Duration = Duration::from_secs(10 * 60);

pub struct Providers(Vec<Known>);

pub struct Known {
    pub provider: Provider,
    pub http: client::Http,
    described: Mutex<Option<(Timestamp, CoreProviderMetadata)>>,
}

pub fn open(settings: &Settings, parts: &mut Parts) -> anyhow::Result<()> {
    let known = |provider: &Provider| {
        let of = || format!("the identity provider {}", provider.key);
        let issuer = Origin::of(&provider.issuer).with_context(of)?;
        let mut fetcher = Fetcher::new(Limits::default()).allowing(issuer);
        if !provider.ca_file.is_empty() {
            fetcher = fetcher.trusting(&provider.ca_file).with_context(of)?;
        }
        let http = client::Http(fetcher.open().with_context(of)?);
        Ok(Known { provider: provider.clone(), http, described: Mutex::default() })
    };
    let known: anyhow::Result<Vec<Known>> = settings.identity.provider.iter().map(known).collect();
    parts.put(Providers(known?));
    Ok(())
}

impl Providers {
    pub fn find(&self, key: &str) -> Option<&Known> {
        self.0.iter().find(|known| known.provider.key == key)
    }

    pub fn iter(&self) -> impl Iterator<Item = &Provider> {
        self.0.iter().map(|known| &known.provider)
    }
}

impl Known {
    /// What the provider says of itself, its keys included. Two who ask at the same time may both ask the provider.
    pub async fn description(&self, now: Timestamp) -> anyhow::Result<CoreProviderMetadata> {
        let known = self.described.lock().unwrap_or_else(PoisonError::into_inner).clone();
        match known {
            Some((at, described)) if now.since(at) < KNOWN_FOR => Ok(described),
            _ => self.ask(now).await,
        }
    }

    /// The same, from the provider itself.
    pub async fn ask(&self, now: Timestamp) -> anyhow::Result<CoreProviderMetadata> {
        let described = client::describe(&self.provider, &self.http).await?;
        let mut known = self.described.lock().unwrap_or_else(PoisonError::into_inner);
        *known = Some((now, described.clone()));
        Ok(described)
    }
}
