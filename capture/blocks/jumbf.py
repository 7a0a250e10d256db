"""What JUMBF boxes say, above all the C2PA manifests (Content Credentials) in them.

Sources: ISO/IEC 19566-5 (JUMBF), C2PA Technical Specification 2.1. A manifest tells
which program, camera and person made and edited a picture, with a signature that
proves it, and often holds a thumbnail from before the editing. Never raises.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from capture.blocks import cbor, needle
from capture.blocks.cbor import Said
from capture.blocks.tiff import as_text
from capture.blocks.xmp_tags import harm_of
from capture.errors import Damaged
from capture.report import Embedded, Harm, Trace, shorten

MAX_DEPTH = 24
MAX_BOXES = 4000
MAX_TRACES = 400

_SUPER, _DESCRIPTION = b"jumb", b"jumd"
_LABEL_AT = 17
_PICTURE = b"bidb"
_DULL_KEYS = frozenset(
    (
        "alg",
        "hash",
        "pad",
        "pad1",
        "pad2",
        "url",
        "label",
        "kind",
        "format",
        "dc:format",
        "@context",
    )
)
_CERTIFICATES = "x5chain"


@dataclass(frozen=True, slots=True)
class JumbfReading:
    """What the boxes say and the pictures in them, by offset in the given bytes plus base."""

    traces: tuple[Trace, ...]
    embedded: tuple[Embedded, ...]


@dataclass(frozen=True, slots=True)
class _Leaf:
    label: str
    type: bytes
    offset: int
    data: bytes


def read_jumbf(untrusted: bytes, where: str, base: int = 0) -> JumbfReading:
    """Read a run of boxes (one JUMBF superbox as a rule)."""
    leaves, problem = _leaves(untrusted)
    said = f"{len(untrusted)} bytes" + (f", not fully readable: {problem}" if problem else "")
    whole = Trace("C2PA", said, Harm.HISTORY, where, needle.string_needles(untrusted))
    traces = [whole]
    embedded = []
    for leaf in leaves:
        place = shorten(f"{where}/{leaf.label}")
        if leaf.type == _PICTURE:
            embedded.append(Embedded("thumbnail", base + leaf.offset, len(leaf.data)))
            traces.append(Trace("C2PA:thumbnail", f"{len(leaf.data)} bytes", Harm.IDENTITY, place))
        traces += [_trace(said, place) for said in _strings(leaf) if _tells(said)]
    return JumbfReading(tuple(traces[:MAX_TRACES]), tuple(embedded))


def _leaves(untrusted: bytes) -> tuple[list[_Leaf], str]:
    found: list[_Leaf] = []
    try:
        for leaf in _walk(untrusted, 0, len(untrusted), "", 0):
            found.append(leaf)
            if len(found) >= MAX_BOXES:
                return found, "too many boxes"
    except Damaged as error:
        return found, error.detail
    return found, ""


def _walk(untrusted: bytes, at: int, end: int, label: str, depth: int) -> Iterator[_Leaf]:
    if depth > MAX_DEPTH:
        raise Damaged("boxes in boxes too deep")
    while at + 8 <= end:
        size, start = _extent(untrusted, at, end)
        kind = untrusted[at + 4 : at + 8]
        if kind == _SUPER:
            yield from _walk(untrusted, start, at + size, label, depth + 1)
        elif kind == _DESCRIPTION:
            name = untrusted[start + _LABEL_AT : at + size].split(b"\0")[0]
            label = f"{label}/{as_text(name)}" if label else as_text(name)
        else:
            yield _Leaf(label[-200:], kind, start, untrusted[start : at + size])
        at += size


def _extent(untrusted: bytes, at: int, end: int) -> tuple[int, int]:
    """Return a box's whole size and where its content begins."""
    size = int.from_bytes(untrusted[at : at + 4], "big")
    header = 8
    if size == 1:
        size, header = int.from_bytes(untrusted[at + 8 : at + 16], "big"), 16
    if size == 0:
        size = end - at
    if size < header or at + size > end:
        raise Damaged("a box is longer than what holds it")
    return size, at + header


def _strings(leaf: _Leaf) -> list[Said]:
    try:
        if leaf.type == b"cbor":
            return list(cbor.strings(leaf.data))
        if leaf.type == b"json":
            return list(_json_strings(json.loads(leaf.data), ""))
    except (Damaged, ValueError, RecursionError):
        return [Said(as_text(leaf.type), leaf.data[:4096])]
    return []


def _json_strings(value: object, key: str) -> Iterator[Said]:
    if isinstance(value, str):
        yield Said(key, value)
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from _json_strings(inner, str(name))
    elif isinstance(value, list):
        for inner in value:
            yield from _json_strings(inner, key)


def _tells(said: Said) -> bool:
    long_enough = len(said.value) >= needle.MIN_BYTES
    return long_enough and said.key.lower() not in _DULL_KEYS


def _trace(said: Said, where: str) -> Trace:
    tag = shorten(f"C2PA:{said.key}")
    if isinstance(said.value, bytes):
        needles = needle.string_needles(said.value)
        holder = _holder(said.value) if said.key == _CERTIFICATES else ""
        if holder:
            return Trace("C2PA:signer", shorten(holder), Harm.IDENTITY, where, needles)
        return Trace(tag, f"{len(said.value)} bytes", Harm.HISTORY, where, needles)
    harm = harm_of([said.key], said.value)
    shown = harm if harm in {Harm.LOCATION, Harm.PERSON, Harm.TIME} else Harm.HISTORY
    return Trace(tag, shorten(said.value), shown, where, needle.text_needles(said.value))


def _holder(certificate: bytes) -> str:
    """Return to whom a certificate was given and by whom, or nothing if it is none."""
    from cryptography import x509  # heavy, and few files have one

    try:
        found = x509.load_der_x509_certificate(certificate)
        subject, issuer = found.subject.rfc4514_string(), found.issuer.rfc4514_string()
    except (ValueError, x509.InvalidVersion):
        return ""
    return f"{subject}, certified by {issuer}"
