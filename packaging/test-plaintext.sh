#!/bin/sh
# Nothing plain is written: whole jobs by the command line and a day with the desktop (take in, look,
# cover, play, bundle, verify, send, lock) run under strace, and every file that any of their
# processes opens and every byte that they write is looked at. Prints what was seen; takes minutes.
#
#     packaging/test-plaintext.sh
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
FIRSTHAND_REQUIRE_TOOLS=1 exec "$root/packaging/test.sh" -v -s --timeout 1200 \
    tests/house/test_no_plaintext.py tests/journeys/test_desktop_day.py \
    tests/storage/vault/test_vault_traces.py tests/storage/vault/test_vault_memory.py \
    tests/ui/desktop/test_desktop_privacy.py
