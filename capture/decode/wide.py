"""Colours that a file names by numbers (``nclx``), brought to sRGB for screens and JPEGs.

Sources: ITU-T H.273 (the numbers), ITU-R BT.2100 (PQ and HLG), BT.2408 (203 candela per square
metre for the white of a page), IEC 61966-2-1 (sRGB). What is brighter than a page's white is
rolled off softly, so that skies and lamps of HDR pictures stay pictures.
"""

from functools import cache

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Samples = NDArray[np.uint8] | NDArray[np.uint16]

BT_2020, DISPLAY_P3 = 9, 12
PQ, HLG = 16, 18
HDR = frozenset((PQ, HLG))

PAGE_WHITE = 203.0
"""Candela per square metre of a page's white."""
PQ_PEAK = 10_000.0
"""Candela per square metre of the brightest that PQ can say."""
_HLG_PEAK = 1_000.0
_KNEE = 0.75
_STEPS = 16_383
_LINEAR_BELOW = 0.0031308
_ROWS = 256
_LUMA = np.array((0.2627, 0.6780, 0.0593), np.float32)
_TO_SRGB = {
    BT_2020: np.array(
        ((1.660491, -0.587641, -0.072850), (-0.124550, 1.132900, -0.008349),
         (-0.018151, -0.100579, 1.118730)), np.float32,
    ),
    DISPLAY_P3: np.array(
        ((1.224940, -0.224940, 0.0), (-0.042057, 1.042057, 0.0),
         (-0.019638, -0.078636, 1.098274)), np.float32,
    ),
}  # fmt: skip


def needs_converting(primaries: int, transfer: int) -> bool:
    """Say whether pixels in these numbers look wrong when they are taken for sRGB."""
    return primaries in _TO_SRGB or transfer in HDR


def to_srgb(samples: Samples, primaries: int, transfer: int) -> NDArray[np.uint8]:
    """Convert samples (height, width, 3) of 8 bits, or of 16 in their full range, to sRGB."""
    light = _light_table(transfer, int(np.iinfo(samples.dtype).max))
    matrix = _TO_SRGB.get(primaries)
    out = np.empty(samples.shape, np.uint8)
    for top in range(0, samples.shape[0], _ROWS):
        rows = light[samples[top : top + _ROWS]]
        if transfer == HLG:
            rows *= np.maximum(rows @ _LUMA, 1e-6)[..., None] ** np.float32(0.2)
            rows *= np.float32(_HLG_PEAK / PAGE_WHITE)
        if transfer in HDR:
            rows = _rolled_off(rows)
        if matrix is not None:
            rows = rows @ matrix.T
        out[top : top + _ROWS] = _shade_table()[_indexes(rows)]
    return out


def _indexes(light: Floats) -> NDArray[np.uint16]:
    return (np.clip(light, 0, 1) * _STEPS + 0.5).astype(np.uint16)


def _rolled_off(light: Floats) -> Floats:
    """Bend what is near or over white below it, by the brightest channel: hues stay."""
    peak = np.maximum(light.max(axis=-1, keepdims=True), 1e-6)
    over = np.maximum(peak - _KNEE, 0) / (1 - _KNEE)
    bent = np.where(peak > _KNEE, _KNEE + (1 - _KNEE) * (1 - np.exp(-over)), peak)
    scaled: Floats = light * (bent / peak).astype(np.float32)
    return scaled


@cache
def _shade_table() -> NDArray[np.uint8]:
    """Give the sRGB value of each step of light."""
    light = np.arange(_STEPS + 1) / _STEPS
    curve = np.where(light <= _LINEAR_BELOW, 12.92 * light, 1.055 * light ** (1 / 2.4) - 0.055)
    return np.round(curve * 255).astype(np.uint8)


def light_of_pq(value: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the light of PQ's values from 0 to 1, as a share of its peak (BT.2100, table 4)."""
    root = value ** (1 / 78.84375)
    share = np.maximum(root - 0.8359375, 0) / (18.8515625 - 18.6875 * root)
    return np.asarray(share ** (1 / 0.1593017578125))


@cache
def _light_table(transfer: int, top: int) -> Floats:
    """Give the light of each sample value; 1 is a page's white (for HLG, its own peak)."""
    value = np.arange(top + 1) / top
    if transfer == PQ:
        light = light_of_pq(value) * (PQ_PEAK / PAGE_WHITE)
    elif transfer == HLG:
        bright = (np.exp((value - 0.55991073) / 0.17883277) + 0.28466892) / 12
        light = np.where(value <= 0.5, value**2 / 3, bright)  # noqa: PLR2004 - BT.2100
    else:
        light = np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4)  # noqa: PLR2004 - sRGB
    return light.astype(np.float32)
