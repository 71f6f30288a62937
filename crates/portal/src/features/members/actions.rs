//! The verbs: signing in and out, inviting, joining, changing, suspending.

use super::credentials::entering::{Entered, Proof, Waiting, enter};
use super::model::{
    self, LINKS_AT_MOST, LINKS_WITHIN, Link, LinkId, PRINTED_LINK, Person, Purpose, Spent, Standing,
};
use super::{credentials, events, mails, policy, recovery, store};
use crate::web::{App, Viewer};
use anyhow::Context;
use platform::actor::{Actor, Member, MemberId, OrganisationId, Role};
use platform::db::{DbError, Query, Result, WriteTx};
use platform::lang::Lang;
use platform::secrets::Secrets;

/// Nobody is flooded with links and codes they did not ask for.
pub async fn may_have_mail(tx: &mut WriteTx, member: MemberId) -> Result<bool> {
    let since = tx.now() - LINKS_WITHIN;
    Ok(store::mailed_since(tx, member, since).await? < LINKS_AT_MOST)
}

/// A path that signs a member in once, for commands, the sample world and tests.
pub async fn sign_in_link(app: &App, email: &str) -> anyhow::Result<String> {
    let email = model::email(email).with_context(|| format!("{email} is no mail address"))?;
    let known = store::by_email(&mut app.db.read().await?, &email).await?;
    let known = known.with_context(|| format!("nobody here has the address {email}"))?;
    anyhow::ensure!(
        matches!(known.standing, Standing::Joined(_)),
        "{email} has not joined or is suspended; invite them with `birge member invite`"
    );
    let mut tx = app.db.write(&Actor::System("operator")).await?;
    let link = store::add_link(&mut tx, known.person.id, Purpose::SignIn, None, PRINTED_LINK).await?;
    tx.commit_unrecorded("a printed link; its use is recorded").await?;
    Ok(model::link_path(&app.secrets, known.person.language, Purpose::SignIn, link))
}

/// What somebody's link leads to.
pub struct Opened {
    pub link: Link,
    pub person: Person,
}

