#!/bin/sh
# A delivery over a real Tor: a whole Tor network on loopback, with authorities, relays and onion
# services, from Debian's tor; a tus server and OnionShare behind their onions; and Firsthand's own
# Tor as its client, which is killed in the middle, and which goes by an obfs4 bridge in the end.
# Takes about four minutes, of which most is waiting. Nothing of it reaches the real network.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
cd "$root"
packaging/test.sh --collect-only -q tests/storage/outlets/test_own_tor.py >&2 # sets the environment up, with its tools
. "$root/packaging/setup.sh"
command -v tor-gencert >/dev/null || install_packages tor
command -v obfs4proxy >/dev/null || install_packages obfs4proxy
exec "$venv/bin/python" packaging/tor/over_tor.py "$@"
