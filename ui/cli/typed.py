"""What several commands have typed as the value of an option."""

import argparse
import re

from capture.reveal import RevealPlace, RevealTime

_REVEALED: dict[str, type[RevealPlace] | type[RevealTime]] = {
    "location": RevealPlace,
    "time": RevealTime,
}
_SIZE = re.compile(r"([0-9]{1,12}) ?([kmg]?b?)", re.IGNORECASE)
_UNITS = {"": 1, "b": 1, "k": 10**3, "kb": 10**3, "m": 10**6, "mb": 10**6, "g": 10**9, "gb": 10**9}


def size_of(text: str) -> int:
    """Read a size as people write it: 95MB is 95,000,000 bytes."""
    match = _SIZE.fullmatch(text.strip())
    if match is None or int(match[1]) == 0:
        raise argparse.ArgumentTypeError("write a size such as 95MB")
    return int(match[1]) * _UNITS[match[2].lower()]


def revealed(text: str) -> tuple[str, RevealPlace | RevealTime]:
    """Read how much of a place or a time goes along: location=city."""
    what, _, how = text.partition("=")
    try:
        return what, _REVEALED[what](how)
    except (KeyError, ValueError):
        choices = "location=none|region|city|exact or time=none|month|day|exact"
        raise argparse.ArgumentTypeError(f"write {choices}") from None
