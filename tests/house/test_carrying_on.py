"""What a stranger is told who carries this on: it is what is done here, and warns where it must."""

import re
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
TEMPLATES = sorted((PROJECT / ".github" / "ISSUE_TEMPLATE").glob("*.md"))


def text(name: str) -> str:
    return (PROJECT / name).read_text("utf-8")


def test_the_one_command_does_what_is_said_of_it() -> None:
    steps = re.findall(r'^step "([^"]+)"', text(".ci/run"), re.MULTILINE)
    said = text("CONTRIBUTING.md").partition("    .ci/run\n")[2].partition("\n## ")[0]
    assert steps
    assert [step for step in steps if step not in said] == []


def test_the_hooks_download_nothing_and_are_steps_of_it() -> None:
    hooks = text(".pre-commit-config.yaml")
    assert re.findall(r"repo: *(\S+)", hooks) == ["local"]
    assert set(re.findall(r"language: *(\S+)", hooks)) == {"system"}
    assert "additional_dependencies" not in hooks
    names = re.findall(r"name: *(.+)", hooks)
    assert names
    assert [name for name in names if f'step "{name}"' not in text(".ci/run")] == []
    for entry in re.findall(r"entry: *(\S+)", hooks):
        assert entry.startswith(".venv/bin/")
        assert Path(sys.executable).with_name(Path(entry).name).exists()


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.stem)
def test_who_files_an_issue_is_told_to_attach_no_evidence(template: Path) -> None:
    front, asked = template.read_text("utf-8").removeprefix("---\n").split("\n---\n", 1)
    assert {line.partition(":")[0] for line in front.splitlines()} == {"name", "about", "labels"}
    assert asked.lstrip().startswith("<!--\nNO EVIDENCE, PLEASE")


def test_the_places_that_the_texts_name_are_there() -> None:
    named = re.findall(r"packaging/\w+\.(?:py|sh)", text("CONTRIBUTING.md") + text("SECURITY.md"))
    assert named
    assert [name for name in named if not (PROJECT / name).exists()] == []
