//! The shipped programme file is whole, and every kind of mistake in a file is found at its line.

use std::collections::HashSet;

use platform::lang::Lang;

use super::model::*;

const SHIPPED: &str =
    include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../programmes/kg-2022-2025.toml"));
const SHIPPED_NAME: &str = "programmes/kg-2022-2025.toml";

/// The smallest file without a mistake; tests break one line of it.
const SMALL: &str = r#"name = { ky = "Программа", ru = "Программа", en = "Programme" }
short_name = { ky = "Программа", ru = "Программа", en = "Programme" }
summary = { ky = "Кыскача", ru = "Кратко", en = "In short" }
starts = 2026-01-01
ends = 2026-12-31
lead_body = "ministry"
coordinating_body = "ministry"
[[body]]
key = "ministry"
name = { ky = "Министрлик", ru = "Министерство", en = "Ministry" }
role = { ky = "Жетектейт", ru = "Руководит", en = "Leads" }
[[goal]]
ky = "Максат"
ru = "Цель"
en = "Goal"
[[task]]
key = "task-1"
name = { ky = "Милдет", ru = "Задача", en = "Task" }
summary = { ky = "Кыскача", ru = "Кратко", en = "In short" }
[[channel_group]]
key = "media"
name = { ky = "Медиа", ru = "СМИ", en = "Media" }
[[channel_group.channel]]
key = "television"
name = { ky = "Телевидение", ru = "Телевидение", en = "Television" }
[[audience]]
key = "drivers"
name.ky = "Айдоочулар"
name.ru = "Водители"
name.en = "Drivers"
standing = "both"
purpose = { ky = "Максаты", ru = "Зачем", en = "Why" }
main_channels = ["television", "media"]
[[region]]
key = "kg-o"
iso = "KG-O"
kind = "oblast"
name = { ky = "Ош облусу", ru = "Ошская область", en = "Osh oblast" }
[[theme]]
key = "roads"
name = { ky = "Жол", ru = "Дорога", en = "Road" }
summary = { ky = "Кыскача", ru = "Кратко", en = "In short" }
[[campaign_part]]
key = "opening"
name = { ky = "Ачылышы", ru = "Открытие", en = "Opening" }
[[training]]
key = "staff"
name = { ky = "Кызматкерлер", ru = "Сотрудники", en = "Staff" }
[[training.topic]]
key = "writing"
name = { ky = "Жазуу", ru = "Письмо", en = "Writing" }
[[duty]]
key = "meetings"
what = "meeting"
at_least = 4
per = "year"
name = { ky = "Жыйындар", ru = "Встречи", en = "Meetings" }
"#;

/// The small file's problems after its line `line` was replaced, each as "line:column message".
fn problems_with(line: usize, replacement: &str) -> Vec<String> {
    let mut lines: Vec<&str> = SMALL.lines().collect();
    lines[line - 1] = replacement;
    problems(&lines.join("\n"), "small.toml")
}

fn problems(text: &str, file_name: &str) -> Vec<String> {
    let found = parse(text, file_name).err().unwrap_or_default();
    found.iter().map(|problem| format!("{}:{} {}", problem.line, problem.column, problem.message)).collect()
}

fn shipped() -> Programme {
    parse(SHIPPED, SHIPPED_NAME).unwrap_or_else(|problems| panic!("{SHIPPED_NAME}: {problems:#?}"))
}

#[test]
fn the_shipped_programme_holds_everything_the_strategy_names() {
    let programme = shipped();
    assert_eq!(programme.key, "kg-2022-2025");
    let act = programme.act.as_ref().unwrap();
    assert_eq!((act.number.as_str(), act.date.to_string().as_str()), ("227", "2022-04-15"));
    assert_eq!(programme.tasks.len(), 5);
    assert_eq!(programme.task("task-2").unwrap().areas.len(), 4);
    assert_eq!(programme.regions.len(), 9);
    assert_eq!(programme.regions.iter().filter(|region| region.kind == RegionKind::City).count(), 2);
    assert!(programme.regions.iter().all(|region| region.key == region.iso.to_lowercase()));
    assert_eq!(programme.themes.len(), 7);
    assert_eq!(programme.campaign_parts.len(), 11);
    let sub_groups: Vec<usize> = programme.audiences.iter().map(|it| it.sub_groups.len()).collect();
    assert_eq!(sub_groups, [3, 8, 7, 3, 4]);
    let channels: Vec<usize> = programme.channel_groups.iter().map(|it| it.channels.len()).collect();
    assert_eq!(channels, [3, 7, 4, 9, 7, 7, 5]);
    let topics: Vec<usize> = programme.trainings.iter().map(|it| it.topics.len()).collect();
    assert_eq!(topics, [10, 6]);
    assert!(programme.tasks.iter().all(|task| !task.for_media.is_empty()));
}

