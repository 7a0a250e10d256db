"""Plain language: error code to sentence and remedy, trace to what it means for a person.

Both faces speak through these names, so that a translation is one more package
of tables beside ``english/`` and no line of code.
"""

from ui.words.platforms import limits, platform_keeps
from ui.words.said import Saying, leaves, plain, tell
from ui.words.sentences import (
    Sentence,
    check_name,
    clock,
    doubt,
    embedded_name,
    event_name,
    finding,
    finding_at,
    heading,
    held,
    likeness_name,
    role,
    sentence,
    stage,
    survivors,
)
from ui.words.shown import shown

__all__ = [
    "Saying",
    "Sentence",
    "check_name",
    "clock",
    "doubt",
    "embedded_name",
    "event_name",
    "finding",
    "finding_at",
    "heading",
    "held",
    "leaves",
    "likeness_name",
    "limits",
    "plain",
    "platform_keeps",
    "role",
    "sentence",
    "shown",
    "stage",
    "survivors",
    "tell",
]
