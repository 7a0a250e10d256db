"""What an iPhone is read with: of its library only what is locked, no network, nothing written.

Each of these runs in a Python of its own, and is asked afterwards what it did.
"""

import importlib.metadata
import json
import re
import subprocess
import sys
from pathlib import Path

from tests.capture.sources.fake_iphone import SERIAL, FakeIPhone

PROJECT = Path(__file__).resolve().parents[3]
LOCK = PROJECT / "packaging" / "requirements.lock"
LEFT_OUT = PROJECT / "packaging" / "left-out.txt"

ONLY_LOCKED = """
import sys, json
LOCKED = set(json.loads(sys.argv[1]))
class Refusing:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] not in LOCKED:
            raise ModuleNotFoundError(name)
        return None
sys.meta_path.insert(0, Refusing())
from capture.sources.apple import clients, files
print(json.dumps(sorted({name.partition(".")[0] for name in sys.modules})))
"""

WATCHED = """
import json, os, sys
from pathlib import Path
did = {"connected": [], "written": [], "made": [], "started": []}
def watch(event, said):
    if event == "socket.connect":
        did["connected"].append(said[1])
    elif event == "socket.getaddrinfo":
        did["connected"].append(said[0])
    elif event == "open" and isinstance(said[0], str):
        if (said[2] or 0) & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
            did["written"].append(said[0])
    elif event in ("os.mkdir", "os.rename", "os.chown"):
        did["made"].append(str(said[0]))
    elif event in ("subprocess.Popen", "os.exec", "os.posix_spawn"):
        did["started"].append(str(said[0]))
from capture.sources.apple import cable
cable.SOCKET = Path(sys.argv[1])
sys.dont_write_bytecode = True
sys.addaudithook(watch)
from capture.sources import iphone
(phone,) = iphone.attached()
with iphone.IPhone(phone) as source:
    offered = {one.name: one for one in source.find()}
    did["read"] = len(offered["IMG_0001.JPG"].open().read())
    offered["IMG_0002.JPG"].erasing.erase()
did["name"] = phone.name
print(json.dumps(did))
"""

NONE_PLUGGED_IN = """
import sys
from pathlib import Path
from capture.sources.apple import cable
cable.SOCKET = Path("/no/such/service")
from capture.sources import devices
devices.devices(), devices.missing()
print([name for name in ("pymobiledevice3", "asyncio", "requests") if name in sys.modules])
"""


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _run(program: str, *arguments: str, **environment: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        cwd=PROJECT,
        env={"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    return done.stdout


def _locked() -> set[str]:
    """Give the modules that packages of the lock bring, and those that come with Python."""
    text = LOCK.read_text(encoding="utf-8")
    names = {_normal(found) for found in re.findall(r"^([A-Za-z0-9._-]+)==", text, re.MULTILINE)}
    brought = {
        module
        for module, owners in importlib.metadata.packages_distributions().items()
        if any(_normal(owner) in names for owner in owners)
    }
    return brought | set(sys.stdlib_module_names) | {"capture", "__main__", "sitecustomize"}


def test_its_clients_load_with_what_is_locked_and_nothing_else() -> None:
    locked = _locked()
    loaded = set(json.loads(_run(ONLY_LOCKED, json.dumps(sorted(locked)))))
    assert {"pymobiledevice3", "capture"} <= loaded
    assert not loaded & {"IPython", "fastapi", "uvicorn", "pyimg4", "usb", "PIL", "av", "storage"}


def test_what_is_left_out_is_in_no_lock() -> None:
    lines = LEFT_OUT.read_text(encoding="utf-8").splitlines()
    names = {_normal(line) for line in lines if line and not line.startswith("#")}
    assert "ipython" in names
    text = LOCK.read_text(encoding="utf-8")
    assert not [name for name in names if re.search(rf"^{name}==", text, re.MULTILINE)]
    asked = importlib.metadata.requires("pymobiledevice3") or []
    assert names <= {_normal(re.split(r"[\s<>=!~;\[]", one)[0]) for one in asked}


def test_it_connects_to_the_systems_service_alone_and_writes_nothing(tmp_path: Path) -> None:
    album = tmp_path / "media" / "DCIM" / "100APPLE"
    album.mkdir(parents=True)
    for number in (1, 2):
        (album / f"IMG_000{number}.JPG").write_bytes(bytes(70_000))
    home = tmp_path / "home"
    home.mkdir()
    at = tmp_path / "usbmuxd"
    elsewhere = {"HOME": str(home), "USBMUXD_SOCKET_ADDRESS": "192.0.2.1:27015"}
    with FakeIPhone(tmp_path / "media", at) as fake:
        did = json.loads(_run(WATCHED, str(at), **elsewhere))
        assert fake.faults.removed == ["/DCIM/100APPLE/IMG_0002.JPG"]
    assert did["read"] == 70_000
    assert set(did["connected"]) == {str(at)}
    assert did["made"] == []
    # Where the C library lies is asked of the system when it is loaded; that speaks to no one.
    assert set(did["started"]) <= {"/sbin/ldconfig"}
    assert set(did["written"]) <= {"/dev/null"}
    assert list(home.iterdir()) == []
    assert SERIAL not in did["name"]


def test_nothing_of_it_is_loaded_where_the_system_has_no_service() -> None:
    assert _run(NONE_PLUGGED_IN).strip() == "[]"
