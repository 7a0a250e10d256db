"""What the child gives up before it sees its first foreign byte.

On POSIX: resource limits (memory, no core dump, no file may grow, few open
files). A system without a mechanism gives an honest empty answer, which
``vault info`` repeats; it is never claimed where it is not there.
"""

import sys

MEMORY_LIMIT = 3 << 30
"""Address space of a child in bytes: a 200-megapixel picture decoded and converted once."""
_OPEN_FILES = 128


def confine() -> tuple[str, ...]:
    """Apply every limit that this system offers and return their names."""
    if sys.platform == "win32":
        return ()
    return _posix_limits()


def _posix_limits() -> tuple[str, ...]:
    import resource

    wanted = (
        ("memory", resource.RLIMIT_AS, MEMORY_LIMIT),
        ("no-core-dump", resource.RLIMIT_CORE, 0),
        ("no-file-writing", resource.RLIMIT_FSIZE, 0),
        ("few-open-files", resource.RLIMIT_NOFILE, _OPEN_FILES),
    )
    applied = []
    for name, which, limit in wanted:
        try:
            resource.setrlimit(which, (limit, limit))
        except (OSError, ValueError):
            continue
        applied.append(name)
    return tuple(applied)
