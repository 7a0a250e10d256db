"""The archive for a stick: the program, and beside it the vault and what else it keeps.

    python packaging/packages/portable.py FOLDER OUT     (``build.sh portable`` does)

It holds no links and no two names that differ in capitals alone, for sticks are FAT or exFAT.
"""

import gzip
import io
import os
import sys
import tarfile
from collections.abc import Iterator
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(PROJECT), str(PROJECT / "packaging" / "packages")]

import parts  # noqa: E402 # found through the path

_START = """\
#!/bin/sh
# Start Firsthand from this stick. The vault and the settings lie beside this file. What libraries
# keep on the way (a list of fonts) would go into your home: it goes into memory instead,
# where there is such a place, else onto the stick, and is taken away, however the program ends.
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
for memory in /dev/shm "$here"; do
    kept=$(mktemp -d "$memory/firsthand-cache-XXXXXXXX" 2>/dev/null) && break
done
trap : INT HUP
export XDG_CACHE_HOME="${kept:-/dev/null/nowhere}"
export MESA_SHADER_CACHE_DISABLE=true PULSE_COOKIE=/dev/null
ended=0
"$here/program/firsthand" "$@" || ended=$?
[ -z "$kept" ] || rm -rf "$kept"
exit "$ended"
"""
_MARK = """\
While this file is here, Firsthand suggests and looks for a vault in the folder "Firsthand" beside
it, and keeps a language that you choose in "Settings". Take it away, and it uses your home.
"""
_READ_ME = """\
Firsthand, to be used from a stick

Run "start-firsthand" (in a terminal: ./start-firsthand). The vault is the folder "Firsthand" here,
once you have made one; nothing is written into the home of the computer's owner. What the
computer itself writes down (which sticks were plugged in, swap space, recent programs of its
desktop) is not in Firsthand's hands.

Where the stick does not let programs run, copy the folder "program" to the computer's disk.
"""


def main(arguments: list[str]) -> int:
    """Make the archive and say where it is."""
    folder, out = Path(arguments[0]), Path(arguments[1])
    top = f"firsthand-portable-{parts.version(PROJECT)}"
    target = out / f"{top}-{os.uname().machine}.tar.gz"
    out.mkdir(parents=True, exist_ok=True)
    epoch = int(os.environ["SOURCE_DATE_EPOCH"])
    with (
        target.open("wb") as file,
        gzip.GzipFile("", "wb", compresslevel=6, fileobj=file, mtime=epoch) as packed,
        tarfile.open(fileobj=packed, mode="w", format=tarfile.GNU_FORMAT) as archive,
    ):
        for name, content, mode in _members(folder):
            entry = tarfile.TarInfo(f"{top}/{name}")
            entry.mode, entry.mtime = mode, epoch
            _add(archive, entry, content)
    print(f"{target}: {target.stat().st_size / 1e6:.1f} MB")
    return 0


def _add(archive: tarfile.TarFile, entry: tarfile.TarInfo, content: Path | bytes) -> None:
    if isinstance(content, bytes):
        entry.size = len(content)
        archive.addfile(entry, io.BytesIO(content))
        return
    entry.size = content.stat().st_size
    with content.open("rb") as file:
        archive.addfile(entry, file)


def _members(folder: Path) -> Iterator[tuple[str, Path | bytes, int]]:
    """Give the name, the file or the bytes, and the rights of each member."""
    yield "READ ME.txt", _READ_ME.encode(), 0o644
    yield "portable", _MARK.encode(), 0o644
    yield "start-firsthand", _START.encode(), 0o755
    yield "LICENSE.txt", (PROJECT / "LICENSE").read_bytes(), 0o644
    seen: set[str] = set()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            name = f"program/{path.relative_to(folder).as_posix()}"
            if name.casefold() in seen or path.is_symlink():
                raise ValueError(f"{name} cannot lie on a stick")
            seen.add(name.casefold())
            yield name, path, path.stat().st_mode & 0o777


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
