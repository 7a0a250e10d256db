"""Plays a video or a sound file: what is on the screen when, and what is heard with it.

It asks a confined child for frames and samples and never decodes; everything stays in memory. Time
is what the loudspeaker has played, or the clock where it plays nothing. A file that nobody touches
for a while is closed and opened again by itself.
"""

import time
from collections import deque
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from capture.isolate import playing
from capture.isolate.playing import SOUND_RATE, Enough, Frame, Wish
from capture.redact.film import FilmPlan
from ui.desktop.film.feed import Feed
from ui.desktop.film.speaker import MICRO, Speaker
from ui.desktop.jobs import Job, Tell, Tick
from ui.desktop.session import Session
from ui.desktop.widgets.picture import to_image

if TYPE_CHECKING:
    from capture.decode.playable import Film

SIDE = 960
"""Longest side of a frame on the screen, in pixels."""
BACK = 24
"""Frames before the present one that are asked for when somebody steps back."""
FASTEST = 8
_BEAT_MS = 10
_IDLE_SECONDS = 20.0
_HISTORY = 30
_SOUND_STEP = 100_000
"""Microseconds of a step where there are no frames."""


class State(Enum):
    """What it does."""

    CLOSED = "closed"
    RESTING = "resting"
    PLAYING = "playing"


