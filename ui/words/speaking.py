"""The language that is spoken: one for the whole process, chosen before anything is said.

The command line always speaks English, so that scripts and instructions fit it everywhere.
"""

from ui.words.english import ENGLISH
from ui.words.language import Language


class _Spoken:
    language: Language = ENGLISH


def speak(language: Language) -> None:
    """Say everything in this language from now on."""
    _Spoken.language = language


def spoken() -> Language:
    """Return the tables of the language that is spoken."""
    return _Spoken.language
