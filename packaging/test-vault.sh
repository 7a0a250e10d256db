#!/bin/sh
# The long form of what the tests do to the vault, with its figures printed: 200 kills, a disk that
# is full at every size, a bit flipped at every byte of the small files, and the memory of a long
# video that is written straight into the vault (needs 6 GiB free). Takes about two hours: -k 'not
# every_byte' leaves out what packaging/test-damage.sh does.
#
#     packaging/test-vault.sh            all of it
#     packaging/test-vault.sh -k kill    what pytest's -k chooses, without the video
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
. "$root/packaging/setup.sh"

make_ready "$root/packaging/requirements-dev.lock"

cd "$root"
FIRSTHAND_LONG=1 "$venv/bin/python" -m pytest -q -s --timeout 3600 \
    tests/storage/vault tests/storage/backup "$@"
[ $# -gt 0 ] || "$venv/bin/python" packaging/bench/bench_vault.py --only mux
