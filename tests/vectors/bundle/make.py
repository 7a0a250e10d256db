"""Make the test vectors for verifying a bundle: ``python tests/vectors/bundle/make.py``.

One file, one scenario. A vector is lines of ``name: value``, an empty line, and the bundle's bytes
compressed with zlib:

    expect: good | the ``reason`` of the DamagedBundle | "wrong-identity", "newer-version"
    part: the file at fault, where one is named
    identity: an age secret key to open it with, where it is sealed
    signer: the key that the bundle is expected from, where one is
    opening: an opening to check against the bundle, where one is
    about: the scenario in words

The keys, salts and contents come from fixed seeds, so the same vectors come out each time; but
sealing draws a random file key, so the sealed ones are new whenever they are made.
"""

import io
import struct
import sys
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent.parent.parent
sys.path.insert(0, str(PROJECT))

from storage.bundle import bag, canonical, container, signing  # noqa: E402 (path)
from storage.bundle.container import Slot  # noqa: E402 (path)
from storage.bundle.contents import BundleContents, Stamp  # noqa: E402 (path)
from storage.bundle.opening import make_opening  # noqa: E402 (path)
from storage.bundle.sealing import seal  # noqa: E402 (path)
from tests.storage.bundle.samples import chance, contents, identity, key, made  # noqa: E402 (path)
from tests.vectors.bundle.pages import pages  # noqa: E402 (path)

HERE = Path(__file__).resolve().parent
MEDIUM = "data/media/001.jpg"

PARTS = {"manifest": "manifest.json", "root": "manifest.json", "duplicate": MEDIUM}
"""The file that is at fault wherever this is expected."""

Files = list[tuple[str, bytes]]
"""The entries of a ZIP in order: whole name, content."""


def plain(count: int = 1) -> BundleContents:
    """Contents that make a small bundle."""
    given = contents("vector", count)
    return replace(given, items=tuple(replace(item, thumbnail=None) for item in given.items))


def files_of(data: bytes) -> Files:
    """Take our own ZIP apart."""
    found, at = [], 0
    while data[at : at + 4] == container.LOCAL:
        _, size, name_size, extra_size = struct.unpack("<2I2H", data[at + 18 : at + 30])
        start = at + 30 + name_size + extra_size
        found.append((data[at + 30 : at + 30 + name_size].decode(), data[start : start + size]))
        at = start + size
    return found


def zipped(files: Files) -> bytes:
    """Put a ZIP together as we would, whatever the names."""
    out, slots = bytearray(), []
    for name, content in files:
        crc = zlib.crc32(content)
        slots.append(Slot(name, len(content), crc, len(out)))
        out += container.local_header(name, len(content), crc) + content
    return bytes(out) + container.directory(slots, len(out))


def changed(path: str, content: bytes | Callable[[bytes], bytes]) -> bytes:
    """Give the good bundle with one file changed, and a container that fits."""
    files = files_of(made(plain())[0])
    return zipped(
        [
            (name, (content if isinstance(content, bytes) else content(held)))
            if name.endswith("/" + path)
            else (name, held)
            for name, held in files
        ]
    )


def signed_again(path: str, content: bytes, seed: str) -> bytes:
    """Give a bundle whose lists were brought up to date by a forger, signed with their own key.

    The signature files are the forger's; ``manifest.json`` still states the first signer.
    """
    data = changed(path, content)
    files = dict(files_of(data))
    folder = next(iter(files)).split("/")[0] + "/"
    statement = files[folder + "manifest.json"]
    files[folder + "manifest.json.sig"] = signing.sign_ssh(key(seed), statement)
    files[folder + "manifest.json.minisig"] = signing.sign_minisign(key(seed), statement)
    return zipped(list(files.items()))


def restated(change: Callable[[dict[str, object]], None]) -> bytes:
    """Give a bundle whose own signer signed another statement."""
    files = dict(files_of(made(plain())[0]))
    folder = next(iter(files)).split("/")[0] + "/"
    value = canonical.read(files[folder + "manifest.json"])
    change(value)
    statement = canonical.write(value)
    files[folder + "manifest.json"] = statement
    files[folder + "manifest.json.sig"] = signing.sign_ssh(key(), statement)
    files[folder + "manifest.json.minisig"] = signing.sign_minisign(key(), statement)
    return zipped(list(files.items()))


def sealed(data: bytes, recipient: str) -> bytes:
    """Seal bytes to one recipient."""
    sink = io.BytesIO()
    seal(io.BytesIO(data), [recipient], sink)
    return sink.getvalue()


