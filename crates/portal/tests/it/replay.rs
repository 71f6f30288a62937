//! Old events stay readable. `events/` holds a recorded event of every kind, and one more (`kind.2.json` …) for every
//! change of its facts: these files are the contract, so they are added to and never edited.
//!
//! `UPDATE_SNAPSHOTS=1` writes the missing ones from what happens in the sample world.

use platform::activity::{Activity, Position, after};
use platform::clock::Timestamp;
use platform::db::Dialect;
use platform::lang::Lang;
use portal::registry::FEATURES;
use portal::testing::TestPortal;
use portal::web::{Feature, Names};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

#[derive(serde::Serialize, serde::Deserialize)]
struct Recorded {
    kind: String,
    actor: String,
    subject: (String, i64),
    scope: Option<i64>,
    data: serde_json::Value,
}

impl Recorded {
    fn of(event: &Activity) -> Recorded {
        Recorded {
            kind: event.kind.clone(),
            actor: event.actor.clone(),
            subject: (event.subject_kind.clone(), event.subject_id),
            scope: event.scope,
            data: serde_json::from_str(&event.data).unwrap(),
        }
    }

    fn event(self) -> Activity {
        Activity {
            seq: 1,
            at: Timestamp(1_795_402_800_000),
            actor: self.actor,
            kind: self.kind,
            subject_kind: self.subject.0,
            subject_id: self.subject.1,
            scope: self.scope,
            data: self.data.to_string(),
        }
    }
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/events")
}

fn recorded() -> Vec<(String, Activity)> {
    let mut files: Vec<PathBuf> =
        fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let read = |path: PathBuf| {
        let recorded: Recorded = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
        (path.file_name().unwrap().to_string_lossy().into_owned(), recorded.event())
    };
    files.into_iter().map(read).collect()
}

fn kinds() -> BTreeSet<&'static str> {
    FEATURES.iter().flat_map(|feature| feature.events).copied().collect()
}

fn owner(event: &Activity) -> &'static Feature {
    let owner = FEATURES.iter().find(|feature| feature.owns(event));
    owner.unwrap_or_else(|| panic!("no section owns {}", event.kind))
}

#[test]
fn every_kind_is_named_after_its_section() {
    for feature in FEATURES {
        for kind in feature.events {
            let parts: Vec<&str> = kind.split('.').collect();
            assert!(parts.len() == 3 && parts[0] == feature.name, "{kind} is no section.noun.past_verb");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_event_that_was_ever_recorded_still_reads_in_three_languages() {
    let portal = TestPortal::with_world(Dialect::Sqlite).await;
    let happened = after(&mut portal.app.db.read().await.unwrap(), Position(0), i64::MAX).await.unwrap();
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        for event in &happened {
            let path = folder().join(format!("{}.json", event.kind));
            if !path.exists() {
                fs::write(path, serde_json::to_string_pretty(&Recorded::of(event)).unwrap() + "\n").unwrap();
            }
        }
    }
    let recorded = recorded();
    let kept: BTreeSet<&str> = recorded.iter().map(|(_, event)| event.kind.as_str()).collect();
    let declared = kinds();
    assert_eq!(
        declared.difference(&kept).collect::<Vec<_>>(),
        [] as [&&str; 0],
        "these kinds need a file in tests/it/events"
    );
    assert_eq!(
        kept.difference(&declared).collect::<Vec<_>>(),
        [] as [&&str; 0],
        "old logs hold these kinds, so a section has to declare and tell them"
    );
    let undeclared: BTreeSet<&str> =
        happened.iter().map(|event| event.kind.as_str()).filter(|kind| !declared.contains(kind)).collect();
    assert_eq!(
        undeclared,
        BTreeSet::new(),
        "these happened in the sample world and no section declares them"
    );

    let all =
        recorded.into_iter().chain(happened.into_iter().map(|event| ("the sample world".to_owned(), event)));
    for (file, event) in all {
        assert!(file == "the sample world" || file.starts_with(&event.kind), "{file} holds {}", event.kind);
        let feature = owner(&event);
        for lang in Lang::ALL {
            let told = (feature.describe)(&event, portal.app.l(lang), &Names::default());
            let told = told.unwrap_or_else(|| panic!("{file}: nobody tells {event:?} in {lang}"));
            assert!(!told.trim().is_empty() && !told.contains('⟦'), "{file} in {lang}: {told}");
        }
        // Neither may fail on facts of any age.
        let path = (feature.path)(&event);
        assert!(path.is_none_or(|path| path.starts_with('/')), "{file}");
        let _ = ((feature.people)(&event), (feature.touches)(&event));
    }
}
