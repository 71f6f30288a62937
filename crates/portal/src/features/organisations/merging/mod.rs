//! Two organisations turn out to be one. The chair chooses the one that stays and sees what moves; every section that keeps
//! ids of organisations moves its own rows (`Feature::merge`). The duplicate keeps its row and its address, which leads on.
//! There is no way back: what came from which is told by the log alone.

mod actions;
pub mod routes;

pub use actions::{CannotMerge, count, merge};
