"""Which copies a witness has marked as meant for everybody, before any public outlet may have them.

The mark is on one copy, not on its item: a copy that is made later, cleaned or
covered anew, has to be looked at and marked by itself. An outlet of a public
kind takes nothing without it.
"""

from storage.errors import NotForPublication
from storage.records import Derivative
from storage.vault import Vault

_PREFIX = "public:"


def marked(vault: Vault) -> frozenset[str]:
    """Return the ids of the copies that are marked."""
    return frozenset(name.removeprefix(_PREFIX) for name in vault.settings(_PREFIX))


def is_marked(vault: Vault, copy: Derivative) -> bool:
    """Say whether this very copy is meant for everybody."""
    return copy.id in marked(vault)


def mark(vault: Vault, copy: Derivative) -> None:
    """Keep that a copy is meant for everybody; in the custody log first."""
    if not is_marked(vault, copy):
        vault.log("marked for publication", copy.original, _facts(copy))
        vault.keep_setting(_PREFIX + copy.id, copy.sha256)


def take_back(vault: Vault, copy: Derivative) -> None:
    """Take the mark away; what was published stays published."""
    if is_marked(vault, copy):
        vault.keep_setting(_PREFIX + copy.id, "")
        vault.log("mark for publication taken back", copy.original, _facts(copy))


def check_digests(vault: Vault, digests: frozenset[str]) -> None:
    """Raise NotForPublication where a digest is of no copy that is marked.

    ``digests`` are SHA-256 in hexadecimal, of every medium of a bundle.
    """
    meant = frozenset(vault.settings(_PREFIX).values())
    if not digests or not digests <= meant:
        raise NotForPublication(reason="not-marked", count=len(digests - meant))


def _facts(copy: Derivative) -> dict[str, str | int]:
    return {"copy": copy.id, "sha256": copy.sha256}
