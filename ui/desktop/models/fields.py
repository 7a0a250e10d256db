"""What the fields of the evidence record are called, and what their groups and choices are.

The fields themselves, their limits and their choices are declared once, in
``storage/evidence``; here are only the words. A field without words shows its
own name, and a test holds this table to the declaration.
"""

from PySide6.QtCore import QCoreApplication

_CONTEXT = "record"

GROUPS = {
    "file": "The file",
    "when": "When",
    "where": "Where",
    "what": "What happened",
    "who": "Who says so",
    "people": "People shown",
    "security": "Risk",
    "verification": "Checked by",
    "notes": "Notes",
}

FIELDS = {
    "reference": "Reference",
    "recorded_at": "Recorded",
    "acquired_at": "Taken in",
    "acquired_from": "Taken in from",
    "clock_error": "This computer's clock was off by at most (s)",
    "source_device": "Device that it was read from",
    "source_path": "Where it lay on the device",
    "original_name": "Name of the file",
    "modified_at": "Last changed",
    "size": "Size",
    "kind": "Kind",
    "duration": "Length in seconds",
    "dimensions": "Pixels",
    "sha256": "Fingerprint",
    "fixity_checked_at": "Found unchanged",
    "device": "Device, says the file",
    "generation": "Generation, by its name",
    "tool": "Taken in with",
    "embedded_time": "Time, says the file",
    "claimed_time": "Time, say you",
    "time_zone": "Time zone",
    "time_precision": "How exact the time is",
    "time_basis": "How you know the time",
    "embedded_place": "Place, says the file",
    "claimed_place": "Place, say you",
    "place_precision": "How exact the place is",
    "place_basis": "How you know the place",
    "landmarks": "Landmarks",
    "summary": "In one line",
    "description": "What happened",
    "language": "Language heard or read",
    "event_kind": "Kind of event",
    "graphic": "Hard to look at",
    "keywords": "Keywords",
    "priority": "Priority",
    "pseudonym": "Name to use for you",
    "contact": "How to reach you, only if you want that",
    "testify": "Willing to testify",
    "rights": "Who may use it, and how",
    "consent": "What was agreed",
    "person.name": "Name or description",
    "person.consent": "Consent",
    "person.purpose": "Agreed to what purpose",
    "person.audience": "Agreed to be seen by",
    "person.withdrawal": "How to take it back",
    "person.protect": "Needs protection",
    "person.minor": "Under age",
    "risk": "Risk if this is seen",
    "who_may_see": "Who may see it",
    "embargo": "Not before",
    "verified_provenance": "Provenance",
    "verified_source": "Source",
    "verified_date": "Date",
    "verified_location": "Place",
    "verified_subject": "What is shown",
    "verified_motivation": "Motive",
    "notes": "Notes",
    "place": "Place",
}

FACTS = {
    "kind": "Kind",
    "size": "Size",
    "sha256": "Fingerprint",
    "fields": "Filled in",
    "bundle": "Bundle",
    "sealed": "Sealed to a key",
    "place": "Place revealed",
    "time": "Time revealed",
    "originals": "Originals in it",
    "profile": "How",
    "findings": "Findings",
    "items": "Items",
}
"""Names of the facts in the custody log."""

_CONFIDENCE = "How sure"

CHOICES = {
    "none": "none", "low": "low", "medium": "medium", "high": "high", "normal": "normal",
    "urgent": "urgent", "no": "no", "perhaps": "perhaps", "yes": "yes", "implied": "implied",
    "explicit": "explicit", "exact": "exact", "minute": "to the minute", "hour": "to the hour",
    "day": "to the day", "month": "to the month", "year": "to the year",
    "street": "to the street", "city": "to the city", "region": "to the region",
    "country": "to the country",
}  # fmt: skip


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


def _translated(words: str) -> str:
    return QCoreApplication.translate(_CONTEXT, words)
