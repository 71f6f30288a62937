//! Values cross the border unchanged, and both databases answer alike.

use crate::{ADD, AMONG, COUNT, IS_SIZE, LARGE, NAME, NOT_AMONG, SUM, TESTER, THINGS, fresh};
use platform::db::{DbError, Query, Value, id_list};
use platform::params;
use platform::testing::dialects;

type Thing = (i64, Option<String>, Option<i64>, Option<Vec<u8>>);

#[tokio::test]
async fn rows_come_back_as_they_went_in() {
    let things: Vec<Thing> = vec![
        (i64::MIN, None, None, None),
        (0, Some(String::new()), Some(0), Some(Vec::new())),
        (
            1,
            Some("Ңң Өө Үү: «Эркин жол», 'тырмакча' \"?\" $1 \\ \u{1F9ED}\n\t".into()),
            Some(-1),
            Some(vec![0, 255, 39]),
        ),
        (i64::MAX, Some("я".repeat(100_000)), Some(i64::MAX), Some(vec![7; 1_000_000])),
    ];
    for dialect in dialects() {
        let fresh = fresh(dialect).await;
        let mut tx = fresh.db.write(&TESTER).await.unwrap();
        for (id, name, size, hash) in &things {
            let hash = hash.as_deref().map_or(Value::Null, Value::from);
            let row = [Value::from(*id), Value::from(name.as_ref()), Value::from(*size), hash];
            assert_eq!(tx.run(&ADD, &row).await.unwrap(), 1);
        }
        tx.commit_unrecorded("a test").await.unwrap();
        let found: Vec<Thing> = fresh.db.read().await.unwrap().all(&THINGS, params![]).await.unwrap();
        assert!(found == things, "rows differ");
    }
}

#[tokio::test]
async fn counts_sums_and_truths_read_alike() {
    for dialect in dialects() {
        let fresh = fresh(dialect).await;
        let mut tx = fresh.db.write(&TESTER).await.unwrap();
        assert_eq!(tx.one::<i64>(&COUNT, params![]).await.unwrap(), Some(0));
        assert_eq!(tx.one::<Option<i64>>(&SUM, params![]).await.unwrap(), Some(None));
        for (id, size) in [(1, Some(4_000_000_000_i64)), (2, Some(4_000_000_000)), (3, None)] {
            tx.run(&ADD, params![id, None::<&str>, size, Value::Null]).await.unwrap();
        }
        assert_eq!(tx.one::<i64>(&COUNT, params![]).await.unwrap(), Some(3));
        assert_eq!(tx.one::<Option<i64>>(&SUM, params![]).await.unwrap(), Some(Some(8_000_000_000)));
        assert_eq!(tx.one::<bool>(&LARGE, params![4]).await.unwrap(), Some(true));
        assert_eq!(tx.one::<bool>(&LARGE, params![4_000_000_000_i64]).await.unwrap(), Some(false));
        let answers: Vec<(Option<bool>, bool)> = tx.all(&IS_SIZE, params![5, 1]).await.unwrap();
        assert_eq!(answers, [(Some(false), false)]);
        let answers: Vec<(Option<bool>, bool)> = tx.all(&IS_SIZE, params![5, 3]).await.unwrap();
        assert_eq!(answers, [(None, true)]);
        assert_eq!(tx.one::<(Option<bool>, bool)>(&IS_SIZE, params![5, 9]).await.unwrap(), None);
    }
}

#[tokio::test]
async fn a_list_of_ids_may_be_empty_short_or_long() {
    for dialect in dialects() {
        let fresh = fresh(dialect).await;
        let mut tx = fresh.db.write(&TESTER).await.unwrap();
        for id in [1, 2, 3, i64::MAX] {
            tx.run(&NAME, params![id, None::<&str>]).await.unwrap();
        }
        for (asked, without, found) in [
            (vec![], 0, vec![]),
            (vec![2], 0, vec![2]),
            (vec![i64::MAX, 3, 3, -7], 3, vec![i64::MAX]),
            ((0..20_000).collect(), 1, vec![2, 3]),
        ] {
            let got: Vec<i64> = tx.all(&AMONG, params![id_list(asked), without]).await.unwrap();
            assert_eq!(got, found);
        }
        let none = id_list(Vec::<i64>::new());
        let got: Vec<i64> = tx.all(&NOT_AMONG, params![none]).await.unwrap();
        assert_eq!(got.len(), 4, "nothing is in an empty list");
    }
}

#[tokio::test]
async fn a_wrong_type_is_an_error_and_not_a_guess() {
    for dialect in dialects() {
        let fresh = fresh(dialect).await;
        let mut tx = fresh.db.write(&TESTER).await.unwrap();
        let refused = tx.run(&ADD, params![1, "name", "many", Value::Null]).await;
        assert!(matches!(refused, Err(DbError::Other(_))), "{refused:?}");
        tx.roll_back().await;
        let mut tx = fresh.db.write(&TESTER).await.unwrap();
        tx.run(&NAME, params![1, "name"]).await.unwrap();
        let refused = tx.all::<(i64, i64)>(&THINGS, params![]).await;
        assert!(matches!(refused, Err(DbError::Other(text)) if text.contains("expected a number")));
    }
}
