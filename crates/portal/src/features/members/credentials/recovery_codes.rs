//! Ten codes on paper, each good once, for the day the phone is gone.

use super::store;
use platform::actor::MemberId;
use platform::db::{Query, Result, WriteTx};
use platform::ids::Shown;
use platform::secrets::Secrets;

const CODES: usize = 10;
/// Sixteen letters and digits of 32 kinds: eighty random bits, which nobody guesses.
const LENGTH: usize = 16;

/// Ten new ones, in groups of four; those before are worth nothing from now on. This is the only time they can be read.
pub async fn renew(tx: &mut WriteTx, member: MemberId) -> Result<Vec<String>> {
    store::remove_codes(tx, member).await?;
    let mut codes = Vec::with_capacity(CODES);
    for _ in 0..CODES {
        let code = generate(tx.db().ids().bytes());
        store::add_code(tx, member, &Secrets::hash(&code)).await?;
        codes.push(grouped(&code));
    }
    Ok(codes)
}

fn generate(random: [u8; 16]) -> String {
    let (high, low) = random.split_at(8);
    let number =
        |bytes: &[u8]| i64::from_be_bytes(bytes.try_into().expect("half of sixteen bytes")) & i64::MAX;
    // An id shows 13 characters; the first carries fewer bits and is left out.
    let letters =
        format!("{}{}", &Shown(number(high)).to_string()[5..], &Shown(number(low)).to_string()[5..]);
    debug_assert_eq!(letters.len(), LENGTH);
    letters
}

fn grouped(code: &str) -> String {
    let groups: Vec<&str> = [0, 4, 8, 12].into_iter().map(|at| &code[at..at + 4]).collect();
    groups.join("-")
}

/// As it was made, whatever way somebody typed it.
pub fn normal(typed: &str) -> Option<String> {
    let kept: String = typed.chars().filter(|c| c.is_ascii_alphanumeric()).collect();
    let read = kept.to_ascii_lowercase().replace(['i', 'l'], "1").replace('o', "0");
    (read.len() == LENGTH).then_some(read)
}

/// Takes a code once.
pub async fn take(tx: &mut WriteTx, member: MemberId, typed: &str) -> Result<bool> {
    match normal(typed) {
        Some(code) => store::use_code(tx, member, &Secrets::hash(&code)).await,
        None => Ok(false),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_however_it_was_typed() {
        let code = generate([7; 16]);
        assert_eq!(code.len(), LENGTH);
        assert_eq!(normal(&grouped(&code)).as_deref(), Some(code.as_str()));
        assert_eq!(normal(&grouped(&code).to_uppercase().replace('-', " ")).as_deref(), Some(code.as_str()));
        assert_eq!(normal("OIl0-0000-0000-0000").as_deref(), Some("0110000000000000"));
        assert_eq!(normal("123456"), None);
    }
}
