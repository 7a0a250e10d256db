"""Number plates: text inside a vehicle, and text of a plate's shape that stands alone.

There are no weights for plates that we may use, so plates are what the
detectors of text and of vehicles say together. Text on a vehicle that is no
plate (a company's name, a line's number) tells as much, and is found too.
"""

from collections.abc import Sequence

import numpy as np

from capture.detect import boxes
from capture.detect.finding import Finding
from capture.redact.plan import RegionKind

_INSIDE = 0.6
"""Share of the text that has to lie within the vehicle's box, which is grown by a tenth."""
_VEHICLE_GROWTH = 0.1
_WIDEST, _NARROWEST = 7.0, 1.2
"""Width over height of plates: 520 by 110 mm in one line, 280 by 200 mm in two, seen askew."""
_ALONE = 0.5
"""A plate's shape far from any vehicle is half as likely to be a plate as text is to be text."""


def plates_among(texts: Sequence[Finding], vehicles: Sequence[Finding]) -> list[Finding]:
    """Return a plate for each text in a vehicle, and a doubtful one for each that has the shape."""
    plates = []
    for text in texts:
        if _lies_in(text, vehicles):
            plates.append(_plate(text, text.confidence, "pp-ocr+nanodet"))
        elif _NARROWEST <= text.width / max(text.height, 1.0) <= _WIDEST and _alone(text, texts):
            plates.append(_plate(text, text.confidence * _ALONE, "pp-ocr"))
    return plates


def _plate(text: Finding, confidence: float, found_by: str) -> Finding:
    box = text.left, text.top, text.right, text.bottom
    return Finding(*box, RegionKind.PLATE, confidence, found_by)


def _lies_in(text: Finding, vehicles: Sequence[Finding]) -> bool:
    if not vehicles:
        return False
    shared = boxes.shared_area(_row(text), np.array([_grown(vehicle) for vehicle in vehicles]))
    return bool((shared >= _INSIDE * text.area).any())


def _alone(text: Finding, texts: Sequence[Finding]) -> bool:
    """Say whether no other text is on the same line, closer than the letters are high."""
    return not any(
        other is not text
        and abs(other.top + other.bottom - text.top - text.bottom) < text.height
        and other.left - text.right < text.height
        and text.left - other.right < text.height
        for other in texts
    )


def _row(finding: Finding) -> boxes.Boxes:
    return np.array([finding.left, finding.top, finding.right, finding.bottom], dtype=np.float64)


def _grown(vehicle: Finding) -> tuple[float, float, float, float]:
    across, down = _VEHICLE_GROWTH * vehicle.width, _VEHICLE_GROWTH * vehicle.height
    left, top = vehicle.left - across, vehicle.top - down
    return left, top, vehicle.right + across, vehicle.bottom + down
