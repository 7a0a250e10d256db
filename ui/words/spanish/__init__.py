"""Spanish: short sentences, simple words, and the polite form of address, as on the other pages."""

from ui.words.language import assembled

SPANISH = assembled(
    __name__,
    code="es",
    name="Español",
    right_to_left=False,
    more=" y {count} más",
)
