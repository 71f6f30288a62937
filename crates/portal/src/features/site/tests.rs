//! The fixed pages as people use them, and what programs ask a site for.

use crate::portal_tests;
use crate::testing::{Browser, Page};
use http::header::{ACCEPT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE};
use http::{HeaderMap, Method, StatusCode};
use std::collections::BTreeSet;

const GULZAT: &str = "gulzat@alty-kerege.example";
const NARGIZA: &str = "nargiza@zhol-chyragy.example";

const PAGES: [&str; 7] =
    ["/", "/help", "/safe-migration", "/trafficking", "/press", "/about", "/for/migrants"];

/// A JSON-LD block of a page.
fn facts(page: &Page) -> serde_json::Value {
    let blocks = page.texts("script[type='application/ld+json']");
    assert_eq!(blocks.len(), 1, "{}: {}", page.path, page.body);
    serde_json::from_str(&blocks[0]).expect("JSON")
}

async fn compressed(guest: &Browser, path: &str) -> usize {
    let headers = HeaderMap::from_iter([(ACCEPT_ENCODING, "br".parse().unwrap())]);
    let page = guest.send(Method::GET, path, headers, Vec::new()).await;
    assert_eq!(page.status, StatusCode::OK, "{path}");
    page.headers[CONTENT_LENGTH].to_str().unwrap().parse().unwrap()
}

