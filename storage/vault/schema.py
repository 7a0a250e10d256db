"""The tables of the index, and the numbered steps that lead from any version to this one.

A step is never edited once released: a change of the tables is one more step.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Table:
    """One table of rows that the head vouches for.

    The first ``keys`` columns name a row. ``hashed`` are the columns whose text goes into the
    digest; the others follow from them. ``bodies`` is the table, where there is one, that has a
    last value of each row apart, under the same key: it is bound by a digest among the hashed
    columns and checked when it is read, so that opening need not read it.
    """

    name: str
    columns: tuple[str, ...]
    keys: int
    hashed: tuple[int, ...]
    bodies: str = ""


RECORDS = Table("records", ("id", "type", "original", "sha256", "body"), 1, (4,))
"""One row a blob; ``body`` is the very record that is sealed in the blob's footer."""

CUSTODY = Table("custody", ("sequence", "event", "item", "digest"), 1, (3,), "entries")
"""The custody log; the chained digest stands for the entry."""

NOTES = Table("notes", ("item", "field", "value"), 2, (0, 1, 2))
"""What the witness says of an item."""

REPORTS = Table("reports", ("id", "digest"), 1, (1,), "report_bodies")
"""What examining an item found: SHA-256 of the id and the report, which may be long."""

COMMITMENTS = Table("commitments", ("bundle", "item", "salt"), 2, (0, 1, 2))
"""The salts that open a bundle's commitments."""

SLOTS = Table("slots", ("slot", "label", "added_at"), 1, (0, 1, 2))
"""Which key slots this set uses."""

ERASING = Table("erasing", ("id",), 1, (0,))
"""Blobs whose end was decided; they are erased at the latest when the vault is next opened."""

FACTS = Table("facts", ("name", "value"), 1, (0, 1))
"""Single facts of the set, such as when it was made."""

PARTS = Table("parts", ("item", "lead", "role"), 1, (0, 1, 2))
"""Which originals are parts of one item, whose first is the lead."""

TABLES = (RECORDS, CUSTODY, NOTES, REPORTS, COMMITMENTS, SLOTS, ERASING, FACTS, PARTS)

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        """CREATE TABLE state (counter INTEGER NOT NULL, digest BLOB NOT NULL,
        previous BLOB NOT NULL)""",
        """CREATE TABLE records (id TEXT PRIMARY KEY, type TEXT NOT NULL, original TEXT,
        sha256 TEXT NOT NULL, body TEXT NOT NULL)""",
        "CREATE INDEX records_by_sha256 ON records (sha256)",
        "CREATE INDEX records_by_original ON records (original)",
        """CREATE TABLE custody (sequence INTEGER PRIMARY KEY, event TEXT NOT NULL, item TEXT,
        digest TEXT NOT NULL)""",
        "CREATE TABLE entries (sequence INTEGER PRIMARY KEY, body TEXT NOT NULL)",
        "CREATE INDEX custody_by_item ON custody (item)",
        "CREATE INDEX custody_by_event ON custody (event)",
        """CREATE TABLE notes (item TEXT, field TEXT, value TEXT NOT NULL,
        PRIMARY KEY (item, field)) WITHOUT ROWID""",
        "CREATE TABLE reports (id TEXT PRIMARY KEY, digest TEXT NOT NULL) WITHOUT ROWID",
        "CREATE TABLE report_bodies (id TEXT PRIMARY KEY, body TEXT NOT NULL)",
        """CREATE TABLE commitments (bundle TEXT, item TEXT, salt TEXT NOT NULL,
        PRIMARY KEY (bundle, item)) WITHOUT ROWID""",
        """CREATE TABLE slots (slot INTEGER PRIMARY KEY, label TEXT NOT NULL, added_at TEXT
        NOT NULL)""",
        "CREATE TABLE erasing (id TEXT PRIMARY KEY) WITHOUT ROWID",
        "CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    ),
    (
        """CREATE TABLE parts (item TEXT PRIMARY KEY, lead TEXT NOT NULL, role TEXT NOT NULL)
        WITHOUT ROWID""",
    ),
)
"""Step n leads from version n to n + 1; the version is SQLite's ``application_id``."""
