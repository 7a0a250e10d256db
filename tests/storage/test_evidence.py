import tomllib
from pathlib import Path

import pytest

from storage import evidence
from storage.errors import BadValue, NoSuchField
from storage.evidence import FIELDS, Origin
from storage.records import Original, Provenance

PROJECT = Path(__file__).resolve().parent.parent.parent


def original(name: str = "IMG_0001.jpg") -> Original:
    provenance = Provenance(
        "phone", name, "2026-01-30T08:00:00Z", "DCIM/" + name, "Maker Model", "0.25"
    )
    return Original("ab" * 16, "jpeg", 1234, "cd" * 32, "2026-01-31T09:30:00Z", provenance)


def test_every_field_is_declared_once() -> None:
    names = [field.name for field in FIELDS]
    assert len(names) == len(set(names))


def test_the_tool_is_the_version_that_is_built() -> None:
    version = tomllib.loads((PROJECT / "pyproject.toml").read_text())["project"]["version"]
    assert f"Firsthand {version}" == evidence.TOOL


def test_the_program_fills_every_automatic_field() -> None:
    embedded: dict[str, str | int | None] = {
        "latitude": "35.689200",
        "longitude": "51.389000",
        "taken_at": "2026-01-29T10:00:00+03:30",
        "device": "Maker Model",
        "duration": "12.5",
        "width": 4000,
        "height": 3000,
    }
    said = evidence.automatic(original(), embedded, "2026-02-01T00:00:00Z")
    assert set(said) == {field.name for field in FIELDS if field.origin is Origin.AUTOMATIC}
    assert said["embedded_place"] == "35.689200, 51.389000"
    assert said["dimensions"] == "4000 x 3000"
    assert said["fixity_checked_at"] == "2026-02-01T00:00:00Z"


def test_what_a_file_does_not_say_is_left_out() -> None:
    said = evidence.automatic(original(), {"latitude": "1.000000", "device": None}, "x")
    assert not {"embedded_place", "device", "duration", "dimensions"} & set(said)


@pytest.mark.parametrize("name", ["sha256", "device", "tool"])
def test_automatic_fields_cannot_be_written(name: str) -> None:
    with pytest.raises(NoSuchField):
        evidence.checked({name: "x"})


@pytest.mark.parametrize(
    "name", ["", "nonsense", "person.consent", "person.0.consent", "person.100.name", "person.1.x"]
)
def test_unknown_fields_are_refused(name: str) -> None:
    with pytest.raises(NoSuchField):
        evidence.checked({name: "x"})


def test_people_are_rows() -> None:
    values = {"person.1.consent": "none", "person.99.name": "A."}
    assert evidence.checked(values) == values


def test_choices_and_lengths_are_held() -> None:
    with pytest.raises(BadValue) as caught:
        evidence.checked({"risk": "enormous"})
    assert caught.value.facts["choices"] == "low, medium, high"
    assert evidence.checked({"summary": "a" * evidence.SHORT})
    with pytest.raises(BadValue):
        evidence.checked({"summary": "a" * (evidence.SHORT + 1)})
    assert evidence.checked({"description": "ش" * evidence.LONG})


def test_an_empty_value_takes_a_choice_away() -> None:
    assert evidence.checked({"risk": "  "}) == {"risk": ""}


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("IMG-20240101-WA0007.jpg", "received copy"),
        ("VID-20240101-WA0007.mp4", "received copy"),
        ("signal-2024-05-01-101500.jpg", "received copy"),
        ("photo_2024-05-01_10-15-00.jpg", "received copy"),
        ("Screenshot_20240101-101500.png", "screenshot"),
        ("IMG_E1234.JPG", "edited"),
        ("FullSizeRender.heic", "edited"),
        ("IMG_1234.JPG", "unknown"),
        ("PXL_20240101_101500123.jpg", "unknown"),
        ("WhatsApp Image 2024-05-01 at 18.42.07.jpeg", "received copy"),
        ("received_123456789.jpeg", "received copy"),
        ("IMG_1234.PNG", "screenshot"),
        ("Capture d'écran 2024-05-01.png", "screenshot"),
        ("IMG_20240501_101500~2.jpg", "edited"),
        ("PXL_20230505_101112131.PORTRAIT-01.COVER.jpg", "edited"),
    ],
)
def test_the_generation_is_a_hint_by_the_name(name: str, word: str) -> None:
    assert evidence.generation(name) == word


def test_what_names_no_camera_and_no_time_is_labelled_once_it_was_examined() -> None:
    nothing = {"device": None, "taken_at": None, "width": 640}
    assert evidence.generation("holiday.jpg", nothing) == "no camera data"
    assert evidence.generation("holiday.jpg", {**nothing, "device": "EP-7"}) == "unknown"
    assert evidence.generation("holiday.jpg", {}) == "unknown"
    assert evidence.generation("Screenshot_1.png", nothing) == "screenshot"
