"""HEIF files that want to crash, hang or fool: refused by name, quickly, or cleaned for good."""

import io
import struct
from collections.abc import Callable

import pytest

from capture.errors import CaptureError, Damaged, TooLarge, Unsupported, Unverified
from capture.formats.base import Profile
from capture.formats.heif import Heif
from capture.progress import silent
from capture.report import needles_of
from capture.verify import needles
from tests.capture.samples import heifs as h
from tests.capture.samples import tiffs

MEDIA = Heif()


def tried(data: bytes) -> bytes | None:
    """Read and clean; give the copy that verifies, None where the file is refused by name."""
    source = io.BytesIO(data)
    sink = io.BytesIO()
    try:
        report = MEDIA.read(source)
        MEDIA.clean(source, sink, Profile.FAITHFUL, silent)
    except CaptureError:
        return None
    MEDIA.verify(sink)
    try:
        needles.search(sink, needles_of(report))
    except Unverified:
        return None  # what is shown is also said to be hidden: rather refused than believed
    assert MEDIA.read(sink).traces == ()
    return sink.getvalue()


def sample() -> h.File:
    block = tiffs.block({"IFD0": [tiffs.text(0x010F, "Maker of cameras")]})
    tiles = (h.picture(2), h.with_units(h.picture(3, shade=1), h.banner(b"banner of the maker")))
    hidden = h.picture(4, shade=2, links=((b"thmb", (1,)),))
    whole = h.grid(1, (2, 3), 2, (120, 64))
    return h.File((whole, *tiles, hidden, h.exif(5, block)), after=h.box(b"free", b"free text"))


def refused(built: h.File | bytes, *kinds: type[CaptureError]) -> None:
    data = built if isinstance(built, bytes) else built.build()
    with pytest.raises(kinds or (CaptureError,)):
        MEDIA.clean(io.BytesIO(data), io.BytesIO(), Profile.FAITHFUL, silent)
    with pytest.raises(CaptureError):
        MEDIA.clean(io.BytesIO(data), io.BytesIO(), Profile.ANONYMOUS, silent)
    try:
        MEDIA.read(io.BytesIO(data))
    except CaptureError:
        return


def test_cut_anywhere_in_its_index() -> None:
    data = sample().build()
    end = data.index(b"mdat")
    for length in range(end):
        assert tried(data[:length]) is None


def test_cut_anywhere_in_its_data() -> None:
    """What is cut behind the last byte of the picture costs nothing of it."""
    data = sample().build()
    whole = tried(data)
    assert whole is not None
    start = data.index(b"mdat")
    for length in range(start, len(data), 97):
        assert tried(data[:length]) in (None, whole)


def test_every_size_of_every_box_at_its_extremes() -> None:
    data = sample().build()
    kinds = (b"ftyp meta hdlr pitm iinf infe iref dimg iprp ipco hvcC ispe ipma idat iloc mdat "
             b"free").split()  # fmt: skip
    for kind in kinds:
        at = data.index(kind) - 4
        for size in (0, 1, 2, 7, 8, 9, 0x7FFFFFFF, 0xFFFFFFFF):
            tried(data[:at] + struct.pack(">I", size) + data[at + 4 :])
        wide = struct.pack(">I4sQ", 1, kind, (1 << 64) - 1)
        tried(data[:at] + wide + data[at + 8 :])


COUNTS: dict[str, tuple[bytes, int, int]] = {
    "items": (b"iinf", 8, 4),
    "places": (b"iloc", 10, 4),
    "extents": (b"iloc", 22, 2),
    "properties": (b"ipma", 8, 4),
    "properties of an item": (b"ipma", 16, 1),
    "references": (b"dimg", 8, 2),
    "arrays of parameter sets": (b"hvcC", 26, 1),
    "parameter sets": (b"hvcC", 28, 2),
}


@pytest.mark.parametrize("name", COUNTS)
def test_counts_that_no_file_can_hold(name: str) -> None:
    kind, offset, width = COUNTS[name]
    data = sample().build()
    at = data.index(kind) + offset - 4
    for value in (0, 1, (1 << 8 * width) - 1):
        changed = data[:at] + value.to_bytes(width, "big") + data[at + width :]
        tried(changed)


def extents(*found: tuple[int, int]) -> h.File:
    return h.File((h.picture(1, extents=found),))


