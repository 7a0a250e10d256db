"""The evidence record: what is said of an item, by the program and by the witness.

Every field is declared once, in FIELDS; the desktop's form, the command line
and the bundle read them from there. Automatic fields are filled by the program
from what it measured and cannot be written by hand; witness fields hold what a
person says. What the file claims and what the witness claims are kept apart and
never merged. The fields follow the WITNESS archive guide, Mnemonic's metadata
standard and the Berkeley Protocol.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from storage.errors import BadValue, NoSuchField
from storage.records import Original

TOOL = "Firsthand 0.1.0"
"""The tool and version that is written into records and seals."""

SHORT = 200
"""Longest value of a one-line field, in characters."""

LONG = 20_000
"""Longest value of a field of prose, in characters."""

MAX_PEOPLE = 99
"""How many people one record can list."""


class Origin(Enum):
    """Who fills a field."""

    AUTOMATIC = "automatic"
    WITNESS = "witness"


@dataclass(frozen=True, slots=True)
class Field:
    """One field of the record.

    ``limit`` is in characters. ``choices``, where not empty, are the only values it takes. A
    ``repeated`` field stands once for each person shown: "person.1.consent", "person.2.consent".
    """

    name: str
    group: str
    origin: Origin
    limit: int = SHORT
    choices: tuple[str, ...] = ()
    repeated: bool = False


def _automatic(group: str, *names: str) -> tuple[Field, ...]:
    return tuple(Field(name, group, Origin.AUTOMATIC) for name in names)


def _witness(group: str, *names: str, limit: int = SHORT) -> tuple[Field, ...]:
    return tuple(Field(name, group, Origin.WITNESS, limit) for name in names)


def _choice(group: str, name: str, *choices: str, repeated: bool = False) -> Field:
    return Field(name, group, Origin.WITNESS, SHORT, choices, repeated)


def _person(name: str) -> Field:
    return Field(name, "people", Origin.WITNESS, SHORT, (), repeated=True)


_CONFIDENCE = ("none", "low", "medium", "high")
_VERIFIED = ("provenance", "source", "date", "location", "subject", "motivation")


def _verification() -> tuple[Field, ...]:
    fields: list[Field] = []
    for what in _VERIFIED:
        fields += _witness("verification", f"verified_{what}", limit=LONG)
        fields.append(_choice("verification", f"verified_{what}_confidence", *_CONFIDENCE))
    return tuple(fields)


FIELDS: tuple[Field, ...] = (
    *_automatic("file", "reference", "recorded_at", "acquired_at", "clock_error", "acquired_from"),
    *_automatic("file", "source_device", "source_path"),
    *_automatic("file", "original_name", "modified_at", "size", "kind", "duration", "dimensions"),
    *_automatic("file", "sha256", "fixity_checked_at", "device", "generation", "tool"),
    *_automatic("when", "embedded_time"),
    *_witness("when", "claimed_time", "time_zone"),
    _choice("when", "time_precision", "exact", "minute", "hour", "day", "month", "year"),
    *_witness("when", "time_basis"),
    *_automatic("where", "embedded_place"),
    *_witness("where", "claimed_place"),
    _choice("where", "place_precision", "exact", "street", "city", "region", "country"),
    *_witness("where", "place_basis", "landmarks"),
    *_witness("what", "summary"),
    *_witness("what", "description", limit=LONG),
    *_witness("what", "language", "event_kind"),
    _choice("what", "graphic", "no", "yes"),
    *_witness("what", "keywords"),
    _choice("what", "priority", "low", "normal", "high", "urgent"),
    *_witness("who", "pseudonym", "contact"),
    _choice("who", "testify", "no", "perhaps", "yes"),
    *_witness("who", "rights", "consent"),
    _person("person.name"),
    _choice("people", "person.consent", "none", "implied", "explicit", repeated=True),
    *(_person(f"person.{name}") for name in ("purpose", "audience", "withdrawal")),
    _choice("people", "person.protect", "no", "yes", repeated=True),
    _choice("people", "person.minor", "no", "yes", repeated=True),
    _choice("security", "risk", "low", "medium", "high"),
    *_witness("security", "who_may_see", "embargo"),
    *_verification(),
    *_witness("notes", "notes", limit=LONG),
)
"""Every field there is, in the order in which a form shows them."""

_BY_NAME = {field.name: field for field in FIELDS}
_PERSON = re.compile(r"person\.([1-9][0-9]?)\.([a-z]+)")


@dataclass(frozen=True, slots=True)
class EvidenceRecord:
    """What is said of one item. Both maps go from a field's name to its value, never empty."""

    item: str
    automatic: Mapping[str, str]
    witness: Mapping[str, str]

    def value(self, name: str) -> str | None:
        """Return one field's value, None where nothing was said. Raises NoSuchField."""
        field_named(name)
        return self.automatic.get(name) or self.witness.get(name)


