import pytest

from capture.reveal import RevealPlace, RevealTime, shown

RECORD = {
    "summary": "A protest",
    "notes": "for me alone",
    "device": "Maker Model",
    "original_name": "IMG_0001.JPG",
    "embedded_place": "35.689200, 51.389000",
    "claimed_place": "In front of the bakery",
    "embedded_time": "2024-05-01T10:11:12+03:30",
    "claimed_time": "in the morning",
    "pseudonym": "Nilufar",
    "contact": "someone@example.org",
    "person.1.name": "A. B.",
    "person.1.consent": "explicit",
}


def _shown(place: str = "none", time: str = "none", *, contact: bool = False) -> dict[str, str]:
    return shown(RECORD, RevealPlace(place), RevealTime(time), contact=contact)


def test_nothing_but_what_is_listed_leaves() -> None:
    assert _shown() == {"summary": "A protest", "person.1.consent": "explicit"}


@pytest.mark.parametrize(
    ("place", "said"),
    [("city", "Tehran, Iran"), ("region", "Iran (within about 100 km of 35° N, 51° E)")],
)
def test_a_place_is_as_coarse_as_asked_and_never_in_the_witness_own_words(
    place: str, said: str
) -> None:
    values = _shown(place)
    assert values["place"] == said
    assert not {"embedded_place", "claimed_place"} & set(values)
    assert "35.6" not in str(values)


def test_an_exact_place_is_shown_when_asked_for() -> None:
    values = _shown("exact")
    assert values["embedded_place"] == "35.689200, 51.389000"
    assert values["claimed_place"] == "In front of the bakery"


@pytest.mark.parametrize(("time", "said"), [("month", "2024-05"), ("day", "2024-05-01")])
def test_a_time_is_cut_and_words_are_left_out(time: str, said: str) -> None:
    values = _shown(time=time)
    assert values["embedded_time"] == said
    assert "claimed_time" not in values


def test_the_contact_leaves_only_when_asked_for() -> None:
    assert _shown(contact=True)["contact"] == "someone@example.org"
    assert "Nilufar" not in str(_shown("exact", "exact"))


def test_a_place_that_is_no_coordinates_is_not_guessed_at() -> None:
    fields = {"embedded_place": "somewhere, 400.0"}
    assert shown(fields, RevealPlace.CITY, RevealTime.NONE, contact=False) == {}
