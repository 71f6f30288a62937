//! How the description shows parameters that have a fixed form: with all their values, so that programs know them beforehand.

use crate::features::documents::{Kind, Level};
use platform::lang::Lang;
use utoipa::openapi::schema::{KnownFormat, SchemaFormat, Type};
use utoipa::openapi::{ObjectBuilder, RefOr, Schema};
use utoipa::{PartialSchema, ToSchema};

pub struct Language;
pub struct KindOfText;
pub struct LevelOfText;
/// A time as RFC 3339 writes it.
pub struct Instant;

fn one_of(codes: impl Iterator<Item = &'static str>) -> RefOr<Schema> {
    ObjectBuilder::new().schema_type(Type::String).enum_values(Some(codes)).into()
}

impl PartialSchema for Language {
    fn schema() -> RefOr<Schema> {
        one_of(Lang::ALL.into_iter().map(Lang::code))
    }
}

impl PartialSchema for KindOfText {
    fn schema() -> RefOr<Schema> {
        one_of(Kind::ALL.iter().map(|kind| kind.code()))
    }
}

impl PartialSchema for LevelOfText {
    fn schema() -> RefOr<Schema> {
        one_of(Level::ALL.iter().map(|level| level.code()))
    }
}

impl PartialSchema for Instant {
    fn schema() -> RefOr<Schema> {
        let format = SchemaFormat::KnownFormat(KnownFormat::DateTime);
        ObjectBuilder::new().schema_type(Type::String).format(Some(format)).into()
    }
}

impl ToSchema for Language {}
impl ToSchema for KindOfText {}
impl ToSchema for LevelOfText {}
impl ToSchema for Instant {}
