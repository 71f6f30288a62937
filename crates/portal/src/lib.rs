//! The portal: the web shell, the sections and the readers of the activity log.

pub mod features;
