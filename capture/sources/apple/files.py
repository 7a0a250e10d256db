"""The phones on a cable and their files, asked from any thread.

The library's clients are coroutines. Each phone that is open has a thread in which they run; a
question waits for its answer, for so long and no longer. Whatever goes wrong is named here.
"""

import asyncio
import ssl
import threading
from collections.abc import Coroutine, Iterator, Mapping
from concurrent.futures import CancelledError
from contextlib import contextmanager, suppress
from typing import Any, TypeVar
from xml.parsers.expat import ExpatError

from pymobiledevice3 import exceptions as said
from pymobiledevice3.services.afc import AfcError, list_to_dict
from pymobiledevice3.usbmux import MuxDevice

from capture.errors import Unreadable
from capture.sources.apple import cable, clients
from capture.sources.apple.cable import Phone, Refused

_MAX_NAME = 120
_Answer = TypeVar("_Answer")

_LOCKED = (said.PasswordRequiredError, said.PasscodeRequiredError)
_NOT_TRUSTED = (
    *(said.NotPairedError, said.InvalidHostIDError, said.InvalidConnectionError),
    *(said.PairingDialogResponsePendingError, said.UserDeniedPairingError),
)
_FORBIDDEN = (said.MCProtectedError, said.InvalidServiceError)
_NO = (said.LockdownError, said.PairingError, said.StartServiceError)
_REASONS = {
    AfcError.OBJECT_NOT_FOUND: "missing",
    AfcError.OBJECT_IS_DIR: "not-a-file",
    AfcError.PERM_DENIED: "permission",
    AfcError.READ_ERROR: "device",
}
# A list that is none, a number that is a word, an answer that ends early: foreign bytes make the
# library stumble in many ways.
_BROKEN = (
    *(said.PyMobileDevice3Exception, OSError, EOFError, ExpatError, CancelledError),
    *(ValueError, TypeError, AttributeError, LookupError, AssertionError, ArithmeticError),
    RecursionError,
)


def asked() -> None:
    """Ask the system's service which phones there are. Raises Unreadable, "no-usbmuxd"."""
    with named():
        asyncio.run(asyncio.wait_for(clients.plugged(), cable.PATIENCE))


def attached() -> tuple[Phone, ...]:
    """Return the iPhones that are plugged in. Raises Unreadable, "no-usbmuxd"."""
    with named():
        return asyncio.run(_attached())


async def _attached() -> tuple[Phone, ...]:
    found = await asyncio.wait_for(clients.plugged(), cable.PATIENCE)
    return tuple([await _phone(device) for device in found])


async def _phone(device: MuxDevice) -> Phone:
    name = ["iPhone"]
    try:
        with named():
            await asyncio.wait_for(_look(device, name), cable.PATIENCE)
    except Unreadable as error:
        return Phone(device.serial, name[-1], str(error.facts["reason"]))
    return Phone(device.serial, name[-1])


async def _look(device: MuxDevice, name: list[str]) -> None:
    """Add what the phone is called, which it says to whoever asks; then try its files."""
    async with await clients.opened(device) as lockdown:
        values = await lockdown.get_value()
        name.append(called(values) or "iPhone")
        await (await clients.afc(lockdown)).aclose()


def called(untrusted_values: Mapping[str, Any]) -> str:
    """Return a phone's name and model, as far as it says them."""
    untrusted = [untrusted_values.get(key) for key in ("DeviceName", "ProductType")]
    name, model = (one[:_MAX_NAME] if isinstance(one, str) else "" for one in untrusted)
    return f"{name} ({model})" if name and model else name or model


