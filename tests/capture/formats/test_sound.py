"""Voice notes: what they say is told and gone, the sound itself is the same where it can be."""

import io
import struct
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from capture.blocks import ogg
from capture.errors import Damaged, Unsupported, Unverified
from capture.examine import clean, inspect, verify
from capture.formats.base import Profile
from capture.kinds import MediaKind, sniff
from capture.report import needles_of
from tests.capture.samples import movies as m
from tests.conftest import Tool

CANARY = b"Canary5519qzx"
AMR = b"#!AMR\n" + (b"\x3c" + bytes(31)) * 50


def opus() -> bytes:
    return m.muxed("", "libopus", form="ogg")


def wav(*more: bytes, codec: str = "pcm_s16le") -> bytes:
    data = m.muxed("", codec, form="wav")
    size = struct.unpack_from("<I", data, 4)[0] + sum(map(len, more))
    return data[:4] + struct.pack("<I", size) + data[8:] + b"".join(more)


def mp3() -> bytes:
    return m.muxed("", "libmp3lame", form="mp3")


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack("<4sI", kind, len(data)) + data + bytes(len(data) % 2)


def id3(name: bytes, data: bytes, version: int = 3) -> bytes:
    short = version == 2
    head = name + (struct.pack(">I", len(data))[1:] if short else struct.pack(">IH", len(data), 0))
    body = head + data + bytes(20)
    size = bytes(len(body) >> shift & 0x7F for shift in (21, 14, 7, 0))
    return b"ID3" + bytes((version, 0, 0)) + size + body


def unsynchronised(tag: bytes) -> bytes:
    """Write a tag so that nothing in it looks like sound, as a whole (2.3) or by frames (2.4)."""
    body = tag[10:].replace(b"\xff", b"\xff\0")
    if tag[3] == 4:
        frame = body[10:].rstrip(b"\0")
        size = bytes(len(frame) + 4 >> shift & 0x7F for shift in (21, 14, 7, 0))
        body = body[:4] + size + b"\0\3" + bytes(4) + frame + bytes(20)
    size = bytes(len(body) >> shift & 0x7F for shift in (21, 14, 7, 0))
    return tag[:5] + b"\x80" + size + body


