"""The lock of what goes into a package, read: names, versions, and who asks for whom."""

import re
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
LOCK = PROJECT / "packaging" / "requirements.lock"

_PINNED = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[^]]*\])?==([^ ]+)")
_VIA = re.compile(r"^    # +(?:via )?([A-Za-z0-9._-]+)(?: \(.*\))?$")
_SEPARATORS = re.compile(r"[-_.]+")


@dataclass(frozen=True, slots=True)
class Package:
    """One package of the lock. ``asked_by`` are packages, or "firsthand" itself."""

    name: str
    version: str
    asked_by: tuple[str, ...]


def packages(path: Path = LOCK) -> tuple[Package, ...]:
    """Return every package of a lock as uv writes it, by name (as indexes compare names)."""
    found: list[Package] = []
    for block in re.split(r"\n(?=[A-Za-z0-9])", path.read_text(encoding="utf-8")):
        if pinned := _PINNED.match(block):
            via = [line[1] for line in map(_VIA.match, block.splitlines()) if line]
            found.append(
                Package(
                    normal(pinned[1]),
                    pinned[2],
                    tuple(sorted(normal(name) for name in via if name != "via")),
                )
            )
    return tuple(sorted(found, key=lambda package: package.name))


def normal(name: str) -> str:
    """Return a package's name as indexes compare it (PEP 503)."""
    return _SEPARATORS.sub("-", name).lower()
