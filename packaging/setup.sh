# shellcheck shell=sh
# What run.sh and test.sh share: make .venv in the project, once, from the hash-checked lock.
# Sourced by a POSIX sh that has set `root` to the project's folder. Everything it says goes to
# standard error, for standard output belongs to the program.
#
# A stamp (the digest of the lock and of the list of weights, and the Python it was made with) is
# written last: with it a second run starts at once and needs no network, and what was left
# half-made is made again.

venv="${root:?}/.venv"
runtime="$root/packaging/requirements.lock"
weights="$root/capture/detect/weights.py"

say() { printf '%s\n' "$*" >&2; }

fail() {
    say "$*"
    exit 1
}

is_python() { # PYTHON: whether it runs and is new enough (the shims of pyenv exist but fail)
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

find_python() { # print a Python of at least 3.11: $PYTHON if set, else the first that there is
    if [ -n "${PYTHON:-}" ]; then
        is_python "$PYTHON" || fail "PYTHON=$PYTHON is no Python 3.11 or newer."
        printf '%s\n' "$PYTHON"
        return
    fi
    for candidate in python3.11 python3 python3.12 python3.13 python3.14; do
        if is_python "$candidate"; then
            printf '%s\n' "$candidate"
            return
        fi
    done
    fail "Firsthand needs Python 3.11 or newer, and there is none. On Debian 12:
    sudo apt-get install -y python3 python3-venv"
}

install_packages() { # PACKAGE… of Debian: install them, or print the one line that does, and stop
    [ $# -gt 0 ] || return 0
    if ! command -v apt-get >/dev/null; then
        fail "These parts of the system are missing (by their names in Debian): $*"
    elif [ "$(id -u)" -ne 0 ]; then
        fail "Some parts of the system are missing. Type this once, then start again:
    sudo apt-get update && sudo apt-get install -y --no-install-recommends $*"
    fi
    say "Installing: $*"
    { apt-get update -q &&
        DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "$@"; } \
        </dev/null >&2 || fail "The system's package manager could not install: $*"
}

missing_libraries() { # print Debian's packages for what Qt wants of the system and lacks
    [ "$(uname -s)" = Linux ] || return 0
    # Found by ldd on Qt's own libraries and its xcb plugin; the other packages come with these.
    PATH="$PATH:/sbin:/usr/sbin" ldconfig -p 2>/dev/null | awk '
        { present[$1] = 1 }
        END {
            count = split("libEGL.so.1 libegl1 libGL.so.1 libgl1 libX11-xcb.so.1 libx11-xcb1 " \
                "libdbus-1.so.3 libdbus-1-3 libfontconfig.so.1 libfontconfig1 " \
                "libglib-2.0.so.0 libglib2.0-0 libpulse.so.0 libpulse0 libgssapi_krb5.so.2 libgssapi-krb5-2 " \
                "libxcb-cursor.so.0 libxcb-cursor0 libxcb-icccm.so.4 libxcb-icccm4 " \
                "libxcb-keysyms.so.1 libxcb-keysyms1 libxcb-randr.so.0 libxcb-randr0 " \
                "libxcb-shape.so.0 libxcb-shape0 libxcb-sync.so.1 libxcb-sync1 " \
                "libxcb-xfixes.so.0 libxcb-xfixes0 libxcb-xkb.so.1 libxcb-xkb1 " \
                "libxkbcommon-x11.so.0 libxkbcommon-x11-0 libxkbcommon.so.0 libxkbcommon0", wanted, " ")
            for (i = 1; i < count; i += 2) if (!(wanted[i] in present)) print wanted[i + 1]
        }'
}

STAMP='
import hashlib, pathlib, platform, sys
digest = hashlib.sha256(b"".join(pathlib.Path(p).read_bytes() for p in sys.argv[1:])).hexdigest()
print(digest, platform.machine(), sys.version.replace("\n", " "))
'

is_current() { # LOCK: whether .venv was fully made from it, with the Python that is asked for
    [ -f "$venv/stamp" ] && [ -d "${weights%/*}/models" ] || return 1
    "$venv/bin/python" -c '' 2>/dev/null || return 1
    line=$("${PYTHON:-$venv/bin/python}" -c "$STAMP" "$1" "$weights" 2>/dev/null) || return 1
    grep -qxF -e "$line" "$venv/stamp"
}

missing_venv() { # print Debian's package without which a .venv that has to be made cannot be
    is_current "$runtime" && return
    python=$(find_python) || exit 1
    "$python" -c 'import ensurepip, venv' 2>/dev/null ||
        "$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])'
}

install_lock() { # LOCK: exactly the locked files, and wheels, so that nothing is built here
    # (but bagit and wsgidav, against which tests check: they are published as source alone).
    "$venv/bin/python" -m pip install -qq --disable-pip-version-check --no-input --no-deps \
        --only-binary :all: --no-binary bagit,wsgidav --require-hashes -r "$1" </dev/null >&2 ||
        fail "The dependencies could not be installed. Is there a network? Start again to go on."
}

make_new_environment() {
    python=$(find_python) || exit 1
    say "Setting Firsthand up in $venv: this is done once and takes a minute or two."
    rm -f "$venv/stamp"
    "$python" -m venv --clear "$venv" >&2 || fail "No virtual environment could be made."
    install_lock "$runtime"
    "$venv/bin/python" "$root/packaging/fetch_weights.py" </dev/null >&2 ||
        fail "The detectors' weights could not be fetched. Is there a network? Start again to go on."
    # The confined child writes no file, so it never compiles for itself: that would cost each
    # start a second. Where this folder cannot be written, it goes without.
    "$venv/bin/python" -m compileall -q "$root/capture" "$root/storage" "$root/ui" >&2 || true
    "$venv/bin/python" -c "$STAMP" "$runtime" "$weights" >"$venv/stamp"
}

make_environment() { # LOCK: .venv with the runtime lock and, if it is another, this one over it
    is_current "$runtime" && is_current "$1" && return 0
    exec 9<"$runtime"
    # Two first starts at once wait for each other, where the system has the means.
    if command -v flock >/dev/null; then flock 9; fi
    is_current "$runtime" || make_new_environment
    if ! is_current "$1"; then
        "$venv/bin/python" -c "$STAMP" "$runtime" "$weights" >"$venv/stamp"
        install_lock "$1"
        "$venv/bin/python" -c "$STAMP" "$1" "$weights" >>"$venv/stamp"
    fi
    exec 9<&-
}

make_ready() { # LOCK PACKAGE…: .venv of this lock, with what of the system it and the caller lack
    lock=$1
    shift
    missing=$(missing_venv)
    # shellcheck disable=SC2086 # a list of package names
    install_packages $missing "$@"
    make_environment "$lock"
}
