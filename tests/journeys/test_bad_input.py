"""Everything that goes wrong with input: one clear sentence, its exit code, nothing lost."""

import hashlib
import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.conftest import Tool
from tests.journeys.bad_samples import broken_index, cut_in_half, png_bomb
from tests.journeys.conftest import Ended, Firsthand

PERSIAN = "عکس میدان\nآزادی \u202egpj.jpg"  # noqa: RUF001 # this is how it is spelled


def codes(items: list[dict[str, object]]) -> dict[str, str | None]:
    """Map each source's own name to its error's code."""
    found = {}
    for item in items:
        error = item["error"]
        assert error is None or isinstance(error, dict)
        found[Path(str(item["source"])).name] = error["code"] if error else None
    return found


def one_line_each(ended: Ended) -> None:
    assert ended.out.isprintable() or ended.out.replace("\n", "").isprintable()


@pytest.fixture
def troubled(tmp_path: Path, photo: Path, video: Path) -> Path:
    """Give a folder that holds one good photo and everything that is wrong."""
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "empty.jpg").touch()
    (folder / "text.jpg").write_text("this is no photo")
    cut_in_half(photo, folder / "half.jpg")
    png_bomb(folder / "bomb.png")
    broken_index(video, folder / "broken.mp4")
    shutil.copy(photo, folder / PERSIAN)
    return folder


WRONG = {
    "empty.jpg": "empty-file",
    "text.jpg": "unknown-kind",
    "half.jpg": "damaged",
    "bomb.png": "too-large",
    "broken.mp4": "damaged",
    PERSIAN: None,
}


def test_clean_refuses_each_by_name_and_does_the_rest(
    firsthand: Firsthand, troubled: Path, tmp_path: Path
) -> None:
    ended = firsthand("clean", troubled, "-o", tmp_path / "out", "--json")
    assert ended.code == 1
    assert codes(ended.json) == WRONG
    good = next(item for item in ended.json if item["error"] is None)
    assert good["status"] == "cleaned"
    assert [path.name for path in (tmp_path / "out").iterdir()] == [Path(good["output"]).name]
    assert firsthand.left_over() == []


def test_import_keeps_what_can_be_evidence_and_refuses_the_rest(
    firsthand: Firsthand, troubled: Path, vault: Path
) -> None:
    ended = firsthand.vault("import", vault, troubled, "--json")
    assert ended.code == 1
    assert codes(ended.json["items"]) == WRONG
    status = {Path(item["source"]).name: item["status"] for item in ended.json["items"]}
    assert status == {
        "empty.jpg": "refused",
        "text.jpg": "refused",
        "half.jpg": "sealed",
        "bomb.png": "sealed",
        "broken.mp4": "sealed",
        PERSIAN: "sealed",
    }
    listed = firsthand.vault("list", vault, "--json").json["items"]
    copies = {item["name"]: len(item["derivatives"]) for item in listed}
    assert copies == {"half.jpg": 0, "bomb.png": 0, "broken.mp4": 0, PERSIAN: 1}
    assert firsthand.vault("vault", "check", vault, "--deep").code == 0
    assert firsthand.left_over() == []


@pytest.mark.parametrize("name", [name for name, code in WRONG.items() if code])
def test_each_is_said_in_words_with_what_to_do(
    firsthand: Firsthand, troubled: Path, tmp_path: Path, name: str
) -> None:
    ended = firsthand("clean", troubled / name, "-o", tmp_path / "out")
    assert ended.code == 1
    first, *rest = ended.out.splitlines()
    assert first == f"{troubled / name}: refused"
    assert rest[0].strip().endswith(".")
    assert rest[-2].strip().endswith(".")
    assert rest[-1] == "1 files: 0 cleaned, 0 already-clean, 1 refused, 0 failed."


def test_a_persian_name_with_spaces_and_a_newline_is_one_line(
    firsthand: Firsthand, troubled: Path, vault: Path, tmp_path: Path
) -> None:
    source = troubled / PERSIAN
    inspected = firsthand("inspect", source)
    assert inspected.code == 0
    shown = str(source).replace("\n", "\\n").replace("\u202e", "\\u{202e}")
    assert inspected.out.splitlines()[0].startswith(f"{shown}: jpeg")
    assert firsthand("inspect", source, "--json").json[0]["path"] == str(source)
    cleaned = firsthand("clean", source, "-o", tmp_path / "out")
    assert cleaned.out.splitlines()[0] == f"{shown} -> {tmp_path / 'out' / '001.jpg'}"
    assert firsthand.vault("import", vault, source).code == 0
    listed = firsthand.vault("list", vault)
    assert listed.out.splitlines()[0].endswith(shown.rpartition("/")[2])
    for ended in (inspected, cleaned, listed):
        one_line_each(ended)


def test_a_name_that_is_no_utf_8_is_kept_and_shown(
    firsthand: Firsthand, photo: Path, vault: Path, tmp_path: Path
) -> None:
    if sys.platform != "linux":
        pytest.skip("only Linux lets a name be any bytes")
    source = os.fsencode(tmp_path) + b"/\xff\xfe.jpg"
    Path(os.fsdecode(source)).write_bytes(photo.read_bytes())
    assert firsthand("inspect", os.fsdecode(source)).out.startswith(f"{tmp_path}/\\xff\\xfe.jpg")
    assert firsthand.vault("import", vault, os.fsdecode(source)).code == 0
    assert firsthand.vault("list", vault, "--json").code == 0


