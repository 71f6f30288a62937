//! The calendar as people and their programs use it, over HTTP.

use crate::portal_tests;
use crate::testing::{Browser, Page};
use http::StatusCode;
use std::ffi::{OsStr, OsString};
use std::process::Command;

const GULZAT: &str = "gulzat@alty-kerege.example";
const DANIYAR: &str = "daniyar@ministry.example";
const NARGIZA: &str = "nargiza@zhol-chyragy.example";
const ASEL: &str = "asel@kosh-terek.example";

const DAY_MS: i64 = 24 * 3600 * 1000;

const FIELDS: [(&str, &str); 10] = [
    ("layer", "training"),
    ("ky", "Мугалимдерге тренинг"),
    ("ru", "Тренинг для учителей"),
    ("en", "Training for teachers"),
    ("first", "2027-02-05"),
    ("from", "10:00"),
    ("until", "12:30"),
    ("place_ru", "Баткен, школа № 1"),
    ("link", "https://zhol-chyragy.example/join"),
    ("description_ru", "Приносите **вопросы**."),
];

/// The address of the event that is called so in Russian, for this reader.
async fn event(browser: &Browser, list: &str, title: &str) -> String {
    let page = browser.get(list).await;
    let place = page.texts(".docs h3").iter().position(|known| known == title);
    let place = place.unwrap_or_else(|| panic!("no {title}: {}", page.main()));
    page.attributes(".docs h3 a", "href").remove(place)
}

async fn propose(browser: &Browser, other: &[(&str, &str)]) -> Page {
    let new = browser.get("/ru/calendar/new").await;
    let replaced = |name: &str| other.iter().any(|(changed, _)| *changed == name);
    let fields: Vec<_> =
        FIELDS.into_iter().filter(|(name, _)| !replaced(name)).chain(other.iter().copied()).collect();
    new.submit(browser, "form[data-event]", &fields).await
}

/// Python with its libraries, which `e2e/office` brings. Without it the test that needs it is left out, and says so.
fn python() -> Option<OsString> {
    let python = std::env::var_os("BIRGE_TEST_PYTHON");
    if python.is_none() {
        assert!(std::env::var_os("BIRGE_TEST_REAL_TOOLS").is_none(), "the tools were promised");
        eprintln!("left out: BIRGE_TEST_PYTHON is not set");
    }
    python
}

/// What the library `icalendar` of Python reads in a calendar, a line for each event: its status and how often it was
/// changed, its beginning and end as it understands them, its title, its place.
fn read_by_icalendar(python: &OsStr, text: &str) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("feed.ics");
    std::fs::write(&file, text).unwrap();
    let script = "import sys, icalendar\n\
        calendar = icalendar.Calendar.from_ical(open(sys.argv[1], 'rb').read())\n\
        uids = set()\n\
        for it in calendar.walk('VEVENT'):\n\
        \x20   assert str(it['UID']) not in uids and it['DTSTAMP'] and it['URL']\n\
        \x20   uids.add(str(it['UID']))\n\
        \x20   end = it.get('DTEND')\n\
        \x20   print(it['STATUS'], it['SEQUENCE'], it['DTSTART'].dt.isoformat(), end.dt.isoformat() if end else '-', it['SUMMARY'], it.get('LOCATION', '-'), sep=' | ')\n";
    let said = Command::new(python).arg("-c").arg(script).arg(&file).output().unwrap();
    assert!(said.status.success(), "{}\n{text}", String::from_utf8_lossy(&said.stderr));
    String::from_utf8(said.stdout).unwrap().lines().map(str::to_owned).collect()
}

