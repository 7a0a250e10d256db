"""What the vault knows of one item, read in one go, off the window's thread."""

from dataclasses import dataclass

from capture import places
from capture.places import Town, outlines
from capture.report import MetadataReport
from storage.evidence import EvidenceRecord
from storage.records import CustodyEntry, Derivative, Original, Part
from ui.desktop import phrases
from ui.desktop.models.report import report_from
from ui.desktop.session import Session

_POLE = 90
_TOWNS = 6
_APART_KM = 130.0


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a file says it was made, in degrees, and the towns around it, nearest first."""

    latitude: float
    longitude: float
    towns: tuple[Town, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """What the vault knows of one item, read in one go."""

    original: Original
    report: MetadataReport | None
    copies: tuple[Derivative, ...]
    record: EvidenceRecord
    custody: tuple[CustodyEntry, ...]
    parts: tuple[Part, ...]
    """What belongs to it: the clip of a live photo, a raw, an edited version, a sidecar."""
    near: str | None
    """The nearest city to where the file says it was made, looked up offline."""
    spot: Spot | None
    """That place and the towns around it, for a sketch."""


def known_of(session: Session, item: str) -> Known:
    """Read what the vault knows of an item; runs in a worker."""
    vault = session.vault
    kept = vault.report(item)
    report = None if kept is None else report_from(kept)
    place = None if report is None else _place(report)
    return Known(
        original=vault.original(item),
        report=report,
        copies=tuple(vault.derivatives(item)),
        record=vault.record(item),
        custody=tuple(vault.custody(item)),
        parts=vault.parts(item),
        near=None if place is None else places.city_of(*place),
        spot=None if place is None else spot_at(*place),
    )


def _place(report: MetadataReport) -> tuple[float, float] | None:
    """Return latitude and longitude, where the file says any that can be."""
    try:
        latitude, longitude = (
            float(report.facts.latitude or ""),
            float(report.facts.longitude or ""),
        )
    except ValueError:
        return None
    there = abs(latitude) <= _POLE and abs(longitude) <= 2 * _POLE
    return (latitude, longitude) if there else None


def spot_at(latitude: float, longitude: float) -> Spot:
    """Look up offline what is around a place."""
    outlines.world()  # read here, so that nothing waits for it where it is painted
    return Spot(latitude, longitude, places.around(latitude, longitude, _TOWNS, _APART_KM))


def facts(known: Known) -> str:
    """Say in one line what an item is: its kind, size, pixels or length, and when it came."""
    found = known.report.facts if known.report is not None else None
    said = [known.original.kind.upper(), phrases.size(known.original.size)]
    if found is not None and found.width and found.height:
        said.append(f"{phrases.count(found.width)} × {phrases.count(found.height)}")  # noqa: RUF001 # the sign for "by"
    if found is not None and found.duration:
        said.append(phrases.duration(found.duration))
    said.append(phrases.when(known.original.sealed_at))
    return phrases.together(*said)
