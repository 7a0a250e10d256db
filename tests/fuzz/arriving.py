"""What is fuzzed of bringing media in: the bytes that phones, and whoever is on the network, send.

``packaging/fuzz/targets.py`` lists these with the others. What the receiver refuses is an answer
of its own and counts as an error of ours.
"""

import asyncio
import io
import json
import plistlib
import struct
from collections.abc import Callable, Iterator

import segno
from PIL import Image
from pymobiledevice3.services.afc import list_to_dict

from capture.air import limits, localsend, multipart, page_words
from capture.air.answers import Gone, Refused
from capture.air.offers import moment, name_and_folder, said_line
from capture.air.request import read_head
from capture.decode import codes
from capture.errors import Unreadable
from capture.kinds import MediaKind
from capture.sources import bursts, groups, mutations, outside
from capture.sources.apple.files import called, named
from capture.sources.base import Incoming
from tests.capture.sources import canned_iphone
from tests.capture.sources.canned_iphone import MAGIC, MUX, answer

_BETWEEN = b"b0undary"
_KIND = f"multipart/form-data; boundary={_BETWEEN.decode()}"
_BLOCK = 1 << 10
_SMALL = 64


def _ours(read: Callable[[bytes], object], data: bytes) -> None:
    """Give bytes to a reader of the receiver's, whose refusals are errors of ours."""
    try:
        read(data)
    except (Refused, Gone) as error:
        raise Unreadable from error


def _asked(data: bytes) -> None:
    head = read_head(data.partition(b"\r\n\r\n")[0])
    page_words.language_of(head.languages)
    name_and_folder(head.query.get("name", ""))
    moment(head.query.get("modified"))
    if head.kind:
        multipart.boundary(head.kind)


def request(data: bytes) -> None:
    """Read the head of an HTTP request, and what the page's script says in it."""
    _ours(_asked, data)


def requests() -> Iterator[bytes]:
    """Give heads as the app and browsers send them."""
    yield b"GET /api/localsend/v2/info HTTP/1.1\r\nHost: 192.0.2.1:53317\r\n\r\n"
    yield (
        b"PUT /a?name=IMG%201.jpg&modified=2024-05-01T18:42:07.000Z HTTP/1.1\r\nHost: a\r\n"
        b"Content-Length: 12\r\nOrigin: https://a\r\nAccept-Language: fa-IR,fa;q=0.9\r\n\r\n"
    )
    yield f"POST /a HTTP/1.1\r\nContent-Type: {_KIND}\r\nExpect: 100-continue\r\n\r\n".encode()


def _formed(data: bytes) -> None:
    stream = io.BytesIO(data)
    form = multipart.Form(lambda most: stream.read(min(most, _BLOCK)), _BETWEEN)
    for part in form.parts():
        if part.filename is None:
            part.pass_over(limits.SMALL_FIELD)
        else:
            name_and_folder(part.filename)


def form(data: bytes) -> None:
    """Read a form with files, some bytes at a time."""
    _ours(_formed, data)


def forms() -> Iterator[bytes]:
    """Give forms as browsers send them."""
    said = b'Content-Disposition: form-data; name="files"; filename="'
    one = b"--" + _BETWEEN + b"\r\n" + said + b'a.jpg"\r\nContent-Type: image/jpeg\r\n\r\n\xff\xd8'
    end = b"\r\n--" + _BETWEEN + b"--\r\n"
    send = b"\r\n--" + _BETWEEN + b'\r\nContent-Disposition: form-data; name="send"\r\n\r\n'
    yield one + end
    yield one + bytes(2 * _BLOCK) + b"\r\n" + one + send + end


def _announced(data: bytes) -> None:
    sender, _ = localsend.read_prepare(data, "192.0.2.7")
    said_line(sender.device)


def announced(data: bytes) -> None:
    """Read what a LocalSend app says that it will send."""
    _ours(_announced, data)


def announcements() -> Iterator[bytes]:
    """Give what such an app says."""
    info = {"alias": "Nice Orange", "version": "2.1", "deviceModel": "Pixel", "port": 53317}
    said = {"modified": "2024-05-01T18:42:07.000Z"}
    file = {"id": "a", "fileName": "DCIM/IMG_1.jpg", "size": 12, "sha256": "0" * 64}
    for files in ({"a": {**file, "metadata": said}}, {"a": {**file, "sha256": None}}):
        yield json.dumps({"info": info, "files": files}).encode()


def _packets(data: bytes) -> list[bytes]:
    """Return the answers of a phone, up to the first that is none: more would be waited for."""
    head, *rest = data.split(MAGIC)
    packets = [*filter(None, [head]), *(MAGIC + packet for packet in rest)]
    return packets[: next((at for at, one in enumerate(packets) if _stray(at, one)), 99) + 1]


