"""JPEG XL: boxes and headers read, the bare codestream kept to the bit, or encoded again."""

import io
import struct

import numpy as np
import pytest
from PIL import Image

from capture.blocks import jxl_boxes, jxl_codestream
from capture.decode import jxl as decoder
from capture.errors import Damaged, TooLarge, Unsupported, Unverified
from capture.formats.base import Cleaning, Profile
from capture.formats.catalog import format_for
from capture.formats.jxl import Jxl
from capture.kinds import MediaKind, sniff
from capture.progress import silent
from tests.capture.samples import jpegs, jxls, tiffs
from tests.conftest import CORPUS

VARIANTS = {
    "plain": jxls.plain(),
    "lossless": jxls.plain(lossless=True),
    "gray": jxls.plain("L"),
    "alpha": jxls.plain("RGBA"),
    "gray alpha": jxls.plain("LA"),
    "many groups": jxls.plain(size=(700, 500)),
    "turned": jxls.oriented(6),
    "boxed": jxls.boxed(),
    "parts": jxls.in_parts(jxls.plain(), 40),
    "told": jxls.boxed(
        jpegs.box(b"Exif", jxls.exif(tiffs.block({"IFD0": [tiffs.text(0x010F, "Candlewick")]})))
    ),
}


def clean(data: bytes, profile: Profile = Profile.FAITHFUL) -> tuple[bytes, Cleaning]:
    output = io.BytesIO()
    cleaning = Jxl().clean(io.BytesIO(data), output, profile, silent)
    format_for(cleaning.kind).verify(output)
    return output.getvalue(), cleaning


def decoded(data: bytes) -> Image.Image:
    return decoder.picture(io.BytesIO(data))


@pytest.mark.parametrize("name", VARIANTS)
def test_a_faithful_copy_has_the_same_pixels_and_cleans_to_itself(name: str) -> None:
    cleaned, cleaning = clean(VARIANTS[name])
    assert (cleaning.lossless, cleaning.kind) == (True, MediaKind.JXL)
    assert sniff(cleaned) is MediaKind.JXL
    before, after = decoded(VARIANTS[name]), decoded(cleaned)
    assert before.mode == after.mode
    assert np.array_equal(np.asarray(before), np.asarray(after))
    assert clean(cleaned)[0] == cleaned
    report = Jxl().read(io.BytesIO(cleaned))
    assert (report.traces, report.embedded) == ((), ())


@pytest.mark.parametrize("name", VARIANTS)
def test_an_anonymous_copy_is_one_picture(name: str) -> None:
    cleaned, cleaning = clean(VARIANTS[name], Profile.ANONYMOUS)
    assert cleaning.kind is (MediaKind.PNG if "alpha" in name else MediaKind.JPEG)
    assert Image.open(io.BytesIO(cleaned)).size == decoded(VARIANTS[name]).size


@pytest.mark.parametrize("turn", range(1, 9))
def test_which_way_is_up_is_kept_and_told(turn: int) -> None:
    data = jxls.oriented(turn)
    facts = Jxl().read(io.BytesIO(data)).facts
    assert (facts.width, facts.height) == ((64, 96) if turn > 4 else (96, 64))
    cleaned, cleaning = clean(data)
    assert ("orientation-kept" in cleaning.steps) is (turn != 1)
    assert decoded(cleaned).size == (facts.width, facts.height)


@pytest.mark.parametrize(
    "data",
    [
        jxls.written(jxls.image_header(preview=True)),
        jxls.written(jxls.image_header(), jxls.frame_header(last=False), jxls.frame_header()),
        jxls.written(
            jxls.image_header(channel=b"sixteen letters.", kind=4), jxls.frame_header(extra=True)
        ),
        jxls.named_frame(b"sixteen letters."),
        jxls.named_channel(b"sixteen letters."),
    ],
)
def test_what_is_not_carried_over_is_unsupported(data: bytes) -> None:
    with pytest.raises(Unsupported):
        clean(data)


def test_names_previews_channels_and_frames_are_told() -> None:
    header = jxls.image_header(channel=b"a hidden channel", kind=4)
    frames = (jxls.frame_header(b"a first layer...", last=False, extra=True),)
    data = jxls.written(header, *frames, jxls.frame_header(extra=True), tail=b"and more")
    said = {trace.tag: trace.value for trace in Jxl().read(io.BytesIO(data)).traces}
    assert said["JXL:Name"] == "a first layer..."
    assert said["JXL:ExtraChannels"] == "1 channels that are not shown"
    assert said["JXL:Frames"] == "2 frames"
    assert said["data after the end"] == "8 bytes"
    preview = Jxl().read(io.BytesIO(jxls.written(jxls.image_header(preview=True))))
    assert {t.tag: t.value for t in preview.traces}["JXL:Preview"] == "128 x 128"


