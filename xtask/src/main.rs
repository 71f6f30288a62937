//! Chores of the workspace that need more than a shell: `cargo run -p xtask -- tidy`.

mod tidy;

use std::process::ExitCode;

fn main() -> ExitCode {
    let command: Vec<String> = std::env::args().skip(1).collect();
    match command.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["tidy"] => tidy::run(),
        _ => {
            eprintln!("usage: cargo run -p xtask -- tidy");
            ExitCode::from(2)
        }
    }
}
