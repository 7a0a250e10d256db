"""Vaults of many items, and long videos, for what is measured: made quickly, like real ones.

python many.py mux FOLDER BYTES     write an MP4 of so many bytes into a new vault, and read it
"""

import secrets
import sys
from fractions import Fraction
from pathlib import Path

import av
import measure
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

sys.path.insert(0, str(measure.PROJECT))

from storage import custody
from storage.records import Provenance
from storage.vault import KdfCost, Vault, layout, nouns, recovery
from storage.vault.layout import Record

PASSPHRASE = "a passphrase of the benchmark"  # noqa: S105 # of vaults that are thrown away
CHEAP = KdfCost(memory=64, passes=1, lanes=1)
_STEP = 1000
_PACKET = 1 << 20


def make(folder: Path, items: int) -> None:
    """Make a vault of small originals, each with its entry in the custody log."""
    with Vault.create(folder, PASSPHRASE, CHEAP) as vault:
        add(vault, items)


def add(vault: Vault, items: int) -> None:
    """Add so many to an open vault."""
    for start in range(0, items, _STEP):
        _fill(vault, min(_STEP, items - start))
    vault._books.rewrite_journal()  # noqa: SLF001 # the vault itself waits for the disk each time
    vault._books.make_head()  # noqa: SLF001 # as above


def _fill(vault: Vault, count: int) -> None:
    books = vault._books  # noqa: SLF001 # as above
    with books.step(None) as step:
        for _ in range(count):
            record = _blob(vault)
            step.record(record)
            event, item, facts = recovery.sealed_event(record)
            entry = custody.make(
                books.last,
                books._signer,  # noqa: SLF001 # as above
                at=record["sealed_at"],
                event=event,
                item=item,
                facts=facts,
            )
            step.entry(entry)
            books._last = entry  # noqa: SLF001 # as above


def _blob(vault: Vault) -> Record:
    blob, data = secrets.token_hex(16), secrets.token_bytes(16)
    name = f"IMG_{blob[:8]}.jpg"
    record = nouns.original_record(
        blob, "jpeg", len(data), nouns.digest(data), Provenance("folder", name, None)
    )
    master = vault._master  # noqa: SLF001 # as above
    header = layout.make_header(master, blob, secrets.token_bytes(32))
    sealed = AESGCM(header.key).encrypt(layout.nonce(0, last=True), data, header.raw)
    path = vault.folder / "blobs" / blob[:2] / blob
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(header.raw + sealed + layout.make_footer(master, header, record))
    return record


def mux(folder: Path, size: int) -> None:
    """Write an MP4 of about so many bytes into a draft, packet by packet, and read its end."""
    noise = secrets.token_bytes(_PACKET)
    with Vault.create(folder, PASSPHRASE, CHEAP) as vault:
        draft = vault.draft(size, seekable=True)
        with av.open(draft, "w", format="mp4") as container:
            stream = container.add_stream("mjpeg", rate=25)
            stream.width, stream.height, stream.pix_fmt = 320, 240, "yuvj420p"
            stream.time_base = Fraction(1, 25)
            for number in range(-(-size // _PACKET)):
                packet = av.Packet(noise)
                packet.stream = stream
                packet.pts = packet.dts = number
                packet.time_base = stream.time_base
                packet.is_keyframe = True
                container.mux(packet)
        original = vault.keep_original(draft, "mp4", Provenance("folder", "long.mp4", None))
        with vault.open_blob(original.id) as file, av.open(file, "r") as read:
            frames = read.streams.video[0].frames
        if original.size < size or frames != -(-size // _PACKET):
            sys.exit(f"the video is not whole: {original.size} bytes, {frames} frames")
        print(f"{original.size} bytes, {frames} frames")


if __name__ == "__main__":
    mux(Path(sys.argv[2]), int(sys.argv[3]))
