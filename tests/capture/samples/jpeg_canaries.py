"""A JPEG for every place that can hold text or a picture, with a canary in that place."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from capture.blocks import exif_tags
from capture.blocks.maker_tags import MAKERS, PLAIN_MAKERS
from tests.capture.samples import jpegs as j
from tests.capture.samples import tiffs as t

PACKET = (
    b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-'
    b'syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" dc:creator="%s"/>'
    b"</rdf:RDF></x:xmpmeta>"
)
UUID = bytes(range(65, 81))
UUID_XMP = bytes.fromhex("be7acfcb97a942e89c71999491e3afac")


@dataclass(frozen=True)
class Place:
    """One place; ``shown`` says that a report must name what stands there."""

    name: str
    build: Callable[[bytes], bytes]
    shown: bool = True
    refused: bool = False


def exif_blocks() -> Iterator[tuple[str, Callable[[bytes], bytes], bool]]:
    """Yield every place in an Exif block: for JPEG, PNG, WebP, TIFF and HEIF alike."""
    yield from _fields("IFD0", exif_tags._IMAGE)
    yield from _fields("Exif", exif_tags._EXIF)
    yield from _fields("GPS", exif_tags._GPS)
    yield from _fields("Interop", exif_tags._INTEROP)
    for name in ("IFD1", "IFD2", "SubIFD"):
        yield f"Exif {name}: a text", _in(name, 0x010E), True
    yield "Exif: unknown text field", _in("IFD0", 0xFE01), True
    yield "Exif: unknown field of bytes", _in("Exif", 0xFE02, t.UNDEFINED), True
    yield "Exif: user comment in ASCII", _wide(0x9286, b"ASCII\0\0\0", "ascii"), True
    yield "Exif: user comment in Unicode", _wide(0x9286, b"UNICODE\0", "utf-16-le"), True
    yield "Exif: GPS area in ASCII", _area, True
    yield "Exif: big-endian text", _big_endian, True
    yield "Exif: thumbnail", _thumbnail, False
    yield "Exif: bytes that nothing refers to", _unreferenced, False
    yield "Exif: XP title in UTF-16", _wide(0x9C9B, b"", "utf-16-le", t.BYTE), True
    for maker in MAKERS:
        yield f"maker note: {maker.name} {maker.magic[:12]!r}", _note(maker.magic, b"Any"), True
    for make in PLAIN_MAKERS:
        yield f"maker note: bare directory of {make}", _note(b"", make.encode()), True
    yield "maker note: of an unknown maker", _note(b"WHO\0", b"Unknown"), True
    yield "maker note: serial number of Canon", _canon_serial, True


def _fields(
    directory: str, table: Mapping[int, tuple[str, object]]
) -> Iterator[tuple[str, Callable[[bytes], bytes], bool]]:
    skipped = {*exif_tags.STRUCTURE, 0x0201, 0x0202, exif_tags.MAKER_NOTE, 0x9286, 27, 28}
    for tag, (name, _) in table.items():
        if tag not in skipped and not 0x9C9B <= tag <= 0x9C9F:
            yield f"Exif {directory}: {name} {tag:#06x}", _in(directory, tag), True


def _in(directory: str, tag: int, kind: int = t.ASCII) -> Callable[[bytes], bytes]:
    def build(canary: bytes) -> bytes:
        field = t.Field(tag, kind, canary + b"\0")
        directories: dict[str, list[t.Field]] = {"IFD0": []}
        if directory == "Interop":
            directories["Exif"] = []
        if directory == "IFD2":
            directories["IFD1"] = []
        directories.setdefault(directory, []).append(field)
        return t.block(directories)

    return build


def _wide(
    tag: int, charset: bytes, encoding: str, kind: int = t.UNDEFINED
) -> Callable[[bytes], bytes]:
    directory = "Exif" if tag == 0x9286 else "IFD0"

    def build(canary: bytes) -> bytes:
        value = charset + canary.decode().encode(encoding)
        return t.block({"IFD0": [], directory: [t.Field(tag, kind, value)]})

    return build


def _area(canary: bytes) -> bytes:
    return t.block({"IFD0": [], "GPS": [t.Field(28, t.UNDEFINED, b"ASCII\0\0\0" + canary)]})


def _big_endian(canary: bytes) -> bytes:
    return t.block({"IFD0": [t.text(0x013B, canary.decode())]}, ">")


def _thumbnail(canary: bytes) -> bytes:
    small = b"\xff\xd8\xff\xfe\0\x20" + canary.ljust(30) + b"\xff\xd9"
    fields = [t.Field(0x0202, t.LONG, len(small).to_bytes(4, "little"))]
    fields.append(t.Field(0x0201, t.LONG, bytes(4)))
    empty = t.block({"IFD0": [], "IFD1": fields})
    fields[1] = t.Field(0x0201, t.LONG, len(empty).to_bytes(4, "little"))
    return t.block({"IFD0": [], "IFD1": fields}, tail=small)


def _unreferenced(canary: bytes) -> bytes:
    return t.block({"IFD0": [t.short(0x0112, 1)]}, tail=canary)


def _note(magic: bytes, make: bytes) -> Callable[[bytes], bytes]:
    def build(canary: bytes) -> bytes:
        note = magic + bytes(8) + canary + bytes(4)
        named = [t.Field(0x010F, t.ASCII, make + b"\0")]
        return t.block({"IFD0": named, "Exif": [t.Field(0x927C, t.UNDEFINED, note)]})

    return build


def _canon_serial(canary: bytes) -> bytes:
    owner = canary + b"\0"
    named = [t.text(0x010F, "Canon")]
    at = len(t.block({"IFD0": named, "Exif": [t.Field(0x927C, t.UNDEFINED, bytes(18))]}))
    note = (1).to_bytes(2, "little") + (9).to_bytes(2, "little") + (2).to_bytes(2, "little")
    note += len(owner).to_bytes(4, "little") + at.to_bytes(4, "little") + bytes(4)
    exif = [t.Field(0x927C, t.UNDEFINED, note)]
    return t.block({"IFD0": named, "Exif": exif}, tail=owner)


PROPERTIES = (
    ("an element", "<dc:creator>{}</dc:creator>"),
    ("an attribute", '<dc:source odd:who="{}"/>'),
    ("a list", "<dc:subject><rdf:Bag><rdf:li>{}</rdf:li></rdf:Bag></dc:subject>"),
    (
        "a language",
        '<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">{}</rdf:li></rdf:Alt></dc:rights>',
    ),
    ("a nested resource", "<odd:a><rdf:Description><odd:b>{}</odd:b></rdf:Description></odd:a>"),
    ("a resource link", '<odd:link rdf:resource="urn:{}"/>'),
    ("a comment", "<!-- {} -->"),
    ("an instruction", "<?odd {}?>"),
    ("loose text", "{}"),
    ("an unclosed element", "<dc:creator>{}"),
    ("a base64 picture", "<odd:image>" + "QUJD" * 300 + "{}" + "REVG" * 300 + "</odd:image>"),
)


def xmp_packets() -> Iterator[tuple[str, Callable[[bytes], bytes], bool]]:
    """Yield every place in an XMP packet."""
    for name, form in PROPERTIES:
        yield f"XMP: {name}", _packet(form), "base64" not in name


def _packet(form: str) -> Callable[[bytes], bytes]:
    return lambda canary: j.packet(form.format(canary.decode()))


RESOURCES = (0x03ED, 0x03F0, 0x0408, 0x040B, 0x041A, 0x041E, 0x0421, 0x043A, 0x07D0, 0x0BB7, 0x0FA0)
DATA_SETS = (
    5,
    25,
    26,
    27,
    40,
    55,
    60,
    65,
    80,
    85,
    90,
    92,
    95,
    100,
    101,
    103,
    105,
    110,
    115,
    116,
    118,
    120,
    122,
    187,
    188,
    200,
)


def photoshop_blocks() -> Iterator[tuple[str, Callable[[bytes], bytes], bool]]:
    """Yield every place in Photoshop resources and IPTC records."""
    for number in DATA_SETS:
        yield f"IPTC 2:{number}", _iptc(number), True
    yield "IPTC: another record", _iptc(20, 8), True
    for number in RESOURCES:
        yield f"Photoshop resource {number:#06x}", _resource(number), True
    yield "Photoshop: a resource's name", lambda c: j.resource(0x0BB7, b"\0\0", c), True
    yield (
        "Photoshop: XMP",
        lambda c: j.resource(0x0424, j.packet(f"<dc:creator>{c.decode()}</dc:creator>")),
        True,
    )
    yield "Photoshop: bytes after the resources", lambda c: j.resource(0x0404, b"") + b"#" + c, True


def _iptc(number: int, record: int = 2) -> Callable[[bytes], bytes]:
    return lambda canary: j.resource(0x0404, j.data_set(number, canary, record))


def _resource(number: int) -> Callable[[bytes], bytes]:
    return lambda canary: j.resource(number, b"\0\1" + canary)


def icc_profiles() -> Iterator[tuple[str, Callable[[bytes], bytes], bool]]:
    """Yield every place in a colour profile."""
    for name in (b"desc", b"cprt", b"dmnd", b"dmdd", b"vued"):
        yield f"ICC: {name.decode()}", _tagged(name), True
    yield "ICC: text in a private tag", lambda c: j.profile((b"mmod", b"mmod\0\0\0\0" + c)), True
    yield "ICC: a text of several languages", _localized, True
    yield "ICC: bytes after the profile", lambda c: j.profile() + c, False
    yield "ICC: an unknown tag", lambda c: j.profile((b"abcd", b"text\0\0\0\0" + c)), True


def _tagged(name: bytes) -> Callable[[bytes], bytes]:
    return lambda canary: j.profile((name, j.described(canary)))


def _localized(canary: bytes) -> bytes:
    words = canary.decode().encode("utf-16-be")
    head = b"mluc\0\0\0\0" + (1).to_bytes(4, "big") + (12).to_bytes(4, "big") + b"enUS"
    return j.profile(
        (b"desc", head + len(words).to_bytes(4, "big") + (28).to_bytes(4, "big") + words)
    )


def jumbf_boxes() -> Iterator[tuple[str, Callable[[bytes], bytes], bool]]:
    """Yield every place in JUMBF boxes (Content Credentials)."""
    yield (
        "C2PA: JSON",
        lambda c: j.superbox(b"c2pa", j.box(b"json", b'{"author": [{"name": "' + c + b'"}]}')),
        True,
    )
    yield (
        "C2PA: CBOR text",
        lambda c: j.superbox(b"c2pa", j.box(b"cbor", b"\xa1\x65title" + _cbor(3, c))),
        True,
    )
    yield (
        "C2PA: CBOR bytes",
        lambda c: j.superbox(b"c2pa", j.box(b"cbor", b"\xa1\x63sig" + _cbor(2, c))),
        True,
    )
    yield "C2PA: a label", lambda c: j.superbox(c, j.box(b"json", b'{"a": "wordy"}')), True
    yield (
        "C2PA: a thumbnail",
        lambda c: j.superbox(b"c2pa", j.box(b"bidb", b"\xff\xd8\xff" + c)),
        True,
    )
    yield "C2PA: a box of unknown kind", lambda c: j.superbox(b"c2pa", j.box(b"what", c)), True


def _cbor(major: int, value: bytes) -> bytes:
    return bytes((major << 5 | 24, len(value))) + value


def _app(marker: int, head: bytes, inner: Callable[[bytes], bytes]) -> Callable[[bytes], bytes]:
    return lambda canary: j.with_segments(j.segment(marker, head + inner(canary)))


def _after(make: Callable[[bytes], bytes]) -> Callable[[bytes], bytes]:
    return lambda canary: j.plain() + make(canary)


def _extended(canary: bytes) -> bytes:
    packet = j.packet(f"<dc:creator>{canary.decode()}</dc:creator>")
    guid = b"0123456789ABCDEF0123456789ABCDEF"
    head = j.EXTENDED + guid + len(packet).to_bytes(4, "big")
    parts = (packet[:100], packet[100:])
    bodies = (head + (100 * i).to_bytes(4, "big") + part for i, part in enumerate(parts))
    return j.with_segments(*(j.segment(0xE1, body) for body in bodies))


def _second_exif(canary: bytes) -> bytes:
    first = j.segment(0xE1, j.EXIF + t.block({"IFD0": [t.short(0x0112, 1)]}))
    second = j.segment(0xE1, j.EXIF + t.block({"IFD0": [t.text(0x013B, canary.decode())]}))
    return j.with_segments(first, second)


def _mpf(canary: bytes) -> bytes:
    index = t.block({"IFD0": [t.Field(0xB003, t.UNDEFINED, canary.ljust(33))]})
    return j.with_segments(j.segment(0xE2, b"MPF\0" + index))


def _second_picture(canary: bytes) -> bytes:
    return j.plain() + j.with_exif(t.block({"IFD0": [t.text(0x013B, canary.decode())]}))


def _before_marker(canary: bytes) -> bytes:
    data = j.plain()
    return data[:20] + canary + data[20:]


def _unused_table(canary: bytes) -> bytes:
    return j.with_segments(j.segment(0xDB, b"\3" + canary.ljust(64, b".")))


def _unused_codes(canary: bytes) -> bytes:
    lengths = bytes(15) + bytes((len(canary),))
    return j.with_segments(j.segment(0xC4, b"\x13" + lengths + canary))


def _after_blocks(canary: bytes) -> bytes:
    return j.plain()[:-2] + canary + canary[::-1] + b"\xff\xd9"


def _told_in_clip(kind: bytes) -> Callable[[bytes], bytes]:
    """Build a clip whose user data say the canary in a box of this kind."""

    def build(canary: bytes) -> bytes:
        text = len(canary).to_bytes(2, "big") + b"\x15\xc7" + canary
        told = j.box(kind, text if kind.startswith(b"\xa9") else canary)
        return j.box(b"ftyp", b"isom\0\0\2\0isom") + j.box(b"moov", j.box(b"udta", told))

    return build


def places() -> Iterator[Place]:
    """Yield every place of a JPEG."""
    for name, inner, shown in exif_blocks():
        yield Place(name, _app(0xE1, j.EXIF, inner), shown)
    for name, inner, shown in xmp_packets():
        yield Place(name, _app(0xE1, j.XMP, inner), shown)
    for name, inner, shown in photoshop_blocks():
        yield Place(name, _app(0xED, j.PHOTOSHOP, inner), shown)
    for name, inner, shown in icc_profiles():
        yield Place(name, _app(0xE2, j.ICC + b"\1\1", inner), shown)
    for name, inner, shown in jumbf_boxes():
        yield Place(name, _app(0xEB, b"JP\0\1\0\0\0\1", inner), shown)
    for number in range(16):
        yield Place(f"JPEG APP{number} of an unknown kind", _app(0xE0 + number, b"odd\0", bytes))
    yield Place("JPEG comment", _app(0xFE, b"", bytes))
    yield Place(
        "JPEG JFIF thumbnail",
        lambda c: j.with_segments(j.segment(0xE0, b"JFIF\0\1\2\0\0\1\0\1\x08\1" + c)),
    )
    yield Place("JPEG JFXX thumbnail", _app(0xE0, b"JFXX\0\x10", bytes))
    yield Place("JPEG extended XMP", _extended)
    yield Place("JPEG second Exif block", _second_exif)
    yield Place("JPEG MPF image ids", _mpf)
    yield Place("JPEG gain map parameters", _app(0xE2, b"urn:iso:std:iso:ts:21496:-1\0", bytes))
    yield Place("JPEG FlashPix", _app(0xE2, b"FPXR\0", bytes))
    yield Place("JPEG Adobe segment's tail", _app(0xEE, b"Adobe\0\x64\0\0\0\0\1", bytes))
    yield Place("JPEG second picture's Exif", _second_picture)
    yield Place("JPEG motion clip", _after(j.clip))
    for name, kind in (("place", b"\xa9xyz"), ("maker", b"\xa9mak"), ("software", b"\xa9swr")):
        yield Place(f"JPEG {name} in the boxes of a motion clip", _after(_told_in_clip(kind)))
    yield Place("JPEG serial number of a motion clip's camera", _after(_told_in_clip(b"CAME")))
    yield Place(
        "JPEG location in a motion clip", _after(lambda c: j.clip(b"+35.6895+051.3890/" + c))
    )
    yield Place("JPEG maker's trailer", _after(lambda c: b"\0\0\1\x0a" + c + b"SEFHxxxxSEFT"))
    yield Place("JPEG text after the end", _after(bytes))
    yield Place("JPEG bytes between segments", _before_marker)
    yield Place("JPEG quantisation table of no component", _unused_table, shown=False)
    yield Place("JPEG Huffman table of no scan", _unused_codes, shown=False)
    yield Place("JPEG text after the last block", _after_blocks, shown=False, refused=True)
