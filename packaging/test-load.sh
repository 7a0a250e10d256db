#!/bin/sh
# A vault under load, with times, memory and their growth printed: 50,000 items, a vault of 50 GB (2 GB
# of it real, the rest videos with a hole in the middle), 200 photos at once from four sources, and a
# week of the queue in simulated time. Needs about 5 GB of disk. The tests run it in a short form.
#
#     packaging/test-load.sh                      all of it
#     packaging/test-load.sh --only items --sizes 1000 100000
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
exec "$root/packaging/bench.sh" load "$@"
