"""What every test may ask for: the stock tools, the corpus, and a Qt without a screen.

A tool that is missing skips the test that wants it, naming the tool; where
``FIRSTHAND_REQUIRE_TOOLS=1`` (in CI) it fails instead, so that a green run never hides one.
"""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import hypothesis
import pytest

# No test asks how fast the machine is. The rest stays: in CI the same examples each time.
hypothesis.settings.register_profile(
    "any machine",
    parent=hypothesis.settings.default,
    deadline=None,
    suppress_health_check=[hypothesis.HealthCheck.too_slow],
)
hypothesis.settings.load_profile("any machine")
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

LONGEST_ID = 40
"""Longest parameter, in characters, that a test's name repeats."""

PROJECT = Path(__file__).resolve().parent.parent
CORPUS = PROJECT.parent / "shared" / "corpus"
REQUIRED = "FIRSTHAND_REQUIRE_TOOLS"

Tool = Callable[[str], str]
"""Give the path of a tool on this machine, or end the test."""


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Name a test for a long parameter by its place: keys made anew differ between workers."""
    return argname if isinstance(val, str | bytes) and len(val) > LONGEST_ID else None


def find_tool(name: str) -> str:
    """Give the path of a tool; skip the test without it, or fail where tools are required."""
    path = shutil.which(name)
    if path is not None:
        return path
    message = f"the tool {name} is not installed"
    if os.environ.get(REQUIRED) == "1":
        pytest.fail(message, pytrace=False)
    pytest.skip(message)


@pytest.fixture(scope="session")
def tool() -> Tool:
    """Give the function that finds a stock tool: ``exiftool = tool("exiftool")``."""
    return find_tool


@pytest.fixture(scope="session")
def corpus() -> Path:
    """Give the folder of the development corpus, which lies beside a developer's clone."""
    if not CORPUS.is_dir():
        pytest.skip("the development corpus is not beside this clone")
    return CORPUS


@pytest.hookimpl(trylast=True)
def pytest_runtest_setup() -> None:
    """Give up a priority in real time, and hand none on to the servers that tests start.

    SVT-AV1 takes one for whatever thread opens it as root, above all else that runs; a server
    that inherits it and waits for work by spinning then holds up the whole computer.
    """
    if hasattr(os, "sched_getscheduler") and os.sched_getscheduler(0) != os.SCHED_OTHER:
        os.sched_setscheduler(0, os.SCHED_OTHER, os.sched_param(0))
