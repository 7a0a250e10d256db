"""What is fuzzed: each parser of ours that reads bytes from outside, with seeds that we make.

A target takes any bytes. Whatever comes of them has to be an answer or an error of ours; any
other exception, a minute without an answer or two gigabytes of memory is a finding.
"""

import functools
import io
import json
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pysequoia

from capture import examine
from capture.errors import CaptureError
from capture.kinds import HEAD, MediaKind, sniff
from capture.redact import film, plan
from capture.redact.keys import Key
from capture.sources.archive import Archive
from capture.sources.base import Skipped
from storage import stamps
from storage.bundle import manifest, openpgp_armor, openpgp_keys, signing, verify
from storage.bundle.opening import check_opening, make_opening
from storage.bundle.verdict import Verdict
from storage.errors import StorageError
from storage.outlets import card, xml_rows
from storage.vault import head, journal, layout, slip39, slots, statement
from storage.vault.boxes import NotThisKey
from storage.vault.keys import MasterKey
from tests.capture.contracts.specimens import CANARY, by_kind
from tests.capture.contracts.trial import Refused, copy_of
from tests.capture.samples import jpegs, movies
from tests.fuzz import arriving, keeping, replying
from tests.storage.bundle import samples

MOST = 1 << 17
"""Longest input in bytes: what a parser does with more of the same, the property tests know."""
_SEEDS_OF_A_KIND = 60
_MASTER = MasterKey(bytes(range(32)))
_BLOB = "00" * 16
_OURS = (CaptureError, StorageError, NotThisKey)


@dataclass(frozen=True, slots=True)
class Target:
    """One parser: its name, what it does with bytes, and files to begin with."""

    name: str
    run: Callable[[bytes], object]
    seeds: Callable[[], Iterator[bytes]]


def with_short_seeds() -> None:
    """Let every picture of the seeds be small and every film short, for a process that only fuzzes.

    Three frames have all that thirty have, and many times as many inputs can be tried.
    """
    movies.coded.__wrapped__.__defaults__ = ("libx264", 3, "")
    movies.spoken.__wrapped__.__defaults__ = ("aac", 48_000, 0.1)
    movies.FRAMES, movies.SAMPLES = 3, 4_000
    jpegs.picture.__defaults__ = ("RGB", (24, 16))


def _read(kinds: tuple[MediaKind, ...], data: bytes) -> None:
    """Read a file of one of these kinds: what became one of another is another target's."""
    if sniff(data[:HEAD]) in kinds:
        examine.inspect(io.BytesIO(data))


def _second_reading(kinds: tuple[MediaKind, ...], data: bytes) -> None:
    kind = sniff(data[:HEAD])
    examine.verify(kind if kind in kinds else kinds[0], io.BytesIO(data), (CANARY,))


