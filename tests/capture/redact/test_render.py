"""A video's covered copy: what it shows, what it cannot depend on, and odd videos."""

import io
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import av
import numpy as np
import pytest

from capture import examine
from capture.errors import BadPlan, CaptureError
from capture.formats.base import Profile
from capture.progress import silent
from capture.redact.film import Answer, Coding, FilmPlan, Hearing, Span, Track, Voice
from capture.redact.keys import Key
from capture.redact.plan import Shape, Style
from capture.redact.render import render
from tests.capture.samples import films

SEED = "00112233445566778899aabbccddeeff"
WIDTH, HEIGHT, FRAMES = 160, 120, 12
SECOND = 1_000_000


def begins(number: int) -> int:
    return number * SECOND // 30


def pictures(
    count: int = FRAMES, width: int = WIDTH, height: int = HEIGHT, form: str = "yuv420p"
) -> list[Any]:
    return [films.planes(width, height, number, form) for number in range(count)]


def noise(seconds: float, seed: int = 1) -> np.ndarray:
    chance = np.random.default_rng(seed)
    return chance.uniform(-0.4, 0.4, (2, round(seconds * films.RATE))).astype(np.float32)


def plan_of(*tracks: Track, width: int = WIDTH, height: int = HEIGHT, **more: Any) -> FilmPlan:
    return FilmPlan(width, height, begins(FRAMES), SEED, tracks=tracks, **more)


def still(left: int, top: int, width: int, height: int, **more: Any) -> Track:
    return Track((Key(0, left, top, width, height), Key(SECOND, left, top, width, height)), **more)


BOX = still(40, 30, 50, 45, shape=Shape.BOX)


def copy_of(source: bytes, plan: FilmPlan) -> bytes:
    """Render, and make the clean copy of it, as the vault does; its second reading must pass."""
    fragments, out = io.BytesIO(), io.BytesIO()
    render(io.BytesIO(source), plan, fragments.write, silent)
    cleaning = examine.clean(fragments, out, Profile.FAITHFUL)
    examine.verify(cleaning.kind, io.BytesIO(out.getvalue()), ())
    return out.getvalue()


def rendered(source: bytes, plan: FilmPlan) -> tuple[bytes, Any]:
    fragments = io.BytesIO()
    done = render(io.BytesIO(source), plan, fragments.write, silent)
    return fragments.getvalue(), done


