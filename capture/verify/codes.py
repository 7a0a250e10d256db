"""Coded pictures, followed to their last bit: nothing may lie behind the last block.

A decoder stops at the last block, and never looks at what is behind it. To know where that is,
every code before it has to be read, four million bytes in a photo, which takes seconds in
Python. So it is done by a machine of its own (``machine/``, in C, compiled to WebAssembly): it
has numbers and a memory of its own, and can reach nothing else, whatever bytes it is given.
Where there is no such machine, nothing is let through. One machine follows stills of one file,
``follow``; videos and sounds have one for each codec, which remembers, ``Follower``.
"""

import atexit
import functools
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from capture.errors import Unverified

if TYPE_CHECKING:
    from wasmtime import Engine, Module

_MACHINES = Path(__file__).with_name("machine")
_GROWTH = 16 << 20
_WHAT = {
    1: "a header of the coded picture makes no sense",
    2: "there are bits that are no code",
    3: "a block holds too much",
    4: "the coded picture ends too early",
    5: "there are bytes behind the last block",
    6: "there are bits behind the last block",
    7: "a part of the picture is coded twice, or not at all",
    8: "it is too large to be followed",
    9: "it is coded in a way that is not followed",
}


def follow(kind: str, data: bytes | memoryview) -> None:
    """Follow one coded picture, of the kind of an export of the machine, to its last bit.

    Raises Unverified, for the reason "codes", where anything is left or missing, or it cannot be
    followed.
    """
    try:
        answer = _run(kind, data)
    except Exception as error:
        # Whatever a foreign library raises: what was not followed is not let through.
        raise _refusal(kind, "it could not be followed") from error
    if answer:
        raise _refusal(kind, _WHAT[answer])


def _refusal(kind: str, what: str) -> Unverified:
    return Unverified(what, part=kind, reason="codes")


def _run(kind: str, data: bytes | memoryview) -> int:
    return _Machine("followers").answer("begin", kind, data)


class Follower:
    """What follows one stream of pictures or sound, sample by sample, in their order.

    ``codec`` is the name of a machine. Raises Unverified, for the reason "codes", where anything
    is left or missing in the settings, or they cannot be followed.
    """

    def __init__(self, codec: str, settings: bytes) -> None:
        self._codec = codec
        try:
            self._machine = _Machine(codec)
        except Exception as error:
            raise _refusal(codec, "it could not be followed") from error
        self._ask("configure", settings)

    def follow(self, sample: bytes | memoryview) -> None:
        """Follow the next sample to its last bit. Raises Unverified as above."""
        self._ask("follow", sample)

    def _ask(self, what: str, data: bytes | memoryview) -> None:
        try:
            answer = self._machine.answer("place", what, data)
        except Exception as error:
            raise _refusal(self._codec, "it could not be followed") from error
        if answer:
            raise _refusal(self._codec, _WHAT[answer])


class _Machine:
    """One machine with a memory of its own, all zeros at first."""

    def __init__(self, name: str) -> None:
        from wasmtime import Instance, Store

        engine, module = _compiled(name)
        self._store = Store(engine)
        self._exports: Any = Instance(self._store, module, []).exports(self._store)

    def answer(self, place: str, what: str, data: bytes | memoryview) -> int:
        """Put bytes where the machine wants them, and let it read them."""
        # Settings may be of no bytes, and have a place all the same.
        at = self._exports[place](self._store, len(data) or 1)
        if not at:
            return 8
        # The library's own writing makes a copy of it all first, and copies that.
        into = self._exports["memory"].get_buffer_ptr(self._store, len(data), at)
        np.frombuffer(into, dtype=np.uint8)[:] = np.frombuffer(data, dtype=np.uint8)
        return int(self._exports[what](self._store, at, len(data)))


@functools.cache
def _compiled(name: str) -> "tuple[Engine, Module]":
    """Compile a machine, once in each process: about 20 ms.

    Without the gigabytes of reserved addresses that wasmtime likes, which a confined child has
    not; and without threads and signal handlers, which it needs for other things.
    """
    from wasmtime import Config, Engine, Module

    config = Config()
    config.memory_reservation = 0
    config.memory_guard_size = 0
    config.memory_reservation_for_growth = _GROWTH
    config.memory_init_cow = False
    config.signals_based_traps = False
    config.parallel_compilation = False
    # While the interpreter still knows how to: a library's own end comes too late.
    atexit.register(_compiled.cache_clear)
    engine = Engine(config)
    return engine, Module(engine, (_MACHINES / f"{name}.wasm").read_bytes())
