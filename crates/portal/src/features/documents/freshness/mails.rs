//! Who is told that a text is due, late, or leads to a broken address, and the mails about it.

use super::super::addresses::{self, Status};
use super::super::approval::mails::{About, about};
use super::super::events::Facts;
use super::super::pages::work_path;
use super::store;
use crate::features::members;
use crate::web::{App, Letter, Link, Notice};
use platform::activity::Activity;
use platform::actor::Role;
use platform::clock::Timestamp;
use platform::db::WriteTx;
use platform::mail::{Message, Outgoing};

pub const DUE: &str = "documents.freshness_due";
pub const OVERDUE: &str = "documents.freshness_overdue";
pub const BROKEN: &str = "documents.address_broken";

/// Everybody of the organisation who can mend the text has a notice; the mail goes to whoever handed it in, or to all of them
/// if that person is gone. What is late goes to the chair.
pub async fn notices(tx: &mut WriteTx, event: &Activity, facts: &Facts) -> anyhow::Result<Vec<Notice>> {
    let mail = match event.kind.as_str() {
        "documents.freshness.overdue" => {
            let chairs = members::with_role(tx, Role::Chair).await?;
            return Ok(chairs.iter().map(|it| Notice { member: it.id, mail: Some(OVERDUE) }).collect());
        }
        "documents.freshness.due" => DUE,
        _ => BROKEN,
    };
    let mut owners = members::of_organisation(tx, facts.organisation).await?;
    owners.retain(|it| matches!(it.role, Role::Contributor | Role::Approver | Role::Chair));
    let author = facts.submitted_by.filter(|author| owners.iter().any(|it| it.id == *author));
    let notice =
        |member| Notice { member, mail: Some(mail).filter(|_| author.is_none_or(|it| it == member)) };
    Ok(owners.iter().map(|it| notice(it.id)).collect())
}

/// To the owners, and to the chair two weeks later. Unless somebody looked at the text meanwhile.
pub async fn due(app: &App, mail: &Outgoing) -> anyhow::Result<Option<Message>> {
    let Some(about) = about(app, mail).await? else { return Ok(None) };
    let fresh = store::of(&mut app.db.read().await?, about.edition.id).await?;
    let Some(fresh) = fresh.filter(|it| it.due_at <= app.db.clock().now()) else { return Ok(None) };
    let l = app.l(about.person.language);
    let title = about.edition.text.title.as_str();
    let late = about.event.kind == "documents.freshness.overdue";
    let (subject, intro) = match late {
        true => ("documents-mail-freshness-overdue-subject", "documents-mail-freshness-overdue-intro"),
        false => ("documents-mail-freshness-due-subject", "documents-mail-freshness-due-intro"),
    };
    let since = l.date(fresh.checked_at.or(about.edition.published_at).unwrap_or(Timestamp(0)));
    let intro = l.f(intro, &[("title", title.into()), ("date", since.into())]);
    Ok(Some(letter(app, &about, l.f1(subject, "title", title), intro)))
}

/// To the owners of a text: one of its links is broken. Unless it works again or is gone.
pub async fn broken(app: &App, mail: &Outgoing) -> anyhow::Result<Option<Message>> {
    let Some(about) = about(app, mail).await? else { return Ok(None) };
    let address = about.facts.address.clone().unwrap_or_default();
    let found = addresses::of_edition(&mut app.db.read().await?, about.edition.id).await?;
    if !found.iter().any(|it| it.address == address && it.status == Status::Broken) {
        return Ok(None);
    }
    let l = app.l(about.person.language);
    let title = about.edition.text.title.as_str();
    let intro = [("title", title.into()), ("address", address.as_str().into())];
    let subject = l.f1("documents-mail-address-broken-subject", "title", title);
    let intro = l.f("documents-mail-address-broken-intro", &intro);
    Ok(Some(letter(app, &about, subject, intro)))
}

fn letter(app: &App, about: &About, subject: String, intro: String) -> Message {
    let l = app.l(about.person.language);
    let path = format!("/{}{}/freshness", l.lang, work_path(about.edition.id));
    let letter = Letter {
        subject,
        paragraphs: vec![intro],
        quote: None,
        action: Some(Link::new(app.url(&path), l.t("documents-freshness-do"))),
        note: None,
    };
    letter.message(app, l.lang, &about.person.name, &about.person.email)
}
