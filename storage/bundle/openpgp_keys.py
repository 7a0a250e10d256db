"""The gate for OpenPGP keys: only one that its owner would want used now comes through.

The library encrypts to keys that have expired or were revoked, and takes a
pasted secret key. So each key is looked at first, part by part, and refused with
the reason that a person can act on. What comes through is the certificate cut
down to the one part that will be encrypted to: the newest that may be, as gpg
chooses, too. That a part belongs to the key (its signatures) is asked of the
library, by having it encrypt nothing to that part alone.

Source: RFC 4880 and RFC 9580 (packets 2, 5, 6, 7, 13, 14).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

import pysequoia
from pysequoia.packet import Packet, PacketPile, PublicKeyAlgorithm, SignatureType, Tag

from storage.bundle.openpgp_armor import unarmored
from storage.errors import BadRecipient

MAX_KEY = 1024 * 1024
"""Bytes of a key file that are looked at; keys that many people signed are long."""

_MAX_PACKETS = 4096
_MAX_PARTS = 64
_LEAST_RSA_BITS = 2048
_ARMORED = b"-----BEGIN PGP"
_RSA = (PublicKeyAlgorithm.RSAEncryptSign, PublicKeyAlgorithm.RSAEncrypt)
_NEVER = (
    PublicKeyAlgorithm.DSA,
    PublicKeyAlgorithm.ElGamalEncrypt,
    PublicKeyAlgorithm.ElGamalEncryptSign,
)
_SECRET = (Tag.SecretKey, Tag.SecretSubkey)
_ONLY = (
    Tag.PublicKey,
    Tag.PublicSubkey,
    Tag.UserID,
    Tag.UserAttribute,
    Tag.Signature,
    Tag.Trust,
    Tag.Marker,
    Tag.Padding,
)


@dataclass(frozen=True, slots=True)
class OpenPgpKey:
    """A key that may be sealed to, cut down to the part that will be.

    ``armored`` is that certificate as text; ``fingerprint`` is of the primary key, upper-case
    hexadecimal; ``owner`` what it says of its owner, untrusted.
    """

    armored: str
    fingerprint: str
    owner: str


@dataclass(frozen=True, slots=True)
class _Part:
    """A key or subkey with the packets that follow it."""

    key: Packet
    signatures: tuple[Packet, ...]


def read(untrusted: bytes) -> OpenPgpKey:
    """Return the one key in a file or a pasted text, if it may be sealed to now.

    Raises BadRecipient with ``reason`` "secret-key", "not-a-key", "openpgp-" and one of
    "quoted", "several", "truncated", "damaged", "revoked", "expired", "weak", "sign-only",
    "unusable".
    """
    try:
        return _read(untrusted)
    except BadRecipient:
        raise
    except Exception as error:  # the library has no errors of its own, and raises them anywhere
        raise BadRecipient(reason="openpgp-damaged") from error


def _read(untrusted: bytes) -> OpenPgpKey:
    if len(untrusted) > MAX_KEY:
        raise BadRecipient(reason="not-a-key")
    armored = _ARMORED in untrusted
    packets = _packets(unarmored(untrusted.decode("utf-8", "replace")) if armored else untrusted)
    certificate = _certificate(packets)
    parts = _parts(packets)
    _check_primary(certificate, packets, parts[0])
    chosen = _chosen(parts)
    owners = [packet.user_id for packet in packets if packet.tag == Tag.UserID]
    return OpenPgpKey(
        armored=str(pysequoia.Cert.from_packets(chosen)),
        fingerprint=certificate.fingerprint.upper(),
        owner=next((owner for owner in owners if owner), ""),
    )


def certificate_of(armored: str) -> pysequoia.Cert:
    """Return what ``read`` let through, looked at once more: time may have passed."""
    return pysequoia.Cert.from_bytes(read(armored.encode()).armored.encode())


def _packets(untrusted: bytes) -> list[Packet]:
    try:
        packets = list(PacketPile.from_bytes(untrusted))
    except Exception as error:  # the library has no errors of its own
        truncated = "runcated" in str(error) or "EOF" in str(error)
        raise BadRecipient(
            reason="openpgp-truncated" if truncated else "openpgp-damaged"
        ) from error
    if any(packet.tag in _SECRET for packet in packets):
        raise BadRecipient(reason="secret-key")
    if not packets or packets[0].tag != Tag.PublicKey or len(packets) > _MAX_PACKETS:
        raise BadRecipient(reason="not-a-key")
    if any(packet.tag not in _ONLY for packet in packets):
        raise BadRecipient(reason="openpgp-damaged")
    if sum(packet.tag == Tag.PublicKey for packet in packets) > 1:
        raise BadRecipient(reason="openpgp-several")
    return packets


def _certificate(packets: Sequence[Packet]) -> pysequoia.Cert:
    try:
        return pysequoia.Cert.from_packets(packets)
    except Exception as error:  # the library has no errors of its own
        reason = "openpgp-weak" if packets[0].body[0] < 4 else "openpgp-damaged"  # noqa: PLR2004 # version 3 keys are of the last century
        raise BadRecipient(reason=reason) from error


def _parts(packets: Sequence[Packet]) -> list[_Part]:
    heads = [
        at for at, packet in enumerate(packets) if packet.tag in (Tag.PublicKey, Tag.PublicSubkey)
    ]
    if len(heads) > _MAX_PARTS:
        raise BadRecipient(reason="openpgp-damaged")
    ends = [*heads[1:], len(packets)]
    return [
        _Part(packets[start], tuple(packets[start + 1 : end]))
        for start, end in zip(heads, ends, strict=True)
    ]


def _check_primary(certificate: pysequoia.Cert, packets: Sequence[Packet], primary: _Part) -> None:
    revoked = SignatureType.KeyRevocation
    if certificate.is_revoked or any(packet.signature_type == revoked for packet in packets):
        raise BadRecipient(reason="openpgp-revoked")
    if _is_weak(primary.key):
        raise BadRecipient(reason="openpgp-weak")
    try:
        ends, owners = certificate.expiration, certificate.user_ids
    except Exception as error:  # no signature of its own that today's rules allow
        raise BadRecipient(reason=_unsigned(primary)) from error
    if ends is not None and ends <= _now():
        raise BadRecipient(reason="openpgp-expired")
    if not owners and any(packet.tag == Tag.UserID for packet in primary.signatures):
        raise BadRecipient(reason="openpgp-revoked")


def _unsigned(primary: _Part) -> str:
    hashes = {str(packet.hash_algorithm) for packet in primary.signatures if packet.hash_algorithm}
    old = all("SHA1" in name or "MD5" in name or "RipeMD" in name for name in hashes)
    return "openpgp-weak" if hashes and old else "openpgp-unusable"


def _is_weak(key: Packet) -> bool:
    if key.key_algorithm in _NEVER or key.body[0] < 4:  # noqa: PLR2004 # as above
        return True
    return key.key_algorithm in _RSA and _rsa_bits(key.body) < _LEAST_RSA_BITS


def _rsa_bits(body: bytes) -> int:
    """Return the bits of the modulus: the first number, after version, time and algorithm."""
    at = 6 if body[0] < 6 else 10  # noqa: PLR2004 # version 6 has the key's length in between
    return int.from_bytes(body[at : at + 2], "big")


def _chosen(parts: Sequence[_Part]) -> list[Packet]:
    """Return the packets of the key with the newest part that may be encrypted to, or raise."""
    primary, *subkeys = parts
    reasons = []
    for subkey in sorted(subkeys, key=lambda part: str(part.key.key_created), reverse=True):
        reason = _refusal(primary, subkey)
        if reason is None:
            return _joined(primary, subkey, subkey.signatures)
        reasons.append(reason)
    if _takes(_joined(primary)):
        return _joined(primary)
    told = [reason for reason in reasons if reason != "openpgp-sign-only"]
    raise BadRecipient(reason=told[0] if told else "openpgp-sign-only")


def _refusal(primary: _Part, subkey: _Part) -> str | None:
    """Return why a subkey may not be encrypted to; None where it may."""
    if not _could_encrypt(subkey):
        return "openpgp-sign-only"
    if any(one.signature_type == SignatureType.SubkeyRevocation for one in subkey.signatures):
        return "openpgp-revoked"
    if _is_weak(subkey.key):
        return "openpgp-weak"
    binding = _binding(primary, subkey)
    if binding is None:
        return "openpgp-unusable"
    return "openpgp-expired" if _has_ended(subkey.key, binding) else None


def _could_encrypt(subkey: _Part) -> bool:
    flags = [one.key_flags for one in subkey.signatures if one.key_flags is not None]
    return not flags or any(one.transport_encryption or one.storage_encryption for one in flags)


def _binding(primary: _Part, subkey: _Part) -> Packet | None:
    """Return the newest signature that holds and binds the subkey for encryption."""
    bindings = [
        one for one in subkey.signatures if one.signature_type == SignatureType.SubkeyBinding
    ]
    for one in sorted(bindings, key=lambda one: str(one.signature_created), reverse=True):
        if _takes(_joined(primary, subkey, (one,))):
            return one
    return None


def _has_ended(key: Packet, binding: Packet) -> bool:
    period, ends = binding.key_validity_period, binding.signature_expiration_time
    if period is not None and key.key_created is not None and key.key_created + period <= _now():
        return True
    return ends is not None and ends <= _now()


def _joined(
    primary: _Part, subkey: _Part | None = None, signatures: Iterable[Packet] = ()
) -> list[Packet]:
    head = [primary.key, *primary.signatures]
    return head if subkey is None else [*head, subkey.key, *signatures]


def _takes(packets: list[Packet]) -> bool:
    """Whether the library, which checks the signatures, encrypts to a key of these packets."""
    try:
        pysequoia.encrypt(b"", recipients=[pysequoia.Cert.from_packets(packets)], armor=False)
    except Exception:  # noqa: BLE001 # the library has no errors of its own, and any of them is a no
        return False
    return True


def _now() -> datetime:
    return datetime.now(UTC)
