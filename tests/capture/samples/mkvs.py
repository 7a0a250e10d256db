"""Matroska files built by hand around real streams, and the places that hold texts in them."""

import itertools
import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tests.capture.samples import movies as m
from tests.capture.samples.jpeg_canaries import Place

SEGMENT, CLUSTER, INFO, TRACKS = 0x18538067, 0x1F43B675, 0x1549A966, 0x1654AE6B
_X264_UUID = bytes.fromhex("dc45e9bde6d948b7962cd820d923eeef")


def el(kind: int, *parts: bytes, unknown: bool = False) -> bytes:
    """Write one element, its size in eight bytes, or unknown."""
    body = b"".join(parts)
    name = kind.to_bytes((kind.bit_length() + 7) // 8, "big")
    size = (1 << 56) - 1 if unknown else len(body)
    return name + ((1 << 56) | size).to_bytes(8, "big") + body


def num(kind: int, value: int) -> bytes:
    return el(kind, value.to_bytes(max((value.bit_length() + 7) // 8, 1), "big"))


@dataclass(frozen=True)
class Mkv:
    """A file with a picture and a sound, and whatever a test adds in each place."""

    doctype: bytes = b"matroska"
    more_top: bytes = b""
    more_info: bytes = b""
    more_tracks: bytes = b""
    more_video: bytes = b""
    more_segment: bytes = b""
    more_cluster: bytes = b""
    more_group: bytes = b""
    first: bytes = b""
    after: bytes = b""
    live: bool = False
    scale: int = 1_000_000
    sound: bytes = b""
    """Another track in place of the sound's."""

    def build(self) -> bytes:
        head = el(0x1A45DFA3, el(0x4282, self.doctype), num(0x4287, 4))
        info = el(INFO, num(0x2AD7B1, self.scale), self.more_info)
        tracks = el(TRACKS, self._video(), self.sound or self._sound(), self.more_tracks)
        inside = info + tracks + b"".join(self._clusters()) + self.more_segment
        return head + self.more_top + el(SEGMENT, inside, unknown=self.live) + self.after

    def _video(self) -> bytes:
        shape = el(0xE0, num(0xB0, 64), num(0xBA, 48))
        codec = el(0x86, b"V_MPEG4/ISO/AVC") + el(0x63A2, m.coded().config[8:])
        return el(0xAE, num(0xD7, 1), num(0x73C5, 1), num(0x83, 1), codec, shape, self.more_video)

    def _sound(self) -> bytes:
        config = m.spoken().config
        at = config.index(b"\x05\x80\x80\x80") + 4
        private = config[at + 1 : at + 1 + config[at]]
        shape = el(0xE1, el(0xB5, struct.pack(">d", 48_000)), num(0x9F, 1))
        codec = el(0x86, b"A_AAC") + el(0x63A2, private)
        return el(0xAE, num(0xD7, 2), num(0x73C5, 2), num(0x83, 2), codec, shape)

    def _clusters(self) -> Iterator[bytes]:
        stream = m.coded()
        starts = [sum(stream.durations[:n]) for n in range(len(stream.samples))]
        shown = [
            (start + shift) * 1000 // stream.timescale
            for start, shift in zip(starts, stream.shifts, strict=True)
        ]
        for first in range(0, len(shown), 10):
            blocks = b""
            for n in range(first, min(first + 10, len(shown))):
                data = (self.first if n == 0 else b"") + stream.samples[n]
                time = struct.pack(">h", shown[n] - first * 33)
                blocks += el(0xA3, b"\x81", time, b"\x80" if stream.sync[n] else b"\0", data)
            yield el(CLUSTER, num(0xE7, first * 33), blocks, self.more_cluster, unknown=self.live)
        sound = m.spoken().samples
        group = el(0xA0, el(0xA1, b"\x82\0\0\0", sound[0]), self.more_group)
        laced = b"".join(self._laces(sound[1:]))
        yield el(CLUSTER, num(0xE7, 0), group, laced, unknown=self.live)

    def _laces(self, frames: tuple[bytes, ...]) -> Iterator[bytes]:
        """Put frames into blocks of up to four, in each of the ways of lacing in turn."""
        for at in range(0, len(frames), 4):
            part = frames[at : at + 4]
            time = struct.pack(">h", (at + 1) * 1024 // 48)
            sizes = [len(frame) for frame in part]
            if at % 8:
                lacing, head = b"\x02", b"".join(_xiph(size) for size in sizes[:-1])
            else:
                differences = [b - a for a, b in itertools.pairwise(sizes[:-1])]
                signed = [(0x4000 | d + 0x1FFF).to_bytes(2, "big") for d in differences]
                head = (0x4000 | sizes[0]).to_bytes(2, "big") if len(part) > 1 else b""
                lacing, head = b"\x06", head + b"".join(signed)
            yield el(0xA3, b"\x82", time, lacing, bytes((len(part) - 1,)), head, *part)


def _xiph(size: int) -> bytes:
    return b"\xff" * (size // 255) + bytes((size % 255,))


def _tag(name: bytes, value: bytes) -> bytes:
    return el(0x1254C367, el(0x7373, el(0x63C0), el(0x67C8, el(0x45A3, name), el(0x4487, value))))


def _simple(name: bytes, value: bytes) -> bytes:
    return el(0x67C8, el(0x45A3, name), el(0x4487, value))


def _chapter(text: bytes) -> bytes:
    return el(
        0x1043A770, el(0x45B9, el(0xB6, num(0x73C4, 1), num(0x91, 0), el(0x80, el(0x85, text))))
    )


def _attached(name: bytes, data: bytes) -> bytes:
    return el(0x1941A469, el(0x61A7, el(0x466E, name), el(0x4660, b"image/jpeg"), el(0x465C, data)))


def _subtitles(text: bytes) -> Mkv:
    track = el(0xAE, num(0xD7, 3), num(0x73C5, 3), num(0x83, 17), el(0x86, b"S_TEXT/UTF8"))
    block = el(0xA0, el(0xA1, b"\x83\0\0\0", text), num(0x9B, 900))
    return Mkv(more_tracks=track, more_segment=el(CLUSTER, num(0xE7, 0), block))


_PLACES: dict[str, Callable[[bytes], Mkv]] = {
    "title": lambda c: Mkv(more_info=el(0x7BA9, c)),
    "muxing app": lambda c: Mkv(more_info=el(0x4D80, c)),
    "writing app": lambda c: Mkv(more_info=el(0x5741, c)),
    "segment file name": lambda c: Mkv(more_info=el(0x7384, c)),
    "next file name": lambda c: Mkv(more_info=el(0x3E83BB, c)),
    "segment UUID": lambda c: Mkv(more_info=el(0x73A4, c[:16].ljust(16, b"x"))),
    "unknown in info": lambda c: Mkv(more_info=el(0x4DFF, c)),
    "void": lambda c: Mkv(more_segment=el(0xEC, c)),
    "void in info": lambda c: Mkv(more_info=el(0xEC, c)),
    "void before the segment": lambda c: Mkv(more_top=el(0xEC, c)),
    "void in a cluster": lambda c: Mkv(more_cluster=el(0xEC, c)),
    "tag": lambda c: Mkv(more_segment=_tag(b"ARTIST", c)),
    "tag of a place": lambda c: Mkv(more_segment=_tag(b"LOCATION", c)),
    "tag name": lambda c: Mkv(more_segment=_tag(c, b"value")),
    "tag in a tag": lambda c: Mkv(
        more_segment=el(0x1254C367, el(0x7373, el(0x67C8, el(0x45A3, b"A"), _simple(b"B", c))))
    ),
    "tag of bytes": lambda c: Mkv(
        more_segment=el(0x1254C367, el(0x7373, el(0x67C8, el(0x45A3, b"DATA"), el(0x4485, c))))
    ),
    "chapter": lambda c: Mkv(more_segment=_chapter(c)),
    "attachment": lambda c: Mkv(more_segment=_attached(b"cover.jpg", b"\xff\xd8\xff\xe0" + c)),
    "attachment name": lambda c: Mkv(more_segment=_attached(c, b"data")),
    "track name": lambda c: Mkv(more_video=el(0x536E, c)),
    "codec name": lambda c: Mkv(more_video=el(0x258688, c)),
    "unknown in a track": lambda c: Mkv(more_video=el(0x4DFF, c)),
    "language": lambda c: Mkv(more_video=el(0x22B59D, c)),
    "subtitles": _subtitles,
    "hidden track's settings": lambda c: Mkv(
        more_tracks=el(0xAE, num(0xD7, 3), num(0x83, 33), el(0x86, b"D_WEBVTT"), el(0x63A2, c))
    ),
    "block additions": lambda c: Mkv(more_group=el(0x75A1, el(0xA6, el(0xA5, c)))),
    "SEI user data": lambda c: Mkv(first=m.sei(5, _X264_UUID + c)),
    "after the end": lambda c: Mkv(after=b"\0junk" + c),
    "after the end of a live one": lambda c: Mkv(more_segment=b"\0junk" + c, live=True),
    "WebM title": lambda c: Mkv(b"webm", more_info=el(0x7BA9, c)),
}  # fmt: skip


def _built(build: Callable[[bytes], Mkv]) -> Callable[[bytes], bytes]:
    return lambda canary: build(canary).build()


def places() -> Iterator[Place]:
    """Yield every place of the Matroska family."""
    for name, build in _PLACES.items():
        yield Place(f"Matroska {name}", _built(build))
