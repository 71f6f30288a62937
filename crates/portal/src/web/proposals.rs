//! Records that somebody proposes for their organisation and that those who decide publish and take back: kits, campaigns,
//! events. Who sees, changes and publishes one is the same for all of them and stands here, once as rules and once as what
//! SQL and the search ask. Not here: texts, which are approved and not only published.

use super::feature::moderators;
use super::search::SeenBy;
use platform::activity::Activity;
use platform::actor::{Actor, Member, OrganisationId, Role};
use platform::db::{Query, ReadTx, Result, Sql, id_list};
use platform::params;

/// What the rules ask of a record.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Proposal {
    pub organisation: OrganisationId,
    /// Readers see it; until then, and when it was taken back, it is a proposal.
    pub published: bool,
}

pub fn may_propose(member: Option<&Member>) -> bool {
    member.is_some_and(|it| it.role == Role::Contributor) || moderators(member)
}

pub fn may_publish(actor: &Actor) -> bool {
    moderators(actor.signed_in())
}

impl Proposal {
    /// Its twin in SQL asks the numbers of [`sight`]: `published_at IS NOT NULL OR organisation_id = ? OR ? = 1`.
    pub fn seen_by(self, actor: &Actor) -> bool {
        self.published || moderators(actor.signed_in()) || self.own(actor)
    }

    /// What everybody reads already is changed by those who answer for it.
    pub fn changed_by(self, actor: &Actor) -> bool {
        let contributor = actor.signed_in().is_some_and(|it| it.role == Role::Contributor);
        may_publish(actor) || !self.published && contributor && self.own(actor)
    }

    fn own(self, actor: &Actor) -> bool {
        let works = |it: &Member| it.role != Role::Operator && it.organisation == self.organisation;
        actor.signed_in().is_some_and(works)
    }

    /// The same as [`Proposal::seen_by`], for the search.
    pub fn found_by(self) -> Vec<SeenBy> {
        if self.published {
            return vec![SeenBy::Everybody];
        }
        vec![SeenBy::Organisation(self.organisation), SeenBy::Role(Role::Approver), SeenBy::Role(Role::Chair)]
    }
}

/// What SQL asks of an actor: their organisation, and whether they decide about all proposals.
pub fn sight(actor: &Actor) -> (i64, i64) {
    match actor.signed_in() {
        Some(member) if member.role != Role::Operator => {
            (member.organisation.get(), i64::from(moderators(Some(member))))
        }
        // No organisation has this id: they are all positive.
        _ => (-1, 0),
    }
}

/// Which of these events of the log this actor may see: those of records that they may see now. `sql` takes ids and what
/// [`sight`] returns.
pub async fn visible(
    tx: &mut ReadTx,
    sql: &'static Sql,
    actor: &Actor,
    events: &[Activity],
) -> Result<Vec<bool>> {
    if actor.signed_in().is_none() {
        return Ok(vec![false; events.len()]);
    }
    let (organisation, decides) = sight(actor);
    let ids = id_list(events.iter().map(|event| event.subject_id));
    let seen: Vec<i64> = tx.all(sql, params![ids, organisation, decides]).await?;
    Ok(events.iter().map(|event| seen.contains(&event.subject_id)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use platform::actor::MemberId;
    use platform::lang::Lang;

    fn of_seven(published: bool) -> Proposal {
        Proposal { organisation: 7.into(), published }
    }

    fn member(role: Role, organisation: i64) -> Actor {
        let organisation = organisation.into();
        Actor::Member(Member { id: MemberId::from(1), organisation, role, language: Lang::Ky })
    }

    #[test]
    fn a_proposal_is_seen_by_its_organisation_and_by_those_who_decide() {
        for (role, own, other) in [
            (Role::Reader, true, false),
            (Role::Contributor, true, false),
            (Role::Operator, false, false),
            (Role::Approver, true, true),
            (Role::Chair, true, true),
        ] {
            assert_eq!(of_seven(false).seen_by(&member(role, 7)), own, "{role:?}");
            assert_eq!(of_seven(false).seen_by(&member(role, 8)), other, "{role:?} of another");
        }
        assert!(!of_seven(false).seen_by(&Actor::Guest) && of_seven(true).seen_by(&Actor::Guest));
    }

    #[test]
    fn sql_and_search_say_the_same_as_the_rule() {
        let members = Role::ALL.into_iter().flat_map(|role| [7, 8].map(|of| member(role, of)));
        for actor in members.chain([Actor::Guest]) {
            for proposal in [of_seven(false), of_seven(true)] {
                let (organisation, decides) = sight(&actor);
                let in_sql =
                    proposal.published || organisation == proposal.organisation.get() || decides == 1;
                let is = SeenBy::all_of(&actor);
                let found = proposal.found_by().iter().any(|by| is.contains(by));
                let seen = proposal.seen_by(&actor);
                assert_eq!((in_sql, found), (seen, seen), "{actor:?} {proposal:?}");
            }
        }
    }

    #[test]
    fn contributors_write_their_own_proposals_and_nothing_that_is_published() {
        let contributor = member(Role::Contributor, 7);
        assert!(of_seven(false).changed_by(&contributor) && !of_seven(true).changed_by(&contributor));
        assert!(!of_seven(false).changed_by(&member(Role::Contributor, 8)));
        assert!(!of_seven(false).changed_by(&member(Role::Reader, 7)));
        for role in [Role::Approver, Role::Chair] {
            assert!(of_seven(true).changed_by(&member(role, 8)) && may_publish(&member(role, 8)));
        }
        assert!(!may_publish(&contributor) && !may_publish(&member(Role::Operator, 7)));
    }
}
