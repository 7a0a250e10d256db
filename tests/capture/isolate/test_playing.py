"""Playing is a conversation with a confined child: it waits, it hears wishes, it ends politely."""

import io
import json
import struct
import time
from collections.abc import Iterator
from fractions import Fraction
from types import SimpleNamespace

import av
import numpy as np
import pytest

from capture.decode.playable import Film
from capture.errors import Damaged, DecoderCrashed
from capture.isolate import MediaPool, playing, process
from capture.isolate.exchange import Exchange
from capture.isolate.playing import Answer, Enough, Frame, Piece, Rest, Sound, Wish
from capture.isolate.pool import STALL_SECONDS
from capture.isolate.wire import BrokenWire, Kind
from capture.progress import silent
from capture.redact.film import FilmPlan, Span

FRAMES = 75


@pytest.fixture(scope="module")
def pool() -> Iterator[MediaPool]:
    with MediaPool(workers=1) as children:
        yield children


@pytest.fixture(scope="module")
def movie() -> bytes:
    out = io.BytesIO()
    with av.open(out, "w", format="mp4") as container:
        picture = container.add_stream(
            "libx264", rate=25, options={"g": "25", "preset": "ultrafast"}
        )
        picture.width, picture.height, picture.pix_fmt = 320, 180, "yuv420p"
        picture.time_base = picture.codec_context.time_base = Fraction(1, 1000)
        ear = container.add_stream("aac", rate=48_000, layout="stereo")
        for number in range(FRAMES):
            grey = np.full((180, 320, 3), 100 + number, dtype=np.uint8)
            frame = av.VideoFrame.from_ndarray(grey, format="rgb24").reformat(format="yuv420p")
            frame.pts, frame.time_base = number * 40, Fraction(1, 1000)
            container.mux(picture.encode(frame))
            wave = np.full((2, 1920), 0.25, dtype=np.float32)
            heard = av.AudioFrame.from_ndarray(wave, "fltp", "stereo")
            heard.sample_rate, heard.pts = 48_000, number * 1920
            container.mux(ear.encode(heard))
        container.mux(picture.encode(None))
        container.mux(ear.encode(None))
    return out.getvalue()


