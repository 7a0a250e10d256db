"""One Ed25519 key, two signatures that stock tools accept: SSHSIG and minisign.

A recipient verifies with what is already installed (``ssh-keygen -Y verify``)
or with minisign. Both encodings are rendered whole and compared whole when a
bundle is verified, so nothing in them is free to vary; no comment in them says
when or by whom.

Sources: OpenSSH ``PROTOCOL.sshsig``; RFC 8709 (the key's encoding); minisign's
"Signature format" and "Public key format" (jedisct1.github.io/minisign).
"""

import base64
from hashlib import blake2b, sha256, sha512
from typing import TYPE_CHECKING

from storage.bundle import ed25519
from storage.errors import DamagedBundle

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

NAMESPACE = "firsthand-bundle"
"""The SSHSIG namespace: a signature of ours is good for nothing else."""

PRINCIPAL = "witness"
"""The name of the signer in ``allowed_signers``; everybody's is the same."""

_MAGIC = b"SSHSIG"
_KEY_TYPE = b"ssh-ed25519"
_HASH = b"sha512"
_ARMOR_HEAD = "-----BEGIN SSH SIGNATURE-----\n"
_ARMOR_TAIL = "-----END SSH SIGNATURE-----\n"
_ARMOR_WIDTH = 70
_LONGEST_KEY = 4096
_TRUSTED = "firsthand bundle"
_MINISIGN_LINES = 4


def public_bytes(signer: "Ed25519PrivateKey") -> bytes:
    """Return the raw public key, 32 bytes."""
    return signer.public_key().public_bytes_raw()


def ssh_line(public: bytes) -> bytes:
    """Return the key as OpenSSH writes it, with no comment."""
    return _KEY_TYPE + b" " + base64.b64encode(_ssh_key(public)) + b"\n"


def allowed_signers(public: bytes) -> bytes:
    """Return the file that ``ssh-keygen -Y verify -f`` wants, good for our namespace alone."""
    return f'{PRINCIPAL} namespaces="{NAMESPACE}" '.encode() + ssh_line(public)


def fingerprint(public: bytes) -> str:
    """Return the key's fingerprint as ``ssh-keygen -l`` shows it."""
    return "SHA256:" + base64.b64encode(sha256(_ssh_key(public)).digest()).decode().rstrip("=")


def minisign_key(public: bytes) -> str:
    """Return the key as ``minisign -P`` takes it."""
    return base64.b64encode(b"Ed" + _key_id(public) + public).decode()


def names(untrusted: str, public: bytes) -> bool:
    """Whether a person's text (fingerprint, OpenSSH line or minisign key) is this key."""
    ways = {fingerprint(public), minisign_key(public), ssh_line(public).decode().strip()}
    return " ".join(untrusted[:_LONGEST_KEY].split()[:2]) in ways


def sign_ssh(signer: "Ed25519PrivateKey", message: bytes) -> bytes:
    """Return the armored SSHSIG signature of a message."""
    return _armored(public_bytes(signer), signer.sign(_ssh_statement(message)))


def sign_minisign(signer: "Ed25519PrivateKey", message: bytes) -> bytes:
    """Return the minisign signature file (prehashed form) of a message."""
    signature = signer.sign(blake2b(message).digest())
    return _minisign_file(
        public_bytes(signer), signature, signer.sign(signature + _TRUSTED.encode())
    )


def check_ssh(public: bytes, message: bytes, untrusted: bytes) -> None:
    """Raise DamagedBundle unless the armored signature is this key's over the message."""
    try:
        lines = untrusted.decode("ascii").splitlines()[1:-1]
        signature = base64.b64decode("".join(lines), validate=True)[-64:]
    except ValueError as error:
        raise DamagedBundle(reason="signature") from error
    _verify(public, signature, _ssh_statement(message))
    if _armored(public, signature) != untrusted:
        raise DamagedBundle(reason="signature")


def check_minisign(public: bytes, message: bytes, untrusted: bytes) -> None:
    """Raise DamagedBundle unless the minisign file is this key's over the message."""
    try:
        lines = untrusted.decode("ascii").split("\n")[:_MINISIGN_LINES]
        _, first, _, second = lines
        signature = base64.b64decode(first, validate=True)[-64:]
        over_comment = base64.b64decode(second, validate=True)
    except ValueError as error:
        raise DamagedBundle(reason="signature") from error
    _verify(public, signature, blake2b(message).digest())
    _verify(public, over_comment, signature + _TRUSTED.encode())
    if _minisign_file(public, signature, over_comment) != untrusted:
        raise DamagedBundle(reason="signature")


def _verify(public: bytes, signature: bytes, message: bytes) -> None:
    try:
        ed25519.check(public, signature, message)
    except ValueError as error:
        raise DamagedBundle(reason="signature") from error


def _string(raw: bytes) -> bytes:
    return len(raw).to_bytes(4, "big") + raw


def _ssh_key(public: bytes) -> bytes:
    return _string(_KEY_TYPE) + _string(public)


def _ssh_statement(message: bytes) -> bytes:
    parts = (NAMESPACE.encode(), b"", _HASH, sha512(message).digest())
    return _MAGIC + b"".join(map(_string, parts))


def _armored(public: bytes, signature: bytes) -> bytes:
    inner = _string(_KEY_TYPE) + _string(signature)
    parts = (_ssh_key(public), NAMESPACE.encode(), b"", _HASH, inner)
    blob = _MAGIC + (1).to_bytes(4, "big") + b"".join(map(_string, parts))
    text = base64.b64encode(blob).decode()
    lines = (text[at : at + _ARMOR_WIDTH] + "\n" for at in range(0, len(text), _ARMOR_WIDTH))
    return (_ARMOR_HEAD + "".join(lines) + _ARMOR_TAIL).encode()


def _key_id(public: bytes) -> bytes:
    # minisign draws it at random; ours comes from the key, so that it tells nothing more.
    return sha256(b"firsthand minisign key id\0" + public).digest()[:8]


def _minisign_file(public: bytes, signature: bytes, over_comment: bytes) -> bytes:
    first = base64.b64encode(b"ED" + _key_id(public) + signature).decode()
    second = base64.b64encode(over_comment).decode()
    return (
        f"untrusted comment: {_TRUSTED}\n{first}\ntrusted comment: {_TRUSTED}\n{second}\n"
    ).encode()
