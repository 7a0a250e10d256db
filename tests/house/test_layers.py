"""Each contract of the import linter is sabotaged, in a copy of the tree, and seen to break.

A contract that is never seen to break may be one that checks nothing: a misspelt module name
in it goes unnoticed. So every contract in pyproject.toml needs its sabotages here.
"""

import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parent.parent.parent
PACKAGES = ("ui", "capture", "storage")
LINT = "from importlinter.cli import lint_imports_command; lint_imports_command()"

SABOTAGES: dict[str, tuple[tuple[str, str], ...]] = {
    "staircase": (
        ("storage.records", "capture.kinds"),
        ("storage.vault", "ui.words"),
        ("capture.report", "ui.words"),
        ("capture.intake", "ui.cli"),
    ),
    "capture-rooms": (
        ("capture.audit", "capture.sending"),
        ("capture.intake", "capture.audit"),
        ("capture.derive", "capture.intake"),
        ("capture.isolate", "capture.derive"),
        ("capture.examine", "capture.isolate"),
        ("capture.formats", "capture.examine"),
        ("capture.formats", "capture.sources"),
        ("capture.decode", "capture.formats"),
        ("capture.verify", "capture.decode"),
        ("capture.blocks", "capture.formats"),
        ("capture.report", "capture.blocks"),
        ("capture.kinds", "capture.report"),
        ("capture.kinds", "capture.errors"),
    ),
    "air-alone": (
        ("capture.air", "storage.vault"),
        ("capture.air", "capture.intake"),
        ("capture.air", "capture.formats"),
        ("capture.air", "capture.decode"),
        ("capture.air", "capture.isolate"),
    ),
    "air-door": (
        ("ui.cli", "capture.air"),
        ("capture.sending", "capture.air"),
    ),
    "doors": (
        ("capture.isolate", "storage.records"),
        ("capture.examine", "storage"),
        ("capture.formats", "storage.vault"),
        ("capture.decode", "storage.vault"),
        ("capture.sources", "storage.records"),
        ("capture.verify", "storage.bundle"),
        ("capture.blocks", "storage.errors"),
        ("capture.report", "storage.records"),
        ("capture.errors", "storage.errors"),
    ),
    "two-readings": (
        ("capture.verify", "capture.blocks"),
        ("capture.blocks", "capture.verify"),
    ),
    "storage-rooms": (
        ("storage.vault", "storage.bundle"),
        ("storage.custody", "storage.vault"),
        ("storage.custody", "storage.evidence"),
        ("storage.records", "storage.evidence"),
        ("storage.errors", "storage.records"),
        ("storage.errors", "storage.progress"),
    ),
    "ui-rooms": (
        ("ui.cli", "ui.desktop"),
        ("ui.desktop", "ui.cli"),
        ("ui.words", "ui.cli"),
        ("ui.words", "ui.desktop"),
    ),
    "no-qt-below": (
        ("ui.cli", "PySide6"),
        ("ui.words", "shiboken6"),
        ("capture.report", "PySide6"),
        ("storage.vault", "PySide6"),
    ),
    "no-sockets": (
        ("ui.desktop", "socket"),
        ("capture.sources.apple.clients", "socket"),
        ("capture.sources.iphone", "pymobiledevice3"),
        ("capture.sources.iphone", "ssl"),
        ("ui.cli", "urllib"),
        ("capture.air.server", "socket"),
        ("capture.air.desk", "ssl"),
        ("capture.isolate", "asyncio"),
        ("capture.decode", "socketserver"),
        ("storage.vault", "ssl"),
        ("storage.bundle", "requests"),
        ("storage.records", "http"),
        ("storage.outlets.webdav", "socket"),
        ("storage.outlets.transport.socks", "socket"),
        ("storage.outlets.transport.web", "ssl"),
        ("storage.outlets.transport.dial", "http"),
        ("storage.outlets.transport.wire", "socket"),
        ("storage.outlets.transport.dial", "requests"),
        ("storage.outlets.transport.web", "requests"),
        ("storage.outlets.s3", "urllib3"),
        ("storage.outlets.webdav", "paramiko"),
    ),
    "decoders-in-the-child": (
        ("ui.desktop", "PIL"),
        ("ui.cli", "av"),
        ("storage.vault", "PIL"),
        ("capture.isolate", "pillow_heif"),
        ("capture.formats", "PIL"),
        ("capture.verify", "av"),
        ("capture.sending", "zxingcpp"),
    ),
}
"""Contract → (importing module, what it must not import)."""

EXHAUSTIVE = {"capture-rooms": "capture", "storage-rooms": "storage", "ui-rooms": "ui"}
"""Contracts that must also notice a room that nobody placed."""


def contracts() -> list[str]:
    """Give the ids of the contracts in pyproject.toml."""
    config = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
    return [contract["id"] for contract in config["tool"]["importlinter"]["contracts"]]


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """Copy what the linter reads."""
    shutil.copy(PROJECT / "pyproject.toml", tmp_path)
    for package in PACKAGES:
        shutil.copytree(
            PROJECT / package, tmp_path / package, ignore=shutil.ignore_patterns("__pycache__")
        )
    return tmp_path


def lint(tree: Path, contract: str) -> tuple[int, str]:
    """Check one contract over a tree; give the exit code and what was said."""
    done = subprocess.run(
        [sys.executable, "-c", LINT, "--contract", contract, "--no-cache", "--no-logo"],
        cwd=tree,
        env={**os.environ, "PYTHONPATH": str(tree), "COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


def source_of(tree: Path, module: str) -> Path:
    """Give the file of a module or package."""
    path = tree.joinpath(*module.split("."))
    return path / "__init__.py" if path.is_dir() else path.with_suffix(".py")


def unreported(said: str, sabotages: tuple[tuple[str, str], ...]) -> Iterator[str]:
    """Give each sabotage that the linter's output does not name."""
    for importer, imported in sabotages:
        if f"{importer} -> {imported}" not in said:
            yield f"{importer} -> {imported}"


@pytest.mark.parametrize("contract", contracts())
def test_a_contract_holds_and_breaks_when_sabotaged(tree: Path, contract: str) -> None:
    assert contract in SABOTAGES, "a new contract needs its sabotages here"
    code, said = lint(tree, contract)
    assert code == 0, said

    for importer, imported in SABOTAGES[contract]:
        with source_of(tree, importer).open("a", encoding="utf-8") as source:
            source.write(f"\nimport {imported}\n")
    code, said = lint(tree, contract)
    assert code == 1, said
    assert not list(unreported(said, SABOTAGES[contract])), said


@pytest.mark.parametrize("contract", EXHAUSTIVE)
def test_a_room_that_nobody_placed_breaks_the_contract(tree: Path, contract: str) -> None:
    (tree / EXHAUSTIVE[contract] / "stray.py").write_text('"""A room of no layer."""\n')
    code, said = lint(tree, contract)
    assert code == 1, said
    assert "stray" in said


def test_every_sabotage_is_of_a_contract_that_stands() -> None:
    assert set(SABOTAGES) == set(contracts())
