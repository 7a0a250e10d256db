"""The frames that pass between Firsthand and its confined child, over two pipes.

The child holds no file: it asks for bytes of its source and hands back bytes
of its result, so it needs nothing from the system but these pipes. A frame is
one byte of type, four bytes of length (big-endian), and the payload. Neither
side trusts the other's lengths.

Where the system has memory that both can see (``window.py``), the first frame
names it, and the bytes themselves stand there: SHOWN takes the place of DATA,
PUT that of WRITE. What the result has of the source as it was, in a source that is shown from its
beginning, is named by SAME and stays where it is.

Where a call is a conversation (``playing.py``), the child sends PARTs one by one, and goes on
only when a WISH answers: an empty one says no more than that.
"""

import struct
from enum import IntEnum
from typing import BinaryIO

from capture.isolate import window

MAX_FRAME = 64 << 20
"""Longest payload in bytes: a report with its needles, or a preview's pixels."""
MAX_READ = window.SIZE
"""Longest answer to one READ, in bytes."""
MAX_WRITE = window.SIZE // 2
"""Most bytes of one WRITE or PUT: one half of a window is filled while the other is taken."""

_HEADER = struct.Struct(">BI")
READ_REQUEST = struct.Struct(">QI")
"""Payload of READ: offset and length in bytes."""
PROGRESS = struct.Struct(">QQ")
"""Payload of TICK: done and total."""
MEMORIES = struct.Struct(">ii")
"""Payload of HELLO: descriptors of the source's and the result's window; -1 for none."""
SHOWN = struct.Struct(">I")
"""Payload of SHOWN: how many bytes stand at the beginning of the source's window."""
PUT = struct.Struct(">II")
"""Payload of PUT and SAME: where bytes of the result stand in the window, and how many."""


class Kind(IntEnum):
    """What a frame is: the first six go to the child, the others come from it."""

    HELLO = 12
    CALL = 1
    DATA = 2
    SHOWN = 9
    TAKEN = 10
    WISH = 15
    READ = 3
    WRITE = 4
    PUT = 11
    SAME = 16
    TICK = 5
    BEAT = 6
    REPORT = 13
    PART = 14
    DONE = 7
    FAIL = 8


class BrokenWire(Exception):
    """The other side is gone, or what it sent is no frame."""


def send(pipe: BinaryIO, kind: Kind, payload: bytes | memoryview = b"") -> None:
    """Write one frame. Raises BrokenWire."""
    try:
        pipe.write(_HEADER.pack(kind, len(payload)))
        pipe.write(payload)
        pipe.flush()
    except (OSError, ValueError) as error:
        raise BrokenWire from error


def receive(pipe: BinaryIO) -> tuple[Kind, bytes]:
    """Read one frame. Raises BrokenWire at the end of the pipe or on nonsense."""
    untrusted_type, untrusted_length = _HEADER.unpack(_exactly(pipe, _HEADER.size))
    if untrusted_length > MAX_FRAME:
        raise BrokenWire
    try:
        kind = Kind(untrusted_type)
    except ValueError as error:
        raise BrokenWire from error
    return kind, _exactly(pipe, untrusted_length)


def _exactly(pipe: BinaryIO, count: int) -> bytes:
    try:
        data = pipe.read(count)
    except (OSError, ValueError) as error:
        raise BrokenWire from error
    if len(data) != count:
        raise BrokenWire
    return data
