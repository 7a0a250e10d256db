"""All items of an open vault at a glance: what a list of them is searched and sorted by.

Asking for one item after another would read every table as many times as there
are items. Here each table is read once, and reports, which may be long, come
for as many items as are asked for.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from storage.records import Json, Original
from storage.vault import nouns
from storage.vault.said import Said


@dataclass(frozen=True, slots=True)
class Survey:
    """What is known of every original, by its id; an id without an entry has none of it.

    ``said`` are the witness's fields, ``steps`` the names of what was done to make the copy that
    would leave, ``parts`` how many originals belong to one, ``bundled`` those that a bundle was
    made of.
    """

    said: dict[str, dict[str, str]]
    steps: dict[str, frozenset[str]]
    parts: dict[str, int]
    bundled: frozenset[str]


class Surveyed(Said):
    """An open vault that can be looked over as a whole."""

    def survey(self, items: Sequence[str] | None = None) -> Survey:
        """Look over all items, or over these."""
        among = None if items is None else json.dumps(list(items))
        parts = self._of("SELECT lead, COUNT(*) FROM parts", "lead", among, "GROUP BY lead")
        bundled = self._of("SELECT DISTINCT item FROM commitments", "item", among)
        return Survey(
            self._all_said(among),
            self._all_steps(among),
            {lead: count for lead, count in parts if lead},
            frozenset(item for (item,) in bundled),
        )

    def _all_said(self, among: str | None) -> dict[str, dict[str, str]]:
        said: dict[str, dict[str, str]] = {}
        for item, field, value in self._of("SELECT item, field, value FROM notes", "item", among):
            said.setdefault(item, {})[field] = value
        return said

    def _all_steps(self, among: str | None) -> dict[str, frozenset[str]]:
        """Return the steps of each original's latest copy, read without the plans in them."""
        made = self._of(
            "SELECT original, (SELECT group_concat(json_extract(value, '$.name'))"
            " FROM json_each(body, '$.steps')) FROM records",
            "original",
            among,
            "ORDER BY rowid",
        )
        once: dict[str, frozenset[str]] = {}
        return {
            item: once.setdefault(names or "", frozenset((names or "").split(",")))
            for item, names in made
        }

    def _of(
        self, select: str, column: str, among: str | None, rest: str = ""
    ) -> list[tuple[Any, ...]]:
        """Return the rows whose column names an item: any, or one of a JSON list's."""
        if among is None:
            return self._rows(f"{select} WHERE {column} IS NOT NULL {rest}")
        within = f"{column} IN (SELECT value FROM json_each(?))"  # noqa: S608  # names are our own
        return self._rows(f"{select} WHERE {within} {rest}", among)

    def uncopied(self) -> tuple[Original, ...]:
        """Return the originals of which there is no copy, in the order of their sealing."""
        found = self._rows(
            "SELECT body FROM records WHERE type = 'original' AND id NOT IN"
            " (SELECT original FROM records WHERE original IS NOT NULL) ORDER BY rowid"
        )
        return tuple(nouns.original(json.loads(body)) for (body,) in found)

    def looks(self) -> frozenset[tuple[str, int, str | None]]:
        """Return name, size in bytes and time at its source of every original."""
        return frozenset(
            self._rows(
                "SELECT json_extract(body, '$.name'), json_extract(body, '$.size'),"
                " json_extract(body, '$.modified_at') FROM records WHERE type = 'original'"
            )
        )

    def reports(self, items: Sequence[str]) -> dict[str, Json]:
        """Return what examining each of these items found; one that was not examined is left out.

        A report that is not what was kept counts as none, as with ``report``.
        """
        found: Iterable[tuple[Any, ...]] = self._rows(
            "SELECT id, digest, body FROM reports JOIN report_bodies USING (id)"
            " WHERE id IN (SELECT value FROM json_each(?))",
            json.dumps(list(items)),
        )
        return {
            item: json.loads(body)
            for item, digest, body in found
            if nouns.digest(f"{item}{body}".encode()) == digest
        }