#[test]
fn duties_are_figures_that_can_be_compared() {
    let programme = shipped();
    let figures = |key: &str| {
        let duty = programme.duty(key).unwrap();
        (duty.what, duty.at_least, duty.at_most, duty.per)
    };
    assert_eq!(figures("working-group-meetings"), (Deed::Meeting, Some(4), None, Per::Year));
    assert_eq!(figures("national-campaigns"), (Deed::Campaign, Some(3), Some(4), Per::Programme));
    assert_eq!(figures("campaign-regional-plan"), (Deed::RegionalPlan, Some(1), None, Per::Campaign));
    assert_eq!(figures("regular-press-releases"), (Deed::PressRelease, None, None, Per::Ongoing));
}

#[test]
fn a_returning_migrant_is_never_called_a_settler() {
    assert!(!SHIPPED.to_lowercase().contains("кайрылман"));
    assert_eq!(shipped().name(Dimension::Audience, "returnees", Lang::Ky), Some("Кайтып келген мигранттар"));
}

#[test]
fn terms_list_sub_groups_and_channels_after_what_they_belong_to() {
    let programme = parse(SMALL, "small.toml").unwrap();
    let keys = |dimension| programme.terms(dimension).map(|(key, _)| key).collect::<Vec<_>>();
    assert_eq!(keys(Dimension::Channel), ["media", "television"]);
    assert_eq!(keys(Dimension::Audience), ["drivers"]);
    let shipped = shipped();
    let audiences: Vec<&str> = shipped.terms(Dimension::Audience).map(|(key, _)| key).take(3).collect();
    assert_eq!(audiences, ["population", "at-risk", "migrants"]);
    assert_eq!(shipped.audience("at-risk").unwrap().key, "population");
    assert_eq!(shipped.channel_group("radio").unwrap().key, "traditional-media");
    assert_eq!(shipped.name(Dimension::Region, "kg-b", Lang::Ru), Some("Баткенская область"));
    assert_eq!(shipped.name(Dimension::Theme, "kg-b", Lang::Ru), None);
    for dimension in Dimension::ALL {
        let keys: Vec<&str> = shipped.terms(dimension).map(|(key, _)| key).collect();
        assert_eq!(keys.len(), keys.iter().collect::<HashSet<_>>().len(), "{dimension:?}");
    }
}

#[test]
fn the_small_file_has_no_problem() {
    assert_eq!(problems(SMALL, "small.toml"), Vec::<String>::new());
}

