"""Time stamps of bundles: asked for, kept in the custody log, and passed on beside a bundle.

Two ways to get one. Where the network may be used, the authority is asked while
the bundle is made, and its answer goes inside. Otherwise a request is written
to a file, which somebody carries to an authority in their own way; the answer
belongs to a bundle that left long ago, so it is passed on as a file of its own.
"""

import base64
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from storage import stamps
from storage.bundle import canonical, plan
from storage.bundle.contents import BundleContents, Stamp, stamp_data
from storage.bundle.manifest import Manifest
from storage.bundle.verdict import StampClaim
from storage.errors import BadStamp, DamagedBundle, NoSuchItem

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    from storage.records import CustodyEntry
    from storage.vault import Vault

Ask = Callable[[bytes], bytes]
"""Asks an authority: request (DER) to answer (DER)."""

FORMAT = "firsthand-stamp"
VERSION = 1
MAX_FILE = 128 * 1024
"""Bytes of a stamp's file that are looked at."""

ASKED, STAMPED, BUNDLED = "stamp requested", "stamped", "bundled"

_SHORTEST = 4
_ID = re.compile(r"[0-9a-f]{32}")
_HEX = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Left:
    """A bundle that left, as the custody log knows it: its id and the root of its tree."""

    bundle_id: str
    merkle_root: str


def stamped(contents: BundleContents, signer: "Ed25519PrivateKey", ask: Ask) -> BundleContents:
    """Return the contents with a time stamp over their root. Raises BadStamp, what ``ask`` does."""
    root, nonce = plan.root_of(contents, signer), stamps.new_nonce()
    return replace(contents, stamp=_answered(nonce, root, ask(_request(nonce, root))))


def log(vault: "Vault", bundle_id: str, merkle_root: str, stamp: Stamp) -> None:
    """Keep a stamp in the custody log, whole, so that it can be shown without the bundle."""
    stated = stamps.read(stamp.response, stamp_data(stamp.nonce, merkle_root))
    facts = {
        "bundle": bundle_id,
        "root": merkle_root,
        "at": stated.at,
        "nonce": stamp.nonce.hex(),
        "response": base64.b64encode(stamp.response).decode(),
    }
    vault.log(STAMPED, None, facts)


def bundle_that_left(vault: "Vault", typed: str) -> Left:
    """Return the one bundle whose id begins like this; NoSuchItem(reason="bundle") otherwise."""
    begins = typed.strip().lower().removeprefix("b-")
    left = {
        Left(str(entry.facts["bundle"]), str(entry.facts["root"]))
        for entry in vault.custody()
        if entry.event == BUNDLED and str(entry.facts["bundle"]).startswith(begins)
    }
    if len(begins) < _SHORTEST or len(left) != 1:
        raise NoSuchItem(reason="bundle")
    return left.pop()


def request(vault: "Vault", left: Left) -> bytes:
    """Return a request (DER) to hand to an authority; its nonce is kept in the custody log."""
    nonce = stamps.new_nonce()
    vault.log(ASKED, None, {"bundle": left.bundle_id, "nonce": nonce.hex()})
    return _request(nonce, left.merkle_root)


def ask_for(left: Left, ask: Ask) -> Stamp:
    """Ask an authority for a stamp of a bundle that left. Raises BadStamp, what ``ask`` does."""
    nonce = stamps.new_nonce()
    return _answered(nonce, left.merkle_root, ask(_request(nonce, left.merkle_root)))


def answer(vault: "Vault", left: Left, untrusted: bytes) -> Stamp:
    """Return the stamp that an answer to one of the requests for a bundle gives.

    Raises BadStamp, "elsewhere" where no request of this vault for this bundle asked for it.
    """
    elsewhere = BadStamp(reason="elsewhere")
    for nonce in _nonces(vault.custody(), left.bundle_id):
        try:
            return _answered(nonce, left.merkle_root, untrusted)
        except BadStamp as error:
            if error.facts["reason"] != "elsewhere":
                raise
    raise elsewhere


def write_file(bundle_id: str, stamp: Stamp) -> bytes:
    """Return a stamp as the file that is given to whoever has the bundle."""
    return canonical.write(
        {
            "format": FORMAT,
            "version": VERSION,
            "bundle": bundle_id,
            "nonce": stamp.nonce.hex(),
            "response": base64.b64encode(stamp.response).decode(),
        }
    )


def read_file(untrusted: bytes, manifest: Manifest) -> StampClaim:
    """Return what a stamp's file states about a bundle that was verified.

    Raises NewerVersion, and BadStamp: "not-one" where it is no such file, "elsewhere" where it is
    about another bundle.
    """
    nonce, response, bundle = _read(untrusted)
    if bundle != manifest.bundle_id:
        raise BadStamp(reason="elsewhere")
    data = stamp_data(nonce, manifest.merkle_root)
    return StampClaim(stamps.read(response, data).at, response, data)


def _request(nonce: bytes, root: str) -> bytes:
    return stamps.request(stamp_data(nonce, root))


def _answered(nonce: bytes, root: str, untrusted: bytes) -> Stamp:
    stamps.read(untrusted, stamp_data(nonce, root))
    return Stamp(nonce, untrusted)


def _nonces(log_: "tuple[CustodyEntry, ...]", bundle_id: str) -> list[bytes]:
    asked = (entry for entry in log_ if entry.event == ASKED)
    return [
        bytes.fromhex(str(entry.facts["nonce"]))
        for entry in asked
        if entry.facts["bundle"] == bundle_id
    ]


def _read(untrusted: bytes) -> tuple[bytes, bytes, str]:
    try:
        value = canonical.read_file(untrusted, MAX_FILE, FORMAT, VERSION, "stamp")
        nonce, bundle = _text(_HEX, value["nonce"]), _text(_ID, value["bundle"])
        response = base64.b64decode(value["response"], validate=True)
    except (DamagedBundle, KeyError, TypeError, ValueError) as error:
        raise BadStamp(reason="not-one") from error
    stamp = Stamp(bytes.fromhex(nonce), response)
    if write_file(bundle, stamp) != untrusted:
        raise BadStamp(reason="not-one")
    return stamp.nonce, response, bundle


def _text(pattern: "re.Pattern[str]", value: object) -> str:
    if not isinstance(value, str) or not pattern.fullmatch(value):
        raise ValueError("text")
    return value
