//! Search over HTTP: what people find, what they must not find, and what is kept of what they asked.

use super::{log, rebuild};
use crate::portal_tests;
use crate::testing::{Browser, Page, TestPortal};
use http::header::CONTENT_TYPE;
use http::{HeaderMap, Method};
use platform::db::Query;
use platform::params;

const NARGIZA: &str = "nargiza@zhol-chyragy.example";
const ASEL: &str = "asel@kosh-terek.example";
const DANIYAR: &str = "daniyar@ministry.example";
const GULZAT: &str = "gulzat@alty-kerege.example";
const TIMUR: &str = "timur@ministry.example";

async fn titles(browser: &Browser, address: &str) -> Vec<String> {
    let page = browser.get(address).await;
    assert_eq!(page.status, 200, "{}", page.body);
    page.texts("ol.docs h2")
}

/// Begins a press release in Russian; returns the address of its draft.
async fn draft(author: &Browser, title: &str, body: &str) -> String {
    let page = author.get("/ru/documents/new").await;
    let form = [("kind", "press_release"), ("language", "ru"), ("title", title)];
    let edit = page.submit(author, "main form", &form).await.location();
    let page = author.get(&edit).await;
    page.submit(author, "form[data-autosave]", &[("body", body), ("then", "save")]).await;
    edit
}

async fn attach(author: &Browser, edit: &str, name: &str, content: &[u8]) {
    let page = author.get(edit).await;
    let csrf = page.attributes("#draft input[name=_csrf]", "value").remove(0);
    let part = "--part\r\ncontent-disposition: form-data; name=";
    let head = format!("{part}\"_csrf\"\r\n\r\n{csrf}\r\n{part}\"file\"; filename=\"{name}\"\r\n\r\n");
    let body = [head.as_bytes(), content, b"\r\n--part--\r\n"].concat();
    let headers = HeaderMap::from_iter([(
        CONTENT_TYPE,
        "multipart/form-data; boundary=part".parse().expect("a header"),
    )]);
    let to = page.attributes("[data-upload]", "data-upload").remove(0);
    let attached = author.send(Method::POST, &to, headers, body).await;
    assert!(attached.status.is_redirection(), "{}", attached.body);
}

fn work(edit: &str) -> &str {
    edit.strip_suffix("/edit").expect("the address of a draft")
}

async fn submit(author: &Browser, edit: &str) {
    let page = author.get(edit).await;
    let sent = page.submit(author, "form[data-autosave]", &[("then", "submit")]).await;
    assert!(sent.status.is_redirection(), "{}", sent.body);
}

async fn publish(portal: &TestPortal, edit: &str) {
    let secretary = portal.sign_in(DANIYAR).await;
    let page = secretary.get(&format!("{}/approval", work(edit))).await;
    let form = [("decision", "approve"), ("level", "agreed"), ("when", "now")];
    let approved = page.submit(&secretary, "form[data-decision]", &form).await;
    assert!(!approved.status.is_client_error(), "{}", approved.body);
}

async fn withdraw(portal: &TestPortal, edit: &str, manner: &str) -> Page {
    let secretary = portal.sign_in(DANIYAR).await;
    let page = secretary.get(&format!("{}/withdrawal", work(edit))).await;
    page.submit(&secretary, "form[data-withdraw]", &[("manner", manner), ("reason", "Ошибка.")]).await
}

