"""Items of several parts: one original leads, the others belong to it.

A live photo's clip, a raw beside its JPEG, a sidecar: each is sealed as an
original of its own, so that nothing depends on anybody's having seen rightly
that they belong together. That they do is said beside, and can be taken back.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from typing_extensions import override

from storage.errors import NoSuchItem
from storage.progress import Tick, silent
from storage.records import Original, Part, parsed
from storage.vault import nouns
from storage.vault.index import Index, State
from storage.vault.items import Items


@dataclass(frozen=True, slots=True)
class Early:
    """The list of what is kept as it was read in an earlier state of the index."""

    state: State
    leads: tuple[Original, ...]


def read_leads(index: Index) -> tuple[Original, ...]:
    """Return all originals that belong to no other, in the order in which they were sealed."""
    found = index.rows(
        "SELECT body FROM records WHERE type = 'original' AND id NOT IN (SELECT item FROM parts)"
        " ORDER BY rowid"
    )
    return nouns.originals(body for (body,) in found)


class Grouped(Items):
    """What is kept, with parts under their leads."""

    _early: Early | None = None
    """Given away to the first who asks, and no longer kept then."""

    def group(self, lead: str, parts: Mapping[str, str]) -> None:
        """Have originals (id to role) count as parts of another, beside those that do already.

        Raises NoSuchItem, with ``reason`` "part" where the lead is itself a part or one of the
        parts is the lead or leads others.
        """
        with self._lock:
            for item in (lead, *parts):
                self.original(item)
            if lead in parts or self.lead_of(lead) != lead or any(map(self.parts, parts)):
                raise NoSuchItem(reason="part")
            with self._opened().step("grouped", lead, {"parts": dict(parts)}) as step:
                for item, role in parts.items():
                    step.part(item, lead, role)

    def take_apart(self, lead: str, parts: Sequence[str]) -> None:
        """Have these parts of an item be items of their own again. Raises NoSuchItem."""
        with self._lock:
            if not {part.original.id for part in self.parts(lead)}.issuperset(parts):
                raise NoSuchItem(reason="part")
            if parts:
                with self._opened().step("taken apart", lead, {"parts": tuple(parts)}) as step:
                    for item in parts:
                        step.part(item, "", "")

    def parts(self, lead: str) -> tuple[Part, ...]:
        """Return what belongs to an original, in the order in which it was sealed."""
        found = self._rows(
            "SELECT body, role FROM parts JOIN records ON records.id = parts.item"
            " WHERE lead = ? ORDER BY records.rowid",
            lead,
        )
        return tuple(Part(nouns.original(parsed(body)), role) for body, role in found)

    def lead_of(self, item: str) -> str:
        """Return the id of the original that this one belongs to: its own where to none."""
        found = self._rows("SELECT lead FROM parts WHERE item = ?", item)
        return str(found[0][0]) if found else item

    def leads(self) -> tuple[Original, ...]:
        """Return all originals that belong to no other, in the order in which they were sealed."""
        index = self._opened().index
        early, self._early = self._early, None
        return early.leads if early and early.state == index.state else read_leads(index)

    @override
    def condemn(self, item: str) -> tuple[str, ...]:
        """Decide an original's end and that of every part of it. Raises NoSuchItem.

        A part that stayed would be on no list: it belongs to what is gone.
        """
        blobs: tuple[str, ...] = ()
        with self._lock:
            for one in (*self._parts_of(item), item):
                blobs += super().condemn(one)
        return blobs

    @override
    def delete(self, *items: str, tick: Tick = silent) -> None:
        """Take originals away and every part of them. Raises NoSuchItem."""
        every = [one for item in items for one in (*self._parts_of(item), item)]
        super().delete(*dict.fromkeys(every), tick=tick)

    def _parts_of(self, lead: str) -> list[str]:
        return [item for (item,) in self._rows("SELECT item FROM parts WHERE lead = ?", lead)]
