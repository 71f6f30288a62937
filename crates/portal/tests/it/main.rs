//! The tests of what all sections share. They read the registry, so that a new section adds none of them.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails, and says where")]

mod access;
mod audit;
mod configuration;
mod demo;
mod demo_section;
mod evidence;
mod gallery;
mod locales;
mod notifications;
mod page_cache;
mod queries;
mod replay;
mod schema;
