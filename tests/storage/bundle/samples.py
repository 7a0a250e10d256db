"""Contents of bundles for the tests: small, and the same each time for the same seed."""

import io
from dataclasses import replace
from hashlib import sha256
from typing import BinaryIO

import pyrage
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from storage.bundle.build import build
from storage.bundle.contents import Built, BundleContents, MediaItem
from storage.records import Step

FRAME = bytes.fromhex("ffd8 ffc0000b080020003001011100")
"""The beginning of a JPEG of 48 by 32 pixels."""


def chance(seed: str, size: int = 32) -> bytes:
    """Bytes that are the same for the same seed, on every system."""
    blocks = (sha256(f"{seed} {number}".encode()).digest() for number in range(size // 32 + 1))
    return b"".join(blocks)[:size]


def key(seed: str = "signer") -> Ed25519PrivateKey:
    return Ed25519PrivateKey.from_private_bytes(chance(seed))


def item(seed: str, content: bytes | None = None, extension: str = ".jpg") -> MediaItem:
    content = chance(seed, 700) if content is None else content
    original = chance("original of " + seed, 900)
    return MediaItem(
        open=opener(content),
        kind="jpeg",
        extension=extension,
        size=len(content),
        sha256=sha256(content).hexdigest(),
        lossless=True,
        steps=(Step("cleaned", {"profile": "faithful", "removed": ("gps", "serial")}),),
        original_sha256=sha256(original).hexdigest(),
        original_size=len(original),
        salt=chance("salt of " + seed),
        record={"summary": "a street", "claimed_time": "2024-05"},
        thumbnail=FRAME + chance("thumbnail of " + seed, 200) + b"\xff\xd9",
    )


def opener(content: bytes) -> "Opener":
    return Opener(content)


class Opener:
    """Opens the same content again and again, and counts how often."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.streams: list[BinaryIO] = []

    def __call__(self) -> BinaryIO:
        self.streams.append(io.BytesIO(self.content))
        return self.streams[-1]


def contents(seed: str = "one", count: int = 2) -> BundleContents:
    items = tuple(item(f"{seed} {number}") for number in range(count))
    return BundleContents(chance("bundle " + seed, 16), items, pdf=False)


def made(
    given: BundleContents | None = None, signer: Ed25519PrivateKey | None = None
) -> tuple[bytes, Built]:
    sink = io.BytesIO()
    built = build(given or contents(), signer or key(), sink)
    return sink.getvalue(), built


def with_first(given: BundleContents, **changes: object) -> BundleContents:
    """The same contents with some fields of the first item changed."""
    first = replace(given.items[0], **changes)  # type: ignore[arg-type]  # fields by name
    return replace(given, items=(first, *given.items[1:]))


def identity() -> tuple[str, str]:
    """A new age identity and its recipient, as text."""
    secret = pyrage.x25519.Identity.generate()
    return str(secret), str(secret.to_public())