class Player(QObject):
    """One file at a time; times are microseconds."""

    opened = Signal(object)
    """The Film that is played."""
    shown = Signal(object)
    """The QImage of the frame that is on the screen now."""
    moved = Signal()
    """Time has gone on, or somewhere else."""
    turned = Signal()
    """It plays, rests, or plays at another speed now."""
    failed = Signal(object)

    def __init__(self, session: Session, side: int = SIDE) -> None:
        super().__init__()
        self._session = session
        self._side = side
        self._blob = ""
        self._feed = Feed()
        self._job: Job | None = None
        self._plan: FilmPlan | None = None
        self._history: deque[Frame] = deque(maxlen=_HISTORY)
        self._frame: Frame | None = None
        self._seeking = False
        self._steps = 0
        self._since = 0
        self._began = 0.0
        self._touched = 0.0
        self._beat = QTimer(self)
        self._beat.setTimerType(Qt.TimerType.PreciseTimer)
        self._beat.setInterval(_BEAT_MS)
        self._beat.timeout.connect(self._on_beat)
        self.speaker = Speaker()
        self.film: Film | None = None
        self.state = State.CLOSED
        self.rate = 1
        self.at = 0
        """The moment at which it is."""

    def open(self, blob: str, at: int = 0) -> None:
        """Show another file, at rest."""
        self.close()
        self._blob = blob
        self.state = State.RESTING
        self.rate = 1
        self._go(at)

    def close(self) -> None:
        """Let go of the file; nothing is shown any more."""
        self._end_run()
        self._beat.stop()
        self.speaker.stop()
        self._history.clear()
        self._blob, self._plan = "", None
        self.film = self._frame = None
        self.at = 0
        self._turn(State.CLOSED)

    @property
    def frame(self) -> Frame | None:
        """The frame on the screen."""
        return self._frame

    @property
    def length(self) -> int:
        """How long the file is."""
        return self.film.length if self.film is not None else 0

    @property
    def playing(self) -> bool:
        """Whether it plays."""
        return self.state is State.PLAYING

    def preview(self, plan: FilmPlan | None) -> None:
        """Show and play what a copy by this plan will be; None shows the file itself."""
        if plan != self._plan and self._blob:
            self._plan = plan
            self._go(self.at)

    def toggle(self) -> None:
        """Play, or rest; at the end it plays from the beginning."""
        if self.playing:
            self.rest()
        else:
            self.play()

    def play(self, rate: int = 1) -> None:
        """Play from here; a negative rate is backwards."""
        if self.state is State.CLOSED:
            return
        self._steps = 0
        before, self.rate = self.rate, rate
        at_end = rate > 0 and self.length and self.at >= self.length - self._one_frame()
        if rate != before or at_end or self._seeking or self._job is None:
            self._go(0 if at_end else self.at)
        self._start_clock()
        self._turn(State.PLAYING)

    def rest(self) -> None:
        """Stay at the frame that is seen now."""
        if self.state is State.CLOSED:
            return
        self.speaker.stop()
        backwards = self.rate != 1
        self.rate = 1
        if self._frame is not None and self.film is not None and self.film.width:
            self.at = self._frame.at
        self._turn(State.RESTING)
        if backwards:
            self._go(self.at)

    def shuttle(self, direction: int) -> None:
        """Play forwards (1) or backwards (-1); once more is twice as fast."""
        same = self.playing and (self.rate > 0) == (direction > 0)
        faster = min(abs(self.rate) * 2, FASTEST) if same else 1
        if direction < 0 and self.film is not None and not self.film.width:
            return  # sound alone is not played backwards
        self.play(direction * faster)

    def seek(self, at: int) -> None:
        """Go to a moment; what plays goes on from there."""
        if self.state is State.CLOSED:
            return
        self._steps = 0
        last = max(self.length - self._one_frame(), 0) if self.length else at
        self._go(min(max(at, 0), last))

    def step(self, by: int) -> None:
        """Rest, and go so many frames forwards, or back; as soon as they are there."""
        if self.playing:
            self.rest()
        if self.film is None:
            return
        if not self.film.width:
            self.seek(self.at + by * _SOUND_STEP)
            return
        self._touch()
        self._steps += by
        self._step_now()

    def _step_now(self) -> None:
        """Make the steps that are asked for, as far as the frames for them are there."""
        while self._steps and not self._seeking and self._frame is not None:
            if self._steps > 0:
                if not self._step_on():
                    return
            else:
                self._step_back(self._frame)

    def _step_on(self) -> bool:
        """Show the next frame; whether that could be done or is done with."""
        following = self._feed.next_frame()
        if following is not None:
            self._steps -= 1
            self._show(following)
        elif self._job is None:
            self._go(self.at)
        elif self._feed.resting:
            self._steps = 0
        else:
            return False
        return True

    def _step_back(self, present: Frame) -> None:
        self._steps += 1
        if self._history:
            self._feed.put_back(present)
            self._frame = None
            self._show(self._history.pop())
        elif present.at > 0:
            self._go(present.at - 1, back=BACK)
        else:
            self._steps = 0

    def _go(self, at: int, back: int = 0) -> None:
        """Have frames and sound from a moment on."""
        self.at = at
        self._history.clear()
        self._frame = None
        self._seeking = True
        self._since, self._began = at, time.monotonic()
        self._touch()
        wish = Wish(at, self._side, back, self.rate, self._plan)
        if self._job is not None:
            self._feed.wish(wish)
        else:
            self._begin_run(wish)
        self._beat.start()
        self.moved.emit()

    def _touch(self) -> None:
        self._touched = time.monotonic()

    def _begin_run(self, wish: Wish) -> None:
        session, blob = self._session, self._blob
        feed = self._feed = Feed()

        def work(tick: Tick, _tell: Tell) -> None:
            with session.vault.open_blob(blob) as source:
                playing.play(session.pool, source, wish, lambda piece: feed.take(piece, tick), tick)

        job = self._job = session.play(work)
        job.failed.connect(lambda error: self._on_failed(job, error))
        job.ended.connect(lambda: self._on_ended(job))

    def _end_run(self) -> None:
        if self._job is not None:
            self._feed.wish(Enough())
            self._job = None

    def _on_failed(self, job: Job, error: BaseException) -> None:
        if job is self._job:
            self._job = None
            self._beat.stop()
            self._turn(State.RESTING)
            self.failed.emit(error)

    def _on_ended(self, job: Job) -> None:
        if job is self._job:
            self._job = None

    def _turn(self, state: State) -> None:
        if state is not State.PLAYING:
            self.speaker.stop()
        self.state = state
        self._touch()
        self.turned.emit()

    def _one_frame(self) -> int:
        return self.film.frame if self.film is not None else 0

    def _on_beat(self) -> None:
        """Show what is due, hand on the sound that is due, and notice the end."""
        if self.film is None and self._feed.film is not None:
            self.film = self._feed.film
            self.opened.emit(self.film)
        if self.film is None:
            return
        if self._seeking:
            self._settle()
        elif self.playing:
            self._go_on(self._now())
        elif self._steps:
            self._step_now()
        elif time.monotonic() - self._touched > _IDLE_SECONDS:
            self._end_run()
            self._beat.stop()

    def _settle(self) -> None:
        """Show the frame that was sought, once it is known which one that is."""
        if self.film is not None and self.film.width:
            self._take_until(self.at)
            frames = self._feed.frames
            if not frames and not self._feed.resting:
                return
            if self._frame is None and frames:  # nothing is there so early
                self._frame = self._feed.next_frame()
            if self._frame is not None:
                self._show_it(self._frame)
        self._seeking = False
        if self.playing:
            self._start_clock()

    def _take_until(self, at: int) -> bool:
        """Take what begins by a moment (backwards: from it on), and say if there was anything."""
        taken = False
        for frame in self._feed.frames:
            if (frame.at < at) if self.rate < 0 else (frame.at > at):
                break
            if self._frame is not None and self.rate > 0:
                self._history.append(self._frame)
            self._frame = self._feed.next_frame()
            taken = True
        return taken

    def _show(self, frame: Frame) -> None:
        if self._frame is not None:
            self._history.append(self._frame)
        self._frame = frame
        self._show_it(frame)

    def _show_it(self, frame: Frame) -> None:
        if not self.playing:
            self.at = frame.at
        self.shown.emit(to_image(frame.picture))
        self.moved.emit()

    def _start_clock(self) -> None:
        self._since, self._began = self.at, time.monotonic()
        if self.rate == 1:
            self.speaker.start()
        else:
            self.speaker.stop()

    def _now(self) -> int:
        if self.rate == 1:
            return self._since + self.speaker.heard
        return self._since + int((time.monotonic() - self._began) * MICRO) * self.rate

    def _go_on(self, now: int) -> None:
        self._touch()
        skipped = _after_cut(self._plan, now)
        if skipped is not None and self.rate == 1:
            self.seek(skipped)
            return
        self.at = min(max(now, 0), self.length)
        if self._take_until(now) and self._frame is not None:
            self._show_it(self._frame)
        if self.rate == 1 and self.film is not None:
            due = self._since + self.speaker.given * MICRO // SOUND_RATE
            self.speaker.give(self._feed.sound(due, self.speaker.wanted))
        self.moved.emit()
        over = now >= self.length if self.rate > 0 else now <= 0
        if over and self._feed.resting and not self._feed.frames:
            self.rest()


def _after_cut(plan: FilmPlan | None, now: int) -> int | None:
    """Return where it goes on if a moment is cut out by a plan."""
    ends = [span.ends for span in plan.cut if span.begins <= now < span.ends] if plan else []
    return max(ends, default=None)
