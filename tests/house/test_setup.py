"""Setting up, with a Python that only writes down what it was asked to install.

The real thing needs the network and minutes; what is shown here is the logic around it: once
and not again, again when it was left half-made, one line to type when something is missing.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parent.parent.parent
STAND_IN = """#!/bin/sh
case "$1 $2" in
"-m venv") mkdir -p "$4/bin" && cp "$0" "$4/bin/python" && echo venv >>"{log}" ;;
"-m pip") for last in "$@"; do :; done; echo "pip $last" >>"{log}"; exit "${{PIP_EXIT:-0}}" ;;
*fetch_weights.py" "*) mkdir -p "{models}"; echo weights >>"{log}"; exit "${{FETCH_EXIT:-0}}" ;;
"-m pytest") shift 2; echo "pytest $*" >>"{log}" ;;
*) exec "{python}" "$@" ;;
esac
"""


MADE = ["venv", "pip requirements.lock", "weights"]


class Machine:
    """A copy of the scripts, a program that prints its arguments, and a PATH of stand-ins."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "a project"
        self.tools = folder / "bin"
        self.log = folder / "log"
        self.log.touch()
        self.tools.mkdir(parents=True)
        packaging = self.root / "packaging"
        packaging.mkdir(parents=True)
        for script in ("setup.sh", "run.sh", "test.sh"):
            shutil.copy(PROJECT / "packaging" / script, packaging)
        (packaging / "requirements.lock").write_text("one==1\n")
        (packaging / "requirements-dev.lock").write_text("one==1\ntwo==2\n")
        (self.root / "main.py").write_text("import json, sys; print(json.dumps(sys.argv[1:]))")
        detect = self.root / "capture" / "detect"
        detect.mkdir(parents=True)
        (detect / "weights.py").write_text("WEIGHTS = ()\n")
        stand_in = STAND_IN.format(log=self.log, python=sys.executable, models=detect / "models")
        self.tool("python3.11", stand_in)
        self.tool("id", "#!/bin/sh\necho 1000\n")
        self.tool("apt-get", "#!/bin/sh\nexit 9\n")
        self.tool("ldconfig", "#!/bin/sh\nexit 0\n")

    def tool(self, name: str, script: str) -> None:
        path = self.tools / name
        path.write_text(script)
        path.chmod(0o755)

    def libraries(self) -> None:
        wanted = (PROJECT / "packaging" / "setup.sh").read_text().replace('"', " ").split()
        names = [word for word in wanted if ".so." in word]
        assert "libEGL.so.1" in names
        self.tool("ldconfig", "#!/bin/sh\nprintf '\\t%s (x) => /lib/x\\n' " + " ".join(names))

    def run(
        self, script: str, *arguments: str, **environment: str
    ) -> subprocess.CompletedProcess[str]:
        clean = {"PATH": f"{self.tools}:{os.environ['PATH']}", "HOME": str(self.root)}
        return subprocess.run(
            ["sh", self.root / "packaging" / script, *arguments],
            env=clean | environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )

    def done(self) -> list[str]:
        lines = self.log.read_text().splitlines()
        self.log.write_text("")
        return [line.replace(f"{self.root}/packaging/", "") for line in lines]


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def test_the_first_start_sets_up_and_the_second_only_starts(machine: Machine) -> None:
    first = machine.run("run.sh", "--help")
    assert first.returncode == 0, first.stderr
    assert "done once" in first.stderr
    assert machine.done() == MADE

    second = machine.run("run.sh", "--help")
    assert (second.returncode, second.stderr) == (0, "")
    assert machine.done() == []


def test_arguments_arrive_as_they_were_given(machine: Machine) -> None:
    given = ["inspect", "two words", "a\nnewline", "*", "", "عکس.jpg", "--json"]
    assert json.loads(machine.run("run.sh", *given).stdout) == given


def test_without_a_screen_the_demo_is_shown_and_the_reason_said(machine: Machine) -> None:
    shown = machine.run("run.sh")
    assert json.loads(shown.stdout) == ["demo"]
    assert "no screen" in shown.stderr


