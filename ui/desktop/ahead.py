"""Loading what an open vault needs while its passphrase is typed, so that nobody waits for it.

Only what knows no Qt: that may be loaded in a lane.
"""

from importlib import import_module

from ui.desktop.jobs import Tell, Tick

_NEEDED = (
    "capture.intake",
    "capture.audit",
    "capture.derive",
    "capture.receiving",
    "capture.sending",
    "capture.sources.devices",
    "storage.outlets.delivery",
    "storage.vault.checking",
)


def load(tick: Tick, _tell: Tell) -> None:
    """Load them one by one; ``tick`` counts modules."""
    for number, name in enumerate(_NEEDED):
        tick(number, len(_NEEDED))
        import_module(name)
