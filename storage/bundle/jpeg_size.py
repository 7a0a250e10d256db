"""The width and height that a JPEG states, read from its frame header and from nothing else.

For the small pictures of the contact sheet, which the confined child made and
the second reading has found to be plain JPEGs. Source: ITU-T T.81, B.2.2.
"""

_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_ALONE = frozenset((*range(0xD0, 0xD9), 0x01))
_MARKER = 0xFF


def jpeg_size(untrusted: bytes) -> tuple[int, int]:
    """Return width and height in pixels; ValueError where there is no frame, or an empty one."""
    at = 2
    while at + 9 <= len(untrusted) and untrusted[at] == _MARKER:
        marker = untrusted[at + 1]
        if marker in _FRAMES:
            height = int.from_bytes(untrusted[at + 5 : at + 7], "big")
            width = int.from_bytes(untrusted[at + 7 : at + 9], "big")
            if not width or not height:
                break
            return width, height
        length = 0 if marker in _ALONE else int.from_bytes(untrusted[at + 2 : at + 4], "big")
        at += 2 + length
    raise ValueError("no JPEG frame")
