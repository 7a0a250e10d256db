"""What voice notes and other sound files say: Ogg, MP3 and AMR.

Sources: RFC 7845 (``OpusTags``), the Vorbis I and Theora specifications (comment header),
RFC 9639 (FLAC: 8 metadata blocks, 10.1 in Ogg), the Speex manual (Ogg file format),
id3.org, the LAME tag's description, RFC 4867 (AMR storage format).
"""

import base64
import binascii
from typing import BinaryIO

from capture.blocks import id3, ogg
from capture.blocks.boxes import read_at, size_of
from capture.errors import TooLarge
from capture.formats.movie.said import Said, harm_of
from capture.formats.movie.userdata import decoded
from capture.kinds import MediaKind
from capture.report import Harm, MetadataReport, worst_first

MAX_FILE = 256 << 20
"""Longest sound file that is read, in bytes: it is held in memory whole."""

_COMMENT_HEADS = (b"OpusTags", b"\x03vorbis", b"\x81theora")
_FLAC, _SPEEX = b"\x7fFLAC", b"Speex   "
_FLAC_HEAD, _FLAC_LAST = 4, 0x80
_FLAC_SEEKING, _FLAC_COMMENTS, _FLAC_PICTURE = 3, 4, 6
_MAX_BLOCKS = 200
"""Most metadata blocks of a FLAC stream that are read; real ones have up to ten."""
_MAX_COMMENTS = 5000
_PICTURE_KEY = "METADATA_BLOCK_PICTURE"
_TAIL = 1 << 20
_ENCODERS = (b"LAME", b"Lavf", b"Lavc", b"GOGO")
_AMR_HEADS = {
    b"#!AMR\n": (13, 14, 16, 18, 20, 21, 27, 32, 6, 1, 1, 1, 1, 1, 1, 1),
    b"#!AMR-WB\n": (18, 24, 33, 37, 41, 47, 51, 59, 61, 6, 1, 1, 1, 1, 1, 1),
}
"""Bytes of a frame by its type, with its header."""
_ID3_HARMS = {
    "TIT": Harm.IDENTITY, "TPE": Harm.IDENTITY, "TAL": Harm.IDENTITY, "COM": Harm.IDENTITY,
    "USL": Harm.IDENTITY, "TCO": Harm.IDENTITY, "TEN": Harm.HISTORY, "TSS": Harm.HISTORY,
    "TDR": Harm.TIME, "TYE": Harm.TIME, "TDA": Harm.TIME, "TIM": Harm.TIME, "TOW": Harm.IDENTITY,
    "TXX": Harm.IDENTITY, "WXX": Harm.IDENTITY,
}  # fmt: skip


def read_whole(source: BinaryIO) -> bytes:
    """Return all of a sound file. Raises TooLarge."""
    size = size_of(source)
    if size > MAX_FILE:
        raise TooLarge("a sound file of this size is not read", part="bytes", bytes=MAX_FILE)
    return read_at(source, 0, size)


def read_sound(source: BinaryIO, kind: MediaKind) -> MetadataReport:
    """Return everything that an Ogg, MP3 or AMR file says."""
    data, said = read_whole(source), Said()
    if kind is MediaKind.OGG:
        _read_ogg(data, said)
    elif kind is MediaKind.MP3:
        _read_mp3(data, said)
    else:
        _read_amr(data, said)
    facts = said.facts(None, None, None)
    return MetadataReport(kind, len(data), worst_first(said.traces), tuple(said.embedded), facts)


def _read_ogg(data: bytes, said: Said) -> None:
    found = ogg.read(data)
    for number, stream in enumerate(found.streams):
        where = f"stream[{number}]"
        _read_headers(stream.packets, said, where)
        if number:
            said.opaque(f"{where}/track", b"".join(stream.packets[:8]), Harm.DEVICE, where)
    for start, end in found.stray[:64]:
        said.hidden("trailer", start, end - start)
        said.opaque("after-end", data[start:end], Harm.HISTORY, "end", start)


def _read_headers(packets: list[bytes], said: Said, where: str) -> None:
    """Read what stands beside the sound: which packets those are depends on the codec."""
    first = packets[0] if packets else b""
    if first.startswith(_FLAC):
        _read_blocks(packets[1:], said, where)
    elif first.startswith(_SPEEX):
        for packet in packets[1:2]:
            _read_comments(packet, said, where)
    for packet in packets:
        head = next((h for h in _COMMENT_HEADS if packet.startswith(h)), None)
        if head is not None:
            _read_comments(packet[len(head) :], said, where)


