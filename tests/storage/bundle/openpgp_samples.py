"""OpenPGP keys in every state that a pasted one can be in, made by gpg, and gpg's own verdict."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pysequoia
from pysequoia.packet import PacketPile

LONG_AGO = "20200101T000000"
CURVE = ("ed25519", "cert")


class Gpg:
    """gpg over a home of its own; ``at`` makes it believe another date."""

    def __init__(self, program: str, home: Path) -> None:
        home.mkdir(mode=0o700)
        self._program, self.home = program, home

    def __call__(self, *arguments: str, at: str | None = None, given: bytes = b"") -> bytes:
        """Run gpg and return what it writes; CalledProcessError where it fails."""
        clock = ("--faked-system-time", f"{at}!") if at else ()
        return subprocess.run(
            (self._program, "--homedir", str(self.home), "--batch", "--yes", "--quiet",
             "--no-tty", "--pinentry-mode", "loopback", "--passphrase", "",
             "--trust-model", "always", *clock, *arguments),
            input=given, capture_output=True, check=True, timeout=60,
        ).stdout  # fmt: skip

    def takes(self, *arguments: str, given: bytes = b"") -> bool:
        """Whether gpg does this without complaint."""
        try:
            self(*arguments, given=given)
        except subprocess.CalledProcessError:
            return False
        return True

    def new(self, name: str, *kind: str, at: str | None = None) -> str:
        """Make a primary key and return its fingerprint."""
        kind = kind or CURVE
        self("--quick-generate-key", name, *kind, *(() if len(kind) > 2 else ("10y",)), at=at)
        return self.fingerprints(name)[0]

    def subkey(self, key: str, *kind: str, at: str | None = None) -> None:
        """Add a subkey; without a kind, one to encrypt with that does not end soon."""
        self("--quick-add-key", key, *(kind or ("cv25519", "encr", "10y")), at=at)

    def fingerprints(self, name: str) -> list[str]:
        """Return those of a key and its subkeys."""
        listed = self("--with-colons", "--with-subkey-fingerprint", "--list-keys", name).decode()
        return [line.split(":")[9] for line in listed.splitlines() if line.startswith("fpr")]

    def edit(self, key: str, *commands: str) -> None:
        """Run commands of ``--edit-key``, then save."""
        self("--no-batch", "--command-fd", "0", "--edit-key", key,
             given="\n".join((*commands, "save", "")).encode())  # fmt: skip

    def public(self, key: str, *options: str) -> bytes:
        return self(*options, "--export", key)

    def end(self) -> None:
        """Stop the agent that this home may have started."""
        subprocess.run(
            ("gpgconf", "--homedir", str(self.home), "--kill", "all"), check=False, timeout=60
        )


Made = dict[str, bytes]
"""Key files by the name of their state."""


def keys(gpg: Gpg) -> Made:
    """Make one key file for each state."""
    made: Made = {}
    for part in (_good, _ended, _revoked, _weak, _without, _broken, _pasted):
        made |= part(gpg)
    return made


def _whole(gpg: Gpg, name: str) -> str:
    key = gpg.new(name)
    gpg.subkey(key)
    return key


def _good(gpg: Gpg) -> Made:
    def made(name: str, kind: tuple[str, ...], *subkey: str) -> bytes:
        key = gpg.new(name, *kind)
        if subkey:
            gpg.subkey(key, *subkey)
        return gpg.public(key)

    extended = gpg.new("extended", "ed25519", "cert", "1y", at=LONG_AGO)
    gpg.subkey(extended, "cv25519", "encr", "1y", at=LONG_AGO)
    gpg("--quick-set-expire", extended, "30y")
    gpg("--quick-set-expire", extended, "30y", gpg.fingerprints("extended")[1])
    renamed = _whole(gpg, "renamed")
    gpg("--quick-add-uid", renamed, "renamed again")
    gpg("--quick-revoke-uid", renamed, "renamed")
    return {
        "good curve": gpg.public(_whole(gpg, "curve")),
        "good rsa": made("rsa", ("rsa2048", "sign"), "rsa2048", "encr", "1y"),
        "good nist": made("nist", ("nistp256", "sign"), "nistp384", "encr", "1y"),
        "good primary alone": made("alone", ("rsa2048", "sign,cert,encr")),
        "good extended": gpg.public(extended),
        "good renamed": gpg.public(renamed),
        "good without end": made("endless", (*CURVE, "never"), "cv25519", "encr", "never"),
    }


def _ended(gpg: Gpg) -> Made:
    whole = gpg.new("expired", "ed25519", "cert", "1y", at=LONG_AGO)
    gpg.subkey(whole, "cv25519", "encr", "1y", at=LONG_AGO)
    subkey = gpg.new("expired subkey", *CURVE, "never", at=LONG_AGO)
    gpg.subkey(subkey, "cv25519", "encr", "1y", at=LONG_AGO)
    replaced = gpg.new("replaced subkey", *CURVE, "never", at=LONG_AGO)
    gpg.subkey(replaced, "cv25519", "encr", "1y", at=LONG_AGO)
    gpg.subkey(replaced)
    return {
        "expired": gpg.public(whole),
        "expired subkey": gpg.public(subkey),
        "good replaced subkey": gpg.public(replaced),
        "sign-only for all time": _with_signing(gpg),
    }


def _with_signing(gpg: Gpg) -> bytes:
    key = gpg.new("signing subkey", *CURVE, "never", at=LONG_AGO)
    gpg.subkey(key, "ed25519", "sign", "1y", at=LONG_AGO)
    return gpg.public(key)


def _revoked(gpg: Gpg) -> Made:
    whole = _whole(gpg, "revoked")
    gpg.edit(whole, "revkey", "y", "0", "", "y")
    subkey = _whole(gpg, "revoked subkey")
    gpg.edit(subkey, "key 1", "revkey", "y", "0", "", "y")
    newest = gpg.new("revoked newest", *CURVE, "never", at=LONG_AGO)
    gpg.subkey(newest, "cv25519", "encr", "never", at=LONG_AGO)
    gpg.subkey(newest)
    gpg.edit(newest, "key 2", "revkey", "y", "0", "", "y")
    return {
        "revoked": gpg.public(whole),
        "revoked subkey": gpg.public(subkey),
        "good older subkey": gpg.public(newest),
    }


def _weak(gpg: Gpg) -> Made:
    short = gpg.new("short", "rsa1024", "sign")
    gpg.subkey(short, "rsa1024", "encr", "1y")
    mixed = gpg.new("mixed")
    gpg.subkey(mixed, "rsa1024", "encr", "1y")
    dsa = gpg.new("dsa", "dsa1024", "sign")
    gpg.subkey(dsa, "elg1024", "encr", "1y")
    gpg("--cert-digest-algo", "SHA1", "--quick-generate-key", "sha1", "ed25519", "cert", "10y")
    sha1 = gpg.fingerprints("sha1")[0]
    gpg("--cert-digest-algo", "SHA1", "--quick-add-key", sha1, "cv25519", "encr", "10y")
    return {
        "weak": gpg.public(short),
        "weak subkey": gpg.public(mixed),
        "weak elgamal": gpg.public(dsa),
        "weak signatures": gpg.public(sha1),
    }


def _without(gpg: Gpg) -> Made:
    two = gpg.new("two purposes", "ed25519", "sign,cert")
    gpg.subkey(two, "ed25519", "auth", "10y")
    whole = gpg.public(_whole(gpg, "stripped"))
    future = gpg.new("future", *CURVE, "never", at="20900101T000000")
    gpg.subkey(future, "cv25519", "encr", "never", at="20900101T000000")
    return {
        "sign-only": gpg.public(gpg.new("sign only", "ed25519", "sign")),
        "sign-only with another": gpg.public(two),
        "sign-only after a filter": b"".join(map(bytes, list(PacketPile.from_bytes(whole))[:3])),
        "unusable future": gpg.public(future),
    }


def _broken(gpg: Gpg) -> Made:
    one, other = gpg.public(_whole(gpg, "broken")), gpg.public(_whole(gpg, "grafted"))
    ours, theirs = (list(PacketPile.from_bytes(data)) for data in (one, other))
    flipped = bytearray(one)
    flipped[-5] ^= 1
    grafted = b"".join(map(bytes, [*ours[:3], *theirs[3:]]))
    return {
        "unusable binding": bytes(flipped),
        "unusable graft": grafted,
        "unusable without a name": b"".join(map(bytes, (ours[0], *ours[3:]))),
        "unusable cut between packets": bytes(ours[0]),
    }


def _pasted(gpg: Gpg) -> Made:
    key = _whole(gpg, "pasted")
    binary, armored = gpg.public(key), gpg.public(key, "--armor")
    another = gpg.public(_whole(gpg, "another"), "--armor")
    lines = armored.splitlines()
    letter = b"B" if lines[3][:1] == b"A" else b"A"
    changed = b"\n".join([*lines[:3], letter + lines[3][1:], *lines[4:]])
    return {
        "good pasted with words": b"Hello, here is my key:\r\n\r\n" + armored + b"\nBest,\nme\n",
        "secret-key": gpg("--export-secret-keys", key),
        "secret-key armored": gpg("--armor", "--export-secret-keys", key),
        "several": binary + gpg.public("another"),
        "several armored": armored + b"\n" + another,
        "quoted": b"\n".join(b"> " + line for line in lines),
        "truncated": armored[: len(armored) // 2],
        "truncated binary": binary[:-40],
        "damaged": changed,
    }


def accepted_by(gpg_for: Callable[[], Gpg], key: bytes) -> bool:
    """Whether a gpg that knows nothing else imports this file and encrypts to what is in it."""
    gpg = gpg_for()
    if not gpg.takes("--import", given=key):
        return False
    listed = gpg("--with-colons", "--list-keys").decode().splitlines()
    fingerprints = [line.split(":")[9] for line in listed if line.startswith("fpr")]
    if not fingerprints:
        return False
    return gpg.takes("--encrypt", "--recipient", fingerprints[0], given=b"words")


def opened_by_library(sealed: bytes, key: "pysequoia.Tsk") -> bytes:
    """Open a message with the other OpenPGP program at hand."""
    return bytes(pysequoia.decrypt(sealed, key.decryptor()).bytes or b"")
