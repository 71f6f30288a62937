//! The migrations of the repository's `migrations/` folder, inside the binary.

use platform::db::Migration;
use rust_embed::RustEmbed;

#[derive(RustEmbed)]
#[folder = "../../migrations/"]
struct Files;

/// All files, in order.
pub fn all() -> Vec<Migration> {
    let mut names: Vec<String> = Files::iter().map(|name| name.into_owned()).collect();
    names.sort();
    names
        .into_iter()
        .map(|file| {
            let data = Files::get(&file).expect("the file was listed").data;
            let text = String::from_utf8(data.into_owned()).expect("migrations are UTF-8");
            Migration { file, text }
        })
        .collect()
}