#[test]
fn a_misspelt_key_gets_a_suggestion_and_is_reported_once() {
    assert_eq!(
        problems_with(33, r#"main_chanels = ["television"]"#),
        ["33:1 unknown key `main_chanels` in this audience; did you mean `main_channels`?"]
    );
}

#[test]
fn an_unknown_key_names_the_keys_to_use() {
    assert_eq!(
        problems_with(38, "name = { ky = \"Ош\", ru = \"Ош\", en = \"Osh\" }\npopulation = 7"),
        [
            "39:1 unknown key `population` in this region; remove it, or use one of `key`, `iso`, `kind`, `name`, `aliases`"
        ]
    );
}

#[test]
fn a_missing_or_empty_translation_is_found() {
    assert_eq!(problems_with(28, ""), ["29:1 this `name` has no `ky`; add it"]);
    assert_eq!(
        problems_with(29, r#"name.ru = " ""#),
        ["29:6 `ru` is empty; write its text between the quotes"]
    );
    assert_eq!(
        problems_with(28, r#"name.kg = "Айдоочулар""#),
        ["28:6 unknown key `kg` in this `name`; did you mean `ky`?"]
    );
    assert_eq!(problems_with(14, ""), ["12:1 this goal has no `ru`; add it"]);
    assert_eq!(
        problems_with(18, r#"name = "Task""#),
        ["18:1 write `name` in each language: `name.ky`, `name.ru` and `name.en`"]
    );
}

#[test]
fn an_empty_list_is_refused() {
    assert_eq!(
        problems_with(33, "main_channels = []"),
        ["33:1 `main_channels` is an empty list; write at least one text in it"]
    );
}

#[test]
fn a_missing_key_is_reported_at_its_table() {
    assert_eq!(problems_with(31, ""), ["26:1 this audience has no `standing`; add it"]);
}

#[test]
fn a_key_that_names_two_things_is_refused() {
    let second = "[[task]]\nkey = \"task-1\"\nname.ky = \"a\"\nname.ru = \"b\"\nname.en = \"c\"\n\
                  summary = { ky = \"a\", ru = \"b\", en = \"c\" }\n[[channel_group]]";
    assert_eq!(
        problems_with(20, second),
        ["21:1 the key `task-1` already belongs to the task of line 17; choose another key"]
    );
}

#[test]
fn a_channel_group_cannot_share_a_key_with_a_channel() {
    assert_eq!(
        problems_with(24, r#"key = "media""#),
        [
            "24:1 the key `media` already belongs to the channel of line 21; choose another key",
            "33:18 there is no channel with the key `television`; correct it, remove it or define it elsewhere in this file",
        ]
    );
}

#[test]
fn a_broken_reference_is_found_where_it_stands() {
    assert_eq!(
        problems_with(33, r#"main_channels = ["media", "televison"]"#),
        ["33:27 there is no channel with the key `televison`; did you mean `television`?"]
    );
    assert_eq!(
        problems_with(6, r#"lead_body = "minister""#),
        ["6:1 there is no body with the key `minister`; did you mean `ministry`?"]
    );
    assert_eq!(
        problems_with(50, "key = \"writing\"\ngroup = \"youth\""),
        [
            "51:1 there is no topic group with the key `youth`; correct it, remove it or define it elsewhere in this file"
        ]
    );
}

#[test]
fn bad_days_are_found() {
    let advice = "must be a day without quotes, such as 2022-04-15";
    assert_eq!(problems_with(4, r#"starts = "2026-01-01""#), [format!("4:1 `starts` {advice}")]);
    assert_eq!(problems_with(4, "starts = 2026-01-01T00:00:00Z"), [format!("4:1 `starts` {advice}")]);
    assert!(problems_with(5, "ends = 2026-02-30")[0].starts_with("5:"));
    assert_eq!(
        problems_with(5, "ends = 2025-12-31"),
        ["5:1 the programme ends before it starts; correct `starts` or `ends`"]
    );
}

#[test]
fn words_with_a_meaning_are_checked() {
    assert_eq!(
        problems_with(37, r#"kind = "oblst""#),
        ["37:1 `kind` cannot be `oblst`; did you mean `oblast`?"]
    );
    assert_eq!(
        problems_with(37, r#"kind = "village""#),
        ["37:1 `kind` cannot be `village`; use one of `oblast`, `city`"]
    );
}

#[test]
fn figures_of_a_duty_must_make_sense() {
    let advice = "a duty needs `at_least`, unless it is `per = \"ongoing\"`; add or remove it";
    assert_eq!(problems_with(55, ""), [format!("56:1 {advice}")]);
    assert_eq!(problems_with(56, r#"per = "ongoing""#), [format!("56:1 {advice}")]);
    assert_eq!(
        problems_with(55, "at_least = 4\nat_most = 3"),
        ["56:1 `at_most` must not be less than `at_least`; correct one of them"]
    );
    assert_eq!(
        problems_with(55, "at_least = -4"),
        ["55:1 `at_least` must be a whole number from 1 up, such as 4"]
    );
}

#[test]
fn keys_are_plain_latin_words_joined_by_hyphens() {
    for key in ["Task-1", "task_1", "милдет", "-task", "task 1"] {
        let expected = format!(
            "17:1 the key `{key}` cannot be used; use small latin letters and digits, joined by hyphens"
        );
        assert_eq!(problems_with(17, &format!("key = \"{key}\"")), [expected]);
    }
}

#[test]
fn a_file_name_that_cannot_be_a_key_is_refused() {
    let found = problems(SMALL, "programmes/Программа 1.toml");
    assert_eq!(found.len(), 1);
    assert!(
        found[0].starts_with("1:1 the file's name `Программа 1.toml` cannot serve as the programme's key")
    );
}

#[test]
fn syntax_errors_are_all_reported_and_nothing_is_guessed_from_the_rest() {
    let text = SMALL.replace("ends = 2026-12-31", "ends = ").replace("kind = \"oblast\"", "kind = \"oblast");
    let found = problems(&text, "small.toml");
    assert_eq!(found.len(), 2, "{found:#?}");
    assert!(found[0].starts_with("5:8 this is not valid TOML"), "{}", found[0]);
    assert!(found[1].starts_with("37:"), "{}", found[1]);
}

#[test]
fn every_problem_of_a_file_is_reported_in_the_order_of_its_lines() {
    let text = SMALL
        .replace("ends = 2026-12-31", "ends = 7")
        .replace("standing = \"both\"", "standing = 1")
        .replace("iso = \"KG-O\"\n", "")
        .replace("\"television\", \"media\"", "\"television\", \"radio\"");
    let lines: Vec<usize> =
        parse(&text, "small.toml").unwrap_err().iter().map(|problem| problem.line).collect();
    assert_eq!(lines, [5, 31, 33, 34]);
}

#[test]
fn an_empty_file_says_what_is_missing() {
    let found = problems("", "small.toml");
    assert!(found.contains(&"1:1 this programme file has no `task`; add it".to_owned()), "{found:#?}");
}
