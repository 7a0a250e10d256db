"""The short form of ``packaging/test-load.sh``: each part does its work, whatever it takes."""

import subprocess
import sys
from pathlib import Path

import pytest

BENCH = Path(__file__).resolve().parents[2] / "packaging" / "bench" / "bench_load.py"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="measured as POSIX systems do")


def said(tmp_path: Path, *options: str) -> str:
    command = [sys.executable, str(BENCH), "--folder", str(tmp_path), *options]
    ended = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert ended.returncode == 0, ended.stderr[-3000:]
    return ended.stdout


def test_growth_is_stated(tmp_path: Path) -> None:
    out = said(tmp_path, "--only", "items", "--sizes", "40", "80")
    assert out.count(" items: open s ") == 2
    assert "growth: open s " in out


def test_a_hollow_vault_is_opened_and_read_at_its_ends(tmp_path: Path) -> None:
    out = said(tmp_path, "--only", "huge", "--gigabytes", "20", "--real", "0")
    assert "GiB 20" in out
    assert "findings 0" in out


@pytest.mark.timeout(600)
def test_four_sources_at_once_lose_nothing_and_take_nothing_twice(tmp_path: Path) -> None:
    out = said(tmp_path, "--only", "imports", "--photos", "12")
    assert "sealed 12; cleaned 12; findings 0" in out


@pytest.mark.timeout(600)
def test_a_day_of_the_queue_ends_with_all_delivered(tmp_path: Path) -> None:
    out = said(tmp_path, "--only", "week", "--days", "1", "--a-day", "24")
    counts = dict(part.rsplit(" ", 1) for part in out.strip().removeprefix("week: ").split("; "))
    assert int(counts["put in"]) > 10
    assert counts["put in"] == counts["delivered"] == counts["arrived"]
    assert (counts["findings"], counts["blobs left"]) == ("0", "0")
    assert int(counts["tries"]) > int(counts["delivered"])
