"""``post-copy`` and ``platforms``."""

import json
from pathlib import Path

import pytest
from PIL import Image

from tests.storage.vault.vaults import PASSPHRASE, make
from ui.cli.app import main


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    make(tmp_path / "vault").close()
    (tmp_path / "passphrase").write_text(PASSPHRASE)
    Image.effect_noise((64, 48), 90).convert("RGB").save(tmp_path / "IMG_1.jpg")
    assert main(at(tmp_path / "vault", "import", str(tmp_path / "IMG_1.jpg"))) == 0
    return tmp_path / "vault"


def at(vault: Path, command: str, *more: str) -> list[str]:
    return [command, str(vault), *more, "--passphrase-file", str(vault.parent / "passphrase")]


def test_copies_are_saved_for_a_platform(vault: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    main(at(vault, "list", "--json"))
    (item,) = json.loads(capsys.readouterr().out)["items"]
    out = vault.parent / "out"
    save = at(vault, "post-copy", item["id"][:8], "--for", "x", "-o", str(out))
    assert main(save) == 1, "a folder that is not there is not made"
    out.mkdir()
    capsys.readouterr()
    assert main([*save, "--json"]) == 0
    (row,) = json.loads(capsys.readouterr().out)["items"]
    assert (row["item"], row["again"], row["error"]) == (item["id"], False, None)
    assert Path(row["path"]) == out / "001.jpg"
    assert main(save) == 0
    assert "Nothing was sent. X " in capsys.readouterr().out
    youtube = at(vault, "post-copy", item["id"], "--for", "youtube", "-o", str(out))
    assert main(youtube) == 1
    assert "Only videos can be posted there." in capsys.readouterr().err


def test_platforms_say_what_they_take_and_keep(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["platforms", "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)["platforms"]
    assert all(row["keeps"] and bool(row["source"]) == bool(row["read"]) for row in rows)
    unread = [row["name"] for row in rows if row["source"] is None]
    assert unread == ["flickr"]
    assert main(["platforms"]) == 0
    said = capsys.readouterr().out
    assert said.count("No page with these figures was found") == len(unread)
    assert "photos: 5 MB, 4096 px    videos: 512 MB, 1280 px, 2:20 min" in said
