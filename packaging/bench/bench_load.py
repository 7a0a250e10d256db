"""A vault under load: how time and memory grow with what it keeps, and what a busy week leaves.

    items     opening, listing, surveying, sealing, checking with 5,000 to 50,000 items
    huge      a vault of 50 GB: 2 GB of it real, the rest videos with a hole in the middle
    imports   200 photos at once, from four sources in four threads
    week      a week of the queue in simulated time, the outlet away each night

Each part runs in a process of its own, whose peak of memory is printed. Times are those of the
processors. Growth is the exponent between the smallest and the largest: 1 is in proportion.
"""

import argparse
import hashlib
import io
import json
import math
import random
import resource
import secrets
import sys
import tempfile
import threading
import time
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path
from typing import TypeVar
from unittest import mock

import many
import measure
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from PIL import Image

sys.path.insert(0, str(measure.PROJECT))

from capture.intake import Import
from capture.isolate import MediaPool
from capture.sources.archive import Archive
from capture.sources.folder import Folder
from storage.outlets import delivery, known, queue
from storage.outlets.address import DIRECT
from storage.outlets.card import Card
from storage.records import Provenance
from storage.vault import Vault, layout, nouns, recovery
from tests.storage.outlets.servers import PASSWORD, USER, rclone_webdav, running

MIB = 1 << 20
T = TypeVar("T")
_AGE = b"age-encryption.org/v1\n"
_VIDEO = 1 << 30
_SOURCES = 4
_OPENS, _CLOSES = 8, 20
"""The hours between which the outlet answers."""


