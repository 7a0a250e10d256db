"""What is said of a signed copy beside a given original, with the figures of the measure."""

from collections.abc import Iterator, Mapping
from typing import Any

from ui.words.speaking import spoken


def said_of_copy(shown: str, measure: Mapping[str, Any] | None) -> tuple[str, ...]:
    """Return the sentences; ``shown`` and ``measure`` are "copy" and "measure" of the JSON."""
    return (spoken().copies[shown], *_figures(measure or {}))


def _figures(measure: Mapping[str, Any]) -> Iterator[str]:
    texts = spoken().copies
    if measure.get("pictures"):
        key = "no-pictures" if measure["psnr"] is None else "pictures"
        yield texts[key].format_map(measure)
    sound = measure.get("sound")
    if not sound:
        return
    yield texts["sound"].format_map(sound)
    if sound["rhythm"] is not None:
        yield texts["rhythm"].format_map(sound)
    elif sound["alike"] + sound["quiet"] < sound["heard"]:
        yield texts["no-rhythm"]
