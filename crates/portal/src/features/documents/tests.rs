//! Tests of the section over HTTP.
