//! What a section declares so that its records are found: entries for the index, who may find them, what they can be
//! narrowed by. The index itself, its words and its ranking are not here; the reader of the log that keeps it asks these
//! declarations and knows no section.

use super::app::App;
use futures_util::future::BoxFuture;
use platform::activity::Activity;
use platform::actor::{Actor, MemberId, OrganisationId, Role};
use platform::clock::Timestamp;
use platform::db::{ReadTx, Result};
use platform::lang::Lang;
use platform::subject::Subject;

/// Subjects after an id, in the order of their ids: a page of everything that a section has to be found.
pub type ListSubjects = for<'a> fn(&'a App, &'a mut ReadTx, i64) -> BoxFuture<'a, Result<Vec<Subject>>>;

/// The entries of subjects as they are now. What is gone, or is not to be found any more, is left out.
pub type LoadEntries =
    for<'a> fn(&'a App, &'a mut ReadTx, &'a [Subject]) -> BoxFuture<'a, Result<Vec<Entry>>>;

/// Words of several languages that mean the same: each group holds what to look for when one of it is asked for.
pub type LoadSynonyms = for<'a> fn(&'a mut ReadTx) -> BoxFuture<'a, Result<Vec<Vec<(Lang, String)>>>>;

#[derive(Clone, Copy)]
pub struct Search {
    /// Every kind of subject its entries have; each begins with the section's word.
    pub subjects: &'static [&'static str],
    /// The groups of entries that an event changes: one of the section, or one of a kind in `follows`.
    pub touched: fn(&Activity) -> Vec<Subject>,
    /// Kinds of events of the sections it builds on.
    pub follows: &'static [&'static str],
    pub list: ListSubjects,
    /// Takes subjects and groups. For the index and, with rights judged again, for every page of results.
    pub load: LoadEntries,
    /// What its entries can be narrowed by. Filters of several sections with one code are one filter.
    pub filters: fn(&App, Lang) -> Vec<Filter>,
}

/// One thing that can be found, in one language.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// What it is; one subject has one entry a language at most.
    pub subject: Subject,
    /// What changes together with it: its entries are taken out and loaded anew when an event touches this.
    pub group: Subject,
    pub language: Lang,
    pub title: String,
    /// Plain words, the important ones first.
    pub text: String,
    /// The path after the language.
    pub path: String,
    /// The date to show.
    pub at: Option<Timestamp>,
    /// Among equally good ones the later comes first; firmer texts get some time added.
    pub rank: Timestamp,
    /// A sign beside the title: its CSS class and the message key of its words.
    pub badges: Vec<(&'static str, &'static str)>,
    /// The message key of what it is.
    pub kind: &'static str,
    /// Codes of filters and keys of their choices.
    pub facets: Vec<(&'static str, String)>,
    /// Whoever is one of these may find it.
    pub seen_by: Vec<SeenBy>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SeenBy {
    Everybody,
    Members,
    Role(Role),
    /// Its people who work on texts, so not those who run the server.
    Organisation(OrganisationId),
    Member(MemberId),
}

impl SeenBy {
    /// All that somebody is. A link opens one text and finds nothing more than a guest.
    pub fn all_of(actor: &Actor) -> Vec<SeenBy> {
        let Some(member) = actor.signed_in() else { return vec![SeenBy::Everybody] };
        let mut all =
            vec![SeenBy::Everybody, SeenBy::Members, SeenBy::Role(member.role), SeenBy::Member(member.id)];
        if member.role != Role::Operator {
            all.push(SeenBy::Organisation(member.organisation));
        }
        all
    }
}

/// Something that results can be narrowed by.
#[derive(Clone, Debug, PartialEq)]
pub struct Filter {
    /// Its word in addresses and in [`Entry::facets`].
    pub code: &'static str,
    pub label: String,
    /// Keys and words, in the order to show.
    pub choices: Vec<(String, String)>,
}

/// For [`Entry::rank`]: how much later than its date a firmer text counts.
pub const DAY: std::time::Duration = std::time::Duration::from_hours(24);

#[cfg(test)]
mod tests {
    use super::*;
    use platform::actor::Member;

    fn member(role: Role) -> Actor {
        Actor::Member(Member { id: 1.into(), organisation: 2.into(), role, language: Lang::Ky })
    }

    #[test]
    fn a_guest_is_everybody_and_nobody_else() {
        assert_eq!(SeenBy::all_of(&Actor::Guest), [SeenBy::Everybody]);
    }

    #[test]
    fn who_runs_the_server_finds_nothing_of_their_organisation() {
        let own = SeenBy::Organisation(2.into());
        assert!(SeenBy::all_of(&member(Role::Reader)).contains(&own));
        assert!(!SeenBy::all_of(&member(Role::Operator)).contains(&own));
    }
}
