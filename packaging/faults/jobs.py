"""The three commands by which something leaves: run whole, with all that they load and start.

They are run in this process as ``main.py`` runs them. Beside the vault lie a file with its
passphrase, one with the item, and the bundles that were made.
"""

import contextlib
import functools
import io
import re
import secrets
from collections.abc import Callable, Iterator
from pathlib import Path

import ledger
import pyrage
from PIL import Image

from capture.errors import CaptureError
from capture.isolate import MediaPool
from capture.kinds import MediaKind
from storage.bundle.verify import verify_path
from storage.outlets import queue
from storage.vault import KdfCost, Vault
from tests.storage.outlets.servers import PASSWORD, USER, rclone_webdav, running
from ui.cli import app, bundles, importing, outlets, redaction, sending

__all__ = ["outlets"]  # loaded before any act, as the others are

JOBS = ("redact", "bundle", "send")
PASSPHRASE = "a busy harbour"  # noqa: S105 # of vaults that are thrown away
_CHEAP = KdfCost(memory=64, passes=1, lanes=1)


_BUG = re.compile(r"^\w+ at \w+\.py:\d+.*$", re.MULTILINE)
"""How the program says where in it a bug is."""


class Refused(Exception):
    """A command ended with an exit code that says that it was not done."""


def command(side: Path, *arguments: str) -> None:
    """Run a command of the program. Raises Refused, or Broken for what it had not foreseen."""
    told = io.StringIO()
    with contextlib.redirect_stdout(told), contextlib.redirect_stderr(told):
        code = app.main([*arguments, "--passphrase-file", str(side / "passphrase")])
    if bug := _BUG.search(told.getvalue()):
        raise ledger.Broken(bug[0])
    if code:
        raise Refused(" ".join(told.getvalue().split("\n")[-3:]).strip())


class _Lent:
    """What a command has for a pool: the one whose children are there already."""

    pool: MediaPool | None = None

    def __init__(self, workers: int = 1) -> None:
        self._workers = workers

    def __enter__(self) -> MediaPool:
        if _Lent.pool is None:
            _Lent.pool = _started(self._workers)
        return _Lent.pool

    def __exit__(self, *_: object) -> None:
        """Leave it open for the next command; its children end with this process."""


def _started(workers: int) -> MediaPool:
    pool = MediaPool(workers)
    pool.held()
    with contextlib.suppress(CaptureError):
        pool.verify(MediaKind.JPEG, io.BytesIO(b"of no kind"), ())
    return pool


def ready(act: str, side: Path) -> None:
    """Start the children that open pictures, before anybody watches: they write no file."""
    if act in JOBS:
        item_of(side)
        _Lent().__enter__()


for _module in (bundles, importing, redaction, sending):
    vars(_module)["MediaPool"] = _Lent


@functools.cache
def item_of(side: Path) -> str:
    """Return the original that leaves; read once, before anybody watches."""
    return (side / "item").read_text(encoding="utf-8")


def next_bundle(side: Path) -> Path:
    """Return where the next bundle goes."""
    return side / "out" / f"{secrets.token_hex(4)}.zip"


@contextlib.contextmanager
def reachable(act: str, home: Path) -> Iterator[str]:
    """Serve an outlet while an act is hit that sends; give its address, "" for any other."""
    if act != "send":
        yield ""
        return
    with running(rclone_webdav(home / "served")) as server:
        yield server.url


def prepare(vault: Path, side: Path, address: str) -> None:
    """Make a vault with two photos that were taken in, and an outlet that it trusts."""
    phone = side / "phone"
    phone.mkdir(parents=True)
    (side / "out").mkdir()
    (side / "passphrase").write_text(PASSPHRASE + "\n", encoding="utf-8")
    for number in range(2):
        picture = Image.effect_noise((48, 32), 90).convert("RGB")
        picture.save(phone / f"IMG_{number:04}.jpg", comment=f"{number}".encode())
    Vault.create(vault, PASSPHRASE, _CHEAP).close()
    command(side, "import", str(vault), str(phone))
    if address:
        (side / "password").write_text(PASSWORD, encoding="utf-8")
        place = ("--name", "Paper", "--kind", "webdav", "--address", address)
        key = ("--key", str(pyrage.x25519.Identity.generate().to_public()))
        login = ("--user", USER, "--password-file", str(side / "password"))
        command(side, "outlet", "add", str(vault), *place, *key, *login, "--route", "direct")
    with Vault.open(vault, PASSPHRASE) as opened:
        (side / "item").write_text(opened.originals()[0].id, encoding="utf-8")


def check_bundles(vault: Path, side: Path, again: Callable[[], None]) -> None:
    """Verify every bundle that is there, make another, and see that nothing else is left."""
    _verify_all(vault, side)
    again()
    _verify_all(vault, side)
    if strays := [path.name for path in (side / "out").iterdir() if path.suffix != ".zip"]:
        raise ledger.Broken(f"left in the folder of bundles: {strays}")


def _verify_all(vault: Path, side: Path) -> None:
    with Vault.open(vault, PASSPHRASE) as opened:
        for bundle in (side / "out").glob("*.zip"):
            made = verify_path(bundle).manifest.bundle_id
            if not opened.commitments(made):
                raise ledger.Broken("a bundle left, and the vault cannot open its commitments")


def check_sent(vault: Path, side: Path) -> None:
    """See that what waits is sent in the end, whatever became of it before."""
    command(side, "queue", "run", str(vault), "--wait")
    with Vault.open(vault, PASSPHRASE) as opened:
        for waiting in queue.queued(opened):
            if waiting.state is not queue.State.DELIVERED:
                raise ledger.Broken(f"a parcel is {waiting.state.value} in the end")
