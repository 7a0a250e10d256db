"""A picture that was copied in another program is taken as that program gives it."""

import pytest

from capture.errors import TooLarge
from capture.sources import pasted as source
from capture.sources.base import Incoming, Skipped
from capture.sources.pasted import Pasted, pasted

OFFERED = {
    "text/html": b"<img>",
    "image/bmp": b"BM",
    "image/png": b"\x89PNG",
    "image/jpeg": b"\xff",
}


def test_the_first_picture_that_is_offered_is_taken_byte_for_byte() -> None:
    found = pasted(OFFERED, OFFERED.__getitem__)
    assert found is not None
    assert (found.about.kind, found.about.device) == ("clipboard", None)
    (one,) = found.find()
    assert isinstance(one, Incoming)
    assert (one.name, one.size, one.modified_at, one.erasing) == ("pasted.png", 4, None, None)
    for _again in range(2):
        with one.open() as stream:
            assert stream.read() == OFFERED["image/png"]


def test_what_is_no_picture_or_nothing_is_not_taken() -> None:
    assert pasted(["text/plain", "image/x-unknown"], lambda _kind: b"a") is None
    assert pasted(["image/png"], lambda _kind: b"") is None


def test_what_is_larger_than_any_picture_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source, "MAX_BYTES", 3)
    (one,) = Pasted(b"1234", "png").find()
    assert isinstance(one, Skipped)
    assert isinstance(one.error, TooLarge)
