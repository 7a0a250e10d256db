"""What lies between the child that decodes and the window that shows: a few frames, some sound.

The child's pieces come in a lane's thread, which is held back while there is enough; the window
takes them in its own. A wish of the window drops what is there, and goes out as the answer to the
child's next piece.
"""

import threading
from collections import deque

from capture.decode.playable import Film
from capture.isolate.playing import (
    SAMPLE,
    SOUND_RATE,
    Answer,
    Enough,
    Frame,
    Piece,
    Rest,
    Sound,
    Wish,
)
from capture.progress import Tick

MOST_FRAMES = 12
"""Frames that wait at most: each has a megabyte and more."""
_SOUND_ALONE = 2 * SOUND_RATE * SAMPLE
"""Bytes of sound that wait where there is no picture to wait for."""
_MOST_SOUND = 60 * SOUND_RATE * SAMPLE
_KEPT = 500_000
"""Microseconds for which sound is kept that was given."""
_LOOK_SECONDS = 0.2
"""How often a lane that waits looks whether it is still wanted."""


class Feed:
    """One file that is played. ``take`` is called in a lane, all the rest in the window."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._frames: deque[Frame] = deque()
        self._sounds: deque[Sound] = deque()
        self._heard = 0
        self._film: Film | None = None
        self._resting = False
        self._wish: Wish | Enough | None = None

    def take(self, piece: Piece, tick: Tick) -> Answer:
        """Keep a piece, and answer when there is room for more or something else is wished."""
        with self._changed:
            if self._wish is None or isinstance(piece, Film):
                self._keep(piece)
            while self._wish is None and not self._has_room():
                self._changed.wait(_LOOK_SECONDS)
                tick(0, 0)
            tick(0, 0)
            wish, self._wish = self._wish, None
            return wish

    def _keep(self, piece: Piece) -> None:
        match piece:
            case Film():
                self._film = piece
            case Frame():
                self._frames.append(piece)
            case Sound():
                self._sounds.append(piece)
                self._heard += len(piece.samples)
                while self._heard > _MOST_SOUND:
                    self._heard -= len(self._sounds.popleft().samples)
            case Rest():
                self._resting = True
            case _:
                pass

    def _has_room(self) -> bool:
        if self._resting:
            return False
        alone = self._film is not None and not self._film.width
        return self._heard < _SOUND_ALONE if alone else len(self._frames) < MOST_FRAMES

    def wish(self, wish: Wish | Enough) -> None:
        """Drop what waits, and have something else instead."""
        with self._changed:
            self._wish = wish
            self._frames.clear()
            self._sounds.clear()
            self._heard = 0
            self._resting = False
            self._changed.notify_all()

    @property
    def film(self) -> Film | None:
        """What is played, once that is known."""
        return self._film

    @property
    def resting(self) -> bool:
        """Whether nothing more comes after what waits."""
        with self._changed:
            return self._resting

    @property
    def frames(self) -> tuple[Frame, ...]:
        """The frames that wait."""
        with self._changed:
            return tuple(self._frames)

    def next_frame(self) -> Frame | None:
        """Take the next frame."""
        with self._changed:
            frame = self._frames.popleft() if self._frames else None
            self._changed.notify_all()
            return frame

    def put_back(self, frame: Frame) -> None:
        """Have a frame come next once more."""
        with self._changed:
            self._frames.appendleft(frame)

    def sound(self, at: int, count: int) -> bytes:
        """Give ``count`` samples of each channel from a moment on; silence where there are none.

        What ended a little while ago is dropped: what was given may not have been heard yet.
        """
        out = bytearray(count * SAMPLE)
        with self._changed:
            while self._sounds and _ends(self._sounds[0]) < at - _KEPT:
                self._heard -= len(self._sounds.popleft().samples)
            for sound in self._sounds:
                begins = _samples(sound.at - at)
                have = len(sound.samples) // SAMPLE
                first, last = max(begins, 0), min(begins + have, count)
                if first < last:
                    taken = sound.samples[(first - begins) * SAMPLE : (last - begins) * SAMPLE]
                    out[first * SAMPLE : last * SAMPLE] = taken
            self._changed.notify_all()
        return bytes(out)


def _ends(sound: Sound) -> int:
    return sound.at + len(sound.samples) // SAMPLE * 1_000_000 // SOUND_RATE


def _samples(time: int) -> int:
    """Return how many samples a time in microseconds is."""
    return (time * SOUND_RATE + 500_000) // 1_000_000
