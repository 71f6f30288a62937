//! A Word document sent as the page for a new document sends it.

use crate::portal_tests;
use crate::testing::{Browser, Page, TestPortal};
use http::header::CONTENT_TYPE;
use http::{HeaderMap, Method, StatusCode};
use platform::activity;
use std::path::Path;

const NARGIZA: &str = "nargiza@zhol-chyragy.example";
const DOCX: &[u8] = include_bytes!("../../../../../extract/seeds/python-docx.docx");

/// Sends a file with the form of the page for a new document.
async fn send(browser: &Browser, kind: &str, name: &str, content: &[u8]) -> Page {
    let page = browser.get("/ru/documents/new").await;
    let csrf = page.attributes("form[data-import] input[name=_csrf]", "value").remove(0);
    let part = "--part\r\ncontent-disposition: form-data; name=";
    let head = format!(
        "{part}\"_csrf\"\r\n\r\n{csrf}\r\n{part}\"import_kind\"\r\n\r\n{kind}\r\n\
         {part}\"import_language\"\r\n\r\nky\r\n{part}\"file\"; filename=\"{name}\"\r\n\r\n"
    );
    let body = [head.as_bytes(), content, b"\r\n--part--\r\n"].concat();
    let headers =
        HeaderMap::from_iter([(CONTENT_TYPE, "multipart/form-data; boundary=part".parse().unwrap())]);
    let to = page.attributes("form[data-import]", "action").remove(0);
    browser.send(Method::POST, &to, headers, body).await
}

fn stored_in(folder: &Path) -> usize {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.map(|path| if path.is_dir() { stored_in(&path) } else { 1 }).sum()
}

async fn kept(portal: &TestPortal) -> (usize, i64) {
    let head = activity::head(&mut portal.app.db.read().await.unwrap()).await.unwrap();
    (stored_in(&portal.app.data_dir.join("files")), head.0)
}

portal_tests! {
    async fn a_word_document_becomes_a_draft_and_its_sender_is_told_what_is_missing(portal) {
        let nargiza = portal.sign_in(NARGIZA).await;
        let (files, head) = kept(&portal).await;
        let sent = send(&nargiza, "brochure", "ишеним.docx", DOCX).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
        let page = nargiza.follow(&sent).await;
        assert_eq!(page.attributes("#title", "value"), ["Ишеним телефону жөнүндө"]);
        assert_eq!(page.attributes("#body", "lang"), ["ky"]);
        let fields = page.forms().into_iter().flat_map(|form| form.fields);
        let (_, body) = fields.into_iter().find(|(name, _)| name == "body").unwrap();
        for line in ["## Качан чалуу керек", "  - Шаарды", "> Өз укугуңузду билиңиз.", "| 2025 | a\\|b | 50 |"] {
            assert!(body.lines().any(|found| found == line), "{line} in {body}");
        }
        let preview = ["table td", "blockquote", "li li", "a[href='https://mvd.example/ky?a=1&b=2']", "strong", "br"];
        for element in preview {
            assert!(!page.texts(&format!("#preview {element}")).is_empty(), "{element}");
        }
        assert_eq!(page.texts(".notice.warn"), [
            "Текст взят из файла. Прочитайте его, прежде чем продолжить. Не перенесено: 1 картинка, 1 примечание, \
             1 колонтитул. Иначе, чем в файле: 1 объединённая ячейка разделена."
        ]);
        assert!(!page.body.contains("SECRET"), "{}", page.body);
        // It is said once, and nothing of the file is kept but its text.
        assert_eq!(nargiza.get(&sent.location()).await.texts(".notice.warn"), Vec::<String>::new());
        assert_eq!(kept(&portal).await, (files, head + 1));
    }

    async fn what_is_no_word_document_is_refused_in_words_and_leaves_nothing(portal) {
        let nargiza = portal.sign_in(NARGIZA).await;
        let before = kept(&portal).await;
        let broken = &DOCX[..DOCX.len() / 2];
        for (kind, name, content, words) in [
            ("brochure", "a.docx", b"plain words".as_slice(), "Это не файл Word"),
            ("brochure", "a.docx", include_bytes!("../../../../../extract/seeds/libreoffice.odt").as_slice(), "Это не файл Word"),
            ("brochure", "a.docx", broken, "Файл повреждён"),
            ("brochure", "", b"", "Выберите файл."),
            ("", "a.docx", DOCX, "Выберите файл ещё раз"),
        ] {
            let page = send(&nargiza, kind, name, content).await;
            assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}");
            let beside = page.texts("#file-error");
            assert!(beside.len() == 1 && beside[0].starts_with(words), "{words}: {beside:?}");
            assert_eq!(page.attributes("#import_language option[selected]", "value"), ["ky"]);
        }
        assert_eq!(kept(&portal).await, before);
        // Who writes nothing brings nothing in.
        let reader = portal.sign_in("nurlan@office-osh.example").await;
        let csrf = reader.get("/ru/account").await.attributes("input[name=_csrf]", "value").remove(0);
        let form = crate::testing::PageForm { fields: vec![("_csrf".into(), csrf)], multipart: true, ..Default::default() };
        assert_eq!(reader.post_form("/ru/documents/import", &form).await.status, StatusCode::FORBIDDEN);
    }
}
