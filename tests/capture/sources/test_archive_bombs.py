"""Hostile archives: none fills the memory, and none stops the import of the files beside it."""

import io
import struct
import tracemalloc
import zipfile
from pathlib import Path

import pytest

from capture.errors import CaptureError, Damaged
from capture.sources.archive import Archive
from capture.sources.base import Incoming, Skipped
from capture.sources.folder import Folder

_END, _LOCATOR = struct.Struct("<4s4H2LH"), struct.Struct("<4sLQL")
_ZIP64 = struct.Struct("<4sQ2H2L4Q")
_MIB = 1 << 20


def _packed(path: Path, packing: int, size: int = 64 * _MIB) -> Path:
    with zipfile.ZipFile(path, "w", packing) as made, made.open("bomb.jpg", "w") as member:
        for _ in range(size // _MIB):
            member.write(bytes(_MIB))
    return path


@pytest.mark.parametrize("packing", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_member_that_the_library_would_unpack_at_once_is_named(
    tmp_path: Path, packing: int
) -> None:
    (found,) = Archive(_packed(tmp_path / "a.zip", packing, 4 * _MIB)).find()
    assert isinstance(found, Skipped)
    assert found.error.facts["reason"] == "archive"


def test_a_deflated_bomb_is_read_in_pieces(tmp_path: Path) -> None:
    (found,) = Archive(_packed(tmp_path / "a.zip", zipfile.ZIP_DEFLATED)).find()
    assert isinstance(found, Incoming)
    tracemalloc.start()
    try:
        with found.open() as stream:
            while stream.read(_MIB):
                pass
        assert tracemalloc.get_traced_memory()[1] < 8 * _MIB
    finally:
        tracemalloc.stop()


def _with_zip64(leads_to: int, length: int, said: int) -> bytes:
    """Return an archive of one member that has a ZIP64 record, whose locator leads to a place."""
    plain = io.BytesIO()
    with zipfile.ZipFile(plain, "w") as made:
        made.writestr("a.jpg", b"abc")
    whole = plain.getvalue()
    *_, count, size, at, _ = _END.unpack(whole[-_END.size :])
    record = _ZIP64.pack(b"PK\x06\x06", 44, 45, 45, 0, 0, count, count, length, at)
    locator = _LOCATOR.pack(b"PK\x06\x07", 0, leads_to, 1)
    end = _END.pack(b"PK\x05\x06", 0, 0, count, count, said or size, at, 0)
    return whole[: -_END.size] + record + locator + end


@pytest.mark.parametrize("said", [0, 0xFFFFFFFF])
@pytest.mark.parametrize("leads_to", [0, 1 << 40, (1 << 64) - 1])
def test_a_listing_is_as_long_as_the_longest_that_is_said(
    tmp_path: Path, leads_to: int, said: int
) -> None:
    packed = tmp_path / "a.zip"
    packed.write_bytes(_with_zip64(leads_to, 1 << 33, said))
    with pytest.raises(Damaged):
        list(Archive(packed).find())


@pytest.mark.parametrize("leads_to", [0, (1 << 63) - 1, (1 << 64) - 1])
def test_a_locator_that_leads_nowhere_stops_nothing(tmp_path: Path, leads_to: int) -> None:
    (tmp_path / "a.zip").write_bytes(_with_zip64(leads_to, 51, 0xFFFFFFFF))
    (tmp_path / "b.jpg").write_bytes(b"\xff\xd8\xff")
    found = list(Folder([tmp_path]).find())
    assert found[-1].shown == f"{tmp_path}/b.jpg"
    errors = [one.error for one in found if isinstance(one, Skipped)]
    assert all(isinstance(error, CaptureError) for error in errors)
