"""A cheap vault, a pool of real children, and photos that the tests make themselves."""

import io
from collections.abc import Callable, Iterator
from pathlib import Path

import piexif
import pytest
from PIL import Image

from capture import derive
from capture.formats.base import Profile
from capture.intake import take_in
from capture.isolate import MediaPool
from capture.progress import silent
from capture.sources.folder import Folder
from storage.records import Derivative, Original
from storage.vault import KdfCost, Vault

MAKER = "Canary Instruments"
Photo = Callable[..., Path]


@pytest.fixture(scope="package")
def pool() -> Iterator[MediaPool]:
    with MediaPool(workers=1) as children:
        yield children


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    cost = KdfCost(memory=64, passes=1, lanes=1)
    with Vault.create(tmp_path / "vault", "a test's passphrase", cost) as opened:
        yield opened


def photo_bytes(colour: int = 90) -> bytes:
    """Return a JPEG that says where, when and with what it was taken."""
    size = (64, 48)
    gradient = Image.linear_gradient("L").resize(size)
    picture = Image.merge("RGB", (gradient, gradient, Image.new("L", size, colour)))
    said = {
        "0th": {piexif.ImageIFD.Make: MAKER, piexif.ImageIFD.Orientation: 6},
        "Exif": {piexif.ExifIFD.DateTimeOriginal: "2024:05:01 18:42:07"},
        "GPS": {
            piexif.GPSIFD.GPSLatitudeRef: "N",
            piexif.GPSIFD.GPSLatitude: ((35, 1), (41, 1), (2112, 100)),
            piexif.GPSIFD.GPSLongitudeRef: "E",
            piexif.GPSIFD.GPSLongitude: ((51, 1), (23, 1), (2040, 100)),
        },
    }
    out = io.BytesIO()
    picture.save(out, "JPEG", exif=piexif.dump(said), quality=85)
    return out.getvalue()


@pytest.fixture
def photo(tmp_path: Path) -> Photo:
    def make(name: str = "IMG_0001.jpg", colour: int = 90) -> Path:
        path = tmp_path / "phone" / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(photo_bytes(colour))
        return path

    return make


@pytest.fixture
def original(vault: Vault, pool: MediaPool, photo: Photo) -> Original:
    (taken,) = take_in(vault, pool, Folder([photo()]), silent, lambda _taken: None)
    assert taken.original
    return taken.original


def cleaned_copy(vault: Vault, pool: MediaPool, item: str, profile: Profile) -> Derivative:
    """Make a copy in one profile, where ``derive.prepare`` would choose the profile by itself."""
    return derive._Making(vault, pool, vault.original(item), silent).cleaned(profile)
