//! Campaigns as people use them, over HTTP.

use crate::portal_tests;
use crate::testing::{Browser, Page};
use http::StatusCode;

const GULZAT: &str = "gulzat@alty-kerege.example";
const DANIYAR: &str = "daniyar@ministry.example";
const NARGIZA: &str = "nargiza@zhol-chyragy.example";
const ASEL: &str = "asel@kosh-terek.example";

const DAY_MS: i64 = 24 * 3600 * 1000;

const FIELDS: [(&str, &str); 8] = [
    ("ky", "Мектепте сөз"),
    ("ru", "Разговор в школе"),
    ("en", "A talk at school"),
    ("starts", "2027-02-01"),
    ("ends", "2027-02-28"),
    ("audience", "at-risk"),
    ("region", "kg-b"),
    ("goal_ru", "Спрашивать **заранее**."),
];

/// The address of the campaign that is called so in Russian, for this reader.
async fn campaign(browser: &Browser, title: &str) -> String {
    let page = browser.get("/ru/campaigns").await;
    let place = page.texts(".docs h3").iter().position(|known| known == title).expect("a campaign");
    page.attributes(".docs h3 a", "href").remove(place)
}

async fn propose(browser: &Browser, other: &[(&str, &str)]) -> Page {
    let new = browser.get("/ru/campaigns/new").await;
    let replaced = |name: &str| other.iter().any(|(changed, _)| *changed == name);
    let fields: Vec<_> =
        FIELDS.into_iter().filter(|(name, _)| !replaced(name)).chain(other.iter().copied()).collect();
    new.submit(browser, "form[data-campaign]", &fields).await
}

/// The titles under each heading of the list.
fn parts(page: &Page) -> Vec<(String, Vec<String>)> {
    let of = |id: &str| (id.to_owned(), page.texts(&format!("section[aria-labelledby='{id}'] h3")));
    ["running", "coming", "over", "proposed"]
        .map(of)
        .into_iter()
        .filter(|(_, titles)| !titles.is_empty())
        .collect()
}

