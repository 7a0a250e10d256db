"""French: short sentences, simple words, with the spaces that French puts before its marks."""

from ui.words.french.air import AIR
from ui.words.french.claims import CLAIMS
from ui.words.french.copies import COPIES
from ui.words.french.errors_bundles import BUNDLE_ERRORS
from ui.words.french.errors_files import FILE_ERRORS
from ui.words.french.errors_outlets import OUTLET_ERRORS, TOR_STAGES
from ui.words.french.errors_system import SYSTEM_ERRORS
from ui.words.french.errors_vault import VAULT_ERRORS
from ui.words.french.events import CHECKS, EVENTS, FINDINGS
from ui.words.french.film import DOUBTS
from ui.words.french.handing import HANDING
from ui.words.french.parts import CARDS, HELD, ROLES, SURVIVES
from ui.words.french.platforms import PLATFORM_WORDS
from ui.words.french.sending import CONFIRMED_BY, OUTLET_KINDS, PARCEL_STATES
from ui.words.french.traces import EMBEDDED, HEADINGS, LEAVES, SUBJECTS, TOPICS, UNKNOWN
from ui.words.language import Language

FRENCH = Language(
    code="fr",
    name="Français",
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
    more=" et {count} de plus",
)
