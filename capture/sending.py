"""DOOR: from items or a bundle to a parcel of the queue, sealed to whom the outlet's card names.

Nothing is sent before ``work``. What is put into the queue has passed the same audit as
any bundle, or is a bundle that was made before: a plain one is verified again
from its own bytes, and sealed if the outlet has a key; of a sealed one nobody
without its key can say what is in it.
"""

import secrets
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

from capture import choosing, trusting
from capture.audit import BundleChoices, BundleMade, make_bundle, make_bundle_into
from capture.errors import Unverified
from capture.isolate import MediaPool
from capture.progress import Tick, silent
from storage.bundle.manifest import Manifest
from storage.bundle.sealing import are_openpgp, checked, read_recipients, seal
from storage.bundle.verify import verify
from storage.bundle.volumes import Joined, siblings
from storage.errors import NotForPublication, NotSealed
from storage.outlets import catalog, delivery, publication, queue
from storage.outlets.delivery import Tried, Watch
from storage.outlets.known import Known
from storage.outlets.queue import Waiting
from storage.outlets.transport import Pace
from storage.vault import Draft, Vault

_CHUNK = 1 << 20


def queue_items(
    vault: Vault,
    pool: MediaPool,
    choices: BundleChoices,
    outlet: Known,
    *,
    within: int = 0,
    unsealed: bool = False,
    public: bool = False,
    tick: Tick = silent,
) -> Waiting:
    """Make a bundle of items for an outlet and put it into the queue.

    It is sealed to the outlet's key and to the recipients chosen besides; without either, only
    where ``unsealed`` says that it may go so, or to a public outlet where ``public`` says that
    everybody may see it and each copy is marked for that. Raises what ``make_bundle`` does,
    NotSealed, NotForPublication and TooBigForOutlet; nothing is queued then.
    """
    wanted = replace(choices, recipients=_recipients(choices.recipients, outlet))
    is_public = _check_open(outlet, sealed=wanted.sealed, unsealed=unsealed, public=public)
    if is_public:
        _check_marked(vault, wanted)
    with _draft(vault, _expected(vault, wanted)) as draft:
        bundle = make_bundle_into(vault, pool, wanted, draft, tick)
        if is_public:  # once more: another copy may have been made meanwhile
            _check_marked(vault, wanted)
        key = _key_of(outlet)
        return queue.put_in(vault, draft, outlet, bundle=bundle, within=within, sealed_to=key)


def queue_bundle(
    vault: Vault,
    path: Path,
    outlet: Known,
    *,
    within: int = 0,
    unsealed: bool = False,
    public: bool = False,
    tick: Tick = silent,
) -> Waiting:
    """Put a bundle that was made before into the queue: a file, or the first of its volumes.

    Raises DamagedBundle for what is none, NotSealed, NotForPublication and TooBigForOutlet;
    nothing is queued then.
    """
    parts = siblings(path)
    size = sum(part.stat().st_size for part in parts)
    with path.open("rb") as stream:
        sealed = queue.is_sealed(stream)
    recipients = () if sealed else _recipients((), outlet)
    will_be = sealed or bool(recipients)
    is_public = _check_open(outlet, sealed=will_be, unsealed=unsealed, public=public)
    bundle = ""
    if not sealed:
        manifest = _verified(parts, size, tick)
        bundle = manifest.bundle_id
        if is_public:
            digests = frozenset(item.sha256 for item in manifest.items)
            publication.check_digests(vault, digests)
    with _draft(vault, size) as draft, closing(Joined(parts)) as joined:
        if recipients:
            seal(joined, recipients, draft, lambda done, _total: tick(done, size))
        else:
            _copy(joined, draft, size, tick)
        key = _key_of(outlet) if recipients else ""
        return queue.put_in(vault, draft, outlet, bundle=bundle, within=within, sealed_to=key)


