#!/bin/sh
# Run the tests. The first run sets the development environment up (see setup.sh); arguments go
# to pytest. As root on Debian, the stock tools that tests compare with are installed too;
# elsewhere the tests that need a missing one are skipped, naming it, unless
# FIRSTHAND_REQUIRE_TOOLS=1 makes them fail.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
. "$root/packaging/setup.sh"

missing_tools() { # print Debian's packages for the tools that tests use and that are not here
    for pair in exiftool:libimage-exiftool-perl ffmpeg:ffmpeg age:age gpg:gpg \
        ssh-keygen:openssh-client minisign:minisign unzip:unzip mat2:mat2 strace:strace bwrap:bubblewrap \
        Xvfb:xvfb xdotool:xdotool chromium:chromium curl:curl node:nodejs npm:npm ip:iproute2 openssl:openssl objdump:binutils \
        dbus-daemon:dbus-daemon dbus-send:dbus-bin php:php-cli; do
        command -v "${pair%%:*}" >/dev/null || printf '%s\n' "${pair#*:}"
    done
    # Debian keeps it where only root's PATH leads.
    [ -x /usr/sbin/sshd ] || printf '%s\n' openssh-server
}

install_tus() { # the reference server of tus, by its own lock, where npm is; only tests use it
    lock="$root/packaging/tus/package-lock.json"
    { [ -f "$lock" ] && command -v npm >/dev/null; } || return 0
    cmp -s "$lock" "$venv/tus/installed" && return 0
    mkdir -p "$venv/tus"
    cp "$root/packaging/tus/package.json" "$lock" "$venv/tus/"
    (cd "$venv/tus" && npm ci --silent --ignore-scripts --omit=optional --no-audit --no-fund) \
        </dev/null >&2 || fail "The tus server for the tests could not be installed."
    cp "$lock" "$venv/tus/installed"
}

install_server() { # NAME LOCK: a server in Python, into an environment of its own; only tests use it
    lock="$root/packaging/$2"
    own="$venv/$1"
    [ -f "$lock" ] || return 0
    cmp -s "$lock" "$own/installed" && return 0
    "$venv/bin/python" -m venv --clear "$own" &&
        "$own/bin/python" -m pip install -q --no-deps --require-hashes -r "$lock" \
            </dev/null >&2 || fail "$1 for the tests could not be installed."
    cp "$lock" "$own/installed"
}

wanted=$(missing_libraries)
tools=$(missing_tools)
if command -v apt-get >/dev/null && [ "$(id -u)" -eq 0 ]; then
    wanted="$wanted $tools"
elif [ -n "$tools" ]; then
    # shellcheck disable=SC2086 # a list of package names
    say "The tests that need these are skipped, for they are not installed:" $tools
fi
# shellcheck disable=SC2086 # a list of package names
make_ready "$root/packaging/requirements-dev.lock" $wanted
install_tus
for version in 2.6 2.7; do
    install_server "onionshare-$version" "onionshare/requirements-$version.lock"
done
install_server nanio nanio/requirements.lock

cd "$root"
[ $# -gt 0 ] || set -- -n auto
export QT_QPA_PLATFORM="${QT_QPA_PLATFORM:-offscreen}"
exec "$venv/bin/python" -m pytest "$@"
