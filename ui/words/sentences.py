"""An error, an event or a finding, by its code, to one sentence and what to do.

Nothing from an error's own text is shown but its ``facts`` and ``detail``,
which by their contract hold no path, no name and no content of evidence.
"""

import errno
from dataclasses import dataclass

from capture.errors import CaptureError
from capture.report import Harm, Likeness
from storage.errors import Damaged, StorageError
from ui.words.shown import shown
from ui.words.speaking import spoken

_MICRO = 1_000_000
_OS_CODES = {
    errno.ENOSPC: "disk-full",
    errno.EDQUOT: "disk-full",
    errno.EFBIG: "file-too-big",
    errno.EACCES: "no-permission",
    errno.EPERM: "no-permission",
    errno.EROFS: "read-only",
    errno.ENOENT: "not-there",
    errno.ENOTDIR: "not-there",
    errno.EISDIR: "is-a-folder",
    errno.EEXIST: "already-exists",
    errno.ENAMETOOLONG: "name-too-long",
    errno.EIO: "device-error",
    errno.ENODEV: "device-error",
    errno.ENXIO: "device-error",
    errno.ENOMEM: "out-of-memory",
}


@dataclass(frozen=True, slots=True)
class Sentence:
    """What happened, and what the person can do; ``code`` is the error's stable code.

    ``detail`` is the reason in technical English where there is one, for those who ask.
    """

    what: str
    remedy: str
    code: str = ""
    detail: str = ""

    @property
    def line(self) -> str:
        """Everything in one line."""
        return f"{self.what} {self.remedy}".strip()


def sentence_of(code: str, reason: str = "") -> Sentence:
    """Return the words for an error that only its code and reason are kept of."""
    what, remedy = _nearest(code, (reason,))
    return Sentence(what.format_map(_Facts()), remedy.format_map(_Facts()), code)


def sentence(error: BaseException) -> Sentence:
    """Return the words for an error; one that nobody foresaw is called a bug."""
    code = _code(error)
    facts = error.facts if isinstance(error, CaptureError | StorageError) else {}
    reason = facts.get("reason")
    what, remedy = _nearest(code, (str(reason), *facts))
    places = _Facts({name: shown(str(value), 120) for name, value in facts.items()})
    if isinstance(begins := facts.get("begins"), int):
        places["at"] = clock(begins)
    return Sentence(
        what.format_map(places), remedy.format_map(places), code, _detail(error, code, reason)
    )


def clock(at: int) -> str:
    """Write a moment of a video, in microseconds, as people do: minutes, seconds, tenths."""
    tenths = at * 10 // _MICRO
    minutes, rest = divmod(tenths, 600)
    hours, minutes = divmod(minutes, 60)
    lead = f"{hours}:{minutes:02d}" if hours else f"{minutes}"
    return f"{lead}:{rest // 10:02d}.{rest % 10}"


def heading(harm: Harm) -> str:
    """Return the title over the traces of one harm."""
    return spoken().headings[harm]


def event_name(event: str) -> str:
    """Return what a custody event means; an unknown one stands as it is."""
    return spoken().events.get(event, shown(event))


def role(name: str) -> str:
    """Return what a part is to the item that it belongs to."""
    return spoken().roles.get(name, shown(name))


def doubt(name: str) -> str:
    """Return why a person has to look at a stretch of a video."""
    return spoken().doubts.get(name, shown(name))


def check_name(code: str) -> str:
    """Return what one check of a bundle looked at."""
    return spoken().checks.get(code, shown(code))


def finding(code: str) -> str:
    """Return what a finding of a vault check means."""
    return spoken().findings.get(code, shown(code))


def finding_at(code: str, part: str) -> str:
    """Return what a finding means, and what of a vault or a backup it is about."""
    return f"{finding(code)}: {shown(part)}"


def held(name: str) -> str:
    """Return what the process that opens files cannot do, as the end of a sentence."""
    return spoken().held[name]


def survivors() -> tuple[str, ...]:
    """Return what can be left of files that were deleted on a phone or card."""
    return spoken().survives


def embedded_name(kind: str) -> str:
    """Return the plain name of something hidden inside a file."""
    return spoken().embedded.get(kind, shown(kind))


def likeness_name(likeness: Likeness) -> str:
    """Return how a hidden picture differs from the photo, or nothing where nobody knows."""
    if likeness is Likeness.UNKNOWN:  # the table has a word of that name, for kinds of data
        return ""
    return spoken().embedded.get(likeness.value, "")


def stage(name: str) -> str:
    """Return what a Tor that was started is at."""
    return spoken().stages.get(name, shown(name))


def _nearest(code: str, hints: tuple[str, ...]) -> tuple[str, str]:
    """Find the words for an error's reason, else for a fact that it has, else for its code."""
    keys = (*(f"{code}:{hint}" for hint in hints), code, "bug")
    return next(spoken().errors[key] for key in keys if key in spoken().errors)


class _Facts(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "?"


def _code(error: BaseException) -> str:
    if isinstance(error, CaptureError | StorageError):
        return error.code
    if isinstance(error, OSError):
        return _OS_CODES.get(error.errno or 0, "system")
    if isinstance(error, MemoryError):
        return "out-of-memory"
    if not isinstance(error, Exception):  # what stops work on the person's wish
        return "cancelled"
    return "bug"


def _detail(error: BaseException, code: str, reason: str | int | None) -> str:
    if isinstance(error, StorageError) and not isinstance(error, Damaged):
        return ""  # its sentence says it all
    if isinstance(error, CaptureError | StorageError):
        if error.detail not in ("", code):
            return shown(error.detail, 300)
        return "" if reason is None else shown(str(reason), 300)
    return type(error).__name__ if code in ("bug", "system") else ""
