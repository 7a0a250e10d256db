"""The BagIt files of a bag, each a pure function of the files that it lists.

Source: RFC 8493 (BagIt 1.0), sections 2.1.1, 2.1.3, 2.2.1 and 2.2.2. Of
``bag-info.txt`` we write ``Payload-Oxum`` alone: a date, an organisation or a
software agent would tell of the witness.
"""

from collections.abc import Iterable
from dataclasses import dataclass

BAGIT = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
"""All of ``bagit.txt``."""

TAG_LIST = "tagmanifest-sha256.txt"
"""The one file that no list names, because it is the list of the rest."""

_PAYLOAD = "data/"


@dataclass(frozen=True, slots=True)
class Filed:
    """A file as it stands in a bag: path below the top folder, size in bytes, hex digest."""

    path: str
    size: int
    sha256: str


def is_payload(path: str) -> bool:
    """Whether a path below the top folder is payload, in BagIt's word."""
    return path.startswith(_PAYLOAD)


def info(sizes: Iterable[tuple[str, int]]) -> bytes:
    """Return ``bag-info.txt`` for files of these paths and sizes: octets and streams."""
    payload = [size for path, size in sizes if is_payload(path)]
    return f"Payload-Oxum: {sum(payload)}.{len(payload)}\n".encode()


def sha256_list(files: Iterable[Filed]) -> bytes:
    """Return a manifest of SHA-256 digests, sorted by path."""
    return _lines((file.sha256, file.path) for file in files)


def sha512_list(digests: Iterable[tuple[str, str]]) -> bytes:
    """Return a manifest of SHA-512 digests, given by path, sorted by path."""
    return _lines((digest, path) for path, digest in digests)


def _lines(rows: Iterable[tuple[str, str]]) -> bytes:
    ordered = sorted(rows, key=lambda row: row[1])
    return "".join(f"{digest}  {path}\n" for digest, path in ordered).encode("ascii")
