//! The order of what is found, and that the work for it is bounded: over an index of made-up entries.

use super::index::Opened;
use super::snapshot::{Asked, Found, Snapshot};
use super::synonyms::Synonyms;
use crate::web::search::{DAY, Entry, SeenBy};
use platform::activity::Position;
use platform::actor::OrganisationId;
use platform::clock::Timestamp;
use platform::lang::Lang;
use platform::subject::Subject;
use tempfile::TempDir;

const NOW: Timestamp = Timestamp(1_760_000_000_000);

/// An entry that is so many days old.
pub fn entry(id: i64, language: Lang, title: &str, text: &str, days: u32) -> Entry {
    let subject = Subject::new("tests.entry", id);
    Entry {
        subject,
        group: subject,
        language,
        title: title.into(),
        text: text.into(),
        path: format!("/tests/{id}"),
        at: Some(NOW - DAY * days),
        rank: NOW - DAY * days,
        badges: Vec::new(),
        kind: "search-title",
        facets: Vec::new(),
        seen_by: vec![SeenBy::Everybody],
    }
}

fn ru(id: i64, title: &str, text: &str) -> Entry {
    entry(id, Lang::Ru, title, text, 10)
}

struct Library {
    snapshot: Snapshot,
    synonyms: Synonyms,
    _folder: TempDir,
}

impl Library {
    fn of(entries: &[Entry]) -> Library {
        let folder = TempDir::new().unwrap();
        let opened = Opened::create(folder.path()).unwrap();
        let mut writer = opened.writer().unwrap();
        for (number, entry) in entries.iter().enumerate() {
            writer.add(entry).unwrap();
            // Several segments, as changes make them.
            if number % 1000 == 3 {
                writer.commit(Position(1)).unwrap();
            }
        }
        writer.commit(Position(2)).unwrap();
        opened.reader.reload().unwrap();
        let snapshot = Snapshot::of(&opened).unwrap();
        Library { snapshot, synonyms: Synonyms::default(), _folder: folder }
    }

    fn found(&self, language: Lang, query: &str) -> Found {
        self.asked(language, query, Vec::new(), vec![SeenBy::Everybody])
    }

    fn asked(&self, language: Lang, query: &str, facets: Vec<(&str, &str)>, seen_by: Vec<SeenBy>) -> Found {
        let asked = Asked { query, language, facets, since: None, seen_by, now: NOW, typing: false };
        self.snapshot.search(&asked, &self.synonyms).unwrap()
    }

    fn ids_of(&self, found: &Found) -> Vec<i64> {
        self.snapshot.subjects(&found.hits).iter().map(|(.., id)| *id).collect()
    }

    fn ids(&self, query: &str) -> Vec<i64> {
        self.ids_of(&self.found(Lang::Ru, query))
    }
}

#[test]
fn the_exact_spelling_comes_before_other_forms_and_titles_before_texts() {
    let library = Library::of(&[
        ru(1, "Новости", "О законе говорили вчера."),
        ru(2, "Новости", "Вышел закон."),
        ru(3, "О законах", "Слова."),
        ru(4, "Закон", "Слова."),
        ru(5, "Погода", "Снег."),
    ]);
    assert_eq!(library.ids("закон"), [4, 3, 2, 1]);
}

#[test]
fn of_equal_ones_the_newer_and_the_firmer_come_first() {
    let mut official = entry(3, Lang::Ru, "Закон", "", 200);
    official.rank = official.rank + DAY * 365;
    let library = Library::of(&[
        entry(1, Lang::Ru, "Закон", "", 900),
        entry(2, Lang::Ru, "Закон", "", 100),
        official,
        entry(4, Lang::Ru, "Закон", "", 30),
    ]);
    assert_eq!(library.ids("закон"), [3, 4, 2, 1]);
}

#[test]
fn words_that_stand_together_come_before_words_that_stand_apart() {
    let library = Library::of(&[
        ru(1, "Новости", "Торговля растёт. Помогают людьми собранные деньги."),
        ru(2, "Новости", "Как распознать торговлю людьми."),
    ]);
    assert_eq!(library.ids("торговля людьми"), [2, 1]);
    assert_eq!(library.ids("«торговля людьми»"), [2], "in quotation marks they must");
}

