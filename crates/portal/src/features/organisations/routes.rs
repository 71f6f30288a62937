//! Addresses of the section: the public list and pages, and the forms of those who keep them up to date.

pub(super) mod forms;
pub(super) mod partners;

use super::merging;
use crate::web::{Ctx, Error, Routes};
use platform::actor::OrganisationId;

pub fn routes() -> Routes {
    Routes::new()
        .public("/partners", partners::index)
        .post("/partners", forms::create)
        .open("/partners/export", partners::export)
        .get("/partners/new", forms::new)
        .public("/partners/{id}", partners::show)
        .post("/partners/{id}", forms::update)
        .get("/partners/{id}/edit", forms::edit)
        .get("/partners/{id}/merging", merging::routes::new)
        .post("/partners/{id}/merging", merging::routes::create)
}

pub(super) fn organisation_id(text: &str) -> Result<OrganisationId, Error> {
    text.parse().map_err(|_| Error::NotFound)
}

pub(super) fn denied(ctx: &Ctx) -> Error {
    Error::Denied(ctx.l().t("organisations-denied").into_owned())
}
