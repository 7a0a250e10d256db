"""The contact sheet: one HTML file that any browser opens offline.

No script, no font, no address outside: a Content-Security-Policy in the file
itself forbids them, so that opening it in a newsroom tells nobody. Pictures are
embedded; everything that a person typed is escaped.
"""

import base64
from html import escape

from storage.bundle import signing
from storage.bundle.contents import BundleContents, MediaItem, media_path
from storage.bundle.sheet_words import WORDS, SheetWords

_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"

STYLE = """
body{font:16px/1.5 system-ui,sans-serif;max-width:72rem;margin:2rem auto;padding:0 1rem;
color:#1b1b1b;background:#fff}
ul.items{list-style:none;padding:0;display:grid;gap:1.5rem;
grid-template-columns:repeat(auto-fill,minmax(18rem,1fr))}
ul.items>li{border:1px solid #bbb;border-radius:6px;padding:1rem;overflow-wrap:anywhere}
img{max-width:100%;height:auto;display:block;margin:0 auto 1rem}
dl{margin:0}dt{font-weight:600;margin-top:.5rem}dd{margin:0;white-space:pre-wrap}
code{font-size:.8em;direction:ltr;unicode-bidi:isolate}
@media(prefers-color-scheme:dark){body{color:#eee;background:#151515}a{color:#8ab4f8}
ul.items>li{border-color:#555}}
"""


def sheet(contents: BundleContents, public: bytes, language: str) -> bytes:
    """Return the sheet in one language; ValueError for a language that has no words here."""
    if language not in WORDS:
        raise ValueError("the contact sheet does not speak that language")
    words = WORDS[language]
    items = "".join(_item(index, item, words) for index, item in enumerate(contents.items))
    return (
        f'<!DOCTYPE html>\n<html lang="{language}" dir="{words.direction}">\n<head>\n'
        '<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="referrer" content="no-referrer">\n'
        '<meta name="viewport" content="width=device-width">\n'
        f"<title>{escape(words.title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n"
        f"<h1>{escape(words.title)}</h1>\n"
        f"<p>{escape(words.about)}</p>\n<p>{escape(words.limits)}</p>\n"
        f'<p><a href="VERIFY.txt">{escape(words.check)}</a></p>\n'
        f"<p>{escape(words.key)} <code>{signing.fingerprint(public)}</code></p>\n"
        f'<ul class="items">\n{items}</ul>\n</body>\n</html>\n'
    ).encode("utf-8", "replace")


def _item(index: int, item: MediaItem, words: SheetWords) -> str:
    path = media_path(index, item.extension)
    name = path.rpartition("/")[2]
    fields = "".join(
        f'<dt>{escape(words.label(key))}</dt><dd dir="auto">{escape(value)}</dd>'
        for key, value in sorted(item.record.items())
    )
    return (
        f"<li>{_picture(item, name)}<dl><dt>{escape(words.file)}</dt>"
        f'<dd dir="auto"><a href="{path}">{name}</a></dd>'
        f"<dt>{escape(words.size)}</dt><dd>{item.size}</dd>"
        f"<dt>SHA-256</dt><dd><code>{item.sha256}</code></dd>{fields}</dl></li>\n"
    )


def _picture(item: MediaItem, name: str) -> str:
    if item.thumbnail is None:
        return ""
    data = base64.b64encode(item.thumbnail).decode()
    return f'<img alt="{name}" src="data:image/jpeg;base64,{data}">'
