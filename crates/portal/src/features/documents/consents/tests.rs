//! A story with a consent, as it is handed in, warned of, and gone.

use super::super::tests::{DANIYAR, approve, edition_path, email, submit};
use super::jobs::KIND;
use crate::portal_tests;
use crate::testing::{Browser, Page, TestPortal};
use http::StatusCode;
use platform::actor::Actor;
use platform::jobs::NewJob;

const DAY: i64 = 24 * 3600 * 1000;
const STORIES: &str = "/ru/documents?kind=success_story";

/// The story of the sample world, in Russian; its organisation keeps the consent, valid to 31 August 2027.
async fn story(portal: &TestPortal) -> String {
    portal.guest().get(STORIES).await.attributes(".docs h2 a", "href").remove(0)
}

/// What the schedule does every hour.
async fn watch(portal: &TestPortal) {
    let mut tx = portal.app.db.write(&Actor::System("test")).await.unwrap();
    tx.enqueue(NewJob::new(KIND, &())).await.unwrap();
    tx.commit_unrecorded("a job is no history").await.unwrap();
    portal.settle().await;
}

async fn begin(author: &Browser, until: &str) -> (String, Page) {
    let page = author.get("/ru/documents/new").await;
    let form = [("kind", "success_story"), ("language", "ru"), ("title", "Мастерская")];
    let edit = page.submit(author, "main form", &form).await.location();
    let page = author.get(&edit).await;
    let keeper = page.attributes("#consent_keeper option:not([value=''])", "value").remove(0);
    let sent = [
        ("body", "Мастерская открылась."),
        ("consent_code", "K-1"),
        ("consent_keeper", keeper.as_str()),
        ("consent_scope", "portal"),
        ("consent_until", until),
        ("then", "submit"),
    ];
    let answer = page.submit(author, "form[data-autosave]", &sent).await;
    (edit, answer)
}

portal_tests! {
    async fn a_story_is_not_handed_in_or_published_after_its_consent_ended(portal) {
        let author = portal.sign_in(&email("nargiza")).await;
        let (_, late) = begin(&author, "2026-11-22").await;
        assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(late.texts(".errors li"), ["Срок согласия на эту историю прошёл. Попросите у хранителя новое."]);
        // On the last day it is handed in, and decided too late.
        let (edit, done) = begin(&author, "2026-11-23").await;
        assert!(done.status.is_redirection(), "{}", done.main());
        portal.clock.advance(2 * DAY);
        let path = format!("{}/approval", edition_path(&edit));
        let refused = approve(&portal.sign_in(DANIYAR).await, &path, &[]).await;
        assert_eq!(refused.status, StatusCode::CONFLICT);
        assert!(refused.main().contains("Срок согласия"), "{}", refused.main());
        portal.settle().await;
        assert!(!portal.guest().get(STORIES).await.body.contains("Мастерская"));
    }

    async fn its_organisation_and_the_chair_are_warned_twice_and_then_it_is_gone(portal) {
        let path = story(&portal).await;
        let elena = email("elena");
        portal.settle().await;
        let before = portal.mails_to(&elena).len();
        let mails = || portal.mails_to(&elena).len() - before;
        watch(&portal).await;
        assert_eq!(mails(), 0, "it is valid for months");
        // 23 November 2026 and 255 days: 5 August 2027.
        portal.clock.advance(255 * DAY);
        watch(&portal).await;
        watch(&portal).await;
        assert_eq!(mails(), 1, "once, for all its languages");
        assert!(portal.mails_to(&elena)[0].text.contains("31 августа 2027"), "{}", portal.mails_to(&elena)[0].text);
        assert!(portal.mails_to(&email("gulzat")).iter().any(|mail| mail.subject.contains("Согласие скоро")
            || mail.subject.contains("Макулдук жакында")));
        portal.clock.advance(20 * DAY);
        watch(&portal).await;
        assert_eq!(mails(), 2);
        assert_eq!(portal.guest().get(&path).await.status, StatusCode::OK);
        portal.clock.advance(7 * DAY);
        watch(&portal).await;
        assert_eq!(portal.guest().get(&path).await.status, StatusCode::GONE);
        assert_eq!(portal.guest().get(&path.replace("/ru/", "/ky/")).await.status, StatusCode::GONE);
        assert!(portal.guest().get(STORIES).await.texts(".docs h2 a").is_empty());
    }

    async fn a_consent_that_is_taken_back_removes_the_story_at_once_for_good(portal) {
        let path = story(&portal).await;
        let stranger = portal.sign_in(&email("asel")).await;
        let keeper = portal.sign_in(&email("elena")).await;
        let page = keeper.get(&path).await;
        let form = page.attributes("aside a[href$='/consent']", "href").remove(0);
        assert_eq!(stranger.get(&form).await.status, StatusCode::FORBIDDEN);
        assert!(stranger.get(&path).await.attributes("aside a[href$='/consent']", "href").is_empty());
        let ask = keeper.get(&form).await;
        assert!(ask.main().contains("AK-2026-07"));
        assert!(ask.submit(&keeper, "form[data-consent]", &[]).await.status.is_redirection());
        portal.settle().await;
        for language in ["/ky/", "/ru/", "/en/"] {
            let gone = portal.guest().get(&path.replace("/ru/", language)).await;
            assert_eq!(gone.status, StatusCode::GONE, "{language}");
        }
        // The same consent opens nothing any more.
        let edit = form.replace("/consent", "");
        let work = keeper.get(&edit).await;
        let next = work.submit(&keeper, "form[action$='/next']:has(input[value='ru'])", &[]).await.location();
        let refused = submit(&keeper, &next).await;
        assert_eq!(refused.texts(".errors li"), ["Согласие на эту историю отозвано. Публиковать её нельзя."]);
    }
}
