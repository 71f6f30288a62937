//! The published campaigns in memory: they are few, and texts, kits, events and filters name them on every other page.

use super::model::Published;
use super::store;
use crate::web::App;
use std::sync::{Arc, PoisonError, RwLock};

#[derive(Default)]
pub struct Kept(RwLock<Arc<Published>>);

/// The published campaigns as they were when the portal last looked, which it does at its start and after every change.
pub fn published(app: &App) -> Arc<Published> {
    Arc::clone(&app.part::<Kept>().0.read().unwrap_or_else(PoisonError::into_inner))
}

pub async fn load(app: &App) -> anyhow::Result<()> {
    let published = Published(store::published(&mut app.db.read().await?).await?);
    *app.part::<Kept>().0.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(published);
    Ok(())
}
