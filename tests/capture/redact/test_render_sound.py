"""A recording's changed copy: what is silent is gone, and nothing depends on it."""

import io
from dataclasses import replace
from typing import Any

import av
import numpy as np
import pytest

from capture import examine
from capture.errors import BadPlan, CaptureError
from capture.formats.base import Profile
from capture.isolate import MediaPool, rendering
from capture.kinds import MediaKind
from capture.progress import silent
from capture.redact import film
from capture.redact.film import FilmPlan, Hearing, Span, Track, Voice
from capture.redact.keys import Key
from capture.redact.render import render as render_film
from capture.redact.render_sound import render
from tests.capture.samples import films

SEED = "00112233445566778899aabbccddeeff"
SECOND = 1_000_000
RATE = 48_000
CODECS = {
    "ipod": "aac",
    "mp3": "libmp3lame",
    "wav": "pcm_s16le",
    "ogg": "libopus",
    "matroska": "flac",
}


def noise(seconds: float, seed: int = 1) -> np.ndarray:
    chance = np.random.default_rng(seed)
    return chance.uniform(-0.4, 0.4, (2, round(seconds * RATE))).astype(np.float32)


def recording(samples: np.ndarray, container: str = "wav") -> bytes:
    stream = io.BytesIO()
    with av.open(stream, "w", format=container) as out:
        heard: Any = out.add_stream(CODECS[container], rate=RATE)
        heard.layout = "stereo"
        form = heard.codec_context.codec.audio_formats[0].name
        resampler = av.AudioResampler(form, "stereo", RATE)
        frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(samples), "fltp", "stereo")
        frame.sample_rate = RATE
        fifo = av.AudioFifo()
        for one in resampler.resample(frame):
            fifo.write(one)
        while (piece := fifo.read(heard.frame_size or 1024, partial=True)) is not None:
            out.mux(heard.encode(piece))
        out.mux(heard.encode(None))
    return stream.getvalue()


def plan_of(*sound: Hearing, seconds: int = 4, **more: Any) -> FilmPlan:
    return FilmPlan(0, 0, seconds * SECOND, SEED, sound=sound, **more)


def copy_of(source: bytes, plan: FilmPlan) -> bytes:
    fragments, out = io.BytesIO(), io.BytesIO()
    render(io.BytesIO(source), plan, fragments.write, silent)
    cleaning = examine.clean(fragments, out, Profile.FAITHFUL)
    assert cleaning.kind is MediaKind.MP4
    examine.verify(cleaning.kind, io.BytesIO(out.getvalue()), ())
    return out.getvalue()


def heard_in(copy: bytes) -> np.ndarray:
    with av.open(io.BytesIO(copy), "r") as container:
        assert not container.streams.video
        pieces = [frame.to_ndarray() for frame in container.decode(audio=0)]
    return np.concatenate(pieces, axis=1)


def level(samples: np.ndarray, begins: float, ends: float) -> float:
    part = samples[:, round(begins * RATE) : round(ends * RATE)]
    return float(np.sqrt((part**2).mean()))


MUTED = Hearing(Span(SECOND, 2 * SECOND), Voice.MUTE)
TONE = Hearing(Span(SECOND, 2 * SECOND), Voice.TONE)


@pytest.mark.parametrize("container", CODECS)
def test_what_is_silent_is_gone_and_the_rest_is_there(container: str) -> None:
    copy = heard_in(copy_of(recording(noise(4), container), plan_of(MUTED)))

    assert level(copy, 1.05, 1.95) < 1e-4
    assert level(copy, 0.2, 0.9) > 0.1
    assert level(copy, 2.1, 3.8) > 0.1
    assert abs(copy.shape[1] / RATE - 4) < 0.1


@pytest.mark.parametrize("hearing", [MUTED, TONE])
def test_nothing_in_the_copy_depends_on_what_must_not_be_heard(hearing: Hearing) -> None:
    one, other = noise(4), noise(4)
    other[:, RATE : 2 * RATE] = noise(1, seed=2)

    copies = [copy_of(recording(samples), plan_of(hearing)) for samples in (one, other)]

    assert copies[0] == copies[1]
    assert copies[0] != copy_of(recording(noise(4, seed=3)), plan_of(hearing))


def test_what_is_cut_is_left_out_and_a_voice_is_another_one() -> None:
    plan = plan_of(Hearing(Span(0, SECOND), Voice.DISGUISE), cut=(Span(2 * SECOND, 3 * SECOND),))

    copy = heard_in(copy_of(recording(noise(4)), plan))

    assert abs(copy.shape[1] / RATE - 3) < 0.1


def test_a_long_recording_is_written_as_it_comes_and_not_held() -> None:
    pieces: list[int] = []

    render(io.BytesIO(recording(noise(30))), plan_of(MUTED, seconds=30), _noting(pieces), silent)

    assert max(pieces) < sum(pieces) / 3


def _noting(pieces: list[int]) -> Any:
    return lambda data: pieces.append(len(data))


def test_a_plan_that_leaves_nothing_is_refused() -> None:
    plan = plan_of(cut=(Span(0, 60 * SECOND),))

    with pytest.raises(BadPlan):
        render(io.BytesIO(recording(noise(1))), plan, bytes, silent)


def test_a_plan_without_a_picture_does_not_take_the_picture_from_a_video() -> None:
    pictures = [films.planes(160, 120, number) for number in range(3)]
    clip = films.film(pictures, 160, 120, sound=noise(0.1))

    with pytest.raises(BadPlan):
        render(io.BytesIO(clip), plan_of(MUTED), bytes, silent)


def test_a_plan_with_a_picture_is_refused_for_a_recording() -> None:
    plan = FilmPlan(160, 120, SECOND, SEED, sound=(MUTED,))

    with pytest.raises(CaptureError):
        render_film(io.BytesIO(recording(noise(1))), plan, bytes, silent)


def test_a_plan_without_a_picture_covers_nothing() -> None:
    plan = plan_of(MUTED)
    track = Track((Key(0, 0, 0, 9, 9), Key(9, 0, 0, 9, 9)))

    assert film.from_json(film.as_json(plan)) == plan
    for wrong in (
        replace(plan, tracks=(track,)),
        replace(plan, blank=(Span(0, 9),)),
        replace(plan, width=9),
        replace(plan, height=9),
    ):
        with pytest.raises(BadPlan):
            film.from_json(film.as_json(wrong))


def test_the_child_measures_a_recording_and_changes_it() -> None:
    source, sink = io.BytesIO(recording(noise(4), "mp3")), io.BytesIO()
    with MediaPool(workers=1) as pool:
        measured = rendering.measured(pool, source)
        done = rendering.render(pool, source, replace(measured, sound=(MUTED,)), sink, silent)

    assert not measured.has_picture
    assert abs(measured.length - 4 * SECOND) < SECOND // 5
    assert (done.frames, done.sound) == (0, True)
    assert sink.getvalue()[4:8] == b"ftyp"
