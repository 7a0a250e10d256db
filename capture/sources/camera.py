"""Cameras and Android phones on a cable, by PTP and MTP, through libgphoto2.

Files are streamed out of the device through a pipe; nothing is staged on the
disk. The library does one thing at a time with a device, so one file is read
at a time. Its "Directory Browse" driver serves a folder as if it were a camera:
the real library, without a device.
"""

import io
import os
import sys
import threading
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any, BinaryIO, Self, cast

from typing_extensions import override

from capture.errors import Unreadable
from capture.sources.base import About, ErasingByName, Incoming, Skipped, iso

if TYPE_CHECKING:
    from collections.abc import Callable

_MAX_DEPTH = 32
_MAX_FILES = 200_000
_PASSED_OVER = frozenset((".thumbnails", ".trashed", ".nomedia"))
_FOLDER = "disk:"
_CABLE = "usb:"
_LAST_OF_THE_PORT = -99
_NOT_OF_THE_CABLE = (-2, -6)  # bad parameters; not supported
_IN_OUT = "In function .*file_get a CameraFile object should not be passed"
_PATIENCE = 2.0


@dataclass(frozen=True, slots=True)
class Attached:
    """A device that libgphoto2 sees: its model and the port it hangs on."""

    model: str
    port: str


def available() -> bool:
    """Say whether this system has the library."""
    return _library() is not None


def attached() -> tuple[Attached, ...]:
    """Return the cameras and phones that are plugged in; none where the library is not there."""
    gp = _library()
    if gp is None:
        return ()
    try:
        found = gp.Camera.autodetect()
        return tuple(Attached(found.get_name(at), found.get_value(at)) for at in range(len(found)))
    except gp.GPhoto2Error:
        return ()


