"""Arabic: short sentences, simple words, in the standard language."""

from ui.words.arabic.air import AIR
from ui.words.arabic.claims import CLAIMS
from ui.words.arabic.copies import COPIES
from ui.words.arabic.errors_bundles import BUNDLE_ERRORS
from ui.words.arabic.errors_files import FILE_ERRORS
from ui.words.arabic.errors_outlets import OUTLET_ERRORS, TOR_STAGES
from ui.words.arabic.errors_system import SYSTEM_ERRORS
from ui.words.arabic.errors_vault import VAULT_ERRORS
from ui.words.arabic.events import CHECKS, EVENTS, FINDINGS
from ui.words.arabic.film import DOUBTS
from ui.words.arabic.handing import HANDING
from ui.words.arabic.parts import CARDS, HELD, ROLES, SURVIVES
from ui.words.arabic.platforms import PLATFORM_WORDS
from ui.words.arabic.sending import CONFIRMED_BY, OUTLET_KINDS, PARCEL_STATES
from ui.words.arabic.traces import EMBEDDED, HEADINGS, LEAVES, SUBJECTS, TOPICS, UNKNOWN
from ui.words.language import Language

ARABIC = Language(
    code="ar",
    name="العربية",
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
    more="، و{count} غيرها",
)
