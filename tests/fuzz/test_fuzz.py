"""What fuzzing found stays found, and each target takes a few hundred inputs in every run."""

import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

FUZZ = Path(__file__).resolve().parents[2] / "packaging" / "fuzz"
VECTORS = Path(__file__).parent / "vectors"


def module_of(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, FUZZ / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def targets() -> Iterator[ModuleType]:
    module = module_of("targets")
    yield module
    shutil.rmtree(module.folder_of(os.getpid()), ignore_errors=True)


@pytest.mark.parametrize(
    "vector", sorted(VECTORS.glob("*/*")), ids=lambda path: f"{path.parent.name}/{path.name[:14]}"
)
def test_what_crashed_a_parser_once_is_answered(targets: ModuleType, vector: Path) -> None:
    targets.tried(targets.TARGETS[vector.parent.name], vector.read_bytes())


def test_every_target_takes_its_own_seeds(targets: ModuleType) -> None:
    for target in targets.TARGETS.values():
        taken = [targets.tried(target, seed) for seed in target.seeds()]
        assert any(taken) or target.name == "stamp"


@pytest.mark.skipif(sys.platform != "linux", reason="the fuzzer is there for Linux alone")
@pytest.mark.timeout(600)
def test_a_little_fuzzing_finds_nothing(tmp_path: Path, targets: ModuleType) -> None:
    pytest.importorskip("atheris")
    (tmp_path / "counts.tsv").write_text("2026-01-01\tcard\tabc\t200\t1.0\t0\n2026-01-01\tcut off")
    command = [sys.executable, str(FUZZ / "run.py"), "--until", "300", "--kept", str(tmp_path)]
    ended = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert ended.returncode == 0, ended.stdout
    assert "card: 100 runs" in ended.stdout, "it did not go on from what was counted"
    assert "CRASHED" not in ended.stdout
    counts = module_of("counts")
    had = counts.executions(tmp_path)
    assert {name: had[name] >= 300 for name in targets.TARGETS} == dict.fromkeys(
        targets.TARGETS, True
    )
    assert any(line.startswith("| card | 300 | 0 | ") for line in counts.table(tmp_path, ["card"]))


@pytest.mark.skipif(sys.platform != "linux", reason="the fuzzer is there for Linux alone")
@pytest.mark.timeout(600)
def test_a_parser_that_crashes_is_found(tmp_path: Path) -> None:
    pytest.importorskip("atheris")
    broken = (
        "import sys; sys.path[:0] = [sys.argv[1]]\n"
        "import run, targets\n"
        "def crash(data):\n"
        "    if len(data) > 8:\n"
        "        raise KeyError\n"
        "targets.TARGETS['plan'] = targets.Target('plan', crash, lambda: iter([b'a seed']))\n"
        "sys.argv = ['run', '--only', 'plan', '--runs', '20000', '--kept', sys.argv[2]]\n"
        "sys.exit(run.main())\n"
    )
    command = [sys.executable, "-c", broken, str(FUZZ), str(tmp_path)]
    ended = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert ended.returncode == 1, ended.stdout + ended.stderr
    assert "CRASHED: ['crash-" in ended.stdout
