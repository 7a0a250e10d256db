"""The queue: what is to be sent, kept in the vault until an outlet has confirmed it.

A parcel waits as an encrypted blob beside the evidence, and a line of settings
says how it stands. Both are written, and in the end erased, in one step of the
vault, so that no crash leaves one without the other. Only what an outlet
confirmed is called delivered.
"""

import re
import secrets
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime, timedelta
from enum import Enum
from typing import BinaryIO

from storage.errors import NoSuchParcel, NotSealed, TooBigForOutlet
from storage.outlets.base import Parcel, Receipt, Sureness
from storage.outlets.known import Known, find
from storage.records import canonical, parsed
from storage.vault import Draft, Vault

_PREFIX = "parcel:"
_AGE = b"age-encryption.org/v1\n"
_OPENPGP = re.compile(
    rb"(?:\x84.|\x85..|\x86.{4}|\xc1(?:[\x00-\xbf]|[\xc0-\xdf].|\xff.{4}))[\x03\x06]", re.DOTALL
)
"""How an encrypted OpenPGP message begins: a packet with a session key for a public key, of
version 3 or 6, whatever way its length is written (RFC 9580, 4.2 and 5.1)."""

_TIME = "%Y-%m-%dT%H:%M:%SZ"
_PREFIX_MIN = 4
_CLOCKS = timedelta(minutes=5)
"""By how much a clock is set right without anybody having set it back."""
LONGEST_WAIT = timedelta(hours=6)
"""Between two tries."""


class State(Enum):
    """How a parcel stands."""

    WAITING = "waiting"
    PAUSED = "paused"
    HELD = "held"
    """Trying again would not help before somebody does something about the reason."""
    DELIVERED = "delivered"
    UNCONFIRMED = "unconfirmed"


FINISHED = (State.DELIVERED, State.UNCONFIRMED)


@dataclass(frozen=True, slots=True)
class Waiting:
    """One parcel of the queue.

    ``name`` is its name at the outlet, ``bundle`` the id of the bundle in it where that is known.
    ``reason`` is what the last try said, as ``code:reason``. ``how`` and ``ended_at`` are how and
    when it was confirmed, or sent without that. ``notes`` are the outlet's memo. ``sealed_to`` is
    what its sealer compares of the outlet's key, empty where somebody else sealed it.
    """

    id: str
    outlet: str
    outlet_name: str
    name: str
    size: int
    sha256: str
    sealed: bool
    bundle: str
    queued_at: str
    not_before: str
    state: State = State.WAITING
    tries: int = 0
    reason: str = ""
    how: str = ""
    ended_at: str = ""
    notes: tuple[tuple[str, str], ...] = ()
    sealed_to: str = ""

    @property
    def due(self) -> datetime:
        """When it may next be tried.

        Where the clock was set back since it was put in, a time far ahead means nothing: then now.
        """
        now, wanted = datetime.now(UTC), _moment(self.not_before)
        set_back = now < _moment(self.queued_at) - _CLOCKS
        return now if set_back and wanted - now > LONGEST_WAIT else wanted


def _moment(text: str) -> datetime:
    return datetime.strptime(text, _TIME).replace(tzinfo=UTC)


def put_in(
    vault: Vault,
    draft: Draft,
    outlet: Known,
    *,
    bundle: str = "",
    within: int = 0,
    sealed_to: str = "",
) -> Waiting:
    """Take over a draft as a parcel for an outlet; whatever happens from now on, it is kept.

    It is first tried at a random moment of the next ``within`` seconds. Raises NotSealed or
    TooBigForOutlet; the draft is thrown away then.
    """
    try:
        with draft.reread() as stream:
            seal = seal_of(stream)
        _check(outlet, draft.size, sealed=bool(seal))
    except BaseException:
        draft.discard()
        raise
    now = datetime.now(UTC)
    later = now + timedelta(seconds=secrets.randbelow(within + 1))
    waiting = Waiting(
        id=draft.id,
        outlet=outlet.id,
        outlet_name=outlet.card.name,
        name=secrets.token_hex(8) + (seal or ".zip"),
        size=draft.size,
        sha256=draft.sha256,
        sealed=bool(seal),
        bundle=bundle,
        queued_at=now.strftime(_TIME),
        not_before=later.strftime(_TIME),
        sealed_to=sealed_to,
    )
    vault.keep_parcel(draft, _PREFIX + waiting.id, _line(waiting))
    return waiting


def seal_of(untrusted: BinaryIO) -> str:
    """Return the ending of what a stream begins as, ".age" or ".gpg"; empty if it is not sealed."""
    head = untrusted.read(len(_AGE))
    if head == _AGE:
        return ".age"
    return ".gpg" if _OPENPGP.match(head) else ""


def is_sealed(untrusted: BinaryIO) -> bool:
    """Say whether a stream begins as something sealed does."""
    return bool(seal_of(untrusted))


def _check(outlet: Known, size: int, *, sealed: bool) -> None:
    """Raise for what may not go to an outlet."""
    if outlet.card.recipient and not sealed:
        raise NotSealed
    if outlet.card.largest and size > outlet.card.largest:
        raise TooBigForOutlet(size=size, largest=outlet.card.largest)


def check(vault: Vault, waiting: Waiting, outlet: Known) -> None:
    """Look at a parcel once more before its first byte leaves. Raises NotSealed and the like."""
    with vault.open_blob(waiting.id) as stream:
        _check(outlet, waiting.size, sealed=is_sealed(stream))


