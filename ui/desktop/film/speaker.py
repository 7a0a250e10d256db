"""Where sound goes: to the computer's loudspeakers, or nowhere, in the same time.

Only plain samples come here; nothing is decoded. Without a device, or without the system's sound
libraries, everything works and is silent.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from capture.isolate.playing import SAMPLE, SOUND_RATE

if TYPE_CHECKING:
    from PySide6.QtCore import QIODevice
    from PySide6.QtMultimedia import QAudioSink

AHEAD = SOUND_RATE // 8
"""Samples that are handed over before they are due."""
MICRO = 1_000_000


class Speaker:
    """Plays samples, and says how many of them were heard: that is what time it is."""

    def __init__(self) -> None:
        self.volume = 1.0
        self.muted = False
        self.silent = False
        """Whether there is no device that could be heard."""
        self._sink: QAudioSink | None = None
        self._device: QIODevice | None = None
        self._given = 0
        self._began = 0.0

    def start(self) -> None:
        """Begin to count."""
        self.stop()
        self._given = 0
        self._began = time.monotonic()
        self._sink = _sink()  # asked each time: somebody may have plugged one in
        self.silent = self._sink is None
        if self._sink is not None:
            self.set_volume(self.volume, muted=self.muted)
            self._device = self._sink.start()

    def stop(self) -> None:
        """Be quiet at once."""
        if self._sink is not None:
            self._sink.reset()
            self._sink.stop()
        self._sink = self._device = None

    def set_volume(self, volume: float, *, muted: bool) -> None:
        """Be so loud: from 0 to 1."""
        self.volume, self.muted = volume, muted
        if self._sink is not None:
            self._sink.setVolume(0.0 if muted else volume)

    @property
    def heard(self) -> int:
        """How many microseconds were heard since the start."""
        if self._sink is None:
            return int((time.monotonic() - self._began) * MICRO)
        waiting = max(self._sink.bufferSize() - self._sink.bytesFree(), 0) // SAMPLE
        return max(self._given - waiting, 0) * MICRO // SOUND_RATE

    @property
    def given(self) -> int:
        """How many samples were handed over since the start."""
        return self._given

    @property
    def wanted(self) -> int:
        """How many samples are to be handed over now."""
        if self._sink is None:
            due = int((time.monotonic() - self._began) * SOUND_RATE) + AHEAD
            return max(due - self._given, 0)
        return self._sink.bytesFree() // SAMPLE

    def give(self, samples: bytes) -> None:
        """Hand samples over."""
        if self._device is not None:
            self._device.write(samples)
        self._given += len(samples) // SAMPLE


def _sink() -> QAudioSink | None:
    """Return a way to the default device; None without one, or without the libraries for it."""
    try:
        from PySide6.QtMultimedia import QAudioFormat, QAudioSink, QMediaDevices, QtAudio
    except ImportError:  # a system without PulseAudio's library
        return None
    device = QMediaDevices.defaultAudioOutput()
    form = QAudioFormat()
    form.setSampleRate(SOUND_RATE)
    form.setChannelCount(2)
    form.setSampleFormat(QAudioFormat.SampleFormat.Int16)
    if device.isNull() or not device.isFormatSupported(form):
        return None
    sink = QAudioSink(device, form)
    sink.setBufferSize(AHEAD * SAMPLE)
    return sink if sink.error() == QtAudio.Error.NoError else None
