"""What stands after a picture's end is named to the last byte, however many parts it has."""

import pytest

from capture.blocks.after_image import MAX_PARTS, read_after

SMALL = b"\xff\xd8\xff\xd9"


@pytest.mark.parametrize("parts", [0, 1, MAX_PARTS - 1, MAX_PARTS, MAX_PARTS + 1, 3 * MAX_PARTS])
def test_the_last_of_many_parts_is_named(parts: int) -> None:
    data = b"picture" + SMALL * parts + b"Canary after all of them"
    after = read_after(data, 7, "after")
    assert after.embedded[0].offset == 7
    assert sum(part.size for part in after.embedded) == len(data) - 7
    assert len(after.traces) >= len(after.embedded)
    needles = {needle for trace in after.traces for needle in trace.needles}
    assert any(b"Canary after" in needle for needle in needles)


def test_nothing_after_the_end_is_nothing() -> None:
    after = read_after(b"picture", 7, "after")
    assert (after.traces, after.embedded, after.pictures) == ((), (), ())
