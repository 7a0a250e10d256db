"""Which detectors look for what: one list, and one call for everything that is wanted."""

from collections.abc import Callable, Iterable

from capture.detect import faces
from capture.detect.finding import Detector, Finding
from capture.detect.plates import plates_among
from capture.detect.running import Pixels
from capture.detect.text import Text
from capture.detect.things import Things
from capture.progress import Tick, silent
from capture.redact.plan import RegionKind

FACES: tuple[Detector, ...] = (faces.Instant(), faces.Thorough())
"""By whether the look is thorough."""
TEXT: Detector = Text()
THINGS: Detector = Things()
DETECTORS: tuple[Detector, ...] = (*FACES, TEXT, THINGS)
_FROM_THINGS = {RegionKind.PERSON, RegionKind.VEHICLE, RegionKind.SCREEN, RegionKind.PLATE}
_FROM_TEXT = {RegionKind.TEXT, RegionKind.PLATE}


def find(
    pixels: Pixels, wanted: Iterable[RegionKind], tick: Tick = silent, *, thorough: bool
) -> list[Finding]:
    """Return what is found of the wanted kinds, surest first. Raises WeightsMissing.

    ``tick`` counts thousandths of the whole. Text that is part of a plate is given as a plate
    alone where both are wanted.
    """
    kinds = frozenset(wanted)
    stages = _Stages(tick, _stages(kinds))
    found: list[Finding] = []
    if RegionKind.FACE in kinds:
        found += stages.run(FACES[thorough], pixels)
    things = stages.run(THINGS, pixels) if kinds & _FROM_THINGS else []
    texts = stages.run(TEXT, pixels) if kinds & _FROM_TEXT else []
    if RegionKind.PLATE in kinds:
        vehicles = [thing for thing in things if thing.kind is RegionKind.VEHICLE]
        plates = plates_among(texts, vehicles)
        found += plates
        boxes = {(plate.left, plate.top) for plate in plates}
        texts = [text for text in texts if (text.left, text.top) not in boxes]
    found += [finding for finding in (*things, *texts) if finding.kind in kinds]
    return sorted(found, key=lambda finding: finding.confidence, reverse=True)


def _stages(kinds: frozenset[RegionKind]) -> int:
    return (RegionKind.FACE in kinds) + bool(kinds & _FROM_THINGS) + bool(kinds & _FROM_TEXT)


class _Stages:
    """One count over detectors that run one after another."""

    def __init__(self, tick: Tick, total: int) -> None:
        self._tick = tick
        self._total = max(total, 1)
        self._done = 0

    def run(self, detector: Detector, pixels: Pixels) -> list[Finding]:
        """Run one detector as the next stage."""
        find: Callable[[Pixels, Tick], list[Finding]] = detector.find
        found = find(pixels, self._within)
        self._done += 1
        return found

    def _within(self, done: int, total: int) -> None:
        share = self._done + done / max(total, 1)
        self._tick(round(1000 * share / self._total), 1000)
