"""What Firsthand is made of, and under which terms: read from one file that comes with it.

``packaging/packages/licences.py`` collects that file out of what is shipped; a test holds it, the
lock of dependencies, the list of weights and the bill of materials together.
"""

import gzip
import json
from dataclasses import dataclass
from functools import cache
from importlib import resources

_FILE = "licences.json.gz"


@dataclass(frozen=True, slots=True)
class Part:
    """One part: a package, a library that it carries, a model or a table of data.

    ``licence`` is an SPDX expression. ``carried_by`` names the packages it comes inside of, and is
    empty for what is named in the lock itself. ``version`` is empty where nobody says it.
    """

    name: str
    version: str
    licence: str
    home: str
    carried_by: tuple[str, ...]
    texts: tuple[str, ...]


@cache
def parts() -> tuple[Part, ...]:
    """Return every part, by name."""
    packed = resources.files(__package__).joinpath(_FILE).read_bytes()
    kept = json.loads(gzip.decompress(packed))
    return tuple(
        Part(
            name=part["name"],
            version=part["version"],
            licence=part["licence"],
            home=part["home"],
            carried_by=tuple(part["carried_by"]),
            texts=tuple(kept["texts"][number] for number in part["texts"]),
        )
        for part in kept["parts"]
    )


def named(name: str) -> tuple[Part, ...]:
    """Return the parts of a name, whatever its capitals; usually one, or none."""
    return tuple(part for part in parts() if part.name.casefold() == name.casefold())
