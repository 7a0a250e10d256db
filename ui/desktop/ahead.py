"""Loading what an open vault needs while its passphrase is typed, so that nobody waits for it.

First what knows no Qt, in a lane; then the pages, which are the window's thread's own.
"""

from importlib import import_module

from ui.desktop.jobs import Tell, Tick
from ui.desktop.lanes import Lanes

_PAGES = "ui.desktop.rooms"
_NEEDED = (
    "capture.intake",
    "capture.opening",
    "capture.audit",
    "capture.derive",
    "capture.receiving",
    "capture.sending",
    "capture.sources.devices",
    "storage.outlets.delivery",
    "storage.vault.checking",
)


def begin(lanes: Lanes) -> None:
    """Load all of it, beside the window for the most part."""
    lanes.run(lanes.surveying, load).succeeded.connect(lambda _nothing: load_pages())


def load_pages() -> None:
    """Load the pages, when what they need is there; a tenth of a second in the window's thread."""
    import_module(_PAGES)


def load(tick: Tick, _tell: Tell) -> None:
    """Load them one by one; ``tick`` counts modules."""
    for number, name in enumerate(_NEEDED):
        tick(number, len(_NEEDED))
        import_module(name)
