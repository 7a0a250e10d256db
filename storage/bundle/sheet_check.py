"""A second look at the contact sheets: everything in them is of a kind that we write.

A PDF and an HTML file have many places for what gives people away, and for what
runs or fetches something. So every name in the PDF and every tag in the HTML has
to be on a short list; what is not known to be harmless is neither let out nor
believed. Source: ISO 32000-1, 7.5 (file structure); the HTML is ours (``sheet.py``).
"""

import re

from storage.bundle.sheet import STYLE
from storage.bundle.sheet_words import WORDS
from storage.errors import DamagedBundle

_HEAD = re.compile(rb"%PDF-1\.[0-9]\n(?:%[^\n]{0,8}\n)?")
_OBJECT = re.compile(rb"[0-9]{1,7} 0 obj\n")
_NAME = re.compile(rb"/([^\s/<>\[\]()]*)")
_LENGTH = re.compile(rb"/Length ([0-9]{1,9})\n")
_TEXT = re.compile(rb"\(((?:[^()\\]|\\.)*)\)", re.DOTALL)
_HEX = re.compile(rb"(?<!<)<([^<>]+)>(?!>)")
_ID = re.compile(rb"[0-9A-F]{32}")
_OURS = re.compile(rb"[FI][0-9]{1,5}|MPDFA[A-Z]\+NotoSans[A-Za-z]{0,8}")
_DATE = b"D:19800101000000Z"
_KNOWN = frozenset(
    b"Ascent BaseFont BitsPerComponent CIDFontType2 CIDSystemInfo CIDToGIDMap CS CapHeight Catalog "
    b"ColorSpace Contents Count CreationDate DCTDecode DW DecodeParms DescendantFonts Descent "
    b"DeviceRGB Encoding Filter FitH Flags Font FontBBox FontDescriptor FontFile2 FontName Group "
    b"Height ID Identity-H Image ImageB ImageC ImageI Info ItalicAngle Kids Lang Length Length1 "
    b"MediaBox MissingWidth OneColumn OpenAction Ordering PDF Page PageLayout Pages Parent ProcSet "
    b"Registry Resources Root RunLengthDecode S Size StemV Subtype Supplement Text Title ToUnicode "
    b"Transparency Type Type0 W Width XObject".split()
)
_TITLES = frozenset(words.title for words in WORDS.values())
_TEXTS = frozenset((b"Adobe", b"UCS", _DATE, *(language.encode() for language in WORDS)))


_POLICY = (
    b'<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
    b"img-src data:; style-src 'unsafe-inline'\">"
)
_BEGIN = re.compile(
    rb'<!DOCTYPE html>\n<html lang="[a-z]{2}" dir="(?:ltr|rtl)">\n<head>\n'
    rb'<meta charset="utf-8">\n' + re.escape(_POLICY) + rb"\n"
    rb'<meta name="referrer" content="no-referrer">\n'
    rb'<meta name="viewport" content="width=device-width">\n'
    rb"<title>[^<>]*</title>\n<style>" + re.escape(STYLE.encode()) + rb"</style>\n</head>\n<body>\n"
)
_TAG = re.compile(
    rb'<(?:/?(?:h1|p|code|dl|dt|dd|li|a|ul)|ul class="items"|dd dir="auto"'
    rb'|a href="(?:VERIFY\.txt|data/media/[0-9]{3,4}\.[a-z0-9]{2,5})"'
    rb'|img alt="[0-9]{3,4}\.[a-z0-9]{2,5}" src="data:image/jpeg;base64,[A-Za-z0-9+/]*={0,2}"'
    rb")>[^<>]*"
)
_END = b"</body>\n</html>\n"


def is_sheet(path: str) -> bool:
    """Whether a file of a bundle is a contact sheet, by its path inside."""
    return path.startswith("README.")


def check(path: str, untrusted: bytes) -> None:
    """Raise DamagedBundle(reason="sheet") unless a contact sheet is of the form that we write."""
    (check_pdf if path.endswith(".pdf") else check_html)(untrusted)


def check_html(untrusted: bytes) -> None:
    """Raise DamagedBundle(reason="sheet") unless every tag in the HTML is of a known kind.

    Its first lines are ours letter by letter: its policy forbids a browser to run or fetch
    anything, and comes before all else.
    """
    begin = _BEGIN.match(untrusted)
    if begin is None or not untrusted.endswith(_END):
        raise DamagedBundle(reason="sheet")
    at, end = begin.end(), len(untrusted) - len(_END)
    while at < end:  # one after the other: a list of them may be longer than the sheet
        found = _TAG.match(untrusted, at, end)
        if found is None:
            raise DamagedBundle(reason="sheet")
        at = found.end()


def check_pdf(untrusted: bytes) -> None:
    """Raise DamagedBundle(reason="sheet") unless everything in the PDF is of a known kind."""
    head = _HEAD.match(untrusted)
    if head is None:
        raise DamagedBundle(reason="sheet")
    at = head.end()
    while found := _OBJECT.match(untrusted, at):
        at = _after_object(untrusted, found.end())
    table = untrusted[at:]
    if not table.startswith(b"xref\n") or not table.endswith(b"\n%%EOF\n"):
        raise DamagedBundle(reason="sheet")
    _check(table)


def _after_object(untrusted: bytes, at: int) -> int:
    """Check one object's values, pass over its stream, and return where the next one starts."""
    end = untrusted.find(b"\nendobj\n", at)
    if end < 0:
        raise DamagedBundle(reason="sheet")
    # No further than this object: looked for to the end, each of a million would take all of it.
    stream = untrusted.find(b"\nstream\n", at, end + 1)
    if stream < 0:
        _check(untrusted[at:end])
        return end + len(b"\nendobj\n")
    said = untrusted[at : stream + 1]
    _check(said)
    length = _LENGTH.search(said)
    behind = stream + len(b"\nstream\n") + (int(length[1]) if length else 0)
    if not untrusted.startswith(b"\nendstream\nendobj\n", behind):
        raise DamagedBundle(reason="sheet")
    return behind + len(b"\nendstream\nendobj\n")


def _check(said: bytes) -> None:
    rest = _TEXT.sub(b"", said)
    digits = (text for text in _HEX.findall(rest) if not _ID.fullmatch(text))
    for text in (*_TEXT.findall(said), *map(_decoded, digits)):
        if text not in _TEXTS and _title(text) not in _TITLES:
            raise DamagedBundle(reason="sheet")
    for name in _NAME.findall(rest):
        if name not in _KNOWN and not _OURS.fullmatch(name):
            raise DamagedBundle(reason="sheet")


def _decoded(digits: bytes) -> bytes:
    try:
        return bytes.fromhex(digits.decode("ascii", "replace"))
    except ValueError as error:
        raise DamagedBundle(reason="sheet") from error


def _title(text: bytes) -> str:
    """Return a text of the PDF as it is read: UTF-16 with its mark, or one byte a letter."""
    plain = re.sub(rb"\\(.)", _escaped, text, flags=re.DOTALL)
    if plain.startswith(b"\xfe\xff"):
        return plain[2:].decode("utf-16-be", "replace")
    return plain.decode("latin-1")


def _escaped(found: "re.Match[bytes]") -> bytes:
    return {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}.get(found[1], found[1])
