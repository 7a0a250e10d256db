"""Videos on the command line: times and ranges as people write them, and a covered copy."""

import argparse
import json
import wave
from pathlib import Path
from typing import Any

import pytest

from capture.redact.keys import MAX_TIME
from tests.capture.samples import films
from tests.storage.vault.vaults import PASSPHRASE, make
from ui.cli import exits, filming
from ui.cli.app import main
from ui.words import clock

SECOND = 1_000_000


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("0:05-1:20.5", (5 * SECOND, 80 * SECOND + SECOND // 2)),
        ("3-4", (3 * SECOND, 4 * SECOND)),
        ("1:02:03-1:02:04", (3723 * SECOND, 3724 * SECOND)),
        ("-7", (0, 7 * SECOND)),
        ("7-", (7 * SECOND, None)),
        ("all", (0, None)),
        ("0.000001-0.1", (1, SECOND // 10)),
        ("90-91", (90 * SECOND, 91 * SECOND)),
    ],
)
def test_ranges_are_read(text: str, expected: filming.Range) -> None:
    assert filming.span(text) == expected


@pytest.mark.parametrize(
    "text", ["", "5", "5-5", "6-5", "a-b", "1:2:3:4-5", "0-99:00:00", "-1-2", "0x1-2", "1.-2"]
)
def test_what_is_no_range_is_refused(text: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError):
        filming.span(text)


def test_times_are_written_as_people_read_them() -> None:
    assert clock(5 * SECOND) == "0:05.0"
    assert clock(80 * SECOND + 560_000) == "1:20.5"
    assert clock(3723 * SECOND) == "1:02:03.0"
    assert clock(MAX_TIME)


class Witness:
    """A vault with one video."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        make(folder / "vault").close()
        (folder / "words").write_text(PASSPHRASE)
        pictures = [films.planes(160, 120, number) for number in range(15)]
        (folder / "clip.mov").write_bytes(films.film(pictures, 160, 120))
        assert self("import", str(folder / "clip.mov")) == exits.DONE

    def __call__(self, name: str, *words: str) -> int:
        passphrase = ("--passphrase-file", str(self.folder / "words"))
        return main([name, str(self.folder / "vault"), *words, *passphrase])


@pytest.fixture(scope="module")
def witness(tmp_path_factory: pytest.TempPathFactory) -> Witness:
    return Witness(tmp_path_factory.mktemp("witness"))


def _item(witness: Witness, capsys: pytest.CaptureFixture[str]) -> str:
    capsys.readouterr()
    witness("list", "--json")
    found: str = json.loads(capsys.readouterr().out)["items"][0]["id"]
    return found


def _document(capsys: pytest.CaptureFixture[str]) -> Any:
    return json.loads(capsys.readouterr().out)


def test_a_video_is_covered_and_its_plan_goes_out_and_in(
    witness: Witness, capsys: pytest.CaptureFixture[str]
) -> None:
    item = _item(witness, capsys)
    plan = witness.folder / "plan.json"
    words = ("--box", "16,16,64,64@0:00-0.3", "--blank", "0.1-0.2", "--style", "solid")

    assert witness("redact", item, *words, "--write-plan", str(plan), "--json") == exits.DONE

    said = _document(capsys)
    stored = json.loads(plan.read_text())
    assert said["covered"] == 1
    assert said["video"]["blank"] == 1
    assert stored["blank"] == [[SECOND // 10, SECOND // 5]]
    first = said["derivative"]["sha256"]
    assert witness("redact", item, "--plan", str(plan), "--json") == exits.DONE
    assert _document(capsys)["derivative"]["sha256"] == first
    # What is said next is added to what the latest copy covers; --anew begins again.
    assert witness("redact", item, "--cut", "0.4-", "--json") == exits.DONE
    added = _document(capsys)
    assert (added["covered"], added["video"]["cut"]) == (1, 1)
    assert witness("redact", item, "--cut", "0.4-", "--anew", "--json") == exits.DONE
    assert _document(capsys)["covered"] == 0
    assert witness("redact", item, "--looked", "--json") == exits.DONE
    assert not _document(capsys)["to_look_at"]


@pytest.mark.parametrize(
    "words",
    [
        ("--all", "--mute", "all"),
        ("--looked", "--mute", "all"),
        ("--mute", "5"),
        ("--box", "1,2,3,4@x"),
        ("--box", "1,2,3"),
        ("--coding", "theora"),
        ("--looked", "--coding", "vp9"),
    ],
)
def test_misuse_is_said_before_anything_is_done(
    witness: Witness, capsys: pytest.CaptureFixture[str], words: tuple[str, ...]
) -> None:
    item = () if "--all" in words else (_item(witness, capsys),)
    try:
        code = witness("redact", *item, *words)
    except SystemExit as left:
        code = int(left.code or 0)

    assert code == exits.USAGE


def test_a_range_after_the_end_is_an_error(
    witness: Witness, capsys: pytest.CaptureFixture[str]
) -> None:
    item = _item(witness, capsys)

    assert witness("redact", item, "--blank", "5:00-6:00", "--json") != exits.DONE
    assert _document(capsys)["error"]["code"] == "bad-plan"


def test_voices_in_a_recording_are_silenced_and_a_picture_is_not_looked_for(
    witness: Witness, capsys: pytest.CaptureFixture[str]
) -> None:
    note = witness.folder / "note.wav"
    with wave.open(str(note), "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(8000)
        sound.writeframes(bytes(range(256)) * 125)
    assert witness("import", str(note)) == exits.DONE
    capsys.readouterr()
    witness("list", "--json")
    rows = json.loads(capsys.readouterr().out)["items"]
    item = next(row["id"] for row in rows if row["kind"] == "wav")

    assert witness("redact", item, "--mute", "0:00-0:01", "--tone", "1.5-") == exits.DONE
    said = capsys.readouterr().out
    assert "Silence: 0:00.0 to 0:01.0." in said
    assert "A tone: 0:01.5 to 0:02.0." in said
    assert "hear all of the copy" in said
    assert witness("redact", item, "--cut", "0:01-", "--json") == exits.DONE
    document = _document(capsys)
    assert document["video"]["voices"] == {"mute": 1, "tone": 1, "disguise": 0}
    assert not document["to_look_at"]
    for wrong in (("--faces",), ("--blank", "all"), ("--box", "1,1,9,9")):
        assert witness("redact", item, *wrong, "--json") != exits.DONE
        assert _document(capsys)["error"]["code"] in {"unsupported", "bad-plan"}
