//! The API as programs use it.

use super::routes::openapi;
use crate::portal_tests;
use crate::testing::{Browser, Page};
use http::header::{ACCESS_CONTROL_ALLOW_ORIGIN, CONTENT_TYPE, ETAG, IF_NONE_MATCH, SET_COOKIE};
use http::{HeaderMap, Method, StatusCode};
use serde_json::Value;
use std::path::Path;

const LISTS: [&str; 7] = [
    "/api/v1/documents?language=ru",
    "/api/v1/kits",
    "/api/v1/campaigns",
    "/api/v1/events",
    "/api/v1/hotlines",
    "/api/v1/terms",
    "/api/v1/organisations",
];

async fn json(guest: &Browser, path: &str) -> Value {
    let page = guest.get(path).await;
    assert_eq!(page.status, StatusCode::OK, "{path}: {}", page.body);
    assert_eq!(page.headers[CONTENT_TYPE], "application/json; charset=utf-8", "{path}");
    serde_json::from_str(&page.body).unwrap()
}

fn problem(page: &Page, status: StatusCode) -> String {
    assert_eq!(
        (page.status, page.headers[CONTENT_TYPE].to_str().unwrap()),
        (status, "application/problem+json")
    );
    let problem: Value = serde_json::from_str(&page.body).unwrap();
    assert_eq!(
        (problem["type"].as_str(), problem["status"].as_u64()),
        (Some("about:blank"), Some(status.as_u16().into()))
    );
    problem["detail"].as_str().unwrap().to_owned()
}

/// `UPDATE_SNAPSHOTS=1` writes the copy anew; then its difference is what programs out there will see.
#[test]
fn the_description_is_the_committed_one() {
    let copy = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/features/api/openapi.json");
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        std::fs::write(&copy, openapi()).unwrap();
    }
    let committed = std::fs::read_to_string(&copy).unwrap_or_default();
    assert!(
        committed == openapi(),
        "openapi.json says otherwise; with UPDATE_SNAPSHOTS=1 it is written anew"
    );
    let description: Value = serde_json::from_str(&committed).unwrap();
    assert!(
        description["openapi"].as_str().is_some_and(|version| version.starts_with("3.1")),
        "{}",
        description["openapi"]
    );
}

#[test]
fn the_script_for_partners_is_small() {
    assert!(include_str!("../../../assets/embed.js").len() <= 2048);
}

