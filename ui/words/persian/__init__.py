"""Persian: short sentences, simple words, and the polite form of address."""

from ui.words.language import Language
from ui.words.persian.air import AIR
from ui.words.persian.claims import CLAIMS
from ui.words.persian.copies import COPIES
from ui.words.persian.errors_bundles import BUNDLE_ERRORS
from ui.words.persian.errors_files import FILE_ERRORS
from ui.words.persian.errors_outlets import OUTLET_ERRORS, TOR_STAGES
from ui.words.persian.errors_system import SYSTEM_ERRORS
from ui.words.persian.errors_vault import VAULT_ERRORS
from ui.words.persian.events import CHECKS, EVENTS, FINDINGS
from ui.words.persian.film import DOUBTS
from ui.words.persian.handing import HANDING
from ui.words.persian.parts import CARDS, HELD, ROLES, SURVIVES
from ui.words.persian.platforms import PLATFORM_WORDS
from ui.words.persian.sending import CONFIRMED_BY, OUTLET_KINDS, PARCEL_STATES
from ui.words.persian.traces import EMBEDDED, HEADINGS, LEAVES, SUBJECTS, TOPICS, UNKNOWN

PERSIAN = Language(
    code="fa",
    name="فارسی",
    right_to_left=True,
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
    more="؛ و {count} تای دیگر",
)
