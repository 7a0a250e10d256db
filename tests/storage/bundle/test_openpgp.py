"""OpenPGP as one stream: opened by gpg and by Sequoia, hidden recipients, nothing held."""

import io
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pysequoia
import pytest
from pysequoia.packet import PacketPile, Tag

from storage.bundle.sealing import read_recipients, seal
from storage.bundle.verify import verify
from storage.errors import BadRecipient, DamagedBundle, WrongIdentity
from tests.conftest import find_tool
from tests.storage.bundle.openpgp_samples import Gpg, opened_by_library
from tests.storage.bundle.samples import chance, identity, made

CHUNK = 1 << 20
HEAD = 6


@pytest.fixture(scope="module")
def gpg() -> Iterator[Gpg]:
    with TemporaryDirectory() as folder:  # a short path: gpg's sockets live in it
        program = Gpg(find_tool("gpg"), Path(folder) / "h")
        yield program
        program.end()


@pytest.fixture(scope="module")
def newsroom(gpg: Gpg) -> str:
    key = gpg.new("newsroom")
    gpg.subkey(key)
    return read_recipients(gpg.public(key))[0]


def sealed(data: bytes, *recipients: str) -> bytes:
    sink = io.BytesIO()
    seal(io.BytesIO(data), recipients, sink)
    return sink.getvalue()


def program() -> tuple[pysequoia.Tsk, str]:
    key = pysequoia.Tsk.generate("somebody", profile=pysequoia.Profile.RFC9580)
    return key, read_recipients(str(key.extract_certificate()))[0]


@pytest.mark.parametrize(
    "size", [0, 1, 185, 186, 8371, CHUNK - HEAD - 1, CHUNK - HEAD, CHUNK, 2 * CHUNK + 17]
)
def test_gpg_opens_it_to_the_bit(gpg: Gpg, newsroom: str, size: int) -> None:
    data = chance("content", size)
    assert gpg("--decrypt", given=sealed(data, newsroom)) == data


def test_each_of_several_recipients_opens_it_whatever_the_kind(gpg: Gpg, newsroom: str) -> None:
    data = chance("several", 70_000)
    modern, recipient = program()
    message = sealed(data, recipient, newsroom)
    assert gpg("--decrypt", given=message) == data
    assert opened_by_library(message, modern) == data


def test_nobody_else_opens_it(newsroom: str) -> None:
    other, _ = program()
    with pytest.raises(RuntimeError):
        opened_by_library(sealed(b"words", newsroom), other)


def test_who_it_is_for_is_not_written_on_it(gpg: Gpg, newsroom: str) -> None:
    message = sealed(chance("hidden", 3000), newsroom)
    packets = list(PacketPile.from_bytes(message))
    assert [packet.tag for packet in packets] == [Tag.PKESK, Tag.SEIP]
    assert packets[0].body[1:9] == bytes(8)
    for fingerprint in gpg.fingerprints("newsroom"):
        assert bytes.fromhex(fingerprint)[-8:] not in message


def test_two_sealings_share_nothing(newsroom: str) -> None:
    one, other = sealed(bytes(4000), newsroom), sealed(bytes(4000), newsroom)
    assert one[-3000:] != other[-3000:]


def test_the_name_and_date_of_a_file_are_not_in_it(gpg: Gpg, newsroom: str) -> None:
    listed = gpg("--list-packets", given=sealed(b"words", newsroom)).decode()
    assert 'mode b (62), created 0, name=""' in listed


def test_a_changed_or_cut_message_is_refused_by_gpg(gpg: Gpg, newsroom: str) -> None:
    message = sealed(chance("tampered", 5000), newsroom)
    for at in (len(message) // 2, len(message) - 1):
        changed = bytearray(message)
        changed[at] ^= 1
        assert not gpg.takes("--decrypt", given=bytes(changed))
        assert not gpg.takes("--decrypt", given=message[:at])


def test_kinds_of_recipients_do_not_mix(newsroom: str) -> None:
    sink = io.BytesIO()
    with pytest.raises(BadRecipient) as caught:
        seal(io.BytesIO(b"x"), (newsroom, identity()[1]), sink)
    assert caught.value.facts == {"reason": "mixed"}
    assert sink.getvalue() == b""


def test_what_stops_the_work_comes_through_as_it_was(newsroom: str) -> None:
    class StopError(BaseException):
        pass

    def stop(_done: int, _total: int) -> None:
        raise StopError

    with pytest.raises(StopError):
        seal(io.BytesIO(b"words"), (newsroom,), io.BytesIO(), stop)


def test_verify_opens_a_sealed_bundle_with_the_gpg_that_is_here(
    gpg: Gpg, newsroom: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GNUPGHOME", str(gpg.home))
    bundle = made()[0]
    verdict = verify(io.BytesIO(sealed(bundle, newsroom)))
    assert verdict.wrapping == "sealed"
    assert verdict.manifest.bundle_id == chance("bundle one", 16).hex()


def test_another_key_damage_and_no_gpg_are_told_apart(
    gpg: Gpg, newsroom: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GNUPGHOME", str(gpg.home))
    message = sealed(made()[0], newsroom)
    with pytest.raises(DamagedBundle) as damaged:
        verify(io.BytesIO(message[:-30]))
    assert damaged.value.facts["reason"] == "seal"
    with pytest.raises(WrongIdentity) as other:
        verify(io.BytesIO(sealed(made()[0], program()[1])))
    assert other.value.facts == {"reason": "openpgp-other-key"}
    monkeypatch.setenv("PATH", "")
    with pytest.raises(WrongIdentity) as missing:
        verify(io.BytesIO(message))
    assert missing.value.facts == {"reason": "openpgp"}


def test_what_is_no_bundle_inside_ends_gpg_at_once(
    gpg: Gpg, newsroom: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GNUPGHOME", str(gpg.home))
    with pytest.raises(DamagedBundle) as caught:
        verify(io.BytesIO(sealed(bytes(3_000_000), newsroom)))
    assert caught.value.facts["reason"] == "not-a-bundle"


def test_no_key_is_asked_for_over_the_network_whatever_gpg_is_told_to_do_otherwise(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A signature inside, by a key that is not here, has gpg start its helper for the network."""
    with TemporaryDirectory() as folder:
        gpg = Gpg(find_tool("gpg"), Path(folder) / "h")
        try:
            gpg.subkey(gpg.new("reader"))
            stranger = gpg.new("stranger", "ed25519", "sign")
            data = made()[0]
            signed = ("--sign", "--encrypt", "-u", stranger, "-r", "reader")
            message = gpg(*signed, given=data)
            gpg("--delete-secret-and-public-key", stranger)
            (gpg.home / "gpg.conf").write_text("auto-key-retrieve\nkeyserver hkp://127.0.0.1:1\n")
            monkeypatch.setenv("GNUPGHOME", str(gpg.home))
            with suppress(WrongIdentity, DamagedBundle):  # as gpg sees such a signature
                verify(io.BytesIO(message))
            assert not (gpg.home / "crls.d").exists()  # which the helper makes when it starts
        finally:
            gpg.end()
