"""A redaction plan as a file: whatever the editor can decide, written out, edited, and read in.

The formats are ``docs/formats/redaction.md`` and, for videos, ``docs/formats/film.md``. A plan says
who is seen and why somebody is covered; it is written only where a person asks for it, and never by
itself.
"""

import json
from pathlib import Path
from typing import Any

from capture.errors import BadPlan
from capture.export import written_whole
from capture.redact import film
from capture.redact import plan as redaction
from capture.redact.film import FilmPlan
from capture.redact.plan import RedactionPlan

_LARGEST = 4 << 20
"""Bytes of a plan at most: the most that its own bounds allow is well below."""


def read(path: Path) -> RedactionPlan:
    """Read a photo's plan. Raises BadPlan for what is none, and OSError."""
    return redaction.from_json(_stored(path))


def read_film(path: Path) -> FilmPlan:
    """Read a video's plan. Raises BadPlan for what is none, and OSError."""
    return film.from_json(_stored(path))


def _stored(path: Path) -> dict[str, Any]:
    with path.open("rb") as stream:
        untrusted = stream.read(_LARGEST + 1)
    if len(untrusted) > _LARGEST:
        raise BadPlan("the file is too long")
    try:
        value = json.loads(untrusted)
    except (ValueError, RecursionError) as error:
        raise BadPlan("no JSON") from error
    if not isinstance(value, dict):
        raise BadPlan("no object")
    return value


def write(plan: RedactionPlan | FilmPlan, path: Path) -> None:
    """Write a plan to a file of its own, which must not be there yet. Raises OSError."""
    stored = film.as_json(plan) if isinstance(plan, FilmPlan) else redaction.as_json(plan)
    with written_whole(path) as target:
        target.write(json.dumps(stored, indent=1).encode() + b"\n")
