"""What a key of the vault is called: as its owner called it, or as the vault calls it by itself."""

import re

from ui import words
from ui.desktop import phrases
from ui.desktop.translating import marked, translate

_BY_ITSELF = {
    "passphrase": marked("keys", "passphrase"),
    "recovery code": marked("keys", "recovery code"),
}
_CARDS = re.compile(r"cards, (\d{1,2}) of (\d{1,2})")


def key_words(label: str) -> str:
    """Return the name of a key, in the language that is spoken where the vault gave it."""
    cards = _CARDS.fullmatch(label)
    if cards is not None:
        need, of = (phrases.count(int(number)) for number in cards.groups())
        return translate("keys", "cards, {need} of {of}").format(need=need, of=of)
    if label in _BY_ITSELF:
        return translate("keys", _BY_ITSELF[label])
    return words.shown(label)
