"""age by a passphrase, as a stream: what pyrage offers only for bytes in memory.

For somebody who has no key, and to whom a passphrase can be told another way.
One stanza alone, as the format demands, so the file says "a passphrase opens
this" and nothing else.

Source: C2SP ``age.md`` ("The scrypt recipient type", "Header MAC", "Payload").
"""

import base64
import hmac
import re
import secrets
from hashlib import scrypt, sha256

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from storage.bundle.age import Headed
from storage.bundle.streams import Readable, Sink
from storage.errors import DamagedBundle, EmptyPassphrase, WrongIdentity
from storage.progress import Tick, silent

WORK = 18
"""Logarithm of scrypt's N: about a second and 256 MiB for each try, as in age itself."""

_MOST_WORK = 20
_MOST_MEMORY = (1 << 31) - 1
_LABEL = b"age-encryption.org/v1/scrypt"
_VERSION = b"age-encryption.org/v1\n"
_HEADER = re.compile(
    rb"age-encryption\.org/v1\n-> scrypt ([A-Za-z0-9+/]{22}) ([1-9][0-9]?)\n"
    rb"([A-Za-z0-9+/]{43})\n--- ([A-Za-z0-9+/]{43})\n"
)
_CHUNK = 64 * 1024
_TAG = 16
_NONCE = 16


def seal(stream: Readable, passphrase: str, sink: Sink, tick: Tick = silent) -> None:
    """Encrypt the stream to a passphrase, into the sink, as one age file.

    Raises EmptyPassphrase. The tick gets the bytes read, of an unknown total.
    """
    if not passphrase:
        raise EmptyPassphrase
    file_key, salt = secrets.token_bytes(16), secrets.token_bytes(16)
    wrapped = ChaCha20Poly1305(_stretched(passphrase, salt, WORK)).encrypt(
        bytes(12), file_key, None
    )
    stanza = b"-> scrypt %s %d\n%s\n" % (_base64(salt), WORK, _base64(wrapped))
    header = _VERSION + stanza + b"---"
    nonce = secrets.token_bytes(_NONCE)
    sink.write(header + b" " + _base64(_mac(file_key, header)) + b"\n" + nonce)
    _seal_payload(stream, _payload_key(file_key, nonce), sink, tick)


def unseal(untrusted: Headed, passphrase: str, sink: Sink) -> None:
    """Decrypt an age file into the sink with the passphrase.

    Raises WrongIdentity(reason="other-passphrase"), and DamagedBundle(reason="seal") when it is
    cut or changed, or asks for more work than anybody honest would.
    """
    found = _HEADER.fullmatch(untrusted.header)
    if found is None or int(found[2]) > _MOST_WORK:
        raise DamagedBundle(reason="seal")
    stretched = _stretched(passphrase, _unbase64(found[1]), int(found[2]))
    try:
        file_key = ChaCha20Poly1305(stretched).decrypt(bytes(12), _unbase64(found[3]), None)
    except InvalidTag:
        raise WrongIdentity(reason="other-passphrase") from None
    expected = _mac(file_key, untrusted.header[: untrusted.header.rindex(b"---") + 3])
    if not hmac.compare_digest(expected, _unbase64(found[4])):
        raise DamagedBundle(reason="seal")
    nonce = _exactly(untrusted, len(untrusted.header) + _NONCE)[len(untrusted.header) :]
    _unseal_payload(untrusted, _payload_key(file_key, nonce), sink)


def _seal_payload(stream: Readable, key: bytes, sink: Sink, tick: Tick) -> None:
    cipher, number, done = ChaCha20Poly1305(key), 0, 0
    block = _exactly(stream, _CHUNK)
    while True:
        following = _exactly(stream, _CHUNK) if len(block) == _CHUNK else b""
        sink.write(cipher.encrypt(_chunk_nonce(number, last=not following), block, None))
        done += len(block)
        tick(done, 0)
        if not following:
            return
        number, block = number + 1, following


def _unseal_payload(untrusted: Headed, key: bytes, sink: Sink) -> None:
    cipher, number = ChaCha20Poly1305(key), 0
    sealed = _exactly(untrusted, _CHUNK + _TAG)
    while True:
        following = _exactly(untrusted, _CHUNK + _TAG)
        try:
            block = cipher.decrypt(_chunk_nonce(number, last=not following), sealed, None)
        except (InvalidTag, ValueError):
            raise DamagedBundle(reason="seal") from None
        if not block and number:
            raise DamagedBundle(reason="seal")  # an empty last chunk has one spelling: alone
        sink.write(block)
        if not following:
            return
        number, sealed = number + 1, following


def _exactly(stream: Readable | Headed, size: int) -> bytes:
    """Read this many bytes, fewer at the end only."""
    block = stream.read(size)
    while block and len(block) < size:
        more = stream.read(size - len(block))
        if not more:
            break
        block += more
    return block


def _stretched(passphrase: str, salt: bytes, work: int) -> bytes:
    return scrypt(
        passphrase.encode(),
        salt=_LABEL + salt,
        n=1 << work,
        r=8,
        p=1,
        maxmem=_MOST_MEMORY,
        dklen=32,
    )


def _mac(file_key: bytes, header: bytes) -> bytes:
    key = HKDF(SHA256(), 32, None, b"header").derive(file_key)
    return hmac.new(key, header, sha256).digest()


def _payload_key(file_key: bytes, nonce: bytes) -> bytes:
    return HKDF(SHA256(), 32, nonce, b"payload").derive(file_key)


def _chunk_nonce(number: int, *, last: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes((last,))


def _base64(data: bytes) -> bytes:
    return base64.b64encode(data).rstrip(b"=")


def _unbase64(text: bytes) -> bytes:
    return base64.b64decode(text + b"=" * (-len(text) % 4))
