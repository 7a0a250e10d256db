"""Collect what Firsthand is made of, and the terms of each part, into the file that it shows.

    python packaging/packages/licences.py          (rerun after the lock or ``native.toml`` changes)

Run it in an environment that has the packages of the lock, on Debian: the texts of libraries
that wheels carry without them come from Debian's packages of the same libraries.
"""

import gzip
import importlib.metadata
import json
import re
import subprocess
import sys
import tempfile
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(PROJECT), str(PROJECT / "packaging" / "packages")]

import lock  # noqa: E402 # found through the path

from capture.detect.weights import WEIGHTS  # noqa: E402 # likewise

NATIVE = PROJECT / "packaging" / "packages" / "native.toml"
TEXTS = PROJECT / "packaging" / "packages" / "texts"
OUT = PROJECT / "ui" / "words" / "licences.json.gz"

_TERMS = re.compile(r"(licen[cs]e|copying|notice)[^/]*$", re.IGNORECASE)
_HOMES = ("home-page", "homepage", "home", "source", "repository", "source code", "github")
_NOT_TERMS = (".py", ".pyc", ".so", ".json")


def main() -> int:
    """Write the file, and say what is in it."""
    collected = collect()
    text = json.dumps(collected, ensure_ascii=False, indent=0, sort_keys=True)
    OUT.write_bytes(gzip.compress(text.encode(), compresslevel=9, mtime=0))
    count = (len(collected["parts"]), len(collected["texts"]))
    print(f"{OUT}: {count[0]} parts, {count[1]} texts, {OUT.stat().st_size} bytes")
    return 0


def collect() -> dict[str, Any]:
    """Return the parts, by name, and the texts that they refer to by number."""
    table = tomllib.loads(NATIVE.read_text(encoding="utf-8"))
    found = [_package(package, table) for package in lock.packages()]
    found += [_native(part) for part in table["part"]]
    found += [_model(model) for model in table["model"]]
    found.sort(key=lambda part: (part["name"].casefold(), part["version"]))
    texts = sorted({text for part in found for text in part["texts"]})
    for part in found:
        part["texts"] = [texts.index(text) for text in part["texts"]]
    return {"parts": found, "texts": texts}


def _package(package: lock.Package, table: dict[str, Any]) -> dict[str, Any]:
    """Return one package of the lock. Raises ValueError where nobody says its licence."""
    if elsewhere := table["elsewhere"].get(package.name):
        return {
            "name": package.name,
            "version": package.version,
            "licence": elsewhere["licence"],
            "home": elsewhere["home"],
            "carried_by": [],
            "texts": [_text(source) for source in elsewhere["texts"]],
        }
    wheel = importlib.metadata.distribution(package.name)
    if wheel.version != package.version:
        raise ValueError(f"{package.name} {wheel.version} is installed, not {package.version}")
    licence = table["spdx"].get(package.name) or wheel.metadata["License-Expression"]
    if not licence:
        raise ValueError(f"{package.name}: say its licence under [spdx] in {NATIVE.name}")
    own = list(dict.fromkeys(text for _name, text in _terms_of(wheel)))
    if not own and package.name not in table["texts"]:
        raise ValueError(f"{package.name} carries no terms: say where under [texts]")
    return {
        "name": package.name,
        "version": package.version,
        "licence": licence,
        "home": table["home"].get(package.name) or _home(wheel),
        "carried_by": [],
        "texts": own or [_text(source) for source in table["texts"][package.name]],
    }


def _terms_of(wheel: importlib.metadata.Distribution) -> list[tuple[str, str]]:
    return [
        (str(file), _tidy(Path(str(file.locate())).read_text(encoding="utf-8", errors="replace")))
        for file in sorted(wheel.files or (), key=str)
        if _TERMS.search(str(file)) and not str(file).endswith(_NOT_TERMS)
    ]


def _home(wheel: importlib.metadata.Distribution) -> str:
    """Return the page that a wheel names as its own. Raises StopIteration where it names none."""
    lines = [line.partition(",") for line in wheel.metadata.get_all("Project-URL") or []]
    urls = {name.strip().casefold(): url.strip() for name, _, url in lines}
    urls["home-page"] = wheel.metadata["Home-page"] or ""
    return str(next(urls[name] for name in _HOMES if urls.get(name)))


def _native(part: dict[str, Any]) -> dict[str, Any]:
    return {
        "name": part["name"],
        "version": "",
        "licence": part["licence"],
        "home": part["home"],
        "carried_by": sorted(part["in"]),
        "texts": [_text(source) for source in part["texts"]],
    }


def _model(model: dict[str, Any]) -> dict[str, Any]:
    (weights,) = (one for one in WEIGHTS if one.name == model["file"])
    return {
        "name": weights.name,
        "version": weights.sha256[:12],
        "licence": weights.licence,
        "home": model["home"],
        "carried_by": [weights.package],
        "texts": [_text(source) for source in model["texts"]],
    }


@cache
def _text(source: str) -> str:
    """Return the text that ``native.toml`` refers to."""
    kind, _, name = source.rpartition(":")
    match kind:
        case "common":
            path = Path("/usr/share/common-licenses") / name
        case "debian":
            path = _copyright(name)
        case "project":
            path = PROJECT / name
        case "wheel":
            terms = _terms_of(importlib.metadata.distribution(name))
            return "\n\n".join(text for _name, text in terms)
        case _:
            path = TEXTS / name
    return _tidy(path.read_text(encoding="utf-8", errors="replace"))


def _copyright(package: str) -> Path:
    """Return a Debian package's copyright file, fetching the package where it is not installed."""
    installed = Path("/usr/share/doc") / package / "copyright"
    if installed.is_file():
        return installed
    folder = Path(tempfile.mkdtemp())
    subprocess.run(["apt-get", "download", "-q", package], check=True, cwd=folder)
    (archive,) = folder.glob("*.deb")
    subprocess.run(["dpkg-deb", "-x", archive, folder], check=True)
    return folder / "usr/share/doc" / package / "copyright"


def _tidy(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.expandtabs().splitlines()).strip("\n") + "\n"


if __name__ == "__main__":
    sys.exit(main())
