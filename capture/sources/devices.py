"""What is plugged in, whatever way it is reached, and the source that reads it."""

from dataclasses import dataclass

from capture.sources import camera, drives
from capture.sources.base import Source
from capture.sources.camera import Attached, Camera
from capture.sources.drives import Card, Drive


@dataclass(frozen=True, slots=True)
class Device:
    """Something that is plugged in. ``id`` is its port or its folder, ``name`` as it says it."""

    id: str
    kind: str
    name: str
    reached: Attached | Drive

    def source(self) -> Source:
        """Return the source that reads it."""
        if isinstance(self.reached, Drive):
            return Card(self.reached)
        return Camera(self.reached)


def devices() -> tuple[Device, ...]:
    """Return what is plugged in now. A phone that is mounted too is offered both ways."""
    mounted = [Device(str(one.root), one.kind, one.name, one) for one in drives.drives()]
    cabled = [Device(one.port, "camera", one.model, one) for one in camera.attached()]
    return (*mounted, *cabled)