def _read_blocks(packets: list[bytes], said: Said, where: str) -> None:
    """Read FLAC's metadata blocks up to the last: a byte of mark and kind, three of length."""
    for packet in packets[:_MAX_BLOCKS]:
        mark, body = packet[:1] or b"\0", packet[_FLAC_HEAD:]
        kind = mark[0] & ~_FLAC_LAST
        if kind == _FLAC_COMMENTS:
            _read_comments(body, said, where)
        elif kind == _FLAC_PICTURE:
            said.opaque(f"{where}/preview", body, Harm.IDENTITY, where)
        elif kind != _FLAC_SEEKING:
            said.opaque(f"{where}/block {kind}", body, Harm.HISTORY, where)
        if mark[0] & _FLAC_LAST:
            return


def _read_comments(block: bytes, said: Said, where: str) -> None:
    """Read the maker's name and the comments, then what follows them."""
    vendor, at = _counted(block, 0)
    said.text(f"{where}/encoder", decoded(vendor), Harm.HISTORY, where)
    count = int.from_bytes(block[at : at + 4], "little")
    at += 4
    for _ in range(min(count, _MAX_COMMENTS)):
        if at >= len(block):
            return
        comment, at = _counted(block, at)
        key, _, value = decoded(comment).partition("=")
        if key.upper() == _PICTURE_KEY:
            _read_picture(value, said, where)
        else:
            said.text(f"{where}/{key[:64]}", value or key, harm_of(key), where)
    said.opaque(f"{where}/padding", block[at:].lstrip(b"\x01"), Harm.HISTORY, where)


def _counted(block: bytes, at: int) -> tuple[bytes, int]:
    size = int.from_bytes(block[at : at + 4], "little")
    return block[at + 4 : at + 4 + size], min(at + 4 + size, len(block))


def _read_picture(value: str, said: Said, where: str) -> None:
    try:
        picture = base64.b64decode(value, validate=True)
    except (binascii.Error, ValueError):
        picture = value.encode()
    said.opaque(f"{where}/preview", picture, Harm.IDENTITY, where)


def _read_mp3(data: bytes, said: Said) -> None:
    size = min(id3.size_of_tag(data[: id3.HEADER]), len(data))
    shown = 0
    for frame in id3.frames(data[:size]):
        _read_frame(frame, said)
        shown = frame.at + len(frame.data)
    said.opaque("ID3/padding", data[shown:size] if shown else b"", Harm.HISTORY, "ID3", shown)
    first = data[size : size + 4096]
    for name in _ENCODERS:
        at = first.find(name)
        if at >= 0:
            said.text("MPEG/encoder", decoded(first[at : at + 20]), Harm.HISTORY, "MPEG")
    _read_tail(data, said)


def _read_frame(frame: id3.Frame, said: Said) -> None:
    where = f"ID3/{frame.name}"
    if id3.is_text(frame):
        harm = _ID3_HARMS.get(frame.name[:3], Harm.IDENTITY)
        said.text(
            f"{where}/{_TOPICS.get(frame.name[:3], 'comment')}", id3.text_of(frame), harm, where
        )
    else:
        said.opaque(where, frame.data, Harm.IDENTITY, where, frame.at)


def _read_tail(data: bytes, said: Said) -> None:
    """Read the tags that stand after the sound."""
    tail = data[-id3.V1_SIZE :]
    end = len(data)
    if tail.startswith(b"TAG"):
        end -= len(tail)
        for name, value in id3.v1_fields(tail):
            harm = Harm.TIME if name == "date" else Harm.IDENTITY
            said.text(f"ID3v1/{name}", value, harm, "ID3v1")
    low = max(end - _TAIL, 0)
    marks = [at for mark in (b"APETAGEX", b"LYRICSBEGIN") if (at := data.find(mark, low, end)) >= 0]
    if marks:
        said.opaque("APE/comment", data[min(marks) : end], Harm.IDENTITY, "APE", min(marks))


def _read_amr(data: bytes, said: Said) -> None:
    """Walk the frames; what follows the last one is told."""
    head = next((h for h in _AMR_HEADS if data.startswith(h)), b"")
    sizes = _AMR_HEADS.get(head)
    if sizes is None:
        said.opaque("after-end", data, Harm.HISTORY, "end")
        return
    at = len(head)
    while at < len(data) and not data[at] & 0x83 and at + sizes[data[at] >> 3 & 15] <= len(data):
        at += sizes[data[at] >> 3 & 15]
    if at < len(data):
        said.hidden("trailer", at, len(data) - at)
        said.opaque("after-end", data[at:], Harm.HISTORY, "end", at)


_TOPICS = {
    "TIT": "title", "TPE": "artist", "TCO": "copyright", "TEN": "encoder", "TSS": "encoder",
    "TDR": "date", "TYE": "date", "TDA": "date", "TIM": "time", "TOW": "owner",
}  # fmt: skip
