//! An approval that was given elsewhere, written down by the chair, with a scan.

use super::super::actions::{Loaded, Refusal, load};
use super::super::model::{EditionId, Level};
use super::super::pages::work_path;
use super::super::policy::{self, Action};
use super::super::routes::{message, refused};
use super::super::words;
use super::actions::{self, Recorded};
use super::model::{CannotDecide, Channel};
use super::pages::{Entered, Record};
use super::routes::DecisionForm;
use super::store;
use crate::features::files::{self, Confirmed, Disposition, Fields, File, Refused, Upload};
use crate::features::members;
use crate::web::flash;
use crate::web::{Ctx, Error, FormErrors, Shell, html};
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use http::{HeaderMap, StatusCode};
use platform::actor::Role;

pub async fn form(ctx: Ctx, Path(id): Path<EditionId>) -> Result<Response, Error> {
    let page = record_page(&ctx, id, FormErrors::default(), &Fields::default(), StatusCode::OK).await?;
    // Asked before it is filled in: a form with a file cannot wait until its sender has shown who they are.
    ctx.fresh_factor()?;
    Ok(page)
}

async fn record_page(
    ctx: &Ctx,
    id: EditionId,
    errors: FormErrors,
    entered: &Fields,
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
    let value = |name: &str| entered.value(name).to_owned();
    let choose = (String::new(), l.t("documents-choose").into_owned());
    let people = approvers
        .into_iter()
        .filter(|person| edition.submitted_by != Some(person.id))
        .map(|person| (person.id.to_string(), person.name));
    let channels = Channel::RECORDED.into_iter().map(|it| (it.code().to_owned(), words::channel(it, l)));
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

/// Records an approval. The scan, if there is one, comes last in the form, and is kept only when all else is right. It
/// never becomes public, so nobody is asked to look at what cleaning took out of it; the chair is told.
pub async fn create(ctx: Ctx, Path(id): Path<EditionId>, mut upload: Upload) -> Result<Response, Error> {
    let mut tx = ctx.read().await?;
    let loaded = load(&mut tx, &ctx.actor(), id).await.map_err(|refusal| refused(&ctx, refusal))?;
    policy::can(&ctx.actor(), Action::RecordApproval, &loaded.context())
        .map_err(|denied| refused(&ctx, denied.into()))?;
    drop(tx);
    let mut fields = Fields::default();
    let mut read = None;
    let mut scan = None;
    while let Some(mut field) = upload.next(&ctx).await? {
        if field.name() != Some("scan") {
            fields.read(&ctx, field).await?;
            continue;
        }
        let mut entry = Entry::of(&ctx, &fields);
        if entry.recorded.is_some() {
            match files::take_in(&ctx, &mut field, Confirmed::AtOnce).await {
                Ok(file) => scan = Some(file),
                Err(Refused::NoFile) => {}
                Err(why) => entry.errors.add("scan", why.in_words(&ctx.app, ctx.l())?),
            }
        } else {
            files::turn_down(&ctx, &mut field).await;
        }
        read = Some(entry);
        break;
    }
    let Entry { recorded, version, mut errors } = read.unwrap_or_else(|| Entry::of(&ctx, &fields));
    if fields.value("level") == Level::Official.code() && ctx.fresh_factor().is_err() {
        errors.add("level", ctx.l().t("documents-record-prove"));
        return record_page(&ctx, id, errors, &fields, StatusCode::FORBIDDEN).await;
    }
    if let (Some(recorded), true) = (recorded, errors.is_empty()) {
        let recorded = Recorded { scan: scan.as_ref().map(|file| file.id), ..recorded };
        let mut tx = ctx.write().await?;
        match actions::record(&mut tx, id, version, &recorded).await {
            Ok(()) => {
                tx.commit().await?;
                return Ok(flash::redirect(&ctx, &work_path(id), &said(&ctx, scan.as_ref())));
            }
            Err(refusal @ Refusal::Decide(CannotDecide::NotTheirs)) => {
                tx.roll_back().await;
                errors.add("approver", ctx.l().t(message(&refusal)));
            }
            Err(refusal) => return Err(refused(&ctx, refusal)),
        }
    }
    record_page(&ctx, id, errors, &fields, StatusCode::UNPROCESSABLE_ENTITY).await
}

/// What the fields of the form say, or what is wrong with them.
struct Entry {
    recorded: Option<Recorded>,
    version: i64,
    errors: FormErrors,
}

impl Entry {
    fn of(ctx: &Ctx, fields: &Fields) -> Entry {
        let l = ctx.l();
        let value = |name: &str| fields.value(name).to_owned();
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
        let mut errors = FormErrors::default();
        let now = ctx.app.db.clock().now();
        let approver = value("approver").parse().ok();
        if approver.is_none() {
            errors.add("approver", l.t("documents-choose-approver"));
        }
        let channel = Channel::parse(&value("channel")).filter(|it| Channel::RECORDED.contains(it));
        if channel.is_none() {
            errors.add("channel", l.t("documents-choose-channel"));
        }
        let approved_at = l.parse_local_input(&value("approved_at")).filter(|at| *at <= now);
        if approved_at.is_none() {
            errors.add("approved_at", l.t("documents-cannot-past-time"));
        }
        let grant = form.grant(l, &mut errors);
        let when = form.moment(l, now, &mut errors);
        let recorded = match (approver, channel, approved_at, grant) {
            (Some(approver), Some(channel), Some(approved_at), Some(grant)) if errors.is_empty() => {
                Some(Recorded { grant, approver, channel, approved_at, scan: None, when })
            }
            _ => None,
        };
        Entry { recorded, version: form.version, errors }
    }
}

fn said(ctx: &Ctx, scan: Option<&File>) -> String {
    let recorded = ctx.l().t("documents-recorded").into_owned();
    match scan {
        Some(scan) => format!("{recorded} {}", files::uploaded(ctx.l(), scan)),
        None => recorded,
    }
}

/// The scan of the approval in force, for those who see who gave it.
pub async fn scan(ctx: Ctx, Path(id): Path<EditionId>, headers: HeaderMap) -> Result<Response, Error> {
    let mut tx = ctx.read().await?;
    let loaded = load(&mut tx, &ctx.actor(), id).await.map_err(|refusal| refused(&ctx, refusal))?;
    if !policy::can_see_approval(&ctx.actor(), &loaded.context()) {
        return Err(Error::NotFound);
    }
    let approval = store::approval(&mut tx, id).await?;
    let scan = approval.and_then(|approval| approval.scan).ok_or(Error::NotFound)?;
    let file = files::get(&mut tx, &[scan.into()]).await?.pop().ok_or(Error::NotFound)?;
    drop(tx);
    Ok(files::respond(&ctx.app, &file, Disposition::Inline, &headers).await)
}
