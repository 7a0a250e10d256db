"""``manifest.json``: what the signature covers, and through it every byte of the bag.

It names the items, and each other file that is not a pure function of what it
names. The rest (the BagIt lists, the signatures, the pad) is rendered again by
whoever verifies and compared whole, so nothing in a bundle is left unsigned.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from storage.bundle import canonical, commitments
from storage.bundle.contents import MAX_ITEMS, BundleContents, MediaItem, media_path
from storage.errors import DamagedBundle, NewerVersion
from storage.records import Json, Step

FORMAT = "firsthand-bundle"
VERSION = 1

_HEX32 = re.compile(r"[0-9a-f]{32}")
_HEX64 = re.compile(r"[0-9a-f]{64}")
_MEDIA = re.compile(r"data/media/(?:[0-9]{3}|[1-9][0-9]{3})\.[a-z0-9]{2,5}")
_OTHER = re.compile(
    r"README\.[a-z]{2}\.(?:html|pdf)|VERIFY\.txt|data/notes/record\.(?:json|csv)"
    r"|data/originals\.(?:age|gpg)|stamp\.(?:data|tsr)"
    r"|manifest-sha512\.txt"
)
_KIND = re.compile(r"[a-z0-9-]{1,32}")
_MAX_SIZE = 1 << 62


@dataclass(frozen=True, slots=True)
class FileEntry:
    """A file of the bag that is no item: path below the top folder, size in bytes, digest."""

    path: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class ItemEntry:
    """One sanitized file as the signer states it."""

    path: str
    size: int
    sha256: str
    kind: str
    lossless: bool
    steps: tuple[Step, ...]
    commitment: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """The signed statement; digests, keys and ids are lower-case hexadecimal."""

    bundle_id: str
    signer: str
    merkle_root: str
    items: tuple[ItemEntry, ...]
    files: tuple[FileEntry, ...]


def item_entries(contents: BundleContents, signer: bytes) -> tuple[ItemEntry, ...]:
    """Return the entries of all items, in order."""
    return tuple(_item_entry(index, item, signer) for index, item in enumerate(contents.items))


def leaves(items: Sequence[ItemEntry]) -> tuple[bytes, ...]:
    """Return the items' leaves in the tree."""
    return tuple(commitments.leaf(canonical.write(_item_json(item))) for item in items)


def write(manifest: Manifest) -> bytes:
    """Return the canonical bytes."""
    return canonical.write(
        {
            "format": FORMAT,
            "version": VERSION,
            "bundle": manifest.bundle_id,
            "signer": manifest.signer,
            "merkle_root": manifest.merkle_root,
            "items": [_item_json(item) for item in manifest.items],
            "files": [
                {"path": file.path, "size": file.size, "sha256": file.sha256}
                for file in manifest.files
            ],
        }
    )


def read(untrusted: bytes) -> Manifest:
    """Return a manifest whose every field has its form; DamagedBundle, NewerVersion if not."""
    value = canonical.read(untrusted)
    if not isinstance(value, dict) or value.get("format") != FORMAT:
        raise DamagedBundle(reason="manifest")
    _check_version(value.get("version"))
    try:
        manifest = _manifest(value)
    except (KeyError, TypeError, ValueError) as error:
        raise DamagedBundle(reason="manifest") from error
    if write(manifest) != untrusted:
        raise DamagedBundle(reason="manifest")  # a field that this version does not know
    _check_paths(manifest)
    return manifest


def _check_version(untrusted: object) -> None:
    if not isinstance(untrusted, int) or untrusted < VERSION:
        raise DamagedBundle(reason="manifest")
    if untrusted > VERSION:
        raise NewerVersion(part="bundle")


def _manifest(value: dict[str, Any]) -> Manifest:
    items = _list(value["items"])
    if not 1 <= len(items) <= MAX_ITEMS:
        raise ValueError("item count")
    return Manifest(
        bundle_id=_text(_HEX32, value["bundle"]),
        signer=_text(_HEX64, value["signer"]),
        merkle_root=_text(_HEX64, value["merkle_root"]),
        items=tuple(map(_read_item, items)),
        files=tuple(map(_read_file, _list(value["files"]))),
    )


def _check_paths(manifest: Manifest) -> None:
    paths = [file.path for file in manifest.files]
    expected = [
        media_path(index, item.path[item.path.rindex(".") :])
        for index, item in enumerate(manifest.items)
    ]
    if paths != sorted(set(paths)) or expected != [item.path for item in manifest.items]:
        raise DamagedBundle(reason="manifest")


def _read_item(value: dict[str, Any]) -> ItemEntry:
    return ItemEntry(
        path=_text(_MEDIA, value["path"]),
        size=_size(value["size"]),
        sha256=_text(_HEX64, value["sha256"]),
        kind=_text(_KIND, value["kind"]),
        lossless=_flag(value["lossless"]),
        steps=tuple(map(_read_step, _list(value["steps"]))),
        commitment=_text(_HEX64, value["commitment"]),
    )


def _read_step(value: dict[str, Any]) -> Step:
    facts: Json = value["facts"]
    if not isinstance(value["name"], str) or not isinstance(facts, dict):
        raise TypeError("step")
    return Step(value["name"], facts)


def _read_file(value: dict[str, Any]) -> FileEntry:
    return FileEntry(
        _text(_OTHER, value["path"]), _size(value["size"]), _text(_HEX64, value["sha256"])
    )


def _list(value: object) -> list[Any]:
    if not isinstance(value, list):
        raise TypeError("list")
    return value


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError("flag")
    return value


def _size(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError("size")
    if not 0 <= value < _MAX_SIZE:
        raise ValueError("size")
    return value


def _text(pattern: re.Pattern[str], value: object) -> str:
    if not isinstance(value, str) or not pattern.fullmatch(value):
        raise ValueError("text")
    return value


def _item_entry(index: int, item: MediaItem, signer: bytes) -> ItemEntry:
    return ItemEntry(
        path=media_path(index, item.extension),
        size=item.size,
        sha256=item.sha256,
        kind=item.kind,
        lossless=item.lossless,
        steps=item.steps,
        commitment=commitments.commit(item.salt, signer, item.original_sha256, item.original_size),
    )


def _item_json(item: ItemEntry) -> dict[str, object]:
    return {
        "path": item.path,
        "size": item.size,
        "sha256": item.sha256,
        "kind": item.kind,
        "lossless": item.lossless,
        "steps": [{"name": step.name, "facts": step.facts} for step in item.steps],
        "commitment": item.commitment,
    }