portal_tests! {
    async fn texts_are_found_however_the_words_are_typed(portal) {
        portal.index().await;
        let guest = portal.guest();
        let brochure = "Жол алдында: иштегени бараткандар үчүн эскертме барак";
        // As it stands, in another form, on a Russian keyboard, in Latin letters, with a slip, in part.
        for query in ["эскертме+барак", "эскертмелерди", "эскертме+баракты+учун", "eskertme", "эскертмн", "эскерт"] {
            let found = titles(&guest, &format!("/ky/search?q={query}")).await;
            assert!(found.contains(&brochure.to_owned()), "{query}: {found:?}");
        }
        for (address, title) in [
            ("/ky/search?q=кочурунуз", "«Жол үйдөн башталат»: социалдык тармактар үчүн топтом"),
            ("/en/search?q=checklists", "Before the road: a checklist for people going to work abroad"),
            ("/en/search?q=statment", "Joint statement of the working group: how we speak about people"),
            ("/ru/search?q=фрунзе", "город Бишкек"),
        ] {
            let found = titles(&guest, address).await;
            assert!(found.contains(&title.to_owned()), "{address}: {found:?}");
        }
    }

    async fn what_is_found_is_marked_and_says_what_it_is(portal) {
        portal.index().await;
        let page = portal.guest().get("/en/search?q=checklist+road").await;
        assert_eq!(page.texts("ol.docs li:first-child h2 mark"), ["road", "checklist"]);
        assert_eq!(page.texts("ol.docs li:first-child .kicker"), ["Brochure"]);
        assert_eq!(page.texts("ol.docs li:first-child .badge.agreed").len(), 1);
        let meta = page.texts("ol.docs li:first-child .meta").remove(0);
        assert!(meta.contains("English") && meta.contains("2026"), "{meta}");
        assert_eq!(page.attributes("meta[name=robots]", "content"), ["noindex"]);
        // Its own language comes first.
        let kyrgyz = portal.guest().get("/ky/search?q=instagram").await;
        assert_eq!(kyrgyz.attributes("ol.docs li:first-child h2 a", "lang"), ["ky"]);
        let russian = portal.guest().get("/ru/search?q=instagram").await;
        assert_eq!(russian.attributes("ol.docs li:first-child h2 a", "lang"), ["ru"]);
    }

    async fn a_draft_is_found_by_its_organisation_and_by_nobody_else(portal) {
        let author = portal.sign_in(NARGIZA).await;
        let edit = draft(&author, "Зимородок над рекой", "Слова.").await;
        portal.index().await;
        let address = "/ru/search?q=зимородок";
        assert_eq!(titles(&author, address).await, ["Зимородок над рекой"]);
        assert_eq!(author.get(address).await.texts("ol.docs .badge.draft").len(), 1);
        let (elsewhere, chair) = (portal.sign_in(ASEL).await, portal.sign_in(GULZAT).await);
        let secretary = portal.sign_in(DANIYAR).await;
        for browser in [&portal.guest(), &elsewhere, &chair, &secretary] {
            let page = browser.get(address).await;
            assert!(page.texts("ol.docs").is_empty() && !page.main().contains("над рекой"), "{}", page.body);
        }
        submit(&author, &edit).await;
        portal.index().await;
        for (browser, sees) in [(&portal.guest(), false), (&elsewhere, false), (&chair, true), (&secretary, true)] {
            assert_eq!(!titles(browser, address).await.is_empty(), sees);
        }
        assert!(titles(&portal.sign_in(TIMUR).await, address).await.is_empty(), "who runs the server reads no drafts");
    }

    async fn a_text_is_found_when_it_is_published_and_not_when_it_is_gone(portal) {
        let author = portal.sign_in(NARGIZA).await;
        let edit = draft(&author, "Зимородок над рекой", "Слова.").await;
        submit(&author, &edit).await;
        publish(&portal, &edit).await;
        portal.index().await;
        let guest = portal.guest();
        let address = "/ru/search?q=зимородки";
        assert_eq!(titles(&guest, address).await, ["Зимородок над рекой"]);
        let first = guest.get(address).await.attributes("ol.docs h2 a", "href").remove(0);
        assert!(guest.get(&first).await.main().contains("Слова."));
        withdraw(&portal, &edit, "withdrawn").await;
        portal.index().await;
        assert_eq!(guest.get(address).await.texts("ol.docs .badge.withdrawn").len(), 1);
        withdraw(&portal, &edit, "removed").await;
        // Nothing of it shows even before the index has heard of it.
        assert!(titles(&guest, address).await.is_empty());
        portal.index().await;
        let page = guest.get(address).await;
        assert_eq!(page.texts(".empty h2"), ["Ничего не нашлось"]);
        assert!(!page.main().contains("над рекой"));
    }

    async fn a_text_is_found_by_the_words_of_its_file_as_soon_as_they_are_read(portal) {
        let nargiza = portal.sign_in(NARGIZA).await;
        let edit = draft(&nargiza, "Отчёт с приложением", "Таблица приложена.").await;
        portal.index().await;
        attach(&nargiza, &edit, "таблица.txt", "Показатель: абракадабра выросла".as_bytes()).await;
        portal.index().await;
        // Its file is seen by those who see the draft.
        let address = "/ru/search?q=абракадабры";
        assert_eq!(titles(&nargiza, address).await, ["Отчёт с приложением"]);
        let asel = portal.sign_in(ASEL).await;
        assert_eq!(titles(&asel, address).await, [] as [&str; 0]);
        submit(&nargiza, &edit).await;
        publish(&portal, &edit).await;
        portal.index().await;
        assert_eq!(titles(&portal.guest(), address).await, ["Отчёт с приложением"]);
    }

    async fn a_replaced_edition_is_not_found(portal) {
        portal.index().await;
        // Its first edition said so; the second took its place.
        let found = portal.guest().get("/ru/search?q=тренинг+журналисты+оше").await;
        let addresses = found.attributes("ol.docs h2 a", "href");
        assert!(!addresses.is_empty() && addresses.iter().all(|address| !address.contains("/editions/")), "{addresses:?}");
    }

    async fn results_are_narrowed_with_counts(portal) {
        portal.index().await;
        let guest = portal.guest();
        let page = guest.get("/ru/search?q=кампания").await;
        let all = page.texts("ol.docs h2").len();
        let choices = page.texts("select[name=kind] option");
        let releases = choices.iter().find(|choice| choice.starts_with("Пресс-релиз (")).expect("a press release");
        let page = guest.get("/ru/search?q=кампания&kind=press_release&language=ru").await;
        let count = releases.trim_start_matches("Пресс-релиз (").trim_end_matches(')').parse::<usize>().unwrap();
        let found = page.texts("ol.docs h2").len();
        assert!(0 < found && found < all && found <= count, "{found} of {all}, {count} in all languages");
        assert!(page.texts("ol.docs .kicker").iter().all(|kind| kind == "Пресс-релиз"));
        assert_eq!(page.texts("select[name=kind] option[selected]").len(), 1);
        let audience = guest.get("/ru/search?q=жол&audience=migrants").await;
        assert!(!audience.texts("ol.docs h2").is_empty());
        let recent = titles(&guest, "/ru/search?q=дорога&date=month").await;
        assert!(recent.len() < titles(&guest, "/ru/search?q=дорога").await.len());
        // What is no filter and no choice changes nothing.
        assert_eq!(titles(&guest, "/ru/search?q=кампания&kind=secret&colour=red").await.len(), all);
    }

    async fn titles_come_while_somebody_types(portal) {
        portal.index().await;
        let page = portal.guest().get("/ky/search/suggestions?q=эскерт").await;
        let suggested: serde_json::Value = serde_json::from_str(&page.body).unwrap();
        assert_eq!(suggested[0]["lang"], "ky");
        assert!(suggested[0]["title"].as_str().unwrap().contains("эскертме барак"), "{}", page.body);
        let page_of_it = portal.guest().get(suggested[0]["href"].as_str().unwrap()).await;
        assert_eq!(page_of_it.status, 200);
        assert_eq!(portal.guest().get("/ky/search/suggestions").await.body, "[]");
    }

    async fn what_nobody_found_is_told_to_the_chair_without_who_asked(portal) {
        portal.index().await;
        let (guest, chair) = (portal.guest(), portal.sign_in(GULZAT).await);
        for query in ["Жезкемпир%3F", "жезкемпир", "0555+123+456", "aigul@mail.example", "адам+сатуу"] {
            guest.get(&format!("/ky/search?q={query}")).await;
        }
        portal.index().await;
        let page = chair.get("/ky/search/unanswered").await;
        assert_eq!(page.texts("tbody a"), ["жезкемпир"], "{}", page.main());
        assert_eq!(page.texts("tbody td.num"), ["2"]);
        let refused = portal.sign_in(NARGIZA).await.get("/ky/search/unanswered").await;
        assert_eq!(refused.status, 403);
        let row: (String, String, String, i64) = {
            let mut tx = portal.app.db.read().await.unwrap();
            tx.one(&ALL_OF_IT, params!["жезкемпир"]).await.unwrap().unwrap()
        };
        assert_eq!(row, ("2026-11-23".into(), "ky".into(), "жезкемпир".into(), 0), "and no column more");
        // Half a year later nobody knows any more.
        portal.clock.advance(181 * 24 * 3600 * 1000);
        let mut tx = portal.app.db.write(&platform::actor::Actor::System("test")).await.unwrap();
        tx.enqueue(platform::jobs::NewJob::new(super::PRUNE, &())).await.unwrap();
        tx.commit_unrecorded("a test").await.unwrap();
        portal.settle().await;
        let mut tx = portal.app.db.read().await.unwrap();
        assert!(tx.one::<(String, String, String, i64)>(&ALL_OF_IT, params!["жезкемпир"]).await.unwrap().is_none());
    }

    async fn an_index_is_built_anew_while_people_search(portal) {
        portal.index().await;
        let author = portal.sign_in(NARGIZA).await;
        let address = "/ru/search?q=зимородок";
        draft(&author, "Зимородок над рекой", "Слова.").await;
        // As another process does; this one learns of it by looking.
        let mut steps = 0;
        let count = rebuild(&portal.app, |_| steps += 1).await.unwrap();
        assert!(count > 100 && steps > 1, "{count} entries in {steps} steps");
        assert!(titles(&author, address).await.is_empty(), "the old one is still in use");
        portal.index().await;
        assert_eq!(titles(&author, address).await, ["Зимородок над рекой"]);
        let state = super::state(&portal.app.data_dir).expect("an index");
        assert_eq!(state.entries, count);
        draft(&author, "Зимородок вернулся", "Слова.").await;
        portal.index().await;
        assert_eq!(titles(&author, address).await.len(), 2, "the new one goes on following");
    }

    async fn before_there_is_an_index_the_page_says_so(portal) {
        let page = portal.guest().get("/en/search?q=road").await;
        assert_eq!(page.status, 200);
        assert_eq!(page.texts(".empty h2"), ["Search is being prepared"]);
        log::write_down(&portal.app).await.unwrap();
        assert!(portal.sign_in(GULZAT).await.get("/en/search/unanswered").await.texts("tbody").is_empty());
    }

    async fn the_search_box_stands_on_every_page_but_its_own(portal) {
        let guest = portal.guest();
        let home = guest.get("/ky/").await;
        assert_eq!(home.attributes("form[role=search]", "action"), ["/ky/search"]);
        assert_eq!(home.attributes("form[role=search] input[data-search]", "name"), ["q"]);
        assert_eq!(guest.get("/ky/search").await.attributes("form[role=search]", "action"), ["/ky/search"]);
        // Everything may be asked, and nothing asked breaks the page.
        portal.index().await;
        for query in ["", "%20", "%22%22", "~", "а", "«", "k:%00", "%3Cscript%3E", "%F0%9F%90%9F", &"а".repeat(3000)] {
            let page = guest.get(&format!("/ky/search?q={query}&page=99")).await;
            assert!(page.status == 200 || page.status == 400, "{query}: {}", page.status);
            assert!(!page.body.contains("<script>"), "{query}");
        }
    }
}

platform::sql! {
    ALL_OF_IT: "SELECT day, language, query, hits FROM search_queries WHERE query = ?";
}
