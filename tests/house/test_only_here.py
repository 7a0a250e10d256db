"""Places, libraries and ways to start a process that one system has, beside ``test_systems.py``.

Whatever is named here is in few files, each of which asks which system it runs on, or is one of
the limits that such a file picks from.
"""

import ast
import re
from collections.abc import Callable, Iterator
from functools import cache

import pytest

from tests.house.test_systems import QUESTIONS, program

PLACE = re.compile(r"^/(?:proc|sys|dev|run|var|etc|usr|bin|lib\w*|media|mnt|tmp|System|Volumes)\b")
STARTING = {"pass_fds", "process_group", "start_new_session", "umask", "preexec_fn", "startupinfo"}

TABLES = {
    # Lists of places, tried one by one: what is not there is passed over on every system.
    "capture/isolate/confine.py",
    "storage/outlets/transport/bridges.py",
}
IGNORED_ELSEWHERE = {
    # Python itself takes these on every system, and does nothing with them on Windows.
    "ui/desktop/process.py": "start_new_session",
}


def places(node: ast.AST) -> bool:
    text = node.value if isinstance(node, ast.Constant) else None
    return isinstance(text, str) and PLACE.match(text) is not None


def libraries(node: ast.AST) -> bool:
    """Say whether a library of the system itself is loaded."""
    return isinstance(node, ast.Attribute) and node.attr in {"CDLL", "windll", "WinDLL", "oledll"}


def starting(node: ast.AST) -> bool:
    return isinstance(node, ast.keyword) and node.arg in STARTING


@cache
def nodes() -> dict[str, tuple[ast.AST, ...]]:
    """Give whatever may be looked for, of each file of the program but its words."""
    kinds = ast.Constant | ast.Attribute | ast.keyword
    return {
        file: tuple(node for node in ast.walk(ast.parse(text)) if isinstance(node, kinds))
        for file, text in program().items()
        if not file.startswith("ui/words/")
    }


def found(what: Callable[[ast.AST], bool]) -> Iterator[str]:
    return (file for file, here in nodes().items() if any(what(node) for node in here))


@pytest.mark.parametrize("what", [places, libraries, starting], ids=lambda what: what.__name__)
def test_a_file_that_names_what_one_system_has_asks_for_it(
    what: Callable[[ast.AST], bool],
) -> None:
    files = set(found(what))
    assert files
    ask_not = {file for file in files if not any(ask in program()[file] for ask in QUESTIONS)}
    assert ask_not <= TABLES | set(IGNORED_ELSEWHERE), ask_not


def test_the_tables_name_places_alone_and_the_rest_is_still_there() -> None:
    assert set(found(places)) >= TABLES
    assert set(found(starting)) >= set(IGNORED_ELSEWHERE)
    assert not TABLES & (set(found(libraries)) | set(found(starting)))


def test_file_times_are_set_in_one_place() -> None:
    setting = {file for file, text in program().items() if "os.utime" in text}
    assert setting == {"capture/export.py"}


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("open('/proc/self/maps')", places),
        ("x = ctypes.CDLL(None)", libraries),
        ("Popen([], process_group=0)", starting),
    ],
)
def test_what_hides_in_a_line_is_found(text: str, what: Callable[[ast.AST], bool]) -> None:
    assert any(what(node) for node in ast.walk(ast.parse(text)))
