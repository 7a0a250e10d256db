"""The lock, the weights, the page of licences and the bill of materials name the same parts."""

import re
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from capture.detect.weights import WEIGHTS
from ui.words import licences

PROJECT = Path(__file__).resolve().parents[2]
PACKAGES = PROJECT / "packaging" / "packages"
SPDX = re.compile(r"^[A-Za-z0-9.+-]+( (AND|OR|WITH) [A-Za-z0-9.+-]+)*$")


@pytest.fixture
def bill(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """Give the bill of materials as a build makes it."""
    monkeypatch.syspath_prepend(str(PACKAGES))
    import sbom

    made: dict[str, Any] = sbom.bill()
    return made


def locked() -> dict[str, str]:
    sys.path.insert(0, str(PACKAGES))
    try:
        import lock
    finally:
        sys.path.remove(str(PACKAGES))
    return {package.name: package.version for package in lock.packages()}


def table() -> dict[str, Any]:
    return tomllib.loads((PACKAGES / "native.toml").read_text("utf-8"))


def test_the_page_has_what_the_lock_has() -> None:
    shown = {part.name: part.version for part in licences.parts() if not part.carried_by}
    assert shown == locked(), "run packaging/packages/licences.py"


def test_the_page_has_every_model_and_every_part_without_a_lock() -> None:
    carried = {part.name: part.licence for part in licences.parts() if part.carried_by}
    models = {weights.name: weights.licence for weights in WEIGHTS}
    others = {part["name"]: part["licence"] for part in table()["part"]}
    assert carried == models | others, "run packaging/packages/licences.py"


def test_every_part_has_its_terms_in_full() -> None:
    short = [part.name for part in licences.parts() if sum(map(len, part.texts)) < 300]
    assert short == []
    unsaid = [part.name for part in licences.parts() if not SPDX.match(part.licence)]
    assert unsaid == []


def test_every_part_is_carried_by_something_that_is_there() -> None:
    known = {*locked(), "python", "system", "firsthand"}
    carriers = {name for part in table()["part"] for name in part["in"]}
    assert carriers <= known


def test_the_bill_has_what_the_page_has(bill: dict[str, Any]) -> None:
    shown = {(part.name, part.version) for part in licences.parts()}
    billed = {(one["name"], one.get("version", "")) for one in bill["components"]}
    assert billed == shown


def test_the_bill_has_each_model_by_its_digest(bill: dict[str, Any]) -> None:
    digests = {
        one["name"]: one["hashes"][0]["content"]
        for one in bill["components"]
        if one["type"] == "machine-learning-model"
    }
    assert digests == {weights.name: weights.sha256 for weights in WEIGHTS}


def test_what_the_bill_refers_to_is_in_it(bill: dict[str, Any]) -> None:
    references = [one["bom-ref"] for one in bill["components"]]
    assert len(set(references)) == len(references)
    known = {*references, bill["metadata"]["component"]["bom-ref"]}
    needed = {name for one in bill["dependencies"] for name in (one["ref"], *one["dependsOn"])}
    assert needed == known


def test_the_bill_is_the_same_each_time(bill: dict[str, Any]) -> None:
    import sbom

    assert sbom.bill() == bill
    assert bill["serialNumber"].startswith("urn:uuid:")


def test_who_asks_for_whom_is_read_from_the_lock(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(str(PACKAGES))
    import lock

    written = tmp_path / "some.lock"
    written.write_text(
        "one==1.0 \\\n    --hash=sha256:" + "a" * 64 + "\n    # via\n    #   firsthand (pyproject"
        ".toml)\n    #   Two_Three\ntwo-three[x]==2 ; sys_platform != 'win32' \\\n"
        "    --hash=sha256:" + "b" * 64 + "\n    # via firsthand (pyproject.toml)\n"
    )
    one, two = lock.packages(written)
    assert (one.name, one.version, one.asked_by) == ("one", "1.0", ("firsthand", "two-three"))
    assert (two.name, two.version, two.asked_by) == ("two-three", "2", ("firsthand",))
