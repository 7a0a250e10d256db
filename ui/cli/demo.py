"""``demo``: the whole job, once, on sample media and in a vault that is thrown away.

It runs the same core functions as every other command and prints what each
step did. The samples say too much on purpose; all they say is invented.
"""

import argparse
import os
import secrets
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pyrage

from capture import derive
from capture.audit import BundleChoices, make_bundle
from capture.export import written_whole
from capture.intake import Taken, take_in
from capture.isolate import MediaPool
from capture.kinds import MediaKind
from capture.redact.plan import Style
from capture.reveal import RevealPlace, RevealTime
from capture.sources.base import Incoming
from capture.sources.folder import Folder, find
from storage.bundle.sealing import seal
from storage.bundle.verify import verify
from storage.errors import AlreadyExists
from storage.vault import Vault
from ui import words
from ui.cli import bundles, exits, importing, media, redaction, verifying
from ui.cli.groups import Commands, command
from ui.cli.terminal import Progress

SAMPLES = Path(__file__).resolve().parent / "samples"
_FOLDER = "firsthand-demo"
_MOST_FOLDERS = 1000
_MADE = ("bundle.zip", "bundle.zip.age", "identity.txt")


def add(commands: Commands) -> None:
    """Add the command of this group."""
    demo = command(
        commands, "demo", _demo, "show the whole job on sample media, in a throw-away vault"
    )
    demo.add_argument("folder", metavar="DIR", nargs="?", type=Path)


def _demo(options: argparse.Namespace) -> int:
    out = options.folder or _unused_folder()
    out.mkdir(parents=True, exist_ok=True)
    plain, sealed, identity = made = tuple(out / name for name in _MADE)
    if any(os.path.lexists(path) for path in made):
        raise AlreadyExists
    with Progress("Demo") as progress, MediaPool() as pool:
        with _vault(progress) as vault:
            taken = _import(vault, pool, progress)
            _inspect(pool, progress)
            _redact(vault, pool, taken, progress)
            _bundle(vault, pool, taken, plain, progress)
        _seal(plain, sealed, identity, progress)
        _step(progress, 7, "Both are verified as a stranger would: no vault, no network.")
        _verify(plain, None, progress)
        _verify(sealed, identity, progress)
        _step(progress, 8, "Done. The throw-away vault is destroyed. This is left:")
        for path in made:
            progress.say(f"    {words.shown(str(path))}")
    return exits.DONE


def _unused_folder() -> Path:
    names = (_FOLDER, *(f"{_FOLDER}-{number}" for number in range(2, _MOST_FOLDERS)))
    return next(Path(name) for name in names if not Path(name).exists())


@contextmanager
def _vault(progress: Progress) -> Iterator[Vault]:
    """Give a vault that is wiped afterwards; its passphrase is known to nobody."""
    with tempfile.TemporaryDirectory(prefix="firsthand-") as folder:
        _step(progress, 1, "A vault is made. Everything in it is encrypted.")
        vault = Vault.create(Path(folder) / "vault", secrets.token_urlsafe(32))
        try:
            yield vault
        finally:
            vault.wipe()


def _step(progress: Progress, number: int, text: str) -> None:
    progress.say(f"\n{number}. {text}")


def _import(vault: Vault, pool: MediaPool, progress: Progress) -> tuple[Taken, ...]:
    _step(progress, 2, "Two photos and a video come in. Each is sealed, examined and cleaned.")

    def told(taken: Taken) -> None:
        progress.say("\n".join(importing.taken_lines(taken)))

    taken = take_in(vault, pool, Folder([SAMPLES]), progress, told)
    for one in taken:
        if one.error is not None:
            raise one.error
    return taken


def _inspect(pool: MediaPool, progress: Progress) -> None:
    _step(progress, 3, "This is what the originals say about who made them:")
    for item in find([SAMPLES]):
        if isinstance(item, Incoming):
            with item.open() as stream:
                report = pool.inspect(stream, progress)
            progress.say(f"{item.name}")
            progress.say("\n".join(media.said(report)))


def _redact(vault: Vault, pool: MediaPool, taken: tuple[Taken, ...], progress: Progress) -> None:
    _step(progress, 4, "Every face found in the photos is covered, and what was there destroyed.")
    for original in (one.original for one in taken if one.original):
        if MediaKind(original.kind).is_video:
            continue
        plan = derive.plan_for(vault, pool, original.id, faces=Style.FILL, tick=progress)
        _, again = redaction.cover(vault, pool, original.id, plan, progress)
        progress.say(original.provenance.name)
        progress.say("\n".join(redaction.lines(plan, again)))


def _bundle(
    vault: Vault, pool: MediaPool, taken: tuple[Taken, ...], plain: Path, progress: Progress
) -> None:
    _step(progress, 5, "A bundle is made of the cleaned copies: city and day, nothing closer.")
    choices = BundleChoices(
        items=tuple(one.original.id for one in taken if one.original),
        reveal_place=RevealPlace.CITY,
        reveal_time=RevealTime.DAY,
    )
    made = make_bundle(vault, pool, choices, plain, progress)
    progress.say("\n".join(bundles.made_lines(made)))


def _seal(plain: Path, sealed: Path, identity: Path, progress: Progress) -> None:
    _step(progress, 6, "The same bundle is sealed, so that only its recipient can open it.")
    key = pyrage.x25519.Identity.generate()
    recipient = str(key.to_public())
    with written_whole(identity) as stream:
        stream.write(f"# public key: {recipient}\n{key}\n".encode())
    with plain.open("rb") as source, written_whole(sealed) as target:
        seal(source, [recipient], target, progress)
    progress.say(f"    sealed to {recipient}")


def _verify(path: Path, identity: Path | None, progress: Progress) -> None:
    progress.say(f"{words.shown(path.name)}")
    with path.open("rb") as stream:
        verdict = verify(stream, identity.read_text() if identity else None, progress)
    progress.say("\n".join(verifying.verdict_lines(verdict)))
