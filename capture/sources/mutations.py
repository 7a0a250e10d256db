"""Edits that an iPhone keeps apart from what its camera took.

Beside ``DCIM/100APPLE/IMG_0001.HEIC`` lies what the Photos app made of it, as it was last shown, in
``PhotoData/Mutations/DCIM/100APPLE/IMG_0001/Adjustments``: ``FullSizeRender.jpg`` (``.heic``,
``.mov`` for a video or a live photo's clip), and ``Adjustments.plist``, which says what was done.
Other programs on a computer show these as ``IMG_E0001.JPG`` and ``IMG_0001.AAE``. What else lies
there (smaller ones, the one before the last, thumbnails) is derived from these.
"""

import re
from dataclasses import dataclass

FOLDER = "/PhotoData/Mutations/DCIM"
BELOW = "Adjustments"
_MAX_PATH = 4096
_PLACE = re.compile(r"(.*)/PhotoData/Mutations/(DCIM/[^/]+)/([^/]+)/Adjustments", re.IGNORECASE)
_KEPT = re.compile(r"fullsizerender\.[a-z0-9]{2,5}|adjustments\.plist", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Asset:
    """The photo or video that an edit was made of: its folder, and its name without the ending."""

    folder: str
    stem: str


def asset(untrusted_folder: str) -> Asset | None:
    """Return what the edits in a folder were made of, None where it is no folder of edits."""
    found = _PLACE.fullmatch(untrusted_folder[:_MAX_PATH].replace("\\", "/"))
    return Asset(f"{found[1]}/{found[2]}", found[3].lower()) if found else None


def is_edit(untrusted_name: str) -> bool:
    """Say whether a file of such a folder is an edit as it was last shown, or says what it is."""
    return _KEPT.fullmatch(untrusted_name) is not None
