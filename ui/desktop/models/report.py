"""What the vault kept of an examination, as the values that the words are made from.

The kept report holds no needles. It comes out of an authenticated index, so a
shape that does not fit is damage and is named as such.
"""

from typing import Any

from capture.kinds import MediaKind
from capture.report import Embedded, Facts, Harm, MetadataReport, Trace
from storage.errors import DamagedVault
from storage.records import Json


def report_from(kept: Json) -> MetadataReport:
    """Return the report behind its JSON. Raises DamagedVault."""
    value: Any = kept
    try:
        return MetadataReport(
            kind=MediaKind(value["kind"]),
            size=value["size"],
            traces=tuple(
                Trace(row["tag"], row["value"], Harm(row["harm"]), row["where"])
                for row in value["traces"]
            ),
            embedded=tuple(
                Embedded(row["kind"], row["offset"], row["size"]) for row in value["embedded"]
            ),
            facts=Facts(**value["facts"]),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise DamagedVault(part="report") from error
