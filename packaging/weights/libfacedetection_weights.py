"""libfacedetection's network as ONNX, from the numbers in its library.

libfacedetection (Yu Shiqi, BSD-3-Clause) has its weights in its C++ source; the only package that
carries them does so in a shared library for Linux. That library is read here as data and never
loaded: its symbol table says where each layer's numbers lie, and the network is built from them
as ``src/facedetectcnn-model.cpp`` does, so that it runs wherever ONNX does.
"""

import struct
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from onnx_write import Graph

_SECTION = struct.Struct("<IIQQQQIIQQ")
_SYMBOL = struct.Struct("<IBBHQQ")
_SYMBOLS, _NOT_IN_FILE = 11, 8
_INPUT = "input"
_HEAD_TAPS = 27
_LEVELS = 3

Numbers = Callable[[str], NDArray[np.float32]]


def to_onnx(library: bytes) -> bytes:
    """Return the model: a picture (1, 3, height, width) as blue, green, red from 0 to 255.

    Height and width are multiples of 32. Outputs for each of the strides 8, 16 and 32: class and
    objectness (1, 1, rows, columns, before the sigmoid) and box (1, 4, rows, columns).
    """
    network = _Network(_symbols(library))
    levels = network.backbone()
    outputs = [
        network.pair(level, f"bbox_head__multi_level_{head}__{index}", then_relu=False)
        for index, level in enumerate(network.neck(levels))
        for head in ("cls", "obj", "bbox")
    ]
    return network.graph.model(_INPUT, outputs)


def _symbols(library: bytes) -> Numbers:
    """Return a way to the float32 numbers behind a name of the library's symbol table (ELF 64)."""
    (table_at,) = struct.unpack_from("<Q", library, 0x28)
    (count,) = struct.unpack_from("<H", library, 0x3C)
    sections = [_SECTION.unpack_from(library, table_at + 64 * index) for index in range(count)]
    symbols = next(section for section in sections if section[1] == _SYMBOLS)
    names = sections[symbols[6]]
    places: dict[str, tuple[int, int]] = {}
    for at in range(symbols[4], symbols[4] + symbols[5], _SYMBOL.size):
        name_at, _, _, index, address, size = _SYMBOL.unpack_from(library, at)
        start = names[4] + name_at
        name = library[start : library.index(b"\0", start)].decode("ascii")
        if 0 < index < count and sections[index][1] != _NOT_IN_FILE:
            places[name] = (sections[index][4] + address - sections[index][3], size)

    def numbers(name: str) -> NDArray[np.float32]:
        at, size = places[name]
        return np.frombuffer(library, dtype="<f4", count=size // 4, offset=at).astype(np.float32)

    return numbers


class _Network:
    """YuNet (Wu, Peng, Yu: YuNet: A Tiny Millisecond-level Face Detector, 2023)."""

    def __init__(self, numbers: Numbers) -> None:
        self._numbers = numbers
        self.graph = Graph()

    def backbone(self) -> list[str]:
        """Add all stages; return the features at strides 8, 16 and 32."""
        at = self.pair(self._head(), "backbone__model0_dp")
        at = self._halved(at)
        at = self._unit(self._unit(at, 1), 2)
        levels = []
        for stage in (3, 4, 5):
            at = self._unit(self._halved(at), stage)
            levels.append(at)
        return levels

    def neck(self, levels: list[str]) -> list[str]:
        """Add the way back from coarse to fine; return the features of each level."""
        out = [""] * _LEVELS
        above = ""
        for index in reversed(range(_LEVELS)):
            at = self.graph.add("Add", above, levels[index]) if above else levels[index]
            out[index] = self.pair(at, f"neck__lateral_convs__{index}")
            above = self._doubled(out[index]) if index else ""
        return out

    def pair(self, source: str, name: str, *, then_relu: bool = True) -> str:
        """Add a pointwise convolution, a depthwise one of 3 by 3, and perhaps a ReLU."""
        biases = self._numbers(f"{name}_pw_bias")
        weights = self._numbers(f"{name}_pw_weight").reshape(len(biases), -1, 1, 1)
        at = self.graph.convolution(source, weights, biases)
        biases = self._numbers(f"{name}_dw_bias")
        taps = self._numbers(f"{name}_dw_weight").reshape(9, len(biases))
        weights = np.ascontiguousarray(taps.T).reshape(-1, 1, 3, 3)
        at = self.graph.convolution(at, weights, biases, group=len(biases), pads=[1, 1, 1, 1])
        return self.graph.add("Relu", at) if then_relu else at

    def _head(self) -> str:
        """Add the first layer, which the library does as pointwise over 3 by 3 neighbours."""
        biases = self._numbers("backbone__model0_pw_bias")
        taps = self._numbers("backbone__model0_pw_weight").reshape(len(biases), -1)[:, :_HEAD_TAPS]
        weights = np.ascontiguousarray(taps.reshape(-1, 3, 3, 3).transpose(0, 3, 1, 2))
        at = self.graph.convolution(_INPUT, weights, biases, pads=[1, 1, 1, 1], strides=[2, 2])
        return self.graph.add("Relu", at)

    def _unit(self, source: str, stage: int) -> str:
        at = self.pair(source, f"backbone__model{stage}_dp1")
        return self.pair(at, f"backbone__model{stage}_dp2")

    def _halved(self, source: str) -> str:
        return self.graph.add("MaxPool", source, kernel_shape=[2, 2], strides=[2, 2])

    def _doubled(self, source: str) -> str:
        scales = self.graph.constant(np.array([1, 1, 2, 2], dtype=np.float32))
        nearest = {"mode": "nearest", "nearest_mode": "floor"}
        way = {"coordinate_transformation_mode": "asymmetric", **nearest}
        return self.graph.add("Resize", source, "", scales, **way)
