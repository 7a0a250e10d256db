"""Persian: short sentences, simple words, and the polite form of address."""

from ui.words.language import assembled

PERSIAN = assembled(
    __name__,
    code="fa",
    name="فارسی",
    right_to_left=True,
    more="؛ و {count} تای دیگر",
)
