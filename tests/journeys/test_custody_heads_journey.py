"""A statement of where the log stood: given away, stamped by an authority, and checked."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import Tool
from tests.journeys.conftest import PASSPHRASE, Firsthand

SECRET = ("--passphrase-file", "-")


def test_an_older_copy_put_back_is_told(
    firsthand: Firsthand, vault: Path, one: str, tmp_path: Path
) -> None:
    shutil.copytree(vault, tmp_path / "old")
    head = tmp_path / "head.json"
    given = firsthand("custody", vault, "--export-head", head, *SECRET, stdin=PASSPHRASE)
    assert given.code == 0
    firsthand("note", vault, one, "--set", "summary=x", *SECRET, stdin=PASSPHRASE)
    good = firsthand("custody", vault, "--check-head", head, *SECRET, "--json", stdin=PASSPHRASE)
    assert (good.code, good.json["error"]) == (0, None)
    assert set(good.json["head"]) == {"vault", "sequence", "digest", "at"}
    old = firsthand("custody", tmp_path / "old", "--check-head", head, *SECRET, stdin=PASSPHRASE)
    assert old.code == 4
    assert "not what it was" in old.err
    again = firsthand("custody", vault, "--export-head", head, *SECRET, stdin=PASSPHRASE)
    assert again.code == 1


def authority(folder: Path) -> Path:
    """Make an authority of our own with OpenSSL; returns its certificate."""
    (folder / "tsa.cnf").write_text(
        "[req]\ndistinguished_name=dn\nx509_extensions=v3\nprompt=no\n"
        "[dn]\nCN=Test Authority\n"
        "[v3]\nbasicConstraints=critical,CA:TRUE\nextendedKeyUsage=critical,timeStamping\n"
        "[tsa]\ndefault_tsa=it\n"
        f"[it]\nserial={folder}/serial\ndefault_policy=1.2.3.4.1\ndigests=sha256\n"
        "signer_digest=sha256\naccuracy=secs:1\n",
        encoding="utf-8",
    )
    (folder / "serial").write_text("01", encoding="ascii")
    make = "req -x509 -newkey rsa:2048 -nodes -keyout tsa.key -out tsa.pem -days 30"
    openssl(folder, *make.split(), "-config", "tsa.cnf")
    return folder / "tsa.pem"


def openssl(folder: Path, *arguments: str) -> None:
    subprocess.run(["openssl", *arguments], cwd=folder, check=True, capture_output=True)


@pytest.mark.usefixtures("one")
def test_a_statement_is_stamped_by_a_hand_off(
    firsthand: Firsthand, vault: Path, tmp_path: Path, tool: Tool
) -> None:
    tool("openssl")
    trusted = authority(tmp_path)
    ended = firsthand(
        *("custody", vault, "--export-head", tmp_path / "head.json"),
        *("--stamp-request", tmp_path / "head.tsq", *SECRET),
        stdin=PASSPHRASE,
    )
    assert ended.code == 0
    reply = "ts -reply -config tsa.cnf -queryfile head.tsq -signer tsa.pem -inkey tsa.key"
    openssl(tmp_path, *reply.split(), "-out", "head.tsr")
    check = "ts -verify -data head.json -in head.tsr -CAfile tsa.pem"
    openssl(tmp_path, *check.split())
    checked = firsthand(
        *("custody", vault, "--check-head", tmp_path / "head.json"),
        *("--stamp", tmp_path / "head.tsr", "--authority", trusted, *SECRET, "--json"),
        stdin=PASSPHRASE,
    )
    assert checked.code == 0
    assert checked.json["stamp"]["authority"] == "CN=Test Authority"


def test_options_that_do_not_fit_are_wrong_usage(
    firsthand: Firsthand, vault: Path, tmp_path: Path
) -> None:
    for options in (
        ("--stamp-request", tmp_path / "x"),
        ("--stamp", tmp_path / "x"),
        ("--check-head", tmp_path / "x", "--authority", tmp_path / "x"),
        ("0123", "--export-head", tmp_path / "x"),
    ):
        assert firsthand("custody", vault, *options, *SECRET, stdin=PASSPHRASE).code == 2
