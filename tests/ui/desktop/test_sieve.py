from dataclasses import replace

import pytest

from capture.report import Harm
from storage.records import Json, Original, Provenance
from ui.desktop.models import sieve
from ui.desktop.models.facets import NOTHING, Facets, Sort, day_of, facets_of
from ui.desktop.models.sieve import Entry, Order, Section, Sieve


def entry(number: int, sealed_at: str, facets: Facets = NOTHING, **said: object) -> Entry:
    provenance = Provenance("folder", str(said.get("name", f"IMG_{number}.jpg")), None)
    kind, size = str(said.get("kind", "jpeg")), int(str(said.get("size", 100)))
    return Entry(Original(f"{number:032x}", kind, size, "", sealed_at, provenance), facets)


PHOTO = entry(1, "2024-05-01T10:00:00Z", Facets(
    examined=True, taken_at="2024-04-30T23:00:00+02:00", harms=(Harm.LOCATION, Harm.TIME),
    placed=True, people=2, consent="none", risk="high", covered=True, cleaned=True, bundled=True,
    text="water cannon",
), name="PXL_20240430.jpg", size=500)  # fmt: skip
VIDEO = entry(2, "2024-05-01T10:01:00Z", Facets(harms=(Harm.DEVICE,)), kind="mp4", size=900)
VOICE = entry(3, "2024-05-02T09:00:00Z", kind="wav", name="Signal-2024.opus")
PLAIN = entry(
    4, "2024-05-02T09:00:01Z", Facets(people=1, consent="explicit"), name="screenshot.png"
)
ALL = (PHOTO, VIDEO, VOICE, PLAIN)


@pytest.mark.parametrize(
    ("set_", "left"),
    [
        (Sieve(), ALL),
        (Sieve(sort=Sort.VIDEO), (VIDEO,)),
        (Sieve(sort=Sort.SOUND), (VOICE,)),
        (Sieve(harm=Harm.LOCATION), (PHOTO,)),
        (Sieve(placed=True), (PHOTO,)),
        (Sieve(placed=False), (VIDEO, VOICE, PLAIN)),
        (Sieve(people="none"), (PHOTO,)),
        (Sieve(people="listed"), (PHOTO, PLAIN)),
        (Sieve(people="nobody"), (VIDEO, VOICE)),
        (Sieve(risk="high"), (PHOTO,)),
        (Sieve(covered=True), (PHOTO,)),
        (Sieve(bundled=False), (VIDEO, VOICE, PLAIN)),
        (Sieve(origin="screenshot"), (PLAIN,)),
        (Sieve(first="2024-05-01", last="2024-05-01"), (VIDEO,)),
        (Sieve(last="2024-04-30"), (PHOTO,)),
        (Sieve(words="CANNON"), (PHOTO,)),
        (Sieve(words="pxl water"), (PHOTO,)),
        (Sieve(words="water", sort=Sort.VIDEO), ()),
    ],
)
def test_what_is_let_through(set_: Sieve, left: tuple[Entry, ...]) -> None:
    found = sieve.arranged(ALL, set_, Order.IMPORT)
    assert found.entries == tuple(reversed(left))
    assert sum(section.count for section in found.sections) == len(left)


def test_a_span_of_days_counts_as_one_filter_and_words_as_none() -> None:
    assert Sieve(words="a").chosen == 0
    assert Sieve(first="2024-05-01", last="2024-05-02", covered=False).chosen == 2


def test_sealings_without_a_long_pause_are_one_import() -> None:
    found = sieve.arranged(ALL, Sieve(), Order.IMPORT)
    assert found.sections == (
        Section("2024-05-02T09:00:00Z", 2), Section("2024-05-01T10:00:00Z", 2),
    )  # fmt: skip


@pytest.mark.parametrize("order", list(Order))
def test_every_order_shows_every_item_once(order: Order) -> None:
    found = sieve.arranged(ALL, Sieve(), order)
    assert sorted(one.original.id for one in found.entries) == [one.original.id for one in ALL]
    assert sum(section.count for section in found.sections) == len(ALL)


def test_the_orders() -> None:
    def ids(order: Order) -> list[int]:
        found = sieve.arranged(ALL, Sieve(), order)
        return [int(one.original.id, 16) for one in found.entries]

    assert ids(Order.NEWEST) == [4, 3, 2, 1]
    assert ids(Order.OLDEST) == [1, 2, 3, 4]
    assert ids(Order.LARGEST)[:2] == [2, 1]
    assert ids(Order.WORST)[:2] == [1, 2]
    assert ids(Order.NAME) == [2, 1, 4, 3]


def test_one_more_of_an_import_stands_under_its_heading() -> None:
    before = [Section("2024-05-02T09:00:00Z", 2)]
    same = entry(9, "2024-05-02T09:05:00Z").original
    assert sieve.with_newest(before, same, PLAIN.original) == [Section(before[0].key, 3)]
    later = replace(same, sealed_at="2024-05-02T11:00:00Z")
    assert sieve.with_newest(before, later, PLAIN.original) == [
        Section(later.sealed_at, 1),
        *before,
    ]
    assert sieve.with_newest([], same, None) == [Section(same.sealed_at, 1)]


def test_an_items_day_is_its_own_before_its_files_before_sealings() -> None:
    assert day_of(PHOTO.original, PHOTO.facets) == "2024-04-30"
    sealed = VIDEO.original
    assert day_of(sealed, Facets()) == "2024-05-01"
    dated = replace(sealed, provenance=Provenance("folder", "a", "2023-01-02T03:04:05Z"))
    assert day_of(dated, Facets()) == "2023-01-02"


def test_facets_are_what_the_vault_knows() -> None:
    report: Json = {
        "traces": ({"harm": "device"}, {"harm": "location"}, {"harm": "device"}),
        "facts": {"taken_at": "2024-05-01T10:00:00+02:00", "latitude": "35.7"},
    }
    said = {
        "person.1.consent": "explicit", "person.2.consent": "implied", "person.3.name": "Ana",
        "risk": "low", "summary": "Water Cannon", "contact": "nobody searches this",
    }  # fmt: skip
    made = facets_of(report, said, frozenset(("redact",)), parts=1, bundled=True)
    assert made == Facets(
        examined=True, taken_at="2024-05-01T10:00:00+02:00", harms=(Harm.LOCATION, Harm.DEVICE),
        placed=True, people=3, consent="implied", risk="low", covered=True, cleaned=True,
        bundled=True, parts=1, text="water cannon",
    )  # fmt: skip
    nothing = facets_of(None, {}, frozenset(), parts=0, bundled=False)
    assert nothing == Facets()
