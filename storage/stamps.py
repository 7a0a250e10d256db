"""RFC 3161: an authority's word that some bytes existed by a time.

The authority is shown one digest, of a random nonce and of what is stamped, so
that it learns nothing and can recognise nothing later. What it answers is read
here without a library, to learn what it is about and which time it states; that
the authority really said so is checked, with the library, only against the
certificate that a person trusts. Without one it is a claim, and is called so.

Source: RFC 3161, sections 2.4.1 and 2.4.2; RFC 5652 (the wrapping); X.690 (DER).
"""

import re
import secrets
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from storage.errors import BadStamp

if TYPE_CHECKING:
    from cryptography.x509 import Certificate, Name

NONCE = 32
"""Random bytes in front of what is stamped."""

MAX_RESPONSE = 64 * 1024
"""Bytes of an answer that are looked at; one has 1 to 8 KiB."""

MAX_AUTHORITY = 256 * 1024
"""Bytes of a file of certificates that are looked at."""

_SEQUENCE, _SET, _INTEGER, _OCTETS, _OID, _TIME, _CONTEXT_0 = 0x30, 0x31, 2, 4, 6, 0x18, 0xA0
_SHA256 = bytes.fromhex("608648016503040201")
_SIGNED_DATA = bytes.fromhex("2a864886f70d010702")
_TST_INFO = bytes.fromhex("2a864886f70d0109100104")
_GRANTED = (b"\0", b"\1")
_WHEN = re.compile(rb"(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:\.\d{1,9})?Z")
_LONG_LENGTH = 0x80


@dataclass(frozen=True, slots=True)
class Stamped:
    """What an answer states: the time (ISO 8601, UTC, whole seconds)."""

    at: str


@dataclass(frozen=True, slots=True)
class Confirmed:
    """What an authority that somebody trusts has signed: the time, and its certificate's name."""

    at: str
    authority: str


def new_nonce() -> bytes:
    """Return the random bytes that hide what is stamped."""
    return secrets.token_bytes(NONCE)


def request(message: bytes) -> bytes:
    """Return the request (DER) for a stamp over SHA-256 of the message.

    The request has no nonce of its own: the message begins with one.
    """
    from rfc3161_client import HashAlgorithm, TimestampRequestBuilder

    builder = TimestampRequestBuilder().data(message).hash_algorithm(HashAlgorithm.SHA256)
    return builder.nonce(nonce=False).cert_request(cert_request=True).build().as_bytes()


def read(untrusted: bytes, message: bytes) -> Stamped:
    """Return what an answer states about the message; whether it is true is not checked here.

    Raises BadStamp with ``reason`` "not-one", "refused" (by the authority), or "elsewhere" where
    it is about something else.
    """
    if len(untrusted) > MAX_RESPONSE:
        raise BadStamp(reason="not-one")
    try:
        info = _info(untrusted)
        _version, _policy, imprint, _serial, when = [next(info) for _ in range(5)]
        algorithm, digest = _inside(imprint, _SEQUENCE)
        kind = next(iter(_inside(algorithm, _SEQUENCE)))
        stated = _WHEN.fullmatch(_content(when, _TIME))
        found = (_content(kind, _OID), _content(digest, _OCTETS))
    except (ValueError, IndexError, StopIteration) as error:
        raise BadStamp(reason="not-one") from error
    if stated is None:
        raise BadStamp(reason="not-one")
    if found != (_SHA256, sha256(message).digest()):
        raise BadStamp(reason="elsewhere")
    return Stamped("{}-{}-{}T{}:{}:{}Z".format(*(part.decode() for part in stated.groups())))


def confirm(untrusted: bytes, message: bytes, authority: bytes) -> Confirmed:
    """Return what the authority said, if one of these certificates (PEM) vouches for it.

    The time is that of the answer, at which the certificates have to have been valid. Raises
    BadStamp: those of ``read``, "authority" where the certificates cannot be read, and "untrusted"
    where they do not vouch for this answer.
    """
    from cryptography import x509
    from rfc3161_client import VerificationError, VerifierBuilder, decode_timestamp_response

    stated = read(untrusted, message)
    try:
        certificates = x509.load_pem_x509_certificates(authority[: MAX_AUTHORITY + 1])
    except ValueError as error:
        raise BadStamp(reason="authority") from error
    builder = VerifierBuilder(roots=list(certificates))
    try:
        response = decode_timestamp_response(untrusted)
        builder.build().verify(response, sha256(message).digest())
    except (VerificationError, ValueError) as error:
        raise BadStamp(reason="untrusted") from error
    inside = map(x509.load_der_x509_certificate, response.signed_data.certificates)
    (signer,) = response.signed_data.signer_infos  # the verifier takes no more than one
    return Confirmed(stated.at, _name_of(inside, signer.issuer, signer.serial_number))


def _name_of(certificates: "Iterable[Certificate]", issuer: "Name", number: int) -> str:
    """Return the name of the certificate that signed, as RFC 4514 writes it.

    What else lies beside it is not signed, and anybody may have put it there.
    """
    for certificate in certificates:
        if (certificate.issuer, certificate.serial_number) == (issuer, number):
            return certificate.subject.rfc4514_string()
    return ""


_Element = tuple[int, bytes]
"""Tag and content of one DER element."""


def _info(untrusted: bytes) -> Iterator[_Element]:
    """Yield the elements of the TSTInfo in a TimeStampResp; ValueError, BadStamp if refused."""
    parts = iter(_elements(_content(_only(_elements(untrusted)), _SEQUENCE)))
    status = next(iter(_inside(next(parts), _SEQUENCE)))
    if _content(status, _INTEGER) not in _GRANTED:
        raise BadStamp(reason="refused")
    kind, wrapped = _inside(next(parts), _SEQUENCE)
    if _content(kind, _OID) != _SIGNED_DATA:
        raise ValueError("another content")
    signed = _inside(_only(_inside(wrapped, _CONTEXT_0)), _SEQUENCE)
    inner, held = _inside(signed[2], _SEQUENCE)
    if _content(inner, _OID) != _TST_INFO:
        raise ValueError("another content")
    octets = _content(_only(_inside(held, _CONTEXT_0)), _OCTETS)
    return iter(_inside(_only(_elements(octets)), _SEQUENCE))


def _inside(element: _Element, tag: int) -> list[_Element]:
    return list(_elements(_content(element, tag)))


def _content(element: _Element, tag: int) -> bytes:
    if element[0] != tag:
        raise ValueError("another element")
    return element[1]


def _only(elements: Iterable[_Element]) -> _Element:
    (element,) = elements
    return element


def _elements(data: bytes) -> Iterator[_Element]:
    """Yield the elements that stand one after another in these bytes; ValueError for no DER."""
    at = 0
    while at < len(data):
        tag, start, size = _head(data, at)
        if start + size > len(data):
            raise ValueError("cut")
        yield tag, data[start : start + size]
        at = start + size


def _head(data: bytes, at: int) -> tuple[int, int, int]:
    """Return the tag, where the content starts, and how long it is."""
    if at + 2 > len(data):
        raise ValueError("cut")
    size, start = data[at + 1], at + 2
    if size >= _LONG_LENGTH:
        digits = size - _LONG_LENGTH
        if not 1 <= digits <= 4 or start + digits > len(data):  # noqa: PLR2004 # 4 GiB are enough
            raise ValueError("length")
        size = int.from_bytes(data[start : start + digits], "big")
        start += digits
    return data[at], start, size
