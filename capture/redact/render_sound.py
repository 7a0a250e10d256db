"""A changed copy of a recording without a picture: by a plan alone, streamed.

What becomes of the sound is the same as in a video; see ``hearing.py``. Time begins with the first
sample.
"""

from collections.abc import Callable, Iterable
from contextlib import ExitStack
from typing import BinaryIO

from capture.decode.film_sound import sound_track
from capture.decode.film_writer import FilmWriter
from capture.decode.reencode_sound import SOUND_RATE
from capture.errors import BadPlan, Unsupported
from capture.progress import Tick
from capture.redact.film import FilmPlan
from capture.redact.hearing import Sound, changed, silent_spans
from capture.redact.moments import MICRO
from capture.redact.rendered import Rendered


def render(
    source: BinaryIO, plan: FilmPlan, write: Callable[[bytes], object], tick: Tick
) -> Rendered:
    """Write a recording's changed copy as fragments; ``tick`` counts microseconds.

    Raises BadPlan for a plan that is of a video or leaves nothing, Damaged, TooLarge and
    Unsupported.
    """
    with ExitStack() as stack:
        heard = stack.enter_context(sound_track(source, None, silent_spans(plan)))
        if heard is None:
            raise Unsupported("neither picture nor sound in it", codec="none")
        writer = FilmWriter(write, plan.coding.value, None, sound=True)
        stack.callback(writer.give_up)
        samples = _written(changed(heard.blocks(), plan), writer, plan, tick)
        if not samples:
            raise BadPlan("nothing of the recording is left")
        writer.close()
        lost = ("broken-parts-left-out",) if heard.errors else ()
        return Rendered(lost, frames=0, covered=0, broken=0, sound=True)


def _written(sounds: Iterable[Sound], writer: FilmWriter, plan: FilmPlan, tick: Tick) -> int:
    """Encode all of the sound, and return how many samples that were."""
    samples = 0
    for sound in sounds:
        tick(min(samples * MICRO // SOUND_RATE, plan.length), max(plan.length, 1))
        writer.sound(sound)
        samples += sound.shape[1]
    return samples
