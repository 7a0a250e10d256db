"""An item's custody log in words, for whom it is shown to: like VERIFY.txt it is in English."""

from collections.abc import Iterator

from storage.bundle.disclosure import Disclosed
from ui.words.english import ENGLISH
from ui.words.shown import shown


def log_lines(log: Disclosed) -> Iterator[str]:
    """Give the log in words, and what it shows."""
    yield f"Custody of the original with the SHA-256 {shown(log.original_sha256, 64)}"
    yield f"({log.original_size} bytes)"
    yield ""
    for entry in log.entries:
        event = ENGLISH.events.get(str(entry["event"]), str(entry["event"]))
        yield f"{entry['sequence']:5}  {shown(str(entry['at']))}  {shown(event)}"
        for name, value in sorted(entry["facts"].items()):
            yield f"           {shown(name)}: {shown(str(value), 200)}"
    yield ""
    yield f"These are entries of a log of {log.length}; the numbers say where in it they stand."
    yield f"Signed with the key {log.fingerprint}"
    yield "The signature shows that nothing here was changed since. The times are those of the"
    yield "program's own clock, and it does not show that no entry was left out."
