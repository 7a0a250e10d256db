"""What a phone announces is believed as far as it is within bounds."""

import json
from typing import Any

import pytest

from capture.air import limits
from capture.air.answers import Refused
from capture.air.localsend import announcement, introduction, read_object, read_prepare
from capture.air.offers import Offer, moment, name_and_folder, said_line

FILE: dict[str, Any] = {"id": "f1", "fileName": "IMG_1.jpg", "size": 7, "fileType": "image/jpeg"}
INFO = {"alias": "Nice Orange", "deviceModel": "Pixel 8", "fingerprint": "AB"}


def prepare(files: object, info: object = None) -> bytes:
    return json.dumps({"info": INFO if info is None else info, "files": files}).encode()


def test_the_words_of_the_app_are_read() -> None:
    metadata = {"modified": "2024-05-01T18:42:07.123Z"}
    raw = prepare({"f1": {**FILE, "sha256": "AB" * 32, "preview": None, "metadata": metadata}})
    sender, offers = read_prepare(raw, "10.0.0.5")
    assert sender.device == "Nice Orange, Pixel 8"
    assert sender.way.value == "localsend"
    assert offers == (Offer("f1", "IMG_1.jpg", "", 7, "2024-05-01T18:42:07Z", "ab" * 32),)


@pytest.mark.parametrize(
    ("raw", "status"),
    [
        (b"", 400),
        (b"\xff", 400),
        (b"[]", 400),
        (b"[" * 200_000, 400),
        (b'{"a":' * 100_000, 400),
        (b'{"info":{},"files":{}}', 400),
        (b'{"info":[],"files":{"a":{}}}', 400),
        (prepare([FILE]), 400),
        (prepare({"f1": []}), 400),
        (prepare({"f2": FILE}), 400),
        (prepare({"f1": {**FILE, "fileName": 7}}), 400),
        (prepare({"f1": {**FILE, "fileName": "a" * 5000}}), 400),
        (prepare({"f1": {**FILE, "size": -1}}), 400),
        (prepare({"f1": {**FILE, "size": True}}), 400),
        (prepare({"f1": {**FILE, "size": 1.5}}), 400),
        (prepare({"f1": {**FILE, "size": "7"}}), 400),
        (b'{"info":{},"files":{"f1":{"fileName":"a","size":' + b"9" * 5000 + b"}}}", 400),
        (prepare({"f1": {**FILE, "size": limits.MOST_FILE + 1}}), 413),
        (prepare({"f1": {**FILE, "sha256": "xyz"}}), 400),
        (prepare({"f" * 201: {**FILE, "id": "f" * 201}}), 400),
        (prepare({str(at): {} for at in range(limits.MOST_FILES + 1)}), 413),
    ],
)
def test_what_is_malformed_or_too_much_is_refused(raw: bytes, status: int) -> None:
    with pytest.raises(Refused) as refused:
        read_prepare(raw, "10.0.0.5")
    assert refused.value.status == status


@pytest.mark.parametrize(
    ("said", "name", "folder"),
    [
        ("IMG_1.jpg", "IMG_1.jpg", ""),
        ("DCIM/Camera/IMG_1.jpg", "IMG_1.jpg", "DCIM/Camera"),
        ("../../../etc/passwd", "passwd", "etc"),
        ("..\\..\\Windows\\x.jpg", "x.jpg", "Windows"),
        ("C:\\x.jpg", "x.jpg", "C:"),
        ("/etc/cron.d/x", "x", "etc/cron.d"),
        ("..", "unnamed", ""),
        ("", "unnamed", ""),
        ("a\x00b\r\n.jpg", "ab.jpg", ""),
        ("\ud800a.jpg", "a.jpg", ""),
        ("a" * 300 + ".jpg", "a" * 251 + ".jpg", ""),
        ("تصویر.jpg", "تصویر.jpg", ""),
    ],
)
def test_a_name_leads_nowhere(said: str, name: str, folder: str) -> None:
    assert name_and_folder(said) == (name, folder)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("2024-05-01T18:42:07Z", "2024-05-01T18:42:07Z"),
        ("2024-05-01T22:12:07.5+03:30", "2024-05-01T18:42:07Z"),
        ("2024-05-01T18:42:07", None),
        ("yesterday", None),
        ("0001-01-01T00:00:00+14:00", None),
        ("9" * 1000, None),
        (17, None),
        (None, None),
    ],
)
def test_a_time_is_one_or_none(said: object, meant: str | None) -> None:
    assert moment(said) == meant


def test_what_a_phone_calls_itself_is_one_short_line() -> None:
    assert said_line("Nice\nOrange\x1b[2J\u202e") == "NiceOrange[2J"
    assert len(said_line("a" * 1000)) == 60
    assert said_line({"a": 1}) == ""


def test_the_receiver_says_nothing_of_its_owner() -> None:
    said = introduction("Calm Fig", "AB" * 32)
    assert said["deviceModel"] is None
    announced = read_object(announcement("Calm Fig", "AB" * 32, 53317))
    assert announced == {**said, "port": 53317, "protocol": "https", "announce": True}
