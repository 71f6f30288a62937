//! Addresses of the section: the public list and pages, and the forms of the chair and the operator.

use super::actions::{self, CannotSave};
use super::model::{NewOrganisation, Organisation, OrganisationKind};
use super::pages::{FormPage, IndexPage, RegionBox, Row, ShowPage};
use super::{events, path, policy, store};
use crate::features::programme;
use crate::web::{Ctx, Error, Form, FormErrors, Routes, Shell, flash, html, public_html};
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use platform::actor::OrganisationId;
use platform::lang::Localized;
use serde::Deserialize;

pub fn routes() -> Routes {
    Routes::new()
        .public("/organisations", index)
        .post("/organisations", create)
        .get("/organisations/new", new)
        .public("/organisations/{id}", show)
        .post("/organisations/{id}", update)
        .get("/organisations/{id}/edit", edit)
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Filter {
    kind: String,
}

async fn index(ctx: Ctx) -> Result<Response, Error> {
    let filter: Filter = serde_html_form::from_str(ctx.uri.query().unwrap_or_default()).unwrap_or_default();
    let mut tx = ctx.read().await?;
    let organisations = store::all(&mut tx).await?;
    let regions = store::regions(&mut tx).await?;
    let mut p = Shell::new(&ctx, &mut tx, &ctx.l().t("organisations-index")).await?;
    p.canonical = Some(ctx.app.url(&ctx.path("/organisations")));
    let kind = OrganisationKind::parse(&filter.kind);
    public_html(&index_page(&ctx, p, organisations, &regions, kind), vec![events::LIST])
}

/// A filter that names no kind is as good as none.
pub fn index_page(
    ctx: &Ctx,
    p: Shell,
    organisations: Vec<Organisation>,
    regions: &[(OrganisationId, String)],
    kind: Option<OrganisationKind>,
) -> IndexPage {
    let l = ctx.l();
    let row = |organisation: Organisation| {
        let of = regions.iter().filter(|(id, _)| *id == organisation.id).map(|(_, region)| region.as_str());
        Row {
            href: ctx.path(&path(organisation.id)),
            kind: l.t(organisation.kind.label()).into_owned(),
            regions: region_names(ctx, of),
            name: organisation.name.get(ctx.lang).clone(),
        }
    };
    let wanted = |organisation: &Organisation| kind.is_none_or(|kind| organisation.kind == kind);
    let mut rows: Vec<Row> = organisations.into_iter().filter(wanted).map(row).collect();
    rows.sort_by(|a, b| l.compare(&a.name, &b.name));
    let mut kinds = kind_options(ctx);
    kinds.insert(0, (String::new(), l.t("organisations-filter-any").into_owned()));
    IndexPage {
        p,
        rows,
        kind: kind.map(OrganisationKind::code).unwrap_or_default().to_owned(),
        kinds,
        may_edit: policy::may_edit(&ctx.actor()),
    }
}

fn kind_options(ctx: &Ctx) -> Vec<(String, String)> {
    let words = |kind: OrganisationKind| ctx.l().t(kind.label()).into_owned();
    OrganisationKind::ALL.into_iter().map(|kind| (kind.code().to_owned(), words(kind))).collect()
}

/// Regions in the order of the programme; one that it no longer has is left out.
fn region_names<'k>(ctx: &Ctx, keys: impl Iterator<Item = &'k str>) -> String {
    let keys: Vec<&str> = keys.collect();
    let regions = &programme::current(&ctx.app).regions;
    if !regions.is_empty() && regions.iter().all(|region| keys.contains(&region.key.as_str())) {
        return ctx.l().t("organisations-regions-all").into_owned();
    }
    let known = regions.iter().filter(|region| keys.contains(&region.key.as_str()));
    known.map(|region| region.name.get(ctx.lang).as_str()).collect::<Vec<_>>().join(", ")
}

async fn show(ctx: Ctx, Path(id): Path<String>) -> Result<Response, Error> {
    let id = organisation_id(&id)?;
    let mut tx = ctx.read().await?;
    let organisation = store::get(&mut tx, id).await?.ok_or(Error::NotFound)?;
    let regions = store::regions_of(&mut tx, id).await?;
    let mut p = Shell::new(&ctx, &mut tx, organisation.name.get(ctx.lang)).await?;
    p.canonical = Some(ctx.app.url(&ctx.path(&path(id))));
    public_html(&show_page(&ctx, p, organisation, &regions), vec![events::subject(id)])
}

pub fn show_page(ctx: &Ctx, p: Shell, organisation: Organisation, regions: &[String]) -> ShowPage {
    let l = ctx.l();
    ShowPage {
        p: p.crumb(ctx.path("/organisations"), l.t("organisations-index")),
        kind: l.t(organisation.kind.label()).into_owned(),
        regions: region_names(ctx, regions.iter().map(String::as_str)),
        website: organisation.website,
        edit: policy::may_edit(&ctx.actor()).then(|| ctx.path(&format!("{}/edit", path(organisation.id)))),
    }
}

fn organisation_id(text: &str) -> Result<OrganisationId, Error> {
    text.parse().map_err(|_| Error::NotFound)
}

