"""What a stranger has installed accepts a bundle, and rejects a changed one."""

import io
import re
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from storage.bundle.build import BundleStream
from storage.bundle.sealing import seal
from tests.storage.bundle.samples import contents, identity, key, made

Tool = Callable[[str], str]


def run(*command: str | Path, folder: Path | None = None, given: bytes = b"") -> str:
    """Run a stock tool; give what it said, and raise CalledProcessError when it says no."""
    done = subprocess.run(
        command, cwd=folder, input=given, check=True, capture_output=True, timeout=60
    )
    return (done.stdout + done.stderr).decode()


@pytest.fixture
def bag(tmp_path: Path, tool: Tool) -> Path:
    data, _ = made()
    file = tmp_path / "bundle.zip"
    file.write_bytes(data)
    run(tool("unzip"), "-q", file, "-d", tmp_path)
    return next(tmp_path.glob("B-*"))


def test_unzip_finds_no_fault(bag: Path, tool: Tool) -> None:
    said = run(tool("unzip"), "-t", bag.parent / "bundle.zip")
    assert "No errors detected" in said
    assert "warning" not in said.lower()


def bagit(folder: Path) -> str:
    return run(sys.executable, "-m", "bagit", "--validate", folder)


def test_bagit_validates_it(bag: Path) -> None:
    assert "is valid" in bagit(bag)


@pytest.mark.parametrize("path", ["data/media/001.jpg", "VERIFY.txt", "manifest.json", "pad"])
def test_bagit_sees_a_changed_file(bag: Path, path: str) -> None:
    changed = bytearray((bag / path).read_bytes())
    changed[0] ^= 1
    (bag / path).write_bytes(changed)
    with pytest.raises(subprocess.CalledProcessError):
        bagit(bag)


def instructed(bag: Path, program: str) -> list[str]:
    """Give the command of a program as VERIFY.txt has it, its lines joined."""
    text = (bag / "VERIFY.txt").read_text().replace("\\\n", " ")
    line = next(line for line in text.splitlines() if line.strip().startswith(program))
    return shlex.split(re.sub(r"\s{3,}\(.*\)$", "", line.strip()))


def test_sha256sum_checks_every_file(bag: Path, tool: Tool) -> None:
    command = instructed(bag, "sha256sum")
    assert run(tool("sha256sum"), *command[1:], folder=bag) == ""
    (bag / "data/media/002.jpg").write_bytes(b"something else")
    with pytest.raises(subprocess.CalledProcessError):
        run(tool("sha256sum"), *command[1:], folder=bag)


def test_sha512sum_checks_the_payload(bag: Path, tool: Tool) -> None:
    run(tool("sha512sum"), "--check", "--strict", "manifest-sha512.txt", folder=bag)


def test_ssh_keygen_verifies_the_signature(bag: Path, tool: Tool) -> None:
    command = instructed(bag, "ssh-keygen -Y")
    assert command[-2:] == ["<", "manifest.json"]
    statement = (bag / "manifest.json").read_bytes()
    program = tool("ssh-keygen")
    assert "Good " in run(program, *command[1:-2], folder=bag, given=statement)
    with pytest.raises(subprocess.CalledProcessError):
        run(program, *command[1:-2], folder=bag, given=statement + b" ")


def test_the_signature_is_good_for_nothing_else(bag: Path, tool: Tool) -> None:
    command = instructed(bag, "ssh-keygen -Y")[1:-2]
    command[command.index("-n") + 1] = "file"
    with pytest.raises(subprocess.CalledProcessError):
        run(tool("ssh-keygen"), *command, folder=bag, given=(bag / "manifest.json").read_bytes())


def test_minisign_verifies_the_signature(bag: Path, tool: Tool) -> None:
    command = instructed(bag, "minisign")
    assert "verified" in run(tool("minisign"), *command[1:], folder=bag)
    (bag / "manifest.json").write_bytes(b"{}\n")
    with pytest.raises(subprocess.CalledProcessError):
        run(tool("minisign"), *command[1:], folder=bag)


def test_the_fingerprint_in_the_instructions_is_that_of_the_key(bag: Path, tool: Tool) -> None:
    command = instructed(bag, "ssh-keygen -l")
    shown = run(tool("ssh-keygen"), *command[1:], folder=bag).split()[1]
    assert shown in (bag / "VERIFY.txt").read_text()
    assert shown in (bag / "README.en.html").read_text()


def test_age_opens_what_was_sealed_for_each_recipient(tmp_path: Path, tool: Tool) -> None:
    people = [identity(), identity()]
    sealed = tmp_path / "bundle.zip.age"
    with sealed.open("wb") as sink:
        seal(BundleStream(contents(), key()), [public for _, public in people], sink)
    for number, (secret, _) in enumerate(people):
        file = tmp_path / f"key {number}"
        file.write_text(secret + "\n")
        opened = subprocess.run(
            [tool("age"), "-d", "-i", file, sealed], check=True, capture_output=True, timeout=60
        ).stdout
        assert opened == made()[0]


def test_age_does_not_open_it_for_another(tmp_path: Path, tool: Tool) -> None:
    sealed = io.BytesIO()
    seal(BundleStream(contents(), key()), [identity()[1]], sealed)
    file = tmp_path / "key"
    file.write_text(identity()[0] + "\n")
    with pytest.raises(subprocess.CalledProcessError) as caught:
        run(tool("age"), "-d", "-i", file, given=sealed.getvalue())
    assert b"no identity matched" in caught.value.stderr
