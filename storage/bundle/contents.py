"""The values that go into a bundle, and what comes back. No I/O here.

Names inside are neutral and ours: ``data/media/001.jpg`` says an item's place
in the bundle and nothing else. What the values say (a record's precision,
a thumbnail's pixels, a step's facts) is the caller's choice and is written as
given; what they are called, and when they are dated, is not.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import BinaryIO

from storage.bundle.commitments import SALT
from storage.records import Step

BUNDLE_ID = 16
"""Random bytes of a bundle's id; also the only seed of its bytes."""

MAX_ITEMS = 9_999
"""Items in one bundle."""

MAX_THUMBNAIL = 64 * 1024
"""Bytes of one picture on the contact sheet."""

MAX_THUMBNAILS = 24 * 1024 * 1024
"""Bytes of all of them: the sheet is held in memory and opened by a browser."""

_EXTENSION = re.compile(r"\.[a-z0-9]{2,5}")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_KIND = re.compile(r"[a-z0-9-]{1,32}")


@dataclass(frozen=True, slots=True)
class MediaItem:
    """One sanitized file, and what ties it to its original.

    ``open`` gives a new stream from the first byte each time; it is read twice, once for the
    checksum that a ZIP wants before the content. ``extension`` is ".jpg"; ``sha256`` and ``size``
    are those of the sanitized file; ``salt`` is 32 random bytes, new for each bundle and kept by
    the caller. ``record`` is text by field name, already at the precision that may be shown.
    ``thumbnail`` is a whole JPEG file.
    """

    open: Callable[[], BinaryIO] = field(repr=False)
    kind: str
    extension: str
    size: int
    sha256: str
    lossless: bool
    steps: tuple[Step, ...]
    original_sha256: str
    original_size: int
    salt: bytes = field(repr=False)
    record: Mapping[str, str] = field(default_factory=dict, repr=False)
    thumbnail: bytes | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class SealedPart:
    """The originals, already sealed to a named recipient: size and digest of the sealed bytes.

    ``openpgp`` says how they were sealed: as an OpenPGP message, or as an age file.
    """

    open: Callable[[], BinaryIO] = field(repr=False)
    size: int
    sha256: str
    openpgp: bool = False


@dataclass(frozen=True, slots=True)
class Stamp:
    """An authority's answer (RFC 3161, DER) over ``stamp_data`` of this nonce and the root."""

    nonce: bytes
    response: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class BundleContents:
    """Everything one bundle is made of; its unsealed bytes depend on this and the signer alone.

    ``languages`` are those of the contact sheet ("en", "fa", …); ``pdf`` adds it as PDF, too,
    unless there are too many items.
    """

    bundle_id: bytes
    items: tuple[MediaItem, ...]
    originals: SealedPart | None = None
    languages: tuple[str, ...] = ("en",)
    stamp: Stamp | None = None
    pdf: bool = True


@dataclass(frozen=True, slots=True)
class Built:
    """What was written: id, bytes of the unsealed ZIP, root of the tree, commitments by item.

    No digest of the whole: it would cost a fifth of the time, and a sink that wants one makes it.
    """

    bundle_id: str
    size: int
    merkle_root: str
    commitments: tuple[str, ...]


def media_path(index: int, extension: str) -> str:
    """Return the neutral path of the item at this index, counted from zero."""
    return f"data/media/{index + 1:03d}{extension}"


def stamp_data(nonce: bytes, merkle_root: str) -> bytes:
    """Return what a time stamp of a bundle is over: the nonce, then the root, 32 bytes each."""
    return nonce + bytes.fromhex(merkle_root)


def check(contents: BundleContents) -> None:
    """Raise ValueError where contents break the format's bounds: the caller's mistake."""
    if len(contents.bundle_id) != BUNDLE_ID:
        raise ValueError("a bundle id is 16 bytes")
    if not 1 <= len(contents.items) <= MAX_ITEMS:
        raise ValueError("a bundle holds 1 to 9,999 items")
    if len({item.salt for item in contents.items}) != len(contents.items):
        raise ValueError("every item has a salt of its own")
    if len(set(contents.languages)) != len(contents.languages):
        raise ValueError("one contact sheet for each language")
    if sum(len(item.thumbnail or b"") for item in contents.items) > MAX_THUMBNAILS:
        raise ValueError("the thumbnails are too many bytes")
    for item in contents.items:
        _check_item(item)


def _check_item(item: MediaItem) -> None:
    patterns = (
        (_EXTENSION, item.extension),
        (_KIND, item.kind),
        (_SHA256, item.sha256),
        (_SHA256, item.original_sha256),
    )
    if not all(pattern.fullmatch(text) for pattern, text in patterns):
        raise ValueError("an item's kind, extension or digest is not written as it should be")
    if len(item.salt) != SALT or min(item.size, item.original_size) < 0:
        raise ValueError("an item's salt or size is out of bounds")
    if len(item.thumbnail or b"") > MAX_THUMBNAIL:
        raise ValueError("a thumbnail is too many bytes")
