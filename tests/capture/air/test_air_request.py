"""A head has one meaning or none."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from capture.air import limits
from capture.air.answers import Refused
from capture.air.request import read_head

GOOD = (
    b"POST /a/b?x=1&y=%C3%A9+z HTTP/1.1\r\nHost: h:1\r\nContent-Length: 12\r\nExpect: 100-Continue"
)


def test_a_plain_head_is_read() -> None:
    head = read_head(GOOD)
    assert (head.method, head.path, head.query) == ("POST", "/a/b", {"x": "1", "y": "é z"})
    assert (head.length, head.host, head.origin, head.waits) == (12, "h:1", None, True)


@pytest.mark.parametrize(
    ("untrusted", "status"),
    [
        (b"", 400),
        (b"GET", 400),
        (b"GET /", 400),
        (b"GET / HTTP/2.0", 400),
        (b"GET  / HTTP/1.1", 400),
        (b"get / HTTP/1.1", 400),
        (b"DELETE / HTTP/1.1", 400),
        (b"GET http://h/ HTTP/1.1", 400),
        (b"GET /a b HTTP/1.1", 400),
        (b"GET /\x00 HTTP/1.1", 400),
        (b"GET /" + b"a" * limits.TARGET + b" HTTP/1.1", 414),
        (b"GET / HTTP/1.1\r\nNo colon", 400),
        (b"GET / HTTP/1.1\r\nName : x", 400),
        (b"GET / HTTP/1.1\r\nA: b\r\n folded", 400),
        (b"GET / HTTP/1.1\r\nA: b\nC: d", 400),
        (b"GET / HTTP/1.1\r\nA: b\rC: d", 400),
        (b"GET / HTTP/1.1\r\nA: \x00", 400),
        (b"GET / HTTP/1.1\r\n" + b"\r\n".join([b"a: b"] * (limits.HEADERS + 1)), 431),
        (b"POST / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 1", 400),
        (b"POST / HTTP/1.1\r\nContent-Length: 1, 1", 400),
        (b"POST / HTTP/1.1\r\nContent-Length: +1", 400),
        (b"POST / HTTP/1.1\r\nContent-Length: 0x1", 400),
        (b"POST / HTTP/1.1\r\nContent-Length: -1", 400),
        (b"POST / HTTP/1.1\r\nContent-Length: 9999999999999999", 400),
        (b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked", 411),
        (b"POST / HTTP/1.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked", 411),
        (b"POST / HTTP/1.1\r\ntransfer-encoding: identity", 411),
        (b"POST / HTTP/1.1\r\nTransfer-Encoding : chunked", 400),
        (b"GET / HTTP/1.1\r\nHost: a\r\nHost: b", 400),
        (b"GET /?a=1&a=2 HTTP/1.1", 400),
        (b"GET /?a=%4 HTTP/1.1", 400),
        (b"GET /?a=%ff HTTP/1.1", 400),
        (b"GET /?" + b"&".join(b"%d" % at for at in range(9)) + b" HTTP/1.1", 400),
    ],
)
def test_what_has_two_meanings_is_refused(untrusted: bytes, status: int) -> None:
    with pytest.raises(Refused) as refused:
        read_head(untrusted)
    assert refused.value.status == status


@given(st.binary(max_size=300) | st.binary(max_size=60).map(lambda tail: GOOD + tail))
def test_no_bytes_do_more_than_be_refused(untrusted: bytes) -> None:
    with contextlib.suppress(Refused):
        head = read_head(untrusted)
        assert head.path.startswith("/")
        assert head.length >= 0
