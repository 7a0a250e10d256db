"""Cards and drives that were plugged in, and phones that the desktop has mounted.

Only what the system says is removable is offered, and of it the folders in which
cameras, phones and messengers keep what they took (the DCF rule's DCIM, the
video folders of AVCHD and of Sony, Android's own, the messengers'). A folder
that holds ``.nomedia`` is passed over: it holds no pictures that were meant to be seen.
"""

import os
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from capture.sources.base import About, Incoming, Skipped
from capture.sources.folder import Folder

_WHERE_KEPT = (
    "DCIM",
    "PRIVATE",
    "MP_ROOT",
    "Pictures",
    "Movies",
    "Screenshots",
    "Recordings",
    "Signal",
    "Telegram",
    "WhatsApp/Media",
    "Android/media/com.whatsapp/WhatsApp/Media",
    "Android/media/org.telegram.messenger",
    "Download",
)
_PHONES = ("mtp:", "gphoto2:", "afc:")
_MOUNTED_BELOW = ("/media/", "/run/media/")
_REMOVABLE_DRIVE = 2
_MAX_STORAGES = 16


@dataclass(frozen=True, slots=True)
class Drive:
    """A mounted card, drive or phone: where it is and what it calls itself."""

    root: Path
    name: str
    kind: str


class Card:
    """One drive's pictures, videos and recordings; all of it where it has no such folder."""

    def __init__(self, drive: Drive) -> None:
        self._root = drive.root
        self.about = About(drive.kind, drive.name, str(drive.root))

    def find(self) -> Iterator[Incoming | Skipped]:
        """Yield every file in the drive's folders of pictures, in name order."""
        kept = [
            folder
            for storage in _storages(self._root)
            for name in _WHERE_KEPT
            if (folder := storage / name).is_dir()
        ]
        outermost = [one for one in kept if not any(other in one.parents for other in kept)]
        return Folder(outermost or [self._root], shown_only=True).find()


def _storages(root: Path) -> tuple[Path, ...]:
    """Return a drive's root and the storages of a phone: "Internal storage", "SD card"."""
    with suppress(OSError):
        below = sorted(path for path in root.iterdir() if path.is_dir())
        return (root, *below[:_MAX_STORAGES])
    return (root,)


def drives() -> tuple[Drive, ...]:
    """Return the removable drives and the phones that this system has mounted now."""
    if sys.platform == "win32":
        return tuple(_windows())
    if sys.platform == "darwin":
        return tuple(_volumes(Path("/Volumes")))
    mounts = Path("/proc/self/mountinfo").read_text("utf-8", "replace").splitlines()
    return (*removable(mounts), *phones(Path(f"/run/user/{os.getuid()}/gvfs")))


def removable(mountinfo: Iterable[str], block: Path = Path("/sys/dev/block")) -> Iterator[Drive]:
    """Yield what ``/proc/self/mountinfo`` says is mounted and is removable (proc(5))."""
    for line in mountinfo:
        fields = line.split()
        point = Path(_unescaped(fields[4]))
        by_hand = str(point).startswith(_MOUNTED_BELOW)
        if by_hand or _is_removable(block / fields[2]):
            yield Drive(point, point.name or str(point), "card")


def _is_removable(device: Path) -> bool:
    """Say whether the kernel calls a block device, or the disk that it is a part of, removable."""
    real = device.resolve()
    for place in (real, real.parent):
        with suppress(OSError):
            return (place / "removable").read_text().strip() == "1"
    return False


def _unescaped(field: str) -> str:
    for code in ("040", "011", "012", "134"):
        field = field.replace(f"\\{code}", chr(int(code, 8)))
    return field


def phones(mounted: Path) -> Iterator[Drive]:
    """Yield the phones below GVfs's folder, "mtp:host=Google_Pixel_7_123" among others."""
    with suppress(OSError):
        for path in sorted(mounted.iterdir()):
            if path.name.startswith(_PHONES):
                host = _plain(path.name.partition("host=")[2])
                yield Drive(path, host or path.name, "phone")


def _plain(host: str) -> str:
    """Return a device's name as GVfs spells it in a path: %20 and _ for what paths do not have."""
    spelled = re.sub("%([0-9A-Fa-f]{2})", lambda code: chr(int(code[1], 16)), host)
    return spelled.replace("_", " ")


def _volumes(folder: Path) -> Iterator[Drive]:
    with suppress(OSError):
        for path in sorted(folder.iterdir()):
            if path.is_dir() and not path.samefile("/"):
                yield Drive(path, path.name, "card")


def _windows() -> list[Drive]:
    """Return the drives that Windows calls removable (GetLogicalDrives, GetDriveTypeW)."""
    found: list[Drive] = []
    if sys.platform == "win32":
        import ctypes

        kernel = ctypes.windll.kernel32
        letters = kernel.GetLogicalDrives()
        for number in range(26):
            root = f"{chr(ord('A') + number)}:\\"
            if letters >> number & 1 and kernel.GetDriveTypeW(root) == _REMOVABLE_DRIVE:
                found.append(Drive(Path(root), root, "card"))
    return found
