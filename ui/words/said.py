"""Traces to plain language: what a file says, why it matters, worst first."""

from collections.abc import Iterable
from dataclasses import dataclass

from capture.kinds import MediaKind
from capture.report import Harm, MetadataReport, Trace, worst_first
from ui.words.english import ENGLISH
from ui.words.language import Language
from ui.words.shown import shown
from ui.words.topics import topic

_VALUES = 3
_LONGEST = 160


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


def plain(trace: Trace, language: Language = ENGLISH) -> str:
    """Return what one trace says, and why it matters, in one line."""
    name = topic(trace)
    value = trace.value if name else _named(trace)
    return _saying("file", name, (trace,), value, language).line


def tell(report: MetadataReport, language: Language = ENGLISH) -> tuple[Saying, ...]:
    """Return everything that a file says, worst first, each thing once."""
    subject = _subject(report.kind)
    groups: dict[Harm | str, list[Trace]] = {}
    for trace in worst_first(list(report.traces)):
        groups.setdefault(topic(trace) or trace.harm, []).append(trace)
    return tuple(_told(report, subject, tuple(traces), language) for traces in groups.values())


def _subject(kind: MediaKind) -> str:
    if kind.is_sound:
        return "sound"
    return "video" if kind.is_video else "photo"


def _told(
    report: MetadataReport, subject: str, traces: tuple[Trace, ...], language: Language
) -> Saying:
    name = topic(traces[0])
    return _saying(subject, name, traces, _value(report, name, traces, language), language)


def leaves(code: str, language: Language = ENGLISH) -> str:
    """Return what a cleaned copy honestly still shows."""
    return language.leaves.get(code, shown(code))


def _saying(
    subject: str, name: str | None, traces: tuple[Trace, ...], value: str, language: Language
) -> Saying:
    harm = traces[0].harm
    says, why = language.topics.get(name or "") or language.unknown[harm]
    places = {
        "subject": language.subjects[subject],
        "value": shown(value, 2 * _LONGEST),
    }
    return Saying(harm, says.format_map(places), why.format_map(places), traces)


def _value(
    report: MetadataReport, name: str | None, traces: tuple[Trace, ...], language: Language
) -> str:
    if name == "place" and report.facts.latitude and report.facts.longitude:
        return f"{report.facts.latitude}, {report.facts.longitude}"
    if name is None:
        return _joined(map(_named, traces), language)
    # "N", "T" or "0" of a reference field says nothing by itself.
    telling = [trace for trace in traces if not trace.tag.endswith("Ref")] or traces
    return _joined((trace.value for trace in telling), language)


def _named(trace: Trace) -> str:
    return f"{trace.tag} = {trace.value}"


def _joined(values: Iterable[str], language: Language) -> str:
    different = list(dict.fromkeys(value.strip() for value in values if value.strip()))
    text = "; ".join(shown(value, _LONGEST // _VALUES) for value in different[:_VALUES])
    if len(different) <= _VALUES:
        return text
    return text + language.more.format(count=len(different) - _VALUES)
