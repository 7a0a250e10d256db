"""The contact sheet as PDF: the same bytes each time, nothing in it that we did not put there."""

import io
import json
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from typing_extensions import override

from storage.bundle.jpeg_size import jpeg_size
from storage.bundle.sheet_check import check_pdf
from storage.bundle.sheet_pdf import sheet_pdf
from storage.bundle.sheet_words import WORDS
from storage.bundle.verify import verify
from storage.errors import DamagedBundle
from tests.conftest import Tool
from tests.storage.bundle.samples import FRAME, contents, with_first
from tests.storage.bundle.samples import made as build_bytes

PUBLIC = bytes(range(32))
PERSIAN = "\u062e\u06cc\u0627\u0628\u0627\u0646"
BURMESE = "\u101b\u1014\u103a\u1000\u102f\u1014\u103a"
CHINESE = "\u6f22"


def made(language: str = "en", **record: str) -> bytes:
    return sheet_pdf(with_first(contents(), record=record), PUBLIC, language)


@pytest.mark.parametrize("language", list(WORDS))
def test_the_same_content_gives_the_same_bytes_in_every_language(language: str) -> None:
    first = made(language, summary="a street")
    assert first == made(language, summary="a street")
    check_pdf(first)
    assert f"/Lang ({language})".encode() in first


def test_nothing_in_it_is_compressed_by_a_library() -> None:
    assert b"FlateDecode" not in made(summary="a street")


def test_exiftool_finds_nothing_but_the_fixed_title_and_date(tool: Tool, tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    path.write_bytes(made(summary="a street"))
    said = subprocess.run(
        (tool("exiftool"), "-json", "-a", "-G1", "-PDF:all", "-XMP:all", path),
        capture_output=True, check=True, timeout=60,
    ).stdout  # fmt: skip
    found = json.loads(said)[0]
    del found["SourceFile"], found["PDF:PageCount"]
    assert found == {
        "PDF:PDFVersion": 1.4,
        "PDF:Linearized": "No",
        "PDF:Language": "en",
        "PDF:PageLayout": "OneColumn",
        "PDF:CreateDate": "1980:01:01 00:00:00Z",
        "PDF:Title": WORDS["en"].title,
    }


def test_another_program_reads_its_words_and_draws_it(tool: Tool, tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    path.write_bytes(made("fa", summary=f"a street {PERSIAN} {BURMESE}"))
    words = subprocess.run(
        (tool("gs"), "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=txtwrite", "-sOutputFile=-", path),
        capture_output=True, check=True, timeout=60,
    )  # fmt: skip
    text = words.stdout.decode()
    assert "a street" in text
    assert "data/media/001.jpg" in text
    assert words.stderr == b""


def test_what_the_fonts_lack_is_shown_as_such(caplog: pytest.LogCaptureFixture) -> None:
    check_pdf(made(summary=f"{CHINESE}\x00\u202e\n{PERSIAN} {BURMESE} \U0001f600"))
    assert caplog.records == []


def test_a_long_text_goes_over_pages() -> None:
    data = made(description="words and words " * 900)
    check_pdf(data)
    assert data.count(b"/Type /Page\n") > 2


def test_a_pdf_with_anything_else_in_it_is_not_let_out() -> None:
    good = made(summary="a street")
    root = b"/Type /Catalog"
    wrong = (
        good.replace(root, root + b"\n/AA 1 0 R"),
        good.replace(root, root + b"\n/Metadata 9 0 R"),
        good.replace(b"/Title (Contact sheet)", b"/Title (Contact sheet)\n/Author (me)"),
        good.replace(b"/Title (Contact sheet)", b"/Title (me)"),
        good.replace(b"/Title (Contact sheet)", b"/Title <feff006d0065>"),
        good.replace(b"19800101", b"20240501"),
        good.replace(b"\nendstream", b"x\nendstream", 1),
        good + b"% made by me\n",
        good[:-30],
        b"%PDF-1.4\n" + b"1 0 obj\n",
        b"words",
        b"",
    )
    for data in wrong:
        assert data != good
        with pytest.raises(DamagedBundle) as caught:
            check_pdf(data)
        assert caught.value.facts == {"reason": "sheet"}


class Looked(bytes):
    """Bytes that count how many of them a search went over."""

    spent = 0

    @override
    def find(self, sought: Any, start: Any = 0, end: Any = None, /) -> int:
        found = super().find(sought, start, end)
        last = len(self) if end is None else min(end, len(self))
        Looked.spent += (last if found < 0 else found) - start
        return found


def test_many_objects_are_gone_over_once_and_not_once_for_each() -> None:
    data = Looked(b"%PDF-1.4\n" + b"1 0 obj\n\nendobj\n" * 2000)
    with pytest.raises(DamagedBundle):
        check_pdf(data)
    assert 0 < Looked.spent < 4 * len(data)


def test_a_language_without_words_is_refused() -> None:
    with pytest.raises(ValueError, match="language"):
        sheet_pdf(contents(), PUBLIC, "xx")


def test_many_items_are_all_there_and_can_be_stopped_at_each() -> None:
    given = contents()
    many = replace(given, items=given.items[:1] * 260)
    waited = []
    data = sheet_pdf(many, PUBLIC, "en", lambda: waited.append(len(waited)))
    assert len(waited) == 260
    check_pdf(data)
    assert len(data) > 100 * len(given.items[0].sha256)

    def stop() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        sheet_pdf(many, PUBLIC, "en", stop)


def test_an_item_without_a_picture_is_there_all_the_same() -> None:
    given = contents()
    bare = replace(given, items=tuple(replace(one, thumbnail=None) for one in given.items))
    data = sheet_pdf(bare, PUBLIC, "en")
    check_pdf(data)
    assert b"DCTDecode" not in data


def test_the_size_of_a_picture_is_read_from_its_frame() -> None:
    assert jpeg_size(FRAME) == (48, 32)
    for wrong in (b"", FRAME[:10], FRAME[:2] + bytes(40), b"\xff\xd8" + b"\xff\xe0\0\0" * 9):
        with pytest.raises(ValueError, match="frame"):
            jpeg_size(wrong)


def test_two_pictures_alike_are_two_pictures() -> None:
    given = with_first(contents(), thumbnail=contents().items[1].thumbnail)
    assert sheet_pdf(given, PUBLIC, "en").count(b"/Filter /DCTDecode") == 2


def test_a_bundle_has_the_sheet_in_both_forms_and_any_text_comes_through() -> None:
    given = with_first(contents(), record={"summary": f"{PERSIAN} \ud800 {CHINESE}"})
    verdict = verify(io.BytesIO(build_bytes(replace(given, pdf=True, languages=("fa", "en")))[0]))
    assert [file.path for file in verdict.manifest.files if "README" in file.path] == [
        "README.en.html", "README.en.pdf", "README.fa.html", "README.fa.pdf",
    ]  # fmt: skip
