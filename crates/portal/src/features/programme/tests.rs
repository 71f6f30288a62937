//! The page about the programme, over HTTP.

use super::current;
use crate::testing::TestPortal;
use platform::db::Dialect;
use platform::lang::Lang;
use std::collections::HashSet;

/// Every text of the file in one language, whatever it belongs to.
fn texts(portal: &TestPortal, lang: Lang) -> Vec<String> {
    let it = current(&portal.app);
    let mut all = vec![&it.name, &it.summary];
    all.extend(it.act.iter().map(|act| &act.name));
    all.extend(&it.goals);
    for body in &it.bodies {
        all.extend([&body.name, &body.role].into_iter().chain(&body.short_name));
    }
    for task in &it.tasks {
        all.extend([&task.name, &task.summary]);
        all.extend(task.areas.iter().chain(&task.for_media).chain(&task.not_for_media));
    }
    for audience in &it.audiences {
        all.extend([&audience.name, &audience.purpose]);
        all.extend(audience.sub_groups.iter().flat_map(|sub| std::iter::once(&sub.name).chain(&sub.purpose)));
    }
    for group in &it.channel_groups {
        all.extend(std::iter::once(&group.name).chain(group.channels.iter().map(|channel| &channel.name)));
    }
    all.extend(it.regions.iter().map(|region| &region.name));
    all.extend(it.themes.iter().flat_map(|theme| [&theme.name, &theme.summary]));
    all.extend(it.campaign_parts.iter().map(|part| &part.name));
    for training in &it.trainings {
        all.push(&training.name);
        all.extend(training.topic_groups.iter().map(|group| &group.name));
        all.extend(training.topics.iter().map(|topic| &topic.name));
    }
    all.extend(it.duties.iter().map(|duty| &duty.name));
    all.into_iter().map(|text| text.get(lang).split_whitespace().collect::<Vec<_>>().join(" ")).collect()
}

#[tokio::test]
async fn every_text_of_the_file_is_on_the_page_in_each_language() {
    let portal = TestPortal::empty(Dialect::Sqlite).await;
    for lang in Lang::ALL {
        let page = portal.guest().get(&format!("/{lang}/programme")).await;
        assert_eq!(page.status, 200, "{}", page.body);
        let words = page.main();
        for text in texts(&portal, lang) {
            assert!(words.contains(&text), "{lang}: {text:?} is missing");
        }
        assert!(!page.body.contains('⟦'), "{}", page.body);
    }
}

#[tokio::test]
async fn anchors_are_unique_and_every_link_within_the_page_finds_one() {
    let portal = TestPortal::empty(Dialect::Sqlite).await;
    let page = portal.guest().get("/ru/programme").await;
    let ids = page.attributes("[id]", "id");
    let unique: HashSet<&String> = ids.iter().collect();
    assert_eq!(unique.len(), ids.len(), "{ids:?}");
    for target in page.attributes("main a[href^='#']", "href") {
        assert!(unique.contains(&target[1..].to_owned()), "nothing has the anchor {target}");
    }
    assert!(unique.contains(&"task-task-1".to_owned()));
}

#[tokio::test]
async fn duties_read_as_words_and_a_programme_that_ended_says_so() {
    let portal = TestPortal::empty(Dialect::Sqlite).await;
    let page = portal.guest().get("/en/programme").await;
    assert!(page.texts("main .notice").concat().contains("ended"));
    let duties = page.texts("#duties ~ table tbody td:last-child");
    assert_eq!(duties.len(), current(&portal.app).duties.len());
    assert!(duties.iter().any(|words| words.starts_with("at least ")), "{duties:?}");
    assert!(page.texts("nav a[aria-current]").contains(&"About the programme".to_owned()));
}
