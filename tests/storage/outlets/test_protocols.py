"""The small parts of the protocols: signatures against the published ones, XML that is a trap,
host keys, time-stamps."""

import io
from hashlib import sha256
from pathlib import Path

import pytest

from storage.errors import BadAddress, NotTrusted, OutletLied, OutletRefused, OutletTrouble
from storage.outlets import s3, sigv4, timestamping, xml_rows
from storage.outlets.account import Account
from storage.outlets.address import DIRECT, Address, Route, Way, read_address
from storage.outlets.s3 import S3
from storage.outlets.sftp import Sftp
from storage.outlets.ssh import read_host_key
from storage.outlets.transport import Link, Web
from storage.progress import Tick, silent
from tests.storage.outlets.proxies import HERE, proxy
from tests.storage.outlets.scripted import answer, says, scripted
from tests.storage.outlets.servers import running, sshd, sshd_keys

AWS = sigv4.Keys("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "us-east-1")
"""The keys of the examples in Amazon's own documentation of the signature."""


def signature(method: str, path: str, **headers: str) -> str:
    address = Address("https", "examplebucket.s3.amazonaws.com", 443, path)
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    said = {"x-amz-content-sha256": sha256().hexdigest(), **named}
    signed = sigv4.signed(method, address, said, AWS, "20130524T000000Z")
    return signed["Authorization"].rpartition("Signature=")[2]


def test_signatures_are_those_that_amazon_publishes() -> None:
    assert signature("GET", "/test.txt", Range="bytes=0-9") == (
        "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41"
    )
    put = {
        "Date": "Fri, 24 May 2013 00:00:00 GMT",
        "x-amz-storage-class": "REDUCED_REDUNDANCY",
        "x-amz-content-sha256": sha256(b"Welcome to Amazon S3.").hexdigest(),
    }
    assert signature("PUT", "/test%24file.text", **put) == (
        "98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd"
    )
    assert signature("GET", "/?lifecycle=") == (
        "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543"
    )
    assert signature("GET", f"/?{sigv4.query(prefix='J', max_keys=2)}") == (
        "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7"
    )


BOMB = b"""<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>
<a><row><x>&c;</x></row></a>"""
OUTSIDE = b"""<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a><row><x>&b;</x></row></a>"""


@pytest.mark.parametrize(
    "raw", [b"", b"<a>", b"<a></b>", BOMB, OUTSIDE, b"<a>" * 100, b"\xff", b"<a/><a/>"]
)
def test_xml_that_is_broken_or_a_trap_is_no_answer(raw: bytes) -> None:
    with pytest.raises(OutletLied):
        xml_rows.rows(raw, "row")


def test_rows_are_read_by_their_local_names() -> None:
    raw = b'<D:a xmlns:D="DAV:"><D:row><D:x/><D:deep><D:x> 5 </D:x></D:deep></D:row><row/></D:a>'
    assert xml_rows.rows(raw, "row") == [{"x": "5", "deep": ""}, {}]
    assert xml_rows.number({"x": "5"}, "x") == 5
    assert xml_rows.number({"x": "-5"}, "x") is None
    assert xml_rows.number({"x": "9" * 30}, "x") is None


def test_a_host_key_is_read_as_ssh_writes_it(tmp_path: Path) -> None:
    with running(sshd(tmp_path / "served")) as server:
        public, _ = sshd_keys(server)
    pin = read_host_key(public)
    assert pin.startswith("SHA256:")
    assert read_host_key(f"[127.0.0.1]:22 {public}") == pin
    assert read_host_key(f"256 {pin} no comment (ED25519)") == pin
    for wrong in ("", "SHA256:", "SHA256:AAAA", "ssh-ed25519", "AAAA!"):
        with pytest.raises(BadAddress):
            read_host_key(wrong)


def test_a_host_with_another_key_is_told_nothing(tmp_path: Path) -> None:
    with running(sshd(tmp_path / "served")) as server:
        _, user = sshd_keys(server)
        address = read_address(server.url, "sftp")
        for pin in ("", "SHA256:" + "A" * 43):
            outlet = Sftp(Link(DIRECT, pin=pin), address, Account("root", user))
            with pytest.raises(NotTrusted) as caught:
                outlet.put("x", io.BytesIO(b"evidence"), 8, silent)
            assert caught.value.facts["reason"] == "host-key"
            outlet.close()
    assert server.files() == {}


def test_a_stamp_is_asked_for_over_the_chosen_way() -> None:
    said = answer(200, b"reply", "Content-Type: application/timestamp-reply")
    with scripted(says(said)) as server, proxy(server.port) as made:
        route = Route(Way.SOCKS, HERE, made.port)
        assert timestamping.ask_for_stamp(b"", "http://tsa.example/", route) == b"reply"
    assert made.hosts == ["tsa.example"]
    assert b"Content-Type: application/timestamp-query\r\n" in server.heads[0]


@pytest.mark.parametrize(
    ("said", "error"),
    [
        (answer(200, b"<html>", "Content-Type: text/html"), OutletLied),
        (answer(200, b"", "Content-Type: application/timestamp-reply"), OutletLied),
        (
            answer(200, b"x" * 70_000, "Content-Type: application/timestamp-reply"),
            OutletLied,
        ),
        (answer(403), OutletRefused),
    ],
)
def test_what_is_no_stamp_is_told(said: bytes, error: type[OutletTrouble]) -> None:
    with scripted(says(said)) as server, pytest.raises(error):
        timestamping.ask_for_stamp(b"", f"http://{HERE}:{server.port}/", DIRECT)


def test_a_bucket_that_is_listed_without_end_is_not_listened_to(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []

    def page(_self: S3, _prefix: str, token: str, _tick: Tick) -> bytes:
        asked.append(token)
        more = f"<NextContinuationToken>{len(asked)}</NextContinuationToken>"
        return f"<ListBucketResult>{more}</ListBucketResult>".encode()

    monkeypatch.setattr(S3, "_list", page)
    monkeypatch.setattr(s3, "_MOST_PAGES", 5)
    address = Address("https", "s3.example.org", 443, "/bucket")
    with Web(Link(DIRECT), address) as web, pytest.raises(OutletLied) as caught:
        list(S3(web, Account("user", "password")).names(""))
    assert caught.value.facts["reason"] == "too-much"
    assert len(asked) == 5
