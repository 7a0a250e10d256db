"""What is plugged in, whatever way it is reached, and the source that reads it."""

from dataclasses import dataclass

from capture.errors import Unreadable
from capture.sources import camera, drives, iphone
from capture.sources.apple.cable import Phone
from capture.sources.base import Source
from capture.sources.camera import Attached, Camera
from capture.sources.drives import Card, Drive
from capture.sources.iphone import IPhone


@dataclass(frozen=True, slots=True)
class Device:
    """Something that is plugged in. ``id`` is its port or its folder, ``name`` as it says it.

    ``hindered`` is the reason, as Unreadable has it, for which it cannot be read as it is now
    ("iphone-locked", "iphone-not-trusted"); None where nothing is known against it.
    """

    id: str
    kind: str
    name: str
    reached: Attached | Drive | Phone
    hindered: str | None = None

    def source(self) -> Source:
        """Return the source that reads it."""
        if isinstance(self.reached, Drive):
            return Card(self.reached)
        if isinstance(self.reached, Phone):
            return IPhone(self.reached)
        return Camera(self.reached)


def devices() -> tuple[Device, ...]:
    """Return what is plugged in now. A phone that is mounted too is offered both ways."""
    mounted = [Device(str(one.root), one.kind, one.name, one) for one in drives.drives()]
    # The library calls every card that is mounted a camera, too: it is offered once.
    cards = {camera.folder_as_camera(one.id).port for one in mounted}
    found = [one for one in camera.attached() if one.port not in cards]
    cabled = [Device(one.port, "camera", one.model, one) for one in found]
    return (*mounted, *cabled, *_iphones())


def _iphones() -> tuple[Device, ...]:
    try:
        found = iphone.attached()
    except Unreadable:  # ``missing`` says why
        return ()
    return tuple(
        Device(f"iphone:{one.serial}", "phone", one.name, one, one.hindered) for one in found
    )


def missing() -> tuple[str, ...]:
    """Return what this system has not to see all devices, as reasons of Unreadable."""
    found = [] if camera.available() else ["no-library"]
    if not iphone.available():
        found.append("no-usbmuxd")
    return tuple(found)
