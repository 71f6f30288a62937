//! How much a stranger's file may ask for. Each number is checked before the memory or the time is spent.

/// Upper limits for one file. The defaults let through what press offices send each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Of the uploaded file, in bytes.
    pub bytes: usize,
    /// Width or height of a picture.
    pub side: u32,
    /// Width times height of a picture. One that must be turned takes up to eight bytes of memory for each.
    pub pixels: u64,
    /// Parts of an office document, which is a zip archive.
    pub parts: usize,
    /// One part, unpacked, in bytes.
    pub part_bytes: usize,
    /// All parts together, unpacked, in bytes.
    pub unpacked_bytes: usize,
    /// How many times larger a part may get by unpacking, once it is larger than a megabyte.
    pub ratio: usize,
    /// How deep elements may be nested.
    pub depth: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            bytes: 100_000_000,
            side: 20_000,
            pixels: 50_000_000,
            parts: 5_000,
            part_bytes: 60_000_000,
            unpacked_bytes: 200_000_000,
            ratio: 200,
            depth: 200,
        }
    }
}
