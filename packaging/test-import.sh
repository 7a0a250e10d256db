#!/bin/sh
# The long form of what the tests do to an import: 5,000 files, interrupted at 50 random points by
# kill -9 and by cancels, and resumed (about half an hour); and an independent client, that of
# pymobiledevice3 in an environment of its own which is thrown away, against the stand-in for an iPhone.
#
#     packaging/test-import.sh            both
#     packaging/test-import.sh files      the interrupted import alone
#     packaging/test-import.sh iphone     the independent client alone (asks the package index)
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
. "$root/packaging/setup.sh"

missing=$(missing_venv)
# shellcheck disable=SC2086 # a list of package names
install_packages $missing
make_environment "$root/packaging/requirements-dev.lock"

cd "$root"
what=${1:-all}
case $what in
all | files)
    FIRSTHAND_LONG=1 "$venv/bin/python" -m pytest -q -s --timeout 7200 \
        tests/capture/doors/test_interrupted_import.py
    ;;
esac
case $what in
all | iphone)
    other=$(mktemp -d)
    trap 'rm -rf "$other"' EXIT
    "$venv/bin/python" -m venv "$other/venv"
    "$other/venv/bin/pip" install -q pymobiledevice3
    "$venv/bin/python" -m tests.capture.sources.other_iphone_client "$other/venv/bin/python"
    ;;
esac
