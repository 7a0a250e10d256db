"""Padmé: round a length up so that it says little of what is inside.

Nikitin and others, "Reducing Metadata Leakage from Encrypted Files and
Communication with PURBs" (PETS 2019), section 4: keep only as many leading
bits of the length as its logarithm needs. A length of L bits of magnitude E
then leaks O(log log L) bits and costs at most 12 %, less as it grows.
"""

from hashlib import sha256

from storage.bundle.streams import Zeros

_BLOCK = 1024 * 1024


def padded(length: int) -> int:
    """Return the Padmé length, in bytes, of something of this many bytes."""
    if length < 2:  # noqa: PLR2004 (the logarithm below starts at 2)
        return length
    magnitude = length.bit_length() - 1
    low_bits = magnitude - magnitude.bit_length()
    mask = (1 << low_bits) - 1
    return (length + mask) & ~mask


def zeros_sha256(size: int) -> str:
    """Return the hexadecimal SHA-256 of this many zero bytes."""
    digest, zeros = sha256(), Zeros(size)
    while block := zeros.read(_BLOCK):
        digest.update(block)
    return digest.hexdigest()
