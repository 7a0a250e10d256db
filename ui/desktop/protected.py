"""What this system grants an open vault beside its memory; said on the page of keys and locks."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Protected:
    """``hears``: it tells when the computer sleeps or is locked. ``unseen``: no screenshots."""

    hears: bool = False
    unseen: bool = False
