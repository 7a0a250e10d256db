"""Promise 1: nothing plain of the evidence is written anywhere but where the witness exports to.

The real commands run under strace, which sees every file that any of the processes opens for
writing, makes or renames; then every file that is left over is searched for pieces of the
evidence: its pixels, its thumbnail, its place, its owner, its name.
"""

import json
import os
import re
import struct
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import piexif
import pytest
from PIL import Image

from tests.conftest import Tool

PROJECT = Path(__file__).resolve().parent.parent.parent
MAIN = str(PROJECT / "main.py")
OWNER = "Shirin Nobody-In-Particular"
NAME = "IMG_20240312_101112_at_the_corner.jpg"
LATITUDE = ((35, 1), (41, 1), (21331, 1000))

TRACED = "open,openat,openat2,creat,rename,renameat,renameat2,mkdir,mkdirat,link,linkat,symlink"
WRITING = re.compile(r"O_WRONLY|O_RDWR|O_CREAT|O_TMPFILE|^creat")
CALL = re.compile(r"^(?:\d+\s+)?(\w+)\((.*)$")
PATH = re.compile(r'(?:<([^<>]*)>, )?"((?:[^"\\]|\\.)*)"')
"""A path in the log, after the folder that it is relative to, as ``strace -y`` names it."""

DEVICES = ("/dev/null", "/dev/tty", "/proc/self/", "/proc/thread-self/")
BUBBLE = re.compile(
    r"/(?:newroot|oldroot|pts)(?:/|$)|/proc/(?:\d+/(?:[ug]id_map|setgroups)|kcore)$"
)
"""What bubblewrap makes in the memory of the child's own tree of folders, and its maps of users."""


@pytest.fixture
def evidence(tmp_path: Path) -> Path:
    """Make a photo that says too much, with a thumbnail, in a folder of its own."""
    folder = tmp_path / "phone"
    folder.mkdir()
    picture = Image.effect_noise((640, 480), 90).convert("RGB")
    picture.save(tmp_path / "plain.jpg", quality=92)
    picture.resize((160, 120)).save(tmp_path / "small.jpg", quality=80)
    exif = piexif.dump(
        {
            "0th": {piexif.ImageIFD.Artist: OWNER.encode(), piexif.ImageIFD.Model: b"SPY-9000"},
            "GPS": {piexif.GPSIFD.GPSLatitudeRef: b"N", piexif.GPSIFD.GPSLatitude: LATITUDE},
            "1st": {piexif.ImageIFD.Compression: 6},
            "thumbnail": (tmp_path / "small.jpg").read_bytes(),
        }
    )
    piexif.insert(exif, (tmp_path / "plain.jpg").read_bytes(), str(folder / NAME))
    (tmp_path / "plain.jpg").unlink()
    (tmp_path / "small.jpg").unlink()
    return folder / NAME


def pieces(evidence: Path) -> dict[str, bytes]:
    """Give what a careless copy of the evidence would hold."""
    data = evidence.read_bytes()
    thumbnail = data.index(b"\xff\xd8", 2)
    return {
        "pixels": data[-6000:-5900],
        "thumbnail": data[thumbnail + 700 : thumbnail + 800],
        "place": b"".join(struct.pack(">II", *pair) for pair in LATITUDE),
        "owner": OWNER.encode(),
        "device": b"SPY-9000",
        "name": NAME.encode(),
        "name without its end": NAME.removesuffix(".jpg").encode(),
    }


