"""What goes into a package, what it is packed as, and that it is packed the same each time."""

import io
import os
import re
import runpy
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path
from types import ModuleType

import pytest

from ui.words import languages

PROJECT = Path(__file__).resolve().parents[2]
PACKAGES = PROJECT / "packaging" / "packages"
EPOCH = "1700000000"


def module(name: str) -> ModuleType:
    """Import one of the modules that build packages."""
    sys.path.insert(0, str(PACKAGES))
    try:
        return __import__(name)
    finally:
        sys.path.remove(str(PACKAGES))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a built folder in small."""
    made = tmp_path / "dist" / "firsthand"
    (made / "_internal" / "capture").mkdir(parents=True)
    (made / "firsthand").write_text("#!/bin/sh\necho firsthand\n")
    (made / "firsthand").chmod(0o755)
    (made / "_internal" / "capture" / "one.onnx").write_bytes(b"weights")
    return made


@pytest.mark.parametrize(
    ("place", "goes_in"),
    [
        ("PySide6/Qt/lib/libQt6Widgets.so.6", True),
        ("PySide6/QtMultimedia.abi3.so", True),
        ("PySide6/Qt/lib/libQt6Quick.so.6", False),
        ("PySide6/Qt/lib/libQt6WebEngineCore.so.6", False),
        ("PySide6/Qt/lib/libavcodec.so.61", False),
        ("PySide6/Qt/plugins/imageformats/libqtiff.so", False),
        ("PySide6/Qt/plugins/multimedia/libffmpegmediaplugin.so", False),
        ("PySide6/Qt/plugins/platforms/libqxcb.so", True),
        ("PySide6/Qt/plugins/platforminputcontexts/libibusplatforminputcontextplugin.so", True),
        ("PySide6\\plugins\\platforms\\qwindows.dll", True),
        ("PySide6/Qt6Quick.dll", False),
        ("PySide6/Qt/translations/qtbase_fa.qm", True),
        ("PySide6/Qt/translations/qtbase_de.qm", False),
        ("av.libs/libavcodec-5e6b81c2.so.62", True),
    ],
)
def test_of_qt_goes_in_what_is_named(place: str, goes_in: bool) -> None:  # noqa: FBT001 # a row
    source = f"{sys.prefix}/lib/{place}"
    assert module("parts").serves(place, source) is goes_in


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the system's libraries are others")
def test_the_desktops_libraries_are_the_systems() -> None:
    serves = module("parts").serves
    assert not serves("libX11.so.6", "/lib/x86_64-linux-gnu/libX11.so.6")
    assert not serves("libgtk-3.so.0", "/usr/lib/x86_64-linux-gnu/libgtk-3.so.0")
    assert serves("libxcb-cursor.so.0", "/lib/x86_64-linux-gnu/libxcb-cursor.so.0")
    assert serves("libssl.so.3", "/usr/lib/x86_64-linux-gnu/libssl.so.3")


def test_qt_speaks_every_language_that_the_window_speaks() -> None:
    wanted = {f"qtbase_{code}.qm" for code in languages.CODES if code != languages.ENGLISH_CODE}
    assert wanted <= set(module("parts").TRANSLATIONS)


def test_every_file_that_is_no_code_goes_in() -> None:
    names = {Path(path).name for path, _place in module("parts").data(PROJECT)}
    assert {"places.tsv.gz", "slip39_words.txt", "licences.json.gz", "latin.ttf"} <= names
    assert {"eff_large_wordlist.txt", "followers.wasm", "fa.qm"} <= names
    assert not any(name.endswith((".py", ".pyc", ".ts")) for name in names)


def test_the_manual_page_names_every_command() -> None:
    from ui.cli import app

    page = module("man").page(PROJECT / "docs" / "cli.md", "1.2")
    for command in (name for adds in app.GROUPS.values() for name in adds):
        assert re.search(rf"\\fB{command}\b".replace("-", r"\\-"), page), command
    assert "\\fBvault create VAULT\\fR" in page
    assert not re.search(r"^['.](?!TH|SH|TP|B |I |RI )", page, re.MULTILINE)


def packed(name: str, folder: Path, out: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    assert module(name).main([str(folder), str(out)]) == 0
    (made,) = out.iterdir()
    return made


def test_the_archive_for_sticks_is_the_same_each_time_and_fits_on_one(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = packed("portable", folder, tmp_path / "first", monkeypatch)
    again = packed("portable", folder, tmp_path / "again", monkeypatch)
    assert first.read_bytes() == again.read_bytes()
    with tarfile.open(fileobj=io.BytesIO(first.read_bytes())) as archive:
        members = {member.name.partition("/")[2]: member for member in archive}
    assert all(member.isfile() and member.mtime == int(EPOCH) for member in members.values())
    assert {"portable", "start-firsthand", "program/firsthand"} <= set(members)
    assert members["start-firsthand"].mode == members["program/firsthand"].mode == 0o755


@pytest.mark.parametrize("has_place", [True, False], ids=["with a place", "without any"])
def test_a_stick_puts_nothing_into_a_home_even_where_it_is_interrupted(
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    has_place: bool,  # noqa: FBT001 # a row
) -> None:
    (folder / "firsthand").write_text('#!/bin/sh\necho "$XDG_CACHE_HOME"\nkill -INT 0\n')
    made = packed("portable", folder, tmp_path / "out", monkeypatch)
    with tarfile.open(made) as archive:
        archive.extractall(tmp_path / "stick", filter="data")
    (start,) = (tmp_path / "stick").rglob("start-firsthand")
    tools = tmp_path / "tools"
    tools.mkdir()
    (tools / "mktemp").write_text("#!/bin/sh\nexit 1\n")
    (tools / "mktemp").chmod(0o755)
    path = os.environ["PATH"] if has_place else f"{tools}:{os.environ['PATH']}"
    done = subprocess.run(
        [start], env={"PATH": path}, capture_output=True, text=True, check=False,
        start_new_session=True,
    )  # fmt: skip
    kept = Path(done.stdout.strip())
    assert done.returncode == 130, done.stderr
    assert kept.is_absolute()
    assert not kept.exists()
    assert kept.is_relative_to("/dev/null") is not has_place


def test_what_cannot_lie_on_a_stick_is_refused(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "_internal" / "CAPTURE").mkdir()
    (folder / "_internal" / "CAPTURE" / "one.onnx").touch()
    with pytest.raises(ValueError, match="stick"):
        packed("portable", folder, tmp_path / "out", monkeypatch)


@pytest.mark.skipif(shutil.which("dpkg-deb") is None, reason="Debian's tool is not here")
def test_the_debian_package_is_the_same_each_time_and_runs_no_scripts(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = packed("deb", folder, tmp_path / "first", monkeypatch)
    again = packed("deb", folder, tmp_path / "again", monkeypatch)
    assert first.read_bytes() == again.read_bytes()
    subprocess.run(["dpkg-deb", "-e", first, tmp_path / "control"], check=True)
    assert {path.name for path in (tmp_path / "control").iterdir()} == {"control", "md5sums"}
    control = (tmp_path / "control" / "control").read_text()
    assert set(module("finish").SYSTEM.values()) <= set(re.findall(r"[a-z0-9.+-]+", control))
    subprocess.run(["dpkg-deb", "-x", first, tmp_path / "tree"], check=True)
    tree = tmp_path / "tree"
    assert (tree / "usr/bin/firsthand").resolve() == tree / "usr/lib/firsthand/firsthand"
    subprocess.run(["md5sum", "--quiet", "-c", tmp_path / "control/md5sums"], check=True, cwd=tree)
    entry = (tree / "usr/share/applications/org.firsthand.Firsthand.desktop").read_text()
    assert "Exec=firsthand\n" in entry
    assert (tree / "usr/share/icons/hicolor/scalable/apps/org.firsthand.Firsthand.svg").is_file()


@pytest.mark.skipif(shutil.which("objdump") is None, reason="binutils are not here")
def test_a_folder_that_is_not_whole_is_not_given_on(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    finish = module("finish")
    with pytest.raises(finish.NotWhole, match=r"centerface.onnx is missing"):
        finish.check(folder)
    monkeypatch.setattr(finish.weights, "WEIGHTS", ())
    finish.check(folder)
    stranger = folder / "_internal" / "libstranger.so.1"
    shutil.copy(next(Path(sys.base_prefix).rglob("lib-dynload/_json*.so")), stranger)
    with pytest.raises(finish.NotWhole, match="of no part"):
        finish.check(folder)
    stranger.unlink()
    (folder / "_internal" / "link").symlink_to("capture")
    with pytest.raises(finish.NotWhole, match="link"):
        finish.check(folder)


def test_what_the_program_starts_finds_the_systems_libraries(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("LD_LIBRARY_PATH", "/where/the/program/lies")
    monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", "/chosen/by/the/person")
    monkeypatch.setenv("_PYI_PARENT_PROCESS_LEVEL", "1")
    runpy.run_path(str(PACKAGES / "begin.py"))
    assert os.environ["LD_LIBRARY_PATH"] == "/chosen/by/the/person"
    assert "_PYI_PARENT_PROCESS_LEVEL" not in os.environ
    runpy.run_path(str(PACKAGES / "begin.py"))
    assert "LD_LIBRARY_PATH" not in os.environ
