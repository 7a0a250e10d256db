"""What signed statements (Content Credentials) call things, and the words that a language has.

Sources: C2PA Technical Specification 2.2, 18.15.4 (actions; also those of 1.0 to 1.4 that it no
longer has), and IPTC's ``cv.iptc.org/newscodes/digitalsourcetype``, which ends each address.
"""

from ui.words.speaking import spoken

_ACTIONS = {
    "made": "created",
    "opened": "opened",
    "put-in": "placed addedtext",
    "edited": "edited",
    "says-changed": "edited.metadata metadata",
    "colours": "adjustedcolor color_adjustments",
    "cut": "cropped trimmed",
    "drawn-on": "drawing",
    "filtered": "filtered enhanced",
    "taken-out": "removed deleted",
    "statement-cut": "redacted",
    "resized": "resized resized.proportional",
    "turned": "orientation",
    "speed": "changedspeed",
    "saved-anew": "converted transcoded repackaged",
    "speech": "dubbed translated",
    "published": "published",
    "marked": "watermarked watermarked.bound watermarked.unbound",
    "not-told": "unknown",
}
_SOURCES = {
    "camera": "digitalcapture computationalcapture",
    "scanned": "negativefilm positivefilm print",
    "by-hand": "humanedits minorhumanedits",
    "by-program": "algorithmicallyenhanced",
    "several": "compositecapture composite",
    "partly-computed": "compositesynthetic",
    "computed": "digitalcreation digitalart softwareimage datadrivenmedia algorithmicmedia "
    "virtualrecording",
    "ai": "trainedalgorithmicmedia trainedalgorithmicdata",
    "partly-ai": "compositewithtrainedalgorithmicmedia",
    "screen": "screencapture",
    "blank": "empty",
}
_NAMED = {
    "claim-actions": {name: key for key, names in _ACTIONS.items() for name in names.split()},
    "claim-source": {name: key for key, names in _SOURCES.items() for name in names.split()},
}
_OWN = "c2pa."

CLAIMS = frozenset(_ACTIONS) | frozenset(_SOURCES)
"""Every key that a language has words for."""


def in_words(topic: str | None, value: str) -> str:
    """Return in words what a statement says by a code; what is no known code, as it stands."""
    named = _NAMED.get(topic or "")
    if named is None:
        return value
    code = value.strip().lower().rpartition("/")[2].removeprefix(_OWN)
    key = named.get(code)
    return value if key is None else spoken().claims[key]
