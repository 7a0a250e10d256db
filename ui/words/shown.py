"""Names and values from outside, made fit for one line of a screen.

A file name may hold a newline, a terminal's escape sequence, or characters
that turn the reading direction so that ``gpj.exe`` reads as a picture. They
are shown as escapes. What Persian and Arabic spelling needs (the zero-width
non-joiner and joiner) stays.
"""

import unicodedata

_JOINERS = ("\u200c", "\u200d")
_RAW_BYTES = range(0xDC80, 0xDD00)
"""How Python spells the bytes of a name that is not UTF-8 (PEP 383)."""
_ESCAPED = frozenset(("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"))


def shown(untrusted_text: str, limit: int = 400) -> str:
    """Return the text as one harmless line of at most ``limit`` characters and an ellipsis."""
    line = "".join(map(_escape, untrusted_text[:limit]))
    return line if len(untrusted_text) <= limit else line + "…"


def _escape(char: str) -> str:
    if char in _JOINERS or unicodedata.category(char) not in _ESCAPED:
        return char
    if char in "\n\r\t":
        return {"\n": "\\n", "\r": "\\r", "\t": "\\t"}[char]
    number = ord(char)
    if number in _RAW_BYTES:
        return f"\\x{number & 0xFF:02x}"
    return f"\\u{{{number:x}}}"