def _files(kinds: tuple[MediaKind, ...]) -> Iterator[bytes]:
    for kind in kinds:
        places = by_kind()[kind]
        for place in places[:: max(1, len(places) // _SEEDS_OF_A_KIND)]:
            data = place.build(CANARY)
            if len(data) <= MOST:
                yield data


def _copies(kinds: tuple[MediaKind, ...]) -> Iterator[bytes]:
    for data in _files(kinds):
        try:
            yield copy_of(data)
        except Refused:
            continue


def _key_file(data: bytes) -> None:
    slots.parse(data)


def _key_files() -> Iterator[bytes]:
    yield slots.fresh(slots.KdfCost(1 << 10, 1, 1)).pack()


def _blob(data: bytes) -> None:
    layout.open_header(_MASTER, _BLOB, data[: layout.HEADER])
    length = layout.footer_length(data[-layout.TRAILER :], _BLOB)
    layout.open_footer(_MASTER, _BLOB, data[-length:])


def _blobs() -> Iterator[bytes]:
    header = layout.make_header(_MASTER, _BLOB, bytes(32))
    yield header.raw + layout.make_footer(_MASTER, header, {"kind": "jpeg"})


def folder_of(process: int) -> Path:
    """Return the folder, in memory, of a process that fuzzes; whoever started it removes it."""
    return Path(f"/dev/shm/firsthand-fuzz-{process}")  # noqa: S108 # made as our own below


@functools.cache
def _folder() -> Path:
    path = folder_of(os.getpid())
    path.mkdir(mode=0o700, exist_ok=True)
    return path


def _in_a_file(read: Callable[[Path], object], data: bytes) -> None:
    path = _folder() / "input"
    path.write_bytes(data)
    read(path)


def _journal(path: Path) -> None:
    opened = journal.Journal(path, _MASTER, 256)
    try:
        list(opened.frames())
    finally:
        opened.close()


def _written(write: Callable[[Path], object]) -> bytes:
    path = _folder() / "seed"
    write(path)
    return path.read_bytes()


def _journals() -> Iterator[bytes]:
    frames = [{"step": number, "entry": {"act": "x" * number}} for number in range(5)]
    yield _written(lambda path: journal.write_new(path, _MASTER, frames))


def _heads() -> Iterator[bytes]:
    said = head.Head(3, bytes(32), bytes(32), 256)
    yield _written(lambda path: head.make(path, _MASTER, said))


def _archive(path: Path) -> None:
    for one in Archive(path).find():
        if not isinstance(one, Skipped):
            with one.open() as stream:
                stream.read(1 << 16)


def _archives() -> Iterator[bytes]:
    import zipfile

    for way in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        whole = io.BytesIO()
        with zipfile.ZipFile(whole, "w", way) as zipped:
            zipped.writestr("DCIM/IMG_0001.JPG", next(_files((MediaKind.JPEG,))))
            zipped.writestr("notes/a.txt", "text")
        yield whole.getvalue()


def _bundle(data: bytes) -> None:
    verify.verify(io.BytesIO(data))


def _bundles() -> Iterator[bytes]:
    for count in (1, 3):
        yield samples.made(samples.contents("fuzz", count))[0]


@functools.cache
def _verdict() -> Verdict:
    return verify.verify(io.BytesIO(samples.made(samples.contents("fuzz"))[0]))


def _manifests() -> Iterator[bytes]:
    yield _verdict().statement


def _opening(data: bytes) -> None:
    check_opening(data, _verdict().manifest)


def _openings() -> Iterator[bytes]:
    item = samples.item("fuzz 0")
    bundle = _verdict().manifest.bundle_id
    yield make_opening(bundle, item.salt, item.original_sha256, item.original_size)


def _signature(data: bytes) -> None:
    public = signing.public_bytes(samples.key())
    for check in (signing.check_ssh, signing.check_minisign):
        try:
            check(public, b"message", data)
        except StorageError:
            continue


def _signatures() -> Iterator[bytes]:
    yield signing.sign_ssh(samples.key(), b"message")
    yield signing.sign_minisign(samples.key(), b"message")


def _cards() -> Iterator[bytes]:
    said = card.Card(name="An outlet", kind="tus", address="https://outlet.example/files/")
    yield card.sign(said, samples.key()).text().encode()


def _rows(data: bytes) -> None:
    xml_rows.rows(data, "response")
    xml_rows.top(data)


def _xml() -> Iterator[bytes]:
    yield (
        b'<?xml version="1.0"?><D:multistatus xmlns:D="DAV:"><D:response><D:href>/a</D:href>'
        b"<D:getcontentlength>12</D:getcontentlength></D:response></D:multistatus>"
    )
    yield (
        b"<ListPartsResult><Part><PartNumber>1</PartNumber><Size>5</Size><ETag>&quot;a&quot;"
        b"</ETag></Part><NextPartNumberMarker>1</NextPartNumberMarker></ListPartsResult>"
    )


def _openpgp(data: bytes) -> None:
    openpgp_keys.read(data)
    openpgp_armor.unarmored(data.decode("latin-1"))


def _openpgp_keys() -> Iterator[bytes]:
    public = pysequoia.Tsk.generate("Newsroom <desk@example.org>").extract_certificate()
    yield bytes(public)
    yield str(public).encode()


def _share(data: bytes) -> None:
    slip39.parse(data.decode("utf-8", "replace"))


def _shares() -> Iterator[bytes]:
    for share in slip39.deal(bytes(16), 2, 3):
        yield " ".join(share.words()).encode()


def _statement(data: bytes) -> None:
    statement.read(data)


def _statements() -> Iterator[bytes]:
    yield statement.make(samples.key(), 3, "0" * 64, "2024-05-01T10:00:00Z")


def _plan(data: bytes) -> None:
    try:
        untrusted = json.loads(data)
    except (ValueError, RecursionError):
        return
    if isinstance(untrusted, dict):
        (film.from_json if film.is_film(untrusted) else plan.from_json)(untrusted)


def _plans() -> Iterator[bytes]:
    region = plan.Region(1, 2, 30, 40)
    photo = plan.RedactionPlan(100, 80, "0" * 32, (region,))
    yield json.dumps(plan.as_json(photo)).encode()
    track = film.Track((Key(0, 1, 2, 3, 4), Key(900, 5, 6, 7, 8)))
    yield json.dumps(film.as_json(film.FilmPlan(100, 80, 1000, "0" * 32, (track,)))).encode()


def _stamp(data: bytes) -> None:
    stamps.read(data, b"message")


def _stamps() -> Iterator[bytes]:
    yield (Path(samples.__file__).parents[2] / "vectors/bundle/stamp.tsr").read_bytes()
    yield stamps.request(b"message")


_STILLS = {
    "jpeg": (MediaKind.JPEG,),
    "png": (MediaKind.PNG,),
    "gif": (MediaKind.GIF,),
    "webp": (MediaKind.WEBP,),
    "tiff": (MediaKind.TIFF,),
    "heif": (MediaKind.HEIF, MediaKind.AVIF),
    "jxl": (MediaKind.JXL,),
    "movie": (MediaKind.MP4, MediaKind.MOV),
}
_READ_ALONE = {
    "raw": (MediaKind.DNG, MediaKind.CR2, MediaKind.CR3, MediaKind.NEF, MediaKind.RAF),
    "matroska": (MediaKind.MKV, MediaKind.WEBM),
    "riff": (MediaKind.AVI, MediaKind.WAV),
    "sound": (MediaKind.OGG, MediaKind.MP3, MediaKind.AMR),
}


def _formats() -> Iterator[Target]:
    for name, kinds in {**_STILLS, **_READ_ALONE}.items():
        yield Target(f"read-{name}", partial(_read, kinds), partial(_files, kinds))
    for name, kinds in _STILLS.items():
        yield Target(f"verify-{name}", partial(_second_reading, kinds), partial(_copies, kinds))


TARGETS = {
    target.name: target
    for target in (
        *_formats(),
        Target("key-file", _key_file, _key_files),
        Target("blob", _blob, _blobs),
        Target("journal", partial(_in_a_file, _journal), _journals),
        Target("head", partial(_in_a_file, lambda path: head.read(path, _MASTER)), _heads),
        Target("archive", partial(_in_a_file, _archive), _archives),
        Target("bundle", _bundle, _bundles),
        Target("manifest", manifest.read, _manifests),
        Target("opening", _opening, _openings),
        Target("signature", _signature, _signatures),
        Target("card", card.read_card, _cards),
        Target("xml", _rows, _xml),
        Target("openpgp", _openpgp, _openpgp_keys),
        Target("share", _share, _shares),
        Target("statement", _statement, _statements),
        Target("plan", _plan, _plans),
        Target("stamp", _stamp, _stamps),
        *(Target(*one) for one in (*arriving.TARGETS, *keeping.TARGETS, *replying.TARGETS)),
    )
}


def tried(target: Target, data: bytes) -> bool:
    """Give a target some bytes; say whether it took them. Anything but our own errors passes."""
    try:
        target.run(data)
    except _OURS:
        return False
    return True
