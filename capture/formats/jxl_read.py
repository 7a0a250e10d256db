"""What a JPEG XL file says: its boxes, the headers of its codestream, and what follows them."""

from collections.abc import Callable
from dataclasses import dataclass, field

from capture.blocks import exif, jumbf, jxl_codestream, needle, xmp
from capture.blocks.jpeg_segments import walk
from capture.blocks.jxl_boxes import Container, Part, open_container
from capture.blocks.jxl_codestream import Codestream
from capture.blocks.tiff import as_text
from capture.errors import CaptureError, Damaged
from capture.formats import jpeg_read
from capture.formats.still import facts_with
from capture.kinds import MediaKind
from capture.report import Embedded, Facts, Harm, MetadataReport, Trace, shorten, worst_first

_BRAND = b"jxl \0\0\0\0jxl "
_EXIF_OFFSET = 4
_LEVELS = frozenset((b"\x05", b"\x0a"))


@dataclass(slots=True)
class _Findings:
    data: bytes
    traces: list[Trace] = field(default_factory=list)
    embedded: list[Embedded] = field(default_factory=list)
    reading: exif.ExifReading | None = None

    def say(self, tag: str, value: str, harm: Harm, where: str, strings: bytes = b"") -> None:
        """Add one trace, with the printable strings of ``strings`` as its needles."""
        needles = needle.string_needles(strings) if strings else ()
        self.traces.append(Trace(tag, shorten(value), harm, where, needles))


def report(data: bytes) -> MetadataReport:
    """Read everything. Raises Damaged where neither a box nor a header can be read."""
    container = open_container(data)
    found = _Findings(data)
    for part in container.parts:
        _READERS.get(part.kind, _unknown)(found, part)
    size = _codestream(found, container)
    _tail(found, container)
    facts = found.reading.facts if found.reading else Facts()
    facts = facts_with(found.traces, facts, *size, exif.UPRIGHT)
    traces = worst_first(found.traces)
    return MetadataReport(MediaKind.JXL, len(data), traces, tuple(found.embedded), facts)


def _codestream(found: _Findings, container: Container) -> tuple[int, int]:
    """Read the codestream's headers; return the upright picture's width and height."""
    try:
        if container.problem:
            raise Damaged(container.problem)
        read = jxl_codestream.read(container.codestream)
    except CaptureError as error:
        if not container.parts:
            raise
        found.say("JXL", f"not fully readable: {error.detail}", Harm.TECHNICAL, "codestream")
        return 0, 0
    _headers(found, read)
    if read.end is not None:
        _after(found, container, read.end)
    return read.image.upright


def _headers(found: _Findings, read: Codestream) -> None:
    image = read.image
    for name in (*image.texts, *(frame.name for frame in read.frames if frame.name)):
        text = as_text(name)
        needles = needle.text_needles(text)
        found.traces.append(
            Trace("JXL:Name", shorten(text), Harm.IDENTITY, "codestream/name", needles)
        )
    if image.preview is not None:
        width, height = image.preview
        found.say("JXL:Preview", f"{width} x {height}", Harm.IDENTITY, "codestream/preview")
    if image.colours.is_icc:
        found.say("ICC", "in the picture's own codes", Harm.TECHNICAL, "codestream/ICC")
    hidden = [kind for kind in image.extra if kind != jxl_codestream.ALPHA]
    if hidden:
        said = f"{len(hidden)} channels that are not shown"
        found.say("JXL:ExtraChannels", said, Harm.IDENTITY, "codestream/channels")
    if len(read.frames) > 1:
        said = f"{len(read.frames)} frames"
        found.say("JXL:Frames", said, Harm.TECHNICAL, "codestream/frames")
    odd = dict.fromkeys((*image.odd, *(said for frame in read.frames for said in frame.odd)))
    if odd:
        found.say("JXL:Header", "; ".join(odd), Harm.TECHNICAL, "codestream/header")


def _after(found: _Findings, container: Container, end: int) -> None:
    """Name what follows the last frame."""
    rest = container.codestream[end:]
    if not rest:
        return
    at = found.data.find(rest)
    found.say("data after the end", f"{len(rest)} bytes", Harm.IDENTITY, "codestream/end", rest)
    if at >= 0:
        found.embedded.append(Embedded("data-after-end", at, len(rest)))


def _tail(found: _Findings, container: Container) -> None:
    rest = found.data[container.tail :]
    if rest:
        found.say("data after the end", f"{len(rest)} bytes", Harm.IDENTITY, "end", rest)
        found.embedded.append(Embedded("data-after-end", container.tail, len(rest)))


def _brand(found: _Findings, part: Part) -> None:
    if part.data != _BRAND:
        found.say("ftyp/brand", f"{part.size} bytes", Harm.TECHNICAL, "ftyp", part.data)


def _level(found: _Findings, part: Part) -> None:
    if part.data not in _LEVELS:
        found.say("jxll", f"{part.size} bytes", Harm.HISTORY, "jxll", part.data)


def _exif(found: _Findings, part: Part) -> None:
    skipped = _EXIF_OFFSET + int.from_bytes(part.data[:_EXIF_OFFSET], "big")
    block = part.data[skipped:]
    # In a compressed box there is no offset of the file: pictures in it are not to be found by one.
    base = part.offset + skipped
    reading = exif.read_tiff(block, "Exif", base)
    found.traces += reading.traces
    if not reading.traces or part.squeezed:
        found.say("Exif", f"{part.size} bytes", Harm.TECHNICAL, "Exif", part.data)
    if not part.squeezed:
        found.embedded += reading.embedded
    if skipped > _EXIF_OFFSET:
        before = part.data[_EXIF_OFFSET:skipped]
        found.say("Exif", f"{len(before)} bytes before it", Harm.IDENTITY, "Exif", before)
    found.reading = found.reading or reading


def _xml(found: _Findings, part: Part) -> None:
    found.traces += xmp.read_xmp(part.data, "xml")


def _jumbf(found: _Findings, part: Part) -> None:
    # The reader wants the superbox with its header, which is this box itself.
    whole = (len(part.data) + 8).to_bytes(4, "big") + b"jumb" + part.data
    reading = jumbf.read_jumbf(whole, "jumb", part.offset - 8)
    found.traces += reading.traces
    if not part.squeezed:
        found.embedded += reading.embedded


def _jpeg(found: _Findings, part: Part) -> None:
    """Read what the JPEG said from which the file was made: its metadata are all kept here."""
    said = f"{part.size} bytes, from which the JPEG that it was is made again"
    found.say("JXL:JPEG", said, Harm.HISTORY, "jbrd", part.data)
    from capture.decode import jxl  # heavy, and the verifying child never decodes

    try:
        original = jxl.original_jpeg(found.data)
    except CaptureError as error:
        found.say("JXL:JPEG", f"not readable: {error.code}", Harm.IDENTITY, "jbrd")
        return
    inner = jpeg_read.read_image(original, walk(original), "jbrd/", 0)
    found.traces += inner.traces


def _index(found: _Findings, part: Part) -> None:
    found.say("jxli", f"{part.size} bytes", Harm.TECHNICAL, "jxli", part.data)


def _unknown(found: _Findings, part: Part) -> None:
    name = shorten(as_text(part.kind))
    found.say(f"{name} of unknown kind", f"{part.size} bytes", Harm.IDENTITY, name, part.data)


_READERS: dict[bytes, Callable[[_Findings, Part], None]] = {
    b"ftyp": _brand,
    b"jxll": _level,
    b"Exif": _exif,
    b"xml ": _xml,
    b"jumb": _jumbf,
    b"jbrd": _jpeg,
    b"jxli": _index,
}
