"""NanoDet as ONNX, from the TensorFlow.js files that a public package carries.

NanoDet (Lyu Chengqi, Apache-2.0) was converted to TensorFlow.js by way of ONNX, so its graph is a
sequence of a dozen operators over named constants. They are written back one by one; the last
ones, which bind the picture to one size, are left away, so that it may have any.
"""

import base64
import json
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray
from onnx_write import Graph

_INPUT = "input"
_OUTPUTS = ("transpose_99", "transpose_105", "transpose_111")
_PREFIX = "PartitionedCall/"
_GROWING = {_PREFIX + "resize/ResizeBilinear", _PREFIX + "resize_1/ResizeBilinear"}
"""On the way from coarse to fine; the other two resizes halve."""
_FIRST_CHANNELS_LAST, _LAST_CHANNELS_FIRST = [0, 2, 3, 1], [0, 3, 1, 2]
_DTYPES = {"float32": "<f4", "int32": "<i4", "float16": "<f2"}

Constants = Mapping[str, NDArray[Any]]
Node = Mapping[str, Any]


def to_onnx(topology: bytes, weights: bytes) -> bytes:
    """Return the model: a picture (1, 3, height, width) as red, green, blue from 0 to 1.

    Height and width are multiples of 32. Outputs for the strides 8, 16 and 32: 80 classes of COCO
    (before the sigmoid), then 11 likelihoods for each side's distance: (1, 124, rows, columns).
    """
    described = json.loads(topology)
    constants = _constants(described["weightsManifest"], weights)
    nodes = {node["name"]: node for node in described["modelTopology"]["node"]}
    translation = _Translation(nodes, constants)
    outputs = [translation.value(_PREFIX + name) for name in _OUTPUTS]
    return translation.graph.model(_INPUT, outputs)


def _constants(manifest: list[dict[str, Any]], data: bytes) -> Constants:
    constants, at = {}, 0
    for described in manifest[0]["weights"]:
        stored = described.get("quantization", described)["dtype"]
        kind = np.dtype(_DTYPES[stored])
        count = int(np.prod(described["shape"], dtype=np.int64))
        values = np.frombuffer(data, dtype=kind, count=count, offset=at)
        constants[described["name"]] = values.reshape(described["shape"])
        at += count * kind.itemsize
    return constants


class _Translation:
    """Each operator of the one graph as the same of the other, asked for from its outputs."""

    def __init__(self, nodes: Mapping[str, Node], constants: Constants) -> None:
        self._nodes = nodes
        self._constants = constants
        self._done = {"input_1": _INPUT}
        self.graph = Graph()

    def value(self, name: str) -> str:
        """Return the name, in the new graph, of what an operator gives."""
        if name not in self._done:
            self._done[name] = self._translated(name)
        return self._done[name]

    def _translated(self, name: str) -> str:
        if name in self._constants:
            values = self._constants[name].astype(np.float32)
            return self.graph.constant(np.ascontiguousarray(values))
        node = self._nodes[name]
        translate = _OPERATORS.get(node["op"])
        if translate is None:
            raise ValueError(f"the graph has an operator that is not known here: {node['op']}")
        return translate(self, node)

    def transposed(self, node: Node) -> str:
        """Translate a change of the order of dimensions."""
        source, order = node["input"]
        return self.graph.add("Transpose", self.value(source), perm=self._constants[order].tolist())

    def joined(self, node: Node) -> str:
        """Translate a concatenation."""
        *sources, axis = node["input"]
        parts = [self.value(source) for source in sources]
        return self.graph.add("Concat", *parts, axis=int(self._constants[axis]))

    def added(self, node: Node) -> str:
        """Translate a sum."""
        return self.graph.add("Add", *(self.value(source) for source in node["input"]))

    def leaky(self, node: Node) -> str:
        """Translate the activation."""
        slope = float(node["attr"]["alpha"]["f"])
        return self.graph.add("LeakyRelu", self.value(node["input"][0]), alpha=slope)

    def convolved(self, node: Node) -> str:
        """Translate a convolution over channels last without padding, as all of them are."""
        source, weights = node["input"]
        _expect_valid(node)
        taps = self._constants[weights].astype(np.float32).transpose(3, 2, 0, 1)
        at = self.graph.add("Transpose", self.value(source), perm=_LAST_CHANNELS_FIRST)
        at = self.graph.convolution(at, np.ascontiguousarray(taps), strides=_inner(node, "strides"))
        return self.graph.add("Transpose", at, perm=_FIRST_CHANNELS_LAST)

    def pooled(self, node: Node) -> str:
        """Translate a pooling over channels last."""
        _expect_valid(node)
        source = self.value(node["input"][0])
        at = self.graph.add("Transpose", source, perm=_LAST_CHANNELS_FIRST)
        sides = {"kernel_shape": _inner(node, "ksize"), "strides": _inner(node, "strides")}
        at = self.graph.add("MaxPool", at, **sides)
        return self.graph.add("Transpose", at, perm=_FIRST_CHANNELS_LAST)

    def padded(self, node: Node) -> str:
        """Translate a padding; one by nothing is left away."""
        source, widths, *value = node["input"]
        before_after = self._constants[widths].T.ravel().astype(np.int64)
        if not before_after.any():
            return self.value(source)
        inputs = [self.value(source), self.graph.constant(before_after)]
        if value:
            inputs.append(self.graph.constant(self._constants[value[0]].astype(np.float32)))
        return self.graph.add("Pad", *inputs)

    def resized(self, node: Node) -> str:
        """Translate a resize to a fixed size as one by the factor that it has at 416 pixels."""
        source, _ = node["input"]
        factor = 2.0 if node["name"] in _GROWING else 0.5
        scales = self.graph.constant(np.array([1, 1, factor, factor], dtype=np.float32))
        at = self.graph.add("Transpose", self.value(source), perm=_LAST_CHANNELS_FIRST)
        at = self.graph.add(
            "Resize", at, "", scales, mode="linear", coordinate_transformation_mode="half_pixel"
        )
        return self.graph.add("Transpose", at, perm=_FIRST_CHANNELS_LAST)


def _inner(node: Node, name: str) -> list[int]:
    return [int(side) for side in node["attr"][name]["list"]["i"][1:3]]


def _expect_valid(node: Node) -> None:
    if base64.b64decode(node["attr"]["padding"]["s"]) != b"VALID":
        raise ValueError("a layer pads by itself")


_OPERATORS: Mapping[str, Callable[[_Translation, Node], str]] = {
    "Add": _Translation.added,
    "ConcatV2": _Translation.joined,
    "Conv2D": _Translation.convolved,
    "LeakyRelu": _Translation.leaky,
    "MaxPool": _Translation.pooled,
    "Pad": _Translation.padded,
    "PadV2": _Translation.padded,
    "ResizeBilinear": _Translation.resized,
    "Transpose": _Translation.transposed,
}
