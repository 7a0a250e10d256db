"""Who the receiver is, for one time only: a key, a certificate, a PIN, a name that says nothing.

All of it is made afresh each time, so two times cannot be told to be of one
computer, and nothing is worth stealing afterwards. The key never lies readable
on a disk: Python's TLS takes it from a file alone, so it gets one that is
encrypted and, where the system has it, is memory that only looks like a file.

LocalSend's fingerprint is the SHA-256 of the certificate in DER, in capitals. The
certificate is of the kind that its app makes for itself (RSA 2048), which all of its
versions take. Sources: LocalSend protocol v2.1, sections 1 and 2.
"""

import hashlib
import secrets
import ssl
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    PrivateFormat,
)
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from capture.unwritten import as_file

_BITS = 2048
_DAYS = 30
_PIN_DIGITS = 6
_CIPHERS = "ECDHE+AESGCM:ECDHE+CHACHA20"

_LIKE = ("Quiet", "Clear", "Bright", "Fresh", "Kind", "Light", "Neat", "Calm", "Swift", "Warm")
_FRUIT = ("Apple", "Pear", "Plum", "Fig", "Lemon", "Melon", "Cherry", "Orange", "Grape", "Mango")


@dataclass(frozen=True, slots=True)
class Identity:
    """What the receiver shows of itself, and the PIN that it asks for; ``certificate`` is DER."""

    alias: str
    pin: str
    certificate: bytes
    context: ssl.SSLContext = field(repr=False)

    @property
    def digest(self) -> bytes:
        """The SHA-256 of the certificate."""
        return hashlib.sha256(self.certificate).digest()

    @property
    def fingerprint(self) -> str:
        """The same as LocalSend and browsers show it: 64 hexadecimal digits, in capitals."""
        return self.digest.hex().upper()


def make(address: str) -> Identity:
    """Make an identity for one address of this computer."""
    key = rsa.generate_private_key(65537, _BITS)
    certificate = _certificate(key, address)
    return Identity(
        alias=f"{secrets.choice(_LIKE)} {secrets.choice(_FRUIT)}",
        pin="".join(secrets.choice("0123456789") for _ in range(_PIN_DIGITS)),
        certificate=certificate.public_bytes(Encoding.DER),
        context=_context(key, certificate),
    )


def _certificate(key: rsa.RSAPrivateKey, address: str) -> x509.Certificate:
    """Return a certificate that says the address and nothing else; its times are whole days."""
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "LocalSend User")])
    today = datetime.now(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    return (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(today - timedelta(days=_DAYS))  # a phone's clock may be far off
        .not_valid_after(today + timedelta(days=_DAYS))
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ip_address(address))]), critical=False
        )
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .sign(key, hashes.SHA256())
    )


def _context(key: rsa.RSAPrivateKey, certificate: x509.Certificate) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.set_ciphers(_CIPHERS)
    context.set_alpn_protocols(["http/1.1"])
    context.num_tickets = 0
    context.options |= ssl.OP_NO_TICKET | ssl.OP_NO_RENEGOTIATION
    password = secrets.token_bytes(32).hex().encode("ascii")
    locked = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(password))
    with as_file(locked + certificate.public_bytes(Encoding.PEM)) as path:
        context.load_cert_chain(path, password=password)
    return context
