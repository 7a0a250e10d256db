"""A movie for every place that can hold text or a picture, with a canary in that place."""

import io
import struct
from collections.abc import Callable, Iterator
from dataclasses import replace

from PIL import Image

from tests.capture.samples import movies as m
from tests.capture.samples.jpeg_canaries import PACKET, UUID, UUID_XMP, Place

Build = Callable[[bytes], m.Movie]

_UUID_C2PA = bytes.fromhex("d8fec3d61b0e483c92975828877ec481")
_X264_UUID = bytes.fromhex("dc45e9bde6d948b7962cd820d923eeef")


def places() -> Iterator[Place]:
    """Yield every place of the MP4 and QuickTime family."""
    for name, build in {**_TOP, **_MOOV, **_UDTA, **_META, **_TRAK, **_STREAM, **_TRACKS}.items():
        yield Place(f"MP4 {name}", _built(build), name not in _UNSAID, name in _REFUSED)


_UNSAID = frozenset(("trak tapt", "avcC after the end", "sample after its last unit"))
"""Removed like the rest, but not worth a word: nothing writes texts there."""

_REFUSED = frozenset(("sample after its last unit",))
"""A faithful copy would have to guess; an anonymous one has no such place."""


def _built(build: Build) -> Callable[[bytes], bytes]:
    return lambda canary: build(canary).build()


def _picture(text: bytes) -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (8, 8), (90, 20, 30)).save(stream, "JPEG", comment=text)
    return stream.getvalue()


def _international(text: bytes) -> bytes:
    return struct.pack(">HH", len(text), 0x15C7) + text


def _item(kind: bytes, value: bytes, form: int = 1) -> bytes:
    return m.box(kind, m.box(b"data", struct.pack(">II", form, 0), value))


def _meta(*inside: bytes, handler: bytes = b"mdir") -> bytes:
    hdlr = m.full(b"hdlr", bytes(4), handler, bytes(13))
    return m.full(b"meta", hdlr, *inside)


def _keys(name: bytes, value: bytes, form: int = 1) -> bytes:
    """Apple's metadata: a list of names, and items that refer to them by number."""
    keys = m.full(b"keys", struct.pack(">I", 1), m.box(b"mdta", name))
    ilst = m.box(b"ilst", _item(struct.pack(">I", 1), value, form))
    hdlr = m.full(b"hdlr", bytes(4), b"mdta", bytes(14))
    return m.box(b"meta", hdlr, keys, ilst)


def _top(kind: bytes, before: bytes = b"") -> Build:
    return lambda canary: m.Movie(after=m.box(kind, before, canary))


def _moov(content: Callable[[bytes], bytes]) -> Build:
    return lambda canary: m.Movie(more_moov=content(canary))


def _udta(content: Callable[[bytes], bytes]) -> Build:
    return lambda canary: m.Movie(more_moov=m.box(b"udta", content(canary)))


def _video(**fields: Callable[[bytes], bytes]) -> Build:
    """A movie whose picture track has these fields made from the canary."""

    def build(canary: bytes) -> m.Movie:
        made = {name: make(canary) for name, make in fields.items()}
        return m.Movie((replace(m.picture(), **made), m.sound()))  # type: ignore[arg-type] # by name

    return build


def _described(extra: Callable[[bytes], bytes]) -> Build:
    """A movie with one more box in its picture's description."""
    return lambda canary: m.Movie((m.picture(extra=extra(canary)), m.sound()))


def _first(content: Callable[[bytes], bytes]) -> Build:
    """A movie whose first video sample begins with this."""
    return lambda canary: m.Movie((m.with_first(m.picture(), content(canary)), m.sound()))


_TOP: dict[str, Build] = {
    "free at the top": _top(b"free"),
    "skip at the top": _top(b"skip"),
    "wide at the top": _top(b"wide"),
    "unknown box at the top": _top(b"abcd"),
    "uuid at the top": _top(b"uuid", UUID),
    "uuid C2PA": _top(b"uuid", _UUID_C2PA),
    "uuid XMP": lambda c: m.Movie(after=m.box(b"uuid", UUID_XMP, PACKET % c)),
    "udta at the top": lambda c: m.Movie(after=m.box(b"udta", m.box(b"name", c))),
    "meta at the top": lambda c: m.Movie(after=_meta(m.box(b"ilst", _item(b"\xa9cmt", c)))),
    "emsg": _top(b"emsg", bytes(20)),
    "PICT preview": _top(b"PICT"),
    "after the end": lambda c: m.Movie(after=b"\xff\xff\xff\xffjunk" + c),
    "a second movie after the end": lambda c: m.Movie(after=b"\0\0\0\x02" + c + m.box(b"moov", c)),
    "mdat without samples": lambda c: m.Movie(stray=b"...." + c),
    "a picture in mdat without samples": lambda c: m.Movie(stray=_picture(c)),
    "a second mdat": _top(b"mdat"),
}

