"""What answers in a phone's place may answer anything: only a whole, fitting answer is taken."""

import asyncio
import plistlib
import struct
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

import pytest
from hypothesis import example, given
from hypothesis import strategies as some

from capture.errors import Unreadable
from capture.sources.apple import clients, files
from capture.sources.apple.cable import READ_MAX, Refused
from capture.sources.apple.files import Files
from tests.capture.sources import canned_iphone
from tests.capture.sources.canned_iphone import MUX, answer


@contextmanager
def _files(*answers: bytes) -> Iterator[Files]:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(clients, "files", lambda _serial: canned_iphone.afc(*answers))
        opened = Files("0")
        try:
            yield opened
        finally:
            opened.close()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        answer(2, b"x", magic=b"12345678"),
        answer(2, b"x", number=9),
        answer(2, b"x", more=1 << 40),
        answer(2, b"x", more=1 << 63),
        answer(2, b"x", more=-40),
        answer(1, b"short"),
        answer(2, b"x", more=5),
    ],
)
def test_an_answer_that_does_not_fit_ends_the_connection(data: bytes) -> None:
    with _files(data) as phone:
        with pytest.raises(Unreadable) as named:
            phone.names("/")
        assert not isinstance(named.value, Refused)
        assert named.value.facts["reason"] == "device"
        assert phone.broken
        with pytest.raises(Unreadable):
            phone.info("/a")


def test_a_refusal_leaves_the_connection_as_it_was() -> None:
    refusal = answer(1, struct.pack("<Q", 10))
    with _files(refusal, answer(2, b".\0..\0a\0", number=1)) as phone:
        with pytest.raises(Refused) as refused:
            phone.remove("/a")
        assert refused.value.facts["reason"] == "permission"
        assert phone.names("/") == ("a",)
        assert not phone.broken


def test_more_bytes_than_were_asked_for_are_not_taken() -> None:
    with _files(answer(2, bytes(11))) as phone, pytest.raises(Unreadable):
        phone.read(1, 10)
    with _files(answer(2, bytes(10))) as phone:
        assert len(phone.read(1, READ_MAX + 1)) == 10
    with _files(answer(14, bytes(7))) as phone, pytest.raises(Unreadable):
        phone.open("/a")


def test_names_that_are_no_text_are_all_listed_and_refused_by_name() -> None:
    with _files(answer(2, b"\xff\xfe.jpg\0ok.jpg\0.\0..\0\0")) as phone:
        names = phone.names("/")
        assert [name.encode("utf-8", "surrogateescape") for name in names] == [
            b"ok.jpg",
            b"\xff\xfe.jpg",
        ]
        with pytest.raises(Refused):
            phone.open(f"/{names[1]}")
        assert not phone.broken


def test_a_phone_that_was_let_go_answers_nobody() -> None:
    with _files(answer(2, b"a\0")) as phone:
        phone.close()
        phone.close()
        with pytest.raises(Unreadable):
            phone.names("/")


ASKED: tuple[Callable[[Files], object], ...] = (
    lambda phone: phone.names("/"),
    lambda phone: phone.info("/a"),
    lambda phone: phone.open("/a"),
    lambda phone: phone.read(1, 5),
)


@given(some.binary(max_size=200), some.integers(0, 20), some.binary(max_size=50))
def test_noise_is_named_and_nothing_else_happens(body: bytes, kind: int, noise: bytes) -> None:
    for data in (noise, answer(kind, body), answer(kind, body)[: len(noise)]):
        for ask in ASKED:
            with _files(data) as phone, suppress(Unreadable):
                ask(phone)


XML = b'<plist version="1.0"><dict>%s</dict></plist>'


@given(some.binary(max_size=300))
@example(b"<key>a</key><date>no day</date>")
@example(b"<key>a</key><integer>no number</integer>")
@example(b"<string>no key</string>")
@example(b"<key>DeviceList</key><array><integer>1</integer></array>")
@example(b"<key>Request</key><string>GetValue</string><key>Value</key><array/>")
def test_what_the_service_and_a_phone_say_of_themselves_is_taken_or_named(data: bytes) -> None:
    for text in (data, XML % data, b"bplist00" + data):
        framed = MUX.pack(MUX.size + len(text), 1, 8, 1) + text
        with suppress(Unreadable), files.named():
            asyncio.run(canned_iphone.listed(framed))
        with suppress(Unreadable), files.named():
            asyncio.run(_called(text))


async def _called(text: bytes) -> None:
    values = await canned_iphone.lockdown(text).get_value()
    assert isinstance(files.called(values), str)


def test_what_a_phone_is_called_has_an_end() -> None:
    assert files.called({"DeviceName": "a" * 999, "ProductType": 7}) == "a" * 120
    assert files.called({"DeviceName": "My", "ProductType": "iPhone14,2"}) == "My (iPhone14,2)"
    said = plistlib.dumps({"Request": "GetValue", "Value": {"DeviceName": ["no", "name"]}})

    async def asked() -> str:
        return files.called(await canned_iphone.lockdown(said).get_value())

    assert asyncio.run(asked()) == ""
