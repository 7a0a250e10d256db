"""A plan as a file: written from a covered copy, edited, and carried out."""

import json
import zipfile
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tests.journeys.conftest import Firsthand

PHOTO = "IMG_20240501_184207.jpg"


@pytest.fixture
def vault(firsthand: Firsthand, tmp_path: Path) -> Path:
    folder = tmp_path / "plans-vault"
    assert firsthand.vault("vault", "create", folder).code == 0
    return folder


@pytest.fixture
def item(firsthand: Firsthand, vault: Path, samples: Path) -> str:
    imported = firsthand.vault("import", vault, samples / PHOTO, "--json")
    return str(imported.json["items"][0]["id"])


@pytest.fixture
def written(firsthand: Firsthand, vault: Path, item: str, tmp_path: Path) -> Path:
    path = tmp_path / "plan.json"
    box = ("--box", "32,48,16,16", "--style", "solid", "--write-plan", path)
    assert firsthand.vault("redact", vault, item, *box).code == 0
    return path


def test_an_edited_plan_covers_an_ellipse_and_crops(
    firsthand: Firsthand, vault: Path, item: str, written: Path, tmp_path: Path
) -> None:
    assert written.stat().st_mode & 0o777 == 0o600
    plan = json.loads(written.read_bytes())
    ellipse = {**plan["regions"][0], "shape": "ellipse", "box": [64, 64, 64, 64]}
    plan["regions"] = [{**ellipse, "kind": "text"}]
    plan["crop"] = [48, 48, 160, 112]
    edited = tmp_path / "edited.json"
    edited.write_text(json.dumps(plan))
    done = firsthand.vault("redact", vault, item, "--plan", edited, "--json")
    assert done.code == 0, done.err
    assert done.json["kinds"] == {"text": 1}
    assert firsthand.vault("redact", vault, item, "--looked").code == 0
    out = tmp_path / "b.zip"
    assert firsthand.vault("bundle", vault, item, "-o", out).code == 0
    with zipfile.ZipFile(out) as opened:
        name = next(name for name in opened.namelist() if name.endswith("media/001.jpg"))
        picture = np.asarray(Image.open(opened.open(name)).convert("RGB")).astype(int)
    assert picture.shape == (112, 160, 3)
    assert np.ptp(picture[40:56, 40:56]) <= 4, "the middle of the ellipse is solid"
    again = tmp_path / "again.json"
    assert firsthand.vault("redact", vault, item, "--write-plan", again).code == 0
    assert json.loads(again.read_bytes()) == plan


def test_a_plan_is_never_written_over_a_file(
    firsthand: Firsthand, vault: Path, item: str, written: Path
) -> None:
    before = written.read_bytes()
    assert firsthand.vault("redact", vault, item, "--write-plan", written).code == 1
    assert written.read_bytes() == before


def test_another_photos_plan_is_refused_and_nothing_is_made(
    firsthand: Firsthand, vault: Path, item: str, written: Path
) -> None:
    plan = json.loads(written.read_bytes())
    bad = written.with_name("bad.json")
    bad.write_text(json.dumps({**plan, "width": plan["width"] + 1}))
    copies = firsthand.vault("show", vault, item, "--json").json["item"]["derivatives"]
    done = firsthand.vault("redact", vault, item, "--plan", bad, "--json")
    assert (done.code, done.json["error"]["code"]) == (1, "bad-plan")
    assert firsthand.vault("show", vault, item, "--json").json["item"]["derivatives"] == copies
