"""Look at a site that was built: nothing in it is asked for from anywhere else.

    python packaging/site/check.py FOLDER

A link that a person may click leads where it likes; whatever a browser fetches by itself has to
lie in the folder.
"""

import re
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

FETCHED = {
    "src",
    "srcset",
    "poster",
    "data",
    "background",
    "action",
    "formaction",
    "ping",
    "xlink:href",
}
ELSEWHERE = re.compile(r"""(?:@import|url\()\s*["']?\s*(?:https?:)?//""", re.IGNORECASE)
INSIDE = {"", "data", "mailto"}
# The theme's scripts fetch from elsewhere for these alone.
STARTS_FETCHING = ("mermaid", 'data-md-component="source"', 'class="jupyter')


class Fetches(HTMLParser):
    """Collects what a browser would fetch by itself for a page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # type: ignore[explicit-override] # as Python 3.11 writes it
        """Take each attribute that makes a browser fetch something."""
        for name, value in attrs:
            if value and (name in FETCHED or (name == "href" and tag != "a")):
                self.found += value.split(",") if name == "srcset" else [value]


def faults(site: Path) -> Iterator[str]:
    """Yield what is wrong, each with the file that it is in.

    Raises ValueError where there is no page at all: then nothing was looked at.
    """
    pages = sorted(site.rglob("*.html"))
    if not pages:
        raise ValueError(site)
    for page in pages:
        text = page.read_text(encoding="utf-8")
        fetches = Fetches()
        fetches.feed(text)
        yield from (f"{page}: {one}" for one in fetches.found if not _is_there(one, page, site))
        yield from (f"{page}: {sign}" for sign in STARTS_FETCHING if sign in text)
    for sheet in (*pages, *site.rglob("*.css"), *site.rglob("*.svg")):
        for match in ELSEWHERE.finditer(sheet.read_text(encoding="utf-8")):
            yield f"{sheet}: {match[0]}"


def _is_there(address: str, page: Path, site: Path) -> bool:
    parts = urlsplit(address.strip())
    if parts.scheme or parts.netloc:
        return parts.scheme in INSIDE and not parts.netloc
    if not parts.path:
        return True
    # 404.html is served for any address, so it alone is written from the top of the site.
    start = site if parts.path.startswith("/") else page.parent
    target = (start / unquote(parts.path).lstrip("/")).resolve()
    return target.exists() and target.is_relative_to(site.resolve())


def main(arguments: list[str]) -> int:
    """Print what is wrong."""
    found = list(faults(Path(arguments[0])))
    print("\n".join(found), end="\n" if found else "", file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
