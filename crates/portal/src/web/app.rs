//! The portal as handlers see it: everything that lives as long as the process. Made once, cheap to clone.

use super::assets::Assets;
use super::feature::Feature;
use super::inserts;
use super::limits::Limits;
use super::metrics::Metrics;
use super::negotiate::Bodies;
use super::page_cache::PageCache;
use super::papers::Papers;
use super::rendered::Rendered;
use crate::settings::Settings;
use platform::activity::Activity;
use platform::db::Db;
use platform::files::Store;
use platform::lang::{Catalogue, L10n, Lang, Localized, TimeZone};
use platform::mail::Transport;
use platform::secrets::Secrets;
use std::any::{Any, TypeId};
use std::collections::HashMap;
use std::ops::Deref;
use std::path::PathBuf;
use std::sync::Arc;

/// What sections keep in memory for the whole run, by type.
#[derive(Default)]
pub struct Parts(HashMap<TypeId, Box<dyn Any + Send + Sync>>);

impl Parts {
    pub fn put<T: Any + Send + Sync>(&mut self, part: T) {
        self.0.insert(TypeId::of::<T>(), Box::new(part));
    }

    fn get<T: Any>(&self) -> Option<&T> {
        self.0.get(&TypeId::of::<T>())?.downcast_ref()
    }
}

#[derive(Clone)]
pub struct App(Arc<Inner>);

pub struct Inner {
    pub db: Db,
    pub settings: Settings,
    pub data_dir: PathBuf,
    pub secrets: Secrets,
    pub files: Store,
    pub mail: Transport,
    pub pages: PageCache,
    pub texts: Rendered,
    pub papers: Papers,
    pub bodies: Bodies,
    pub limits: Limits,
    pub assets: Assets,
    pub metrics: Metrics,
    pub features: &'static [&'static Feature],
    languages: Localized<L10n>,
    parts: Parts,
}

impl Deref for App {
    type Target = Inner;
    fn deref(&self) -> &Inner {
        &self.0
    }
}

impl App {
    /// Opens everything the configuration names, except the database, which the caller has open.
    pub fn open(
        settings: Settings,
        data_dir: PathBuf,
        db: Db,
        features: &'static [&'static Feature],
    ) -> anyhow::Result<App> {
        let (languages, parts) = read(&settings, features)?;
        Ok(App(Arc::new(Inner {
            secrets: Secrets::load(&settings.secrets, &data_dir, db.ids())?,
            files: Store::open(&settings.files, &data_dir, db.ids().clone())?,
            mail: Transport::open(&settings.mail, &data_dir)?,
            pages: PageCache::new(settings.server.page_cache_mb * 1024 * 1024),
            texts: Rendered::default(),
            papers: Papers::beside_this_program(),
            bodies: Bodies::default(),
            limits: Limits::new(db.clock().clone(), db.ids().clone()),
            assets: Assets::load(),
            metrics: Metrics::default(),
            db,
            settings,
            data_dir,
            features,
            languages,
            parts,
        })))
    }

    /// Whether everything that is read before the database is in order; makes nothing.
    pub fn check(settings: &Settings, features: &[&Feature]) -> anyhow::Result<()> {
        read(settings, features).map(drop)
    }

    pub fn l(&self, lang: Lang) -> &L10n {
        self.languages.get(lang)
    }

    /// What a section put there when the portal opened.
    ///
    /// # Panics
    /// If it did not, which every start would show.
    pub fn part<T: Any>(&self) -> &T {
        self.parts.get().expect("the section that owns this part opened it")
    }

    /// The section that recorded an event.
    pub fn feature_of(&self, event: &Activity) -> Option<&'static Feature> {
        self.features.iter().find(|feature| feature.owns(event)).copied()
    }

    /// A text of that language as readers get it: references answered, Markdown made safe HTML. Kept in memory.
    pub fn html(&self, lang: Lang, text: &str) -> String {
        self.texts.html(&inserts::resolve(self, lang, text))
    }

    /// The same for a public page, with the words explained that sections explain.
    pub fn explained_html(&self, lang: Lang, text: &str) -> String {
        let explain: Vec<_> = self.features.iter().filter_map(|feature| feature.explain).collect();
        let stamps: Vec<u8> =
            explain.iter().flat_map(|explain| (explain.stamp)(self).to_le_bytes()).collect();
        let text = inserts::resolve(self, lang, text);
        self.texts.kept(&[lang.code().as_bytes(), &stamps, text.as_bytes()], || {
            let html = self.texts.html(&text);
            explain.iter().fold(html, |html, explain| (explain.html)(self, lang, &html))
        })
    }

    /// An absolute address, for mails, feeds and shared links.
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.settings.server.public_url.trim_end_matches('/'))
    }

    /// Whether cookies may demand TLS.
    pub fn secure(&self) -> bool {
        self.settings.server.public_url.starts_with("https://")
    }
}

/// The texts of all languages, and what sections keep in memory.
fn read(settings: &Settings, features: &[&Feature]) -> anyhow::Result<(Localized<L10n>, Parts)> {
    let mut locales = vec![super::LOCALES];
    locales.extend(features.iter().map(|feature| feature.locales));
    let catalogue = Arc::new(Catalogue::new(&locales)?);
    let name = &settings.portal.time_zone;
    let zone = TimeZone::get(name)
        .map_err(|_| anyhow::anyhow!("`portal.time_zone` {name} is not known; write it as Asia/Bishkek"))?;
    let languages = Localized::from_fn(|lang| L10n::new(lang, Arc::clone(&catalogue), zone.clone()));
    let mut parts = Parts::default();
    for open in features.iter().filter_map(|feature| feature.open) {
        open(settings, &mut parts)?;
    }
    Ok((languages, parts))
}
