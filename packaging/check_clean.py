"""Clean a folder of foreign samples and look for anything that is left, with other people's eyes.

    python packaging/check_clean.py FOLDER [--profile faithful|anonymous]

For each cleaned copy: what exiftool (``-a -u -ee3 -G1``) still finds beyond the structure that
decoding needs, and whether any identifying value that exiftool finds in the source (position,
make, model, serial numbers, names, times, ids) stands in the copy's bytes. Prints a table by
format and every leak by name; exits 1 if there is one.
"""

import argparse
import collections
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
STRUCTURE = re.compile(
    r"^(SourceFile|ExifTool:.*|System:.*|File:(?!Comment).*|Composite:.*|PNG:(?!.*Text).*|PNG-pHYs:.*"
    r"|JFIF:.*|ICC[-_].*|Adobe:.*|APP14:.*|Meta:(?!.*XMP|.*Exif).*|ItemList:.*"
    r"|QuickTime:(?!.*(Creat|Modif|Handler.*Name|UserData|XMP|GPS|Make|Model)).*"
    r"|Track\d+:(?!.*(HandlerDescription|GPS|Make|Model)).*|RIFF:.*|GIF:(?!Comment).*"
    r"|IFD\d+:(Orientation|ImageWidth|ImageHeight|BitsPerSample|Compression|Predictor|ExtraSamples"
    r"|PhotometricInterpretation|PlanarConfiguration|RowsPerStrip|Sample(Format|sPerPixel)"
    r"|Strip(Offsets|ByteCounts)|Tile(Width|Length|Offsets|ByteCounts)))$"
)
"""Tags of a decoder's own: whatever is called otherwise says something."""
ZERO_TIMES = re.compile(r"^(QuickTime|Track\d+):.*(CreateDate|ModifyDate)$")
NAMED = re.compile(
    r"(GPS(Latitude|Longitude|Position|Coordinates)|Make$|Model$|Serial|Owner|Artist|Author|Creator"
    r"|UniqueID|ContentIdentifier|LensModel|CameraID|DeviceName|Copyright|Location)",
    re.IGNORECASE,
)
SHORTEST = 5


def exiftool(paths: list[Path]) -> dict[str, dict[str, Any]]:
    """Return every tag of every file by its name with its group."""
    if not paths:
        return {}
    command = ["exiftool", "-a", "-u", "-ee3", "-G1", "-j", "-n", "-api", "largefilesupport=1"]
    done = subprocess.run([*command, *map(str, paths)], capture_output=True, text=True, check=False)
    return {row["SourceFile"]: row for row in json.loads(done.stdout or "[]")}


def leaks(said: dict[str, Any], left: dict[str, Any], output: bytes) -> list[str]:
    """Name what of the source is left in the output."""
    found = [
        f"tag {tag}={str(value)[:60]}"
        for tag, value in left.items()
        if not STRUCTURE.match(tag) and not _nothing(tag, value)
    ]
    for tag, value in said.items():
        if NAMED.search(tag.split(":")[-1]) and not tag.startswith(("File:", "System:", "ICC")):
            found += [f"bytes of {tag}: {text!r}" for text in _texts(value) if text in output]
    return found


def _nothing(tag: str, value: Any) -> bool:
    return bool(ZERO_TIMES.match(tag)) and str(value).startswith("0000:00:00")


def _texts(value: Any) -> list[bytes]:
    text = str(value).strip()
    words = {text, *text.split()} if re.search(r"\d", text) else {text}
    kept = [word for word in words if len(word) >= SHORTEST and word.strip("0.-+ ")]
    return [word.encode(code) for word in kept for code in ("utf-8", "utf-16-le")]


def clean(folder: Path, out: Path, profile: str | None) -> list[dict[str, Any]]:
    """Run the program itself over the folder and return what it says of each file."""
    chosen = ["--profile", profile] if profile else []
    done = subprocess.run(
        [sys.executable, ROOT / "main.py", "clean", folder, "-o", out, "--json", *chosen],
        stdout=subprocess.PIPE,
        check=False,
    )
    rows: list[dict[str, Any]] = json.loads(done.stdout)
    return rows


def main() -> int:
    """Print the table and the leaks; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--profile", choices=("faithful", "anonymous"))
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as out:
        rows = clean(options.folder, Path(out), options.profile)
        cleaned = [row for row in rows if row["output"]]
        said = exiftool([Path(row["source"]) for row in cleaned])
        left = exiftool([Path(row["output"]) for row in cleaned])
        found = {
            row["source"]: leaks(
                said.get(row["source"], {}),
                left.get(row["output"], {}),
                Path(row["output"]).read_bytes(),
            )
            for row in cleaned
        }
    _print(rows, found)
    return 1 if any(found.values()) else 0


def _print(rows: list[dict[str, Any]], found: dict[str, list[str]]) -> None:
    table: dict[str, collections.Counter[str]] = collections.defaultdict(collections.Counter)
    for row in rows:
        ending = Path(row["source"]).suffix.lower() or "(none)"
        table[ending][row["status"]] += 1
        table[ending]["leaks"] += bool(found.get(row["source"]))
        if row["error"]:
            print(f"{row['status']}: {row['source']}: {row['error']['message']}")
    for source, what in found.items():
        for leak in what:
            print(f"LEAK {source}: {leak}")
    for ending, counts in sorted(table.items()):
        print(f"{ending:8}", ", ".join(f"{name} {count}" for name, count in counts.items()))
    total = sum((counts for counts in table.values()), collections.Counter())
    print("all     ", ", ".join(f"{name} {count}" for name, count in total.items()))


if __name__ == "__main__":
    sys.exit(main())