def rezipped(data: bytes) -> bytes:
    """Give the same files as another program zips them: compressed, with a data descriptor."""
    body, central, count = bytearray(), bytearray(), 0
    for name, content in files_of(data):
        packer = zlib.compressobj(9, zlib.DEFLATED, -15)
        packed = packer.compress(content) + packer.flush()
        crc, raw = zlib.crc32(content), name.encode()
        shared = struct.pack(
            "<4H3I2H", 8, 8, 0, 0x5A21, crc, len(packed), len(content), len(raw), 0
        )
        central += b"PK\x01\x02" + struct.pack("<2H", 788, 20) + shared
        central += struct.pack("<3H2I", 0, 0, 0, 0, len(body)) + raw
        body += b"PK\x03\x04" + struct.pack("<H", 20) + shared + raw + packed
        body += struct.pack("<4s3I", b"PK\x07\x08", crc, len(packed), len(content))
        count += 1
    end = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, count, count, len(central), len(body), 0)
    return bytes(body + central) + end


def with_size(data: bytes, size: int) -> bytes:
    """Give the good bundle with another size in the header of its first medium, ZIP64 if large."""
    first, rest = data.index(container.LOCAL, 4), data.index(container.LOCAL, 200)
    name = files_of(data)[1][0]
    return (
        data[:first] + container.local_header(name, size, 7) + data[rest - 700 : rest] + data[rest:]
    )


