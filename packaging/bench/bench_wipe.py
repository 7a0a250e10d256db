"""A wipe: how soon nothing opens any more, how soon all is gone, and how well that was rehearsed.

The peer of destroying both key files is to write two files of that size and wait for the disk:
no wipe that reaches the disk can be faster. Exits with 1 above the limit.
"""

import argparse
import os
import secrets
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import measure

sys.path.insert(0, str(measure.PROJECT))

from storage.records import Provenance  # after the path is set
from storage.vault import KdfCost, Vault, keyring, wiping

LIMIT_MS = 50.0
CHEAP = KdfCost(memory=64, passes=1, lanes=1)


def main() -> None:
    """Wipe so many vaults, in turn with the peer, and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--vaults", type=int, default=20)
    parser.add_argument("--items", type=int, default=200)
    parser.add_argument("--folder", type=Path, help="on the disk that is asked about")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=options.folder) as made:
        rounds = [_round(Path(made) / str(at), options.items) for at in range(options.vaults)]
    keys, peer, rest, rehearsed, foretold = zip(*rounds, strict=True)
    middle = statistics.median(keys)
    print(f"{options.vaults} vaults of {options.items} items")
    print(f"keys destroyed after {middle:.2f} ms (most {max(keys):.2f} ms, limit {LIMIT_MS:.0f})")
    print(f"two synced writes of that size: {statistics.median(peer):.2f} ms")
    print(f"the rehearsal said {statistics.median(rehearsed):.2f} ms")
    print(f"all gone after {statistics.median(rest):.0f} ms")
    print(f"the rehearsal said {statistics.median(foretold):.0f} ms")
    sys.exit(1 if middle > LIMIT_MS else 0)


def _round(folder: Path, items: int) -> tuple[float, float, float, float, float]:
    """Return milliseconds: keys, peer, everything; and what the rehearsal said of both."""
    vault = Vault.create(folder, "a passphrase of the benchmark", CHEAP)
    for number in range(items):
        draft = vault.draft()
        draft.write(secrets.token_bytes(20_000))
        vault.keep_original(draft, "jpeg", Provenance("folder", f"{number}.jpg", None))
    rehearsed = wiping.rehearse(folder)
    peer = _timed(lambda: _two_synced_writes(folder.parent))
    begun = time.perf_counter()
    vault.destroy_keys()
    keys = (time.perf_counter() - begun) * 1000
    vault.wipe()
    whole = (time.perf_counter() - begun) * 1000
    return keys, peer, whole, rehearsed.key_seconds * 1000, rehearsed.seconds * 1000


def _two_synced_writes(folder: Path) -> None:
    for name in ("peer-1", "peer-2"):
        with (folder / name).open("wb", buffering=0) as file:
            file.write(secrets.token_bytes(keyring.SIZE))
            os.fsync(file.fileno())


def _timed(doing: Callable[[], object]) -> float:
    begun = time.perf_counter()
    doing()
    return (time.perf_counter() - begun) * 1000


if __name__ == "__main__":
    main()
