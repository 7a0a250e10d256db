"""What is sealed waits in the vault: it is prepared in any process, once, and may be stopped."""

import hashlib
import io
import threading
import zipfile
from pathlib import Path

import pillow_heif
import pytest
from PIL import Image

from capture import derive
from capture.audit import BundleChoices, make_bundle
from capture.errors import CaptureError
from capture.intake import Import, Taken
from capture.isolate import MediaPool
from capture.preparing import Preparing, try_again, waiting
from capture.progress import Tick, silent
from capture.sources.folder import Folder
from storage.errors import DiskFull
from storage.records import Derivative
from storage.vault import Vault
from tests.capture.doors.conftest import Photo, photo_bytes
from tests.capture.samples import live

SAMPLES = Path(__file__).resolve().parents[3] / "ui" / "cli" / "samples"


class Cancelled(BaseException):
    """As the faces raise it."""


def _seal(vault: Vault, pool: MediaPool, *paths: Path) -> None:
    work = Import(vault, pool, seal_only=True)
    work.add(Folder(paths))
    work.run(lambda _standing: None, lambda _taken: None)


def _nothing(_taken: Taken) -> None:
    pass


def test_what_was_only_sealed_is_prepared_and_put_together_by_whoever_opens_the_vault(
    vault: Vault, pool: MediaPool, tmp_path: Path
) -> None:
    """A sidecar has nothing but its name and its folder, which no record has."""
    folder = tmp_path / "DCIM"
    folder.mkdir()
    (folder / "IMG_1234.JPG").write_bytes(live.still())
    (folder / "IMG_1234.MOV").write_bytes(live.clip())
    (folder / "IMG_1234.AAE").write_text("<plist/>")
    _seal(vault, pool, folder)
    assert len(waiting(vault)) == 2
    vault.close()
    with Vault.open(vault.folder, "a test's passphrase") as opened:
        told: list[Taken] = []
        ended = Preparing(opened, pool).run(silent, told.append)
        assert told == list(ended)
        assert all(one.cleaned for one in ended)
        (lead,) = opened.leads()
        roles = {part.original.provenance.name: part.role for part in opened.parts(lead.id)}
        assert roles == {"IMG_1234.MOV": "clip", "IMG_1234.AAE": "sidecar"}
        assert waiting(opened) == ()
        assert opened.settings("lay:") == {}
        assert Preparing(opened, pool).run(silent, _nothing) == ()


def test_no_folder_of_the_computer_is_kept(vault: Vault, pool: MediaPool, photo: Photo) -> None:
    path = photo()
    _seal(vault, pool, path)
    kept = " ".join(vault.settings("lay:").values())
    assert vault.originals()[0].id in kept
    assert path.parent.name not in kept


def test_a_cancel_leaves_the_rest_waiting_and_what_is_done_done(
    vault: Vault, pool: MediaPool, photo: Photo
) -> None:
    folder = photo("0.jpg", 0).parent
    for number in range(1, 6):
        photo(f"{number}.jpg", number)
    _seal(vault, pool, folder)
    ended: list[Taken] = []

    def stop(_done: int, _total: int) -> None:
        if len(ended) >= 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        Preparing(vault, pool).run(stop, ended.append)
    rest = len(waiting(vault))
    assert 0 < rest <= 4
    assert len(Preparing(vault, pool).run(silent, _nothing)) == rest
    assert all(len(vault.derivatives(one.id)) == 1 for one in vault.originals())


