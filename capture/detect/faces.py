"""Faces: CenterFace and RetinaFace, each at one scale, and the ensemble over both.

CenterFace (Xu et al., 2019, arXiv:1911.03599) gives a heat map of face centres
at a quarter of the picture's size, with each face's size and offset.
RetinaFace (Deng et al., 2019, arXiv:1905.00641) gives boxes around anchors of
two sizes at each of three strides. Both are run here on plain arrays: pictures
are padded to whole strides, never distorted.
"""

from functools import cache

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from capture.decode.scale import resized
from capture.detect import weights
from capture.detect.finding import Finding
from capture.detect.merge import merged, scaled

LEAST = 0.2
"""Weakest finding that is given out; weaker ones are mostly bushes and hands."""
INSTANT_SIDE = 640
_LARGEST_SIDE = 4096
_SMALL = 1000
_STRIDE = 32
_NET_STEP = 4
_ANCHORS = ((8, (16, 32)), (16, (64, 128)), (32, (256, 512)))
_CENTRE_STEP, _SIZE_STEP = 0.1, 0.2
_MEAN_BGR = np.array([104, 117, 127], dtype=np.float32)

Pixels = NDArray[np.uint8]
Samples = NDArray[np.float32]


class CenterFace:
    """CenterFace at the picture's own scale."""

    def find(self, pixels: Pixels) -> list[Finding]:
        """Return faces; their smallest useful height is about ten pixels."""
        batch = _padded(pixels).astype(np.float32).transpose(2, 0, 1)[None]
        heat, size, offset, _ = _session(weights.CENTERFACE).run(None, {"input.1": batch})
        rows, columns = np.nonzero(heat[0, 0] > LEAST)
        height, width = np.exp(size[0, :, rows, columns]).T * _NET_STEP
        down, across = offset[0, :, rows, columns].T
        middle_x = (columns + across + 0.5) * _NET_STEP
        middle_y = (rows + down + 0.5) * _NET_STEP
        sides = (
            middle_x - width / 2,
            middle_y - height / 2,
            middle_x + width / 2,
            middle_y + height / 2,
        )
        boxes = np.stack(sides, axis=1)
        return _findings(boxes, heat[0, 0, rows, columns], pixels.shape, "centerface")


class RetinaFace:
    """RetinaFace with a MobileNet 0.25 body, at the picture's own scale."""

    def find(self, pixels: Pixels) -> list[Finding]:
        """Return faces; their smallest useful height is about ten pixels."""
        padded = _padded(pixels)
        batch = (padded[:, :, ::-1].astype(np.float32) - _MEAN_BGR).transpose(2, 0, 1)[None]
        offsets, scores, _ = _session(weights.RETINAFACE).run(None, {"input": batch})
        anchors = _anchors(*padded.shape[:2])
        sure = scores[0, :, 1] > LEAST
        at, moved = anchors[sure], offsets[0, sure]
        middle = at[:, :2] + at[:, 2:] * moved[:, :2] * _CENTRE_STEP
        half = at[:, 2:] * np.exp(moved[:, 2:] * _SIZE_STEP) / 2
        boxes = np.concatenate([middle - half, middle + half], axis=1)
        return _findings(boxes, scores[0, sure, 1], pixels.shape, "retinaface")


class Instant:
    """One small pass: every close face, in a fraction of a second."""

    def find(self, pixels: Pixels) -> list[Finding]:
        """Return what one CenterFace pass over a picture of 640 pixels finds."""
        return _at_scale(CenterFace(), pixels, INSTANT_SIDE / max(pixels.shape[:2]))


class Thorough:
    """Several scales, a mirror, quarter turns and a second network: what one pass misses."""

    def find(self, pixels: Pixels) -> list[Finding]:
        """Return everything that any of the passes found."""
        longest = max(pixels.shape[:2])
        near = min(1.0, INSTANT_SIDE / longest)
        whole = min(1.0, _LARGEST_SIDE / longest)
        small = longest <= _SMALL
        found = _at_scale(CenterFace(), pixels, near) + _turned(pixels, near)
        found += _mirrored(CenterFace(), pixels, 2.0 if small else whole)
        found += _mirrored(RetinaFace(), pixels, 2.0 if small else whole / 2)
        if small:
            found += CenterFace().find(pixels)
        return merged(found)


def _at_scale(detector: CenterFace | RetinaFace, pixels: Pixels, scale: float) -> list[Finding]:
    return scaled(detector.find(resized(pixels, scale)), 1 / scale)


def _mirrored(detector: CenterFace | RetinaFace, pixels: Pixels, scale: float) -> list[Finding]:
    """Look at the picture in a mirror, where a face at the edge of being found often is."""
    width = pixels.shape[1]
    return [
        Finding(width - f.right, f.top, width - f.left, f.bottom, f.kind, f.confidence, f.found_by)
        for f in _at_scale(detector, pixels[:, ::-1], scale)
    ]


def _turned(pixels: Pixels, scale: float) -> list[Finding]:
    """Look at the picture lying on each side and on its head."""
    height, width = pixels.shape[:2]
    found = []
    for turns in (1, 2, 3):
        for f in _at_scale(CenterFace(), np.rot90(pixels, turns), scale):
            left, top, right, bottom = f.left, f.top, f.right, f.bottom
            box = {
                1: (width - bottom, left, width - top, right),
                2: (width - right, height - bottom, width - left, height - top),
                3: (top, height - right, bottom, height - left),
            }[turns]
            found.append(Finding(*box, f.kind, f.confidence, f.found_by))
    return found


def _padded(pixels: Pixels) -> Pixels:
    height, width = pixels.shape[:2]
    return np.pad(pixels, ((0, -height % _STRIDE), (0, -width % _STRIDE), (0, 0)))


def _findings(
    boxes: NDArray[np.floating], scores: Samples, shape: tuple[int, ...], by: str
) -> list[Finding]:
    height, width = shape[:2]
    inside = np.clip(boxes, 0, [width, height, width, height])
    found = [
        Finding(left, top, right, bottom, "face", score, by)
        for (left, top, right, bottom), score in zip(inside.tolist(), scores.tolist(), strict=True)
    ]
    return merged(face for face in found if face.area > 0)


@cache
def _anchors(height: int, width: int) -> NDArray[np.float64]:
    """Return each anchor's middle and size (x, y, width, height) in pixels, in network order."""
    levels = []
    for stride, sizes in _ANCHORS:
        rows, columns = -(-height // stride), -(-width // stride)
        across, down = np.meshgrid(np.arange(columns), np.arange(rows))
        middles = (np.column_stack((across.ravel(), down.ravel())) + 0.5) * stride
        repeated = np.repeat(middles, len(sizes), axis=0)
        boxes = np.tile(np.array(sizes)[:, None], (rows * columns, 2))
        levels.append(np.hstack((repeated, boxes)))
    return np.concatenate(levels)


@cache
def _session(which: weights.Weights) -> onnxruntime.InferenceSession:
    onnxruntime.disable_telemetry_events()
    onnxruntime.set_default_logger_severity(3)
    options = onnxruntime.SessionOptions()
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    options.enable_cpu_mem_arena = False
    return onnxruntime.InferenceSession(
        weights.load(which), options, providers=["CPUExecutionProvider"]
    )
