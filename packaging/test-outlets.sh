#!/bin/sh
# The long form of the outlets' tests: 200 uploads cut at random over tus, S3, SFTP, WebDAV and
# OnionShare, which is installed for this into an environment of its own. Arguments go to
# packaging/cuts.py; the tests in the suite make a few of these cuts.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
cd "$root"
packaging/test.sh --collect-only -q tests/storage/outlets/test_cuts.py >&2 # sets the environment up, with its tools
onionshare=.venv/onionshare
if [ ! -x "$onionshare/bin/onionshare-cli" ]; then
    .venv/bin/python -m venv --clear "$onionshare"
    "$onionshare/bin/pip" install -q onionshare-cli==2.7 >&2
fi
.venv/bin/python packaging/cuts.py "$@"
.venv/bin/python -m pytest -q tests/contracts/test_outlets.py -k onionshare