PLACES: dict[str, h.File] = {
    "beyond the end": extents((1 << 20, 100)),
    "over the end": extents((0, (1 << 32) - 1)),
    "at the very last number": extents(((1 << 32) - 1, (1 << 32) - 1)),
    "nowhere": extents(),
    "empty at the end": extents((0xFFFFFF, 0)),
    "in an idat that is not there": h.File((h.picture(1, method=1, extents=((0, 9),)),)),
    "in an unknown way": h.File((h.picture(1, method=9, extents=((0, 9),)),)),
    "in itself": h.File(
        (h.picture(1, method=2, extents=((0, 9),), links=((b"iloc", (1,)),)),)
    ),
    "in an item that is missing": h.File(
        (h.picture(1, method=2, extents=((0, 9),), links=((b"iloc", (77,)),)),)
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", PLACES)
def test_data_that_is_not_where_it_should_be(name: str) -> None:
    refused(PLACES[name], Damaged, TooLarge)


def test_items_within_items_do_not_explode() -> None:
    """Each item is a hundred times the one before it: 64 bytes would become 64 petabytes."""
    parts = [h.picture(1)]
    parts += [
        h.Part(number, b"mime", links=((b"iloc", (number - 1,)),), method=2,
               extents=((0, 0),) * 100)
        for number in range(2, 10)
    ]  # fmt: skip
    tried(h.File(tuple(parts)).build())


def test_one_piece_of_data_for_thousands_of_tiles() -> None:
    """A small file must not become a copy of gigabytes."""
    tile = h.coded()
    count = 256
    padding = bytes(1 << 20)
    big = h.Part(2, b"hvc1", struct.pack(">I", len(padding)) + padding, tile.own)
    start = len(h.File((big,)).build())
    tiles = tuple(
        h.Part(number, b"hvc1", own=tile.own, extents=((start, 1 << 20),))
        for number in range(3, 3 + count)
    )
    whole = h.grid(1, tuple(range(3, 3 + count)), 16, (1024, 1024))
    refused(h.File((whole, big, *tiles)))


LOOPS: dict[str, h.File] = {
    "a grid of itself": h.File((h.grid(1, (1, 1), 2, (64, 64)),)),
    "grids of each other": h.File((h.grid(1, (2, 2), 2, (64, 64)), h.grid(2, (1, 1), 2, (64, 64)))),
    "a picture derived from itself": h.File(
        (h.Part(1, b"iden", own=(h.size(64, 64),), links=((b"dimg", (1,)),), method=1),)
    ),
    "a grid of what is missing": h.File((h.grid(1, (8, 9), 2, (64, 64)),)),
    "a picture that is its own transparency": h.File(
        (h.picture(1, h.auxiliary(h.ALPHA), links=((b"auxl", (1,)),)),)
    ),
}


@pytest.mark.parametrize("name", LOOPS)
def test_references_in_circles(name: str) -> None:
    with pytest.raises((Damaged, TooLarge, Unsupported)):
        MEDIA.clean(io.BytesIO(LOOPS[name].build()), io.BytesIO(), Profile.FAITHFUL, silent)
    MEDIA.read(io.BytesIO(LOOPS[name].build()))


def test_a_grid_of_every_pixel_there_is() -> None:
    tiles = (2,) * 65536
    huge = h.Part(
        1, b"grid", struct.pack(">BBBBII", 0, 1, 255, 255, 0xFFFFFFFF, 0xFFFFFFFF),
        (h.size(0xFFFFFFFF, 0xFFFFFFFF),), ((b"dimg", tiles[:65535]),), method=1,
    )  # fmt: skip
    refused(h.File((huge, h.picture(2))), Damaged)


def test_more_pixels_than_we_decode_are_refused_before_decoding() -> None:
    tiles = tuple(range(2, 2 + 256))
    parts = tuple(h.picture(number) for number in tiles)
    own = (h.size(30_000, 30_000),)
    claimed = tuple(h.Part(p.number, b"hvc1", p.data, (*p.own[:1], *own)) for p in parts)
    built = h.File((h.grid(1, tiles, 16, (30_000 * 16, 30_000 * 16)), *claimed))
    with pytest.raises(Unsupported):
        MEDIA.clean(io.BytesIO(built.build()), io.BytesIO(), Profile.FAITHFUL, silent)
    with pytest.raises((TooLarge, Damaged)):
        MEDIA.clean(io.BytesIO(built.build()), io.BytesIO(), Profile.ANONYMOUS, silent)


def test_nested_a_thousand_deep() -> None:
    deep = b""
    for _ in range(1000):
        deep = h.box(b"meta", bytes(4), deep)
    tried(h.File((h.picture(1),), after=deep).build())
    tried(h.File((h.picture(1),), in_meta=deep).build())


def test_numbers_of_items_and_properties_that_are_not_there() -> None:
    data = h.File((h.picture(1),)).build()
    at = data.index(b"ipma") + 4 + 4 + 4 + 5
    refused(data[:at] + b"\xff\xff" + data[at + 2 :], Damaged)
    at = data.index(b"pitm") + 4 + 4
    refused(data[:at] + struct.pack(">I", 99) + data[at + 4 :], Damaged)


def test_two_items_of_one_number() -> None:
    refused(h.File((h.picture(1), h.picture(1, shade=1))), Damaged)


BROKEN_SETS: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _body: b"",
    "of another form": lambda body: b"\x02" + body[1:],
    "without parameter sets": lambda body: body[:22] + b"\0",
    "cut off": lambda body: body[:-3],
    "of zeros": lambda body: body[:28] + bytes(len(body) - 28),
    "of ones": lambda body: body[:28] + b"\xff" * (len(body) - 28),
}


@pytest.mark.parametrize("name", BROKEN_SETS)
def test_configurations_that_are_broken(name: str) -> None:
    whole = h.picture(1)
    own = tuple((k, BROKEN_SETS[name](body) if k == b"hvcC" else body) for k, body in whole.own)
    assert tried(h.File((h.Part(1, b"hvc1", whole.data, own),)).build()) is None


UNITS: dict[str, bytes] = {
    "nothing": b"",
    "a unit that is too long": struct.pack(">I", 0x7FFFFFFF) + b"\x26\x01",
    "notes alone": struct.pack(">I", 20) + h.banner(b"")[:20].ljust(20, b"\0"),
    "the forbidden bit": struct.pack(">I", 4) + b"\xff\xff\xff\xff",
    "stray bytes": b"\x01\x02",
}


@pytest.mark.parametrize("name", UNITS)
def test_coded_data_that_is_no_picture(name: str) -> None:
    whole = h.picture(1)
    refused(h.File((h.Part(1, b"hvc1", UNITS[name], whole.own),)))
