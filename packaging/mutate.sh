#!/bin/sh
# Change files of every kind at random, and see that each is refused by name or cleaned for good:
#
#     packaging/mutate.sh                  300 files of each kind, as many as a coffee takes
#     packaging/mutate.sh --count 20000    the long form
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
. "$root/packaging/setup.sh"

make_ready "$root/packaging/requirements-dev.lock"
exec "$venv/bin/python" "$root/packaging/mutate.py" "$@"
