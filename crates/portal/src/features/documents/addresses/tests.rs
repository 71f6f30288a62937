//! Links of texts against a server of this machine, which stands for the web.

use super::super::freshness::tests::publish;
use super::super::tests::{NARGIZA, email};
use super::asking::{Asker, LIMITS};
use super::store;
use crate::portal_tests;
use crate::testing::TestPortal;
use platform::actor::Actor;
use platform::clock::Timestamp;
use platform::fetch::{Fetcher, Origin};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

const DAY: i64 = 24 * 3600 * 1000;
const HOST: &str = "127.0.0.1";

/// When each request came, and its head.
type Log = Arc<Mutex<Vec<(Instant, String)>>>;

struct Web {
    origin: String,
    log: Log,
    /// Paths that answer 200 from now on, whatever they said before.
    mended: Arc<Mutex<Vec<String>>>,
}

impl Web {
    /// A server that answers by path; `GET` is answered like `HEAD`, with a body that is longer than anybody reads.
    async fn open() -> Web {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let origin = format!("http://{}", listener.local_addr().unwrap());
        let (log, mended) = (Log::default(), Arc::<Mutex<Vec<String>>>::default());
        let (said, known) = (Arc::clone(&log), Arc::clone(&mended));
        tokio::spawn(async move {
            loop {
                let (mut stream, _) = listener.accept().await.unwrap();
                let mut head = vec![0; 4096];
                let length = stream.read(&mut head).await.unwrap();
                let head = String::from_utf8_lossy(&head[..length]).into_owned();
                let path = head.split(' ').nth(1).unwrap_or_default().to_owned();
                let is_mended = known.lock().unwrap().contains(&path);
                let answer = if is_mended { "200 OK" } else { answer(&path) };
                said.lock().unwrap().push((Instant::now(), head));
                let whole = format!("HTTP/1.1 {answer}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n");
                let _ = stream.write_all(whole.as_bytes()).await;
            }
        });
        Web { origin, log, mended }
    }

    fn asker(&self) -> Asker {
        let fetch = Fetcher::new(LIMITS).allowing(Origin::of(&self.origin).unwrap()).open().unwrap();
        Asker { fetch, agent: "Birge link check (+http://localhost:8080)".into(), pause: PAUSE }
    }

    fn asked(&self) -> Vec<String> {
        let log = self.log.lock().unwrap();
        log.iter().map(|(_, head)| head.lines().next().unwrap_or_default().to_owned()).collect()
    }

    fn forget(&self) {
        self.log.lock().unwrap().clear();
    }
}

const PAUSE: Duration = Duration::from_millis(40);

fn answer(path: &str) -> &'static str {
    match path {
        "/gone" => "404 Not Found",
        "/moved" => "301 Moved Permanently\r\nlocation: /works",
        "/for-now" => "302 Found\r\nlocation: /works",
        "/shy" => "403 Forbidden",
        "/trouble" => "500 Internal Server Error",
        "/busy" => "429 Too Many Requests\r\nretry-after: 7200",
        "/round" => "302 Found\r\nlocation: /round",
        _ => "200 OK",
    }
}

/// A published text with links; nothing else is asked in these tests.
async fn text_with(portal: &TestPortal, title: &str, web: &Web, paths: &[&str]) -> String {
    let links: Vec<String> = paths.iter().map(|path| format!("[{path}]({}{path})", web.origin)).collect();
    let work = publish(portal, title, &links.join("\n\n")).await;
    let mut tx = portal.app.db.write(&Actor::System("test")).await.unwrap();
    let far = Timestamp(i64::MAX);
    for host in store::due_hosts(&mut tx, far).await.unwrap() {
        if host != HOST {
            store::put_off(&mut tx, &host, far).await.unwrap();
        }
    }
    tx.commit_unrecorded("a test").await.unwrap();
    work
}

/// The badges behind the links of a text, by the end of their address.
async fn badges(portal: &TestPortal, work: &str) -> Vec<(String, String)> {
    let page = portal.sign_in(NARGIZA).await.get(&format!("{work}/freshness")).await;
    let addresses = page.texts("ul.files li > a");
    let ends = addresses.iter().map(|it| it.rsplit('/').next().unwrap().to_owned());
    ends.zip(page.texts("ul.files .badge")).collect()
}

