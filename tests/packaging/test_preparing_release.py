"""Preparing a release: changes get into the changelog whole, or everything stays as it was."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

PROJECT = Path(__file__).resolve().parents[2]
LOG = """\
# Changes

The newest first.

## 1.1.0 (not released yet)

- **One**.

## 1.0.0

- Zero.
"""


def _script() -> ModuleType:
    """Load the script: its folder has the name of somebody else's package."""
    place = PROJECT / "packaging" / "prepare_release.py"
    spec = importlib.util.spec_from_file_location("prepare_release", place)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


release = _script()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    changes = tmp_path / "docs" / "changes"
    changes.mkdir(parents=True)
    (changes / "README.md").write_text("# How\n\nSo.\n")
    (changes / "b.md").write_text("**Three**\nis here.\n")
    (changes / "a.md").write_text("**Two**: " + "a long way to say it, " * 8 + "in the end.\n")
    (tmp_path / "CHANGELOG.md").write_text(LOG)
    (tmp_path / "SECURITY.md").write_text("Write to somebody.\n")
    return tmp_path


def state(project: Path) -> dict[str, str]:
    files = (path for path in project.rglob("*") if path.is_file())
    return {path.relative_to(project).as_posix(): path.read_text() for path in files}


def test_changes_join_the_section_that_waits(project: Path) -> None:
    assert release.prepare(project, "1.1.0") == 2
    log = (project / "CHANGELOG.md").read_text()
    assert log.index("## 1.1.0\n\n- **One**.\n- **Two**") < log.index(
        "\n- **Three** is here.\n\n## 1.0.0\n"
    )
    assert log.endswith("\n\n## 1.0.0\n\n- Zero.\n")
    assert max(map(len, log.splitlines())) <= 120
    assert [path.name for path in (project / "docs/changes").iterdir()] == ["README.md"]


def test_another_version_gets_a_section_of_its_own(project: Path) -> None:
    waits = LOG.replace(" (not released yet)", "")
    (project / "CHANGELOG.md").write_text(waits)
    release.prepare(project, "1.2.0")
    log = (project / "CHANGELOG.md").read_text()
    assert log.startswith("# Changes\n\nThe newest first.\n\n## 1.2.0\n\n- **Two**")
    assert log.endswith("is here.\n\n" + waits[waits.index("## 1.1.0") :])


@pytest.mark.parametrize(
    ("file", "content", "version"),
    [
        ("SECURITY.md", f"> **{release.UNFILLED}**", "1.1.0"),
        ("docs/changes/c.md", "# A heading\n", "1.1.0"),
        ("docs/changes/c.md", "One.\n\nTwo.\n", "1.1.0"),
        ("docs/changes/c.md", "\n", "1.1.0"),
        ("docs/changes/c.md", "Well.\n", "1.0.0"),
        ("docs/changes/c.md", "Well.\n", "next"),
    ],
)
def test_what_is_not_ready_changes_nothing(
    project: Path, file: str, content: str, version: str
) -> None:
    (project / file).write_text(content)
    before = state(project)
    with pytest.raises(release.NotReady):
        release.prepare(project, version)
    assert state(project) == before


def test_a_release_says_something(project: Path) -> None:
    for name in "ab":
        (project / "docs/changes" / f"{name}.md").unlink()
    with pytest.raises(release.NotReady):
        release.prepare(project, "1.2.0")


def test_the_changes_that_wait_here_can_be_gathered(tmp_path: Path, project: Path) -> None:
    for path in [PROJECT / "CHANGELOG.md", *(PROJECT / "docs/changes").glob("*.md")]:
        (project / path.relative_to(PROJECT)).write_text(path.read_text("utf-8"), "utf-8")
    release.prepare(project, "0.1.0")
    assert "(not released yet)" not in (tmp_path / "CHANGELOG.md").read_text("utf-8")


def test_wrong_usage_says_how(capsys: pytest.CaptureFixture[str]) -> None:
    assert release.main([]) == 2
    assert "VERSION" in capsys.readouterr().err
