"""What goes through the pipe to a decoding child and back, as values."""

import pytest

from capture.errors import TooLarge
from capture.isolate import values
from capture.kinds import MediaKind
from capture.report import Harm, MetadataReport, Trace


def _report(traces: int) -> MetadataReport:
    one = Trace("Comment", "a", Harm.HISTORY, "tEXt", needles=(b"a needle",))
    return MetadataReport(MediaKind.PNG, 1, (one,) * traces)


def test_a_report_comes_back_with_its_needles() -> None:
    report = _report(values.MAX_TRACES)
    assert values.unpack_report(values.pack_report(report)) == report


def test_a_report_too_long_to_be_told_is_an_error_and_not_cut() -> None:
    """What was left out would not be looked for in the copy."""
    with pytest.raises(TooLarge):
        values.pack_report(_report(values.MAX_TRACES + 1))
