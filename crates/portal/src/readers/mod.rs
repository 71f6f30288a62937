//! Consumers of the activity log. None of them names a section: they ask what the sections declare.

use crate::web::App;
use platform::activity::Reader;
use std::sync::Arc;

/// The readers of this portal. A new reader adds one line.
pub fn all(_app: &App) -> Vec<Arc<dyn Reader>> {
    Vec::new()
}