class Files:
    """The files of one phone. Its methods may be called from several threads."""

    def __init__(self, serial: str) -> None:
        """Reach the phone of this number. Raises Unreadable."""
        self.broken = False
        self._lock = threading.Lock()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="iphone", daemon=True)
        self._thread.start()
        self._afc = self._asked(clients.files(serial))

    def close(self) -> None:
        """End it; whoever waits for an answer gets an error."""
        with self._lock:
            if self.broken:
                return
            self.broken = True
        with suppress(CancelledError):
            asyncio.run_coroutine_threadsafe(self._end(), self._loop).result()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    async def _end(self) -> None:
        with suppress(*_BROKEN):
            if hasattr(self, "_afc"):
                await self._afc.aclose()
        left = asyncio.all_tasks() - {asyncio.current_task()}
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)

    def names(self, folder: str) -> tuple[str, ...]:
        """Return the names in a folder, sorted. Raises Unreadable."""
        found = self._asked(self._afc.names(_text(folder)))
        names = (name.decode("utf-8", "surrogateescape") for name in found)
        return tuple(sorted(name for name in names if name not in ("", ".", "..")))

    def info(self, path: str) -> Mapping[str, str]:
        """Return what is said of a file: "st_size" bytes, "st_mtime" nanoseconds, "st_ifmt"."""
        untrusted = self._asked(self._afc.said(_text(path)))
        try:
            return list_to_dict(untrusted)
        except ValueError as error:
            raise Refused(reason="iphone-refused") from error

    def open(self, path: str) -> int:
        """Open a file to be read, and return its handle. Raises Unreadable."""
        return self._asked(self._afc.fopen(_text(path), "r"))

    def read(self, handle: int, count: int) -> bytes:
        """Read up to ``count`` bytes, none at the end. Raises Unreadable."""
        wanted = min(count, cable.READ_MAX)
        answer = self._asked(self._afc.fread(handle, wanted))
        if len(answer) > wanted:
            self.close()
            raise Unreadable(reason="device")
        return answer

    def end(self, handle: int) -> None:
        """Close a file. Raises Unreadable."""
        self._asked(self._afc.fclose(handle))

    def remove(self, path: str) -> None:
        """Delete one file by its path. Raises Unreadable."""
        self._asked(self._afc.rm_single(_text(path)))

    def _asked(self, work: Coroutine[Any, Any, _Answer]) -> _Answer:
        """Ask one thing and wait for its answer; only a whole answer leaves the phone usable."""
        with self._lock:
            if self.broken:
                work.close()
                raise Unreadable(reason="device")
            answer = asyncio.run_coroutine_threadsafe(
                asyncio.wait_for(work, cable.PATIENCE), self._loop
            )
        try:
            with named():
                return answer.result()
        except Refused:
            raise
        except BaseException:
            self.close()
            raise


def _text(path: str) -> str:
    """Return the path as it is. Raises Refused for what no phone's name can be: no text."""
    try:
        path.encode()
    except UnicodeEncodeError as error:
        raise Refused(reason="iphone-refused") from error
    return path


@contextmanager
def named() -> Iterator[None]:
    """Turn what the library says into our own error."""
    try:
        yield
    except said.AfcException as error:
        reason = _REASONS.get(AfcError(error.status or 0), "iphone-refused")
        raise Refused(reason=reason) from error
    except TimeoutError as error:
        raise Unreadable(reason="stalled") from error
    except _BROKEN as error:
        raise Unreadable(reason=_reason(error)) from error


def _reason(error: Exception) -> str:
    """Return why a phone cannot be read."""
    if isinstance(error, _LOCKED):
        return "iphone-locked"
    # Since TLS 1.3 a phone that does not know this computer says so only after the handshake.
    if isinstance(error, _NOT_TRUSTED) or _alerted(error):
        return "iphone-not-trusted"
    if isinstance(error, _FORBIDDEN):
        return "iphone-forbidden"
    return "iphone-refused" if isinstance(error, _NO) else "device"


def _alerted(error: BaseException | None) -> bool:
    while error is not None:
        if isinstance(error, ssl.SSLError) and "ALERT" in (error.reason or ""):
            return True
        error = error.__cause__
    return False
