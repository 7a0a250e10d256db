"""After PyInstaller: take out what is only for who debugs, and see that the folder is whole.

    python packaging/packages/finish.py FOLDER          (``build.sh onefolder`` does)

Ends with an error where a library is in the folder that no part of ``native.toml`` accounts for,
where one asks for a library that is neither there nor named in SYSTEM, or weights are missing.
"""

import hashlib
import os
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from fnmatch import fnmatch
from functools import cache
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(PROJECT), str(PROJECT / "packaging" / "packages")]

from capture.detect import weights  # noqa: E402 # found through the path

SYSTEM = {
    # library → Debian's package; the C library is named in deb.py
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libbrotlicommon.so.1": "libbrotli1",
    "libbrotlidec.so.1": "libbrotli1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libgcc_s.so.1": "libgcc-s1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libpulse.so.0": "libpulse0",
    "libstdc++.so.6": "libstdc++6",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}
"""Libraries that are asked of the system, without which there is no window."""
OPTIONAL = {
    "libcups.so.2": "libcups2",  # printing
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}
"""Libraries without which one thing less works."""
_OF_EVERY_SYSTEM = "ld-linux* libc.so.* libm.so.* libmvec.so.* libdl.so.* librt.so.*"
_OF_EVERY_SYSTEM_TOO = "libpthread.so.* libresolv.so.* libutil.so.*"
_OUR_STRIPPING = ("*.cpython-3*.so", "*.abi3.so", "libpython3*", "ptp2.so", "directory.so")
"""What carries symbols for debuggers. Libraries that a wheel's maker patched are left alone."""
_WHEELS = (
    "PySide6 shiboken6 PIL av numpy onnxruntime cryptography bcrypt nacl rawpy rfc3161_client "
    "pyrage pysequoia pillow_jxl sqlcipher3 uharfbuzz zxingcpp gphoto2 fontTools "
    "charset_normalizer wasmtime google psutil wcwidth"
)
"""Folders whose compiled modules belong to the packages of the lock themselves."""


class NotWhole(Exception):
    """The folder must not be given to anybody; ``str`` says why."""


def main(arguments: list[str]) -> int:
    """Finish the folder, or say what is wrong with it."""
    folder = Path(arguments[0])
    try:
        for path in libraries(folder):
            _strip(path)
        check(folder)
        _try(folder)
    except NotWhole as error:
        print(error, file=sys.stderr)
        return 1
    _set_times(folder, int(os.environ["SOURCE_DATE_EPOCH"]))
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    print(f"{folder}: {size / 1e6:.1f} MB in {sum(1 for _ in folder.rglob('*'))} files")
    return 0


def check(folder: Path) -> None:
    """Raise NotWhole unless every library is accounted for, finds what it asks for, and so on."""
    links = [path.name for path in folder.rglob("*") if path.is_symlink()]
    _none(links, "is a link, which sticks cannot hold")
    missing = [one.name for one in weights.WEIGHTS if not _is_right(folder, one)]
    _none(missing, "is missing, or not what its digest says (is npm there?)")
    names = {path.name for path in libraries(folder)}
    _none([str(path) for path in libraries(folder) if not _has_part(path)], "is of no part")
    asked = {name for path in libraries(folder) for name in needed(path)}
    _none([name for name in asked - names if not _is_of_system(name)], "is asked for, and nowhere")


def _try(folder: Path) -> None:
    """Let the built program do its whole job once: every decoder, the child, the seals."""
    with tempfile.TemporaryDirectory() as place:
        command = [str(folder / folder.name), "demo", str(Path(place) / "demo")]
        done = subprocess.run(
            command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
        )
    if done.returncode:
        raise NotWhole(f"what was built cannot do its job:\n{done.stdout}{done.stderr}")


def _none(found: list[str], wrong: str) -> None:
    if found:
        raise NotWhole("\n".join(f"{name} {wrong}" for name in sorted(found)))


def libraries(folder: Path) -> Iterator[Path]:
    """Give every compiled file of a folder."""
    for path in sorted(folder.rglob("*")):
        compiled = path.suffix == ".so" or ".so." in path.name
        if compiled and path.is_file() and not path.is_symlink():
            yield path


def needed(path: Path) -> Iterator[str]:
    """Give the libraries that one asks for."""
    said = subprocess.run(["objdump", "-p", path], check=True, capture_output=True, text=True)
    for line in said.stdout.splitlines():
        if line.strip().startswith("NEEDED"):
            yield line.split()[1]


def _strip(path: Path) -> None:
    if any(fnmatch(path.name, name) for name in _OUR_STRIPPING):
        subprocess.run(["strip", "--strip-unneeded", path], check=True)


def _is_right(folder: Path, one: weights.Weights) -> bool:
    path = next(iter(folder.rglob(one.name)), None)
    return path is not None and hashlib.sha256(path.read_bytes()).hexdigest() == one.sha256


def _has_part(path: Path) -> bool:
    names = (name for part in _table()["part"] for name in part.get("files", ()))
    ours = set(_WHEELS.split()) & set(path.parts)
    return bool(ours) or any(fnmatch(path.name, name) for name in names)


def _is_of_system(name: str) -> bool:
    everywhere = f"{_OF_EVERY_SYSTEM} {_OF_EVERY_SYSTEM_TOO}".split()
    return name in SYSTEM or name in OPTIONAL or any(fnmatch(name, one) for one in everywhere)


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads((PROJECT / "packaging/packages/native.toml").read_text(encoding="utf-8"))


def _set_times(folder: Path, epoch: int) -> None:
    """Give every file the time of the commit, and rights that do not depend on who builds."""
    for path in (folder, *folder.rglob("*")):
        runs = path.is_dir() or path == folder / folder.name
        path.chmod(0o755 if runs else 0o644)
        os.utime(path, (epoch, epoch))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
