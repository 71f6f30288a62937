//! The short code of an edition: the beginning of its text hash, in letters that are read out and typed without
//! mistakes. It stands on the page and on every paper, and nobody has to keep it: it follows from the text. Pure.

use std::fmt;

/// Ten signs of five bits: among 200,000 texts two share a code once in fifty thousand such libraries.
const SIGNS: usize = 10;
/// Crockford's alphabet: no I, L, O or U.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// More codes than this stand in no honest copy of a text.
const MOST: usize = 3;

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Code(u64);

impl Code {
    /// Of a text hash. Nothing shorter than a hash has one.
    pub fn of(hash: &[u8]) -> Option<Code> {
        let first: [u8; 8] = hash.get(..8)?.try_into().ok()?;
        Some(Code(u64::from_be_bytes(first) >> (64 - 5 * SIGNS)))
    }

    /// As people type it: in small letters, with spaces, with O for nought, on a Cyrillic keyboard.
    pub fn parse(typed: &str) -> Option<Code> {
        let mut signs = 0;
        let mut bits = 0;
        for sign in
            typed.chars().filter(|sign| !sign.is_whitespace() && !matches!(sign, '-' | '–' | '—' | '‑'))
        {
            let sign = u8::try_from(look_alike(sign)).ok()?.to_ascii_uppercase();
            let value = ALPHABET.iter().position(|known| *known == sign)?;
            bits = bits << 5 | value as u64;
            signs += 1;
            if signs > SIGNS {
                return None;
            }
        }
        (signs == SIGNS).then_some(Code(bits))
    }

    /// The codes written in a text in their two groups, the first few.
    pub fn all_in(text: &str) -> Vec<Code> {
        let words = text.split(|sign: char| !sign.is_alphanumeric() && sign != '-');
        let grouped = words.filter(|word| word.len() == SIGNS + 1 && word.as_bytes()[SIGNS / 2] == b'-');
        let mut codes: Vec<Code> = Vec::new();
        for code in grouped.filter_map(Code::parse) {
            if !codes.contains(&code) {
                codes.push(code);
            }
            if codes.len() == MOST {
                break;
            }
        }
        codes
    }

    /// The first and the last text hash with this code.
    pub fn range(self) -> ([u8; 32], [u8; 32]) {
        let spare = 64 - 5 * SIGNS;
        let (mut first, mut last) = ([0; 32], [0xff; 32]);
        first[..8].copy_from_slice(&(self.0 << spare).to_be_bytes());
        last[..8].copy_from_slice(&(self.0 << spare | ((1 << spare) - 1)).to_be_bytes());
        (first, last)
    }
}

fn look_alike(sign: char) -> char {
    match sign {
        'O' | 'o' | 'О' | 'о' => '0',
        'I' | 'i' | 'L' | 'l' | 'І' | 'і' => '1',
        'З' | 'з' => '3',
        'А' | 'а' => 'A',
        'В' | 'в' => 'B',
        'С' | 'с' => 'C',
        'Е' | 'е' => 'E',
        'Н' | 'н' => 'H',
        'К' | 'к' => 'K',
        'М' | 'м' => 'M',
        'Р' | 'р' => 'P',
        'Т' | 'т' => 'T',
        'Х' | 'х' => 'X',
        'У' | 'у' => 'Y',
        other => other,
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for place in 0..SIGNS {
            if place == SIGNS / 2 {
                f.write_str("-")?;
            }
            let value = self.0 >> (5 * (SIGNS - 1 - place)) & 31;
            write!(f, "{}", char::from(ALPHABET[value as usize]))?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hash(beginning: &[u8]) -> [u8; 32] {
        let mut hash = [0x5a; 32];
        hash[..beginning.len()].copy_from_slice(beginning);
        hash
    }

    #[test]
    fn a_code_is_read_back_as_people_type_it() {
        let code = Code::of(&hash(&[0x00, 0x44, 0x32, 0x14, 0xc7, 0x42, 0x54])).unwrap();
        assert_eq!(code.to_string(), "01234-56789");
        for typed in ["01234-56789", "0123456789", " o1234 – 56789 ", "ОI234‑56789", "oL23456789"] {
            assert_eq!(Code::parse(typed), Some(code), "{typed}");
        }
        let letters = Code::parse("ABCEH-KMPTX").unwrap();
        assert_eq!(Code::parse("авсен-кмртх"), Some(letters));
        for wrong in ["", "01234-5678", "01234-567890", "01234-5678U", "жашыл-жашыл", "01234_56789"]
        {
            assert_eq!(Code::parse(wrong), None, "{wrong}");
        }
        assert_eq!(Code::of(&[1, 2, 3]), None);
    }

    #[test]
    fn exactly_the_hashes_with_its_beginning_have_a_code() {
        for beginning in [[0; 8], [0xff; 8], [0x12, 0x34, 0x56, 0x78, 0x9a, 0xbc, 0xde, 0xf0]] {
            let code = Code::of(&hash(&beginning)).unwrap();
            let (first, last) = code.range();
            assert!((first..=last).contains(&hash(&beginning)));
            assert_eq!((Code::of(&first), Code::of(&last)), (Some(code), Some(code)));
            let mut next = beginning;
            next[6] ^= 0b0100_0000;
            assert!(!(first..=last).contains(&hash(&next)));
        }
    }

    #[test]
    fn codes_are_found_in_a_text() {
        let text =
            "Текст. Коду: 01234-56789, кайра 01234-56789; зато-кебей, ABCEH-KMPTX.\nhttps://a/01234-5678Z";
        let found: Vec<String> = Code::all_in(text).iter().map(Code::to_string).collect();
        assert_eq!(found, ["01234-56789", "ABCEH-KMPTX", "01234-5678Z"]);
    }
}
