"""What the fields of the evidence record are called, and what their groups and choices are.

The fields themselves, their limits and their choices are declared once, in
``storage/evidence``; here are only the words. A field without words shows its
own name, and a test holds this table to the declaration.
"""

from ui.desktop.translating import marked, translate

GROUPS = {
    "file": marked("record", "The file"),
    "when": marked("record", "When"),
    "where": marked("record", "Where"),
    "what": marked("record", "What happened"),
    "who": marked("record", "Who says so"),
    "people": marked("record", "People shown"),
    "security": marked("record", "Risk"),
    "verification": marked("record", "Checked by"),
    "notes": marked("record", "Notes"),
}

FIELDS = {
    "reference": marked("record", "Reference"),
    "recorded_at": marked("record", "Recorded"),
    "acquired_at": marked("record", "Taken in"),
    "acquired_from": marked("record", "Taken in from"),
    "clock_error": marked("record", "This computer's clock was off by at most (s)"),
    "source_device": marked("record", "Device that it was read from"),
    "source_path": marked("record", "Where it lay on the device"),
    "original_name": marked("record", "Name of the file"),
    "modified_at": marked("record", "Last changed"),
    "size": marked("record", "Size"),
    "kind": marked("record", "Kind"),
    "duration": marked("record", "Length in seconds"),
    "dimensions": marked("record", "Pixels"),
    "sha256": marked("record", "Fingerprint"),
    "fixity_checked_at": marked("record", "Found unchanged"),
    "device": marked("record", "Device, says the file"),
    "generation": marked("record", "Generation, by its name"),
    "tool": marked("record", "Taken in with"),
    "embedded_time": marked("record", "Time, says the file"),
    "claimed_time": marked("record", "Time, say you"),
    "time_zone": marked("record", "Time zone"),
    "time_precision": marked("record", "How exact the time is"),
    "time_basis": marked("record", "How you know the time"),
    "embedded_place": marked("record", "Place, says the file"),
    "claimed_place": marked("record", "Place, say you"),
    "place_precision": marked("record", "How exact the place is"),
    "place_basis": marked("record", "How you know the place"),
    "landmarks": marked("record", "Landmarks"),
    "summary": marked("record", "In one line"),
    "description": marked("record", "What happened"),
    "language": marked("record", "Language heard or read"),
    "event_kind": marked("record", "Kind of event"),
    "graphic": marked("record", "Hard to look at"),
    "keywords": marked("record", "Keywords"),
    "priority": marked("record", "Priority"),
    "pseudonym": marked("record", "Name to use for you"),
    "contact": marked("record", "How to reach you, only if you want that"),
    "testify": marked("record", "Willing to testify"),
    "rights": marked("record", "Who may use it, and how"),
    "consent": marked("record", "What was agreed"),
    "person.name": marked("record", "Name or description"),
    "person.consent": marked("record", "Consent"),
    "person.purpose": marked("record", "Agreed to what purpose"),
    "person.audience": marked("record", "Agreed to be seen by"),
    "person.withdrawal": marked("record", "How to take it back"),
    "person.protect": marked("record", "Needs protection"),
    "person.minor": marked("record", "Under age"),
    "risk": marked("record", "Risk if this is seen"),
    "who_may_see": marked("record", "Who may see it"),
    "embargo": marked("record", "Not before"),
    "verified_provenance": marked("record", "Provenance"),
    "verified_source": marked("record", "Source"),
    "verified_date": marked("record", "Date"),
    "verified_location": marked("record", "Place"),
    "verified_subject": marked("record", "What is shown"),
    "verified_motivation": marked("record", "Motive"),
    "notes": marked("record", "Notes"),
    "place": marked("record", "Place"),
}

FACTS = {
    "kind": marked("record", "Kind"),
    "size": marked("record", "Size"),
    "sha256": marked("record", "Fingerprint"),
    "fields": marked("record", "Filled in"),
    "bundle": marked("record", "Bundle"),
    "sealed": marked("record", "Sealed to a key"),
    "place": marked("record", "Place revealed"),
    "time": marked("record", "Time revealed"),
    "originals": marked("record", "Originals in it"),
    "profile": marked("record", "How"),
    "findings": marked("record", "Findings"),
    "items": marked("record", "Items"),
}
"""Names of the facts in the custody log."""

_CONFIDENCE = marked("record", "How sure")

CHOICES = {
    "none": marked("record", "none"),
    "low": marked("record", "low"),
    "medium": marked("record", "medium"),
    "high": marked("record", "high"),
    "normal": marked("record", "normal"),
    "urgent": marked("record", "urgent"),
    "no": marked("record", "no"),
    "perhaps": marked("record", "perhaps"),
    "yes": marked("record", "yes"),
    "implied": marked("record", "implied"),
    "explicit": marked("record", "explicit"),
    "exact": marked("record", "exact"),
    "minute": marked("record", "to the minute"),
    "hour": marked("record", "to the hour"),
    "day": marked("record", "to the day"),
    "month": marked("record", "to the month"),
    "year": marked("record", "to the year"),
    "street": marked("record", "to the street"),
    "city": marked("record", "to the city"),
    "region": marked("record", "to the region"),
    "country": marked("record", "to the country"),
}

CAME_FROM = {
    "folder": marked("record", "a folder"),
    "archive": marked("record", "a ZIP archive"),
    "clipboard": marked("record", "a picture copied in another program"),
    "card": marked("record", "a card"),
    "camera": marked("record", "a camera"),
    "phone": marked("record", "a phone"),
    "localsend": marked("record", "a phone, by LocalSend"),
    "browser": marked("record", "a phone's browser"),
}
"""Kinds of sources, as ``capture/sources`` names them."""

GENERATIONS = {
    "received copy": marked("record", "a received copy"),
    "screenshot": marked("record", "a screenshot"),
    "edited": marked("record", "an edited copy"),
    "no camera data": marked("record", "a copy without camera data"),
    "unknown": marked("record", "nothing tells"),
}
"""How a file came to be, as ``storage/evidence.generation`` says it."""

_VALUES = {"acquired_from": CAME_FROM, "generation": GENERATIONS}


def group_words(group: str) -> str:
    """Return the title over a group of fields."""
    return _translated(GROUPS.get(group, group))


def field_words(name: str) -> str:
    """Return the label of a field ("summary", "person.consent" or "person.2.consent")."""
    parts = name.split(".")
    plain = f"person.{parts[-1]}" if parts[0] == "person" else name
    if plain.endswith("_confidence"):
        return _translated(_CONFIDENCE)
    return _translated(FIELDS.get(plain, plain))


def fact_words(name: str) -> str:
    """Return the label of a fact in the custody log."""
    return _translated(FACTS.get(name, name))


def choice_words(choice: str) -> str:
    """Return the words for one value of a field that has only a few."""
    return _translated(CHOICES.get(choice, choice))


def value_words(name: str, value: str) -> str | None:
    """Return the words for a value that Firsthand filled in, of a field that has only a few."""
    said = _VALUES.get(name, {}).get(value)
    return None if said is None else _translated(said)


def _translated(words: str) -> str:
    return translate("record", words)
