"""What a platform takes and what it keeps, for both faces."""

from capture.platforms import MB, Bounds, Platform
from ui.words.speaking import spoken

_MINUTE = 60


def platform_keeps(platform: Platform) -> str:
    """Return what a platform keeps and adds by itself, whatever is posted there."""
    return spoken().platforms[platform.name]


def limits(platform: Platform) -> tuple[str, str]:
    """Return what a photo and a video may be there, in figures; empty where none is taken."""
    photo = "" if platform.photo is None else _figures(platform.photo)
    return photo, _figures(platform.video)


def _figures(bounds: Bounds) -> str:
    size = f"{bounds.size // MB:,} MB".replace(",", " ")
    parts = [size, f"{bounds.side} px"]
    if bounds.seconds:
        minutes, seconds = divmod(bounds.seconds, _MINUTE)
        parts.append(f"{minutes}:{seconds:02} min")
    return ", ".join(parts)
