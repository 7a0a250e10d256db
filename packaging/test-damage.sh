#!/bin/sh
# Damage, in its long form: a bit of every byte of a small vault flipped in turn (keys, head, journal,
# index, blobs), each cut at every length, swapped, put back from an earlier time and lost; each is found
# and named, the rest stays readable, and `vault check --repair` sets right what can be. Prints its
# figures.
#
#     packaging/test-damage.sh
#     packaging/test-damage.sh -k every_byte_of_the_index
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
FIRSTHAND_LONG=1 exec "$root/packaging/test.sh" -q -s --timeout 14400 \
    tests/storage/vault/test_vault_damage.py \
    tests/storage/vault/test_vault_every_byte.py tests/storage/vault/test_blob_streams.py "$@"
