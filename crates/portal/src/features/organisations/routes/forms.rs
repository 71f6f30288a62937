//! The form of an organisation: whole for the chair and the operator, without name, kind and trust for its own people.

use super::partners::{kind_options, term_options};
use super::{denied, organisation_id};
use crate::features::organisations::actions::{self, CannotSave};
use crate::features::organisations::model::{
    Contact, NewOrganisation, Organisation, OrganisationKind, Profile, Trust,
};
use crate::features::organisations::pages::{CheckBox, FormPage};
use crate::features::organisations::{path, policy, store};
use crate::features::programme::Dimension;
use crate::web::{Ctx, Error, Form, FormErrors, Shell, flash, html};
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use platform::actor::OrganisationId;
use platform::lang::{Lang, Localized};
use serde::Deserialize;

#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct OrganisationForm {
    pub ky: String,
    pub ru: String,
    pub en: String,
    pub kind: String,
    pub trust: String,
    pub about_ky: String,
    pub about_ru: String,
    pub about_en: String,
    pub phone: String,
    pub email: String,
    pub address: String,
    pub messenger: String,
    pub website: String,
    pub region: Vec<String>,
    pub audience: Vec<String>,
}

impl OrganisationForm {
    /// An empty one.
    pub fn blank() -> Self {
        OrganisationForm { kind: OrganisationKind::LocalCso.code().to_owned(), ..Self::default() }
    }

    pub fn of(organisation: Organisation, profile: Profile) -> Self {
        let Localized { ky, ru, en } = organisation.name;
        let Contact { phone, email, address, messenger, website } = profile.contact;
        let Localized { ky: about_ky, ru: about_ru, en: about_en } = profile.about;
        let (kind, trust) = (organisation.kind.code().to_owned(), organisation.trust.code().to_owned());
        let (region, audience) = (profile.regions, profile.audiences);
        #[rustfmt::skip]
        return OrganisationForm {
            ky, ru, en, kind, trust, about_ky, about_ru, about_en, phone, email, address, messenger, website, region, audience,
        };
    }

    pub fn name(&self, lang: Lang) -> &str {
        match lang {
            Lang::Ky => &self.ky,
            Lang::Ru => &self.ru,
            Lang::En => &self.en,
        }
    }

    /// Regions and audiences come from choices; whatever else was sent is left out.
    fn profile(&self, ctx: &Ctx) -> Profile {
        let chosen = |dimension, sent: &[String]| {
            let known = term_options(ctx, dimension).into_iter().map(|(key, _)| key);
            known.filter(|key| sent.contains(key)).collect()
        };
        let Self { about_ky, about_ru, about_en, phone, email, address, messenger, website, .. } =
            self.clone();
        Profile {
            about: Localized { ky: about_ky, ru: about_ru, en: about_en },
            contact: Contact { phone, email, address, messenger, website },
            regions: chosen(Dimension::Region, &self.region),
            audiences: chosen(Dimension::Audience, &self.audience),
        }
    }

    fn details(&self, ctx: &Ctx) -> Result<NewOrganisation, Error> {
        let kind = OrganisationKind::parse(&self.kind);
        let kind = kind.ok_or_else(|| Error::Invalid(ctx.l().t("web-error-invalid-text").into_owned()))?;
        Ok(NewOrganisation {
            kind,
            name: Localized { ky: self.ky.clone(), ru: self.ru.clone(), en: self.en.clone() },
            trust: Trust::parse(&self.trust).unwrap_or(Trust::NeedsApproval),
            profile: self.profile(ctx),
        })
    }
}

pub async fn new(ctx: Ctx) -> Result<Response, Error> {
    if !policy::may_edit(&ctx.actor()) {
        return Err(denied(&ctx));
    }
    html(&form_page(&ctx, None, OrganisationForm::blank(), FormErrors::default()))
}

pub async fn edit(ctx: Ctx, Path(id): Path<String>) -> Result<Response, Error> {
    let id = organisation_id(&id)?;
    if !policy::may_edit_profile(&ctx.actor(), id) {
        return Err(denied(&ctx));
    }
    let mut tx = ctx.read().await?;
    let found = store::get(&mut tx, id).await?.filter(|found| found.merged_into.is_none());
    let organisation = found.ok_or(Error::NotFound)?;
    let profile = store::profile(&mut tx, &organisation).await?;
    let form = OrganisationForm::of(organisation, profile);
    html(&form_page(&ctx, Some(id), form, FormErrors::default()))
}

/// The form for a new organisation, or with an id for one that is there.
pub fn form_page(
    ctx: &Ctx,
    id: Option<OrganisationId>,
    form: OrganisationForm,
    errors: FormErrors,
) -> FormPage {
    let (l, actor) = (ctx.l(), ctx.actor());
    let boxes = |dimension, chosen: &[String]| {
        let terms = term_options(ctx, dimension).into_iter();
        let one = |(key, name): (String, String)| CheckBox { checked: chosen.contains(&key), key, name };
        terms.map(one).collect::<Vec<CheckBox>>()
    };
    let trusts = Trust::ALL.map(|trust| (trust.code().to_owned(), l.t(trust.label()).into_owned()));
    let title = l.t(if id.is_some() { "organisations-edit" } else { "organisations-new" });
    FormPage {
        p: Shell::plain(ctx, &title).crumb(ctx.path("/partners"), l.t("organisations-index")),
        errors,
        action: ctx.path(&id.map_or_else(|| "/partners".to_owned(), path)),
        regions: boxes(Dimension::Region, &form.region),
        audiences: boxes(Dimension::Audience, &form.audience),
        kinds: policy::may_edit(&actor).then(|| kind_options(ctx)),
        trusts: if policy::may_trust(&actor) { trusts.to_vec() } else { Vec::new() },
        form,
    }
}

/// Trust lets texts go live without an approver, so whoever gives or takes it shows first that it is them.
fn prove_for_trust(ctx: &Ctx, form: &OrganisationForm, before: Trust) -> Result<(), Error> {
    let changes = policy::may_trust(&ctx.actor()) && Trust::parse(&form.trust).is_some_and(|it| it != before);
    if changes { ctx.fresh_factor().map(drop) } else { Ok(()) }
}

pub async fn create(ctx: Ctx, Form(form): Form<OrganisationForm>) -> Result<Response, Error> {
    prove_for_trust(&ctx, &form, Trust::NeedsApproval)?;
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

pub async fn update(
    ctx: Ctx,
    Path(id): Path<String>,
    Form(form): Form<OrganisationForm>,
) -> Result<Response, Error> {
    let id = organisation_id(&id)?;
    if let Some(before) = store::get(&mut ctx.read().await?, id).await? {
        prove_for_trust(&ctx, &form, before.trust)?;
    }
    let mut tx = ctx.write().await?;
    let done = if policy::may_edit(&ctx.actor()) {
        actions::change(&mut tx, id, form.details(&ctx)?).await
    } else {
        actions::change_profile(&mut tx, id, form.profile(&ctx)).await
    };
    match done {
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
