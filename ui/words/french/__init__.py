"""French: short sentences, simple words, with the spaces that French puts before its marks."""

from ui.words.language import assembled

FRENCH = assembled(
    __name__,
    code="fr",
    name="Français",
    right_to_left=False,
    more=" et {count} de plus",
)
