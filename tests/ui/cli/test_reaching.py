"""The network from the command line: what is chosen, what there is, and Tor that is waited for."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from storage.outlets.transport import bridges, dial, tor
from tests.storage.outlets.fake_tor import fake_tor
from tests.storage.outlets.proxies import proxy
from tests.storage.outlets.test_own_tor import OBFS4
from tests.storage.vault.vaults import PASSPHRASE, make
from ui.cli import exits
from ui.cli.app import main

Run = Callable[..., int]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command on a vault, on a computer that has no Tor."""
    make(tmp_path / "vault").close()
    (tmp_path / "passphrase").write_text(PASSPHRASE)
    monkeypatch.setattr(tor, "PROGRAMS", ())
    monkeypatch.setattr(
        bridges, "DISGUISES", (bridges.Disguise("obfs4", (), "obfs4proxy", "cert"),)
    )
    monkeypatch.setattr(dial, "TOR_PORTS", ())
    passphrase = ("--passphrase-file", str(tmp_path / "passphrase"))

    def command(word: str, *words: str) -> int:
        return main(["network", word, str(tmp_path / "vault"), *words, *passphrase])

    return command


def test_what_is_chosen_is_kept_and_shown(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "bridges").write_text(f"\n{OBFS4}\n")
    assert run("set", "--bridges-file", str(tmp_path / "bridges"), "--json") == exits.DONE
    kept = json.loads(capsys.readouterr().out)
    assert kept["bridges"] == [OBFS4]
    assert kept["missing"] == ["obfs4proxy"]
    assert (kept["running"], kept["program"]) == (None, None)
    assert run("show") == exits.DONE
    said = capsys.readouterr().out
    assert "1 bridge alone" in said
    assert "the package obfs4proxy" in said
    assert run("set", "--start", "no") == exits.USAGE
    assert run("set", "--no-bridges", "--start", "no", "--json") == exits.DONE
    kept = json.loads(capsys.readouterr().out)
    assert (kept["start"], kept["bridges"]) == (False, [])


def test_what_is_no_bridge_changes_nothing(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "bridges").write_text("meek 192.0.2.7:443\n")
    assert run("set", "--bridges-file", str(tmp_path / "bridges")) == exits.REFUSED
    assert "It knows: obfs4" in capsys.readouterr().err
    assert run("show", "--json") == exits.DONE
    assert json.loads(capsys.readouterr().out)["bridges"] == []


def test_tor_is_waited_for_and_how_far_it_is_is_said(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("test") == exits.NETWORK
    assert "Tor is not running" in capsys.readouterr().err
    with proxy(1) as made:
        started = fake_tor(tmp_path / "tor", made.port)
        monkeypatch.setattr(tor, "PROGRAMS", (str(started.program),))
        assert run("test", "--json") == exits.DONE
    said = capsys.readouterr()
    assert json.loads(said.out)["socks"] == f"socks5h://127.0.0.1:{made.port}"
    assert "Tor is ready (100%).\n" in said.err
    assert started.ends == 1