def page(packets: list[bytes], number: int, flags: int = 0, stream: int = 77) -> bytes:
    """Write one Ogg page; nobody here reads its checksum but FFmpeg, which is given it right."""
    lengths = b"".join(b"\xff" * (len(p) // 255) + bytes((len(p) % 255,)) for p in packets)
    head = struct.pack("<4sBBqIII", b"OggS", 0, flags, 0, stream, number, 0)
    whole = head + bytes((len(lengths),)) + lengths + b"".join(packets)
    return whole[:22] + struct.pack("<I", _checksum(whole)) + whole[26:]


def _checksum(data: bytes) -> int:
    value = 0
    for byte in data:
        value ^= byte << 24
        for _ in range(8):
            value = (value << 1 ^ (0x04C11DB7 if value & 1 << 31 else 0)) & 0xFFFFFFFF
    return value


def commented(comment: bytes) -> bytes:
    """Opus whose second page says something: its maker is nobody."""
    data = opus()
    second = data.index(b"OggS", 4)
    third = data.index(b"OggS", second + 4)
    stream = int.from_bytes(data[14:18], "little")
    tags = b"OpusTags" + struct.pack("<I", 0) + struct.pack("<II", 1, len(comment)) + comment
    return data[:second] + page([tags], 1, stream=stream) + data[third:]


def flac(*blocks: tuple[int, bytes]) -> bytes:
    """FLAC in Ogg, with metadata blocks of these kinds behind its own first one."""
    packets = ogg.read(m.muxed("", "flac", form="ogg")).streams[0].packets
    first, comments, *sound = packets
    assert comments[0] == 0x84
    added = [bytes((kind,)) + len(body).to_bytes(3, "big") + body for kind, body in blocks]
    first = first[:7] + struct.pack(">H", len(added) + 1) + first[9:]
    heads = [page([first], 0, 2), *(page([one], 1 + n) for n, one in enumerate(added))]
    rest = (comments, *sound)
    return b"".join((*heads, *(page([one], len(heads) + n) for n, one in enumerate(rest))))


def tagged(comment: bytes) -> bytes:
    return struct.pack("<III", 0, 1, len(comment)) + comment


def speex(comment: bytes) -> bytes:
    """Speex without its sound: no encoder of it is at hand, and its header says enough."""
    head = b"Speex   1.2.1".ljust(80, b"\0")
    return page([head], 0, 2) + page([tagged(comment)], 1) + page([bytes(70)], 2, 4)


PLACES: dict[str, Callable[[], bytes]] = {
    "Ogg comment of FLAC": lambda: flac((4, tagged(b"ARTIST=" + CANARY))),
    "Ogg picture of FLAC": lambda: flac((6, bytes(32) + b"\xff\xd8\xff" + CANARY)),
    "Ogg application of FLAC": lambda: flac((2, b"abcd" + CANARY)),
    "Ogg comment of a second recording": lambda: opus() + commented(b"ARTIST=" + CANARY),
    "Ogg comment": lambda: commented(b"ARTIST=" + CANARY),
    "Ogg place": lambda: commented(b"LOCATION=" + CANARY),
    "Ogg picture": lambda: commented(b"METADATA_BLOCK_PICTURE=" + CANARY),
    "Ogg after the end": lambda: opus() + b"junk" + CANARY,
    "Ogg second stream": lambda: opus() + page([CANARY], 0, 2, stream=78),
    "WAV artist": lambda: wav(chunk(b"LIST", b"INFO" + chunk(b"IART", CANARY))),
    "WAV bext": lambda: wav(chunk(b"bext", CANARY + bytes(600))),
    "WAV iXML": lambda: wav(chunk(b"iXML", b"<x>" + CANARY + b"</x>")),
    "WAV id3": lambda: wav(chunk(b"id3 ", id3(b"TPE1", b"\0" + CANARY))),
    "WAV junk": lambda: wav(chunk(b"JUNK", CANARY)),
    "WAV after the end": lambda: wav() + b"\xff" * 8 + CANARY,
    "MP3 artist": lambda: id3(b"TPE1", b"\0" + CANARY) + mp3(),
    "MP3 old artist": lambda: id3(b"TP1", b"\0" + CANARY, 2) + mp3(),
    "MP3 comment": lambda: id3(b"COMM", b"\0eng\0" + CANARY) + mp3(),
    "MP3 UTF-16": lambda: id3(b"TIT2", b"\1" + CANARY.decode().encode("utf-16")) + mp3(),
    "MP3 unsynchronised": lambda: (
        unsynchronised(id3(b"TIT2", b"\1" + CANARY.decode().encode("utf-16"))) + mp3()
    ),
    "MP3 unsynchronised frame": lambda: (
        unsynchronised(id3(b"TIT2", b"\1" + CANARY.decode().encode("utf-16") + b"-", 4)) + mp3()
    ),
    "MP3 picture": lambda: id3(b"APIC", b"\0image/jpeg\0\3\0\xff\xd8\xff" + CANARY) + mp3(),
    "MP3 private": lambda: id3(b"PRIV", b"owner\0" + CANARY) + mp3(),
    "MP3 ID3v1": lambda: mp3() + b"TAG" + CANARY.ljust(125, b"\0"),
    "MP3 APE": lambda: mp3() + b"APETAGEX" + bytes(24) + CANARY,
    "AMR after the end": lambda: AMR + b"\xff" + CANARY,
}


@pytest.mark.parametrize("name", PLACES)
def test_what_stands_in_a_place_is_told_and_gone(name: str) -> None:
    data = PLACES[name]()
    report = inspect(io.BytesIO(data))
    assert report.kind.value == name.split(maxsplit=1)[0].lower()
    assert any(CANARY.decode() in trace.value for trace in report.traces)
    for profile in Profile:
        output = io.BytesIO()
        try:
            made = clean(io.BytesIO(data), output, profile)
        except Unsupported:
            assert profile is Profile.FAITHFUL
            assert report.kind in (MediaKind.MP3, MediaKind.AMR) or "FLAC" in name
            continue
        verify(made.kind, output, needles_of(report))
        assert CANARY not in output.getvalue()


def test_what_speex_says_is_told() -> None:
    traces = inspect(io.BytesIO(speex(b"ARTIST=" + CANARY))).traces
    assert CANARY.decode() in {trace.value for trace in traces}


def test_comments_among_the_sound_are_told_and_never_carried_over() -> None:
    data = opus()
    stream = int.from_bytes(data[14:18], "little")
    source = io.BytesIO(data + page([b"OpusTags" + tagged(b"ARTIST=" + CANARY)], 99, 0, stream))
    assert CANARY.decode() in {trace.value for trace in inspect(source).traces}
    with pytest.raises(Damaged):
        clean(source, io.BytesIO(), Profile.FAITHFUL)


def _heard(ffmpeg: str, path: Path, data: bytes, form: str) -> bytes:
    path.write_bytes(data)
    command = [ffmpeg, "-v", "error", "-i", str(path), "-f", form, "-"]
    return subprocess.run(command, capture_output=True, check=True).stdout


@pytest.mark.parametrize(
    ("codec", "form"),
    [("pcm_s16le", "s16le"), ("pcm_s24le", "s24le"), ("pcm_f32le", "f32le"), ("pcm_u8", "u8")],
)
def test_uncompressed_sound_is_the_same(codec: str, form: str, tool: Tool, tmp_path: Path) -> None:
    source, output = wav(codec=codec), io.BytesIO()
    made = clean(io.BytesIO(source), output, Profile.FAITHFUL)
    verify(made.kind, output, ())
    assert made.kind is MediaKind.MOV
    ffmpeg = tool("ffmpeg")
    before = _heard(ffmpeg, tmp_path / "before", source, form)
    assert len(before) > 40_000
    assert _heard(ffmpeg, tmp_path / "after", output.getvalue(), form) == before


def test_opus_is_the_same(tool: Tool, tmp_path: Path) -> None:
    source, output = opus(), io.BytesIO()
    made = clean(io.BytesIO(source), output, Profile.FAITHFUL)
    verify(made.kind, output, needles_of(inspect(io.BytesIO(source))))
    ffmpeg = tool("ffmpeg")
    before = _heard(ffmpeg, tmp_path / "before", source, "f32le")
    after = _heard(ffmpeg, tmp_path / "after", output.getvalue(), "f32le")
    assert after[: len(before)] == before
    assert b"Lavf" in source
    assert b"Lavf" not in output.getvalue()


def padded(filling: bytes) -> bytes:
    """Opus whose packets are padded with this, as encoders of a fixed rate do with zeros."""
    packets = ogg.read(opus()).streams[0].packets
    sizes = len(filling) // 254 * b"\xff" + bytes((len(filling) % 254,))
    head, tags, *sound = packets
    assert all(packet[0] & 3 == 0 for packet in sound)
    sound = [bytes((p[0] | 3, 0x41)) + sizes + p[1:] + filling for p in sound]
    pages = [page([head], 0, 2), page([tags], 1)]
    return b"".join((*pages, *(page([one], 2 + n) for n, one in enumerate(sound))))


def test_the_padding_of_opus_packets_holds_nothing(tool: Tool, tmp_path: Path) -> None:
    said = CANARY * 20
    source, output, zeros = padded(said), io.BytesIO(), io.BytesIO()
    made = clean(io.BytesIO(source), output, Profile.FAITHFUL)
    verify(made.kind, output, ())
    assert CANARY not in output.getvalue()
    clean(io.BytesIO(padded(bytes(len(said)))), zeros, Profile.FAITHFUL)
    assert output.getvalue() == zeros.getvalue()
    ffmpeg = tool("ffmpeg")
    after = _heard(ffmpeg, tmp_path / "after", output.getvalue(), "f32le")
    assert _heard(ffmpeg, tmp_path / "before", source, "f32le")[: len(after)] == after
    copy = output.getvalue()
    for at in (copy.index(bytes(40)) + 20, len(copy) - 1 - copy[::-1].index(bytes(40)) - 20):
        changed = copy[:at] + b"x" + copy[at + 1 :]
        with pytest.raises(Unverified):
            verify(made.kind, io.BytesIO(changed), ())


def test_packets_go_over_pages() -> None:
    long = bytes(600)
    lengths = b"\xff\xff"
    head = struct.pack("<4sBBqIII", b"OggS", 0, 0, 0, 1, 0, 0)
    first = head + b"\x02" + lengths + long[:510]
    second = struct.pack("<4sBBqIII", b"OggS", 0, 1, 0, 1, 1, 0) + b"\x01" + b"\x5a" + long[510:]
    assert ogg.read(first + second).streams[0].packets == [long]
    assert ogg.read(b"stray" + first + second).stray == ((0, 5),)


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"OggS\0" + bytes(30), Damaged),
        (b"RIFF\x04\0\0\0WAVE", Damaged),
        (b"ID3\x03\0\0\0\0\0\0", Unsupported),
        (AMR, Unsupported),
    ],
)
def test_what_cannot_be_carried_over_is_refused(data: bytes, error: type[Exception]) -> None:
    with pytest.raises(error):
        clean(io.BytesIO(data), io.BytesIO(), Profile.FAITHFUL)


def test_they_are_known_by_their_first_bytes() -> None:
    heads = [opus(), wav(), mp3(), AMR, mp3()[mp3().index(b"\xff\xfb") :]]
    kinds = [MediaKind.OGG, MediaKind.WAV, MediaKind.MP3, MediaKind.AMR, MediaKind.MP3]
    assert [sniff(head[:64]) for head in heads] == kinds
    assert sniff(b"\xff\xff\xff\xff") is None


def test_what_opus_was_recorded_at_is_not_told() -> None:
    """Nothing plays by it: it is a note of the recorder's (RFC 7845, 5.1)."""
    head, *rest = ogg.read(opus()).streams[0].packets
    recorded = head[:12] + struct.pack("<I", 44_056) + head[16:]
    pages = [page([one], number) for number, one in enumerate(rest, 1)]
    output = io.BytesIO()
    made = clean(io.BytesIO(page([recorded], 0, 2) + b"".join(pages)), output, Profile.FAITHFUL)
    verify(made.kind, output, ())
    at = output.getvalue().index(b"dOps") + 8
    assert output.getvalue()[at : at + 4] == struct.pack(">I", 48_000)
