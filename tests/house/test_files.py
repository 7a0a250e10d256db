"""What holds for every file of the project, and no tool of the style checks says.

Files stay readable in one sitting; a module says why it exists; nothing names the machine it
was written on; and what talks to the operating system, or could put plaintext on a disk, is in
the few places that are named here.
"""

import ast
import os
import re
from functools import cache
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parent.parent.parent
PACKAGES = ("ui/", "capture/", "storage/")
MOST_LINES = 400
FEWEST_WHY = 20
"""Shortest docstring of a module, in characters: shorter ones only repeat its name."""

MACHINE_PATH = re.compile(rb"(?<![\w.}/-])/(?:work|root|tmp)/\w")

MADE = {"__pycache__", "build", "dist", ".git", ".venv", ".cache", ".hypothesis"} | {
    ".mypy_cache",
    ".pytest_cache",
    ".ruff_cache",
    ".import_linter_cache",
}
"""Folders that hold what was made from the project, not the project."""

SYSTEM_MODULES = {
    "fcntl": {
        "storage/vault/system.py",
        "capture/isolate/window.py",
    },
    "resource": {"storage/vault/memory.py", "capture/isolate/limits/resources.py"},
    "ctypes": {
        "ui/desktop/outside_windows.py",  # sleep, the lid, a locked session
        "ui/desktop/unseen.py",  # no screenshots, on Windows
        "capture/air/addresses.py",
        "storage/vault/memory.py",
        "capture/isolate/limits/jobs.py",
        "capture/isolate/limits/landlock.py",
        "capture/isolate/limits/seatbelt.py",
        "capture/isolate/limits/seccomp.py",
        "capture/sources/clock.py",
        "capture/sources/drives.py",
    },
    "msvcrt": {"storage/vault/system.py"},
    "subprocess": {
        "capture/isolate/limits/bubble.py",  # whether it works here
        "capture/isolate/process.py",
        "storage/bundle/gpg.py",  # the gpg of whoever receives a bundle
        "storage/outlets/transport/tor.py",  # the system's tor
        "ui/desktop/process.py",  # to lock
    },
    "multiprocessing": set[str](),
    "pty": set[str](),
    "pickle": set[str](),
    "marshal": set[str](),
    "shelve": set[str](),
    "tempfile": {
        "capture/unwritten.py",  # but on Linux: what may stand on the disk anyway
        "storage/bundle/spill.py",  # encrypted, under a key that is nowhere but in memory
        "storage/outlets/transport/tor.py",  # Tor's own folder, in memory; nothing of the vault
        "ui/cli/demo.py",  # the folder of an encrypted vault that is wiped
    },
    "logging": {"capture/sources/apple/clients.py"},  # to let nothing out of a library's
}
"""Module of the standard library → the only files of the program that may import it.

The first ones differ between systems; the last ones run what they read, or write plaintext.
"""

SYSTEM_CALLS = {
    "fork": set[str](),
    "forkpty": set[str](),
    "system": set[str](),
    "popen": set[str](),
    "posix_spawn": set[str](),
    "setuid": set[str](),
}
"""Functions of ``os`` → the only files that may name them."""


@cache
def everything() -> tuple[str, ...]:
    """Give every file that the project consists of, relative to it."""
    found: list[str] = []
    for folder, below, names in os.walk(PROJECT):
        below[:] = [name for name in below if name not in MADE]
        here = Path(folder).relative_to(PROJECT)
        found += [(here / name).as_posix() for name in names if not name.endswith(".pyc")]
    return tuple(sorted(found))


def modules() -> tuple[str, ...]:
    """Give every Python file of the project."""
    return tuple(name for name in everything() if name.endswith(".py"))


def program() -> tuple[str, ...]:
    """Give the Python files that a witness runs."""
    return tuple(name for name in modules() if name.startswith(PACKAGES) or name == "main.py")


@cache
def parsed(name: str) -> ast.Module:
    """Parse one file."""
    return ast.parse((PROJECT / name).read_bytes())


def docstring(name: str) -> str:
    """Give a module's docstring on one line, empty if it has none."""
    return " ".join((ast.get_docstring(parsed(name)) or "").split())


def is_long(name: str) -> bool:
    """Say whether a module has more lines than a reader takes in at a sitting."""
    return (PROJECT / name).read_text(encoding="utf-8").count("\n") > MOST_LINES


def reason_to_be_long(name: str) -> bool:
    """Say whether a module's docstring gives the reason for its length."""
    return f"over {MOST_LINES} lines because" in docstring(name)


def imported(tree: ast.Module) -> set[str]:
    """Give the top-level packages that a module imports, wherever in it."""
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found.update(alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.partition(".")[0])
    return found


def attributes_of(tree: ast.Module, owner: str) -> set[str]:
    """Give the names that a module takes from another one, as ``owner.name`` or by import."""
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            found.update({node.attr} if node.value.id == owner else ())
        elif isinstance(node, ast.ImportFrom) and node.module == owner:
            found.update(alias.name for alias in node.names)
    return found


def test_there_are_files_to_check() -> None:
    assert {"main.py", "capture/intake.py", "tests/house/test_files.py"} <= set(everything())


def test_a_file_is_short_or_says_why_not() -> None:
    assert [name for name in modules() if is_long(name) and not reason_to_be_long(name)] == []


def test_a_module_of_the_program_says_why_it_exists() -> None:
    short = [name for name in program() if len(docstring(name)) < FEWEST_WHY]
    assert short == []


def test_no_file_names_the_machine_it_was_written_on() -> None:
    assert [
        (name, found[0])
        for name in everything()
        if (found := MACHINE_PATH.search((PROJECT / name).read_bytes()))
    ] == []


@pytest.mark.parametrize("module", SYSTEM_MODULES)
def test_only_named_files_import_a_module_of_the_system(module: str) -> None:
    importing = {name for name in program() if module in imported(parsed(name))}
    assert importing <= SYSTEM_MODULES[module]


@pytest.mark.parametrize("call", SYSTEM_CALLS)
def test_only_named_files_name_a_call_of_the_system(call: str) -> None:
    naming = {name for name in program() if call in attributes_of(parsed(name), "os")}
    assert naming <= SYSTEM_CALLS[call]


def test_imports_and_calls_are_found_where_they_hide() -> None:
    tree = ast.parse("def f():\n    import fcntl\n    from os import fork\n    os.system('x')")
    assert imported(tree) == {"fcntl", "os"}
    assert attributes_of(tree, "os") == {"fork", "system"}
