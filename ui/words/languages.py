"""The languages there are, each loaded only when it is spoken."""

from importlib import import_module

from ui.words.language import Language

ENGLISH_CODE = "en"
_MODULES = {
    ENGLISH_CODE: "english",
    "fa": "persian",
    "ar": "arabic",
    "es": "spanish",
    "fr": "french",
}
CODES = tuple(_MODULES)
"""As in BCP 47, of two letters."""

NAMES = {
    ENGLISH_CODE: "English",
    "fa": "فارسی",
    "ar": "العربية",
    "es": "Español",
    "fr": "Français",
}
"""What each is called by those who speak it, without loading it."""


def language(code: str) -> Language:
    """Return all words of a language."""
    module = import_module(f"ui.words.{_MODULES[code]}")
    found: Language = getattr(module, _MODULES[code].upper())
    return found