@pytest.mark.parametrize("screen", [{"DISPLAY": ":0"}, {"WAYLAND_DISPLAY": "wayland-0"}])
def test_with_a_screen_the_desktop_opens(machine: Machine, screen: dict[str, str]) -> None:
    machine.libraries()
    assert json.loads(machine.run("run.sh", **screen).stdout) == []


def test_missing_libraries_are_one_line_to_type(machine: Machine) -> None:
    shown = machine.run("run.sh", DISPLAY=":0")
    assert shown.returncode == 1
    last = shown.stderr.rstrip().splitlines()[-1]
    assert last.strip().startswith("sudo apt-get update && sudo apt-get install -y ")
    assert "libegl1" in last
    assert "libxcb-cursor0" in last
    assert machine.done() == []


def test_a_python_without_venv_is_one_line_to_type(machine: Machine) -> None:
    script = '#!/bin/sh\ncase "$2" in *ensurepip*) exit 1 ;; esac\nexec "{python}" "$@"\n'
    machine.tool("python3.11", script.format(python=sys.executable))
    shown = machine.run("run.sh", "--help")
    assert shown.returncode == 1
    assert f"python3.{sys.version_info.minor}-venv" in shown.stderr.rstrip().splitlines()[-1]


@pytest.mark.parametrize("fault", ["PIP_EXIT", "FETCH_EXIT"])
def test_what_was_left_half_made_is_made_again(machine: Machine, fault: str) -> None:
    failed = machine.run("run.sh", "--help", **{fault: "1"})
    assert failed.returncode == 1
    assert "Start again" in failed.stderr
    assert failed.stdout == ""
    machine.done()

    assert machine.run("run.sh", "--help").returncode == 0
    assert machine.done() == MADE


def test_another_lock_or_a_lost_python_makes_it_again(machine: Machine) -> None:
    machine.run("run.sh", "--help")
    machine.done()
    (machine.root / "packaging" / "requirements.lock").write_text("one==2\n")
    assert machine.run("run.sh", "--help").returncode == 0
    assert machine.done() == MADE

    (machine.root / ".venv" / "bin" / "python").unlink()
    assert machine.run("run.sh", "--help").returncode == 0
    assert machine.done() == MADE


def test_another_list_of_weights_or_lost_weights_make_it_again(machine: Machine) -> None:
    machine.run("run.sh", "--help")
    machine.done()
    (machine.root / "capture" / "detect" / "weights.py").write_text("WEIGHTS = (1,)\n")
    machine.run("run.sh", "--help")
    assert machine.done() == MADE

    (machine.root / "capture" / "detect" / "models").rmdir()
    machine.run("run.sh", "--help")
    assert machine.done() == MADE


def test_tests_add_to_the_environment_and_the_program_keeps_it(machine: Machine) -> None:
    machine.libraries()
    first = machine.run("test.sh", "tests/house", "-k", "a or b")
    assert first.returncode == 0, first.stderr
    assert machine.done() == [*MADE, "pip requirements-dev.lock", "pytest tests/house -k a or b"]

    assert machine.run("run.sh", "--help").returncode == 0
    assert machine.done() == []
    machine.run("test.sh")
    assert machine.done() == ["pytest -n auto"]


def test_another_development_lock_is_installed_over_again(machine: Machine) -> None:
    machine.libraries()
    machine.run("test.sh")
    development = machine.root / "packaging" / "requirements-dev.lock"
    before = development.read_text()
    for text in ("two==3\n", before):
        machine.done()
        development.write_text(text)
        machine.run("test.sh")
        assert machine.done() == ["pip requirements-dev.lock", "pytest -n auto"]


def test_a_named_python_is_taken_or_refused(machine: Machine) -> None:
    machine.tool("old", "#!/bin/sh\nexit 1\n")
    refused = machine.run("run.sh", "--help", PYTHON=str(machine.tools / "old"))
    assert refused.returncode == 1
    assert "3.11" in refused.stderr
    taken = machine.run("run.sh", "--help", PYTHON=str(machine.tools / "python3.11"))
    assert taken.returncode == 0
