"""Running a network: one session for each model, with bounds, and pictures as it wants them."""

from functools import cache

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from capture.detect import weights

Pixels = NDArray[np.uint8]
Samples = NDArray[np.float32]
STRIDE = 32


def run(which: weights.Weights, name: str, batch: Samples) -> list[Samples]:
    """Run a model on ``batch`` as its input ``name`` and return its outputs.

    Raises WeightsMissing where the model is not there, or is not what its digest says.
    """
    outputs: list[Samples] = _session(which).run(None, {name: batch})
    return outputs


def padded(pixels: Pixels) -> Pixels:
    """Return a picture with black below and to its right, so that its sides are whole strides."""
    height, width = pixels.shape[:2]
    return np.pad(pixels, ((0, -height % STRIDE), (0, -width % STRIDE), (0, 0)))


def planes(pixels: Pixels, *, blue_first: bool) -> Samples:
    """Return samples (1, 3, height, width) from 0 to 255, one colour after another."""
    ordered = pixels[:, :, ::-1] if blue_first else pixels
    return np.ascontiguousarray(ordered.transpose(2, 0, 1)[None], dtype=np.float32)


def likelihood(raw: Samples) -> Samples:
    """Return the sigmoid."""
    return np.asarray(1 / (1 + np.exp(-np.clip(raw, -30, 30))), dtype=np.float32)


@cache
def _session(which: weights.Weights) -> onnxruntime.InferenceSession:
    onnxruntime.disable_telemetry_events()
    onnxruntime.set_default_logger_severity(3)
    options = onnxruntime.SessionOptions()
    # Threads that spin while they wait cost other children their processor.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    # Memory goes back after each picture: the child has a bound on its address space.
    options.enable_cpu_mem_arena = False
    return onnxruntime.InferenceSession(
        weights.load(which), options, providers=["CPUExecutionProvider"]
    )
