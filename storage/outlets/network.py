"""The way out that a person chose for all outlets that are reached over Tor; kept in the vault.

Tor that runs already is used, unless there are bridges: they are the person's wish that nobody on
the way sees Tor, and one that runs already has none that we know of. Where none runs, the system's
is started, unless the person said not to.
"""

import threading
from contextlib import suppress
from dataclasses import dataclass

from storage.errors import NoRoute, StorageError
from storage.outlets.transport import bridges as bridging
from storage.outlets.transport import find_tor, tor
from storage.outlets.transport.tor import OwnTor, Told
from storage.progress import Tick, silent
from storage.records import canonical, parsed
from storage.vault import Vault

_CHOSEN, _GUARDS = "network:tor", "network:guards"
_PREFIX = "network:"


@dataclass(frozen=True, slots=True)
class Network:
    """How Tor is come by. ``bridges`` are lines as ``read_bridges`` gives them."""

    start: bool = True
    bridges: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """What is on this computer: a Tor that runs, one that could be started, programs for bridges.

    Each is a place, or empty. ``missing`` are Debian's packages for the bridges that were chosen.
    """

    running: str
    program: str
    missing: tuple[str, ...]


def chosen(vault: Vault) -> Network:
    """Return what the person chose."""
    text = vault.settings(_PREFIX).get(_CHOSEN)
    if text is None:
        return Network()
    kept = parsed(text)
    return Network(bool(kept["start"]), tuple(str(line) for line in kept["bridges"]))


def choose(vault: Vault, network: Network) -> None:
    """Keep what the person chose. Raises BadAddress for what is no bridge."""
    if network.bridges:
        bridging.read_bridges("\n".join(network.bridges))
    start = network.start or bool(network.bridges)
    value = canonical({"start": start, "bridges": list(network.bridges)}).decode()
    facts = {"start": str(start).lower(), "bridges": str(len(network.bridges))}
    vault.keep_setting(_CHOSEN, value, "network chosen", facts)
    vault.keep_setting(_GUARDS, "")  # relays that were come by another way say nothing of this one


def look(network: Network, tick: Tick = silent) -> Found:
    """Look what there is on this computer; nothing is started, and nothing is sent out."""
    running = ""
    with suppress(NoRoute):
        running = find_tor(lambda: tick(0, 0), start=False).text
    return Found(running, str(tor.find_program() or ""), _missing(network.bridges))


def _missing(bridges: tuple[str, ...]) -> tuple[str, ...]:
    found = []
    for disguise in bridging.DISGUISES:
        wanted = any(line.startswith(f"{disguise.name} ") for line in bridges)
        if wanted and bridging.first_of(disguise.programs) is None:
            found.append(disguise.package)
    return tuple(found)


class Standing:
    """The Tor of a vault, made of what is chosen there when it is first needed."""

    def __init__(self, vault: Vault | None, told: Told, bridges: tuple[str, ...] = ()) -> None:
        """Make nothing yet. ``bridges`` are for where there is no vault that has some."""
        self._vault, self._told, self._bridges = vault, told, bridges
        self._lock = threading.Lock()
        self._made: tuple[Network, OwnTor] | None = None

    def tor(self) -> OwnTor | None:
        """Return it; another where something else was chosen since. Raises NoRoute."""
        with self._lock:
            network = self._chosen()
            if self._made is not None and self._made[0] != network:
                self._end()
            if self._made is None and (own := self._make(network)) is not None:
                self._made = network, own
            return self._made[1] if self._made else None

    def close(self) -> None:
        """End it."""
        with self._lock:
            self._end()

    def _chosen(self) -> Network:
        return chosen(self._vault) if self._vault else Network(bridges=self._bridges)

    def _make(self, network: Network) -> OwnTor | None:
        program = tor.find_program()
        if network.bridges and program is None:
            raise NoRoute(reason="no-tor-program")
        if program is None or not network.start:
            return None
        guards = self._vault.settings(_PREFIX).get(_GUARDS, "") if self._vault else ""
        return OwnTor(program, network.bridges, guards, self._told)

    def _end(self) -> None:
        made, self._made = self._made, None
        if made is None:
            return
        network, own = made
        guards = own.ended()
        # Without them the next Tor chooses others, which is no reason to fail now.
        with suppress(StorageError, OSError):
            if guards and self._vault and network == chosen(self._vault):
                self._vault.keep_setting(_GUARDS, guards)
