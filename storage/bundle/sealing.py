"""Sealing a stream to recipients, and opening one: age keys, OpenPGP keys, or a passphrase.

A bundle has recipients of one kind. Whatever else people paste, a secret key
above all, is refused with its reason. The libraries are imported where they are
needed, because a bundle is verified where they are not installed, too.
"""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from storage.bundle.age import MAGIC, MAX_KEY_TEXT, Headed, significant
from storage.bundle.streams import Readable, Sink
from storage.errors import BadRecipient, WrongIdentity
from storage.progress import Tick, silent

MAX_RECIPIENTS = 64
"""More keys than this for one bundle is a mistake."""

MAX_RECIPIENT_FILE = 1024 * 1024
"""Bytes of a file of recipients that are looked at."""

_OPENPGP = "-----BEGIN PGP PUBLIC KEY BLOCK-----"
_BLOCK_ENDS = "-----END PGP PUBLIC KEY BLOCK-----"
_BLOCK_END = re.compile(re.escape(_BLOCK_ENDS))
_OPENPGP_WORDS = "-----begin pgp"
_AGE_SECRET = "age-secret-key-"  # noqa: S105 # how such keys begin
_SECRET_BLOCKS = ("-----begin openssh private", "-----begin pgp private", "-----begin private")

_REFUSED = (
    ("ssh-", "ssh-key"),
    ("ecdsa-", "ssh-key"),
    ("sk-ssh-", "ssh-key"),
    ("age1pq1", "post-quantum"),  # the 1 matters: an X25519 key may begin with age1pq,
)


def read_recipients(untrusted: str | bytes) -> tuple[str, ...]:
    """Return the recipients in a pasted text or a file: age keys, or one OpenPGP key.

    age keys stand one on a line, with ``#`` comments; each is returned once, in order. An OpenPGP
    key, armored or not, is returned as its armored text, cut down to what will be used of it.
    Raises BadRecipient with a ``reason``: "secret-key", "ssh-key", "post-quantum", "plugin",
    "not-a-key" (a wrong letter too), "empty", "too-many", "mixed", and those of
    ``openpgp_keys.read``.
    """
    raw = untrusted.encode("utf-8", "replace") if isinstance(untrusted, str) else untrusted
    text = raw.decode("utf-8", "replace")
    _refuse_secrets(text)
    if _is_openpgp(raw, text):
        return (_openpgp_key(raw, text),)
    if len(text) > MAX_KEY_TEXT:
        raise BadRecipient(reason="not-a-key")
    keys = dict.fromkeys(map(_age_key, significant(text)))
    return checked(keys)


def read_each(untrusted: str) -> tuple[str, ...]:
    """Return the recipients in a text of several OpenPGP keys, or of age keys.

    Only for where a person sees whose each key is: one key more in a pasted text is easily
    overlooked, so everything else takes one. Raises what ``read_recipients`` does.
    """
    blocks = _BLOCK_END.split(untrusted[:MAX_RECIPIENT_FILE])
    if len(blocks) == 1:
        return read_recipients(untrusted)
    *whole, rest = blocks
    texts = [block + _BLOCK_ENDS for block in whole] + ([rest] if rest.strip() else [])
    if len(texts) > MAX_RECIPIENTS:
        raise BadRecipient(reason="too-many")
    return checked(key for text in texts for key in read_recipients(text.strip()))


def read_recipient_file(untrusted: Path) -> tuple[str, ...]:
    """Return the recipients in a file; OSError where it cannot be read."""
    with untrusted.open("rb") as stream:
        return read_recipients(stream.read(MAX_RECIPIENT_FILE + 1))


def checked(recipients: Iterable[str]) -> tuple[str, ...]:
    """Return recipients each once, if one bundle can be sealed to all of them.

    Raises BadRecipient: "empty", "too-many", "mixed" (age and OpenPGP at once).
    """
    keys = tuple(dict.fromkeys(recipients))
    if not keys:
        raise BadRecipient(reason="empty")
    if len(keys) > MAX_RECIPIENTS:
        raise BadRecipient(reason="too-many")
    if len({are_openpgp((key,)) for key in keys}) > 1:
        raise BadRecipient(reason="mixed")
    return keys


