"""What the program itself keeps in a vault: settings by name, and parcels that wait to be sent.

A setting is one of the set's single facts: sealed, vouched for by the head and
mirrored by the journal like the rest. A parcel is a blob like any other, so
that what waits in the queue is encrypted, survives a crash, and can be told
when it is damaged; it can be made again, so it is thrown away once it is sent.
"""

from storage.errors import BadValue, NoSuchParcel
from storage.records import Json
from storage.vault import nouns, schema
from storage.vault.groups import Grouped
from storage.vault.writer import Draft

_LONGEST = 64 * 1024


class Settings(Grouped):
    """Settings and parcels of an open vault."""

    def keep_setting(
        self, name: str, value: str, event: str | None = None, facts: Json | None = None
    ) -> None:
        """Keep a value under a name such as ``outlet:1f``; an empty one takes it away.

        With an event, the custody log gets its entry in the same step.
        """
        if ":" not in name or len(value) > _LONGEST:
            raise BadValue("no name or value for a setting")
        with self._lock, self._opened().step(event, None, facts) as step:
            step.fact(name, value)

    def settings(self, prefix: str) -> dict[str, str]:
        """Return the settings whose names begin with a prefix that ends in ``:``."""
        found = self._rows(
            "SELECT name, value FROM facts WHERE name >= ? AND name < ? AND value != ''"
            " ORDER BY name",
            prefix,
            prefix[:-1] + ";",  # the character after the colon
        )
        return dict(found)

    def keep_parcel(self, draft: Draft, name: str, value: str) -> None:
        """Keep what was written as a parcel under the draft's id, with a setting in one step."""
        record = nouns.parcel_record(draft.id, draft.size, draft.sha256)
        self._keep(draft, record, (name, value))

    def parcels(self) -> tuple[str, ...]:
        """Return the ids of the parcels that are kept."""
        return tuple(row[0] for row in self._rows("SELECT id FROM records WHERE type = 'parcel'"))

    def drop_parcel(
        self,
        parcel: str,
        name: str,
        value: str,
        event: str | None = None,
        facts: Json | None = None,
    ) -> None:
        """Erase a parcel, with its setting and custody entry in one step. Raises NoSuchParcel."""
        with self._lock:
            if parcel not in self.parcels():
                raise NoSuchParcel("no parcel has that id")
            with self._opened().step(event, None, facts) as step:
                step.fact(name, value)
                step.change.remove(schema.RECORDS, parcel)
                step.change.put(schema.ERASING, parcel)
            self._blobs.erase(parcel)
            with self._opened().step(None) as step:
                step.change.remove(schema.ERASING, parcel)
