"""What a long video costs in memory, and whether its sound stays with its picture.

    packaging/bench.sh video-long [--minutes 1 10] [--rate N] [--sync MINUTES]

For each length a 1080p video of heads that walk is taken into a vault and covered by ``redact
--faces`` as anybody runs it; printed are the largest process, and all of them together, at their
peak. Nothing may grow with the length but by some bytes a frame. Before that a small video as long
as asked for, of uneven frames, is rendered, in which a flash and a beep begin together once a
minute; printed is the largest distance between the two in the copy. Goal: one frame's length.
"""

import argparse
import io
import subprocess
import sys
import tempfile
from fractions import Fraction
from pathlib import Path

import av
import face_clips
import measure
import numpy as np
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from capture.isolate import MediaPool, rendering
from capture.progress import silent
from capture.redact.film import FilmPlan, Track
from capture.redact.keys import Key

_WIDE, _HIGH, _SAMPLES = 160, 120, 44_100
_FRAME, _CLOCK = 18_000, 90_000
"""A frame of the small video lasts a fifth of a second of this clock, more or less by a third."""
_MICRO = 1_000_000
_LOUD, _BRIGHT = 0.2, 128


def memory(minutes: int, rate: int, folder: Path) -> measure.Memory:
    """Cover a video of so many minutes, and return the peaks."""
    scene = next(face_clips.clips(folder, 60, {"walking"})).path
    video = folder / "VID_20240115_100000.mp4"
    slower = face_clips.RATE / rate
    subprocess.run(
        [
            *("ffmpeg", "-nostdin", "-loglevel", "error", "-y", "-stream_loop", "-1"),
            *("-i", str(scene), "-f", "lavfi", "-i", "sine=frequency=300"),
            *("-t", str(60 * minutes), "-vf", f"setpts={slower}*PTS", "-r", str(rate)),
            *("-c:v", "libx264", "-preset", "veryfast", "-pix_fmt", "yuv420p", "-c:a", "aac"),
            str(video),
        ],
        check=True,
    )
    secret, vault = folder / "passphrase", folder / "vault"
    secret.write_text("a passphrase of the benchmark", encoding="utf-8")
    opened = ("--passphrase-file", secret)
    measure.call(*measure.FIRSTHAND, "vault", "create", vault, *opened)
    listed = measure.call(*measure.FIRSTHAND, "import", vault, video, *opened, "--json")
    item = measure.items_of(listed)[0]
    return measure.memory_of([*measure.FIRSTHAND, "redact", vault, item, "--faces", *opened])


def beeping(minutes: int, target: Path) -> None:
    """Write a small video of uneven frames with a flash and a beep together each minute."""
    draw = np.random.default_rng(1)
    stamps = np.cumsum(draw.integers(_FRAME * 2 // 3, _FRAME * 4 // 3, minutes * 300))
    with av.open(str(target), "w", format="mov") as out:
        picture = out.add_stream("libx264", rate=30, options={"preset": "ultrafast"})
        picture.width, picture.height, picture.pix_fmt = _WIDE, _HIGH, "yuv420p"
        picture.time_base = picture.codec_context.time_base = Fraction(1, _CLOCK)
        sound = out.add_stream("aac", rate=_SAMPLES, layout="stereo")
        stamps -= stamps[0]
        flashes, next_one = [], 0
        for stamp in stamps.tolist():
            bright = stamp >= next_one
            if bright:
                flashes.append(stamp)
                next_one += 60 * _CLOCK
            shade = np.full((_HIGH * 3 // 2, _WIDE), 200 if bright else 40, np.uint8)
            frame = av.VideoFrame.from_ndarray(shade, format="yuv420p")
            frame.pts, frame.time_base = stamp, Fraction(1, _CLOCK)
            out.mux(picture.encode(frame))
        out.mux(picture.encode(None))
        for block, samples in enumerate(_beeps(flashes, int(stamps[-1]))):
            heard = av.AudioFrame.from_ndarray(np.stack((samples, samples)), "fltp", "stereo")
            heard.sample_rate, heard.pts = _SAMPLES, block * _SAMPLES
            heard.time_base = Fraction(1, _SAMPLES)
            out.mux(sound.encode(heard))
        out.mux(sound.encode(None))


def _beeps(flashes: list[int], ends: int) -> list[NDArray[np.float32]]:
    """Return seconds of sound: a tenth of a second of tone from each flash on."""
    every = np.zeros((ends // _CLOCK + 1) * _SAMPLES, np.float32)
    tone = np.sin(np.arange(_SAMPLES // 10) * 0.2).astype(np.float32)
    for flash in flashes:
        at = flash * _SAMPLES // _CLOCK
        part = every[at : at + len(tone)]
        part += tone[: len(part)]
    return np.split(every, len(every) // _SAMPLES)


def apart(minutes: int, folder: Path) -> float:
    """Render such a video, and return the largest distance of flash and beep, in seconds."""
    source, out = folder / "beeps.mov", io.BytesIO()
    beeping(minutes, source)
    ends = 2 * minutes * 60 * _MICRO
    cover = Track((Key(0, 0, 0, 48, 48), Key(ends, 0, 0, 48, 48)))
    plan = FilmPlan(_WIDE, _HIGH, minutes * 60 * _MICRO, "0" * 32, tracks=(cover,))
    with MediaPool(workers=1) as pool, source.open("rb") as original:
        rendering.render(pool, original, plan, out, silent)
    flashes, beeps = _seen(out.getvalue()), _heard(out.getvalue())
    if len(flashes) != len(beeps) or len(flashes) < minutes - 1:
        sys.exit(f"{len(flashes)} flashes and {len(beeps)} beeps are in the copy")
    return max(abs(one - other) for one, other in zip(flashes, beeps, strict=True))


def _seen(copy: bytes) -> list[float]:
    found, bright = [], False
    with av.open(io.BytesIO(copy), "r") as container:
        for frame in container.decode(video=0):
            now = bool(frame.to_ndarray()[60:_HIGH, 60:].mean() > _BRIGHT)
            if now and not bright:
                found.append(float(frame.time or 0))
            bright = now
    return found


def _heard(copy: bytes) -> list[float]:
    found: list[float] = []
    with av.open(io.BytesIO(copy), "r") as container:
        for frame in container.decode(audio=0):
            loud = np.flatnonzero(np.abs(frame.to_ndarray()[0]) > _LOUD)
            at = float(frame.time or 0) + (int(loud[0]) if len(loud) else 0) / frame.sample_rate
            if len(loud) and (not found or at > found[-1] + 1):
                found.append(at)
    return found


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="long videos")
    parser.add_argument("--minutes", type=int, nargs="*", default=[1, 10])
    parser.add_argument("--rate", type=int, default=10, help="frames a second of the 1080p video")
    parser.add_argument("--sync", type=int, default=60, help="minutes of the small one; 0: none")
    options = parser.parse_args()
    measure.need("ffmpeg")
    if options.sync:
        with tempfile.TemporaryDirectory() as made:
            far = apart(options.sync, Path(made))
        print(f"sound and picture over {options.sync} minutes: at most {1000 * far:.1f} ms apart")
    for minutes in options.minutes:
        with tempfile.TemporaryDirectory() as made:
            used = memory(minutes, options.rate, Path(made))
        print(
            f"{minutes} minutes of 1080p at {options.rate} frames a second: largest process "
            f"{used.largest >> 20} MiB, all together {used.together >> 20} MiB",
            flush=True,
        )


if __name__ == "__main__":
    main()
