//! Takes out of a question what could lead to a person: telephone numbers, mail addresses, names of accounts in
//! messengers, personal numbers of 14 digits, numbers of cards and passports. Pure.
//!
//! Short numbers of hotlines, numbers of laws, years, dates and sums stay: questions are about them. Names of people
//! cannot be found in this way; the form asks not to write them.

use std::collections::BTreeMap;

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Found {
    Phone,
    Email,
    Account,
    PersonalNumber,
    Card,
    Passport,
}

impl Found {
    /// What it is called, with how many.
    pub fn message(self) -> &'static str {
        match self {
            Found::Phone => "questions-found-phone",
            Found::Email => "questions-found-email",
            Found::Account => "questions-found-account",
            Found::PersonalNumber => "questions-found-personal-number",
            Found::Card => "questions-found-card",
            Found::Passport => "questions-found-passport",
        }
    }
}

/// What stands where something was taken out.
const GAP: &str = "[…]";

/// The text without what could lead to a person, and what that was.
pub fn strip(text: &str) -> (String, BTreeMap<Found, usize>) {
    let signs: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len());
    let mut found = BTreeMap::new();
    let mut at = 0;
    while at < signs.len() {
        match find(&signs, at) {
            Some((what, end)) => {
                *found.entry(what).or_default() += 1;
                out.push_str(GAP);
                at = end;
            }
            None => {
                // Whatever a word or number is, it is one: nothing is looked for in its middle.
                let end = end_of_word(&signs, at).max(at + 1);
                out.extend(&signs[at..end]);
                at = end;
            }
        }
    }
    (out, found)
}

fn end_of_word(signs: &[char], at: usize) -> usize {
    let class = |sign: char| if sign.is_ascii_digit() { 1 } else { u8::from(sign.is_alphabetic()) * 2 };
    let kind = class(signs[at]);
    if kind == 0 { at + 1 } else { at + signs[at..].iter().take_while(|sign| class(**sign) == kind).count() }
}

fn find(signs: &[char], at: usize) -> Option<(Found, usize)> {
    if at > 0 && signs[at - 1].is_alphanumeric() && signs[at].is_alphanumeric() {
        return None;
    }
    address(signs, at)
        .map(|end| (Found::Email, end))
        .or_else(|| account(signs, at).map(|end| (Found::Account, end)))
        .or_else(|| passport(signs, at).map(|end| (Found::Passport, end)))
        .or_else(|| number(signs, at))
}

fn run(signs: &[char], at: usize, belongs: impl Fn(char) -> bool) -> usize {
    at + signs[at.min(signs.len())..].iter().take_while(|sign| belongs(**sign)).count()
}

/// `name@host.kg`, in any letters.
fn address(signs: &[char], at: usize) -> Option<usize> {
    let local = run(signs, at, |sign| sign.is_alphanumeric() || "._%+-".contains(sign));
    if local == at || signs.get(local) != Some(&'@') {
        return None;
    }
    let end = run(signs, local + 1, |sign| sign.is_alphanumeric() || ".-".contains(sign));
    let host: String = signs[local + 1..end].iter().collect();
    let host = host.trim_end_matches(['.', '-']);
    let end = local + 1 + host.chars().count();
    host.contains('.').then_some(end)
}

/// `@name`, or a link to somebody's account.
fn account(signs: &[char], at: usize) -> Option<usize> {
    let named = |from: usize| {
        let end = run(signs, from, |sign| sign.is_ascii_alphanumeric() || "_.+".contains(sign));
        (end - from >= 4).then_some(end)
    };
    if signs[at] == '@' {
        return named(at + 1);
    }
    const HOSTS: [&str; 9] = [
        "t.me/",
        "wa.me/",
        "instagram.com/",
        "facebook.com/",
        "fb.com/",
        "tiktok.com/@",
        "vk.com/",
        "ok.ru/",
        "telegram.me/",
    ];
    let ahead: String = signs[at..].iter().take(20).collect::<String>().to_lowercase();
    HOSTS.iter().find(|host| ahead.starts_with(**host)).and_then(|host| named(at + host.len()))
}

/// Two letters and seven digits, as on passports and identity cards: `ID1234567`, `AN 1234567`.
fn passport(signs: &[char], at: usize) -> Option<usize> {
    let letters = run(signs, at, |sign| sign.is_ascii_uppercase());
    if letters - at != 2 {
        return None;
    }
    let digits = run(signs, letters, |sign| " №-".contains(sign));
    let end = run(signs, digits, |sign| sign.is_ascii_digit());
    (end - digits == 7 && digits - letters <= 2).then_some(end)
}

