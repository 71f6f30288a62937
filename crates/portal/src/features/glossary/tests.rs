//! The section as people use it, over HTTP.

use crate::portal_tests;
use crate::testing::{Browser, Page, TestPortal};
use http::StatusCode;

const GULZAT: &str = "gulzat@alty-kerege.example";
const NARGIZA: &str = "nargiza@zhol-chyragy.example";
const DANIYAR: &str = "daniyar@ministry.example";
const TIMUR: &str = "timur@ministry.example";

/// Of the national referral mechanism: put together, heard from nobody.
const UNCONFIRMED: &str = "улуттук кайра багыттоо механизми";

/// Begins a statement in Russian with this text; returns the address of its draft.
async fn draft(author: &Browser, body: &str) -> String {
    let new = author.get("/ru/documents/new").await;
    let kind = [("kind", "statement"), ("language", "ru"), ("title", "О словах")];
    let edit = new.submit(author, "main form", &kind).await.location();
    let fields = [("body", body), ("then", "save")];
    author.get(&edit).await.submit(author, "form[data-autosave]", &fields).await;
    edit
}

fn work(edit: &str) -> &str {
    edit.strip_suffix("/edit").expect("the address of a draft")
}

/// Hands a draft in and approves it; returns the page of the text as everybody sees it.
async fn publish(portal: &TestPortal, author: &Browser, edit: &str) -> Page {
    author.get(edit).await.submit(author, "form[data-autosave]", &[("then", "submit")]).await;
    let approver = portal.sign_in(DANIYAR).await;
    let decide = approver.get(&format!("{}/approval", work(edit))).await;
    let agreed = [("decision", "approve"), ("level", "agreed"), ("when", "now")];
    decide.submit(&approver, "form[data-decision]", &agreed).await;
    portal.settle().await;
    let guest = portal.guest();
    let list = guest.get("/ru/documents").await;
    guest.get(&list.attributes("main ol.docs a", "href")[0]).await
}

async fn titles(browser: &Browser, address: &str) -> Vec<String> {
    let page = browser.get(address).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.body);
    page.texts("ol.docs h2")
}

