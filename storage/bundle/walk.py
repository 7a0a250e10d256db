"""One walk through a bundle's bytes, from the first to the last, as they come.

Nothing is sought and nothing is written, so a sealed bundle is walked while it
is decrypted and its plaintext exists only as the block at hand. What a local
header says is taken on; at the end the central directory must be, byte for
byte, the one that we would have written for what was walked. An archive that
anything else would read differently than we do therefore does not pass.

The walk is fed: ``Walk.write`` takes the bytes, ``Walk.finish`` ends it.
"""

import re
import struct
from collections.abc import Generator
from dataclasses import dataclass

from storage.bundle import container, sheet_check
from storage.bundle.apart import WORTH_SKIPPING, Apart, ApartDigests
from storage.bundle.bag import Filed
from storage.bundle.container import Slot
from storage.bundle.digests import FileDigests, Lanes
from storage.bundle.sheet_check import is_sheet
from storage.bundle.streams import Sink
from storage.errors import DamagedBundle

HELD = frozenset(
    (
        "manifest.json",
        "manifest.json.sig",
        "manifest.json.minisig",
        "signer.pub",
        "allowed_signers",
        "stamp.data",
        "stamp.tsr",
    )
)
"""The files whose content is kept, because it is read and not only digested."""

MAX_HELD = 16 * 1024 * 1024
"""Bytes of such a file; 9,999 items take about 6 MiB."""

MAX_KEPT = 64 * 1024 * 1024
"""Bytes of a contact sheet."""

_PATHS = (
    r"data/media/[0-9]{3,4}\.[a-z0-9]{2,5}|data/notes/record\.(?:json|csv)"
    r"|data/originals\.(?:age|gpg)|stamp\.(?:data|tsr)"
    r"|README\.[a-z]{2}\.(?:html|pdf)|VERIFY\.txt|bagit\.txt|bag-info\.txt|pad"
    r"|manifest\.json(?:\.sig|\.minisig)?|signer\.pub|allowed_signers"
    r"|(?:tag)?manifest-sha256\.txt|manifest-sha512\.txt"
)
_NAME = re.compile(f"(B-[0-9a-f]{{32}}/)({_PATHS})")
_PATH = re.compile(_PATHS)
_FIXED = struct.Struct("<4s5H3I2H")
_OURS = (0, 0, 0, container.DATE)  # flags, method, time and date, after the version
_MAX_SIZE = 1 << 62
_MAX_NAME = 100
_NARROW_LIMIT = 0xFFFFFFFF
_ZIP64 = struct.Struct("<2H2Q")
_BLOCK = 1024 * 1024

_Steps = Generator[None, None, None]


@dataclass(frozen=True, slots=True)
class Walked:
    """What was found: the top folder's name with its slash, and the files in order.

    ``wrong`` are the paths whose content is not what the container's checksum says; ``held`` is
    the content of the files of HELD.
    """

    folder: str
    files: tuple[Filed, ...]
    wrong: tuple[str, ...]
    held: dict[str, bytes]
    unfit: tuple[str, ...] = ()
    """Contact sheets that are not of the form that we write."""


def is_ours(untrusted_path: str) -> bool:
    """Whether a path below the top folder is one that a bundle can have."""
    return _PATH.fullmatch(untrusted_path) is not None


def is_read(path: str) -> bool:
    """Whether a file's content is looked into, and not only its digest."""
    return path in HELD or is_sheet(path)


def bound(path: str) -> int:
    """Return how many bytes a file may have."""
    if path in HELD:
        return MAX_HELD
    return MAX_KEPT if is_sheet(path) else _MAX_SIZE


def unfit(path: str, untrusted: bytes) -> tuple[str, ...]:
    """Return the path of a contact sheet that is not of the form that we write."""
    try:
        sheet_check.check(path, untrusted)
    except DamagedBundle:
        return (path,)
    return ()


