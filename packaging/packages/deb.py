"""The package for Debian 12 and what comes of it, made of the one-folder build.

    python packaging/packages/deb.py FOLDER OUT          (``build.sh deb`` does)

There are no maintainer scripts: what it installs is what it removes.
"""

import gzip
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(PROJECT), str(PROJECT / "packaging" / "packages")]

import finish  # noqa: E402 # found through the path
import man  # noqa: E402 # likewise
import parts  # noqa: E402 # likewise

from ui.words import licences  # noqa: E402 # likewise

_DESKTOP = PROJECT / "packaging" / "packages" / "desktop"
_ID = "org.firsthand.Firsthand"
_LEAST_C_LIBRARY = "2.36"
_CONTROL = """\
Package: firsthand
Version: {version}
Section: utils
Priority: optional
Architecture: {architecture}
Installed-Size: {size}
Depends: {depends}
Recommends: {recommends}
Suggests: tor, gnupg
Maintainer: The Firsthand project <maintainers@firsthand.invalid>
Description: keeps evidence from a phone, and cleans it of what gives people away
 Firsthand takes photos and videos from a phone in, keeps the originals in an
 encrypted vault with a log of custody, says in plain words what each file
 gives away, makes cleaned and covered copies, and packs them into a bundle
 that anybody checks with everyday tools. It connects to nothing by itself.
"""


def main(arguments: list[str]) -> int:
    """Make the package and say where it is."""
    folder, out = Path(arguments[0]), Path(arguments[1])
    version = f"{parts.version(PROJECT)}-1"
    architecture = _said("dpkg", "--print-architecture")
    target = out / f"firsthand_{version}_{architecture}.deb"
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=out) as made:
        tree = Path(made)
        tree.chmod(0o755)
        _fill(tree, folder)
        size = sum(path.stat().st_size for path in tree.rglob("*") if path.is_file()) >> 10
        control = _CONTROL.format(
            version=version,
            architecture=architecture,
            size=size,
            depends=", ".join((f"libc6 (>= {_LEAST_C_LIBRARY})", *depends(finish.SYSTEM))),
            recommends=", ".join(("bubblewrap", *depends(finish.OPTIONAL))),
        )
        _write(tree / "DEBIAN/control", control)
        _write(tree / "DEBIAN/md5sums", _sums(tree))
        _set_times(tree)
        command = ["dpkg-deb", "--root-owner-group", "-Zzstd", "-z9", "--threads-max=1", "--build"]
        subprocess.run([*command, str(tree), str(target)], check=True, stdout=subprocess.DEVNULL)
    print(f"{target}: {target.stat().st_size / 1e6:.1f} MB")
    return 0


def depends(libraries: dict[str, str]) -> list[str]:
    """Return the packages of some libraries, each once, by name."""
    return sorted(set(libraries.values()))


def _fill(tree: Path, folder: Path) -> None:
    share = tree / "usr/share"
    shutil.copytree(folder, tree / "usr/lib/firsthand")
    program = tree / "usr/bin/firsthand"
    program.parent.mkdir(parents=True)
    program.symlink_to("../lib/firsthand/firsthand")
    for kind, place in (
        ("desktop", "applications"),
        ("metainfo.xml", "metainfo"),
        ("svg", "icons/hicolor/scalable/apps"),
    ):
        _write(share / place / f"{_ID}.{kind}", (_DESKTOP / f"{_ID}.{kind}").read_text("utf-8"))
    page = man.page(PROJECT / "docs" / "cli.md", parts.version(PROJECT))
    _pack(share / "man/man1/firsthand.1.gz", page)
    _write(share / "doc/firsthand/copyright", _copyright())
    _pack(share / "doc/firsthand/licences.txt.gz", _terms())
    _pack(share / "doc/firsthand/changelog.gz", (PROJECT / "CHANGELOG.md").read_text("utf-8"))


def _copyright() -> str:
    """Return whose it is, as Debian's policy wants the file; the texts lie beside it."""
    listed = "".join(f" {part.name}: {part.licence}\n" for part in licences.parts())
    return (
        "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\n"
        "Upstream-Name: Firsthand\n"
        "Comment: It carries these parts, whose terms are in licences.txt.gz in full:\n"
        f"{listed}\n"
        "Files: *\n"
        "Copyright: The Firsthand project\n"
        "License: GPL-3+\n"
        " On Debian systems, the full text of the GNU General Public License\n"
        " version 3 is in /usr/share/common-licenses/GPL-3.\n"
    )


def _terms() -> str:
    """Return the page of licences as one text, each text once."""
    said = dict.fromkeys(text for part in licences.parts() for text in part.texts)
    number = {text: count for count, text in enumerate(said, 1)}
    heads = (
        f"{part.name} {part.version}: {part.licence}: "
        + ", ".join(f"text {number[text]}" for text in part.texts)
        for part in licences.parts()
    )
    bodies = (f"\n=== text {number[text]}\n\n{text}" for text in said)
    return "\n".join((*heads, *bodies))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    path.chmod(0o644)


def _pack(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(text.encode(), compresslevel=9, mtime=0))
    path.chmod(0o644)


def _sums(tree: Path) -> str:
    lines = []
    for path in sorted(tree.rglob("*")):
        if path.is_file() and not path.is_symlink() and "DEBIAN" not in path.parts:
            digest = hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()
            lines.append(f"{digest}  {path.relative_to(tree).as_posix()}\n")
    return "".join(lines)


def _set_times(tree: Path) -> None:
    epoch = int(os.environ["SOURCE_DATE_EPOCH"])
    for path in (*tree.rglob("*"), tree):
        if path.is_dir() and not path.is_symlink():
            path.chmod(0o755)
        os.utime(path, (epoch, epoch), follow_symlinks=False)


def _said(*command: str) -> str:
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return done.stdout.strip()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
