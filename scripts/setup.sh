#!/usr/bin/env bash
# Installs what is missing for the program (`setup.sh runtime`) or also for its tests (`setup.sh dev`):
# Debian packages, a .venv, Python packages in exact versions, and this checkout in it.
#
# What is there is left alone, without the network. When a step fails, the last line says why and what to do.
#   PYTHON=/path/to/python3  make .venv with this one
#   SKIP_APT=1               trust that the system packages are there
set -euo pipefail
export LC_ALL=C.UTF-8 # `reason` reads messages in English
cd "$(dirname "$0")/.."

level=${1:-dev}
log=out/setup.log
python=.venv/bin/python
gigabytes=4 # .venv takes 2, and while pip unpacks, torch is there twice

say() { echo "set-up: $*"; }

fail() {
    echo "set-up failed: $*" >&2
    exit 1
}

# Run a step with its output in the log, which then holds this step alone.
logged() { "$@" >"$log" 2>&1; }

no_network="(could not|failed to) (resolve|connect|establish)|failure resolving|name resolution|unreachable|timed out"
no_network="$no_network|connection (refused|reset)"

# Why the last logged step failed, and what to do.
reason() {
    if grep -qiE 'no space left|enough free space' "$log"; then
        echo "the disk is full; free $gigabytes GB and run this again"
    elif grep -qi 'certificate verify failed' "$log"; then
        echo "the package server's certificate is not trusted here; name your own with PIP_CERT and run this again"
    elif grep -qiE "$no_network" "$log"; then
        echo "no package server answers; check the network and run this again"
    else
        echo "the end of $log says why"
    fi
}

# Is $1 a Python of a version that we support, with module $2?
suits() {
    "$1" -c "import sys, $2; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))" 2>/dev/null
}

# The distribution's Python first: the one on PATH may be there for another project.
find_python() {
    for candidate in ${PYTHON:-/usr/bin/python3 python3 python3.14 python3.13 python3.12 python3.11}; do
        suits "$candidate" ensurepip && echo "$candidate" && return
    done
    return 1
}

wanted_packages() {
    awk -v level="$level" '/^\[/ { test = /test/ } /^[a-z]/ && (!test || level == "dev") { print $1 }' \
        scripts/apt-packages.txt
    suits "$python" pip || find_python >/dev/null || echo python3-venv # Debian's python3 comes without
}

missing_packages() {
    comm -23 <(wanted_packages | sort) \
        <(dpkg-query -W -f '${db:Status-Abbrev} ${Package}\n' 2>/dev/null | awk '$1 == "ii" { print $2 }' | sort) | xargs
}

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

apt_install() {
    as_root apt-get update || true # one broken source need not matter
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
        -o DPkg::Lock::Timeout=300 "$@" # a fresh Ubuntu holds the lock while it updates itself
}

check_space() {
    [ "$(df -Pk . | awk 'NR == 2 { print $4 }')" -ge $((gigabytes * 1024 * 1024)) ] ||
        fail "this takes $gigabytes GB and the disk has less; free some and run this again."
}

install_packages() {
    local missing
    missing=$(missing_packages)
    [ -n "$missing" ] || return 0
    local by_hand="install these packages by hand, then run this again with SKIP_APT=1: $missing"
    command -v apt-get >/dev/null || fail "this is neither Debian nor Ubuntu; $by_hand"
    [ "$(id -u)" = 0 ] || command -v sudo >/dev/null || fail "this needs root or sudo; as root, $by_hand"
    as_root true || fail "sudo refused; as root, $by_hand"
    check_space
    say "Installing system packages: $missing."
    # shellcheck disable=SC2086 # one word a package
    logged apt_install $missing || fail "apt could not install the system packages: $(reason)."
}

make_venv() {
    # Its programs name its folder: after a move it is made anew.
    suits "$python" pip && grep -qsF "$(pwd -P)/.venv" .venv/bin/activate && return
    local base
    base=$(find_python) || fail "no Python from 3.11 to 3.14 that can make a venv was found; install one" \
        "(Debian: python3 and python3-venv) or name it: make setup PYTHON=/path/to/python3."
    say "Making .venv with $("$base" --version)."
    logged "$base" -m venv --clear .venv || fail ".venv could not be made: $(reason)."
}

pip_install() {
    logged "$python" -m pip install --disable-pip-version-check --progress-bar off -c constraints.txt "$@" ||
        fail "pip could not install the Python packages: $(reason)."
}

# What the installed state depends on.
fingerprint() {
    { cat constraints.txt pyproject.toml && pwd -P && "$python" --version; } 2>&1 | sha256sum
}

install_python() {
    [ "$(cat ".venv/set-up-$level" 2>/dev/null)" != "$(fingerprint)" ] || return 0
    check_space
    make_venv
    say "Installing torch, the largest part; this can take minutes."
    pip_install torch hatchling # first, so that nothing that follows can bring another build of torch
    say "Installing the other Python packages."
    if [ "$level" = dev ]; then
        pip_install --no-build-isolation -e '.[benchmarks,dev,ocr]'
        fingerprint >.venv/set-up-dev
    else
        pip_install --no-build-isolation -e '.[ocr]'
    fi
    fingerprint >.venv/set-up-runtime
}

mkdir -p out
[ -n "${SKIP_APT:-}" ] || install_packages
install_python
say "Everything is there."
