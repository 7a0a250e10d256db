"""A form comes out as it went in, however it is cut into pieces on the way."""

import contextlib
import io
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from capture.air.answers import Refused
from capture.air.multipart import Form, boundary

BETWEEN = "----WebKitFormBoundary7MA4YWxkTrZu0gW"


def form(*fields: tuple[str, bytes], end: str = "--\r\n") -> bytes:
    body = b""
    for disposition, data in fields:
        body += f"--{BETWEEN}\r\nContent-Disposition: form-data; {disposition}\r\n".encode()
        body += b"Content-Type: image/jpeg\r\n\r\n" + data + b"\r\n"
    return body + f"--{BETWEEN}{end}".encode()


def pieces(body: bytes, step: int) -> Callable[[int], bytes]:
    stream = io.BytesIO(body)
    return lambda most: stream.read(min(most, step))


def read(body: bytes, step: int = 1 << 16, take: int = 1 << 16) -> list[tuple[str | None, bytes]]:
    found = []
    for part in Form(pieces(body, step), BETWEEN.encode()).parts():
        data = b""
        while some := part.read(take):
            data += some
        found.append((part.filename, data))
    return found


near = st.sampled_from([b"\r\n--", b"\r\n", b"-", BETWEEN.encode(), BETWEEN.encode()[:20], b"x"])
contents = (
    st.lists(near, max_size=8)
    .map(b"".join)
    .filter(lambda data: f"\r\n--{BETWEEN}".encode() not in b"\r\n" + data + b"\r\n")
)


@given(st.lists(contents, min_size=1, max_size=4), st.integers(1, 70), st.integers(1, 70))
def test_parts_come_out_as_they_went_in(data: list[bytes], step: int, take: int) -> None:
    fields = [(f'name="files"; filename="{at}.jpg"', one) for at, one in enumerate(data)]
    assert read(form(*fields), step, take) == [(f"{at}.jpg", one) for at, one in enumerate(data)]


def test_what_is_not_read_of_a_part_is_passed_over() -> None:
    body = form(('name="a"; filename="1"', b"x" * 500_000), ('name="a"; filename="2"', b"two"))
    names = []
    for part in Form(pieces(body, 4096), BETWEEN.encode()).parts():
        names.append(part.filename)
        part.read(10)
    assert names == ["1", "2"]


def test_names_are_read_as_browsers_write_them() -> None:
    body = form(
        ('name="files"; filename="تصویر %22one%22.jpg"', b"a"),
        ('name="field"', b"b"),
        ('name="files"; filename=""', b""),
    )
    assert [name for name, _ in read(body)] == ['تصویر "one".jpg', None, ""]


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"preamble\r\n" + form(('name="a"; filename="1"', b"x")),
        form(('name="a"; filename="1"', b"x"))[:-20],
        form(('name="a"; filename="1"', b"x"), end=""),
        form(('name="a"; filename="1"', b"x"), end="junk\r\n\r\n"),
        f"--{BETWEEN}\r\nContent-Type: x\r\n\r\nx\r\n--{BETWEEN}--".encode(),
        f"--{BETWEEN}\r\n".encode() + b"A: b\r\n" * 5000,
    ],
)
def test_a_form_that_is_none_or_breaks_off_is_refused(body: bytes) -> None:
    with pytest.raises(Refused):
        read(body)


@given(st.binary(max_size=400))
def test_no_bytes_do_more_than_be_refused(body: bytes) -> None:
    with contextlib.suppress(Refused):
        read(f"--{BETWEEN}".encode() + body)


@pytest.mark.parametrize(
    "kind",
    [
        "",
        "application/json",
        "multipart/form-data",
        "multipart/form-data; boundary=",
        "multipart/form-data; boundary=" + "a" * 71,
        'multipart/form-data; boundary="a\r\nb"',
    ],
)
def test_what_is_no_form_is_refused(kind: str) -> None:
    with pytest.raises(Refused):
        boundary(kind)


def test_a_boundary_may_stand_in_quotes() -> None:
    assert boundary('multipart/form-data; boundary="abc"') == b"abc"
    assert boundary("Multipart/Form-Data;boundary=abc") == b"abc"
