//! `eval-morph` measures how well the keys of `morph` bring together the forms of a word, on a table of words and their
//! lemmas. The table stays outside of the tree: its licence is another one, and nothing may be tuned to its letter.

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::process::ExitCode;

use morph::Language;

/// A form of the table with the lemma it has most often.
struct Form {
    form: String,
    lemma: String,
}

/// What one set of forms scores.
#[derive(Debug, PartialEq)]
struct Score {
    forms: usize,
    gold_pairs: u64,
    predicted_pairs: u64,
    common_pairs: u64,
    cubed_precision: f64,
    cubed_recall: f64,
}

impl Score {
    fn precision(&self) -> f64 {
        share(self.common_pairs, self.predicted_pairs)
    }

    fn recall(&self) -> f64 {
        share(self.common_pairs, self.gold_pairs)
    }
}

/// Reads the table and prints what the whole of it and two halves of its lemmas score. Rules are tuned on the first half;
/// the second says how they do on words nobody looked at. `mistakes` lists those of the first half only.
pub fn run(language: &str, path: &str, mistakes: bool) -> ExitCode {
    let Some(language) = Language::ALL.into_iter().find(|known| known.code() == language) else {
        eprintln!("eval-morph: the language is ky, ru or en, not {language}");
        return ExitCode::from(2);
    };
    let forms = match fs::read_to_string(path).map_err(|error| error.to_string()).and_then(|text| read(&text))
    {
        Ok(forms) => forms,
        Err(reason) => {
            eprintln!("eval-morph: {path}: {reason}");
            return ExitCode::from(2);
        }
    };
    let key = |form: &str| morph::key(language, form).into_owned();
    let (first, second): (Vec<&Form>, Vec<&Form>) = forms.iter().partition(|form| in_first_half(&form.lemma));
    println!("{path}, {}", language.code());
    println!("{:8}{:>7}{:>8}{:>8}{:>8}{:>8}   B-cubed: P, R, F1", "", "forms", "pairs", "P", "R", "F1");
    for (name, half) in [("first", &first), ("second", &second), ("whole", &forms.iter().collect())] {
        print(name, &score(half, key));
    }
    if mistakes {
        list_mistakes(&first, key);
    }
    ExitCode::SUCCESS
}

fn print(name: &str, score: &Score) {
    let (p, r) = (score.precision(), score.recall());
    let (cp, cr) = (score.cubed_precision, score.cubed_recall);
    println!(
        "{name:8}{:7}{:8}{p:8.3}{r:8.3}{:8.3}   {cp:.3} {cr:.3} {:.3}",
        score.forms,
        score.gold_pairs,
        f1(p, r),
        f1(cp, cr)
    );
}

/// Rows `form, lemma, part of speech, source, count` under one line of headings.
fn read(table: &str) -> Result<Vec<Form>, String> {
    let mut lemmas: BTreeMap<&str, BTreeMap<&str, u64>> = BTreeMap::new();
    for (number, line) in table.lines().enumerate().skip(1) {
        let columns: Vec<&str> = line.split('\t').collect();
        let [form, lemma, _, _, count] = columns[..] else {
            return Err(format!("line {}: five columns are needed", number + 1));
        };
        let count: u64 = count.parse().map_err(|_| format!("line {}: {count} is no count", number + 1))?;
        *lemmas.entry(form).or_default().entry(lemma).or_default() += count;
    }
    let form = |(form, lemmas): (&str, BTreeMap<&str, u64>)| {
        // Equal counts go to the lemma that comes first by letters: the figure must not depend on the order of rows.
        let lemma = lemmas.into_iter().rev().max_by_key(|(_, count)| *count)?.0;
        Some(Form { form: form.to_owned(), lemma: lemma.to_owned() })
    };
    Ok(lemmas.into_iter().filter_map(form).collect())
}

/// Halves by a hash of the lemma (FNV-1a), so that all forms of a word are in the same half, on every machine.
fn in_first_half(lemma: &str) -> bool {
    let hash = lemma.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    (hash >> 32) & 1 == 0
}

