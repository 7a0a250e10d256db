"""Units of video streams, configurations and fillers of AAC, telemetry: small and by hand."""

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from capture.blocks import aac, gpmf, nal, obu
from capture.blocks.nal import Family
from capture.errors import CaptureError, Damaged, TooLarge, Unsupported
from tests.capture.samples import movies as m

SLICE, SPS, PPS = b"\x65picture", b"\x67\x42\x00\x1e", b"\x68\xce"
RECOVERY = m.sei(6, b"\x80")
LIGHT = m.sei(144, b"\x03\xe8\x01\x90")


def scrub(*units: bytes, family: Family = Family.AVC) -> bytes:
    return nal.scrub(b"".join(units), 4, family)


def test_a_sample_of_picture_alone_is_itself() -> None:
    sample = m.unit(SPS) + m.unit(PPS) + RECOVERY + LIGHT + m.unit(SLICE)
    assert nal.scrub(sample, 4, Family.AVC) is sample


@pytest.mark.parametrize(
    "extra",
    [m.sei(5, b"u" * 16 + b"text"), m.sei(4, b"\xb5GA94"), m.sei(1, b"\0\0"), m.unit(b"\x09\xf0"),
     m.unit(b"\x0c\xff\x80"), m.unit(b"\x00x"), m.unit(b"\x18x"), m.unit(b"\x0ex"), bytes(4)],
)  # fmt: skip
def test_what_is_no_picture_goes(extra: bytes) -> None:
    assert scrub(extra, m.unit(SLICE)) == m.unit(SLICE)
    assert scrub(m.unit(SLICE), extra) == m.unit(SLICE)


def test_one_message_of_several_stays() -> None:
    both = b"\x06" + b"\x05\x14" + b"u" * 16 + b"text" + b"\x90\x04\x00\x00\x01\x90" + b"\x80"
    kept = scrub(m.unit(both), m.unit(SLICE))
    assert kept == m.unit(b"\x06\x90\x04\x00\x00\x03\x01\x90\x80") + m.unit(SLICE)
    assert scrub(kept) == kept


def test_of_messages_of_one_type_the_first_stays() -> None:
    again = m.sei(144, b"\x01\x00\x00\x10")
    assert scrub(RECOVERY, LIGHT, again, m.unit(SLICE)) == RECOVERY + LIGHT + m.unit(SLICE)


@pytest.mark.parametrize(
    "zeros", [b"\0", b"\0\0\0", b"\0\0\x03", b"\0\0\x03\0\0\x03", b"\0\0\x03\0"]
)
def test_zeros_behind_a_unit_go(zeros: bytes) -> None:
    """Words of zeros that encoders write behind a slice, and what byte streams leave."""
    for unit in (SLICE, SPS, PPS):
        assert scrub(m.unit(unit + zeros), m.unit(SLICE)) == m.unit(unit) + m.unit(SLICE)
    assert scrub(m.unit(SLICE + b"\0\0\x03\x03")) == m.unit(SLICE + b"\0\0\x03\x03")


def test_a_long_message_is_followed() -> None:
    payload = bytes(range(256)) * 2
    assert list(nal.messages(m.sei(300, payload)[4:], Family.AVC)) == [(300, payload)]
    assert list(nal.messages(b"\x06\x05\xff\xff", Family.AVC)) == []


def test_layers_and_views_go() -> None:
    base, layer = m.unit(b"\x26\x01picture"), m.unit(b"\x26\x09second")
    assert scrub(base, layer, m.unit(b"\x7c\x01rpu"), family=Family.HEVC) == base
    assert scrub(base, m.unit(b"\x4a\x01more"), family=Family.HEVC) == base + m.unit(b"\x4a\x01")


@pytest.mark.parametrize(
    "sample", [b"\0\0\0\x09abc", m.unit(SLICE) + b"xyz", m.unit(b"\xe5forbidden"), b"abc"]
)
def test_broken_samples_are_damage(sample: bytes) -> None:
    with pytest.raises(Damaged):
        scrub(sample)


def test_bounds_on_units() -> None:
    with pytest.raises(TooLarge):
        scrub(m.unit(SLICE) * (nal.MAX_UNITS + 1))
    with pytest.raises(TooLarge):
        scrub(m.unit(SPS + bytes(nal.MAX_PARAMETER_SET)))


@given(st.binary(max_size=120), st.sampled_from(Family), st.sampled_from((1, 2, 4)))
def test_scrubbing_any_bytes_twice_is_scrubbing_once(
    data: bytes, family: Family, length_size: int
) -> None:
    try:
        once = nal.scrub(data, length_size, family)
    except CaptureError:
        return
    assert nal.scrub(once, length_size, family) == once
    assert len(once) <= len(data)


def _obu(kind: int, body: bytes) -> bytes:
    return bytes((kind << 3 | 2, len(body))) + body


