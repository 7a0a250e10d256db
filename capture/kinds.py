"""What a file is, by its first bytes and never by its name.

Sources of the signatures: ITU-T T.81 (JPEG), ISO/IEC 15948 (PNG), RFC 9649
(WebP, RIFF), GIF89a (CompuServe), TIFF 6.0 (also the raw files of many cameras), ISO/IEC
14496-12 (``ftyp``), ISO/IEC 23008-12 (HEIF brands), the AV1 Image File Format
(AVIF brands), RFC 9559 (Matroska, WebM), the QuickTime File Format specification
(files that begin with ``moov``, ``mdat``, ``wide`` or ``skip``), ISO/IEC 18181-2 (JPEG XL).
Cameras' raw files: DNG 1.7, and LibRaw's ``identify()`` for those that no standard names.
"""

import struct
from enum import Enum

HEAD = 4096
"""How many first bytes ``sniff`` wants to see: a raw file's first directory stands in them."""

_SHORT_HEAD = 64

_HEIF_BRANDS = frozenset(
    (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs", b"mif1", b"msf1")
)
_AVIF_BRANDS = frozenset((b"avif", b"avis"))
_ANY_CODEC = frozenset((b"mif1", b"msf1", b"miaf"))
_QUICKTIME_FIRST_BOXES = frozenset((b"moov", b"mdat", b"wide", b"skip", b"free", b"pnot"))
_CANON_BRAND = b"crx "


class MediaKind(Enum):
    """The formats that Firsthand takes; the value is the name people and JSON see."""

    JPEG = "jpeg"
    PNG = "png"
    HEIF = "heif"
    AVIF = "avif"
    WEBP = "webp"
    GIF = "gif"
    TIFF = "tiff"
    JXL = "jxl"
    DNG = "dng"
    CR2 = "cr2"
    CR3 = "cr3"
    NEF = "nef"
    ARW = "arw"
    ORF = "orf"
    RW2 = "rw2"
    RAF = "raf"
    RAW = "raw"
    MP4 = "mp4"
    MOV = "mov"
    MKV = "mkv"
    WEBM = "webm"
    AVI = "avi"
    OGG = "ogg"
    MP3 = "mp3"
    WAV = "wav"
    AMR = "amr"

    @property
    def is_video(self) -> bool:
        """Whether it moves or sounds, so that it is played and not only shown."""
        return self in _PLAYED

    @property
    def is_sound(self) -> bool:
        """Whether the format holds sound alone, so that there is nothing to be seen in it."""
        return self in _SOUNDS

    @property
    def is_raw(self) -> bool:
        """Whether it is a camera's raw picture, which has to be developed to be seen."""
        return self in RAWS


RAWS = frozenset(
    (
        MediaKind.DNG,
        MediaKind.CR2,
        MediaKind.CR3,
        MediaKind.NEF,
        MediaKind.ARW,
        MediaKind.ORF,
        MediaKind.RW2,
        MediaKind.RAF,
        MediaKind.RAW,
    )
)
"""Cameras' raw files; ``RAW`` are those of makers without a kind of their own."""

_SOUNDS = frozenset((MediaKind.OGG, MediaKind.MP3, MediaKind.WAV, MediaKind.AMR))
_PLAYED = frozenset(
    (
        MediaKind.MP4,
        MediaKind.MOV,
        MediaKind.MKV,
        MediaKind.WEBM,
        MediaKind.AVI,
        MediaKind.OGG,
        MediaKind.MP3,
        MediaKind.WAV,
        MediaKind.AMR,
    )
)

EXTENSIONS = {
    MediaKind.JPEG: ".jpg",
    MediaKind.PNG: ".png",
    MediaKind.HEIF: ".heic",
    MediaKind.AVIF: ".avif",
    MediaKind.WEBP: ".webp",
    MediaKind.GIF: ".gif",
    MediaKind.TIFF: ".tif",
    MediaKind.JXL: ".jxl",
    MediaKind.DNG: ".dng",
    MediaKind.CR2: ".cr2",
    MediaKind.CR3: ".cr3",
    MediaKind.NEF: ".nef",
    MediaKind.ARW: ".arw",
    MediaKind.ORF: ".orf",
    MediaKind.RW2: ".rw2",
    MediaKind.RAF: ".raf",
    MediaKind.RAW: ".raw",
    MediaKind.MP4: ".mp4",
    MediaKind.MOV: ".mov",
    MediaKind.MKV: ".mkv",
    MediaKind.WEBM: ".webm",
    MediaKind.AVI: ".avi",
    MediaKind.OGG: ".ogg",
    MediaKind.MP3: ".mp3",
    MediaKind.WAV: ".wav",
    MediaKind.AMR: ".amr",
}
"""The neutral file name ending of each kind, for what we write ourselves."""


_RIFF_FORMS = {b"WEBP": MediaKind.WEBP, b"AVI ": MediaKind.AVI, b"WAVE": MediaKind.WAV}
_MAGIC = (
    (b"\xff\xd8\xff", MediaKind.JPEG),
    (b"\x89PNG\r\n\x1a\n", MediaKind.PNG),
    (b"GIF87a", MediaKind.GIF),
    (b"OggS\x00", MediaKind.OGG),
    (b"#!AMR", MediaKind.AMR),
    (b"ID3", MediaKind.MP3),
    (b"GIF89a", MediaKind.GIF),
    (b"II+\x00", MediaKind.TIFF),
    (b"MM\x00+", MediaKind.TIFF),
    (b"\xff\x0a", MediaKind.JXL),
    (b"\x00\x00\x00\x0cJXL \r\n\x87\n", MediaKind.JXL),
    (b"IIRO", MediaKind.ORF),
    (b"IIRS", MediaKind.ORF),
    (b"MMOR", MediaKind.ORF),
    (b"IIU\x00", MediaKind.RW2),
    (b"FUJIFILMCCD-RAW", MediaKind.RAF),
)
_TIFF_ORDERS = {b"II*\x00": "<", b"MM\x00*": ">"}


def sniff(untrusted_head: bytes) -> MediaKind | None:
    """Return the kind of a file that begins with these bytes, or None if it is none of ours."""
    for magic, kind in _MAGIC:
        if untrusted_head.startswith(magic):
            return kind
    if untrusted_head[:4] in _TIFF_ORDERS:
        return _by_directory(untrusted_head)
    if untrusted_head[:4] == b"RIFF":
        return _RIFF_FORMS.get(untrusted_head[8:12])
    if untrusted_head.startswith(b"\x1a\x45\xdf\xa3"):
        return MediaKind.WEBM if b"webm" in untrusted_head[:_SHORT_HEAD] else MediaKind.MKV
    return _by_box(untrusted_head) or _by_sync(untrusted_head)


def _by_box(untrusted_head: bytes) -> MediaKind | None:
    if untrusted_head[4:8] == b"ftyp":
        return _by_brand(untrusted_head)
    return MediaKind.MOV if untrusted_head[4:8] in _QUICKTIME_FIRST_BOXES else None


def _by_sync(untrusted_head: bytes) -> MediaKind | None:
    return MediaKind.MP3 if _is_mpeg_sound(untrusted_head) else None


def _is_mpeg_sound(untrusted_head: bytes) -> bool:
    """Say whether a file begins with a frame of MPEG sound, layer III, of possible values."""
    if len(untrusted_head) < 4 or untrusted_head[0] != 0xFF:  # noqa: PLR2004 - a header, its sync
        return False
    second, third = untrusted_head[1], untrusted_head[2]
    return second & 0xE6 == 0xE2 and third >> 4 not in (0, 15) and third >> 2 & 3 != 3  # noqa: PLR2004 - reserved


def _by_brand(untrusted_head: bytes) -> MediaKind:
    major = untrusted_head[8:12]
    if major == b"qt  ":
        return MediaKind.MOV
    if major == _CANON_BRAND:
        return MediaKind.CR3
    size = min(_SHORT_HEAD, int.from_bytes(untrusted_head[:4], "big"), len(untrusted_head))
    compatible = {untrusted_head[at : at + 4] for at in range(16, size - 3, 4)}
    if major in _AVIF_BRANDS:
        return MediaKind.AVIF
    if major in _HEIF_BRANDS - _ANY_CODEC:
        return MediaKind.HEIF
    if compatible & _AVIF_BRANDS and not compatible & (_HEIF_BRANDS - _ANY_CODEC):
        return MediaKind.AVIF
    return MediaKind.HEIF if {major, *compatible} & _HEIF_BRANDS else MediaKind.MP4


_SUBFILE, _PHOTOMETRIC, _MAKE, _SUB_IFDS, _DNG = 0x00FE, 0x0106, 0x010F, 0x014A, 0xC612
_MOSAICS = frozenset((32803, 34892))
_MAKERS = {b"NIKON": MediaKind.NEF, b"SONY": MediaKind.ARW, b"Canon": MediaKind.CR2}
_LONGEST_MAKE = 32


def _by_directory(untrusted_head: bytes) -> MediaKind:
    """Tell a camera's raw file from other TIFFs by its first directory.

    A raw file says so itself (DNG's version, the mosaic's colours, Canon's mark), or its first
    picture is a small one and the others hang below it.
    """
    if untrusted_head[8:10] == b"CR":
        return MediaKind.CR2
    order = _TIFF_ORDERS[untrusted_head[:4]]
    fields = _first_fields(untrusted_head, order)
    if _DNG in fields:
        return MediaKind.DNG
    mosaic = _number(fields.get(_PHOTOMETRIC), order) in _MOSAICS
    small_first = _number(fields.get(_SUBFILE), order) == 1 and _SUB_IFDS in fields
    if not (mosaic or small_first):
        return MediaKind.TIFF
    make = _make(untrusted_head, fields, order)
    return next((kind for name, kind in _MAKERS.items() if make.startswith(name)), MediaKind.RAW)


_Fields = dict[int, tuple[int, int, bytes]]
"""By tag: the type, the count, and the four bytes that are the value or lead to it."""


def _first_fields(untrusted_head: bytes, order: str) -> _Fields:
    """Read the first directory as far as it lies in the head."""
    layout = struct.Struct(order + "HHI4s")
    if len(untrusted_head) < 8:  # noqa: PLR2004 - the header's size
        return {}
    (at,) = struct.unpack_from(order + "I", untrusted_head, 4)
    if at + 2 > len(untrusted_head):
        return {}
    (count,) = struct.unpack_from(order + "H", untrusted_head, at)
    room = (len(untrusted_head) - at - 2) // layout.size
    read = (layout.unpack_from(untrusted_head, at + 2 + layout.size * i) for i in range(room))
    return {
        tag: (kind, many, raw)
        for _, (tag, kind, many, raw) in zip(range(count), read, strict=False)
    }


def _number(field: tuple[int, int, bytes] | None, order: str) -> int:
    """Give the number of a field that holds one SHORT (3) or LONG (4), else -1."""
    if field is None or field[1] != 1:
        return -1
    layout = {3: "H", 4: "I"}.get(field[0])
    return -1 if layout is None else int(struct.unpack_from(order + layout, field[2])[0])


def _make(untrusted_head: bytes, fields: _Fields, order: str) -> bytes:
    """Give the maker's name, or nothing where it does not lie in the head."""
    field = fields.get(_MAKE)
    if field is None or not 4 < field[1] <= _LONGEST_MAKE:  # noqa: PLR2004 - fits inline
        return b""
    (at,) = struct.unpack(order + "I", field[2])
    return untrusted_head[at : at + field[1]]
