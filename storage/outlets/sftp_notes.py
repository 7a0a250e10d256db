"""Where a parcel that was cut is gone on with at an SFTP server, which tells a length alone.

No more than ``AHEAD`` of a file was ever unanswered: what lies further back than that from its end
is there. But what an earlier try left in the buffers of the way, or of the server, may be written
after the next try has begun, and make the file longer than what is in it without a hole. As far as
an earlier try can have come, only answers are believed, and those are noted.
"""

from storage.outlets.base import Memo
from storage.outlets.sftp_ahead import AHEAD


class Notes:
    """What is remembered of a parcel between tries.

    ``part`` is the digest of the parcel. All before ``sure`` was answered for; the length of the
    file is believed only beyond ``doubt``.
    """

    def __init__(self, memo: Memo, sha256: str) -> None:
        """Read what was kept, if it is this parcel's."""
        kept = memo.read()
        self._memo, self._sha256 = memo, sha256
        self._is_new = kept.get("part") != sha256
        self._sure = 0 if self._is_new else int(kept.get("sure", 0))
        self._doubt = 0 if self._is_new else int(kept.get("doubt", 0))

    def begun(self, there: int, size: int) -> int:
        """Return where a file of this length is gone on with, and remember it."""
        start = 0 if self._is_new or there > size else self._known(there)
        if not self._is_new:
            self._doubt = max(self._doubt, there + AHEAD)
        self._keep(start)
        return start

    def answered(self, sure: int) -> None:
        """Remember how far the answers have come, where only they count."""
        if self._sure < self._doubt and sure >= min(self._sure + AHEAD, self._doubt):
            self._keep(sure)

    def _known(self, there: int) -> int:
        behind = max(0, there - AHEAD)
        if there < self._sure:  # the server has lost something
            return behind
        return max(self._sure, behind) if there > self._doubt else self._sure

    def _keep(self, sure: int) -> None:
        self._sure = sure
        said = {"part": self._sha256, "sure": str(sure), "doubt": str(self._doubt)}
        self._memo.keep(said)
