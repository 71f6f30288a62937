//! Who may do what with an edition. Asked beside every write, and by pages to hide what would be refused.

use super::model::{Edition, EditionId, State};
use platform::actor::{Actor, Member, OrganisationId, Role};
use platform::subject::Subject;

/// The kind of subject that a one-edition link is good for.
pub const EDITION: &str = "documents.edition";
pub const DOCUMENT: &str = "documents.document";

pub fn edition_subject(id: EditionId) -> Subject {
    Subject::new(EDITION, id.get())
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Action {
    View,
    /// Save a draft, attach files, tag.
    Edit,
    Submit,
    /// Back to a draft, before it is published.
    TakeBack,
    /// Begin the next edition, or the same text in another language.
    Continue,
    Approve,
    Return,
    RecordApproval,
    TakeApprovalBack,
    Publish,
    PublishInEmergency,
    Withdraw,
    Remove,
}

/// Why not. Each is a message in `locales`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Denied {
    /// It shall not even be known to exist.
    Invisible,
    OtherOrganisation,
    Role,
    /// Nobody approves what they submitted.
    OwnWork,
}

impl Denied {
    pub fn message(self) -> &'static str {
        match self {
            Denied::Invisible => "web-error-not-found",
            Denied::OtherOrganisation => "documents-denied-organisation",
            Denied::Role => "documents-denied-role",
            Denied::OwnWork => "documents-denied-own-work",
        }
    }
}

/// What a policy needs to know of an edition beyond its row.
pub struct Context<'a> {
    pub edition: &'a Edition,
    pub supporters: &'a [OrganisationId],
}

/// States in which approvers and the chair see a text that is not public.
pub const SEEN_BY_MODERATORS: [State; 3] = [State::Submitted, State::Approved, State::Removed];

fn is_moderator(member: &Member) -> bool {
    matches!(member.role, Role::Approver | Role::Chair)
}

fn belongs(member: &Member, of: &Context<'_>) -> bool {
    member.role != Role::Operator
        && (member.organisation == of.edition.organisation || of.supporters.contains(&member.organisation))
}

fn writes(member: &Member) -> bool {
    matches!(member.role, Role::Contributor | Role::Chair | Role::Approver)
}

pub fn can_view(actor: &Actor, of: &Context<'_>) -> bool {
    if of.edition.state.is_public() {
        return true;
    }
    match actor {
        Actor::Guest => false,
        Actor::System(_) => true,
        Actor::LinkHolder(holder) => holder.subject == edition_subject(of.edition.id),
        Actor::Member(member) => {
            belongs(member, of) || (is_moderator(member) && SEEN_BY_MODERATORS.contains(&of.edition.state))
        }
    }
}

/// Who gave an approval, how, with which words and which scan is for those who wrote the text and those who approve. The
/// public sees its level, body and date.
pub fn can_see_approval(actor: &Actor, of: &Context<'_>) -> bool {
    let reads = |member: &Member| belongs(member, of) || is_moderator(member);
    can_view(actor, of) && actor.signed_in().is_some_and(reads)
}

/// Whether members may begin documents at all.
pub fn can_create(member: &Member) -> bool {
    writes(member)
}

pub fn can(actor: &Actor, action: Action, of: &Context<'_>) -> Result<(), Denied> {
    if !can_view(actor, of) {
        return Err(Denied::Invisible);
    }
    let allowed = |yes: bool, why: Denied| if yes { Ok(()) } else { Err(why) };
    let Some(member) = actor.member() else {
        return allowed(action == Action::View || matches!(actor, Actor::System(_)), Denied::Role);
    };
    // A link holder acts in the name of the member it was sent to, and only decides.
    let by_link = matches!(actor, Actor::LinkHolder(_));
    let own_work = of.edition.submitted_by == Some(member.id);
    match action {
        Action::View => Ok(()),
        Action::Approve | Action::Return => {
            allowed(member.role == Role::Approver, Denied::Role)?;
            allowed(!own_work, Denied::OwnWork)
        }
        _ if by_link => Err(Denied::Role),
        Action::Edit | Action::Submit | Action::TakeBack | Action::Continue => {
            allowed(writes(member), Denied::Role)?;
            allowed(belongs(member, of), Denied::OtherOrganisation)
        }
        Action::RecordApproval => {
            allowed(member.role == Role::Chair, Denied::Role)?;
            allowed(!own_work, Denied::OwnWork)
        }
        Action::TakeApprovalBack => allowed(is_moderator(member), Denied::Role),
        Action::Publish => {
            allowed(is_moderator(member) || (writes(member) && belongs(member, of)), Denied::Role)
        }
        Action::PublishInEmergency | Action::Remove => allowed(is_moderator(member), Denied::Role),
        Action::Withdraw => {
            allowed(is_moderator(member) || (writes(member) && belongs(member, of)), Denied::Role)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::samples::edition;
    use super::*;
    use platform::actor::LinkHolder;
    use platform::lang::Lang;

    fn member(id: i64, organisation: i64, role: Role) -> Member {
        Member { id: id.into(), organisation: organisation.into(), role, language: Lang::Ru }
    }

    fn ask(actor: &Actor, action: Action, edition: &Edition) -> Result<(), Denied> {
        can(actor, action, &Context { edition, supporters: &[] })
    }

    #[test]
    fn an_author_cannot_approve_their_own_edition() {
        let mut edition = edition();
        edition.state = State::Submitted;
        edition.submitted_by = Some(7.into());
        let author = Actor::Member(member(7, 9, Role::Approver));
        let other = Actor::Member(member(8, 9, Role::Approver));
        assert_eq!(ask(&author, Action::Approve, &edition), Err(Denied::OwnWork));
        assert_eq!(ask(&other, Action::Approve, &edition), Ok(()));
    }

    #[test]
    fn a_draft_is_invisible_outside_its_organisations() {
        let edition = edition();
        let organisation = edition.organisation.get();
        for role in Role::ALL {
            let outsider = Actor::Member(member(5, organisation + 1, role));
            assert_eq!(ask(&outsider, Action::View, &edition), Err(Denied::Invisible), "{role:?}");
            let insider = Actor::Member(member(5, organisation, role));
            assert_eq!(ask(&insider, Action::View, &edition).is_ok(), role != Role::Operator, "{role:?}");
        }
    }

    #[test]
    fn a_link_is_good_for_one_edition_and_for_deciding_only() {
        let mut edition = edition();
        edition.state = State::Submitted;
        let approver = member(8, 9, Role::Approver);
        let holder = |id| {
            Actor::LinkHolder(LinkHolder {
                member: approver.clone(),
                subject: Subject::new(EDITION, id),
                link: 1,
            })
        };
        assert_eq!(ask(&holder(edition.id.get()), Action::Approve, &edition), Ok(()));
        assert_eq!(ask(&holder(edition.id.get()), Action::Publish, &edition), Err(Denied::Role));
        assert_eq!(ask(&holder(edition.id.get() + 1), Action::Approve, &edition), Err(Denied::Invisible));
    }

    #[test]
    fn the_chair_records_but_does_not_approve() {
        let mut edition = edition();
        edition.state = State::Submitted;
        let chair = Actor::Member(member(6, 9, Role::Chair));
        assert_eq!(ask(&chair, Action::Approve, &edition), Err(Denied::Role));
        assert_eq!(ask(&chair, Action::RecordApproval, &edition), Ok(()));
    }
}
