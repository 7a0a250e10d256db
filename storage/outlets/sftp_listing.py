"""What lies in a folder of an SFTP server, with an end to it, whatever the server says.

paramiko gathers all that comes, of any length, and takes an empty answer that speaks of four
thousand million names for as many.
"""

import stat
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from storage.errors import OutletLied
from storage.outlets.ssh import Client

MOST_ENTRIES = 250_000
"""Of one folder: more than any of ours holds."""

LONGEST_NAME = 4096
"""Characters of a name, and of the line that a server shows for it: systems end at 255."""

MOST_TEXT = 64 << 20
"""Characters of all names and lines of one folder."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What a folder has: a file, of so many bytes, or a folder."""

    name: str
    size: int
    is_folder: bool


def entries(client: Client, path: str) -> list[Entry]:
    """Return the files and folders in a folder; none where it is not there.

    Raises OutletLied(reason="too-much") for a listing beyond all measure.
    """
    try:
        return list(_counted(client.listdir_iter(path, read_aheads=1)))
    except FileNotFoundError:
        return []


def _counted(untrusted_rows: Iterator[Any]) -> Iterator[Entry]:
    text = 0
    for number, row in enumerate(untrusted_rows, 1):
        longest = max(len(row.filename), len(row.longname))
        text += len(row.filename) + len(row.longname)
        if number > MOST_ENTRIES or longest > LONGEST_NAME or text > MOST_TEXT:
            raise OutletLied("a listing without end", reason="too-much")
        mode = row.st_mode or 0
        if stat.S_ISDIR(mode) or stat.S_ISREG(mode):
            yield Entry(row.filename, row.st_size or 0, stat.S_ISDIR(mode))
