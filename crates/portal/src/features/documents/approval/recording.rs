//! An approval that was given elsewhere, written down by the chair, with a scan.

use super::super::actions::{Loaded, Refusal, load};
use super::super::model::{EditionId, Level};
use super::super::pages::{self, work_path};
use super::super::policy::{self, Action};
use super::super::routes::{message, refused};
use super::actions::{self, Recorded};
use super::model::{CannotDecide, Channel};
use super::pages::{Entered, Record};
use super::routes::DecisionForm;
use crate::features::{files, members};
use crate::web::flash;
use crate::web::{Ctx, Error, FormErrors, Shell, html};
use axum::extract::{Multipart, Path};
use axum::response::{IntoResponse, Redirect, Response};
use futures_util::stream;
use http::StatusCode;
use platform::actor::Role;
use std::collections::HashMap;

pub async fn form(ctx: Ctx, Path(id): Path<EditionId>) -> Result<Response, Error> {
    let page = record_page(&ctx, id, FormErrors::default(), &HashMap::new(), StatusCode::OK).await?;
    // Asked before it is filled in: a form with a file cannot wait until its sender has shown who they are.
    ctx.fresh_factor()?;
    Ok(page)
}

async fn record_page(
    ctx: &Ctx,
    id: EditionId,
    errors: FormErrors,
    entered: &HashMap<String, String>,
    status: StatusCode,
) -> Result<Response, Error> {
    let mut tx = ctx.read().await?;
    let (l, actor) = (ctx.l(), ctx.actor());
    let loaded = load(&mut tx, &actor, id).await.map_err(|refusal| refused(ctx, refusal))?;
    policy::can(&actor, Action::RecordApproval, &loaded.context())
        .map_err(|denied| refused(ctx, denied.into()))?;
    let Loaded { edition, .. } = loaded;
    if !edition.awaits_approval() {
        return Ok(Redirect::to(&ctx.path(&work_path(id))).into_response());
    }
    let approvers = members::with_role(&mut tx, Role::Approver).await?;
    let title = l.t("documents-record-title");
    let p = Shell::new(ctx, &mut tx, &title)
        .await?
        .crumb(ctx.path("/documents/waiting"), l.t("documents-waiting-title"))
        .with_script(ctx, "upload.js");
    let value = |name: &str| entered.get(name).cloned().unwrap_or_default();
    let choose = (String::new(), l.t("documents-choose").into_owned());
    let people = approvers
        .into_iter()
        .filter(|person| edition.submitted_by != Some(person.id))
        .map(|person| (person.id.to_string(), person.name));
    let channels = Channel::RECORDED.into_iter().map(|it| (it.code().to_owned(), pages::channel(it, l)));
    let approved_at = match value("approved_at") {
        empty if empty.is_empty() => l.local_input(ctx.app.db.clock().now()),
        typed => typed,
    };
    let page = Record {
        errors,
        action: ctx.path(&format!("{}/recorded-approval", work_path(id))),
        heading: edition.text.title.clone(),
        back: ctx.path(&work_path(id)),
        version: edition.version,
        approvers: std::iter::once(choose.clone()).chain(people).collect(),
        channels: std::iter::once(choose).chain(channels).collect(),
        entered: Entered {
            level: value("level"),
            act_number: value("act_number"),
            act_date: value("act_date"),
            note: value("note"),
            when: value("when"),
            publish_at: value("publish_at"),
            ..Entered::default()
        },
        approver: value("approver"),
        channel: value("channel"),
        approved_at,
        prove: ctx.where_to_prove(),
        p,
    };
    Ok((status, html(&page)?).into_response())
}

/// Records an approval; the scan, if there is one, comes last in the form and is kept before the approval.
pub async fn create(ctx: Ctx, Path(id): Path<EditionId>, mut form: Multipart) -> Result<Response, Error> {
    let l = ctx.l();
    let broken = |_| Error::Invalid(l.t("web-error-invalid-text").into_owned());
    let mut fields: HashMap<String, String> = HashMap::new();
    let mut errors = FormErrors::default();
    let mut scan = None;
    while let Some(field) = form.next_field().await.map_err(broken)? {
        let name = field.name().unwrap_or_default().to_owned();
        if name != "scan" {
            fields.insert(name, field.text().await.map_err(broken)?);
            continue;
        }
        if fields.get("_csrf") != Some(&ctx.signed_in()?.csrf) {
            return Err(Error::Forged);
        }
        let file_name = field.file_name().unwrap_or_default().to_owned();
        if file_name.is_empty() {
            continue;
        }
        let content = stream::unfold(Some(field), |field| async move {
            let mut field = field?;
            match field.chunk().await {
                Ok(Some(bytes)) => Some((Ok(bytes), Some(field))),
                Ok(None) => None,
                Err(error) => Some((Err(error), None)),
            }
        });
        match files::receive(&ctx, content, &file_name).await {
            Ok(file) => scan = Some(file.id),
            Err(why) => errors.add("scan", why.in_words(&ctx.app, l)?),
        }
    }
    if fields.get("_csrf") != Some(&ctx.signed_in()?.csrf) {
        return Err(Error::Forged);
    }
    let value = |name: &str| fields.get(name).cloned().unwrap_or_default();
    let form = DecisionForm {
        version: value("version").parse().unwrap_or(0),
        level: value("level"),
        act_number: value("act_number"),
        act_date: value("act_date"),
        note: value("note"),
        when: value("when"),
        publish_at: value("publish_at"),
        ..DecisionForm::default()
    };
    let now = ctx.app.db.clock().now();
    let approver = value("approver").parse().ok();
    if approver.is_none() {
        errors.add("approver", l.t("documents-choose-approver"));
    }
    let channel = Channel::parse(&value("channel")).filter(|channel| Channel::RECORDED.contains(channel));
    if channel.is_none() {
        errors.add("channel", l.t("documents-choose-channel"));
    }
    let approved_at = l.parse_local_input(&value("approved_at")).filter(|at| *at <= now);
    if approved_at.is_none() {
        errors.add("approved_at", l.t("documents-cannot-past-time"));
    }
    let grant = form.grant(l, &mut errors);
    let when = form.moment(l, now, &mut errors);
    if form.level == Level::Official.code() && ctx.fresh_factor().is_err() {
        errors.add("level", l.t("documents-record-prove"));
        return record_page(&ctx, id, errors, &fields, StatusCode::FORBIDDEN).await;
    }
    if let (Some(approver), Some(channel), Some(approved_at), Some(grant), true) =
        (approver, channel, approved_at, grant, errors.is_empty())
    {
        let recorded = Recorded { grant, approver, channel, approved_at, scan, when };
        let mut tx = ctx.write().await?;
        match actions::record(&mut tx, id, form.version, &recorded).await {
            Ok(()) => {
                tx.commit().await?;
                return Ok(flash::redirect(&ctx, &work_path(id), &l.t("documents-recorded")));
            }
            Err(refusal @ Refusal::Decide(CannotDecide::NotTheirs)) => {
                errors.add("approver", l.t(message(&refusal)));
            }
            Err(refusal) => return Err(refused(&ctx, refusal)),
        }
    }
    record_page(&ctx, id, errors, &fields, StatusCode::UNPROCESSABLE_ENTITY).await
}