def under(picture: Sequence[np.ndarray], across: int, down: int, seed: int) -> list[np.ndarray]:
    """Return other planes in whole blocks from 32, 16 to ``across``, ``down``; the rest stays."""
    chance = np.random.default_rng(seed)
    changed = []
    for number, samples in enumerate(picture):
        share = 2 if number else 1
        other = samples.copy()
        part = other[16 // share : down // share, 32 // share : across // share]
        part[:] = chance.integers(16, 235, part.shape)
        changed.append(other)
    return changed


@pytest.mark.parametrize("style", [Style.FILL, Style.SOLID])
def test_two_films_that_differ_only_under_the_cover_give_the_same_bytes(style: Style) -> None:
    # The box touches the blocks from 32 to 96 across and from 16 to 80 down, and covers those.
    plain = pictures()
    changed = [under(one, 96, 80, number) for number, one in enumerate(plain)]
    films_ = [films.film(some, WIDTH, HEIGHT) for some in (plain, changed)]
    plan = plan_of(replace(BOX, style=style))

    one, other = (rendered(source, plan)[0] for source in films_)

    assert films_[0] != films_[1]
    assert one == other


def test_one_pixel_beside_the_cover_gives_other_bytes() -> None:
    plain = pictures()
    changed = [[samples.copy() for samples in one] for one in plain]
    for one in changed:
        one[0][40, 96:99] ^= 0x7F
    plan = plan_of(BOX)

    before, after = (
        rendered(films.film(some, WIDTH, HEIGHT), plan)[0] for some in (plain, changed)
    )

    assert before != after


def test_a_cover_moves_with_its_track_and_never_comes_late() -> None:
    bright = [
        [np.full_like(p, 235 if n == 0 else 128) for n, p in enumerate(one)] for one in pictures()
    ]
    moving = Track(
        (Key(begins(3), 0, 0, 32, 32), Key(begins(8), 128, 80, 32, 32)),
        shape=Shape.BOX,
        style=Style.SOLID,
    )

    shown = films.decoded(copy_of(films.film(bright, WIDTH, HEIGHT), plan_of(moving)))

    dark = [np.argwhere(picture < 128) for _, picture in shown]
    assert [len(places) > 0 for places in dark] == [3 <= n <= 8 for n in range(FRAMES)]
    for number in range(3, 8):
        # While a frame is shown, the cover goes from its place then to the next frame's.
        for share in ((number - 3) / 5, (number - 2) / 5):
            left, top = 128 * share, 80 * share
            (up, low), (down, high) = dark[number].min(axis=0), dark[number].max(axis=0)
            assert up <= top
            assert low <= left
            assert down >= min(top + 31, HEIGHT - 1)
            assert high >= min(left + 31, WIDTH - 1)


def test_open_pixels_keep_their_quality() -> None:
    plain = pictures()

    shown = films.decoded(copy_of(films.film(plain, WIDTH, HEIGHT), plan_of(BOX)))

    for (_, picture), samples in zip(shown, plain, strict=True):
        away = picture[:, 112:].astype(float) - samples[0][:, 112:]
        assert (away**2).mean() < 255**2 / 10**3.4


def test_what_stays_visible_or_is_dismissed_is_not_covered() -> None:
    source = films.film(pictures(), WIDTH, HEIGHT)
    seen = [
        replace(BOX, answer=Answer.VISIBLE, reason="a minister"),
        replace(BOX, answer=Answer.DISMISSED),
    ]

    assert rendered(source, plan_of(*seen))[1].covered == 0


def test_blank_frames_show_nothing_and_cut_ones_are_gone() -> None:
    source = films.film(pictures(), WIDTH, HEIGHT)
    plan = plan_of(
        blank=(Span(begins(2) + 5, begins(4)),),
        cut=(Span(begins(7) - 5, begins(9) + 5),),
    )

    shown = films.decoded(copy_of(source, plan))

    # What holds at any moment of a frame holds for all of it: 2 and 3 are blank, 6 to 9 are cut.
    assert [picture.std() < 2 for _, picture in shown] == [n in {2, 3} for n in range(8)]
    # The first frame after the cut comes where its own time moved to.
    gone = begins(9) - begins(7) + 10
    times = [n / 30 for n in range(6)] + [n / 30 - gone / SECOND for n in (10, 11)]
    assert [at for at, _ in shown] == pytest.approx(times, abs=0.0001)


def test_nothing_left_is_an_error() -> None:
    source = films.film(pictures(3), WIDTH, HEIGHT)

    with pytest.raises(BadPlan):
        rendered(source, plan_of(cut=(Span(0, 10 * SECOND),)))


def test_a_plan_for_another_picture_is_refused() -> None:
    source = films.film(pictures(3), WIDTH, HEIGHT)

    with pytest.raises(BadPlan):
        rendered(source, plan_of(width=HEIGHT, height=WIDTH))


def test_frames_keep_their_own_times() -> None:
    times = [0, 3003, 6006, 15000, 15090, 30000, 90001]
    source = films.film(pictures(7), WIDTH, HEIGHT, times=times)

    shown = films.decoded(copy_of(source, plan_of()))

    assert [round(at * films.CLOCK) for at, _ in shown] == times


@pytest.mark.parametrize("coding", list(Coding))
def test_every_coding_passes_the_second_reading(coding: Coding) -> None:
    source = films.film(pictures(), WIDTH, HEIGHT, sound=noise(0.4))

    copied = copy_of(source, plan_of(BOX, coding=coding))

    with av.open(io.BytesIO(copied)) as container:
        name = container.streams.video[0].codec_context.name
        assert name.removeprefix("lib").removesuffix("-vp9").replace("dav1d", "av1") in {
            coding.value,
            "vpx",
        }
        assert container.streams.audio[0].codec_context.name == "aac"
    assert len(films.decoded(copied)) == FRAMES


@pytest.mark.parametrize(
    ("form", "steps"),
    [
        ("yuv420p10le", ("depth-to-8-bit",)),
        ("yuv422p", ()),
        ("yuv444p", ()),
        ("yuv422p10le", ("depth-to-8-bit",)),
        ("gray", ()),
        ("nv12", ()),
    ],
)
@pytest.mark.parametrize("quarter", [False, True])
def test_every_form_of_pixels_is_covered_where_it_should_be(
    form: str,
    steps: tuple[str, ...],
    quarter: bool,  # noqa: FBT001 - a case
) -> None:
    made = "yuv420p" if form == "nv12" else form
    source = films.film(pictures(3, form=made), WIDTH, HEIGHT, form=made, quarter=quarter)
    turned = (HEIGHT, WIDTH) if quarter else (WIDTH, HEIGHT)
    plan = plan_of(replace(BOX, style=Style.SOLID), width=turned[0], height=turned[1])

    fragments, done = rendered(source, plan)

    shown = films.decoded(fragments)
    assert done.steps == (("turned-upright",) if quarter else ()) + steps
    for _, picture in shown:
        assert picture.shape == turned[::-1]
        assert picture[16:80, 32:96].max() < 60
        assert picture[16:80, 96:].min() > 20
        assert picture[16:80, 98:].mean() > 80


@pytest.mark.parametrize(("width", "height"), [(159, 121), (161, 119), (33, 17)])
@pytest.mark.parametrize("quarter", [False, True])
def test_odd_sizes_lose_an_edge_and_no_cover(
    width: int,
    height: int,
    quarter: bool,  # noqa: FBT001 - a case
) -> None:
    form = "yuv444p"
    source = films.film(pictures(2, width, height, form), width, height, form=form, quarter=quarter)
    wide, high = (height, width) if quarter else (width, height)
    whole = Track((Key(0, 0, 0, wide, high),), shape=Shape.BOX, style=Style.SOLID)

    fragments, done = rendered(source, plan_of(whole, width=wide, height=high))

    _, picture = films.decoded(fragments)[0]
    assert "odd-edge-cut" in done.steps
    assert picture.shape == (high // 2 * 2, wide // 2 * 2)
    assert picture.max() < 60


def test_a_film_that_ends_early_is_rendered_as_far_as_it_goes() -> None:
    source = films.film(pictures(30), WIDTH, HEIGHT, container="matroska")

    fragments, done = rendered(source[: len(source) * 2 // 3], plan_of(BOX))

    assert 0 < done.frames < 30
    assert len(films.decoded(fragments)) == done.frames
    assert done.lost == ()  # less than a second is missing of what the container says


def test_where_a_film_ends_early_is_named() -> None:
    source = films.film(pictures(90), WIDTH, HEIGHT, container="matroska")

    _, done = rendered(source[: len(source) // 3], plan_of(BOX))

    (begins, ends), *others = done.lost
    assert not others
    assert begins == pytest.approx(done.frames * 1_000_000 / 30, abs=1_000)
    assert ends == pytest.approx(3_000_000, abs=1_000)


@pytest.mark.parametrize("length", [0, 10, 200])
def test_what_is_no_film_is_a_clear_error(length: int) -> None:
    source = films.film(pictures(3), WIDTH, HEIGHT, container="matroska")

    with pytest.raises(CaptureError):
        rendered(source[:length], plan_of(BOX))


def test_frames_that_cannot_be_decoded_are_blank_and_counted() -> None:
    source = bytearray(films.film(pictures(), WIDTH, HEIGHT))
    with av.open(io.BytesIO(bytes(source)), "r") as container:
        places = [(packet.pos, packet.size) for packet in container.demux(video=0) if packet.size]
    at, size = places[5]
    assert at is not None
    source[at + 8 : at + size] = b"\xaa" * (size - 8)

    fragments, done = rendered(bytes(source), plan_of())

    assert done.broken
    assert "broken-frames-blank" in done.steps
    shown = films.decoded(fragments)
    assert len(shown) == FRAMES
    blank = [at for at, picture in shown if picture.std() < 2]
    (begins, ends), *others = done.lost
    assert not others
    assert begins == pytest.approx(blank[0] * 1_000_000, abs=2)
    assert ends == pytest.approx(blank[-1] * 1_000_000 + 33_333, abs=2)
    assert sum(picture.std() < 2 for _, picture in shown) == done.broken


def _muted(voice: Voice = Voice.MUTE) -> FilmPlan:
    return plan_of(sound=(Hearing(Span(100_000, 250_000), voice),))


@pytest.mark.parametrize("voice", [Voice.MUTE, Voice.TONE])
@pytest.mark.parametrize("rate", [48_000, 44_100])
def test_two_films_that_differ_only_under_the_mute_give_the_same_bytes(
    voice: Voice, rate: int
) -> None:
    one, other = noise(0.4), noise(0.4)
    first, last = 100_000 * rate // SECOND, 250_000 * rate // SECOND
    other[:, first:last] = noise(0.4, seed=2)[:, first:last]
    plan = _muted(voice)

    made = [
        rendered(films.film(pictures(), WIDTH, HEIGHT, sound=some, rate=rate), plan)[0]
        for some in (one, other)
    ]

    assert not np.array_equal(one, other)
    assert made[0] == made[1]


def test_muted_sound_is_silence_and_the_rest_stays_in_its_place() -> None:
    sound = noise(0.4)
    source = films.film(pictures(), WIDTH, HEIGHT, sound=sound)

    heard = films.heard(copy_of(source, _muted()))

    first, last = films.RATE // 10, films.RATE // 4
    # The codec's own windows reach some hundredths of a second over an edge.
    assert np.abs(heard[:, first + 2100 : last - 2100]).max() < 1e-4
    for part in (slice(0, first - 2048), slice(last + 2048, last + 6000)):
        alike = np.corrcoef(heard[0, part], sound[0, part])[0, 1]
        assert alike > 0.5


def test_sound_stays_with_its_picture_across_a_cut() -> None:
    click = np.zeros((2, films.RATE), np.float32)
    click[:, films.RATE * 20 // 30] = 0.9
    source = films.film(pictures(30), WIDTH, HEIGHT, sound=click)
    plan = replace(plan_of(cut=(Span(begins(5), begins(15)),)), length=SECOND)

    copied = copy_of(source, plan)

    at = np.abs(films.heard(copied)[0]).argmax() / films.RATE
    assert at == pytest.approx(10 / 30, abs=0.002)
    assert len(films.decoded(copied)) == 20


def test_sound_stays_with_its_picture_over_time_and_uneven_frames() -> None:
    """Beeps of 44,100 samples a second begin with their flashes, half a minute later too."""
    draw = np.random.default_rng(4)
    times = np.cumsum(draw.integers(12_000, 24_000, 200))
    times -= times[0]
    shades, flashes, begins = [], [], 0
    for at in times.tolist():
        shades.append(210 if at >= begins else 50)
        if at >= begins:
            flashes.append(at / films.CLOCK)
            begins += 6 * films.CLOCK
    wave = np.zeros((2, 44_100 * 46), np.float32)
    for at in flashes:
        wave[:, round(at * 44_100) :][:, :4_410] = 0.7
    shown = [
        [np.full((32, 64), shade, np.uint8), *(np.full((16, 32), 128, np.uint8) for _ in "uv")]
        for shade in shades
    ]
    source = films.film(shown, 64, 32, times=times.tolist(), sound=wave, rate=44_100)

    fragments, _ = rendered(source, plan_of(width=64, height=32))

    bright = [at for at, picture in films.decoded(fragments) if picture[:32].mean() > 128]
    loud = np.flatnonzero(np.abs(films.heard(fragments)[0]) > 0.3) / films.RATE
    beeps = loud[np.flatnonzero(np.diff(loud, prepend=-9) > 5)]
    assert len(flashes) >= 6
    assert bright == pytest.approx(flashes, abs=0.001)
    assert beeps == pytest.approx(flashes, abs=0.02)


def test_a_film_without_sound_has_none() -> None:
    copied = copy_of(films.film(pictures(3), WIDTH, HEIGHT), _muted())

    with av.open(io.BytesIO(copied)) as container:
        assert not container.streams.audio
