"""Copies are kept only when a second reading of their stored bytes passes."""

import io

import numpy as np
import pytest
from PIL import Image

from capture import derive
from capture.errors import BadPlan, Unverified
from capture.formats.base import Profile
from capture.isolate import MediaPool
from capture.redact.plan import RedactionPlan, Region
from storage.errors import DiskFull
from storage.evidence import TOOL
from storage.records import Json, Original, Provenance
from storage.vault import Draft, Vault
from tests.capture.doors.conftest import MAKER, Photo, cleaned_copy
from tests.capture.samples import raws

SEED = "00112233445566778899aabbccddeeff"


def _bytes(vault: Vault, blob: str) -> bytes:
    with vault.open_blob(blob) as stream:
        return stream.read()


def test_an_anonymous_copy_is_upright_and_says_nothing(
    vault: Vault, pool: MediaPool, original: Original
) -> None:
    made = cleaned_copy(vault, pool, original.id, Profile.ANONYMOUS)
    data = _bytes(vault, made.id)
    assert MAKER.encode() not in data
    assert Image.open(io.BytesIO(data)).size == (48, 64)
    assert not made.lossless
    assert made.steps[0].facts["profile"] == "anonymous"
    assert made.steps[0].facts["program"] == TOOL


def test_a_copy_that_fails_its_second_reading_is_not_kept(
    vault: Vault, pool: MediaPool, original: Original, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object, **_named: object) -> None:
        raise Unverified("planted")

    before = vault.derivatives(original.id)
    monkeypatch.setattr(pool, "verify", refuse)
    with pytest.raises(Unverified):
        cleaned_copy(vault, pool, original.id, Profile.FAITHFUL)
    assert vault.derivatives(original.id) == before
    assert not vault.check(deep=True)


def _imported_alone(vault: Vault, data: bytes, kind: str) -> Original:
    """Keep an original that nothing has examined."""
    draft = vault.draft(len(data))
    draft.write(data)
    return vault.keep_original(draft, kind, Provenance("folder", "it", None))


def test_an_original_is_handed_over_once_for_its_report_and_its_copy(
    vault: Vault, pool: MediaPool, photo: Photo, monkeypatch: pytest.MonkeyPatch
) -> None:
    def twice(*_arguments: object, **_named: object) -> None:
        raise AssertionError

    for name in ("inspect", "clean"):
        monkeypatch.setattr(pool, name, twice)
    original = _imported_alone(vault, photo().read_bytes(), "jpeg")
    made = derive.prepare(vault, pool, original.id)
    assert made.lossless
    assert MAKER in str(vault.report(original.id))


def test_what_cannot_be_carried_over_is_encoded_again_and_examined_once(
    vault: Vault, pool: MediaPool, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept: list[str] = []
    real = vault.keep_report

    def keep(item: str, report: Json) -> None:
        kept.append(item)
        real(item, report)

    monkeypatch.setattr(vault, "keep_report", keep)
    original = _imported_alone(vault, raws.dng(), "dng")
    made = derive.prepare(vault, pool, original.id)
    assert not made.lossless
    assert made.steps[0].facts["profile"] == "anonymous"
    assert kept == [original.id]


@pytest.mark.parametrize("while_written", [True, False])
def test_a_report_is_kept_where_there_is_no_room_for_a_copy(
    while_written: bool,  # noqa: FBT001 # pytest gives it by name
    vault: Vault,
    pool: MediaPool,
    photo: Photo,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    original = _imported_alone(vault, photo().read_bytes(), "jpeg")

    def full(*_arguments: object, **_named: object) -> None:
        raise DiskFull

    if while_written:
        monkeypatch.setattr(Draft, "write", full)
    else:
        monkeypatch.setattr(vault, "draft", full)
    with pytest.raises(DiskFull):
        derive.prepare(vault, pool, original.id)
    assert MAKER in str(vault.report(original.id))
    assert not vault.derivatives(original.id)


def test_a_copy_that_still_holds_the_sources_values_is_refused(
    vault: Vault, pool: MediaPool, original: Original, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A writer that passes the source on unchanged is caught by the second reading."""
    real = pool.inspect_and_clean

    def passed_on(source: io.BufferedIOBase, sink: object, **named: object) -> object:
        source.seek(0)
        sink.write(source.read())  # type: ignore[attr-defined] # a draft
        return real(source, io.BytesIO(), **named)  # type: ignore[arg-type] # as it came

    monkeypatch.setattr(pool, "inspect_and_clean", passed_on)
    with pytest.raises(Unverified):
        cleaned_copy(vault, pool, original.id, Profile.FAITHFUL)


def test_a_redacted_copy_depends_on_nothing_under_its_cover(
    vault: Vault, pool: MediaPool, original: Original
) -> None:
    plan = RedactionPlan(48, 64, SEED, (Region(0, 0, 16, 16),))
    made = derive.redacted_copy(vault, pool, original.id, plan)
    data = _bytes(vault, made.id)
    assert MAKER.encode() not in data
    pixels = np.asarray(Image.open(io.BytesIO(data)).convert("RGB")).astype(int)
    clean = cleaned_copy(vault, pool, original.id, Profile.ANONYMOUS)
    whole = np.asarray(Image.open(io.BytesIO(_bytes(vault, clean.id))).convert("RGB")).astype(int)
    assert np.array_equal(pixels[24:, 24:], whole[24:, 24:])
    assert not np.array_equal(pixels[:16, :16], whole[:16, :16])
    assert made.steps[0].name == "redact"


def test_a_plan_for_another_size_makes_nothing(
    vault: Vault, pool: MediaPool, original: Original
) -> None:
    with pytest.raises(BadPlan):
        derive.redacted_copy(vault, pool, original.id, RedactionPlan(64, 48, SEED, ()))


def test_a_preview_is_upright(vault: Vault, pool: MediaPool, original: Original) -> None:
    picture = derive.preview(vault, pool, original.id, 32)
    assert (picture.width, picture.height) == (24, 32)
    assert len(picture.rgb) == 24 * 32 * 3