def test_a_compressed_box_is_read_within_its_bound() -> None:
    bomb = jxls.squeezed(b"what", bytes(64 << 20))
    assert len(bomb) < 1000
    (part,) = jxl_boxes.open_container(jxls.boxed(bomb)).parts[1:]
    assert len(part.data) == jxl_boxes.MAX_INFLATED


def test_the_codestreams_end_is_found_to_the_byte() -> None:
    for mode in ("RGB", "L", "RGBA"):
        for settings in ({}, {"lossless": True}, {"effort": 5}):
            for size in ((96, 64), (257, 300), (1030, 600)):
                data = jxls.plain(mode, size, **settings)
                assert jxl_codestream.read(data + b"more").end == len(data)


@pytest.mark.parametrize("name", ["plain", "alpha", "boxed", "parts", "turned", "many groups"])
def test_a_file_cut_anywhere_is_damaged(name: str) -> None:
    data = VARIANTS[name]
    for cut in {*range(2, 90), *range(90, len(data), 97), len(data) - 1} - {len(data)}:
        for profile in Profile:
            with pytest.raises((Damaged, Unsupported)):
                clean(data[:cut], profile)


@pytest.mark.parametrize("value", [0, 1, 7, 8, 0x7FFFFFFF, 0xFFFFFFFF])
def test_every_length_of_a_box_may_lie(value: int) -> None:
    data = jxls.in_parts(jxls.plain(), 40)
    at, places = 0, []
    while at < len(data):
        places.append(at)
        at += int.from_bytes(data[at : at + 4], "big")
    for place in places:
        hostile = data[:place] + struct.pack(">I", value) + data[place + 4 :]
        try:
            cleaned, _ = clean(hostile)
        except (Damaged, Unsupported, TooLarge):
            continue
        assert cleaned == clean(data)[0]


def test_parts_that_do_not_add_up_are_damaged() -> None:
    codestream = jxls.plain()
    head = jxls.MARK + jxls.BRAND
    first, last = jpegs.box(b"jxlp", bytes(4) + codestream), jpegs.box(b"jxlc", codestream)
    for data in (head, head + first, head + last + last, head + first + last):
        with pytest.raises(Damaged):
            clean(data)


def test_too_many_pixels_are_refused_by_the_header_before_decoding() -> None:
    writer = jxls.Writer().u((16, 0x0AFF), (1, 0), (2, 3), (30, 60_000), (3, 1))
    writer.u((1, 1), (1, 1))
    data = jxls.written(writer, jxls.frame_header())
    for profile in Profile:
        with pytest.raises((TooLarge, Damaged)):
            clean(data, profile)
    with pytest.raises((TooLarge, Damaged)):
        decoded(data)


@pytest.mark.parametrize("name", VARIANTS)
def test_the_second_reading_refuses_what_is_not_cleaned(name: str) -> None:
    good = clean(VARIANTS[name])[0]
    for bad in (good + b"\0", good[:-1], good[:2] + b"\xff" + good[3:], VARIANTS["told"]):
        with pytest.raises(Unverified):
            Jxl().verify(io.BytesIO(bad))


@pytest.mark.parametrize(
    "data",
    [
        jxls.written(jxls.image_header(preview=True), jxls.frame_header()),
        jxls.written(jxls.image_header(), jxls.frame_header(last=False), jxls.frame_header()),
        jxls.written(jxls.image_header(channel=b"sixteen letters."), jxls.frame_header(extra=True)),
        jxls.named_frame(b"sixteen letters."),
        jxls.named_channel(b"sixteen letters."),
        jxls.plain() + b"more",
        jxls.boxed(),
    ],
)
def test_the_second_reading_knows_what_a_copy_may_not_have(data: bytes) -> None:
    with pytest.raises(Unverified):
        Jxl().verify(io.BytesIO(data))


def test_text_in_the_coded_data_is_not_carried_over() -> None:
    header, frame = jxls.image_header(), jxls.Writer()
    words = b"what was said in that meeting room today"
    frame = jxls.frame_header()
    frame.bits[-10:] = [len(words) >> at & 1 for at in range(10)]
    data = header.done() + frame.done() + words
    with pytest.raises(Unsupported, match="text"):
        clean(data)
    with pytest.raises(Unverified, match="text"):
        Jxl().verify(io.BytesIO(data))


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus is not on this machine")
def test_real_files_are_cleaned_or_damaged() -> None:
    found = sorted(CORPUS.rglob("*.jxl"))
    assert found
    for path in found:
        data = path.read_bytes()
        assert Jxl().read(io.BytesIO(data)).traces
        try:
            cleaned, _ = clean(data)
        except Damaged:
            continue
        assert np.array_equal(np.asarray(decoded(data)), np.asarray(decoded(cleaned)))


def test_the_format_takes_jpeg_xl_alone() -> None:
    assert [kind for kind in MediaKind if Jxl().accepts(kind)] == [MediaKind.JXL]
