//! Chores of the workspace that need more than a shell: checks of the structure.

fn main() {}
