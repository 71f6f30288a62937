//! What stands in the way of handing in: the values themselves, and what they refer to.

use super::super::actions::Refusal;
use super::super::face;
use super::super::model::{CannotSubmit, DocumentId, Edition};
use super::kinds::of;
use super::model::{Field, Mistake, Type, Wrong, cell, document_in, value};
use crate::features::files::FileId;
use crate::features::organisations;
use platform::actor::OrganisationId;
use platform::db::Query;

/// Whether a text has what its kind asks for: nothing missing, nothing that leads nowhere.
pub async fn check(q: &mut impl Query, edition: &Edition, attached: &[FileId]) -> Result<(), Refusal> {
    let (kind, fields) = (edition.kind, &edition.text.fields);
    let mut mistakes = fields.mistakes(kind);
    let documents: Vec<DocumentId> = fields
        .references(kind, |shape| matches!(shape, Type::Document))
        .into_iter()
        .filter_map(document_in)
        .collect();
    let published = face::titles(q, &documents).await?;
    let keepers: Vec<OrganisationId> = fields
        .references(kind, |shape| matches!(shape, Type::Organisation))
        .into_iter()
        .filter_map(|id| id.parse().ok())
        .collect();
    let known = match keepers.is_empty() {
        true => Default::default(),
        false => organisations::names(q, &keepers).await?,
    };
    let leads_nowhere = |shape: Type, value: &str| match shape {
        Type::Document => {
            let found = |id| id != edition.document && published.iter().any(|title| title.document == id);
            document_in(value).is_some_and(|id| !found(id)).then_some(Wrong::NoDocument)
        }
        Type::File => {
            let found = value.parse().is_ok_and(|id: FileId| attached.contains(&id));
            (!found).then_some(Wrong::NotAttached)
        }
        Type::Organisation => {
            let found = value.parse().is_ok_and(|id: OrganisationId| known.contains_key(&id));
            (!found).then_some(Wrong::NoOrganisation)
        }
        _ => None,
    };
    let mut look = |field: &Field, at: String, row, value: &str| {
        if !value.is_empty()
            && let Some(wrong) = leads_nowhere(field.shape, value)
        {
            mistakes.push(Mistake::of(field, at, row, wrong));
        }
    };
    for field in of(kind) {
        match field.shape {
            Type::Rows(columns) => {
                for (number, row) in fields.rows(field.name).iter().enumerate() {
                    for column in columns {
                        let at = cell(field.name, number, column.name);
                        look(column, at, Some(number + 1), value(row, column.name));
                    }
                }
            }
            _ => look(field, field.name.to_owned(), None, fields.get(field.name)),
        }
    }
    if mistakes.is_empty() { Ok(()) } else { Err(CannotSubmit::Fields(mistakes).into()) }
}
