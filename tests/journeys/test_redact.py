"""Covering faces and boxes through the real command line."""

import io
import wave
import zipfile
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from tests.journeys.conftest import Firsthand

PHOTO = "IMG_20240501_184207.jpg"


@pytest.fixture
def portrait(firsthand: Firsthand, samples: Path, tmp_path: Path) -> tuple[Path, str]:
    vault = tmp_path / "portrait-vault"
    assert firsthand.vault("vault", "create", vault).code == 0
    imported = firsthand.vault("import", vault, samples / PHOTO, "--json")
    return vault, imported.json["items"][0]["id"]


def _bundled(firsthand: Firsthand, vault: Path, item: str, out: Path) -> Image.Image:
    made = firsthand.vault("bundle", vault, item, "-o", out)
    assert made.code == 0, made.err
    with zipfile.ZipFile(out) as opened:
        name = next(name for name in opened.namelist() if name.endswith("media/001.jpg"))
        return Image.open(io.BytesIO(opened.read(name))).convert("RGB")


def test_a_found_face_is_covered_in_what_leaves(
    firsthand: Firsthand, portrait: tuple[Path, str], tmp_path: Path
) -> None:
    vault, item = portrait
    before = _bundled(firsthand, vault, item, tmp_path / "before.zip")
    done = firsthand.vault("redact", vault, item, "--faces", "--json")
    assert done.code == 0, done.err
    assert done.json["faces"] >= 1
    assert done.json["found_again"] == 0
    after = _bundled(firsthand, vault, item, tmp_path / "after.zip")
    region = done.json["derivative"]["steps"][0]["facts"]["regions"][0]
    left, top, width, height = region["box"]
    box = (left, top, left + width, top + height)
    inside = np.asarray(after.crop(box)).astype(int)
    was = np.asarray(before.crop(box)).astype(int)
    assert np.abs(inside - was).mean() > 20
    shown = firsthand.vault("show", vault, item, "--json").json
    events = [entry["event"] for entry in shown["custody"]]
    assert (events.count("derived"), events.count("redacted")) == (1, 1)


def test_a_drawn_box_is_solid_where_asked(
    firsthand: Firsthand, portrait: tuple[Path, str], tmp_path: Path
) -> None:
    vault, item = portrait
    done = firsthand.vault(
        "redact", vault, item, "--box", "32,48,16,16", "--style", "solid", "--json"
    )
    assert (done.code, done.json["covered"], done.json["faces"]) == (0, 1, 0)
    assert done.json["to_look_at"]
    refused = firsthand.vault("bundle", vault, item, "-o", tmp_path / "b.zip", "--json")
    assert (refused.code, refused.json["error"]["code"]) == (1, "not-looked")
    assert not (tmp_path / "b.zip").exists()
    looked = firsthand.vault("redact", vault, item, "--looked", "--json")
    assert (looked.code, looked.json["to_look_at"]) == (0, False)
    assert looked.json["derivative"]["sha256"] == done.json["derivative"]["sha256"]
    covered = np.asarray(_bundled(firsthand, vault, item, tmp_path / "b.zip"))
    assert np.ptp(covered[50:62, 34:46].astype(int)) <= 4


def test_what_was_covered_stays_covered_by_the_next_plan(
    firsthand: Firsthand, portrait: tuple[Path, str]
) -> None:
    vault, item = portrait
    assert firsthand.vault("redact", vault, item, "--box", "32,48,16,16").code == 0
    both = firsthand.vault("redact", vault, item, "--faces", "--json").json
    assert both["kinds"]["other"] == 1
    assert both["faces"] >= 1
    again = firsthand.vault("redact", vault, item, "--faces", "--json").json
    assert again["covered"] == both["covered"]
    anew = firsthand.vault("redact", vault, item, "--faces", "--anew", "--json").json
    assert anew["covered"] == both["covered"] - 1


