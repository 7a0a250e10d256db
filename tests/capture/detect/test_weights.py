"""Weights that are not what their list says are never run."""

import hashlib
import os
import re
from pathlib import Path

import pytest

from capture.detect import weights
from capture.detect.weights import Registry
from capture.errors import WeightsMissing


def test_weights_that_are_not_what_they_should_be_are_never_run(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(weights, "FOLDER", tmp_path)
    with pytest.raises(WeightsMissing):
        weights.load(weights.CENTERFACE)
    (tmp_path / "centerface.onnx").write_bytes(b"something else")
    with pytest.raises(WeightsMissing):
        weights.load(weights.CENTERFACE)


@pytest.mark.parametrize("listed", weights.WEIGHTS, ids=lambda one: one.name)
def test_every_model_that_is_listed_is_there_and_right(listed: weights.Weights) -> None:
    there = (weights.FOLDER / listed.name).is_file()
    required = os.environ.get("FIRSTHAND_REQUIRE_TOOLS") == "1"
    if listed.registry is Registry.NPM and not there and not required:
        pytest.skip("it comes by npm, which set-up did not find")
    assert hashlib.sha256(weights.load(listed)).hexdigest() == listed.sha256


def test_every_model_s_licence_is_in_the_documents() -> None:
    table = (Path(__file__).resolve().parents[3] / "docs/licences.md").read_text("utf-8")
    for listed in weights.WEIGHTS:
        (line,) = [line for line in table.splitlines() if line.startswith(f"| `{listed.name}` |")]
        assert listed.licence in line
        package = re.fullmatch(r"(.+?)(?:==|@)([\d.]+)", listed.package)
        assert package is not None
        name, version = package.groups()
        assert f"{name} {version}" in line
