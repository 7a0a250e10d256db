"""OpenPGP as one stream: to hidden recipients, with nothing plain on a disk.

The library encrypts files and whole byte strings only. So it encrypts nothing,
to the recipients and to a password made for this once; from the password's
packet we take the session key, throw that packet away, and write the content
under the same key ourselves. The key agreement, of which there are many kinds,
stays the library's; ours is the one content format that every OpenPGP program
reads (integrity-protected data, version 1), in chunks of 1 MiB.

The key ids in the recipients' packets are zero ("speculative"): who it is for is
not written on it. How many they are, and the kinds of their keys, is.

Source: RFC 4880, sections 3.7.1.3 (S2K), 4.2.2.4 (partial lengths), 5.1, 5.3,
5.9, 5.13, 5.14.
"""

import base64
import secrets
from collections.abc import Sequence
from hashlib import sha1, sha256

import pysequoia
from cryptography.hazmat.decrepit.ciphers.modes import CFB
from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES256
from pysequoia.packet import Packet, PacketPile, Tag

from storage.bundle import openpgp_keys
from storage.bundle.streams import Readable, Sink
from storage.errors import BadRecipient
from storage.progress import Tick, silent

_BLOCK = 16
_CHUNK = 1 << 20
_CHUNK_LENGTH = bytes((0xE0 | 20,))  # a partial length: 2 to the power of 20
_PROTECTED = bytes((0xC0 | 18,))
_VERSION = b"\x01"
_LITERAL = bytes((0xC0 | 11,))
_LITERAL_HEAD = b"b\0" + bytes(4)  # binary, no file name, no date
_DIGEST_HEAD = b"\xd3\x14"
_AES256 = 9
_SALTED_AND_ITERATED = b"\x04\x09\x03\x08"  # version 4, AES-256, S2K 3, SHA-256
_PUBLIC = 3
_KEY_ID = slice(1, 9)

_CLASSIC = (
    "mDMEVKSOABYJKwYBBAHaRw8BAQdAevN3KW4ybBLyZy0d2Y//THbSDccxFVXEqQsg+t7WRzC0AS2IkAQTFggAOBYhBITK"
    "PnugyqziJBG1/zdik/h65xKyBQJUpI4AAhsBBQsJCAcCBhUKCQgLAgQWAgMBAh4BAheAAAoJEDdik/h65xKytg8BAObd"
    "IMSp1JjTVyNMFVgY0985Pti7OCdveYubsL9smDjoAP9xefUU1OWOPG6yTWGv4aBHZKk4Odaw2m5SCD1dDCXJBLg4BFSk"
    "jgASCisGAQQBl1UBBQEBB0D1UKOoIcTTVissn0yIvTK6v2pAM07AEMxa0UZtT9IdDgMBCAeIeAQYFggAIBYhBITKPnug"
    "yqziJBG1/zdik/h65xKyBQJUpI4AAhsMAAoJEDdik/h65xKywhIBAJGigKa/KFgePkJ4SV+1q/GZQFK1SxWDKFtfO7Hc"
    "5AxGAQCzWcBvY/39+4vSiGfQ79lX1hcJFkUxsfBUU9UHegQPDw=="
)
"""A key by gpg 2.2 whose secret part was thrown away; it says nothing of newer content formats."""


def seal(stream: Readable, recipients: Sequence[str], sink: Sink, tick: Tick = silent) -> None:
    """Encrypt the stream to every recipient, into the sink, as one OpenPGP message.

    The recipients are as ``openpgp_keys.read`` gives them, and are looked at again; BadRecipient
    otherwise. The tick gets the bytes read, of an unknown total.
    """
    heads, session_key = _session([openpgp_keys.certificate_of(key) for key in recipients])
    sink.write(heads)
    protected = _Protected(session_key, _Partial(_PROTECTED, _VERSION, sink))
    literal = _Partial(_LITERAL, _LITERAL_HEAD, protected)
    done = 0
    while block := stream.read(_CHUNK):
        literal.write(block)
        done += len(block)
        tick(done, 0)
    literal.close()
    protected.close()


