"""What goes into one bundle, in order, with every size known before the first byte.

The order lets one walk build and one walk verify: media first, then what
speaks about them, the BagIt lists, and the pad, whose length depends on all.
"""

import io
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from storage.bundle import bag, commitments, container, manifest, notes, sheet, signing
from storage.bundle.bag import Filed
from storage.bundle.contents import BundleContents, check, stamp_data
from storage.bundle.instructions import instructions
from storage.bundle.manifest import FileEntry, Manifest
from storage.bundle.padme import zeros_sha256
from storage.bundle.streams import Readable

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

PAD = "pad"
SIGNED = "manifest.json"
SIGNING = ("signer.pub", "allowed_signers", SIGNED, SIGNED + ".sig", SIGNED + ".minisig")
LISTS = ("manifest-sha256.txt", bag.TAG_LIST)
SHA512_LIST = "manifest-sha512.txt"
"""Signed with the rest, so that whoever verifies need not make the slower digest once more."""
ORIGINALS = "data/originals."
"""What the sealed originals are called, before their ending."""
STAMP, STAMP_DATA = "stamp.tsr", "stamp.data"


@dataclass(frozen=True, slots=True)
class Source:
    """A file to be written: its path below the top folder, its bytes, and what they must be."""

    path: str
    size: int
    sha256: str
    open: Callable[[], Readable]


@dataclass(frozen=True, slots=True)
class Looked:
    """What a first reading of a source found: CRC-32, and SHA-512 in hexadecimal."""

    crc: int
    sha512: str


def top(bundle_id: str) -> str:
    """Return the one folder at the top of a bundle, with its slash."""
    return f"B-{bundle_id}/"


def prepare(
    contents: BundleContents,
    signer: "Ed25519PrivateKey",
    look: Callable[[Source], Looked],
    waiting: Callable[[], None],
) -> tuple[Manifest, list[Source]]:
    """Return the signed statement, and every file but the other lists and the pad, in order.

    ``look`` reads a source for the first time, ``waiting`` is called now and then while nothing is
    read; what they raise comes through. ValueError where the
    contents break the format's bounds.
    """
    check(contents)
    public = signing.public_bytes(signer)
    items = manifest.item_entries(contents, public)
    merkle_root = commitments.root(manifest.leaves(items)).hex()
    media = [
        Source(entry.path, entry.size, entry.sha256, item.open)
        for entry, item in zip(items, contents.items, strict=True)
    ]
    others = _spoken(contents, public, merkle_root, waiting)
    payload = [file for file in (*media, *others) if bag.is_payload(file.path)]
    digests = bag.sha512_list((file.path, look(file).sha512) for file in payload)
    spoken = sorted((*others, _held(SHA512_LIST, digests)), key=lambda file: file.path)
    signed = Manifest(
        bundle_id=contents.bundle_id.hex(),
        signer=public.hex(),
        merkle_root=merkle_root,
        items=items,
        files=tuple(FileEntry(file.path, file.size, file.sha256) for file in spoken),
    )
    around = _signatures(signed, signer)
    told = _held("bag-info.txt", bag.info([(f.path, f.size) for f in (*media, *spoken)]))
    return signed, [_held("bagit.txt", bag.BAGIT), *media, *spoken, *around, told]


def order(signed: Manifest) -> list[str]:
    """Return the paths of all files, in the order in which they stand in the container."""
    return [
        "bagit.txt",
        *(item.path for item in signed.items),
        *(file.path for file in signed.files),
        *SIGNING,
        "bag-info.txt",
        *LISTS,
        PAD,
    ]


def lists(files: Sequence[Filed], folder: str) -> tuple[Source, Source, int]:
    """Return the two lists of digests, and the bytes of the pad, for all other files in order."""
    payload = [file for file in files if bag.is_payload(file.path)]
    first = _held(LISTS[0], bag.sha256_list(payload))
    others = [*files, _filed(first)]
    tags = [file for file in others if not bag.is_payload(file.path)]
    sizes = [(file.path, file.size) for file in others]
    sizes.append((bag.TAG_LIST, len(bag.sha256_list([*tags, Filed(PAD, 0, "0" * 64)]))))
    pad = container.pad_for([(folder + path, size) for path, size in sizes], folder + PAD)
    tags.append(Filed(PAD, pad, zeros_sha256(pad)))
    return first, _held(bag.TAG_LIST, bag.sha256_list(tags)), pad


def root_of(contents: BundleContents, signer: "Ed25519PrivateKey") -> str:
    """Return the root of the tree that the bundle of these contents will have, for a stamp."""
    items = manifest.item_entries(contents, signing.public_bytes(signer))
    return commitments.root(manifest.leaves(items)).hex()


def _spoken(
    contents: BundleContents, public: bytes, merkle_root: str, waiting: Callable[[], None]
) -> list[Source]:
    rows = notes.rows(contents.items)
    files = [
        _held("data/notes/record.csv", notes.as_csv(rows)),
        _held("data/notes/record.json", notes.as_json(rows)),
        *_sheets(contents, public, waiting),
        _held("VERIFY.txt", instructions(public, stamped=contents.stamp is not None)),
    ]
    if contents.stamp is not None:
        data = stamp_data(contents.stamp.nonce, merkle_root)
        files += [_held(STAMP_DATA, data), _held(STAMP, contents.stamp.response)]
    if (part := contents.originals) is not None:
        ending = "gpg" if part.openpgp else "age"
        files.append(Source(ORIGINALS + ending, part.size, part.sha256, part.open))
    return files


def _sheets(
    contents: BundleContents, public: bytes, waiting: Callable[[], None]
) -> Iterable[Source]:
    # Here, because whoever verifies needs neither it nor what it is made with.
    from storage.bundle import sheet_pdf

    for language in contents.languages:
        yield _held(f"README.{language}.html", sheet.sheet(contents, public, language))
        if contents.pdf:
            pdf = sheet_pdf.sheet_pdf(contents, public, language, waiting)
            yield _held(f"README.{language}.pdf", pdf)


def _signatures(signed: Manifest, signer: "Ed25519PrivateKey") -> Iterable[Source]:
    public, statement = signing.public_bytes(signer), manifest.write(signed)
    yield _held("signer.pub", signing.ssh_line(public))
    yield _held("allowed_signers", signing.allowed_signers(public))
    yield _held(SIGNED, statement)
    yield _held(SIGNED + ".sig", signing.sign_ssh(signer, statement))
    yield _held(SIGNED + ".minisig", signing.sign_minisign(signer, statement))


def _held(path: str, content: bytes) -> Source:
    return Source(path, len(content), sha256(content).hexdigest(), lambda: io.BytesIO(content))


def _filed(source: Source) -> Filed:
    return Filed(source.path, source.size, source.sha256)
