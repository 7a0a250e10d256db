#!/bin/sh
# What a machine can do to a vault, done to it on purpose; each prints its figures, and stops at the
# first thing that is lost. The tests run each in a short form.
#
#     packaging/test-faults.sh                 all three, some hours of one processor
#     packaging/test-faults.sh kills           500 kills of the real program at random moments
#     packaging/test-faults.sh refusals        ENOSPC and EIO at every write, sync and name of 18 acts, in turn
#     packaging/test-faults.sh power           power cuts: 300 states of the disk for each act
#     packaging/test-faults.sh kills --kills 50 --seed 7 --only import send
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
. "$root/packaging/setup.sh"

strace=$(command -v strace >/dev/null || echo strace)
# shellcheck disable=SC2086 # a name of a package, or nothing
make_ready "$root/packaging/requirements-dev.lock" $strace

run() { # NAME ARGUMENT…
    name=$1
    shift
    "$venv/bin/python" "$root/packaging/faults/$name.py" "$@"
}

case "${1:-all}" in
all) run kills && run refusals && run power_cuts ;;
kills | refusals) run "$@" ;;
power) shift && run power_cuts "$@" ;;
*) fail "It is one of: kills, refusals, power." ;;
esac