portal_tests! {
    async fn readers_see_what_is_coming_by_months_and_what_is_over_apart(portal) {
        let guest = portal.guest();
        let page = guest.get("/ru/calendar").await;
        let months = page.texts("main section h2");
        assert_eq!(months[0], "Идёт сейчас", "{months:?}");
        assert!(months[1].contains("2026"), "{months:?}");
        let titles = page.texts(".docs h3");
        assert_eq!(titles[0], "Дорога начинается дома", "a campaign that runs: {titles:?}");
        assert!(titles.contains(&"Летняя работа: сначала спроси".to_owned()), "a campaign that comes");
        assert!(titles.contains(&"Круглый стол в Нарыне".to_owned()));
        assert!(!titles.contains(&"Беседы в школах".to_owned()), "a proposal");
        assert!(!titles.contains(&"Пресс-конференция к открытию кампании".to_owned()), "it is over");
        let count = page.texts("main p.count");
        assert_eq!(count, [format!("{} записей", titles.len())]);
        let past = guest.get("/ru/calendar/past").await;
        assert_eq!(past.texts(".docs h3"), ["Пресс-конференция к открытию кампании"]);
        for (filter, expected) in [
            ("layer=press", vec!["Пресс-конференция об итогах кампании"]),
            ("layer=campaign&region=kg-c", vec!["Дорога начинается дома", "Летняя работа: сначала спроси"]),
            ("layer=observance&region=kg-b", vec!["Международный день мигранта"]),
            ("layer=training&region=kg-b", vec![]),
        ] {
            let page = guest.get(&format!("/ru/calendar?{filter}")).await;
            assert_eq!(page.texts(".docs h3"), expected, "{filter}");
        }
        assert_eq!(guest.get("/ru/calendar?layer=nonsense&region=mars").await.texts(".docs h3"), titles);
        let press = guest.get("/ru/press").await;
        assert!(press.main().contains("Пресс-конференция об итогах кампании"), "{}", press.main());
        assert!(guest.get("/ru/").await.main().contains("День советов на базаре в Баткене"));
    }

    async fn what_is_over_goes_to_the_other_page_when_its_day_ends(portal) {
        let guest = portal.guest();
        let address = event(&guest, "/ru/calendar", "День советов на базаре в Баткене").await;
        for (days, over) in [(0, false), (3, false), (1, true)] {
            portal.clock.advance(days * DAY_MS);
            portal.settle().await;
            let coming = guest.get("/ru/calendar").await.attributes(".docs h3 a", "href").contains(&address);
            let past = guest.get("/ru/calendar/past").await.attributes(".docs h3 a", "href").contains(&address);
            let said = guest.get(&address).await.texts("header .badge").contains(&"Прошло".to_owned());
            assert_eq!((coming, past, said), (!over, over, over), "{days} days later");
        }
    }

    async fn an_event_says_when_where_who_and_for_which_campaign(portal) {
        let guest = portal.guest();
        let address = event(&guest, "/ru/calendar", "Пресс-конференция об итогах кампании").await;
        let page = guest.get(&address).await;
        let when = &page.texts("header time")[0];
        assert!(when.contains("2026") && when.ends_with("10:00–11:00"), "{when}");
        assert!(page.texts("aside dd").iter().any(|it| it.contains("2 этаж")), "{}", page.main());
        let campaign = page.attributes("aside dd a", "href").into_iter().find(|href| href.contains("/campaigns/")).unwrap();
        assert!(guest.get(&campaign).await.attributes("main a", "href").contains(&address));
        let partner = page.attributes("aside dd a", "href").into_iter().find(|href| href.contains("/partners/")).unwrap();
        assert!(guest.get(&partner).await.attributes("main a", "href").contains(&address));
        let facts: serde_json::Value = serde_json::from_str(&page.texts("script[type='application/ld+json']").join("")).unwrap();
        assert_eq!(facts["@type"], "Event");
        assert_eq!(facts["eventStatus"], "https://schema.org/EventScheduled");
        assert!(facts["startDate"].as_str().unwrap().ends_with("T10:00:00+06:00"), "{facts}");
        assert_eq!(facts["location"]["@type"], "Place");
        let days = event(&guest, "/en/calendar", "International Migrants Day").await;
        let days = guest.get(&days).await;
        assert!(!days.texts("header time")[0].contains("00:00"), "{}", days.main());
    }

    async fn other_calendars_read_the_feed_and_learn_what_changed(portal) {
        let Some(python) = python() else { return };
        let read_by_icalendar = |text: &str| read_by_icalendar(&python, text);
        let (guest, chair) = (portal.guest(), portal.sign_in(GULZAT).await);
        let page = guest.get("/ru/calendar").await;
        let webcal = page.attributes("a[href^='webcal:']", "href").remove(0);
        assert!(webcal.ends_with("/ru/calendar/feed.ics"), "{webcal}");
        let feed = guest.get("/ru/calendar/feed.ics").await;
        assert_eq!(feed.headers["content-type"], "text/calendar; charset=utf-8");
        assert!(!feed.headers.contains_key("set-cookie"));
        let read = read_by_icalendar(&feed.body);
        let line = |lines: &[String], title: &str| lines.iter().find(|line| line.contains(title)).unwrap_or_else(|| panic!("no {title}: {lines:#?}")).clone();
        let press = line(&read, "об итогах кампании");
        assert!(press.starts_with("CONFIRMED | 2 | ") && press.contains("T10:00:00+06:00 | "), "{press}");
        assert!(press.ends_with("Бишкек, здание министерства, 2 этаж, пресс-зал (пример)"), "{press}");
        assert!(line(&read, "Круглый стол").starts_with("CANCELLED | 3 | "));
        let campaign = line(&read, "Дорога начинается дома");
        assert!(!campaign.contains("T00:00"), "whole days: {campaign}");
        assert!(read.iter().any(|line| line.contains("к открытию кампании")), "what is over for less than ninety days stays");
        assert!(!read.iter().any(|line| line.contains("Беседы в школах")), "a proposal");
        // The same event in every language.
        let uids = |text: &str| -> Vec<String> { text.lines().filter(|line| line.starts_with("UID:")).map(str::to_owned).collect() };
        assert_eq!(uids(&feed.body), uids(&guest.get("/ky/calendar/feed.ics").await.body));
        assert_eq!(read_by_icalendar(&guest.get("/ru/calendar/feed.ics?layer=press").await.body).len(), 2);
        let campaigns = read_by_icalendar(&guest.get("/ru/calendar/feed.ics?layer=campaign").await.body);
        assert_eq!(campaigns.len(), 2, "{campaigns:?}");

        let address = event(&guest, "/ru/calendar", "Пресс-конференция об итогах кампании").await;
        let form = chair.get(&format!("{address}/edit")).await;
        let moved = form.submit(&chair, "form[data-event]", &[("from", "15:00"), ("until", "16:00")]).await;
        assert_eq!(moved.location(), address, "{}", moved.body);
        portal.settle().await;
        let read = read_by_icalendar(&guest.get("/ru/calendar/feed.ics").await.body);
        let press = line(&read, "об итогах кампании");
        assert!(press.starts_with("CONFIRMED | 3 | ") && press.contains("T15:00:00+06:00 | "), "{press}");
        let one = guest.get(&format!("{address}/event.ics")).await;
        assert_eq!(read_by_icalendar(&one.body), [press]);
    }

    async fn a_contributor_proposes_and_those_who_decide_publish_and_take_back(portal) {
        let (guest, author, secretary) =
            (portal.guest(), portal.sign_in(NARGIZA).await, portal.sign_in(DANIYAR).await);
        let proposed = propose(&author, &[]).await;
        assert!(proposed.status.is_redirection(), "{}", proposed.main());
        let address = proposed.location();
        for stranger in [&guest, &portal.sign_in(ASEL).await] {
            assert_eq!(stranger.get(&address).await.status, StatusCode::NOT_FOUND);
            assert_eq!(stranger.get(&format!("{address}/event.ics")).await.status, StatusCode::NOT_FOUND);
            for list in ["/ru/calendar", "/ru/calendar/feed.ics", "/sitemaps/pages.xml"] {
                let page = stranger.get(list).await;
                assert!(!page.body.contains("Тренинг для учителей") && !page.body.contains(&address), "{list}");
            }
        }
        let own = author.get(&address).await;
        assert!(own.texts("form[data-publish]").is_empty(), "a contributor publishes nothing");
        assert!(secretary.get("/ru/").await.main().contains("Тренинг для учителей"), "it waits on the first page of those who decide");
        let done = secretary.get(&address).await.submit(&secretary, "form[data-publish]", &[]).await;
        assert_eq!(done.location(), address, "{}", done.body);
        portal.settle().await;
        let page = guest.get(&address).await;
        assert_eq!(page.texts(".prose strong"), ["вопросы"]);
        assert_eq!(page.attributes("main a.button[rel]", "href"), ["https://zhol-chyragy.example/join"]);
        assert_eq!(event(&guest, "/ru/calendar", "Тренинг для учителей").await, address);
        assert!(guest.get("/sitemaps/pages.xml").await.body.contains(&address));
        assert_eq!(author.get(&format!("{address}/edit")).await.status, StatusCode::FORBIDDEN);
        let back = secretary.get(&address).await.submit(&secretary, "form[data-take-back]", &[]).await;
        assert!(back.status.is_redirection(), "{}", back.body);
        portal.settle().await;
        assert_eq!(guest.get(&address).await.status, StatusCode::NOT_FOUND);
        assert!(!guest.get("/ru/calendar").await.body.contains("Тренинг для учителей"));
        let told = author.get(&address).await.texts(".timeline li").join("\n");
        assert!(told.contains("предложено событие") && told.contains("отозвано событие"), "{told}");
    }

    async fn a_cancelled_event_stays_and_says_why_and_may_take_place_after_all(portal) {
        let (guest, chair) = (portal.guest(), portal.sign_in(GULZAT).await);
        let address = event(&guest, "/ru/calendar", "День советов на базаре в Баткене").await;
        let form = chair.get(&format!("{address}/cancellation")).await;
        let silent = form.submit(&chair, "form[data-cancel]", &[]).await;
        assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(silent.texts(".errors li").len(), 1);
        let done = form.submit(&chair, "form[data-cancel]", &[("reason_ru", "Базар закрыт.")]).await;
        assert_eq!(done.location(), address, "{}", done.body);
        portal.settle().await;
        for lang in ["ru", "ky"] {
            let page = guest.get(&address.replacen("/ru/", &format!("/{lang}/"), 1)).await;
            assert!(page.texts(".notice.warn [lang=ru]").contains(&"Базар закрыт.".to_owned()), "{}", page.main());
            assert!(page.attributes("main a[download]", "href").is_empty(), "nobody comes to it");
            assert!(page.body.contains("https://schema.org/EventCancelled"));
        }
        let list = guest.get("/ru/calendar").await;
        assert!(list.texts(".docs li").iter().any(|row| row.contains("День советов") && row.contains("Отменено")), "{}", list.main());
        let again = form.submit(&chair, "form[data-cancel]", &[("reason_ru", "Ещё раз.")]).await;
        assert_eq!(again.status, StatusCode::CONFLICT);
        let back = chair.get(&address).await.submit(&chair, "form[data-reinstate]", &[]).await;
        assert_eq!(back.location(), address, "{}", back.body);
        portal.settle().await;
        assert!(guest.get(&address).await.texts(".notice.warn").is_empty());
    }

    async fn mistakes_keep_what_was_typed(portal) {
        let author = portal.sign_in(NARGIZA).await;
        for (wrong, said) in [
            (("until", "09:00"), "раньше, чем началось"),
            (("last", "2029-01-01"), "не больше года"),
            (("first", "скоро"), "Выберите день"),
            (("from", ""), "Укажите и начало"),
            (("layer", "party"), "Выберите, что это"),
            (("link", "javascript:alert(1)"), "https://"),
            (("ky", " "), "на всех трёх языках"),
        ] {
            let page = propose(&author, &[wrong]).await;
            assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong:?}");
            assert!(page.texts(".errors li").join("").contains(said), "{}", page.main());
            assert_eq!(page.attributes("#ru", "value"), ["Тренинг для учителей"]);
            assert_eq!(page.attributes(&format!("#{}", wrong.0), "value").pop().unwrap_or_default(), if wrong.0 == "layer" { "" } else { wrong.1 });
        }
    }

    async fn an_event_is_edited_as_it_was_written(portal) {
        let chair = portal.sign_in(GULZAT).await;
        let address = event(&portal.guest(), "/ru/calendar", "Тренинг для журналистов в Оше").await;
        let before = portal.guest().get(&address).await.main();
        let form = chair.get(&format!("{address}/edit")).await;
        assert_eq!(form.attributes("#from", "value"), ["09:30"]);
        let saved = form.submit(&chair, "form[data-event]", &[]).await;
        assert_eq!(saved.location(), address, "{}", saved.body);
        portal.settle().await;
        assert_eq!(portal.guest().get(&address).await.main(), before, "saving without a change changes nothing");
        let second = form.submit(&chair, "form[data-event]", &[("ru", "Поздно")]).await;
        assert_eq!(second.status, StatusCode::CONFLICT);
    }

    async fn what_is_over_is_read_page_by_page(portal) {
        let (guest, chair) = (portal.guest(), portal.sign_in(GULZAT).await);
        for n in 1..=23 {
            let day = format!("2026-09-{n:02}");
            let title = format!("Встреча {n}");
            let address = propose(&chair, &[("first", day.as_str()), ("ru", title.as_str())]).await.location();
            let done = chair.get(&address).await.submit(&chair, "form[data-publish]", &[]).await;
            assert!(done.status.is_redirection(), "{}", done.body);
        }
        portal.settle().await;
        let first = guest.get("/ru/calendar/past").await;
        let older = first.attributes("a[rel=next]", "href").remove(0);
        let second = guest.get(&older).await;
        let titles = [first.texts(".docs h3"), second.texts(".docs h3")];
        assert_eq!(titles.each_ref().map(Vec::len), [20, 4], "{titles:?}");
        assert!(second.attributes("a[rel=next]", "href").is_empty());
        let mut all = titles.concat();
        all.sort();
        all.dedup();
        assert_eq!(all.len(), 24, "each once");
        assert_eq!(guest.get("/ru/calendar/past?before=nonsense").await.texts(".docs h3").len(), 20);
    }

    async fn an_event_is_found_by_those_who_may_see_it(portal) {
        let (guest, author, other) = (portal.guest(), portal.sign_in(NARGIZA).await, portal.sign_in(ASEL).await);
        assert!(propose(&author, &[]).await.status.is_redirection());
        portal.index().await;
        let found = |page: Page| page.texts("ol.docs h2").iter().any(|title| title.contains("Тренинг для учителей"));
        for (browser, sees) in [(&guest, false), (&author, true), (&other, false)] {
            assert_eq!(found(browser.get("/ru/search?q=учителя").await), sees);
        }
        let page = guest.get("/ru/search?q=пресс-конференция&kind=event").await;
        assert!(page.main().contains("об итогах кампании"), "{}", page.main());
    }
}
