"""A bundle in parts for messengers: written all or none, found again from the first."""

import random
import subprocess
from pathlib import Path

import pytest
from PIL import Image

from tests.conftest import Tool
from tests.journeys.conftest import Firsthand


def parts_of(out: Path) -> list[Path]:
    return sorted(out.parent.glob(out.name + ".*"))


@pytest.fixture
def bundle(firsthand: Firsthand, vault: Path, tmp_path: Path) -> Path:
    noise = random.Random(1).randbytes(1200 * 1000 * 3)
    Image.frombytes("RGB", (1200, 1000), noise).save(tmp_path / "noise.jpg", quality=90)
    imported = firsthand.vault("import", vault, tmp_path / "noise.jpg", "--json")
    items = [item["id"] for item in imported.json["items"]]
    out = tmp_path / "out" / "bundle.zip"
    out.parent.mkdir()
    ended = firsthand.vault("bundle", vault, *items, "-o", out, "--volume", "1MB", "--json")
    assert ended.code == 0, ended.err
    made = parts_of(out)
    assert ended.json["path"] == str(made[0])
    assert ended.json["volumes"] == len(made) > 1
    assert ended.json["size"] == sum(part.stat().st_size for part in made)
    return out


def test_the_first_part_is_enough_to_verify_all(firsthand: Firsthand, bundle: Path) -> None:
    parts = parts_of(bundle)
    assert sorted(bundle.parent.iterdir()) == parts  # no whole, no hidden part
    assert [part.stat().st_size for part in parts[:-1]] == [1_000_000] * (len(parts) - 1)
    assert {part.stat().st_mtime for part in parts} == {315532800}
    assert firsthand("verify", f"{bundle}.001").code == 0


def test_cat_makes_the_bundle_of_its_parts(firsthand: Firsthand, bundle: Path, tool: Tool) -> None:
    cat = tool("cat")
    with bundle.open("wb") as whole:
        subprocess.run([cat, *parts_of(bundle)], stdout=whole, check=True)
    assert firsthand("verify", bundle).code == 0


def test_a_missing_part_is_named(firsthand: Firsthand, bundle: Path) -> None:
    parts = parts_of(bundle)
    parts[-1].unlink()
    ended = firsthand("verify", parts[0])
    assert ended.code == 4
    bundle.with_name(bundle.name + ".009").write_bytes(b"x")
    ended = firsthand("verify", parts[0])
    assert ended.code == 4
    assert f"Part {len(parts)} of this bundle is missing" in ended.err


def test_nothing_is_written_where_one_part_is_in_the_way(
    firsthand: Firsthand, vault: Path, bundle: Path
) -> None:
    item = firsthand.vault("list", vault, "--json").json["items"][0]["id"]
    in_the_way = bundle.with_name("new.zip.001")
    in_the_way.write_bytes(b"mine")
    out = bundle.with_name("new.zip")
    ended = firsthand.vault("bundle", vault, item, "-o", out, "--volume", "95 MB")
    assert ended.code == 1
    assert "already something with this name" in ended.err
    assert parts_of(out) == [in_the_way]
    assert in_the_way.read_bytes() == b"mine"
