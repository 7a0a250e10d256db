"""What is fuzzed of the vault and its backups beside their single boxes: whole files of theirs.

``packaging/fuzz/targets.py`` lists these with the others. Whoever can write into a vault's folder
or a backup's can put any bytes there.
"""

import io
import os
from collections.abc import Callable, Iterator
from pathlib import Path

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from storage.backup import listing
from storage.errors import DamagedVault
from storage.vault import boxes, creation, guard, layout, packing
from storage.vault.boxes import NotThisKey
from storage.vault.keys import MasterKey
from storage.vault.reader import ChunkReader

_MASTER = MasterKey(bytes(range(32)))
_BLOB = "00" * 16
_PLAIN = 700


def _folder() -> Path:
    """Return the folder in memory that ``packaging/fuzz/run.py`` takes away."""
    path = Path(f"/dev/shm/firsthand-fuzz-{os.getpid()}")  # noqa: S108 # made as our own below
    path.mkdir(mode=0o700, exist_ok=True)
    return path


def _guard(data: bytes) -> None:
    (_folder() / creation.GUARD).write_bytes(data)
    guard.policy_of(_folder())


def _guards() -> Iterator[bytes]:
    path = _folder() / creation.GUARD
    path.unlink(missing_ok=True)
    guard.set_policy(_folder(), guard.Policy(delay=True, wipe_after=20))
    yield path.read_bytes()


def _stream(data: bytes) -> None:
    """Read the chunks of a blob whose header is whole, from its end and from its beginning."""
    header = layout.open_header(_MASTER, _BLOB, _header())
    path = _folder() / "stream"
    path.write_bytes(_header() + data)
    with ChunkReader(path.open("rb", buffering=0), header, _PLAIN, _BLOB) as reader:
        into = bytearray(_PLAIN * 2)
        for at in (_PLAIN - 10, 0):
            reader.seek(at)
            reader.readinto(into)


_HEADERS: list[bytes] = []


def _header() -> bytes:
    if not _HEADERS:
        _HEADERS.append(layout.make_header(_MASTER, _BLOB, bytes(32)).raw)
    return _HEADERS[0]


def _streams() -> Iterator[bytes]:
    key = layout.open_header(_MASTER, _BLOB, _header()).key
    yield AESGCM(key).encrypt(layout.nonce(0, last=True), bytes(_PLAIN), _header())


def _unsealed(what: bytes, untrusted_box: bytes) -> bytes | None:
    try:
        return _MASTER.unseal("backup", untrusted_box, what)
    except NotThisKey:
        return None
    except boxes.BoxAltered as error:
        raise DamagedVault("altered", part="backup") from error


_AS_IF_SEALED = 2
"""In the first byte of an input: the boxes of the list are read as if they had been sealed."""


def _list(data: bytes) -> None:
    """Read a backup's list as the first byte says: of either set, sealed or as if it had been."""
    said = data[0] if data else 0
    unsealed = (lambda _what, box: box) if said & _AS_IF_SEALED else _unsealed
    listing.read(data[1:], said & 1, unsealed)


def _lists() -> Iterator[bytes]:
    rows = {"ab" * 16: listing.Row(1000, "cd" * 32)}
    said = listing.Listing("ef" * 16, 1, 2, bytes(32), whole=True, rows=rows)
    for which in (0, 1):
        sealed = listing.write(
            b"", which, said, lambda what, plain: _MASTER.seal("backup", plain, what)
        )
        yield bytes([which]) + sealed
        yield bytes([which | _AS_IF_SEALED]) + listing.write(
            b"", which, said, lambda _what, plain: plain
        )


def _books(data: bytes) -> None:
    homes = [_folder() / name for name in ("one", "two")]
    for home in homes:
        home.mkdir(exist_ok=True)
    packing.unpack(io.BytesIO(data), len(data), homes)


def _packed() -> Iterator[bytes]:
    homes = [_folder() / "from" / name for name in ("one", "two")]
    for home in homes:
        home.mkdir(parents=True, exist_ok=True)
        (home / "head").write_bytes(b"a head")
        (home / "index.db").write_bytes(b"an index")
        (home / "journal").write_bytes(b"")
    with (_folder() / "packed").open("w+b") as file:
        packing.pack(homes, file)
        file.seek(0)
        yield file.read()


TARGETS: tuple[tuple[str, Callable[[bytes], object], Callable[[], Iterator[bytes]]], ...] = (
    ("guard", _guard, _guards),
    ("blob-stream", _stream, _streams),
    ("backup-list", _list, _lists),
    ("backup-books", _books, _packed),
)
"""Each a name, what it does with bytes, and files to begin with."""
