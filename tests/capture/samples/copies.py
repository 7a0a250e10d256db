"""A cleaned copy by one format, read again as the rules of what it became have it."""

import io

from capture.formats.base import Cleaning, Format, Profile
from capture.formats.catalog import format_for
from capture.progress import silent


def clean_with(
    writer: Format, data: bytes, profile: Profile = Profile.FAITHFUL
) -> tuple[bytes, Cleaning]:
    """Return the copy's bytes and what was done. Raises what the writer and the reader raise."""
    output = io.BytesIO()
    cleaning = writer.clean(io.BytesIO(data), output, profile, silent)
    format_for(cleaning.kind).verify(output)
    return output.getvalue(), cleaning
