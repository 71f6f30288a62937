//! Lists are the same from whichever end they are read, and counted once.

use super::*;
use crate::features::programme::{self, Dimension};
use crate::portal_tests;

const DANIYAR: &str = "daniyar@ministry.example";

portal_tests! {
    async fn a_list_of_a_term_is_the_same_from_either_end(portal) {
        let mut tx = portal.app.db.read().await.unwrap();
        let programme = programme::current(&portal.app);
        let (mut found, mut compared) = (0, 0);
        for language in Lang::ALL {
            for dimension in Dimension::ALL {
                for (term, _) in programme.terms(dimension) {
                    let tag = (dimension.code(), term.to_owned());
                    for kind in [None, Some(Kind::PressRelease)] {
                        let mut filter = Filter { kind, tags: vec![tag.clone()], ..Filter::default() };
                        let (rows, next) = page(&mut tx, language, &filter, None).await.unwrap();
                        weigh(&mut tx, &mut filter).await.unwrap();
                        assert!(filter.rare, "the sample world is small");
                        let (others, other_next) = page(&mut tx, language, &filter, None).await.unwrap();
                        let ids = |rows: &[Listed]| rows.iter().map(|row| row.id).collect::<Vec<_>>();
                        assert_eq!((ids(&rows), next), (ids(&others), other_next), "{term}");
                        let count: i64 =
                            tx.one(&filter.shape().count, &filter.values(language)).await.unwrap().unwrap();
                        assert_eq!(count, i64::try_from(rows.len()).unwrap());
                        if let Some(first) = rows.first() {
                            let after = Cursor { published_at: first.published_at, id: first.id };
                            let (rest, _) = page(&mut tx, language, &filter, Some(after)).await.unwrap();
                            assert_eq!(ids(&rest), ids(&rows)[1..]);
                        }
                        found += rows.len();
                        compared += 1;
                    }
                }
            }
        }
        assert!(found > 50 && compared > 300, "{found} rows in {compared} lists");
    }

    async fn the_rarer_of_two_terms_leads(portal) {
        let mut tx = portal.app.db.read().await.unwrap();
        let texts = programme::current(&portal.app);
        let mut by_use = Vec::new();
        for (term, _) in texts.terms(Dimension::Audience) {
            let count: i64 = tx.one(&DOCUMENTS_OF_TERM, &["audience".into(), term.into()]).await.unwrap().unwrap();
            by_use.push((count, term.to_owned()));
        }
        by_use.sort();
        let (rarest, commonest) = (by_use.first().unwrap().1.clone(), by_use.last().unwrap().1.clone());
        let tags = vec![("audience", commonest.clone()), ("audience", rarest.clone())];
        let mut filter = Filter { tags, ..Filter::default() };
        weigh(&mut tx, &mut filter).await.unwrap();
        assert_eq!(filter.tags, [("audience", rarest), ("audience", commonest)]);
        assert_eq!(filter.values(Lang::Ru).len(), 5);
    }

    async fn a_list_is_counted_once_until_something_public_changes(portal) {
        let secretary = portal.sign_in(DANIYAR).await;
        let list = async || {
            let before = portal.app.db.statements_run();
            let page = secretary.get("/ru/documents?kind=press_release").await;
            (portal.app.db.statements_run() - before, page)
        };
        let (first, page) = list().await;
        let (second, _) = list().await;
        assert_eq!(second, first - 1);
        let shown = |page: &crate::testing::Page| page.texts("main strong").remove(0);
        let text = secretary.get(&page.attributes(".docs h2 a", "href")[0]).await;
        let form = secretary.get(&text.attributes("a[href$='/withdrawal']", "href")[0]).await;
        form.submit(&secretary, "form[data-withdraw]", &[("reason", "Устарело.")]).await;
        portal.settle().await;
        let (third, changed) = list().await;
        assert!(third >= first, "counted anew");
        assert_ne!(shown(&changed), shown(&page));
    }
}