portal_tests! {
    async fn readers_see_what_runs_what_comes_and_what_is_over(portal) {
        let guest = portal.guest();
        let page = guest.get("/ru/campaigns").await;
        let expected = [("running", "Дорога начинается дома"), ("coming", "Летняя работа: сначала спроси"), ("over", "С возвращением")];
        let expected: Vec<_> = expected.map(|(id, title)| (id.to_owned(), vec![title.to_owned()])).into();
        assert_eq!(parts(&page), expected, "{}", page.main());
        assert!(guest.get("/ru/").await.main().contains("Дорога начинается дома"), "it stands on the first page");
        for (filtered, left) in [("region=kg-c", "coming"), ("audience=returnees&region=kg-b", "over"), ("audience=nobody&region=mars", "all")] {
            let shown: Vec<String> = parts(&guest.get(&format!("/ru/campaigns?{filtered}")).await).into_iter().map(|(id, _)| id).collect();
            if left == "all" { assert_eq!(shown.len(), 3) } else { assert_eq!(shown, [left], "{filtered}") }
        }
        let none = guest.get("/ru/campaigns?audience=mosques").await;
        assert!(none.texts(".empty p").join("").contains("Сбросьте"), "{}", none.main());
    }

    async fn a_kept_page_changes_when_the_day_does(portal) {
        let guest = portal.guest();
        let address = campaign(&guest, "Дорога начинается дома").await;
        let standing = |page: &Page| page.texts("header .badge");
        for (days, expected) in [(0, "Идёт"), (23, "Идёт"), (1, "Завершена")] {
            portal.clock.advance(days * DAY_MS);
            portal.settle().await;
            assert_eq!(standing(&guest.get(&address).await), [expected], "{days} days later");
            let list = parts(&guest.get("/ru/campaigns").await);
            let running = list.iter().any(|(id, _)| id == "running");
            assert_eq!(running, expected == "Идёт");
        }
        let home = guest.get("/ru/").await;
        assert!(!home.attributes("main a", "href").contains(&address));
        assert!(home.main().contains("Скоро начнутся"), "nothing runs, so what comes stands there: {}", home.main());
    }

    async fn a_campaign_leads_to_what_was_made_for_it_and_back(portal) {
        let guest = portal.guest();
        let address = campaign(&guest, "Дорога начинается дома").await;
        let page = guest.get(&address).await;
        let links = page.attributes("main .docs h3 a", "href");
        let kit = links.iter().find(|href| href.contains("/kits/")).expect("its kit");
        let text = links.iter().find(|href| href.contains("/documents/")).expect("a text");
        for made in [kit, text] {
            assert!(guest.get(made).await.attributes("aside a", "href").contains(&address), "{made}");
        }
        let all = page.attributes("main a", "href").into_iter().find(|href| href.contains("?campaign=")).expect("all its texts");
        let listed = guest.get(&all).await;
        assert!(listed.texts(".docs h2").len() > 5, "{}", listed.main());
        assert!(listed.attributes("select[name=campaign] option[selected]", "value").iter().any(|id| address.ends_with(id.as_str())));
        let partner = page.attributes("aside dd a", "href").into_iter().find(|href| href.contains("/partners/")).expect("who leads it");
        assert!(guest.get(&partner).await.attributes("main a", "href").contains(&address));
    }

    async fn results_are_narrowed_to_a_campaign(portal) {
        let guest = portal.guest();
        portal.index().await;
        let id = campaign(&guest, "Дорога начинается дома").await.rsplit('/').next().unwrap().to_owned();
        let all = guest.get("/ru/search?q=дорога").await;
        let own = guest.get(&format!("/ru/search?q=дорога&campaign={id}")).await;
        let links = |page: &Page| page.attributes("ol.docs h2 a", "href");
        let other = links(&all).into_iter().find(|link| !links(&own).contains(link));
        assert!(!links(&own).is_empty() && other.is_some(), "{}", own.main());
        let made = guest.get(&format!("/ru/documents?campaign={id}")).await.attributes(".docs h2 a", "href");
        for link in links(&own).iter().filter(|link| link.contains("/documents/")) {
            assert!(made.contains(link), "{link}");
        }
        let kinds = own.texts("ol.docs .kicker").join(" ");
        assert!(kinds.contains("Кампания") && kinds.contains("Набор"), "{kinds}");
    }

    async fn a_contributor_proposes_and_those_who_decide_publish_and_take_back(portal) {
        let (guest, author, secretary) =
            (portal.guest(), portal.sign_in(NARGIZA).await, portal.sign_in(DANIYAR).await);
        let proposed = propose(&author, &[("channel", "television")]).await;
        assert!(proposed.status.is_redirection(), "{}", proposed.main());
        let address = proposed.location();
        for stranger in [&guest, &portal.sign_in(ASEL).await] {
            assert_eq!(stranger.get(&address).await.status, StatusCode::NOT_FOUND);
            assert!(!stranger.get("/ru/campaigns").await.body.contains("Разговор в школе"));
        }
        let own = author.get(&address).await;
        assert!(own.texts("form[data-publish]").is_empty(), "a contributor publishes no campaign");
        assert!(own.texts(".notice.warn").join("").contains("одного рода"), "{}", own.main());
        assert!(secretary.get("/ru/").await.main().contains("Разговор в школе"), "it waits on the first page of those who decide");

        let done = secretary.get(&address).await.submit(&secretary, "form[data-publish]", &[]).await;
        assert_eq!(done.location(), address, "{}", done.body);
        portal.settle().await;
        let page = guest.get(&address).await;
        assert_eq!(page.texts(".prose strong"), ["заранее"]);
        assert!(page.texts(".notice.warn").is_empty(), "advice is for members");
        assert_eq!(campaign(&guest, "Разговор в школе").await, address);
        // What everybody reads is no longer the contributor's to change.
        assert_eq!(author.get(&format!("{address}/edit")).await.status, StatusCode::FORBIDDEN);

        let back = secretary.get(&address).await.submit(&secretary, "form[data-take-back]", &[]).await;
        assert!(back.status.is_redirection(), "{}", back.body);
        portal.settle().await;
        assert_eq!(guest.get(&address).await.status, StatusCode::NOT_FOUND);
        assert!(!guest.get("/ru/campaigns").await.body.contains("Разговор в школе"));
        let told = author.get(&address).await.texts(".timeline li").join("\n");
        assert!(told.contains("предложена кампания") && told.contains("отозвана кампания"), "{told}");
    }

    async fn a_text_names_a_campaign_only_as_long_as_readers_see_it(portal) {
        let (guest, chair) = (portal.guest(), portal.sign_in(GULZAT).await);
        let address = campaign(&guest, "Дорога начинается дома").await;
        let page = guest.get(&address).await;
        let text = page.attributes("main .docs h3 a", "href").into_iter().find(|href| href.contains("/documents/")).unwrap();
        assert!(guest.get(&text).await.main().contains("Дорога начинается дома"));
        chair.get(&address).await.submit(&chair, "form[data-take-back]", &[]).await;
        portal.settle().await;
        assert!(!guest.get(&text).await.texts("aside").join("").contains("Дорога начинается дома"));
        let list = guest.get("/ru/documents").await;
        assert!(!list.body.contains("Дорога начинается дома</option>"));
    }

    async fn who_wrote_on_a_text_chooses_its_campaign(portal) {
        let author = portal.sign_in(NARGIZA).await;
        let id = campaign(&author, "Летняя работа: сначала спроси").await.rsplit('/').next().unwrap().to_owned();
        let new = author.get("/ru/documents/new?kind=brochure").await;
        let edit = new.submit(&author, "main form", &[("kind", "brochure"), ("language", "ru"), ("title", "Листовка")]).await.location();
        let page = author.get(&edit).await;
        assert_eq!(page.status, StatusCode::OK, "{edit}");
        let saved = page.submit(&author, "#draft", &[("campaign", id.as_str()), ("then", "save")]).await;
        assert!(saved.status.is_redirection(), "{}", saved.main());
        let ticked = author.get(&edit).await.attributes("input[name=campaign][checked]", "value");
        assert_eq!(ticked, [id]);
    }

    async fn mistakes_keep_what_was_typed(portal) {
        let author = portal.sign_in(NARGIZA).await;
        for (wrong, said) in [
            (("ends", "2027-01-31"), "раньше первого"),
            (("ends", "2030-01-01"), "не больше двух лет"),
            (("starts", "весной"), "Выберите день"),
            (("audience", "nobody"), "хотя бы одну аудиторию"),
            (("ru", " "), "на всех трёх языках"),
        ] {
            let page = propose(&author, &[wrong]).await;
            assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong:?}");
            assert!(page.texts(".errors li").join("").contains(said), "{}", page.main());
            assert_eq!(page.attributes("#ky", "value"), ["Мектепте сөз"]);
            assert_eq!(page.attributes("input[name=region][checked]", "value"), ["kg-b"]);
        }
    }

    async fn who_saves_an_old_page_changes_nothing(portal) {
        let chair = portal.sign_in(GULZAT).await;
        let address = campaign(&portal.guest(), "Летняя работа: сначала спроси").await;
        let form = chair.get(&format!("{address}/edit")).await;
        assert_eq!(form.attributes("input[name=supporter][checked]", "value").len(), 1);
        let first = form.submit(&chair, "form[data-campaign]", &[("ru", "Летом")]).await;
        assert_eq!(first.location(), address, "{}", first.body);
        let second = form.submit(&chair, "form[data-campaign]", &[("ru", "Поздно")]).await;
        assert_eq!(second.status, StatusCode::CONFLICT);
        portal.settle().await;
        let page = portal.guest().get(&address).await;
        assert_eq!(page.texts("h1"), ["Летом"]);
        assert_eq!(page.attributes("aside dd a", "href").len(), 2, "saving kept who leads and who supports");
    }
}