class Traced:
    """Runs Firsthand under strace, in a home and a temporary folder of its own."""

    def __init__(self, strace: str, folder: Path) -> None:
        self.strace = strace
        self.folder = folder
        self.log = folder / "strace.log"
        self.places = {name: folder / name for name in ("home", "temporary", "working")}
        for place in self.places.values():
            place.mkdir()
        self.secret = folder / "passphrase"
        self.secret.write_text("six words that nobody would guess")

    def run(self, *command: str, vault: bool = True) -> str:
        """Run one command of the program and give what it printed."""
        opened = ["--passphrase-file", str(self.secret)] if vault else []
        return self.python(MAIN, *command, *opened)

    def python(self, *arguments: str) -> str:
        """Run a Python under strace; every call that could write goes to the log."""
        wrapped = [self.strace, "-f", "-qq", "-y", "-A", "-s", "4096", "-e", f"trace={TRACED}"]
        done = subprocess.run(
            [*wrapped, "-o", str(self.log), sys.executable, *arguments],
            cwd=self.places["working"],
            env={
                "PATH": os.environ["PATH"],
                "HOME": str(self.places["home"]),
                "TMPDIR": str(self.places["temporary"]),
                "QT_QPA_PLATFORM": "offscreen",
                "PYTHONDONTWRITEBYTECODE": "1",
                "LANG": "C.UTF-8",
            },
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def written(self) -> set[str]:
        """Give every path that was opened for writing, made, renamed or linked."""
        lines = self.log.read_text(errors="replace").splitlines()
        return {path for line in lines for path in paths_written(line)}

    def strays(self, *allowed: Path) -> list[str]:
        """Give the paths written that lie in none of the allowed places (Python's own apart)."""
        inside = tuple(str(place) for place in allowed)
        written = {path for path in self.written() if Path(path).parent.name != "__pycache__"}
        return sorted(
            path
            for path in written
            if not path.startswith((*inside, *DEVICES)) and not BUBBLE.match(path)
        )


def paths_written(line: str) -> Iterator[str]:
    """Give the paths that a line of the log writes to; failed calls count too."""
    call = CALL.match(line)
    if call is None:
        return
    name, rest = call.groups()
    if not name.startswith("open") or WRITING.search(rest):
        yield from (str(Path(folder or "/", path)) for folder, path in PATH.findall(rest))


def holding(folder: Path, wanted: dict[str, bytes], *, but: Path) -> list[tuple[str, str]]:
    """Give (file, piece) for each file under a folder that holds a piece of the evidence."""
    return [
        (str(path), name)
        for path in folder.rglob("*")
        if path.is_file() and path != but
        for name, piece in wanted.items()
        if piece in path.read_bytes() or piece in str(path).encode()
    ]


@pytest.fixture
def traced(tool: Tool, tmp_path: Path) -> Traced:
    return Traced(tool("strace"), tmp_path)


def test_the_whole_job_writes_nothing_plain(traced: Traced, evidence: Path, tmp_path: Path) -> None:
    vault, out = tmp_path / "vault", tmp_path / "out"
    out.mkdir()
    bundle = out / "bundle.zip"
    wanted = pieces(evidence)
    assert all(piece in evidence.read_bytes() + NAME.encode() for piece in wanted.values())

    traced.run("vault", "create", str(vault))
    traced.run("import", str(vault), str(evidence))
    item = json.loads(traced.run("list", str(vault), "--json"))["items"][0]["id"]
    traced.run("show", str(vault), item)
    traced.run("note", str(vault), item, "--set", f"contact={OWNER}", "--set", "summary=A corner")
    traced.run("custody", str(vault))
    traced.run("vault", "check", "--deep", str(vault))
    traced.run("redact", str(vault), item, "--box", "200,100,300,200")
    traced.run("redact", str(vault), item, "--looked")
    traced.run("bundle", str(vault), item, "-o", str(bundle))
    traced.run("verify", str(bundle), vault=False)

    written = traced.written()
    assert any(path.startswith(str(vault)) for path in written), "strace saw nothing"
    assert traced.strays(vault, out) == []
    assert [path.name for path in out.iterdir()] == [bundle.name]
    assert not [path for path in traced.places.values() if list(path.iterdir())]
    assert holding(vault, wanted, but=evidence) == []
    traced.log.unlink()
    del wanted["pixels"]  # a cleaned copy keeps every one of them
    assert holding(tmp_path, wanted, but=evidence) == []


def test_keys_are_written_only_where_they_are_asked_for(traced: Traced, tmp_path: Path) -> None:
    """Cards that are shown are in no file; pages are where they were wanted."""
    vault, out = tmp_path / "vault", tmp_path / "out"
    traced.run("vault", "create", str(vault))
    shown = traced.run("keys", "shares", str(vault), "--need", "2", "--of", "2")
    assert traced.strays(vault) == []
    cards = re.findall(r"^Card \d of \d: (.*)$", shown, re.MULTILINE)
    secrets = {card: card.encode() for card in cards}
    assert len(secrets) == 2
    traced.run("keys", "shares", str(vault), "--need", "2", "--of", "2", "-o", str(out))
    assert traced.strays(vault, out) == []
    assert {path.name for path in out.iterdir()} == {"card-1.html", "card-2.html"}
    traced.log.unlink()
    assert holding(tmp_path, secrets, but=traced.secret) == []


def test_what_a_bubble_makes_lies_in_no_folder_of_this_system() -> None:
    assert not Path("/newroot").exists()
    assert not Path("/oldroot").exists()
    assert not BUBBLE.match("/new/file")
    assert not BUBBLE.match("/home/somebody/newroot/file")


def test_a_careless_copy_would_be_found(traced: Traced, evidence: Path, tmp_path: Path) -> None:
    copy = tmp_path / "temporary" / "copy"
    traced.python("-c", f"open({str(copy)!r}, 'wb').write(open({str(evidence)!r}, 'rb').read())")
    assert traced.strays(tmp_path / "vault") == [str(copy)]
    traced.log.unlink()
    found = {piece for _, piece in holding(tmp_path, pieces(evidence), but=evidence)}
    assert found >= {"pixels", "thumbnail", "place", "owner", "device"}


def test_a_file_that_was_there_for_a_moment_would_be_seen(traced: Traced, tmp_path: Path) -> None:
    traced.python("-c", "import tempfile\nwith tempfile.TemporaryFile() as f: f.write(b'x')")
    assert len(traced.strays(tmp_path / "vault")) >= 1


def test_opening_the_desktop_writes_nothing(traced: Traced, tmp_path: Path) -> None:
    opened = (
        "import sys; sys.path.insert(0, sys.argv.pop(1))\n"
        "from PySide6.QtCore import QCoreApplication, QTimer\n"
        "from ui.desktop import app\n"
        "from ui.desktop.window import Window\n"
        "show = Window.show\n"
        "def shown(window):\n"
        "    show(window)\n"
        "    QTimer.singleShot(300, QCoreApplication.quit)\n"
        "Window.show = shown\n"
        "sys.exit(app.main())\n"
    )
    traced.python("-c", opened, str(PROJECT))
    caches = traced.places["home"] / ".cache" / "fontconfig"  # names of fonts, no evidence
    assert traced.strays(caches) == []
