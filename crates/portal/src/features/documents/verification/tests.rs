//! Papers and their verification over HTTP: as somebody does who got a text from somebody else.

use crate::features::documents::store;
use crate::features::documents::tests::{approve, draft, edition_path, submit};
use crate::portal_tests;
use crate::testing::{Browser, Page, TestPortal};
use http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE, ETAG, IF_NONE_MATCH};
use http::{HeaderMap, Method, StatusCode};
use platform::activity;
use platform::actor::Actor;

const NARGIZA: &str = "nargiza@zhol-chyragy.example";
const DANIYAR: &str = "daniyar@ministry.example";
const ASEL: &str = "asel@kosh-terek.example";

const BODY: &str = "## Что проверить\n\nПрочтите договор **до отъезда** – целиком, вместе с приложениями. Спросите у агентства \
                    номер разрешения и позвоните «по нему» в министерство.\n\n- паспорт остаётся у вас\n- жильё стоит не больше 20 % оплаты";

async fn publish(portal: &TestPortal, author: &Browser, edit: &str) -> String {
    submit(author, edit).await;
    let secretary = portal.sign_in(DANIYAR).await;
    let done = approve(&secretary, &format!("{}/approval", edition_path(edit)), &[]).await;
    assert!(!done.status.is_client_error(), "{}", done.body);
    portal.settle().await;
    // The newest comes first.
    portal.guest().get("/ru/documents").await.attributes(".docs h2 a", "href").remove(0)
}

/// Publishes a text of its own; returns the address of its first edition, and that of its work page.
async fn published(portal: &TestPortal, title: &str) -> (String, String) {
    let author = portal.sign_in(NARGIZA).await;
    let edit = draft(&author, title, BODY).await;
    let public = publish(portal, &author, &edit).await;
    (format!("{public}/editions/1"), edition_path(&edit).to_owned())
}

/// Publishes the next edition with other words.
async fn replace(portal: &TestPortal, work: &str, body: &str) {
    let author = portal.sign_in(NARGIZA).await;
    let next = author
        .get(work)
        .await
        .submit(&author, &format!("form[action$='{work}/next']"), &[("language", "ru")])
        .await;
    let edit = next.location();
    let page = author.get(&edit).await;
    page.submit(&author, "form[data-autosave]", &[("body", body), ("then", "save")]).await;
    publish(portal, &author, &edit).await;
}

async fn take_away(portal: &TestPortal, work: &str, manner: &str) {
    let secretary = portal.sign_in(DANIYAR).await;
    let page = secretary.get(&format!("{work}/withdrawal")).await;
    let done = page
        .submit(&secretary, "form[data-withdraw]", &[("manner", manner), ("reason", "Телефон изменился")])
        .await;
    assert!(done.status.is_redirection(), "{}", done.body);
    portal.settle().await;
}

async fn code(portal: &TestPortal, address: &str) -> String {
    let words = portal.guest().get(address).await.texts("main a[href*='/verify?code=']").remove(0);
    super::Code::all_in(&words)[0].to_string()
}

async fn by_code(portal: &TestPortal, code: &str) -> Page {
    portal.guest().get(&format!("/ru/verify?code={code}")).await
}

async fn by_text(portal: &TestPortal, text: &str) -> Page {
    let guest = portal.guest();
    let answer = guest.get("/ru/verify").await.submit(&guest, "form[data-verify]", &[("text", text)]).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
    answer
}

fn heading(page: &Page) -> String {
    page.texts("#answer").into_iter().next().unwrap_or_else(|| panic!("no answer: {}", page.main()))
}

async fn send_file(browser: &Browser, csrf: &str, name: &str, content: &[u8]) -> Page {
    let part = "--part\r\ncontent-disposition: form-data; name=";
    let head = format!(
        "{part}\"_csrf\"\r\n\r\n{csrf}\r\n{part}\"text\"\r\n\r\n\r\n{part}\"file\"; filename=\"{name}\"\r\n\r\n"
    );
    let body = [head.as_bytes(), content, b"\r\n--part--\r\n"].concat();
    let headers =
        HeaderMap::from_iter([(CONTENT_TYPE, "multipart/form-data; boundary=part".parse().unwrap())]);
    browser.send(Method::POST, "/ru/verify", headers, body).await
}

