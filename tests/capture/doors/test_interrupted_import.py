"""An import that is killed and cancelled again and again seals every file once, byte for byte.

Short here; ``packaging/test-import.sh`` does it with 5,000 files and 50 interruptions.
"""

import hashlib
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

from storage.vault import KdfCost, Vault
from tests.capture.doors.conftest import photo_bytes

PROJECT = Path(__file__).resolve().parents[3]
LONG = bool(os.environ.get("FIRSTHAND_LONG"))
FILES, STOPS = (5000, 50) if LONG else (60, 4)
PASSPHRASE = "a test's passphrase"
_PATIENCE = 600


def _photos(folder: Path) -> set[str]:
    """Write different photos, some of the same name in different folders; return their digests."""
    plain = photo_bytes()
    digests = set()
    for number in range(FILES):
        note = b"picture %d" % number
        comment = b"\xff\xfe" + (len(note) + 2).to_bytes(2, "big") + note
        data = plain[:2] + comment + plain[2:]
        path = folder / f"{number // 1000:03}" / f"IMG_{number % 1000:04}.JPG"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        digests.add(hashlib.sha256(data).hexdigest())
    return digests


def _started(vault: Path, folder: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, str(PROJECT / "main.py"), "import", str(vault), str(folder)]
    return subprocess.Popen(
        [*command, "--passphrase-file", str(vault.parent / "passphrase")],
        cwd=PROJECT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )


def _blobs(vault: Path) -> int:
    return sum(1 for path in (vault / "blobs").glob("*/*") if path.suffix != ".part")


def _stop_at(vault: Path, folder: Path, blobs: int, how: signal.Signals) -> int:
    """Import until the vault has so many blobs, and stop that; return how the process ended."""
    running = _started(vault, folder)
    until = time.monotonic() + _PATIENCE
    while running.poll() is None and _blobs(vault) < blobs:
        assert time.monotonic() < until, "it does not get on"
        time.sleep(0.02)
    running.send_signal(how)
    running.communicate(timeout=_PATIENCE)
    return running.returncode


def test_every_file_is_sealed_once_whatever_stops_the_import(tmp_path: Path) -> None:
    chance = random.Random(5)
    folder, vault = tmp_path / "phone", tmp_path / "vault"
    digests = _photos(folder)
    assert len(digests) == FILES
    Vault.create(vault, PASSPHRASE, KdfCost(memory=64, passes=1, lanes=1)).close()
    (tmp_path / "passphrase").write_text(PASSPHRASE)
    points = sorted(chance.sample(range(1, 2 * FILES * 9 // 10), STOPS))
    ends = []
    for number, blobs in enumerate(points):
        how = signal.SIGINT if number % 2 else signal.SIGKILL
        ends.append(_stop_at(vault, folder, blobs, how))
    # An interrupt that comes before the work has begun ends it like any signal.
    assert set(ends) <= {-signal.SIGKILL, -signal.SIGINT, 130}, ends
    last = _started(vault, folder)
    _, said = last.communicate(timeout=_PATIENCE)
    assert last.returncode == 0, said.decode()
    sys.stdout.write(f"{FILES} files, stopped {len(ends)} times: {Counter(ends)}\n")
    _check(vault, digests)


def _check(folder: Path, digests: set[str]) -> None:
    with Vault.open(folder, PASSPHRASE) as vault:
        originals = vault.originals()
        assert len(originals) == len(digests)
        assert {one.sha256 for one in originals} == digests
        for one in originals:
            with vault.open_blob(one.id) as stream:
                assert hashlib.sha256(stream.read()).hexdigest() == one.sha256
            assert len(vault.derivatives(one.id)) == 1
        sealed = Counter(entry.item for entry in vault.custody() if entry.event == "sealed")
        assert sealed == Counter(one.id for one in originals)
        assert vault.check(deep=True) == ()
        vault.check_custody()
    assert not list(folder.rglob("*.part"))
