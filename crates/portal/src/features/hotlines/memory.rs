//! The lines in memory: every page shows some, and texts ask for them while they are rendered.

use super::model::Lines;
use super::store;
use crate::web::App;
use std::sync::{Arc, PoisonError, RwLock};

#[derive(Default)]
pub struct Kept(RwLock<Arc<Lines>>);

/// The lines as they were when the portal last looked, which it does at its start and after every change.
pub fn lines(app: &App) -> Arc<Lines> {
    Arc::clone(&app.part::<Kept>().0.read().unwrap_or_else(PoisonError::into_inner))
}

pub async fn load(app: &App) -> anyhow::Result<()> {
    let lines = Lines(store::all(&mut app.db.read().await?).await?);
    *app.part::<Kept>().0.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(lines);
    Ok(())
}
