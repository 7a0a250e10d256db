"""Outlets, sending and the queue from the command line, against a real server."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pyrage
import pytest
from PIL import Image

from storage.bundle.verify import verify_path
from storage.outlets.card import read_card
from tests.storage.outlets.servers import PASSWORD, USER, Server, rclone_webdav, running
from tests.storage.outlets.test_transport import ONION
from tests.storage.vault.vaults import PASSPHRASE, make
from ui.cli.app import main

IDENTITY = pyrage.x25519.Identity.generate()
KEY = str(IDENTITY.to_public())


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with running(rclone_webdav(tmp_path_factory.mktemp("paper") / "served")) as started:
        yield started


@pytest.fixture(scope="module")
def vault(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A vault with one photo and its cleaned copy."""
    folder = tmp_path_factory.mktemp("witness")
    make(folder / "vault").close()
    (folder / "passphrase").write_text(PASSPHRASE)
    (folder / "password").write_text(PASSWORD + "\n")
    Image.effect_noise((64, 48), 90).convert("RGB").save(folder / "IMG_1.jpg")
    passphrase = ("--passphrase-file", str(folder / "passphrase"))
    assert main(["import", str(folder / "vault"), str(folder / "IMG_1.jpg"), *passphrase]) == 0
    return folder / "vault"


Run = Callable[..., tuple[int, dict[str, list[dict[str, object]]]]]


