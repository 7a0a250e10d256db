#!/bin/sh
# The long form of the outlets' tests: 200 uploads cut at random over tus, S3, SFTP, WebDAV and
# OnionShare (arguments go to packaging/cuts.py; the tests in the suite make a few of these cuts).
# Then, as root on Linux, all tests of outlets in a network whose only way out is a proxy, by SOCKS
# and by HTTP, in a hostile environment: what else leaves is counted, packets and look-ups.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
cd "$root"
packaging/test.sh --collect-only -q tests/storage/outlets/test_cuts.py >&2 # sets the environment up, with its tools
.venv/bin/python packaging/cuts.py "$@"

[ "$(id -u)" -eq 0 ] && [ "$(uname -s)" = Linux ] || exit 0
made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT
for way in socks5h http; do
    mkdir "$made/$way"
    unshare -n -m .venv/bin/python tests/storage/outlets/alone.py "$made/$way" "$way" \
        tests/contracts/test_outlets.py tests/contracts/test_stores.py tests/storage/outlets \
        --deselect tests/storage/outlets/test_nowhere_else.py
done
