//! The sections of the portal, one folder each.

pub mod api;
pub mod calendar;
pub mod campaigns;
pub mod documents;
pub mod files;
pub mod glossary;
pub mod hotlines;
pub mod kits;
pub mod members;
pub mod organisations;
pub mod programme;
pub mod questions;
pub mod site;
