"""Spanish: short sentences, simple words, and the polite form of address, as on the other pages."""

from ui.words.language import Language
from ui.words.spanish.air import AIR
from ui.words.spanish.claims import CLAIMS
from ui.words.spanish.copies import COPIES
from ui.words.spanish.errors_bundles import BUNDLE_ERRORS
from ui.words.spanish.errors_files import FILE_ERRORS
from ui.words.spanish.errors_outlets import OUTLET_ERRORS, TOR_STAGES
from ui.words.spanish.errors_system import SYSTEM_ERRORS
from ui.words.spanish.errors_vault import VAULT_ERRORS
from ui.words.spanish.events import CHECKS, EVENTS, FINDINGS
from ui.words.spanish.film import DOUBTS
from ui.words.spanish.handing import HANDING
from ui.words.spanish.parts import CARDS, HELD, ROLES, SURVIVES
from ui.words.spanish.platforms import PLATFORM_WORDS
from ui.words.spanish.sending import CONFIRMED_BY, OUTLET_KINDS, PARCEL_STATES
from ui.words.spanish.traces import EMBEDDED, HEADINGS, LEAVES, SUBJECTS, TOPICS, UNKNOWN

SPANISH = Language(
    code="es",
    name="Español",
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
    more=" y {count} más",
)
