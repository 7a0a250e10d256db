"""age by its X25519 keys, through pyrage: recipients in, one age file out, and back.

Only X25519 recipients: they leave no trace of who can open the file, whereas an
ssh key leaves four bytes of itself.

pyrage turns whatever a stream raises into an error of its own, a ``Cancelled``
too. So the streams given to it remember what was raised, and it is raised again
as it was. Source of the format: C2SP ``age.md``.
"""

import re
from collections.abc import Iterable, Sequence

import pyrage

from storage.bundle.age import Headed
from storage.bundle.streams import Readable, Sink
from storage.bundle.watched import Reading, Writing
from storage.errors import BadRecipient, DamagedBundle, WrongIdentity
from storage.progress import Tick, silent

_RECIPIENT = re.compile(r"age1[02-9ac-hj-np-z]{58}")
_PLUGIN = re.compile(r"age1[a-z0-9+._-]{1,32}1[02-9ac-hj-np-z]{20,}")


def recipient(untrusted: str) -> str:
    """Return one age public key as it is spelled.

    Raises BadRecipient with ``reason`` "plugin" or "not-a-key" (a wrong letter too).
    """
    lowered = untrusted.strip().lower()
    if not _RECIPIENT.fullmatch(lowered):
        raise BadRecipient(reason="plugin" if _PLUGIN.fullmatch(lowered) else "not-a-key")
    try:
        return str(pyrage.x25519.Recipient.from_str(lowered))
    except pyrage.RecipientError as error:
        raise BadRecipient(reason="not-a-key") from error


def identity(untrusted: str) -> str:
    """Return one age identity; WrongIdentity(reason="not-a-key") for what is none."""
    _identity(untrusted)
    return untrusted


def seal(stream: Readable, recipients: Sequence[str], sink: Sink, tick: Tick = silent) -> None:
    """Encrypt the stream to every recipient, into the sink, as one age file."""
    keys = [pyrage.x25519.Recipient.from_str(key) for key in recipients]
    reader, writer = Reading(stream, tick), Writing(sink)
    try:
        pyrage.encrypt_io(reader, writer, keys)
    except (pyrage.EncryptError, OSError) as error:
        raise reader.raised or writer.raised or error from None
    writer.flush()


def unseal(untrusted: Headed, identities: Iterable[str], sink: Sink) -> None:
    """Decrypt an age file into the sink.

    Raises WrongIdentity when no identity opens it, DamagedBundle(reason="seal") when it is cut or
    changed.
    """
    keys = [_identity(key) for key in identities]
    reader, writer = Reading(untrusted, silent), Writing(sink)
    try:
        pyrage.decrypt_io(reader, writer, keys)
    except (pyrage.DecryptError, OSError) as error:
        raise reader.raised or writer.raised or _explained(error) from None
    writer.flush()


def _identity(text: str) -> object:
    try:
        return pyrage.x25519.Identity.from_str(text)
    except pyrage.IdentityError as error:
        raise WrongIdentity(reason="not-a-key") from error


def _explained(error: Exception) -> DamagedBundle | WrongIdentity:
    if isinstance(error, pyrage.DecryptError) and "No matching keys" in str(error):
        return WrongIdentity(reason="other-key")
    return DamagedBundle(reason="seal")
