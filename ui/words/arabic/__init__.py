"""Arabic: short sentences, simple words, in the standard language."""

from ui.words.language import assembled

ARABIC = assembled(
    __name__,
    code="ar",
    name="العربية",
    right_to_left=True,
    more="، و{count} غيرها",
)
