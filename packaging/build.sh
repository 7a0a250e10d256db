#!/bin/sh
# Build what is given to people, out of the last commit:
#
#     packaging/build.sh onefolder     the program as one folder
#     packaging/build.sh deb           a package for Debian 12 and what comes of it
#     packaging/build.sh portable      an archive for a stick; vault and settings lie beside it
#     packaging/build.sh verifier      the stand-alone verifier
#     packaging/build.sh sbom          the bill of materials
#     packaging/build.sh all           all of these
#     packaging/build.sh twice         all of these in two places, compared byte by byte
#
# They lie in build/packages; BUILD=FOLDER builds elsewhere, COMMIT=TAG something other than the last. The first build makes an environment of
# its own from the locks, which takes the network; none of what is built does. Needs a Python as run.sh
# does, with its shared library, and binutils (for strip and objdump).
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
. "$root/packaging/setup.sh"

work=${BUILD:-"$root/build"}
mkdir -p "$work"
work=$(CDPATH='' cd -- "$work" && pwd)
venv=${BUILD_VENV:-"$work/venv"}
source="$work/source"
folder="$work/dist/firsthand"
out="$work/packages"
runs="$venv/bin/python"
commit=${COMMIT:-HEAD}

# Everything that a build could take from its hour, its place or its luck.
export LC_ALL=C.UTF-8 TZ=UTC PYTHONHASHSEED=0 PYTHONDONTWRITEBYTECODE=1
umask 022

take_source() { # the last commit alone, so that nothing half done gets in
    rm -rf "$source"
    mkdir -p "$source" "$out"
    if [ -e "$root/.git" ]; then
        [ -z "$(git -C "$root" status --porcelain --untracked-files=no)" ] ||
            say "What is not committed is left out."
        git -C "$root" archive "$commit" | tar -x -C "$source"
        SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git -C "$root" log -1 --format=%ct "$commit")}
    else
        (cd "$root" && tar -c --exclude=./build --exclude=./.venv .) | tar -x -C "$source"
        : "${SOURCE_DATE_EPOCH:?without git, set it to the seconds of the release}"
    fi
    export SOURCE_DATE_EPOCH
}

make_folder() {
    take_source
    runtime="$source/packaging/requirements.lock"
    make_environment "$source/packaging/requirements-build.lock"
    cp -R "$root/capture/detect/models" "$source/capture/detect/"
    rm -rf "$work/dist" "$work/pyinstaller"
    (cd "$source" && "$runs" -m PyInstaller --noconfirm --log-level WARN \
        --distpath "$work/dist" --workpath "$work/pyinstaller" packaging/packages/firsthand.spec) >&2
    "$runs" "$source/packaging/packages/finish.py" "$folder"
}

have_folder() { [ -n "${made:-}" ] || make_folder; made=yes; }

build() { # TARGET
    case "$1" in
    onefolder) have_folder ;;
    deb | portable)
        have_folder
        "$runs" "$source/packaging/packages/$1.py" "$folder" "$out"
        ;;
    verifier)
        have_folder
        "$runs" "$source/packaging/make_verifier.py" "$out/firsthand-verify.pyz"
        ;;
    sbom)
        have_folder
        "$runs" "$source/packaging/packages/sbom.py" "$out/firsthand.cdx.json"
        ;;
    all) for one in onefolder deb portable verifier sbom; do build "$one"; done ;;
    *) fail "There is no target \"$1\": see the head of packaging/build.sh." ;;
    esac
}

build_twice() { # in two places, whose names differ in length, too
    COMMIT=$(git -C "$root" rev-parse "$commit")
    export COMMIT
    for place in "$work/once" "$work/once-more"; do
        BUILD="$place" BUILD_VENV="$venv" sh "$root/packaging/build.sh" all
    done
    (cd "$work/once" && find dist packages -type f -exec sha256sum {} + | sort -k 2) >"$work/once.sums"
    (cd "$work/once-more" && find dist packages -type f -exec sha256sum {} + | sort -k 2) |
        diff "$work/once.sums" - || fail "The two builds differ."
    say "The same bytes twice: $(wc -l <"$work/once.sums") files."
    grep ' packages/' "$work/once.sums"
}

case "${1:-}" in
twice) build_twice ;;
*) build "${1:-all}" ;;
esac
