//! Chores of the workspace that need more than a shell: `cargo run -p xtask -- tidy`.

mod eval_morph;
mod tidy;

use std::process::ExitCode;

const USAGE: &str = "usage: cargo run -p xtask -- tidy
       cargo run -p xtask -- eval-morph --lang ky|ru|en FILE.tsv [--mistakes]";

fn main() -> ExitCode {
    let command: Vec<String> = std::env::args().skip(1).collect();
    match command.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["tidy"] => tidy::run(),
        ["eval-morph", "--lang", language, table] => eval_morph::run(language, table, false),
        ["eval-morph", "--lang", language, table, "--mistakes"] => eval_morph::run(language, table, true),
        _ => {
            eprintln!("{USAGE}");
            ExitCode::from(2)
        }
    }
}