class Camera:
    """One device, opened when it is first asked and let go with ``close``."""

    def __init__(self, device: Attached, kind: str = "camera") -> None:
        self._device = device
        self._opened: Any = None
        self._lock = threading.Lock()
        self._erased = False
        self.about = About(kind, device.model, "/")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the device, so that other programs may have it."""
        with suppress(Unreadable), self._asking():
            self._let_go()

    def _let_go(self) -> None:
        camera, self._opened = self._opened, None
        if camera is not None:
            with suppress(_error()):
                camera.exit()

    def find(self) -> Iterator[Incoming | Skipped]:
        """Yield every file on the device, folder by folder. Raises Unreadable where it is gone."""
        for number, (folder, name) in enumerate(self._names("/", 0)):
            if number >= _MAX_FILES:
                raise Unreadable(reason="too-many")
            yield self._incoming(folder, name)

    def _names(self, folder: str, depth: int) -> Iterator[tuple[str, str]]:
        if depth > _MAX_DEPTH:
            return
        files, folders = self._list(folder)
        if ".nomedia" in files:
            return  # whoever made this folder wants none of it shown as pictures
        for name in files:
            yield folder, name
        for name in folders:
            if name not in _PASSED_OVER:
                yield from self._names(f"{folder.rstrip('/')}/{name}", depth + 1)

    def _list(self, folder: str) -> tuple[list[str], list[str]]:
        with self._asking():
            camera = self._camera()
            both = camera.folder_list_files(folder), camera.folder_list_folders(folder)
            files, folders = (sorted(one.get_name(at) for at in range(len(one))) for one in both)
        return files, folders

    def _incoming(self, folder: str, name: str) -> Incoming | Skipped:
        shown = f"{folder.rstrip('/')}/{name}"
        try:
            with self._asking():
                file = self._camera().file_get_info(folder, name).file
        except Unreadable as error:
            return Skipped(shown, error)
        return Incoming(
            shown=shown,
            name=name,
            folder=folder,
            size=int(file.size),
            modified_at=self._time(file.mtime) if file.mtime > 0 else None,
            open=partial(self._open, folder, name),
            erasing=ErasingByName(self, folder, name, (int(file.size), int(file.mtime))),
        )

    def _time(self, seconds: int) -> str | None:
        """Return a file's time. By PTP a device says what its clock shows, and not in which zone.

        The library takes that for the time of this computer's zone, which is undone here.
        """
        if not self._device.port.startswith(_CABLE):
            return iso(seconds)
        try:
            return datetime.fromtimestamp(seconds).isoformat()  # noqa: DTZ006 - as was just said
        except (OverflowError, ValueError, OSError):
            return None

    def erase(self, folder: str, name: str, known: tuple[int, int]) -> None:
        """Delete a file whose size in bytes and time are still these. Raises Unreadable."""
        with self._asking():
            file = self._camera().file_get_info(folder, name).file
            if (int(file.size), int(file.mtime)) != known:
                raise Unreadable(reason="changed")
            self._camera().file_delete(folder, name)
            self._erased = True

    def names(self, folder: str) -> tuple[str, ...]:
        """List the files of a folder. Raises Unreadable.

        After something was deleted the device is opened anew: the library would answer from what
        it remembers.
        """
        if self._erased:
            self.close()
            self._erased = False
        return tuple(self._list(folder)[0])

    def _open(self, folder: str, name: str) -> BinaryIO:
        return cast("BinaryIO", io.BufferedReader(_Pulled(partial(self._pull, folder, name))))

    def _pull(self, folder: str, name: str, into: int) -> None:
        """Have the library write a file into a descriptor."""
        gp = _library()
        with self._asking():
            file = gp.CameraFile(os.dup(into))
            try:
                camera = self._camera()
                gp.check_result(
                    gp.gp_camera_file_get(camera, folder, name, gp.GP_FILE_TYPE_NORMAL, file)
                )
            finally:
                del file  # which closes its descriptor, also where an error's frames live on

    @contextmanager
    def _asking(self) -> Iterator[None]:
        """Have the device for one question. Raises Unreadable, "stalled" while another has it.

        A read that was given up still has it, until the device answers or is pulled out: what
        comes after it must not wait as long for each of a thousand files.
        """
        if not self._lock.acquire(timeout=_PATIENCE):
            raise Unreadable(reason="stalled")
        try:
            yield
        except _error() as error:
            if _is_gone(error):  # it may come back, at another port
                self._let_go()
            raise Unreadable(reason="device") from error
        finally:
            self._lock.release()

    def _port(self) -> str:
        """Return where the device is: plugged in again, it has another port."""
        if self._device.port.startswith(_CABLE):
            here = attached()
            alike = [one.port for one in here if one.model == self._device.model]
            if self._device.port not in alike and len(alike) == 1:
                return alike[0]
        return self._device.port

    def _camera(self) -> Any:
        """Return the device, opened; the lock is held."""
        if self._opened is None:
            gp = _library()
            if gp is None:
                raise Unreadable(reason="no-library")
            ports, drivers = gp.PortInfoList(), gp.CameraAbilitiesList()
            ports.load()
            drivers.load()
            camera = gp.Camera()
            camera.set_abilities(drivers[drivers.lookup_model(self._device.model)])
            camera.set_port_info(ports[ports.lookup_path(self._port())])
            camera.init()
            self._opened = camera
        return self._opened


class _Pulled(io.RawIOBase):
    """The reading end of a pipe into which a thread has the device written."""

    def __init__(self, pull: "Callable[[int], None]") -> None:
        super().__init__()
        self._end, into = os.pipe()
        self._error: BaseException | None = None
        self._thread = threading.Thread(target=self._run, args=(pull, into), daemon=True)
        self._thread.start()

    def _run(self, pull: "Callable[[int], None]", into: int) -> None:
        try:
            pull(into)
        except BaseException as error:  # noqa: BLE001 - raised again where it is read
            self._error = error
        finally:
            os.close(into)

    @override
    def readable(self) -> bool:
        return True

    @override
    def readinto(self, buffer: Any, /) -> int:
        if sys.platform == "win32":  # where this library does not exist
            raise io.UnsupportedOperation
        count = os.readv(self._end, [buffer])
        if not count:
            self._thread.join()
            if self._error is not None:
                raise self._error
        return count

    @override
    def close(self) -> None:
        if not self.closed:
            os.close(self._end)  # what still writes gets a broken pipe, and ends
        super().close()


def folder_as_camera(path: str) -> Attached:
    """Return a folder as the library's own driver for folders serves it."""
    return Attached("Directory Browse", f"{_FOLDER}{path}")


def _library() -> Any:
    """Return libgphoto2's binding, None where this system has none."""
    try:
        import gphoto2
    except ImportError:
        return None
    # To have a file written into a descriptor is what streams it; the binding offers no other way.
    warnings.filterwarnings("ignore", _IN_OUT, DeprecationWarning)
    return gphoto2


def _is_gone(error: BaseException) -> bool:
    """Say whether an error is the cable's (gphoto2-port-result.h) and not about one file."""
    code = getattr(error, "code", 0)
    return _LAST_OF_THE_PORT <= code < 0 and code not in _NOT_OF_THE_CABLE


def _error() -> type[BaseException]:
    gp = _library()
    return cast("type[BaseException]", gp.GPhoto2Error) if gp else OSError
