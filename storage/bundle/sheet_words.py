"""What the contact sheet says, in the languages of those who receive bundles."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SheetWords:
    """The texts of one language; ``direction`` is "ltr" or "rtl".

    ``fields`` names the fields of the evidence record; one without a name is shown by its key.
    """

    direction: str
    title: str
    about: str
    limits: str
    check: str
    key: str
    file: str
    size: str
    fields: Mapping[str, str]


WORDS: Mapping[str, SheetWords] = {
    "en": SheetWords(
        direction="ltr",
        title="Contact sheet",
        about="These are cleaned copies. What their files said about the device, the place "
        "and the time was taken out. The sender keeps the sealed originals, and can later show "
        "from which original each copy was made.",
        limits="Descriptions, times and places are what the sender states. The signature shows "
        "that nothing was changed since; it does not show who recorded this, or when.",
        check="How to check this bundle",
        key="Signed with the key",
        file="File",
        size="Size in bytes",
        fields={},
    ),
}
