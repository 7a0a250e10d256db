"""Traces to plain language: what a file says, why it matters, worst first."""

from collections.abc import Iterable
from dataclasses import dataclass

from capture.kinds import MediaKind
from capture.report import Harm, MetadataReport, Trace, worst_first
from ui.words.claims import in_words
from ui.words.shown import shown
from ui.words.speaking import spoken
from ui.words.topics import topic

_VALUES = 3
_LONGEST = 160
_FARTHEST_KM = 1000
"""A city further away than this says nothing of a place: it lies in an ocean, or is no place."""


@dataclass(frozen=True, slots=True)
class Saying:
    """One thing that a file says: the sentence, why it matters, and the traces behind it."""

    harm: Harm
    says: str
    why: str
    traces: tuple[Trace, ...]

    @property
    def line(self) -> str:
        """Everything in one line."""
        return f"{self.says}. {self.why}" if self.why else self.says


def plain(trace: Trace) -> str:
    """Return what one trace says, and why it matters, in one line."""
    name = topic(trace)
    value = in_words(name, trace.value) if name else _named(trace)
    return _saying("file", name, (trace,), value).line


def tell(report: MetadataReport) -> tuple[Saying, ...]:
    """Return everything that a file says, worst first, each thing once."""
    subject = _subject(report.kind)
    groups: dict[Harm | str, list[Trace]] = {}
    for trace in worst_first(list(report.traces)):
        groups.setdefault(topic(trace) or trace.harm, []).append(trace)
    return tuple(_told(report, subject, tuple(traces)) for traces in groups.values())


def _subject(kind: MediaKind) -> str:
    if kind.is_sound:
        return "sound"
    return "video" if kind.is_video else "photo"


def _told(report: MetadataReport, subject: str, traces: tuple[Trace, ...]) -> Saying:
    name = topic(traces[0])
    return _saying(subject, name, traces, _value(report, name, traces))


def leaves(code: str) -> str:
    """Return what a cleaned copy honestly still shows."""
    return spoken().leaves.get(code, shown(code))


def _saying(subject: str, name: str | None, traces: tuple[Trace, ...], value: str) -> Saying:
    harm = traces[0].harm
    says, why = spoken().topics.get(name or "") or spoken().unknown[harm]
    told = {
        "subject": spoken().subjects[subject],
        "value": shown(value, 2 * _LONGEST),
    }
    return Saying(harm, says.format_map(told), why.format_map(told), traces)


def _value(report: MetadataReport, name: str | None, traces: tuple[Trace, ...]) -> str:
    if name == "place" and report.facts.latitude and report.facts.longitude:
        return place_of(report.facts.latitude, report.facts.longitude)
    if name is None:
        return _joined(map(_named, traces))
    # "N", "T" or "0" of a reference field says nothing by itself.
    telling = [trace for trace in traces if not trace.tag.endswith("Ref")] or traces
    return _joined(in_words(name, trace.value) for trace in telling)


def place_of(latitude: str, longitude: str) -> str:
    """Return coordinates with the nearest city that is known, and how far it is where it is far."""
    from capture import places  # not with the verifier, which shows no places and has no cities

    said = f"{latitude}, {longitude}"
    try:
        near = places.nearest(float(latitude), float(longitude))
    except ValueError:
        return said
    if not near.distance_km < _FARTHEST_KM:  # also where that is no number
        return said
    far = f", {near.distance_km:.0f} km" if near.distance_km >= 1 else ""
    return f"{said} ({near.city}, {near.country}{far})"


def _named(trace: Trace) -> str:
    return f"{trace.tag} = {trace.value}"


def _joined(values: Iterable[str]) -> str:
    different = list(dict.fromkeys(value.strip() for value in values if value.strip()))
    text = "; ".join(shown(value, _LONGEST // _VALUES) for value in different[:_VALUES])
    if len(different) <= _VALUES:
        return text
    return text + spoken().more.format(count=len(different) - _VALUES)