fn score(forms: &[&Form], key: impl Fn(&str) -> String) -> Score {
    let mut cells: HashMap<(&str, String), u64> = HashMap::new();
    for form in forms {
        *cells.entry((&form.lemma, key(&form.form))).or_default() += 1;
    }
    let (mut by_lemma, mut by_key): (HashMap<&str, u64>, HashMap<&str, u64>) = Default::default();
    for ((lemma, key), count) in &cells {
        *by_lemma.entry(lemma).or_default() += count;
        *by_key.entry(key).or_default() += count;
    }
    // B-cubed: for each form, which share of its key's forms are of its lemma, and the reverse, averaged over forms.
    let averaged = |size: &dyn Fn(&str, &str) -> u64| {
        let sum: f64 =
            cells.iter().map(|((lemma, key), count)| (count * count) as f64 / size(lemma, key) as f64).sum();
        if forms.is_empty() { 0.0 } else { sum / forms.len() as f64 }
    };
    Score {
        forms: forms.len(),
        gold_pairs: by_lemma.values().map(|count| pairs(*count)).sum(),
        predicted_pairs: by_key.values().map(|count| pairs(*count)).sum(),
        common_pairs: cells.values().map(|count| pairs(*count)).sum(),
        cubed_precision: averaged(&|_, key| by_key[key]),
        cubed_recall: averaged(&|lemma, _| by_lemma[lemma]),
    }
}

fn pairs(count: u64) -> u64 {
    count * count.saturating_sub(1) / 2
}

fn share(part: u64, whole: u64) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

fn f1(precision: f64, recall: f64) -> f64 {
    if precision + recall == 0.0 { 0.0 } else { 2.0 * precision * recall / (precision + recall) }
}

/// Lemmas whose forms have several keys, and keys that stand for several lemmas.
fn list_mistakes(forms: &[&Form], key: impl Fn(&str) -> String) {
    let mut by_lemma: BTreeMap<&str, BTreeMap<String, Vec<&str>>> = BTreeMap::new();
    let mut by_key: BTreeMap<String, BTreeMap<&str, Vec<&str>>> = BTreeMap::new();
    for form in forms {
        let key = key(&form.form);
        by_lemma.entry(&form.lemma).or_default().entry(key.clone()).or_default().push(&form.form);
        by_key.entry(key).or_default().entry(&form.lemma).or_default().push(&form.form);
    }
    for (lemma, keys) in by_lemma.iter().filter(|(_, keys)| keys.len() > 1) {
        println!("split  {lemma}: {keys:?}");
    }
    for (key, lemmas) in by_key.iter().filter(|(_, lemmas)| lemmas.len() > 1) {
        println!("joined {key}: {lemmas:?}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLE: &str = "form\tlemma\tupos\tsource\tcount\nкитеп\tкитеп\tNOUN\tx\t1\nкитеби\tкитеп\tNOUN\tx\t1\n\
                         китепти\tкитеп\tNOUN\tx\t1\nкол\tкол\tNOUN\tx\t1\nкел\tкел\tVERB\tx\t1\nкел\tкела\tNOUN\tx\t2\n";

    #[test]
    fn a_form_counts_once_with_its_most_frequent_lemma() {
        let forms = read(TABLE).unwrap();
        assert_eq!(forms.len(), 5);
        assert_eq!(forms.iter().find(|form| form.form == "кел").unwrap().lemma, "кела");
    }

    #[test]
    fn a_row_without_its_columns_is_refused_with_its_line() {
        assert_eq!(read("form\nкитеп\tкитеп").err().unwrap(), "line 2: five columns are needed");
    }

    #[test]
    fn pairs_and_b_cubed_are_those_counted_by_hand() {
        let forms = read(TABLE).unwrap();
        // Keys of one letter: three forms of one lemma, кол and кел together under к; everything is joined.
        let joined = score(&forms.iter().collect::<Vec<_>>(), |form| form.chars().take(1).collect());
        assert_eq!((joined.gold_pairs, joined.predicted_pairs, joined.common_pairs), (3, 10, 3));
        assert!((joined.cubed_precision - (9.0 + 1.0 + 1.0) / 25.0).abs() < 1e-9);
        assert!((joined.cubed_recall - 1.0).abs() < 1e-9);
        let exact = score(&forms.iter().collect::<Vec<_>>(), str::to_owned);
        assert_eq!((exact.predicted_pairs, exact.precision()), (0, 0.0));
    }
}
