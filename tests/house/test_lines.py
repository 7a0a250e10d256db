"""Lines of the documents that set up, open a window, wait for a phone, build, check and release.

Each is given to a shell as it stands there, in a project made for it: a copy of the scripts with
stand-ins for what takes the network or minutes, or links to the real program.
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from storage.vault import KdfCost, Vault
from tests.conftest import Tool
from tests.house import lines
from tests.house.test_setup import MADE, Machine
from tests.journeys.conftest import PASSPHRASE
from tests.journeys.test_receive import HERE, Command, form, free_port
from tests.packaging.test_packages import packed
from tests.packaging.test_preparing_release import LOG

PROJECT = Path(__file__).resolve().parents[2]
SAMPLES = PROJECT / "ui" / "cli" / "samples"
VENV = Path(sys.executable).parent.parent
_PATIENCE = 120.0
_ASK_AGAIN = 0.5

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="lines for a POSIX shell")


def typed(
    line: str, folder: Path, tools: Path | None = None, **more: str
) -> subprocess.CompletedProcess[str]:
    """Give a line to a shell in a folder; ``tools`` are found before the system's."""
    before = "" if tools is None else f"{tools}:"
    clean = {"PATH": f"{before}{os.environ['PATH']}", "HOME": str(folder), "LANG": "C.UTF-8"}
    return subprocess.run(
        ["bash", "-O", "expand_aliases", "-c", line],
        cwd=folder, env=clean | more, stdin=subprocess.DEVNULL,
        capture_output=True, text=True, timeout=_PATIENCE, check=False,
    )  # fmt: skip


def linked(folder: Path, *names: str) -> Path:
    """Give a project with this one's environment and links to some of its parts."""
    folder.mkdir()
    (folder / ".venv").symlink_to(VENV)
    for name in names:
        (folder / name).symlink_to(PROJECT / name)
    return folder


