//! The fields of the documents of the sample world, as their files state them.

use super::super::model::{DocumentId, Kind};
use super::kinds::of;
use super::model::{Fields, Type};
use crate::features::files::FileId;
use crate::seed::Plan;
use anyhow::Context as _;
use platform::actor::OrganisationId;
use std::collections::BTreeMap;

/// The fields as a form would send them.
pub fn filled_in(
    plan: &Plan,
    kind: Kind,
    sample: &BTreeMap<String, toml::Value>,
    files: &[String],
    uploads: &[FileId],
) -> anyhow::Result<Fields> {
    let mut sent: BTreeMap<String, String> = BTreeMap::new();
    for (name, value) in sample {
        match value {
            toml::Value::Array(rows) => {
                for (number, row) in rows.iter().enumerate() {
                    for (column, value) in row.as_table().context("a row is a table")? {
                        let value = value.as_str().context("values are texts")?;
                        sent.insert(format!("{name}-{number}-{column}"), value.to_owned());
                    }
                }
            }
            value => {
                sent.insert(name.clone(), value.as_str().context("values are texts")?.to_owned());
            }
        }
    }
    for value in sent.values_mut() {
        if let Some(number) = files.iter().position(|file| file == value) {
            *value = uploads[number].to_string();
        } else if let Some(folder) = value.strip_prefix("document:") {
            *value = plan.id::<DocumentId>(&format!("document:{folder}"))?.to_string();
        } else if value.starts_with("organisation:") {
            *value = plan.id::<OrganisationId>(value)?.to_string();
        }
    }
    let fields = Fields::read(kind, &Fields::default(), false, |name| sent.get(name).cloned());
    let strange = sent.keys().find(|name| !fields.knows(name));
    anyhow::ensure!(strange.is_none(), "a field that its kind does not have: {strange:?}");
    Ok(fields)
}

/// Every field of a kind filled in, as tests and the gallery use it.
pub fn all_filled_in(kind: Kind) -> Fields {
    let value = |shape: Type| {
        match shape {
            Type::Line => "Елена Ковальчук, фонд «Алты кереге»",
            Type::Paragraph => "Спросите **до отъезда**: кто приглашает и что написано в договоре.",
            Type::Day => "2026-11-26",
            Type::Link => "https://video.example/three-questions",
            Type::Choice(codes) => codes[0].0,
            Type::Document | Type::File | Type::Organisation => "0000000000002",
            Type::Rows(_) => "",
        }
        .to_owned()
    };
    Fields::read(kind, &Fields::default(), false, |name| {
        let mut parts = name.split('-');
        let first = parts.next()?;
        let field = of(kind).iter().find(|field| field.name == first)?;
        match (field.shape, parts.next(), parts.next()) {
            (Type::Rows(columns), Some("0"), Some(column)) => {
                Some(value(columns.iter().find(|it| it.name == column)?.shape))
            }
            (Type::Rows(_), ..) => None,
            (shape, ..) => Some(value(shape)),
        }
    })
}
