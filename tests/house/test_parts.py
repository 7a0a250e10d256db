"""What the program is made of beside its own code reports to nobody."""

import mmap
import sysconfig
from pathlib import Path

import pytest

_COLLECTORS = (
    b"events.data.microsoft.com",
    b"OneCollector/",
    b"ingest.sentry.io",
    b"applicationinsights",
)
"""Addresses to which libraries are known to report."""
_COMPILED = (".so", ".pyd", ".dll", ".dylib")


def _compiled() -> list[Path]:
    packages = Path(sysconfig.get_paths()["platlib"])
    return [
        path
        for path in packages.rglob("*")
        if path.is_file() and any(end in path.name for end in _COMPILED) and path.stat().st_size
    ]


def _held_by(path: Path) -> list[bytes]:
    with (
        path.open("rb") as file,
        mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data,
    ):
        return [address for address in _COLLECTORS if data.find(address) >= 0]


def test_no_compiled_part_knows_where_to_report() -> None:
    parts = _compiled()
    assert any("onnxruntime" in path.name for path in parts)
    assert {path.name: held for path in parts if (held := _held_by(path))} == {}


def test_such_an_address_is_found(tmp_path: Path) -> None:
    library = tmp_path / "lib.so"
    library.write_bytes(
        bytes(9_999) + b"https://mobile.events.data.microsoft.com/OneCollector/1.0/"
    )
    assert _held_by(library) == [b"events.data.microsoft.com", b"OneCollector/"]


@pytest.mark.parametrize("name", ["ORT_DISABLE_TELEMETRY"])
def test_the_child_is_told_to_report_nothing(name: str) -> None:
    from capture.isolate import process

    assert process._environment()[name] == "1"
