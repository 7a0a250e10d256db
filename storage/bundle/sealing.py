"""Sealing a stream to age recipients, and opening one with an identity.

Only X25519 recipients: they leave no trace of who can open the file, whereas an
ssh key leaves four bytes of itself. Everything else that people paste, a secret
key above all, is refused with its reason.

pyrage turns whatever a stream raises into an error of its own, a ``Cancelled``
too. So the streams given to it remember what was raised, and it is raised again
as it was.

Source of the format: C2SP ``age.md``; of the reasons: what people paste.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Protocol

import pyrage

from storage.bundle.age import MAGIC, MAX_KEY_TEXT
from storage.bundle.streams import Readable, Sink
from storage.errors import BadRecipient, DamagedBundle, WrongIdentity
from storage.progress import Tick, silent

MAX_RECIPIENTS = 64
"""More keys than this for one bundle is a mistake."""

_RECIPIENT = re.compile(r"age1[02-9ac-hj-np-z]{58}")
_WHOLE = 256 * 1024
_HEADER_LIMIT = 64 * 1024
_HEADER_END = re.compile(rb"\n--- [A-Za-z0-9+/]{43}\n")

_REFUSED = (
    ("age-secret-key-", "secret-key"),
    ("-----begin openssh private", "secret-key"),
    ("-----begin pgp private", "secret-key"),
    ("-----begin private", "secret-key"),
    ("-----begin pgp", "openpgp"),
    ("ssh-", "ssh-key"),
    ("ecdsa-", "ssh-key"),
    ("sk-ssh-", "ssh-key"),
    ("age1pq1", "post-quantum"),  # the 1 matters: an X25519 key may begin with age1pq,
)


def read_recipients(untrusted: str) -> tuple[str, ...]:
    """Return the recipients in a pasted key, or in a file of them with ``#`` comments.

    Each once, in order. Raises BadRecipient with a ``reason``: "secret-key", "ssh-key",
    "openpgp", "post-quantum", "plugin", "not-a-key" (a wrong letter too), "empty", "too-many".
    """
    if len(untrusted) > MAX_KEY_TEXT:
        raise BadRecipient(reason="not-a-key")
    # A secret key is looked for everywhere: age-keygen's file has the public one in a comment.
    if "age-secret-key-" in untrusted.lower():
        raise BadRecipient(reason="secret-key")
    lines = [line.strip() for line in untrusted.splitlines()]
    keys = dict.fromkeys(_recipient(line) for line in lines if line and not line.startswith("#"))
    if not keys:
        raise BadRecipient(reason="empty")
    if len(keys) > MAX_RECIPIENTS:
        raise BadRecipient(reason="too-many")
    return tuple(keys)


def seal(stream: Readable, recipients: Sequence[str], sink: Sink, tick: Tick = silent) -> None:
    """Encrypt the stream to every recipient, into the sink, as one age file.

    The recipients are as ``read_recipients`` gives them; BadRecipient otherwise. The tick gets
    the bytes read, of an unknown total. What the stream, the sink or the tick raises goes
    through as it is; the sink then holds a file that does not open.
    """
    if not recipients:
        raise BadRecipient(reason="empty")
    keys = [pyrage.x25519.Recipient.from_str(_recipient(key)) for key in recipients]
    reader, writer = _Reading(stream, tick), _Writing(sink)
    try:
        pyrage.encrypt_io(reader, writer, keys)
    except (pyrage.EncryptError, OSError) as error:
        raise reader.raised or writer.raised or error from None
    writer.flush()


def read_identities(untrusted: str) -> tuple[str, ...]:
    """Return the age identities in a pasted key or an identity file.

    Raises WrongIdentity with a ``reason``: "protected" for a file that is itself encrypted,
    "not-a-key" for anything else that is none.
    """
    text = untrusted[: MAX_KEY_TEXT + 1]
    if text.startswith((MAGIC.decode(), "-----BEGIN AGE ENCRYPTED FILE")):
        raise WrongIdentity(reason="protected")
    lines = [line.strip() for line in text.splitlines()]
    keys = [line for line in lines if line and not line.startswith("#")]
    if not 1 <= len(keys) <= MAX_RECIPIENTS or len(text) > MAX_KEY_TEXT:
        raise WrongIdentity(reason="not-a-key")
    for key in keys:
        _identity(key)
    return tuple(keys)


def unseal(untrusted: Readable, identities: Iterable[str], sink: Sink) -> None:
    """Decrypt an age file into the sink.

    The sink gets bytes before the file's end is reached: they are as they were sealed, but there
    may be more to come, so nothing is concluded from them until this returns. Raises WrongIdentity
    when no identity opens it, DamagedBundle(reason="seal") when it is cut or changed.
    """
    keys = [_identity(key) for key in identities]
    reader, writer = _Reading(_Checked(untrusted), silent), _Writing(sink)
    try:
        pyrage.decrypt_io(reader, writer, keys)
    except (pyrage.DecryptError, OSError) as error:
        raise reader.raised or writer.raised or _explained(error) from None
    writer.flush()


def _recipient(untrusted: str) -> str:
    lowered = untrusted.strip().lower()
    for beginning, reason in _REFUSED:
        if lowered.startswith(beginning):
            raise BadRecipient(reason=reason)
    if not _RECIPIENT.fullmatch(lowered):
        is_plugin = re.fullmatch(r"age1[a-z0-9+._-]{1,32}1[02-9ac-hj-np-z]{20,}", lowered)
        raise BadRecipient(reason="plugin" if is_plugin else "not-a-key")
    try:
        return str(pyrage.x25519.Recipient.from_str(lowered))
    except pyrage.RecipientError as error:
        raise BadRecipient(reason="not-a-key") from error


def _identity(text: str) -> object:
    try:
        return pyrage.x25519.Identity.from_str(text)
    except pyrage.IdentityError as error:
        raise WrongIdentity(reason="not-a-key") from error


def _explained(error: Exception) -> DamagedBundle | WrongIdentity:
    if isinstance(error, pyrage.DecryptError) and "No matching keys" in str(error):
        return WrongIdentity(reason="other-key")
    return DamagedBundle(reason="seal")


class _Stream(Protocol):
    def read(self, size: int, /) -> bytes: ...


class _Reading:
    """Reads on behalf of pyrage and remembers what was raised."""

    def __init__(self, stream: _Stream, tick: Tick) -> None:
        self._stream, self._tick = stream, tick
        self._done = self._told = 0
        self.raised: BaseException | None = None

    def read(self, size: int = _WHOLE, /) -> bytes:
        try:
            block = self._stream.read(size)
            self._done += len(block)
            if self._done - self._told >= _WHOLE:  # pyrage reads 8 KiB at a time
                self._told = self._done
                self._tick(self._done, 0)
        except BaseException as error:
            self.raised = error
            raise
        return block


class _Writing:
    """Writes on behalf of pyrage, in larger blocks, and remembers what was raised."""

    def __init__(self, sink: Sink) -> None:
        self._sink, self._held = sink, bytearray()
        self.raised: BaseException | None = None

    def write(self, data: bytes, /) -> int:
        self._held += data
        if len(self._held) >= _WHOLE:
            self.flush()
        return len(data)

    def flush(self) -> None:
        block, self._held = bytes(self._held), bytearray()
        try:
            self._sink.write(block)
        except BaseException as error:
            self.raised = error
            raise


class _Checked:
    """The head of an age file is looked at first: pyrage would hold one of any length."""

    def __init__(self, untrusted: Readable) -> None:
        self._stream = untrusted
        self._head = self._read_head()

    def read(self, size: int, /) -> bytes:
        if not self._head:
            return self._stream.read(size)
        taken, self._head = self._head[:size], self._head[size:]
        return taken

    def _read_head(self) -> bytes:
        head = bytearray()
        while len(head) < _HEADER_LIMIT and not _HEADER_END.search(head):
            block = self._stream.read(4096)
            if not block:
                break
            head += block
        if not _HEADER_END.search(head):
            raise DamagedBundle(reason="seal")
        return bytes(head)
