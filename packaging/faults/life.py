"""The life of a vault under the real command line: what is done with it, and what must be true."""

import hashlib
import json
import random
import re
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import ledger
import pyrage
from PIL import Image
from program import Ended, Program, Usual
from stage import said_of_first_format

from storage.bundle.verify import verify_path
from storage.errors import WrongPassphrase
from storage.outlets import queue
from storage.vault import Vault
from tests.storage.outlets.servers import PASSWORD, USER

_SEALED = re.compile(r": sealed as ([0-9a-f]{8})$", re.MULTILINE)
_PHOTOS = 2
_PASSPHRASE = "the first harbour"  # noqa: S105 # of vaults that are thrown away
_VECTOR = Path(__file__).resolve().parents[2] / "tests" / "vectors" / "vault" / "v1"


@dataclass(frozen=True, slots=True)
class Act:
    """One command that is about to run: its words, what it is told on standard input, on what.

    ``may`` are lines for the ledger of what it may do; ``after`` looks at the rest of the world.
    """

    arguments: tuple[str, ...]
    stdin: str
    may: tuple[str, ...] = ()
    after: Callable[[], None] = lambda: None
    vault: Path | None = None
    """Where it is not the life's own vault."""


class Life:
    """One vault, a phone, an outlet and a folder for bundles."""

    def __init__(self, home: Path, program: Program, chance: random.Random, address: str) -> None:
        self._home = home
        self._program = program
        self._chance = chance
        self._address = address
        self._identity = pyrage.x25519.Identity.generate()
        self._passphrase = _PASSPHRASE
        self._count = 0
        self._digests: set[str] = set()
        self._entries: tuple[str, ...] = ()
        self.vault = home / "vault"
        self._out = home / "out"
        self._out.mkdir()

    def begin(self) -> None:
        """Make the vault, take photos in, and trust an outlet."""
        Vault.create(self.vault, self._passphrase, ledger.CHEAP).close()
        self._well(self.taking_in())
        password = self._home / "password"
        password.write_text(PASSWORD, encoding="utf-8")
        place = ("--name", "Paper", "--kind", "webdav", "--address", self._address)
        login = ("--user", USER, "--password-file", str(password), "--route", "direct")
        key = ("--key", str(self._identity.to_public()))
        self._well(self._act("outlet", "add", str(self.vault), *place, *login, *key))

    def measure(self, name: str, usual: Usual) -> None:
        """Do an act to its end, noting how long it takes."""
        act = ACTS[name](self)
        ended = self._program.measure(act.arguments, act.stdin, act.vault or self.vault, usual)
        self._compared(act, ended)

    def hit(self, name: str, usual: Usual) -> tuple[Ended, Counter[str]]:
        """Do an act, kill it on the way, and compare; returns what opening had to mend."""
        act = ACTS[name](self)
        ended = self._program.kill(act.arguments, act.stdin, act.vault or self.vault, usual)
        try:
            return ended, self._compared(act, ended)
        except Exception as error:
            raise ledger.Broken(f"{name}: {error!r}") from error

    def end(self) -> None:
        """See that everything still works after so many kills, and that all was delivered."""
        self._well(self.taking_in())
        self._well(self.bundling())
        if strays := [path.name for path in self._out.iterdir() if path.suffix != ".zip"]:
            raise ledger.Broken(f"left in the folder of bundles: {strays}")
        run = ("queue", "run", str(self.vault), "--wait")
        self._well(self._act(*run, may=self._leaving()))
        self._well(self._act("vault", "check", str(self.vault), "--deep"))
        self._well(self._act("custody", str(self.vault)))
        with Vault.open(self.vault, self._passphrase) as vault:
            for waiting in queue.queued(vault):
                if waiting.state is not queue.State.DELIVERED:
                    raise ledger.Broken(f"a parcel is {waiting.state.value} in the end")

    def _well(self, act: Act) -> None:
        ended = self._program.run(*act.arguments, stdin=act.stdin)
        if ended.code:
            raise ledger.Broken(f"{act.arguments[:2]} ended with {ended.code}: {ended.err}")
        self._compared(act, ended)

    def _compared(self, act: Act, ended: Ended) -> Counter[str]:
        if not ended.killed and ended.code:
            raise ledger.Broken(f"{act.arguments[:2]} ended with {ended.code}: {ended.err}")
        if act.vault is not None:
            mended = ledger.check(act.vault, ledger.heard(act.may))
            shutil.rmtree(act.vault)
            return mended
        told = ledger.heard([*self._before(), *act.may])
        if not ended.killed and told.may_open:
            told.hear(act.may[-1].replace("changing", "changed", 1))
        mended = ledger.check(self.vault, told)
        self._passphrase = self._opening(told)
        self._look(ended)
        act.after()
        return mended

    def _opening(self, told: ledger.Told) -> str:
        found = [one for one in (*told.opens, *told.may_open) if _opens(self.vault, one)]
        if len(found) != 1:
            raise ledger.Broken(f"{len(found)} passphrases open it")
        return found[0]

    def _before(self) -> Iterator[str]:
        """Say what the vault held, as it was read after the last act."""
        yield f"opens\t{self._passphrase}"
        yield from self._state

    _state: tuple[str, ...] = ()

    def _look(self, ended: Ended) -> None:
        """Read the vault for the next act; nothing new in it may be anything but a whole photo."""
        with Vault.open(self.vault, self._passphrase) as vault:
            ids = [original.id for original in vault.originals()]
            if strange := {one.sha256 for one in vault.originals()} - self._digests:
                raise ledger.Broken(f"{len(strange)} originals are no photo that was taken in")
            for said in _SEALED.findall(ended.out):
                if not any(item.startswith(said) for item in ids):
                    raise ledger.Broken("what was said to be sealed is not there")
            self._state = tuple(ledger.stated(vault))
            entries = tuple(entry.digest for entry in vault.custody())
        if entries[: len(self._entries)] != self._entries:
            raise ledger.Broken("the custody log is not the one that it was")
        self._entries = entries

    def _act(self, *arguments: str, **more: object) -> Act:
        words = (*arguments, "--passphrase-file", "-")
        return Act(words, self._passphrase + "\n", **more)  # type: ignore[arg-type]  # Act's own fields

    def _item(self) -> str:
        """Return an item that may leave: one that was not covered, for nobody looks at it here."""
        with Vault.open(self.vault, self._passphrase) as vault:
            plain = [one.id for one in vault.originals() if _leaves(vault, one.id)]
        if not plain:
            self._well(self.taking_in())
            return self._item()
        return self._chance.choice(plain)

    def taking_in(self) -> Act:
        """Take two new photos in, every other time deleting them from the phone."""
        self._count += 1
        phone = self._home / f"phone{self._count}"
        phone.mkdir()
        for number in range(_PHOTOS):
            picture = Image.effect_noise((48, 32), 90).convert("RGB")
            picture.save(
                phone / f"IMG_{self._count:04}{number}.jpg", comment=f"{self._count}".encode()
            )
        sources = {path: hashlib.sha256(path.read_bytes()).hexdigest() for path in phone.iterdir()}
        self._digests |= set(sources.values())
        erase = ("--erase-from-source", "--yes") if self._count % 2 else ()

        def after() -> None:
            with Vault.open(self.vault, self._passphrase) as vault:
                for path, digest in sources.items():
                    here = path.exists() and hashlib.sha256(path.read_bytes()).hexdigest() == digest
                    if not here and vault.find(digest) is None:
                        raise ledger.Broken("a photo is neither on the phone nor in the vault")
            shutil.rmtree(phone)

        return self._act("import", str(self.vault), str(phone), *erase, after=after)

    def covering(self) -> Act:
        """Make a covered copy of an item."""
        return self._act("redact", str(self.vault), self._item(), "--box", "1,1,20,20")

    def bundling(self) -> Act:
        """Make a bundle of an item."""
        self._count += 1
        bundle = self._out / f"{self._count}.zip"

        def after() -> None:
            if not bundle.exists():
                return
            made = verify_path(bundle).manifest.bundle_id
            with Vault.open(self.vault, self._passphrase) as vault:
                if not vault.commitments(made):
                    raise ledger.Broken("a bundle left, and the vault cannot open its commitments")

        return self._act("bundle", str(self.vault), self._item(), "-o", str(bundle), after=after)

    def sending(self) -> Act:
        """Send an item, or what waits already."""
        may = self._leaving()
        if may and self._chance.randrange(2):
            return self._act("queue", "run", str(self.vault), may=may)
        send = ("send", str(self.vault), self._item(), "--outlet", "Paper")
        return self._act(*send, may=may)

    def _leaving(self) -> tuple[str, ...]:
        """Say that every parcel that waits may be gone afterwards."""
        with Vault.open(self.vault, self._passphrase) as vault:
            return tuple(f"deleting\t{parcel}" for parcel in vault.parcels())

    def changing(self) -> Act:
        """Change the passphrase."""
        self._count += 1
        new = f"harbour number {self._count}"
        arguments = ("vault", "passwd", str(self.vault), "--new-passphrase-file", "-")
        may = (f"changing\t{self._passphrase}\t{new}",)
        words = (*arguments, "--passphrase-file", "-")
        return Act(words, f"{self._passphrase}\n{new}\n", may)

    def deleting(self) -> Act:
        """Delete an item."""
        item = self._item()
        may = (f"deleting\t{item}",)
        return self._act("delete", str(self.vault), item, "--yes", may=may)

    def opening_old(self) -> Act:
        """Open a vault of the first format, which is brought to this version then."""
        self._count += 1
        vault = self._home / f"old{self._count}"
        shutil.copytree(_VECTOR, vault)
        passphrase = json.loads(_VECTOR.with_suffix(".json").read_text("utf-8"))["passphrase"]
        words = ("list", str(vault), "--passphrase-file", "-")
        return Act(words, f"{passphrase}\n", tuple(said_of_first_format()), vault=vault)


def _opens(folder: Path, passphrase: str) -> bool:
    try:
        Vault.open(folder, passphrase).close()
    except WrongPassphrase:
        return False
    return True


def _leaves(vault: Vault, item: str) -> bool:
    return bool(vault.derivatives(item)) and not ledger.is_covered(vault, item)


ACTS: dict[str, Callable[[Life], Act]] = {
    "import": Life.taking_in,
    "redact": Life.covering,
    "bundle": Life.bundling,
    "send": Life.sending,
    "passwd": Life.changing,
    "delete": Life.deleting,
    "old": Life.opening_old,
}