_MOOV: dict[str, Build] = {
    "free in moov": _moov(lambda c: m.box(b"free", c)),
    "unknown box in moov": _moov(lambda c: m.box(b"abcd", c)),
    "uuid in moov": _moov(lambda c: m.box(b"uuid", UUID, c)),
    "uuid XMP in moov": _moov(lambda c: m.box(b"uuid", UUID_XMP, PACKET % c)),
    "moov after its boxes": _moov(lambda c: b"\xff\xff\xff\xffjunk" + c),
    "gps box": _moov(lambda c: m.box(b"gps ", bytes(8), c)),
    "iods is not all": _moov(lambda c: m.box(b"ctab", c)),
}

_TEXTS = (b"xyz", b"nam", b"cmt", b"day", b"mak", b"mod", b"swr", b"aut", b"ART", b"inf", b"too")
_3GPP = (b"titl", b"auth", b"perf", b"cprt", b"dscp", b"gnre", b"albm")
_VENDOR = (b"SDLN", b"smrd", b"FIRM", b"LENS", b"CNTH", b"NCDT", b"TAGS", b"manf", b"modl", b"slno")

_UDTA: dict[str, Build] = {
    **{
        f"udta ©{name.decode()}": _udta(lambda c, n=name: m.box(b"\xa9" + n, _international(c)))  # type: ignore[misc] # the name is bound now
        for name in _TEXTS
    },
    **{
        f"udta {name.decode()}": _udta(lambda c, n=name: m.full(n, b"\x15\xc7", c, b"\0"))  # type: ignore[misc] # the name is bound now
        for name in _3GPP
    },
    **{
        f"udta {name.decode()}": _udta(lambda c, n=name: m.box(n, c))  # type: ignore[misc] # the name is bound now
        for name in _VENDOR
    },
    "udta loci": _udta(
        lambda c: m.full(
            b"loci", b"\x15\xc7", c, b"\0\0", struct.pack(">iii", 9 << 16, 48 << 16, 0), b"\0\0"
        )
    ),
    "udta XMP_": _udta(lambda c: m.box(b"XMP_", PACKET % c)),
    "udta raw text": _udta(lambda c: m.box(b"\xa9cmt", c)),
    "udta in udta": _udta(lambda c: m.box(b"udta", m.box(b"abcd", c))),
    "udta uuid": _udta(lambda c: m.box(b"uuid", UUID, c)),
    "udta after its boxes": _udta(lambda c: b"\0\0\0\x03" + c),
    "udta thumbnail": _udta(lambda c: m.box(b"thmb", _picture(c))),
    "udta GPMF name": _udta(
        lambda c: m.box(
            b"GPMF",
            b"DEVC\0\x01" + struct.pack(">H", 8 + len(c) + 3 & ~3),
            b"CASNc\x01" + struct.pack(">H", len(c)),
            c,
            bytes(3),
        )
    ),
}

