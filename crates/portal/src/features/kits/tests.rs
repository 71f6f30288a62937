//! Kits as people use them, over HTTP.

use crate::portal_tests;
use crate::testing::{Browser, Page, TestPortal};
use http::StatusCode;
use std::process::Command;

const GULZAT: &str = "gulzat@alty-kerege.example";
const DANIYAR: &str = "daniyar@ministry.example";
const NARGIZA: &str = "nargiza@zhol-chyragy.example";
const ASEL: &str = "asel@kosh-terek.example";

const TITLES: [(&str, &str); 3] = [("ky", "Мектептерге"), ("ru", "Для школ"), ("en", "For schools")];

/// The address of the published kit that is called so in Russian.
async fn kit(portal: &TestPortal, title: &str) -> String {
    let page = portal.guest().get("/ru/kits").await;
    let place = page.texts(".cards h2").iter().position(|known| known == title).expect("a published kit");
    page.attributes(".cards h2 a", "href").remove(place)
}

/// Addresses of the newest texts, each with a title behind it as the form shows them.
async fn texts(browser: &Browser, most: usize) -> Vec<String> {
    let page = browser.get("/ru/documents").await;
    let titles = page.texts(".docs h2 a");
    let lines = page.attributes(".docs h2 a", "href").into_iter().zip(titles);
    lines.map(|(address, title)| format!("{address} {title}")).take(most).collect()
}

async fn propose(browser: &Browser, lines: &str) -> Page {
    let new = browser.get("/ru/kits/new").await;
    let fields = [&TITLES[..], &[("texts", lines), ("introduction_ru", "Прочитайте **вслух**.")]].concat();
    new.submit(browser, "form[data-kit]", &fields).await
}

