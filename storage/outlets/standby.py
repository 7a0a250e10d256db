"""Tor, ready to be started by whatever needs it first, for as long as a vault is open.

Apart from the rest because it is part of opening any vault: what it would need is loaded when Tor
is wanted, which is seldom.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from storage.outlets.network import Standing
    from storage.outlets.transport.tor import OwnTor, Told
    from storage.vault import Vault

_ready: "list[Callable[[], OwnTor | None]]" = []


@contextmanager
def standing_by(
    vault: "Vault | None", told: "Told", bridges: tuple[str, ...] = ()
) -> Iterator[None]:
    """Have Tor started, within here, when something is sent over it and none runs.

    It is come by as the vault says (``network.chosen``), or, before there is a vault, by these
    bridges. ``told`` hears how far it is, in the thread of whoever waits for it. In the end it is
    ended.
    """
    made: list[Standing] = []

    def tor() -> "OwnTor | None":
        if not made:
            from storage.outlets.network import Standing

            made.append(Standing(vault, told, bridges))
        return made[0].tor()

    _ready.append(tor)
    try:
        yield
    finally:
        _ready.remove(tor)
        for one in made:
            one.close()


def standing() -> "OwnTor | None":
    """Return the Tor that may be started. Raises NoRoute where what was chosen is not here."""
    return _ready[-1]() if _ready else None
