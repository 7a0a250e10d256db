"""The stand-in for an iPhone, tried with a client that is not ours: pymobiledevice3's.

    python -m tests.capture.sources.other_iphone_client PYTHON

``PYTHON`` is an interpreter that has that package (``packaging/test-import.sh`` makes one). What is
shown is that the stand-in speaks as phones do, so that our own client is tested against
something that it did not define itself.
"""

import hashlib
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.capture.sources.fake_iphone import SERIAL, FakeIPhone

_CLIENT = """
import asyncio, hashlib, sys
from pymobiledevice3.lockdown import create_using_usbmux
from pymobiledevice3.services.afc import AfcService

async def main():
    phone = await create_using_usbmux(usbmux_address=sys.argv[1], autopair=False)
    async with AfcService(phone) as files:
        print(phone.udid, phone.paired)
        print(*sorted(await files.listdir("/DCIM/100APPLE")))
        said = await files.stat("/DCIM/100APPLE/IMG_0001.JPG")
        print(said["st_size"], said["st_ifmt"])
        data = await files.get_file_contents("/DCIM/100APPLE/IMG_0001.JPG")
        print(hashlib.sha256(data).hexdigest())
        await files.rm_single("/DCIM/100APPLE/IMG_0002.MOV")
        print(*sorted(await files.listdir("/DCIM/100APPLE")))

asyncio.run(main())
"""


def main(python: str) -> None:
    """Run the other client against the stand-in, and compare what it finds."""
    photo = os.urandom(9_000_000)
    with tempfile.TemporaryDirectory() as made:
        album = Path(made) / "media" / "DCIM" / "100APPLE"
        album.mkdir(parents=True)
        (album / "IMG_0001.JPG").write_bytes(photo)
        (album / "IMG_0002.MOV").write_bytes(b"clip")
        at = Path(made) / "usbmuxd"
        with FakeIPhone(Path(made) / "media", at):
            done = subprocess.run(
                [python, "-c", _CLIENT, str(at)], capture_output=True, text=True, check=False
            )
    expected = [
        f"{SERIAL} True",
        "IMG_0001.JPG IMG_0002.MOV",
        f"{len(photo)} S_IFREG",
        hashlib.sha256(photo).hexdigest(),
        "IMG_0001.JPG",
    ]
    if done.stdout.splitlines() != expected:
        sys.exit(f"it found something else:\n{done.stdout}{done.stderr}")
    sys.stdout.write("The other client reads the stand-in, and deletes by name.\n")


if __name__ == "__main__":
    main(sys.argv[1])
