"""The second reading of the messages of H.264 and HEVC, and of AV1's metadata.

Sources: ITU-T H.264 and ITU-T H.265, Annex D; the AV1 specification, 6.7. What stays is what
a screen needs. Each stands once in a sample and says the same all along: what changes from
sample to sample would be a place to write to that no viewer looks at.
"""

from capture.verify import screen
from capture.verify.movie_boxes import Strict, require

_RECOVERY, _TURN, _SCREEN, _LIGHT, _TRANSFER = 6, 47, 137, 144, 147
_SIZES = {_RECOVERY: range(1, 4), _TURN: (3,), _SCREEN: (24,), _LIGHT: (4,), _TRANSFER: (1,)}
_MOST_FORMS = {_RECOVERY: 2}
"""A recovery point has a form where decoding may begin at once, and one where it takes a while."""
_MOST_TRANSFERS = 18
_AV1_SIZES = {1: 6, 2: 26}
_LONGEST = 1024


class Messages:
    """What the messages of one stream have said so far."""

    def __init__(self, *, silent: bool = False) -> None:
        """``silent`` is a stream that may hold none: a still picture's boxes say it."""
        self._silent = silent
        self._forms: dict[int, set[bytes]] = {}
        self._now: set[int] = set()

    def begin(self) -> None:
        """Begin with the next sample."""
        self._now.clear()

    def check(self, escaped: bytes) -> None:
        """Check one unit of messages, behind its header."""
        body = _unescaped(escaped[:_LONGEST])
        at = 0
        while body[at:] != b"\x80":
            require(len(body) - at > 2, "a message breaks the rules")  # noqa: PLR2004 - its header
            kind, size = body[at], body[at + 1]
            require(kind in _SIZES and size in _SIZES[kind], f"a message of type {kind}")
            self._check(kind, body[at + 2 : at + 2 + size])
            at += 2 + size

    def check_metadata(self, body: bytes, size: int) -> None:
        """Check one unit of AV1's metadata: its first bytes, and how many it has."""
        kind = body[0]
        require(_AV1_SIZES.get(kind) == size, "a unit of unknown metadata")
        require(body[-1] == 0x80, "a unit of unknown metadata")  # noqa: PLR2004 - its last bit
        self._said(kind, body)
        if kind == 2:  # noqa: PLR2004 - mastering colours
            screen.av1_mdcv(Strict(body[1:-1], "metadata"))

    def _check(self, kind: int, payload: bytes) -> None:
        self._said(kind, payload)
        if kind == _TURN:
            # Behind three flags there are 16 bits of a turn: a quarter in the first two of them.
            require(not int.from_bytes(payload, "big") >> 5 & 0x3FFF, "a turn that is no quarter")
        elif kind == _SCREEN:
            screen.mdcv(Strict(payload, "a message"))
        elif kind == _TRANSFER:
            require(payload[0] <= _MOST_TRANSFERS, "a message of unknown colours")

    def _said(self, kind: int, payload: bytes) -> None:
        require(not self._silent, "a message in a still picture")
        require(kind not in self._now, "a message stands twice")
        self._now.add(kind)
        forms = self._forms.setdefault(kind, set())
        forms.add(payload)
        require(len(forms) <= _MOST_FORMS.get(kind, 1), "a message says something else than before")


def _unescaped(escaped: bytes) -> bytes:
    body = bytearray()
    zeros = 0
    for byte in escaped:
        if zeros >= 2 and byte == 3:  # noqa: PLR2004 - an emulation prevention byte
            zeros = 0
            continue
        zeros = 0 if byte else zeros + 1
        body.append(byte)
    return bytes(body)
