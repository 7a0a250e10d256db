"""What was found about a bundle, check by check, in values that words can be made of."""

from dataclasses import dataclass

from storage.bundle.manifest import Manifest
from storage.errors import DamagedBundle


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at.

    ``code`` is one of CODES; ``part`` names a file by its neutral path where one is at fault.
    """

    code: str
    passed: bool
    part: str | None = None


@dataclass(frozen=True, slots=True)
class StampClaim:
    """A time stamp over this bundle's root: the time that it states (ISO 8601, UTC).

    Whether the authority really said so is another question, which ``storage/stamps`` answers with
    ``response`` and ``data`` for whoever has the authority's certificates.
    """

    at: str
    response: bytes
    data: bytes


CODES = (
    "manifest",  # manifest.json is canonical and of a known version
    "signature",  # both signatures over it are the stated key's
    "signer",  # the key is the one that was expected, where one was
    "complete",  # every file that is stated is there, and no other
    "media",  # every sanitized file is what was signed
    "notes",  # so is every other file with content of its own
    "root",  # the root is that of the items
    "stamp",  # the time stamp, where there is one, is over this root; not whether it is true
    "pages",  # the contact sheets and VERIFY.txt are such as we write, with nothing that runs
    "lists",  # the BagIt lists, sizes and fixed files are those of these files
    "pad",  # the pad is zeros and brings the length to what Padmé says
    "container",  # the ZIP is exactly the one that these files make
)
"""Every check there is, in the order in which they are made."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """A bundle that is whole: every check passed.

    ``wrapping`` is "sealed", "plain" (a ZIP) or "folder"; ``fingerprint`` is the signer's key as
    ``ssh-keygen -l`` shows it, to be compared with one that came another way: the key in a bundle
    proves only that nothing changed since its holder signed. ``size`` is bytes of all files.
    """

    wrapping: str
    fingerprint: str
    size: int
    manifest: Manifest
    statement: bytes
    """The bytes of ``manifest.json``, for an opening to be checked against."""
    checks: tuple[Check, ...]
    stamp: "StampClaim | None" = None


class NotWhole(DamagedBundle):
    """At least one check failed; ``checks`` has those that were made, in order.

    ``facts``: the first failed check's code as ``reason``, and its ``part`` where it has one.
    """

    def __init__(self, checks: tuple[Check, ...]) -> None:
        first = next(check for check in checks if not check.passed)
        facts = {} if first.part is None else {"part": first.part}
        super().__init__(reason=first.code, **facts)
        self.checks = checks
