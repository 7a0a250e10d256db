"""Writing an ONNX model from nothing but its operators and constants.

The few fields that a model needs, by number as in onnx.proto (ONNX 1.16): ModelProto ir_version 1,
graph 7, opset_import 8; GraphProto node 1, name 2, initializer 5, input 11, output 12; NodeProto
input 1, output 2, op_type 4, attribute 5; TensorProto dims 1, data_type 2, name 8, raw_data 9. The
same operators in the same order give the same bytes, so that a converted model has a digest.
"""

import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

_IR_VERSION, _OPSET = 8, 13
_VARINT, _BYTES, _FIXED32 = 0, 2, 5
_TYPES = {np.dtype(np.float32): 1, np.dtype(np.int64): 7}
_FLOAT, _INT, _STRING, _INTS = 1, 2, 3, 7
_SEVEN, _CONTINUES = 0x7F, 0x80

Attribute = int | float | str | Sequence[int]


@dataclass(slots=True)
class Graph:
    """A graph under construction; every method gives the name of what it added."""

    nodes: list[bytes] = field(default_factory=list)
    constants: list[bytes] = field(default_factory=list)
    count: int = 0

    def add(self, operator: str, *inputs: str, **attributes: Attribute) -> str:
        """Add an operator; an input without a name is one that is left out."""
        name = self._name()
        parts = [length_field(1, source.encode()) for source in inputs]
        parts.append(length_field(2, name.encode()))
        parts.append(length_field(4, operator.encode()))
        parts += [length_field(5, _attribute(*pair)) for pair in sorted(attributes.items())]
        self.nodes.append(length_field(1, b"".join(parts)))
        return name

    def constant(self, values: NDArray[np.float32] | NDArray[np.int64]) -> str:
        """Add a constant."""
        name = self._name()
        dims = b"".join(_number(1, side) for side in values.shape)
        kind = _number(2, _TYPES[values.dtype])
        little = values.astype(values.dtype.newbyteorder("<"))
        raw = length_field(9, np.ascontiguousarray(little).tobytes())
        self.constants.append(length_field(5, dims + kind + length_field(8, name.encode()) + raw))
        return name

    def convolution(
        self,
        source: str,
        weights: NDArray[np.float32],
        biases: NDArray[np.float32] | None = None,
        **attributes: Attribute,
    ) -> str:
        """Add a convolution; ``weights`` are (out, in / groups, height, width)."""
        inputs = [source, self.constant(weights)]
        if biases is not None:
            inputs.append(self.constant(biases))
        return self.add("Conv", *inputs, **attributes)

    def model(self, source: str, outputs: Sequence[str]) -> bytes:
        """Return the model whose input is ``source`` and whose outputs are ``outputs``."""
        body = [*self.nodes, length_field(2, b"model"), *self.constants]
        body.append(length_field(11, _value(source)))
        body += [length_field(12, _value(name)) for name in outputs]
        opset = length_field(8, _number(2, _OPSET))
        return _number(1, _IR_VERSION) + length_field(7, b"".join(body)) + opset

    def _name(self) -> str:
        self.count += 1
        return f"v{self.count}"


def _value(name: str) -> bytes:
    """Return a ValueInfoProto of floats of any shape."""
    return length_field(1, name.encode()) + length_field(2, b"\x0a\x02\x08\x01")


def _attribute(name: str, value: Attribute) -> bytes:
    """Return an AttributeProto: name 1, f 2, i 3, s 4, ints 8, type 20."""
    named = length_field(1, name.encode())
    if isinstance(value, int):
        return named + _number(3, value) + _number(20, _INT)
    if isinstance(value, float):
        return named + varint(2 << 3 | _FIXED32) + struct.pack("<f", value) + _number(20, _FLOAT)
    if isinstance(value, str):
        return named + length_field(4, value.encode()) + _number(20, _STRING)
    return named + b"".join(_number(8, each) for each in value) + _number(20, _INTS)


def _number(number: int, value: int) -> bytes:
    return varint(number << 3 | _VARINT) + varint(value)


def length_field(number: int, body: bytes) -> bytes:
    """Return one protobuf field with a length."""
    return varint(number << 3 | _BYTES) + varint(len(body)) + body


def varint(value: int) -> bytes:
    """Return a protobuf number of seven bits a byte."""
    out = bytearray()
    while value > _SEVEN:
        out.append(value & _SEVEN | _CONTINUES)
        value >>= 7
    return bytes([*out, value])


_GRAPH, _INITIALISER, _GRAPH_INPUT, _GRAPH_OUTPUT, _TENSOR_NAME, _NAME = 7, 5, 11, 12, 8, 1


def any_size(model: bytes) -> bytes:
    """Let an ONNX model take pictures of any size, and fold its constants.

    Taking the initialisers out of the graph's inputs lets the runtime fold them (695 to 274 ms a
    frame, same findings); taking the shapes off its input and outputs lets it take any size.
    """
    return b"".join(
        length_field(number, _freed(body)) if number == _GRAPH else raw
        for number, body, raw in _fields(model)
    )


def _freed(graph: bytes) -> bytes:
    fields = list(_fields(graph))
    constants = {_named(body, _TENSOR_NAME) for number, body, _ in fields if number == _INITIALISER}
    kept = []
    for number, body, raw in fields:
        if number in {_GRAPH_INPUT, _GRAPH_OUTPUT}:
            name = _named(body, _NAME)
            if name not in constants:
                kept.append(length_field(number, _value(name.decode())))
        else:
            kept.append(raw)
    return b"".join(kept)


def _named(message: bytes, number: int) -> bytes:
    return next(body for found, body, _ in _fields(message) if found == number)


def _fields(message: bytes) -> Iterator[tuple[int, bytes, bytes]]:
    """Yield each protobuf field's number, its body if it has a length, and all its bytes."""
    at = 0
    while at < len(message):
        start = at
        key, at = _read_varint(message, at)
        body = b""
        if key & 7 == _BYTES:
            length, at = _read_varint(message, at)
            body, at = message[at : at + length], at + length
        elif key & 7 == _VARINT:
            _, at = _read_varint(message, at)
        else:
            at += {1: 8, _FIXED32: 4}[key & 7]
        yield key >> 3, body, message[start:at]


def _read_varint(message: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = message[at]
        value |= (byte & _SEVEN) << shift
        at, shift = at + 1, shift + 7
        if byte < _CONTINUES:
            return value, at
