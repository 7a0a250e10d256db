"""How a parcel stands, why it waits, and who confirmed what: for both faces."""

from storage.outlets.queue import State, Waiting
from ui.words.sentences import Sentence, sentence_of
from ui.words.shown import shown
from ui.words.speaking import spoken


def parcel_state(state: State) -> str:
    """Return how a parcel stands, as what follows its name."""
    return spoken().parcels[state.value]


def confirmed(waiting: Waiting) -> str:
    """Return who confirmed what of a parcel that was sent; empty for any other."""
    if waiting.state is State.UNCONFIRMED:
        key = "unconfirmed"
    elif waiting.state is State.DELIVERED:
        key = waiting.how if waiting.how in spoken().confirmed else "answer"
    else:
        return ""
    return spoken().confirmed[key].format(outlet=shown(waiting.outlet_name, 60))


def why(waiting: Waiting) -> Sentence | None:
    """Return why the last try did not bring it over; None where nothing is known."""
    code, _, reason = waiting.reason.partition(":")
    return sentence_of(code, reason) if code else None


def outlet_kind(name: str) -> str:
    """Return what a kind of outlet is called."""
    return spoken().outlet_kinds.get(name, shown(name))
