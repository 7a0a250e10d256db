"""Every way in which taking a file in, reading it or cleaning it can fail.

An error carries a stable ``code`` (the key to its sentence in ``ui/words``)
and ``facts`` for that sentence. Facts never hold a path, a name or content of
evidence: they may end up in a report that a person sends to strangers.
"""

from typing import ClassVar


class CaptureError(Exception):
    """The root of what can go wrong between a file and what may be shown."""

    code: ClassVar[str] = "capture"

    def __init__(self, detail: str = "", **facts: str | int) -> None:
        super().__init__(detail or self.code)
        self.detail = detail
        self.facts = facts


class UnknownKind(CaptureError):
    """The first bytes are of no format that Firsthand knows: nobody's, not broken."""

    code = "unknown-kind"


class EmptyFile(CaptureError):
    """There is not one byte in it."""

    code = "empty-file"


class Unreadable(CaptureError):
    """The system would not let us read it (permission, device gone)."""

    code = "unreadable"


class Damaged(CaptureError):
    """The bytes break their own format's rules, or end too early."""

    code = "damaged"


class TooLarge(CaptureError):
    """A size in the file (pixels, boxes, depth) is beyond the bounds we accept."""

    code = "too-large"


class Unsupported(CaptureError):
    """A healthy file that uses something this profile cannot carry over."""

    code = "unsupported"


class Unverified(CaptureError):
    """The second reading found a trace, an unknown structure or a stray byte in an output."""

    code = "unverified"


class DecoderCrashed(CaptureError):
    """The confined child died while it held this file."""

    code = "decoder-crashed"


class DecoderForbidden(CaptureError):
    """The confined child tried what no decoder does, a connection or a program, and was ended."""

    code = "decoder-forbidden"


class DecoderTimeout(CaptureError):
    """The confined child made no progress in its time and was ended."""

    code = "decoder-timeout"


class DecoderMemory(CaptureError):
    """The confined child asked for more memory than it may have."""

    code = "decoder-memory"


class CannotReceive(CaptureError):
    """No phone can send to this computer now: no such address, or its port is in use."""

    code = "cannot-receive"


class BadPlan(CaptureError):
    """A redaction plan that is of another version, out of bounds, or for another picture."""

    code = "bad-plan"


class NotCleaned(CaptureError):
    """An item has no cleaned copy that passed its second reading, so nothing of it may leave."""

    code = "not-cleaned"


class PartNotCovered(CaptureError):
    """A part of an item would show what the copy of its lead covers."""

    code = "part-not-covered"


class NotLooked(CaptureError):
    """A second look at a covered copy found something, and no person has looked since."""

    code = "not-looked"


class NoConsent(CaptureError):
    """The record names a person who gave no consent, and nothing covers that person."""

    code = "no-consent"


class WeightsMissing(CaptureError):
    """A detector's weights are not there, or not what their digest says; nothing was looked for."""

    code = "weights-missing"
