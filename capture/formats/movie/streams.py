"""What the coded streams say beside picture and sound: notes of encoders and cameras.

Sources: ITU-T H.264 and H.265 Annex D (user data), ITU-T T.35, ISO/IEC 14496-2
(user data), ISO/IEC 14496-3 (fill elements), the AV1 specification (metadata).
"""

from collections.abc import Callable
from typing import BinaryIO

from capture.blocks import nal, needle, obu
from capture.blocks.aac import quiet
from capture.blocks.nal import Family
from capture.errors import CaptureError
from capture.formats.movie.coding import inner
from capture.formats.movie.descriptors import read_esds
from capture.formats.movie.index import Track
from capture.formats.movie.pictures import MARKUP
from capture.formats.movie.said import Said
from capture.formats.movie.tables import Samples
from capture.formats.movie.telemetry import looked_at
from capture.report import Harm

_PICTURE_FIXED = 86
_REGISTERED, _UNREGISTERED, _TIME_CODE = 4, 5, 136
_UUID_BYTES = 16
_MAX_NOTES = 200
_FILLER = b"\xff\x80\x00"
_CAMERA_NOTES = b"MDPM"
_CODECS = {
    b"avc1": (Family.AVC, b"avcC", 4),
    b"avc3": (Family.AVC, b"avcC", 4),
    b"hvc1": (Family.HEVC, b"hvcC", 21),
    b"hev1": (Family.HEVC, b"hvcC", 21),
}


class Notes:
    """Gathers the notes of one stream, each said once."""

    def __init__(self, said: Said, where: str) -> None:
        self._said = said
        self._where = where
        self._seen: set[bytes] = set()

    def note(self, tag: str, data: bytes, harm: Harm) -> None:
        """Say one note; those that only differ in a counter are many and bounded."""
        if data in self._seen or len(self._seen) >= _MAX_NOTES:
            return
        self._seen.add(data)
        self._said.opaque(f"{self._where}/{tag}", data, harm, self._where)

    def message(self, kind: int, payload: bytes) -> None:
        """Say a message (SEI) that somebody wrote into the video."""
        if kind == _UNREGISTERED:
            text = payload[_UUID_BYTES:]
            camera = text.startswith(_CAMERA_NOTES)
            harm = Harm.LOCATION if camera else Harm.HISTORY
            self.note("MDPM" if camera else "encoder", text or payload, harm)
        elif kind == _REGISTERED:
            self.note("SEI/T.35", payload, Harm.TECHNICAL)
        elif kind == _TIME_CODE:
            self.note("SEI/time", payload, Harm.TIME)


def read_stream(
    source: BinaryIO, track: Track, samples: Samples | None, said: Said, where: str
) -> None:
    """Say what the stream of a picture or sound track holds beside it."""
    notes = Notes(said, where)
    for entry in track.entries:
        look = _looker(entry, notes)
        if look is None or samples is None or not len(samples):
            continue
        for sample in looked_at(source, samples):
            try:
                look(sample)
            except CaptureError:
                continue


def _looker(entry: bytes, notes: Notes) -> Callable[[bytes], None] | None:
    """Give what looks into one sample of this description; looks into its settings first."""
    codec = entry[4:8]
    if codec in _CODECS:
        family, kind, at = _CODECS[codec]
        config = inner(entry, _PICTURE_FIXED).get(kind, b"")
        if len(config) <= at:
            return None
        _look_at_config(config, family, notes)
        length_size = (config[at] & 3) + 1
        return lambda sample: _look_at_units(sample, length_size, family, notes)
    if codec == b"mp4v":
        esds = inner(entry, _PICTURE_FIXED).get(b"esds", b"")
        _look_at_settings(esds, notes)
        return lambda sample: _look_at_markup(sample, notes)
    if codec == b"mp4a":
        return lambda sample: _look_at_frame(sample, notes)
    if codec == b"av01":
        return lambda sample: _look_at_obus(sample, notes)
    return None


def _look_at_config(config: bytes, family: Family, notes: Notes) -> None:
    """Look for messages in the settings: HEVC encoders keep their banner there."""
    if family is not Family.HEVC or len(config) < 23:  # noqa: PLR2004 - its fixed fields
        return
    at = 23
    while len(config) - at > 5:  # noqa: PLR2004 - an array with a unit
        count, at = int.from_bytes(config[at + 1 : at + 3], "big"), at + 3
        for _ in range(min(count, 64)):
            size, at = int.from_bytes(config[at : at + 2], "big"), at + 2
            _look_at_unit(config[at : at + size], family, notes)
            at += size


def _look_at_units(sample: bytes, length_size: int, family: Family, notes: Notes) -> None:
    """Look at the units of a sample, as far as it was read."""
    at = 0
    while len(sample) - at > length_size:
        start = at + length_size
        at = start + int.from_bytes(sample[at:start], "big")
        _look_at_unit(sample[start:at], family, notes)


def _look_at_unit(unit: bytes, family: Family, notes: Notes) -> None:
    if len(unit) < 2 or unit[0] & 0x80:  # noqa: PLR2004 - the longest header
        return
    if nal.is_message(family, unit):
        for kind, payload in nal.messages(unit, family):
            notes.message(kind, payload)
    elif nal.fate_of(family, unit) is nal.Fate.DROP:
        body = unit[family.value :]
        if len(body) > 1 and body.strip(_FILLER):
            notes.note(f"unit-{nal.kind_of(family, unit)}", body, Harm.TECHNICAL)


def _look_at_settings(esds: bytes, notes: Notes) -> None:
    try:
        _look_at_markup(read_esds(esds).specific, notes)
    except CaptureError:
        return


def _look_at_markup(sample: bytes, notes: Notes) -> None:
    for found in MARKUP.findall(sample):
        notes.note("encoder", found[4:], Harm.HISTORY)


def _look_at_frame(frame: bytes, notes: Notes) -> None:
    """Look for what an encoder wrote before the sound: what falls silent when it is cleaned."""
    silent = quiet(frame)
    if silent == frame:
        return
    end = next(at for at in range(len(frame), 0, -1) if frame[at - 1] != silent[at - 1])
    value, length = int.from_bytes(frame[:end], "big"), end
    shifts = [(value >> shift).to_bytes(length, "big") for shift in range(8)]
    strings = [text for data in shifts for text in needle.string_needles(data)]
    notes.note("encoder", max(strings, key=len, default=frame[:end]), Harm.HISTORY)


def _look_at_obus(sample: bytes, notes: Notes) -> None:
    for unit in obu.units(sample):
        body = sample[unit.body : unit.end]
        if unit.kind == obu.METADATA and not obu.is_harmless(body):
            notes.note("AV1/metadata", body, Harm.TECHNICAL)
