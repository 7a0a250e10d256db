"""The site of the documentation: every document is in it, and nothing is fetched from elsewhere.

``packaging/docs.sh`` builds it, with links checked; here is what can be said without MkDocs.
"""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

PROJECT = Path(__file__).resolve().parents[2]
DOCS = PROJECT / "docs"
CONFIG = (PROJECT / "mkdocs.yml").read_text("utf-8")
CHECK = PROJECT / "packaging" / "site" / "check.py"
PICTURE = re.compile(r"!\[([^\]]+)\]\(\.\./images/witness/([a-z-]+\.png)\)")
PAGES = sorted((DOCS / "witnesses").glob("[0-9]*.md"))
MOST_WORDS = 340
MOST_BYTES = 80_000
each = pytest.mark.parametrize("page", PAGES, ids=lambda path: path.stem)


def test_every_document_has_its_place() -> None:
    placed = set(re.findall(r"[\w./-]+\.md\b", CONFIG.partition("\nnav:")[2]))
    there = {path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md")}
    there = {name for name in there if not name.startswith("changes/")}
    # The hook lists the decisions; test_docs.py holds their overview to what there is.
    there = {name for name in there if not name.startswith("decisions/0")}
    beside = {"CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md"}
    assert placed == there | beside


def test_there_are_ten_pages_for_witnesses() -> None:
    overview = (DOCS / "witnesses" / "index.md").read_text("utf-8")
    numbered = re.findall(r"^\d+\. \[[^\]]+\]\(((\d+)-\w+\.md)\)$", overview, re.MULTILINE)
    assert [int(number) for _, number in numbered] == list(range(1, 11))
    assert {name for name, _ in numbered} == {page.name for page in PAGES}


@each
def test_a_page_for_witnesses_is_short_and_has_pictures(page: Path) -> None:
    text = page.read_text("utf-8")
    assert len(text.split()) <= MOST_WORDS
    pictures = PICTURE.findall(text)
    assert 1 <= len(pictures) <= 2
    for said, name in pictures:
        assert len(said.split()) > 3, "who cannot see it is told what it shows"
        picture = DOCS / "images" / "witness" / name
        assert picture.stat().st_size < MOST_BYTES
        with Image.open(picture) as opened:
            assert 400 < opened.width <= 1024
            assert opened.info == {}, "nothing of the computer that took it"


@each
def test_a_page_for_witnesses_says_its_limits_and_promises_nothing(page: Path) -> None:
    text = page.read_text("utf-8")
    assert "**What this does not do.**" in text
    promise = re.compile(r"\b(safe|safely|anonymous|untraceable|guarantee\w*)\b", re.IGNORECASE)
    assert promise.search(text) is None


def test_every_picture_for_witnesses_is_taken_by_the_script_and_shown() -> None:
    script = (PROJECT / "packaging" / "screenshots.py").read_text("utf-8")
    taken = script.partition("ILLUSTRATED = {")[2].partition("}\n")[0]
    names = {f"{name}.png" for name in re.findall(r'"([a-z-]+)"', taken)}
    shown = {name for page in PAGES for _, name in PICTURE.findall(page.read_text("utf-8"))}
    kept = {path.name for path in (DOCS / "images" / "witness").iterdir()}
    assert names == shown == kept


def checked(site: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, CHECK, site], check=False, capture_output=True, text=True
    )


INNOCENT = """<!doctype html><link rel="stylesheet" href="look.css">
<img src="data:image/png;base64,AA">
<a href="https://example.org/">a person may click</a><script src="../site/run.js"></script>"""
GUILTY = {
    "a picture": '<img src="https://example.org/a.png">',
    "without a scheme": '<script src="//example.org/a.js"></script>',
    "a font": '<link rel="preconnect" href="https://fonts.example.org">',
    "a form": '<form action="https://example.org/"></form>',
    "within a style": "<style>p { background: url(https://example.org/a.png) }</style>",
    "what is not there": '<img src="gone.png">',
    "out of the folder": '<img src="../outside.png">',
    "a diagram, for which the theme fetches a script": '<pre class="mermaid"></pre>',
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "outside.png").touch()
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "look.css").write_text("p { background: url(data:image/png;base64,AA) }")
    (folder / "run.js").touch()
    (folder / "index.html").write_text(INNOCENT)
    return folder


def test_a_site_that_asks_for_nothing_is_let_by(site: Path) -> None:
    assert checked(site).returncode == 0


@pytest.mark.parametrize("guilt", GUILTY)
def test_what_would_be_fetched_from_elsewhere_is_found(guilt: str, site: Path) -> None:
    (site / "page.html").write_text(INNOCENT + GUILTY[guilt])
    done = checked(site)
    assert done.returncode == 1
    assert "page.html: " in done.stderr


def test_a_style_that_fetches_is_found(site: Path) -> None:
    (site / "look.css").write_text('@import "https://example.org/a.css";')
    assert checked(site).returncode == 1


def test_a_folder_without_pages_was_not_looked_at(tmp_path: Path) -> None:
    assert checked(tmp_path).returncode != 0
