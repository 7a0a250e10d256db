"""The contact sheet as a PDF: the same content and language as the HTML, for print and archives.

Its bytes depend on nothing but the content: a fixed date, no names of programs,
and no compression, whose output differs between systems. The small pictures are
put in as they are, and no decoder of ours is run on them.

The fonts are parts of Noto Sans (OFL 1.1): Latin, Greek, Cyrillic, Arabic and
Persian, Burmese. What they lack is shown as a question mark.
"""

import io
import re
import zlib
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from fpdf import FPDF
from fpdf.enums import XPos, YPos
from fpdf.fonts import TTFFont
from fpdf.image_datastructures import RasterImageInfo
from fpdf.output import OutputProducer
from fpdf.syntax import Name, PDFContentStream
from typing_extensions import override

from storage.bundle import signing
from storage.bundle.contents import BundleContents, MediaItem, media_path
from storage.bundle.jpeg_size import jpeg_size
from storage.bundle.sheet_words import WORDS, SheetWords

FONTS = Path(__file__).parent / "fonts"

_DATE = datetime(1980, 1, 1, tzinfo=UTC)
_FONTS = ("latin", "arabic", "myanmar")
_MARGIN = 16.0
_PICTURE = 62.0
_SMALL, _BODY, _TITLE = 8.0, 10.0, 18.0
_LINE = 0.5
"""Height of a line in millimetres for each point of the font's size."""
_LEAST_ROOM = 40.0
_ZEROS = re.compile(rb"\0{4,}")
_RUN = 128
_END = b"\x80"
_GREY, _BLACK = (90, 90, 90), (20, 20, 20)


def sheet_pdf(
    contents: BundleContents,
    public: bytes,
    language: str,
    waiting: Callable[[], None] = lambda: None,
) -> bytes:
    """Return the sheet in one language. ValueError for a language that has no words here.

    ``waiting`` is called before each item, for shaping takes some hundredths of a second for each;
    it may raise to stop.
    """
    if language not in WORDS:
        raise ValueError("the sheet as PDF does not speak that language")
    words = WORDS[language]
    page = _Sheet(language, words)
    try:
        page.paragraph(words.title, _TITLE)
        page.paragraph(words.about)
        page.paragraph(words.limits)
        page.paragraph(words.key, _SMALL, soft=True)
        page.exactly(signing.fingerprint(public))
        for index, item in enumerate(contents.items):
            waiting()
            page.item(index, item, words)
        return page.finished()
    finally:
        page.close()


