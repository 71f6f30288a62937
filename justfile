# Short names for daily work; `just` lists them. What they do stands in scripts that need no just.

export CARGO_TARGET_DIR := env("CARGO_TARGET_DIR", env("XDG_CACHE_HOME", home_directory() / ".cache") / "birge/target")

_list:
    @just --list --unsorted

# The portal with the sample world
run *args:
    ./run {{args}}

# Everything that CI checks
test *args:
    ./test {{args}}

# Tests whose name contains the words, on both databases: just only approval
only words:
    e2e/postgres cargo nextest run {{words}}

# One browser test file: just browser e2e/journey.test.mjs
browser file:
    cargo build -p portal --bin birge
    cargo build -p typeset
    node --test --test-reporter=spec {{file}}

# Format, then the checks that take seconds
tidy:
    cargo fmt --all
    cargo run -q -p xtask -- tidy
