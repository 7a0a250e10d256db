"""How a long function of the core says how far it is.

A tick is called with (done, total), both in the same unit (bytes unless the
function says otherwise); total is 0 while it is unknown. The caller's tick may
raise to stop the work: the core never names that exception, and every
function cleans up in ``finally``.
"""

from collections.abc import Callable

Tick = Callable[[int, int], None]


def silent(_done: int, _total: int) -> None:
    """Ignore the progress, for callers who do not watch."""
