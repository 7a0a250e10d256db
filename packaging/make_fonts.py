"""Make the fonts of the PDF contact sheet: the parts of Noto Sans that its languages need.

The outcome is in ``storage/bundle/fonts`` and is committed; this says how it came to be. The
sources are the fonts of the PyPI packages ``fontpkg-noto-sans`` 2.15 and
``fontpkg-noto-sans-arabic`` 2.12, and ``NotoSansMyanmar-Regular.ttf`` of Debian's
``fonts-noto-core``. Their licence (OFL 1.1) is ``storage/bundle/fonts/OFL.txt``.

Usage: python packaging/make_fonts.py LATIN.ttf ARABIC.ttf MYANMAR.ttf
"""

import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

OUT = Path(__file__).resolve().parent.parent / "storage" / "bundle" / "fonts"

_PUNCTUATION = [(0x20, 0x7E), (0xA0, 0xFF), (0x2000, 0x206F)]
WANTED = {
    "latin": [*_PUNCTUATION, (0x100, 0x24F), (0x2B0, 0x52F), (0x1E00, 0x1EFF), (0x20A0, 0x214F)],
    "arabic": [*_PUNCTUATION, (0x600, 0x6FF), (0x750, 0x77F), (0x8A0, 0x8FF), (0xFB50, 0xFEFF)],
    "myanmar": [*_PUNCTUATION, (0x1000, 0x109F), (0xA9E0, 0xA9FF), (0xAA60, 0xAA7F)],
}
"""Code points by the font that has them; what a font has not is passed over."""


def main(sources: list[str]) -> int:
    """Write one font for each source, in the order of WANTED."""
    for (name, ranges), source in zip(WANTED.items(), sources, strict=True):
        font = TTFont(source, recalcTimestamp=False)
        if "fvar" in font:
            font = instantiateVariableFont(font, {"wght": 400, "wdth": 100})
        options = Options()
        options.hinting = False
        options.notdef_outline = True
        options.drop_tables += ["STAT", "MVAR", "HVAR"]
        subsetter = Subsetter(options)
        subsetter.populate(unicodes=[code for a, b in ranges for code in range(a, b + 1)])
        subsetter.subset(font)
        font.save(OUT / f"{name}.ttf")
        print(f"{name}.ttf: {(OUT / f'{name}.ttf').stat().st_size} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
