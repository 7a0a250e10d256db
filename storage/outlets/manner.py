"""How a person wants everything to be sent: how fast at most, and spread over how long.

Both blur what somebody who watches the line can see: that a large upload began
the moment after something happened. Kept in the vault, for both faces.
"""

from dataclasses import asdict, dataclass

from storage.records import canonical, parsed
from storage.vault import Vault

_NAME = "sending:manner"
_PREFIX = "sending:"


@dataclass(frozen=True, slots=True)
class Manner:
    """``rate`` is bytes a second at most, ``within`` seconds in which a start is left to chance.

    0 is no limit and no delay.
    """

    rate: int = 0
    within: int = 0


def read(vault: Vault) -> Manner:
    """Return what the person has chosen, or what stands for that at first."""
    text = vault.settings(_PREFIX).get(_NAME)
    return Manner() if text is None else Manner(**parsed(text))


def keep(vault: Vault, manner: Manner) -> None:
    """Keep another choice."""
    vault.keep_setting(_NAME, canonical(asdict(manner)).decode())