#[derive(Debug, thiserror::Error)]
pub enum CannotOpen {
    #[error("there is no such link")]
    Unknown,
    #[error("the link is spent: {0:?}")]
    Spent(Spent),
    #[error(transparent)]
    Db(#[from] DbError),
}

/// Looks a link up without using it: programs that scan mail open every address they find.
pub async fn open_link(
    q: &mut impl Query,
    secrets: &Secrets,
    purpose: Purpose,
    token: &str,
) -> std::result::Result<Opened, CannotOpen> {
    let id = model::link_id(secrets, token).ok_or(CannotOpen::Unknown)?;
    let link = store::link(q, id).await?.filter(|link| link.purpose == purpose);
    let link = link.ok_or(CannotOpen::Unknown)?;
    let listed = store::by_id(q, link.member).await?.ok_or(CannotOpen::Unknown)?;
    let now = q.db().clock().now();
    link.check(now).map_err(CannotOpen::Spent)?;
    if matches!(listed.standing, Standing::Suspended(_)) {
        return Err(CannotOpen::Spent(Spent::Revoked));
    }
    Ok(Opened { link, person: listed.person })
}

/// Counts a wrong code for a link that was opened in another browser than the one that asked.
pub async fn wrong_browser(app: &App, link: LinkId) -> Result<()> {
    let mut tx = app.db.write(&Actor::Guest).await?;
    store::fail_link(&mut tx, link).await?;
    tx.commit_unrecorded("a wrong code").await
}

/// Uses a sign-in link up: the person is in, or is asked for their second step. `old` is the browser's session so far.
pub async fn sign_in(
    app: &App,
    opened: &Opened,
    waiting: Waiting,
    old: Option<&Viewer>,
) -> std::result::Result<Entered, CannotOpen> {
    let mut tx = app.db.write(&Actor::Member(member_of(&opened.person))).await?;
    use_link(&mut tx, opened).await?;
    let entered = enter(&mut tx, app, &opened.person, Proof::Address, waiting, old).await?;
    match entered {
        Entered::In(..) => tx.commit().await?,
        Entered::Waits(_) => tx.commit_unrecorded("a sign-in that waits for its second step").await?,
    }
    Ok(entered)
}

/// Accepts an invitation: the person says how they are called and is signed in.
pub async fn join(
    app: &App,
    opened: &Opened,
    name: &str,
    language: Lang,
    waiting: Waiting,
    old: Option<&Viewer>,
) -> std::result::Result<Entered, CannotOpen> {
    let person = Person { name: name.to_owned(), language, ..opened.person.clone() };
    let mut tx = app.db.write(&Actor::Member(member_of(&person))).await?;
    store::join(&mut tx, person.id, name, language).await?;
    tx.record(events::of_member(events::JOINED, &person));
    use_link(&mut tx, opened).await?;
    let entered = enter(&mut tx, app, &person, Proof::Address, waiting, old).await?;
    tx.commit().await?;
    Ok(entered)
}

async fn use_link(tx: &mut WriteTx, opened: &Opened) -> std::result::Result<(), CannotOpen> {
    if store::use_link(tx, opened.link.id).await? { Ok(()) } else { Err(CannotOpen::Spent(Spent::Used)) }
}

pub fn member_of(person: &Person) -> Member {
    Member { id: person.id, organisation: person.organisation, role: person.role, language: person.language }
}

/// Who holds a session cookie, if it is still good. Notes now and then that it was used.
pub async fn authenticate(app: &App, token: &str) -> Result<Option<Viewer>> {
    let hash = Secrets::hash(token);
    let now = app.db.clock().now();
    let Some(holder) = store::holder(&mut app.db.read().await?, &hash, now).await? else { return Ok(None) };
    if now.since(holder.seen_at) >= model::SEEN_EVERY {
        let mut tx = app.db.write(&Actor::System("sessions")).await?;
        store::seen(&mut tx, holder.session).await?;
        tx.commit_unrecorded("the last use of a session").await?;
    }
    // Of the session and not of its cookie: forms in other tabs stay good when the cookie is changed.
    let csrf = app.secrets.csrf(&Secrets::hash(&holder.session.to_string()));
    let role = holder.member.role;
    Ok(Some(Viewer {
        member: holder.member,
        name: holder.name,
        csrf,
        session: holder.session,
        fresh: holder.confirmed_at.is_some_and(|at| now.since(at) < credentials::FRESH),
        set_up: credentials::set_up(app, role, holder.factors > 0, holder.weak_sign_ins),
    }))
}

pub async fn sign_out(tx: &mut WriteTx, viewer: &Viewer) -> Result<()> {
    store::end_session(tx, viewer.session).await
}

/// Ends the member's sessions in all other browsers.
pub async fn sign_out_elsewhere(tx: &mut WriteTx, viewer: &Viewer) -> Result<u64> {
    store::end_others(tx, viewer.member.id, viewer.session).await
}

/// Changes what a member says of themselves.
pub async fn change(tx: &mut WriteTx, viewer: &Viewer, name: &str, language: Lang) -> Result<()> {
    let Some(listed) = store::by_id(tx, viewer.member.id).await? else { return Ok(()) };
    store::change(tx, listed.person.id, name, language).await?;
    tx.record(events::of_member(events::CHANGED, &listed.person));
    Ok(())
}

/// Whom to invite, as the inviter knows them; the person confirms name and language.
#[derive(Clone, Debug)]
pub struct Invitation {
    pub email: String,
    pub name: String,
    pub language: Lang,
    pub role: Role,
    pub organisation: OrganisationId,
}

#[derive(Debug, thiserror::Error)]
pub enum CannotInvite {
    #[error("only the chair and the operator invite people, and the operator none who decide")]
    Denied,
    #[error("who gives a role that decides shows first that it is them")]
    NotFresh,
    #[error("the mail address cannot be right")]
    Email,
    #[error("the name is missing or too long")]
    Name,
    #[error("somebody with this address is a member already")]
    Member,
    #[error(transparent)]
    Db(#[from] DbError),
}

/// Whether the one who acts showed within the last minutes that it is them. It is handed to every act that gives a role, so
/// that no page can forget to ask.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Freshness {
    /// A session that is fresh, or a command on the machine itself.
    Fresh,
    Old,
}

/// Invites by mail, for seven days. An invitation that was not accepted yet is replaced; its link dies.
pub async fn invite(
    tx: &mut WriteTx,
    invitation: &Invitation,
    freshness: Freshness,
) -> std::result::Result<(MemberId, LinkId), CannotInvite> {
    if !policy::may_grant(tx.actor(), invitation.role) {
        return Err(CannotInvite::Denied);
    }
    if credentials::is_demanded_of(invitation.role) && freshness == Freshness::Old {
        return Err(CannotInvite::NotFresh);
    }
    let email = model::email(&invitation.email).ok_or(CannotInvite::Email)?;
    let name = model::name(&invitation.name).ok_or(CannotInvite::Name)?;
    let known = store::by_email(tx, &email).await?;
    let &Invitation { language, role, organisation, .. } = invitation;
    let id = known.as_ref().map_or_else(|| tx.next_id(), |known| known.person.id);
    let person = Person { id, name, email, language, organisation, role };
    // Whom the chair invited to decide, or is letting in anew, the operator does not make anything else.
    if known.as_ref().is_some_and(|known| !policy::may_grant(tx.actor(), known.person.role)) {
        return Err(CannotInvite::Denied);
    }
    match known.map(|known| known.standing) {
        None => store::insert(tx, &person, false).await?,
        Some(Standing::Invited(_)) => {
            store::invite_again(tx, &person).await?;
            store::revoke_links(tx, id).await?;
        }
        Some(Standing::Joined(_) | Standing::Suspended(_)) => return Err(CannotInvite::Member),
    }
    let invited_by = tx.actor().member_id();
    let lasts = Purpose::Invitation.lasts();
    let link = store::add_link(tx, id, Purpose::Invitation, invited_by, lasts).await?;
    mails::queue(tx, id, Purpose::Invitation, link, None).await?;
    tx.record(events::of_member(events::INVITED, &person));
    Ok((id, link))
}

#[derive(Debug, thiserror::Error)]
pub enum CannotSuspend {
    #[error("this member is not theirs to suspend")]
    Denied,
    #[error("there is no such member")]
    NotFound,
    #[error(transparent)]
    Db(#[from] DbError),
}

/// Shuts somebody out at once: sessions end, links die. What they did stays.
pub async fn suspend(tx: &mut WriteTx, id: MemberId) -> std::result::Result<(), CannotSuspend> {
    let person = suspendable(tx, id).await?;
    if store::suspend(tx, id).await? {
        store::end_all(tx, id).await?;
        store::revoke_links(tx, id).await?;
        tx.record(events::of_member(events::SUSPENDED, &person));
    }
    Ok(())
}

/// Lets somebody back in; they sign in anew.
pub async fn restore(tx: &mut WriteTx, id: MemberId) -> std::result::Result<(), CannotSuspend> {
    let person = suspendable(tx, id).await?;
    if store::restore(tx, id).await? {
        tx.record(events::of_member(events::RESTORED, &person));
    }
    Ok(())
}

async fn suspendable(tx: &mut WriteTx, id: MemberId) -> std::result::Result<Person, CannotSuspend> {
    if !policy::may_invite(tx.actor()) {
        return Err(CannotSuspend::Denied);
    }
    let person = store::by_id(tx, id).await?.ok_or(CannotSuspend::NotFound)?.person;
    if policy::may_suspend(tx.actor(), id, person.role) { Ok(person) } else { Err(CannotSuspend::Denied) }
}

/// Forgets ended sessions; links, mailed codes and recoveries a month after their time.
pub async fn tidy(tx: &mut WriteTx) -> Result<()> {
    credentials::store::prune(tx).await?;
    let before = tx.now() - std::time::Duration::from_secs(30 * 24 * 3600);
    credentials::store::prune_mailed(tx, before).await?;
    recovery::store::prune(tx, before).await?;
    store::prune(tx, before).await
}
