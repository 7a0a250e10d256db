"""Build the stand-alone verifier: one file that Python runs, the same bytes each time.

It holds what ``packaging/verifier/__main__.py`` imports, and what that imports
in turn; only imports at the top of a module count, so what is imported late
(to be there when it is needed) is named in LATE. Nothing is compressed: zlib's
output differs between systems.

Usage: python3 packaging/make_verifier.py [FILE]    (build/firsthand-verify.pyz)
"""

import ast
import io
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
VERIFIER = PROJECT / "packaging" / "verifier"
PACKAGES = ("ui", "capture", "storage")

LATE = (
    "storage.bundle.sealing",
    "storage.bundle.age_sealing",
    "storage.bundle.age_passphrase",
    *(
        f"ui.words.english.{path.stem}"
        for path in sorted((PROJECT / "ui" / "words" / "english").glob("*.py"))
    ),
)
"""Modules that are imported where they are needed, and belong in."""

INSTEAD = {"storage/bundle/ed25519.py": VERIFIER / "ed25519.py"}
"""Files that another stands in for: it needs nothing that is not Python."""

_SHEBANG = b"#!/usr/bin/env python3\n"
_DATE = (1980, 1, 1, 0, 0, 0)
_UNIX = 3
_READABLE = 0o100644 << 16


def main(arguments: list[str]) -> int:
    """Build the file and say where it is."""
    default = PROJECT / "build" / "firsthand-verify.pyz"
    out = Path(arguments[0]) if arguments else default
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_bytes(built())
    out.chmod(0o755)
    print(f"{out}: {out.stat().st_size} bytes")
    return 0


def built() -> bytes:
    """Return the bytes of the file."""
    whole = io.BytesIO()
    whole.write(_SHEBANG)
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_STORED) as archive:
        for name, source in sorted(contents().items()):
            entry = zipfile.ZipInfo(name, _DATE)
            entry.create_system, entry.external_attr = _UNIX, _READABLE
            archive.writestr(entry, source.read_bytes())
    return whole.getvalue()


def contents() -> dict[str, Path]:
    """Return what belongs in: name inside to the file that it comes from."""
    found = {"__main__.py": VERIFIER / "__main__.py", "LICENSE": PROJECT / "LICENSE"}
    waiting = [*_imported(found["__main__.py"]), *LATE]
    while waiting:
        for path in _files(waiting.pop()):
            name = path.relative_to(PROJECT).as_posix()
            if name not in found:
                found[name] = INSTEAD.get(name, path)
                waiting += _imported(found[name])
    return found


def _imported(path: Path) -> Iterator[str]:
    """Yield the modules that a file imports at its top, and those they may be names in."""
    for node in ast.parse(path.read_bytes()).body:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _files(module: str) -> Iterator[Path]:
    """Yield a module's file and its packages', where it is one of the program's."""
    parts = module.split(".")
    if parts[0] not in PACKAGES:
        return
    for depth in range(1, len(parts) + 1):
        path = PROJECT.joinpath(*parts[:depth])
        choices = (path / "__init__.py", path.with_suffix(".py"))
        yield from (choice for choice in choices if choice.is_file())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
