"""What a file is, by its first bytes and never by its name.

Sources of the signatures: ITU-T T.81 (JPEG), ISO/IEC 15948 (PNG), RFC 9649
(WebP, RIFF), GIF89a (CompuServe), TIFF 6.0 (also the raw files of many cameras), ISO/IEC
14496-12 (``ftyp``), ISO/IEC 23008-12 (HEIF brands), the AV1 Image File Format
(AVIF brands), RFC 9559 (Matroska, WebM), the QuickTime File Format specification
(files that begin with ``moov``, ``mdat``, ``wide`` or ``skip``).
"""

from enum import Enum

HEAD = 64
"""How many first bytes ``sniff`` wants to see."""

_HEIF_BRANDS = frozenset(
    (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs", b"mif1", b"msf1")
)
_AVIF_BRANDS = frozenset((b"avif", b"avis"))
_ANY_CODEC = frozenset((b"mif1", b"msf1", b"miaf"))
_QUICKTIME_FIRST_BOXES = frozenset((b"moov", b"mdat", b"wide", b"skip", b"free", b"pnot"))


class MediaKind(Enum):
    """The formats that Firsthand takes; the value is the name people and JSON see."""

    JPEG = "jpeg"
    PNG = "png"
    HEIF = "heif"
    AVIF = "avif"
    WEBP = "webp"
    GIF = "gif"
    TIFF = "tiff"
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
    (b"II*\x00", MediaKind.TIFF),
    (b"MM\x00*", MediaKind.TIFF),
)


def sniff(untrusted_head: bytes) -> MediaKind | None:
    """Return the kind of a file that begins with these bytes, or None if it is none of ours."""
    for magic, kind in _MAGIC:
        if untrusted_head.startswith(magic):
            return kind
    if untrusted_head[:4] == b"RIFF":
        return _RIFF_FORMS.get(untrusted_head[8:12])
    if untrusted_head.startswith(b"\x1a\x45\xdf\xa3"):
        return MediaKind.WEBM if b"webm" in untrusted_head else MediaKind.MKV
    if untrusted_head[4:8] == b"ftyp":
        return _by_brand(untrusted_head)
    if untrusted_head[4:8] in _QUICKTIME_FIRST_BOXES:
        return MediaKind.MOV
    return MediaKind.MP3 if _is_mpeg_sound(untrusted_head) else None


def _is_mpeg_sound(untrusted_head: bytes) -> bool:
    """Say whether a file begins with a frame of MPEG sound, layer III, of possible values."""
    if len(untrusted_head) < 4 or untrusted_head[0] != 0xFF:  # noqa: PLR2004 - a header, its sync
        return False
    second, third = untrusted_head[1], untrusted_head[2]
    return second & 0xE6 == 0xE2 and third >> 4 not in (0, 15) and third >> 2 & 3 != 3  # noqa: PLR2004 - reserved


def _by_brand(untrusted_head: bytes) -> MediaKind | None:
    major = untrusted_head[8:12]
    if major == b"qt  ":
        return MediaKind.MOV
    if major == b"crx ":
        return None
    size = min(int.from_bytes(untrusted_head[:4], "big"), len(untrusted_head))
    compatible = {untrusted_head[at : at + 4] for at in range(16, size - 3, 4)}
    if major in _AVIF_BRANDS:
        return MediaKind.AVIF
    if major in _HEIF_BRANDS - _ANY_CODEC:
        return MediaKind.HEIF
    if compatible & _AVIF_BRANDS and not compatible & (_HEIF_BRANDS - _ANY_CODEC):
        return MediaKind.AVIF
    return MediaKind.HEIF if {major, *compatible} & _HEIF_BRANDS else MediaKind.MP4
