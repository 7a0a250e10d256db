"""Nothing of what is kept is found in the vault's folder, or anywhere near it."""

import os
import subprocess
import sys
from pathlib import Path

from storage.errors import DiskFull
from storage.vault import system
from tests.storage.vault import vaults

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
