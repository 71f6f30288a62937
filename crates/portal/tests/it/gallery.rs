//! Every page of the gallery, in three languages: it renders, has one title and its language, and lacks no text.

use platform::db::Dialect;
use portal::testing::TestPortal;
use std::collections::BTreeSet;

#[tokio::test(flavor = "multi_thread")]
async fn every_page_of_the_gallery_is_whole_in_three_languages() {
    let portal = TestPortal::empty(Dialect::Sqlite).await;
    let guest = portal.guest();
    let links = guest.get("/dev/pages").await.attributes("main a", "href");
    assert!(links.len() >= 3, "{links:?}");
    let mut names = BTreeSet::new();
    for link in links {
        assert!(names.insert(link.clone()), "two pages are named {link}");
        let page = guest.get(&link).await;
        let lang = link.split('/').nth(3).expect("the language stands in the address");
        assert_eq!(page.status, 200, "{link}");
        assert_eq!(page.texts("h1").len(), 1, "{link} has another number of titles than one: {}", page.body);
        assert!(!page.texts("h1")[0].is_empty(), "{link}");
        assert_eq!(page.attributes("html", "lang"), [lang], "{link}");
        assert!(!page.body.contains('⟦'), "{link} lacks a text: {}", page.body);
        let ids = page.attributes("[id]", "id");
        let unique: BTreeSet<&String> = ids.iter().collect();
        assert_eq!(ids.len(), unique.len(), "{link} has an id twice: {ids:?}");
    }
}
