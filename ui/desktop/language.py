"""The language of the window: the one that was chosen here, else the system's, else English.

A choice is the only thing that Firsthand keeps outside of a vault: two letters in a file of the
user's settings, written only when somebody chooses. A new process reads it, so a choice takes
effect by a new one; that also locks the vault.
"""

import contextlib
import os
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from ui.desktop import places
from ui.words import languages, speaking

_TRANSLATIONS = Path(__file__).parent / "translations"
_FILE = "language"
_LONGEST = 16
_FOR_THE_NEXT = "FIRSTHAND_LANGUAGE"
"""Environment: the choice, for the process that comes next, where it could not be written down."""


def begin(app: QApplication) -> None:
    """Speak the language that fits, before anything is said."""
    speak(app, chosen() or _of_the_system())


def speak(app: QApplication, code: str) -> None:
    """Say everything that is made from now on in this language, its numbers and dates, too."""
    language = languages.language(code)
    for old in app.findChildren(QTranslator):
        app.removeTranslator(old)
        old.deleteLater()
    speaking.speak(language)
    QLocale.setDefault(QLocale(code) if QLocale().name()[:2] != code else QLocale())
    app.setLayoutDirection(QLocale().textDirection())
    if code == languages.ENGLISH_CODE:
        return
    _install(app, f"qtbase_{code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    if not _install(app, code, str(_TRANSLATIONS)):
        raise FileNotFoundError(_TRANSLATIONS / f"{code}.qm")


def _install(app: QApplication, name: str, folder: str) -> bool:
    translator = QTranslator(app)
    return translator.load(f"{name}.qm", folder) and app.installTranslator(translator)


def chosen() -> str | None:
    """Return the language that somebody chose, if it is one of ours."""
    code = os.environ.get(_FOR_THE_NEXT, "")
    if not code:
        with contextlib.suppress(OSError, UnicodeDecodeError), kept_in().open("rb") as kept:
            code = kept.read(_LONGEST).decode("ascii").strip()
    return code if code in languages.CODES else None


def choose(code: str) -> None:
    """Keep the choice for every process that comes after this one."""
    os.environ[_FOR_THE_NEXT] = code
    path = kept_in()
    with contextlib.suppress(OSError):  # the next process knows all the same, and says it then
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{code}\n", encoding="ascii")


def kept_in() -> Path:
    """Return the file that holds the choice."""
    return places.settings() / _FILE


def _of_the_system() -> str:
    """Return the first language of ours that the system asks for, or English."""
    asked = (name.partition("-")[0] for name in QLocale.system().uiLanguages())
    return next((code for code in asked if code in languages.CODES), languages.ENGLISH_CODE)