def test_a_disk_without_room_for_a_note_stops_nothing(
    vault: Vault, pool: MediaPool, photo: Photo, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = photo("1.jpg", 1)
    broken.write_bytes(broken.read_bytes()[:200])
    _seal(vault, pool, broken, photo("2.jpg", 2))

    keep = Vault.keep_setting

    def full(kept: Vault, name: str, value: str) -> None:
        if name.startswith("tried:"):
            raise DiskFull
        keep(kept, name, value)

    monkeypatch.setattr(Vault, "keep_setting", full)
    ended = Preparing(vault, pool).run(silent, _nothing)
    assert [isinstance(one.error, CaptureError) for one in ended] == [True, False]
    assert ended[1].cleaned


def test_what_is_sealed_meanwhile_is_prepared_too_and_held_work_waits(
    vault: Vault, pool: MediaPool, photo: Photo
) -> None:
    _seal(vault, pool, photo("1.jpg", 1))
    work = Preparing(vault, pool)
    work.hold()
    held = threading.Event()
    ticks: list[tuple[int, int]] = []

    def tick(done: int, total: int) -> None:
        ticks.append((done, total))
        if not held.is_set():
            held.set()

    def seal_more() -> None:
        held.wait(60)
        assert len(waiting(vault)) == 1
        _seal(vault, pool, photo("2.jpg", 2))
        work.release()

    thread = threading.Thread(target=seal_more)
    thread.start()
    ended = work.run(tick, _nothing)
    thread.join()
    assert [one.source for one in ended] == ["1.jpg", "2.jpg"]
    assert ticks[0] == (0, 0)
    assert ticks[-1][0] == ticks[-1][1] == sum(one.size for one in vault.originals())


def test_what_could_not_be_cleaned_is_not_tried_for_ever(
    vault: Vault, pool: MediaPool, photo: Photo, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = photo()
    path.write_bytes(photo_bytes()[:200])
    _seal(vault, pool, path)
    (first,) = Preparing(vault, pool).run(silent, _nothing)
    assert first.error
    assert waiting(vault) == ()
    try_again(vault)
    assert len(waiting(vault)) == 1
    Preparing(vault, pool).run(silent, _nothing)
    monkeypatch.setattr("capture.preparing.TOOL", "Firsthand 99")
    assert len(waiting(vault)) == 1, "another version may know better"


def test_two_that_meet_at_one_original_make_one_copy(
    vault: Vault, pool: MediaPool, photo: Photo
) -> None:
    """A receiver examines what it got while the rest of the vault is prepared."""
    for number in range(4):
        path = photo(f"{number}.jpg", number)
    _seal(vault, pool, path.parent)
    threads = [
        threading.Thread(target=Preparing(vault, pool).run, args=(silent, _nothing))
        for _ in range(3)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [len(vault.derivatives(one.id)) for one in vault.originals()] == [1, 1, 1, 1]


def test_an_import_that_meets_what_could_not_be_cleaned_has_it_tried_again(
    vault: Vault, pool: MediaPool, photo: Photo
) -> None:
    path = photo()
    path.write_bytes(photo_bytes()[:200])
    _prepared(vault, pool, path)
    assert waiting(vault) == ()
    _seal(vault, pool, path)
    assert len(waiting(vault)) == 1


def test_what_is_deleted_meanwhile_is_no_trouble(
    vault: Vault, pool: MediaPool, photo: Photo, monkeypatch: pytest.MonkeyPatch
) -> None:
    _seal(vault, pool, photo())
    really = derive.prepare

    def prepare(vault: Vault, pool: MediaPool, item: str, tick: Tick) -> Derivative:
        vault.delete(item)
        return really(vault, pool, item, tick)

    monkeypatch.setattr("capture.derive.prepare", prepare)
    (ended,) = Preparing(vault, pool).run(silent, _nothing)
    assert (ended.cleaned, ended.error) == (None, None)
    assert waiting(vault) == ()


def _motion(shade: int = 90, film: bytes | None = None) -> bytes:
    """Return a JPEG with a film behind it, as Google's and Samsung's phones write it."""
    return live.still("no pair", shade) + (live.clip("another") if film is None else film)


def _prepared(vault: Vault, pool: MediaPool, path: Path) -> None:
    _seal(vault, pool, path)
    Preparing(vault, pool).run(silent, _nothing)


def test_the_film_of_a_motion_photo_is_a_part_that_can_be_shown_and_deleted(
    vault: Vault, pool: MediaPool, tmp_path: Path
) -> None:
    path = tmp_path / "PXL_20240501_184207123.MP.jpg"
    path.write_bytes(_motion())
    _prepared(vault, pool, path)
    (lead,) = vault.leads()
    (part,) = vault.parts(lead.id)
    film = part.original
    assert part.role == "clip"
    with vault.open_blob(film.id) as stream:
        assert stream.read() == live.clip("another")
    assert vault.derivatives(film.id)
    said = film.provenance
    place = f"{len(live.still('no pair'))}+{film.size}"
    assert (said.source, said.path) == ("inside", f"{lead.sha256}:{place}")
    assert said.name == "PXL_20240501_184207123.MP.mov"
    events = [entry.event for entry in vault.custody(lead.id)]
    assert events.count("clip taken out") == 1
    with vault.open_blob(lead.id) as stream:
        assert stream.read() == path.read_bytes(), "the photo's own file is as it was"
    vault.delete(film.id)
    _prepared(vault, pool, path)
    assert vault.parts(lead.id) == (), "what was deleted does not come back"


def test_bytes_that_are_no_film_stay_where_they_are(
    vault: Vault, pool: MediaPool, tmp_path: Path
) -> None:
    path = tmp_path / "motion.jpg"
    path.write_bytes(_motion(film=b"\0\0\0\x18ftypmp42 and then nothing of a film" * 3))
    _prepared(vault, pool, path)
    assert [one.provenance.name for one in vault.originals()] == ["motion.jpg"]
    assert not list(vault.folder.rglob("*.part"))


def _heic() -> bytes:
    out = io.BytesIO()
    pillow_heif.from_pillow(Image.linear_gradient("L").convert("RGB")).save(out, quality=50)
    return out.getvalue()


@pytest.mark.parametrize("kind", ["jpg", "heic"])
def test_the_film_of_a_camera_is_cleaned_and_given_away_as_a_part(
    vault: Vault, pool: MediaPool, tmp_path: Path, kind: str
) -> None:
    film = (SAMPLES / "VID_20240501_184512.mp4").read_bytes()
    box = (8 + len(film)).to_bytes(4, "big") + b"mpvd" + film
    path = tmp_path / f"20240501_184207.{kind}"
    path.write_bytes(_heic() + box if kind == "heic" else photo_bytes() + film)
    _prepared(vault, pool, path)
    (lead,) = vault.leads()
    (part,) = vault.parts(lead.id)
    assert part.original.sha256 == hashlib.sha256(film).hexdigest()
    choices = BundleChoices((lead.id,), with_parts=True)
    make_bundle(vault, pool, choices, tmp_path / "whole.zip")
    with zipfile.ZipFile(tmp_path / "whole.zip") as opened:
        media = [name for name in opened.namelist() if "/media/" in name]
    assert [Path(name).suffix for name in sorted(media)] == [f".{kind}", ".mp4"]


def test_a_film_whose_photo_is_of_a_burst_is_of_the_bursts_item(
    vault: Vault, pool: MediaPool, tmp_path: Path
) -> None:
    for number, which in ((1, ".COVER"), (2, "")):
        name = f"PXL_20230505_101112131.BURST-{number:02}{which}.jpg"
        (tmp_path / name).write_bytes(_motion(number, live.clip(f"film {number}")))
    _seal(vault, pool, *tmp_path.glob("*.jpg"))
    Preparing(vault, pool).run(silent, _nothing)
    (lead,) = vault.leads()
    assert sorted(part.role for part in vault.parts(lead.id)) == ["burst", "clip", "clip"]


def test_the_photos_of_an_iphones_burst_find_each_other_across_imports(
    vault: Vault, pool: MediaPool, tmp_path: Path
) -> None:
    for number in range(6):
        burst = "4B9C2E4F-one" if number < 5 else "4B9C2E4F-another"
        path = tmp_path / f"IMG_{97 + number:04}.JPG"
        path.write_bytes(live.shot(burst, 10 * number + 1))
    names = sorted(tmp_path.glob("*.JPG"))
    _prepared(vault, pool, names[1])
    for path in (names[2], names[0], *names[3:]):
        _prepared(vault, pool, path)
    parts = {one.provenance.name: len(vault.parts(one.id)) for one in vault.leads()}
    assert parts == {"IMG_0098.JPG": 4, "IMG_0102.JPG": 0}
