"""What is no redaction plan is refused before anything is opened."""

from pathlib import Path

import pytest

from capture.errors import BadPlan
from capture.redact.plan import Crop, RedactionPlan, Region, Shape
from ui.cli import app, exits, plans

PLAN = RedactionPlan(
    320, 400, "00" * 16, (Region(1, 2, 30, 40, shape=Shape.ELLIPSE),), crop=Crop(0, 0, 100, 100)
)


def test_a_plan_comes_back_as_it_was_written(tmp_path: Path) -> None:
    plans.write(PLAN, tmp_path / "plan.json")
    assert plans.read(tmp_path / "plan.json") == PLAN
    with pytest.raises(FileExistsError):
        plans.write(PLAN, tmp_path / "plan.json")


@pytest.mark.parametrize(
    "spoiled",
    [b"", b"[" * 100_000, b"[]", b'{"version": 2}', b'{"version": 3}', b" " * (5 << 20), b"\xff{}"],
    ids=["empty", "deep", "a list", "nothing in it", "newer", "too long", "no text"],
)
def test_what_is_no_plan_is_refused(tmp_path: Path, spoiled: bytes) -> None:
    (tmp_path / "plan.json").write_bytes(spoiled)
    with pytest.raises(BadPlan):
        plans.read(tmp_path / "plan.json")


@pytest.mark.parametrize("beside", [("--faces",), ("--box", "1,2,3,4"), ("--anew",), ("--looked",)])
def test_a_plan_stands_alone(beside: tuple[str, ...]) -> None:
    assert app.main(["redact", "v", "abcd", "--plan", "p.json", *beside]) == exits.USAGE


def test_a_plan_is_of_one_photo() -> None:
    assert app.main(["redact", "v", "abcd", "ef01", "--plan", "p.json"]) == exits.USAGE
    assert app.main(["redact", "v", "--all", "--plan", "p.json"]) == exits.USAGE
