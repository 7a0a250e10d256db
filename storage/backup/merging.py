"""One vault's items brought into another of the same owner; run again after a cut, it goes on.

What is there already, by its content, is not kept twice: what the other vault says of
it is added. The other vault stays as it is. What is not brought along: its keys, its
outlets and its queue, which are decisions of their own.
"""

from dataclasses import dataclass, field

from storage import custody
from storage.errors import DamagedVault, DiskFailed, DiskFull, NoSuchItem
from storage.progress import Tick, silent
from storage.records import CustodyEntry, Derivative, Original
from storage.vault import Draft, Finding, Vault
from storage.vault.joining import Told

_STEP = 1 << 20
_RESERVE = 16 << 20


@dataclass(frozen=True, slots=True)
class Merged:
    """What came: originals and copies that are new, and originals that were here by content.

    ``findings`` name what could not be brought, because it is damaged there.
    """

    taken: int
    copies: int
    duplicates: int
    findings: tuple[Finding, ...]


def merge(vault: Vault, other: Vault, tick: Tick = silent) -> Merged:
    """Bring everything of ``other`` into ``vault``; ``tick`` counts bytes of the other.

    Raises DiskFull before anything is brought where it cannot fit, DamagedVault where the other's
    custody log does not hold.
    """
    other.check_custody()
    return _Merge(vault, other, tick).run()


@dataclass(slots=True)
class _Merge:
    vault: Vault
    other: Vault
    tick: Tick
    key: str = ""
    done: int = 0
    total: int = 0
    taken: int = 0
    copies: int = 0
    duplicates: int = 0
    findings: list[Finding] = field(default_factory=list)
    ids: dict[str, str] = field(default_factory=dict)
    """Ids of the other's originals → ids here."""

    def run(self) -> Merged:
        self.key = self.other.log_key.public_bytes_raw().hex()
        originals = self.other.originals()
        self._refuse_unless_fits(originals)
        known = {entry.sequence for entry in self.vault.merged_log(self.key)}
        logs: dict[str | None, list[CustodyEntry]] = {}
        for entry in self.other.custody():
            logs.setdefault(entry.item, []).append(entry)
        for original in originals:
            self._bring(original, logs.get(original.id, []), known)
        self._group()
        rest = [entry for item in logs if item not in self.ids for entry in logs[item]]
        self._close([entry for entry in rest if entry.sequence not in known])
        return Merged(self.taken, self.copies, self.duplicates, tuple(self.findings))

    def _refuse_unless_fits(self, originals: tuple[Original, ...]) -> None:
        copies = [copy for one in originals for copy in self.other.derivatives(one.id)]
        self.total = sum(one.size for one in originals) + sum(one.size for one in copies)
        new = [one for one in originals if self.vault.find(one.sha256) is None]
        needed = sum(one.size for one in new) + _RESERVE
        free = self.vault.free_space()
        if free < needed:
            raise DiskFull("what comes cannot fit here", needed=needed, free=free)

    def _bring(self, original: Original, log: list[CustodyEntry], known: set[int]) -> None:
        here = self.vault.find(original.sha256)
        if here is None:
            item = self._copied(original, original.id)
            if item is None:
                return
            self.taken += 1
        else:
            item = here.id
            self.duplicates += 1
            self._went(original.size)
        self.ids[original.id] = item
        if self.vault.joined(item, original.id, self.key):
            log = [entry for entry in log if entry.sequence not in known]
        self.vault.join(item, original.id, self.other.said_of(original.id), log, self.key)
        report = self.other.report(original.id)
        if report is not None and self.vault.report(item) is None:
            self.vault.keep_report(item, report)
        for copy in self.other.derivatives(original.id):
            self._bring_copy(copy, item)

    def _bring_copy(self, copy: Derivative, original: str) -> None:
        if copy.sha256 in {one.sha256 for one in self.vault.derivatives(original)}:
            self._went(copy.size)
        elif self._copied(copy, original) is not None:
            self.copies += 1

    def _copied(self, item: Original | Derivative, original: str) -> str | None:
        """Bring one blob over, encrypted anew; None where it is damaged there."""
        record = self.other.raw_record(item.id)
        if record["type"] == "derivative":
            record["original"] = original
        draft = self.vault.draft_of(item.id, item.size)
        kept = False
        try:
            self._fill(draft, item)
            self.vault.take_over(draft, record, self.key)
            kept = True
        except (DamagedVault, DiskFailed) as error:
            part = str(error.facts.get("part", f"item {item.id}"))
            self.findings.append(Finding("not-merged", part, item.id))
            return None
        finally:
            if not kept:
                draft.discard()
        return draft.id

    def _fill(self, draft: Draft, item: Original | Derivative) -> None:
        """Write an item's content, and see that it is what was sealed. Raises DamagedVault."""
        with self.other.open_blob(item.id) as source:
            for part in iter(lambda: source.read(_STEP), b""):
                draft.write(part)
                self._went(len(part))
        if draft.sha256 != item.sha256:
            raise DamagedVault("the content differs", part=f"content of item {item.id}")

    def _group(self) -> None:
        """Have what is one item there be one item here, unless it is part of something already."""
        for lead, here in self.ids.items():
            parts = {
                self.ids[part.original.id]: part.role
                for part in self.other.parts(lead)
                if part.original.id in self.ids
            }
            new = {item: role for item, role in parts.items() if self.vault.lead_of(item) == item}
            if new and here not in new:
                try:
                    self.vault.group(here, new)
                except NoSuchItem:
                    self.findings.append(Finding("parts-not-merged", f"item {here}", here))

    def _close(self, rest: list[CustodyEntry]) -> None:
        """Keep the rest of the other's log: all of it can be checked here, then."""
        self.vault.join(None, None, Told({}, {}), rest, self.key)
        kept = self.vault.merged_log(self.key)
        custody.check(kept, self.other.log_key)
        self.tick(self.total, self.total)

    def _went(self, count: int) -> None:
        self.done += count
        self.tick(min(self.done, self.total), self.total)
