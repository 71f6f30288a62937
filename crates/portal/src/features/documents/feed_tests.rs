//! Feeds as strict readers take them: well-formed, with everything RFC 4287 and JSON Feed 1.1 demand.

use crate::portal_tests;
use quick_xml::events::Event;
use quick_xml::reader::Reader;
use std::collections::BTreeSet;

/// The texts of a well-formed document by the path of their element: `feed/entry/title`.
fn elements(xml: &str) -> Vec<(String, String)> {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().check_end_names = true;
    reader.config_mut().expand_empty_elements = true;
    let (mut open, mut found) = (Vec::new(), Vec::new());
    loop {
        match reader.read_event().unwrap_or_else(|error| panic!("{error}: {xml}")) {
            Event::Start(start) => {
                open.push(start.name().0.to_owned());
                found.push((open.join("/"), String::new()));
            }
            Event::End(_) => drop(open.pop()),
            Event::Text(text) => {
                let path = open.join("/");
                if let Some((_, words)) = found.iter_mut().rev().find(|(known, _)| *known == path) {
                    words.push_str(&text);
                }
            }
            Event::Eof => break,
            _ => {}
        }
    }
    assert!(open.is_empty(), "{open:?}");
    found
}

fn all<'e>(elements: &'e [(String, String)], path: &str) -> Vec<&'e str> {
    elements.iter().filter(|(known, _)| known == path).map(|(_, words)| words.as_str()).collect()
}

portal_tests! {
    async fn a_strict_reader_takes_the_feed_of_every_filter(portal) {
        let guest = portal.guest();
        for query in ["", "?kind=press_release", "?audience=migrants", "?kind=law&audience=population", "?kind=report&level=own"] {
            for lang in ["ky", "ru", "en"] {
                let feed = guest.get(&format!("/{lang}/documents/feed.atom{query}")).await;
                let elements = elements(&feed.body);
                for one in ["feed/id", "feed/title", "feed/updated"] {
                    assert_eq!(all(&elements, one).len(), 1, "{lang}{query}: {one}");
                }
                let entries = all(&elements, "feed/entry").len();
                for each in ["id", "title", "updated", "author/name", "content"] {
                    assert_eq!(all(&elements, &format!("feed/entry/{each}")).len(), entries, "{lang}{query}: {each}");
                }
                let ids = all(&elements, "feed/entry/id");
                assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "ids come once");
                assert!(ids.iter().all(|id| id.starts_with(&portal.app.url("/"))), "{ids:?}");
                for at in all(&elements, "feed/updated").into_iter().chain(all(&elements, "feed/entry/updated")) {
                    assert!(at.parse::<jiff::Timestamp>().is_ok(), "{at}");
                }
                let page = guest.get(&format!("/{lang}/documents{query}")).await;
                assert_eq!(entries, page.texts(".docs h2").len(), "{lang}{query}");
                let atom = page.attributes("link[type='application/atom+xml']", "href");
                assert_eq!(atom, [format!("/{lang}/documents/feed.atom{query}")]);
            }
        }
    }

    async fn the_same_comes_as_json(portal) {
        let guest = portal.guest();
        let page = guest.get("/ru/documents?kind=press_release").await;
        let feed = guest.get(&page.attributes("link[type='application/feed+json']", "href")[0]).await;
        assert_eq!(feed.headers["content-type"], "application/feed+json; charset=utf-8");
        let feed: serde_json::Value = serde_json::from_str(&feed.body).unwrap();
        assert_eq!(feed["version"], "https://jsonfeed.org/version/1.1");
        assert!(feed["feed_url"].as_str().unwrap().ends_with("/ru/documents/feed.json?kind=press_release"));
        let items = feed["items"].as_array().unwrap();
        assert_eq!(items.len(), page.texts(".docs h2").len());
        for item in items {
            assert!(item["id"].is_string() && item["content_html"].as_str().is_some_and(|html| html.contains('<')));
            assert!(item["date_published"].as_str().unwrap().parse::<jiff::Timestamp>().is_ok());
        }
    }
}
