"""A received bundle, checked from its own bytes: no vault, no network, nothing written.

A bundle is whole or it is not: what is returned has passed every check, and
everything else is raised. Structure that cannot be walked is raised as it is
met; content that is walked and found wrong is raised as NotWhole with every
check that was made, so that a person reads which file is at fault.

What the signature means is for people: it shows that nothing changed since the
key's holder signed, and the key itself has to be known from elsewhere.
"""

import os
from contextlib import closing
from pathlib import Path

from storage.bundle import gpg
from storage.bundle.age import MAGIC
from storage.bundle.apart import Apart, can_be_apart
from storage.bundle.container import LOCAL
from storage.bundle.digests import Lanes
from storage.bundle.folder import walk_folder
from storage.bundle.judge import judge
from storage.bundle.streams import Readable, Sink
from storage.bundle.verdict import Verdict
from storage.bundle.volumes import Joined, siblings
from storage.bundle.walk import Walk
from storage.errors import WrongIdentity
from storage.progress import Tick, silent

_BLOCK = 1024 * 1024
_STEP = 256 * 1024
"""Bytes that are read at once where most of them are skipped."""


def verify(
    untrusted: Readable,
    identity: str | None = None,
    tick: Tick = silent,
    signer: str | None = None,
) -> Verdict:
    """Return the verdict on a bundle that is whole.

    ``identity`` is the text of an age identity file, or the passphrase, for what age sealed; what
    OpenPGP sealed is opened with the gpg of this machine. ``signer`` is the key that the bundle is
    expected from, as a fingerprint, an OpenSSH line or a minisign key. Ticks in bytes read, of an
    unknown total. Raises NotWhole and any DamagedBundle, NewerVersion, and WrongIdentity, with
    ``reason`` "missing" when age sealed it and no identity was given.
    """
    stream = _Begun(untrusted, tick)
    with Lanes() as lanes:
        walk = Walk(lanes)
        wrapping = _walk_through(stream, walk, identity)
        return judge(walk.finish(), wrapping, signer)


def verify_folder(untrusted: Path, tick: Tick = silent, signer: str | None = None) -> Verdict:
    """Return the verdict on an unpacked bundle: the folder that holds ``manifest.json``.

    Everything is checked but the container, which is no longer there. Raises what ``verify`` does,
    and OSError where the system does not let it read.
    """
    with Lanes() as lanes:
        return judge(walk_folder(untrusted, lanes, tick), "folder", signer)


def verify_path(
    untrusted: Path, identity: str | None = None, tick: Tick = silent, signer: str | None = None
) -> Verdict:
    """Return the verdict on what lies at a path: a bundle, its first volume, or a folder.

    Ticks in bytes of the files, of the known total (unknown for a folder). Raises what ``verify``
    does, and OSError where the system does not let it read.
    """
    if untrusted.is_dir():
        return verify_folder(untrusted, tick, signer)
    volumes = siblings(untrusted)
    total = sum(volume.stat().st_size for volume in volumes)
    if len(volumes) == 1 and can_be_apart() and _is_plain(untrusted):
        return _verify_lying(untrusted, lambda done, _total: tick(done, total), signer)
    with closing(Joined(volumes)) as stream:
        return verify(stream, identity, lambda done, _total: tick(done, total), signer)


def _is_plain(untrusted: Path) -> bool:
    with untrusted.open("rb") as stream:
        return stream.read(len(LOCAL)) == LOCAL


def _verify_lying(untrusted: Path, tick: Tick, signer: str | None) -> Verdict:
    """Return the verdict on a plain bundle that lies on a disk: its files are read side by side."""
    with (
        untrusted.open("rb", buffering=0) as stream,
        Lanes() as lanes,
        Apart(stream.fileno()) as apart,
    ):
        walk, size = Walk(lanes, apart=apart), os.fstat(stream.fileno()).st_size
        while block := stream.read(_STEP):
            walk.write(block)
            tick(0, 0)
            if walk.skip > size - stream.tell():
                break  # it is cut, and a place that far off may be none
            stream.seek(walk.skip, os.SEEK_CUR)
        apart.finish(tick)
        tick(size, size)
        return judge(walk.finish(), "plain", signer)


def passed_on(
    untrusted: Path, part: str, sink: Sink, identity: str | None = None, tick: Tick = silent
) -> None:
    """Write one file of a bundle in a file or volumes into a sink, by its path inside.

    For what was verified just now; whoever takes it checks the digest once more. It is the same
    walk as ``verify_path``, with its ticks and errors.
    """
    volumes = siblings(untrusted)
    total = sum(volume.stat().st_size for volume in volumes)
    with Lanes() as lanes, closing(Joined(volumes)) as stream:
        walk = Walk(lanes, keep=(part, sink))
        begun = _Begun(stream, lambda done, _total: tick(done, total))
        _walk_through(begun, walk, identity)
        walk.finish()


def _walk_through(stream: "_Begun", walk: Walk, identity: str | None) -> str:
    """Feed the walk with what the stream holds, opened if it is sealed; return its wrapping."""
    if stream.head.startswith(MAGIC):
        if identity is None:
            raise WrongIdentity(reason="missing")
        from storage.bundle.sealing import unseal

        unseal(stream, identity, walk)
        return "sealed"
    if stream.head.startswith(gpg.BEGINNINGS):
        gpg.unseal(stream, walk)
        return "sealed"
    while block := stream.read(_BLOCK):
        walk.write(block)
    return "plain"


class _Begun:
    """A stream whose first bytes were looked at; it tells the tick what is read."""

    def __init__(self, untrusted: Readable, tick: Tick) -> None:
        self._stream, self._tick, self._done = untrusted, tick, 0
        self.head = self._first()
        self._left = self.head

    def read(self, size: int, /) -> bytes:
        if not self._left:
            return self._next(size)
        taken, self._left = self._left[:size], self._left[size:]
        return taken

    def close(self) -> None:
        self._stream.close()

    def _first(self) -> bytes:
        head = b""
        while len(head) < len(MAGIC):
            block = self._next(_BLOCK)
            if not block:
                break
            head += block
        return head

    def _next(self, size: int) -> bytes:
        block = self._stream.read(size)
        self._done += len(block)
        self._tick(self._done, 0)
        return block
