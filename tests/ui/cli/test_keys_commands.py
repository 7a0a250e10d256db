"""Cards, the guard, the rehearsal and the wipe, command by command, in this process."""

import io
import re
import shutil
import sys
from pathlib import Path

import pytest

from storage.records import Provenance
from storage.vault import KdfCost, Vault
from tests.journeys.conftest import Ended
from ui.cli import app

CARD = re.compile(r"^Card \d of \d: (.*)$", re.MULTILINE)
PASSPHRASE = "correct horse battery staple"


class Firsthand:
    def __init__(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self._monkeypatch = monkeypatch
        self._capsys = capsys

    def __call__(self, *arguments: str | Path, stdin: str = "") -> Ended:
        self._monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode())))
        code = app.main([str(argument) for argument in arguments])
        out, err = self._capsys.readouterr()
        return Ended(code, out, err)

    def vault(self, *arguments: str | Path) -> Ended:
        return self(*arguments, "--passphrase-file", "-", stdin=PASSPHRASE + "\n")


@pytest.fixture
def firsthand(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Firsthand:
    return Firsthand(monkeypatch, capsys)


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    Vault.create(tmp_path / "vault", PASSPHRASE, KdfCost(memory=64, passes=1, lanes=1)).close()
    return tmp_path / "vault"


@pytest.fixture
def one(vault: Path) -> str:
    with Vault.open(vault, PASSPHRASE) as opened:
        draft = opened.draft()
        draft.write(b"content")
        return opened.keep_original(draft, "jpeg", Provenance("folder", "a.jpg", None)).id


def cards_of(firsthand: Firsthand, vault: Path, need: int, of: int) -> list[str]:
    made = firsthand.vault("keys", "shares", vault, "--need", str(need), "--of", str(of))
    assert made.code == 0, made.err
    cards = CARD.findall(made.out)
    assert len(cards) == of
    return cards


def test_two_people_s_cards_open_the_vault_and_one_does_not(
    firsthand: Firsthand, vault: Path, one: str, tmp_path: Path
) -> None:
    cards = cards_of(firsthand, vault, 2, 3)
    file = tmp_path / "cards"
    for given, code in ((cards[:2], 0), (cards[1:], 0), (cards, 0), (cards[:1], 3)):
        file.write_text("\n\n".join(given) + "\n")
        shown = firsthand("list", vault, "--shares-file", file, "--json")
        assert shown.code == code, shown.err
        assert (one in shown.out) == (code == 0)
    file.write_text(cards[0] + "\n" + cards[1].rpartition(" ")[0] + " academic\n")
    refused = firsthand("list", vault, "--shares-file", file, "--json")
    assert refused.json["error"]["code"] == "bad-share"
    assert firsthand("list", vault, "--shares-file", "-", stdin="\n".join(cards[:2])).code == 0
    both = firsthand("list", vault, "--shares-file", file, "--passphrase-file", file)
    assert both.code == 2


def test_cards_to_print_are_written_only_where_asked(
    firsthand: Firsthand, vault: Path, tmp_path: Path
) -> None:
    out = tmp_path / "cards"
    sizes = ("--need", "2", "--of", "2")
    made = firsthand.vault("keys", "shares", vault, *sizes, "-o", out)
    assert made.code == 0, made.err
    assert CARD.findall(made.out) == []
    pages = [path.read_text("utf-8") for path in sorted(out.iterdir())]
    cards = [" ".join(re.findall(r'class="word">(\w+)', page)) for page in pages]
    assert [path.name for path in sorted(out.iterdir())] == ["card-1.html", "card-2.html"]
    assert all((out / name).stat().st_mode & 0o077 == 0 for name in ("card-1.html", "card-2.html"))
    assert not any(str(vault) in page or "irsthand" in page for page in pages)
    columns = [reordered(card.split()) for card in cards]
    assert firsthand("list", vault, "--shares-file", "-", stdin="\n".join(columns)).code == 0
    keys = firsthand.vault("keys", "list", vault, "--json").json["keys"]
    again = firsthand.vault("keys", "shares", vault, *sizes, "-o", out)
    assert again.code == 1
    assert firsthand.vault("keys", "list", vault, "--json").json["keys"] == keys
    code = firsthand.vault("keys", "recovery", vault, "-o", tmp_path / "code")
    assert code.code == 0
    assert [path.name for path in (tmp_path / "code").iterdir()] == ["recovery-code.html"]


def reordered(words: list[str]) -> str:
    """Put the words of a page's rows into the order of its columns."""
    return " ".join(words[at] for column in range(4) for at in range(column, len(words), 4))


@pytest.mark.parametrize("sizes", [("1", "3"), ("4", "3"), ("2", "17")])
def test_sizes_beyond_the_bounds_are_wrong_usage(
    firsthand: Firsthand, vault: Path, sizes: tuple[str, str]
) -> None:
    ended = firsthand.vault("keys", "shares", vault, "--need", sizes[0], "--of", sizes[1])
    assert ended.code == 2


def test_a_vault_is_wiped_after_so_many_wrong_passphrases(
    firsthand: Firsthand, vault: Path, one: str, tmp_path: Path
) -> None:
    assert firsthand.vault("keys", "guard", vault, "--json").json == {
        "delay": False,
        "wipe_after": None,
    }
    assert firsthand.vault("keys", "guard", vault, "--wipe-after", "4").code == 2
    assert firsthand.vault("keys", "guard", vault, "--wipe-after", "5").code == 0
    kept = firsthand.vault("keys", "guard", vault, "--delay", "off", "--json").json
    assert kept == {"delay": False, "wipe_after": 5}
    copy = tmp_path / "copy"
    shutil.copytree(vault, copy)
    codes = [
        firsthand("list", vault, "--passphrase-file", "-", stdin="wrong\n").code for _ in range(5)
    ]
    assert codes == [3, 3, 3, 3, 1]
    assert not vault.exists()
    assert one in firsthand.vault("list", copy, "--json").out  # as the documents say of copies


def test_pauses_are_told_in_seconds(firsthand: Firsthand, vault: Path) -> None:
    assert firsthand.vault("keys", "guard", vault, "--delay", "on").code == 0
    for _ in range(8):
        ended = firsthand("list", vault, "--passphrase-file", "-", "--json", stdin="wrong\n")
        if ended.json["error"]["code"] == "try-later":
            break
    assert ended.code == 3
    assert "seconds" in ended.err


def test_a_wipe_is_rehearsed_and_an_interrupted_one_is_finished(
    firsthand: Firsthand, vault: Path, one: str
) -> None:
    rehearsed = firsthand("vault", "wipe", vault, "--rehearse", "--json")
    assert rehearsed.code == 0, rehearsed.err
    assert rehearsed.json["files"] == 7
    assert firsthand("vault", "wipe", vault, "--rehearse").out.startswith("A rehearsal.")
    assert one in firsthand.vault("list", vault, "--json").out
    for name in ("keys.bin", "keys.backup"):
        (vault / name).write_bytes(b"FHwiped".ljust(1236, b"x"))
    refused = firsthand.vault("list", vault, "--json")
    assert (refused.code, refused.json["error"]["code"]) == (1, "vault-wiped")
    finished = firsthand("vault", "wipe", vault, "--json")
    assert finished.json == {"wiped": True, "stays": False}
    assert not vault.exists()


def test_a_card_is_no_new_passphrase(firsthand: Firsthand, vault: Path, tmp_path: Path) -> None:
    card = tmp_path / "card"
    card.write_text(cards_of(firsthand, vault, 2, 2)[0])
    assert firsthand.vault("keys", "add", vault, "--new-passphrase-file", card).code == 2
    assert firsthand("list", vault, "--passphrase-file", card).code == 3
    assert firsthand.vault("list", vault).code == 0
    assert PASSPHRASE not in card.read_text()