class Walk:
    """A walk in progress; the lanes carry its digests.

    Its methods raise DamagedBundle with a ``reason``: "not-a-bundle" for bytes that do not begin
    like one, "cut" for an end that comes too early, "rewrapped" for a ZIP that another program
    made, "name" and "duplicate" for names that we do not write, "too-large" for bounds,
    "container" for any other byte that we would not have written.
    """

    def __init__(
        self, lanes: Lanes, apart: Apart | None = None, keep: tuple[str, Sink] | None = None
    ) -> None:
        """Begin at the first byte; ``keep`` is the path of a file that goes into a sink, too.

        With ``apart``, long files are digested where they lie, and whoever feeds the walk leaves
        out the next ``skip`` bytes each time it says so.
        """
        self._lanes = lanes
        self._apart = apart
        self.skip = 0
        self._keep = keep
        self._data = memoryview(b"")
        self._slots: list[Slot] = []
        self._found: list[tuple[Slot, str, FileDigests | ApartDigests]] = []
        self._held: dict[str, bytes] = {}
        self._unfit: tuple[str, ...] = ()
        self._paths: set[str] = set()
        self._folder = ""
        self._at = 0
        self._ended = False
        self._steps = self._run()

    def write(self, data: bytes, /) -> None:
        """Take the next bytes; they must not change afterwards, for threads still read them."""
        self._data = memoryview(data)
        if not self._ended:
            next(self._steps, None)
        if self._ended and self._data:
            raise self._broken("container", "bytes after the end")

    def finish(self) -> Walked:
        """Return what was found, when the bytes have ended where they should."""
        if not self._ended:
            raise self._broken("cut" if self._slots else "not-a-bundle")
        files = tuple(Filed(path, slot.size, one.settle()) for slot, path, one in self._found)
        wrong = tuple(path for slot, path, one in self._found if one.crc != slot.crc)
        return Walked(self._folder, files, wrong, self._held, self._unfit)

    def _run(self) -> _Steps:
        while (magic := (yield from self._exactly(4))) == container.LOCAL:
            yield from self._entry()
        if magic != container.CENTRAL:
            raise self._broken("container" if self._slots else "not-a-bundle")
        yield from self._directory()
        self._ended = True

    def _entry(self) -> _Steps:
        slot = yield from self._header()
        path = slot.name.removeprefix(self._folder)
        if slot.size > bound(path):
            raise self._broken("too-large")
        wanted = is_read(path)
        if self._apart is not None and not wanted and slot.size >= WORTH_SKIPPING:
            self._found.append((slot, path, self._apart.take(self._at - slot.size, slot.size)))
            yield from self._skipped(slot.size)
            return
        digests, kept = FileDigests(self._lanes), bytearray()
        while digests.size < slot.size:
            block = yield from self._some(min(_BLOCK, slot.size - digests.size))
            digests.update(block)
            if wanted:
                kept += block
            if self._keep is not None and path == self._keep[0]:
                self._keep[1].write(bytes(block))
        if is_sheet(path):
            self._unfit += unfit(path, bytes(kept))
        elif wanted:
            self._held[path] = bytes(kept)
        digests.settle()
        self._found.append((slot, path, digests))

    def _skipped(self, size: int) -> _Steps:
        here = min(len(self._data), size)
        self._data, self.skip = self._data[here:], size - here
        if self.skip:
            yield
            self.skip = 0

    def _header(self) -> Generator[None, None, Slot]:
        if len(self._slots) >= container.MAX_ENTRIES:
            raise self._broken("too-large")
        fixed = container.LOCAL + (yield from self._exactly(container.LOCAL_FIXED - 4))
        fields = _FIXED.unpack(fixed)
        crc, size, name_size, extra_size = fields[6], fields[7], fields[9], fields[10]
        if fields[2:6] != _OURS:
            raise self._broken("rewrapped")
        if name_size > _MAX_NAME or extra_size not in (0, _ZIP64.size):
            raise self._broken("name" if name_size > _MAX_NAME else "container")
        name = self._name((yield from self._exactly(name_size)))
        extra = yield from self._exactly(extra_size)
        if size == _NARROW_LIMIT and extra:
            size = _ZIP64.unpack(extra)[2]
        return self._place(fixed + name.encode() + extra, Slot(name, size, crc, self._at))

    def _name(self, untrusted: bytes) -> str:
        match = _NAME.fullmatch(untrusted.decode("ascii", "replace"))
        if match is None or match[1] != (self._folder or match[1]):
            raise self._broken("name")
        self._folder = match[1]
        if match[2] in self._paths:
            raise self._broken("duplicate", part=match[2])
        self._paths.add(match[2])
        return match[0]

    def _place(self, header: bytes, slot: Slot) -> Slot:
        if slot.size > _MAX_SIZE or header != container.local_header(
            slot.name, slot.size, slot.crc
        ):
            raise self._broken("container")
        self._slots.append(slot)
        self._at += len(header) + slot.size
        return slot

    def _directory(self) -> _Steps:
        expected = memoryview(container.directory(self._slots, self._at))[4:]
        while expected:
            block = yield from self._some(len(expected))
            if block != expected[: len(block)]:
                raise self._broken("container", "the central directory says something else")
            expected = expected[len(block) :]

    def _some(self, limit: int) -> Generator[None, None, memoryview]:
        while not self._data:
            yield
        block, self._data = self._data[:limit], self._data[limit:]
        return block

    def _exactly(self, size: int) -> Generator[None, None, bytes]:
        block = bytearray()
        while len(block) < size:
            block += yield from self._some(size - len(block))
        return bytes(block)

    def _broken(self, reason: str, detail: str = "", **facts: str) -> DamagedBundle:
        return DamagedBundle(detail, reason=reason, entry=len(self._slots), **facts)
