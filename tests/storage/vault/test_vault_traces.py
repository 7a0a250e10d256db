"""Nothing of what is kept is found in the vault's folder, or anywhere near it."""

import os
import re
import subprocess
import sys
from pathlib import Path

from storage.errors import DiskFull
from storage.vault import system
from tests.conftest import Tool
from tests.storage.vault import extent, vaults

PROJECT = Path(__file__).resolve().parent.parent.parent.parent
NAME = "IMG_20260131_OMID_NAJAFI.jpg"
NOTE = "the woman in the green coat"
CONTENT = b"MARKER-OF-CONTENT-8c1f" * 40_000
FACT = "CameraSerial0123456789"

PROGRAM = """
import sys
from pathlib import Path
from tests.storage.vault import vaults
from tests.storage.vault.test_vault_traces import CONTENT, FACT, NAME, NOTE
with vaults.make(Path(sys.argv[1])) as vault:
    original = vaults.seal(vault, CONTENT, NAME)
    vaults.derive(vault, original, CONTENT[:1000])
    vault.note(original.id, {"summary": NOTE, "person.1.name": NOTE})
    vault.keep_report(original.id, {"facts": {"device": FACT}})
    vault.log("bundled", original.id, {"what": FACT})
    vault.change_passphrase(vaults.PASSPHRASE, "another harbour")
    unfinished = vault.draft()
    unfinished.write(CONTENT)
    if sys.argv[2] == "killed":
        import os
        os._exit(9)
"""


def needles() -> list[bytes]:
    texts = [NAME, NOTE, FACT, vaults.PASSPHRASE, "another harbour", "sealed", "IMG_2026"]
    plain = [text.encode() for text in texts] + [b"MARKER-OF-CONTENT"]
    return plain + [needle.decode().encode("utf-16-le") for needle in plain]


def test_no_plain_word_is_on_the_disk(tmp_path: Path) -> None:
    """Killed or closed, in the vault or in the folders a program writes to on the side."""
    for ending in ("closed", "killed"):
        home = tmp_path / ending
        home.mkdir()
        sides = {name: str(home) for name in ("HOME", "TMPDIR", "XDG_CACHE_HOME", "SQLITE_TMPDIR")}
        subprocess.run(
            [sys.executable, "-c", PROGRAM, str(home / "v"), ending],
            cwd=PROJECT,
            env={**os.environ, **sides, "PYTHONDONTWRITEBYTECODE": "1"},
            check=False,
        )
        files = [path for path in home.rglob("*") if path.is_file()]
        assert {path.relative_to(home).parts[0] for path in files} == {"v"}
        assert sum(path.stat().st_size for path in files) > len(CONTENT)
        for path in files:
            data = path.read_bytes()
            assert not [needle for needle in needles() if needle in data], path


LIFE = """
import sys
from pathlib import Path
from storage.backup.exporting import export
from storage.backup.folder import FolderStore
from storage.backup.restoring import restore
from storage.records import Provenance
from tests.storage.vault import vaults
from tests.storage.vault.test_vault_traces import FACT, NAME, NOTE
home = Path(sys.argv[1])
data = b"MARKER-OF-CONTENT-8c1f" * 30_000
with vaults.make(home / "v") as vault:
    kept = vaults.seal(vault, data, NAME)
    gone = vaults.seal(vault, data[::-1] + data, NAME)
    draft = vault.draft(seekable=True)
    draft.write(b"MARKER-OF-CONTENT" + data)
    draft.seek(0)
    draft.write(b"marker-of-content")
    vault.keep_original(draft, "mp4", Provenance("folder", NAME, None))
    vault.note(kept.id, {"summary": NOTE})
    vault.keep_report(kept.id, {"facts": {"device": FACT}})
    (home / "disk").mkdir()
    export(vault, FolderStore(home / "disk"))
    vault.delete(gone.id)
    export(vault, FolderStore(home / "disk"))
    restore(FolderStore(home / "disk"), home / "back", vaults.PASSPHRASE)
    vault.repair()
    vault.wipe()
print("lived")
"""
WRITING = "write,pwrite64,writev,pwritev,pwritev2,sendfile,copy_file_range,splice"
WRITTEN = re.compile(rb'^(?:\d+ +)?p?write(?:64)?\((\d+), "([^"]*)"')
SMALLEST = 2_000_000


def test_nothing_plain_was_ever_written(tmp_path: Path, tool: Tool) -> None:
    """Every byte that is handed to the system is seen, so also what was overwritten since.

    Taken in, muxed, noted, deleted, brought to a second place and back, wiped: what no write
    ever held is in no block of the disk.
    """
    trace = tmp_path / "trace"
    ran = subprocess.run(
        [
            *(tool("strace"), "-f", "-qq", "-xx", "-s", "4000000", "-e", f"trace={WRITING}"),
            *("-o", str(trace), sys.executable, "-c", LIFE, str(tmp_path)),
        ],
        cwd=PROJECT,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        check=True,
    )
    assert ran.stdout == b"lived\n"
    total = 0
    with trace.open("rb") as lines:
        for line in lines:
            match = WRITTEN.match(line)
            assert match or b"write" not in line.split(b"(")[0], line[:100]
            if match and int(match[1]) > 2:
                data = bytes.fromhex(match[2].replace(b"\\x", b"").decode())
                total += len(data)
                assert not [needle for needle in needles() if needle in data]
    assert total > SMALLEST
    extent.told(f"{total} bytes were written in a whole life, and not one marker among them")


def test_files_are_for_their_owner_alone(tmp_path: Path) -> None:
    with vaults.make(tmp_path / "v") as vault:
        vaults.seal(vault, b"x")
        for path in (tmp_path / "v").rglob("*"):
            if path.name not in ("lock", "index.db"):
                assert path.stat().st_mode & 0o077 == 0 or path.parent.stat().st_mode & 0o077 == 0
        assert (tmp_path / "v").stat().st_mode & 0o077 == 0


def test_slots_and_sets_have_one_shape(tmp_path: Path) -> None:
    """By their sizes the two sets of a new vault cannot be told apart."""
    vaults.make(tmp_path / "v").close()
    shapes = [
        {path.name: path.stat().st_size for path in (tmp_path / "v" / name).iterdir()}
        for name in ("one", "two")
    ]
    assert shapes[0] == shapes[1]


def test_a_refused_disk_is_told_without_a_path(tmp_path: Path) -> None:
    error = system.named(OSError(28, "No space left", str(tmp_path / NAME)), "index")
    assert isinstance(error, DiskFull)
    assert NAME not in f"{error} {error.facts}"


def test_memory_is_kept_from_others(tmp_path: Path) -> None:
    with vaults.make(tmp_path / "v") as vault:
        if sys.platform == "linux":
            import resource  # not on Windows

            assert resource.getrlimit(resource.RLIMIT_CORE)[0] == 0
            assert not set(vault.info().warnings) & {"core-dumps", "memory-readable"}
        master = vault._master
    assert master._secret is None
