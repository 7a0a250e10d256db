"""What is about to leave: the chosen items, what blocks them, what a recipient will read."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from capture.choosing import choose
from capture.errors import CaptureError
from capture.reveal import RevealPlace, RevealTime, shown
from storage.records import Original
from storage.vault import Vault
from ui import words
from ui.desktop.models.fields import choice_words, field_words
from ui.desktop.widgets.copy import leaves_of


@dataclass(frozen=True, slots=True)
class Candidate:
    """One item that may go along. ``fields`` are all of its record, by name."""

    original: Original
    copy_kind: str | None
    """The kind of the cleaned copy, which may differ; None where there is none."""
    leaves: tuple[str, ...]
    fields: dict[str, str] = field(repr=False)
    held: CaptureError | None
    """What forbids that it leaves: the very error that making a bundle of it would end with."""

    @property
    def may_go(self) -> bool:
        """Whether nothing blocks it."""
        return self.held is None


def candidates(vault: Vault, items: Sequence[str]) -> tuple[Candidate, ...]:
    """Read what is needed to choose; runs in a worker."""
    return tuple(_candidate(vault, item) for item in items)


def _candidate(vault: Vault, item: str) -> Candidate:
    copies = vault.derivatives(item)
    record = vault.record(item)
    return Candidate(
        original=vault.original(item),
        copy_kind=copies[-1].kind if copies else None,
        leaves=leaves_of(copies[-1]) if copies else (),
        fields={**record.automatic, **record.witness},
        held=_held(vault, item),
    )


def _held(vault: Vault, item: str) -> CaptureError | None:
    try:
        choose(vault, (item,), with_parts=False)
    except CaptureError as error:
        return error
    return None


def will_read(
    chosen: Sequence[Candidate], place: RevealPlace, time: RevealTime, *, contact: bool
) -> tuple[tuple[tuple[str, str], ...], ...]:
    """Return, for each item, the labelled fields that leave: the very function the bundle uses."""
    return tuple(
        tuple(
            (field_words(name), choice_words(words.shown(value, 600)))
            for name, value in shown(one.fields, place, time, contact=contact).items()
        )
        for one in chosen
    )