class _Sheet:
    """The pages as they are filled."""

    def __init__(self, language: str, words: SheetWords) -> None:
        pdf = self._pdf = FPDF(format="A4")
        pdf.set_margin(_MARGIN)
        pdf.set_creation_date(_DATE)
        pdf.set_producer("")
        pdf.set_lang(language)
        pdf.set_title(words.title)
        for name in _FONTS:
            pdf.add_font(name, fname=FONTS / f"{name}.ttf")
        self._known = {code for name in _FONTS for code in _letters(pdf, name)}
        self._right_to_left = words.direction == "rtl"
        main = "arabic" if self._right_to_left else "latin"
        pdf.set_font(main, size=_BODY)
        pdf.set_fallback_fonts([name for name in _FONTS if name != main], exact_match=False)
        pdf.set_text_shaping(use_shaping_engine=True)
        pdf.add_page()

    def paragraph(self, text: str, size: float = _BODY, *, soft: bool = False) -> None:
        """Write a text of the sheet's own language, or of whatever language a person typed."""
        pdf = self._pdf
        pdf.set_font_size(size)
        pdf.set_text_color(*(_GREY if soft else _BLACK))
        shown = "".join(letter if self._has(letter) else "?" for letter in text)
        pdf.multi_cell(
            0,
            size * _LINE,
            shown,
            align="R" if self._right_to_left else "L",
            new_x=XPos.LMARGIN,
            new_y=YPos.NEXT,
        )
        pdf.ln(0.4 if soft else 1.6)

    def exactly(self, text: str) -> None:
        """Write a digest or a key: small, and always from the left."""
        pdf = self._pdf
        pdf.set_font_size(_SMALL)
        pdf.set_text_color(*_BLACK)
        pdf.multi_cell(0, _SMALL * _LINE, text, align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
        pdf.ln(1.6)

    def item(self, index: int, item: MediaItem, words: SheetWords) -> None:
        """Write one item: its picture, and what is said of it."""
        pdf = self._pdf
        room = _LEAST_ROOM + (_PICTURE if item.thumbnail else 0)
        if pdf.y + room > pdf.h - _MARGIN:
            pdf.add_page()
        pdf.set_draw_color(*_GREY)
        pdf.line(_MARGIN, pdf.y + 1, pdf.w - _MARGIN, pdf.y + 1)
        pdf.ln(4)
        if item.thumbnail is not None:
            self._picture(media_path(index, item.extension), item.thumbnail)
        for label, value, exact in _lines(index, item, words):
            self.paragraph(label, _SMALL, soft=True)
            (self.exactly if exact else self.paragraph)(value)

    def finished(self) -> bytes:
        """Return the finished file."""
        sink = io.BytesIO()
        self._pdf.output(sink, output_producer_class=_Uncompressed)
        return sink.getvalue()

    def close(self) -> None:
        """Close the files of the fonts, which the library keeps open until it has written."""
        for font in self._pdf.fonts.values():
            if isinstance(font, TTFFont):
                font.close()

    def _has(self, letter: str) -> bool:
        return ord(letter) in self._known or letter == "\n"

    def _picture(self, name: str, jpeg: bytes) -> None:
        width, height = jpeg_size(jpeg)
        info = RasterImageInfo(
            i=len(self._pdf.image_cache.images) + 1,
            data=jpeg,
            w=width,
            h=height,
            cs="DeviceRGB",
            bpc=8,
            f="DCTDecode",
            dp="",
            usages=1,
        )
        self._pdf.image_cache.images[name] = info
        scale = min(_PICTURE / height, (self._pdf.w - 2 * _MARGIN) / width)
        wide, high = width * scale, height * scale
        left = self._pdf.w - _MARGIN - wide if self._right_to_left else _MARGIN
        top = self._pdf.y
        self._pdf.image(name, left, top, wide, high)
        self._pdf.set_y(top + high + 2)


def _letters(pdf: FPDF, name: str) -> Iterable[int]:
    font = pdf.fonts[name]
    return font.cmap if isinstance(font, TTFFont) else ()


class _Uncompressed(OutputProducer):
    """Writes streams in a way that is the same everywhere: two compressors give different bytes."""

    @override
    def _add_pdf_obj(self, pdf_obj: Any, trace_label: str | None = None) -> Any:
        if isinstance(pdf_obj, PDFContentStream) and pdf_obj.filter == Name("FlateDecode"):
            packed = _run_lengths(zlib.decompress(bytes(pdf_obj.content_stream())))
            pdf_obj._contents = packed  # noqa: SLF001 # the library has no setting for this
            pdf_obj.filter, pdf_obj.length = Name("RunLengthDecode"), len(packed)
        return super()._add_pdf_obj(pdf_obj, trace_label)


def _run_lengths(data: bytes) -> bytes:
    """Return data in PDF's RunLengthDecode: its tables of glyphs are nearly all zeros.

    Only runs of four zeros and more are packed. Source: ISO 32000-1, 7.4.5.
    """
    packed, at = bytearray(), 0
    for run in _ZEROS.finditer(data):
        packed += _literally(data[at : run.start()])
        whole, rest = divmod(len(run[0]), _RUN)
        packed += bytes((257 - _RUN, 0)) * whole
        packed += bytes((257 - rest, 0)) if rest > 1 else bytes((0, 0)) * rest
        at = run.end()
    return bytes(packed + _literally(data[at:]) + _END)


def _literally(data: bytes) -> bytes:
    parts = (data[at : at + _RUN] for at in range(0, len(data), _RUN))
    return b"".join(bytes((len(part) - 1,)) + part for part in parts)


def _lines(index: int, item: MediaItem, words: SheetWords) -> Iterator[tuple[str, str, bool]]:
    """Yield label, value, and whether the value is a digest or number to be copied exactly."""
    yield words.file, media_path(index, item.extension), True
    yield words.size, str(item.size), True
    yield "SHA-256", item.sha256, True
    for key, value in sorted(item.record.items()):
        yield words.label(key), value, False
