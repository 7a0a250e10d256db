"""What every format of the catalog keeps to: one suite, run over files of every kind it takes."""

import contextlib
import io
import random
import struct
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from capture import examine
from capture.cleaning import CleanStatus, clean_files
from capture.errors import CaptureError, UnknownKind, Unsupported
from capture.formats.base import Profile
from capture.formats.catalog import FORMATS, format_for
from capture.isolate import MediaPool
from capture.kinds import EXTENSIONS, HEAD, RAWS, MediaKind, sniff
from capture.progress import silent
from capture.report import needles_of
from capture.sources.folder import find
from tests.capture.contracts.bombs import BOMBS, ZEROS
from tests.capture.contracts.joints import joints
from tests.capture.contracts.mutation import mutated
from tests.capture.contracts.specimens import CANARY, by_kind, carried_over, chunk, specimen
from tests.capture.contracts.trial import Refused, copy_of, survives
from tests.capture.samples import mkvs, movies, tiffs

KINDS = tuple(MediaKind)
STILLS = (
    *(MediaKind.JPEG, MediaKind.PNG, MediaKind.WEBP, MediaKind.GIF, MediaKind.TIFF),
    *(MediaKind.HEIF, MediaKind.AVIF, MediaKind.JXL),
)
MUTATIONS = 100
"""Changed files of each kind; ``packaging/mutate.sh`` tries thousands."""
MOST_JOINTS = 24
by_name = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.value)


ENCODED_AGAIN = (*RAWS, MediaKind.AVI, MediaKind.MP3, MediaKind.AMR)
"""The kinds that have no faithful copy: a promise, so that a format that begins to refuse fails."""
CARRIED_OVER = tuple(kind for kind in KINDS if kind not in ENCODED_AGAIN)


def carried(kind: MediaKind) -> bytes:
    """Give the faithful copy."""
    copy = carried_over(kind)
    assert copy is not None
    return copy