_META: dict[str, Build] = {
    "ilst ©nam": _udta(lambda c: _meta(m.box(b"ilst", _item(b"\xa9nam", c)))),
    "ilst ©too": _udta(lambda c: _meta(m.box(b"ilst", _item(b"\xa9too", c)))),
    "ilst UTF-16": _udta(
        lambda c: _meta(m.box(b"ilst", _item(b"\xa9nam", c.decode().encode("utf-16-be"), 2)))
    ),
    "ilst cover": _udta(lambda c: _meta(m.box(b"ilst", _item(b"covr", _picture(c), 13)))),
    "ilst data of no type": _udta(lambda c: _meta(m.box(b"ilst", _item(b"abcd", c, 0)))),
    "ilst freeform": _udta(
        lambda c: _meta(
            m.box(b"ilst", m.box(b"----", m.full(b"mean", b"com.apple"), m.full(b"name", b"x"),
                                 m.box(b"data", struct.pack(">II", 1, 0), c)))
        )
    ),
    "ilst freeform name": _udta(
        lambda c: _meta(
            m.box(b"ilst", m.box(b"----", m.full(b"mean", b"com.apple"), m.full(b"name", c),
                                 m.box(b"data", struct.pack(">II", 1, 0), c)))
        )
    ),
    "ilst unknown": _udta(lambda c: _meta(m.box(b"ilst", m.box(b"abcd", m.box(b"efgh", c))))),
    "keys make": _moov(lambda c: _keys(b"com.apple.quicktime.make", c)),
    "keys location": _moov(lambda c: _keys(b"com.apple.quicktime.location.ISO6709", c)),
    "keys content identifier": _moov(lambda c: _keys(b"com.apple.quicktime.content.identifier", c)),
    "keys of an unknown name": _moov(lambda c: _keys(b"org.example." + c, c)),
    "meta xml": _moov(lambda c: _meta(m.full(b"xml ", c))),
    "meta bxml": _moov(lambda c: _meta(m.full(b"bxml", c))),
    "meta idat": _moov(lambda c: _meta(m.box(b"idat", c))),
    "meta ID32": _moov(lambda c: _meta(m.full(b"ID32", b"\x15\xc7ID3", c))),
    "meta uuid": _moov(lambda c: _meta(m.box(b"uuid", UUID, c))),
    "meta free": _moov(lambda c: _meta(m.box(b"free", c))),
}  # fmt: skip

_TRAK: dict[str, Build] = {
    "trak udta name": _video(more_trak=lambda c: m.box(b"udta", m.box(b"name", c))),
    "trak meta keys": _video(
        more_trak=lambda c: _keys(b"com.apple.quicktime.camera.lens_model", c)
    ),
    "trak uuid": _video(more_trak=lambda c: m.box(b"uuid", UUID, c)),
    "trak free": _video(more_trak=lambda c: m.box(b"free", c)),
    "trak unknown": _video(more_trak=lambda c: m.box(b"abcd", c)),
    "trak tapt": _video(before_mdia=lambda c: m.box(b"tapt", m.full(b"clef", c))),
    "mdia unknown": _video(more_mdia=lambda c: m.box(b"abcd", c)),
    "minf unknown": _video(more_minf=lambda c: m.box(b"abcd", c)),
    "minf data handler": _video(
        more_minf=lambda c: m.full(b"hdlr", b"dhlralis", bytes(12), bytes((len(c),)), c)
    ),
    "handler name": lambda c: m.Movie((replace(m.picture(), name=c + b"\0"), m.sound())),
    "data reference": _video(links=lambda c: m.full(b"url ", b"file:///" + c + b"\0")),
    "data reference alias": _video(links=lambda c: m.full(b"alis", bytes(10), c)),
    "compressor name": lambda c: m.Movie((m.picture(name=c), m.sound())),
    "box in a video description": _described(lambda c: m.box(b"abcd", c)),
    "uuid in a video description": _described(lambda c: m.box(b"uuid", UUID, c)),
    "profile of a video": _described(lambda c: m.box(b"colr", b"prof", bytes(128), c)),
    "box in a sound description": lambda c: m.Movie(
        (m.picture(), m.sound(extra=m.box(b"abcd", c)))
    ),
    "after the descriptions": _video(more_stsd=lambda c: m.box(b"free", c)),
    "avcC after the end": lambda c: m.Movie((m.picture(_longer(m.coded(), c)), m.sound())),
}

_STREAM: dict[str, Build] = {
    "SEI user data": _first(lambda c: m.sei(5, _X264_UUID + c)),
    "SEI user data of a camera": _first(lambda c: m.sei(5, _X264_UUID + b"MDPM" + c)),
    "SEI T.35": _first(lambda c: m.sei(4, b"\xb5\x00\x31GA94" + c)),
    "SEI between others": _first(lambda c: m.sei(6, b"\x84") + m.sei(5, _X264_UUID + c)),
    "unit of no type": _first(lambda c: m.unit(b"\x1e" + c)),
    "filler unit": _first(lambda c: m.unit(b"\x0c" + c)),
    "delimiter with a load": _first(lambda c: m.unit(b"\x09\xf0" + c)),
    "sample after its last unit": lambda c: m.Movie(
        (replace(m.picture(), samples=(*m.coded().samples[:-1], m.coded().samples[-1] + c)),)
    ),
    "fill element": lambda c: m.Movie((m.picture(), replace(m.sound(), samples=_filled(c)))),
    "HEVC SEI user data": lambda c: m.Movie(
        (m.with_first(m.picture(m.coded("libx265")), m.sei(5, _X264_UUID + c, b"\x4e\x01")),)
    ),
    "HEVC SEI after the picture": lambda c: m.Movie(
        (replace(m.picture(m.coded("libx265")), samples=_suffixed(c)),)
    ),
    "HEVC second layer": lambda c: m.Movie(
        (m.with_first(m.picture(m.coded("libx265")), m.unit(b"\x02\x09" + c)),)
    ),
    "HEVC unspecified unit": lambda c: m.Movie(
        (m.with_first(m.picture(m.coded("libx265")), m.unit(b"\x7c\x01" + c)),)
    ),
    "hvcC SEI": lambda c: m.Movie((m.picture(_banner(m.coded("libx265"), c)),)),
}


