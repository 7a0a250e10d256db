"""Copies are kept only when a second reading of their stored bytes passes."""

import io

import numpy as np
import pytest
from PIL import Image

from capture import derive
from capture.errors import BadPlan, Unverified
from capture.formats.base import Profile
from capture.intake import take_in
from capture.isolate import MediaPool
from capture.progress import silent
from capture.redact.plan import RedactionPlan, Region
from capture.sources.folder import Folder
from storage.evidence import TOOL
from storage.records import Original
from storage.vault import Vault
from tests.capture.doors.conftest import MAKER, Photo

SEED = "00112233445566778899aabbccddeeff"


@pytest.fixture
def original(vault: Vault, pool: MediaPool, photo: Photo) -> Original:
    (taken,) = take_in(vault, pool, Folder([photo()]), silent, lambda _taken: None)
    assert taken.original
    return taken.original


def _bytes(vault: Vault, blob: str) -> bytes:
    with vault.open_blob(blob) as stream:
        return stream.read()


def test_an_anonymous_copy_is_upright_and_says_nothing(
    vault: Vault, pool: MediaPool, original: Original
) -> None:
    made = derive.cleaned_copy(vault, pool, original.id, Profile.ANONYMOUS)
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
        derive.cleaned_copy(vault, pool, original.id, Profile.FAITHFUL)
    assert vault.derivatives(original.id) == before
    assert not vault.check(deep=True)


def test_a_copy_that_still_holds_the_sources_values_is_refused(
    vault: Vault, pool: MediaPool, original: Original, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A writer that passes the source on unchanged is caught by the second reading."""
    real = pool.clean

    def passed_on(source: io.BufferedIOBase, sink: object, **named: object) -> object:
        source.seek(0)
        sink.write(source.read())  # type: ignore[attr-defined] # a draft
        return real(source, io.BytesIO(), **named)  # type: ignore[arg-type] # as it came

    monkeypatch.setattr(pool, "clean", passed_on)
    with pytest.raises(Unverified):
        derive.cleaned_copy(vault, pool, original.id, Profile.FAITHFUL)


def test_a_redacted_copy_depends_on_nothing_under_its_cover(
    vault: Vault, pool: MediaPool, original: Original
) -> None:
    plan = RedactionPlan(48, 64, SEED, (Region(0, 0, 16, 16),))
    made = derive.redacted_copy(vault, pool, original.id, plan)
    data = _bytes(vault, made.id)
    assert MAKER.encode() not in data
    pixels = np.asarray(Image.open(io.BytesIO(data)).convert("RGB")).astype(int)
    clean = derive.cleaned_copy(vault, pool, original.id, Profile.ANONYMOUS)
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