async fn badge(portal: &TestPortal, work: &str, path: &str) -> String {
    let found = badges(portal, work).await.into_iter().find(|(end, _)| *end == path[1..]);
    found.unwrap_or_else(|| panic!("{path} is not on the page")).1
}

fn told(portal: &TestPortal, title: &str) -> usize {
    let about = |subject: &str| subject == format!("Не работает ссылка: {title}");
    portal.mails_to(NARGIZA).iter().filter(|mail| about(&mail.subject)).count()
}

portal_tests! {
    async fn every_address_is_asked_politely_and_stands_as_it_answered(portal) {
        let web = Web::open().await;
        let paths = ["/works", "/gone", "/moved", "/for-now", "/shy", "/trouble", "/round"];
        let work = text_with(&portal, "Ссылки", &web, &paths).await;
        web.asker().round(&portal.app).await.unwrap();
        for (path, words) in [
            ("/works", "Работает"),
            ("/gone", "Пока неясно, попробуем ещё раз"),
            ("/moved", "Адрес сменился"),
            ("/for-now", "Работает"),
            ("/shy", "Проверить нельзя"),
            ("/trouble", "Не отвечает"),
            ("/round", "Пока неясно, попробуем ещё раз"),
        ] {
            assert_eq!(badge(&portal, &work, path).await, words, "{path}");
        }
        let asked = web.asked();
        let of = |path: &str| {
            let lines = asked.iter().filter(|line| line.split(' ').nth(1) == Some(path));
            lines.map(|line| line.split(' ').next().unwrap().to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(of("/shy"), ["HEAD", "GET"], "some servers know no HEAD");
        assert_eq!(of("/works"), ["HEAD", "HEAD", "HEAD"], "by its own address and by two redirects");
        let log = web.log.lock().unwrap().clone();
        for (_, head) in &log {
            let head = head.to_lowercase();
            assert!(head.contains("user-agent: birge link check (+http://localhost:8080)"), "{head}");
            assert_eq!(head.starts_with("get "), head.contains("range: bytes=0-0"), "{head}");
            assert!(!head.contains("cookie") && !head.contains("referer"), "{head}");
        }
        // Between an answer and the next question; a redirect is part of its question.
        let own = log.iter().filter(|(_, head)| !head.contains(" /works ") && !head.contains(" /round "));
        let times: Vec<Instant> = own.map(|(at, _)| *at).collect();
        assert!(times.windows(2).all(|two| two[1] - two[0] >= PAUSE), "{times:?}");
        web.forget();
        web.asker().round(&portal.app).await.unwrap();
        assert_eq!(web.asked(), [] as [&str; 0], "once a week");
    }

    async fn the_owner_is_told_once_when_a_link_is_broken_on_two_days(portal) {
        let (web, title) = (Web::open().await, "Дорога");
        let work = text_with(&portal, title, &web, &["/gone"]).await;
        let round = async || {
            web.asker().round(&portal.app).await.unwrap();
            portal.settle().await;
        };
        round().await;
        assert_eq!((badge(&portal, &work, "/gone").await.as_str(), told(&portal, title)), ("Пока неясно, попробуем ещё раз", 0));
        portal.clock.advance(DAY);
        round().await;
        assert_eq!((badge(&portal, &work, "/gone").await.as_str(), told(&portal, title)), ("Не работает", 1));
        portal.clock.advance(8 * DAY);
        round().await;
        assert_eq!(told(&portal, title), 1, "once");
        // Members see it beside the text and the chair on the list; guests do not.
        let page = portal.sign_in(NARGIZA).await.get(&work).await;
        assert_eq!(page.texts("aside .files .badge"), ["Не работает"]);
        let chair = portal.sign_in(&email("gulzat")).await;
        assert!(chair.get("/ru/documents/freshness?show=broken").await.texts("tbody a").contains(&title.to_owned()));
        // A second text with the same link has owners who do not know yet.
        text_with(&portal, "Ещё дорога", &web, &["/gone"]).await;
        portal.clock.advance(8 * DAY);
        round().await;
        assert_eq!((told(&portal, title), told(&portal, "Ещё дорога")), (1, 1));
        web.mended.lock().unwrap().push("/gone".into());
        portal.clock.advance(8 * DAY);
        round().await;
        assert_eq!(badge(&portal, &work, "/gone").await, "Работает");
        web.mended.lock().unwrap().clear();
        for _ in 0..2 {
            portal.clock.advance(8 * DAY);
            round().await;
        }
        assert_eq!(told(&portal, title), 2, "it broke anew");
    }

    async fn a_host_that_asks_for_time_is_left_alone_with_all_its_addresses(portal) {
        let web = Web::open().await;
        let work = text_with(&portal, "Дорога", &web, &["/busy", "/a", "/b"]).await;
        let mut tx = portal.app.db.write(&Actor::System("test")).await.unwrap();
        platform::sql! { FIRST: "UPDATE documents_addresses SET next_at = 0 WHERE address = ?"; }
        tx.run(&FIRST, platform::params![format!("{}/busy", web.origin)]).await.unwrap();
        tx.commit_unrecorded("a test").await.unwrap();
        for _ in 0..2 {
            web.asker().round(&portal.app).await.unwrap();
            portal.clock.advance(3600 * 1000);
        }
        let busy = web.asked().iter().filter(|line| line.contains("/busy")).count();
        assert_eq!(busy, 1, "{:?}", web.asked());
        let so_far = web.asked().len();
        portal.clock.advance(3600 * 1000);
        web.asker().round(&portal.app).await.unwrap();
        assert!(web.asked().len() > so_far);
        assert_eq!(badge(&portal, &work, "/a").await, "Работает");
        assert_eq!(badge(&portal, &work, "/busy").await, "Не проверена");
    }

    async fn nothing_of_the_own_network_is_asked(portal) {
        let web = Web::open().await;
        let work = text_with(&portal, "Дорога", &web, &["/secret"]).await;
        let fetch = Fetcher::new(LIMITS).open().unwrap();
        let asker = Asker { fetch, agent: "Birge".into(), pause: Duration::ZERO };
        asker.round(&portal.app).await.unwrap();
        assert_eq!(web.asked(), [] as [&str; 0]);
        assert_eq!(badge(&portal, &work, "/secret").await, "Не проверена");
    }

    async fn a_round_that_was_cut_off_loses_and_doubles_nothing(portal) {
        let web = Web::open().await;
        text_with(&portal, "Дорога", &web, &["/a", "/b"]).await;
        // A process claims them and dies.
        let mut tx = portal.app.db.write(&Actor::System("test")).await.unwrap();
        let until = Timestamp(tx.now().0 + 5 * 60 * 1000);
        assert_eq!(store::claim(&mut tx, HOST, until).await.unwrap().len(), 2);
        tx.commit_unrecorded("a test").await.unwrap();
        web.asker().round(&portal.app).await.unwrap();
        assert_eq!(web.asked(), [] as [&str; 0], "another process may be at it");
        portal.clock.advance(5 * 60 * 1000);
        web.asker().round(&portal.app).await.unwrap();
        assert_eq!(web.asked().len(), 2);
    }

    async fn what_no_text_leads_to_any_more_is_not_asked(portal) {
        let web = Web::open().await;
        let work = text_with(&portal, "Дорога", &web, &["/a"]).await;
        let chair = portal.sign_in(&email("gulzat")).await;
        let page = chair.get(&format!("{work}/withdrawal")).await;
        page.submit(&chair, "form[data-withdraw]", &[("reason", "Устарело")]).await;
        web.asker().round(&portal.app).await.unwrap();
        assert_eq!(web.asked(), [] as [&str; 0]);
        let mut tx = portal.app.db.read().await.unwrap();
        let hosts = store::due_hosts(&mut tx, Timestamp(i64::MAX - 1)).await.unwrap();
        assert!(!hosts.contains(&HOST.to_owned()), "its row is gone: {hosts:?}");
    }
}