def test_units_of_av1() -> None:
    frame = _obu(6, b"picture")
    light = _obu(5, b"\x01\x03\xe8\x01\x90\x80")
    assert obu.scrub(frame + light) == frame + light
    dirty = _obu(2, b"") + frame + _obu(5, b"\x04\xb5text\x80") + _obu(15, b"pad") + _obu(9, b"x")
    assert obu.scrub(dirty) == frame
    assert obu.scrub(bytes((6 << 3,)) + b"to the end") == bytes((6 << 3,)) + b"to the end"
    for broken in (b"\x32\x7fx", b"\xb2\x00", b"\x32\xff\xff\xff\xff\xff\xff\xff\xff\xff"):
        with pytest.raises(Damaged):
            obu.scrub(broken)


def test_configurations_of_aac() -> None:
    plain = bytes.fromhex("1190")
    assert aac.neutral_config(plain) == plain
    assert aac.neutral_config(plain + b"\x56\xe5\x00Text"[:3])[:2] == plain
    assert aac.neutral_config(plain + b"hidden") == plain
    with_sbr = bytes.fromhex("131056e59d4880")
    assert aac.neutral_config(with_sbr) == with_sbr
    for kind in (39, 42, 0):
        with pytest.raises(Unsupported):
            aac.neutral_config(_bits((min(kind, 31), 5), (max(kind - 32, 0), 6), (0, 21)))
    with pytest.raises(Damaged):
        aac.neutral_config(b"\x11")


def _bits(*fields: tuple[int, int]) -> bytes:
    text = "".join(f"{value:0{width}b}" for value, width in fields)
    text += "0" * (-len(text) % 8)
    return int(text, 2).to_bytes(len(text) // 8, "big")


def test_a_channel_layout_keeps_no_comment() -> None:
    head = ((2, 5), (3, 4), (0, 4), (0, 3))
    layout = ((0, 4), (1, 2), (3, 4), (1, 4), (0, 4), (0, 4), (0, 2), (0, 3), (0, 4), (0, 3))
    element = ((1, 1), (0, 4))
    said = b"Made by Nasrin"
    comment = ((len(said), 8), *((byte, 8) for byte in said))
    used = sum(width for _, width in (*head, *layout, *element)) % 8
    config = _bits(*head, *layout, *element, (0, -used % 8), *comment)
    assert said in config
    neutral = aac.neutral_config(config)
    assert said not in neutral
    assert neutral == _bits(*head, *layout, *element, (0, -used % 8), (0, 8))


def test_what_an_encoder_writes_before_the_sound_falls_silent() -> None:
    frame = m.spoken().samples[0]
    assert b"Lavc" in frame
    silent = aac.quiet(frame)
    assert b"Lavc" not in silent
    assert len(silent) == len(frame)
    assert aac.quiet(silent) == silent
    sound = m.spoken().samples[5]
    assert aac.quiet(sound) == sound
    data = _bits((4, 3), (0, 4), (1, 1), (4, 8)) + b"Text" + sound
    assert aac.quiet(data) == data[:2] + b"\x00\xa5\xa5\xa5" + sound
    said = _bits((4, 3), (11, 4), (1, 1), (2, 8)) + b"ab"
    aligned = _bits((6, 3), (0, 4), (4, 3), (11, 4), (1, 1), (2, 8), (1, 1)) + b"ab"
    plain = _bits((6, 3), (0, 4), (4, 3), (0, 4), (1, 1), (2, 8), (0, 1)) + b"\x00\xa5"
    assert aac.quiet(said + sound) == _bits((4, 3), (0, 4), (1, 1), (2, 8)) + b"\x00\xa5" + sound
    assert aac.quiet(aligned + sound) == plain + sound


@given(st.binary(max_size=80))
def test_any_frame_keeps_its_length(frame: bytes) -> None:
    silent = aac.quiet(frame)
    assert len(silent) == len(frame)
    assert aac.quiet(silent) == silent


def _element(key: bytes, kind: bytes, size: int, count: int, body: bytes) -> bytes:
    return key + kind + struct.pack(">BH", size, count) + body + bytes(-len(body) % 4)


def test_telemetry_is_walked() -> None:
    scale = _element(b"SCAL", b"l", 4, 5, struct.pack(">5i", 10**7, 10**7, 1000, 1000, 100))
    places = struct.pack(">10i", 0, 0, 0, 0, 0, 331267700, -1173273436, 0, 0, 0)
    stream = scale + _element(b"GPS5", b"l", 20, 1, places[20:])
    data = _element(b"DEVC", b"\0", 1, len(stream), stream)
    assert [(e.key, e.depth) for e in gpmf.elements(data)] == [
        (b"DEVC", 0), (b"SCAL", 1), (b"GPS5", 1),
    ]  # fmt: skip
    fix = gpmf.first_fix(data)
    assert fix is not None
    assert (round(fix.latitude, 6), round(fix.longitude, 6)) == (33.12677, -117.327344)
    assert gpmf.first_fix(_element(b"GPS5", b"l", 20, 1, places[:20])) is None


@given(st.binary(max_size=200))
def test_any_telemetry_ends(data: bytes) -> None:
    assert len(list(gpmf.elements(data))) <= len(data)


def test_nested_telemetry_ends() -> None:
    data = b""
    for _ in range(200):
        data = _element(b"DEVC", b"\0", 1, len(data) % 65536, data)
    assert max(element.depth for element in gpmf.elements(data)) <= gpmf.MAX_DEPTH