def _stray(at: int, packet: bytes) -> bool:
    length, number = (int.from_bytes(packet[at:][:8], "little") for at in (8, 24))
    return len(packet) < canned_iphone.HEADER.size or (length, number) != (len(packet), at)


async def _asked_of(data: bytes) -> None:
    phone = await canned_iphone.afc(*_packets(data))
    try:
        for name in (await phone.names("/DCIM"))[:_SMALL]:
            bursts.shot(name.decode("utf-8", "surrogateescape"))
        for name in (await phone.names("/"))[:_SMALL]:
            mutations.asset(f"{mutations.FOLDER}/{name!r}/Adjustments")
        list_to_dict(await phone.said("/DCIM/IMG_0001.JPG"))
        await phone.fread(await phone.fopen("/DCIM/IMG_0001.JPG"), 1 << 10)
    finally:
        await phone.aclose()


def afc(data: bytes) -> None:
    """List, look at, open and read what a phone says that it has."""
    with named():
        asyncio.run(_asked_of(data))


def phones() -> Iterator[bytes]:
    """Give the answers of a phone to these five questions."""
    said = b"st_size\x0012\x00st_ifmt\x00S_IFREG\x00st_mtime\x001714588927000000000\x00"
    answers = (
        (2, b".\x00..\x00IMG_0001.JPG\x00IMG_E0001.JPG\x00"),
        (2, b"DCIM\x00PhotoData\x00"),
        (2, said),
        (0x0E, struct.pack("<Q", 3)),
        (2, b"\xff\xd8\xff\xe0"),
    )
    yield b"".join(answer(kind, body, number=number) for number, (kind, body) in enumerate(answers))


async def _said(data: bytes) -> None:
    await canned_iphone.listed(MUX.pack(MUX.size + len(data), 1, 8, 1) + data)
    called(await canned_iphone.lockdown(data).get_value())


def plist(data: bytes) -> None:
    """Read a property list, and what the system's service says of phones and their pairing."""
    with named():
        asyncio.run(_said(data))


def plists() -> Iterator[bytes]:
    """Give lists in both spellings."""
    phone = {"SerialNumber": "00008110-000A1B2C3D4E001E", "ConnectionType": "USB"}
    said = {
        "DeviceList": [{"MessageType": "Attached", "DeviceID": 7, "Properties": phone}],
        "Request": "GetValue",
    }
    for spelling in (plistlib.FMT_XML, plistlib.FMT_BINARY):
        yield plistlib.dumps({**said, "Value": {"DeviceName": "Somebody's iPhone"}}, fmt=spelling)


def names(data: bytes) -> None:
    """Read what the names of files say: bursts, families, messengers, edits."""
    name = data.decode("utf-8", "surrogateescape")
    bursts.shot(name)
    groups.family(name)
    outside.outside(Incoming(name, name, "", 1, None, io.BytesIO))
    mutations.asset(name)
    mutations.is_edit(name)


def some_names() -> Iterator[bytes]:
    """Give names as phones give them."""
    yield b"00001IMG_00001_BURST20170801120000123_COVER.jpg"
    yield b"PXL_20230505_101112131.PORTRAIT-02.ORIGINAL.jpg"
    yield b"IMG-20240501-WA0001.jpg"
    yield b"IMG_E1234.AAE"
    yield b"/PhotoData/Mutations/DCIM/100APPLE/IMG_0001/Adjustments"


def code(data: bytes) -> None:
    """Look for QR codes in a picture of grey, as the confined child does."""
    side = max(1, int(len(data) ** 0.5))
    picture = Image.frombytes("L", (side, side), data.ljust(side * side, b"\0")[: side * side])
    out = io.BytesIO()
    picture.save(out, "PNG", compress_level=0)
    out.seek(0)
    codes.read(out, MediaKind.PNG)


def some_codes() -> Iterator[bytes]:
    """Give the grey of QR codes, which are square."""
    for version in (1, 7):
        rows = segno.make("firsthand", version=version, error="m", micro=False).matrix_iter(2, 2)
        yield bytes(0 if dark else 255 for row in rows for dark in row)


TARGETS: tuple[tuple[str, Callable[[bytes], object], Callable[[], Iterator[bytes]]], ...] = (
    ("air-request", request, requests),
    ("air-form", form, forms),
    ("air-announced", announced, announcements),
    ("afc", afc, phones),
    ("plist", plist, plists),
    ("file-name", names, some_names),
    ("qr", code, some_codes),
)
"""Each a name, what it does with bytes, and files to begin with."""
