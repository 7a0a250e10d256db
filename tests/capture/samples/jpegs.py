"""JPEGs made here, and what can be put into them, segment by segment."""

import io
import struct
from collections.abc import Mapping

from PIL import Image, ImageDraw

from tests.capture.samples import tiffs

EXIF = b"Exif\0\0"
XMP = b"http://ns.adobe.com/xap/1.0/\0"
EXTENDED = b"http://ns.adobe.com/xmp/extension/\0"
ICC = b"ICC_PROFILE\0"
PHOTOSHOP = b"Photoshop 3.0\0"


def picture(mode: str = "RGB", size: tuple[int, int] = (96, 64)) -> Image.Image:
    """Draw something that has a top, a left and colours."""
    image = Image.linear_gradient("L").resize(size).convert("RGB")
    draw = ImageDraw.Draw(image)
    draw.rectangle((4, 4, size[0] // 2, size[1] // 3), fill=(200, 30, 40))
    draw.ellipse((size[0] // 2, size[1] // 2, size[0] - 3, size[1] - 3), fill=(20, 90, 220))
    return image.convert(mode)


def plain(mode: str = "RGB", **settings: object) -> bytes:
    """Encode the picture with Pillow."""
    out = io.BytesIO()
    picture(mode).save(out, "JPEG", **{"quality": 80, **settings})
    return out.getvalue()


def segment(marker: int, body: bytes) -> bytes:
    return bytes((0xFF, marker)) + struct.pack(">H", len(body) + 2) + body


def with_segments(*segments: bytes, base: bytes | None = None) -> bytes:
    """Put segments after the JFIF header of a JPEG."""
    data = plain() if base is None else base
    return data[:20] + b"".join(segments) + data[20:]


def with_exif(block: bytes, base: bytes | None = None) -> bytes:
    return with_segments(segment(0xE1, EXIF + block), base=base)


def oriented(orientation: int) -> bytes:
    return with_exif(tiffs.block({"IFD0": [tiffs.short(0x0112, orientation)]}))


def phone_fields(order: str = "<") -> Mapping[str, list[tiffs.Field]]:
    """What a phone writes: device, times, place, serial numbers."""
    return {
        "IFD0": [
            tiffs.text(0x010F, "Candlewick"),
            tiffs.text(0x0110, "Candlewick Ten Pro"),
            tiffs.text(0x0131, "cw10-user 14 release-keys"),
            tiffs.text(0x0132, "2024:05:01 10:00:00"),
            tiffs.short(0x0112, 6, order),
        ],
        "Exif": [
            tiffs.text(0x9003, "2024:05:01 10:00:00"),
            tiffs.text(0x9011, "+03:30"),
            tiffs.text(0xA420, "f3a91c5577de40c8a1b2"),
            tiffs.text(0xA431, "SN8812345699"),
        ],
        "GPS": [
            tiffs.text(1, "N"),
            tiffs.rationals(2, order, (35, 1), (41, 1), (2211, 100)),
            tiffs.text(3, "E"),
            tiffs.rationals(4, order, (51, 1), (23, 1), (2077, 100)),
        ],
    }


def phone_photo(order: str = "<") -> bytes:
    return with_exif(tiffs.block(phone_fields(order), order))


def packet(body: str) -> bytes:
    """Wrap RDF properties in an XMP packet."""
    return (
        '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:odd="http://example.org/odd/">' + body + "</rdf:Description></rdf:RDF>"
        '</x:xmpmeta><?xpacket end="w"?>'
    ).encode()


def resource(number: int, data: bytes, name: bytes = b"") -> bytes:
    """Build one Photoshop resource."""
    title = bytes((len(name),)) + name
    title += bytes(len(title) % 2)
    return (
        b"8BIM"
        + struct.pack(">H", number)
        + title
        + struct.pack(">I", len(data))
        + data
        + bytes(len(data) % 2)
    )


def data_set(number: int, value: bytes, record: int = 2) -> bytes:
    return bytes((0x1C, record, number)) + struct.pack(">H", len(value)) + value


def box(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body) + 8) + kind + body


def superbox(label: bytes, *content: bytes) -> bytes:
    described = box(b"jumd", bytes(16) + b"\x03" + label + b"\0")
    return box(b"jumb", described + b"".join(content))


def jumbf(*content: bytes) -> bytes:
    """Wrap boxes as an APP11."""
    return segment(0xEB, b"JP\0\1" + struct.pack(">I", 1) + superbox(b"c2pa", *content))


def clip(text: bytes) -> bytes:
    """Build the beginning of an MP4 that says something."""
    return box(b"ftyp", b"isom\0\0\2\0isom") + box(b"free", text) + box(b"mdat", bytes(64))


def profile(*extra: tuple[bytes, bytes], colour: bytes = b"RGB ") -> bytes:
    """Build a device's own matrix profile (version 2) with further tags."""

    def xyz(*values: float) -> bytes:
        return b"XYZ \0\0\0\0" + struct.pack(">3i", *(round(v * 65536) for v in values))

    curve = b"curv\0\0\0\0" + struct.pack(">IH", 1, 0x0200)
    tags = [
        (b"wtpt", xyz(0.9642, 1.0, 0.8249)),
        (b"rXYZ", xyz(0.48, 0.25, 0.02)),
        (b"gXYZ", xyz(0.34, 0.68, 0.10)),
        (b"bXYZ", xyz(0.1442, 0.07, 0.7049)),
        (b"rTRC", curve),
        (b"gTRC", curve),
        (b"bTRC", curve),
        (b"kTRC", curve),
        *extra,
    ]
    at = 132 + 12 * len(tags)
    table, body = struct.pack(">I", len(tags)), b""
    for name, data in tags:
        padded = data + bytes(-len(data) % 4)
        table += name + struct.pack(">II", at + len(body), len(data))
        body += padded
    size = at + len(body)
    head = struct.pack(">I4sI4s4s4s", size, b"appl", 0x02200000, b"mntr", colour, b"XYZ ")
    head += (
        struct.pack(">6H", 2021, 3, 4, 5, 6, 7) + b"acsp" + b"APPL" + bytes(4) + b"Wick" + bytes(16)
    )
    head += struct.pack(">3I", 0xF6D6, 0x10000, 0xD32D) + bytes(48)
    return head + table + body


def described(words: bytes) -> bytes:
    """Build a version 2 text description."""
    return (
        b"desc\0\0\0\0" + struct.pack(">I", len(words) + 1) + words + bytes(1 + 4 + 4 + 2 + 1 + 67)
    )


def with_profile(icc: bytes, base: bytes | None = None) -> bytes:
    return with_segments(segment(0xE2, ICC + b"\1\1" + icc), base=base)
