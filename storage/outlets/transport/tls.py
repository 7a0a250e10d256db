"""TLS to an outlet: by Mozilla's list of authorities, or by the pin on the outlet's card.

The context is built by hand. Python's ready-made one would take its authorities
from SSL_CERT_FILE and write its session keys to SSLKEYLOGFILE, both named by the
environment.

A pin is the SHA-256 of the certificate, or of its public key (RFC 7469). It
stands in place of the authorities, so that an outlet may sign its own
certificate; who vouches is then whoever handed the card over.

The ClientHello is OpenSSL's and recognisable as such to whoever watches: an
onion address shows none.
"""

import hashlib
import hmac
import re
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

import certifi
from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from storage.errors import BadAddress, NotTrusted, Unreachable

Socket = ssl.SSLSocket

WANTS = (ssl.SSLWantReadError, ssl.SSLWantWriteError)
"""What TLS raises instead of waiting."""

FAILURES = (ssl.SSLCertVerificationError,)
"""What TLS raises where waiting would not help and the reason must not be lost."""

_PIN = re.compile(r"(cert|key):([0-9a-f]{64})")
_EXPIRED = (10, 9)  # X509_V_ERR_CERT_HAS_EXPIRED and _NOT_YET_VALID


def read_pin(untrusted: str) -> str:
    """Return a pin in its one spelling, ``cert:`` or ``key:`` and 64 hexadecimal digits.

    Colons and spaces between the digits, as browsers show them, are taken away. Raises
    BadAddress(reason="pin-spelling").
    """
    kind, _, digits = untrusted.strip().lower().partition(":")
    match = _PIN.fullmatch(f"{kind}:{re.sub('[: ]', '', digits)}")
    if match is None:
        raise BadAddress(reason="pin-spelling")
    return match[0]


@cache
def context(*, pinned: bool) -> ssl.SSLContext:
    """Return what TLS is made with: by authorities, or for a pin that ``check`` compares."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.set_alpn_protocols(["http/1.1"])
    if pinned:  # the pin is checked in place of the chain, before a byte is sent
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
    else:
        context.load_verify_locations(cafile=certifi.where())
    return context


@contextmanager
def named() -> Iterator[None]:
    """Turn what a handshake raises into one of our errors."""
    try:
        yield
    except ssl.SSLCertVerificationError as error:
        expired = error.verify_code in _EXPIRED
        reason = "certificate-expired" if expired else "certificate"
        raise NotTrusted(error.verify_message, reason=reason) from error
    except Unreachable as error:
        if isinstance(error.__cause__, ssl.SSLError):
            raise NotTrusted(str(error.__cause__.reason), reason="no-tls") from error
        raise


def check(sock: ssl.SSLSocket, pin: str) -> None:
    """Compare the certificate with the pin, where there is one. Raises NotTrusted."""
    if not pin:
        return
    raw = sock.getpeercert(binary_form=True)
    if raw is None or not hmac.compare_digest(pin_of(raw, pin.partition(":")[0]), pin):
        raise NotTrusted(reason="pin")


def pin_of(certificate: bytes, kind: str = "key") -> str:
    """Return the pin of a certificate in DER: of its public key, or (``cert``) of all of it."""
    if kind == "cert":
        return f"cert:{hashlib.sha256(certificate).hexdigest()}"
    try:
        key = x509.load_der_x509_certificate(certificate).public_key()
    except (ValueError, UnsupportedAlgorithm) as error:
        raise NotTrusted(reason="pin") from error
    plain = key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    return f"key:{hashlib.sha256(plain).hexdigest()}"
