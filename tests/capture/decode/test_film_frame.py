"""A frame's planes, upright: its own memory, its own depth, and colour belongs to pixels."""

import numpy as np
import pytest
from av.video.frame import VideoFrame
from hypothesis import given, settings
from hypothesis import strategies as st

from capture.decode import film_frame
from capture.errors import Unsupported
from capture.redact.plan import Region, Style
from capture.redact.planes import Cover, covers_of, grown
from tests.capture.samples import films

SEED = "00112233445566778899aabbccddeeff"


@settings(max_examples=80, deadline=None)
@given(
    st.integers(17, 70),
    st.integers(17, 70),
    st.integers(0, 3),
    st.sampled_from(["yuv420p", "yuv422p", "yuv440p", "yuv411p", "yuv444p", "yuv420p10le"]),
    st.tuples(st.integers(0, 60), st.integers(0, 60), st.integers(1, 30), st.integers(1, 30)),
)
def test_no_sample_of_colour_of_a_covered_pixel_stays(
    width: int, height: int, turns: int, form: str, place: tuple[int, int, int, int]
) -> None:
    """Also where a side is odd and was turned around, so that samples and blocks do not meet."""
    frame = films.frame_of(films.planes(width, height, 1, form), width, height, form)
    wide, high = (height, width) if turns % 2 else (width, height)
    covers = covers_of([Region(*place, style=Style.SOLID)], wide, high)
    pixels = np.repeat(np.repeat(covers.hard, 16, axis=0), 16, axis=1)[:high, :wide]
    hidden = np.rot90(pixels, -turns)
    planes = film_frame.planes_of(frame, turns)
    across, down = film_frame.is_off_grid(frame, turns)

    Cover(wide, high, SEED).draw(planes, grown(covers, across=across, down=down))

    kind = np.uint16 if "10" in form else np.uint8
    for number, plane in enumerate(frame.planes):
        rows = np.frombuffer(memoryview(plane), kind).reshape(plane.height, -1)[:, : plane.width]
        high_share, wide_share = -(-height // plane.height), -(-width // plane.width)
        y, x = np.nonzero(hidden)
        if len(y):
            assert (rows[y // high_share, x // wide_share] == planes[number].dark).all()


def test_planes_are_the_frames_own_and_upright() -> None:
    frame = films.frame_of(films.planes(32, 16, 1), 32, 16, "yuv420p")
    upright = film_frame.planes_of(frame, 1)

    assert upright[0].samples.shape == (32, 16)
    upright[0].samples[0, 0] = 7
    # A quarter turn against the clock brings the right upper corner to the left upper one.
    assert np.frombuffer(memoryview(frame.planes[0]), np.uint8).reshape(16, -1)[0, 31] == 7


@pytest.mark.parametrize("form", ["nv12", "p010le", "rgb24", "bgra", "yuyv422", "pal8", "yuva420p"])
def test_packed_forms_are_taken_apart(form: str) -> None:
    frame = VideoFrame(32, 16, "rgb24").reformat(format="rgb8" if form == "pal8" else form)

    assert film_frame.planar(frame).format.name in film_frame.PLANAR


def test_a_form_that_is_on_no_list_is_refused() -> None:
    frame = VideoFrame(32, 16, "xyz12le")

    with pytest.raises(Unsupported):
        film_frame.planar(frame)
