"""Cards to print: one person's share of a key, or a recovery code, as a page with a QR code.

One self-contained HTML page, for browsers and for Qt's printer alike, so only tables and plain
styles. It names neither the vault, nor its owner, nor this program: who finds a card should learn
nothing but its words. Whoever gets one is told by the owner what it is for.
"""

import html
import math
from collections.abc import Sequence

import segno

from ui.words.speaking import spoken

_COLUMNS = 4
_GAP = "&nbsp;"
_QR_PIXELS = 4
"""Pixels of one module: readable to a phone at the size that is printed."""

_PAGE = """<!DOCTYPE html>
<html lang="{language}" dir="{direction}"><head><meta charset="utf-8"><title>{title}</title>
<style>
body {{ font-family: sans-serif; font-size: 12pt; color: black; background: white; margin: 2em; }}
h1 {{ font-size: 18pt; }}
table.words td {{ padding: 3pt 0; }}
td.word {{ font-family: monospace; font-size: 13pt; }}
td.number {{ color: #555555; }}
</style></head>
<body>
<h1>{title}</h1>
<p>{what}</p>
<table class="words" dir="ltr">{rows}</table>
<p><img src="{code}" alt=""></p>
<p>{how}</p>
</body></html>
"""


def share_card(words: str, number: int, of: int, need: int) -> str:
    """Return the page of one person's card."""
    texts = spoken().cards
    title = texts["share"].format(number=number, of=of)
    what = texts["share-what"].format(need=need)
    return _page((title, what, texts["share-how"]), words, words.split())


def recovery_card(code: str) -> str:
    """Return the page of a recovery code."""
    texts = spoken().cards
    said = (texts["recovery"], texts["recovery-what"], texts["recovery-how"])
    return _page(said, code, [code])


def _page(said: tuple[str, str, str], coded: str, words: Sequence[str]) -> str:
    title, what, how = map(html.escape, said)
    code = segno.make(coded, error="m", micro=False)
    return _PAGE.format(
        language=spoken().code,
        direction="rtl" if spoken().right_to_left else "ltr",
        title=title,
        what=what,
        how=how,
        rows=_rows(words),
        code=code.png_data_uri(scale=_QR_PIXELS, border=4),
    )


def _rows(words: Sequence[str]) -> str:
    """Return the words, numbered down the columns; one alone has no number."""
    if len(words) == 1:
        return f'<tr><td class="word">{html.escape(words[0])}</td></tr>'
    lines = math.ceil(len(words) / _COLUMNS)
    return "".join(
        "<tr>" + "".join(_cell(words, at) for at in range(line, len(words), lines)) + "</tr>"
        for line in range(lines)
    )


def _cell(words: Sequence[str], at: int) -> str:
    # Spaces and no padding: Qt measures padding in dots, and a printer's are very small.
    word = html.escape(words[at]) + _GAP * 3
    return f'<td class="number">{at + 1}{_GAP}</td><td class="word">{word}</td>'