def program(path: Path, script: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(script)
    path.chmod(0o755)


@pytest.mark.parametrize("line", lines.SETTING_UP)
def test_a_first_start_sets_up_and_goes_on(line: str, tmp_path: Path) -> None:
    machine = Machine(tmp_path)
    machine.libraries()
    done = typed(line, machine.root, machine.tools, DISPLAY=":0")
    assert done.returncode == 0, done.stderr
    told = machine.done()
    assert told[: len(MADE)] == MADE
    if "test.sh" in line:
        given = line.partition("test.sh")[2].strip() or "-n auto"
        assert told[len(MADE) :] == ["pip requirements-dev.lock", f"pytest {given}"]
    else:
        assert done.stdout.strip() == "[]"


def started(folder: Path) -> Path:
    """Give a project that has been set up, with the real program in it."""
    root = linked(folder, "main.py", "ui", "capture", "storage")
    (root / ".venv").unlink()
    for name in ("pyvenv.cfg", "lib"):
        (root / ".venv").mkdir(exist_ok=True)
        (root / ".venv" / name).symlink_to(VENV / name)
    (root / ".venv" / "bin").mkdir()
    (root / ".venv" / "bin" / "python").symlink_to(sys.executable)
    (root / "packaging").mkdir()
    for name in ("setup.sh", "run.sh", "requirements.lock"):
        shutil.copy(PROJECT / "packaging" / name, root / "packaging")
    stamp = '. packaging/setup.sh; .venv/bin/python -c "$STAMP" "$runtime" "$weights" >.venv/stamp'
    assert typed(f"root=$PWD; {stamp}", root).returncode == 0
    return root


@contextmanager
def screen(tool: Tool) -> Iterator[str]:
    command = [tool("Xvfb"), "-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as server:
        assert server.stdout is not None
        try:
            yield f":{server.stdout.readline().decode().strip()}"
        finally:
            server.terminate()


@pytest.mark.parametrize("line", lines.WINDOW)
def test_the_window_opens_and_is_closed(line: str, tmp_path: Path, tool: Tool) -> None:
    if not (PROJECT / "capture" / "detect" / "models").is_dir():
        pytest.skip("the weights were not fetched")
    root = started(tmp_path / "project")
    program(tmp_path / "tools" / "apt-get", "#!/bin/sh\nexit 9\n")
    xdotool = tool("xdotool")
    with screen(tool) as display:
        # Beside it, whoever closes the window once it is there: a key is pressed until it has gone.
        closing = f"""
        window=$(timeout {_PATIENCE:.0f} {xdotool} search --sync --onlyvisible --name '^Firsthand$')
        while {xdotool} windowfocus "$window" key ctrl+q 2>/dev/null; do sleep {_ASK_AGAIN}; done
        """
        environment = {**os.environ, "DISPLAY": display}
        with subprocess.Popen(["bash", "-c", closing], env=environment) as hand:
            done = typed(
                line,
                root,
                tmp_path / "tools",
                DISPLAY=display,
                QT_QPA_PLATFORM="xcb",
            )
            hand.kill()
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    assert "done once" not in done.stderr


@pytest.mark.parametrize("line", lines.PHONE)
def test_a_phone_sends_to_the_line(line: str, tmp_path: Path, tool: Tool) -> None:
    Vault.create(tmp_path / "evidence", PASSPHRASE, KdfCost(memory=64, passes=1, lanes=1)).close()
    (tmp_path / "word.txt").write_text(PASSPHRASE + "\n")
    # What a person answers, and which of this computer's networks it is.
    answers = f" --passphrase-file word.txt --address {HERE} --port {free_port()} --json"
    arguments = shlex.split(line.removeprefix("firsthand ") + answers)
    process = subprocess.Popen(
        [sys.executable, str(PROJECT / "main.py"), *arguments],
        cwd=tmp_path, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        encoding="utf-8", start_new_session=True,
    )  # fmt: skip
    command = Command(process)
    try:
        assert "sealed" in form(tool, command.page, SAMPLES / "IMG_20240501_184207.jpg")
        command.wait_for("Examining and cleaning")
        (item,) = command.end().json["items"]
    finally:
        command.close()
    assert item["status"] == "sealed"
    assert item["derivatives"]


@pytest.mark.parametrize("line", lines.OWN_TESTS)
def test_a_room_is_tested_by_the_line(line: str, tmp_path: Path) -> None:
    root = linked(tmp_path / "project")
    room = shlex.split(line)[1]
    assert (PROJECT / room).is_dir()
    (root / room).mkdir(parents=True)
    tried = root / room / "test_one.py"
    tried.write_text("def test_one() -> None:\n    assert True\n")
    done = typed(line, root)
    assert (done.returncode, "1 passed" in done.stdout) == (0, True), done.stdout
    tried.write_text("def test_one() -> None:\n    assert False\n")
    assert typed(line, root).returncode == 1


@pytest.mark.parametrize("line", lines.CHECKS)
@pytest.mark.parametrize("fails", ["nothing", "mypy"])
def test_the_checks_all_run_and_one_that_fails_fails_them(
    line: str, fails: str, tmp_path: Path
) -> None:
    root = tmp_path / "project"
    note = f'#!/bin/sh\necho "$0 $*" >>{root}/log\ncase "$*" in *"-m {fails}"*) exit 1 ;; esac\n'
    for name in ("packaging/test.sh", "packaging/docs.sh", ".venv/bin/python"):
        program(root / name, note)
    program(root / ".venv/bin/lint-imports", note)
    program(tmp_path / "tools" / "Xvfb", "#!/bin/sh\necho 7\nexec sleep 60\n")
    (root / "build" / "pictures").mkdir(parents=True)
    (root / ".ci").mkdir()
    shutil.copy(PROJECT / ".ci" / "run", root / ".ci")
    done = typed(line, root, tmp_path / "tools")
    names = re.findall(r'^ *step "([^"$]+)', (PROJECT / ".ci" / "run").read_text(), re.MULTILINE)
    summary = done.stdout.partition("=== summary\n")[2]
    assert {"tests", "ruff check", "lint-imports", "site"} <= set(names)
    assert [name for name in names if name not in summary] == []
    assert (done.returncode != 0) is ("FAILED" in summary) is (fails != "nothing")
    asked = (root / "log").read_text()
    assert all(word in asked for word in ("-m ruff check .", "win32", "darwin", "docs.sh"))


@pytest.mark.parametrize("line", lines.RELEASE)
def test_a_release_is_prepared_by_the_line(line: str, tmp_path: Path) -> None:
    root = linked(tmp_path / "project")
    (root / "packaging").mkdir()
    shutil.copy(PROJECT / "packaging" / "prepare_release.py", root / "packaging")
    (root / "docs" / "changes").mkdir(parents=True)
    (root / "docs" / "changes" / "README.md").write_text("# How\n")
    (root / "docs" / "changes" / "one.md").write_text("**Two**: is here.\n")
    (root / "CHANGELOG.md").write_text(LOG)
    (root / "SECURITY.md").write_text("Write to somebody.\n")
    done = typed(line.replace("VERSION", "1.1.0"), root)
    assert done.returncode == 0, done.stderr
    assert "- **Two**" in (root / "CHANGELOG.md").read_text()
    assert not (root / "docs" / "changes" / "one.md").exists()


COMPILES = """#!/bin/sh
case "$*" in
-c*) exec "{python}" "$@" ;;
*PyInstaller*) mkdir -p "$7/firsthand" && cat main.py >"$7/firsthand/firsthand" && {luck} ;;
*finish.py*) ;;
*.py*) for out in "$@"; do :; done; [ -d "$out" ] && out="$out/${{1##*/}}"; echo made >"$out" ;;
*) exit 9 ;;
esac
"""


@pytest.mark.parametrize("line", lines.TWICE)
@pytest.mark.parametrize("luck", ["true", 'echo "$7" >>"$7/firsthand/firsthand"'])
def test_two_builds_are_compared(line: str, luck: str, tmp_path: Path) -> None:
    """With ``luck``, what is built holds the name of the place that it was built in."""
    machine = Machine(tmp_path)
    root = machine.root
    shutil.copy(PROJECT / "packaging" / "build.sh", root / "packaging")
    shutil.copy(
        root / "packaging" / "requirements.lock", root / "packaging/requirements-build.lock"
    )
    (root / ".gitignore").write_text("/build/\n")
    for arguments in ("init -q", "add .", "commit -q -m one"):
        git = ["git", "-c", "user.name=a", "-c", "user.email=a@b.invalid", *arguments.split()]
        subprocess.run(git, cwd=root, check=True, capture_output=True)
    (root / "capture" / "detect" / "models").mkdir()
    place = root / "build" / "venv"
    program(place / "bin" / "python", COMPILES.format(python=sys.executable, luck=luck))
    written = "for lock in requirements.lock requirements-build.lock; do"
    stamp = f'"{place}/bin/python" -c "$STAMP" "packaging/$lock" "$weights"'
    stamps = typed(f"root=$PWD; . packaging/setup.sh; {written} {stamp}; done", root).stdout
    (place / "stamp").write_text(stamps)
    done = typed(line, root)
    assert ("The same bytes twice" in done.stderr) is (luck == "true"), done.stderr
    assert ("The two builds differ" in done.stderr) is (luck != "true")
    assert (done.returncode == 0) is (luck == "true")


@pytest.mark.parametrize("line", lines.STICK)
def test_the_archive_is_unpacked_by_the_line(
    line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "dist" / "firsthand"
    program(folder / "firsthand", '#!/bin/sh\necho "started with $*"\n')
    packed("portable", folder, tmp_path / "out", monkeypatch)
    stick = tmp_path / "STICK"
    stick.mkdir()
    named = line.replace("/media/you/STICK", str(stick)).replace("x86_64", os.uname().machine)
    done = typed(named, tmp_path / "out")
    assert done.returncode == 0, done.stderr
    (start,) = stick.glob("*/start-firsthand")
    said = typed("./start-firsthand licences", start.parent)
    assert (said.returncode, said.stdout) == (0, "started with licences\n")


@pytest.mark.parametrize("line", lines.CLEAN_ROOT)
def test_what_takes_a_system_is_run_by_the_test_of_packages(line: str) -> None:
    page = (PROJECT / "docs" / "installing.md").read_text("utf-8")
    assert f"    {line}\n" in page
    assert "is run by `packaging/test-packages.sh` alone" in page
    assert "docs/installing.md" in (PROJECT / "packaging" / "test-packages.sh").read_text()
