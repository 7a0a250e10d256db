"""The locks: complete, hash-checked, of one mind, and without the release that aborts."""

import re
import tomllib
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parent.parent.parent
RUNTIME = PROJECT / "packaging" / "requirements.lock"
DEVELOPMENT = PROJECT / "packaging" / "requirements-dev.lock"
SITE = PROJECT / "packaging" / "requirements-docs.lock"
LOCKS = pytest.mark.parametrize("lock", [RUNTIME, DEVELOPMENT, SITE], ids=lambda path: path.name)
PINNED = re.compile(r"^([A-Za-z0-9._-]+)==([^ ]+)")


def normal(name: str) -> str:
    """Give a package's name as indexes compare it (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def entries(lock: Path) -> list[str]:
    """Give the lock's requirements, each with its hashes on one line."""
    joined = lock.read_text(encoding="utf-8").replace("\\\n", " ")
    return [line for line in joined.splitlines() if line and not line.lstrip().startswith("#")]


def versions(lock: Path) -> dict[str, set[str]]:
    """Give each package's pinned versions (several where systems differ)."""
    found: dict[str, set[str]] = {}
    for entry in entries(lock):
        match = PINNED.match(entry)
        assert match, entry
        found.setdefault(normal(match[1]), set()).add(match[2])
    return found


def wanted(requirements: list[str]) -> set[str]:
    """Give the names of requirements as pyproject.toml writes them."""
    return {normal(re.split(r"[\s<>=!~;\[]", requirement)[0]) for requirement in requirements}


def project() -> dict[str, dict[str, list[str]]]:
    """Read pyproject.toml."""
    return tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))


@LOCKS
def test_every_requirement_is_pinned_with_hashes(lock: Path) -> None:
    assert all(re.search(r" --hash=sha256:[0-9a-f]{64}\b", entry) for entry in entries(lock))


@LOCKS
def test_a_lock_names_no_index(lock: Path) -> None:
    assert "://" not in lock.read_text(encoding="utf-8")


def test_the_locks_hold_what_the_project_asks_for() -> None:
    asked = wanted(project()["project"]["dependencies"])
    assert asked <= set(versions(RUNTIME))
    assert asked | wanted(project()["dependency-groups"]["dev"]) <= set(versions(DEVELOPMENT))


def test_tests_run_with_the_versions_that_the_program_runs_with() -> None:
    development = versions(DEVELOPMENT)
    assert {name: development.get(name) for name in versions(RUNTIME)} == versions(RUNTIME)


def test_no_lock_takes_the_qt_binding_that_loses_references() -> None:
    pinned = versions(RUNTIME)["pyside6-essentials"]
    assert all(version.startswith("6.11.") for version in pinned), "docs/decisions tells why"
