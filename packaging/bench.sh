#!/bin/sh
# Run a benchmark by its name, with the development environment (see setup.sh):
#
#     packaging/bench.sh                     lists the benchmarks
#     packaging/bench.sh clean --photos 500 --videos 20
#
# Each one runs Firsthand and what it is compared with in turn, in the same run on the same
# files, and prints the median of the ratios. Ratios travel between machines; seconds do not.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
. "$root/packaging/setup.sh"

name=$(printf %s "${1:-}" | tr - _)
if [ -z "$name" ] || [ ! -f "$root/packaging/bench/bench_$name.py" ]; then
    say "Benchmarks:"
    for file in "$root"/packaging/bench/bench_*.py; do
        file=${file##*/bench_}
        say "    $(printf %s "${file%.py}" | tr _ -)"
    done
    [ -z "$name" ] || exit 2
    exit 0
fi
shift
make_ready "$root/packaging/requirements-dev.lock"
exec "$venv/bin/python" "$root/packaging/bench/bench_$name.py" "$@"
