"""Keep the desktop's translations: Qt Linguist's files (.ts), and what the program loads (.qm).

    python packaging/translations.py update      take new phrases in, and drop what is not said
    python packaging/translations.py release     make the .qm files
    python packaging/translations.py check       say what is missing, and fail if anything is

A translator opens ``ui/desktop/translations/LANGUAGE.ts`` with Qt Linguist, or any editor, between
the first two. A new language begins as ``update LANGUAGE``. Lupdate and lrelease come with PySide6.
"""

import argparse
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

import PySide6

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "ui" / "desktop" / "translations"
_TOOLS = Path(PySide6.__path__[0])
_SOURCES = "ui/desktop"


def main() -> int:
    """Do what the command line says; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("what", choices=("update", "release", "check"))
    parser.add_argument("languages", nargs="*", help="all that are there, when none is named")
    options = parser.parse_args()
    languages = options.languages or sorted(path.stem for path in FOLDER.glob("*.ts"))
    if options.what == "check":
        missing = [line for language in languages for line in unfinished(language)]
        print("\n".join(missing) or "nothing is missing")
        return 1 if missing else 0
    for language in languages:
        if options.what == "update":
            update(language, FOLDER)
        else:
            release(language, FOLDER)
    return 0


def update(language: str, folder: Path) -> None:
    """Bring one file of translations in line with the phrases of the program."""
    _run(
        "lupdate",
        "-extensions",
        "py",
        "-locations",
        "none",
        "-no-obsolete",
        "-no-ui-lines",
        "-source-language",
        "en",
        "-target-language",
        language,
        "-tr-function-alias",
        "QT_TRANSLATE_NOOP+=marked",
        _SOURCES,
        "-ts",
        str(folder / f"{language}.ts"),
    )


def release(language: str, folder: Path) -> None:
    """Make of one file of translations what the program loads."""
    made = folder / f"{language}.qm"
    _run("lrelease", "-silent", "-nounfinished", str(FOLDER / f"{language}.ts"), "-qm", str(made))


def unfinished(language: str) -> list[str]:
    """Return a line for each phrase that is not translated, or not known to the file yet."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / f"{language}.ts"
        copy.write_bytes((FOLDER / copy.name).read_bytes())
        update(language, Path(folder))
        return [
            f"{language} {context.findtext('name')}: {message.findtext('source')}"
            for context in ET.parse(copy).iter("context")  # noqa: S314 # our own file
            for message in context.iter("message")
            if not message.findtext("translation")
        ]


def _run(tool: str, *arguments: str) -> None:
    done = subprocess.run(
        [_TOOLS / tool, *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(done.stdout + done.stderr)


if __name__ == "__main__":
    sys.exit(main())
