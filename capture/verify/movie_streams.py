"""The second reading of the samples themselves: no unit in them that is not picture or sound.

Sources: ITU-T H.264 (7.3.1, Annex D), ITU-T H.265 (7.3.1, Annex D), the AV1
specification (5.3), ISO/IEC 14496-2 (6.2.2.2.1), ISO/IEC 14496-3 (4.4.2.7), RFC 6716 (3.2.5).
"""

from collections.abc import Callable

from capture.errors import Unverified
from capture.verify.codes import Follower
from capture.verify.messages import Messages
from capture.verify.movie_boxes import require
from capture.verify.movie_entries import MAX_SET, Described, Stream

_AVC_PICTURE = frozenset((1, 2, 3, 4, 5))
_AVC_SETS = frozenset((7, 8))
_AVC_MARKS = frozenset((10, 11))
_HEVC_PICTURE = frozenset((*range(10), *range(16, 22)))
_HEVC_SETS = frozenset((32, 33, 34))
_HEVC_MARKS = frozenset((36, 37))
_AV1_UNITS = frozenset((1, 3, 4, 6, 7))

_FOLLOWED = {
    Stream.AVC: "avc",
    Stream.HEVC: "hevc",
    Stream.AV1: "av1",
    Stream.VP9: "vp9",
    Stream.MPEG4: "mpeg4",
    Stream.AAC: "aac",
    Stream.OPUS: "opus",
    Stream.ALAC: "alac",
    Stream.AC3: "ac3",
}
"""The machine that follows each stream's codes."""


def checker(described: Described, *, still: bool = False) -> Callable[[bytes], None] | None:
    """Give the function that checks the samples of a description, each once, in their order.

    A ``still`` picture holds no messages. None where every byte is a sample of sound, and
    nothing can be said. Raises Unverified, for the reason "codes".
    """
    if described.stream is Stream.PCM:
        return None
    units = _units(described, Messages(silent=still))
    follower = Follower(_FOLLOWED[described.stream], described.settings)

    def check(sample: bytes) -> None:
        if units is not None:
            try:
                units(sample)
            except Unverified as error:
                # What stands beside the codes is gone, as what is behind them, if they are new.
                raise Unverified(str(error), part=described.stream.value, reason="codes") from error
        follower.follow(sample)

    return check


def _units(described: Described, said: Messages) -> Callable[[bytes], None] | None:
    match described.stream:
        case Stream.AVC:
            return lambda sample: _check_units(sample, described.width, _check_avc, said)
        case Stream.HEVC:
            return lambda sample: _check_units(sample, described.width, _check_hevc, said)
        case Stream.AV1:
            return lambda sample: _check_av1(sample, said)
        case _:
            return None


_Check = Callable[[bytes, int, int, Messages], None]


def _check_units(sample: bytes, length_size: int, check: _Check, said: Messages) -> None:
    at = 0
    said.begin()
    while at < len(sample):
        start = at + length_size
        at = start + int.from_bytes(sample[at:start], "big")
        require(start < at <= len(sample), "a unit reaches out of its sample")
        check(sample, start, at, said)


def _check_avc(sample: bytes, start: int, end: int, said: Messages) -> None:
    kind = sample[start]
    require(kind < 0x80, "a unit without a valid header")  # noqa: PLR2004 - the forbidden bit
    kind &= 31
    if kind in _AVC_PICTURE:
        return
    if kind in _AVC_SETS:
        require(end - start <= MAX_SET, "a parameter set is too long")
    elif kind in _AVC_MARKS:
        require(end - start == 1, "an end mark holds more than a mark")
    else:
        require(kind == 6, f"a unit of type {kind}")  # noqa: PLR2004 - SEI
        said.check(sample[start + 1 : end])


def _check_hevc(sample: bytes, start: int, end: int, said: Messages) -> None:
    require(end - start >= 2 and sample[start] < 0x80, "a unit without a valid header")  # noqa: PLR2004 - its length
    require(not sample[start] & 1 and not sample[start + 1] & 0xF8, "a unit of another layer")
    kind = sample[start] >> 1
    if kind in _HEVC_PICTURE:
        return
    if kind in _HEVC_SETS:
        require(end - start <= MAX_SET, "a parameter set is too long")
    elif kind in _HEVC_MARKS:
        require(end - start == 2, "an end mark holds more than a mark")  # noqa: PLR2004 - its header
    else:
        require(kind == 39, f"a unit of type {kind}")  # noqa: PLR2004 - prefix SEI
        said.check(sample[start + 2 : end])


def _check_av1(sample: bytes, said: Messages) -> None:
    at = 0
    said.begin()
    while at < len(sample):
        first = sample[at]
        kind, body = first >> 3 & 15, at + 1 + (first >> 2 & 1)
        at = len(sample)
        if first & 2:
            size, shift = 0, 0
            while True:
                require(body < len(sample) and shift <= 49, "a unit without a valid length")  # noqa: PLR2004 - 8 bytes
                size |= (sample[body] & 0x7F) << shift
                body, shift = body + 1, shift + 7
                if not sample[body - 1] & 0x80:
                    break
            at = body + size
        require(body <= at <= len(sample), "a unit reaches out of its sample")
        _check_av1_unit(kind, sample[body : min(at, body + 32)], at - body, said)


def _check_av1_unit(kind: int, body: bytes, size: int, said: Messages) -> None:
    if kind not in _AV1_UNITS:
        require(kind == 5 and size > 0, f"a unit of type {kind}")  # noqa: PLR2004 - metadata
        said.check_metadata(body, size)
