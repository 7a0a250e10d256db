#!/bin/sh
# Fuzz every parser that reads bytes from outside, guided by coverage:
#
#     packaging/fuzz.sh                    20,000 inputs for each, some minutes
#     packaging/fuzz.sh --until 1000000    the long form, hours; goes on where it was stopped
#     packaging/fuzz.sh --counts           how many each has had so far
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
. "$root/packaging/setup.sh"

make_ready "$root/packaging/requirements-dev.lock"
exec "$venv/bin/python" "$root/packaging/fuzz/run.py" "$@"
