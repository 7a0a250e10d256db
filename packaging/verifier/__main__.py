"""The stand-alone verifier: checks a received bundle with nothing installed but Python.

It is ``verify`` of the command line without the rest of Firsthand, packed into
one file by ``make_verifier.sh``.
"""

import argparse
import sys
from typing import Any

if sys.version_info < (3, 11):  # noqa: UP036 # it runs on whatever Python a journalist has
    sys.exit("This verifier needs Python 3.11 or later.")

from ui.cli import endings, exits, terminal, verifying

_MACHINE_CODE = ("pyrage", "cryptography")
_ABOUT = "Checks a Firsthand bundle: no vault, no network, nothing is written."
_SEALED = """\
This bundle is sealed. To open it here, either install what opens age files:
    python3 -m pip install pyrage cryptography
or let age open it and give the outcome to this program:
    age --decrypt --identity KEYFILE BUNDLE | python3 firsthand-verify.pyz -"""


def main(arguments: list[str]) -> int:
    """Verify one bundle and return the exit code."""
    terminal.harden_streams()
    parser = argparse.ArgumentParser(
        prog="firsthand-verify.pyz",
        allow_abbrev=False,
        description=_ABOUT,
        epilog=exits.MEANINGS,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    verifying.with_arguments(parser, _not_here)
    parser.set_defaults(run=_run)
    return endings.ended(parser.parse_args(arguments))


def _run(options: argparse.Namespace) -> int:
    try:
        return verifying.run(options)
    except ModuleNotFoundError as missing:
        if (missing.name or "").partition(".")[0] not in _MACHINE_CODE:
            raise
        raise exits.UsageError(_SEALED) from None


def _not_here(*_what: Any) -> verifying.Shown:
    return verifying.Shown("not-here")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
