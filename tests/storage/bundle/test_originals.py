import io
import json
import zipfile
from hashlib import sha256

import pytest

from storage.bundle.originals import OriginalPart, OriginalsStream
from storage.bundle.padme import padded
from storage.errors import DamagedBundle
from tests.storage.bundle.samples import chance, opener

CONTENT = chance("an original", 5_000)


def part(content: bytes = CONTENT, size: int | None = None) -> OriginalPart:
    said = len(content) if size is None else size
    return OriginalPart(
        opener(content), said, ".jpg", {"name": "IMG_1.jpg", "custody": ({"at": 1},)}
    )


def whole(*parts: OriginalPart, step: int = 4096) -> bytes:
    stream = OriginalsStream(parts)
    return b"".join(iter(lambda: stream.read(step), b""))


def test_each_original_is_there_bit_for_bit_with_what_is_known_of_it() -> None:
    data = whole(part(), part(b"another"))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == ["001.jpg", "001.json", "002.jpg", "002.json", "pad"]
        assert archive.read("001.jpg") == CONTENT
        assert json.loads(archive.read("002.json"))["name"] == "IMG_1.jpg"
        assert set(archive.read("pad")) <= {0}


@pytest.mark.parametrize("size", [0, 1, 4_999, 5_000, 123_457])
def test_the_size_tells_little(size: int) -> None:
    data = whole(part(bytes(size)))
    assert padded(len(data)) == len(data)


def test_the_bytes_do_not_depend_on_how_they_are_read() -> None:
    assert sha256(whole(part(), step=1)).digest() == sha256(whole(part(), step=1 << 20)).digest()


def test_an_original_of_another_size_finishes_nothing() -> None:
    with pytest.raises(DamagedBundle) as caught:
        whole(part(size=4_999))
    assert caught.value.facts == {"reason": "source", "part": "001.jpg"}


def test_an_original_that_changes_meanwhile_finishes_nothing() -> None:
    readings = iter([CONTENT, CONTENT[::-1]])
    changing = OriginalPart(lambda: io.BytesIO(next(readings)), len(CONTENT), ".jpg", {})
    with pytest.raises(DamagedBundle):
        whole(changing)


def test_closing_lets_go_of_the_original() -> None:
    held = part(chance("large", 3_000_000))
    stream = OriginalsStream([held])
    stream.read(100)
    stream.read(1 << 20)
    stream.close()
    assert isinstance(held.open, type(opener(b"")))
    assert [opened.closed for opened in held.open.streams] == [True, True]
