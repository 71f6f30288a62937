//! What is kept of an upload and what is not: drawings, pictures and their thumbnails, refused and thrown-away files.

use super::*;

portal_tests! {
    async fn a_drawing_loses_what_runs_and_is_saved_not_opened(portal) {
        let nargiza = portal.sign_in(NARGIZA).await;
        let drawing = b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'><script>alert(2)</script><path d='M0 0h9'/></svg>";
        let sent = upload(&nargiza, "logo.svg", drawing).await;
        let file = uploaded(&portal, &sent).await;
        let page = nargiza.follow(&sent).await;
        assert!(page.texts(".notice").concat().contains("программ"), "{}", page.body);
        assert_eq!(page.attributes("main img", "src"), [path(&file)]);
        let got = nargiza.get(&path(&file)).await;
        assert_eq!(got.body, r#"<svg xmlns="http://www.w3.org/2000/svg"><path d='M0 0h9'/></svg>"#);
        assert_eq!(header(&got, CONTENT_TYPE), "image/svg+xml");
        assert!(header(&got, CONTENT_DISPOSITION).starts_with("attachment"));
        assert!(header(&got, CONTENT_SECURITY_POLICY).ends_with("; sandbox"));
    }

    async fn a_picture_gets_a_small_one_with_its_rights(portal) {
        let nargiza = portal.sign_in(NARGIZA).await;
        let before = kept(&portal).await;
        let sent = upload(&nargiza, "place.jpg", PHOTO).await;
        let file = uploaded(&portal, &sent).await;
        let small = thumbnail_path(&file).unwrap();
        assert_eq!(kept(&portal).await, (before.0 + 1, before.1 + 2));
        assert_eq!(nargiza.follow(&sent).await.attributes("main img", "src"), [small.as_str()]);
        assert!(nargiza.get("/ru/files").await.attributes(".files img", "src").contains(&small));

        let got = nargiza.get(&small).await;
        assert_eq!((header(&got, CONTENT_TYPE), header(&got, CACHE_CONTROL)), ("image/jpeg", "private, no-cache"));
        assert!(header(&got, CONTENT_SECURITY_POLICY).ends_with("; sandbox"));
        assert_eq!(portal.guest().get(&small).await.status, StatusCode::NOT_FOUND);
        assert_eq!(portal.sign_in("asel@kosh-terek.example").await.get(&small).await.status, StatusCode::NOT_FOUND);
        make_public(&portal, &file).await;
        assert_eq!(portal.guest().get(&small).await.status, StatusCode::OK);
        let text = uploaded(&portal, &upload(&nargiza, "a.txt", TEXT).await).await;
        assert_eq!(nargiza.get(&format!("/files/{}/thumbnail", text.id)).await.status, StatusCode::NOT_FOUND);
    }

    async fn a_file_that_is_too_large_leaves_nothing(portal) {
        let nargiza = portal.sign_in(NARGIZA).await;
        let before = kept(&portal).await;
        let limit = usize::try_from(actions::max_bytes(&portal.app)).unwrap();
        let page = upload(&nargiza, "large.txt", &vec![b'a'; limit + 1]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(page.texts("#file-error"), ["Файл больше 20 МБ. Уменьшите его или разделите на части."]);
        assert_eq!(kept(&portal).await, before);
        let page = upload(&nargiza, "just-so.txt", &vec![b'a'; limit]).await;
        assert_eq!(uploaded(&portal, &page).await.size, limit as u64);
    }

    async fn what_was_thrown_away_or_has_no_row_is_gone_after_a_day(portal) {
        let nargiza = portal.sign_in(NARGIZA).await;
        let file = uploaded(&portal, &upload(&nargiza, "a.txt", TEXT).await).await;
        let page = nargiza.follow(&upload(&nargiza, "Сүрөт.jpg", PHOTO).await).await;
        page.submit(&nargiza, "section.card form[action$='/removal']", &[]).await;
        let cut = stream::iter([Ok::<_, std::io::Error>(Bytes::from_static(b"no row"))]);
        portal.app.files.put_stream(cut, 6).await.unwrap();
        let folder = portal.app.data_dir.join("files");
        let before = stored_in(&folder);
        actions::sweep(&portal.app).await.unwrap();
        assert_eq!(stored_in(&folder), before, "a row may be about to be written");
        grow_old(&portal, &folder);
        actions::sweep(&portal.app).await.unwrap();
        // The picture, its thumbnail, and what never had a row.
        assert_eq!(stored_in(&folder), before - 3);
        assert!(!contents_of(&folder).contains(&b"no row".to_vec()));
        assert_eq!(nargiza.get(&path(&file)).await.body.as_bytes(), TEXT);
    }

    async fn a_half_sent_file_leaves_nothing(portal) {
        let nargiza = portal.sign_in(NARGIZA).await;
        let before = kept(&portal).await;
        let token = token(&nargiza).await;
        let mut body = multipart(&[("_csrf", None, token.as_bytes()), ("file", Some("a.txt"), TEXT)]);
        body.truncate(body.len() - 20);
        let page = send(&nargiza, body, "text/html").await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.texts("#file-error")[0].starts_with("Связь прервалась"), "{}", page.body);

        let actor = Actor::Member(member(1, Role::Contributor));
        let broken = stream::iter([Ok(Bytes::from_static(TEXT)), Err(std::io::Error::other("reset"))]);
        let refused = actions::keep(&portal.app, &actor, broken, "a.txt", actions::Confirmed::BySender).await;
        assert!(matches!(refused, Err(Refused::Cut)), "{refused:?}");
        // A browser that goes away makes the server drop the handler in the middle.
        let stuck = stream::iter([Ok::<_, std::io::Error>(Bytes::from_static(TEXT))]).chain(stream::pending());
        let dropped = actions::keep(&portal.app, &actor, stuck, "a.txt", actions::Confirmed::BySender);
        tokio::time::timeout(std::time::Duration::from_millis(200), dropped).await.unwrap_err();
        assert_eq!(kept(&portal).await, before);
    }
}
