"""Contents in, the bytes of a bundle out, in one pass and in constant memory.

The bytes depend on the contents and the signing key alone: no clock, no random
number, no system. Media are read twice, once for the checksum that a ZIP wants
before the content; if they are not what the contents say, nothing is finished.

``build`` writes to a sink; ``BundleStream`` is the same bytes to be read, so
that a bundle can be sealed while it is made and is never on a disk in the clear.
"""

import zlib
from collections.abc import Generator, Iterator
from contextlib import closing

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from storage.bundle import container, plan
from storage.bundle.bag import Filed
from storage.bundle.container import Slot
from storage.bundle.contents import Built, BundleContents, check
from storage.bundle.digests import FileDigests, Lanes
from storage.bundle.padme import zeros_sha256
from storage.bundle.plan import Looked, Source
from storage.bundle.streams import Pieces, Readable, Sink, Zeros
from storage.errors import DamagedBundle
from storage.progress import Tick, silent

BLOCK = 1024 * 1024
"""Bytes read, digested and passed on at a time."""


def build(
    contents: BundleContents, signer: Ed25519PrivateKey, sink: Sink, tick: Tick = silent
) -> Built:
    """Write the unsealed bundle to the sink.

    Raises DamagedBundle(reason="source") when a medium is not what the contents say; what was
    written until then is no bundle, and the caller throws it away. Ticks in bytes read.
    """
    with closing(BundleStream(contents, signer, tick)) as stream:
        for piece in stream.pieces:
            sink.write(piece)
        return stream.built


class BundleStream(Pieces):
    """The unsealed bundle as a stream to read; ``built`` is there once it has ended."""

    def __init__(
        self, contents: BundleContents, signer: Ed25519PrivateKey, tick: Tick = silent
    ) -> None:
        """ValueError where the contents break the format's bounds; nothing is read yet."""
        check(contents)
        super().__init__(self._run(contents, signer, tick))
        self._built: Built | None = None

    @property
    def built(self) -> Built:
        """What was made; ValueError before the end of the stream."""
        if self._built is None:
            raise ValueError("the bundle is not finished")
        return self._built

    def _run(
        self, contents: BundleContents, signer: Ed25519PrivateKey, tick: Tick
    ) -> Generator[bytes, None, None]:
        size, watched = 0, _Watched(contents, tick)
        with Lanes() as lanes:
            first = _First(lanes, watched)
            signed, sources = plan.prepare(contents, signer, first.look, watched.waiting)
            writing = _Writing(lanes, plan.top(signed.bundle_id), watched, first.known)
            for piece in writing.all(sources):
                size += len(piece)
                yield piece
        self._built = Built(
            bundle_id=signed.bundle_id,
            size=size,
            merkle_root=signed.merkle_root,
            commitments=tuple(item.commitment for item in signed.items),
        )


class _Watched:
    """Counts what is read, twice for each source, and tells the tick."""

    def __init__(self, contents: BundleContents, tick: Tick) -> None:
        self._tick, self._done = tick, 0
        sealed = 0 if contents.originals is None else contents.originals.size
        self._total = 2 * (sum(item.size for item in contents.items) + sealed)

    def blocks(self, stream: Readable) -> Iterator[bytes]:
        while block := stream.read(BLOCK):
            self._done += len(block)
            # Notes, lists and the pad come on top of what was known at the start.
            self.waiting()
            yield block

    def waiting(self) -> None:
        """Tell the tick how far it is, also where nothing was read since: it may stop the work."""
        self._tick(min(self._done, self._total), self._total)


class _First:
    """The first reading of the payload: its checksums, which stand before it or are signed."""

    def __init__(self, lanes: Lanes, watched: _Watched) -> None:
        self._lanes, self._watched = lanes, watched
        self.known: dict[str, Looked] = {}

    def look(self, source: Source) -> Looked:
        """Read a source once. Raises DamagedBundle where it is not of its size."""
        digests = FileDigests(self._lanes, "sha512")
        with closing(source.open()) as stream:
            for block in self._watched.blocks(stream):
                digests.update(block)
        sha512 = digests.settle()
        if digests.size != source.size:
            raise DamagedBundle(reason="source", part=source.path)
        self.known[source.path] = Looked(digests.crc, sha512)
        return self.known[source.path]


class _Writing:
    """One ZIP being written: what stands in it so far."""

    def __init__(
        self, lanes: Lanes, folder: str, watched: _Watched, known: dict[str, Looked]
    ) -> None:
        self._lanes, self._folder, self._watched, self._known = lanes, folder, watched, known
        self._slots: list[Slot] = []
        self._filed: list[Filed] = []
        self._at = 0

    def all(self, sources: list[Source]) -> Iterator[bytes]:
        """Yield the whole ZIP."""
        for source in sources:
            yield from self._entry(source)
        *lists, pad = plan.lists(self._filed, self._folder)
        zeros = Source(plan.PAD, pad, zeros_sha256(pad), lambda: Zeros(pad))
        for source in (*lists, zeros):
            yield from self._entry(source)
        yield container.directory(self._slots, self._at)

    def _entry(self, source: Source) -> Iterator[bytes]:
        crc = self._checksum(source)
        name = self._folder + source.path
        header = container.local_header(name, source.size, crc)
        self._slots.append(Slot(name, source.size, crc, self._at))
        self._at += len(header) + source.size
        yield header
        yield from self._content(source, crc)

    def _checksum(self, source: Source) -> int:
        looked = self._known.get(source.path)
        if looked is not None:
            return looked.crc
        crc = 0
        with closing(source.open()) as stream:
            for block in self._watched.blocks(stream):
                crc = zlib.crc32(block, crc)
        return crc

    def _content(self, source: Source, crc: int) -> Iterator[bytes]:
        digests = FileDigests(self._lanes)
        with closing(source.open()) as stream:
            for block in self._watched.blocks(stream):
                digests.update(block)
                yield block
        sha256 = digests.settle()
        if (digests.size, digests.crc, sha256) != (source.size, crc, source.sha256):
            raise DamagedBundle(reason="source", part=source.path)
        self._filed.append(Filed(source.path, source.size, sha256))
