"""Stretches of time, put together and taken apart. Values in, values out."""

from collections.abc import Iterable

from capture.redact.film import Hearing, Span, Voice


def joined(spans: Iterable[Span], more: Span) -> tuple[Span, ...]:
    """Return the spans with one more, those that touch as one, in order."""
    begins, ends = more.begins, more.ends
    apart = []
    for span in spans:
        if span.ends < begins or span.begins > ends:
            apart.append(span)
        else:
            begins, ends = min(begins, span.begins), max(ends, span.ends)
    return tuple(sorted((*apart, Span(begins, ends)), key=_begins))


def without(spans: Iterable[Span], less: Span) -> tuple[Span, ...]:
    """Return what is left of the spans outside of one."""
    return tuple(part for span in spans for part in _left(span, less))


def hearing(sound: Iterable[Hearing], span: Span, voice: Voice | None) -> tuple[Hearing, ...]:
    """Return what becomes of the sound with one stretch changed; None keeps it as it is."""
    left = [Hearing(part, one.voice) for one in sound for part in _left(one.span, span)]
    if voice is not None:
        same = joined((one.span for one in left if one.voice is voice), span)
        left = [one for one in left if one.voice is not voice]
        left += [Hearing(part, voice) for part in same]
    return tuple(sorted(left, key=lambda one: one.span.begins))


def _left(span: Span, less: Span) -> list[Span]:
    parts = ((span.begins, min(span.ends, less.begins)), (max(span.begins, less.ends), span.ends))
    return [Span(begins, ends) for begins, ends in parts if begins < ends]


def _begins(span: Span) -> int:
    return span.begins