/// Digits with the signs that people put between them, and what they can be by how many they are.
fn number(signs: &[char], at: usize) -> Option<(Found, usize)> {
    let plus = signs[at] == '+';
    if !plus && !signs[at].is_ascii_digit() && signs[at] != '(' {
        return None;
    }
    let (digits, end) = digits(signs, at + usize::from(plus));
    let first = |start: &str| digits.starts_with(start);
    // 0800 and 8800 are free for the caller: lines of help, nobody's own number.
    let free = first("0800") || first("8800");
    let what = match digits.len() {
        14 => Found::PersonalNumber,
        15..=19 => Found::Card,
        _ if free => return None,
        9..=13 if plus => Found::Phone,
        12 if first("996") => Found::Phone,
        11 if first("7") || first("8") => Found::Phone,
        10 if first("0") => Found::Phone,
        // Without its nought; a sum in round millions is none.
        9 if first("2") || first("3") || first("5") || first("7") || first("9") => {
            if digits.ends_with("0000") {
                return None;
            }
            Found::Phone
        }
        6 | 7 if after_word_for_phone(signs, at) => Found::Phone,
        _ => return None,
    };
    Some((what, end))
}

/// The digits from here on, and where the last of them ends. One or two signs may stand between two digits.
fn digits(signs: &[char], at: usize) -> (String, usize) {
    const BETWEEN: &str = " -–()\u{a0}.";
    let (mut digits, mut end, mut here) = (String::new(), at, at);
    while here < signs.len() {
        if signs[here].is_ascii_digit() {
            digits.push(signs[here]);
            here += 1;
            end = here;
        } else if BETWEEN.contains(signs[here]) && here < end + 2 {
            here += 1;
        } else {
            break;
        }
    }
    (digits, end)
}

fn after_word_for_phone(signs: &[char], at: usize) -> bool {
    let from = at.saturating_sub(24);
    let before: String = signs[from..at].iter().collect::<String>().to_lowercase();
    let near = before.trim_end_matches([' ', ':', '.', '№', '-']);
    [
        "тел",
        "телефон",
        "телефону",
        "номер",
        "номери",
        "номуру",
        "ватсап",
        "whatsapp",
        "phone",
        "tel",
        "number",
    ]
    .iter()
    .any(|word| near.ends_with(word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn stripped(text: &str) -> (String, Vec<Found>) {
        let (text, found) = strip(text);
        (text, found.into_keys().collect())
    }

    #[test]
    fn what_leads_to_a_person_is_taken_out() {
        for (text, clean, what) in [
            ("Позвоните +996 555 12-34-56, пожалуйста", "Позвоните […], пожалуйста", Found::Phone),
            ("тел. 0555123456", "тел. […]", Found::Phone),
            ("Менин номерим 0 (700) 12 34 56", "Менин номерим […]", Found::Phone),
            ("call 8 916 123-45-67 now", "call […] now", Found::Phone),
            ("жазыңыз: 700123456", "жазыңыз: […]", Found::Phone),
            ("тел: 62-12-34", "тел: […]", Found::Phone),
            ("Пишите aida.k@mail.example!", "Пишите […]!", Found::Email),
            ("менин @aida_kg аккаунтум", "менин […] аккаунтум", Found::Account),
            ("https://t.me/aida_kg", "https://[…]", Found::Account),
            ("ИНН 12301199512345", "ИНН […]", Found::PersonalNumber),
            ("карта 4169 5853 1234 5678", "карта […]", Found::Card),
            ("паспорт ID1234567", "паспорт […]", Found::Passport),
            ("AN 1234567 берилген", "[…] берилген", Found::Passport),
        ] {
            assert_eq!(stripped(text), (clean.to_owned(), vec![what]), "{text}");
        }
    }

    #[test]
    fn what_questions_are_about_stays() {
        for text in [
            "Закон № 55 от 17.03.2005: что он даёт?",
            "Линия 1899 бесплатная? А 0800 0000 189?",
            "В 2022–2025 годах, статья 171",
            "Обещают 100 000 000 сомов, 500 000 000 в год",
            "Кайда чалам: 112 же 117?",
            "Вакансия на 1500 долларов, 12 часов",
            "С 23.11.2026 по 01.12.2026",
            "What does Article 171, part 2 say?",
            "120 000 сом төлөп койдум",
        ] {
            assert_eq!(stripped(text), (text.to_owned(), Vec::new()), "{text}");
        }
    }

    #[test]
    fn each_thing_is_counted() {
        let (_, found) = strip("0555123456, 0700123456 и a@b.example");
        assert_eq!(found, BTreeMap::from([(Found::Phone, 2), (Found::Email, 1)]));
    }

    proptest! {
        #[test]
        fn a_stripped_text_has_nothing_left_to_strip(text in "[а-яa-z0-9@+. ()_/-]{0,80}") {
            let (clean, _) = strip(&text);
            let (again, found) = strip(&clean);
            prop_assert_eq!(&again, &clean);
            prop_assert!(found.is_empty(), "{} -> {}", text, clean);
        }

        #[test]
        fn a_telephone_number_goes_however_it_is_written(
            digits in "[1-9][0-9]{7}", gaps in proptest::collection::vec("[ -]?", 9)
        ) {
            let number: String = format!("5{digits}").chars().zip(&gaps).map(|(digit, gap)| format!("{digit}{gap}")).collect();
            let (clean, found) = strip(&format!("мой номер +996 {} вот", number.trim()));
            prop_assert_eq!(found, BTreeMap::from([(Found::Phone, 1)]));
            prop_assert!(!clean.chars().any(|sign| sign.is_ascii_digit()), "{}", clean);
        }
    }
}
