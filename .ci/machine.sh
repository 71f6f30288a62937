# shellcheck shell=bash
# Sourced by ./run and ./test: what both need to know about the machine they find, a bare Debian 12 included.

say() { printf '%s\n' "$*"; }
fail() { printf '%s: %s\n' "$0" "$*" >&2; exit 1; }

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"
  elif command -v sudo >/dev/null; then sudo "$@"
  else fail "this needs root to install packages, and sudo is missing: run as root, or install them yourself: $*"
  fi
}

# packages FILE_OR_COMMAND=PACKAGE…  installs each package whose file or command is missing.
packages() {
  local pair missing=()
  for pair in "$@"; do
    local sign=${pair%%=*}
    if [[ $sign == /* ]]; then compgen -G "$sign" >/dev/null || missing+=("${pair#*=}")
    else command -v "$sign" >/dev/null || missing+=("${pair#*=}")
    fi
  done
  [ ${#missing[@]} = 0 ] && return
  command -v apt-get >/dev/null || fail "these packages are missing, and this is no Debian: ${missing[*]}"
  say "Installing with apt: ${missing[*]}"
  local apt=(apt-get -q -y -o DPkg::Lock::Timeout=900)
  as_root "${apt[@]}" update >/dev/null || fail "apt-get update failed: is there a network?"
  as_root env DEBIAN_FRONTEND=noninteractive "${apt[@]}" install --no-install-recommends "${missing[@]}" >/dev/null \
    || fail "apt could not install ${missing[*]}"
}

# Debian 12's own Rust is years too old for this program.
rust() {
  [ -f "$HOME/.cargo/env" ] && . "$HOME/.cargo/env"
  local wanted found
  wanted=$(sed -n 's/^rust-version = "\(.*\)"/\1/p' Cargo.toml)
  if ! command -v cargo >/dev/null && LC_ALL=C apt-cache policy rustup 2>/dev/null | grep -q 'Candidate: [0-9]'; then
    packages rustup=rustup
    rustup default stable >/dev/null 2>&1 || fail "rustup could not install Rust: is there a network?"
  fi
  command -v cargo >/dev/null || fail "Rust is missing, and this Debian has no package of rustup. Install it, then run this again:
  curl --proto '=https' --tlsv1.2 -sSf https://sh.rustup.rs | sh -s -- -y --profile minimal -c clippy -c rustfmt"
  found=$(cargo --version | cut -d' ' -f2)
  [ "$(printf '%s\n' "$wanted" "$found" | sort -V | head -1)" = "$wanted" ] \
    || fail "Rust $found is too old, $wanted is needed: run rustup update stable"
}

# Apart from the checkout, so that several checkouts share what they have built; ours only if nobody chose another.
export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-${XDG_CACHE_HOME:-$HOME/.cache}/birge/target}
