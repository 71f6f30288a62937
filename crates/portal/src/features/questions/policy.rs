//! Who may do what with a question. Every member reads them: what people ask is what a strategy works on.

use super::model::Question;
use platform::actor::{Actor, Role};

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Action {
    /// Take it for oneself.
    Take,
    /// Give it to somebody, put it back.
    Assign,
    Group,
    /// Choose a document, or begin one.
    Answer,
    Close,
    Reopen,
}

pub fn can(actor: &Actor, action: Action, question: &Question) -> bool {
    let Some(member) = actor.signed_in() else { return matches!(actor, Actor::System(_)) };
    match action {
        Action::Take => writes(member.role),
        Action::Answer | Action::Group => {
            moderates(member.role) || (writes(member.role) && question.assigned_to == Some(member.id))
        }
        Action::Assign | Action::Close | Action::Reopen => moderates(member.role),
    }
}

pub fn moderates(role: Role) -> bool {
    matches!(role, Role::Chair | Role::Approver)
}

pub fn writes(role: Role) -> bool {
    matches!(role, Role::Contributor | Role::Chair | Role::Approver)
}

#[cfg(test)]
mod tests {
    use super::super::samples::example;
    use super::*;
    use platform::actor::Member;
    use platform::lang::Lang;

    fn member(id: i64, role: Role) -> Actor {
        Actor::Member(Member { id: id.into(), organisation: 1.into(), role, language: Lang::Ru })
    }

    #[test]
    fn who_took_a_question_may_answer_it_and_other_writers_may_not() {
        let question = Question { assigned_to: Some(5.into()), ..example(1) };
        assert!(can(&member(5, Role::Contributor), Action::Answer, &question));
        assert!(!can(&member(6, Role::Contributor), Action::Answer, &question));
        assert!(can(&member(7, Role::Chair), Action::Answer, &question));
        assert!(!can(&member(5, Role::Contributor), Action::Close, &question));
    }

    #[test]
    fn readers_operators_and_guests_only_ask() {
        let question = example(1);
        for action in
            [Action::Take, Action::Assign, Action::Group, Action::Answer, Action::Close, Action::Reopen]
        {
            for actor in [member(1, Role::Reader), member(1, Role::Operator), Actor::Guest] {
                assert!(!can(&actor, action, &question), "{actor:?} {action:?}");
            }
        }
    }
}
