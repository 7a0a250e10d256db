"""Every command in the documents is run, as it stands there.

The pages for newsrooms have tests of their own (``test_pages.py``), and so have the lines that need
a place of their own (``lines.py`` lists them, and who runs them). Run here are the readme's five
minutes and the pages for witnesses, each from its first line to its last in one folder, on the
demo's samples. A passphrase that a person types at a terminal comes from a file.
"""

import re
import shlex
import shutil
import zipfile
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp

import pyrage
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from storage.outlets.card import Card, sign
from storage.vault import KdfCost, Vault, slots
from tests.house.lines import ALONE
from tests.storage.outlets.test_transport import ONION
from ui.cli.app import GROUPS, main

PROJECT = Path(__file__).resolve().parents[2]
SAMPLES = PROJECT / "ui" / "cli" / "samples"
PAGES = sorted([*PROJECT.glob("*.md"), *(PROJECT / "docs").rglob("*.md")])
FENCED = re.compile(r"^ *```(\w*)\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)
PROGRAMS = r"firsthand(?![-\w])|python3? |sh |sudo |tar |age |alias |\.?packaging/|\.venv/|\.ci/"
INDENTED = re.compile(rf"^    ((?:{PROGRAMS}).*)$", re.MULTILINE)
OUR_OWN = re.compile(r"^(?:firsthand|python main\.py|sh packaging/run\.sh) (?=\S)")

WITNESSES = tuple(
    f"docs/witnesses/{name}.md"
    for name in (
        *("1-vault", "2-cable", "3-air", "4-says", "5-photo"),
        *("6-video", "7-bundle", "8-send", "9-lock", "10-backup"),
    )
)
JOURNEYS = {
    "readme": ("README.md", "docs/outlets.md", "docs/posting.md"),
    "witnesses": WITNESSES,
}
RUN_BY_TEST_PAGES = {"docs/for-journalists.md", "docs/for-outlets.md"}


def commands(page: str) -> list[str]:
    """Give a page's commands in their order, without what is said beside them."""
    text = (PROJECT / page).read_text("utf-8")
    found = [(match.start(), match[1]) for match in INDENTED.finditer(FENCED.sub(_blank, text))]
    for match in FENCED.finditer(text):
        if match[1] == "sh":
            found += [(match.start(), line.strip()) for line in match[2].splitlines() if line]
    ordered = sorted(found, key=lambda one: one[0])
    return [re.sub(r"\s+# .*", "", line).strip() for _, line in ordered]


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def test_every_command_is_run() -> None:
    elsewhere = {page for pages in JOURNEYS.values() for page in pages} | RUN_BY_TEST_PAGES
    named = {page.relative_to(PROJECT).as_posix() for page in PAGES}
    assert elsewhere <= named
    told = {page: commands(page) for page in named}
    assert all(told[page] for page in elsewhere)
    alone = {line for page in named - elsewhere for line in told[page]}
    foreign = {
        line
        for pages in JOURNEYS.values()
        for page in pages
        for line in told[page]
        if not OUR_OWN.match(line)
    }
    assert alone | foreign <= ALONE
    assert {line for said in told.values() for line in said} >= ALONE


IN_A_SENTENCE = re.compile(r"`(?:firsthand|python main\.py) ([a-z-]+)[^`]*`")
SCRIPT = re.compile(r"`(?:sh |\.venv/bin/python )?packaging/([\w./-]+\.(?:sh|py)) ([a-z-]+)[^`]*`")


def test_what_a_sentence_tells_to_type_is_there() -> None:
    known = {name for adds in GROUPS.values() for name in adds} | {"--help"}
    for page in PAGES:
        text = page.read_text("utf-8")
        if "formats" not in page.parts:  # there "firsthand …" is a mark in a file
            assert set(IN_A_SENTENCE.findall(text)) <= known, page
        for script, word in SCRIPT.findall(text):
            if script == "bench.sh":
                measure = f"bench_{word.replace('-', '_')}.py"
                assert (PROJECT / "packaging" / "bench" / measure).exists(), page
            else:
                said = (PROJECT / "packaging" / script).read_text("utf-8")
                assert re.search(rf"(?<![\w-]){word}\b", said), (page, script, word)


NO_VAULT = {"inspect", "clean", "devices", "verify", "--help"}
TYPED = {
    "keys decoy": ("--new-passphrase-file", "another.txt", "--yes"),
    "outlet add": ("--words", "WORDS"),
    "send evidence": ("--later",),
}
"""What a person types when these ask for it; and nothing is sent anywhere by a test."""


@dataclass(frozen=True, slots=True)
class Witness:
    """A folder with what the pages speak of, and what to put where they have a name in capitals."""

    folder: Path
    words: dict[str, str]
    key: str

    def types(self, line: str) -> None:
        """Run one command; whatever it is, it has to do well."""
        arguments = shlex.split(OUR_OWN.sub("", self.filled(line)))
        if arguments[0] not in NO_VAULT:
            arguments += ["--passphrase-file", "word.txt"]
        more = TYPED.get(" ".join(arguments[:2]), ())
        if more and more[0] not in arguments:
            arguments += more
        if "WORDS" in arguments:
            card = arguments[arguments.index("--card") + 1]
            arguments[arguments.index("WORDS")] = self.words[card]
        try:
            code = main(arguments)
        except SystemExit as ended:
            code = int(ended.code or 0)
        assert code == 0, line

    def filled(self, line: str) -> str:
        """Put what is meant where the page has a name for it."""
        for name, meant in (
            ("age1…", self.key),
            ("ITEM…", "ITEM"),
            ("/media/other/disk", "other-disk"),
            ("VAULT", "evidence"),
        ):
            line = line.replace(name, meant)
        if "BUNDLE_ID" in line:
            first = zipfile.ZipFile(self.folder / "bundle.zip").namelist()[0]
            line = line.replace("BUNDLE_ID", first.partition("/")[0].removeprefix("B-"))
        if "DIR" in line:
            line = line.replace("DIR", mkdtemp(dir=self.folder))
        for name, kind in (("ITEM", "jpeg"), ("VIDEO", "mp4")):
            if name in line:
                line = line.replace(name, self.item(kind))
        return line

    def item(self, kind: str) -> str:
        """Give the first digits of the one original of a kind."""
        word = (self.folder / "word.txt").read_text().strip()
        with Vault.open(self.folder / "evidence", word) as vault:
            (one,) = [original for original in vault.originals() if original.kind == kind]
        return one.id[:8]


@pytest.fixture
def witness(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Witness:
    key = str(pyrage.x25519.Identity.generate().to_public())
    words = {}
    for file, name in (("card.json", "The Paper"), ("newsroom.card", "The Desk")):
        given = Card(name, "webdav", f"{ONION.rstrip('/')}/in/", key)
        card = sign(given, Ed25519PrivateKey.generate())
        (tmp_path / file).write_text(card.text(), "utf-8")
        words[file] = " ".join(card.words)
    (tmp_path / "newsroom.key").write_text(key + "\n")
    (tmp_path / "word.txt").write_text("quiet harbour nine lamps\n")
    (tmp_path / "another.txt").write_text("seven other words of a decoy\n")
    shutil.copytree(SAMPLES, tmp_path / "ui" / "cli" / "samples")
    shutil.copytree(SAMPLES, tmp_path / "photos")
    shutil.copy(SAMPLES / "IMG_20240501_184207.jpg", tmp_path / "photo.jpg")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(slots, "calibrate", lambda: KdfCost(memory=64, passes=1, lanes=1))
    return Witness(tmp_path, words, key)


@pytest.mark.parametrize("journey", JOURNEYS)
def test_what_people_are_told_to_type_works(journey: str, witness: Witness) -> None:
    for page in JOURNEYS[journey]:
        for line in commands(page):
            if line not in ALONE:
                witness.types(line)
