"""Bytes of a source that a cleaned copy must not hold.

A needle is made only of what points at a person, a place, a time or a device; the
search itself lives in ``capture/verify`` and knows nothing of where a needle is from.
Texts that our own outputs hold by design ("sRGB") are never needles, and neither are
bytes with so little in them ("0000000") that any file has them.
"""

import contextlib
import operator
import re
import struct
from collections.abc import Iterable

MIN_BYTES = 4
"""Shortest needle worth keeping; the search drops more, by the size of the output."""

MIN_DISTINCT = 4
"""Fewest different byte values: runs of zeros and the like are in every file."""

MAX_CHARACTERS = 48
"""Longest piece of a text that becomes a needle: a longer text is found by its beginning."""

MAX_STRINGS = 160
"""Most printable strings taken from one opaque block."""

MAX_SCANNED = 1 << 18
"""How many bytes of one opaque block are searched for printable strings."""

OWN_TEXTS = (
    "sRGB Display P3 Adobe RGB Exif JFIF ICC_PROFILE acsp mntr RGB XYZ GRAY para curv desc cprt "
    "mluc wtpt rXYZ gXYZ bXYZ rTRC gTRC bTRC kTRC chad enUS Neutral profile Public domain "
    "IHDR PLTE tRNS IDAT IEND gAMA cHRM iCCP cICP acTL fcTL fdAT eXIf RIFF WEBP VP8X VP8L ALPH "
    "ANIM ANMF GIF87a GIF89a NETSCAPE2.0 icc "
    "ftypheic ftypheix ftypavif mif1heic mif1heix mif1avif colrnclx colrprof auxCurn "
    "urn:mpeg:mpegB:cicp:systems:auxiliary:alpha "
    "ftypisom isomiso6mp41 ftypqt mhlrvide mhlrsoun dhlrurl"
)
"""Every text that a copy of ours may hold by design."""

_TEXT_RUN = re.compile(rb"[\x20-\x7e]{6,64}")
_WIDE_RUN = re.compile(rb"(?:[\x20-\x7e]\x00){6,32}")
_CHUNK_NAMES = re.compile(rb"IHDR|IDAT|IEND|fdAT|fcTL")
_LETTERS = re.compile(rb"[A-Za-z0-9]")
_NEXT = bytes((*range(1, 256), 0))
"""Each byte's next, to tell runs that count upwards."""


def text_needles(value: str) -> tuple[bytes, ...]:
    """Return the value's beginning in UTF-8, UTF-16 LE and UTF-16 BE, or nothing if too plain.

    What Latin-1 writes differently is there in Latin-1, too.
    """
    text = value.strip(" \t\r\n\0")[:MAX_CHARACTERS].rstrip()
    if text.casefold() in OWN_TEXTS.casefold():
        return ()
    encoded = [text.encode(name, "surrogatepass") for name in ("utf-8", "utf-16-le", "utf-16-be")]
    with contextlib.suppress(UnicodeEncodeError):
        encoded.append(text.encode("latin-1"))
    return telling(encoded)


def telling(candidates: Iterable[bytes]) -> tuple[bytes, ...]:
    """Keep the candidates that have enough in them to be told from chance; each once."""
    kept = {
        bytes(needle): None
        for needle in candidates
        if len(needle) >= MIN_BYTES and len(set(needle)) >= MIN_DISTINCT
    }
    return tuple(kept)


def integer_needles(number: int) -> tuple[bytes, ...]:
    """Return the ways in which a serial number of up to 32 bits is written."""
    low = number & 0xFFFFFFFF
    binary = (struct.pack("<I", low), struct.pack(">I", low))
    return telling(binary) + text_needles(str(number)) + text_needles(f"{number:010d}")


def rational_needles(raw: bytes) -> tuple[bytes, ...]:
    """Return a run of 32-bit halves as it stands and with every half's bytes swapped."""
    whole = raw[: len(raw) & ~3]
    swapped = b"".join(whole[at : at + 4][::-1] for at in range(0, len(whole), 4))
    return telling((whole, swapped))


def place_needles(latitude: float, longitude: float) -> tuple[bytes, ...]:
    """Return the digits that decimal degrees begin with wherever they are written as text.

    Four decimals, cut and not rounded: they stand in "37.774929", in ISO 6709
    ("+37.7749-122.4194/") and in JSON alike. A null island (0, 0) says nothing.
    """
    return tuple(
        needle
        for degrees in (latitude, longitude)
        if abs(degrees) >= 1
        for needle in text_needles(f"{int(abs(degrees) * 10_000) / 10_000:.4f}")
    )


def string_needles(untrusted_block: bytes) -> tuple[bytes, ...]:
    """Return the printable strings of an opaque block (ASCII, and ASCII as UTF-16 LE).

    Runs that only count upwards are left out: they are the symbols of a Huffman
    table in a preview, and every JPEG has them.
    """
    scanned = bytes(untrusted_block[:MAX_SCANNED])
    found: dict[bytes, None] = {}
    for pattern in (_TEXT_RUN, _WIDE_RUN):
        for match in pattern.finditer(scanned):
            run = match.group().strip(b" ")
            if _says_something(run):
                found[run[: MAX_CHARACTERS * (1 + (pattern is _WIDE_RUN))]] = None
            if len(found) >= MAX_STRINGS:
                break
    return telling(found)


def _says_something(run: bytes) -> bool:
    if _CHUNK_NAMES.search(run):
        return False
    letters = len(_LETTERS.findall(run))
    counting = sum(map(operator.eq, run.translate(_NEXT), run[1:]))
    text = run.decode("ascii").replace("\0", "")
    return letters * 2 >= len(text) and counting * 2 < len(run) and text not in OWN_TEXTS
