#!/bin/sh
# Build build/firsthand-verify.pyz: the verifier as one file, for people who receive bundles.
# It needs only Python 3.11 or later, here and there. Another place can be given as argument.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
exec "${PYTHON:-python3}" "$root/packaging/make_verifier.py" "$@"
