"""English: what goes wrong on the way to an outlet, and what to do about it.

Keys are as in ``english_errors``; they stand apart because there are many.
"""

_QUEUED = "Nothing is lost: it stays in the queue."

OUTLET_ERRORS = {
    "outlet": ("The outlet could not be used.", _QUEUED),
    "no-route": (
        "There is no way to the outlet that you allowed, so nothing was sent.",
        f"Start Tor, or choose a proxy. {_QUEUED}",
    ),
    "unreachable": ("The outlet does not answer.", f"Try again later. {_QUEUED}"),
    "not-trusted": (
        "What answered could not show that it is this outlet. Nothing was sent to it.",
        f"Somebody may be in between. {_QUEUED}",
    ),
    "outlet-refused": (
        "The outlet refused it.",
        f"Ask the outlet what is wrong. {_QUEUED}",
    ),
    "outlet-busy": ("The outlet is too busy at the moment.", f"Try again later. {_QUEUED}"),
    "outlet-not-there": ("The outlet has nothing with this name.", "Check the name."),
    "outlet-lied": (
        "The outlet's answer does not fit what was sent, so it does not count as delivered.",
        f"Tell the outlet. {_QUEUED}",
    ),
    "bad-address": (
        "This is no address that Firsthand can use.",
        "Copy it again from the outlet, whole.",
    ),
    "bad-card": ("This is no outlet card.", "Ask the outlet for its card again."),
    "no-such-outlet": (
        "The vault knows no outlet by this name.",
        "List the outlets to see their names.",
    ),
    "no-such-parcel": ("The queue holds nothing with this id.", "List the queue."),
    "not-sealed": (
        "This outlet has a key, and what was to be sent is not sealed to it. Nothing was sent.",
        "Seal the bundle to the outlet's key first.",
    ),
    "too-big-for-outlet": (
        "This is larger than the outlet takes.",
        "Choose fewer items, or send them in several bundles. Nothing was sent.",
    ),
}
