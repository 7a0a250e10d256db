"""Bridges: ways into Tor that are not on its public list, and look like something else.

A line is what the Tor Project gives out: ``obfs4 IP:PORT FINGERPRINT cert=… iat-mode=0``. It
becomes part of Tor's configuration, so nothing is taken that could be more than one line of it.
What a kind of bridge looks like is the work of a program of its own, which Tor starts: Debian has
them.
"""

import re
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path

from storage.errors import BadAddress, NoRoute

MOST_BRIDGES = 20
_LONGEST = 1024
MOST_TEXT = MOST_BRIDGES * _LONGEST
_FIELD = re.compile(r"[A-Za-z0-9!$%&()*+,./:;<=>?@\[\]^_{|}~-]+")
_PLACE = re.compile(r"(\[[0-9A-Fa-f:]+\]|[0-9.]+):([0-9]{1,5})")
_FINGERPRINT = re.compile(r"[0-9A-Fa-f]{40}")
_MOST_PORTS = 65535


@dataclass(frozen=True, slots=True)
class Disguise:
    """A kind of bridge: where its program may lie, and what no line of it can be without."""

    name: str
    programs: tuple[str, ...]
    package: str
    needs: str


DISGUISES = (
    Disguise(
        "obfs4",
        (
            "/usr/bin/lyrebird",
            "/usr/bin/obfs4proxy",
            "/usr/local/bin/lyrebird",
            "/usr/local/bin/obfs4proxy",
            "/opt/homebrew/bin/obfs4proxy",
        ),
        "obfs4proxy",
        "cert",
    ),
    Disguise(
        "snowflake",
        (
            "/usr/bin/snowflake-client",
            "/usr/local/bin/snowflake-client",
            "/opt/homebrew/bin/snowflake-client",
        ),
        "snowflake-client",
        "url",
    ),
)
"""Named by their full paths: what the environment calls them by could be anything."""


def read_bridges(untrusted: str) -> tuple[str, ...]:
    """Return the bridges of a text, one a line, in one spelling each. Raises BadAddress."""
    lines = [line.strip() for line in untrusted[:MOST_TEXT].splitlines()]
    found = tuple(dict.fromkeys(_bridge(line) for line in lines if line and line[0] != "#"))
    if not found or len(found) > MOST_BRIDGES or len(untrusted) > MOST_TEXT:
        raise BadAddress(reason="bridge")
    return found


def _bridge(untrusted: str) -> str:
    fields = untrusted.split()
    if fields and fields[0].lower() == "bridge":
        fields = fields[1:]
    if len(untrusted) > _LONGEST or not fields or not all(map(_FIELD.fullmatch, fields)):
        raise BadAddress(reason="bridge")
    disguise = None if _PLACE.fullmatch(fields[0]) else disguise_of(fields[0])
    place, *rest = fields[1:] or [""] if disguise else fields
    _check_place(place)
    said = rest[1:] if rest and _FINGERPRINT.fullmatch(rest[0]) else rest
    names = [field.partition("=")[0] for field in said if "=" in field]
    if len(names) != len(said) or (said and not disguise):
        raise BadAddress(reason="bridge")
    if disguise and disguise.needs not in names:
        raise BadAddress(reason="bridge")
    return " ".join(fields)


def disguise_of(name: str) -> Disguise:
    """Return the kind of bridge of a name. Raises BadAddress(reason="bridge-kind")."""
    for disguise in DISGUISES:
        if disguise.name == name:
            return disguise
    raise BadAddress(reason="bridge-kind", choices=" ".join(one.name for one in DISGUISES))


def _check_place(untrusted: str) -> None:
    match = _PLACE.fullmatch(untrusted)
    try:
        number = ip_address(match[1].strip("[]")) if match else None
    except ValueError:
        number = None
    if match is None or number is None or not 0 < int(match[2]) <= _MOST_PORTS:
        raise BadAddress(reason="bridge")


def settings(bridges: tuple[str, ...]) -> tuple[str, ...]:
    """Return the lines of Tor's configuration for these. Raises NoRoute as ``program`` does."""
    if not bridges:
        return ()
    names = dict.fromkeys(line.split()[0] for line in bridges if not _PLACE.match(line))
    plugins = (f"ClientTransportPlugin {name} exec {program(name)}" for name in names)
    return ("UseBridges 1", *plugins, *(f"Bridge {line}" for line in bridges))


def program(name: str) -> Path:
    """Return where the program of a kind of bridge lies.

    Raises NoRoute(reason="no-bridge-program").
    """
    disguise = disguise_of(name)
    found = first_of(disguise.programs)
    if found is None:
        raise NoRoute(reason="no-bridge-program", package=disguise.package)
    return found


def first_of(programs: tuple[str, ...]) -> Path | None:
    """Return the first of these programs that is there."""
    return next((path for path in map(Path, programs) if path.is_file()), None)
