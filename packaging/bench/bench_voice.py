"""How well a disguise hides whose voice it is, against a plain shift of the pitch.

Needs espeak-ng (``apt-get install espeak-ng``). Its voices say sentences; a simple listener learns
each voice by what is usual in it (mel cepstra and their spread, and the pitch) and names the
nearest for sentences that it has not heard. It does so for the voices as they are, for voices
whose pitch was shifted by one factor for all, and for disguised ones; and once more after the one
constant shift back that names the most.
An attacker who knows the program is the last line: the listener learns from disguised voices.

What was said is measured by how the loudness of six broad bands goes up and down with the
original's, as a share of what it does for the sentence itself (and for another sentence).
"""

import argparse
import io
import subprocess
import sys
import wave
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from capture.redact.disguise import Disguise

RATE = 48_000
VOICES = [f"en+m{number}" for number in range(1, 8)] + [f"en+f{number}" for number in range(1, 6)]
SENTENCES = [
    "The soldiers came to the square at seven in the morning and told us to leave.",
    "I saw two white cars without plates, and a man who was filming from the roof.",
    "My brother was standing beside the fountain when the first shots were heard.",
    "Nobody was allowed to use the telephone until the evening of the next day.",
    "They asked for our names, and wrote them in a small green book.",
    "We walked through the fields for three hours before we reached the river.",
]
SHIFTS = np.geomspace(0.6, 1.6, 21)
PLAIN = 1.25
Mono = NDArray[np.float64]


def spoken(voice: str, sentence: str) -> Mono:
    """Return a sentence in a voice, at RATE."""
    made = subprocess.run(
        ["espeak-ng", "-v", voice, "--stdout", sentence], check=True, capture_output=True
    ).stdout
    with wave.open(io.BytesIO(made)) as sound:
        rate = sound.getframerate()
        samples = np.frombuffer(sound.readframes(1 << 30), "<i2") / 32768
    return shifted(samples, rate / RATE)


def shifted(sound: Mono, factor: float) -> Mono:
    """Play a sound faster: pitch and formants go up by the factor."""
    at = np.arange(0, len(sound) - 1, factor)
    return np.asarray(np.interp(at, np.arange(len(sound)), sound))


def disguised(sound: Mono) -> Mono:
    """Return it as a covered copy has it."""
    disguise = Disguise(RATE)
    both = np.tile(sound.astype(np.float32), (2, 1))
    made = np.concatenate([*disguise.push(both), *disguise.finish()], axis=1)
    return np.asarray(made[0], dtype=np.float64)


def _spectra(sound: Mono) -> Mono:
    frame, hop = 1536, 480
    starts = np.arange(0, len(sound) - frame, hop)[:, None]
    return np.asarray(
        np.abs(np.fft.rfft(sound[starts + np.arange(frame)] * np.hanning(frame))) ** 2
    )


def _bands(count: int, top: float) -> Mono:
    hertz = np.arange(769) * RATE / 1536
    mel = 1127 * np.log1p(hertz / 700)
    middles = np.linspace(1127 * np.log1p(80 / 700), 1127 * np.log1p(top / 700), count)
    return np.asarray(np.maximum(1 - np.abs(mel[:, None] - middles) / (middles[1] - middles[0]), 0))


def _cepstra(sound: Mono) -> Mono:
    energy = np.log(_spectra(sound) @ _bands(32, 4_400) + 1e-7)
    loud = energy.mean(axis=1)
    energy = energy[loud > np.quantile(loud, 0.4)]
    wave_ = np.cos(np.pi * np.arange(1, 17)[:, None] * (np.arange(32) + 0.5) / 32)
    return np.asarray(energy @ wave_.T)


def _pitches(sound: Mono) -> Mono:
    found = []
    for start in range(0, len(sound) - 4096, 2400):
        part = sound[start : start + 4096]
        alike = np.fft.irfft(np.abs(np.fft.rfft(part * np.hanning(4096), 8192)) ** 2)
        lags = alike[RATE // 400 : RATE // 65]
        if lags.max() > 0.4 * alike[0] > 0:
            found.append(np.log(RATE / (lags.argmax() + RATE // 400)))
    return np.array(found or [np.log(120)])


def heard(sound: Mono) -> Mono:
    """Return what the listener remembers of a sentence."""
    cepstra, pitches = _cepstra(sound), _pitches(sound)
    return np.concatenate(
        (cepstra.mean(axis=0), cepstra.std(axis=0), [3 * np.median(pitches), pitches.std()])
    )


def named(known: Sequence[Sequence[Mono]], asked: Sequence[Sequence[Mono]]) -> float:
    """Return the share of sentences whose voice the listener names."""
    every = np.array([one for some in known for one in some])
    spread = np.array([np.std(some, axis=0) for some in known]).mean(axis=0) + 0.05 * every.std(
        axis=0
    )
    usual = np.array([np.mean(some, axis=0) for some in known])
    right = total = 0
    for number, some in enumerate(asked):
        for one in some:
            right += int(np.argmin((((usual - one) / spread) ** 2).sum(axis=1)) == number)
            total += 1
    return right / total


def shifted_back(
    known: Sequence[Sequence[Mono]], sounds: Sequence[Sequence[Mono]]
) -> tuple[float, float]:
    """Return the most that one constant shift lets the listener name, and that shift."""
    shares = [
        (named(known, [[heard(shifted(one, factor)) for one in some] for some in sounds]), factor)
        for factor in SHIFTS
    ]
    return max(shares)


def said(one: Mono, other: Mono) -> float:
    """Return how alike the loudness of six broad bands goes, from 0 to 1."""
    count = min(len(one), len(other))
    rows = [np.log(_spectra(some[:count]) @ _bands(6, 4_000) + 1e-4) for some in (one, other)]
    return float(
        np.mean([np.corrcoef(rows[0][:, band], rows[1][:, band])[0, 1] for band in range(6)])
    )


def _share(known: Sequence[Sequence[Mono]], sounds: Sequence[Sequence[Mono]]) -> float:
    return named(known, [[heard(one) for one in some] for some in sounds])


def main() -> None:
    """Make the voices, change them, and print who is named."""
    argparse.ArgumentParser(description=__doc__).parse_args()
    sounds = [[spoken(voice, sentence) for sentence in SENTENCES] for voice in VOICES]
    half = len(SENTENCES) // 2
    known = [[heard(one) for one in some[:half]] for some in sounds]
    asked = [some[half:] for some in sounds]
    plain = [[shifted(one, PLAIN) for one in some] for some in asked]
    hidden = [[disguised(one) for one in some] for some in asked]
    print(f"{len(VOICES)} voices, {half} sentences each to learn and to name")
    print(f"by chance              {1 / len(VOICES):.0%}")
    print(f"as they are            {_share(known, asked):.0%}")
    for name, some in (("plain shift of pitch", plain), ("disguised", hidden)):
        back, factor = shifted_back(known, some)
        print(f"{name:<22} {_share(known, some):.0%}; shifted back by {factor:.2f}, {back:.0%}")
    learned = [[heard(disguised(one)) for one in some[:half]] for some in sounds]
    print(f"disguised, and learned {_share(learned, hidden):.0%}")
    rows = list(zip(asked, hidden, strict=True))
    same = [said(a, b) for old, new in rows for a, b in zip(old, new, strict=True)]
    other = [said(old[0], new[1]) for old, new in rows]
    print(f"loudness of bands goes with the original's by {np.mean(same):.2f},")
    print(f"with another sentence's by {np.mean(other):.2f}")


if __name__ == "__main__":
    main()
