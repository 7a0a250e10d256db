"""Drafts and readers as file objects: of Pillow and PyAV, and of muxers, which go back."""

import io
import struct
from pathlib import Path
from typing import IO, Any, cast

import av
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from storage.errors import OutOfReach, StorageError
from storage.records import Original, Provenance
from storage.vault import Draft, Vault, window
from tests.storage.vault import vaults

CHUNK = vaults.CHUNK


def picture() -> Image.Image:
    noise = np.random.default_rng(3).integers(0, 255, (480, 640, 3), dtype=np.uint8)
    return Image.fromarray(noise)


def keep(vault: Vault, draft: Draft) -> Original:
    return vault.keep_original(draft, "mp4", Provenance("folder", "n", None))


STREAMED = ("JPEG", "PNG", "WEBP")
"""Formats that Pillow writes from front to back."""


@pytest.mark.parametrize(
    ("form", "seekable"),
    [*((form, False) for form in STREAMED), *((form, True) for form in (*STREAMED, "TIFF", "GIF"))],
)
def test_pillow_writes_and_reads(quick: Path, form: str, seekable: bool) -> None:  # noqa: FBT001  # parametrized
    plain = io.BytesIO()
    picture().save(plain, form)
    with vaults.make(quick / "v") as vault:
        draft = vault.draft(seekable=seekable)
        picture().save(cast("IO[bytes]", draft), form)
        original = keep(vault, draft)
        assert vaults.content(vault, original.id) == plain.getvalue()
        with vault.open_blob(original.id) as file, Image.open(file) as read:
            assert read.format == form
            assert read.convert("RGB").size == (640, 480)


def frames_of(vault: Vault, original: Original, start: int = 0) -> list[float | None]:
    """Decode a kept video from a moment on (microseconds) and give the times of its frames."""
    with vault.open_blob(original.id) as file, av.open(file, "r") as container:
        container.seek(start)
        return [frame.time for frame in container.decode(video=0)]


def mux(target: Any, frames: int, **options: str) -> None:
    """Write a small MP4: raw noise as Motion JPEG, so that many bytes cost little time."""
    noise = np.random.default_rng(1).integers(0, 255, (240, 320, 3), dtype=np.uint8)
    with av.open(target, "w", format="mp4", options=options) as container:
        stream = container.add_stream("mjpeg", rate=25, options={"qmin": "2", "qmax": "2"})
        stream.width, stream.height, stream.pix_fmt = 320, 240, "yuvj420p"
        for _ in range(frames):
            container.mux(stream.encode(av.VideoFrame.from_ndarray(noise, format="rgb24")))
        container.mux(stream.encode(None))


def test_pyav_muxes_an_mp4_and_patches_its_head(quick: Path) -> None:
    plain = io.BytesIO()
    mux(plain, 40)
    size = len(plain.getvalue())
    assert size > 2 * CHUNK
    with vaults.make(quick / "v") as vault:
        draft = vault.draft(seekable=True)
        mux(draft, 40)
        original = keep(vault, draft)
        data = vaults.content(vault, original.id)
        assert len(data) == size
        # The size of the media stands in the head, and was not known when that was first written.
        assert struct.unpack_from(">I4s", data, data.index(b"mdat") - 4)[0] > 2 * CHUNK
        assert len(frames_of(vault, original)) == 40
        assert frames_of(vault, original, 1_000_000)[0] == pytest.approx(1.0)
        assert vault.check(deep=True) == ()


def test_a_container_that_streams_needs_no_seeking(quick: Path) -> None:
    with vaults.make(quick / "v") as vault:
        draft = vault.draft()
        mux(draft, 10, movflags="frag_keyframe+empty_moov+default_base_moof")
        original = keep(vault, draft)
        assert len(frames_of(vault, original)) == 10


class Behind:
    """A file object that begins behind what a draft has already: its head is no head there."""

    def __init__(self, draft: window.SeekableDraft) -> None:
        self._draft, self._base = draft, draft.tell()

    def write(self, data: bytes) -> int:
        return self._draft.write(data)

    def tell(self) -> int:
        return self._draft.tell() - self._base

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        return self._draft.seek(offset + (self._base if whence == io.SEEK_SET else 0), whence)


def test_a_muxer_that_goes_back_too_far_is_refused_and_nothing_is_left(
    quick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(window, "WINDOW", CHUNK)
    with vaults.make(quick / "v") as vault:
        draft = vault.draft(seekable=True)
        assert isinstance(draft, window.SeekableDraft)
        draft.write(bytes(2 * CHUNK))
        with pytest.raises(OutOfReach):
            mux(Behind(draft), 40)
        assert draft.size > 4 * CHUNK
        draft.discard()
        assert list((quick / "v" / "blobs").rglob("*.part")) == []


def test_the_window_is_as_large_as_it_says(quick: Path) -> None:
    """Each byte that is 32 MiB behind the end can still be written again; sealed ones cannot."""
    with vaults.make(quick / "v") as vault:
        draft = vault.draft(seekable=True)
        total = window.WINDOW + 3 * CHUNK + 1
        draft.write(bytes(total))
        draft.seek(total - window.WINDOW)
        draft.write(b"last that can be")
        draft.seek(CHUNK - 4)
        draft.write(b"head")
        for start, data in ((CHUNK - 4, b"head!"), (CHUNK, b"x"), (2 * CHUNK - 1, b"xy")):
            draft.seek(start)
            with pytest.raises(OutOfReach):
                draft.write(data)
        draft.seek(total + 1)
        with pytest.raises(OutOfReach):
            draft.write(b"a gap")
        original = keep(vault, draft)
        data = vaults.content(vault, original.id)
        assert len(data) == total
        assert data[CHUNK - 4 : CHUNK] == b"head"
        assert data[total - window.WINDOW :].startswith(b"last that can be")
        assert data.count(0) == total - len(b"headlast that can be")
        assert vault.check(deep=True) == ()


Writes = list[tuple[int, int]]


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(0, 4 * CHUNK), st.integers(0, CHUNK + 50)), max_size=10))
def test_writing_anywhere_is_like_writing_a_plain_file(quick: Path, writes: Writes) -> None:
    """With a window of one chunk: what is refused is not written, and the rest is as it was."""
    plain = io.BytesIO()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(window, "WINDOW", CHUNK)
        with vaults.make(quick / str(len(list(quick.iterdir())))) as vault:
            draft = vault.draft(seekable=True)
            for number, (offset, count) in enumerate([(0, CHUNK // 2), *writes]):
                data = vaults.noise(count, number)
                draft.seek(offset)
                try:
                    draft.write(data)
                except OutOfReach:
                    continue
                plain.seek(offset)
                plain.write(data)
            assert vaults.content(vault, keep(vault, draft).id) == plain.getvalue()
            assert vault.check(deep=True) == ()


def test_ending_can_be_cancelled_and_leaves_nothing(quick: Path) -> None:
    class Stop(BaseException):
        pass

    def stop(_done: int, _total: int) -> None:
        raise Stop

    with vaults.make(quick / "v") as vault:
        draft = vault.draft(seekable=True)
        draft.write(bytes(3 * CHUNK))
        with pytest.raises(Stop):
            draft.end(stop)
        with pytest.raises(StorageError):
            draft.reread()
        assert list((quick / "v" / "blobs").rglob("*.part")) == []