def _filled(text: bytes) -> tuple[bytes, ...]:
    """Sound whose second frame begins with a fill element that holds the text."""
    samples = m.spoken().samples
    bits = f"110{15:04b}{len(text) + 2 - 14:08b}0000" + "0" * 5
    bits += "".join(f"{byte:08b}" for byte in text) + "0" * 7
    frame = "".join(f"{byte:08b}" for byte in samples[1])
    whole = bits + frame
    whole += "0" * (-len(whole) % 8)
    second = int(whole, 2).to_bytes(len(whole) // 8, "big")
    return (samples[0], second, *samples[2:])


def _suffixed(text: bytes) -> tuple[bytes, ...]:
    samples = m.coded("libx265").samples
    return (samples[0] + m.sei(5, _X264_UUID + text, b"\x50\x01"), *samples[1:])


def _longer(stream: m.Stream, text: bytes) -> m.Stream:
    return replace(stream, config=m.box(stream.config[4:8], stream.config[8:], text))


def _banner(stream: m.Stream, text: bytes) -> m.Stream:
    """Put an array with a message into the settings of an HEVC stream."""
    message = m.sei(5, _X264_UUID + text, b"\x4e\x01")[4:]
    array = struct.pack(">BHH", 39, 1, len(message)) + message
    body = stream.config[8:]
    body = body[:22] + bytes((body[22] + 1,)) + body[23:] + array
    return replace(stream, config=m.box(b"hvcC", body))


def _with(track: Callable[[bytes], m.Track]) -> Build:
    return lambda canary: m.Movie((m.picture(), m.sound(), track(canary)))


def _entry(codec: bytes, *parts: bytes) -> bytes:
    return m.box(codec, struct.pack(">6xH", 1), *parts)


def _text(codec: bytes, handler: bytes) -> Build:
    return _with(lambda c: m.data(handler, _entry(codec, bytes(36)), struct.pack(">H", len(c)) + c))


def _mebx(text: bytes) -> m.Track:
    key = m.box(struct.pack(">I", 1), m.box(b"keyd", b"mdtacom.apple.quicktime.location.ISO6709"))
    sample = struct.pack(">II", 8 + len(text), 1) + text
    return m.data(b"meta", _entry(b"mebx", m.box(b"keys", key)), sample)


_TRACKS: dict[str, Build] = {
    "text track": _text(b"text", b"text"),
    "subtitle track": _text(b"tx3g", b"sbtl"),
    "3GPP subtitle track": _text(b"tx3g", b"text"),
    "timed metadata value": _with(_mebx),
    "timed metadata key": _with(
        lambda c: m.data(
            b"meta",
            _entry(b"mebx", m.box(b"keys", m.box(b"\0\0\0\1", m.box(b"keyd", b"mdta" + c)))),
            bytes(12),
        )
    ),
    "GPMF track": _with(
        lambda c: m.data(
            b"meta",
            _entry(b"gpmd", bytes(4)),
            b"CASNc\x01" + struct.pack(">H", len(c)) + c + bytes(3),
        )
    ),
    "unknown data track": _with(lambda c: m.data(b"abcd", _entry(b"efgh"), c)),
    "description of a data track": _with(lambda c: m.data(b"abcd", _entry(b"efgh", c), b"x")),
    "data track that is no metadata": _with(lambda c: m.data(b"meta", _entry(b"rtmd"), c)),
    "reel name": _with(
        lambda c: m.data(
            b"tmcd", _entry(b"tmcd", bytes(18), m.box(b"name", _international(c))), bytes(4)
        )
    ),
    "second video": _with(lambda c: m.with_first(m.picture(), m.sei(5, _X264_UUID + c))),
    "cover as a track": _with(
        lambda c: m.data(
            b"vide", m.picture().entry.replace(b"avc1", b"jpeg"), _picture(c), enabled=False
        )
    ),
}
