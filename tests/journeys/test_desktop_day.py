"""Nothing plain is written by a day with the desktop: seen, played, bundled, sent, and locked.

Every byte that any of its processes gives to a file is seen by strace: outside the vault and the
folder of bundles no file is written at all, and inside the vault nothing but noise.
"""

import os
import re
import subprocess
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path

import pyrage
import pytest

from storage.outlets import known
from storage.outlets.address import DIRECT
from storage.outlets.card import Card
from storage.vault import Vault
from tests.conftest import Tool
from tests.house.test_no_plaintext import BUBBLE, DEVICES, TRACED, paths_written
from tests.journeys.conftest import CHEAP, PASSPHRASE, PROJECT
from tests.storage.outlets.servers import PASSWORD, USER, rclone_webdav, running

WRITING = "write,pwrite64,writev,pwritev,pwritev2"
WRITTEN = re.compile(
    rb'^(?:\d+ +)?p?write(?:64)?\(\d+<([^>]*)>(?:\(deleted\))?, "((?:\\x[0-9a-f]{2})*)"'
)
TEXTS = (
    "Maryam",
    "SW-4411",
    "LN-7712",
    "Witness One",
    "35.689",
    "7c0f5d1e",
    "IMG_2024",
    "VID_2024",
)


def _plain(escaped: bytes) -> bytes:
    return bytes.fromhex(escaped.replace(b"\\x", b"").decode("ascii"))


def needles(photo: Path, video: Path) -> dict[str, bytes]:
    """Give pieces of the evidence: of its pixels, of its samples, and what it says."""
    said = {text: text.encode() for text in (*TEXTS, PASSPHRASE, PASSWORD)}
    wide = {f"{name} (wide)": name.encode("utf-16-le") for name in said}
    pixels, samples = photo.read_bytes(), video.read_bytes()
    return {
        **said,
        **wide,
        "pixels": pixels[-3000:-2940],
        "samples": samples[len(samples) // 2 :][:60],
    }


def writes(log: Path) -> Iterator[tuple[str, bytes]]:
    """Give (path, bytes) of each write to a file; pipes, sockets and terminals are none."""
    with log.open("rb") as lines:
        for line in lines:
            found = WRITTEN.match(line)
            if found is not None:
                path = _plain(found[1]).decode("utf-8", "replace")
                if path.startswith("/"):
                    yield path, _plain(found[2])


@pytest.mark.timeout(600)
def test_a_day_with_the_desktop_writes_nothing_plain(
    tool: Tool, tmp_path: Path, photo: Path, video: Path
) -> None:
    home, log = tmp_path / "home", tmp_path / "log"
    (home / "out").mkdir(parents=True)
    (tmp_path / "run").mkdir(mode=0o700)
    identity = pyrage.x25519.Identity.generate()
    with running(rclone_webdav(tmp_path / "served")) as server:
        with Vault.create(home / "Firsthand", PASSPHRASE, CHEAP) as vault:
            key = str(identity.to_public())
            card = Card("Paper", "webdav", server.url, key, user=USER, password=PASSWORD)
            known.add(vault, known.own(vault, card), DIRECT)
        lived = _lived(tool("strace"), home, log, photo, video)
        assert lived.splitlines()[-1] == "_lock", lived
        assert len(server.files()) == 1
    assert (home / "out" / "over").exists()
    assert (home / "out" / "bundle.zip").stat().st_size > 10_000
    _look_at(home, log, needles(photo, video))
    _everything_is_noise(home / "Firsthand")


def _lived(strace: str, home: Path, log: Path, photo: Path, video: Path) -> str:
    script = Path(__file__).with_name("desktop_day.py")
    options = ["-f", "-qq", "-y", "-xx", "-s", "1000000", "--seccomp-bpf"]
    ended = subprocess.run(
        [
            *(strace, *options, "-e", f"trace={WRITING},{TRACED}", "-o", str(log)),
            *(sys.executable, str(script), str(home), PASSPHRASE, str(photo), str(video)),
        ],
        cwd=home,
        env={
            "PATH": os.environ["PATH"],
            "HOME": str(home),
            "TMPDIR": str(home),
            "XDG_RUNTIME_DIR": str(home.parent / "run"),
            "QT_QPA_PLATFORM": "offscreen",
            "PYTHONPATH": str(PROJECT),
            "PYTHONDONTWRITEBYTECODE": "1",
            "LANG": "C.UTF-8",
        },
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=500,
    )
    assert ended.returncode == 0, ended.stderr[-3000:]
    assert "Traceback" not in ended.stderr, ended.stderr[-3000:]
    return ended.stdout


def _look_at(home: Path, log: Path, wanted: dict[str, bytes]) -> None:
    inside = (
        *(str(home / "Firsthand"), str(home / "out"), str(home / ".cache" / "fontconfig")),
        "/dev/dri/",  # the graphics card, which keeps nothing
        str(home.parent / "run" / "pulse"),  # an empty folder, made by the library for sound
    )
    total, found = 0, set()
    for path, data in writes(log):
        assert path.startswith((*inside, *DEVICES)) or BUBBLE.match(path), path
        if not path.startswith(inside[1]):
            total += len(data)
            found |= {(path, name) for name, needle in wanted.items() if needle in data}
    assert found == set()
    assert total > 200_000, "strace saw nothing"
    with log.open(encoding="latin-1") as lines:
        opened = {path for line in lines for path in paths_written(_readable(line))}
    strays = {
        path
        for path in opened
        if not path.startswith((*inside, *DEVICES)) and not BUBBLE.match(path)
    }
    assert strays == set()
    left = {path.name for path in (home / "out").iterdir()}
    assert left == {"bundle.zip", "over"}


def _readable(line: str) -> str:
    """Return a line of the log with its paths spelled out; a write's bytes are left as they are."""
    if "write" in line.split("(", 1)[0]:
        return ""
    return re.sub(
        r"(?:\\x[0-9a-f]{2})+", lambda found: _plain(found[0].encode()).decode("latin-1"), line
    )


def _everything_is_noise(vault: Path) -> None:
    """What cannot be pressed smaller is no picture, no frame and no text."""
    for path in (vault / "blobs").rglob("*"):
        if path.is_file():
            data = path.read_bytes()
            assert len(zlib.compress(data, 1)) > len(data) * 0.99, path
    for home in ("one", "two"):
        data = (vault / home / "index.db").read_bytes()
        assert len(zlib.compress(data, 1)) > len(data) * 0.97