#[test]
fn a_term_is_found_by_its_names_in_other_languages() {
    let mut library = Library::of(&[
        entry(1, Lang::Ky, "Кулчулук деген эмне", "Сөздөр.", 10),
        entry(2, Lang::Ru, "Новости", "Что такое торговля людьми.", 10),
        entry(3, Lang::En, "News", "What trafficking in persons is.", 10),
        entry(4, Lang::En, "News", "Persons at the market.", 10),
    ]);
    let group = [
        (Lang::Ky, "адам сатуу"),
        (Lang::Ky, "кулчулук"),
        (Lang::Ru, "торговля людьми"),
        (Lang::En, "trafficking in persons"),
    ];
    library.synonyms = Synonyms::new(vec![group.map(|(lang, words)| (lang, words.to_owned())).to_vec()]);
    for (language, query) in [
        (Lang::Ky, "кулчулук"),
        (Lang::Ky, "адам сатуунун"),
        (Lang::Ru, "торговле людьми"),
        (Lang::En, "trafficking in persons"),
    ] {
        let found = library.found(language, query);
        let mut ids = library.ids_of(&found);
        assert!(!found.partly, "{query}");
        ids.sort_unstable();
        assert_eq!(ids, [1, 2, 3], "{query}");
    }
}

#[test]
fn typos_are_forgiven_only_when_nothing_is_spelled_so() {
    let library = Library::of(&[ru(1, "Миграция", ""), ru(2, "Мигрень", "")]);
    let found = library.found(Lang::Ru, "мигарция");
    assert_eq!(library.ids_of(&found), [1]);
    assert_eq!(found.instead, ["миграция"]);
    assert!(library.found(Lang::Ru, "мигрень").instead.is_empty());
}

#[test]
fn a_word_that_is_one_slip_away_is_meant_before_one_that_is_two() {
    let near = ru(1, "Мигранты", "");
    let far = ru(2, "Мигранта Мигранта", "");
    let library = Library::of(&[near, far.clone()]);
    assert_eq!(library.found(Lang::Ru, "мигрантцы").instead, ["мигранты"]);
    // Of words two slips away any will do, if there is no nearer one.
    assert_eq!(Library::of(&[far]).found(Lang::Ru, "мигрантцы").instead, ["мигранта"]);
}

#[test]
fn when_nothing_has_all_the_words_most_of_them_will_do() {
    let library = Library::of(&[ru(1, "Помощь в Бишкеке", ""), ru(2, "Погода", "")]);
    let found = library.found(Lang::Ru, "помощь бишкек вертолёт");
    assert_eq!(library.ids_of(&found), [1]);
    assert!(found.partly);
}

#[test]
fn only_what_one_may_see_is_found_and_counted() {
    let own = SeenBy::Organisation(OrganisationId::from(7));
    let mut draft = ru(2, "Закон", "");
    draft.seen_by = vec![own];
    draft.facets = vec![("kind", "law".into())];
    let library = Library::of(&[ru(1, "Закон", ""), draft]);
    assert_eq!(library.ids("закон"), [1]);
    assert_eq!(library.found(Lang::Ru, "закон").counts.get("kind:law"), None);
    let of_member = library.asked(Lang::Ru, "закон", Vec::new(), vec![SeenBy::Everybody, own]);
    assert_eq!(of_member.hits.len(), 2);
    assert_eq!(of_member.counts["kind:law"], 1);
    let narrowed = library.asked(Lang::Ru, "закон", vec![("kind", "law")], vec![SeenBy::Everybody, own]);
    assert_eq!(library.ids_of(&narrowed), [2]);
}

#[test]
fn the_best_match_is_found_among_more_than_one_looks_at_and_the_newest_of_the_rest() {
    let mut entries: Vec<Entry> = (0..6000)
        .map(|id| entry(id, Lang::Ru, "Новости", "Закон и ещё слова.", u32::try_from(id).unwrap()))
        .collect();
    entries.push(entry(9001, Lang::Ru, "Закон", "Слова.", 7000));
    entries.push(entry(9002, Lang::Ru, "Новости", "Закон суровый.", 7001));
    let library = Library::of(&entries);
    let found = library.found(Lang::Ru, "закон");
    assert!(found.more);
    let ids = library.ids_of(&found);
    assert!(ids.len() <= 1200, "{} were looked at", ids.len());
    assert_eq!(ids[0], 9001, "a title, however old");
    assert_eq!(&ids[1..4], [0, 1, 2], "then the newest, over all segments");
    let phrase = library.found(Lang::Ru, "закон суровый");
    assert_eq!(library.ids_of(&phrase)[0], 9002);
}

#[test]
fn two_common_words_that_never_meet_cost_no_more() {
    // Every move within a list is a step, so that lists which never meet come to an end too.
    let entries: Vec<Entry> = (0..6000)
        .map(|id| {
            let text = if id % 2 == 0 { "красный" } else { "зелёный" };
            entry(id, Lang::Ru, "Новости", text, u32::try_from(id).unwrap())
        })
        .collect();
    let library = Library::of(&entries);
    let found = library.found(Lang::Ru, "красный зелёный");
    assert!(found.partly && found.hits.len() <= 400, "{}", found.hits.len());
}
