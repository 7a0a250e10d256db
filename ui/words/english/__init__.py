"""English: short sentences, simple words, for people who may be afraid.

Two words are never used of a file or a copy, because no program can promise
them; a test names both and searches these tables for them.
"""

from ui.words.english.air import AIR
from ui.words.english.claims import CLAIMS
from ui.words.english.copies import COPIES
from ui.words.english.errors_bundles import BUNDLE_ERRORS
from ui.words.english.errors_files import FILE_ERRORS
from ui.words.english.errors_outlets import OUTLET_ERRORS, TOR_STAGES
from ui.words.english.errors_system import SYSTEM_ERRORS
from ui.words.english.errors_vault import VAULT_ERRORS
from ui.words.english.events import CHECKS, EVENTS, FINDINGS
from ui.words.english.film import DOUBTS
from ui.words.english.handing import HANDING
from ui.words.english.parts import CARDS, HELD, ROLES, SURVIVES
from ui.words.english.platforms import PLATFORM_WORDS
from ui.words.english.sending import CONFIRMED_BY, OUTLET_KINDS, PARCEL_STATES
from ui.words.english.traces import EMBEDDED, HEADINGS, LEAVES, SUBJECTS, TOPICS, UNKNOWN
from ui.words.language import Language

ENGLISH = Language(
    code="en",
    name="English",
    right_to_left=False,
    errors={**FILE_ERRORS, **VAULT_ERRORS, **BUNDLE_ERRORS, **SYSTEM_ERRORS, **OUTLET_ERRORS},
    topics=TOPICS,
    unknown=UNKNOWN,
    headings=HEADINGS,
    subjects=SUBJECTS,
    leaves=LEAVES,
    embedded=EMBEDDED,
    events=EVENTS,
    checks=CHECKS,
    findings=FINDINGS,
    copies=COPIES,
    cards=CARDS,
    roles=ROLES,
    held=HELD,
    doubts=DOUBTS,
    stages=TOR_STAGES,
    parcels=PARCEL_STATES,
    confirmed=CONFIRMED_BY,
    outlet_kinds=OUTLET_KINDS,
    platforms=PLATFORM_WORDS,
    claims=CLAIMS,
    air=AIR,
    handing=HANDING,
    survives=SURVIVES,
    more=" and {count} more",
)
