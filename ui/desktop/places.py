"""Where a vault is suggested and settings are kept: with the person, or beside the program.

On a stick the program lies in a folder of its own, and beside that a file named ``portable``; the
vault and what little else is kept then stand there too, and nothing in the home of whoever owns
the computer. The program itself lies one folder deeper because the confined child may read it.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QStandardPaths

_VAULT = "Firsthand"
_OWN = "firsthand"
_MARK = "portable"
_BESIDE = "Settings"


def vault() -> Path:
    """Return where a vault is suggested and looked for. Nothing about another is remembered."""
    return (stick() or Path.home()) / _VAULT


def settings() -> Path:
    """Return the folder for what was chosen, which is there only if something was."""
    beside = stick()
    if beside is not None:
        return beside / _BESIDE
    kind = QStandardPaths.StandardLocation.GenericConfigLocation
    return Path(QStandardPaths.writableLocation(kind)) / _OWN


def stick() -> Path | None:
    """Return the folder on the stick that all of this stands in, or None where it is installed."""
    if not getattr(sys, "frozen", False):
        return None
    around = Path(sys.executable).resolve().parent.parent
    return around if (around / _MARK).is_file() else None
