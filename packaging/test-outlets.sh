#!/bin/sh
# The long form of the outlets' tests: 200 uploads cut at random over tus, S3, SFTP, WebDAV and
# OnionShare. Arguments go to packaging/cuts.py; the tests in the suite make a few of these cuts.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
cd "$root"
packaging/test.sh --collect-only -q tests/storage/outlets/test_cuts.py >&2 # sets the environment up, with its tools
.venv/bin/python packaging/cuts.py "$@"
