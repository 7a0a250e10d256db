"""The real command line in a process of its own, as a person or a script runs it."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from capture.intake import take_in
from capture.isolate import MediaPool
from capture.progress import silent
from capture.sources.folder import Folder
from storage.vault import KdfCost, Vault

PROJECT = Path(__file__).resolve().parents[2]
PASSPHRASE = "correct horse battery staple"


@dataclass(frozen=True, slots=True)
class Ended:
    """How one command ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


@dataclass(frozen=True, slots=True)
class Firsthand:
    """Runs ``python main.py …`` with a home and a temporary folder of its own."""

    home: Path
    temporary: Path
    prefix: tuple[str, ...] = field(default=())

    def command(self, *arguments: str | Path) -> list[str]:
        return [
            *self.prefix,
            *(sys.executable, str(PROJECT / "main.py")),
            *(str(argument) for argument in arguments),
        ]

    def environment(self) -> Mapping[str, str]:
        kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
        places = {"HOME": str(self.home), "TMPDIR": str(self.temporary)}
        return {**kept, **places, "PYTHONWARNINGS": "error", "PYTHONDONTWRITEBYTECODE": "1"}

    def __call__(
        self, *arguments: str | Path, stdin: str | None = None, cwd: Path | None = None
    ) -> Ended:
        done = subprocess.run(
            self.command(*arguments),
            input=stdin or "",
            capture_output=True,
            encoding="utf-8",
            env=self.environment(),
            cwd=cwd or self.home,
            timeout=120,
            check=False,
            start_new_session=True,  # so that no prompt reaches a developer's own terminal
        )
        assert "Traceback" not in done.stderr, done.stderr
        return Ended(done.returncode, done.stdout, done.stderr)

    def begin(self, command: list[str]) -> subprocess.Popen[str]:
        """Start a command in a group of its own, with the vault's passphrase typed."""
        process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            env=self.environment(),
            start_new_session=True,
        )
        assert process.stdin is not None
        process.stdin.write(PASSPHRASE + "\n")
        process.stdin.close()
        process.stdin = None
        return process

    def vault(self, *arguments: str | Path) -> Ended:
        """Run a command on a vault, with its passphrase on standard input."""
        return self(*arguments, "--passphrase-file", "-", stdin=PASSPHRASE + "\n")

    def left_over(self) -> list[Path]:
        """Everything that is in the home or the temporary folder."""
        return [*self.home.rglob("*"), *self.temporary.rglob("*")]


@pytest.fixture
def firsthand(tmp_path_factory: pytest.TempPathFactory) -> Firsthand:
    return Firsthand(tmp_path_factory.mktemp("home"), tmp_path_factory.mktemp("temporary"))


CHEAP = KdfCost(memory=64, passes=1, lanes=1)
"""Opening costs nothing, so that a journey of many commands is quick."""


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    """Give the folder of a new, empty vault."""
    Vault.create(tmp_path / "vault", PASSPHRASE, CHEAP).close()
    return tmp_path / "vault"


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory, photo: Path) -> Path:
    """Make, once, a vault that keeps one photo and its cleaned copy."""
    folder = tmp_path_factory.mktemp("kept") / "vault"
    with Vault.create(folder, PASSPHRASE, CHEAP) as made, MediaPool(workers=1) as pool:
        (taken,) = take_in(made, pool, Folder([photo]), silent, lambda _taken: None)
        assert taken.cleaned is not None
    return folder


@pytest.fixture
def one(vault: Path, kept: Path) -> str:
    """Give the id of a photo that the vault keeps."""
    shutil.rmtree(vault)
    shutil.copytree(kept, vault)
    with Vault.open(vault, PASSPHRASE) as opened:
        return opened.originals()[0].id


@pytest.fixture(scope="session")
def samples() -> Path:
    return PROJECT / "ui" / "cli" / "samples"


@pytest.fixture(scope="session")
def photo(samples: Path) -> Path:
    return samples / "IMG_20240501_184207.jpg"


@pytest.fixture(scope="session")
def video(samples: Path) -> Path:
    return samples / "VID_20240501_184512.mp4"
