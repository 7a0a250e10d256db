"""Opus: the padding of its packets, which may hold anything and which no decoder looks at.

Source: RFC 6716, 3.2.5: a packet of code 3 says in its second byte whether it is padded, then how
much, and the padding stands at its end. The sound and the packet's length stay as they are.
"""

RATE = 48_000
"""What it is decoded at, whatever was recorded (RFC 7845, 5.1)."""

_CODE, _PADDED = 3, 0x40
_LENGTHS = 2
_MORE = 255


def quiet(packet: bytes) -> bytes:
    """Return the packet with zeros for padding; one that breaks the rules as it is."""
    if len(packet) <= _LENGTHS or packet[0] & _CODE != _CODE or not packet[1] & _PADDED:
        return packet
    at, padding = _LENGTHS, 0
    while at < len(packet) and packet[at] == _MORE:
        at, padding = at + 1, padding + _MORE - 1
    if at == len(packet):
        return packet
    padding += packet[at]
    if not 0 < padding < len(packet) - at:
        return packet
    return packet[:-padding] + bytes(padding)