@pytest.fixture
def unprivileged(firsthand: Firsthand, tool: Tool) -> Firsthand:
    """Run without the right to read what permissions forbid, which root otherwise has."""
    if os.name != "posix":
        pytest.skip("permissions of this kind are POSIX")
    if os.geteuid() != 0:
        return firsthand
    dropped = "-dac_override,-dac_read_search"
    prefix = (tool("setpriv"), f"--inh-caps={dropped}", f"--bounding-set={dropped}")
    return replace(firsthand, prefix=prefix)


@pytest.fixture
def closed(tmp_path: Path, photo: Path) -> Iterator[Path]:
    folder = tmp_path / "closed"
    folder.mkdir()
    shutil.copy(photo, folder / "photo.jpg")
    folder.chmod(0)
    yield folder
    folder.chmod(0o700)


def test_a_folder_without_permission_is_named_and_the_rest_is_done(
    unprivileged: Firsthand, closed: Path, photo: Path, vault: Path, tmp_path: Path
) -> None:
    ended = unprivileged("clean", closed, photo, "-o", tmp_path / "out", "--json")
    assert ended.code == 1
    assert codes(ended.json) == {"closed": "unreadable", photo.name: None}
    assert "You may not read this" in ended.json[0]["error"]["message"]
    ended = unprivileged.vault("import", vault, closed, photo, "--json")
    assert ended.code == 1
    assert codes(ended.json["items"]) == {"closed": "unreadable", photo.name: None}


def test_an_output_folder_without_permission_ends_the_command(
    unprivileged: Firsthand, closed: Path, photo: Path
) -> None:
    ended = unprivileged("clean", photo, "-o", closed / "out", "--json")
    assert ended.code == 1
    assert ended.json["error"]["code"] == "no-permission"
    ended = unprivileged.vault("vault", "create", closed / "vault")
    assert ended.code == 1
    assert "would not let Firsthand read or write there" in ended.err


def limited(firsthand: Firsthand, size: int, *arguments: str | Path) -> Ended:
    """Run a command in which no file may grow beyond ``size`` bytes."""

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    done = subprocess.run(
        firsthand.command(*arguments),
        capture_output=True,
        encoding="utf-8",
        env=firsthand.environment(),
        preexec_fn=limit,  # no thread runs in this test
        timeout=120,
        check=False,
    )
    assert "Traceback" not in done.stderr, done.stderr
    return Ended(done.returncode, done.stdout, done.stderr)


def test_a_disk_that_takes_no_more_fails_one_file_and_leaves_nothing(
    firsthand: Firsthand, samples: Path, tmp_path: Path
) -> None:
    ended = limited(firsthand, 10_000, "clean", samples, "-o", tmp_path / "out", "--json")
    assert ended.code == 1
    assert {item["status"] for item in ended.json} == {"failed"}
    assert {item["error"]["code"] for item in ended.json} == {"file-too-big"}
    assert list((tmp_path / "out").iterdir()) == []


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Callable[[int], Path]]:
    """Give a function that mounts a disk of so many megabytes."""
    place = tmp_path / "disk"
    place.mkdir()

    def mount(megabytes: int) -> Path:
        command = ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", str(place)]
        if subprocess.run(command, capture_output=True, check=False).returncode != 0:
            pytest.skip("this machine does not let tests mount a small disk")
        return place

    yield mount
    subprocess.run(["umount", str(place)], capture_output=True, check=False)


def test_a_full_disk_loses_nothing_that_was_sealed(
    firsthand: Firsthand, photo: Path, tmp_path: Path, small_disk: Callable[[int], Path]
) -> None:
    folder = small_disk(24) / "vault"
    assert firsthand.vault("vault", "create", folder).code == 0
    assert firsthand.vault("import", folder, photo).code == 0
    huge = tmp_path / "huge.jpg"
    huge.write_bytes(photo.read_bytes() + os.urandom(30 << 20))
    ended = firsthand.vault("import", folder, huge, "--json")
    assert ended.code == 1
    (item,) = ended.json["items"]
    assert (item["status"], item["id"]) == ("failed", None)
    assert item["error"]["code"] == "disk-full"
    listed = firsthand.vault("list", folder, "--json").json["items"]
    assert [item["name"] for item in listed] == [photo.name]
    assert firsthand.vault("vault", "check", folder, "--deep").code == 0


def test_clean_onto_a_full_disk(
    firsthand: Firsthand, photo: Path, small_disk: Callable[[int], Path]
) -> None:
    disk = small_disk(1)
    (disk / "filler").write_bytes(bytes(1020 << 10))
    ended = firsthand("clean", photo, "-o", disk / "out", "--json")
    assert ended.code == 1
    assert ended.json[0]["error"]["code"] == "disk-full"
    assert list((disk / "out").iterdir()) == []


def fingerprint(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.mark.parametrize(
    "command",
    [
        ("list",),
        ("import",),
        ("custody",),
        ("vault", "info"),
        ("vault", "check"),
        ("vault", "wipe"),
    ],
)
def test_a_wrong_passphrase_changes_nothing(
    firsthand: Firsthand, vault: Path, photo: Path, command: tuple[str, ...]
) -> None:
    before = fingerprint(vault)
    extra = {"import": (photo,), "wipe": ("--yes",)}.get(command[-1], ())
    arguments = (*command, vault, *extra, "--passphrase-file", "-")
    ended = firsthand(*arguments, stdin="correct horse battery stable\n")
    assert ended.code == 3
    assert "does not open the vault" in ended.err
    assert ended.out == ""
    assert fingerprint(vault) == before
