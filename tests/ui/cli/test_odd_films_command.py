"""Videos that are not as they should be, through the command itself: what it says of them."""

import io
import json
from collections.abc import Callable
from pathlib import Path

import av
import pytest

from tests.capture.decode.test_reel import movie
from tests.capture.samples import films
from tests.storage.vault.vaults import PASSPHRASE, make
from ui.cli import exits
from ui.cli.app import main

WIDE, HIGH, FRAMES = 160, 120, 45


def deep() -> bytes:
    pictures = [films.planes(WIDE, HIGH, number, "yuv420p10le") for number in range(6)]
    return films.film(pictures, WIDE, HIGH, form="yuv420p10le", container="matroska")


def whole() -> bytes:
    pictures = [films.planes(WIDE, HIGH, number) for number in range(FRAMES)]
    return films.film(pictures, WIDE, HIGH, container="matroska")


def early() -> bytes:
    data = whole()
    return data[: len(data) // 4]


def broken() -> bytes:
    """Give a film of which a frame in the middle holds nothing that can be decoded."""
    data = bytearray(whole())
    with av.open(io.BytesIO(bytes(data)), "r") as container:
        places = [(packet.pos, packet.size) for packet in container.demux(video=0) if packet.size]
    at, size = places[20]
    assert at is not None
    data[at + 16 : at + size] = b"\xaa" * (size - 16)
    return bytes(data)


def careless() -> bytes:
    return movie(form="avi", sound=False).getvalue()


def _redacted(
    folder: Path, name: str, data: bytes, capsys: pytest.CaptureFixture[str]
) -> tuple[int, str]:
    """Take a file in and cover a box in it; return the exit code and what was said."""
    make(folder / "vault").close()
    (folder / "words").write_text(PASSPHRASE)
    (folder / name).write_bytes(data)
    opened = ("--passphrase-file", str(folder / "words"))
    main(["import", str(folder / "vault"), str(folder / name), *opened])
    capsys.readouterr()
    main(["list", str(folder / "vault"), "--json", *opened])
    rows = json.loads(capsys.readouterr().out)["items"]
    if not rows:
        return exits.REFUSED, ""
    box = ("--box", "16,16,32,32")
    code = main(["redact", str(folder / "vault"), rows[0]["id"], *box, *opened])
    said = capsys.readouterr()
    return code, said.out + said.err


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("deep.mkv", deep, "brought to those of usual screens (SDR, 8 bits)"),
        ("early.mkv", early, "frames here could not be decoded"),
        ("broken.mkv", broken, "Frames that could not be decoded, and are blank: "),
        ("careless.avi", careless, "Followed and covered: 1"),
    ],
)
def test_what_is_odd_is_covered_and_said(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    name: str,
    data: Callable[[], bytes],
    says: str,
) -> None:
    code, said = _redacted(tmp_path, name, data(), capsys)

    assert code == exits.DONE
    assert says in said
    assert ("Until then the copy does not leave" in said) == (name in {"early.mkv", "broken.mkv"})


@pytest.mark.parametrize("size", [40, 300])
def test_what_has_no_frame_is_a_clear_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], size: int
) -> None:
    code, said = _redacted(tmp_path, "cut.mkv", whole()[:size], capsys)

    assert code == exits.REFUSED
    assert "Traceback" not in said
    assert not said or "damaged" in said or "No copy was made" in said
