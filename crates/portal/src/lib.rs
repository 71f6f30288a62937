//! The portal: the web shell, the sections and the readers of the activity log.

pub mod cli;
pub mod features;
pub mod migrations;
pub mod readers;
pub mod registry;
pub mod runtime;
pub mod seed;
pub mod settings;
#[cfg(any(test, feature = "testing"))]
pub mod testing;
pub mod web;
