"""Who opens the receiver, as the receiver sees it: told of senders, and given each file."""

from typing import Protocol

from capture.air.desk import Visit
from capture.air.loan import Loan
from capture.air.offers import Offer


class Taker(Protocol):
    """Its methods are called from the receiver's threads."""

    def room(self) -> int:
        """Return how many bytes can still be taken."""

    def came(self, visit: Visit) -> None:
        """Hear that somebody begins to send."""

    def take(self, visit: Visit, offer: Offer, loan: Loan) -> str:
        """Take one file, and return what became of it: a state of ``page.Came``."""

    def left(self, visit: Visit) -> None:
        """Hear that a sender has left; nothing of it comes any more."""

    def knocked(self, address: str) -> None:
        """Hear that somebody gave a wrong PIN."""