def queued(vault: Vault) -> tuple[Waiting, ...]:
    """Return the queue, oldest first."""
    found = (_read(text) for text in vault.settings(_PREFIX).values())
    return tuple(sorted(found, key=lambda waiting: (waiting.queued_at, waiting.id)))


def current(vault: Vault, parcel: str) -> Waiting | None:
    """Return how a parcel stands now; None where it was taken out."""
    found = vault.settings(_PREFIX).get(_PREFIX + parcel)
    return None if found is None else _read(found)


def resolve(vault: Vault, prefix: str) -> Waiting:
    """Return the parcel whose id begins so. Raises NoSuchParcel."""
    typed = prefix.strip().lower()
    found = [waiting for waiting in queued(vault) if waiting.id.startswith(typed)]
    if len(typed) < _PREFIX_MIN or len(found) != 1:
        raise NoSuchParcel
    return found[0]


def parcel_of(vault: Vault, waiting: Waiting) -> Parcel:
    """Return what is sent."""
    return Parcel(waiting.name, waiting.size, waiting.sha256, lambda: vault.open_blob(waiting.id))


def pause(vault: Vault, waiting: Waiting) -> Waiting:
    """Leave it in the queue and do not try it; nothing happens to a finished one."""
    if waiting.state in FINISHED:
        return waiting
    return _keep(vault, replace(waiting, state=State.PAUSED))


def resume(vault: Vault, waiting: Waiting) -> Waiting:
    """Try it again, at once."""
    if waiting.state in FINISHED:
        return waiting
    now = datetime.now(UTC).strftime(_TIME)
    return _keep(vault, replace(waiting, state=State.WAITING, tries=0, not_before=now))


def cancel(vault: Vault, waiting: Waiting) -> None:
    """Take it out of the queue; of a finished one, only its line."""
    if waiting.state in FINISHED:
        vault.keep_setting(_PREFIX + waiting.id, "")
        return
    vault.drop_parcel(waiting.id, _PREFIX + waiting.id, "", "sending cancelled", _facts(waiting))


def again(vault: Vault, waiting: Waiting, reason: str, delay: float) -> Waiting:
    """Keep it for another try after so many seconds; paused meanwhile, it stays so."""
    later = (datetime.now(UTC) + timedelta(seconds=delay)).strftime(_TIME)
    tried = replace(waiting, tries=waiting.tries + 1, reason=reason, not_before=later)
    return _tried(vault, tried)


def hold(vault: Vault, waiting: Waiting, reason: str) -> Waiting:
    """Keep it until somebody does something about the reason."""
    held = replace(waiting, tries=waiting.tries + 1, reason=reason, state=State.HELD)
    return _tried(vault, held)


def _tried(vault: Vault, waiting: Waiting) -> Waiting:
    """Keep what a try has changed, beside what the person has changed while it ran."""
    now = current(vault, waiting.id)
    if now is None:  # taken out: nothing brings it back
        return waiting
    paused = now.state is State.PAUSED
    return _keep(vault, replace(waiting, state=State.PAUSED) if paused else waiting)


def finish(vault: Vault, waiting: Waiting, receipt: Receipt) -> Waiting:
    """Keep the receipt, in the custody log too, and erase the parcel."""
    sure = receipt.sureness is Sureness.CONFIRMED
    done = replace(
        waiting,
        state=State.DELIVERED if sure else State.UNCONFIRMED,
        how=receipt.how,
        reason="",
        ended_at=datetime.now(UTC).strftime(_TIME),
        notes=(),
    )
    facts = {**_facts(waiting), "how": receipt.how, "place": receipt.place}
    event = "delivered" if sure else "sent unconfirmed"
    try:
        vault.drop_parcel(waiting.id, _PREFIX + waiting.id, _line(done), event, facts)
    except NoSuchParcel:  # taken out while its last bytes left: it is there all the same
        vault.log(event, None, facts)
    return done


class Kept:
    """The memo of a parcel, kept in the vault with it."""

    def __init__(self, vault: Vault, waiting: Waiting) -> None:
        """Begin with what earlier tries kept."""
        self._vault = vault
        self.waiting = waiting

    def read(self) -> Mapping[str, str]:
        """Return what was kept last."""
        return dict(self.waiting.notes)

    def keep(self, notes: Mapping[str, str]) -> None:
        """Keep these notes; they are on the disk when this returns. Raises NoSuchParcel."""
        now = current(self._vault, self.waiting.id)
        if now is None:
            raise NoSuchParcel
        self.waiting = _keep(self._vault, replace(now, notes=tuple(sorted(notes.items()))))


def outlet_of(vault: Vault, waiting: Waiting) -> Known:
    """Return the outlet that a parcel is for. Raises NoSuchOutlet where it was taken away."""
    return find(vault, waiting.outlet)


def _facts(waiting: Waiting) -> dict[str, str | int | bool]:
    return {
        "parcel": waiting.id,
        "outlet": waiting.outlet,
        "bundle": waiting.bundle,
        "sha256": waiting.sha256,
        "size": waiting.size,
        "sealed": waiting.sealed,
    }


def _keep(vault: Vault, waiting: Waiting) -> Waiting:
    vault.keep_setting(_PREFIX + waiting.id, _line(waiting))
    return waiting


def _line(waiting: Waiting) -> str:
    return canonical({**asdict(waiting), "state": waiting.state.value}).decode()


def _read(text: str) -> Waiting:
    kept = parsed(text)
    notes = tuple((str(name), str(value)) for name, value in kept["notes"])
    return Waiting(**{**kept, "state": State(kept["state"]), "notes": notes})
