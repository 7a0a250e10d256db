"""``demo`` prints every step and leaves a bundle that stock tools accept."""

import subprocess
import sys
import zipfile
from pathlib import Path

from tests.conftest import Tool
from tests.journeys.conftest import Firsthand


def test_demo_leaves_a_bundle_that_stock_tools_accept(
    firsthand: Firsthand, tmp_path: Path, tool: Tool
) -> None:
    out = tmp_path / "demo"
    ended = firsthand("demo", out)
    assert ended.code == 0, ended.err
    for number in range(1, 9):
        assert f"\n{number}. " in ended.out
    assert "This photo says where it was taken: 35.689200, 51.389000" in ended.out
    assert ended.out.count("This bundle is whole") == 2
    assert sorted(path.name for path in out.iterdir()) == [
        "bundle.zip",
        "bundle.zip.age",
        "identity.txt",
    ]
    assert firsthand.left_over() == []
    opened = tmp_path / "opened.zip"
    run(tool("age"), "-d", "-i", out / "identity.txt", "-o", opened, out / "bundle.zip.age")
    assert opened.read_bytes() == (out / "bundle.zip").read_bytes()
    run(tool("unzip"), "-q", opened, "-d", tmp_path / "bag")
    (bag,) = (tmp_path / "bag").iterdir()
    run(sys.executable, "-m", "bagit", "--validate", bag)
    run(tool("sha256sum"), "--strict", "-c", "manifest-sha256.txt", cwd=bag)
    media = sorted(path.name for path in (bag / "data" / "media").iterdir())
    assert len(media) == 3
    assert firsthand("verify", bag).code == 0


def test_demo_does_not_overwrite_and_finds_a_new_folder(firsthand: Firsthand) -> None:
    (firsthand.home / "firsthand-demo").mkdir()
    assert firsthand("demo").code == 0
    made = firsthand.home / "firsthand-demo-2"
    assert zipfile.is_zipfile(made / "bundle.zip")
    before = (made / "bundle.zip").read_bytes()
    ended = firsthand("demo", made)
    assert ended.code == 1
    assert "already something with this name" in ended.err
    assert (made / "bundle.zip").read_bytes() == before


def run(*command: str | Path, cwd: Path | None = None) -> None:
    done = subprocess.run(command, capture_output=True, cwd=cwd, check=False)
    assert done.returncode == 0, (command, done.stdout, done.stderr)
