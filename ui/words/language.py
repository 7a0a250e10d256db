"""What a language has to provide: one table of each sort, and nothing that runs.

Texts may hold ``{name}`` places; only the places that the English text of the
same key has may be used (a test holds every language to that).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from itertools import chain
from typing import Any

from capture.report import Harm

_ERRORS = (
    ("errors_files", "FILE_ERRORS"),
    ("errors_vault", "VAULT_ERRORS"),
    ("errors_bundles", "BUNDLE_ERRORS"),
    ("errors_system", "SYSTEM_ERRORS"),
    ("errors_outlets", "OUTLET_ERRORS"),
)
"""Module of a language's package and table in it; no code stands in two of them."""
_TABLES = {
    "topics": ("traces", "TOPICS"),
    "unknown": ("traces", "UNKNOWN"),
    "headings": ("traces", "HEADINGS"),
    "subjects": ("traces", "SUBJECTS"),
    "leaves": ("traces", "LEAVES"),
    "embedded": ("traces", "EMBEDDED"),
    "events": ("events", "EVENTS"),
    "checks": ("events", "CHECKS"),
    "findings": ("events", "FINDINGS"),
    "copies": ("copies", "COPIES"),
    "cards": ("parts", "CARDS"),
    "roles": ("parts", "ROLES"),
    "held": ("parts", "HELD"),
    "survives": ("parts", "SURVIVES"),
    "doubts": ("film", "DOUBTS"),
    "stages": ("errors_outlets", "TOR_STAGES"),
    "parcels": ("sending", "PARCEL_STATES"),
    "confirmed": ("sending", "CONFIRMED_BY"),
    "outlet_kinds": ("sending", "OUTLET_KINDS"),
    "platforms": ("platforms", "PLATFORM_WORDS"),
    "claims": ("claims", "CLAIMS"),
    "air": ("air", "AIR"),
    "handing": ("handing", "HANDING"),
}
"""Field of a Language to where it stands: the same modules and names in every language."""


@dataclass(frozen=True, slots=True)
class Language:
    """All words of one language.

    ``errors``: error code, ``code:reason`` or ``code:fact``, to (what happened, what to do).
    ``topics``: topic of a trace to (what it says, why that matters).
    ``unknown``: harm to the same pair, for traces whose tags have no topic.
    ``leaves``: code of what a cleaned copy still shows to a sentence.
    """

    code: str
    """As in BCP 47, of two letters."""
    name: str
    """Its own name for itself."""
    right_to_left: bool
    errors: Mapping[str, tuple[str, str]]
    topics: Mapping[str, tuple[str, str]]
    unknown: Mapping[Harm, tuple[str, str]]
    headings: Mapping[Harm, str]
    subjects: Mapping[str, str]
    leaves: Mapping[str, str]
    embedded: Mapping[str, str]
    events: Mapping[str, str]
    checks: Mapping[str, str]
    findings: Mapping[str, str]
    copies: Mapping[str, str]
    """What was found of a signed copy beside its original, and the figures of it."""
    cards: Mapping[str, str]
    """What stands on a printed card: its title, "-what" it is, "-how" to keep it."""
    roles: Mapping[str, str]
    held: Mapping[str, str]
    """What the process that opens files cannot do, by the names of ``capture/isolate/limits``."""
    doubts: Mapping[str, str]
    """Why a person has to look at a stretch of a video, by ``Doubt`` of ``capture/redact/film``."""
    stages: Mapping[str, str]
    """What Tor is at while it is waited for, by ``Bootstrap.stage``."""
    parcels: Mapping[str, str]
    """How a parcel stands, by its state, as what follows its name."""
    confirmed: Mapping[str, str]
    """Who confirmed what of a parcel, by the code of the receipt, with ``{outlet}``."""
    outlet_kinds: Mapping[str, str]
    platforms: Mapping[str, str]
    """What each platform of ``capture/platforms`` keeps and adds by itself, in one sentence."""
    claims: Mapping[str, str]
    """What a signed statement says that was done, by ``claims.py``; a few words each."""
    air: Mapping[str, str]
    """What is said while phones may send."""
    handing: Mapping[str, str]
    """What a person does with files that no program can send, step by step."""
    survives: tuple[str, ...]
    """What can be left of files that were deleted on a phone or card, a sentence each."""
    more: str
    """How a list of values that was cut goes on, with ``{count}``."""


def assembled(package: str, *, code: str, name: str, right_to_left: bool, more: str) -> Language:
    """Return the language whose tables stand in this package, such as ``ui.words.english``."""

    def table(module: str, constant: str) -> Any:
        return getattr(import_module(f"{package}.{module}"), constant)

    return Language(
        code=code,
        name=name,
        right_to_left=right_to_left,
        more=more,
        errors=dict(chain.from_iterable(table(*place).items() for place in _ERRORS)),
        **{field: table(*place) for field, place in _TABLES.items()},
    )