class _Partial:
    """A packet of a length that is not known yet, written in chunks of 1 MiB."""

    def __init__(self, tag: bytes, head: bytes, sink: Sink) -> None:
        self._sink, self._held = sink, bytearray(head)
        sink.write(tag)

    def write(self, data: bytes, /) -> None:
        self._held += data
        while len(self._held) >= _CHUNK:
            self._sink.write(_CHUNK_LENGTH + self._held[:_CHUNK])
            del self._held[:_CHUNK]

    def close(self) -> None:
        self._sink.write(_last_length(len(self._held)) + self._held)


class _Protected:
    """The content of the protected packet: random start, packets, their SHA-1, all in CFB.

    SHA-1 is what the format has; it stands under the cipher, and nobody can forge it there.
    """

    def __init__(self, key: bytes, packet: _Partial) -> None:
        self._packet = packet
        self._cipher = Cipher(AES256(key), CFB(bytes(_BLOCK))).encryptor()
        self._digest = sha1(usedforsecurity=False)
        start = secrets.token_bytes(_BLOCK)
        self.write(start + start[-2:])

    def write(self, data: bytes | bytearray, /) -> None:
        self._digest.update(data)
        self._packet.write(self._cipher.update(data))

    def close(self) -> None:
        self._digest.update(_DIGEST_HEAD)
        self._packet.write(self._cipher.update(_DIGEST_HEAD + self._digest.digest()))
        self._packet.close()


def _last_length(size: int) -> bytes:
    if size < 192:  # noqa: PLR2004 # one octet; see the RFC for this and the next
        return bytes((size,))
    if size < 8384:  # noqa: PLR2004
        return bytes(((size - 192 >> 8) + 192, size - 192 & 0xFF))
    return b"\xff" + size.to_bytes(4, "big")


def _session(certificates: Sequence[pysequoia.Cert]) -> tuple[bytes, bytes]:
    """Return the packets that hold a new session key for each certificate, and that key."""
    if not certificates:
        raise BadRecipient(reason="empty")
    password = secrets.token_hex(32)
    # A key of the old kind among them has the library write what every program reads.
    everybody = [*certificates, pysequoia.Cert.from_bytes(base64.b64decode(_CLASSIC))]
    try:
        message = pysequoia.encrypt(b"", recipients=everybody, passwords=[password], armor=False)
    except Exception as error:  # the library has no errors of its own
        raise BadRecipient(reason="openpgp-unusable") from error
    packets = list(PacketPile.from_bytes(message))
    keyed = [packet for packet in packets if packet.tag == Tag.PKESK]
    by_password = next(packet for packet in packets if packet.tag == Tag.SKESK)
    if len(keyed) != len(everybody):
        raise BadRecipient(reason="openpgp-unusable")
    # The last is for the key of the old kind, and is left out: nobody has its secret part.
    return b"".join(map(_hidden, keyed[:-1])), _session_key(by_password.body, password)


def _hidden(packet: Packet) -> bytes:
    body = bytearray(packet.body)
    if body[0] != _PUBLIC:
        raise BadRecipient(reason="openpgp-unusable")
    body[_KEY_ID] = bytes(8)
    return bytes((0xC0 | 1,)) + _last_length(len(body)) + bytes(body)


def _session_key(body: bytes, password: str) -> bytes:
    """Return the session key that a password's packet holds."""
    salt, count, wrapped = body[4:12], body[12], body[13:]
    if body[:4] != _SALTED_AND_ITERATED or len(wrapped) != 1 + 32:
        raise BadRecipient(reason="openpgp-unusable")
    key = _stretched(salt + password.encode(), (16 + (count & 15)) << (count >> 4) + 6)
    opened = Cipher(AES256(key), CFB(bytes(_BLOCK))).decryptor().update(wrapped)
    if opened[0] != _AES256:
        raise BadRecipient(reason="openpgp-unusable")
    return opened[1:]


def _stretched(salted: bytes, size: int) -> bytes:
    """Return SHA-256 over this many bytes of the salted password, again and again."""
    digest = sha256()
    many = salted * (_CHUNK // len(salted))
    whole, rest = divmod(size, len(many))
    for _ in range(whole):
        digest.update(many)
    digest.update((many + salted)[:rest])
    return digest.digest()
