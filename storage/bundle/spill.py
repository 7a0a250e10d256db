"""Bytes that are too many to hold, kept on the disk under a key that only this process has.

What is sealed is decrypted as a stream, and one file of it has to be read again and out of order.
Up to a bound it is in memory. Beyond, it stands in a file without a name, in chunks that are
encrypted (ChaCha20-Poly1305, the chunk's number as nonce) under a key that was drawn for it and is
written nowhere. So nothing of it is on the disk in the clear, and nothing can be read once this is
closed, or the power has failed.
"""

import io
import tempfile
from typing import BinaryIO, cast

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from typing_extensions import override

from storage.errors import DamagedBundle
from storage.seeking import InParts

CHUNK = 1 << 18
"""Plain bytes of a chunk."""
_TAG = 16
_NONCE = 12


class Spill:
    """A sink that is read from once it is full; ``opened`` gives that, and closes with it.

    Up to ``held`` bytes are in memory. ``close`` throws everything away. OSError where the disk
    is full.
    """

    def __init__(self, held: int) -> None:
        self._held = held
        self._rest = bytearray()
        self._file: BinaryIO | None = None
        self._seal = ChaCha20Poly1305(ChaCha20Poly1305.generate_key())
        self._chunks = 0

    def write(self, data: bytes | memoryview, /) -> int:
        """Take the next bytes."""
        self._rest += data
        if len(self._rest) > self._held or self._file is not None:
            self._let_out(CHUNK)
        return len(data)

    def opened(self) -> BinaryIO:
        """Return all of it to be read from any place; nothing may be written any more."""
        if self._file is None:
            return io.BytesIO(bytes(self._rest))
        size = self._chunks * CHUNK + len(self._rest)
        self._let_out(1)
        self._file.flush()
        chunks = _Chunks(self._file, self._seal, size)
        self._file = None
        return cast("BinaryIO", io.BufferedReader(chunks, CHUNK))

    def close(self) -> None:
        """Throw everything away that was not opened."""
        self._rest.clear()
        if self._file is not None:
            self._file.close()
            self._file = None

    def _let_out(self, least: int) -> None:
        """Write chunks while there are at least so many bytes."""
        if self._file is None:
            self._file = cast("BinaryIO", tempfile.TemporaryFile())  # noqa: SIM115 # see close
        at = 0
        with memoryview(self._rest) as rest:
            while len(rest) - at >= least:
                sealed = self._seal.encrypt(_nonce(self._chunks), rest[at : at + CHUNK], None)
                self._file.write(sealed)
                self._chunks += 1
                at += CHUNK
        del self._rest[:at]


class _Chunks(InParts):
    """Reads ``size`` plain bytes out of chunks; the file is closed with this."""

    def __init__(self, file: BinaryIO, seal: ChaCha20Poly1305, size: int) -> None:
        super().__init__(size)
        self._file, self._seal = file, seal

    @override
    def _part(self, at: int, most: int) -> bytes:
        number, late = divmod(at, CHUNK)
        return self._chunk(number)[late : late + most]

    @override
    def close(self) -> None:
        self._file.close()
        super().close()

    def _chunk(self, number: int) -> bytes:
        self._file.seek(number * (CHUNK + _TAG))
        try:
            return self._seal.decrypt(_nonce(number), self._file.read(CHUNK + _TAG), None)
        except InvalidTag as error:  # the disk gave back something else
            raise DamagedBundle(reason="seal") from error


def _nonce(number: int) -> bytes:
    return number.to_bytes(_NONCE, "big")
