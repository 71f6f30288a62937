//! PNG with its checksums put right, which no random change would be.
#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| {
    let mut bytes = input.to_vec();
    let mut at = 8;
    while let Some(length) = bytes.get(at..at + 4) {
        let length = u32::from_be_bytes(length.try_into().expect("four bytes")) as usize;
        let Some(end) = at.checked_add(length).map(|end| end + 8).filter(|end| end + 4 <= bytes.len()) else { break };
        let sum = crc32fast::hash(&bytes[at + 4..end]);
        bytes[end..end + 4].copy_from_slice(&sum.to_be_bytes());
        at = end + 4;
    }
    scrub_fuzz::check(&bytes, "a.png");
});