def some(things: list[int]) -> list[int]:
    """Give as many of the things as the suite has time for, spread over all of them."""
    step = max(1, len(things) // MOST_JOINTS)
    return things[::step]


@by_name
def test_exactly_one_format_takes_a_kind_and_its_files(kind: MediaKind) -> None:
    assert sum(one.accepts(kind) for one in FORMATS) == 1
    assert sniff(specimen(kind)[:HEAD]) is kind


@by_name
def test_a_report_names_the_kind_the_size_and_the_canary(kind: MediaKind) -> None:
    data = specimen(kind)
    report = examine.inspect(io.BytesIO(data))
    assert (report.kind, report.size) == (kind, len(data))
    said = [*(trace.value.encode() for trace in report.traces), *needles_of(report)]
    assert any(CANARY in words for words in said)


@pytest.mark.parametrize("kind", CARRIED_OVER, ids=lambda kind: kind.value)
def test_a_copy_of_a_copy_is_the_copy_and_says_nothing(kind: MediaKind) -> None:
    copy = carried(kind)
    assert CANARY not in copy
    assert copy_of(specimen(kind)) == copy
    assert copy_of(copy) == copy


@pytest.mark.parametrize(
    "kind", sorted(ENCODED_AGAIN, key=KINDS.index), ids=lambda kind: kind.value
)
def test_what_is_not_carried_over_is_refused_by_name_before_a_byte(kind: MediaKind) -> None:
    output = io.BytesIO()
    with pytest.raises(Unsupported):
        examine.clean(io.BytesIO(specimen(kind)), output, Profile.FAITHFUL)
    assert output.getvalue() == b""


@pytest.mark.parametrize("kind", STILLS, ids=lambda kind: kind.value)
def test_a_faithful_copy_looks_the_same(kind: MediaKind) -> None:
    pictures = [
        examine.preview(io.BytesIO(data), 1 << 12) for data in (specimen(kind), carried(kind))
    ]
    assert pictures[0] == pictures[1]


@pytest.mark.parametrize(
    "kind", [*STILLS, MediaKind.DNG, MediaKind.AMR, MediaKind.MP3], ids=lambda kind: kind.value
)
def test_an_anonymous_copy_says_nothing_and_is_the_same_for_everybody(kind: MediaKind) -> None:
    copy = copy_of(specimen(kind), Profile.ANONYMOUS)
    assert CANARY not in copy
    assert copy_of(specimen(kind), Profile.ANONYMOUS) == copy


@by_name
def test_cut_at_every_joint_it_is_refused_or_whole(kind: MediaKind) -> None:
    data = specimen(kind)
    found = joints(kind, data)
    cuts = {at for joint in found for at in (joint.at, joint.at + 1, joint.at + joint.width)}
    for cut in {*some(sorted(cuts)), 1, len(data) - 1}:
        survives(data[:cut])
    with pytest.raises(CaptureError):
        examine.inspect(io.BytesIO(b""))


@by_name
@pytest.mark.parametrize("value", [0, 1, -1], ids=["0", "1", "max"])
def test_every_length_that_lies_is_refused_or_harmless(kind: MediaKind, value: int) -> None:
    data = specimen(kind)
    found = joints(kind, data)
    assert found
    for index in some(list(range(len(found)))):
        survives(found[index].set(data, value & ((1 << 64) - 1)))


@by_name
def test_what_is_another_kind_is_not_read_as_this_one(kind: MediaKind) -> None:
    for other in (MediaKind.PNG, MediaKind.MP4, MediaKind.MKV, MediaKind.OGG):
        if format_for(kind).accepts(other):
            continue
        output = io.BytesIO()
        with pytest.raises(CaptureError):
            format_for(kind).clean(io.BytesIO(specimen(other)), output, Profile.FAITHFUL, silent)
        with pytest.raises(CaptureError):
            format_for(kind).verify(io.BytesIO(specimen(other)))


@by_name
def test_a_second_file_behind_or_before_it_does_not_come_along(kind: MediaKind) -> None:
    hidden = b"PK\3\4" + bytes(26) + b"Polyglot9921qzx.zip"
    copy = copy_of(specimen(kind) + hidden) if carried_over(kind) is not None else b""
    assert b"Polyglot9921qzx" not in copy
    with pytest.raises(UnknownKind):
        examine.inspect(io.BytesIO(hidden + specimen(kind)))


def _deep(inner: bytes, wrap: Callable[[bytes], bytes]) -> bytes:
    for _ in range(1000):
        inner = wrap(inner)
    return inner


def _tiff_circle() -> bytes:
    """Give a directory whose sub-directories are itself, a thousand times."""
    fields = [tiffs.Field(0x014A, tiffs.LONG, struct.pack("<I", 8) * 1000)]
    return tiffs.block({"IFD0": fields})


def _nested() -> Iterator[tuple[str, bytes]]:
    free = movies.Movie().build()
    for name in (b"moov", b"udta", b"meta", b"trak"):
        boxes = _deep(b"", lambda inner, name=name: movies.box(name, inner))  # type: ignore[misc] # the default is the point
        yield f"boxes of {name.decode()}", free + boxes
        yield f"picture with boxes of {name.decode()}", specimen(MediaKind.HEIF) + boxes
        yield f"JPEG XL with boxes of {name.decode()}", specimen(MediaKind.JXL) + boxes
    lists = _deep(b"", lambda inner: chunk(b"LIST", b"INFO" + inner))
    yield "lists in WebP", b"RIFF" + struct.pack("<I", 4 + len(lists)) + b"WEBP" + lists
    yield "lists in WAV", b"RIFF" + struct.pack("<I", 4 + len(lists)) + b"WAVE" + lists
    yield "lists in AVI", b"RIFF" + struct.pack("<I", 4 + len(lists)) + b"AVI " + lists
    tags = _deep(b"", lambda inner: mkvs.el(0x67C8, inner))
    yield "tags in tags", specimen(MediaKind.MKV) + mkvs.el(0x1254C367, tags)
    yield "directories in circles", _tiff_circle()
    xml = b"<x>" * 1000 + b"</x>" * 1000
    yield (
        "XMP",
        b"\xff\xd8\xff\xe1"
        + struct.pack(">H", 31 + len(xml))
        + (b"http://ns.adobe.com/xap/1.0/\0" + xml + specimen(MediaKind.JPEG)[2:]),
    )


NESTED = dict(_nested())


@pytest.mark.parametrize("name", NESTED)
def test_nested_a_thousand_deep_it_is_refused_or_harmless(name: str) -> None:
    survives(NESTED[name])
    survives(NESTED[name] + CANARY)


@pytest.mark.parametrize("name", [name for name in BOMBS if "inflate" not in name])
def test_a_file_of_many_parts_is_refused_or_no_larger(name: str) -> None:
    data = BOMBS[name]()
    with contextlib.suppress(Refused):
        assert len(copy_of(data)) <= 2 * len(data)


@pytest.mark.parametrize("name", [name for name in BOMBS if "inflate" in name])
def test_what_inflates_is_not_kept_in_memory(name: str) -> None:
    data = BOMBS[name]()
    tracemalloc.start()
    try:
        survives(data)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < ZEROS // 2


@by_name
def test_changed_files_are_refused_by_name_or_say_nothing(kind: MediaKind) -> None:
    chance = random.Random(f"{kind.value} 1")
    written = sum(survives(mutated(kind, chance)) for _ in range(MUTATIONS))
    assert written < MUTATIONS
    assert written > 0 or carried_over(kind) is None


def test_the_same_seed_gives_the_same_files() -> None:
    first, second = (
        [mutated(MediaKind.PNG, random.Random(seed)) for seed in range(20)] for _ in range(2)
    )
    assert first == second


def test_there_are_many_places_of_what_people_send_most() -> None:
    assert set(by_kind()) == set(KINDS)
    assert min(len(by_kind()[kind]) for kind in STILLS[:1]) > 100


def test_a_wrong_ending_of_the_name_fools_nobody(tmp_path: Path) -> None:
    source = tmp_path / "in"
    source.mkdir()
    kinds = [kind for kind in KINDS if kind not in RAWS]
    for number, kind in enumerate(kinds):
        wrong = EXTENSIONS[kinds[number - 1]]
        (source / f"{number:02}{wrong}").write_bytes(specimen(kind))
    with MediaPool(workers=1) as pool:
        results = clean_files(
            pool,
            find([source]),
            tmp_path / "out",
            profiles=[Profile.FAITHFUL],
            jobs=1,
            tick=silent,
            told=lambda _: None,
        )
    for kind, result in zip(kinds, results, strict=True):
        if carried_over(kind) is None:
            assert isinstance(result.error, Unsupported)
            continue
        assert result.status is CleanStatus.CLEANED
        assert result.said is not None
        assert result.said.kind is kind
        assert result.output is not None
        assert result.output.read_bytes() == carried_over(kind)
