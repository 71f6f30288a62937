//! The sample world: invented organisations, people and documents, put in by the sections themselves.
//! `samples/README.md` tells the story and the format.

use crate::web::App;
use anyhow::Context;
use platform::actor::Role;
use platform::lang::{Lang, Localized};
use rust_embed::RustEmbed;
use serde::Deserialize;
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

#[derive(RustEmbed)]
#[folder = "samples/"]
struct Samples;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SampleOrganisation {
    pub key: String,
    pub kind: String,
    pub ky: String,
    pub ru: String,
    pub en: String,
    pub regions: Vec<String>,
    #[serde(default)]
    pub website: String,
    #[serde(default)]
    pub audiences: Vec<String>,
    #[serde(default)]
    pub about: Localized<String>,
    #[serde(default)]
    pub contact_email: String,
    #[serde(default)]
    pub address: String,
    #[serde(default)]
    pub trusted: bool,
}

impl SampleOrganisation {
    pub fn name(&self) -> Localized<String> {
        Localized { ky: self.ky.clone(), ru: self.ru.clone(), en: self.en.clone() }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SamplePerson {
    pub key: String,
    pub name: String,
    pub email: String,
    pub organisation: String,
    pub role: Role,
    pub language: Lang,
    #[serde(default)]
    pub title: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct World {
    #[serde(rename = "organisation")]
    pub organisations: Vec<SampleOrganisation>,
    #[serde(rename = "person")]
    pub people: Vec<SamplePerson>,
}

/// What the sections share while they seed: the parsed world and the ids that were given to its keys.
pub struct Plan {
    pub world: World,
    /// Editions to add beyond the story, for measuring.
    pub editions: usize,
    ids: Mutex<HashMap<String, i64>>,
}

impl Plan {
    pub fn load(editions: usize) -> anyhow::Result<Plan> {
        let world = toml::from_str(&text("world.toml")?).context("samples/world.toml")?;
        Ok(Plan { world, editions, ids: Mutex::default() })
    }

    /// Keeps the id of a record under the sample's word for it, such as `person:daniyar`.
    pub fn remember(&self, key: String, id: impl Into<i64>) {
        self.ids.lock().unwrap_or_else(PoisonError::into_inner).insert(key, id.into());
    }

    pub fn id<T: From<i64>>(&self, key: &str) -> anyhow::Result<T> {
        let ids = self.ids.lock().unwrap_or_else(PoisonError::into_inner);
        ids.get(key).copied().map(T::from).with_context(|| format!("the sample world has no {key}"))
    }
}

/// A file of the sample world as text.
pub fn text(path: &str) -> anyhow::Result<String> {
    let file = Samples::get(path).with_context(|| format!("samples/{path} is missing"))?;
    Ok(String::from_utf8(file.data.into_owned())?)
}

/// The bytes of a file of the sample world.
pub fn bytes(path: &str) -> anyhow::Result<Vec<u8>> {
    Ok(Samples::get(path).with_context(|| format!("samples/{path} is missing"))?.data.into_owned())
}

/// All files of the sample world, in order.
pub fn paths() -> Vec<String> {
    let mut paths: Vec<String> = Samples::iter().map(|path| path.into_owned()).collect();
    paths.sort();
    paths
}

/// Puts the sample world in, section by section, in the order of the registry.
pub async fn run(app: &App, plan: &Plan) -> anyhow::Result<()> {
    for feature in app.features {
        if let Some(seed) = feature.seed {
            seed(app, plan).await.with_context(|| format!("the section {}", feature.name))?;
        }
    }
    Ok(())
}
