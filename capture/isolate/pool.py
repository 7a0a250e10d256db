"""The parent's side: a few confined children, kept warm, ended when they misbehave.

Children have one of three roles. A media child reads and decodes foreign bytes. A playing child
does the same, for as long as a person looks, so it takes the place of no other.
A verifying child only reads again what a writer made, and never runs a
decoder: a decoder that was taken over cannot vouch for its own output.

Any trouble (a crash, a stall, a cancel, a full disk on our side) ends the
child; the next call starts a new one. It is asked nothing politely, because
it holds nothing that could be lost.
"""

import io
import threading
from collections.abc import Callable, Collection
from typing import Any, BinaryIO, Self, TypeVar

from capture.detect.finding import Finding
from capture.errors import DecoderCrashed
from capture.formats.base import Cleaning, Profile, Sink
from capture.isolate import values
from capture.isolate.exchange import Exchange, Part, Told
from capture.isolate.limits.promises import Held
from capture.isolate.roles import WATCH_SECONDS, Load, Role
from capture.isolate.wire import BrokenWire
from capture.kinds import MediaKind
from capture.progress import Tick, silent
from capture.redact import plan as redaction
from capture.redact.plan import RedactionPlan, RegionKind, Window
from capture.report import HiddenPicture, MetadataReport, Picture
from capture.reveal import Kept

STALL_SECONDS = 60.0
"""A child that neither reads, writes nor ticks for so long is ended."""
T = TypeVar("T")