def test_many_items_are_covered_and_reviewed_with_the_least_sure_first(
    firsthand: Firsthand, samples: Path, tmp_path: Path
) -> None:
    vault = tmp_path / "all-vault"
    assert firsthand.vault("vault", "create", vault).code == 0
    sign = Image.new("RGB", (640, 480), (90, 110, 90))
    ImageDraw.Draw(sign).text((100, 200), "HOTEL", "white", ImageFont.load_default(80))
    sign.save(tmp_path / "sign.png")
    (video,) = samples.glob("*.mp4")
    files = (samples / PHOTO, tmp_path / "sign.png", video)
    imported = firsthand.vault("import", vault, *files, "--json").json["items"]
    ids = {item["name"]: item["id"] for item in imported}
    done = firsthand.vault("redact", vault, "--all", "--faces", "--text", "--json")
    assert done.code == 0, done.err
    rows = {row["item"]: row for row in done.json["items"]}
    assert set(rows) == {ids[PHOTO], ids["sign.png"]}
    assert rows[ids[PHOTO]]["kinds"]["face"] >= 1
    assert rows[ids["sign.png"]]["kinds"] == {"text": 1}
    review = done.json["review"]
    assert [row["confidence"] for row in review] == sorted(row["confidence"] for row in review)
    assert {row["kind"] for row in review} >= {"face", "text"}
    told = firsthand.vault("redact", vault, "--all", "--faces")
    assert "HOTEL" not in told.out + told.err


@pytest.fixture
def note(tmp_path: Path) -> Path:
    """Make a recording: there is nothing in it to cover."""
    path = tmp_path / "note.wav"
    with wave.open(str(path), "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(8000)
        sound.writeframes(bytes(16_000))
    return path


def test_one_item_that_cannot_be_covered_does_not_keep_the_others(
    firsthand: Firsthand, samples: Path, note: Path, tmp_path: Path
) -> None:
    vault = tmp_path / "mixed-vault"
    assert firsthand.vault("vault", "create", vault).code == 0
    imported = firsthand.vault("import", vault, samples / PHOTO, note, "--json").json["items"]
    photo, sound = (item["id"] for item in imported)
    done = firsthand.vault("redact", vault, sound, photo, "--faces", "--json")
    assert done.code == 1
    assert [(error["item"], error["code"]) for error in done.json["errors"]] == [
        (sound, "unsupported")
    ]
    assert done.json["items"][1]["derivative"]["original"] == photo


def test_a_photo_in_which_nothing_is_found_says_what_that_does_not_mean(
    firsthand: Firsthand, tmp_path: Path
) -> None:
    vault = tmp_path / "empty-vault"
    assert firsthand.vault("vault", "create", vault).code == 0
    Image.new("RGB", (320, 240), (90, 110, 90)).save(tmp_path / "wall.png")
    item = firsthand.vault("import", vault, tmp_path / "wall.png", "--json").json["items"][0]["id"]
    done = firsthand.vault("redact", vault, item, "--faces")
    assert done.code == 0
    assert "No face was found" in done.out + done.err
    assert "does not mean" in done.out + done.err


@pytest.mark.parametrize(
    "wrong",
    [
        (),
        ("--box", "1,2,3"),
        ("--box", "1,2,0,4"),
        ("--all", "--faces"),
        ("--looked", "--faces"),
    ],
)
def test_wrong_usage_says_what_to_write(
    firsthand: Firsthand, portrait: tuple[Path, str], wrong: tuple[str, ...]
) -> None:
    vault, item = portrait
    assert firsthand.vault("redact", vault, item, *wrong).code == 2


def test_a_recording_cannot_be_covered_and_says_so(
    firsthand: Firsthand, note: Path, tmp_path: Path
) -> None:
    vault = tmp_path / "sound-vault"
    assert firsthand.vault("vault", "create", vault).code == 0
    item = firsthand.vault("import", vault, note, "--json").json["items"][0]["id"]
    done = firsthand.vault("redact", vault, item, "--faces")
    assert done.code == 1
    assert done.err
