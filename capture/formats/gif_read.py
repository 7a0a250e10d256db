"""What a GIF says about its maker, block by block and after its end."""

from capture.blocks import icc, needle, xmp
from capture.blocks.after_image import read_after
from capture.blocks.gif_blocks import APPLICATION, COMMENT, CONTROL, TEXT, Extension, walk
from capture.blocks.tiff import as_text
from capture.formats.gif_write import is_loop
from capture.kinds import MediaKind
from capture.report import Embedded, Facts, Harm, MetadataReport, Trace, shorten, worst_first

_XMP = b"XMP DataXMP"
_ICC = b"ICCRGBG1012"
_XMP_TAIL = b"\x01\xff\xfe\xfd\xfc"
_CONTROL_SIZE = 4


def report(data: bytes) -> MetadataReport:
    """Read everything. Raises Damaged where not even the header is there, and TooLarge."""
    structure = walk(data)
    traces: list[Trace] = []
    for block in structure.blocks:
        if isinstance(block, Extension):
            traces += _said(block)
    embedded: tuple[Embedded, ...] = ()
    if structure.end is None:
        traces.append(Trace("GIF", structure.problem, Harm.TECHNICAL, "end"))
    else:
        after = read_after(data, structure.end, "after the trailer")
        traces += after.traces
        embedded = after.embedded
    screen = structure.screen
    facts = Facts(width=screen.width, height=screen.height)
    return MetadataReport(MediaKind.GIF, len(data), worst_first(traces), embedded, facts)


def _said(block: Extension) -> list[Trace]:
    joined = b"".join(block.parts)
    if block.label == COMMENT:
        return [_text("Comment", joined, "comment")]
    if block.label == TEXT:
        return [_text("PlainText", b"".join(block.parts[1:]), "plain text")]
    if block.label == APPLICATION:
        return _application(block)
    if block.label == CONTROL and len(joined) == _CONTROL_SIZE:
        return []
    return [_opaque(f"extension {block.label:#04x}", joined, "extension")]


def _application(block: Extension) -> list[Trace]:
    name = block.parts[0] if block.parts else b""
    if is_loop(block):
        return []
    if name == _XMP:
        # The packet stands there as it is; its bytes only look like sub-blocks to a decoder.
        packet = block.raw[1 + len(name) :].split(_XMP_TAIL)[0]
        return xmp.read_xmp(packet, "application/XMP")
    if name == _ICC:
        profile = b"".join(block.parts[1:])
        return icc.read_icc(profile, "application/ICC") or [_opaque("ICC", profile, "application")]
    return [_opaque(f"application {shorten(as_text(name))}", b"".join(block.parts), "application")]


def _text(tag: str, data: bytes, where: str) -> Trace:
    words = as_text(data)
    needles = (*needle.text_needles(words), *needle.string_needles(data))
    return Trace(tag, shorten(words), Harm.IDENTITY, where, needles)


def _opaque(tag: str, data: bytes, where: str) -> Trace:
    strings = needle.string_needles(data)
    return Trace(tag, f"{len(data)} bytes", Harm.IDENTITY, where, strings)
