"""What a phone says that it will send: nouns, and how far its words are believed."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum

_LONGEST_NAME = 255
_UNNAMED = "unnamed"
_SPLIT = re.compile(r"[/\\]")


class Way(Enum):
    """How a phone sends; the value is the kind of source in an original's provenance."""

    LOCALSEND = "localsend"
    BROWSER = "browser"


@dataclass(frozen=True, slots=True)
class Sender:
    """Who sends, as far as it says so: ``address`` is what was seen, the others are only said."""

    way: Way
    address: str
    alias: str = ""
    model: str = ""

    @property
    def device(self) -> str | None:
        """The name and model that it gives itself, in one line."""
        return ", ".join(part for part in (self.alias, self.model) if part) or None


@dataclass(frozen=True, slots=True)
class Offer:
    """One file that is offered. ``name`` has no folders in it; ``size`` is bytes.

    ``exact`` is false where the size is only the most that it can be; ``modified_at`` is ISO 8601
    UTC and ``sha256`` hexadecimal, each only where the sender says it.
    """

    id: str
    name: str
    folder: str
    size: int
    modified_at: str | None = None
    sha256: str | None = None
    exact: bool = True


def name_and_folder(untrusted: str) -> tuple[str, str]:
    """Return a file's own name, and the folders before it, of what a sender calls it.

    The name is only kept and shown, never a path here; even so nothing is left of ``..``, of a
    drive or of characters that no screen shows as they are.
    """
    parts = [_plain(part) for part in _SPLIT.split(untrusted)]
    names = [part for part in parts if part not in ("", ".", "..")]
    if not names:
        return _UNNAMED, ""
    return names[-1], "/".join(names[:-1])[:_LONGEST_NAME]


def _plain(part: str) -> str:
    kept = (sign for sign in part if unicodedata.category(sign) not in ("Cc", "Cs"))
    return "".join(kept).strip()[-_LONGEST_NAME:]


def said_line(untrusted: object, longest: int = 60) -> str:
    """Return what a sender calls itself as one short line; nothing where it is no text."""
    if not isinstance(untrusted, str):
        return ""
    return "".join(sign for sign in untrusted[:longest] if sign.isprintable()).strip()


def moment(untrusted: object) -> str | None:
    """Return a time in our spelling; None for what is no time, or one without a zone."""
    if not isinstance(untrusted, str) or len(untrusted) > len(
        "2024-05-01T18:42:07.123456789+04:30"
    ):
        return None
    try:
        read = datetime.fromisoformat(untrusted)
        return read.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if read.tzinfo else None
    except (ValueError, OverflowError):
        return None
