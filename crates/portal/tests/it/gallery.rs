//! Every page of the gallery, in three languages: it renders, has one title and its language, and lacks no text.

use platform::db::Dialect;
use portal::testing::TestPortal;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

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

/// Pages of the development tools themselves.
const TOOLS: [&str; 3] = ["dev-mail", "dev-mails", "gallery"];

/// A sample is named after its template: `features/files/pages/show.html` has `files-show` and `files-show-sound`. Parts
/// that other templates import, and the layout, are no pages.
#[tokio::test(flavor = "multi_thread")]
async fn every_page_has_a_sample_in_the_gallery() {
    let portal = TestPortal::empty(Dialect::Sqlite).await;
    let links = portal.guest().get("/dev/pages").await.attributes("main a", "href");
    let samples: BTreeSet<String> =
        links.iter().filter_map(|link| link.strip_prefix("/dev/pages/en/").map(str::to_owned)).collect();
    let mut pages = BTreeSet::new();
    templates(Path::new("src"), &mut pages);
    assert!(pages.len() > 40 && samples.len() > 40, "{pages:?} {samples:?}");
    // A sample belongs to the page with the longest name that begins its own.
    let page_of = |sample: &String| {
        let begins = |page: &&String| sample == *page || sample.starts_with(&format!("{page}-"));
        pages.iter().filter(begins).max_by_key(|page| page.len())
    };
    let shown: BTreeSet<&String> = samples.iter().filter_map(page_of).collect();
    let lacking: Vec<&String> = pages.iter().filter(|page| !shown.contains(page)).collect();
    assert!(lacking.is_empty(), "no sample of {lacking:?} among {samples:?}");
}

/// The names that samples of the pages below a folder begin with.
fn templates(folder: &Path, found: &mut BTreeSet<String>) {
    let entries = std::fs::read_dir(folder).expect("the sources are here");
    for path in entries.map(|entry| entry.expect("an entry").path()) {
        if path.is_dir() {
            templates(&path, found);
        } else if let Some(name) = page_name(&path)
            && !TOOLS.contains(&name.as_str())
        {
            found.insert(name);
        }
    }
}

fn page_name(path: &Path) -> Option<String> {
    let is_page = path.parent()?.ends_with("pages")
        && path.extension()? == "html"
        && std::fs::read_to_string(path).expect("a template").starts_with("{% extends");
    let path: PathBuf = path.components().skip(1).collect();
    let parts: Vec<&str> = path.iter().map(|part| part.to_str().expect("ASCII")).collect();
    let stem = path.file_stem()?.to_str()?.replace('_', "-");
    match (is_page, parts.as_slice()) {
        (false, _) => None,
        (true, ["web", ..]) => Some(stem),
        // The first page of a section may be called by the section alone.
        (true, [_, section, ..]) if stem == "index" => Some((*section).to_owned()),
        (true, [_, section, ..]) => Some(format!("{section}-{stem}")),
        _ => None,
    }
}