portal_tests! {
    async fn a_kit_shows_its_texts_in_order_and_says_where_a_language_is_missing(portal) {
        let guest = portal.guest();
        let address = kit(&portal, "Перед дорогой").await;
        let page = guest.get(&address).await;
        assert_eq!(page.texts("main .docs h3").len(), 4, "{}", page.main());
        let notes = page.main().matches("Пока только на языке: Кыргызча").count();
        assert_eq!(notes, 1, "{}", page.main());
        let other = guest.get(&address.replacen("/ru/", "/ky/", 1)).await;
        assert!(!other.main().contains("Азырынча ушул тилде гана"), "{}", other.main());
        let text = page.attributes("main .docs h3 a", "href").remove(1);
        assert_eq!(page.texts("main .docs h3")[1], guest.get(&text).await.texts("h1")[0]);
        // The text leads to the kit.
        let text = page.attributes("main .docs h3 a", "href").remove(0);
        assert!(guest.get(&text).await.attributes("aside a", "href").contains(&address));
        for filtered in ["/ru/kits?audience=migrants", "/ru/kits?theme=safe-migration"] {
            assert_eq!(guest.get(filtered).await.texts(".cards h2"), ["Перед дорогой"], "{filtered}");
        }
        assert_eq!(guest.get("/ru/kits?audience=nobody").await.texts(".cards h2").len(), 2);
        assert!(guest.get("/ru/for/migrants").await.attributes("main a", "href").contains(&address));
    }

    async fn a_kit_is_found_by_those_who_may_see_it(portal) {
        let (guest, author, other) = (portal.guest(), portal.sign_in(NARGIZA).await, portal.sign_in(ASEL).await);
        assert!(propose(&author, &texts(&author, 1).await.join("\n")).await.status.is_redirection());
        portal.index().await;
        let found = |page: Page| page.texts(".docs h2").iter().any(|title| title.contains("Для школ"));
        for (browser, sees) in [(&guest, false), (&author, true), (&other, false)] {
            assert_eq!(found(browser.get("/ru/search?q=школам").await), sees);
        }
        let page = guest.get("/ru/search?q=дорога&kind=kit").await;
        assert!(page.main().contains("Перед дорогой"), "{}", page.main());
    }

    async fn a_contributor_proposes_and_those_who_decide_publish_and_take_back(portal) {
        let (guest, author, secretary) =
            (portal.guest(), portal.sign_in(NARGIZA).await, portal.sign_in(DANIYAR).await);
        let lines = texts(&author, 3).await;
        let proposed = propose(&author, &lines.join("\n")).await;
        let address = proposed.location();
        let download = format!("{address}/download");
        for stranger in [&guest, &portal.sign_in(ASEL).await] {
            assert_eq!(stranger.get(&address).await.status, StatusCode::NOT_FOUND);
            assert_eq!(stranger.get(&download).await.status, StatusCode::NOT_FOUND);
            assert!(!stranger.get("/ru/kits").await.body.contains("Для школ"));
        }
        let own = author.get(&address).await;
        assert_eq!(own.texts("main .docs h3").len(), 3);
        assert!(own.texts("form[data-publish]").is_empty(), "a contributor publishes no kit");
        assert!(secretary.get("/ru/").await.main().contains("Для школ"), "it waits on the first page of those who decide");

        let done = secretary.get(&address).await.submit(&secretary, "form[data-publish]", &[]).await;
        assert_eq!(done.location(), address, "{}", done.body);
        portal.settle().await;
        let page = guest.get(&address).await;
        assert_eq!(page.texts(".prose strong"), ["вслух"]);
        let text = page.attributes("main .docs h3 a", "href").remove(0);
        assert!(guest.get(&text).await.attributes("aside a", "href").contains(&address));
        assert!(guest.get("/ru/").await.main().contains("Для школ"));
        // What everybody reads is no longer the contributor's to change.
        assert_eq!(author.get(&format!("{address}/edit")).await.status, StatusCode::FORBIDDEN);

        let back = secretary.get(&address).await.submit(&secretary, "form[data-take-back]", &[]).await;
        assert!(back.status.is_redirection(), "{}", back.body);
        portal.settle().await;
        assert_eq!(guest.get(&address).await.status, StatusCode::NOT_FOUND);
        assert!(!guest.get(&text).await.attributes("aside a", "href").contains(&address));
        assert!(!guest.get("/ru/").await.main().contains("Для школ"));
        let told = author.get(&address).await.texts(".timeline li").join("\n");
        assert!(told.contains("предложен набор") && told.contains("отозван набор"), "{told}");
    }

    async fn mistakes_keep_what_was_typed(portal) {
        let author = portal.sign_in(NARGIZA).await;
        for (lines, said) in [
            ("https://elsewhere.example/x".to_owned(), "Каждая строка начинается с адреса"),
            ("0000000000001".to_owned(), "Берите только опубликованные"),
        ] {
            let page = propose(&author, &lines).await;
            assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{lines}");
            assert!(page.main().contains(said), "{}", page.main());
            assert_eq!(page.texts("#texts"), [lines.as_str()]);
            assert_eq!(page.attributes("#ru", "value"), ["Для школ"]);
        }
        let new = author.get("/ru/kits/new").await;
        let nameless = new.submit(&author, "form[data-kit]", &[("ky", "Мектептерге")]).await;
        assert_eq!(nameless.texts(".errors li").len(), 2, "{}", nameless.main());
    }

    async fn who_saves_an_old_page_changes_nothing(portal) {
        let chair = portal.sign_in(GULZAT).await;
        let address = kit(&portal, "Перед дорогой").await;
        let form = chair.get(&format!("{address}/edit")).await;
        let first = form.submit(&chair, "form[data-kit]", &[("ru", "В дорогу")]).await;
        assert_eq!(first.location(), address, "{}", first.body);
        let second = form.submit(&chair, "form[data-kit]", &[("ru", "Поздно")]).await;
        assert_eq!(second.status, StatusCode::CONFLICT);
        portal.settle().await;
        assert_eq!(portal.guest().get(&address).await.texts("h1"), ["В дорогу"]);
        assert_eq!(portal.guest().get(&address).await.texts("main .docs h3").len(), 4, "saving kept the texts");
    }

    async fn a_withdrawn_text_leaves_the_kit_at_once(portal) {
        let (guest, secretary) = (portal.guest(), portal.sign_in(DANIYAR).await);
        let address = kit(&portal, "Коротко о главном").await;
        let text = guest.get(&address).await.attributes("main .docs h3 a", "href").remove(0);
        let page = secretary.get(&text).await;
        let form = secretary.get(&page.attributes("a[href$='/withdrawal']", "href")[0]).await;
        let done = form.submit(&secretary, "form[data-withdraw]", &[("reason", "Устарело.")]).await;
        assert!(done.status.is_redirection(), "{}", done.body);
        portal.settle().await;
        // Another language of it is still public, and the kit shows that one.
        let shown = guest.get(&address).await;
        assert!(!shown.attributes("main .docs h3 a", "href").contains(&text), "{}", shown.main());
        assert!(shown.main().contains("Пока только на языке"), "{}", shown.main());
    }

    async fn the_whole_kit_comes_as_one_archive_that_other_programs_read(portal) {
        let guest = portal.guest();
        let address = kit(&portal, "Перед дорогой").await;
        let page = guest.get(&address).await;
        let link = page.attributes("a[download]", "href").remove(0);
        let bytes = guest.bytes(&link).await;
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("kit.zip");
        std::fs::write(&file, &bytes).unwrap();
        let script = "import sys, zipfile\nz = zipfile.ZipFile(sys.argv[1])\nassert z.testzip() is None\n\
                      print('\\n'.join(z.namelist()))\nprint('---')\nprint(z.read('index.txt').decode())";
        let said = Command::new("python3").arg("-c").arg(script).arg(&file).output().unwrap();
        assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
        let words = String::from_utf8(said.stdout).unwrap();
        let (names, index) = words.split_once("---").unwrap();
        assert!(names.starts_with("index.html\nindex.txt\n01-"), "{names}");
        for part in ["01-", "02-", "03-", "04-"] {
            let of = |ending: &str| names.lines().filter(|name| name.starts_with(part) && name.ends_with(ending)).count();
            assert_eq!((of(".html"), of(".txt") >= 1), (1, true), "{part}: {names}");
        }
        assert!(names.lines().any(|name| name.ends_with("/01-print-sheet.txt")), "{names}");
        for told in ["Перед дорогой", "издание", "Кыргызча", "/editions/", &portal.app.url(&address)] {
            assert!(index.contains(told), "{told}: {index}");
        }
    }
}
