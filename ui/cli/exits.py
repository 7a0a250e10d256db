"""How a command ends: the exit codes of the contract, and what leads to each."""

from storage.errors import Damaged, NotMine, OutletTrouble

DONE = 0
REFUSED = 1
USAGE = 2
NOT_MINE = 3
DAMAGED = 4
NETWORK = 5
CANCELLED = 130

MEANINGS = """\
exit codes:
  0    done
  1    something was refused or failed; the message (or the JSON) says what and why,
       and everything else was done
  2    wrong usage
  3    wrong passphrase or key
  4    damaged vault or bundle
  5    the network or an outlet
  130  cancelled
"""


class Cancelled(BaseException):
    """The person stopped the work; raised by the tick, and no ``except Exception`` stops it."""


class UsageError(Exception):
    """What was asked for makes no sense; ``str`` is the sentence for the person."""


def exit_code(error: BaseException) -> int:
    """Return the exit code for an error that ended a whole command."""
    if isinstance(error, UsageError):
        return USAGE
    if isinstance(error, NotMine):
        return NOT_MINE
    if isinstance(error, Damaged):
        return DAMAGED
    if isinstance(error, OutletTrouble):
        return NETWORK
    if isinstance(error, Cancelled | KeyboardInterrupt):
        return CANCELLED
    return REFUSED