portal_tests! {
    async fn readers_find_the_terms_in_their_language_and_no_form_that_nobody_vouched_for(portal) {
        let guest = portal.guest();
        let page = guest.get("/ky/glossary").await;
        let main = page.main();
        assert!(main.contains("адам сатуу") && main.contains("торговля людьми"), "{main}");
        assert!(main.contains("«кулчулук» эмес: Эл ушинтип айтат"), "{main}");
        assert!(!page.body.contains(UNCONFIRMED) && !page.body.contains("ысык линия"), "{main}");
        let referral = page.attributes("main a[href$='/nrm']", "lang");
        assert_eq!(referral, ["ru"], "without a Kyrgyz word it stands under another one, and says in which language");
        let letters = page.texts("main section > h2");
        let place = |letter: &str| letters.iter().position(|known| known == letter).unwrap();
        assert!(place("А") < place("К") && place("К") < place("Ү"), "{letters:?}");
        for (q, key) in [("торговл", "trafficking"), ("АДАМДАРДЫ+сатуу", "trafficking"), ("уй-булолук", "domestic-violence")] {
            let found = guest.get(&format!("/ky/glossary?q={q}")).await;
            assert!(found.attributes("main h3 a", "href").contains(&format!("/ky/glossary/{key}")), "{q}: {}", found.main());
            assert!(found.texts("main h3").len() < 10, "{q}");
        }
        assert_eq!(guest.get("/ky/glossary?q=жокжок").await.texts("main h3"), [] as [&str; 0]);
        let term = guest.get("/ky/glossary/nrm").await;
        assert!(!term.body.contains(UNCONFIRMED) && term.main().contains("Национальный механизм перенаправления"), "{}", term.main());
        assert!(!guest.get("/ky/glossary?q=улуттук+кайра").await.main().contains("nrm"));
        assert_eq!(guest.get("/ky/glossary/nobody").await.status, StatusCode::NOT_FOUND);
        let member = portal.sign_in(NARGIZA).await.get("/ky/glossary/nrm").await;
        assert!(member.main().contains(UNCONFIRMED) && member.main().contains("ырастала элек"), "{}", member.main());
    }

    async fn a_member_vouches_for_a_form_and_readers_see_it_with_the_day(portal) {
        let (guest, member, chair) = (portal.guest(), portal.sign_in(NARGIZA).await, portal.sign_in(GULZAT).await);
        guest.get("/ky/glossary/nrm").await;
        assert_eq!(portal.sign_in(TIMUR).await.get("/ky/glossary/nrm").await.texts("[data-confirm]").len(), 0);
        let page = member.get("/ky/glossary/nrm").await;
        let before = chair.get("/ky/glossary/nrm/edit").await;
        let done = page.submit(&member, "form[data-confirm]", &[]).await;
        assert_eq!(done.location(), "/ky/glossary/nrm");
        assert!(page.submit(&member, "form[data-confirm]", &[]).await.status.is_redirection(), "twice is once");
        portal.settle().await;
        let seen = guest.get("/ky/glossary/nrm").await;
        assert!(seen.main().contains(UNCONFIRMED) && seen.main().contains("ырасталган"), "{}", seen.main());
        assert!(!seen.main().contains("Наргиза"), "{}", seen.main());
        assert!(member.get("/ky/glossary/nrm").await.main().contains("Наргиза Бектемирова ырастаган"));
        assert!(guest.get("/ky/glossary").await.body.contains(UNCONFIRMED));
        // A page that still shows it as not confirmed would take it back unseen.
        assert_eq!(before.submit(&chair, "form[data-term]", &[]).await.status, StatusCode::CONFLICT);
        assert_eq!(member.get("/ky/glossary/nrm").await.texts("[data-doubt]").len(), 0);
        chair.get("/ky/glossary/nrm").await.submit(&chair, "form[data-doubt]", &[]).await;
        portal.settle().await;
        assert!(!guest.get("/ky/glossary").await.body.contains(UNCONFIRMED));
        let history = chair.get("/ky/glossary/nrm").await.texts(".timeline li p");
        assert_eq!(history.len(), 2, "{history:?}");
    }

    async fn the_chair_adds_changes_and_removes_a_term_and_nothing_typed_is_lost(portal) {
        let chair = portal.sign_in(GULZAT).await;
        let typed = [
            ("key", "trafficking"),
            ("say_ky", "виза\nкирүү уруксаты ?"),
            ("say_ru", "виза"),
            ("say_en", "visa"),
            ("avoid_ru", "мультивиза"),
            ("explained", "yes"),
            ("definition_ru", "Разрешение на въезд."),
        ];
        let wrong = chair.get("/ru/glossary/new").await.submit(&chair, "form[data-term]", &typed).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(wrong.texts(".error").len(), 4, "{:?}", wrong.texts(".error"));
        assert_eq!(wrong.texts("#say_ky"), ["виза кирүү уруксаты ?"]);
        let right = [
            ("key", "visa"),
            ("avoid_ru", "мультивиза — так говорят только в консульстве"),
            ("definition_ky", "Өлкөгө кирүүгө уруксат."),
            ("definition_en", "Leave to enter a country."),
        ];
        let made = wrong.submit(&chair, "form[data-term]", &right).await;
        assert_eq!(made.location(), "/ru/glossary/visa");
        portal.settle().await;
        let guest = portal.guest();
        let page = guest.get("/ru/glossary/visa").await;
        assert!(page.main().contains("мультивиза — так говорят только в консульстве"), "{}", page.main());
        assert!(!page.body.contains("кирүү уруксаты"), "{}", page.main());

        let edit = chair.get("/ru/glossary/visa/edit").await;
        assert_eq!(edit.texts("#say_ky"), ["виза кирүү уруксаты ?"]);
        let sure = [("say_ky", "виза\nкирүү уруксаты"), ("avoid_ru", "")];
        edit.submit(&chair, "form[data-term]", &sure).await;
        portal.settle().await;
        let page = guest.get("/ru/glossary/visa").await;
        assert!(page.main().contains("кирүү уруксаты") && !page.main().contains("мультивиза"), "{}", page.main());
        let history = chair.get("/ru/glossary/visa").await.texts(".timeline li p");
        assert!(history[0].contains("− «мультивиза»"), "{history:?}");
        assert_eq!(edit.submit(&chair, "form[data-term]", &sure).await.status, StatusCode::CONFLICT);

        chair.get("/ru/glossary/visa").await.submit(&chair, "form[data-remove]", &[]).await;
        portal.settle().await;
        assert_eq!(guest.get("/ru/glossary/visa").await.status, StatusCode::NOT_FOUND);
        assert_eq!(portal.sign_in(NARGIZA).await.get("/ru/glossary/new").await.status, StatusCode::FORBIDDEN);
    }

    async fn known_terms_that_are_missing_are_loaded_with_one_tap(portal) {
        let chair = portal.sign_in(GULZAT).await;
        assert_eq!(portal.guest().get("/ru/glossary/migrants-day").await.status, StatusCode::NOT_FOUND);
        let page = chair.get("/ru/glossary").await;
        assert!(page.texts("[data-known]")[0].contains("1 недостающий"), "{}", page.main());
        page.submit(&chair, "form[data-known]", &[]).await;
        assert_eq!(portal.guest().get("/ru/glossary/migrants-day").await.status, StatusCode::OK);
        assert_eq!(chair.get("/ru/glossary").await.texts("[data-known]").len(), 0);
    }

    async fn a_published_text_explains_a_term_where_it_stands_first(portal) {
        let (author, chair, guest) = (portal.sign_in(NARGIZA).await, portal.sign_in(GULZAT).await, portal.guest());
        let body = "## Торговля людьми\n\nЗаконы о торговле людьми и о **безопасной миграции**; о торговле людьми.";
        let edit = draft(&author, body).await;
        let text = publish(&portal, &author, &edit).await;
        let buttons = text.texts(".prose button.term");
        assert_eq!(buttons, ["торговле людьми", "безопасной миграции"], "{}", text.body);
        let ids = text.attributes(".prose button.term", "popovertarget");
        assert_eq!(text.attributes(".prose span[popover]", "id"), ids);
        let meaning = text.texts(&format!("[id='{}']", ids[0])).remove(0);
        assert!(meaning.contains("Это преступление.") && meaning.contains("Подробнее"), "{meaning}");
        assert_eq!(text.attributes(".prose span[popover] a", "href")[0], "/ru/glossary/trafficking");
        assert_eq!(text.texts(".prose h2 button").len(), 0);

        let form = chair.get("/ru/glossary/trafficking/edit").await;
        form.submit(&chair, "form[data-term]", &[("definition_ru", "Теперь иначе.")]).await;
        portal.settle().await;
        let again = guest.get(&text.path).await;
        assert!(again.body.contains("Теперь иначе.") && !again.body.contains("Это преступление."), "{}", again.body);
    }

    async fn authors_and_approvers_are_told_of_words_to_avoid_and_of_the_words_of_other_languages(portal) {
        let (author, approver) = (portal.sign_in(NARGIZA).await, portal.sign_in(DANIYAR).await);
        let edit = draft(&author, "Рабство. Против рабства, о рабстве. Безопасная миграция.").await;
        let page = author.get(&edit).await;
        let warned = page.texts("main section.notice.warn li");
        assert_eq!(warned.len(), 1, "{warned:?}");
        assert!(warned[0].contains("«Рабство», «рабства», «рабстве» (3 раза)"), "{warned:?}");
        assert_eq!(page.texts("main section.notice.warn code"), ["Торговля людьми"]);
        let others = page.texts("main details.notice li");
        assert_eq!(others.len(), 1, "{others:?}");
        assert!(others[0].contains("безопасная миграция — коопсуз миграция · safe migration"), "{others:?}");
        let csrf = page.attributes("input[name=_csrf]", "value").remove(0);
        let preview = author.post("/ru/documents/preview", &[("_csrf", &csrf), ("text", "Рабство")]).await;
        assert_eq!(preview.texts("section.notice.warn code"), ["Торговля людьми"], "{}", preview.body);
        author.get(&edit).await.submit(&author, "form[data-autosave]", &[("then", "submit")]).await;
        let decide = approver.get(&format!("{}/approval", work(&edit))).await;
        assert_eq!(decide.texts("main section.notice.warn li").len(), 1);
        let clean = draft(&author, "О торговле людьми.").await;
        assert_eq!(author.get(&clean).await.texts("main section.notice.warn li"), [] as [&str; 0]);
    }

    async fn search_finds_terms_and_takes_the_words_of_all_languages_for_one(portal) {
        portal.index().await;
        let guest = portal.guest();
        for query in ["кулчулук", "торговля+людьми", "trafficking", "адам+сатуу", "рабства"] {
            let found = titles(&guest, &format!("/ru/search?q={query}&kind=term")).await;
            assert!(found.contains(&"торговля людьми".to_owned()), "{query}: {found:?}");
        }
        let texts = titles(&guest, "/ru/search?q=торговля+людьми").await;
        let by_another_word = titles(&guest, "/ru/search?q=кулчулук").await;
        let shared = texts.iter().filter(|title| by_another_word.contains(title)).count();
        assert!(shared > 2, "{texts:?} {by_another_word:?}");
        assert!(!titles(&guest, "/ky/search?q=кайра+багыттоо+механизми&kind=term").await.contains(&UNCONFIRMED.to_owned()));
        let member = portal.sign_in(NARGIZA).await;
        member.get("/ky/glossary/nrm").await.submit(&member, "form[data-confirm]", &[]).await;
        portal.index().await;
        let found = titles(&guest, "/ky/search?q=кайра+багыттоо+механизми&kind=term").await;
        assert!(found.contains(&UNCONFIRMED.to_owned()), "{found:?}");
    }

    async fn the_list_is_a_table_that_no_spreadsheet_runs(portal) {
        let (chair, guest) = (portal.sign_in(GULZAT).await, portal.guest());
        let typed = [("key", "formula"), ("say_ky", "=HYPERLINK(1)"), ("say_ru", "а"), ("say_en", "b")];
        chair.get("/ru/glossary/new").await.submit(&chair, "form[data-term]", &typed).await;
        portal.settle().await;
        let table = guest.get("/ru/glossary/export.csv").await;
        assert_eq!(table.headers["content-type"], "text/csv; charset=utf-8");
        assert!(table.body.starts_with("\u{feff}\"key\",\"language\",\"form\""), "{}", table.body);
        assert!(table.body.contains("\"formula\",\"ky\",\"'=HYPERLINK(1)\""), "{}", table.body);
        assert!(table.body.contains("\"trafficking\",\"ru\",\"рабство\",\"avoid\",\"Так говорят люди"), "{}", table.body);
        assert!(!table.body.contains(UNCONFIRMED));
        assert!(chair.get("/ru/glossary/export.csv").await.body.contains(UNCONFIRMED));
    }

    async fn other_programs_get_no_form_that_nobody_vouched_for(portal) {
        let answer = portal.guest().get("/api/v1/terms").await;
        let terms: serde_json::Value = serde_json::from_str(&answer.body).expect("JSON");
        let of = |key: &str| terms.as_array().unwrap().iter().find(|term| term["key"] == key).unwrap().clone();
        let term = of("trafficking");
        assert_eq!(term["ky"]["say"], serde_json::json!(["адам сатуу", "адамдарды сатуу"]));
        assert_eq!(term["en"]["avoid"][0]["form"], "slavery");
        assert_eq!(term["url"]["ru"], portal.app.url("/ru/glossary/trafficking"));
        assert_eq!(of("nrm")["ky"]["say"], serde_json::json!([]));
        assert!(!answer.body.contains(UNCONFIRMED));
    }
}