#[derive(Deserialize)]
#[serde(default)]
pub struct OrganisationForm {
    ky: String,
    ru: String,
    en: String,
    kind: String,
    website: String,
    region: Vec<String>,
}

impl Default for OrganisationForm {
    fn default() -> Self {
        let [ky, ru, en, website] = std::array::from_fn(|_| String::new());
        let kind = OrganisationKind::LocalCso.code().to_owned();
        OrganisationForm { ky, ru, en, kind, website, region: Vec::new() }
    }
}

impl OrganisationForm {
    fn of(organisation: Organisation, region: Vec<String>) -> Self {
        let Organisation { kind, name: Localized { ky, ru, en }, website, .. } = organisation;
        OrganisationForm { ky, ru, en, kind: kind.code().to_owned(), website, region }
    }

    /// Kind and regions come from choices; whatever else was sent is left out.
    fn details(&self, ctx: &Ctx) -> Result<NewOrganisation, Error> {
        let kind = OrganisationKind::parse(&self.kind);
        let kind = kind.ok_or_else(|| Error::Invalid(ctx.l().t("web-error-invalid-text").into_owned()))?;
        let regions = programme::current(&ctx.app).regions.iter().map(|region| region.key.clone());
        Ok(NewOrganisation {
            kind,
            name: Localized { ky: self.ky.clone(), ru: self.ru.clone(), en: self.en.clone() },
            website: self.website.clone(),
            regions: regions.filter(|key| self.region.contains(key)).collect(),
        })
    }
}

fn may_edit(ctx: &Ctx) -> Result<(), Error> {
    if policy::may_edit(&ctx.actor()) { Ok(()) } else { Err(denied(ctx)) }
}

fn denied(ctx: &Ctx) -> Error {
    Error::Denied(ctx.l().t("organisations-denied").into_owned())
}

async fn new(ctx: Ctx) -> Result<Response, Error> {
    may_edit(&ctx)?;
    html(&form_page(&ctx, None, OrganisationForm::default(), FormErrors::default()))
}

async fn edit(ctx: Ctx, Path(id): Path<String>) -> Result<Response, Error> {
    may_edit(&ctx)?;
    let id = organisation_id(&id)?;
    let mut tx = ctx.read().await?;
    let organisation = store::get(&mut tx, id).await?.ok_or(Error::NotFound)?;
    let regions = store::regions_of(&mut tx, id).await?;
    html(&form_page(&ctx, Some(id), OrganisationForm::of(organisation, regions), FormErrors::default()))
}

/// The form for a new organisation, or with an id for one that is there.
pub fn form_page(
    ctx: &Ctx,
    id: Option<OrganisationId>,
    form: OrganisationForm,
    errors: FormErrors,
) -> FormPage {
    let l = ctx.l();
    let regions = programme::current(&ctx.app).regions.iter();
    let title = l.t(if id.is_some() { "organisations-edit" } else { "organisations-new" });
    FormPage {
        p: Shell::plain(ctx, &title).crumb(ctx.path("/organisations"), l.t("organisations-index")),
        errors,
        action: ctx.path(&id.map_or_else(|| "/organisations".to_owned(), path)),
        regions: regions
            .map(|region| RegionBox {
                key: region.key.clone(),
                name: region.name.get(ctx.lang).clone(),
                checked: form.region.contains(&region.key),
            })
            .collect(),
        kinds: kind_options(ctx),
        ky: form.ky,
        ru: form.ru,
        en: form.en,
        kind: form.kind,
        website: form.website,
    }
}

async fn create(ctx: Ctx, Form(form): Form<OrganisationForm>) -> Result<Response, Error> {
    let mut tx = ctx.write().await?;
    match actions::create(&mut tx, form.details(&ctx)?).await {
        Ok(id) => {
            tx.commit().await?;
            Ok(flash::redirect(&ctx, &path(id), &ctx.l().t("organisations-saved")))
        }
        Err(error) => {
            tx.roll_back().await;
            refused(&ctx, None, form, error)
        }
    }
}

async fn update(
    ctx: Ctx,
    Path(id): Path<String>,
    Form(form): Form<OrganisationForm>,
) -> Result<Response, Error> {
    let id = organisation_id(&id)?;
    let mut tx = ctx.write().await?;
    match actions::change(&mut tx, id, form.details(&ctx)?).await {
        Ok(()) => {
            tx.commit().await?;
            Ok(flash::redirect(&ctx, &path(id), &ctx.l().t("organisations-saved")))
        }
        Err(error) => {
            tx.roll_back().await;
            refused(&ctx, Some(id), form, error)
        }
    }
}

fn refused(
    ctx: &Ctx,
    id: Option<OrganisationId>,
    form: OrganisationForm,
    error: CannotSave,
) -> Result<Response, Error> {
    match error {
        CannotSave::Denied => Err(denied(ctx)),
        CannotSave::NotFound => Err(Error::NotFound),
        CannotSave::Db(error) => Err(error.into()),
        CannotSave::Mistakes(mistakes) => {
            let mut errors = FormErrors::default();
            for (field, key) in mistakes.into_iter().map(|mistake| mistake.words()) {
                errors.add(field, ctx.l().t(key));
            }
            let page = form_page(ctx, id, form, errors);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, html(&page)?).into_response())
        }
    }
}
