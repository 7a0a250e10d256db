#!/bin/sh
# The long form of what the tests do to an import: 5,000 files, interrupted at 50 random points by
# kill -9 and by cancels, and resumed (about half an hour).
#
#     packaging/test-import.sh [files]
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
. "$root/packaging/setup.sh"

make_ready "$root/packaging/requirements-dev.lock"

cd "$root"
case ${1:-files} in
files)
    FIRSTHAND_LONG=1 "$venv/bin/python" -m pytest -q -s --timeout 7200 \
        tests/capture/doors/test_interrupted_import.py
    ;;
*)
    echo "usage: packaging/test-import.sh [files]" >&2
    exit 2
    ;;
esac
