"""Looks at a picture: a network at one scale, in the mirror or turned; and what they say together.

Every look that could have seen a face counts, whether it did or not. The
scores of a network's looks are averaged as logits (a look that saw nothing
counts as a score of 0.02), and a logistic regression over the networks makes
a confidence of them: the share of such places that are faces. Its numbers were
fitted over pictures of crowds (`packaging/bench/bench_photo-redact.py` measures
what comes of them).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from capture.decode.scale import resized
from capture.detect import boxes
from capture.detect.boxes import Boxes
from capture.detect.face_networks import Network
from capture.detect.finding import Finding
from capture.detect.running import Pixels
from capture.redact.plan import RegionKind

_SAME = 0.4
_MOST = 1500
"""Places of one look that are considered, the strongest ones."""
_UNSEEN, _CERTAIN = 0.02, 0.98
_QUARTERS = 4


@dataclass(frozen=True, slots=True)
class Look:
    """One run of a network; ``scale`` is of the whole picture, which may be mirrored first."""

    network: Network
    scale: float
    mirrored: bool = False


@dataclass(frozen=True, slots=True)
class Weighing:
    """How much the looks of each network count, and what all of them have to overcome."""

    of: dict[Network, float]
    constant: float


def boxes_seen(look: Look, pixels: Pixels) -> Boxes:
    """Return what one look finds, in pixels of the picture, one row for each place."""
    width = pixels.shape[1]
    shown = resized(pixels[:, ::-1] if look.mirrored else pixels, look.scale)
    found = boxes.strongest(look.network(shown), _SAME, _MOST)
    found[:, :4] *= np.tile([width / shown.shape[1], pixels.shape[0] / shown.shape[0]], 2)
    if look.mirrored:
        found[:, [0, 2]] = width - found[:, [2, 0]]
    return found


def faces_of(
    looks: Sequence[Look], seen: Sequence[Boxes], weighing: Weighing, least: float
) -> list[Finding]:
    """Return one finding for each place that any of the looks saw, ``least`` confident or more."""
    rows = np.concatenate(seen)
    which = np.repeat(np.arange(len(looks)), [len(found) for found in seen])
    findings = []
    for group in boxes.grouped(rows[:, :4], rows[:, 4], _SAME):
        scores = np.full(len(looks), _UNSEEN)
        np.maximum.at(scores, which[group], rows[group, 4])
        confidence = _confidence(looks, scores, weighing)
        if confidence >= least:
            box = np.average(rows[group, :4], axis=0, weights=rows[group, 4])
            names = sorted({looks[index].network.__name__ for index in which[group]})
            left, top, right, bottom = box.tolist()
            findings.append(
                Finding(left, top, right, bottom, RegionKind.FACE, confidence, "+".join(names))
            )
    return findings


def _confidence(looks: Sequence[Look], scores: NDArray[np.float64], weighing: Weighing) -> float:
    bounded = np.minimum(scores, _CERTAIN)
    logits = np.log(bounded / (1 - bounded))
    total = weighing.constant
    for network, weight in weighing.of.items():
        own = [logit for look, logit in zip(looks, logits, strict=True) if look.network is network]
        total += weight * float(np.mean(own))
    return float(1 / (1 + np.exp(-total)))


def turned_back(finding: Finding, turns: int, width: int, height: int) -> Finding:
    """Return where a finding is in the picture that was turned left by ``turns`` quarters.

    ``width`` and ``height`` are those of the picture before it was turned.
    """
    left, top, right, bottom = finding.left, finding.top, finding.right, finding.bottom
    box = {
        0: (left, top, right, bottom),
        1: (width - bottom, left, width - top, right),
        2: (width - right, height - bottom, width - left, height - top),
        3: (top, height - right, bottom, height - left),
    }[turns % _QUARTERS]
    return Finding(*box, finding.kind, finding.confidence, finding.found_by)