def containers() -> Iterator[tuple[str, str, str, bytes]]:
    """Yield what is wrong with the ZIP: name, expected, about, bytes."""
    good = made(plain())[0]
    files = files_of(good)
    folder = files[0][0].split("/")[0]
    for share in (1, 5, 30, 60, 90, 99):
        yield f"cut-at-{share}", "cut", "truncated", good[: len(good) * share // 100]
    yield "cut-last-byte", "cut", "the last byte is missing", good[:-1]
    yield "empty", "not-a-bundle", "not one byte", b""
    yield "text", "not-a-bundle", "a text file", b"Meet me at the bridge at nine.\n"
    yield "trailing", "container", "a byte after the end", good + b"\0"
    yield "leading", "not-a-bundle", "a byte before the beginning", b"\0" + good
    yield "duplicate", "duplicate", "two files of one name", zipped([*files[:2], *files[1:]])
    for number, name in enumerate(
        ("../../evil.sh", f"{folder}/../evil", "/etc/passwd", f"{folder}/data/media/../../x",
         f"{folder}\\data\\media\\001.jpg", f"{folder}/data/media/001.jpg\n", "C:\\evil.exe",
         f"{folder}/data/media/001.jpg/", f"{folder}/data/media/a\u202egpj.exe")
    ):  # fmt: skip
        entry = (name.encode("utf-8").decode("latin-1").encode("ascii", "replace").decode(), b"x")
        yield f"path-{number}", "name", f"the name {name!a}", zipped([files[0], entry, *files[1:]])
    yield "other-folder", "name", "a second top folder", zipped(
        [(name.replace(folder, "B-" + "0" * 32) if at == 3 else name, held)
         for at, (name, held) in enumerate(files)]
    )  # fmt: skip
    yield "rewrapped", "rewrapped", "unpacked and zipped again by another program", rezipped(good)
    yield "absurd-size", "container", "a size of 2^63", with_size(good, 1 << 63)
    yield "huge-size", "cut", "a size of 2^40 that the file does not have", with_size(good, 1 << 40)
    yield (
        "overlap",
        "container",
        "the directory points elsewhere",
        good.replace(
            struct.pack("<I", 128) + folder.encode(), struct.pack("<I", 0) + folder.encode()
        ),
    )
    yield "comment", "container", "an archive comment", good[:-2] + b"\x02\0hi"
    swapped = [files[0], files[2], files[1], *files[3:]]
    yield "reordered", "container", "the files in another order", zipped(swapped)
    bomb = "a bomb: many kilobytes of zeros, deflated"
    yield "bomb", "rewrapped", bomb, rezipped(zipped([(files[0][0], bytes(100_000))] * 3))


def bags() -> Iterator[tuple[str, str, str, str, bytes]]:
    """Yield what is wrong with the files: name, expected, part, about, bytes."""
    good = made(plain())[0]
    files = files_of(good)
    yield "tampered", "media", MEDIUM, "a changed medium", changed(MEDIUM, bytes(700))
    yield (
        "tampered-crc",
        "media",
        MEDIUM,
        "a changed medium, checksum left as it was",
        good.replace(files[1][1], files[1][1][:-1] + b"!"),
    )
    for path in (
        "README.en.html",
        "VERIFY.txt",
        "data/notes/record.json",
        "data/notes/record.csv",
        "manifest-sha512.txt",
    ):
        yield f"tampered-{path.split('/')[-1]}", "notes", path, "changed", changed(path, b"{}\n")
    for path in ("bagit.txt", "bag-info.txt", "manifest-sha256.txt"):
        yield f"list-{path}", "lists", path, "changed", changed(path, b"x\n")
    yield "tag-list", "lists", bag.TAG_LIST, "changed", changed(bag.TAG_LIST, b"x\n")
    for path in ("manifest.json.sig", "manifest.json.minisig", "signer.pub", "allowed_signers"):
        yield (
            f"signing-{path}",
            "signature",
            path,
            "changed",
            changed(path, lambda c: c[:-9] + c[-8:]),
        )
    yield "pad-text", "pad", "pad", "bytes in the pad", changed("pad", lambda c: c[:-1] + b"!")
    yield "pad-short", "pad", "pad", "a shorter pad", changed("pad", lambda c: c[:-1])
    for at, name in ((1, MEDIUM), (3, "VERIFY.txt"), (-1, "pad")):
        left = [file for file in files if file is not files[at]]
        path = files[at][0].split("/", 1)[1]
        yield f"missing-{name.split('/')[-1]}", "complete", path, "missing", zipped(left)
    unstated = [file for file in files if not file[0].endswith("/manifest.json")]
    yield "missing-statement", "manifest", "manifest.json", "missing", zipped(unstated)
    extra = (files[1][0].replace("001", "002"), b"\xff\xd8\xff")
    yield (
        "extra",
        "complete",
        "data/media/002.jpg",
        "a medium nobody signed",
        zipped([*files, extra]),
    )
    forged = signed_again("README.en.html", b"<h1>Other words</h1>", "forger")
    yield "forged", "signature", "manifest.json.sig", "signed by another key", forged


def statements() -> Iterator[tuple[str, str, str, bytes]]:
    """Yield statements that are signed well and still are no good: name, expected, about, bytes."""

    def put(**fields: object) -> Callable[[dict[str, object]], None]:
        return lambda value: value.update(fields)

    yield "newer", "newer-version", "version 2", restated(put(version=2))
    yield "version-0", "manifest", "version 0", restated(put(version=0))
    yield "version-text", "manifest", "the version is text", restated(put(version="1"))
    yield "unknown-field", "manifest", "a field that version 1 has not", restated(put(note="x"))
    yield "other-format", "manifest", "another format", restated(put(format="other"))
    yield "no-items", "manifest", "no items", restated(put(items=[]))
    yield "short-signer", "manifest", "half a key", restated(put(signer="00" * 16))
    yield "wrong-root", "root", "another root", restated(put(merkle_root="00" * 32))
    escape = [{"path": "../../evil", "size": 1, "sha256": "00" * 32}]
    yield "stated-path", "manifest", "a path outside, stated", restated(put(files=escape))
    deep = b'{"a":' * 50_000 + b"1" + b"}" * 50_000 + b"\n"
    yield "deep", "manifest", "JSON nested 50,000 deep", changed("manifest.json", deep)
    digits = b'{"format":"firsthand-bundle","version":' + b"9" * 20_000 + b"}\n"
    yield "long-number", "manifest", "a number of 20,000 digits", changed("manifest.json", digits)
    spaced = changed("manifest.json", lambda c: c.replace(b":", b": ", 1))
    yield "spaced", "manifest", "the same statement, spelled otherwise", spaced
    twice = changed("manifest.json", lambda c: b'{"bundle":"x",' + c[1:])
    yield "key-twice", "manifest", "one key twice", twice


def stamped() -> Iterator[tuple[str, dict[str, str], bytes]]:
    """Yield bundles with a time stamp: OpenSSL's answer over the good one's root, kept beside."""
    response = (HERE / "stamp.tsr").read_bytes()
    nonce = chance("nonce of the vector")
    for name, about, stamp in (
        ("stamp-good", "a time stamp over the root", Stamp(nonce, response)),
        ("stamp-elsewhere", "a time stamp of something else", Stamp(chance("other"), response)),
        ("stamp-none", "words where the time stamp should be", Stamp(nonce, b"yesterday")),
    ):
        fault = {} if name == "stamp-good" else {"part": "stamp.tsr"}
        expect = {"expect": "stamp" if fault else "good", **fault, "about": about}
        yield name, expect, made(replace(plain(), stamp=stamp))[0]


def openings() -> Iterator[tuple[str, dict[str, str], bytes]]:
    """Yield openings to be checked against the good bundle."""
    given = plain(3)
    data = made(given)[0]
    held, bundle = given.items[1], given.bundle_id.hex()
    parts = (bundle, held.salt, held.original_sha256, held.original_size)
    good = make_opening(*parts).decode()
    told = make_opening(*parts, {"crop": (0, 0, 9, 9), "straighten": 0}).decode()
    cases = (
        ("good", "good", "the second item's", good),
        ("bad-salt", "opening-wrong", "a salt that is not the item's",
         good.replace(held.salt.hex(), chance("bad salt").hex())),
        ("bad-digest", "opening-wrong", "another original's digest",
         good.replace(held.original_sha256, "00" * 32)),
        ("bad-size", "opening-wrong", "another size", good.replace(":900,", ":901,")),
        ("elsewhere", "opening-elsewhere", "of another bundle", good.replace(bundle, "00" * 16)),
        ("short-salt", "opening", "half a salt",
         good.replace(held.salt.hex(), held.salt.hex()[:32])),
        ("spaced", "opening", "the same, spelled otherwise", good.replace(":", ": ", 1)),
        ("cut", "opening", "cut in the middle", good[:150] + "\n"),
        ("newer", "newer-version", "version 3", good.replace('"version":1', '"version":3')),
        ("steps", "good", "it says how the copy was made", told),
        ("no-steps", "opening", "version 2 without steps",
         good.replace('"version":1', '"version":2')),
        ("steps-of-1", "opening", "steps in version 1",
         told.replace('"version":2', '"version":1')),
    )  # fmt: skip
    for name, expect, about, opening in cases:
        head = {"expect": expect, "about": about, "opening": opening.rstrip("\n")}
        yield f"opening-{name}", head, data


def printed() -> Iterator[tuple[str, dict[str, str], bytes]]:
    """Yield bundles with the sheet as PDF."""
    data = made(replace(plain(), pdf=True))[0]
    yield "good-pdf", {"expect": "good", "about": "a contact sheet as PDF, too"}, data
    files = [(n, h[:-1] + b"!" if n.endswith(".pdf") else h) for n, h in files_of(data)]
    fault = {"expect": "notes", "part": "README.en.pdf", "about": "a changed PDF"}
    yield "tampered-README.en.pdf", fault, zipped(files)


def vectors() -> Iterator[tuple[str, dict[str, str], bytes]]:
    """Yield every vector: file name, head, bytes."""
    good = made(plain())[0]
    three = made(plain(3))[0]
    secret, public = identity()
    fingerprint = signing.fingerprint(signing.public_bytes(key()))
    other = signing.fingerprint(signing.public_bytes(key("other")))
    yield "good", {"expect": "good"}, good
    yield "good-three", {"expect": "good"}, three
    yield "good-signer", {"expect": "good", "signer": fingerprint}, good
    yield "wrong-signer", {"expect": "signer", "signer": other}, good
    envelope = sealed(good, public)
    yield "sealed", {"expect": "good", "identity": secret}, envelope
    yield "sealed-other", {"expect": "wrong-identity", "identity": identity()[0]}, envelope
    yield "sealed-no-key", {"expect": "wrong-identity"}, envelope
    yield "sealed-cut", {"expect": "seal", "identity": secret}, envelope[:-5]
    yield "sealed-flipped", {"expect": "seal", "identity": secret}, envelope[:-5] + bytes(5)
    inside = sealed(changed(MEDIUM, b"another picture"), public)
    yield "sealed-tampered", {"expect": "media", "part": MEDIUM, "identity": secret}, inside
    twice = {"expect": "not-a-bundle", "identity": secret}
    yield "sealed-twice", twice, sealed(envelope, public)
    yield from (*stamped(), *openings(), *printed(), *pages(plain()))
    for name, expect, about, data in (*containers(), *statements()):
        part = {"part": PARTS[expect]} if expect in PARTS else {}
        yield name, {"expect": expect, **part, "about": about}, data
    for name, expect, path, about, data in bags():
        yield name, {"expect": expect, "part": path, "about": about}, data


def main() -> None:
    """Write all vectors beside this file."""
    for old in HERE.glob("*.vector"):
        old.unlink()
    for name, head, data in vectors():
        lines = "".join(f"{field}: {value}\n" for field, value in head.items())
        (HERE / f"{name}.vector").write_bytes(lines.encode() + b"\n" + zlib.compress(data, 9))


if __name__ == "__main__":
    main()