class MediaPool:
    """Confined children for use from any thread; ``workers`` of each role at most."""

    def __init__(self, workers: int = 2, stall_seconds: float = STALL_SECONDS) -> None:
        self.workers = workers
        self._stall_seconds = stall_seconds
        load = Load(workers)
        self._roles = {
            "media": Role(workers, load),
            "verify": Role(workers, load),
            "play": Role(1, Load(1)),
        }
        self._closed = threading.Event()
        self._watch = threading.Thread(target=self._watch_children, daemon=True)
        self._watch.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End every child; calls under way raise DecoderCrashed."""
        self._closed.set()
        for role in self._roles.values():
            role.end_all()
        self._watch.join()

    def prepare(self, role: str) -> None:
        """Start a child of a role before its first call, where there is none yet.

        Raises DecoderCrashed, OSError.
        """
        self._roles[role].prepare(self._stall_seconds)

    def held(self) -> frozenset[Held]:
        """Return what a child cannot do on this system, as it says itself. Raises CaptureError."""
        answer = self.call("media", {"do": "held"}, io.BytesIO(), None, silent)
        return _trusted(values.unpack_held, answer)

    def inspect(self, source: BinaryIO, tick: Tick = silent) -> MetadataReport:
        """Return what a file says. Raises CaptureError."""
        answer = self.call("media", {"do": "inspect"}, source, None, tick)
        return _trusted(values.unpack_report, answer)

    def clean(
        self, source: BinaryIO, sink: Sink, profile: Profile, tick: Tick = silent
    ) -> Cleaning:
        """Write a cleaned copy to ``sink``. Raises CaptureError; the sink's own errors pass.

        What is written can change after the sink returned: it reads each byte once.
        """
        call = {"do": "clean", "profile": profile.value}
        return _trusted(values.unpack_cleaning, self.call("media", call, source, sink, tick))

    def inspect_and_clean(
        self,
        source: BinaryIO,
        sink: Sink,
        profile: Profile,
        told: Told,
        tick: Tick = silent,
    ) -> Cleaning:
        """Do both with one reading of ``source``; ``told`` hears the report before the copy begins.

        Raises CaptureError, after the report where only the copy fails.
        """
        call = {"do": "inspect-and-clean", "profile": profile.value}
        heard: list[MetadataReport] = []

        def hear(report: MetadataReport) -> None:
            heard.append(report)
            told(report)

        answer = self.call("media", call, source, sink, tick, told=hear)
        if not heard:
            raise DecoderCrashed("the child gave no report")
        return _trusted(values.unpack_cleaning, answer)

    def verify(
        self,
        kind: MediaKind,
        output: BinaryIO,
        needles: tuple[bytes, ...],
        tick: Tick = silent,
    ) -> None:
        """Read a cleaned copy again, in a child that decodes nothing. Raises Unverified."""
        call = {"do": "verify", **values.pack_needles(kind, needles)}
        self.call("verify", call, output, None, tick)

    def clean_keeping(
        self, source: BinaryIO, sink: Sink, profile: Profile, kept: Kept, tick: Tick = silent
    ) -> Cleaning:
        """Write a cleaned copy that says what its witness keeps. Raises CaptureError."""
        call = {"do": "clean-keeping", "profile": profile.value, **values.pack_kept(kept)}
        return _trusted(values.unpack_cleaning, self.call("media", call, source, sink, tick))

    def verify_keeping(
        self,
        kind: MediaKind,
        output: BinaryIO,
        needles: tuple[bytes, ...],
        kept: Kept,
        tick: Tick = silent,
    ) -> None:
        """Read such a copy again: what is kept is exactly that. Raises Unverified."""
        call = {"do": "verify-keeping", **values.pack_needles(kind, needles)}
        self.call("verify", {**call, **values.pack_kept(kept)}, output, None, tick)

    def preview(self, source: BinaryIO, max_side: int) -> Picture:
        """Return a small upright picture. Raises CaptureError."""
        call = {"do": "preview", "max_side": max_side}
        return _trusted(_picture, self.call("media", call, source, None, silent))

    def first_look(self, head: BinaryIO, max_side: int) -> Picture:
        """Return the small picture in a file's beginning, where one stands. Raises CaptureError."""
        call = {"do": "first-look", "max_side": max_side}
        return _trusted(_picture, self.call("media", call, head, None, silent))

    def view(
        self,
        source: BinaryIO,
        max_side: int,
        window: Window | None = None,
        plan: RedactionPlan | None = None,
        tick: Tick = silent,
    ) -> tuple[tuple[int, int], Picture]:
        """Return a photo's upright width and height, and a window of it, covered by a plan if any.

        The window (left, top, width, height) is scaled down to ``max_side`` where it is larger.
        Raises CaptureError.
        """
        stored = None if plan is None else redaction.as_json(plan)
        call = {"do": "view", "max_side": max_side, "window": window, "plan": stored}
        return _trusted(_seen, self.call("media", call, source, None, tick))

    def hidden(
        self, source: BinaryIO, max_side: int, tick: Tick = silent
    ) -> tuple[HiddenPicture, ...]:
        """Return the pictures that are hidden in a file, small. Raises CaptureError."""
        call = {"do": "hidden", "max_side": max_side}
        return _trusted(values.unpack_hidden, self.call("media", call, source, None, tick))

    def thumbnail(self, source: BinaryIO, max_side: int, max_bytes: int) -> bytes:
        """Return a small JPEG, or nothing where none fits ``max_bytes``. Raises CaptureError."""
        call = {"do": "thumbnail", "max_side": max_side, "max_bytes": max_bytes}
        return self.call("media", call, source, None, silent)

    def find_faces(
        self, source: BinaryIO, tick: Tick = silent, *, thorough: bool
    ) -> tuple[tuple[int, int], list[Finding]]:
        """Return the upright picture's width and height, and its faces. Raises CaptureError."""
        return self.find(source, (RegionKind.FACE,), tick, thorough=thorough)

    def find(
        self,
        source: BinaryIO,
        wanted: Collection[RegionKind],
        tick: Tick = silent,
        *,
        thorough: bool,
    ) -> tuple[tuple[int, int], list[Finding]]:
        """Return the upright picture's width and height, and what is found of the wanted kinds.

        ``tick`` counts thousandths. Raises CaptureError.
        """
        call = {"do": "find", "wanted": [kind.value for kind in wanted], "thorough": thorough}
        return _trusted(values.unpack_found, self.call("media", call, source, None, tick))

    def redact(
        self, source: BinaryIO, plan: RedactionPlan, sink: Sink, tick: Tick = silent
    ) -> Cleaning:
        """Write a covered copy of a photo to ``sink``. Raises CaptureError."""
        call = {"do": "redact", "plan": redaction.as_json(plan)}
        return _trusted(values.unpack_cleaning, self.call("media", call, source, sink, tick))

    def call(
        self,
        role: str,
        call: dict[str, Any],
        source: BinaryIO,
        sink: Sink | None,
        tick: Tick,
        *,
        told: Told | None = None,
        part: Part | None = None,
    ) -> bytes:
        """Have a child of a role do one call and return its answer. Raises CaptureError."""
        with self._roles[role].lend(self._stall_seconds) as child:
            return child.call(call, Exchange(source, sink, tick, told, part))

    def _watch_children(self) -> None:
        while not self._closed.wait(WATCH_SECONDS):
            for role in self._roles.values():
                role.end_stalled()


def _trusted(unpack: Callable[[bytes], T], answer: bytes) -> T:
    try:
        return unpack(answer)
    except BrokenWire as error:
        raise DecoderCrashed("the child's answer made no sense") from error


def _picture(untrusted: bytes) -> Picture:
    width = int.from_bytes(untrusted[:4], "big")
    rgb = untrusted[4:]
    if not width or not rgb or len(rgb) % (width * 3):
        raise BrokenWire
    return Picture(width, len(rgb) // (width * 3), rgb)


def _seen(untrusted: bytes) -> tuple[tuple[int, int], Picture]:
    width, height = (int.from_bytes(untrusted[at : at + 4], "big") for at in (0, 4))
    if not width or not height:
        raise BrokenWire
    return (width, height), _picture(untrusted[8:])
