"""How far the fault tests go: a short form in the suite, a long one by packaging/test-vault.sh.

Both print what they did; the long form is run with its output shown.
"""

import os
import sys

LONG = os.environ.get("FIRSTHAND_LONG") == "1"


def of(short: int, long: int) -> int:
    """Return the number for the form that is run."""
    return long if LONG else short


def told(what: str) -> None:
    """Print a figure."""
    sys.stdout.write(f"\n    {what}\n")
