"""DOOR: which copies leave for the items that a witness chose, and what forbids that they do.

An item of several parts (``capture/sources/groups``) leaves only once all of it was
cleaned, though by itself its lead alone leaves: the clip of a live photo shows
the same place for three seconds more, with its sound, and nobody thinks of it.
"""

import secrets
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from capture.detect import again
from capture.errors import NoConsent, NotCleaned, NotLooked, PartNotCovered
from capture.redact import film
from capture.redact import plan as redaction
from capture.redact.film import Answer, FilmPlan
from capture.sources.groups import SIDECAR, Role
from storage.bundle.commitments import SALT
from storage.records import Derivative, Original
from storage.vault import Vault


@dataclass(frozen=True, slots=True)
class Chosen:
    """One original that is spoken for, the copy of it that leaves, and its commitment's salt."""

    original: Original
    copy: Derivative
    salt: bytes


def choose(vault: Vault, items: Sequence[str], *, with_parts: bool) -> tuple[Chosen, ...]:
    """Return what leaves for these items; with their parts as media of their own, where wanted.

    Raises NotCleaned where anything of an item was not cleaned, NotLooked where a second look at
    a covered copy left a question open, NoConsent for a person shown who gave none and is not
    covered, PartNotCovered where a part would show what the lead covers.
    """
    return tuple(one for item in items for one in _of_item(vault, item, with_parts=with_parts))


def _of_item(vault: Vault, item: str, *, with_parts: bool) -> Iterator[Chosen]:
    lead = vault.original(item)
    witness = vault.record(lead.id).witness
    first = _latest(vault, lead)
    parts = [part for part in vault.parts(lead.id) if part.original.kind != SIDECAR]
    copies = [(part, _latest(vault, part.original)) for part in parts]
    _check_consent(lead, witness, first)
    yield Chosen(lead, first, secrets.token_bytes(SALT))
    for part, copy in copies if with_parts else ():
        if part.role == Role.PREVIEW.value:
            continue  # a small copy that the camera made adds nothing for a recipient
        if _covers(first) and not _covers(copy):
            raise PartNotCovered(item=part.original.id[:8])
        _check_consent(part.original, witness, copy)
        yield Chosen(part.original, copy, secrets.token_bytes(SALT))


def _latest(vault: Vault, original: Original) -> Derivative:
    copies = vault.derivatives(original.id)
    if not copies:
        raise NotCleaned(item=original.id[:8])
    if second_look(copies[-1]).holds_up:
        raise NotLooked(item=original.id[:8])
    return copies[-1]


def second_look(copy: Derivative) -> again.SecondLook:
    """Return what a second look at a copy said; nothing for a copy that covers nothing.

    A covered copy without one, made by an earlier version, counts as one that was not looked at.
    """
    for step in copy.steps:
        if step.name == "redact":
            return again.from_json(step.facts.get("again"))
    return again.SecondLook()


def _covers(copy: Derivative) -> bool:
    return any(step.name == "redact" for step in copy.steps)


def _check_consent(original: Original, witness: Mapping[str, str], copy: Derivative) -> None:
    for person in unprotected(witness, copy):
        raise NoConsent(item=original.id[:8], person=person)


def unprotected(witness: Mapping[str, str], copy: Derivative) -> tuple[int, ...]:
    """Return the people shown, by their row, who gave no consent and whom the copy does not cover.

    ``witness`` is what the witness said in the record ("person.1.consent").
    """
    refused = {
        int(name.split(".")[1])
        for name, value in witness.items()
        if name.startswith("person.") and name.endswith(".consent") and value == "none"
    }
    covered = _people_covered(copy)
    return () if covered is None else tuple(sorted(refused - covered))


def _people_covered(copy: Derivative) -> frozenset[int] | None:
    """Return the people of the record whom the copy covers; None where that is all of them.

    A plan that covers the faces which were found, and leaves none visible by decision, covers
    everybody as far as the program can tell; a box that somebody drew covers whom it names.
    """
    for step in copy.steps:
        if step.name == "redact" and film.is_film(step.facts):
            return _people_in_film(film.from_json(step.facts))
        if step.name == "redact":
            plan = redaction.from_json(step.facts)
            faces = any(region.kind == "face" for region in plan.regions)
            if faces and not plan.kept:
                return None
            return frozenset(region.person for region in plan.regions if region.person)
    return frozenset()


def _people_in_film(plan: FilmPlan) -> frozenset[int] | None:
    """Return the same for a video; one whose tracks cover faces, and leave none, covers all."""
    covering = [track for track in plan.tracks if track.answer is Answer.COVER]
    visible = any(track.answer is Answer.VISIBLE for track in plan.tracks)
    if not visible and any(track.kind == "face" for track in covering):
        return None
    return frozenset(track.person for track in covering if track.person)
