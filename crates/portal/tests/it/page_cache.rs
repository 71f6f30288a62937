//! Public pages from memory, over HTTP: served again, not sent again, dropped when what they show changes, and not
//! pushed out by addresses that somebody makes up.

use http::header::{ACCEPT_ENCODING, CONTENT_ENCODING, ETAG, IF_NONE_MATCH, VARY};
use http::{HeaderMap, HeaderName, Method, StatusCode};
use portal::testing::{Browser, Page, TestPortal};
use std::sync::atomic::Ordering;

const DANIYAR: &str = "daniyar@ministry.example";
const GULZAT: &str = "gulzat@alty-kerege.example";

async fn with_header(browser: &Browser, path: &str, name: HeaderName, value: &str) -> Page {
    let headers = HeaderMap::from_iter([(name, value.parse().unwrap())]);
    browser.send(Method::GET, path, headers, Vec::new()).await
}

fn header(page: &Page, name: HeaderName) -> &str {
    page.headers.get(&name).map_or("", |value| value.to_str().unwrap())
}

/// Whether a guest gets this page from memory. Asking keeps it, if it may be kept.
async fn from_memory(portal: &TestPortal, path: &str) -> bool {
    let before = portal.app.pages.hits.load(Ordering::Relaxed);
    let page = portal.guest().get(path).await;
    assert_eq!(page.status, StatusCode::OK, "{path}");
    portal.app.pages.hits.load(Ordering::Relaxed) > before
}

/// The addresses of the first texts of the list.
async fn texts(portal: &TestPortal) -> Vec<String> {
    portal.guest().get("/ru/documents").await.attributes(".docs h2 a", "href")
}

portal::portal_tests! {
    async fn a_page_is_made_once_and_sent_only_to_who_has_not_got_it(portal) {
        assert!(!from_memory(&portal, "/en/documents").await);
        assert!(from_memory(&portal, "/en/documents").await);
        let guest = portal.guest();
        let first = guest.get("/en/documents").await;
        let etag = header(&first, ETAG).to_owned();
        assert!(etag.len() > 10, "{etag}");
        for seen in [etag.clone(), format!("W/{etag}"), format!("\"other\", {etag}")] {
            let again = with_header(&guest, "/en/documents", IF_NONE_MATCH, &seen).await;
            assert_eq!((again.status, again.body.as_str()), (StatusCode::NOT_MODIFIED, ""), "{seen}");
        }
        let other = with_header(&guest, "/en/documents", IF_NONE_MATCH, "\"other\"").await;
        assert_eq!((other.status, &other.body), (StatusCode::OK, &first.body));
    }

    async fn a_kept_page_comes_in_the_encoding_that_the_browser_takes(portal) {
        let guest = portal.guest();
        let plain = guest.get("/ky/documents").await;
        let mut sizes = vec![plain.body.len()];
        for (takes, gets) in [("gzip", "gzip"), ("gzip, deflate, br, zstd", "br"), ("br;q=0, deflate", "")] {
            // The first answer was made for a browser that takes nothing.
            let page = with_header(&guest, "/ky/documents", ACCEPT_ENCODING, takes).await;
            assert_eq!((page.status, header(&page, CONTENT_ENCODING)), (StatusCode::OK, gets), "{takes}");
            assert!(header(&page, VARY).to_lowercase().contains("accept-encoding"), "{takes}");
            assert_eq!(header(&page, ETAG), header(&plain, ETAG));
            let sent: usize = header(&page, http::header::CONTENT_LENGTH).parse().unwrap();
            if gets.is_empty() {
                assert_eq!(page.body, plain.body);
            } else {
                sizes.push(sent);
            }
        }
        assert!(sizes[1] < sizes[0] / 3 && sizes[2] < sizes[1], "{sizes:?}");
    }

    async fn a_change_drops_the_pages_that_show_it_and_no_other(portal) {
        let texts = texts(&portal).await;
        let (changed, other) = (&texts[0], &texts[1]);
        for path in [changed, other, "/ru/documents", "/ru/programme"] {
            from_memory(&portal, path).await;
            assert!(from_memory(&portal, path).await, "{path} is kept");
        }
        let secretary = portal.sign_in(DANIYAR).await;
        let page = secretary.get(changed).await;
        let form = secretary.get(&page.attributes("a[href$='/withdrawal']", "href")[0]).await;
        let done = form.submit(&secretary, "form[data-withdraw]", &[("reason", "Устарело.")]).await;
        assert!(done.status.is_redirection(), "{}", done.body);
        portal.settle().await;
        assert!(from_memory(&portal, other).await, "the other text stays");
        assert!(from_memory(&portal, "/ru/programme").await);
        assert!(!from_memory(&portal, changed).await);
        assert!(!from_memory(&portal, "/ru/documents").await);
        assert!(portal.guest().get(changed).await.main().contains("Устарело."));
    }

    async fn a_new_name_of_an_organisation_drops_the_texts_that_name_it(portal) {
        let texts = texts(&portal).await;
        let name_in = async |path: &String| portal.guest().get(path).await.texts(".facts dd").join("; ");
        let partner = "Общественный фонд «Жол чырагы»";
        let mut with = Vec::new();
        let mut without = Vec::new();
        for text in &texts {
            if name_in(text).await.contains(partner) { with.push(text) } else { without.push(text) }
        }
        assert!(!with.is_empty() && !without.is_empty(), "{texts:?}");
        let chair = portal.sign_in(GULZAT).await;
        let list = chair.get("/ru/partners").await;
        let place = list.texts(".docs h2").iter().position(|name| name == partner).unwrap();
        let page = chair.get(&list.attributes(".docs h2 a", "href")[place]).await;
        let form = chair.get(&page.attributes("a[href$='/edit']", "href")[0]).await;
        let done = form.submit(&chair, "main form[method=post]", &[("ru", "Фонд «Жол»")]).await;
        assert!(done.status.is_redirection(), "{}", done.body);
        portal.settle().await;
        for text in with {
            assert!(name_in(text).await.contains("Фонд «Жол»"), "{text}");
        }
        for text in without {
            assert!(from_memory(&portal, text).await, "{text}");
        }
    }

    async fn made_up_addresses_are_answered_and_not_kept(portal) {
        for path in ["/ru/documents", "/ru/documents?kind=press_release", "/ru/documents/feed.atom"] {
            from_memory(&portal, path).await;
            assert!(from_memory(&portal, path).await, "{path}");
        }
        let text = texts(&portal).await.remove(0);
        for path in [
            "/ru/documents?x=1".to_owned(),
            "/ru/documents?audience=nobody-knows".to_owned(),
            "/ru/documents?kind=press_release&x=1".to_owned(),
            "/ru/documents?kind=press_release&level=".to_owned(),
            "/ru/documents?kind=press_release&level=agreed".to_owned(),
            "/ru/documents?before=1-0000000000001".to_owned(),
            "/ru/documents/feed.atom?x=1".to_owned(),
            "/ru/?x=1".to_owned(),
            format!("{text}?x=1"),
        ] {
            from_memory(&portal, &path).await;
            assert!(!from_memory(&portal, &path).await, "{path}");
        }
        // What the programme does not know is no filter.
        let count = async |path: &str| portal.guest().get(path).await.texts("main strong").remove(0);
        assert_eq!(count("/ru/documents?audience=nobody-knows").await, count("/ru/documents").await);
    }
}
