"""What a file says about its maker: the values that readers return.

No I/O and no judgement here; ``ui/words`` turns a trace into plain language.
"""

from dataclasses import asdict, dataclass, field
from enum import Enum
from typing import Any

from capture.kinds import MediaKind

MAX_VALUE = 2000
"""Longest text of a trace's value, in characters; longer ones end in an ellipsis."""


class Harm(Enum):
    """What a trace can do to a person, worst first."""

    LOCATION = "location"
    IDENTITY = "identity"
    PERSON = "person"
    DEVICE = "device"
    TIME = "time"
    HISTORY = "history"
    TECHNICAL = "technical"


HARM_ORDER = {harm: rank for rank, harm in enumerate(Harm)}
"""Rank for sorting traces worst first."""


@dataclass(frozen=True, slots=True)
class Trace:
    """One thing that the file says.

    ``tag`` is the field's standard name ("GPSLatitude", "Xmp.dc:creator", "moov/udta/©xyz"),
    ``where`` the path of structures to it ("APP1/Exif/GPS"). ``needles`` are the source's own
    identifying bytes for this trace (text and binary encodings) that an output must not hold;
    they are for the search alone and are never shown or logged.
    """

    tag: str
    value: str
    harm: Harm
    where: str
    needles: tuple[bytes, ...] = field(default=(), repr=False)


PAGE = "page"
"""The kind of a further page: it is shown beside what is hidden, but a cleaned copy has it, too."""


@dataclass(frozen=True, slots=True)
class Embedded:
    """A picture, clip or track hidden inside; offset and size in bytes of the file."""

    kind: str
    offset: int
    size: int


@dataclass(frozen=True, slots=True)
class Facts:
    """What the evidence record takes over from a file, each None where the file does not say.

    Latitude and longitude are decimal degrees WGS 84 with six decimals ("-33.868820");
    ``taken_at`` is ISO 8601 with its offset where the file has one ("2024-05-01T10:00:00+02:00"),
    without one otherwise; ``device`` is maker and model; ``duration`` is seconds with one decimal;
    ``width`` and ``height`` are pixels of the upright picture.
    """

    latitude: str | None = None
    longitude: str | None = None
    taken_at: str | None = None
    device: str | None = None
    duration: str | None = None
    width: int | None = None
    height: int | None = None


@dataclass(frozen=True, slots=True)
class MetadataReport:
    """Everything that one file says; ``size`` in bytes, traces worst first."""

    kind: MediaKind
    size: int
    traces: tuple[Trace, ...]
    embedded: tuple[Embedded, ...] = ()
    facts: Facts = Facts()

    @property
    def hidden(self) -> tuple[Embedded, ...]:
        """Everything inside that no cleaned copy has."""
        return tuple(part for part in self.embedded if part.kind != PAGE)


def shorten(text: str) -> str:
    """Bound a value for display: control characters become spaces, long text is cut."""
    shown = text[: MAX_VALUE + 1]
    if not shown.isprintable():
        shown = "".join(char if char.isprintable() else " " for char in shown)
    return shown if len(text) <= MAX_VALUE else shown[:MAX_VALUE] + "…"


def worst_first(traces: list[Trace]) -> tuple[Trace, ...]:
    """Sort traces by harm, keeping the file's order within one harm."""
    return tuple(sorted(traces, key=lambda trace: HARM_ORDER[trace.harm]))


def needles_of(report: MetadataReport) -> tuple[bytes, ...]:
    """Return the identifying bytes of every trace, each once."""
    return tuple(dict.fromkeys(needle for trace in report.traces for needle in trace.needles))


def as_json(report: MetadataReport) -> dict[str, Any]:
    """Return what a person may see of a report as plain values; the needles stay out."""
    return {
        "kind": report.kind.value,
        "size": report.size,
        "traces": [
            {
                "tag": trace.tag,
                "value": trace.value,
                "harm": trace.harm.value,
                "where": trace.where,
            }
            for trace in report.traces
        ],
        "embedded": [
            {"kind": hidden.kind, "offset": hidden.offset, "size": hidden.size}
            for hidden in report.embedded
        ],
        "facts": {name: value for name, value in asdict(report.facts).items() if value is not None},
    }


@dataclass(frozen=True, slots=True)
class Picture:
    """Decoded pixels for the screen: upright, sRGB, ``width * height * 3`` bytes, top row first."""

    width: int
    height: int
    rgb: bytes = field(repr=False)


class Likeness(Enum):
    """How a hidden picture differs from the photo that hides it."""

    SAME = "same"
    OTHER_SHAPE = "other-shape"
    """It is wider or higher: most often it shows what was cut away."""
    OTHER_CONTENT = "other-content"
    """It is of the same shape, and something else is to be seen on it."""
    UNKNOWN = "unknown"
    """They were not compared: it is no picture of the scene, or too small."""


@dataclass(frozen=True, slots=True)
class HiddenPicture:
    """A part of a file that may be a picture of its own; ``picture`` is None where it is none."""

    part: Embedded
    picture: Picture | None
    likeness: Likeness