def main() -> None:
    """Run what was asked for, in a folder that is taken away again."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--only", choices=sorted(PARTS))
    parser.add_argument("--sizes", type=int, nargs="+", default=[5_000, 10_000, 20_000, 50_000])
    parser.add_argument("--gigabytes", type=int, default=50)
    parser.add_argument("--real", type=int, default=2, help="how many of them are real")
    parser.add_argument("--photos", type=int, default=200)
    parser.add_argument("--days", type=int, default=7)
    parser.add_argument("--a-day", type=int, default=40, help="parcels put in each day")
    parser.add_argument("--part", nargs=2, help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help="where to work")
    options = parser.parse_args()
    if options.part:
        name, place = options.part
        print(json.dumps(PARTS[name](Path(place), options)))
        return
    with tempfile.TemporaryDirectory(dir=options.folder) as made:
        for name in (options.only,) if options.only else PARTS:
            (Path(made) / name).mkdir()
            WHOLE.get(name, _once)(name, Path(made) / name, options)


def _once(name: str, home: Path, options: argparse.Namespace) -> None:
    said = _part(name, home, options)
    print(f"{name}: " + "; ".join(f"{what} {value}" for what, value in said.items()), flush=True)


def _part(name: str, home: Path, options: argparse.Namespace) -> dict[str, float | str]:
    """Run a part in a process of its own and return what it measured."""
    passed = [
        part
        for option in ("gigabytes", "real", "photos", "days", "a_day")
        for part in (f"--{option.replace('_', '-')}", str(getattr(options, option)))
    ]
    command = [sys.executable, __file__, *passed, "--part", name, str(home)]
    said: dict[str, float | str] = json.loads(measure.call(*command).splitlines()[-1])
    return said


def _items(name: str, home: Path, options: argparse.Namespace) -> None:
    """Fill one vault further and further, and measure it at each size."""
    found: list[tuple[int, dict[str, float | str]]] = []
    for items in options.sizes:
        _fill(home / "vault", items - (found[-1][0] if found else 0))
        said = _part(name, home, options)
        found.append((items, said))
        print(f"{items} items: " + ", ".join(f"{one} {value}" for one, value in said.items()))
    if len(found) > 1:
        print("growth: " + ", ".join(_growth(found)), flush=True)


def _growth(found: list[tuple[int, dict[str, float | str]]]) -> list[str]:
    (few, first), (lots, last) = found[0], found[-1]
    ratios = {one: float(last[one]) / max(1e-4, float(first[one])) for one in first}
    return [f"{one} {math.log(max(r, 1e-6), lots / few):.2f}" for one, r in ratios.items()]


def _fill(folder: Path, items: int) -> None:
    if not folder.exists():
        many.make(folder, items)
        return
    with Vault.open(folder, many.PASSPHRASE) as vault:
        many.add(vault, items)


def _measured_items(home: Path, _options: argparse.Namespace) -> dict[str, float | str]:
    """Open a vault and use it; seconds of processor, and MiB."""
    said: dict[str, float | str] = {}
    vault = _timed(said, "open s", lambda: Vault.open(home / "vault", many.PASSPHRASE))
    with vault:
        _timed(said, "list s", vault.originals)
        _timed(said, "survey s", vault.survey)
        _timed(said, "check s", lambda: vault.check(deep=False))
        _timed(said, "custody s", vault.check_custody)
        sealed = _timed(said, "seal 20 s", lambda: [_seal(vault, 2000) for _ in range(20)])
        _timed(said, "delete 1 s", lambda: vault.delete(sealed[0]))
    said["memory MiB"] = _peak()
    return said


def _timed(said: dict[str, float | str], name: str, work: Callable[[], T]) -> T:
    began = time.process_time()
    done = work()
    said[name] = round(time.process_time() - began, 3)
    return done


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10


def _seal(vault: Vault, size: int) -> str:
    draft = vault.draft(size)
    draft.write(secrets.token_bytes(size))
    return vault.keep_original(draft, "jpeg", Provenance("folder", "IMG.jpg", None)).id


def _huge(home: Path, options: argparse.Namespace) -> dict[str, float | str]:
    """Open a vault of so many gigabytes, look at all of it, read what is real, and delete."""
    said: dict[str, float | str] = {}
    with Vault.create(home / "vault", many.PASSPHRASE, many.CHEAP) as vault:
        real = [_real(vault, _VIDEO) for _ in range(options.real)]
        _hollow(vault, options.gigabytes - options.real)
    with _timed(said, "open s", lambda: Vault.open(home / "vault", many.PASSPHRASE)) as vault:
        said["GiB"] = vault.info().bytes >> 30
        on_disk = sum(path.stat().st_blocks * 512 for path in (home / "vault").rglob("*"))
        said["GiB on the disk"] = round(on_disk / (1 << 30), 1)
        found = _timed(said, "shallow check s", lambda: vault.check(deep=False))
        said["findings"] = len(found)
        everything = [one.id for one in vault.originals()]
        _timed(said, "both ends of each s", lambda: _ends(vault, everything))
        for item in real:
            _timed(said, "read 1 GiB s", lambda item=item: _read(vault, item))  # type: ignore[misc] # a default of its own
        _timed(said, "delete 1 s", lambda: vault.delete(everything[-1]))
    said["memory MiB"] = _peak()
    return said


def _real(vault: Vault, size: int) -> str:
    noise = secrets.token_bytes(MIB)
    draft = vault.draft(size)
    for number in range(size // MIB):
        draft.write(number.to_bytes(8, "big") + noise[8:])
    return vault.keep_original(draft, "mp4", Provenance("folder", "VID.mp4", None)).id


def _hollow(vault: Vault, count: int) -> None:
    """Keep videos of which only the first and the last chunk were written: the rest is a hole.

    Whoever reads the hole is told of damage, as of any chunk that is not what was written.
    """
    books, master = vault._books, vault._master  # noqa: SLF001 # no vault makes such a thing by itself
    for _ in range(count):
        blob, plain = secrets.token_hex(16), secrets.token_bytes(layout.CHUNK)
        digest = hashlib.sha256(blob.encode()).hexdigest()
        about = Provenance("folder", f"VID_{blob[:6]}.mp4", None)
        record = nouns.original_record(blob, "mp4", _VIDEO, digest, about)
        header = layout.make_header(master, blob, secrets.token_bytes(32))
        path = vault.folder / "blobs" / blob[:2] / blob
        path.parent.mkdir(exist_ok=True)
        last = _VIDEO // layout.CHUNK - 1
        with path.open("wb") as file:
            file.write(header.raw)
            for number in (0, last):
                file.seek(layout.HEADER + number * (layout.CHUNK + layout.TAG))
                nonce = layout.nonce(number, last=number == last)
                file.write(AESGCM(header.key).encrypt(nonce, plain, header.raw))
            file.write(layout.make_footer(master, header, record))
        with books.step(*recovery.sealed_event(record)) as step:
            step.record(record)


def _ends(vault: Vault, items: list[str]) -> None:
    for item in items:
        with vault.open_blob(item) as file:
            file.read(4096)
            file.seek(-4096, io.SEEK_END)
            file.read()


def _read(vault: Vault, item: str) -> None:
    with vault.open_blob(item) as file:
        while file.read(MIB):
            pass


def _imports(home: Path, options: argparse.Namespace) -> dict[str, float | str]:
    """Take photos in from four sources at once, each in a thread; nothing twice, nothing lost."""
    each = options.photos // _SOURCES
    folders = [_photos(home / f"card{number}", each, number) for number in range(_SOURCES)]
    with zipfile.ZipFile(home / "sent.zip", "w") as zipped:
        for path in folders.pop().iterdir():
            zipped.write(path, path.name)
    archive = Archive(home / "sent.zip")
    said: dict[str, float | str] = {}
    began, used = time.monotonic(), measure.used()
    with (
        Vault.create(home / "vault", many.PASSPHRASE, many.CHEAP) as vault,
        MediaPool(workers=2) as pool,
    ):
        threads = []
        for folder in (*folders, None):
            work = Import(vault, pool)
            work.add(Folder([folder]) if folder else archive)
            ignore = (lambda _standing: None, lambda _taken: None)
            threads.append(threading.Thread(target=work.run, args=ignore))
            threads[-1].start()
        for thread in threads:
            thread.join()
        originals = vault.originals()
        said["sealed"] = len(originals)
        said["cleaned"] = sum(bool(vault.derivatives(one.id)) for one in originals)
        said["findings"] = len(vault.check(deep=True))
    said["s by the clock"] = round(time.monotonic() - began, 1)
    said["s of this process"] = round(measure.used() - used, 1)
    said["memory MiB"] = _peak()
    return said


def _photos(folder: Path, count: int, seed: int) -> Path:
    folder.mkdir()
    for number in range(count):
        picture = Image.effect_noise((320, 240), 60).convert("RGB")
        comment = f"{seed} {number}".encode()
        picture.save(folder / f"IMG_{number:04}.jpg", quality=85, comment=comment)
    return folder


class _Clock(datetime):
    """A clock that goes on when it is told to."""

    at = datetime(2024, 3, 4, 7, tzinfo=UTC)

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[explicit-override, override] # as Python 3.11 writes it
        return cls.at.astimezone(tz)


def _week(home: Path, options: argparse.Namespace) -> dict[str, float | str]:
    """Put parcels in all day; the outlet answers from 8 to 20; in the end all are delivered."""
    chance = random.Random(1)
    said: dict[str, float | str] = {"put in": 0, "tries": 0, "delivered": 0}
    end = _Clock.at + timedelta(days=options.days)
    with (
        mock.patch.object(queue, "datetime", _Clock),
        mock.patch.object(delivery, "datetime", _Clock),
        running(rclone_webdav(home / "served")) as server,
        Vault.create(home / "vault", many.PASSPHRASE, many.CHEAP) as vault,
    ):
        card = Card("Paper", "webdav", server.url, user=USER, password=PASSWORD)
        to = known.add(vault, known.own(vault, card), DIRECT)
        began = time.process_time()
        while _Clock.at < end or delivery.next_due(vault) is not None:
            answers = _OPENS <= _Clock.at.hour < _CLOSES
            if answers != (server.process is not None):
                (server.start if answers else server.kill)()
            if _Clock.at < end and chance.random() < options.a_day / 24:
                _put_in(vault, to, chance)
                said["put in"] = int(said["put in"]) + 1
            for tried in delivery.work(vault):
                said["tries"] = int(said["tries"]) + 1
                done = tried.waiting.state is queue.State.DELIVERED
                said["delivered"] = int(said["delivered"]) + done
            _Clock.at += timedelta(hours=1) / max(1, options.a_day // 24)
        said["s of processor"] = round(time.process_time() - began, 1)
        said["days simulated"] = (_Clock.at - end).days + options.days
        said |= _kept(vault)
        said["arrived"] = len(server.files())
        said["findings"] = len(vault.check(deep=True))
    said["memory MiB"] = _peak()
    return said


def _kept(vault: Vault) -> dict[str, float | str]:
    """Return how large a vault's books are, and how many blobs it holds."""
    books = vault.folder / ("one", "two")[vault.which]
    said: dict[str, float | str] = {
        f"{name} KiB": (books / name).stat().st_size >> 10 for name in ("index.db", "journal")
    }
    blobs = (vault.folder / "blobs").rglob("*")
    return said | {"blobs left": sum(path.is_file() for path in blobs)}


def _put_in(vault: Vault, to: known.Known, chance: random.Random) -> None:
    draft = vault.draft()
    draft.write(_AGE + chance.randbytes(chance.randrange(1_000, 200_000)))
    queue.put_in(vault, draft, to, bundle="ab" * 16)


Measured = Callable[[Path, argparse.Namespace], dict[str, float | str]]
PARTS: dict[str, Measured] = {
    "items": _measured_items,
    "huge": _huge,
    "imports": _imports,
    "week": _week,
}
WHOLE = {"items": _items}
"""Parts that are more than one process."""


if __name__ == "__main__":
    main()