def field_named(name: str) -> Field:
    """Return the declaration behind a name ("summary", "person.2.consent"), or NoSuchField."""
    person = _PERSON.fullmatch(name)
    found = _BY_NAME.get(f"person.{person[2]}" if person else name)
    if found is None or found.repeated != bool(person):
        raise NoSuchField("the evidence record has no such field", field=name[:SHORT])
    return found


def checked(untrusted_values: Mapping[str, str]) -> dict[str, str]:
    """Return the values as they may be kept; an empty value takes the field's value away.

    Raises NoSuchField for a field that is not there or that only the program fills, and
    BadValue for a text that is too long or not among the choices.
    """
    return {name: _checked_value(name, value) for name, value in untrusted_values.items()}


def _checked_value(name: str, untrusted_value: str) -> str:
    field = field_named(name)
    if field.origin is Origin.AUTOMATIC:
        raise NoSuchField("only the program fills this field", field=name)
    value = untrusted_value.encode("utf-8", "backslashreplace").decode().strip()
    if len(value) > field.limit:
        raise BadValue("the text is too long", field=name, limit=field.limit, length=len(value))
    if value and field.choices and value not in field.choices:
        raise BadValue("not one of the choices", field=name, choices=", ".join(field.choices))
    return value


def automatic(
    original: Original, embedded: Mapping[str, str | int | None], fixity_checked_at: str
) -> dict[str, str]:
    """Return the fields that the program fills.

    ``embedded`` are the facts that the file itself claims, by the names of ``capture/report``
    ("latitude", "longitude", "taken_at", "device", "duration", "width", "height"), as far as it
    has any; ``fixity_checked_at`` is when the sealed bytes were last compared with their digest.
    """
    said = {name: _short(value) for name, value in embedded.items() if value is not None}
    values = {
        "reference": original.id[:8].upper(),
        "recorded_at": original.sealed_at,
        "acquired_at": original.sealed_at,
        "clock_error": original.provenance.clock_error or "",
        "acquired_from": original.provenance.source,
        "source_device": original.provenance.device or "",
        "source_path": original.provenance.path or "",
        "original_name": original.provenance.name,
        "modified_at": original.provenance.modified_at or "",
        "size": str(original.size),
        "kind": original.kind,
        "duration": said.get("duration", ""),
        "dimensions": _pair(said, "width", " x ", "height"),
        "sha256": original.sha256,
        "fixity_checked_at": fixity_checked_at,
        "device": said.get("device", ""),
        "generation": generation(original.provenance.name, embedded),
        "tool": TOOL,
        "embedded_time": said.get("taken_at", ""),
        "embedded_place": _pair(said, "latitude", ", ", "longitude"),
    }
    return {name: value for name, value in values.items() if value}


def _short(value: str | int) -> str:
    return str(value)[:SHORT]


def _pair(said: Mapping[str, str], first: str, between: str, second: str) -> str:
    return f"{said[first]}{between}{said[second]}" if first in said and second in said else ""


_GENERATIONS = tuple(
    (re.compile(pattern, re.IGNORECASE), word)
    for pattern, word in (
        (r"(IMG|VID|AUD|PTT|STK)-\d{8}-WA\d{4,}\b|WhatsApp (Image|Video|Audio)", "received copy"),
        (r"signal-\d{4}-\d\d-\d\d|telegram-|viber_|wire \d{4}-|line_\d{8}", "received copy"),
        (r"(photo|video)_\d{4}-\d\d-\d\d_", "received copy"),
        (r"FB_IMG_\d|received_\d{6}|Snapchat-\d|messenger_creation_|mmexport\d", "received copy"),
        (r"screen[ _-]?(shot|recording)|screenrecord|IMG_\d{4}\.PNG\b", "screenshot"),
        (r"bildschirm(foto|aufnahme)|capture d.[ée]cran|captura de (pantalla|tela)", "screenshot"),
        (
            r"schermata|zrzut ekranu|ekran görüntüsü|снимок экрана|لقطة|اسکرین|截屏|截图",
            "screenshot",
        ),
        (r"IMG_E\d{4}\b|[-_]edit(ed)?\b|[-_](effects|collage|animation)\b|~\d+\.", "edited"),
        (r"\.portrait-\d+\.cover|dportrait_\d+_burst|^FullSizeRender\.", "edited"),
    )
)


def generation(name: str, embedded: Mapping[str, str | int | None] | None = None) -> str:
    """Say how a file came to be, as its name and what is missing in it tell: a hint and no more.

    "received copy" (names that messengers give), "screenshot", "edited"; "no camera data" for one
    that was examined (``embedded``, by the names of ``automatic``) and names neither a camera nor a
    time, as messengers and editors leave them; otherwise "unknown": nothing in a file
    can show that it is a camera's own.
    """
    for pattern, word in _GENERATIONS:
        if pattern.search(name[:SHORT]):
            return word
    if embedded and not (embedded.get("device") or embedded.get("taken_at")):
        return "no camera data"
    return "unknown"