portal_tests! {
    async fn every_described_address_answers_any_site(portal) {
        let guest = portal.guest();
        let description = json(&guest, "/api/v1/openapi.json").await;
        let described: Vec<&String> = description["paths"].as_object().unwrap().keys().collect();
        assert_eq!(described.len(), 8, "{described:?}");
        for path in LISTS {
            let page = guest.get(path).await;
            assert_eq!(page.headers[ACCESS_CONTROL_ALLOW_ORIGIN], "*", "{path}");
            assert_eq!(page.headers["cross-origin-resource-policy"], "cross-origin", "{path}");
            assert!(!page.headers.contains_key(SET_COOKIE), "{path}");
            let headers = HeaderMap::from_iter([(IF_NONE_MATCH, page.headers[ETAG].clone())]);
            let again = guest.send(Method::GET, path, headers, Vec::new()).await;
            assert_eq!((again.status, again.body.as_str()), (StatusCode::NOT_MODIFIED, ""), "{path}");
        }
        assert!(!guest.get("/ru/documents").await.headers.contains_key(ACCESS_CONTROL_ALLOW_ORIGIN));
    }

    async fn the_lists_say_what_the_pages_say(portal) {
        let guest = portal.guest();
        let page = guest.get("/ru/documents?audience=migrants").await;
        let listed = json(&guest, "/api/v1/documents?language=ru&audience=migrants").await;
        let items = listed["items"].as_array().unwrap();
        let titles: Vec<&str> = items.iter().map(|item| item["title"].as_str().unwrap()).collect();
        assert_eq!(titles, page.texts(".docs h2 a"));
        let first = &items[0];
        let whole = json(&guest, first["api_url"].as_str().unwrap().strip_prefix(&portal.app.url("")).unwrap()).await;
        assert_eq!((&whole["id"], &whole["kind"]), (&first["id"], &first["kind"]));
        let text = whole["texts"].as_array().unwrap().iter().find(|text| text["language"] == "ru").unwrap();
        assert_eq!((&text["title"], &text["edition"]), (&first["title"], &first["edition"]));
        assert!(text["html"].as_str().unwrap().contains("<p>"), "{text}");
        let tags: Vec<&Value> = whole["tags"].as_array().unwrap().iter().collect();
        assert!(tags.iter().any(|tag| tag["dimension"] == "audience" && tag["term"] == "migrants"), "{tags:?}");
        let kits = json(&guest, "/api/v1/kits").await;
        assert_eq!(kits.as_array().unwrap().len(), 2);
        assert_eq!(json(&guest, "/api/v1/organisations").await.as_array().unwrap().len(), 14);
        let campaigns = json(&guest, "/api/v1/campaigns").await;
        let named: Vec<&str> = campaigns.as_array().unwrap().iter().map(|it| it["title"]["ru"].as_str().unwrap()).collect();
        assert_eq!(named, ["Летняя работа: сначала спроси", "Дорога начинается дома", "С возвращением"]);
        let road = campaigns[1]["id"].as_str().unwrap();
        assert!(kits.as_array().unwrap().iter().any(|kit| kit["campaign"] == road), "{kits}");
        let made = json(&guest, &format!("/api/v1/documents?language=ru&campaign={road}")).await;
        assert!(made["items"].as_array().unwrap().len() > 5, "{made}");
        let events = json(&guest, "/api/v1/events").await;
        let press = events.as_array().unwrap().iter().find(|it| it["layer"] == "press").unwrap();
        assert_eq!((press["campaign"].as_str(), press["cancelled"].as_bool()), (Some(road), Some(false)));
        assert!(press["starts"].as_str().unwrap().ends_with("T10:00:00+06:00"), "{press}");
    }

    async fn pages_of_a_list_follow_each_other_without_gap_or_repetition(portal) {
        let guest = portal.guest();
        let mut seen = Vec::new();
        let mut cursor = String::new();
        for _ in 0..20 {
            let page = json(&guest, &format!("/api/v1/documents?language=ru{cursor}")).await;
            seen.extend(page["items"].as_array().unwrap().iter().map(|item| item["published_at"].as_str().unwrap().to_owned() + item["id"].as_str().unwrap()));
            match page["next"].as_str() {
                Some(next) => cursor = format!("&cursor={next}"),
                None => break,
            }
        }
        let count = guest.get("/ru/documents").await.texts("main strong").remove(0);
        assert_eq!(count.split(' ').next().unwrap(), seen.len().to_string());
        let mut sorted = seen.clone();
        sorted.sort();
        sorted.dedup();
        assert_eq!(sorted.len(), seen.len());
        // Only what is newer than the third.
        let third = &json(&guest, "/api/v1/documents?language=ru").await["items"][2]["published_at"];
        let since = json(&guest, &format!("/api/v1/documents?language=ru&updated_since={}", third.as_str().unwrap().replace('+', "%2B"))).await;
        assert!((1..=5).contains(&since["items"].as_array().unwrap().len()), "{since}");
        assert!(since["next"].is_null());
    }

    async fn what_is_not_public_is_not_told(portal) {
        let guest = portal.guest();
        let numbers = guest.get("/api/v1/hotlines").await.body;
        assert!(numbers.contains("+996 000 55 01 77") && !numbers.contains("000 01 11"), "{numbers}");
        assert!(!guest.get("/api/v1/kits").await.body.contains("К пятничной проповеди"));
        assert!(!guest.get("/api/v1/campaigns").await.body.contains("Разговор на базаре"));
        assert!(!guest.get("/api/v1/events").await.body.contains("Беседы в школах"));
        let author = portal.sign_in("nargiza@zhol-chyragy.example").await;
        let new = author.get("/ru/documents/new").await;
        let kind = [("kind", "statement"), ("language", "ru"), ("title", "Черновик")];
        new.submit(&author, "main form", &kind).await.location();
        portal.settle().await;
        assert!(!author.get("/api/v1/documents?language=ru").await.body.contains("Черновик"));
        for id in ["0000000000001", "nonsense"] {
            problem(&guest.get(&format!("/api/v1/documents/{id}")).await, StatusCode::NOT_FOUND);
        }
    }

    async fn a_wrong_question_is_answered_with_what_to_change(portal) {
        let guest = portal.guest();
        for (query, said) in [
            ("language=de", "ky, ru or en"),
            ("kind=poem", "no such kind"),
            ("updated_since=yesterday", "RFC 3339"),
            ("cursor=1", "value of next"),
            ("colour=red", "no parameter"),
        ] {
            let detail = problem(&guest.get(&format!("/api/v1/documents?{query}")).await, StatusCode::BAD_REQUEST);
            assert!(detail.contains(said), "{query}: {detail}");
        }
    }

    async fn a_key_that_the_programme_lacks_is_not_found_and_an_empty_one_asks_for_nothing(portal) {
        let guest = portal.guest();
        let detail = problem(&guest.get("/api/v1/documents?audience=nobody").await, StatusCode::NOT_FOUND);
        assert!(detail.contains("no audience"), "{detail}");
        let many = guest.get("/api/v1/documents?audience=migrants&region=kg-b&theme=safe-migration").await;
        assert!(problem(&many, StatusCode::NOT_FOUND).contains("more than two"));
        problem(&guest.get("/api/v1/documents?campaign=0000000000001").await, StatusCode::NOT_FOUND);
        let all = json(&guest, "/api/v1/documents?language=ru").await;
        assert_eq!(json(&guest, "/api/v1/documents?language=ru&audience=&task=").await, all);
        problem(&guest.get("/api/v1/documents?level=%00").await, StatusCode::BAD_REQUEST);
    }

    async fn a_withdrawn_text_is_gone_from_every_answer_at_once(portal) {
        let guest = portal.guest();
        let list = json(&guest, "/api/v1/documents?language=en").await;
        let first = list["items"][0].clone();
        let one = format!("/api/v1/documents/{}", first["id"].as_str().unwrap());
        let languages = json(&guest, &one).await["texts"].as_array().unwrap().len();
        let secretary = portal.sign_in("daniyar@ministry.example").await;
        let address = first["url"].as_str().unwrap().strip_prefix(&portal.app.url("")).unwrap().to_owned();
        let page = secretary.get(&address).await;
        let form = secretary.get(&page.attributes("a[href$='/withdrawal']", "href")[0]).await;
        let done = form.submit(&secretary, "form[data-withdraw]", &[("reason", "Out of date.")]).await;
        assert!(done.status.is_redirection(), "{}", done.body);
        portal.settle().await;
        assert_ne!(json(&guest, "/api/v1/documents?language=en").await["items"][0]["id"], first["id"]);
        assert_eq!(json(&guest, &one).await["texts"].as_array().unwrap().len(), languages - 1);
    }

    async fn partners_copy_a_text_that_asks_about_itself(portal) {
        let guest = portal.guest();
        let address = guest.get("/ru/documents").await.attributes(".docs h2 a", "href").remove(0);
        let page = guest.get(&address).await;
        let snippet = guest.get(&page.attributes(".share a[href$='/snippet']", "href")[0]).await;
        assert_eq!(snippet.status, StatusCode::OK, "{}", snippet.body);
        let texts = snippet.texts("textarea");
        assert_eq!(texts.len(), 2);
        let pasted = scraper::Html::parse_fragment(&texts[1]);
        let quote = scraper::Selector::parse("blockquote[data-birge][data-edition]").unwrap();
        let quote = pasted.select(&quote).next().expect("the quoted text");
        assert_eq!(quote.attr("lang"), Some("ru"));
        assert!(address.ends_with(quote.attr("data-birge").unwrap()));
        assert!(texts[1].contains(&portal.app.url("/embed/v1.js")) && !texts[0].contains("script"), "{}", texts[1]);
        assert!(texts[0].contains(&page.texts("h1")[0]));
        let script = guest.get("/embed/v1.js").await;
        assert_eq!(script.headers["cross-origin-resource-policy"], "cross-origin");
        // The superseded and the missing have nothing to paste.
        assert_eq!(guest.get("/ru/documents/0000000000001/snippet").await.status, StatusCode::NOT_FOUND);
    }
}