class Listening:
    """Takes everything; at the n-th frame it answers with what is told."""

    def __init__(self, answers: dict[int, Answer]) -> None:
        self.pieces: list[Piece] = []
        self._answers = answers

    def __call__(self, piece: Piece) -> Answer:
        self.pieces.append(piece)
        if isinstance(piece, Rest):
            return Enough()
        return self._answers.get(len(self.frames)) if isinstance(piece, Frame) else None

    @property
    def frames(self) -> list[int]:
        return [one.at // 40_000 for one in self.pieces if isinstance(one, Frame)]


def heard(pool: MediaPool, movie: bytes, wish: Wish, answers: dict[int, Answer]) -> Listening:
    listening = Listening(answers)
    playing.play(pool, io.BytesIO(movie), wish, listening)
    return listening


def test_a_film_plays_to_its_end(pool: MediaPool, movie: bytes) -> None:
    listening = heard(pool, movie, Wish(0, 160), {})
    assert listening.pieces[0] == Film(320, 180, 3_000_000, 40_000, sound=True)
    assert listening.frames == list(range(FRAMES))
    frame = next(one for one in listening.pieces if isinstance(one, Frame))
    assert (frame.picture.width, frame.picture.height) == (160, 90)
    sounds = [one for one in listening.pieces if isinstance(one, Sound)]
    assert abs(sum(len(one.samples) for one in sounds) // 4 - 144_000) < 4096


def test_a_wish_changes_place_speed_and_direction(pool: MediaPool, movie: bytes) -> None:
    wishes: dict[int, Answer] = {
        3: Wish(2_000_000, 64),
        5: Wish(400_000, 64, rate=-1),
        8: Wish(2_400_000, 64, back=2),
        12: Enough(),
    }
    listening = heard(pool, movie, Wish(0, 64), wishes)
    assert listening.frames == [0, 1, 2, 50, 51, 9, 8, 7, 58, 59, 60, 61]


def test_who_has_enough_before_it_begins_gets_nothing(pool: MediaPool, movie: bytes) -> None:
    pieces: list[Piece] = []

    def enough(piece: Piece) -> Answer:
        pieces.append(piece)
        return Enough()

    playing.play(pool, io.BytesIO(movie), Wish(0, 64), enough)
    assert [type(one) for one in pieces] == [Film]


def test_the_child_stays_for_the_next_one(pool: MediaPool, movie: bytes) -> None:
    heard(pool, movie, Wish(0, 64), {1: Enough()})
    before = [child._process.pid for child in pool._roles["play"]._idle]
    heard(pool, movie, Wish(0, 64), {1: Enough()})
    assert [child._process.pid for child in pool._roles["play"]._idle] == before != []


def test_a_covered_preview_is_made_in_the_child(pool: MediaPool, movie: bytes) -> None:
    blank = FilmPlan(320, 180, 3_000_000, "0" * 32, blank=(Span(0, 5_000_000),))
    listening = heard(pool, movie, Wish(0, 64, plan=blank), {2: Wish(0, 64), 3: Enough()})
    brightest = [max(one.picture.rgb) for one in listening.pieces if isinstance(one, Frame)]
    assert brightest[0] == brightest[1] == 24
    assert brightest[2] > 90


def test_who_looks_at_one_frame_for_long_does_not_lose_the_child(
    pool: MediaPool, movie: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = time.monotonic()
    monkeypatch.setattr(process, "time", SimpleNamespace(monotonic=lambda: now))
    looked: list[bool] = []

    def slow(piece: Piece) -> Answer:
        nonlocal now
        if not isinstance(piece, Frame):
            return None
        now += 10 * STALL_SECONDS
        looked.extend(child.stalled() for child in pool._roles["play"]._busy)
        return Enough() if len(looked) > 1 else None

    playing.play(pool, io.BytesIO(movie), Wish(0, 64), slow)
    assert looked == [False, False]


def test_a_strip_has_pictures_and_loudness(pool: MediaPool, movie: bytes) -> None:
    far: list[int] = []
    strip = playing.strip(pool, io.BytesIO(movie), 6, lambda done, _total: far.append(done))
    shades = [max(one.rgb) for one in strip.pictures]
    assert (len(strip.pictures), len(strip.loudness)) == (6, playing.POINTS)
    assert shades == sorted(shades)
    assert strip.loudness[2000] == pytest.approx(64, abs=6)
    assert strip.film.length == 3_000_000


def test_what_is_no_film_fails_as_anywhere(pool: MediaPool) -> None:
    with pytest.raises(Damaged):
        heard(pool, b"\0" * 9000, Wish(0, 64), {})


@pytest.mark.parametrize(
    "nonsense",
    [
        b"",
        b"X",
        b"F" + b"\1" * 8,
        b"F" + struct.pack(">qII", 0, 4, 4) + b"\0" * 47,
        b"F" + struct.pack(">qII", 0, 100_000, 1) + b"\0" * 300_000,
        b"F" + struct.pack(">qII", 1 << 60, 1, 1) + b"\0" * 3,
        b"S" + struct.pack(">q", 0) + b"\0" * 3,
        b"I" + json.dumps({"width": 1, "height": 1, "length": 1, "frame": 0}).encode(),
        b"I" + json.dumps({"width": "1", "height": 1, "length": 1, "frame": 1}).encode(),
        b"I[]",
        b"I" + b"[" * 100_000,
    ],
)
def test_nonsense_from_the_child_is_no_piece(nonsense: bytes) -> None:
    with pytest.raises(DecoderCrashed):
        playing._Talk(Listening({})).take(nonsense)


def test_a_child_that_dies_while_it_plays_is_said(movie: bytes) -> None:
    with MediaPool(workers=1) as children:

        def kill(piece: Piece) -> Answer:
            if isinstance(piece, Frame):
                for child in children._roles["play"]._busy:
                    child._kill()
            return None

        with pytest.raises(DecoderCrashed):
            playing.play(children, io.BytesIO(movie), Wish(0, 64), kill)
        heard(children, movie, Wish(0, 64), {1: Enough()})


def test_only_a_conversation_may_hand_over_pieces() -> None:
    plain = Exchange(io.BytesIO(b"1"), None, silent)
    with pytest.raises(BrokenWire):
        plain.serve(Kind.PART, b"T", None)