@pytest.fixture
def run(vault: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command on the vault and give its exit code and its JSON (empty without)."""
    passphrase = ("--passphrase-file", str(vault.parent / "passphrase"))

    def command(*words: str, at: int = 1) -> tuple[int, dict[str, list[dict[str, object]]]]:
        capsys.readouterr()
        code = main([*words[:at], str(vault), *words[at:], *passphrase])
        said = capsys.readouterr().out
        return code, json.loads(said) if "--json" in words else {}

    return command


def added(run: Run, server: Server, vault: Path, name: str, *more: str) -> None:
    login = ("--user", USER, "--password-file", str(vault.parent / "password"))
    place = ("--name", name, "--kind", "webdav", "--address", server.url, "--route", "direct")
    assert run("outlet", "add", *place, *login, *more, at=2)[0] == 0


def test_an_item_is_sent_sealed_and_confirmed(run: Run, server: Server, vault: Path) -> None:
    added(run, server, vault, "Paper", "--key", KEY, "--note", "since 1921")
    code, said = run("outlet", "list", "--json", at=2)
    (outlet,) = said["outlets"]
    assert (code, outlet["recipient"], outlet["route"]) == (0, KEY, "direct")
    assert PASSWORD not in json.dumps(said)
    assert run("outlet", "test", "paper", at=2)[0] == 0

    item = str(run("list", "--json")[1]["items"][0]["id"])
    code, said = run("send", item[:8], "--outlet", "Paper", "--json")
    (parcel,) = said["parcels"]
    assert (code, parcel["state"], parcel["confirmed_by"]) == (0, "delivered", "size")
    (arrived,) = server.folder.iterdir()
    assert verify_path(arrived, str(IDENTITY)).manifest.bundle_id == parcel["bundle_id"]


def test_a_bundle_that_was_made_is_verified_and_sealed_first(
    run: Run, server: Server, vault: Path, tmp_path: Path
) -> None:
    added(run, server, vault, "Second", "--key", KEY)
    item = str(run("list", "--json")[1]["items"][0]["id"])
    bundle = tmp_path / "bundle.zip"
    assert run("bundle", item, "-o", str(bundle))[0] == 0
    code, said = run("send", str(bundle), "--outlet", "Second", "--json")
    assert (code, said["parcels"][0]["sealed"]) == (0, True)
    bundle.write_bytes(bundle.read_bytes()[:-1])
    assert run("send", str(bundle), "--outlet", "Second")[0] == 4


def test_without_a_key_only_what_is_said_to_may_go_unsealed(
    run: Run, server: Server, vault: Path
) -> None:
    added(run, server, vault, "Open")
    item = str(run("list", "--json")[1]["items"][0]["id"])
    assert run("send", item, "--outlet", "Open")[0] == 1
    code, said = run("send", item, "--outlet", "Open", "--unsealed", "--json")
    assert (code, said["parcels"][0]["sealed"]) == (0, False)


def test_how_all_is_sent_is_chosen_once(run: Run, server: Server, vault: Path) -> None:
    added(run, server, vault, "Spread", "--key", KEY)
    item = str(run("list", "--json")[1]["items"][0]["id"])
    chosen = run("queue", "pace", "--rate", "2MB", "--within", "2h", "--json", at=2)[1]
    assert str(chosen) == "{'rate': 2000000, 'within': 7200}"
    code, sent = run("send", item, "--outlet", "Spread", "--json")
    assert (code, sent["parcels"][0]["state"]) == (0, "waiting")
    assert run("queue", "cancel", str(sent["parcels"][0]["id"]), at=2)[0] == 0
    assert run("queue", "pace", "--rate", "fast", at=2)[0] == 2
    off = run("queue", "pace", "--rate", "off", "--within", "off", "--json", at=2)[1]
    assert str(off) == "{'rate': None, 'within': None}"


def test_what_cannot_be_sent_waits_and_the_command_ends_with_5(
    run: Run, server: Server, vault: Path
) -> None:
    added(run, server, vault, "Gone", "--key", KEY)
    assert run("outlet", "route", "Gone", "socks5h://127.0.0.1:1", at=2)[0] == 0
    item = str(run("list", "--json")[1]["items"][0]["id"])
    code, said = run("send", item, "--outlet", "Gone", "--json")
    (parcel,) = said["parcels"]
    assert (code, parcel["state"]) == (5, "waiting")
    assert parcel["reason"] == "no-route:proxy-gone"
    ident = str(parcel["id"])
    assert run("queue", "pause", ident[:6], at=2)[0] == 0
    assert run("queue", "run", at=2)[0] == 0
    assert run("outlet", "route", "Gone", "direct", at=2)[0] == 0
    assert run("queue", "resume", ident[:6], at=2)[0] == 0
    code, said = run("queue", "run", "--wait", "--rate", "10MB", "--json", at=2)
    assert (code, [one["state"] for one in said["parcels"]]) == (0, ["delivered"])
    assert run("queue", "cancel", ident, at=2)[0] == 0
    listed = run("queue", "list", "--json", at=2)[1]["parcels"]
    assert ident not in [one["id"] for one in listed]


def test_a_card_is_trusted_by_its_words(
    run: Run, server: Server, vault: Path, tmp_path: Path
) -> None:
    added(run, server, vault, "Carded", "--key", KEY)
    card = tmp_path / "card.json"
    assert run("outlet", "export", "Carded", "-o", str(card), at=2)[0] == 0
    for ending, begins in (("png", b"\x89PNG"), ("svg", b"<?xml")):
        picture = card.with_suffix(f".{ending}")
        assert run("outlet", "export", "Carded", "-o", str(picture), at=2)[0] == 0
        assert picture.read_bytes().startswith(begins)
    assert run("outlet", "remove", "Carded", at=2)[0] == 0
    words = " ".join(read_card(card.read_bytes()).words)
    for said, code in (("one two three", 1), (words.title(), 0)):
        given = run("outlet", "add", "--card", str(card), "--words", said, at=2)[0]
        assert given == code


def test_what_is_handed_over_by_hand_is_written_sealed_with_instructions(
    run: Run, vault: Path, tmp_path: Path
) -> None:
    place = ("--name", "Drop", "--kind", "securedrop", "--address", ONION, "--key", KEY)
    assert run("outlet", "add", *place, at=2)[0] == 0
    item = str(run("list", "--json")[1]["items"][0]["id"])
    assert run("send", item, "--outlet", "Drop")[0] == 1
    assert run("send", item, "--outlet", "Drop", "--folder", str(tmp_path))[0] == 0
    text, sealed = sorted(tmp_path.iterdir(), key=lambda path: path.suffix, reverse=True)
    assert ONION in text.read_text()
    assert sealed.name in text.read_text()
    assert verify_path(sealed, str(IDENTITY)).manifest.items


@pytest.mark.parametrize(
    "wrong",
    [
        ("--kind", "webdav"),
        ("--name", "x", "--kind", "webdav", "--address", "http://a.example/"),
        ("--name", "x", "--kind", "s3", "--address", "https://a.example/b"),
        ("--name", "x", "--kind", "form", "--address", "https://a/", "--route", "socks5://1.2.3.4"),
    ],
)
def test_what_is_no_outlet_is_not_added(run: Run, wrong: tuple[str, ...]) -> None:
    assert run("outlet", "add", *wrong, at=2)[0] in (1, 2)


def test_a_card_goes_out_as_pictures_and_comes_in_by_its_words(
    run: Run, server: Server, vault: Path, tmp_path: Path
) -> None:
    (vault.parent / "long").write_text("p" * 1500)
    place = ("--name", "Photographed", "--kind", "webdav", "--address", server.url, "--key", KEY)
    long = ("--password-file", str(vault.parent / "long"), "--route", "direct")
    assert run("outlet", "add", *place, *long, at=2)[0] == 0
    outlets = run("outlet", "list", "--json", at=2)[1]["outlets"]
    words = next(one["words"] for one in outlets if one["name"] == "Photographed")
    assert isinstance(words, list)
    assert run("outlet", "export", "Photographed", "-o", str(tmp_path / "card.png"), at=2)[0] == 0
    pictures = sorted(str(path) for path in tmp_path.glob("card-*.png"))
    assert len(pictures) == 2
    assert run("outlet", "remove", "Photographed", at=2)[0] == 0
    card = ("--card", *pictures, "--route", "direct", "--json")
    assert run("outlet", "add", *card, "--words", "academic " * 8, at=2)[0] == 1
    assert run("outlet", "add", *card, "--words", " ".join(words), at=2)[0] == 0
    outlets = run("outlet", "list", "--json", at=2)[1]["outlets"]
    assert words in [one["words"] for one in outlets]


@pytest.mark.parametrize(
    "beside", [("--key", KEY), ("--pin", "key:" + "00" * 32), ("--name", "x"), ("--largest", "1MB")]
)
def test_what_a_card_would_overrule_is_not_passed_over(run: Run, beside: tuple[str, str]) -> None:
    assert run("outlet", "add", "--card", "card.json", "--words", "w", *beside, at=2)[0] == 2


def test_words_without_a_card_are_not_passed_over(run: Run, server: Server) -> None:
    place = ("--name", "Wordy", "--kind", "webdav", "--address", server.url)
    assert run("outlet", "add", *place, "--words", "academic", at=2)[0] == 2
    names = [one["name"] for one in run("outlet", "list", "--json", at=2)[1]["outlets"]]
    assert "Wordy" not in names


def test_a_folder_is_never_answered_by_sending(run: Run, server: Server, vault: Path) -> None:
    added(run, server, vault, "Network", "--key", KEY)
    item = str(run("list", "--json")[1]["items"][0]["id"])
    before = server.files()
    assert run("send", item, "--outlet", "Network", "--folder", str(vault.parent))[0] == 2
    assert server.files() == before


@pytest.mark.parametrize("more", [("--to", KEY), ("--reveal", "time=none"), ("--with-originals",)])
def test_a_bundle_that_was_made_cannot_be_made_otherwise(
    run: Run, server: Server, vault: Path, tmp_path: Path, more: tuple[str, ...]
) -> None:
    added(run, server, vault, "As made", "--key", KEY, "--change")
    (tmp_path / "bundle.zip").write_bytes(b"not looked at")
    before = server.files()
    assert run("send", str(tmp_path / "bundle.zip"), "--outlet", "As made", *more)[0] == 2
    assert server.files() == before


def test_a_changed_card_says_what_it_changes_and_waits_for_a_yes(
    run: Run, server: Server, vault: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    added(run, server, vault, "Moved", "--key", KEY)
    passphrase = ("--passphrase-file", str(vault.parent / "passphrase"))
    (vault.parent / "other").write_text("another password")
    place = ("--name", "Moved", "--kind", "webdav", "--address", server.url + "in/")
    login = ("--user", USER, "--password-file", str(vault.parent / "other"))
    capsys.readouterr()
    add = ["outlet", "add", str(vault), *place, *login, "--route", "direct", *passphrase]
    assert main(add) == 1
    said = capsys.readouterr().err
    assert f"address: {server.url}  →  {server.url}in/" in said
    assert f"recipient: {KEY}  →  nothing" in said
    assert "password: •••  →  •••" in said
    assert "another password" not in said
