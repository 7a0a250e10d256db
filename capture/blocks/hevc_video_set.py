"""The video parameter set of HEVC, brought to what one layer needs.

Source: ITU-T H.265, 7.3.2.1 (video_parameter_set_rbsp), 7.3.3 (profile_tier_level), 9.2
(Exp-Golomb codes) and Annex F (its extension).

A spatial video of a phone, or a film with a mask, has a second layer, which is not carried over.
Its video parameter set describes both layers, in an extension that is as good as open.
"""

from capture.blocks.aac import Bits, BitWriter
from capture.errors import Damaged

_LAYERS_AT = 22
"""Bits before vps_max_layers_minus1, with the header of the unit."""
_LONGEST = 32


def of_one_layer(unit: bytes) -> bytes:
    """Return the set of its first layer alone; itself where it has no other.

    ``unit`` is behind its emulation prevention, and so is what comes back. Raises Damaged.
    """
    bits, out = Bits(unit), BitWriter()
    out.put(bits.take(_LAYERS_AT), _LAYERS_AT)
    if not bits.take(6):
        return unit
    out.put(0, 6)
    layers = out.put(bits.take(3), 3)
    begin = bits.at
    bits.take(1 + 16)
    skip_profile(bits, layers)
    for _ in range(layers + 1 if bits.take(1) else 1):
        for _ in range(3):
            exponential(bits)
    end, again = bits.at, Bits(unit)
    again.take(begin)
    out.put(again.take(end - begin), end - begin)
    # One layer, one set of it, neither a clock nor an extension, and the stop bit.
    out.put(0b000000_1_0_0_1, 10)
    return out.data()


def skip_profile(bits: Bits, layers: int) -> None:
    """Pass over profile_tier_level (7.3.3)."""
    bits.take(96)
    present = [(bits.take(1), bits.take(1)) for _ in range(layers)]
    if layers:
        bits.take(2 * (8 - layers))
    for profile, level in present:
        bits.take(88 * profile + 8 * level)


def exponential(bits: Bits) -> int:
    """Read an Exp-Golomb number (9.2). Raises Damaged."""
    zeros = 0
    while not bits.take(1):
        zeros += 1
        if zeros > _LONGEST:
            raise Damaged("a number in the parameter sets is too long")
    return (1 << zeros) - 1 + bits.take(zeros)