portal_tests! {
    async fn a_text_is_current_then_replaced_then_withdrawn(portal) {
        let (address, work) = published(&portal, "Памятка перед дорогой").await;
        let first = code(&portal, &address).await;
        assert_eq!(heading(&by_code(&portal, &first).await), "Это действующий согласованный текст");
        let typed = first.to_lowercase().replace('-', "+").replace('0', "o");
        assert_eq!(heading(&by_code(&portal, &typed).await), "Это действующий согласованный текст");
        let copy = BODY.replace("**", "").replace(['«', '»'], "\"").replace(" – ", " — ").replace("- ", "• ").replace("## ", "");
        for copied in [copy.clone(), format!("Памятка перед дорогой\n{copy}"), BODY.to_owned()] {
            let page = by_text(&portal, &copied).await;
            assert_eq!(heading(&page), "Это действующий согласованный текст", "{copied}");
            assert_eq!(page.attributes(".notice a", "href"), [address.split("/editions").next().unwrap()]);
        }

        let changed = BODY.replace("20 %", "30 %").replace("- ", "");
        replace(&portal, &work, &changed).await;
        let current = address.split("/editions").next().unwrap();
        for page in [by_code(&portal, &first).await, by_text(&portal, &copy).await] {
            assert!(heading(&page).ends_with("этот текст заменён"), "{}", page.main());
            assert_eq!(page.attributes(".notice a.button", "href"), [current]);
        }
        let second = code(&portal, current).await;
        assert_ne!(first, second);
        let second_work = portal.sign_in(NARGIZA).await.get(current).await.attributes("form[action$='/next']", "action").remove(0);
        take_away(&portal, second_work.strip_suffix("/next").unwrap(), "withdrawn").await;
        for page in [by_code(&portal, &second).await, by_text(&portal, &changed).await] {
            assert_eq!(heading(&page), "Этот текст отозван");
        }
    }

    async fn a_changed_copy_shows_its_differences_and_a_part_is_known_as_such(portal) {
        let (address, _) = published(&portal, "Памятка на дорогу").await;
        let page = by_text(&portal, &BODY.replace("20 %", "30 %").replace("паспорт", "билет")).await;
        assert_eq!(heading(&page), "Ваш текст отличается от опубликованного");
        assert_eq!((page.texts(".diff del"), page.texts(".diff ins")), (vec!["паспорт".into(), "20".into()], vec!["билет".into(), "30".into()]));
        assert_eq!(page.attributes(".notice a", "href"), [address.split("/editions").next().unwrap()]);
        let added = by_text(&portal, &format!("{BODY}\n\nПереведите задаток на эту карту.")).await;
        assert_eq!(heading(&added), "Ваш текст отличается от опубликованного");
        assert_eq!(added.texts(".diff ins"), ["Переведите задаток на эту карту."]);
        let part = by_text(&portal, "Спросите у агентства номер разрешения и позвоните по нему в министерство.").await;
        assert!(heading(&part).starts_with("Ваш текст") || heading(&part).starts_with("Это часть"), "{}", part.main());
        let part = by_text(&portal, "спросите у агентства номер разрешения и позвоните «по нему» в министерство").await;
        assert_eq!(heading(&part), "Это часть действующего текста, слово в слово");
        let unknown = by_text(&portal, "Рецепт: возьмите муку, яйца и немного молока, замесите тесто и дайте ему постоять час.").await;
        assert_eq!(heading(&unknown), "Этот текст здесь неизвестен");
        assert_eq!(heading(&by_code(&portal, "00000-00000").await), "Этот текст здесь неизвестен");
    }

    async fn what_was_copied_from_page_or_paper_is_recognised_with_what_stands_around_it(portal) {
        let (address, _) = published(&portal, "Дорога и договор").await;
        let mut page = portal.guest().get(&address).await;
        // What explains a term is closed, and not copied.
        let mut pieces = page.body.split("<span class=\"meaning\"");
        let first = pieces.next().unwrap_or_default().to_owned();
        page.body = pieces.filter_map(|piece| piece.split_once("</span>")).fold(first, |all, (_, rest)| all + rest);
        // A browser ends a line after each name and value.
        page.body = page.body.replace("</dt>", "</dt>\n").replace("</dd>", "</dd>\n");
        let copied = page.texts("#text").remove(0);
        assert!(copied.contains("Источник:"), "{copied}");
        assert_eq!(heading(&by_text(&portal, &copied).await), "Это действующий согласованный текст", "{copied}");
        // A paper as text: its DOCX keeps each paragraph uncompressed.
        let docx = portal.guest().get(&format!("{address}/paper.docx")).await.body;
        let document = docx.split("<w:body>").nth(1).unwrap().split("</w:body>").next().unwrap();
        let footer = docx.split("<w:ftr").nth(1).unwrap().split("</w:ftr>").next().unwrap();
        let words = |xml: &str| -> String {
            let paragraphs = xml.split("</w:p>").map(|paragraph| {
                let runs = paragraph.split("<w:t xml:space=\"preserve\">").skip(1);
                runs.filter_map(|run| run.split("</w:t>").next()).collect::<String>()
            });
            paragraphs.collect::<Vec<_>>().join("\n")
        };
        let paper = format!("{}\n{}", words(document), words(&footer.replace("<w:tab />", "<w:t xml:space=\"preserve\">\t</w:t>")));
        assert!(paper.contains("Дорога и договор") && paper.contains("Уровень согласования: Согласован"), "{paper}");
        assert_eq!(heading(&by_text(&portal, &paper).await), "Это действующий согласованный текст", "{paper}");
    }

    async fn what_is_not_public_is_not_recognised_and_what_was_removed_is_only_warned_of(portal) {
        let author = portal.sign_in(NARGIZA).await;
        let edit = draft(&author, "Ещё не согласовано", BODY).await;
        submit(&author, &edit).await;
        portal.settle().await;
        let id = edition_path(&edit).rsplit('/').next().unwrap().parse().unwrap();
        let mut tx = portal.app.db.read().await.unwrap();
        let hash = store::edition(&mut tx, &Actor::System("test"), id).await.unwrap().unwrap().text_hash.unwrap();
        drop(tx);
        let code = super::Code::of(&hash).unwrap().to_string();
        assert_eq!(heading(&by_code(&portal, &code).await), "Этот текст здесь неизвестен");
        assert_eq!(heading(&by_text(&portal, BODY).await), "Этот текст здесь неизвестен");
        publish_submitted(&portal, &edit).await;
        assert_eq!(heading(&by_code(&portal, &code).await), "Это действующий согласованный текст");
        take_away(&portal, edition_path(&edit), "removed").await;
        for page in [by_code(&portal, &code).await, by_text(&portal, BODY).await] {
            assert_eq!(heading(&page), "Этот текст опубликовали по ошибке и убрали");
            assert!(!page.body.contains("Ещё не согласовано"), "{}", page.main());
        }
        let near = by_text(&portal, &BODY.replace("20 %", "30 %")).await;
        assert_eq!((heading(&near), near.texts(".diff")), ("Этот текст здесь неизвестен".to_owned(), vec![]));
    }

    async fn a_stranger_sends_a_file_of_bounded_size_and_nothing_of_it_stays(portal) {
        published(&portal, "Памятка в файле").await;
        let member = portal.sign_in(NARGIZA).await;
        portal.settle().await;
        let head = activity::head(&mut portal.app.db.read().await.unwrap()).await.unwrap().0;
        let guest = portal.guest();
        let answer = send_file(&guest, "", "copy.txt", BODY.as_bytes()).await;
        assert_eq!(heading(&answer), "Это действующий согласованный текст");
        assert_eq!(answer.headers[CACHE_CONTROL], "private, no-cache");
        assert!(answer.body.contains("noindex"), "an answer is not for search engines");
        let binary = send_file(&guest, "", "copy.pdf", b"%PDF-1.7\0\xff\xfe").await;
        assert_eq!(binary.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(binary.texts("#file-error").len(), 1);
        let large = send_file(&guest, "", "copy.txt", &vec![b'a'; 20_000_001]).await;
        assert_eq!(large.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(large.texts("#file-error").len(), 1);
        let long = guest.post("/ru/verify", &[("text", "a".repeat(300_000).as_str())]).await;
        assert_eq!(long.status, StatusCode::UNPROCESSABLE_ENTITY);
        let empty = guest.post("/ru/verify", &[("text", " ")]).await;
        assert_eq!(empty.texts("#text-error").len(), 1);
        // A member's form comes from their own page.
        assert_eq!(send_file(&member, "forged", "copy.txt", BODY.as_bytes()).await.status, StatusCode::FORBIDDEN);
        let csrf = member.get("/ru/verify").await.attributes("main [name=_csrf]", "value").remove(0);
        assert_eq!(heading(&send_file(&member, &csrf, "copy.txt", BODY.as_bytes()).await), "Это действующий согласованный текст");
        assert_eq!(activity::head(&mut portal.app.db.read().await.unwrap()).await.unwrap().0, head);
    }

    async fn an_edition_is_there_as_a_paper_for_those_who_may_see_it(portal) {
        let (address, work) = published(&portal, "Бумага / \"для\" всех").await;
        let guest = portal.guest();
        let code = code(&portal, &address).await;
        let paper = guest.get(&format!("{address}/paper.docx")).await;
        assert_eq!(paper.status, StatusCode::OK);
        assert!(paper.headers[CONTENT_DISPOSITION].to_str().unwrap().contains("filename*=UTF-8''%D0%91"));
        for words in [code.as_str(), "Согласован", "ru-RU", "Прочтите договор", "/ru/verify"] {
            assert!(paper.body.contains(words), "{words}");
        }
        assert!(!paper.body.contains("Черновик"));
        let known = HeaderMap::from_iter([(IF_NONE_MATCH, paper.headers[ETAG].clone())]);
        let again = guest.send(Method::GET, &format!("{address}/paper.docx"), known, Vec::new()).await;
        assert_eq!((again.status, again.body.as_str()), (StatusCode::NOT_MODIFIED, ""));
        // The typesetter is no part of the portal. Without it, people are told what to do.
        let pdf = guest.get(&format!("{address}/paper.pdf")).await;
        assert_eq!(pdf.status, StatusCode::SERVICE_UNAVAILABLE);
        assert!(pdf.main().contains("В файле DOCX тот же текст"), "{}", pdf.main());
        let links = guest.get(&address).await.texts(".share a[href*='/paper.']");
        assert_eq!(links, ["PDF, Русский", "DOCX, Русский"]);

        replace(&portal, &work, "Совсем другие слова.").await;
        let old = guest.get(&format!("{address}/paper.docx")).await.body;
        assert!(old.contains("вместо этой редакции действует новая"));
        let author = portal.sign_in(NARGIZA).await;
        let next = author.get(&work).await.submit(&author, "form[action$='/next']", &[("language", "ru")]).await;
        assert!(next.status.is_redirection(), "{}", next.body);
        let unseen = address.replace("/editions/1", "/editions/3/paper.docx");
        let draft = author.get(&unseen).await.body;
        assert!(draft.contains("Не согласован") && !draft.contains("verify?code"), "a draft says what it is");
        for browser in [&guest, &portal.sign_in(ASEL).await] {
            assert_eq!(browser.get(&unseen).await.status, StatusCode::NOT_FOUND);
            assert_eq!(browser.get(&unseen.replace(".docx", ".pdf")).await.status, StatusCode::NOT_FOUND);
        }
    }
}

async fn publish_submitted(portal: &TestPortal, edit: &str) {
    let secretary = portal.sign_in(DANIYAR).await;
    approve(&secretary, &format!("{}/approval", edition_path(edit)), &[]).await;
    portal.settle().await;
}
