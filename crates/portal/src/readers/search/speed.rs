//! How long searches take, over made-up entries put straight into an index: for `examples/search_speed.rs`.
//!
//! The words follow the usual law: the first is in most texts, the tenth in every tenth, most are in a few.

use super::index::Opened;
use super::snapshot::{Asked, Snapshot};
use super::synonyms::Synonyms;
use crate::web::search::{DAY, Entry, SeenBy};
use anyhow::Context;
use platform::activity::Position;
use platform::clock::Timestamp;
use platform::lang::Lang;
use platform::subject::Subject;
use std::path::Path;
use std::time::{Duration, Instant};

const NOW: Timestamp = Timestamp(1_760_000_000_000);
const WORDS: u64 = 60_000;
const IN_A_TEXT: u32 = 150;

/// Numbers that are the same in every run.
struct Dice(u64);

impl Dice {
    fn throw(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    /// The number of a word: small ones are common.
    fn word(&mut self) -> u64 {
        let share = (self.throw() % 1_000_000) as f64 / 1_000_000.0;
        ((WORDS as f64).powf(share) - 1.0) as u64
    }
}

const BEGINNINGS: [&str; 12] = ["та", "ко", "бе", "су", "жо", "ма", "кы", "то", "са", "бу", "дө", "чү"];
const MIDDLES: [&str; 10] = ["лы", "ра", "нд", "ту", "гы", "мо", "ши", "ке", "рө", "ңү"];
const ENDINGS: [&str; 6] = ["", "лар", "дын", "га", "да", "ынан"];

fn stem(number: u64) -> String {
    let (mut rest, mut word) = (number, BEGINNINGS[(number % 12) as usize].to_owned());
    rest /= 12;
    while rest > 0 {
        word.push_str(MIDDLES[(rest % 10) as usize]);
        rest /= 10;
    }
    word + "к"
}

fn text(dice: &mut Dice, words: u32) -> String {
    let mut text = String::new();
    for _ in 0..words {
        text.push_str(&stem(dice.word()));
        text.push_str(ENDINGS[(dice.throw() % 6) as usize]);
        text.push(' ');
    }
    text
}

fn entry(dice: &mut Dice, number: i64) -> Entry {
    let subject = Subject::new("speed.entry", number);
    let at = NOW - Duration::from_secs(dice.throw() % (3 * 365 * 86_400));
    Entry {
        subject,
        group: subject,
        language: Lang::ALL[(dice.throw() % 3) as usize],
        title: text(dice, 7),
        text: text(dice, IN_A_TEXT),
        path: String::new(),
        at: Some(at),
        rank: at + DAY * [0, 120, 365][(dice.throw() % 3) as usize],
        badges: Vec::new(),
        kind: "",
        facets: vec![
            ("kind", format!("kind{}", dice.throw() % 13)),
            ("audience", format!("audience{}", dice.throw() % 20)),
            ("region", format!("region{}", dice.throw() % 9)),
        ],
        seen_by: vec![SeenBy::Everybody],
    }
}

pub struct Timed {
    pub what: &'static str,
    pub hits: usize,
    pub p50: Duration,
    pub p95: Duration,
    /// Of the processor, for a thousand.
    pub thousand: Duration,
}

/// Writes a search of one shape.
type Write<'a> = &'a dyn Fn(&mut Dice) -> String;

/// Builds an index of so many entries in a folder.
pub fn build(folder: &Path, entries: i64) -> anyhow::Result<()> {
    let opened = Opened::create(folder)?;
    let mut writer = opened.builder()?;
    let mut dice = Dice(0x5eed);
    for number in 0..entries {
        writer.add(&entry(&mut dice, number))?;
    }
    writer.commit(Position(1))?;
    writer.finish()?;
    let mut writer = opened.writer()?;
    // Some changes since, so that there is more than one segment.
    for round in 0..3 {
        for number in 0..10 {
            writer.add(&entry(&mut dice, entries + round * 10 + number))?;
        }
        writer.commit(Position(2))?;
    }
    Ok(())
}

/// Searches an index that was built here. `cpu` says how much of the processor this thread has used so far.
pub fn search(folder: &Path, cpu: fn() -> Duration) -> anyhow::Result<Vec<Timed>> {
    let opened = Opened::open(folder).context("there is no index")?;
    let snapshot = Snapshot::of(&opened)?;
    let mut dice = Dice(0xfeed);
    let common = |dice: &mut Dice| dice.throw() % 4;
    let middling = |dice: &mut Dice| 30 + dice.throw() % 200;
    let rare = |dice: &mut Dice| 20_000 + dice.throw() % 40_000;
    let shapes: [(&str, Write<'_>); 9] = [
        ("a rare word", &|dice| stem(rare(dice))),
        ("a common word", &|dice| stem(middling(dice))),
        ("a very common word", &|dice| stem(common(dice))),
        ("two very common words", &|dice| format!("{} {}", stem(common(dice)), stem(4 + common(dice)))),
        ("a rare and a very common word", &|dice| format!("{} {}", stem(rare(dice)), stem(common(dice)))),
        ("four words", &|dice| (0..4).map(|_| stem(middling(dice))).collect::<Vec<_>>().join(" ")),
        ("words without ө, ү, ң", &|dice| {
            morph::loose(&stem(10 + 12 * (dice.throw() % 300))).into_owned()
        }),
        ("the beginning of a word", &|dice| stem(common(dice) * 12).chars().take(3).collect()),
        ("a word with a slip", &|dice| {
            let word = stem(middling(dice));
            let slip = if word.contains('ы') { ('ы', "ю") } else { ('а', "я") };
            word.replacen(slip.0, slip.1, 1) + if word.contains(slip.0) { "" } else { "т" }
        }),
    ];
    let mut searches = Vec::new();
    for (what, query) in shapes {
        let queries: Vec<String> = (0..1000).map(|_| query(&mut dice)).collect();
        let (before, mut times, mut hits) = (cpu(), Vec::new(), 0);
        for query in &queries {
            let asked = Asked {
                query,
                language: Lang::Ky,
                facets: Vec::new(),
                since: None,
                seen_by: vec![SeenBy::Everybody],
                now: NOW,
                typing: false,
            };
            let started = Instant::now();
            let found = snapshot.search(&asked, &Synonyms::default())?;
            snapshot.subjects(&found.hits[..found.hits.len().min(10)]);
            times.push(started.elapsed());
            hits += found.hits.len();
        }
        let thousand = cpu() - before;
        times.sort_unstable();
        searches.push(Timed { what, hits: hits / 1000, p50: times[500], p95: times[950], thousand });
    }
    Ok(searches)
}
