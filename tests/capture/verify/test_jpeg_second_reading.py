"""The second reading is tried with files that a broken writer could have made."""

import io

import pytest

from capture.errors import Unverified
from capture.formats.base import Profile
from capture.formats.jpeg import Jpeg
from capture.progress import silent
from capture.verify import icc, jpeg
from tests.capture.samples import jpegs


def _cleaned(data: bytes) -> bytes:
    output = io.BytesIO()
    Jpeg().clean(io.BytesIO(data), output, Profile.FAITHFUL, silent)
    return output.getvalue()


GOOD = _cleaned(jpegs.oriented(6))
COLOURED = _cleaned(jpegs.with_profile(jpegs.profile()))
HEAD = 20


def refuses(data: bytes) -> None:
    with pytest.raises(Unverified):
        jpeg.walk(io.BytesIO(data))


def test_what_we_write_is_let_through() -> None:
    for data in (GOOD, COLOURED, _cleaned(jpegs.plain("CMYK")), _cleaned(jpegs.plain("L"))):
        jpeg.walk(io.BytesIO(data))


@pytest.mark.parametrize("marker", [*range(0xE0, 0xF0), 0xFE, 0xC9, 0xCC, 0xDC, 0xF0, 0x01])
def test_a_segment_too_many(marker: int) -> None:
    refuses(GOOD[:HEAD] + jpegs.segment(marker, b"words that stay") + GOOD[HEAD:])
    at = GOOD.index(b"\xff\xdb")
    refuses(GOOD[:at] + jpegs.segment(marker, b"words that stay") + GOOD[at:])


def test_one_byte_anywhere_before_the_pixels() -> None:
    start = GOOD.index(b"\xff\xdb")
    for at in range(start):
        for flip in (1, 0x80):
            changed = GOOD[:at] + bytes((GOOD[at] ^ flip,)) + GOOD[at + 1 :]
            if at == start - 7 and 2 <= changed[at] <= 8:
                continue  # another orientation is an orientation
            refuses(changed)


def test_something_at_the_end_or_nothing() -> None:
    refuses(GOOD + b"\0")
    refuses(GOOD + GOOD)
    refuses(GOOD[:-1])
    refuses(GOOD[:-2])
    refuses(b"")


def test_text_in_the_coded_data() -> None:
    refuses(GOOD[:-2] + b"a letter with names and an address" + GOOD[-2:])


def test_a_profile_with_something_in_it() -> None:
    start = COLOURED.index(b"ICC_PROFILE\0\1\1") + 14
    size = int.from_bytes(COLOURED[start : start + 4], "big")
    profile = COLOURED[start : start + size]
    icc.check(profile)
    for at in (4, 8, 40, 48, 84, 100, 127, 131, 135):
        with pytest.raises(Unverified):
            icc.check(profile[:at] + bytes((profile[at] ^ 1,)) + profile[at + 1 :])
    for changed in (profile + b"\0", profile[:-4], profile.replace(b"\0P\0u\0b", b"\0P\0u\0p")):
        with pytest.raises(Unverified):
            icc.check(changed)
    with pytest.raises(Unverified):
        icc.check(profile, (b"GRAY",))
