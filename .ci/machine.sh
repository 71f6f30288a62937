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

# The installer of Rust for machines whose Debian has no package of rustup, with the sums its makers publish beside it.
RUSTUP=1.28.2
rustup_sum() {
  case $1 in
    x86_64) echo 20a06e644b0d9bd2fbdbfd52d42540bdde820ea7df86e92e533c073da0cdd43c ;;
    aarch64) echo e3853c5a252fca15252d07cb23a1bdd9377a8c6f3efa01531109281ae47f841c ;;
    *) return 1 ;;
  esac
}

install_rust() {
  local machine sum folder
  machine=$(uname -m)
  sum=$(rustup_sum "$machine") || fail "Rust is missing; install it as https://rustup.rs says for $machine, then run this again"
  packages curl=curl /etc/ssl/certs/ca-certificates.crt=ca-certificates
  say "Installing Rust with rustup $RUSTUP, into ${CARGO_HOME:-$HOME/.cargo} and ${RUSTUP_HOME:-$HOME/.rustup}."
  folder=$(mktemp -d)
  curl --proto '=https' --tlsv1.2 -sSf -o "$folder/rustup-init" \
    "https://static.rust-lang.org/rustup/archive/$RUSTUP/$machine-unknown-linux-gnu/rustup-init" || fail "rustup could not be fetched: is there a network?"
  echo "$sum  $folder/rustup-init" | sha256sum --check --status || fail "the rustup that was fetched is not the one it should be; nothing of it was run"
  chmod +x "$folder/rustup-init"
  "$folder/rustup-init" -y -q --no-modify-path --profile minimal -c clippy -c rustfmt || fail "rustup could not install Rust; the reason stands above"
  rm -rf "$folder"
}

# Debian 12's own Rust is years too old for this program.
rust() {
  local wanted found
  export PATH=${CARGO_HOME:-$HOME/.cargo}/bin:$PATH
  wanted=$(sed -n 's/^rust-version = "\(.*\)"/\1/p' Cargo.toml)
  if ! command -v cargo >/dev/null; then
    if LC_ALL=C apt-cache policy rustup 2>/dev/null | grep -q 'Candidate: [0-9]'; then
      packages rustup=rustup
      rustup default stable >/dev/null 2>&1 || fail "rustup could not install Rust: is there a network?"
    else
      install_rust
    fi
  fi
  found=$(cargo --version | cut -d' ' -f2)
  [ "$(printf '%s\n' "$wanted" "$found" | sort -V | head -1)" = "$wanted" ] \
    || fail "Rust $found is too old, $wanted is needed: run rustup update stable"
}

# Apart from the checkout, so that several checkouts share what they have built; ours only if nobody chose another.
export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-${XDG_CACHE_HOME:-$HOME/.cache}/birge/target}