portal_tests! {
    async fn every_fixed_page_is_there_in_three_languages_and_names_them(portal) {
        let guest = portal.guest();
        for path in PAGES {
            for lang in ["ky", "ru", "en"] {
                let page = guest.get(&format!("/{lang}{path}")).await;
                assert_eq!(page.status, StatusCode::OK, "{lang}{path}: {}", page.body);
                let canonical = page.attributes("link[rel=canonical]", "href");
                assert_eq!(canonical, [portal.app.url(&format!("/{lang}{path}"))]);
                let languages = page.attributes("link[rel=alternate][hreflang]", "hreflang");
                assert_eq!(languages, ["ky", "ru", "en", "x-default"], "{lang}{path}");
                assert_eq!(page.attributes("meta[property='og:url']", "content"), canonical);
            }
        }
        assert_eq!(guest.get("/ru/for/nobody").await.status, StatusCode::NOT_FOUND);
    }

    async fn the_first_page_leads_to_help_and_to_every_audience(portal) {
        let page = portal.guest().get("/ru/").await;
        assert!(page.texts("section .hotline a[href^='tel:']").contains(&"+996 000 55 01 77".to_owned()), "{}", page.main());
        assert_eq!(page.attributes("main .button[href='/ru/help']", "href").len(), 1);
        assert!(page.attributes("main .card a", "href").contains(&"/ru/for/migrants".to_owned()));
        let audiences = page.attributes("main .card h3 a", "href");
        let listed = portal.guest().get("/ru/documents?audience=population").await.texts("main strong").remove(0);
        let number = listed.split(' ').next().unwrap().to_owned();
        let place = audiences.iter().position(|href| href == "/ru/for/population").unwrap();
        let card = page.texts("main .card").remove(place);
        assert!(card.contains(&format!("{number} текст")), "{number}: {card}");
        // Members keep their own first page.
        assert!(portal.sign_in(NARGIZA).await.get("/ru/").await.attributes("main .card a", "href").is_empty());
    }

    async fn a_slot_is_filled_changed_and_emptied_by_those_who_may(portal) {
        let (guest, chair) = (portal.guest(), portal.sign_in(GULZAT).await);
        let list = guest.get("/ru/documents").await;
        let (address, title) = (list.attributes(".docs h2 a", "href").remove(0), list.texts(".docs h2 a").remove(0));
        let before = guest.get("/ru/press").await;
        assert!(before.texts("main .prose").is_empty() && !before.body.contains("/site/slots"), "{}", before.main());
        assert!(chair.get("/ru/press").await.main().contains("Читатели этой строки не видят"));

        let form = chair.get("/ru/site/slots/press").await;
        let wrong = form.submit(&chair, "form[data-fill]", &[("text", "https://elsewhere.example/x")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(wrong.attributes("#text", "value"), ["https://elsewhere.example/x"]);
        let done = form.submit(&chair, "form[data-fill]", &[("text", &portal.app.url(&address))]).await;
        assert_eq!(done.location(), "/ru/site/slots", "{}", done.body);
        portal.settle().await;
        let press = guest.get("/ru/press").await;
        assert_eq!(press.texts("main .prose").len(), 1);
        assert!(press.texts("main .meta a").contains(&title), "{}", press.main());
        // The text says where it stands, and the log who put it there.
        assert!(guest.get(&address).await.attributes("aside a", "href").contains(&"/ru/press".to_owned()));
        let told = chair.get("/ru/site/slots").await.texts(".timeline li").join("\n");
        assert!(told.contains(&format!("«{title}» теперь на странице «Журналистам»")), "{told}");

        let emptied = form.submit(&chair, "form[data-fill]", &[("text", " ")]).await;
        assert!(emptied.status.is_redirection(), "{}", emptied.body);
        portal.settle().await;
        assert!(guest.get("/ru/press").await.texts("main .prose").is_empty());
        assert!(!guest.get(&address).await.attributes("aside a", "href").contains(&"/ru/press".to_owned()));

        let other = portal.sign_in(NARGIZA).await;
        assert_eq!(other.get("/ru/site/slots").await.status, StatusCode::FORBIDDEN);
        let csrf = other.get("/ru/account").await.attributes("main [name=_csrf]", "value").remove(0);
        let refused = other.post("/ru/site/slots/press", &[("_csrf", &csrf), ("text", &address)]).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN);
        portal.settle().await;
        assert!(guest.get("/ru/press").await.texts("main .prose").is_empty());
    }

    async fn a_text_in_another_language_says_so(portal) {
        let page = portal.guest().get("/en/help").await;
        assert!(!page.attributes("main .prose", "lang").is_empty());
        assert_ne!(page.attributes("main .prose", "lang"), ["en"], "the text of this page has no English edition");
        assert!(page.main().contains("Only in this language yet"), "{}", page.main());
        assert!(!portal.guest().get("/ky/help").await.main().contains("Азырынча ушул тилде гана"));
    }

    async fn pages_for_people_at_risk_can_be_left_and_tell_nothing_in_their_title(portal) {
        let guest = portal.guest();
        let answers = guest.get("/ru/documents?kind=answer").await.attributes(".docs h2 a", "href");
        let quiet = ["/ru/help", "/ru/safe-migration", "/ru/trafficking", "/ru/offline", answers[0].as_str()];
        for path in quiet {
            let page = guest.get(path).await;
            assert_eq!(page.attributes("a[data-leave]", "href"), ["https://meteo.kg/"], "{path}");
            assert_eq!(page.attributes("a[data-leave]", "rel"), ["noreferrer"]);
            assert_eq!(page.texts("title"), ["Бирге"], "{path}");
        }
        for path in ["/ru/", "/ru/press", "/ru/documents"] {
            assert!(guest.get(path).await.attributes("a[data-leave]", "href").is_empty(), "{path}");
        }
    }

    async fn programs_read_what_a_page_is(portal) {
        let guest = portal.guest();
        let address_of = async |kind: &str| {
            let list = guest.get(&format!("/ru/documents?kind={kind}")).await;
            (list.attributes(".docs h2 a", "href").remove(0), list.texts(".docs h2 a").remove(0))
        };
        let (release, title) = address_of("press_release").await;
        let page = guest.get(&release).await;
        let told = facts(&page);
        assert_eq!((told["@type"].as_str(), told["headline"].as_str()), (Some("NewsArticle"), Some(title.as_str())));
        assert_eq!(page.attributes("meta[property='og:type']", "content"), ["article"]);
        let (answer, question) = address_of("answer").await;
        let told = facts(&guest.get(&answer).await);
        assert_eq!(told["@type"], "FAQPage");
        assert_eq!(told["mainEntity"][0]["name"], question.as_str());
        assert!(told["mainEntity"][0]["acceptedAnswer"]["text"].as_str().is_some_and(|text| text.len() > 20));
        let about = facts(&guest.get("/ru/about").await);
        assert_eq!(about["@graph"][0]["@type"], "GovernmentOrganization");
    }

    async fn the_site_map_names_every_public_page_in_its_languages(portal) {
        let guest = portal.guest();
        let index = guest.get("/sitemap.xml").await;
        assert_eq!(index.headers[CONTENT_TYPE], "application/xml; charset=utf-8");
        let base = portal.app.url("");
        let parts = index.texts("loc");
        assert_eq!(parts.len(), 2, "{}", index.body);
        let mut all = BTreeSet::new();
        for part in parts {
            let page = guest.get(part.strip_prefix(&base).unwrap()).await;
            assert_eq!(page.status, StatusCode::OK, "{part}");
            assert_eq!(page.texts("url").len(), page.texts("loc").len());
            all.extend(page.texts("loc"));
        }
        for path in PAGES {
            assert!(all.contains(&portal.app.url(&format!("/ky{path}"))), "{path}");
        }
        for lang in ["ky", "ru", "en"] {
            for text in guest.get(&format!("/{lang}/documents")).await.attributes(".docs h2 a", "href") {
                assert!(all.contains(&portal.app.url(&text)), "{text}");
            }
        }
        for address in &all {
            let page = guest.get(address.strip_prefix(&base).unwrap()).await;
            assert_eq!(page.status, StatusCode::OK, "{address}");
            assert_eq!(page.attributes("link[rel=canonical]", "href"), [address.as_str()]);
        }
        for wrong in ["/sitemaps/other.xml", "/sitemaps/documents-a-b.xml", "/sitemaps/pages"] {
            assert_eq!(guest.get(wrong).await.status, StatusCode::NOT_FOUND, "{wrong}");
        }
    }

    async fn search_engines_stay_out_of_what_is_for_members(portal) {
        let robots = portal.guest().get("/robots.txt").await;
        assert_eq!(robots.headers[CONTENT_TYPE], "text/plain; charset=utf-8");
        for closed in ["account", "search", "sign-in", "notifications", "audit", "site"] {
            assert!(robots.body.lines().any(|line| line == format!("Disallow: /*/{closed}")), "{closed}: {}", robots.body);
        }
        for open in ["documents", "help", "kits", "partners"] {
            assert!(!robots.body.contains(&format!("/{open}")), "{open}");
        }
        assert!(robots.body.contains(&format!("Sitemap: {}", portal.app.url("/sitemap.xml"))));
    }

    async fn the_portal_can_be_put_on_a_phone_and_keeps_nothing_of_members(portal) {
        let guest = portal.guest();
        let home = guest.get("/ky/").await;
        let manifest = guest.get(&home.attributes("link[rel=manifest]", "href")[0]).await;
        assert_eq!(manifest.headers[CONTENT_TYPE], "application/manifest+json; charset=utf-8");
        let manifest: serde_json::Value = serde_json::from_str(&manifest.body).unwrap();
        assert_eq!((manifest["lang"].as_str(), manifest["start_url"].as_str()), (Some("ky"), Some("/ky/")));
        for icon in manifest["icons"].as_array().unwrap() {
            assert_eq!(guest.get(icon["src"].as_str().unwrap()).await.status, StatusCode::OK);
        }
        let worker = guest.get("/sw.js").await;
        assert_eq!(worker.headers[CONTENT_TYPE], "text/javascript; charset=utf-8");
        let first = worker.body.lines().next().unwrap();
        let first = first.strip_prefix("self.birge = ").and_then(|rest| rest.strip_suffix(';')).unwrap();
        let first: serde_json::Value = serde_json::from_str(first).unwrap();
        for address in ["pages", "assets"].iter().flat_map(|name| first[name].as_array().unwrap()) {
            assert_eq!(guest.get(address.as_str().unwrap()).await.status, StatusCode::OK, "{address}");
        }
        let offline = guest.get("/ru/offline").await;
        assert!(offline.main().contains("+996 000 55 01 77") && offline.body.contains("data-forget-all"));
        // What the script looks for: guests' pages are public, members' are not and begin nothing.
        assert!(home.headers["cache-control"].to_str().unwrap().contains("public"));
        assert!(home.body.contains(" data-offline hidden>") && home.body.contains("<b></b>"));
        let inside = portal.sign_in(NARGIZA).await.get("/ky/").await;
        assert!(inside.headers["cache-control"].to_str().unwrap().contains("private"));
        assert!(inside.attributes("link[rel=manifest]", "href").is_empty());
    }

    async fn a_first_view_is_light(portal) {
        let guest = portal.guest();
        let sheet = guest.get("/ky/").await.attributes("link[rel=stylesheet]", "href").remove(0);
        let sheet = compressed(&guest, &sheet).await;
        let text = guest.get("/ky/documents").await.attributes(".docs h2 a", "href").remove(0);
        let more = ["/documents", "/kits", "/hotlines", "/glossary"].into_iter().map(|path| format!("/ky{path}"));
        let mut heavy = Vec::new();
        for path in PAGES.into_iter().map(|path| format!("/ky{path}")).chain(more).chain([text]) {
            let weight = sheet + compressed(&guest, &path).await;
            eprintln!("{path}: {weight}");
            if weight > 14_000 {
                heavy.push((path, weight));
            }
        }
        assert!(heavy.is_empty(), "{heavy:?}");
    }
}
