"""What belongs into the one-folder build, and what is left out because nothing of it is used.

Of Qt and of the camera drivers only what is named here goes in: a new version brings nothing
along unseen. Libraries of the desktop (X11, fonts, GL, sound) are the system's own, kept up to
date by it; what is taken from the machine that builds is named too.
"""

import re
import sys
import sysconfig
import tomllib
from fnmatch import fnmatch
from pathlib import Path, PurePosixPath

PACKAGES = ("ui", "capture", "storage")
"""The program's own packages."""

UNUSED_MODULES = (
    "tkinter",
    "readline",
    "pydoc",
    "lib2to3",
    "idlelib",
    "ensurepip",
    "setuptools",
    "pip",
    "_pytest",
    "numpy.f2py",
    "onnxruntime.tools",
    "onnxruntime.transformers",
    "onnxruntime.quantization",
    "matplotlib",
    "IPython",
    "sympy",
    "pygments.formatters.img",  # draws with a library of fonts that nothing else needs
)
"""Modules that parts of ours import only to be built, tested or tried themselves."""

QT_MODULES = frozenset(
    (
        "Core",
        "Gui",
        "Widgets",
        "Svg",
        "DBus",
        "Multimedia",
        "Network",
        "PrintSupport",
        "Concurrent",
        "OpenGL",
        "XcbQpa",
        "WaylandClient",
        "WlShellIntegration",
    )
)
"""Libraries of Qt that a window, its sound and its printing need (Network: Multimedia wants it)."""

QT_PLUGINS = {
    "platforms": ("*qxcb.*", "*qwayland*", "*qoffscreen*", "*qwindows.*", "*qcocoa.*"),
    # Without these nobody types Persian, Arabic or Burmese.
    "platforminputcontexts": ("*composeplatform*", "*ibusplatform*"),
    "platformthemes": ("*xdgdesktopportal*",),
    "printsupport": ("*",),
    "styles": ("*",),
    "wayland-decoration-client": ("*adwaita*", "*bradient*"),
    "wayland-graphics-integration-client": ("*wayland-egl*", "*shm*"),
    "wayland-shell-integration": ("*xdg-shell*", "*qt-shell*"),
}
"""Folders of Qt's plugins → what of them goes in. No decoder of pictures is among them: foreign
pictures are for the confined child alone. Nor is Qt's own FFmpeg: sound goes without it."""

TRANSLATIONS = ("qtbase_ar.qm", "qtbase_es.qm", "qtbase_fa.qm", "qtbase_fr.qm", "qtbase_my.qm")
"""What Qt says itself, in the languages that this program speaks."""

DRIVERS = ("ptp2", "directory", "disk", "usb1")
"""libgphoto2's drivers: PTP and MTP by USB (every phone, and cameras of this century), folders.
The others speak serial lines, or networks by an old libcurl with an OpenSSL of 2017."""

FROM_SYSTEM = (
    # What Python's own modules are linked with.
    "libpython3*",
    "libssl.so.*",
    "libcrypto.so.*",
    "libffi.so.*",
    "libbz2.so.*",
    "liblzma.so.*",
    "libuuid.so.*",
    "libexpat.so.*",
    # What Qt wants of X11, and many desktops do not have.
    "libxcb-cursor.so.*",
    "libxcb-icccm.so.*",
    "libxcb-image.so.*",
    "libxcb-keysyms.so.*",
    "libxcb-render-util.so.*",
    "libxcb-util.so.*",
    "libxkbcommon-x11.so.*",
)
"""Libraries of the machine that builds which go along. All others are asked of the system."""

_QT_LIBRARY = re.compile(r"^(?:lib)?Qt6?([A-Za-z0-9-]+?)(?:\.abi3)?\.(?:so[.0-9]*|dll|pyd)$")
_QT_MEDIA = re.compile(r"^(?:lib)?(?:av(?:codec|format|util)|sw(?:scale|resample))[-.]")


def data(project: Path) -> list[tuple[str, str]]:
    """Return every file of the program that is no code, and the folder it belongs in."""
    return [
        (str(path), path.relative_to(project).parent.as_posix())
        for package in PACKAGES
        for path in sorted((project / package).rglob("*"))
        if path.is_file() and path.suffix not in {".py", ".pyc", ".ts"}
    ]


def drivers() -> list[tuple[str, str]]:
    """Return what packages load by themselves from where they lie: libgphoto2's, wasmtime's."""
    packages = Path(sysconfig.get_paths()["platlib"])
    return [
        (str(path), path.relative_to(packages).parent.as_posix())
        for kind in ("camlibs", "iolibs")
        for path in sorted((packages / "gphoto2" / "libgphoto2" / kind).glob("*.so"))
        if path.stem in DRIVERS
    ] + [
        (str(path), path.relative_to(packages).parent.as_posix())
        for path in sorted((packages / "wasmtime").glob("*/*wasmtime.*"))
    ]


def serves(target: str, source: str) -> bool:
    """Say whether a file that PyInstaller has found goes in: its place there, and where it is."""
    place = PurePosixPath(target.replace("\\", "/"))
    if "PySide6" in place.parts:
        return _serves_qt(place)
    if sys.platform == "linux" and _is_library(place.name) and _is_of_the_system(source):
        return any(fnmatch(place.name, name) for name in FROM_SYSTEM)
    return True


def _serves_qt(place: PurePosixPath) -> bool:
    if "plugins" in place.parts:
        wanted = QT_PLUGINS.get(place.parent.name, ())
        return any(fnmatch(place.name, name) for name in wanted)
    if "translations" in place.parts:
        return place.name in TRANSLATIONS
    if "qml" in place.parts or _QT_MEDIA.match(place.name):
        return False
    found = _QT_LIBRARY.match(place.name)
    return found is None or found[1] in QT_MODULES


def _is_library(name: str) -> bool:
    return ".so" in PurePosixPath(name).suffixes or name.endswith(".so")


def _is_of_the_system(source: str) -> bool:
    """Say whether a file comes from neither the packages of the lock nor Python itself."""
    home = (Path(sys.prefix), Path(sys.base_prefix) / "lib")
    own = any(Path(source).is_relative_to(folder) for folder in home if folder != Path("/usr/lib"))
    return not own and "lib-dynload" not in source


def icon(project: Path) -> str | None:
    """Return the icon in the form that this system's programs carry; on Linux they carry none."""
    form = {"win32": "firsthand.ico", "darwin": "firsthand.icns"}.get(sys.platform)
    return None if form is None else str(project / "build" / "icons" / form)


def version(project: Path) -> str:
    """Return the version of the program."""
    with (project / "pyproject.toml").open("rb") as file:
        return str(tomllib.load(file)["project"]["version"])
