"""How a line runs (Unicode's bidirectional algorithm, UAX #9), as far as a translation needs it."""

import unicodedata

_RIGHT_TO_LEFT = ("R", "AL")


def turned_around(text: str) -> bool:
    """Whether any line of a text from right to left begins with something that runs, or may run,
    from left to right; a place in braces may."""
    return any(_turned(line) for line in text.split("\n"))


def _turned(line: str) -> bool:
    kinds = [unicodedata.bidirectional(char) for char in line]
    if not any(kind in _RIGHT_TO_LEFT for kind in kinds):
        return False
    strong = (kind == "L" or char == "{" for char, kind in zip(line, kinds, strict=True))
    first = next((at for at, is_strong in enumerate(strong) if is_strong), len(line))
    return not any(kind in _RIGHT_TO_LEFT for kind in kinds[:first])