def work(vault: Vault, watch: Watch = delivery.NOBODY, pace: Pace | None = None) -> Iterator[Tried]:
    """Send what is due, as ``delivery.work`` does, where the outlet's key is still to be used.

    A parcel may have waited for weeks. What was sealed to a key that has expired or was revoked
    since, or that is not on the outlet's card any more, is held, and not one byte of it leaves.
    """
    return delivery.work(vault, replace(watch, gate=_check_key), pace)


def _check_key(waiting: Waiting, outlet: Known) -> None:
    """Raise BadRecipient or NotSealed where the key of a parcel is not to be used."""
    key = _key_of(outlet)
    if waiting.sealed_to and waiting.sealed_to != key:
        raise NotSealed(reason="other-key")


def _key_of(outlet: Known) -> str:
    """Return what is compared of an outlet's key, empty where it has none. Raises BadRecipient."""
    key = trusting.key_of(outlet.card)
    return key.shown if key else ""


def hand_over(
    vault: Vault,
    pool: MediaPool,
    choices: BundleChoices,
    outlet: Known,
    folder: Path,
    *,
    tick: Tick = silent,
) -> BundleMade:
    """Write a bundle into a folder, in volumes that an outlet without an API takes by hand.

    It is sealed to the outlet's key. Raises what ``make_bundle`` does; nothing is written then.
    """
    most = catalog.kind_of(outlet.card).by_hand
    copies = (copy for item in choices.items for copy in vault.derivatives(item)[-1:])
    size = sum(copy.size for copy in copies)
    wanted = replace(
        choices,
        recipients=_recipients(choices.recipients, outlet),
        volume=most if choices.with_originals or size > most // 2 else None,
    )
    ending = ".gpg" if are_openpgp(wanted.recipients) else ".age"
    made = make_bundle(vault, pool, wanted, folder / f"{secrets.token_hex(8)}{ending}", tick)
    facts: dict[str, str | int] = {"outlet": outlet.id, "bundle": made.bundle_id, "size": made.size}
    vault.log("handed over", None, facts)
    return made


def _recipients(chosen: tuple[str, ...], outlet: Known) -> tuple[str, ...]:
    own = read_recipients(outlet.card.recipient) if outlet.card.recipient else ()
    keys = (*chosen, *own)
    return checked(keys) if keys else ()


def _check_open(outlet: Known, *, sealed: bool, unsealed: bool, public: bool) -> bool:
    """Say whether everybody will see it. Raises NotSealed and NotForPublication."""
    if not catalog.kind_of(outlet.card).is_public:
        if not (sealed or unsealed):
            raise NotSealed(reason="no-key")
        return False
    if sealed:
        raise NotForPublication(reason="sealed")
    if not public:
        raise NotForPublication(reason="unsaid")
    return True


def _check_marked(vault: Vault, choices: BundleChoices) -> None:
    chosen = choosing.choose(vault, choices.items, with_parts=choices.with_parts)
    digests = frozenset(one.copy.sha256 for one in chosen)
    publication.check_digests(vault, digests)


def _expected(vault: Vault, choices: BundleChoices) -> int:
    """Return about how large a bundle will be, in bytes: whether there is room is asked first."""
    copies = sum(copy.size for item in choices.items for copy in vault.derivatives(item)[-1:])
    originals = (vault.original(item).size for item in choices.items)
    return copies + (sum(originals) if choices.with_originals else 0)


def _verified(parts: tuple[Path, ...], size: int, tick: Tick) -> Manifest:
    with closing(Joined(parts)) as joined:
        return verify(joined, None, lambda done, _total: tick(done, size)).manifest


def _copy(joined: Joined, draft: Draft, size: int, tick: Tick) -> None:
    done = 0
    while block := joined.read(_CHUNK):
        draft.write(block)
        done += len(block)
        tick(done, size)
    if done != size:
        raise Unverified("the file changed while it was read")


@contextmanager
def _draft(vault: Vault, expected: int = 0) -> Iterator[Draft]:
    """Give a draft that is thrown away unless it was put into the queue."""
    draft = vault.draft(expected)
    try:
        yield draft
    finally:
        draft.discard()
