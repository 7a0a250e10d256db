"""Resource limits of POSIX: memory, core dumps, growing files, open files (``setrlimit(2)``)."""

import sys

from capture.isolate.limits.promises import Held

MEMORY_LIMIT = 3 << 30
"""Address space of a child in bytes: a 200-megapixel picture decoded and converted once."""
_OPEN_FILES = 128


def apply() -> frozenset[Held]:
    """Set the limits for this process and return those that the system took."""
    if sys.platform == "win32":
        return frozenset()
    import resource

    wanted = (
        (Held.MEMORY, resource.RLIMIT_AS, MEMORY_LIMIT),
        (Held.CORE_DUMP, resource.RLIMIT_CORE, 0),
        (Held.WRITING, resource.RLIMIT_FSIZE, 0),
        (Held.OPEN_FILES, resource.RLIMIT_NOFILE, _OPEN_FILES),
    )
    applied = set()
    for held, which, limit in wanted:
        try:
            resource.setrlimit(which, (limit, limit))
        except (OSError, ValueError):
            continue
        applied.add(held)
    return frozenset(applied)
