"""Where an act is hit: a vault made ready for it, always the same, and what must hold after."""

import hashlib
import json
import os
import shutil
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

import jobs
import ledger
import lives
from strace import Call

from storage.errors import AlreadyExists
from storage.vault import Vault
from storage.vault.layout import HEADER

MEMORY = Path("/dev/shm") if os.access("/dev/shm", os.W_OK) else None  # noqa: S108 # a folder of its own is made in it
"""A folder in memory where there is one: what is hit on purpose needs no real disk."""

_VECTORS = Path(__file__).resolve().parents[2] / "tests" / "vectors" / "vault"


@dataclass(frozen=True, slots=True)
class Stage:
    """One act's place: ``root`` with the vault and what is beside it, ``first`` as it began.

    ``before`` is what had been said before the act.
    """

    act: str
    root: Path
    first: Path
    before: tuple[str, ...]

    @property
    def vault(self) -> Path:
        """The vault that is hit."""
        return self.root / "vault"

    @property
    def side(self) -> Path:
        """What lies beside it."""
        return self.root / "side"

    def command(self) -> list[str]:
        """Return what the act is told."""
        return [self.act, str(self.vault), str(self.side)]

    def reset(self) -> None:
        """Put everything back as it was before the act."""
        shutil.rmtree(self.root, ignore_errors=True)
        shutil.copytree(self.first, self.root)

    def said(self, call: Call) -> list[str]:
        """Return the lines that a call of the act has said."""
        if call.name != "writev" or call.descriptor[0] != 1 or call.result <= 0:
            return []
        return call.texts[0].decode().splitlines()

    def check(self, lines: list[str]) -> Counter[str]:
        """Compare what is there with what was said; then do the act once more, to its end."""
        told = ledger.heard(lines)
        if self.act == "restore":
            return self._restored(told)
        if self.act == "repair":
            lives.ACTS["repair"](self.vault, self.side, lambda *_: None)
        mended = ledger.check(self.vault, told)
        if self.act == "bundle":
            jobs.check_bundles(self.vault, self.side, self._again)
        elif self.act == "send":
            jobs.check_sent(self.vault, self.side)
        elif self.act in ("merge", "backup"):
            lives.ACTS[self.act](self.vault, self.side, lambda *_: None)
            self._followed(told)
        return mended

    def _again(self) -> None:
        lives.ACTS[self.act](self.vault, self.side, lambda *_: None)

    def _restored(self, told: ledger.Told) -> Counter[str]:
        """Run it again: a restore that was cut is no vault yet, or a whole one."""
        with suppress(AlreadyExists):
            lives.ACTS["restore"](self.vault, self.side, lambda *_: None)
        return ledger.check(self.vault, told)

    def _followed(self, told: ledger.Told) -> None:
        if self.act == "backup":
            back = replace(self, act="restore", root=self.root / "back")
            shutil.copytree(self.side, back.side)
            back.check_restored(told)
            return
        ledger.check(self.vault, told)
        with Vault.open(self.vault, lives.PASSPHRASE) as vault:
            found = vault.find(hashlib.sha256(lives.noise(6000, 9)).hexdigest())
            if found is None or not vault.derivatives(found.id):
                raise ledger.Broken("what was merged is not there")

    def check_restored(self, told: ledger.Told) -> None:
        """Restore a backup into a folder of its own, and compare that with what was said."""
        lives.ACTS["restore"](self.vault, self.side, lambda *_: None)
        ledger.check(self.vault, told)


def staged(act: str, home: Path, address: str = "") -> Stage:
    """Make what an act begins with in a new folder; an outlet has this address."""
    first = home / "first"
    first.mkdir(parents=True)
    lines: list[str] = []

    def say(*words: str) -> None:
        lines.append("\t".join(words))

    if act == "migrate":
        shutil.copytree(_VECTORS / "v1", first / "vault")
        (first / "side").mkdir()
        lines = list(said_of_first_format())
    elif act in jobs.JOBS:
        jobs.prepare(first / "vault", first / "side", address)
        with Vault.open(first / "vault", jobs.PASSPHRASE) as opened:
            lines = [f"opens\t{jobs.PASSPHRASE}", *ledger.stated(opened)]
    else:
        lives.prepare(first / "vault", first / "side", say)
    made_ready(act, first, say)
    stage = Stage(act, home / "root", first, tuple(lines))
    stage.reset()
    return stage


def made_ready(act: str, first: Path, say: "lives.Say") -> None:
    """Do what a single act wants beside."""
    vault = first / "vault"
    if act == "restore":
        shutil.rmtree(vault)
    elif act == "backup":
        with Vault.open(vault, lives.PASSPHRASE) as opened:
            gone = opened.originals()[0].id
            lives.seal(opened, lives.noise(8000, 40), say)
            say("deleting", gone)
            opened.delete(gone)
            say("deleted", gone)
    elif act == "repair":
        for name, at in (("keys.backup", 60), *_headers(vault)):
            data = bytearray((vault / name).read_bytes())
            data[at] ^= 1
            (vault / name).write_bytes(data)


def _headers(vault: Path) -> list[tuple[str, int]]:
    blobs = sorted(path for path in (vault / "blobs").rglob("*") if path.is_file())
    return [(str(path.relative_to(vault)), HEADER // 2) for path in blobs[:2]]


def said_of_first_format() -> Iterator[str]:
    """Say what the committed vault of the first format holds."""
    said = json.loads((_VECTORS / "v1.json").read_text(encoding="utf-8"))
    yield f"opens\t{said['passphrase']}"
    first = said["items"][0]["id"]
    for item in said["items"]:
        copy = item["type"] == "derivative"
        of = (item["id"], first) if copy else (item["id"],)
        yield "\t".join(("derived" if copy else "sealed", *of, item["sha256"]))
    yield f"noted\t{first}\t{said['notes']['summary']}"