def are_openpgp(recipients: Sequence[str]) -> bool:
    """Whether recipients, as ``read_recipients`` gives them, are OpenPGP keys."""
    return any(key.startswith(_OPENPGP) for key in recipients)


def seal(stream: Readable, recipients: Sequence[str], sink: Sink, tick: Tick = silent) -> None:
    """Encrypt the stream to every recipient, into the sink, as one age file or OpenPGP message.

    The recipients are as ``read_recipients`` gives them; BadRecipient otherwise, with nothing
    written. The tick gets the bytes read, of an unknown total. What the stream, the sink or the
    tick raises goes through as it is; the sink then holds a file that does not open.
    """
    if are_openpgp(checked(recipients)):
        from storage.bundle import openpgp

        openpgp.seal(stream, recipients, sink, tick)
        return
    from storage.bundle import age_sealing

    age_sealing.seal(stream, [_age_key(key) for key in recipients], sink, tick)


def seal_with_passphrase(
    stream: Readable, passphrase: str, sink: Sink, tick: Tick = silent
) -> None:
    """Encrypt the stream, into the sink, as one age file that a passphrase opens.

    Raises EmptyPassphrase; otherwise as ``seal``.
    """
    from storage.bundle import age_passphrase

    age_passphrase.seal(stream, passphrase, sink, tick)


def read_identities(untrusted: str) -> tuple[str, ...]:
    """Return the age identities in a pasted key or an identity file.

    Raises WrongIdentity with a ``reason``: "protected" for a file that is itself encrypted,
    "not-a-key" for anything else that is none.
    """
    from storage.bundle import age_sealing

    text = untrusted[: MAX_KEY_TEXT + 1]
    if text.startswith((MAGIC.decode(), "-----BEGIN AGE ENCRYPTED FILE")):
        raise WrongIdentity(reason="protected")
    keys = tuple(significant(text))
    if not 1 <= len(keys) <= MAX_RECIPIENTS or len(text) > MAX_KEY_TEXT:
        raise WrongIdentity(reason="not-a-key")
    return tuple(map(age_sealing.identity, keys))


def unseal(untrusted: Readable, identity: str, sink: Sink) -> None:
    """Decrypt an age file into the sink, with the text of an identity file or the passphrase.

    The sink gets bytes before the file's end is reached: they are as they were sealed, but there
    may be more to come, so nothing is concluded from them until this returns. Raises WrongIdentity
    when it is not opened by that, DamagedBundle(reason="seal") when it is cut or changed.
    """
    headed = Headed(untrusted)
    if headed.asks_for_passphrase:
        from storage.bundle import age_passphrase

        age_passphrase.unseal(headed, _first_line(identity), sink)
        return
    from storage.bundle import age_sealing

    age_sealing.unseal(headed, read_identities(identity), sink)


def _first_line(text: str) -> str:
    return text.splitlines()[0] if text.strip() else ""


def _refuse_secrets(text: str) -> None:
    # A secret key is looked for everywhere: age-keygen's file has the public one in a comment.
    lowered = text.lower()
    if _AGE_SECRET in lowered or any(block in lowered for block in _SECRET_BLOCKS):
        raise BadRecipient(reason="secret-key")


def _is_openpgp(raw: bytes, text: str) -> bool:
    return _OPENPGP_WORDS in text.lower() or raw[:1] in (
        b"\x94", b"\x95", b"\x96", b"\x98", b"\x99", b"\x9a", b"\xc5", b"\xc6",
    )  # fmt: skip


def _openpgp_key(raw: bytes, text: str) -> str:
    if any(line.strip().lower().startswith("age1") for line in text.splitlines()):
        raise BadRecipient(reason="mixed")
    from storage.bundle import openpgp_keys

    return openpgp_keys.read(raw).armored


def _age_key(untrusted: str) -> str:
    lowered = untrusted.strip().lower()
    _refuse_secrets(lowered)
    for beginning, reason in _REFUSED:
        if lowered.startswith(beginning):
            raise BadRecipient(reason=reason)
    from storage.bundle import age_sealing

    return age_sealing.recipient(untrusted)
