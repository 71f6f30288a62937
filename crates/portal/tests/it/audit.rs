//! Who reads the log, what it shows, and what a copy of it leaves behind.

use crate::demo::{person, sign_in, write};
use http::StatusCode;
use platform::activity::chain::{Broken, Walk};
use platform::actor::{Actor, Role};

crate::demo_tests! {
    async fn only_the_chair_and_the_approvers_read_the_log(portal) {
        write(&portal.app, &Actor::Member(person(Role::Contributor)), "Secret plan").await.unwrap();
        for role in Role::ALL {
            let page = sign_in(&portal, role).await.get("/en/audit").await;
            let may = matches!(role, Role::Chair | Role::Approver);
            assert_eq!(page.status, if may { StatusCode::OK } else { StatusCode::FORBIDDEN }, "{role:?}");
            // What the section shows to nobody else is told without what it was about.
            assert_eq!(page.body.contains("Secret plan"), role == Role::Approver, "{role:?}");
            let told = page.texts("tbody td").concat().contains("The contributor did something in “Notes”");
            assert_eq!(told, role == Role::Chair, "{role:?}");
            assert_eq!(page.texts(".menu a").contains(&"Audit".to_owned()), may, "{role:?}");
            assert_eq!(page.body.contains("Only the chair and the approvers"), !may, "{role:?}");
        }
        assert_eq!(portal.guest().get("/ru/audit").await.location(), "/ru/sign-in?next=%2Fru%2Faudit");
    }

    async fn the_log_reads_as_sentences_in_the_language_of_the_reader(portal) {
        write(&portal.app, &Actor::Member(person(Role::Contributor)), "Plan").await.unwrap();
        let chair = sign_in(&portal, Role::Chair).await;
        let page = chair.get("/ky/audit").await;
        assert_eq!(page.texts("tbody td")[1..], ["The contributor", "The contributor «Plan» деп жазды"]);
        assert_eq!(page.texts(".meta strong"), ["1 окуя"]);
        assert!(page.attributes("tbody a", "href")[0].starts_with("/ky/demo/notes/"));
        assert_eq!(page.attributes("time", "datetime"), ["2026-11-23T09:00:00+06:00"]);
    }

    async fn filters_in_the_address_narrow_the_rows_and_the_count(portal) {
        let author = person(Role::Contributor);
        write(&portal.app, &Actor::Member(author.clone()), "Monday").await.unwrap();
        portal.clock.advance(86_400_000);
        write(&portal.app, &Actor::System("test"), "Tuesday").await.unwrap();
        let chair = sign_in(&portal, Role::Chair).await;
        let found = async |query: &str| {
            let page = chair.get(&format!("/en/audit?{query}")).await;
            assert_eq!(page.texts("tbody tr").len(), page.texts(".meta strong").join("").split(' ').next().and_then(|n| n.parse().ok()).unwrap_or(0));
            page.texts("tbody a")
        };
        let (monday, tuesday) = ("The contributor wrote “Monday”", "the portal wrote “Tuesday”");
        assert_eq!(found("").await, [tuesday, monday]);
        assert_eq!(found("from=2026-11-24").await, [tuesday]);
        assert_eq!(found("to=2026-11-23").await, [monday]);
        assert_eq!(found(&format!("person={}", author.id)).await, [monday]);
        assert_eq!(found("section=demo").await, [tuesday, monday]);
        assert_eq!(found("section=audit").await, [] as [&str; 0]);
        assert_eq!(found("from=2026-11-24&section=demo&person=").await, [tuesday]);
        let page = chair.get(&format!("/en/audit?person={}", author.id)).await;
        assert_eq!(page.texts("#person option[selected]"), ["The contributor"]);
        assert_eq!(chair.get("/en/audit?to=2020-01-01").await.texts(".empty h2"), ["Nothing was found"]);
    }

    async fn a_long_log_has_pages_and_a_count_that_stops(portal) {
        let mut tx = portal.app.db.write(&Actor::System("test")).await.unwrap();
        for number in 0..1001 {
            tx.record(platform::activity::NewActivity {
                kind: "demo.note.written",
                subject: platform::subject::Subject::new("demo.note", number),
                scope: None,
                data: serde_json::json!({ "title": format!("Note {number}") }),
            });
        }
        tx.commit().await.unwrap();
        let chair = sign_in(&portal, Role::Chair).await;
        let mut page = chair.get("/en/audit?section=demo").await;
        assert_eq!(page.texts(".meta strong"), ["More than 1,000 events"]);
        let mut shown = page.texts("tbody a");
        while let Some(older) = page.attributes(".pages a[rel=next]", "href").pop() {
            page = chair.get(&older).await;
            shown.extend(page.texts("tbody a"));
        }
        let expected: Vec<String> = (0..1001).rev().map(|number| format!("the portal wrote “Note {number}”")).collect();
        assert_eq!(shown, expected);

        let copy = chair.post("/en/audit/export", &[("_csrf", "token"), ("section", "demo")]).await;
        assert_eq!(copy.body.lines().count(), 1002, "a copy holds every row, beyond one page and one batch");
    }

    async fn a_copy_holds_the_filtered_rows_and_is_itself_recorded(portal) {
        write(&portal.app, &Actor::Member(person(Role::Contributor)), "=1+1, \"yes\"").await.unwrap();
        portal.clock.advance(86_400_000);
        write(&portal.app, &Actor::System("test"), "Tuesday").await.unwrap();
        let chair = sign_in(&portal, Role::Chair).await;
        let page = chair.get("/en/audit?to=2026-11-23").await;
        let copy = page.submit(&chair, "main form[method=post]", &[]).await;
        assert_eq!(copy.headers["content-type"], "text/csv; charset=utf-8");
        let lines: Vec<&str> = copy.body.lines().collect();
        assert_eq!(lines[0], "\u{feff}\"When\",\"Who\",\"What happened\",\"Kind\",\"Address\"".replace("Who", "Person"));
        assert!(lines[1].starts_with("\"2026-11-23T09:00:00+06:00\",\"The contributor\",\"The contributor wrote “=1+1, \"\"yes\"\"”\",\"demo.note.written\",\"http"), "{}", lines[1]);
        assert_eq!(lines.len(), 2);
        assert_eq!(chair.get("/en/audit").await.texts("tbody a")[0], "The chair saved a copy of the audit");

        let outsider = sign_in(&portal, Role::Operator).await;
        let refused = outsider.post("/en/audit/export", &[("_csrf", "token")]).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN);
        let forged = chair.post("/en/audit/export", &[]).await;
        assert!(!forged.body.contains("Tuesday"), "{}", forged.body);
        assert_eq!(chair.get("/en/audit?section=audit").await.texts("tbody tr").len(), 1, "only the copy that was made");
    }

    async fn the_whole_log_can_be_taken_away_and_verified_elsewhere(portal) {
        write(&portal.app, &Actor::System("test"), "Monday").await.unwrap();
        write(&portal.app, &Actor::System("test"), "Tuesday").await.unwrap();
        let chair = sign_in(&portal, Role::Chair).await;
        let copy = chair.post("/en/audit/export", &[("_csrf", "token"), ("section", "demo"), ("whole", "1")]).await;
        assert_eq!(copy.headers["content-type"], "application/jsonl; charset=utf-8");
        let walk = |text: &str| {
            let mut walk = Walk::default();
            text.lines().try_for_each(|line| walk.step(&serde_json::from_str(line).unwrap())).map(|()| walk.chained)
        };
        let events = copy.body.lines().count() as i64;
        assert!(copy.body.contains("Monday") && copy.body.contains("audit.log.exported"));
        assert_eq!(walk(&copy.body), Ok(events));
        assert_eq!(walk(&copy.body.replace("Monday", "Sunday")), Err(Broken::Altered(1)));
    }
}
