//! How many words a second get their key on one core: `cargo run --release -p morph --example speed`.
//! A file of words, one per line or as text, may be given after `--`: language code, then path.

use std::hint::black_box;
use std::time::Instant;

use morph::{Language, key, tokens};

const KYRGYZ: &str = "Адам сатууга каршы күрөшүү боюнча иш-чаралардын планына ылайык министрликтин кызматкерлери мектептерде \
    окуучуларга коопсуз миграция жөнүндө айтып беришти. Чет өлкөгө чыккан жарандарыбыз иш берүүчүнүн документтерин текшерип, \
    келишимге кол койгондон кийин гана жөнөп кетиши керек. Жабырлануучуларга баш калкалоочу жайлар жана юридикалык жардам \
    көрсөтүлөт, ишеним телефонуна күнү-түнү чалса болот. Мыйзамдарды бузгандар жоопкерчиликке тартылат.";
const RUSSIAN: &str = "Сотрудники министерства рассказали школьникам о безопасной миграции и о том, как распознать вербовщиков. \
    Граждане, выезжающие за рубеж, должны проверить документы работодателя и подписать договор до отъезда. Пострадавшим от \
    торговли людьми оказывается юридическая помощь, работают приюты и круглосуточный телефон доверия. Нарушители закона \
    привлекаются к ответственности, суды выносят приговоры, а журналисты публикуют расследования.";
const ENGLISH: &str = "Officers of the ministry told students about safe migration and how to recognise recruiters. Citizens who \
    leave for work abroad should check the documents of their employers and sign a contract before travelling. Victims of \
    trafficking receive legal assistance, shelters are open and the hotline answers at any hour. Those who broke the law \
    were prosecuted, courts handed down sentences and journalists published investigations.";

const ROUNDS: usize = 20_000;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let own = arguments.next().zip(arguments.next());
    for (language, text) in
        [(Language::Kyrgyz, KYRGYZ), (Language::Russian, RUSSIAN), (Language::English, ENGLISH)]
    {
        match &own {
            Some((code, path)) if code == language.code() => match std::fs::read_to_string(path) {
                Ok(text) => measure(language, &text, 200),
                Err(error) => eprintln!("{path}: {error}"),
            },
            Some(_) => {}
            None => measure(language, text, ROUNDS),
        }
    }
}

fn measure(language: Language, text: &str, rounds: usize) {
    let words: Vec<String> = tokens(text).map(|token| morph::fold(token.text).into_owned()).collect();
    // The first word builds the tables.
    black_box(key(language, "алгачкы"));
    // The best round counts: in the others the machine did something else as well.
    let mut best = f64::INFINITY;
    for _ in 0..rounds {
        let start = Instant::now();
        for word in &words {
            black_box(key(language, black_box(word)));
        }
        best = best.min(start.elapsed().as_secs_f64());
    }
    let per_second = words.len() as f64 / best;
    println!(
        "{}: {:.2} million words a second ({} different)",
        language.code(),
        per_second / 1e6,
        words.len()
    );
}
